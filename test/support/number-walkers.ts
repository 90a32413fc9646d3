/** One of the clinic's numbers and what a walker shows in its place: ten digits each. */
export interface Replaced {
  own: string;
  shown: string;
}

/* Not between the tags of these; the attribute is CallRail's way to be told to stay out. */
const PASSED_OVER = 'script, noscript, style, [data-calltrk-noswap]';
const DIALLING = /^\s*(?:tel|sms):/i;

/**
 * What call-tracking scripts do to a page, as far as it was measured on the public ones. A number is found
 * in one text node, with at most one of `-`, `.`, a space or U+00A0 between its parts; in `href` where that
 * dials; and in `title`. Nothing else is looked at: no `aria-label`, no `data-*`, no structured data.
 *
 * The page is walked once. After that only nodes that are added are looked at: no text that is changed in
 * place, no attribute, nothing in a root that comes later.
 */
export abstract class NumberWalker {
  /** How often it has written into the page. */
  writes = 0;
  readonly #observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) this.walk(node);
  });
  readonly #targets: { own: string; pattern: RegExp; shown: string }[];

  constructor(...numbers: Replaced[]) {
    this.#targets = numbers.map(({ own, shown }) => {
      const [, area, exchange, line] = /^(\d{3})(\d{3})(\d{4})$/.exec(own)!;
      const between = '[-. \\u00a0]?';
      const source = `\\(?${area}\\)?${between}${exchange}${between}${line}\\b`;
      return { own, shown, pattern: new RegExp(source, 'g') };
    });
  }

  /** What it looks at, from a node down. */
  protected abstract nodesUnder(node: Node): Iterable<Node>;

  /** Walks what is there, and from now on what is added. */
  start(root: Node = document.body): void {
    this.walk(root);
    this.observe(root);
  }

  /** Looks at what is added from now on. */
  observe(root: Node = document.body): void {
    this.#observer.observe(root, { childList: true, subtree: true });
  }

  stop(): void {
    this.#observer.disconnect();
  }

  /** Walks once. */
  walk(root: Node): void {
    const holder = isElement(root) ? root : root.parentElement;
    if (holder?.closest(PASSED_OVER)) return;
    for (const node of this.nodesUnder(root)) {
      if (isText(node)) this.#write(node.data, false, (text) => (node.data = text));
      if (!isElement(node)) continue;
      const [href, title] = [node.getAttribute('href'), node.getAttribute('title')];
      if (title) this.#write(title, false, (text) => node.setAttribute('title', text));
      if (href && DIALLING.test(href))
        this.#write(href, true, (text) => node.setAttribute('href', text));
    }
  }

  #write(before: string, dials: boolean, set: (text: string) => void): void {
    let after = before;
    for (const { own, shown, pattern } of this.#targets) {
      after = dials
        ? after.replace(own, shown)
        : after.replace(pattern, (written) => inTheSameWay(written, shown));
    }
    if (after === before) return;
    this.writes++;
    set(after);
  }
}

/* By type and not by class: a document in a frame has classes of its own. */
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;

function inTheSameWay(written: string, digits: string): string {
  const next = [...digits];
  return written.replace(/\d/g, () => next.shift()!);
}

/** Walks the page's own nodes and looks into no shadow root. */
export class LightWalker extends NumberWalker {
  protected override *nodesUnder(root: Node): Iterable<Node> {
    const walker = (root.ownerDocument ?? document).createTreeWalker(
      root,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      (node) =>
        isElement(node) && node.matches(PASSED_OVER)
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_ACCEPT,
    );
    for (let node: Node | null = root; node; node = walker.nextNode()) yield node;
  }
}

/** Walks an open root in place of the children of its host, whether they are slotted in it or not. */
export class OpenRootWalker extends NumberWalker {
  protected override *nodesUnder(root: Node): Iterable<Node> {
    if (isElement(root) && root.matches(PASSED_OVER)) return;
    yield root;
    const { childNodes } = (isElement(root) && root.shadowRoot) || root;
    for (const child of [...childNodes]) yield* this.nodesUnder(child);
  }
}
