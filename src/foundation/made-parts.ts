/**
 * A node in plain data: its text, or its tag, its attributes (those without a value are left out) and what is
 * in it. Tags are the element's own and never an author's.
 */
export type Made =
  string | [tag: string, attributes: Record<string, string | undefined>, ...content: Made[]];

/** A part of an element: what an author wrote for it wins over what the element would make. */
export interface MadePart {
  name: string;
  /** The author's own; see `authored`. */
  said?: Element;
  /** What is made where the author said nothing. */
  made?: Made;
  /** Stands behind whatever else an author wrote. */
  last?: boolean;
}

/** Tells what an element made from what an author wrote, in a saved copy of the page as well. */
export const MARK = 'data-clinic-made';

/* What each node was made of. It may have changed since: a number is swapped in it. */
const origins = new WeakMap<Element, string>();

/** What is found among an element's children, however deep, but not within other elements of ours. */
export function* ownIn<Found extends Element>(host: Element, selector: string): Generator<Found> {
  for (const found of host.querySelectorAll<Found>(selector)) {
    let holder = found.parentElement;
    while (holder && !holder.localName.includes('-')) holder = holder.parentElement;
    if (holder === host) yield found;
  }
}

/** The first thing of a kind that an author wrote among an element's children. */
export function authored(host: Element, selector: string): Element | undefined {
  for (const found of ownIn(host, selector)) if (!found.closest(`[${MARK}]`)) return found;
  return undefined;
}

/**
 * Puts what an element makes of its attributes among its children, so that it is indexed, copied and read like
 * the author's own words: each part behind the one before, wherever the author's stands. What stays the same keeps its
 * node, and what a script made of it.
 */
export function placeParts(host: Element, parts: readonly MadePart[]): void {
  let before: Element | undefined;
  const behind = (child: Element | undefined): void => {
    if (child && (!before || isBehind(child, before))) before = child;
  };
  for (const { name, said, made, last } of parts) {
    const there = host.querySelector(`:scope > [${MARK}='${name}']`);
    if (said || !made) {
      there?.remove();
      behind([...host.children].find((child) => said && child.contains(said)));
      continue;
    }
    let node = there;
    if (!node || origins.get(node) !== JSON.stringify(made)) {
      const old = [...(there?.querySelectorAll('*') ?? [])];
      node = make(made, new Map(old.map((each) => [origins.get(each), each]))) as Element;
      node.setAttribute(MARK, name);
      there?.replaceWith(node);
    }
    if (last) behind([...host.children].filter((child) => !child.hasAttribute(MARK)).at(-1));
    // Children may be parsed after this was placed.
    if (!before) {
      if (!there) host.prepend(node);
    } else if (!host.contains(node) || !isBehind(node, before)) before.after(node);
    before = node;
  }
}

/* Addresses of pictures that could not be loaded. */
const broken = new Set<string>();

/** A picture, unless it is known not to load. */
export const madePicture = (src: string | undefined, alt: string): Made | undefined =>
  src && !broken.has(src)
    ? // An address before the rest would be loaded at once.
      ['img', { loading: 'lazy', decoding: 'async', width: '600', height: '400', alt, src }]
    : undefined;

/** Calls back when the picture that was made does not load. */
export function watchMadePicture(host: Element, again: () => void): void {
  const picture = host.querySelector<HTMLImageElement>(`:scope > img[${MARK}]`);
  if (!picture) return;
  picture.onerror = () => {
    broken.add(picture.getAttribute('src')!);
    again();
  };
}

/** @param old - what may stay as it is, by what it was made of */
function make(made: Made, old: Map<string | undefined, Element>): Node {
  if (typeof made === 'string') return document.createTextNode(made);
  const origin = JSON.stringify(made);
  const same = old.get(origin);
  if (old.delete(origin)) return same!;
  const [tag, attributes, ...content] = made;
  const node = document.createElement(tag);
  origins.set(node, origin);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) node.setAttribute(name, value);
  node.append(...content.map((each) => make(each, old)));
  return node;
}

const isBehind = (one: Element, other: Element): boolean =>
  !!(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
