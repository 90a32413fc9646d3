import { setTimeout as sleep } from 'node:timers/promises';
import { version } from '../../foundation/version.js';
import { UsageError } from '../command.js';
import { keyOf, Page, TooDeepError } from './page.js';
import type { Source, Unread } from './site.js';

export interface CrawlOptions {
  /** Pages at most. */
  maxPages: number;
  /** Milliseconds between two requests. */
  delay: number;
  /** Milliseconds for one answer. */
  timeout?: number;
  /** Bytes of one answer. */
  mostBytes?: number;
}

const REDIRECTS = 5;

/** What came of a request. */
interface Answer {
  url: URL;
  status: number;
  /** Absent where it is no HTML, or JSON that was asked for. */
  text?: string;
}

/**
 * Reads a site as a visitor would: the page at an address, then those of the same origin that pages link to,
 * nearest first, one at a time. Sends no cookie and runs no script.
 *
 * @throws UsageError where the first page cannot be had
 */
export async function crawl(
  start: URL,
  { maxPages, delay, timeout = 10_000, mostBytes = 1_000_000 }: CrawlOptions,
): Promise<Source> {
  const pages: Page[] = [];
  const unread: Unread[] = [];
  /* What an address answered, by what was asked for. */
  const known = new Map<string, boolean>();
  const texts = new Map<string, string>();
  let asked = 0;

  async function ask(url: URL, type: RegExp): Promise<Answer> {
    if (asked++) await sleep(delay);
    let at = url;
    for (let hop = 0; ; hop++) {
      const response = await fetch(at, {
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
        headers: {
          accept: 'text/html,application/json;q=0.9,*/*;q=0.1',
          'user-agent': `clinic-elements-check/${version}`,
        },
      });
      const { status, headers } = response;
      const location = headers.get('location');
      if (status >= 300 && status < 400 && location) {
        await response.body?.cancel();
        const next = new URL(location, at);
        // Another site's page, but for the first: http or another host name may lead to the site.
        if (pages.length && next.origin !== at.origin) return { url: next, status: 200 };
        if (hop === REDIRECTS) throw new Error('it is sent on and on');
        at = next;
        continue;
      }
      if (!type.test(headers.get('content-type') ?? '')) {
        await response.body?.cancel();
        return { url: at, status };
      }
      return { url: at, status, text: await readAtMost(response, mostBytes) };
    }
  }

  const todo = [start];
  let site = start.origin;
  for (let url; pages.length < maxPages && (url = todo.shift());) {
    const key = keyOf(url);
    if (known.has(key)) continue;
    known.set(key, true);
    try {
      const answer = await ask(url, /\bx?html\b/i);
      const first = !pages.length;
      if (first && (answer.status >= 400 || answer.text === undefined)) {
        throw new Error(answer.status >= 400 ? `it answers ${answer.status}` : 'it is no HTML');
      }
      if (first) site = answer.url.origin;
      known.set(key, answer.status < 400);
      if (answer.status >= 400 || answer.text === undefined) continue;
      const here = keyOf(answer.url);
      if (here !== key && known.has(here)) continue;
      known.set(here, true);
      const page = new Page(answer.url.href, answer.url, answer.text);
      pages.push(page);
      for (const { attribs } of page.select('a[href], area[href]')) {
        const next = page.resolve(attribs.href);
        if (next?.origin === site && !known.has(keyOf(next))) todo.push(next);
      }
    } catch (error) {
      if (!pages.length) throw new UsageError(`${url.href} cannot be read: ${reason(error)}.`);
      unread.push({ name: url.href, why: reason(error) });
    }
  }
  // What the pages' clinic.json say, too.
  const files = new Map(
    pages
      .flatMap((page) =>
        page.select('clinic-info[src]').map((one) => page.resolve(one.attribs.src)),
      )
      .filter((url) => url?.origin === site)
      .map((url) => [keyOf(url!), url!]),
  );
  for (const [key, url] of files) {
    try {
      const { status, text } = await ask(url, /./);
      known.set(key, status < 400);
      if (status < 400 && text !== undefined) texts.set(key, text);
    } catch (error) {
      unread.push({ name: url.href, why: reason(error) });
    }
  }
  return {
    pages,
    unread,
    has: (url) => known.get(keyOf(url)),
    read: (url) => texts.get(keyOf(url)),
  };
}

async function readAtMost(response: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    parts.push(part);
    size += (part as Uint8Array).length;
    if (size > most) throw new Error(`it is larger than ${most} bytes`);
  }
  const charset = /charset=["']?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
  return decoderFor(charset).decode(Buffer.concat(parts));
}

function decoderFor(charset = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

function reason(error: unknown): string {
  if (error instanceof TooDeepError)
    return 'its tags are nested deeper than a browser would follow';
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return 'it does not answer in time';
  const { code } = (cause ?? {}) as NodeJS.ErrnoException;
  return code ? `no connection (${code})` : message;
}
