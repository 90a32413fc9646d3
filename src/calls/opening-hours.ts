import { clockAt, DAY, instantOf, MINUTE } from './zone-clock.js';

/**
 * A time when the clinic is open, in minutes from midnight by the clinic's clock. It belongs to the day on
 * which it opens; past midnight `closes` is more than 1440, and at most 2878.
 */
export interface TimeSpan {
  opens: number;
  closes: number;
}

/** Days with other hours: a holiday, a break, a season. */
export interface HoursException {
  /** The first day, `YYYY-MM-DD`; or `MM-DD`, every year. */
  from: string;
  /** The last day, in the same form. Every year it may be before `from`: over New Year. */
  through: string;
  /** The hours of each day of the week in that time, Sunday first; undefined where the usual ones hold. */
  week: (TimeSpan[] | undefined)[];
  /** What it is called, e.g. `Christmas Day`. */
  label?: string;
}

/** When a clinic is open. `parseOpeningHours` makes it. */
export interface OpeningHours {
  /** IANA name, e.g. `America/Chicago`. */
  timeZone: string;
  /** The usual hours of seven days, Sunday first (as `Date.getDay`); sorted, neither overlapping nor touching. */
  week: TimeSpan[][];
  /** The first that covers a day, and says something about its day of the week, holds. */
  exceptions: HoursException[];
}

/** Whether the clinic is open. Instants are milliseconds since 1970. */
export interface HoursStatus {
  open: boolean;
  /** When that changes; undefined where it does not within a year. */
  until?: number;
  /** What the exception is called under which today falls. */
  label?: string;
  /** Open, and not closing within a year. */
  always?: boolean;
}

/** How the clinic's state is shown. */
export interface HoursState extends HoursStatus {
  state: 'open' | 'opening-soon' | 'closed';
  /** When the next state begins. */
  ends?: number;
}

/** One day, as a table of hours shows it. */
export interface HoursDay {
  /** `YYYY-MM-DD`, by the clinic's calendar. */
  date: string;
  /** Sunday is 0. */
  weekday: number;
  /** Empty where the clinic is closed. */
  spans: TimeSpan[];
  /** What the exception is called. */
  label?: string;
  /** Whether the hours are other than the usual ones of that day of the week. */
  exceptional: boolean;
  today: boolean;
}

/** How long before it opens a clinic is "opening soon", in milliseconds. */
export const SOON = 60 * MINUTE;

/* Days looked at for the next change: a clinic may open once a year. */
const HORIZON = 400;
/* What a clock may be set to: 1970 to 9000. Beyond it, dates have no four digits and Intl ends. */
const LATEST = 221_845_392e6;

/** The day of the clinic's calendar, counted from 1970-01-01. */
const dayAt = (hours: OpeningHours, instant: number): number =>
  Math.floor(clockAt(hours.timeZone, instant) / DAY);

const isInstant = (instant: number): boolean => instant >= 0 && instant < LATEST;

function hoursOn(hours: OpeningHours, day: number): Omit<HoursDay, 'today'> {
  const time = new Date(day * DAY);
  const weekday = time.getUTCDay();
  const date = time.toISOString().slice(0, 10);
  const exception = hours.exceptions.find(({ from, through, week }) => {
    const own = date.slice(-from.length);
    const [begun, over] = [own >= from, own > through];
    return week[weekday] && (from > through ? begun || !over : begun && !over);
  });
  return {
    date,
    weekday,
    spans: exception?.week[weekday] ?? hours.week[weekday]!,
    label: exception?.label,
    exceptional: Boolean(exception),
  };
}

/**
 * Whether the clinic is open at an instant, and until when. Windows that meet or overlap, of one day or
 * two, are one.
 *
 * When the clock is changed, a window lasts from when the clock first shows its opening, or a later time, to
 * when it has shown one before its closing for the last time: an hour that comes twice is open both times,
 * and what lies between. A window that the clock jumps over is none. An exception changes what opens on its
 * days; what opened the evening before is kept to its end.
 *
 * @param instant - milliseconds since 1970; where it is none (a broken clock), the clinic is open
 */
export function statusAt(hours: OpeningHours, instant: number): HoursStatus {
  if (!isInstant(instant)) return { open: true };
  const { timeZone, week, exceptions } = hours;
  const today = dayAt(hours, instant);
  const { label } = hoursOn(hours, today);
  const allDay = ([span]: TimeSpan[]): boolean => span?.opens === 0 && span.closes >= 1440;
  if (!exceptions.length && week.every(allDay)) return { open: true, always: true };
  let until: number | undefined;
  // Two days back: a night's window, on a night when midnight comes twice.
  for (let day = today - 2; day < today + HORIZON; day++) {
    for (const { opens, closes } of hoursOn(hours, day).spans) {
      const end = instantOf(timeZone, day * DAY + closes * MINUTE, 'passed');
      if (end <= (until ?? instant)) continue;
      const start = instantOf(timeZone, day * DAY + opens * MINUTE, 'reached');
      if (start >= end) continue;
      if (start > (until ?? instant)) {
        return until === undefined
          ? { open: false, until: start, label }
          : { open: true, until, label };
      }
      until = end;
    }
  }
  if (until === undefined) return { open: false, label };
  // As far as was looked.
  if (until - instant > 366 * DAY) return { open: true, always: true, label };
  return { open: true, until, label };
}

/** The state that is shown at an instant, `opening-soon` in the last hour before opening, and when it ends. */
export function stateAt(hours: OpeningHours, instant: number): HoursState {
  const status = statusAt(hours, instant);
  const { open, until } = status;
  if (open) return { ...status, state: 'open', ends: until };
  if (until === undefined) return { ...status, state: 'closed' };
  return until - instant <= SOON
    ? { ...status, state: 'opening-soon', ends: until }
    : { ...status, state: 'closed', ends: until - SOON };
}

/**
 * Seven days of the clinic's calendar, for a table.
 *
 * @param start - the first day: `today`, or that of the week in which today is (Sunday is 0, Monday 1)
 * @returns nothing where the instant is none
 */
export function weekFrom(
  hours: OpeningHours,
  instant: number,
  start: 'today' | number = 'today',
): HoursDay[] {
  if (!isInstant(instant)) return [];
  const today = dayAt(hours, instant);
  // 1970-01-01 was a Thursday.
  const first = start === 'today' ? today : today - ((((today + 4 - start) % 7) + 7) % 7);
  return Array.from({ length: 7 }, (_, index) => ({
    ...hoursOn(hours, first + index),
    today: first + index === today,
  }));
}

/** When the clinic's calendar turns to the next day: another day is today, another label may hold. */
export const dayEnd = (hours: OpeningHours, instant: number): number =>
  !isInstant(instant)
    ? instant + DAY
    : instantOf(hours.timeZone, (dayAt(hours, instant) + 1) * DAY, 'passed');
