import type { Exploration } from './explore.js';
import type { Fault } from './findings.js';
import type { Tree } from './tree.js';

const MOST_QUESTIONS = 15;

/** What is wrong with where a tree leads. */
export function* lintPaths(tree: Tree, found: Exploration): Generator<Fault> {
  const { coverage } = found;
  for (const mishap of found.deadEnds.values()) yield { code: 'dead-end', ...mishap };
  yield* lintFlags(tree, found);
  // What never came may come where not everything was tried.
  const never = (code: string, path: string, message: string): Fault =>
    coverage.exhaustive
      ? { code, path, message }
      : { code, path, message: `${message} Not everything was tried.`, severity: 'warning' };

  for (const id of tree.questions.keys())
    if (!found.asked.has(id))
      yield never('unreachable-question', `questions.${id}`, 'No answers lead to this question.');
  for (const [id, { next }] of tree.questions)
    for (const [index, { when }] of next.entries()) {
      const path = `questions.${id}.next[${index}]`;
      if (when && found.asked.has(id) && !found.taken.has(path))
        yield never(
          'branch-never-taken',
          path,
          'No answers take it: its condition never holds there, or something before it always leads on.',
        );
    }
  const decided = new Set<number>();
  const ended = new Set<string>();
  for (const { outcome, decision } of found.endings) {
    ended.add(outcome);
    if (decision.by === 'rule') decided.add(decision.rule);
  }
  for (const index of tree.rules.keys())
    if (!decided.has(index))
      yield never(
        'rule-never-decides',
        `rules[${index}]`,
        found.held.has(index)
          ? 'Where it holds, a red flag always decides.'
          : 'No answers make it decide: it never holds, or a rule before it always does.',
      );
  for (const id of tree.outcomes.keys())
    if (!ended.has(id))
      yield never('unreachable-outcome', `outcomes.${id}`, 'No answers lead to this outcome.');

  for (const { path, question, held, example } of found.doubts)
    yield held
      ? {
          code: 'negation-not-asked',
          path,
          message: `Holds where "${question}" was not answered. Ask it before, or write: answered(${question}) and ….`,
          example,
        }
      : {
          code: 'condition-not-asked',
          path,
          message: `Is false where "${question}" was not asked. If that is meant, write: answered(${question}) and ….`,
          example,
        };
  if (found.longest.length > MOST_QUESTIONS)
    yield {
      code: 'too-many-questions',
      path: 'questions',
      message: `A way has ${found.longest.length} questions. Few people answer more than ${MOST_QUESTIONS}.`,
      example: found.longest.example,
    };
  if (!coverage.exhaustive)
    yield {
      code: 'not-exhaustive',
      path: '',
      message: `Not everything was tried: ${coverage.walks} walks of at most ${coverage.limit}, ${coverage.paths} ways to an end. Nothing is proved. Raise the limit, or ask less at once.`,
    };
}

function* lintFlags(tree: Tree, found: Exploration): Generator<Fault> {
  for (const id of tree.redFlags.keys()) {
    const path = `redFlags.${id}`;
    const swallowed = found.swallowed.get(id);
    if (swallowed) yield { code: 'flag-swallowed', ...swallowed };
    const unasked = found.unasked.get(id);
    if (!found.raised.has(id)) {
      const severity = found.coverage.exhaustive ? 'error' : 'warning';
      const message =
        'No answers raise it. Name it in an option’s "redFlag", or mend its condition.';
      yield { code: 'flag-never-raised', path, message, severity };
    } else if (unasked) {
      const message = `Answers lead to "${unasked.outcome}", which is not urgent, and nobody asked for this red flag. Ask before.`;
      yield { code: 'flag-not-asked', path, message, example: unasked.example };
    }
  }
}
