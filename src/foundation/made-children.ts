import type { CalendarDay } from './dates.js';
import {
  AUTHORED,
  build,
  fill,
  isSame,
  isWanted,
  MADE,
  made,
  madeFrom,
  markMade,
  ownIn,
  type MadeContent,
  type MadeElement,
} from './made-child.js';
import { safeLink } from './safe-url.js';
import { warn } from './warn.js';

/** A part that an element makes where its author wrote none. */
export interface MadePart {
  /** The part's, within its element. */
  name: string;
  /** The author's own, which wins; see `authored`. */
  said?: Element;
  /** What is made where the author said nothing. */
  made?: MadeElement;
  /** Where it stands, if not among the element's children. */
  within?: Element;
  /** Stands behind whatever else an author wrote. */
  last?: boolean;
}

/* Addresses of pictures that could not be loaded. */
const broken = new Set<string>();

/** The first thing of a kind that an author wrote among an element's children. */
export const authored = (host: Element, selector: string): Element | undefined =>
  first(host, `:is(${selector})${AUTHORED}`);

const first = (host: Element, selector: string): Element | undefined =>
  // Most one-line elements have no children yet.
  host.firstElementChild ? [...ownIn(host, selector)][0] : undefined;

/**
 * Puts what an element makes of its attributes among its children, because search engines, reader modes and
 * scripts do not look into a closed root: each part behind the one before, wherever the author's stands. What
 * stays the same keeps its node, and what a script made of it; in a saved copy of the page, the copy's.
 */
export function placeParts(host: Element, parts: readonly MadePart[]): void {
  // Most one-line elements hold nothing yet: for these, all at once.
  if (!host.hasChildNodes())
    return host.append(
      ...parts.flatMap(({ name, made: wanted }) => (wanted ? [markMade(build(wanted), name)] : [])),
    );
  let before: Element | undefined;
  const behind = (child: Element | undefined): void => {
    if (child && (!before || isBehind(child, before))) before = child;
  };
  for (const { name, said, made: wanted, within, last } of parts) {
    const there = first(host, `[${MADE}='${name}']`);
    if (said || !wanted) {
      there?.remove();
      if (said) behind([...host.children].find((child) => child.contains(said)));
      continue;
    }
    const node = renewed(there, wanted, name);
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

/** The node that is there, made what is wanted; a new one where it is something else. */
function renewed(there: Element | undefined, wanted: MadeElement, name: string): Element {
  if (!there) return markMade(build(wanted), name);
  if (isWanted(there, wanted)) return there;
  const old = new Set(there.querySelectorAll<HTMLElement>('*'));
  const keepOrBuild = (each: MadeElement): HTMLElement => {
    for (const same of old) {
      if (!isSame(madeFrom.get(same), each)) continue;
      for (const taken of old) if (same.contains(taken)) old.delete(taken);
      return same;
    }
    return build(each, keepOrBuild);
  };
  const from = madeFrom.get(there);
  if (from?.tag !== wanted.tag) return markMade(keepOrBuild(wanted), name);
  // The part itself stays: its picture is not loaded again, and what a script put on it is not lost.
  const { attributes } = wanted;
  for (const each of Object.keys({ ...from.attributes, ...attributes })) {
    if (attributes[each] === from.attributes[each]) continue;
    if (attributes[each] === undefined) there.removeAttribute(each);
    else there.setAttribute(each, String(attributes[each]));
  }
  if (isSame(from.content, wanted.content)) madeFrom.set(there, wanted);
  else fill(there, wanted, keepOrBuild);
  return there;
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
export function madeLine(statements: MadeContent[][]): MadeElement | undefined {
  const said = statements.filter((statement) => statement.some((part) => part !== ''));
  if (!said.length) return undefined;
  return made('p', {}, ...said.flatMap((statement, index) => [index ? ' · ' : '', ...statement]));
}

/** A picture's address, and where there are several sizes of it: their set, and how wide it will be shown. */
export interface PictureSource {
  src?: string;
  srcset?: string;
  sizes?: string;
}

/** A picture without what is known not to load; undefined where nothing is left. */
export function madePicture(
  { src, srcset, sizes }: PictureSource,
  alt: string,
): MadeElement | undefined {
  if (!src || broken.has(src)) return undefined;
  const set = srcset && !broken.has(srcset) ? { sizes, srcset } : {};
  // An address before the rest would be loaded at once.
  const rest = { loading: 'lazy', alt };
  return made('img', { ...rest, ...set, src });
}

/* Whom to tell of a picture, and where pictures are listened to: a listener for each costs more than the picture. */
const tellOf = new WeakMap<Element, () => void>();
const listening = new WeakSet<Node>();

/** Calls back when the picture that was made does not load. */
export function watchMadePicture(host: Element, again: () => void): void {
  tellOf.set(host, again);
  const root = host.getRootNode();
  if (listening.has(root)) return;
  listening.add(root);
  root.addEventListener('error', pictureFailed, true);
}

function pictureFailed({ target }: Event): void {
  if (!(target instanceof HTMLImageElement) || !target.hasAttribute(MADE)) return;
  const again = target.parentElement && tellOf.get(target.parentElement);
  if (!again) return;
  // The picture itself may be there where one of its sizes is not.
  broken.add(target.getAttribute('srcset') ?? target.getAttribute('src')!);
  again();
}
