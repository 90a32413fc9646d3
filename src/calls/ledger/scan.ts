import { findPhoneNumbers } from '../find-numbers.js';
import { parsePhoneNumber, type PhoneNumber } from '../phone-number.js';
import { attributeOf, closestOf, isElement, parentOf, read, readElement } from './read.js';
import { numbersInJsonLd } from './structured-data.js';
import { mayHoldNumber, numbersInText, type SeenNumber } from './text-numbers.js';

/** Where a number stands: names and descriptions for assistive technology are attributes. */
export type Place = 'link' | 'text' | 'attribute' | 'structured-data' | 'meta';

/** A number as the page has it, before anything is said about it. */
export interface Sighting {
  where: Place;
  node: Node;
  /** As a person sees it, or as it is written where nobody does. */
  text: string;
  /** What is dialled or meant; undefined where no phone could dial it. */
  number?: PhoneNumber;
  /** The address of a link that dials. */
  href?: string;
  /** What a person reads there, in a link that dials and in running text. */
  seen: SeenNumber[];
  /** What the names and descriptions in a link that dials say. */
  named: PhoneNumber[];
  /** Tells machines the clinic's number: JSON-LD, microdata. */
  data?: boolean;
  /** Text in a link that leads elsewhere. */
  elsewhere?: boolean;
  /** A link in a closed root: no script of the page reaches it. */
  shut?: boolean;
  /** The nearest host with an open root around it, which changes what call-tracking scripts find. */
  open?: { host: Element; inside: boolean };
}

export interface ScanOptions {
  /** Links in closed roots, which a walk does not come by. */
  links?: readonly HTMLAnchorElement[];
  /** Hosts whose root is open for tests only. */
  opened?: (host: Element) => boolean;
}

const UNSHOWN = new Set(['style', 'template', 'noscript', 'iframe', 'object', 'canvas']);
/* A visitor's own number may be in these: neither value nor text is looked at. */
const TYPED = new Set(['input', 'textarea', 'select', 'output', 'datalist']);
/* What does not end a line of text. An element that is not known may look like anything, so it does. */
const INLINE = new Set(
  (
    'abbr b bdi bdo cite code data dfn em font i ins kbd label mark q s small span strong sub sup ' +
    'time tspan u var wbr'
  ).split(' '),
);
const NAMES = ['aria-label', 'aria-description', 'title', 'alt'];
const DATA_NAME = /(?:^|[\s:_])(?:telephone|phone_?number|fax_?number)$/i;
const PROSE_NAME = /(?:^|:)(?:description|title)$/i;
const JSON_LD = /^\s*application\/ld\+json\b/i;

