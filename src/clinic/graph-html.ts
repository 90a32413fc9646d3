import { selectAll } from 'css-select';
import { isTag, isText, type AnyNode, type Document, type Element } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import type { GraphOptions } from './graph-context.js';
import type { PageReader } from './page-words.js';
import { parseClinicFacts } from './read-facts.js';
import { graphOf } from './structured-data.js';

/* As deep as browsers nest elements; selectors take quadratic time where the depth has no bound. */
const DEPTH = 512;

/**
 * The graph of a page that is there as HTML, as `graphOf` makes it.
 *
 * @param facts - what `clinic.json` says, as `JSON.parse` gives it; what cannot be used is left out
 */
export function graphOfHtml(
  html: string,
  facts: unknown,
  options: GraphOptions & { address?: string },
): string {
  const page = parse(html, { treeAdapter: adapter });
  cutBelow(page, DEPTH);
  const { base = options.address } = options;
  return graphOf(parsedReader(page), parseClinicFacts(facts, base).facts, options);
}

function parsedReader(page: Document): PageReader<Element> {
  return {
    select: (css, root) => selectAll<AnyNode, Element>(css, root ?? page, { xmlMode: false }),
    attribute: (element, name) => element.attribs[name],
    name: (element) => element.name,
    children: (element) =>
      element.children.flatMap((node) => {
        if (isText(node)) return node.data;
        return isTag(node) ? node : [];
      }),
  };
}

function cutBelow(page: Document, depth: number): void {
  let level: Element[] = page.children.filter(isTag);
  while (level.length && depth-- > 0)
    level = level.flatMap((element) => element.children.filter(isTag));
  for (const element of level) element.children = [];
}
