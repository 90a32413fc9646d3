/* What the Tab key stops at, as far as markup can say. */
const STOPS =
  ':is(a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]):not(:disabled, [type="hidden" i], [tabindex^="-"], [inert], [inert] *)';

/** What the Tab key stops at in a part of the page, in order; without what is not rendered. */
export function* tabStops(root: ParentNode): Generator<HTMLElement> {
  for (const stop of root.querySelectorAll<HTMLElement>(STOPS))
    if (stop.getClientRects().length) yield stop;
}

/** Whether a node comes after another one in the page. */
export const isAfter = (node: Node, other: Node): boolean =>
  !!(other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
