import { collapse } from './text.js';

/* Children that elements make for themselves: one at a time. `made-children.ts` keeps whole sets of parts. */

/** On every child that an element makes itself, with the part's name: in a saved copy of the page as well. */
export const MADE = 'data-clinic-made';

/** For selectors: what the page's author wrote, and not what an element made. */
export const AUTHORED = `:not([${MADE}], [${MADE}] *)`;

/** What is found among an element's children, however deep, but not within other elements of ours. */
export function* ownIn<Found extends Element>(host: Element, selector: string): Generator<Found> {
  for (const found of host.querySelectorAll<Found>(selector)) {
    let holder = found.parentElement;
    while (holder && !holder.localName.includes('-')) holder = holder.parentElement;
    if (holder === host) yield found;
  }
}

/**
 * An element to be made. No more than its description: most descriptions turn out to be of what is there already.
 */
export interface MadeElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly content: readonly MadeContent[];
}

/** What can stand in it; nothing is put in for an empty text. */
export type MadeContent = MadeElement | string;

/**
 * What elements were made from, if during this visit. Not what they are now: a translator or an optimiser may have
 * been at them, and is not to be undone.
 */
export const madeFrom = new WeakMap<Element, MadeElement>();

/**
 * Describes an element for `keepMade` or `placeParts`.
 *
 * @param attributes - set in this order; those that are undefined are left out
 */
export const made = (
  tag: string,
  attributes: MadeElement['attributes'],
  ...content: MadeContent[]
): MadeElement => ({ tag, attributes, content });

/** Makes an element. */
export function build(wanted: MadeElement, within = build): HTMLElement {
  const element = document.createElement(wanted.tag);
  const { attributes } = wanted;
  for (const name in attributes)
    if (attributes[name] !== undefined) element.setAttribute(name, String(attributes[name]));
  fill(element, wanted, within);
  return element;
}

/**
 * Puts into an element what it is to hold, and remembers what it is.
 *
 * @param within - makes, or finds, what stands in it
 */
export function fill(element: Element, wanted: MadeElement, within: typeof build): void {
  const { content } = wanted;
  const [first = ''] = content;
  if (content.length > 1) {
    element.replaceChildren(
      ...content.map((each) => (typeof each === 'string' ? each : within(each))),
    );
    // As in a saved copy of the page: texts side by side are one.
    element.normalize();
  } else if (typeof first === 'string') element.textContent = first;
  else element.replaceChildren(within(first));
  madeFrom.set(element, wanted);
}

/** Whether two descriptions, or contents, are of the same. */
export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Whether a part is what is wanted; in a saved copy of the page, whether it looks so. */
export function isWanted(there: Element, wanted: MadeElement): boolean {
  const from = madeFrom.get(there);
  if (from) return isSame(from, wanted);
  return there.isEqualNode(markMade(build(wanted), there.getAttribute(MADE) ?? ''));
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
  wanted: MadeElement | undefined,
  insert: (child: Element) => void = (child) => host.append(child),
): Element | undefined {
  const there = host.querySelector(`:scope > [${MADE}="${name}"]`);
  if (!wanted) {
    there?.remove();
    return undefined;
  }
  if (there && isWanted(there, wanted)) return there;
  const child = markMade(build(wanted), name);
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
