import { headingIds } from '../../foundation/heading-ids.js';
import { wordsOf } from '../../foundation/heading-words.js';
import { headingsOf, questionsOf } from './children.js';
import { foldQuestions } from './fold.js';
import { showItems, type FaqItem } from './items.js';

/** What questions are made of, beside what stands in a list. */
export interface Making {
  /** Questions that are data; undefined where none were given. */
  items?: readonly FaqItem[];
  /** The level of the heading that questions made of data stand below, 2 to 6. */
  level: number;
  /** Whether all of the list is there, so that it can be folded. */
  isWhole: boolean;
  /** What is on the screen stays open when it is folded: nobody's reading is taken away, and nothing moves. */
  isOnScreen(): boolean;
}

/**
 * Makes questions of what stands in a list, whatever it is, and gives each an id for links. No more than a
 * document is needed, so that who checks a page without a screen knows these ids too.
 */
export function makeQuestions(
  list: HTMLElement,
  { items, level, isWhole, isOnScreen }: Making,
): HTMLDetailsElement[] {
  if (items) showItems(list, items, level);
  if (isWhole && isPlain(list)) foldQuestions(list, isOnScreen());
  const questions = questionsOf(list);
  nameQuestions(list, questions);
  return questions;
}

/** Whether questions stand there that fold by nothing yet: terms, or headings with words below. */
const isPlain = (list: Element): boolean =>
  !!list.querySelector(':scope > dl > :is(dt, div)') ||
  (!list.querySelector('details') && headingsOf(list).length > 0);

/** Gives each question an id, where neither it nor its words have one. */
function nameQuestions(list: Element, questions: readonly HTMLDetailsElement[]): void {
  const unnamed = questions.flatMap((details) => {
    const summary = details.querySelector(':scope > summary');
    const named = details.id || !summary || summary.id || summary.querySelector('[id]');
    return named ? [] : [{ details, id: '', words: wordsOf(summary) }];
  });
  const root = list.getRootNode() as Document;
  const ids = headingIds(unnamed, (id) => !!root.getElementById?.(id));
  unnamed.forEach(({ details }, index) => (details.id = ids[index]!));
}
