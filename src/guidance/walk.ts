import { holds, type Known } from './expression.js';
import {
  atLeast,
  optionsOf,
  RULES,
  type Answer,
  type Answers,
  type Question,
  type Target,
  type Tree,
} from './tree.js';

/** What decided an outcome: a red flag, a rule (by its place, from 0), a target, or that no rule held. */
export type Decision =
  | { by: 'redFlag'; flag: string }
  | { by: 'rule'; rule: number }
  | { by: 'goto'; question: string }
  | { by: 'otherwise' };

/** How far some answers lead. */
export interface Walk {
  /** Questions in the order in which they were asked, the open one last. */
  path: readonly string[];
  /** The question that is open. */
  question?: string;
  /** Where the walk ends. One of `question` and `outcome` is there. */
  outcome?: { id: string; decision: Decision };
  /** Red flags that the answers on the path raised, in the order of the tree. */
  flags: readonly string[];
  /** The most questions that can still come, the open one included. */
  left: number;
}

/**
 * How far the answers lead: the question to ask next, or the outcome. A pure function. Answers to questions
 * that are not on the way are passed over; one that does not fit its question counts as none.
 */
export function walk(tree: Tree, answers: Answers): Walk {
  const path: string[] = [];
  let target: Target = tree.start;
  let flags: string[] = [];
  const known: Known = {
    answer: (id) => (path.includes(id) ? usable(tree, id, answers) : undefined) ?? undefined,
    flagged: (flag) => flags.includes(flag),
  };

  for (;;) {
    const question = tree.questions.get(target);
    if (!question) break;
    path.push(target);
    const answer = usable(tree, target, answers);
    if (answer === undefined)
      return { path, question: target, flags, left: questionsFrom(tree, target) };
    flags = flagsOf(tree, path, answers, known, flags);
    const emergency = flags.find((flag) => tree.redFlags.get(flag)?.level === 'emergency');
    if (emergency !== undefined) return flagged(tree, emergency, path, flags);
    target = gotoOf(question, answer, known);
  }

  const last = path.at(-1) ?? '';
  const decided = target === RULES ? decide(tree, known) : ledTo(target, last);
  const level = tree.outcomes.get(decided.id)?.level;
  // What is urgent outranks what the tree would say, unless that is as severe.
  const urgent = flags.find((flag) => !level || !atLeast(level, tree.redFlags.get(flag)!.level));
  if (urgent !== undefined) return flagged(tree, urgent, path, flags);
  return { path, outcome: decided, flags, left: 0 };
}

/** An outcome with what decided it. */
type Decided = NonNullable<Walk['outcome']>;

const ledTo = (id: string, question: string): Decided => ({
  id,
  decision: { by: 'goto', question },
});

function flagged(tree: Tree, flag: string, path: string[], flags: string[]): Walk {
  const id = tree.redFlags.get(flag)!.outcome;
  return { path, outcome: { id, decision: { by: 'redFlag', flag } }, flags, left: 0 };
}

function decide(tree: Tree, known: Known): Decided {
  const rule = tree.rules.findIndex(({ when }) => holds(when, known));
  const found = tree.rules[rule];
  if (found) return { id: found.outcome, decision: { by: 'rule', rule } };
  return { id: tree.otherwise!, decision: { by: 'otherwise' } };
}

function gotoOf(question: Question, answer: Answer, known: Known): Target {
  const chosen = optionsOf(question).find(({ id }) => id === answer);
  return chosen?.goto ?? question.next.find(({ when }) => !when || holds(when, known))!.goto;
}

/**
 * The red flags that are raised, in the order of the tree. Those raised before stay. Flags may name flags, so they are
 * gone through until none is added.
 */
function flagsOf(
  tree: Tree,
  path: string[],
  answers: Answers,
  known: Known,
  before: readonly string[],
): string[] {
  const raised = new Set(before);
  for (const id of path) {
    const question = tree.questions.get(id)!;
    const answer = usable(tree, id, answers);
    for (const { id: option, redFlag } of optionsOf(question)) {
      const chosen = Array.isArray(answer) ? answer.includes(option) : answer === option;
      if (chosen && redFlag !== undefined) raised.add(redFlag);
    }
  }
  const here: Known = { ...known, flagged: (flag) => raised.has(flag) };
  let count;
  do {
    count = raised.size;
    for (const [id, { when }] of tree.redFlags) if (when && holds(when, here)) raised.add(id);
  } while (raised.size > count);
  return [...tree.redFlags.keys()].filter((id) => raised.has(id));
}

/** An answer as its question can use it, null where it was passed over, undefined where there is none. */
function usable(tree: Tree, id: string, answers: Answers): Answer | undefined {
  const question = tree.questions.get(id);
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  return question && answer !== undefined && fits(question, answer) ? answer : undefined;
}

/** Whether an answer is one that its question can have. */
export function fits(question: Question, answer: Answer): boolean {
  if (answer === null) return question.optional === true;
  if (question.kind === 'number') {
    const { min, max, step } = question;
    if (typeof answer !== 'number' || !(answer >= min && answer <= max)) return false;
    const steps = (answer - min) / step;
    return Math.abs(steps - Math.round(steps)) < 1e-9;
  }
  const { kind, options } = question;
  const option = (chosen: unknown) => options.find(({ id }) => id === chosen);
  if (kind !== 'many') return option(answer) !== undefined;
  if (!Array.isArray(answer) || !answer.length || new Set(answer).size < answer.length)
    return false;
  const chosen = answer.map(option);
  return chosen.every((one) => one && (!one.exclusive || chosen.length === 1));
}

/** Each target that a question may lead to, branches taken or not. */
export function targetsOf(question: Question): Target[] {
  const gotos = [...question.next, ...optionsOf(question)].map(({ goto }) => goto);
  return [...new Set(gotos.filter((goto) => goto !== undefined))];
}

const longest = new WeakMap<Tree, Map<Target, number>>();

/** The most questions from one on, itself included. A tree that was read has no circle. */
function questionsFrom(tree: Tree, target: Target): number {
  const known = longest.get(tree) ?? new Map<Target, number>();
  longest.set(tree, known);
  const from = (id: Target): number => {
    const question = tree.questions.get(id);
    if (!question) return 0;
    const found = known.get(id) ?? 1 + Math.max(...targetsOf(question).map(from));
    known.set(id, found);
    return found;
  };
  return from(target);
}
