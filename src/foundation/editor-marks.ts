/* Loads for an element whose markup may show that an editor or a plug-in has been at it. */
import type { ReactiveElement } from 'lit';
import { assignSlots } from './assign-slots.js';
import { straightenQuotes } from './curly-quotes.js';
import { hideBlanks } from './hide-blanks.js';
import { releaseSwallowed } from './swallowed.js';
import { gatherTornChildren } from './torn-children.js';

/** Mends what was done to an element's tag and children, as far as they still show what their author wrote. */
export function mendMarkup(element: ReactiveElement): void {
  for (const each of [element, ...element.querySelectorAll('*')]) straightenQuotes(each);
  releaseSwallowed(element);
  if (isBareOfWords(element) && gatherTornChildren(element)) hideBlanks(element);
  assignSlots(element, (element.constructor as { slotName?: string }).slotName ?? '');
  element.requestUpdate();
}

/** Nothing is put to words that an author left in it, but for those of a card, the last that is not torn. */
function isBareOfWords(element: Element): boolean {
  const { childNodes, lastElementChild: last, attributes } = element;
  // What it made of its attributes is not the author's.
  const said = ['', ...[...attributes].map(({ value }) => value.trim())];
  const isMade = (node: Node) =>
    node instanceof HTMLElement && Object.keys(node.dataset).some((name) => /^clinic/.test(name));
  return (
    !!last?.localName.includes('-') ||
    [...childNodes].every((node) => isMade(node) || said.includes(node.textContent?.trim() ?? ''))
  );
}
