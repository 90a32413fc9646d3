import { parseMendedJson } from './mended-json.js';
import { readBytes } from './read-text.js';
import { timeLimit } from './time-limit.js';

/** Why there is no JSON. */
export type JsonErrorCode = 'http' | 'network' | 'not-json' | 'timeout' | 'too-large';

/** Its caller's error, which may know more codes; `status` is that of HTTP, where there was one. */
type Failure = new (code: JsonErrorCode, status?: number) => Error;

/* In milliseconds. */
const TIME_LIMIT = 10_000;
/* In bytes. */
const SIZE_LIMIT = 1_000_000;

/**
 * Fetches JSON of at most 1 MB; what an editor did to its quotes is mended.
 *
 * @returns what it says, and the absolute URL that it came from in the end
 * @throws Failure with the reason, within 10 seconds; AbortError where `signal` fired
 */
export async function loadJson(
  url: URL,
  signal: AbortSignal,
  Failure: Failure,
  init: RequestInit = {},
): Promise<{ json: unknown; base: string }> {
  signal.throwIfAborted();
  const limit = timeLimit(TIME_LIMIT, signal);
  try {
    const response = await fetch(url, { ...init, signal: limit.signal });
    if (!response.ok) throw new Failure('http', response.status);
    const bytes = await readBytes(response, SIZE_LIMIT);
    if (!bytes) throw new Failure('too-large');
    return {
      json: jsonFrom(new TextDecoder().decode(bytes), Failure),
      base: response.url || url.href,
    };
  } catch (error) {
    if (error instanceof Failure || signal.aborted) throw error;
    throw new Failure(limit.isOver() ? 'timeout' : 'network');
  } finally {
    limit.done();
  }
}

/**
 * What a JSON text says; what an editor did to its quotes is mended.
 *
 * @throws Failure
 */
export function jsonFrom(text: string, Failure: Failure): unknown {
  try {
    return parseMendedJson(text);
  } catch {
    throw new Failure('not-json');
  }
}
