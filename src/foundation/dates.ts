const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/;

/** A calendar day as the author wrote it, without the visitor's time zone: `iso` is `YYYY-MM-DD`. */
export interface CalendarDay {
  iso: string;
  /** Midnight UTC of that day, in milliseconds; print it with `timeZone: 'UTC'`. */
  time: number;
}

/**
 * The calendar day of an ISO 8601 date or date-time, or undefined where it is none.
 * The day is taken as written: `new Date('2026-01-02')` would print January 1 in America.
 */
export function calendarDay(value: string | null | undefined): CalendarDay | undefined {
  const [, year, month, day] = ISO_DATE.exec(value?.trim() ?? '') ?? [];
  if (!year || !month || !day) return undefined;
  const iso = `${year}-${month}-${day}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // Date.parse rolls 30 February over into March in some engines.
  return Number.isNaN(time) || new Date(time).getUTCDate() !== Number(day)
    ? undefined
    : { iso, time };
}

/** A calendar day in words, e.g. `March 4, 2026`, in the given BCP 47 language. */
export function formatDay(day: CalendarDay, language: string): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: 'UTC' };
  try {
    return new Intl.DateTimeFormat(language, options).format(day.time);
  } catch {
    return new Intl.DateTimeFormat('en', options).format(day.time);
  }
}
