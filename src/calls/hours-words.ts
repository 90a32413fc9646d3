// How people write days, dates and times: the words that hours are made of.
import type { TimeSpan } from './opening-hours.js';

/** Hours of some days, as one piece of text or one object says them. */
export interface HoursEntry {
  /** Sunday is 0. */
  days: number[];
  /** None: closed. */
  spans: TimeSpan[];
  /** As in HoursException; absent for the usual week. */
  from?: string;
  through?: string;
  label?: string;
  /** Entries with the same are one exception, in which windows add up. */
  group?: string;
  /** Named days as well of which nobody knows when they are. */
  vague?: boolean;
}

const DASH = '[-\\u2010-\\u2015\\u2212]';
const TO = ` ?(?:${DASH}|to|through|until) ?`;
const AND = ' ?(?:,|/|&|\\+|and) ?';
const DAY = '(?:mo|tu|we|th|fr|sa|su)[a-z]*\\.?';
const TIME = '(?:\\d{1,2}(?:[:.]\\d\\d){0,2}(?: ?[ap](?:\\.?m)?\\b\\.?)?|noon\\b|midnight\\b)';
const WINDOW = `(${TIME})${TO}(${TIME})`;

/** `Mo-Fr, Su`. Patterns are for texts whose white space is single spaces. */
export const DAYS = `${DAY}(?:(?:${TO}|${AND}| )${DAY})*`;
/** `closed`, `24 hours`, `08:00-12:00, 13:00-17:00`. */
export const HOURS = `(?:closed|off|(?:open )?(?:24 ?/ ?7|24 ?h(?:(?:ou)?rs?)?|all day))\\b|${WINDOW}(?:(?:${AND}| )${WINDOW})*`;
const DATE = `(?:--)?(?:\\d{4}${DASH})?\\d\\d${DASH}\\d\\d(?!\\d)`;
/** `2026-12-25`, `12-25`, `2026-12-24/2026-12-31`. */
export const DATES = `(${DATE})(?:(?: ?/ ?|${TO})(${DATE}))?`;
/** Between two pieces: also a comma before a date. */
export const BEFORE_DATE = `,(?= ?${DATE}[ /])`;

const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** A day of 24 hours. */
export const ALL_DAY: TimeSpan = { opens: 0, closes: 1440 };
export const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** The days of the week that DAYS names, Sunday is 0; undefined where one of them is no day. */
export function readDays(text: string): number[] | undefined {
  const days = new Set<number>();
  let last: number | undefined;
  let to = false;
  for (const [word] of text.toLowerCase().matchAll(new RegExp(`[a-z]+|${DASH}`, 'g'))) {
    if (word === 'and') continue;
    if (/^(?:to|through|until|[^a-z])$/.test(word)) {
      to = true;
      continue;
    }
    const day = WEEK.findIndex((name) => name.startsWith(word) || `${name}s` === word);
    if (word.length < 2 || day < 0) return undefined;
    for (let between = last ?? day; to && between !== day; between = (between + 1) % 7) {
      days.add(between);
    }
    days.add((last = day));
    to = false;
  }
  return days.size ? [...days] : undefined;
}

/** A time of day as written: its minutes if it stands alone, its hour, and `a`, `p` or neither. */
interface Written {
  minutes: number;
  hour: number;
  half?: string;
  /** Written with minutes, or a word. */
  exact: boolean;
}

function readTime(text: string): Written | undefined {
  if (/^noon/i.test(text)) return { minutes: 720, hour: 12, half: 'p', exact: true };
  if (/^midnight/i.test(text)) return { minutes: 0, hour: 12, half: 'a', exact: true };
  const [, hours = '', past, letter] = /^(\d+)(?:[:.](\d+))?[^ap]*([ap])?/i.exec(text) ?? [];
  const hour = Number(hours);
  const half = letter?.toLowerCase();
  const minutes = (half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour) * 60 + Number(past ?? 0);
  const wrong = half ? hour < 1 || hour > 12 : minutes > 1440;
  if (!hours || wrong || Number(past ?? 0) > 59) return undefined;
  return { minutes, hour, half, exact: past !== undefined };
}

/**
 * From one time to another, past midnight where the second is the earlier. What stands on one side only,
 * `a.m.` or `p.m.`, is found for an opening (`9-5pm`, `10-2pm`), and not guessed for a closing; `8-5` alone
 * could be anything. Nobody closes a minute before midnight: 23:59 is midnight.
 */
export function readSpan(from: string, to: string): TimeSpan | undefined {
  const start = readTime(from);
  const end = readTime(to);
  if (!start || !end) return undefined;
  let opens = start.minutes;
  let closes = end.minutes;
  if (!start.half && start.hour && start.hour <= 12) {
    if (end.half && closes) {
      opens = (start.hour % 12) * 60 + (opens % 60) + (end.half === 'p' ? 720 : 0);
      if (opens >= closes) opens = (opens + 720) % 1440;
    } else if (!start.exact && end.hour <= 12) return undefined;
  }
  if (!end.half && end.hour <= 12 && (start.half || !end.exact)) return undefined;
  if (closes === 1439) closes = 1440;
  if (opens === closes || opens >= 1440) return undefined;
  return { opens, closes: closes < opens ? closes + 1440 : closes };
}

/** The windows of HOURS: none where it says closed. Undefined where a time does not exist. */
export function readHours(text: string): TimeSpan[] | undefined {
  if (/^(?:closed|off)/i.test(text)) return [];
  if (/^open|^24 ?[/h]|^all/i.test(text)) return [ALL_DAY];
  const spans = [...text.matchAll(new RegExp(WINDOW, 'gi'))].map(([, from, to]) =>
    readSpan(from!, to!),
  );
  return spans.every((span) => span !== undefined) ? spans : undefined;
}

/** `YYYY-MM-DD` or `MM-DD`, if there is such a day. */
export function readDate(text: string): string | undefined {
  const date = text.replace(/^--/, '').replace(new RegExp(DASH, 'g'), '-');
  const time = new Date(`${date.length === 5 ? `2000-${date}` : date}T00:00Z`);
  // 30 February rolls over into March in some engines.
  return time.getUTCDate() === Number(date.slice(-2)) ? date : undefined;
}

/** One day, or the first and the last of several; every year's days may go over New Year. */
export function readDates(
  first: string,
  last = first,
): { from: string; through: string } | undefined {
  const from = readDate(first);
  let through = readDate(last);
  // 2026-12-24/12-31
  if (from && through && from.length > through.length) through = from.slice(0, 5) + through;
  if (!from || !through || from.length < through.length) return undefined;
  return from.length > 5 && from > through ? undefined : { from, through };
}

/** Sorted, with what overlaps or touches as one. */
export function mergeSpans(spans: readonly TimeSpan[]): TimeSpan[] {
  const merged: TimeSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.opens - b.opens)) {
    const last = merged.at(-1);
    if (last && span.opens <= last.closes) last.closes = Math.max(last.closes, span.closes);
    else merged.push({ ...span });
  }
  return merged;
}
