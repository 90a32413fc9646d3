import { EVERY_DAY, readDate, readDays, readSpan, type HoursEntry } from './hours-words.js';
import type { OpeningHours, TimeSpan } from './opening-hours.js';
import { clockAt } from './zone-clock.js';

/** schema.org's OpeningHoursSpecification, as JSON-LD has it. */
export interface OpeningHoursSpecification {
  '@type': 'OpeningHoursSpecification';
  /** `https://schema.org/Monday`; absent: every day. */
  dayOfWeek?: string[];
  /** `HH:MM`. Both at 00:00: closed all day. */
  opens: string;
  /** `HH:MM`; before `opens`: on the next day. */
  closes: string;
  /** `YYYY-MM-DD`, the first day. */
  validFrom?: string;
  /** `YYYY-MM-DD`, the last day. */
  validThrough?: string;
  name?: string;
}

/* The ends of a time that has none. */
const FIRST = '0000-01-01';
const LAST = '9999-12-31';
const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const isAbsent = (value: unknown): boolean => value == null || value === '';
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The names of schema.org's days, out of names or addresses, one or several. */
const namesOf = (value: unknown): string[] =>
  [value].flat().map((day) => textOf(day).replace(/^.*[/#:]/, ''));

/** `08:00`, `08:00:00`, `T08:00:00-06:00`: as written, in the clinic's own zone. */
const timeOf = (value: unknown): string =>
  /^T?(\d{1,2}:\d\d)(?::\d\d(?:\.\d+)?)?(?: ?([ap]m)|Z|[+-]\d\d:?\d\d)?$/i
    .exec(textOf(value))
    ?.slice(1)
    .join('') ?? '';

/** Without times, or from midnight to midnight, it is closed: the rules of schema.org and of Google. */
function spansOf(opens: unknown, closes: unknown): TimeSpan[] | undefined {
  if (isAbsent(opens) && isAbsent(closes)) return [];
  const [from, to] = [timeOf(opens), timeOf(closes)];
  if (/^0?0:00$/.test(from) && /^0?0:00$/.test(to)) return [];
  const span = readSpan(from, to);
  return span && [span];
}

/** A day without or with a time behind it; empty where it is none. */
const dateOf = (value: unknown): string =>
  readDate(/^\d{4}-\d\d-\d\d(?=$|T)/.exec(textOf(value))?.[0] ?? '') ?? '';

/**
 * Reads an OpeningHoursSpecification; undefined where it is none.
 *
 * @param special - it stands for special days: it must have dates, and a first day alone is one day
 * @returns no days where it is about `PublicHolidays` alone, which do not say when they are
 */
export function readSpecification(spec: object, special: boolean): HoursEntry | undefined {
  const { dayOfWeek, opens, closes, validFrom, validThrough, name } = spec as Record<
    string,
    unknown
  >;
  const names = isAbsent(dayOfWeek) ? undefined : namesOf(dayOfWeek);
  const named = names?.filter((day) => day !== 'PublicHolidays');
  const days = named?.map(readDays) ?? [EVERY_DAY];
  const spans = spansOf(opens, closes);
  if (!spans || names?.length === 0 || !days.every((some) => some !== undefined)) return undefined;
  const entry: HoursEntry = { days: days.flat(), spans, vague: named?.length !== names?.length };
  if (isAbsent(validFrom) && isAbsent(validThrough)) {
    // Any object at all would be "closed".
    const says = names || !isAbsent(opens) || !isAbsent(closes);
    return special || !says ? undefined : entry;
  }
  const from = isAbsent(validFrom) ? FIRST : dateOf(validFrom);
  const alone = special ? from : LAST;
  const through = isAbsent(validThrough) ? alone : dateOf(validThrough);
  if (!from || !through || from > through) return undefined;
  // Several windows of a day are an object each.
  const group = `${special}/${from}/${through}`;
  return { ...entry, from, through, label: textOf(name) || undefined, group };
}

const timeText = (minutes: number): string =>
  new Date((minutes % 1440) * 60_000).toISOString().slice(11, 16);

/** A window that is a day long or longer takes two, as `closes` may not come round to `opens`. */
const written = ({ opens, closes }: TimeSpan): [opens: string, closes: string][] => {
  if (opens === 0 && closes === 1440) return [['00:00', '23:59']];
  if (closes - opens < 1440) return [[timeText(opens), timeText(closes)]];
  return [
    [timeText(opens), '23:59'],
    ['23:59', timeText(closes)],
  ];
};

/** Specifications of a week, one for all days that have the same hours. */
function weekSpecification(
  week: readonly (TimeSpan[] | undefined)[],
  rest: Partial<OpeningHoursSpecification>,
): OpeningHoursSpecification[] {
  const days = new Map<string, number[]>();
  // Monday first, as people read it.
  for (const day of [1, 2, 3, 4, 5, 6, 0]) {
    const spans = week[day];
    if (!spans) continue;
    const times = JSON.stringify(spans.length ? spans.flatMap(written) : [['00:00', '00:00']]);
    days.set(times, [...(days.get(times) ?? []), day]);
  }
  return [...days].flatMap(([times, same]) =>
    (JSON.parse(times) as [string, string][]).map(([opens, closes]) => ({
      '@type': 'OpeningHoursSpecification' as const,
      ...(same.length < 7 && { dayOfWeek: same.map((day) => `https://schema.org/${NAMES[day]}`) }),
      opens,
      closes,
      ...rest,
    })),
  );
}

/**
 * The hours as schema.org's OpeningHoursSpecification, for structured data. Read by `parseOpeningHours`, they
 * are the same hours; but schema.org knows no dates of every year: such days are written out for this year
 * and the next.
 *
 * @param instant - now, in milliseconds since 1970
 */
export function toSpecification(hours: OpeningHours, instant: number): OpeningHoursSpecification[] {
  const today = new Date(clockAt(hours.timeZone, instant)).toISOString().slice(0, 10);
  const year = Number(today.slice(0, 4));
  /* What a reader would add up where the dates are the same: the first holds, as in `exceptions`. */
  const said = new Map<string, boolean[]>();
  const exceptions = hours.exceptions.flatMap(({ from, through, week, label }) => {
    const dates =
      from.length > 5
        ? [[from, through]]
        : [year - 1, year, year + 1]
            .map((first) => [
              onDay(first, from, '03-01'),
              onDay(first + Number(from > through), through, '02-28'),
            ])
            .filter(([begin, end]) => begin! <= end! && end! >= today);
    return dates.map(([begin, end]) => {
      const known = said.get(`${begin}/${end}`) ?? [];
      said.set(
        `${begin}/${end}`,
        week.map((spans, day) => Boolean(spans ?? known[day])),
      );
      return weekSpecification(
        week.map((spans, day) => (known[day] ? undefined : spans)),
        {
          ...(begin !== FIRST && { validFrom: begin }),
          ...(end !== LAST && { validThrough: end }),
          ...(label && { name: label }),
        },
      );
    });
  });
  return [weekSpecification(hours.week, {}), ...exceptions.reverse()].flat();
}

/** A date of every year in one year; 29 February becomes the other day where there is none. */
const onDay = (year: number, date: string, other: string): string =>
  `${year}-${readDate(`${year}-${date}`) ? date : other}`;
