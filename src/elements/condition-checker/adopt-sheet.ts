import { checkerSheet } from './checker.sheet.js';

let sheet: CSSStyleSheet | undefined;

/**
 * Gives an element's root the rules for questions and results, once.
 *
 * @throws where the browser constructs no sheets: the children are better than a bare form
 */
export function adoptCheckerSheet(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(checkerSheet);
  }
  const { adoptedStyleSheets: sheets } = root;
  if (!sheets.includes(sheet)) root.adoptedStyleSheets = [...sheets, sheet];
}
