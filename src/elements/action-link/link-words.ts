/* What authors end a link with to say "this leads somewhere", in either direction. */
const ARROW =
  /\s*(?:[\u2190\u2192\u2794\u279C\u279E\u27A1\u27F5\u27F6\u2197\u00AB\u00BB\u2039\u203A>]\uFE0F?|[-=]>)\s*$/u;
const NEW_TAB =
  /\bnew (?:tab|window)\b|\bnueva (?:pestaña|ventana)\b|\b(?:pestaña|ventana) nueva\b/i;

/**
 * Where the arrow begins that an author ended a link with, as an offset; -1 where there is none, or nothing
 * beside it: a link of an arrow alone would have no name.
 */
export function arrowAt(text: string): number {
  const at = text.search(ARROW);
  return text.slice(0, at).trim() ? at : -1;
}

/** Whether a link says itself that it opens a new tab or window. */
export const saysNewTab = (text: string): boolean => NEW_TAB.test(text);
