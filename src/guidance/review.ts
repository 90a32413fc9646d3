import { dayOf, isFuture, type Day } from '../foundation/dates.js';
import type { Tree } from './tree.js';

/** What may be said about a tree's review. */
export interface TreeReview {
  /**
   * - `current`: it holds
   * - `expired`: it is older than the tree's `reviewMonths`
   * - `none`: its day is none, or has not come
   */
  state: 'current' | 'expired' | 'none';
  /** The last day on which it holds; undefined where there is no review. */
  until: Day | undefined;
}

/**
 * Whether a tree's review holds. Days count as written, in no time zone, and with a day's slack: it is already
 * tomorrow somewhere, and still today elsewhere.
 *
 * @param now - in milliseconds since 1970
 */
export function reviewOf(
  { reviewedOn, reviewMonths }: Pick<Tree, 'reviewedOn' | 'reviewMonths'>,
  now: number,
): TreeReview {
  const day = dayOf(reviewedOn);
  if (!day || isFuture(day, now)) return { state: 'none', until: undefined };
  const [year = 0, month = 1, date = 1] = day.iso.split('-').map(Number);
  // Day 0 of the month after is the last of the month: a review of 31 August holds until 28 February.
  const end = new Date(0);
  end.setUTCFullYear(year, month + reviewMonths, 0);
  end.setUTCDate(Math.min(date, end.getUTCDate()));
  const until = dayOf(end.toISOString().slice(0, 10))!;
  return { state: now < until.time + 2 * 864e5 ? 'current' : 'expired', until };
}
