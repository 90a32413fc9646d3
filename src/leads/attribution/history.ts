import { isCampaign, isDirect, TOUCH_NAMES, type Touch } from './touch.js';
import { LONGEST_VALUE } from './values.js';

/** What is remembered of a visitor from page to page, after consent. */
export interface History {
  /** How they came the first time; never overwritten. */
  first: Touch;
  /** How they came the last time that it could be told: a direct visit overwrites nothing. */
  last: Touch;
  /** Times that they came: a page more than 30 minutes after the one before begins a visit. */
  visits: number;
  /** Pages that they opened. */
  pages: number;
  /** When this began; milliseconds since 1970. */
  since: number;
  /** When the last page was opened. */
  seen: number;
}

/** A page after so long a pause begins a visit; milliseconds. */
export const VISIT_PAUSE = 30 * 60_000;
/** Everything is forgotten so long after it began, however often the visitor comes; milliseconds. */
export const KEPT_FOR = 90 * 24 * 60 * 60_000;
/** The most characters in storage. */
export const MOST_STORED = 4_096;

/** What is told of the first touch. */
export const FIRST_NAMES = [
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'landing_page',
  'referrer',
  'channel',
] as const;

/** Adds one page, opened at the touch's time. A clock that was put back begins no visit and renews nothing. */
export function extend(history: History | undefined, touch: Touch): History {
  const now = touch.at;
  if (!history || now - history.since > KEPT_FOR) {
    return { first: touch, last: touch, visits: 1, pages: 1, since: now, seen: now };
  }
  const { first, last, visits, pages, since, seen } = history;
  const isNewVisit = now - seen > VISIT_PAUSE;
  const isNews = isCampaign(touch) || (!isDirect(touch) && (isNewVisit || isDirect(last)));
  return {
    first,
    last: isNews ? touch : last,
    visits: visits + Number(isNewVisit),
    pages: pages + 1,
    since: Math.min(since, now),
    seen: now,
  };
}

/** The history as text for storage; undefined where that would be too long. */
export function serialise({ first, ...rest }: History): string | undefined {
  const values = Object.fromEntries(
    FIRST_NAMES.flatMap((name) => (first.values[name] ? [[name, first.values[name]]] : [])),
  );
  const text = JSON.stringify({ version: 1, first: { at: first.at, values }, ...rest });
  return text.length <= MOST_STORED ? text : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

function touchIn(value: unknown): Touch | undefined {
  if (!isObject(value) || !isCount(value.at) || !isObject(value.values)) return undefined;
  const values: Record<string, string> = {};
  for (const name of TOUCH_NAMES) {
    const text = Object.hasOwn(value.values, name) && value.values[name];
    if (typeof text === 'string' && text && text.length <= 2 * LONGEST_VALUE) values[name] = text;
  }
  return { at: value.at, values };
}

/** Reads what `serialise` wrote; undefined where it is anything else, or too old at `now`. */
export function deserialise(text: string | null, now: number): History | undefined {
  if (!text || text.length > MOST_STORED) return undefined;
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(stored) || stored.version !== 1) return undefined;
  const { visits, pages, since, seen } = stored;
  const [first, last] = [touchIn(stored.first), touchIn(stored.last)];
  if (!first || !last || !isCount(visits) || !isCount(pages) || !isCount(since) || !isCount(seen)) {
    return undefined;
  }
  return now - since > KEPT_FOR ? undefined : { first, last, visits, pages, since, seen };
}
