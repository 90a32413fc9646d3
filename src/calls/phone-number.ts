/** A number that can be shown and dialled. */
export interface PhoneNumber {
  /** For people, e.g. `(210) 555-0142` or `(210) 555-0142 ext. 7`. */
  text: string;
  /** For `href`: `tel:+12105550142`, `tel:911`. RFC 3966; made of digits only, never of the text. */
  href: string;
}

/** What somebody wrote, in plain signs. */
export interface Writing {
  /** Without its extension, e.g. `+1 (800) FLOWERS`. */
  main: string;
  /** What is keyed for it, e.g. `18003569377`. */
  digits: string;
  /** Digits only, at most seven. */
  extension?: string;
  vanity: boolean;
  /** Begins with a country code. */
  plus: boolean;
}

/* Services and crisis lines of North America, and the emergency numbers that many know from elsewhere. */
const SERVICE = /^(?:[2-9]11|988|112|999)$/;
/* Without a look-behind, here and below: older phones cannot read it. "FAX7" is a word, not an extension. */
const EXTENSION = /^(.*?[^a-z])(?:(?:ext(?:ensi[oó])?n?|x|#)[\s.:=-]*|,\s*)(\d{1,7})\)?$/i;
/*
 * An area code, up to six digits and a word in capitals. One letter alone is a slip, "210 MAIN STREET" and all
 * else with letters is prose, and 555-XXXX a number that somebody has yet to fill in.
 */
const VANITY =
  /^(?=.*[A-Z]{2})(?!.*XXX|(?!8(.)\1)\d{3} [A-Z])\(?\+?[\s(]*(?:1[\s).-]*)?\(?\d{3}(?:[\s().-]*\d){0,6}[\s().-]*[A-Z][A-Z\d -]*$/;
/*
 * An area code is never N11 (services) or N9X (kept for longer numbers), an exchange never N11; but toll-free
 * numbers have no exchange: 800 411 is one of theirs. Which codes are in use changes too often to be said here.
 */
const NORTH_AMERICAN = /^1?(?=8([02-8])\1|(?!.11|.9)...(?!.11))([2-9]..)([2-9]..)(....)$/;
const KEYPAD = 'abcdefghijklmnopqrstuvwxyz';
const KEYS = '22233344455566677778889999';

/** Digits of any script are runs from 0 to 9, one after the other (Unicode Standard, §4.6). */
function toDigit(sign: string): string {
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(sign.codePointAt(0)! - before - 1))) before++;
  return `${before % 10}`;
}

/** The same in signs that phones and tracking scripts read: ASCII digits and hyphens, dots, single spaces. */
export const toPlainSigns = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, toDigit)
    .replace(/[\p{Pd}\u2212\u30FC]/gu, '-')
    .replace(/[\u00B7\u2022]/g, '.')
    .replace(/\s+/g, ' ');

/** Takes apart what may be a number of any country; undefined where it is none for sure. */
export function readWriting(input: string | null | undefined): Writing | undefined {
  const written = toPlainSigns(`${input ?? ''}`)
    // Quotes that an editor has curled no longer end an attribute: they become a part of it.
    .replace(/^[\s“”′]+|[\s“”′]+$/g, '')
    // An address may have spaces, brackets and a plus in code, and "?_gl=…" from a linker between sites.
    .replace(/^tel:([^?]*).*/i, '$1')
    .replace(/%2[089bd]/gi, decodeURIComponent)
    .trim();
  if (written.length > 99) return undefined;
  const [, before, extension] = EXTENSION.exec(written) ?? [];
  const main = before?.replace(/[\s,;(]+$/, '') ?? written;
  // Only what numbers are written with: '*21*…#' would redirect a phone.
  if (!/^\(?\+?[\da-z ().\-/]+$/i.test(main)) return undefined;
  const vanity = /[a-z]/i.test(main);
  if (vanity && !VANITY.test(main)) return undefined;
  const digits = main
    // "+44 (0)20", "+44 (020)": the zero is for callers at home, but in Italy it is part of the number.
    .replace(/^(\(?\+(?!\W*(?:1|39|378)).*?)\(0/, '$1')
    .replace(/[a-z]/gi, (letter) => KEYS[KEYPAD.indexOf(letter.toLowerCase())]!)
    .replace(/\D/g, '');
  return { main, digits, extension, vanity, plus: main.includes('+') };
}

/**
 * Reads a phone number as a clinic would write it: `(210) 555-0142`, `+1 210.555.0142 x7`, `911`,
 * `1-800-555-SPINE`, or international with a plus; in digits and dashes of any script. North American numbers
 * are shown in the usual form. Premium-rate numbers (900) can be dialled and so are numbers: number-kinds tells
 * them. Codes for text messages (five or six digits) cannot be called.
 *
 * @returns undefined where it is no number that a phone could dial (RFC 3966, E.164: at most 15 digits)
 */
export function parsePhoneNumber(input: string | null | undefined): PhoneNumber | undefined {
  const { main, digits, extension, vanity, plus } = readWriting(input) ?? {};
  if (!main || !digits) return undefined;
  if (!plus && !extension && SERVICE.test(digits)) return { text: digits, href: `tel:${digits}` };
  const number = (text: string, dialled: string): PhoneNumber => ({
    text: extension ? `${text} ext. ${extension}` : text,
    href: `tel:+${dialled}${extension ? `;ext=${extension}` : ''}`,
  });
  if (plus && digits[0] !== '1') {
    return !vanity && /^[2-9]\d{6,14}$/.test(digits) ? number(main, digits) : undefined;
  }
  // A vanity word may be longer than the number: phones dial its first letters.
  const national = vanity ? digits.slice(0, digits[0] === '1' ? 11 : 10) : digits;
  const [, , area, exchange, line] = NORTH_AMERICAN.exec(national) ?? [];
  return area
    ? number(vanity ? main : `(${area}) ${exchange}-${line}`, `1${area}${exchange}${line}`)
    : undefined;
}

/**
 * Whether these are two to six digits: 911, 988, 112, a code for text messages. Such a number gets no country
 * code and is never exchanged for another; an extension behind it changes nothing.
 */
export const isEmergencyOrShortCode = (input: string | null | undefined): boolean =>
  /^\d{2,6}$/.test(readWriting(input)?.digits ?? '');

/** Whether both dial the same, extension included, however they are written. */
export const sameNumber = (
  one: string | null | undefined,
  other: string | null | undefined,
): boolean => {
  const href = parsePhoneNumber(one)?.href;
  return !!href && href === parsePhoneNumber(other)?.href;
};
