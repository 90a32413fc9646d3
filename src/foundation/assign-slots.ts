import { ownIn } from './made-child.js';

/**
 * Keeps an author's children in sight: a `slot` that the element does not have is taken off its child, and a child
 * for one that it has comes out of what an editor put round it.
 *
 * @param slotName - of the element's slot that has a name
 */
export function assignSlots(element: Element, slotName: string): void {
  for (const child of element.querySelectorAll(`:scope > [slot]:not([slot='${slotName}'])`))
    // A form's field may be named like any member of it.
    Element.prototype.removeAttribute.call(child, 'slot');
  if (!slotName) return;
  for (const child of ownIn(element, `:scope > :not([slot]) [slot='${slotName}']`))
    element.append(child);
}
