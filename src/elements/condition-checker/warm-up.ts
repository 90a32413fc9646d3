import { begin } from '../../guidance/visit.js';
import type { Tree } from '../../guidance/tree.js';
import type { Checker } from './checker.js';
import { draftOf } from './drafts.js';
import { questionView } from './question-view.js';
import { resultView } from './result-view.js';

/**
 * Renders each kind of question and of result, out of sight: the first time takes an old phone three times as long as
 * the next.
 */
export function warmUp(
  checker: Checker,
  tree: Tree,
  picture: typeof import('./body-picture.js') | undefined,
): void {
  const { tools, saying } = checker;
  const scrap = document.createDocumentFragment();
  const questions = new Map([...tree.questions.values()].map((each) => [each.kind, each]));
  const outcomes = new Map([...tree.outcomes.values()].map((each) => [each.level, each]));
  const base = { checker, saying, level: 3 };
  for (const question of questions.values()) {
    const draft = draftOf(question, undefined, saying.own);
    const progress = { number: 1, more: 1 };
    const asked = { ...base, question, draft, progress, problem: undefined, picture };
    tools.render(questionView(asked), scrap);
  }
  for (const outcome of outcomes.values())
    tools.render(resultView({ ...base, tree, visit: begin(tree), outcome }), scrap);
}
