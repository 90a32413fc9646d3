import { conditionsOf } from './conditions.js';
import { leavesOf, type Leaf } from './expression.js';
import type { Answer, ChoiceQuestion, NumberQuestion, Option, Tree } from './tree.js';

/** Answers to one question that stand for all that it can have. */
export interface Representatives {
  answers: readonly Answer[];
  /** Whether each other answer leads where one of these does. */
  complete: boolean;
}

/** Options that can each make a difference, beside each other: 2 to this power sets are tried. */
const MOST_FREE = 12;

/**
 * For each question, answers that stand for all: every option; of numbers, the ends and either side of each
 * number that a condition names; of several choices, every set of the options that conditions or red flags
 * tell apart. Those that nothing tells apart stand for each other. Simple answers come first.
 */
export function representatives(tree: Tree): Map<string, Representatives> {
  const conditions = conditionsOf(tree).map(({ when }) => leavesOf(when));
  return new Map(
    [...tree.questions].map(([id, question]) => {
      const named = conditions.map((leaves) =>
        leaves.filter((leaf) => leaf.kind !== 'flag' && leaf.question === id),
      );
      const found =
        question.kind === 'number'
          ? { answers: numbers(question, named.flat()), complete: true }
          : question.kind === 'many'
            ? choices(question, named)
            : { answers: question.options.map((option) => option.id), complete: true };
      return [
        id,
        question.optional ? { ...found, answers: [...found.answers, null] } : found,
      ] as const;
    }),
  );
}

function numbers({ min, max, step }: NumberQuestion, about: readonly Leaf[]): number[] {
  const last = Math.floor((max - min) / step + 1e-9);
  const steps = new Set([0, last]);
  for (const leaf of about) {
    if (leaf.kind !== 'compare') continue;
    const at = (leaf.value - min) / step;
    for (const near of [Math.ceil(at - 1e-9) - 1, Math.round(at), Math.floor(at + 1e-9) + 1])
      if (near >= 0 && near <= last) steps.add(near);
  }
  // A sum of tenths is not the number that somebody types.
  return [...steps].sort((a, b) => a - b).map((one) => Number((min + one * step).toFixed(9)));
}

function choices({ options }: ChoiceQuestion, conditions: readonly Leaf[][]): Representatives {
  const about = conditions.flat();
  const named = new Set(about.flatMap((leaf) => (leaf.kind === 'has' ? [leaf.option] : [])));
  const isCounted = about.some((leaf) => leaf.kind === 'compare');
  const together = options.filter(({ exclusive }) => !exclusive);
  const flags = new Set<string>();
  const isFree = ({ id, redFlag }: Option): boolean => {
    if (named.has(id)) return true;
    if (redFlag === undefined || flags.has(redFlag)) return false;
    flags.add(redFlag);
    return true;
  };
  const free = together.filter(isFree);
  const rest = together.filter((option) => !free.includes(option));

  const sets = options.map(({ id }) => [id]);
  const complete = free.length <= MOST_FREE;
  for (const set of complete ? subsets(free) : someOf(free, conditions)) {
    sets.push(set.map(({ id }) => id));
    if (!isCounted) continue;
    // Those that raise what the set does not would be another set.
    const raised = new Set(set.map(({ redFlag }) => redFlag));
    const fillers = rest.filter(({ redFlag }) => !redFlag || raised.has(redFlag));
    for (const [index] of fillers.entries())
      sets.push([...set, ...fillers.slice(0, index + 1)].map(({ id }) => id));
  }
  const byKey = new Map(sets.filter((set) => set.length).map((set) => [set.join(), set]));
  return { answers: [...byKey.values()].sort((a, b) => a.length - b.length), complete };
}

function subsets(options: readonly Option[]): Option[][] {
  return options.reduce<Option[][]>(
    (sets, option) => [...sets, ...sets.map((set) => [...set, option])],
    [[]],
  );
}

/** Where there are too many sets: none, each two, what each condition names, and all. */
const someOf = (options: readonly Option[], conditions: readonly Leaf[][]): Option[][] => [
  [],
  ...options.flatMap((one, index) => options.slice(index + 1).map((other) => [one, other])),
  ...conditions.map((leaves) =>
    options.filter(({ id }) => leaves.some((leaf) => leaf.kind === 'has' && leaf.option === id)),
  ),
  [...options],
];
