import type { TreeProblem } from '../../guidance/parse-tree.js';
import { needsOf } from '../../guidance/outcome-actions.js';
import type { TreeReview } from '../../guidance/review.js';
import type { Tree } from '../../guidance/tree.js';
import type { CheckerErrorCode } from './events.js';

/* What a console is told of one tree. */
const MOST_TOLD = 10;

/* What to do about it, where the tree itself can be mended. */
const REMEDIES: Partial<Record<CheckerErrorCode, string>> = {
  'bad-address': 'write an address like "/guides/back-pain.json".',
  'not-json': 'it is no JSON; look at its commas and quotes.',
  'not-a-tree': 'mend what is said above; `clinic-elements checker lint` finds it all.',
  'too-large': 'write at most 1 MB.',
  'not-reviewed': 'its "reviewedOn" has not come.',
  expired: 'its review is too old: have it reviewed again.',
};

/** Why a tree does not start, for its review. */
export function reviewError(
  { state }: TreeReview,
  expired: 'warn' | 'stop',
): CheckerErrorCode | undefined {
  if (state === 'future') return 'not-reviewed';
  return state === 'expired' && expired === 'stop' ? 'expired' : undefined;
}

/** What is said of a review that is too old, where the guide starts all the same. */
export const EXPIRED = `the tree: ${REMEDIES.expired}`;

/**
 * What the page's developer is told where a guide cannot be started, a line each.
 *
 * @param status - of the answer, HTTP
 */
export function errorLines(
  code: CheckerErrorCode,
  status?: number,
  problems: readonly TreeProblem[] = [],
): string[] {
  const remedy = REMEDIES[code] ?? 'the address does not answer as it should.';
  return [
    ...problems.slice(0, MOST_TOLD).map(({ path, message }) => `${path || 'the tree'}: ${message}`),
    `no tree (${code}${status ? ` ${status}` : ''}); the children stay: ${remedy}`,
  ];
}

/** What is on a page for a guide. */
interface Page {
  emergency: string | undefined;
  clinic: object | undefined;
  form: object | undefined;
}

/**
 * What the page's developer is told that it lacks for some end, a line each. To be said at the start: at the end it
 * would tell which one that is.
 */
export function lackLines({ outcomes }: Tree, { emergency, clinic, form }: Page): string[] {
  const needs = needsOf(outcomes.values());
  return [
    ...(emergency ? [] : ['knows no emergency number for this page. Give "country", e.g. "US".']),
    ...(needs.clinicNumber && !clinic
      ? ['an outcome leads to a call to the clinic. Give "phone".']
      : []),
    ...(needs.form && !form ? ['an outcome leads to a contact-form. Put one on the page.'] : []),
  ];
}
