import { TREE_LIMITS } from '../tree-limits.js';
import { conditionText, type Condition } from './enable-when.js';

/* With one more for the branch that is always taken. */
const MOST_CONDITIONAL_IN_A_ROW = TREE_LIMITS.branches - 1;

/** Where a question leads: one target, or branches of which the last has no condition. */
type Next = string | { when?: string; goto: string }[];

/** A question in the order of the Questionnaire, and when it is asked. */
interface Asking {
  id: string;
  condition: Condition;
}

/**
 * Where each question leads: to the next one whose condition holds, or to the rules. In a Questionnaire a condition
 * stands at what is asked; in a tree, at the way there.
 *
 * @param tell - hears of a question that is always asked: a tree has at most so many branches in one place, and
 *   conditions of at most so many characters
 */
export function nextOf<Question extends Asking>(
  questions: readonly Question[],
  tell: (question: Question) => void,
): Next[] {
  const whens = conditionTexts(questions, tell);
  return questions.map((_, index) => {
    const branches: Exclude<Next, string> = [];
    for (let next = index + 1; next < questions.length; next++) {
      const when = whens[next];
      branches.push({ ...(when !== undefined && { when }), goto: questions[next]!.id });
      if (when === undefined) break;
    }
    if (branches.at(-1)?.when !== undefined || !branches.length) branches.push({ goto: 'rules' });
    return branches.length === 1 ? branches[0]!.goto : branches;
  });
}

function conditionTexts<Question extends Asking>(
  questions: readonly Question[],
  tell: (question: Question) => void,
): (string | undefined)[] {
  let inARow = 0;
  return questions.map((question) => {
    const { condition } = question;
    const isOneTooMany = inARow >= MOST_CONDITIONAL_IN_A_ROW;
    const when = condition && !isOneTooMany ? conditionText(condition) : undefined;
    inARow = when === undefined ? 0 : inARow + 1;
    if (condition && when === undefined) tell(question);
    return when;
  });
}
