// What clocks show in a time zone, asked of Intl alone: it knows every zone, and nothing has to be loaded.

/** Milliseconds. */
export const MINUTE = 60_000;
/** Milliseconds of a calendar day without a change of the clock. */
export const DAY = 1440 * MINUTE;

/* Making one takes a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The IANA name of a zone that the browser knows, e.g. `America/Chicago` or `UTC`; undefined where it is none.
 * `EST` and `-06:00` are refused: they know no summer time, and who writes them does not mean that.
 */
export function readTimeZone(name: unknown): string | undefined {
  // "America/New York"
  const timeZone = typeof name === 'string' ? name.trim().replace(/ /g, '_') : '';
  if (!/^(?:[a-z_]+\/|utc$)/i.test(timeZone)) return undefined;
  try {
    formatFor(timeZone);
    return timeZone;
  } catch {
    return undefined;
  }
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const numeric = 'numeric';
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
    formats.set(timeZone, format);
  }
  return format;
}

/**
 * What the clock shows, to the second, as the milliseconds at which a clock on UTC would show the same. So a
 * day of the calendar is `Math.floor(clock / DAY)`, counted from 1970-01-01.
 *
 * @param instant - milliseconds since 1970
 */
export function clockAt(timeZone: string, instant: number): number {
  const shown = formatFor(timeZone).format(instant).match(/\d+/g)!.map(Number);
  const [month, day, year, hour, minute, second] = shown as [number, ...number[]];
  return Date.UTC(year!, month - 1, day, hour! % 24, minute, second);
}

/** How far the clock is ahead of UTC, in milliseconds. */
const offsetAt = (timeZone: string, instant: number): number =>
  clockAt(timeZone, instant) - Math.floor(instant / 1000) * 1000;

/* By zone and day. A week's hours ask for the same few days over and over. */
const offsets = new Map<string, number>();
const MOST_OFFSETS = 5000;

/** The offset as a day begins in UTC. */
function offsetOn(timeZone: string, day: number): number {
  const key = timeZone + day;
  let offset = offsets.get(key);
  if (offset === undefined) {
    if (offsets.size >= MOST_OFFSETS) offsets.clear();
    offsets.set(key, (offset = offsetAt(timeZone, day * DAY)));
  }
  return offset;
}

/**
 * When the clock shows a time, in milliseconds since 1970.
 *
 * Where the clock is put forward over it, that is the instant of the change. Where it is put back, so that
 * the time comes twice: `reached` is when the clock first shows it or a later one; `passed` is when it has
 * shown an earlier one for the last time. On every other day the two are the same.
 *
 * @param clock - see `clockAt`; whole seconds
 */
export function instantOf(timeZone: string, clock: number, which: 'reached' | 'passed'): number {
  // No zone is a whole day from UTC, and none changes its clock twice in three days.
  const day = Math.floor(clock / DAY);
  const before = offsetOn(timeZone, day - 1);
  const after = offsetOn(timeZone, day + 2);
  if (before === after) return clock - before;
  const passed = which === 'passed';
  const shown = [before, after]
    .map((offset) => [offset, clock - offset] as const)
    .filter(([offset, instant]) => offsetAt(timeZone, instant - Number(passed)) === offset)
    .map(([, instant]) => instant);
  if (shown.length) return passed ? Math.max(...shown) : Math.min(...shown);
  let early = clock - after - 1000;
  let late = clock - before;
  while (late - early > 1000) {
    const middle = early + Math.floor((late - early) / 2000) * 1000;
    if (offsetAt(timeZone, middle) === before) early = middle;
    else late = middle;
  }
  return late;
}
