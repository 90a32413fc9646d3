import { collapse } from './text.js';

/* Children that elements make for themselves: one at a time. `made-children.ts` keeps whole sets of parts. */

/** On every child that an element makes itself, with the part's name: in a saved copy of the page as well. */
export const MADE = 'data-clinic-made';

/** For selectors: what the page's author wrote, and not what an element made. */
export const AUTHORED = `:not([${MADE}], [${MADE}] *)`;

/* What each part that is on the page was made from. */
const known = new WeakMap<Element, Element>();
let workshop: Document | undefined;

/** What is found among an element's children, however deep, but not within other elements of ours. */
export function* ownIn<Found extends Element>(host: Element, selector: string): Generator<Found> {
  for (const found of host.querySelectorAll<Found>(selector)) {
    let holder = found.parentElement;
    while (holder && !holder.localName.includes('-')) holder = holder.parentElement;
    if (holder === host) yield found;
  }
}

/** What can be put into a made child; nothing is put in for an empty text. */
export type MadeContent = Node | string;

/**
 * An element to hand to `keepMade` or `placeParts`. It is of a document that nobody sees, where a picture does not load.
 *
 * @param attributes - those that are undefined are left out
 */
export function made(
  tag: string,
  attributes: Record<string, string | number | undefined>,
  ...content: MadeContent[]
): HTMLElement {
  workshop ??= document.implementation.createHTMLDocument('');
  const element = workshop.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, String(value));
  element.append(...content.filter((each) => each !== ''));
  element.normalize();
  return element;
}

/** Marks a node in the page as one that an element put there. */
export function markMade<Node extends Element>(node: Node, name: string): Node {
  node.setAttribute(MADE, name);
  return node;
}

/** What the author wrote between the tags and a visitor can see; of an element that makes children as well. */
export function authoredNodes(host: Element): ChildNode[] {
  return [...host.childNodes].filter((node) => {
    if (node instanceof Text) return collapse(node.data);
    if (!(node instanceof HTMLElement) || node.hasAttribute(MADE) || node.hidden) return false;
    return collapse(node.textContent) || node.localName === 'img' || node.querySelector('img');
  });
}

/**
 * Keeps a part that an element makes from its attributes as an ordinary child, because search engines,
 * reader modes and scripts do not look into a closed root. The child there stays the same one until
 * something about it changes; in a saved copy of the page, the copy's.
 *
 * @param name - the part's, within its element
 * @param wanted - made by `made`; undefined where the part is not to be there
 * @param insert - puts it in its place, when it is new
 */
export function keepMade(
  host: Element,
  name: string,
  wanted: Element | undefined,
  insert: (child: Element) => void = (child) => host.append(child),
): Element | undefined {
  const there = host.querySelector(`:scope > [${MADE}="${name}"]`);
  if (!wanted) {
    there?.remove();
    return undefined;
  }
  wanted.setAttribute(MADE, name);
  // Not as it is now: a translator or an optimiser may have been at it, and is not to be undone.
  if (there && (known.get(there) ?? there).isEqualNode(wanted)) return there;
  const child = document.importNode(wanted, true);
  known.set(child, wanted);
  if (there) there.replaceWith(child);
  else insert(child);
  return child;
}

/**
 * A sentence with nodes where its values stand, e.g. a link for a name: every language has its own order.
 *
 * @param say - the words, e.g. `(name) => `By ${name}``
 * @param values - an empty text stands for a value that there is none of
 */
export function sayWith(
  say: (...values: string[]) => string,
  ...values: MadeContent[]
): MadeContent[] {
  // Each value is a character for private use until the sentence is there.
  const marks = values.map((value, index) => value && String.fromCharCode(0xe000 + index));
  return say(...marks)
    .split(/([\uE000-\uE00F])/)
    .map((part) => (part && values[marks.indexOf(part)]) || part);
}