/** Finds every number below `root`, in the order of the document; a host's open root before its children. */
export function scan(root: ParentNode & Node, options: ScanOptions = {}): Sighting[] {
  const { links = [], opened = () => false } = options;
  const shutLinks = linksByHost(links);
  const sightings: Sighting[] = [];
  /* What stands in one line of text so far. */
  let line: Text[] = [];
  /* What is around it. */
  let link: Sighting | undefined;
  let elsewhere = false;
  let open: Sighting['open'];
  // What is left to look at, the next one last. No recursion: how deep a page goes is the page's.
  const todo: (Node | (() => void))[] = [];

  function add(found: Partial<Sighting> & Pick<Sighting, 'where' | 'node' | 'text'>): Sighting {
    const sighting = { seen: [], named: [], open, ...found };
    sightings.push(sighting);
    return sighting;
  }

  function endLine(): void {
    const numbers = line.length ? numbersInText(line, !!link) : [];
    line = [];
    for (const seen of numbers) {
      const { node, written: text, number } = seen;
      if (link) link.seen.push(seen);
      else {
        const data = isData(parentOf(node));
        add({ where: 'text', node, text, number, seen: [seen], elsewhere, data });
      }
    }
  }

  function addSaid(where: Place, node: Element, words: string | null): void {
    if (!words || !mayHoldNumber(words)) return;
    for (const { number, written: text } of findPhoneNumbers(words)) {
      if (link) link.named.push(number);
      else add({ where, node, text, number });
    }
  }

  /** Looks at what is inside, then does what is to be done after it. */
  function enter(node: Node, after: () => void): void {
    const host = node as Element;
    const shadow = isElement(node) ? readElement(node, 'shadowRoot') : null;
    const before = open;
    todo.push(() => {
      after();
      open = before;
    });
    pushChildren(node);
    todo.push(...(shutLinks.get(host) ?? []));
    if (!shadow) return;
    const counts = !opened(host);
    todo.push(() => {
      endLine();
      if (counts) open = { host, inside: false };
    });
    pushChildren(shadow);
    if (counts) open = { host, inside: true };
  }

  function pushChildren(parent: Node): void {
    let child = read(parent, 'lastChild');
    for (; child; child = read(child, 'previousSibling')) todo.push(child);
  }

  function look(element: Element): void {
    const name = readElement(element, 'localName');
    if (name === 'script') return lookAtScript(element);
    if (UNSHOWN.has(name)) return;
    if (TYPED.has(name) || isTypedInto(element)) return endLine();
    if (name === 'title') {
      return addSaid(
        closestOf(element, 'head') ? 'meta' : 'attribute',
        element,
        element.textContent,
      );
    }
    lookAtContent(element);
    if (name === 'a' && element.hasAttribute('href')) return lookAtLink(element);
    for (const attribute of NAMES) addSaid('attribute', element, attributeOf(element, attribute));
    if (INLINE.has(name) && !readElement(element, 'shadowRoot')) return enter(element, () => {});
    endLine();
    enter(element, endLine);
  }

  function lookAtLink(element: Element): void {
    endLine();
    const before = { link, elsewhere };
    const href = attributeOf(element, 'href')!;
    const address = dialledAddress(href);
    if (address === undefined) elsewhere = true;
    else {
      const number = parsePhoneNumber(address);
      const [data, shut] = [isData(element), isShut(element)];
      link = add({
        where: 'link',
        node: element,
        text: wordsOf(element),
        number,
        href,
        data,
        shut,
      });
    }
    for (const attribute of NAMES) addSaid('attribute', element, attributeOf(element, attribute));
    enter(element, () => {
      endLine();
      ({ link, elsewhere } = before);
    });
  }

  /** `<meta name="description" content="…">`, `<meta itemprop="telephone" content="…">`. */
  function lookAtContent(node: Element): void {
    const content = attributeOf(node, 'content');
    if (!content) return;
    const names = ['itemprop', 'property', 'name'].map((name) => attributeOf(node, name));
    const name = names.find(Boolean) ?? '';
    if (PROSE_NAME.test(name)) addSaid('meta', node, content);
    if (!DATA_NAME.test(name)) return;
    const [text, number] = [shorten(content), parsePhoneNumber(content)];
    add({ where: 'meta', node, text, number, data: true });
  }

  function lookAtScript(node: Element): void {
    const json = JSON_LD.test(attributeOf(node, 'type') ?? '') ? node.textContent.trim() : '';
    if (!json) return;
    const found = { where: 'structured-data', node, data: true } as const;
    const numbers = numbersInJsonLd(json);
    if (!numbers) add({ ...found, text: '' });
    for (const written of numbers ?? [])
      add({ ...found, text: shorten(written), number: parsePhoneNumber(written) });
  }

  // An editor around the root is as good as one inside it.
  const editor = isElement(root) && closestOf(root, '[contenteditable]');
  if (!editor || !isTypedInto(editor)) todo.push(root);
  for (let next; (next = todo.pop());) {
    if (typeof next === 'function') next();
    else if (read(next, 'nodeType') === Node.TEXT_NODE) line.push(next as Text);
    else if (isElement(next)) look(next);
    else if (read(next, 'nodeType') !== Node.COMMENT_NODE) enter(next, endLine);
  }
  endLine();
  return sightings;
}

const isShut = (node: Node): boolean => (node.getRootNode() as ShadowRoot).mode === 'closed';

/** Links in closed roots, by the host that a walk comes by: of roots within roots, the outermost closed. */
function linksByHost(links: readonly HTMLAnchorElement[]): Map<Element, HTMLAnchorElement[]> {
  const byHost = new Map<Element, HTMLAnchorElement[]>();
  for (const link of links) {
    let host: Element | undefined;
    let root = link.getRootNode() as Partial<ShadowRoot>;
    for (; root.host; root = root.host.getRootNode() as Partial<ShadowRoot>) {
      if (root.mode === 'closed') host = root.host;
    }
    if (host) byHost.set(host, [link, ...(byHost.get(host) ?? [])]);
  }
  return byHost;
}

/** What a link dials, as it is written; undefined where it leads somewhere else. */
function dialledAddress(href: string): string | undefined {
  const [, scheme, address = ''] = /^\s*(tel|sms):([^?#]*)/i.exec(href) ?? [];
  if (scheme) return decoded(/sms/i.test(scheme) ? address.split(/[&;,]/)[0]! : address);
  const [, digits] =
    /^\s*https?:\/\/(?:www\.)?wa\.me\/\+?(\d+)/i.exec(href) ??
    /^\s*(?:https?:\/\/(?:api|web)\.whatsapp\.com\/|whatsapp:\/\/)send\/?\?(?:.*&)?phone=(?:\+|%2B)?(\d+)/i.exec(
      href,
    ) ??
    [];
  return digits && `+${digits}`;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function isTypedInto(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable');
  const role = attributeOf(element, 'role');
  return (editable !== null && editable !== 'false') || role === 'textbox' || role === 'searchbox';
}

/* Where `content` stands beside it, that is the value and not what is shown. */
const isData = (element: Element | null): boolean =>
  !!element && !!closestOf(element, '[itemprop~="telephone"]:not([content])');

/** A link's words; of one that is only a picture, its name. */
function wordsOf(link: Element): string {
  const picture = link.querySelector('[alt]')?.getAttribute('alt') ?? null;
  return (
    [link.textContent, attributeOf(link, 'aria-label'), picture].map(shorten).find(Boolean) ?? ''
  );
}

function shorten(text: string | null): string {
  const words = (text ?? '').replace(/\s+/g, ' ').trim();
  return words.length > 120 ? `${words.slice(0, 119)}…` : words;
}
