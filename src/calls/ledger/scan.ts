import { findPhoneNumbers } from '../find-numbers.js';
import { parsePhoneNumber, type PhoneNumber } from '../phone-number.js';
import { numbersInJsonLd } from './structured-data.js';
import { mayHoldNumber, numbersInText, type SeenNumber } from './text-numbers.js';
import { childrenOf, closestIn, nodesIn, textIn, type Tree } from './tree.js';

/** Where a number stands: names and descriptions for assistive technology are attributes. */
export type Place = 'link' | 'text' | 'attribute' | 'structured-data' | 'meta';

/** A number as the page has it, before anything is said about it. */
export interface Sighting<Node extends object = object> {
  where: Place;
  node: Node;
  /** As a person sees it, or as it is written where nobody does. */
  text: string;
  /** What is dialled or meant; undefined where no phone could dial it. */
  number?: PhoneNumber;
  /** The address of a link that dials. */
  href?: string;
  /** What a person reads there, in a link that dials and in running text. */
  seen: SeenNumber<Node>[];
  /** What the names and descriptions in a link that dials say. */
  named: PhoneNumber[];
  /** Tells machines the clinic's number: JSON-LD, microdata. */
  data?: boolean;
  /** Text in a link that leads elsewhere. */
  elsewhere?: boolean;
  /** A link in a closed root: no script of the page reaches it. */
  shut?: boolean;
  /** The nearest host with an open root around it, which changes what call-tracking scripts find. */
  open?: { tag: string; inside: boolean };
}

