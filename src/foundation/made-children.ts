import type { CalendarDay } from './dates.js';
import { AUTHORED, MADE, made, markMade, ownIn, type MadeContent } from './made-child.js';
import { safeLink } from './safe-url.js';
import { warn } from './warn.js';

/** A part that an element makes where its author wrote none. */
export interface MadePart {
  /** The part's, within its element. */
  name: string;
  /** The author's own, which wins; see `authored`. */
  said?: Element;
  /** What is made where the author said nothing, by `made`. */
  made?: Element;
  /** Where it stands, if not among the element's children. */
  within?: Element;
  /** Stands behind whatever else an author wrote. */
  last?: boolean;
}

/* What each element that was made was made from. */
const known = new WeakMap<Element, Element>();
/* Addresses of pictures that could not be loaded. */
const broken = new Set<string>();

/** The first thing of a kind that an author wrote among an element's children. */
export const authored = (host: Element, selector: string): Element | undefined =>
  first(host, `:is(${selector})${AUTHORED}`);

const first = (host: Element, selector: string): Element | undefined =>
  [...ownIn(host, selector)][0];

/**
 * Puts what an element makes of its attributes among its children, because search engines, reader modes and
 * scripts do not look into a closed root: each part behind the one before, wherever the author's stands. What
 * stays the same keeps its node, and what a script made of it; in a saved copy of the page, the copy's.
 */
export function placeParts(host: Element, parts: readonly MadePart[]): void {
  let before: Element | undefined;
  const behind = (child: Element | undefined): void => {
    if (child && (!before || isBehind(child, before))) before = child;
  };
  for (const { name, said, made: wanted, within, last } of parts) {
    const there = first(host, `[${MADE}='${name}']`);
    if (said || !wanted) {
      there?.remove();
      behind([...host.children].find((child) => said && child.contains(said)));
      continue;
    }
    const node = renewed(there, markMade(wanted, name));
    if (node !== there) there?.replaceWith(node);
    if (within) {
      if (!within.contains(node)) within.append(node);
      continue;
    }
    if (last) behind([...host.children].filter((child) => !child.hasAttribute(MADE)).at(-1));
    // Children may be parsed after this was placed.
    if (!before) {
      if (!there) host[last ? 'append' : 'prepend'](node);
    } else if (node.parentNode !== host || !isBehind(node, before)) before.after(node);
    before = node;
  }
}

const isBehind = (one: Element, other: Element): boolean =>
  !!(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);

/** The node that is there, if it was made from the same; else a new one, with what is the same within. */
function renewed(there: Element | undefined, wanted: Element): Element {
  // Not as it is now: a translator or an optimiser may have been at it, and is not to be undone.
  if (there && (known.get(there) ?? there).isEqualNode(wanted)) return there;
  return copy(wanted, new Set(there?.querySelectorAll('*')));
}

/** @param old - what may stay as it is */
function copy(wanted: Element, old: Set<Element>): Element {
  for (const same of old) {
    if (!known.get(same)?.isEqualNode(wanted)) continue;
    for (const taken of old) if (same.contains(taken)) old.delete(taken);
    return same;
  }
  const element = document.importNode(wanted);
  known.set(element, wanted);
  for (const child of wanted.childNodes)
    element.append(child instanceof Element ? copy(child, old) : document.importNode(child));
  return element;
}

/** A day for machines and in words; an empty text where there is none. */
export const madeTime = (day: CalendarDay | undefined): MadeContent =>
  day ? made('time', { datetime: day.iso }, day.text) : '';

/**
 * A link where there is an address that a visitor may follow, else the words alone.
 *
 * @param name - the attribute that holds the address, for the developer who is told that it cannot be used
 */
export function madeLink(
  host: Element,
  text: string,
  name: string,
  href: string | undefined,
  rel?: string,
): MadeContent {
  const url = safeLink(href, host.baseURI);
  if (href && !url) warn(host.localName, `"${name}" must be an http(s) or relative address.`);
  return url && text ? made('a', { href: url, rel }, text) : text;
}

/** A paragraph of several statements with a dot between them; undefined where there is none. */
export function madeLine(statements: MadeContent[][]): HTMLElement | undefined {
  const said = statements.filter((statement) => statement.some((part) => part !== ''));
  if (!said.length) return undefined;
  return made('p', {}, ...said.flatMap((statement, index) => [index ? ' · ' : '', ...statement]));
}

/** A picture, unless it is known not to load. */
export const madePicture = (src: string | undefined, alt: string): HTMLElement | undefined =>
  src && !broken.has(src)
    ? // An address before the rest would be loaded at once.
      made('img', { loading: 'lazy', decoding: 'async', width: 600, height: 400, alt, src })
    : undefined;

/** Calls back when the picture that was made does not load. */
export function watchMadePicture(host: Element, again: () => void): void {
  const picture = host.querySelector<HTMLImageElement>(`:scope > img[${MADE}]`);
  if (!picture) return;
  picture.onerror = () => {
    broken.add(picture.getAttribute('src')!);
    again();
  };
}
