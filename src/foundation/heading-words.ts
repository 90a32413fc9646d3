import { visibleText } from './text.js';

const UNSAID = '[aria-hidden="true"], [hidden], script, style, template';

/**
 * A heading's words as they are read: with the `alt` of a picture, and without what assistive technology is
 * not told, or a mark such as `#` that links to the heading itself.
 */
export const wordsOf = (heading: Node): string => visibleText(textOf(heading));

function textOf(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return (node as Text).data;
  if (node.nodeType !== node.ELEMENT_NODE) return '';
  const element = node as Element;
  if (element.matches(UNSAID)) return '';
  if (element.localName === 'br') return ' ';
  if (element.localName === 'img') return element.getAttribute('alt') ?? '';
  const text = [...element.childNodes].map(textOf).join('');
  return element.matches('a[href^="#"]') && !/[\p{L}\p{N}]/u.test(text) ? '' : text;
}
