const HEADINGS = ':scope > :is(h2, h3, h4, h5, h6)';

/** A list's questions; not what folds within an answer. */
export function questionsOf(list: Element): HTMLDetailsElement[] {
  return [...list.querySelectorAll('details')].filter(
    (details) => !list.contains(details.parentElement!.closest('details')),
  );
}

/** An author's headings that have no place yet. */
export const headingsOf = (list: Element): HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>(`${HEADINGS}:not([slot])`),
];

/** The heading of the whole list: an author's first, above all questions and above all other headings. */
export function titleOf(list: Element): HTMLElement | undefined {
  const [first, ...others] = list.querySelectorAll<HTMLElement>(HEADINGS);
  if (!first || others.some(({ localName }) => localName <= first.localName)) return undefined;
  const question = list.querySelector('details, dt');
  const before = Node.DOCUMENT_POSITION_PRECEDING;
  return !question || question.compareDocumentPosition(first) & before ? first : undefined;
}
