const QUOTES = /[“”″„]|&(?:quot|#0?34|#822[01]|#8243|ldquo|rdquo);/g;

/* What editors do to a script, undone step by step: each keeps what the ones before it have mended. */
const REPAIRS: ((text: string) => string)[] = [
  (text) => text,
  // Paragraphs for blank lines and round tags, `<br>` for line breaks; what hides a script from XHTML and old browsers.
  (text) =>
    text
      .replace(/\n?<\/?p>\n?|<br ?\/?>|<!-- ?\[et_pb_line_break_holder\] ?-->/g, '')
      .trim()
      // At most one space each: with any number, a megabyte of them would take minutes.
      .replace(/^(?:\/\/|\/\*)? ?<!(?:\[CDATA\[|--)(?: ?\*\/)?/, '')
      .replace(/(?:\/\/|\/\*)? ?(?:\]\]|--)>(?: ?\*\/)?$/, '')
      .replace(/&(?:#0?38|amp);/g, '&'),
  // White space that JSON does not know.
  (text) => text.replace(/\u00a0|&nbsp;|&#160;|\ufeff/g, ' '),
  (text) => text.replace(QUOTES, '"'),
];

/**
 * Parses JSON that an author wrote into a page. Where it does not parse, what WordPress's editors do to a script is
 * undone first.
 *
 * @throws SyntaxError
 */
export function parseMendedJson(text: string): unknown {
  let mended = text;
  for (const repair of REPAIRS) {
    mended = repair(mended);
    try {
      return JSON.parse(mended.trim());
    } catch {
      // the next one may help
    }
  }
  return JSON.parse(text);
}
