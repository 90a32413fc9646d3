import { readSpecification } from './hours-specification.js';
import { readHolidays, readWeek } from './hours-text.js';
import { mergeSpans, type HoursEntry } from './hours-words.js';
import type { HoursException, OpeningHours, TimeSpan } from './opening-hours.js';
import { DAY, readTimeZone } from './zone-clock.js';

export interface HoursOptions {
  /** IANA name, e.g. `America/Chicago`. */
  timeZone: unknown;
  /**
   * Days with other hours: `2026-12-25 closed Christmas Day; 12-24 08:00-12:00` (a date, a date of every year,
   * two dates with a `/` between; closed or times; a label), OpeningHoursSpecification objects with
   * `validFrom` and `validThrough`, or a list of either.
   */
  holidays?: unknown;
}

/* Texts and objects that are read, problems that are told, letters that are repeated in one. */
const MOST = 500;
const MOST_PROBLEMS = 20;
const QUOTED = 60;

const HOW = {
  zone: 'The time zone is missing or unknown. Write its IANA name, like America/Chicago.',
  overnight:
    'A time that ends before it begins, like 8:00-5:00, goes on until the next morning. Write 17:00 if the afternoon is meant.',
  week: 'Write days and times, like Mo-Fr 08:00-17:00; Sa closed.',
  holidays: 'Write a date, then closed or times, like 2026-12-25 closed Christmas Day.',
  vague:
    'PublicHolidays does not say when they are. Give them as holidays, like 2026-12-25 closed.',
  many: 'There are more than 500 entries. Leave out what is past.',
  object:
    'Write "dayOfWeek": "Monday", "opens": "08:00", "closes": "17:00", with "validFrom" and "validThrough", like "2026-12-25", for special days.',
};

export interface ParsedHours {
  /** Absent where nothing could be read, or the time zone is missing or unknown. */
  hours?: OpeningHours;
  /** Sentences for the author: what could not be read, or may not be meant, and what to write instead. */
  problems: string[];
  /** Something was left out: it may be open when these hours say closed. */
  partial: boolean;
}

/**
 * Reads when a clinic is open. Never throws; what cannot be read is left out and told.
 *
 * Usual hours for the same day add up; `closed` takes back what came before it. Of several holidays on a day
 * the one that covers the fewest days holds, then one with a year before one of every year, then the later
 * one.
 *
 * @param source - text in the form of schema.org's `openingHours` (`Mo-Fr 08:00-12:00,13:00-17:00; Sa closed`,
 * `24/7`), an OpeningHoursSpecification object, or a list of either
 */
export function parseOpeningHours(
  source: unknown,
  { timeZone, holidays }: HoursOptions,
): ParsedHours {
  const problems: string[] = [];
  const usual = readAll(source, false, problems);
  const special = readAll(holidays, true, problems);
  const partial = problems.length > 0;
  const entries = [...usual, ...special];
  if (entries.some(({ spans }) => spans.some(isOdd))) problems.push(HOW.overnight);
  const zone = readTimeZone(timeZone);
  if (!zone && entries.length) problems.unshift(HOW.zone);
  if (!usual.length && special.length) problems.push(`Holidays need usual hours. ${HOW.week}`);
  return {
    hours: usual.length && zone ? { timeZone: zone, ...assemble(entries) } : undefined,
    problems: problems.slice(0, MOST_PROBLEMS),
    partial,
  };
}

/** 8:00-5:00: in the morning to the next morning. */
const isOdd = ({ opens, closes }: TimeSpan): boolean => opens < 720 && closes > 1440;

/** Reads texts and objects, one or a list of them. */
function readAll(source: unknown, special: boolean, problems: string[]): HoursEntry[] {
  const list = [source].flat();
  const entries = list.slice(0, MOST).flatMap((item: unknown) => {
    if (item == null) return [];
    if (typeof item === 'string') {
      const { entries, unreadable } = (special ? readHolidays : readWeek)(item);
      for (const piece of unreadable) {
        const quoted = piece.length > QUOTED ? `${piece.slice(0, QUOTED)}…` : piece;
        const holidays = special || /^ph\b|holiday/i.test(piece);
        problems.push(`"${quoted}" cannot be read. ${holidays ? HOW.holidays : HOW.week}`);
      }
      return entries;
    }
    const entry = typeof item === 'object' && readSpecification(item, special);
    if (!entry) {
      problems.push(`An OpeningHoursSpecification cannot be read. ${HOW.object}`);
      return [];
    }
    if (entry.vague) problems.push(HOW.vague);
    return entry.days.length ? [entry] : [];
  });
  if (Math.max(list.length, entries.length) > MOST) problems.push(HOW.many);
  return entries.slice(0, MOST);
}

/** Puts together what was read. */
function assemble(entries: readonly HoursEntry[]): Omit<OpeningHours, 'timeZone'> {
  const week = Array.from({ length: 7 }, (): TimeSpan[] => []);
  const groups = new Map<unknown, HoursException>();
  for (const entry of entries) {
    const { days, spans, from, through = '', label, group = entry } = entry;
    let to: HoursException['week'] = week;
    if (from) {
      const unsaid = Array.from<undefined>({ length: 7 });
      const exception: HoursException = groups.get(group) ?? { from, through, week: unsaid };
      groups.set(group, exception);
      exception.label ??= label;
      to = exception.week;
    }
    for (const day of days) {
      to[day] = spans.length ? mergeSpans([...(to[day] ?? []), ...spans]) : [];
    }
  }
  // Sorting keeps the order of equals.
  const exceptions = [...groups.values()].reverse().sort((a, b) => extent(a) - extent(b));
  return { week, exceptions };
}

/** How many days an exception covers; a little more if it is every year's. */
function extent({ from, through }: HoursException): number {
  if (from.length > 5) return (Date.parse(through) - Date.parse(from)) / DAY;
  const days = (Date.parse(`2000-${through}`) - Date.parse(`2000-${from}`)) / DAY;
  return (days < 0 ? days + 366 : days) + 0.5;
}
