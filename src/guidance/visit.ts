import type { Answer, Answers, Tree } from './tree.js';
import { walk, type Walk } from './walk.js';

/** Where somebody is in a tree. */
export interface Visit {
  /** All that was answered; also what is no longer on the way, in case the way comes back to it. */
  answers: Answers;
  /** The question that is shown; undefined at the outcome. */
  at: string | undefined;
  /** It is shown to change one answer: from it the way leads back to the outcome. */
  changing: boolean;
}

/** At the first question, with nothing answered. */
export const begin = (tree: Tree): Visit => ({ answers: {}, at: tree.start, changing: false });

/**
 * Answers the question that is shown and goes on: to the next on the way, answered or not, or to the outcome.
 * An emergency ends the way at once.
 */
export function answer(tree: Tree, { answers, at, changing }: Visit, given: Answer): Visit {
  if (at === undefined) return { answers, at, changing };
  const next = { ...answers, [at]: given };
  const way = walk(tree, next);
  const following = way.path[way.path.indexOf(at) + 1];
  if (changing || isEmergency(tree, way) || following === undefined)
    return { answers: next, at: way.question, changing: changing && way.question !== undefined };
  return { answers: next, at: following, changing: false };
}

/** To the question before, with every answer kept; undefined before the first. */
export function back(tree: Tree, { answers, at }: Visit): Visit | undefined {
  const { path } = walk(tree, answers);
  const before = path[(at === undefined ? path.length : path.indexOf(at)) - 1];
  return before === undefined ? undefined : { answers, at: before, changing: false };
}

/** From the outcome to a question on the way, to answer it again. */
export const change = ({ answers }: Visit, question: string): Visit => ({
  answers,
  at: question,
  changing: true,
});

/** How far a visit is. */
export interface Progress {
  /** Of the question that is shown, from 1. */
  number: number;
  /** The most questions that can come after it. Never more than it was before, less one. */
  more: number;
}

/** How far a visit is, at a question. */
export function progressOf(tree: Tree, { answers, at }: Visit): Progress {
  const { path } = walk(tree, answers);
  const before = path.slice(0, path.indexOf(at!));
  // As if nothing were answered from here on: those answers may change.
  const { left } = walk(tree, Object.fromEntries(before.map((id) => [id, answers[id]])));
  return { number: before.length + 1, more: left - 1 };
}

const isEmergency = (tree: Tree, { outcome }: Walk): boolean =>
  outcome?.decision.by === 'redFlag' &&
  tree.redFlags.get(outcome.decision.flag)?.level === 'emergency';
