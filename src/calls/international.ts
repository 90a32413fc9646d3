import {
  isSupportedCountry,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { parsePhoneNumber, readWriting, type PhoneNumber } from './phone-number.js';

/*
 * A country's own services: 15, 112, 000, 116 117, 13 11 14. The library does not know them or takes them for a
 * subscriber's; they have no country code.
 */
const SERVICE = /^(?:1\d{1,5}|\d{3})$/;
/* 3114 in France; elsewhere, as in Niue, a subscriber's. */
const SERVICE_OR_NUMBER = /^[2-9]\d{3}$/;

/**
 * Reads a number as people of a country write it: `020 7946 0123` with `GB` is shown so and dialled
 * `+442079460123`. With a plus it may be of any country and is shown in the international form. Where one plan
 * is shared with the United States, parsePhoneNumber decides, and so it does where the library knows no such
 * number but it has its country code: plans grow faster than pages are updated.
 *
 * @param country - ISO 3166-1 alpha-2, e.g. `GB`
 * @returns undefined where it is no number of that country
 */
export function parseInternational(
  input: string | null | undefined,
  country: string | null | undefined,
): PhoneNumber | undefined {
  const code = country?.trim().toUpperCase() ?? '';
  const writing = readWriting(input);
  if (!writing || !isSupportedCountry(code)) return undefined;
  const { main, digits, extension, plus, vanity } = writing;
  const northAmerican = plus ? digits.startsWith('1') : getCountryCallingCode(code) === '1';
  if (northAmerican) return parsePhoneNumber(input);
  if (vanity) return undefined;
  const service = { text: main, href: `tel:${digits}` };
  if (!plus && !extension && SERVICE.test(digits)) return service;
  const read = (written: string) =>
    parsePhoneNumberFromString(written, { defaultCountry: code, extract: false });
  const number = read(plus ? `+${digits}` : main);
  if (!number?.isValid()) {
    if (plus) return parsePhoneNumber(input);
    return !extension && SERVICE_OR_NUMBER.test(digits) ? service : undefined;
  }
  const national = number.formatNational();
  // Now and then a national form would be read as another number.
  const clear = !plus && read(national)?.number === number.number;
  const text = clear ? national : number.formatInternational();
  return {
    text: extension ? `${text} ext. ${extension}` : text,
    href: `tel:${number.number}${extension ? `;ext=${extension}` : ''}`,
  };
}
