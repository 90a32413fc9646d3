/** The most characters of one value. */
export const LONGEST_VALUE = 200;
/** What stands in the place of something that is not passed on. */
export const LEFT_OUT = '…';

/** Characters that are looked at: an address may be as long as it likes, and encoded in many layers. */
export const MOST_READ = 1_000;
/** Control and formatting characters, halves of characters, line and paragraph separators. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const EMAIL = /[^\s@]@[^\s@]/u;
/** 20261125, 2026-11-25, 2026.1.5: digits that are no phone number. */
const DATE =
  /(^|\P{Nd})(?:19|20)\d\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|([-_./ ])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01]))(?!\p{Nd})/gu;
/** What people write between the digits of a phone number. */
const PHONE_GAP = /^[\s.()/+·\u2010-\u2015-]{1,4}$/u;

/* `decodeURIComponent` would leave the whole text as it is for one stray percent sign. */
const decodeOnce = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (escapes) =>
    new TextDecoder().decode(
      Uint8Array.from(escapes.slice(1).split('%'), (hex) => parseInt(hex, 16)),
    ),
  );

/** Text with every layer of percent-encoding and every invisible character taken off. */
export function decoded(text: string): string {
  let now = text.slice(0, MOST_READ);
  // Each round that changes anything makes it shorter.
  for (let before; now !== before;) {
    before = now;
    now = decodeOnce(now).replace(INVISIBLE, '');
  }
  return now;
}

/**
 * Whether decoded text looks as if it held an e-mail address or a phone number: `@` between two words; seven
 * digits or more, written with a plus or in groups; and, unless `ids`, seven to fifteen digits in a row that
 * are no date.
 *
 * @param ids - whether a number may stand here that is an id, e.g. a campaign's
 */
export function looksPersonal(text: string, ids = false): boolean {
  // Full-width signs and the like are read as what they look like, and may hide another layer.
  let folded = text;
  for (let before; folded !== before;) {
    before = folded;
    folded = decoded(folded.normalize('NFKC'));
  }
  return EMAIL.test(folded) || holdsPhone(folded, ids);
}

function holdsPhone(text: string, ids: boolean): boolean {
  const parts = text.replace(DATE, '$1|').match(/\p{Nd}+|\P{Nd}+/gu) ?? [];
  let digits = 0;
  let grouped = false;
  for (const [index, part] of parts.entries()) {
    if (/\p{Nd}/u.test(part)) {
      digits += part.length;
      // Long before it is a phone number it is no longer one, unless it is written as one.
      if (digits >= 7 && (grouped || (!ids && part.length <= 15))) return true;
      continue;
    }
    const sides = [parts[index - 1] ?? '', parts[index + 1] ?? ''];
    const joins =
      PHONE_GAP.test(part) || (part === '_' && sides.every(({ length }) => length <= 5));
    if (!joins) digits = 0;
    grouped = (joins && digits > 0) || /[+(]\s*$/u.test(part);
  }
  return false;
}

/** Text without invisible characters, on one line, at most so long; empty where it looks personal. */
export function cleanText(raw: string, ids = false): string {
  // A plus sign in a query arrives as a space.
  const plus = /^\s+\p{Nd}/u.test(raw) ? '+' : '';
  const text = decoded(raw).replace(/\s+/gu, ' ').trim();
  return looksPersonal(plus + text, ids) ? '' : cut(text);
}

/** An id, whole or not at all: half of one is of no use. */
export function cleanId(raw: string): string {
  const text = decoded(raw).trim();
  return looksPersonal(text, true) || text !== cut(text) ? '' : text;
}

/** The first `LONGEST_VALUE` characters, none of them halved. */
export function cut(text: string): string {
  return text.length > LONGEST_VALUE ? [...text].slice(0, LONGEST_VALUE).join('').trim() : text;
}
