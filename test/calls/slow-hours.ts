// Opening hours a second time, slowly: every minute of ten years by the clock on the wall. It has nothing in
// common with src/calls: it asks Intl what the clock shows, and looks in what it showed for each time of the plan.

/** A plan as a clinic would tell it on the phone. Times are `HH:MM`; an end up to its beginning is next day. */
export interface Plan {
  /** By the name of the day, e.g. `Monday`. */
  week: Record<string, [from: string, to: string][]>;
  holidays: Holiday[];
}

export interface Holiday {
  /** `YYYY-MM-DD`, or `MM-DD` for every year. */
  first: string;
  last: string;
  times: [from: string, to: string][];
  label: string;
}

/** What the clock shows in each minute, and the calendar that its days are counted in. */
export interface Walk {
  /** The first minute, in milliseconds since 1970. */
  start: number;
  minutes: number;
  /** By minute: the days of the calendar before it, times 1440, and the minute of the day. */
  clock: Int32Array;
  /** By minute: the latest that the clock has shown so far. */
  latest: Int32Array;
  /** By minute: the earliest that the clock will show from now on. */
  earliest: Int32Array;
  /** Minutes at which the clock jumped. */
  jumps: number[];
  /** `YYYY-MM-DD` and the name of each day of the calendar, also of those that a zone left out. */
  calendar: { date: string; name: string }[];
}

const MINUTE = 60_000;
const HOUR = 60;

/** Makes a reader of the clock: `2026-03-08`, `Sunday`, minute of the day. */
function clockOf(timeZone: string): (instant: number) => [string, string, number] {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  // Sunday 08/03/2026, 14:05
  const reading = /^(\w+),? (\d\d)\/(\d\d)\/(\d{4}),? (\d\d):(\d\d)$/;
  return (instant) => {
    const [, name, day, month, year, hour, minute] = reading.exec(format.format(instant))!;
    return [`${year}-${month}-${day}`, name!, Number(hour) * 60 + Number(minute)];
  };
}

/**
 * Reads a zone's clock for years on end. Intl is asked at every hour, and where two of them are not sixty
 * minutes apart, at every minute between. So all that is taken for granted is that no zone puts its clock forth
 * and back within one hour.
 */
export function walk(timeZone: string, firstYear: number, lastYear: number): Walk {
  const start = Date.parse(`${firstYear}-01-01T00:00Z`);
  const minutes = (Date.parse(`${lastYear + 1}-01-01T00:00Z`) - start) / MINUTE;
  const inUtc = clockOf('UTC');
  const calendar: Walk['calendar'] = [];
  const index = new Map<string, number>();
  for (
    let day = start / MINUTE - 3 * 1440;
    day < start / MINUTE + minutes + 3 * 1440;
    day += 1440
  ) {
    const [date, name] = inUtc(day * MINUTE);
    index.set(date, calendar.length);
    calendar.push({ date, name });
  }

  const read = clockOf(timeZone);
  const shown = (minute: number): number => {
    const [date, , ofDay] = read(start + minute * MINUTE);
    return index.get(date)! * 1440 + ofDay;
  };
  const clock = new Int32Array(minutes);
  const jumps: number[] = [];
  let now = shown(0);
  for (let hour = 0; hour < minutes; hour += HOUR) {
    const next = shown(hour + HOUR);
    const even = next - now === HOUR;
    for (let minute = 0; minute < HOUR; minute++) {
      clock[hour + minute] = even || minute === 0 ? now + minute : shown(hour + minute);
    }
    now = next;
  }
  for (let minute = 1; minute < minutes; minute++) {
    if (clock[minute]! - clock[minute - 1]! !== 1) jumps.push(minute);
  }

  const latest = clock.slice();
  const earliest = clock.slice();
  for (let minute = 1; minute < minutes; minute++) {
    if (latest[minute - 1]! > latest[minute]!) latest[minute] = latest[minute - 1]!;
  }
  for (let minute = minutes - 2; minute >= 0; minute--) {
    if (earliest[minute + 1]! < earliest[minute]!) earliest[minute] = earliest[minute + 1]!;
  }
  return { start, minutes, clock, latest, earliest, jumps, calendar };
}

const minuteOf = (time: string): number =>
  Number(time.split(':')[0]) * 60 + Number(time.split(':')[1]);

/** How many days a holiday has, by counting them; one of every year is counted in the leap year 2000. */
function lengthOf({ first, last }: Holiday): number {
  const yearly = first.length === 5;
  const end = yearly ? `2000-${last}` : last;
  const day = new Date(`${yearly ? `${last < first ? 1999 : 2000}-${first}` : first}T12:00Z`);
  let days = 1;
  for (; day.toISOString().slice(0, 10) < end; days++) day.setUTCDate(day.getUTCDate() + 1);
  return days;
}

/** Which of two holidays on a day holds: the shorter one, else the one with a year, else the later one. */
function stronger(earlier: Holiday, later: Holiday): Holiday {
  const [one, other] = [lengthOf(earlier), lengthOf(later)];
  if (one !== other) return one < other ? earlier : later;
  return earlier.first.length > later.first.length ? earlier : later;
}

/** The holiday of each day of the calendar. */
export function holidaysOf(
  calendar: Walk['calendar'],
  holidays: Holiday[],
): (Holiday | undefined)[] {
  return calendar.map(({ date }) => {
    const covering = holidays.filter(({ first, last }) => {
      const day = date.slice(10 - first.length);
      return first <= last ? first <= day && day <= last : first <= day || day <= last;
    });
    return covering.length ? covering.reduce(stronger) : undefined;
  });
}

/** Which of numbers that never fall is the first not below a value; how many there are, where none is. */
export function firstAt(numbers: ArrayLike<number>, value: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Whether the clinic is open, for each minute of the walk.
 *
 * The clinic is open from when the clock has shown the beginning of a time, or a later minute, for as long as
 * it shows, or will yet show, one before its end. Where the clock is never changed, that is: while it shows a
 * minute between the two.
 */
export function openMinutes(walk: Walk, { week, holidays }: Plan): Uint8Array {
  const { minutes, latest, earliest, calendar } = walk;
  const special = holidaysOf(calendar, holidays);
  const open = new Uint8Array(minutes);
  calendar.forEach(({ name }, day) => {
    for (const [from, to] of special[day]?.times ?? week[name] ?? []) {
      const [begin, end] = [minuteOf(from), minuteOf(to)].map((ofDay) => day * 1440 + ofDay);
      const until = end! <= begin! ? end! + 1440 : end!;
      // Neither of the two ever goes back: these minutes follow each other.
      open.fill(1, firstAt(latest, begin!), firstAt(earliest, until));
    }
  });
  return open;
}
