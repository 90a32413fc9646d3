import { readWeek } from '../../../calls/hours-text.js';
import type { HoursEntry } from '../../../calls/hours-words.js';
import { parseOpeningHours } from '../../../calls/parse-opening-hours.js';
import type { TimeSpan } from '../../../calls/opening-hours.js';
import { readTimeZone } from '../../../calls/zone-clock.js';
import { inTwo, type Check, type Fault } from '../finding.js';
import { mayHave } from '../clinic-file.js';
import { jsonLdOf } from '../json-ld.js';
import { itemsOf, valueOf } from '../microdata.js';
import type { Page } from '../page.js';

/* Hours are read by themselves first: whether the zone is one is another question. */
const ANY_ZONE = 'UTC';

/** Opening hours that elements or search engines cannot read, or read otherwise than they are meant. */
export const hours: Check = {
  rules: [
    {
      id: 'invalid-hours',
      severity: 'error',
      about:
        'opening hours, holidays or a time zone that cannot be read; a warning where they may be meant otherwise',
    },
  ],
  *check(page, site) {
    const { manifest } = site;
    const hasZone = mayHave('timeZone', page, site);
    for (const element of page.elements) {
      if (!manifest.get(element.name)?.attributes.has('hours')) continue;
      const { hours: week, holidays, 'time-zone': zone } = element.attribs;
      yield* weekProblems(week, [element, 'hours']);
      yield* holidayProblems(holidays, [element, 'holidays']);
      if (zone?.trim() && !readTimeZone(zone)) {
        yield {
          rule: 'invalid-hours',
          at: [element, 'time-zone'],
          message: `“${zone.trim().slice(0, 60)}” is no time zone.`,
          remedy: 'Write its IANA name, like America/Chicago.',
        };
      }
      if (week?.trim() && !zone?.trim() && !hasZone) {
        yield {
          rule: 'invalid-hours',
          at: [element, 'hours'],
          message: 'Hours without a time zone say nothing about now.',
          remedy: 'Give time-zone, an IANA name like America/Chicago.',
        };
      }
    }
    for (const { script, object } of jsonLdOf(page)) {
      const { openingHours, openingHoursSpecification, specialOpeningHoursSpecification } = object;
      yield* weekProblems(openingHours, script);
      yield* weekProblems(openingHoursSpecification, script);
      yield* holidayProblems(specialOpeningHoursSpecification, script);
    }
    yield* microdataFaults(page);
  },
};

/** The same in the attributes of the page itself. */
function* microdataFaults(page: Page): Iterable<Fault> {
  for (const element of page.select('[itemprop~="openingHours"]'))
    yield* weekProblems(valueOf(element), element);
  for (const [element, said] of itemsOf(page, 'openingHoursSpecification')) {
    const { dayOfWeek, ...times } = said;
    const single = Object.entries(times).map(([name, [value]]) => [name, value] as const);
    yield* weekProblems([{ ...Object.fromEntries(single), dayOfWeek }], element);
  }
}

/** What is wrong about the usual hours. */
export function weekProblems(source: unknown, at: Fault['at']): Fault[] {
  if (!isSaid(source)) return [];
  const found = faults(parseOpeningHours(source, { timeZone: ANY_ZONE }), at);
  const texts = [source].flat().filter((text) => typeof text === 'string');
  if (overlap(texts.flatMap((text) => readWeek(text).entries))) {
    found.push({
      rule: 'invalid-hours',
      at,
      message: 'Times of one day overlap, and add up.',
      remedy: 'Write each day once: Mo-Th 08:00-17:00; Fr 08:00-15:00.',
      severity: 'warning',
    });
  }
  return found;
}

/** Whether a day has two times that overlap: one is a slip, or was meant to take the other's place. */
function overlap(entries: readonly HoursEntry[]): boolean {
  const week = Array.from({ length: 7 }, (): TimeSpan[] => []);
  return entries.some(({ days, spans }) =>
    days.some((day) => {
      const before = week[day]!;
      // Closed takes back what came before it.
      if (!spans.length) before.length = 0;
      return spans.some(({ opens, closes }) => {
        const crosses = before.some(
          (other) =>
            other.opens < closes &&
            opens < other.closes &&
            (other.opens !== opens || other.closes !== closes),
        );
        before.push({ opens, closes });
        return crosses;
      });
    }),
  );
}

/** What is wrong about special days. */
export function holidayProblems(holidays: unknown, at: Fault['at']): Fault[] {
  if (!isSaid(holidays)) return [];
  return faults(parseOpeningHours('24/7', { timeZone: ANY_ZONE, holidays }), at);
}

const isSaid = (source: unknown): boolean =>
  source != null && (typeof source !== 'string' || source.trim() !== '');

function faults(
  { problems, partial }: ReturnType<typeof parseOpeningHours>,
  at: Fault['at'],
): Fault[] {
  return problems.map((problem) => ({
    rule: 'invalid-hours',
    at,
    ...inTwo(problem),
    severity: partial ? 'error' : 'warning',
  }));
}
