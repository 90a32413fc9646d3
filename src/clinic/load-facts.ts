import { factsAt, type FactsAt } from './facts-at.js';
import type { ClinicFacts } from './facts.js';
import { pageFacts } from './page-facts.js';
import { jsonFrom, loadJson, type JsonErrorCode } from '../foundation/load-json.js';
import { safeResource } from '../foundation/safe-url.js';
import { parseClinicFacts, type FactsReading } from './read-facts.js';

/** Why facts could not be had. */
export type FactsErrorCode = JsonErrorCode | 'bad-address' | 'not-facts';

/* What to do about it, where the file itself can be mended. */
const REMEDIES: Partial<Record<FactsErrorCode, string>> = {
  'bad-address': 'write an address like "/clinic.json".',
  'not-facts': 'write one object, as docs/clinic-json.md shows it.',
  'not-json': 'it is no JSON; look at its commas and quotes.',
  'too-large': 'write at most 1 MB.',
};

/** No facts, by which fault, with the remedy as its message. */
export class FactsError extends Error {
  constructor(
    readonly code: FactsErrorCode,
    /** The HTTP status, where there was one. */
    readonly status?: number,
  ) {
    super(REMEDIES[code] ?? 'the address does not answer as it should.');
  }
}

/** What was read, and the absolute URL that it came from. */
export interface LoadedFacts extends FactsReading {
  base: string;
}

/** A request that the page made, and for how many it is. */
interface Shared {
  answer: Promise<LoadedFacts>;
  abort: AbortController;
  waiting: number;
}
/* By address: one request for a page, however many ask and whenever. A failed one is asked for again. */
const requests = new Map<string, Shared>();

/**
 * Fetches a clinic.json of at most 1 MB, once for each address on a page.
 *
 * @param src - as the author wrote it; http(s), absolute or relative to `base`
 * @param signal - ends the waiting, and the request where nobody else waits for it
 * @throws FactsError with the reason, within 10 seconds; AbortError where `signal` fired
 */
export async function loadFacts(
  src: string,
  base: string,
  signal: AbortSignal,
): Promise<LoadedFacts> {
  signal.throwIfAborted();
  const url = safeResource(src, base);
  if (!url) throw new FactsError('bad-address');
  url.hash = '';
  const { href } = url;
  const shared = requests.get(href) ?? request(url);
  shared.waiting++;
  const leave = () => {
    if (--shared.waiting) return;
    requests.delete(href);
    shared.abort.abort();
  };
  signal.addEventListener('abort', leave);
  try {
    return await shared.answer;
  } finally {
    signal.removeEventListener('abort', leave);
    // What came too late is nobody's.
    signal.throwIfAborted();
  }
}

function request(url: URL): Shared {
  const abort = new AbortController();
  const shared: Shared = { abort, waiting: 0, answer: fetchFacts(url, abort.signal) };
  requests.set(url.href, shared);
  shared.answer.catch(() => {
    if (requests.get(url.href) === shared) requests.delete(url.href);
  });
  return shared;
}

/**
 * The facts in an object of a page's script.
 *
 * @throws FactsError where JSON cannot say it, or it is no object
 */
export function factsFromObject(facts: object, base: string): LoadedFacts {
  let text: string;
  try {
    text = JSON.stringify(facts);
  } catch {
    throw new FactsError('not-json');
  }
  return factsFromText(text, base);
}

/**
 * The facts in a text of the page itself.
 *
 * @param base - what its relative addresses start from
 * @throws FactsError
 */
export function factsFromText(text: string, base: string): LoadedFacts {
  return factsFrom(jsonFrom(text, FactsError), base);
}

function factsFrom(json: unknown, base: string): LoadedFacts {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new FactsError('not-facts');
  return { ...parseClinicFacts(json, base), base };
}

/**
 * Says to the whole page what holds from now on.
 *
 * @param base - the absolute URL that the facts came from
 */
export function publishFacts(facts: ClinicFacts | undefined, base?: string): void {
  const known = new Map<string | undefined, FactsAt>();
  const at = (place?: string): FactsAt => {
    // Asked at every update of every element.
    let found = known.get(place);
    if (!found) known.set(place, (found = factsAt(facts!, place)));
    return found;
  };
  const page = pageFacts;
  Object.assign(page, { facts, base, at: facts && at });
  for (const follower of [...page.followers]) follower.requestUpdate();
}

async function fetchFacts(url: URL, signal: AbortSignal): Promise<LoadedFacts> {
  // The browser's defaults, so that the page may preload it: no cookie leaves the site.
  const { json, base } = await loadJson(url, signal, FactsError);
  return factsFrom(json, base);
}
