import { Parser } from 'htmlparser2';
import { visibleText } from './text.js';
import { wordsIn, type Tree } from './tree-words.js';

/** An element of a document that was read as text: nothing of it is ever evaluated or loaded. */
export interface Markup {
  name: string;
  attributes: Record<string, string>;
  children: (Markup | string)[];
  parent?: Markup;
}

/* No page and no feed is that deep; the parser takes quadratic time where the depth has no bound. */
const DEPTH = 256;
const TREE: Tree<Markup> = { name: ({ name }) => name, children: ({ children }) => children };

/**
 * Reads HTML, or XML, forgivingly: its root holds what there is. Entities are decoded, those that a DTD
 * defines are not; no DTD, style sheet or other address is asked for. What is nested deeper than 256 is
 * left out, with all that follows. `DOMParser` and `innerHTML` are refused by a page with Trusted Types.
 */
export function parseMarkup(text: string, xmlMode = false): Markup {
  const root: Markup = { name: '', attributes: {}, children: [] };
  let node = root;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const child: Markup = { name, attributes, children: [], parent: node };
        node.children.push(child);
        node = child;
        if (++depth > DEPTH) parser.pause();
      },
      onclosetag() {
        depth--;
        node = node.parent ?? root;
      },
      ontext: (data) => void node.children.push(data),
    },
    { xmlMode },
  );
  parser.end(text);
  return root;
}

/** The elements right inside. */
export function elementsIn({ children }: Markup): Markup[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The elements inside, at any depth, in document order. */
export function markupWithin(node: Markup): Markup[] {
  const found: Markup[] = [];
  const walk = (at: Markup) => {
    for (const child of elementsIn(at)) {
      found.push(child);
      walk(child);
    }
  };
  walk(node);
  return found;
}

/** The first of them that is the one. */
export function findMarkup(node: Markup, is: (node: Markup) => boolean): Markup | undefined {
  for (const child of elementsIn(node)) {
    const found = is(child) ? child : findMarkup(child, is);
    if (found) return found;
  }
  return undefined;
}

/** All character data, as it is written. */
export function charactersIn({ children }: Markup): string {
  return children
    .map((child) => (typeof child === 'string' ? child : charactersIn(child)))
    .join('');
}

/**
 * The words that a reader of HTML sees: blocks apart, white space collapsed, scripts, unseen content and
 * unseen characters left out.
 */
export function textOf(node: Markup): string {
  return visibleText(wordsIn(TREE, node));
}
