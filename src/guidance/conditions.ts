import { type Expression, holds, type Leaf, leavesOf } from './expression.js';
import type { Answer, Tree } from './tree.js';

/** A condition of a tree, and where it stands. */
export interface Condition {
  when: Expression;
  /** E.g. `questions.age.next[0].when`. */
  path: string;
}

/** Each condition that a tree has, in the order of the file. */
export function conditionsOf(tree: Tree): Condition[] {
  const found: { when?: Expression | undefined; path: string }[] = [];
  for (const [id, { next }] of tree.questions)
    for (const [index, { when }] of next.entries())
      found.push({ when, path: `questions.${id}.next[${index}].when` });
  for (const [id, { when }] of tree.redFlags) found.push({ when, path: `redFlags.${id}.when` });
  for (const [index, { when }] of tree.rules.entries())
    found.push({ when, path: `rules[${index}].when` });
  return found.filter((one): one is Condition => one.when !== undefined);
}

/** What is known where a condition is looked at before everything is. */
export interface Sight {
  /** Undefined where it was not asked; null where it was passed over. */
  answer: (question: string) => Answer | undefined;
  /** Undefined where that is still open. */
  flagged: (flag: string) => boolean | undefined;
  /** Whether more may be answered yet: until then, `answered(…)` of what was not asked is open. */
  open: boolean;
}

/**
 * What is left of a condition: true or false where what is known decides, whatever the rest may be, or else
 * the parts that are still to be known. A question that was not asked, or was passed over, is not known here,
 * where `holds` takes a comparison with it for false.
 */
export function whatIsLeft(expression: Expression, sight: Sight): boolean | Expression {
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const { kind } = expression;
      const decides = kind === 'or';
      const parts: Expression[] = [];
      for (const part of expression.parts) {
        const left = whatIsLeft(part, sight);
        if (left === decides) return decides;
        if (typeof left !== 'boolean') parts.push(left);
      }
      if (!parts.length) return !decides;
      return parts.length === 1 ? parts[0]! : { kind, parts };
    }
    case 'not': {
      const part = whatIsLeft(expression.part, sight);
      return typeof part === 'boolean' ? !part : { kind: 'not', part };
    }
    case 'flag':
      return sight.flagged(expression.flag) ?? expression;
    default: {
      const answer = sight.answer(expression.question);
      if (expression.kind === 'answered')
        return answer === undefined && sight.open ? expression : (answer ?? null) !== null;
      if (answer === undefined || answer === null) return expression;
      return holds(expression, { answer: () => answer, flagged: () => false });
    }
  }
}

/** The questions that a condition names. */
export function questionsIn(expression: Expression): string[] {
  const named = (leaf: Leaf): string[] => (leaf.kind === 'flag' ? [] : [leaf.question]);
  return [...new Set(leavesOf(expression).flatMap(named))];
}
