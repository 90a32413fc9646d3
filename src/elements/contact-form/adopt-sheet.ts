import { ownSheet, sendingSheet } from './sending.sheet.js';

const sheets = new Map<string, CSSStyleSheet>();

/**
 * Gives a form's root the rules for what the sender adds, once.
 *
 * @param scope - what the rules are for, as a selector; empty in a root of the element's own
 * @returns false where the browser constructs no sheets
 */
export function adoptSendingSheet(root: Document | ShadowRoot, scope: string): boolean {
  try {
    let sheet = sheets.get(scope);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(sendingSheet.replaceAll('x-scope', scope) + (scope ? '' : ownSheet));
      sheets.set(scope, sheet);
    }
    if (!root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets =
        // In a page its own sheets have the last word; in our root these do.
        root instanceof Document
          ? [sheet, ...root.adoptedStyleSheets]
          : [...root.adoptedStyleSheets, sheet];
    }
    return true;
  } catch {
    return false;
  }
}
