import { dayAfter, dayOf, isFuture, isPast, type Day } from '../foundation/dates.js';

/** What a page says about its medical review. */
export interface ReviewDates {
  /** The day of the review, ISO 8601. */
  reviewed?: string | null | undefined;
  /** The day of the last change of the text, ISO 8601. */
  modified?: string | null | undefined;
  /** When a review is too old: an ISO 8601 duration, a number of months, or `none`; 24 months by default. */
  staleAfter?: string | null | undefined;
}

/**
 * What a page's developer should mend:
 * - `reviewed-invalid`, `modified-invalid`: no date of the form 2026-03-04
 * - `reviewed-future`, `modified-future`: a day that has not come
 * - `stale`: the review is older than it may be
 * - `changed-since`: the text was changed after it was reviewed
 * - `stale-after-invalid`: neither a duration nor `none`; the default holds
 */
export type ReviewProblem =
  | 'reviewed-invalid'
  | 'reviewed-future'
  | 'modified-invalid'
  | 'modified-future'
  | 'stale'
  | 'changed-since'
  | 'stale-after-invalid';

/* How a day is marked: schema.org, hAtom, microformats2. */
const REVIEWED = ':is([itemprop~=lastReviewed], [itemprop~=lastReviewed] *)';
const CHANGED =
  ':is([itemprop~=dateModified], .updated, .dt-updated, [itemprop~=dateModified] *, .updated *)';

/**
 * Which `time` in the sentence that an author wrote is which: one that is marked is what it is marked as; of the
 * others, the first is the review's and the second a change's.
 *
 * @param matches - whether a selector of CSS names one
 */
export function reviewTimes<Time>(
  times: readonly Time[],
  matches: (time: Time, css: string) => boolean,
): { reviewed: Time | undefined; modified: Time | undefined } {
  const isChange = (time: Time) => matches(time, CHANGED);
  const reviewed =
    times.find((time) => matches(time, REVIEWED)) ?? times.find((time) => !isChange(time));
  const modified = times.find(isChange) ?? times.find((time) => time !== reviewed);
  return { reviewed, modified };
}

/** What may be said about a review. */
export interface ReviewReading {
  /** A day that has come; undefined where none can be said. */
  reviewed: Day | undefined;
  modified: Day | undefined;
  /** The last day on which the review is not too old; undefined where that is not asked, or not known. */
  due: Day | undefined;
  stale: boolean;
  problems: ReviewProblem[];
}

interface Duration {
  months: number;
  days: number;
}

/** How old a review may be where nobody says otherwise. */
export const STALE_AFTER = 'P24M';

/**
 * Reads how old a review may be: `P24M`, `P1Y6M`, `P52W`, `P90D` (ISO 8601, without times of day), or `24`
 * for months. Null for `none`, undefined where it cannot be read.
 */
export function parseStaleAfter(value: string | null | undefined): Duration | null | undefined {
  const text = value?.trim() || STALE_AFTER;
  if (/^none$/i.test(text)) return null;
  const [, only] = /^(\d{1,4})$/.exec(text) ?? [];
  const [, years, months, weeks, days] =
    /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?$/i.exec(text) ?? [];
  const count = (digits: string | undefined) => Number(digits ?? 0);
  const duration = {
    months: count(only) + 12 * count(years) + count(months),
    days: 7 * count(weeks) + count(days),
  };
  return duration.months || duration.days ? duration : undefined;
}

/**
 * What may be said about a review, so that a page never says what is not true. A day counts as written, in no
 * time zone, and has come with a day's slack: it is already tomorrow somewhere. A change before the review is
 * covered by it, so both days are said. A review that is too old has still taken place: its day is said, and
 * `stale` set.
 *
 * @param now - in milliseconds since 1970
 */
export function readReview(dates: ReviewDates, now: number): ReviewReading {
  const problems: ReviewProblem[] = [];
  const day = (name: 'reviewed' | 'modified'): Day | undefined => {
    const written = dates[name];
    if (!written?.trim()) return undefined;
    const found = dayOf(written);
    if (found && !isFuture(found, now)) return found;
    problems.push(found ? `${name}-future` : `${name}-invalid`);
    return undefined;
  };
  const reviewed = day('reviewed');
  const modified = day('modified');
  if (reviewed && modified && modified.time > reviewed.time) problems.push('changed-since');

  let most = parseStaleAfter(dates.staleAfter);
  if (most === undefined) {
    problems.push('stale-after-invalid');
    most = parseStaleAfter(STALE_AFTER);
  }
  const due = reviewed && most ? dayAfter(reviewed, most.months, most.days) : undefined;
  const stale = !!due && isPast(due, now);
  if (stale) problems.push('stale');
  return { reviewed, modified, due, stale, problems };
}
