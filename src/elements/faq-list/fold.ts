import { headingsOf } from './children.js';

/**
 * Makes `details` of an author's terms and descriptions, or of headings and what stands below each. The
 * author's own nodes are moved into them.
 */
export function foldQuestions(list: HTMLElement, open: boolean): void {
  for (const terms of list.querySelectorAll(':scope > dl')) foldTerms(terms, open);
  if (!list.querySelector('details')) foldHeadings(headingsOf(list), open);
}

/** An empty question, open or not. */
export function makeQuestion(
  page: Document,
  open: boolean,
): { details: HTMLDetailsElement; summary: HTMLElement } {
  const details = page.createElement('details');
  const summary = details.appendChild(page.createElement('summary'));
  details.open = open;
  return { details, summary };
}

function foldTerms(terms: Element, open: boolean): void {
  let made: ReturnType<typeof makeQuestion> | undefined;
  for (const part of terms.querySelectorAll(':scope > :is(dt, dd), :scope > div > :is(dt, dd)')) {
    if (part.localName === 'dd') made?.details.append(answerOf(part));
    // Terms in a row have one answer.
    else if (made?.details.childElementCount === 1) made.summary.append(' ', ...part.childNodes);
    else {
      made = makeQuestion(terms.ownerDocument, open);
      made.summary.append(...part.childNodes);
      if (part.id) made.details.id = part.id;
      terms.before(made.details);
    }
  }
  terms.remove();
}

function answerOf(description: Element): HTMLElement {
  const page = description.ownerDocument;
  const hasBlocks = description.querySelector(':scope > :is(p, ul, ol, div, table, figure)');
  const answer = page.createElement(hasBlocks ? 'div' : 'p');
  answer.append(...description.childNodes);
  if (description.id) answer.id = description.id;
  return answer;
}

function foldHeadings(headings: HTMLElement[], open: boolean): void {
  const [highest] = headings.map(({ localName }) => localName).sort();
  const peers = headings.filter(({ localName }) => localName === highest);
  for (const heading of peers) {
    const { details, summary } = makeQuestion(heading.ownerDocument, open);
    heading.before(details);
    summary.append(heading);
    while (details.nextSibling && !peers.includes(details.nextSibling as HTMLElement)) {
      details.append(details.nextSibling);
    }
  }
}
