const sheets = new Map<string, CSSStyleSheet>();

/**
 * Gives a root the rules that come later than its first paint, once.
 *
 * @param css - the same text is the same sheet
 * @throws where the browser constructs no sheets
 */
export function adoptSheet(root: Document | ShadowRoot, css: string): void {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  const { adoptedStyleSheets: before } = root;
  if (before.includes(sheet)) return;
  // In a page its own sheets have the last word; in our root these do.
  root.adoptedStyleSheets = root instanceof Document ? [sheet, ...before] : [...before, sheet];
}
