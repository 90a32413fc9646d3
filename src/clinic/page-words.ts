import { safeEndpoint } from '../foundation/safe-url.js';
import { visibleText } from '../foundation/text.js';
import { wordsIn, type Tree } from '../foundation/tree-words.js';

/** How a page is read: the same code reads a browser's document and, on a server, a parsed one. */
export interface PageReader<Node> extends Tree<Node> {
  /** The elements inside the page, or inside one of its elements, in document order. */
  select(css: string, root?: Node): Node[];
  attribute(element: Node, name: string): string | null | undefined;
}

/** A `time` in running text. */
export interface WrittenTime<Node> {
  element: Node;
  written: string;
  /** The words between it and the one before. */
  before: string;
}

/* What nobody sees, what stands for later, and what an element has made: its attributes say that too. */
const UNREAD = '[hidden], template, noscript, dialog:not([open]), [data-clinic-made]';
const TRACKING = /^(?:utm_\w+|gad_\w+|gclid|gbraid|wbraid|fbclid|msclkid|mc_[ce]id|_gl|ref)$/i;
const LINE = '\u2028';
const DEPTH = 512;

/** The words and addresses on a page, as its visitors have them. */
export class PageWords<Node> {
  /** The canonical address, else the page's own. */
  readonly url: string | undefined;
  /** What relative addresses start from; the page's own may be that of a copy. */
  readonly #base: string | undefined;
  readonly #unread: Set<Node>;

  constructor(
    readonly reader: PageReader<Node>,
    address: string | undefined,
  ) {
    // Not `[hidden] *`: that would look at the ancestors of every element of the page.
    this.#unread = new Set(
      reader.select(UNREAD).flatMap((element) => [element, ...reader.select('*', element)]),
    );
    const own = pageAddress(address);
    const [canonical] = reader
      .select('link[rel~="canonical" i]')
      .map((link) => safeEndpoint(reader.attribute(link, 'href'), own));
    this.url = pageAddress(canonical ?? this.meta('og:url')) ?? own;
    const [declared] = reader.select('base').map((base) => reader.attribute(base, 'href'));
    this.#base = safeEndpoint(declared, this.url) ?? this.url;
  }

  /** The elements that a visitor can see and an author wrote. */
  all(css: string, root?: Node): Node[] {
    return this.reader.select(css, root).filter((element) => !this.#unread.has(element));
  }

  text(element: Node | undefined): string | undefined {
    const skip = (one: Node) => this.#unread.has(one);
    return (element && visibleText(wordsIn(this.reader, element, { skip }))) || undefined;
  }

  /** The lines of an address, without numbers to call: a call-tracking script may have written those. */
  lines(element: Node): string[] {
    const skip = (one: Node) =>
      this.#unread.has(one) ||
      /^\s*(?:tel|sms|mailto|fax):/i.test(this.reader.attribute(one, 'href') ?? '');
    return wordsIn(this.reader, element, { gap: LINE, skip })
      .split(LINE)
      .map((line) => visibleText(line).replace(/,$/, ''))
      .filter(Boolean);
  }

  attribute(element: Node | undefined, name: string): string | undefined {
    return (element && visibleText(this.reader.attribute(element, name))) || undefined;
  }

  meta(name: string): string | undefined {
    const [found] = this.reader.select(`meta[property="${name}"], meta[name="${name}"]`);
    return this.attribute(found, 'content');
  }

  /** Absolute; undefined where that cannot be, or may not be followed. */
  address(written: string | null | undefined): string | undefined {
    const found = safeEndpoint(written, this.#base);
    return found && URL.canParse(found) ? found : undefined;
  }

  href(element: Node | undefined): string | undefined {
    return element && this.address(this.reader.attribute(element, 'href'));
  }

  /** The first link in an element, or the element itself. */
  link(element: Node): Node | undefined {
    return this.reader.name(element) === 'a' ? element : this.all('a[href]', element)[0];
  }

  heading(element: Node): Node | undefined {
    return this.all('h1, h2, h3, h4, h5, h6', element).find((found) => this.text(found));
  }

  /** An element's picture: a child, else what its `image` names. */
  picture(element: Node): string | undefined {
    return (
      this.all('img', element)
        .map((image) => this.address(this.reader.attribute(image, 'src')))
        .find(Boolean) ?? this.address(this.attribute(element, 'image'))
    );
  }

  times(element: Node): WrittenTime<Node>[] {
    const found: WrittenTime<Node>[] = [];
    let before = '';
    const walk = (at: Node, depth: number): void => {
      for (const child of this.reader.children(at)) {
        if (typeof child === 'string') {
          before += child;
        } else if (this.#unread.has(child)) {
          continue;
        } else if (this.reader.name(child) === 'time') {
          const written = this.attribute(child, 'datetime') ?? this.text(child) ?? '';
          found.push({ element: child, written, before: visibleText(before) });
          before = '';
        } else if (depth) {
          before += ' ';
          walk(child, depth - 1);
        }
      }
    };
    walk(element, DEPTH);
    return found;
  }
}

/** An absolute address without fragment and tracking; undefined where it is none. */
function pageAddress(address: string | undefined): string | undefined {
  if (!safeEndpoint(address) || !URL.canParse(address!)) return undefined;
  const url = new URL(address!);
  url.hash = '';
  for (const name of [...url.searchParams.keys()])
    if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}
