import type { CSSResult } from 'lit';

/**
 * Adopts a sheet into the document or shadow root that holds an element, once: the few rules that must
 * reach an author's own children. A constructed sheet is not an inline style, so a strict CSP allows it.
 */
export function adoptLightStyles(root: Node, styles: CSSResult): void {
  const sheet = styles.styleSheet;
  const { adoptedStyleSheets: sheets } = root as Document;
  // Where sheets cannot be constructed, the page's own copy of clinic-elements.css does this work.
  if (!sheet || !sheets || sheets.includes(sheet)) return;
  try {
    // First, so that a page that adopts sheets of its own has the last word.
    (root as Document).adoptedStyleSheets = [sheet, ...sheets];
  } catch {
    // The sheet was constructed in another document (an element moved into a frame): unstyled there.
  }
}
