import { weekFrom, type HoursDay, type OpeningHours } from './opening-hours.js';
import { DAY } from './zone-clock.js';

/** A line of a table: days in a row, mostly one, that have the same hours. */
export type HoursRow = [HoursDay, ...HoursDay[]];

/* How far ahead special days are told, in days; and how many lines of them at most. */
const AHEAD = 28;
const MOST = 5;
/* Where a special time that goes on and on is left, in days. */
const FARTHEST = 400;

/**
 * The days of a week as lines of a table.
 *
 * @param together - days in a row with the same hours in one line; days with a name or date of their own stay
 * apart from the others
 */
export function weekRows(days: readonly HoursDay[], together: boolean): HoursRow[] {
  const rows: HoursRow[] = [];
  for (const day of days) {
    const row = rows.at(-1);
    if (together && row && areAlike(row[0], day)) row.push(day);
    else rows.push([day]);
  }
  return rows;
}

/**
 * The days with other hours that come after a day and within four weeks, the first five lines of them. Those
 * that follow each other with the same hours and name are one line, to its end.
 *
 * @param instant - now, in milliseconds since 1970
 * @param after - `YYYY-MM-DD`
 */
export function specialRows(hours: OpeningHours, instant: number, after: string): HoursRow[] {
  const rows: HoursRow[] = [];
  let last = after;
  let end = Infinity;
  for (let ahead = 0; ahead < FARTHEST; ahead += 6) {
    // Six days by the stopwatch are at most seven of a calendar whose clock is changed: none is left out.
    for (const day of weekFrom(hours, instant + ahead * DAY)) {
      const time = Date.parse(day.date);
      end = Math.min(end, time + AHEAD * DAY);
      if (day.date <= last) continue;
      last = day.date;
      const row = rows.at(-1);
      if (row && day.exceptional && areAlike(row[0], day)) row.push(day);
      else if (time > end) return pick(hours, rows);
      else rows.push([day]);
    }
  }
  return pick(hours, rows);
}

function pick({ week }: OpeningHours, rows: HoursRow[]): HoursRow[] {
  const says = ({ exceptional, label, spans, weekday }: HoursDay): boolean =>
    exceptional && Boolean(label || !areSame(spans, week[weekday]!));
  return rows.filter((row) => row.some(says)).slice(0, MOST);
}

function areAlike(one: HoursDay, other: HoursDay): boolean {
  return (
    one.exceptional === other.exceptional &&
    one.label === other.label &&
    areSame(one.spans, other.spans)
  );
}

const areSame = (one: HoursDay['spans'], other: HoursDay['spans']): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * The day on which a week begins where a language is spoken, Sunday is 0: Monday where the browser cannot
 * tell, as Firefox 140.
 *
 * @param language - BCP 47
 */
export function firstWeekday(language: string): number {
  interface WithWeek {
    weekInfo?: { firstDay: number };
    getWeekInfo?(): { firstDay: number };
  }
  try {
    const locale = new Intl.Locale(language) as unknown as WithWeek;
    // Sunday is 7 there.
    return ((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1) % 7;
  } catch {
    return 1;
  }
}
