/**
 * Keeps an author's children in sight, and an editor's leavings out of it: a `slot` that the element does not
 * have is taken off its child, and bare paragraphs that hold nothing but white space and `<br>` are hidden
 * (style sheets see only those that are quite empty; WordPress's classic editor leaves others).
 *
 * @param slotName - of the element's slot that has a name
 */
export function tidyChildren(element: Element, slotName: string): void {
  if (!element.firstElementChild) return;
  for (const child of element.querySelectorAll(`:scope > [slot]:not([slot='${slotName}'])`))
    // A form's field may be named like any member of it.
    Element.prototype.removeAttribute.call(child, 'slot');
  for (const child of element.querySelectorAll<HTMLElement>(':scope > p')) {
    // One with an attribute may be waiting for a script to write into it.
    const bare = !child.attributes.length && !child.textContent.trim();
    if (bare && !child.querySelector(':not(br)')) child.hidden = true;
  }
}
