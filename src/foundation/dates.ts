/** A calendar day for machines. */
export interface Day {
  /** `YYYY-MM-DD`. */
  iso: string;
  /** Midnight UTC of that day, in milliseconds since 1970. */
  time: number;
}

/** A calendar day in words too. */
export interface CalendarDay extends Day {
  /** In the given language, e.g. `March 4, 2026`. */
  text: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept: making one takes longer than rendering the card that it is for. */
function formatFor(language: string): Intl.DateTimeFormat {
  let format = formats.get(language);
  if (!format) {
    const options: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: 'UTC' };
    try {
      format = new Intl.DateTimeFormat(language, options);
    } catch {
      format = new Intl.DateTimeFormat('en', options);
    }
    formats.set(language, format);
  }
  return format;
}

/**
 * The calendar day of an ISO 8601 date or date-time, or undefined where it is none. The day is taken as
 * written, without the visitor's time zone: `new Date('2026-01-02')` would print January 1 in America.
 */
export function dayOf(value: string | null | undefined): Day | undefined {
  const [iso] = /^\d{4}-\d\d-\d\d(?=$|T)/.exec(value?.trim() ?? '') ?? [];
  const date = new Date(`${iso}T00:00Z`);
  // 30 February rolls over into March in some engines.
  if (!iso || !(date.getUTCDate() === Number(iso.slice(8)))) return undefined;
  return { iso, time: Number(date) };
}

/**
 * The same in words.
 *
 * @param language - BCP 47; English where the browser does not know it
 */
export function calendarDay(
  value: string | null | undefined,
  language: string,
): CalendarDay | undefined {
  const day = dayOf(value);
  return day && { ...day, text: formatFor(language).format(day.time) };
}

const DAY = 864e5;

/**
 * Whether a day has not come yet, with a day's slack: it is already tomorrow somewhere.
 *
 * @param now - in milliseconds since 1970
 */
export const isFuture = ({ time }: Day, now: number = Date.now()): boolean => time > now + DAY;

/**
 * Whether a day is over, in UTC.
 *
 * @param now - in milliseconds since 1970
 */
export const isPast = ({ time }: Day, now: number): boolean => now >= time + DAY;

/**
 * The same day of the month some months later, or the last of that month where it has no such day; then as many
 * days later as are said. Undefined after the year 9999, which no `YYYY-MM-DD` can write.
 */
export function dayAfter({ iso }: Day, months: number, days = 0): Day | undefined {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const date = new Date(0);
  // Day 0 of the month after is the last of the month.
  date.setUTCFullYear(year, month + months, 0);
  date.setUTCDate(Math.min(day, date.getUTCDate()) + days);
  return Number.isNaN(date.getTime()) ? undefined : dayOf(date.toISOString().slice(0, 10));
}
