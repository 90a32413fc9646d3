import { compile } from 'css-select';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import {
  isComment,
  isTag,
  isText,
  type AnyNode,
  type Document,
  type Element,
  type Text,
} from 'domhandler';
import { textIn, type Tree } from '../../calls/ledger/tree.js';
import type { Spot } from '../json.js';

/* Browsers stop at about 512; the parser takes quadratic time where the depth has no bound. */
const DEPTH = 600;

/** An address by what a server sees of it. */
export const keyOf = ({ origin, pathname, search }: URL): string => origin + pathname + search;

/** A page cannot be read: it is nested without end. */
export class TooDeepError extends Error {
  override message = 'its tags are nested deeper than a browser would follow';
}

/** A page as a browser would build it, without running anything. */
export class Page {
  readonly document: Document;
  /** Every element in the order of the document, but for what is in a template. */
  readonly elements: readonly Element[];
  /** What a link with a `#` can lead to: ids, and the old names of anchors. */
  readonly targets: ReadonlySet<string>;
  /** What relative addresses start from. */
  readonly base: URL;

  /**
   * @param name - what findings call it
   * @param url - where it is, or would be
   * @throws TooDeepError
   */
  constructor(
    readonly name: string,
    readonly url: URL,
    readonly html: string,
  ) {
    this.document = parsed(html);
    this.elements = elementsOf(this.document);
    this.targets = new Set(
      this.elements.flatMap(({ name, attribs }) =>
        [attribs.id, name === 'a' ? attribs.name : undefined].filter((one) => one !== undefined),
      ),
    );
    const href = this.select('base[href]')[0]?.attribs.href;
    this.base = resolved(href, url) ?? url;
  }

  /** Whether it is a whole document, and not a piece of one that something else puts into a page. */
  get isWhole(): boolean {
    return /<!doctype|<html[\s>]/i.test(this.html);
  }

  /** The elements that a selector of CSS names. */
  select(query: string): Element[] {
    return this.elements.filter(queryFor(query));
  }

  /** Where an address leads, undefined where it is none. */
  resolve(address: string | undefined): URL | undefined {
    return resolved(address, this.base);
  }
}

const queries = new Map<string, (element: Element) => boolean>();

function queryFor(query: string): (element: Element) => boolean {
  let made = queries.get(query);
  if (!made) queries.set(query, (made = compile<AnyNode, Element>(query)));
  return made;
}

function parsed(html: string): Document {
  let depth = 0;
  return parse(html, {
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...adapter,
      onItemPush() {
        if (++depth > DEPTH) throw new TooDeepError();
      },
      onItemPop: () => void depth--,
    },
  });
}

function elementsOf(top: Document | Element): Element[] {
  const found: Element[] = [];
  const todo: AnyNode[] = [top];
  for (let node; (node = todo.pop());) {
    if (isTag(node)) found.push(node);
    if ('children' in node && !(isTag(node) && node.name === 'template')) {
      for (let index = node.children.length; index-- > 0;) todo.push(node.children[index]!);
    }
  }
  return found;
}

function resolved(address: string | undefined, base: URL): URL | undefined {
  try {
    return new URL(address ?? '', base);
  } catch {
    return undefined;
  }
}

/** The text inside an element, as it is written. */
export const textOf = (element: Element): string => textIn(pageTree, element);

/** Whether a selector of CSS names an element. */
export const matches = (element: Element, query: string): boolean => queryFor(query)(element);

/** The element inside that a selector names, the first of them. */
export function within(element: Element, query: string): Element | undefined {
  const is = queryFor(query);
  return elementsOf(element).find((one) => one !== element && is(one));
}

/** The JSON between the tags of an element of ours, where something is in it. */
export function jsonIn(element: Element): Element | undefined {
  const script = within(element, 'script[type="application/json" i]');
  return script && textOf(script).trim() ? script : undefined;
}

/** The nearest element around that a selector names, itself included. */
export function around(element: Element, query: string): Element | undefined {
  const is = queryFor(query);
  let at: AnyNode | null = element;
  while (at && !(isTag(at) && is(at))) at = at.parent;
  return at ?? undefined;
}

/** Where an element or one of its attributes begins; the first sign of a page for what nobody wrote. */
export function spotOf({ sourceCodeLocation }: Element, attribute?: string): Spot {
  const { startTag, attrs, ...whole } = (sourceCodeLocation ?? {}) as Partial<ElementLocation>;
  const at = (attribute && attrs?.[attribute]) || startTag || whole;
  return { line: at.startLine ?? 1, column: at.startCol ?? 1 };
}

/** Where the text of a script begins. */
export function startOfText(script: Element): Spot {
  const { startLine: line = 1, startCol: column = 1 } =
    script.children[0]?.sourceCodeLocation ?? {};
  return { line, column };
}

/** Where some words begin in a text, or where its first word does. */
export function spotInText(page: Page, { sourceCodeLocation: at }: Text, words: string): Spot {
  if (!at) return { line: 1, column: 1 };
  const written = page.html.slice(at.startOffset, at.endOffset);
  const index = written.indexOf(words);
  const before = written.slice(0, index < 0 ? written.search(/\S|$/) : index).split('\n');
  const column = before.at(-1)!.length + 1;
  return before.length === 1
    ? { line: at.startLine, column: at.startCol + column - 1 }
    : { line: at.startLine + before.length - 1, column };
}

/** What parse5 says of an element; domhandler's type leaves the attributes out. */
interface ElementLocation extends Location {
  startTag?: Location;
  endTag?: Location;
  attrs?: Record<string, Location>;
}

interface Location {
  startLine: number;
  startCol: number;
  startOffset: number;
  endOffset: number;
}

/** Where an element's tags are; none where the parser added them. */
export const tagsOf = ({ sourceCodeLocation }: Element): Partial<ElementLocation> =>
  sourceCodeLocation ?? {};

/** A parsed page for who reads numbers. */
export const pageTree: Tree<AnyNode> = {
  kindOf(node) {
    if (isTag(node)) return 'element';
    if (isText(node)) return 'text';
    return isComment(node) || !('children' in node) ? 'comment' : 'other';
  },
  nameOf: (element) => (element as Element).name,
  attributeOf: (element, name) => (element as Element).attribs[name] ?? null,
  dataOf: (text) => (isText(text) ? text.data : ''),
  lastChildOf: (node) => ('children' in node ? node.lastChild : null),
  previousOf: (node) => node.prev,
  parentOf: (node) => (node.parent && isTag(node.parent) ? node.parent : null),
  // A page that was written down has none.
  openRootOf: () => null,
  isShut: () => false,
};
