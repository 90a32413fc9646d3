import { collapse } from '../foundation/text.js';

const OLD_ENDING = /(?:\s*(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3,}))+\s*$/u;
/* What may not stand before the ellipsis of a cut, one of these after another. */
const LOOSE_ENDING = /(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3,}|[\s,;:–—-])+$/u;

/**
 * The beginning of a text, cut between words at `maxLength` characters or before, with one `…`.
 * An ending that says "cut" already (`…`, `...`, `[…]`) is made one `…`.
 *
 * @param text - plain text, not HTML
 * @param maxLength - in characters as people count them, roughly; 1 or more
 * @param language - BCP 47, for where its words end
 */
export function excerptOf(
  text: string | null | undefined,
  maxLength: number,
  language = 'en',
): string {
  const whole = collapse(text);
  const bare = whole.replace(OLD_ENDING, '');
  if (Array.from(bare).length <= maxLength) return bare === whole ? whole : bare && `${bare}…`;
  let end = 0;
  for (const { index, segment } of wordsOf(bare, language)) {
    if (index + segment.length > maxLength) break;
    end = index + segment.length;
  }
  // One word longer than all the room: cut it, but never through a surrogate pair.
  const cut = end ? bare.slice(0, end) : Array.from(bare).slice(0, maxLength).join('');
  return `${cut.replace(LOOSE_ENDING, '')}…`;
}

function wordsOf(text: string, language: string): Iterable<{ index: number; segment: string }> {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  } catch {
    // Firefox before 125 has no Segmenter; a wrong language tag throws.
    return Array.from(text.matchAll(/\s*\S+/gu), (m) => ({ index: m.index, segment: m[0] }));
  }
}
