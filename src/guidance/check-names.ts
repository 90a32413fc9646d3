import { leavesOf, type Expression, type Leaf } from './expression.js';
import type { Tell } from './tree-problems.js';
import { atLeast, optionsOf, RULES, type Question, type Tree } from './tree.js';
import { targetsOf } from './walk.js';

/** Whether what a tree names is there, can be compared so, and leads to an end. */
export function checkNames(tree: Tree, tell: Tell): void {
  const { questions, outcomes, redFlags, rules, otherwise, start } = tree;
  const outcome = (id: string, path: string) => {
    if (!outcomes.has(id)) tell('outcome-unknown', path, `There is no outcome "${id}".`);
  };
  const target = (id: string, path: string) => {
    if (id !== RULES && !questions.has(id) && !outcomes.has(id))
      tell('target-unknown', path, `There is no question or outcome "${id}".`);
  };
  const sources = (ids: readonly string[], path: string) => {
    for (const [index, id] of ids.entries())
      if (!tree.sources.has(id))
        tell('source-unknown', `${path}.sources[${index}]`, `There is no source "${id}".`);
  };
  const condition = (when: Expression | undefined, path: string) => {
    for (const leaf of when ? leavesOf(when) : []) checkLeaf(tree, leaf, `${path}.when`, tell);
  };

  if (!questions.has(start)) tell('start-unknown', 'start', `There is no question "${start}".`);
  for (const id of outcomes.keys())
    if (questions.has(id))
      tell('id-duplicate', `outcomes.${id}`, 'A question has this id; a target could mean both.');

  for (const [id, question] of questions) {
    for (const [index, branch] of question.next.entries()) {
      condition(branch.when, `questions.${id}.next[${index}]`);
      target(
        branch.goto,
        `questions.${id}.next${question.next.length > 1 ? `[${index}].goto` : ''}`,
      );
    }
    for (const [index, { goto, redFlag }] of optionsOf(question).entries()) {
      const path = `questions.${id}.options[${index}]`;
      if (goto !== undefined) target(goto, `${path}.goto`);
      if (redFlag !== undefined && !redFlags.has(redFlag))
        tell('flag-unknown', `${path}.redFlag`, `There is no red flag "${redFlag}".`);
    }
  }

  for (const [id, flag] of redFlags) {
    const path = `redFlags.${id}`;
    condition(flag.when, path);
    outcome(flag.outcome, `${path}.outcome`);
    sources(flag.sources, path);
    const level = outcomes.get(flag.outcome)?.level;
    if (level && !atLeast(level, flag.level)) {
      const message = `The outcome "${flag.outcome}" is ${level}; a red flag that is ${flag.level} needs one at least as severe.`;
      tell('flag-too-low', `${path}.outcome`, message);
    }
  }

  for (const [index, rule] of rules.entries()) {
    condition(rule.when, `rules[${index}]`);
    outcome(rule.outcome, `rules[${index}].outcome`);
    sources(rule.sources, `rules[${index}]`);
  }
  const leadsToRules = [...questions.values()].some((one) => targetsOf(one).includes(RULES));
  if (otherwise !== undefined) outcome(otherwise, 'otherwise');
  else if (leadsToRules)
    tell('otherwise-missing', 'otherwise', 'Must name the outcome where no rule holds.');

  checkCircles(tree, tell);
}

/** What a comparison can be with, by kind of question. */
const COMPARED = {
  one: 'whereabouts == "option" or whereabouts in ("option", "other")',
  region: 'whereabouts == "option" or whereabouts in ("option", "other")',
  many: 'signs has "option" or count(signs) >= 2',
  number: 'weeks >= 6',
} satisfies Record<Question['kind'], string>;

function checkLeaf(tree: Tree, leaf: Leaf, path: string, tell: Tell): void {
  if (leaf.kind === 'flag') {
    if (!tree.redFlags.has(leaf.flag))
      tell('expression-unknown', path, `There is no red flag "${leaf.flag}".`);
    return;
  }
  const question = tree.questions.get(leaf.question);
  if (!question) {
    tell('expression-unknown', path, `There is no question "${leaf.question}".`);
    return;
  }
  const { kind } = question;
  const fitting =
    leaf.kind === 'answered' ||
    (leaf.kind === 'in' && (kind === 'one' || kind === 'region')) ||
    (leaf.kind === 'has' && kind === 'many') ||
    (leaf.kind === 'compare' && kind === (leaf.count ? 'many' : 'number'));
  if (!fitting) {
    const message = `"${leaf.question}" is a question of kind "${kind}", which is compared like this: ${COMPARED[kind]}.`;
    tell('expression-kind', path, message);
    return;
  }
  const options = leaf.kind === 'in' ? leaf.options : leaf.kind === 'has' ? [leaf.option] : [];
  for (const option of options)
    if (!optionsOf(question).some(({ id }) => id === option))
      tell('expression-unknown', path, `"${leaf.question}" has no option "${option}".`);
}

/** A question that can lead back to itself may never end. */
function checkCircles({ questions }: Tree, tell: Tell): void {
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (id: string): void => {
    const question = questions.get(id);
    if (!question || done.has(id)) return;
    const before = way.indexOf(id);
    if (before >= 0) {
      const circle = [...way.slice(before), id].join(' → ');
      tell('circle', `questions.${id}`, `Leads back to itself: ${circle}.`);
      return;
    }
    way.push(id);
    for (const target of targetsOf(question)) visit(target);
    way.pop();
    done.add(id);
  };
  for (const id of questions.keys()) visit(id);
}
