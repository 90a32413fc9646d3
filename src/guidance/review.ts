import { dayAfter, dayOf, isFuture, isPast, type Day } from '../foundation/dates.js';
import type { Tree } from './tree.js';

/** Whether a tree's review holds on a day; `due` is the last day on which it does. */
export type TreeReview =
  | { state: 'expired'; due: Day }
  /** Without `due` where that is after the year 9999. */
  | { state: 'good' | 'future'; due: Day | undefined };

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
  const due = dayAfter(reviewed, reviewMonths);
  if (isFuture(reviewed, now)) return { state: 'future', due };
  return due && isPast(due, now) ? { state: 'expired', due } : { state: 'good', due };
}
