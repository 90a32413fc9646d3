import { Parser } from 'htmlparser2';
import { collapse } from './text.js';

const BREAKING =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|figure|h[1-6]|hr|li|ol|p|pre|section|table|td|th|tr|ul)$/;
const SILENT = /^(?:script|style|template|noscript|iframe|object|svg|math|textarea|select|title)$/;
/* Zero-width and direction-forcing characters, which can make a title read as another one. */
const INVISIBLE = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/**
 * The words of an HTML fragment: tags dropped, entities decoded once, white space collapsed, scripts and
 * other unseen content left out. WordPress sends titles and excerpts as HTML. Never evaluates anything:
 * `DOMParser` and `innerHTML` are refused by a page with Trusted Types.
 */
export function plainText(html: unknown): string {
  if (typeof html !== 'string') return '';
  let text = '';
  let silent = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (SILENT.test(name)) silent++;
      else if (BREAKING.test(name)) text += ' ';
    },
    onclosetag(name) {
      if (SILENT.test(name)) silent--;
      else if (BREAKING.test(name)) text += ' ';
    },
    ontext(data) {
      if (!silent) text += data;
    },
  });
  parser.end(html);
  return collapse(text.replace(INVISIBLE, ''));
}
