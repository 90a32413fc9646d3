import { setTimeout as sleep } from 'node:timers/promises';
import { version } from '../../foundation/version.js';
import { UsageError } from '../command.js';
import { htmlFrom } from './html-from.js';
import { keyOf, Page } from './page.js';
import type { Source, Unread } from './site.js';

/** How far a crawl goes, and how gently. */
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
  /** Absent where it is nothing that was asked for. */
  bytes?: Uint8Array;
  /** The encoding that the server says. */
  charset?: string;
}

/**
 * Reads a site as a visitor would: the page at an address, then those of the same origin that pages link to,
 * nearest first, one at a time. Sends no cookie and runs no script.
 *
 * @throws UsageError where the first page cannot be had
 */
export async function crawl(start: URL, options: CrawlOptions): Promise<Source> {
  const visit = new Crawl(start, options);
  await visit.readPages();
  await visit.readFacts();
  return visit;
}

class Crawl implements Source {
  readonly pages: Page[] = [];
  readonly unread: Unread[] = [];
  readonly #options: Required<CrawlOptions>;
  readonly #todo: URL[];
  /* By address, whether something is there; the pages and other files that are. */
  readonly #known = new Map<string, boolean>();
  readonly #found = new Map<string, Page>();
  readonly #texts = new Map<string, string>();
  #site: string;
  #asked = 0;

  constructor(start: URL, options: CrawlOptions) {
    this.#options = { timeout: 10_000, mostBytes: 1_000_000, ...options };
    this.#todo = [start];
    this.#site = start.origin;
  }

  has = (url: URL): boolean | undefined => this.#known.get(keyOf(url));
  pageAt = (url: URL): Page | undefined => this.#found.get(keyOf(url));
  read = (url: URL): string | undefined => this.#texts.get(keyOf(url));

  async readPages(): Promise<void> {
    for (let url; this.pages.length < this.#options.maxPages && (url = this.#todo.shift());) {
      if (this.#known.has(keyOf(url))) continue;
      this.#known.set(keyOf(url), true);
      try {
        await this.#readPage(url);
      } catch (error) {
        if (!this.pages.length)
          throw new UsageError(`${url.href} cannot be read: ${reason(error)}.`);
        this.unread.push({ name: url.href, why: reason(error) });
      }
    }
  }

  /** What the pages' `clinic.json` say, where that is the site's own. */
  async readFacts(): Promise<void> {
    const named = this.pages.flatMap((page) =>
      page.select('clinic-info[src]').map((one) => page.resolve(one.attribs.src)),
    );
    const files = new Map(named.flatMap((url) => (url ? [[keyOf(url), url] as const] : [])));
    for (const [key, url] of files) {
      if (url.origin !== this.#site) continue;
      try {
        const { status, bytes } = await this.#ask(url, /./);
        this.#known.set(key, status < 400);
        if (status < 400 && bytes) this.#texts.set(key, new TextDecoder().decode(bytes));
      } catch (error) {
        this.unread.push({ name: url.href, why: reason(error) });
      }
    }
  }

  async #readPage(url: URL): Promise<void> {
    const { status, bytes, charset, url: there } = await this.#ask(url, /\bx?html\b/i);
    const isThere = status < 400;
    if (!this.pages.length) {
      if (!isThere || !bytes) throw new Error(isThere ? 'it is no HTML' : `it answers ${status}`);
      this.#site = there.origin;
    }
    this.#known.set(keyOf(url), isThere);
    if (!isThere || !bytes) return;
    // It may have been sent to a page that was read before.
    const page = this.#found.get(keyOf(there)) ?? this.#take(there, htmlFrom(bytes, charset));
    this.#found.set(keyOf(url), page);
  }

  #take(url: URL, html: string): Page {
    const page = new Page(url.href, url, html);
    this.pages.push(page);
    this.#known.set(keyOf(url), true);
    this.#found.set(keyOf(url), page);
    for (const { attribs } of page.select('a[href], area[href]')) {
      const next = page.resolve(attribs.href);
      if (next?.origin !== this.#site) continue;
      next.hash = '';
      this.#todo.push(next);
    }
    return page;
  }

  /** @param type - of an answer that is read */
  async #ask(url: URL, type: RegExp): Promise<Answer> {
    const { delay, timeout, mostBytes } = this.#options;
    if (this.#asked++) await sleep(delay);
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
      const kind = headers.get('content-type') ?? '';
      const isMoved = status >= 300 && status < 400 && location;
      if (!isMoved && type.test(kind)) {
        const [, charset] = /charset=["']?([\w-]+)/i.exec(kind) ?? [];
        return { url: at, status, charset, bytes: await readAtMost(response, mostBytes) };
      }
      await response.body?.cancel();
      if (!isMoved) return { url: at, status };
      const next = new URL(location, at);
      // Another site's page, but for the first: http or another host name may lead to the site.
      if (this.pages.length && next.origin !== at.origin) return { url: next, status: 200 };
      if (hop === REDIRECTS) throw new Error('it is sent on and on');
      at = next;
    }
  }
}

async function readAtMost(response: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    parts.push(part);
    size += (part as Uint8Array).length;
    if (size > most) throw new Error(`it is larger than ${most} bytes`);
  }
  return Buffer.concat(parts);
}

function reason(error: unknown): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return 'it does not answer in time';
  const { code } = (cause ?? {}) as NodeJS.ErrnoException;
  return code ? `no connection (${code})` : message;
}
