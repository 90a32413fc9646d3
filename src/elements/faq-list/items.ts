import { parseMendedJson } from '../../foundation/mended-json.js';
import { collapse, integerBetween } from '../../foundation/text.js';
import { makeQuestion } from './fold.js';

/** A question and its answer, as plain text; an empty line in the answer begins a paragraph. */
export interface FaqItem {
  question: string;
  answer: string;
}

/* On questions made of data, for a saved copy of the page. */
const MADE = 'data-clinic-faq';

/** The JSON that an author wrote into a list. An editor may have put something round it. */
export const jsonIn = (list: Element): string | null | undefined =>
  list.querySelector('[type^="application/json" i]:not(details *)')?.textContent;

/** Questions that somebody gave, as JSON or as data; undefined where they are none. */
export function readItems(given: unknown): FaqItem[] | undefined {
  let data = given;
  try {
    if (typeof data === 'string') data = parseMendedJson(data);
  } catch {
    return undefined;
  }
  if (!Array.isArray(data)) return undefined;
  const items = data.map((item: Partial<FaqItem> | null) => ({
    question: collapse(text(item?.question)),
    answer: text(item?.answer).trim(),
  }));
  return items.every(({ question, answer }) => question && answer) ? items : undefined;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Shows questions that are data among the list's children, in place of those that were made before.
 *
 * @param above - the level of the heading that they stand below, 2 to 6
 */
export function showItems(list: HTMLElement, items: readonly FaqItem[], above: number): void {
  const level = Math.min(6, integerBetween(above, 2, 6, 2) + 1);
  const before = [...list.querySelectorAll(`:scope > [${MADE}]`)];
  const wanted = items.map((item) => made(item, level, list.ownerDocument));
  const same =
    wanted.length === before.length && wanted.every((each, at) => hasSameWords(each, before[at]!));
  if (same) return;
  for (const details of before) details.remove();
  list.append(...wanted);
}

/** Whatever else they have become by now: open, named. */
const hasSameWords = (one: Element, other: Element): boolean =>
  one.childElementCount === other.childElementCount &&
  [...one.children].every((child, index) => child.isEqualNode(other.children[index]!));

function made({ question, answer }: FaqItem, level: number, page: Document): HTMLDetailsElement {
  const { details, summary } = makeQuestion(page, false);
  details.setAttribute(MADE, '');
  summary.appendChild(page.createElement(`h${level}`)).textContent = question;
  for (const part of answer.split(/\n\s*\n/)) {
    details.appendChild(page.createElement('p')).textContent = collapse(part);
  }
  return details;
}
