import { dayOf, isFuture, type Day } from '../foundation/dates.js';
import type { Tree } from './tree.js';

/** Whether a tree's review holds on a day. */
export interface TreeReview {
  state: 'good' | 'future' | 'expired';
  /** The last day on which it holds. */
  due: Day;
}

const DAY = 864e5;

/**
 * Reads a tree's review: it holds until the same day of the month, `reviewMonths` later, or the last of that
 * month. It has come with a day's slack: it is already tomorrow somewhere.
 *
 * @param now - in milliseconds since 1970
 */
export function readTreeReview(
  { reviewedOn, reviewMonths }: Pick<Tree, 'reviewedOn' | 'reviewMonths'>,
  now: number,
): TreeReview {
  const reviewed = dayOf(reviewedOn)!;
  const [year = 0, month = 1, day = 1] = reviewed.iso.split('-').map(Number);
  const date = new Date(0);
  // Day 0 of the month after is the last of the month.
  date.setUTCFullYear(year, month + reviewMonths, 0);
  date.setUTCDate(Math.min(day, date.getUTCDate()));
  const due = dayOf(date.toISOString().slice(0, 10))!;
  const isExpired = now >= due.time + DAY;
  return { state: isFuture(reviewed, now) ? 'future' : isExpired ? 'expired' : 'good', due };
}
