import type { Tree } from './tree.js';

/*
 * A form's fields hide its members of the same names: with a field named `lastChild`, `form.lastChild` is
 * that field. So members are read from where they are defined.
 */
export const read = <K extends keyof Node>(node: Node, name: K): Node[K] =>
  Reflect.get(Node.prototype, name, node);

export const readElement = <K extends 'localName' | 'shadowRoot'>(
  element: Element,
  name: K,
): Element[K] => Reflect.get(Element.prototype, name, element);

export const isElement = (node: Node): node is Element =>
  read(node, 'nodeType') === Node.ELEMENT_NODE;

export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

export const closestOf = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);

/** The element that a node is in: at the top of a shadow root, its host. */
export const parentOf = (node: Node): Element | null =>
  read(node, 'parentElement') ??
  (read(node, 'parentNode') as Partial<ShadowRoot> | null)?.host ??
  null;

/** The element itself, or the one that a text is in. */
export const elementAt = (node: Node): Element | null => (isElement(node) ? node : parentOf(node));

/** A page in a browser. */
export const domTree: Tree<Node> = {
  kindOf(node) {
    if (isElement(node)) return 'element';
    const type = read(node, 'nodeType');
    if (type === Node.TEXT_NODE) return 'text';
    return type === Node.COMMENT_NODE ? 'comment' : 'other';
  },
  nameOf: (element) => readElement(element as Element, 'localName'),
  attributeOf: (element, name) => attributeOf(element as Element, name),
  dataOf: (text) => (text as Text).data,
  lastChildOf: (node) => read(node, 'lastChild'),
  previousOf: (node) => read(node, 'previousSibling'),
  parentOf,
  openRootOf: (element) => readElement(element as Element, 'shadowRoot'),
  isShut: (node) => (node.getRootNode() as ShadowRoot).mode === 'closed',
};
