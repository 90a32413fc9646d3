import { conditionsOf } from './conditions.js';
import { expressionText, holds, leavesOf, type Leaf } from './expression.js';
import type { Fault } from './findings.js';
import { representatives } from './representatives.js';
import { readTreeReview } from './review.js';
import { optionsOf, type Outcome, type Tree } from './tree.js';

/** What is wrong with what a tree says of itself, of its outcomes and of its numbers. */
export function* lintFacts(tree: Tree, now: number): Generator<Fault> {
  yield* lintReview(tree, now);
  yield* lintSources(tree);
  for (const [id, question] of tree.questions)
    if (question.optional && optionsOf(question).some(hasFlag))
      yield {
        code: 'flag-question-optional',
        path: `questions.${id}.optional`,
        message: 'Who passes it over passes red flags over. Add “None of these” instead.',
      };
  yield* lintComparisons(tree);
  for (const [id, outcome] of tree.outcomes) yield* lintOutcome(outcome, `outcomes.${id}.actions`);
}

const hasFlag = ({ redFlag }: { redFlag?: string }): boolean => redFlag !== undefined;

function* lintReview(tree: Tree, now: number): Generator<Fault> {
  const { state, due } = readTreeReview(tree, now);
  if (state === 'future') {
    const message = `${tree.reviewedOn} has not come. Write the day on which it was reviewed.`;
    yield { code: 'review-in-future', path: 'reviewedOn', message };
  }
  if (state === 'expired') {
    const message = `The review held until ${due.iso}. Have the tree reviewed, and write the new day.`;
    yield { code: 'review-expired', path: 'reviewedOn', message };
  }
}

function* lintSources({ sources, redFlags, rules }: Tree): Generator<Fault> {
  const cited = new Set([...redFlags.values(), ...rules].flatMap((one) => one.sources));
  for (const [index, id] of [...sources.keys()].entries())
    if (!cited.has(id)) {
      const message = `No red flag and no rule rests on "${id}". Cite it, or take it away.`;
      yield { code: 'source-unused', path: `sources[${index}]`, message };
    }
  for (const [id, flag] of redFlags)
    if (!flag.sources.length) {
      const message = 'Say in "sources" what it rests on, so that a clinician can check it.';
      yield { code: 'flag-without-source', path: `redFlags.${id}`, message };
    }
}

function* lintComparisons(tree: Tree): Generator<Fault> {
  const answers = representatives(tree);
  for (const { when, path } of conditionsOf(tree)) {
    for (const leaf of leavesOf(when)) {
      if (leaf.kind !== 'compare') continue;
      const found = new Set<boolean>();
      for (const answer of answers.get(leaf.question)?.answers ?? [])
        if (answer !== null) found.add(compares(leaf, answer));
      if (found.size !== 1) continue;
      const [outcome] = found;
      const message = `${expressionText(leaf)} is ${outcome ? 'always' : 'never'} so, whatever is answered. Mend the number, or what can be answered.`;
      yield { code: 'comparison-constant', path, message };
    }
  }
}

const compares = (leaf: Leaf, answer: string | readonly string[] | number): boolean =>
  holds(leaf, { answer: () => answer, flagged: () => false });

function* lintOutcome({ level, actions }: Outcome, path: string): Generator<Fault> {
  const [first] = actions;
  if (level === 'emergency' && !(first?.kind === 'call' && first.number === 'emergency'))
    yield {
      code: 'emergency-without-call',
      path,
      message: 'An emergency’s first action is { "kind": "call", "number": "emergency" }.',
    };
  else if (!first)
    yield {
      code: 'outcome-without-action',
      path,
      message: 'Say what can be done now: a call, a link, or the form.',
    };
}
