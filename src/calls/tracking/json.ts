import { readText } from '../../foundation/read-text.js';
import { safeResource } from '../../foundation/safe-url.js';
import type { Tracker, Vendor } from './tracker.js';

/* In milliseconds. */
const TIME_LIMIT = 5000;
const SIZE_LIMIT = 65_536;
const SINGLE =
  '"tracking-src" gives one number for several; answer by number, as in docs/call-tracking.md.';

/** One number that an answer gives. */
export interface TrackingNumber {
  /** The clinic's own number; absent where the answer gives one number and says not what for. */
  own?: string;
  /** What to show for it, best first. */
  shown: string[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * The numbers in an answer: amp-call-tracking's `{ phoneNumber, formattedPhoneNumber }`, a map from own
 * number to tracking number, or a list of `{ number, trackingNumber }`. What does not fit is passed over;
 * whether these are numbers is for the book to say.
 */
export function trackingNumbersIn(body: unknown): TrackingNumber[] {
  if (!isObject(body)) return [];
  const one = [body.formattedPhoneNumber, body.phoneNumber].filter(isText);
  if (one.length) return [{ shown: one }];
  const pairs: [unknown, unknown][] = Array.isArray(body)
    ? body.filter(isObject).map(({ number, trackingNumber }) => [number, trackingNumber])
    : Object.entries(body);
  return pairs.flatMap(([own, shown]) =>
    isText(own) && isText(shown) ? [{ own, shown: [shown] }] : [],
  );
}

/** An address of the clinic's that says which numbers to show. It is asked once on a page. */
export const json: Vendor = {
  where({ src }, tools, warn) {
    const address = safeResource(src, tools.base());
    if (!address) warn('"tracking-src" is no address to fetch from.');
    return address?.href;
  },
  start(tracker, address) {
    const asked: string[] = [];
    let single = false;
    let request: Promise<void> | undefined;
    const give = (body: unknown) => {
      const numbers = trackingNumbersIn(body);
      single = numbers.some(({ own }) => own === undefined);
      // Of one number that is for nobody in particular, the first that asked can be sure.
      const known = numbers.filter(({ own = asked[0], shown }) => tracker.answer(own, ...shown));
      // An empty answer is one: this visitor is not tracked.
      if (!known.length && !(isObject(body) && !Object.keys(body).length)) throw new Error();
    };
    return {
      ask() {
        asked.push(...tracker.take().map(({ href }) => href));
        if (asked.length) request ??= load(address, tracker, give);
        void request?.then(() => {
          if (single && asked.length > 1) tracker.warn(SINGLE);
        });
      },
      // The request has an end anyway, and whoever wants the numbers next has them.
      stop() {},
    };
  },
};

/** Never rejects: where there is no answer the clinic's own numbers stay. */
async function load(
  address: string,
  { tools, warn }: Tracker,
  give: (body: unknown) => void,
): Promise<void> {
  const abort = new AbortController();
  const stop = tools.timer(TIME_LIMIT, () => abort.abort());
  let problem = 'no answer';
  try {
    const response = await tools.fetch(new URL(address), {
      credentials: 'same-origin',
      cache: 'no-store',
      // The path may name a condition.
      referrerPolicy: 'strict-origin',
      signal: abort.signal,
    });
    problem = `HTTP ${response.status}`;
    if (!response.ok) throw new Error();
    problem = 'unreadable';
    give(JSON.parse((await readText(response, SIZE_LIMIT)) ?? ''));
  } catch {
    warn(`"tracking-src" gives no numbers (${problem}); see docs/call-tracking.md.`);
  } finally {
    stop();
  }
}
