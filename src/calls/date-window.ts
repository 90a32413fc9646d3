import { DAY, instantOf, MINUTE, readTimeZone } from './zone-clock.js';

/** From when until when something holds, in milliseconds since 1970: `from <= now && now < until`. */
export interface DateWindow {
  from: number;
  until: number;
}

/** What an author wrote about it. */
export interface WrittenWindow {
  /** ISO 8601: a date, a local date-time, or a date-time with an offset. */
  starts?: string | null;
  /** The same; a date is the last day, and all of it. */
  ends?: string | null;
  /** The IANA name of the zone in which dates without an offset are meant. */
  timeZone?: string | null;
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;

/**
 * Reads a window of time. A bound that cannot be read does not hold, and neither does one of two that are the
 * wrong way round: what an author wanted to show is shown.
 *
 * @param here - the visitor's own zone, for dates without one
 * @returns with what could not be used, and what to write instead
 */
export function readDateWindow(
  { starts, ends, timeZone }: WrittenWindow,
  here: string,
): { window: DateWindow; problems: string[] } {
  const problems: string[] = [];
  const zone = readTimeZone(timeZone);
  const bound = (name: string, written: string | null | undefined): number | undefined => {
    if (!written?.trim()) return undefined;
    const read = readBound(written, name === 'ends', zone ?? here);
    if (!read) {
      problems.push(`"${name}" must be a date like 2026-11-26 or 2026-11-26T08:00.`);
      return undefined;
    }
    const local = 'a date without an offset is taken in the visitor’s own time zone.';
    if (read.isLocal && !zone)
      problems.push(`${local} Give "time-zone" a name like America/Chicago.`);
    return read.instant;
  };
  const from = bound('starts', starts) ?? -Infinity;
  const until = bound('ends', ends) ?? Infinity;
  if (from < until) return { window: { from, until }, problems };
  problems.push('"ends" comes before "starts"; neither holds.');
  return { window: { from: -Infinity, until: Infinity }, problems };
}

function readBound(
  written: string,
  isEnd: boolean,
  zone: string,
): { instant: number; isLocal: boolean } | undefined {
  const [, year, month, day, hour, minute, second = 0, offset] = ISO.exec(written.trim()) ?? [];
  const midnight = new Date(`${year}-${month}-${day}T00:00Z`);
  // 30 February rolls over into March in some engines.
  if (!year || midnight.getUTCDate() !== Number(day)) return undefined;
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second) > 59) return undefined;
  const minutes = Number(hour ?? 0) * 60 + Number(minute ?? 0);
  let clock = Number(midnight) + minutes * MINUTE + Number(second) * 1000;
  if (offset) {
    // "Z" has neither.
    const [, sign = '+', hours = 0, rest = 0] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
    const ahead = (Number(hours) * 60 + Number(rest)) * MINUTE;
    return { instant: clock - (sign === '-' ? -ahead : ahead), isLocal: false };
  }
  if (isEnd && hour === undefined) clock += DAY;
  return { instant: instantOf(zone, clock, isEnd ? 'passed' : 'reached'), isLocal: true };
}

/** Where an instant lies. */
export const placeIn = ({ from, until }: DateWindow, now: number): 'before' | 'in' | 'after' =>
  now < from ? 'before' : now < until ? 'in' : 'after';

/** The next instant at which that changes; `Infinity` where it does not. */
export const nextChange = ({ from, until }: DateWindow, now: number): number =>
  now < from ? from : now < until ? until : Infinity;
