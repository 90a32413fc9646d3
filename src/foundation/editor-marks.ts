/* Loads for an element whose markup may show that an editor or a plug-in has been at it. */
import type { ReactiveElement } from 'lit';
import { assignSlots } from './assign-slots.js';
import { hideBareData } from './bare-data.js';
import { straightenQuotes } from './curly-quotes.js';
import { hideBlanks } from './hide-blanks.js';
import { releaseSwallowed } from './swallowed.js';
import { gatherTornChildren } from './torn-children.js';

/** Mends what was done to an element's tag and children, as far as they still show what their author wrote. */
export function mendMarkup(element: ReactiveElement): void {
  for (const each of [element, ...element.querySelectorAll('*')]) straightenQuotes(each);
  hideBareData(element);
  releaseSwallowed(element);
  if (isBareOfWords(element) && gatherTornChildren(element)) {
    hideBlanks(element);
    hideBareData(element);
  }
  assignSlots(element, (element.constructor as { slotName?: string }).slotName ?? '');
  element.requestUpdate();
}

/** Nothing is put to words that an author left in it, but for those of a card, the last that is not torn. */
function isBareOfWords(element: Element): boolean {
  const { childNodes, lastElementChild: last, attributes } = element;
  // What it made of its attributes is not the author's.
  const said = ['', ...[...attributes].map(({ value }) => value.trim())];
  const isUnsaid = (node: Node) =>
    node instanceof HTMLElement &&
    (node.matches('script, [hidden]') ||
      Object.keys(node.dataset).some((name) => /^clinic/.test(name)));
  return (
    !!last?.localName.includes('-') ||
    [...childNodes].every((node) => isUnsaid(node) || said.includes(node.textContent?.trim() ?? ''))
  );
}
