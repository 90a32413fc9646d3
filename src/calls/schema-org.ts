// Numbers and hours in the words of schema.org, for whoever makes structured data.
import { toSpecification, type OpeningHoursSpecification } from './hours-specification.js';
import { isEmergencyOrShortCode, parsePhoneNumber } from './phone-number.js';
import { parseOpeningHours } from './parse-opening-hours.js';
import { readTimeZone } from './zone-clock.js';

/**
 * A number for `telephone`, with its country code: `+12105550142`, `+12105550142 ext. 7`. One that cannot be
 * read stays as it is; what dials no clinic, such as 911 or a code for text messages, is undefined.
 */
export function telephone(written: string): string | undefined {
  if (isEmergencyOrShortCode(written)) return undefined;
  const number = parsePhoneNumber(written);
  return number ? number.href.replace('tel:', '').replace(';ext=', ' ext. ') : written;
}

/** A clinic's hours: the usual week, and days with other ones. */
export interface HoursForGraph {
  usual: OpeningHoursSpecification[];
  special: OpeningHoursSpecification[];
}

/**
 * Hours as schema.org has them; undefined where something of them cannot be read, because then it may be open
 * when the rest says closed.
 *
 * @param source - as `parseOpeningHours` takes it
 * @param timeZone - where today is asked; the hours themselves are those of the place
 * @param now - in milliseconds since 1970: dates of every year are written out for this year and the next
 */
export function hoursForGraph(
  source: unknown,
  { timeZone, holidays }: { timeZone?: unknown; holidays?: unknown },
  now: number,
): HoursForGraph | undefined {
  const { hours, partial } = parseOpeningHours(source, {
    timeZone: readTimeZone(timeZone) ?? 'UTC',
    holidays,
  });
  if (!hours || partial) return undefined;
  const all = toSpecification(hours, now);
  const isSpecial = ({ validFrom, validThrough }: OpeningHoursSpecification) =>
    validFrom !== undefined || validThrough !== undefined;
  return {
    usual: all.filter((one) => !isSpecial(one)),
    special: all.filter(isSpecial),
  };
}
