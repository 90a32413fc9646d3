/**
 * What is read of a page: of a document in a browser (`dom.ts`), or of one that was parsed and has no screen.
 * `Node` is whatever stands for a node there.
 */
export interface Tree<Node extends object> {
  kindOf(node: Node): 'element' | 'text' | 'comment' | 'other';
  /** An element's, in lower case. */
  nameOf(element: Node): string;
  attributeOf(element: Node, name: string): string | null;
  /** A text's. */
  dataOf(text: Node): string;
  lastChildOf(node: Node): Node | null;
  previousOf(node: Node): Node | null;
  /** The element that a node is in: at the top of a shadow root, its host. */
  parentOf(node: Node): Node | null;
  /** The root of an element where it is open. */
  openRootOf(element: Node): Node | null;
  /** Whether it stands in a closed root. */
  isShut(node: Node): boolean;
}

/** The nearest element that is the one, from `node` outwards. */
export function closestIn<Node extends object>(
  tree: Tree<Node>,
  node: Node | null,
  is: (element: Node) => boolean,
): Node | null {
  let at = node;
  while (at && !(tree.kindOf(at) === 'element' && is(at))) at = tree.parentOf(at);
  return at;
}

/** The nodes inside, at any depth, in the order of the document; shadow roots are left out. */
export function* nodesIn<Node extends object>(tree: Tree<Node>, top: Node): Generator<Node> {
  const todo = childrenOf(tree, top);
  for (let node; (node = todo.pop());) {
    yield node;
    for (const child of childrenOf(tree, node)) todo.push(child);
  }
}

/** The last one first. */
export function childrenOf<Node extends object>(tree: Tree<Node>, parent: Node): Node[] {
  const children: Node[] = [];
  let child = tree.lastChildOf(parent);
  for (; child; child = tree.previousOf(child)) children.push(child);
  return children;
}

/** All text inside, as it is written. */
export function textIn<Node extends object>(tree: Tree<Node>, top: Node): string {
  let text = '';
  for (const node of nodesIn(tree, top))
    if (tree.kindOf(node) === 'text') text += tree.dataOf(node);
  return text;
}
