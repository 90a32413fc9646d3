import { WORDING_RULES } from './wording.js';
import type { Answers } from './tree.js';

export type Severity = 'error' | 'warning';

/** Something that is wrong with a tree. */
export interface Finding {
  /** For programs; docs/guidance.md lists them. */
  code: string;
  severity: Severity;
  /** Where it stands, e.g. `questions.where.options[2].goto`; empty for the whole tree. */
  path: string;
  /** What is wrong, and what to do. */
  message: string;
  /** Answers that show it. */
  example?: Answers;
}

/** A finding's severity is its code's, unless not everything could be tried. */
export type Fault = Omit<Finding, 'severity'> & { severity?: Severity };

interface LintRule {
  code: string;
  severity: Severity;
  about: string;
}

const rule = (code: string, severity: Severity, about: string): LintRule => ({
  code,
  severity,
  about,
});

/** What the linter looks for, beside what `parseTree` refuses. A code stays: it stands in people's builds. */
export const LINT_RULES: readonly LintRule[] = [
  rule('dead-end', 'error', 'answers after which the walk does not go on, or does not end'),
  rule('unreachable-question', 'error', 'no answers lead to it'),
  rule('unreachable-outcome', 'error', 'no answers lead to it'),
  rule('branch-never-taken', 'error', 'no answers take it'),
  rule('rule-never-decides', 'error', 'it never holds, or something before it always decides'),
  rule('flag-swallowed', 'error', 'answers raise a red flag, and the outcome is less severe'),
  rule('flag-never-raised', 'error', 'no answers raise it'),
  rule('flag-not-asked', 'error', 'an outcome that is not urgent, before it was asked for'),
  rule('flag-question-optional', 'warning', 'a question that raises red flags may be passed over'),
  rule('flag-without-source', 'error', 'nothing says what a red flag rests on'),
  rule(
    'negation-not-asked',
    'error',
    'a condition holds because a question was not asked or answered',
  ),
  rule('condition-not-asked', 'warning', 'a condition is false because a question was not asked'),
  rule('comparison-constant', 'warning', 'whatever is answered, it comes out the same'),
  rule(
    'none-missing',
    'warning',
    'several can be chosen, at least one must be, and none is “none”',
  ),
  rule('duplicate-option', 'error', 'two options of a question read alike'),
  rule('emergency-without-call', 'error', 'does not begin with a call to the emergency number'),
  rule('outcome-without-action', 'error', 'nothing to do'),
  rule('review-in-future', 'error', 'the day of the review has not come'),
  rule('review-expired', 'error', 'the review is older than `reviewMonths`'),
  rule('source-unused', 'warning', 'nothing rests on it'),
  rule('language-unused', 'error', 'no text is in it'),
  rule('missing-translation', 'error', 'a text that is not in each of the languages'),
  rule('untranslated', 'warning', 'a text that is the same in two languages'),
  rule('too-many-questions', 'warning', 'more than 15 on one way'),
  rule('long-text', 'warning', 'a question of more than 300 characters'),
  rule('not-exhaustive', 'warning', 'there are more answers than could be tried'),
  ...WORDING_RULES,
];

const SEVERITIES = new Map(LINT_RULES.map(({ code, severity }) => [code, severity]));

/** A finding with the severity of its code. */
export function findingOf({ code, severity, ...fault }: Fault): Finding {
  return { code, severity: severity ?? SEVERITIES.get(code) ?? 'error', ...fault };
}
