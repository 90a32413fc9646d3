import {
  readReview,
  reviewTimes,
  type ReviewDates,
  type ReviewProblem,
} from '../../../clinic/review.js';
import type { Check, Fault } from '../finding.js';
import { jsonLdOf } from '../json-ld.js';
import { valueOf } from '../microdata.js';
import { around, matches, textOf } from '../page.js';
import type { Element } from 'domhandler';

const WRITE = 'Write the day as 2026-03-04.';

const PROBLEMS: Record<ReviewProblem, { rule: string; message: string; remedy: string }> = {
  'reviewed-invalid': {
    rule: 'invalid-review',
    message: 'The day of the medical review is no date.',
    remedy: WRITE,
  },
  'modified-invalid': {
    rule: 'invalid-review',
    message: 'The day of the last change is no date.',
    remedy: WRITE,
  },
  'stale-after-invalid': {
    rule: 'invalid-review',
    message: 'stale-after is neither a duration nor “none”.',
    remedy: 'Write P24M for two years, P90D for ninety days, or none.',
  },
  'reviewed-future': {
    rule: 'future-review',
    message: 'The medical review is said to be on a day that has not come.',
    remedy: 'Write the day on which it was done. Until that has come, no date is shown.',
  },
  'modified-future': {
    rule: 'future-review',
    message: 'The last change is said to be on a day that has not come.',
    remedy: 'Write the day on which the text was changed.',
  },
  stale: {
    rule: 'stale-review',
    message: 'The medical review is older than it may be.',
    remedy:
      'Have the page reviewed again; stale-after says how long a review holds (two years by default).',
  },
  'changed-since': {
    rule: 'stale-review',
    message: 'The text was changed after it was reviewed.',
    remedy: 'Have the change reviewed, and write that day.',
  },
};

/** Days of medical reviews, which a page must not make newer than they are. */
export const reviews: Check = {
  rules: [
    { id: 'invalid-review', severity: 'error', about: 'a medical review with a date that is none' },
    {
      id: 'future-review',
      severity: 'error',
      about: 'a medical review on a day that has not come',
    },
    { id: 'stale-review', severity: 'warning', about: 'a medical review that is too old' },
  ],
  *check(page, { now }) {
    for (const element of page.select('medical-review')) {
      const { reviewed, modified, 'stale-after': staleAfter } = element.attribs;
      const times = page.elements.filter(
        (one) => one.name === 'time' && around(one, 'medical-review') === element,
      );
      const written = reviewTimes(times, matches);
      const say = (time: Element | undefined) => time && (time.attribs.datetime ?? textOf(time));
      const dates: ReviewDates = {
        reviewed: say(written.reviewed) || reviewed,
        modified: say(written.modified) || modified,
        staleAfter,
      };
      const place: Record<string, Fault['at']> = {
        reviewed: written.reviewed ?? [element, 'reviewed'],
        modified: written.modified ?? [element, 'modified'],
        stale: [element, 'stale-after'],
      };
      for (const problem of readReview(dates, now).problems) {
        const about = problem === 'stale' || problem === 'changed-since' ? 'reviewed' : problem;
        yield { ...PROBLEMS[problem], at: place[about.split('-')[0]!]! };
      }
    }
    for (const element of page.select('article-card[reviewed]')) {
      yield* told([element, 'reviewed'], element.attribs.reviewed, now, 'none');
    }
    // Where nobody reads when it was reviewed, what machines are told is all there is.
    const staleAfter = page.select('medical-review').length ? 'none' : undefined;
    for (const { script, object } of jsonLdOf(page)) {
      for (const day of [object.lastReviewed].flat())
        if (typeof day === 'string') yield* told(script, day, now, staleAfter);
    }
    for (const element of page.select('[itemprop~="lastReviewed"]')) {
      if (around(element, 'medical-review')) continue;
      yield* told(element, valueOf(element), now, staleAfter);
    }
  },
};

/**
 * What is wrong about a day of review that stands elsewhere.
 *
 * @param staleAfter - `none` where it is another page's matter whether it is too old
 */
function* told(
  at: Element | [Element, string],
  reviewed: string | undefined,
  now: number,
  staleAfter: string | undefined,
) {
  for (const problem of readReview({ reviewed, staleAfter }, now).problems) {
    yield { ...PROBLEMS[problem], at };
  }
}
