/** A number that can be shown and dialled. */
export interface PhoneNumber {
  /** For people, e.g. `(210) 555-0142` or `(210) 555-0142 ext. 7`. */
  text: string;
  /** For `href`: `tel:+12105550142`, `tel:911`. RFC 3966; made of digits only, never of the text. */
  href: string;
}

/* North American services and crisis lines: dialled as they are, never with a country code. */
const SHORT_CODE = /^(?:[2-9]11|988)$/;
/* The number, then what says "extension", then its digits. Without a look-behind: older phones cannot read it. */
const EXTENSION = /^(.*?)(?:;ext=|[,;]?\s*\(?(?:ext(?:ension)?|x)\.?\s*:?|,)\s*(\d{1,7})\)?$/i;
/* An area code in digits, and a word in capitals at the end; anything else with letters is prose. */
const VANITY = /^\+?[\s(]*(?:1[\s.-]*)?\(?\d{3}[\d\s().-]*[A-Z][A-Z -]*$/;
const NORTH_AMERICAN = /^1?([2-9]\d{2})([2-9]\d{2})(\d{4})$/;
const KEYPAD = 'abcdefghijklmnopqrstuvwxyz';
const KEYS = '22233344455566677778889999';

/**
 * Reads a phone number as a clinic would write it: `(210) 555-0142`, `+1 210.555.0142 x7`, `911`,
 * `1-800-555-SPINE`, or international with a plus. North American numbers are shown in the usual form.
 *
 * @returns undefined where it is no number that a phone could dial (RFC 3966, E.164: at most 15 digits)
 */
export function parsePhoneNumber(input: string | null | undefined): PhoneNumber | undefined {
  const written = (input ?? '')
    .normalize('NFKC')
    .replace(/^\s*tel:/i, '')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .trim();
  const split = EXTENSION.exec(written);
  // "FAX7" is a word, not an extension.
  const [main, extension] =
    split && !/[a-z]$/i.test(split[1]!) ? [split[1]!.trim(), split[2]] : [written, undefined];
  // Only what numbers are written with: '*21*…#' would redirect a phone, ',,,900' would dial on.
  if (!/^\+?[\da-z\s().\-/\u2010-\u2015\u2212]+$/i.test(main)) return undefined;
  const letters = /[a-z]/i.test(main);
  if (letters && !VANITY.test(main)) return undefined;
  // "+44 (0)20": the zero is for callers at home.
  const whole = main.startsWith('+') ? main.replace(/\(0\)/, '') : main;
  const keyed = whole.replace(/[a-z]/gi, (letter) => KEYS[KEYPAD.indexOf(letter.toLowerCase())]!);
  const digits = keyed.replace(/\D/g, '');
  if (SHORT_CODE.test(digits)) return { text: digits, href: `tel:${digits}` };
  const suffix = extension ? `;ext=${extension}` : '';
  const shownSuffix = extension ? ` ext. ${extension}` : '';
  const abroad = main.startsWith('+') && !digits.startsWith('1');
  // A vanity word may be longer than the number: phones dial its first letters.
  const national = letters ? digits.slice(0, digits.startsWith('1') ? 11 : 10) : digits;
  const [, area, exchange, line] = (!abroad && NORTH_AMERICAN.exec(national)) || [];
  if (area) {
    const text = letters ? main : `(${area}) ${exchange}-${line}`;
    return { text: text + shownSuffix, href: `tel:+1${area}${exchange}${line}${suffix}` };
  }
  if (abroad && /^[2-9]\d{6,14}$/.test(digits)) {
    return { text: main + shownSuffix, href: `tel:+${digits}${suffix}` };
  }
  return undefined;
}