export interface ScanOptions<Node extends object> {
  /** Links in closed roots, which a walk does not come by, by the host that it does. */
  shutLinks?: ReadonlyMap<Node, readonly Node[]>;
  /** Hosts whose root is open for tests only. */
  opened?: (host: Node) => boolean;
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
export function scan<Node extends object>(
  tree: Tree<Node>,
  root: Node,
  options: ScanOptions<Node> = {},
): Sighting<Node>[] {
  const { attributeOf, dataOf, kindOf, nameOf, openRootOf, parentOf } = tree;
  const { shutLinks, opened = () => false } = options;
  const sightings: Sighting<Node>[] = [];
  /* What stands in one line of text so far. */
  let line: Node[] = [];
  /* What is around it. */
  let link: Sighting<Node> | undefined;
  let elsewhere = false;
  let open: Sighting['open'];
  // What is left to look at, the next one last. No recursion: how deep a page goes is the page's.
  const todo: (Node | (() => void))[] = [];

  function add(
    found: Partial<Sighting<Node>> & Pick<Sighting<Node>, 'where' | 'node' | 'text'>,
  ): Sighting<Node> {
    const sighting = { seen: [], named: [], open, ...found };
    sightings.push(sighting);
    return sighting;
  }

  function endLine(): void {
    const numbers = line.length ? numbersInText(line, dataOf, !!link) : [];
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

  function addSaid(where: Place, node: Node, words: string | null): void {
    if (!words || !mayHoldNumber(words)) return;
    for (const { number, written: text } of findPhoneNumbers(words)) {
      if (link) link.named.push(number);
      else add({ where, node, text, number });
    }
  }

  /** Looks at what is inside, then does what is to be done after it. */
  function enter(node: Node, after: () => void): void {
    const shadow = kindOf(node) === 'element' ? openRootOf(node) : null;
    const before = open;
    todo.push(() => {
      after();
      open = before;
    });
    pushChildren(node);
    todo.push(...(shutLinks?.get(node) ?? []));
    if (!shadow) return;
    const counts = !opened(node);
    const tag = nameOf(node);
    todo.push(() => {
      endLine();
      if (counts) open = { tag, inside: false };
    });
    pushChildren(shadow);
    if (counts) open = { tag, inside: true };
  }

  function pushChildren(parent: Node): void {
    for (const child of childrenOf(tree, parent)) todo.push(child);
  }

  function look(element: Node): void {
    const name = nameOf(element);
    if (name === 'script') return lookAtScript(element);
    if (UNSHOWN.has(name)) return;
    if (TYPED.has(name) || isTypedInto(tree, element)) return endLine();
    if (name === 'title') {
      return addSaid(
        closestIn(tree, element, (one) => nameOf(one) === 'head') ? 'meta' : 'attribute',
        element,
        textIn(tree, element),
      );
    }
    lookAtContent(element);
    if (name === 'a' && attributeOf(element, 'href') !== null) return lookAtLink(element);
    for (const attribute of NAMES) addSaid('attribute', element, attributeOf(element, attribute));
    if (INLINE.has(name) && !openRootOf(element)) return enter(element, () => {});
    endLine();
    enter(element, endLine);
  }

  function lookAtLink(element: Node): void {
    endLine();
    const before = { link, elsewhere };
    const href = attributeOf(element, 'href')!;
    const address = dialledAddress(href);
    if (address === undefined) elsewhere = true;
    else {
      const number = parsePhoneNumber(address);
      const [data, shut] = [isData(element), tree.isShut(element)];
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
  function lookAtContent(node: Node): void {
    const content = attributeOf(node, 'content');
    if (!content) return;
    const names = ['itemprop', 'property', 'name'].map((name) => attributeOf(node, name));
    const name = names.find(Boolean) ?? '';
    if (PROSE_NAME.test(name)) addSaid('meta', node, content);
    if (!DATA_NAME.test(name)) return;
    const [text, number] = [shorten(content), parsePhoneNumber(content)];
    add({ where: 'meta', node, text, number, data: true });
  }

  function lookAtScript(node: Node): void {
    const json = JSON_LD.test(attributeOf(node, 'type') ?? '') ? textIn(tree, node).trim() : '';
    if (!json) return;
    const found = { where: 'structured-data', node, data: true } as const;
    const numbers = numbersInJsonLd(json);
    if (!numbers) add({ ...found, text: '' });
    for (const written of numbers ?? [])
      add({ ...found, text: shorten(written), number: parsePhoneNumber(written) });
  }

  /** A link's words; of one that is only a picture, its name. */
  function wordsOf(element: Node): string {
    const named = [...nodesIn(tree, element)].find(
      (node) => kindOf(node) === 'element' && attributeOf(node, 'alt') !== null,
    );
    const picture = named ? attributeOf(named, 'alt') : null;
    return (
      [textIn(tree, element), attributeOf(element, 'aria-label'), picture]
        .map(shorten)
        .find(Boolean) ?? ''
    );
  }

  /* Where `content` stands beside it, that is the value and not what is shown. */
  function isData(element: Node | null): boolean {
    return !!closestIn(
      tree,
      element,
      (one) =>
        /(?:^|\s)telephone(?:\s|$)/.test(attributeOf(one, 'itemprop') ?? '') &&
        attributeOf(one, 'content') === null,
    );
  }

  // An editor around the root is as good as one inside it.
  const editor = closestIn(tree, root, (one) => attributeOf(one, 'contenteditable') !== null);
  if (!editor || !isTypedInto(tree, editor)) todo.push(root);
  for (let next; (next = todo.pop());) {
    if (typeof next === 'function') next();
    else {
      const kind = kindOf(next);
      if (kind === 'text') line.push(next);
      else if (kind === 'element') look(next);
      else if (kind === 'other') enter(next, endLine);
    }
  }
  endLine();
  return sightings;
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

function isTypedInto<Node extends object>({ attributeOf }: Tree<Node>, element: Node): boolean {
  const editable = attributeOf(element, 'contenteditable');
  const role = attributeOf(element, 'role');
  return (editable !== null && editable !== 'false') || role === 'textbox' || role === 'searchbox';
}

function shorten(text: string | null): string {
  const words = (text ?? '').replace(/\s+/g, ' ').trim();
  return words.length > 120 ? `${words.slice(0, 119)}…` : words;
}
