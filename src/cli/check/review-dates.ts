import { calendarDay } from '../../foundation/dates.js';

/** What a page says about its medical review: ISO 8601 days, and how old the review may be. */
export interface ReviewDates {
  reviewed?: string | null | undefined;
  updated?: string | null | undefined;
  staleAfter?: string | null | undefined;
}

export type ReviewProblem =
  | 'reviewed-invalid'
  | 'reviewed-future'
  | 'updated-invalid'
  | 'updated-future'
  | 'stale'
  | 'changed-since'
  | 'stale-after-invalid';

const DAY = 864e5;
const MONTH = 30.44 * DAY;

/** What is wrong with them. A day counts as written; it has come when it has come somewhere. */
export function readReview(
  { reviewed, updated, staleAfter }: ReviewDates,
  now: number,
): { problems: ReviewProblem[] } {
  const problems: ReviewProblem[] = [];
  const timeOf = (name: 'reviewed' | 'updated', written: string | null | undefined) => {
    if (!written?.trim()) return undefined;
    const time = calendarDay(written, 'en')?.time;
    if (time !== undefined && time <= now + DAY) return time;
    problems.push(time === undefined ? `${name}-invalid` : `${name}-future`);
    return undefined;
  };
  const days = { reviewed: timeOf('reviewed', reviewed), updated: timeOf('updated', updated) };
  if (days.reviewed && days.updated && days.updated > days.reviewed) problems.push('changed-since');
  const most = readAge(staleAfter?.trim() || 'P24M');
  if (most === undefined) problems.push('stale-after-invalid');
  if (days.reviewed && now > days.reviewed + (most ?? 24 * MONTH) + DAY) problems.push('stale');
  return { problems };
}

/** `P24M`, `P1Y6M`, `P90D`, `24` months, `none`, in milliseconds. */
function readAge(text: string): number | undefined {
  if (/^none$/i.test(text)) return Infinity;
  const [, only, years, months, weeks, days] =
    /^(?:(\d{1,4})|P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?)$/i.exec(text) ??
    [];
  const count = (digits: string | undefined) => Number(digits ?? 0);
  const age =
    (count(only) + 12 * count(years) + count(months)) * MONTH +
    (7 * count(weeks) + count(days)) * DAY;
  return age || undefined;
}
