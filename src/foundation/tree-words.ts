/** How a tree of elements is walked: a browser's document, a parsed one, or `Markup`. */
export interface Tree<Node> {
  /** In lower case. */
  name(element: Node): string;
  /** Elements and texts right inside. */
  children(element: Node): readonly (Node | string)[];
}

/* As deep as browsers nest elements. */
const DEPTH = 512;
const BREAKING =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|figure|h[1-6]|hr|li|ol|p|pre|section|table|td|th|tr|ul)$/;
const SILENT = /^(?:script|style|template|noscript|iframe|object|svg|math|textarea|select|title)$/;

/**
 * The words in an element as they are written, but for scripts and other unseen content, with a gap where a
 * block begins or ends. What is nested deeper than 512 is left out.
 *
 * @param skip - elements to leave out
 */
export function wordsIn<Node>(
  tree: Tree<Node>,
  element: Node,
  { gap = ' ', skip }: { gap?: string; skip?: (element: Node) => boolean } = {},
  depth = DEPTH,
): string {
  if (!depth) return '';
  return tree
    .children(element)
    .map((child) => {
      if (typeof child === 'string') return child;
      const name = tree.name(child);
      if (SILENT.test(name) || skip?.(child)) return '';
      const apart = BREAKING.test(name) ? gap : '';
      return apart + wordsIn(tree, child, { gap, skip }, depth - 1) + apart;
    })
    .join('');
}
