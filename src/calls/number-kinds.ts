import type { PhoneNumber } from './phone-number.js';

/** What is dialled in North America: area code, exchange, line and extension. */
const NORTH_AMERICAN = /^tel:\+1(...)(...)(....)(?:;ext=(\d+))?$/;

/** Whether the call costs the caller nothing: 800, 888, 877, 866, 855, 844, 833, and 822 that comes next. */
export const isTollFree = ({ href }: PhoneNumber): boolean => /^tel:\+18([02-8])\1/.test(href);

/**
 * Whether the caller pays somebody for the call: area code 900, and the exchange 976 in any area but a
 * toll-free one. No clinic's number turns into one of these by itself.
 */
export const isPremiumRate = (number: PhoneNumber): boolean =>
  /^tel:\+1(?:900|...976)/.test(number.href) && !isTollFree(number);

/** `(210) 555-0142`, `+1 210-555-0142` or `210.555.0142`. */
export type PhoneStyle = 'national' | 'international' | 'dotted';

/**
 * Writes a number so that it breaks at no space: these are U+00A0, which scripts that look for numbers read,
 * as they do hyphens and dots, but not U+202F and U+2011. Letters of a North American number become digits. A
 * number from elsewhere and a short one stay as they are written, whatever the style.
 */
export function formatPhoneNumber({ text, href }: PhoneNumber, style: PhoneStyle): string {
  const [, area, exchange, line, extension] = NORTH_AMERICAN.exec(href) ?? [];
  const styles: Record<PhoneStyle, string> = {
    national: `(${area}) ${exchange}-${line}`,
    international: `+1 ${area}-${exchange}-${line}`,
    dotted: `${area}.${exchange}.${line}`,
  };
  const written = area ? styles[style] + (extension ? ` ext. ${extension}` : '') : text;
  return written.replaceAll(' ', '\u00A0');
}
