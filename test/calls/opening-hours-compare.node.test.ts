// The hours against a second, slow implementation (slow-hours.ts), in every minute of ten years in five zones.
//
// The fast one is asked at each change that it names for the next, from the first minute to the last; what it
// says is filled in between, and every one of the 5.26 million minutes is compared. Then it is asked directly
// at each minute for an hour and a half before and after each change of the clock, and at thousands of others.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { statusAt, type OpeningHours } from '../../src/calls/opening-hours.js';
import { parseOpeningHours } from '../../src/calls/parse-opening-hours.js';
import {
  firstAt,
  holidaysOf,
  openMinutes,
  walk,
  type Holiday,
  type Plan,
  type Walk,
} from './slow-hours.js';

const MINUTE = 60_000;
const YEAR = 366 * 1440;
/* A prime, to come by every hour of the day and season. */
const STRIDE = 1_299_709;
/* Made up anew for each zone and in each run. */
const GENERATED = 2;

/** Ten years each, chosen for what happens in them. */
const ZONES = [
  // Most clinics: an hour, at two in the morning.
  { zone: 'America/Chicago', from: 2021, jumps: 20 },
  // Half past the hour; until 2011 the clock was changed a minute after midnight, so that a day came twice.
  { zone: 'America/St_Johns', from: 2006, jumps: 20 },
  // Half an hour of summer time.
  { zone: 'Australia/Lord_Howe', from: 2021, jumps: 20 },
  // Three quarters past the hour.
  { zone: 'Pacific/Chatham', from: 2021, jumps: 20 },
  // On 30 December 2011 there was no day.
  { zone: 'Pacific/Apia', from: 2008, jumps: 16 },
];

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const pad = (value: number): string => String(value).padStart(2, '0');
const time = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;

type Windows = [from: string, to: string][];

/** What the clock shows at its changes: the last it would have shown, and the first that it does. */
const edgesOf = ({ clock, jumps }: Walk): number[] => [
  ...new Set(
    jumps
      .flatMap((jump) => [(clock[jump - 1]! + 1) % 1440, clock[jump]! % 1440])
      .sort((a, b) => a - b),
  ),
];

const windowsAt = (edges: number[]): fc.Arbitrary<Windows> => {
  // 23:59 would be taken for midnight.
  const minuteOfDay = fc.oneof(
    fc.constantFrom(0, 1, 1425, 1438, ...edges),
    fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
    fc.integer({ min: 0, max: 1438 }),
  );
  const window = fc
    .tuple(minuteOfDay, minuteOfDay)
    .filter(([from, to]) => from !== to)
    .map(([from, to]): [string, string] => [time(from), time(to)]);
  return fc.array(
    fc.oneof(
      { weight: 1, arbitrary: fc.constant<[string, string]>(['00:00', '24:00']) },
      { weight: 8, arbitrary: window },
    ),
    { maxLength: 3 },
  );
};

const dayIn = (from: number): fc.Arbitrary<string> =>
  fc
    .integer({ min: 0, max: 3651 })
    .map((day) => new Date(Date.UTC(from, 0, 1 + day)).toISOString().slice(0, 10));
const later = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 1440 * MINUTE).toISOString().slice(0, 10);
const holidaysFrom = (from: number, windows: fc.Arbitrary<Windows>): fc.Arbitrary<Holiday[]> =>
  fc
    .array(
      fc.record({
        date: dayIn(from),
        days: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100 })),
        yearly: fc.boolean(),
        times: fc.oneof(fc.constant<Windows>([]), windows),
      }),
      { maxLength: 12 },
    )
    .map((holidays) =>
      holidays.map(({ date, days, yearly, times }, index) => ({
        first: date.slice(yearly ? 5 : 0),
        last: later(date, days).slice(yearly ? 5 : 0),
        times,
        label: `Holiday ${index}`,
      })),
    );
const weekOf = (windows: Windows[]): Plan['week'] =>
  Object.fromEntries(windows.map((day, index) => [NAMES[index]!, day]));
const plansFrom = (from: number, windows: fc.Arbitrary<Windows>): fc.Arbitrary<Plan> =>
  fc.record({
    week: fc.array(windows, { minLength: 7, maxLength: 7 }).map(weekOf),
    holidays: holidaysFrom(from, windows),
  });

const holidaysAt = (year: number): Holiday[] =>
  (
    [
      [`${year + 2}-12-25`, `${year + 2}-12-25`],
      ['12-25', '12-25'],
      ['12-31', '01-02'],
      [`${year + 1}-12-20`, `${year + 2}-01-01`],
      [`${year + 1}-12-24`, `${year + 1}-12-24`],
      [`${year + 1}-12-24`, `${year + 1}-12-24`],
      [`${year + 3}-12-24`, `${year + 3}-12-26`],
      ['12-24', '12-26'],
      ['02-29', '02-29'],
    ] as const
  ).map(([first, last], index) => ({
    first,
    last,
    times: index % 3 ? [[time(index * 60), time(index * 90)]] : [],
    label: `Holiday ${index}`,
  }));

/** Plans that begin and end as the clocks are changed, and just before and after, on the days of the changes. */
function plansAt(from: number, { jumps, clock, calendar }: Walk, edges: number[]): Plan[] {
  const days = new Set(
    jumps.flatMap((jump) =>
      [jump - 1440, jump].map((minute) => calendar[Math.floor(clock[minute]! / 1440)]!.name),
    ),
  );
  const thatDay = (windows: Windows): Plan => ({
    week: weekOf(NAMES.map((name) => (days.has(name) ? windows : []))),
    holidays: [],
  });
  const at = (edge: number): string => time((edge + 1440) % 1440);
  return [
    thatDay(edges.map((edge) => [at(edge), at(edge + 20)])),
    thatDay(edges.map((edge) => [at(edge - 20), at(edge)])),
    // From late on Friday to late on Saturday.
    { week: { Friday: [['23:45', '23:40']], Wednesday: [['00:00', '24:00']] }, holidays: [] },
    // One holiday on top of another.
    { week: weekOf(NAMES.map(() => [['08:00', '17:00']])), holidays: holidaysAt(from) },
  ];
}

/** The plan as an author would write it. */
function written({ week, holidays }: Plan, timeZone: string): OpeningHours {
  const list = (windows: [string, string][]): string =>
    windows.map((window) => window.join('-')).join(',') || 'closed';
  const { hours, problems } = parseOpeningHours(
    Object.entries(week).map(([day, windows]) => `${day} ${list(windows)}`),
    {
      timeZone,
      holidays: holidays.map(
        ({ first, last, times, label }) => `${first}/${last} ${list(times)} ${label}`,
      ),
    },
  );
  // It is said of windows that may not be meant.
  assert.deepEqual(
    problems.filter((problem) => !problem.startsWith('A time that ends before it begins')),
    [],
  );
  assert.ok(hours, 'the hours can be read');
  return hours;
}

/** The fast one's answer for every minute, by going from change to change. */
function filled(hours: OpeningHours, { start, minutes }: Walk): Uint8Array {
  const open = new Uint8Array(minutes);
  for (let minute = 0; minute < minutes;) {
    const status = statusAt(hours, start + minute * MINUTE);
    // Nothing for a year: it is looked at again in half of one.
    const next = status.until === undefined ? minute + YEAR / 2 : (status.until - start) / MINUTE;
    assert.ok(Number.isInteger(next) && next > minute, `a change in a later minute, not ${next}`);
    if (status.open) open.fill(1, minute, next);
    minute = next;
  }
  return open;
}

function compare(walked: Walk, plan: Plan, timeZone: string, seed: number): void {
  const { start, minutes, clock, calendar, jumps } = walked;
  const hours = written(plan, timeZone);
  const expected = openMinutes(walked, plan);
  const found = filled(hours, walked);
  const at = (minute: number): string =>
    `${new Date(start + minute * MINUTE).toISOString()}, where the clock shows ${
      calendar[Math.floor(clock[minute]! / 1440)]!.date
    } ${time(clock[minute]! % 1440)}`;
  if (Buffer.compare(expected, found) !== 0) {
    const wrong = expected.findIndex((open, minute) => open !== found[minute]);
    assert.fail(`open is ${found[wrong]}, not ${expected[wrong]}, at ${at(wrong)}`);
  }

  const special = holidaysOf(calendar, plan.holidays);
  const changes: number[] = [];
  for (let minute = 0; minute < minutes;) {
    const change = expected.indexOf(expected[minute] ? 0 : 1, minute);
    minute = change < 0 ? minutes : change;
    changes.push(minute);
  }
  const asked = [
    ...jumps.flatMap((jump) => Array.from({ length: 181 }, (_, index) => jump - 90 + index)),
    ...Array.from({ length: 3000 }, (_, index) => (seed + index * STRIDE) % minutes),
  ];
  for (const minute of asked) {
    // Within the minute as well: clinics' clocks have no seconds, visitors' have.
    const instant = start + minute * MINUTE + (minute % 7 ? 0 : 59_999);
    const when = at(minute);
    const { open, until, label, always } = statusAt(hours, instant);
    assert.equal(Number(open), expected[minute], `open at ${when}`);
    assert.equal(label, special[Math.floor(clock[minute]! / 1440)]?.label, `the label at ${when}`);
    const change = changes[firstAt(changes, minute + 1)]!;
    // What lies beyond the walk it does not know.
    if (change - minute > YEAR || change === minutes) continue;
    assert.equal(until, start + change * MINUTE, `the next change at ${when}`);
    assert.ok(!always, `not for ever at ${when}`);
  }
}

describe('every minute of ten years, compared with a slow second implementation', () => {
  for (const { zone, from, jumps } of ZONES) {
    it(`${zone}, ${from} to ${from + 9}`, () => {
      const walked = walk(zone, from, from + 9);
      assert.ok(walked.minutes > 5_258_000, 'ten years of minutes');
      assert.equal(walked.jumps.length, jumps, 'the clock was changed so often');
      const edges = edgesOf(walked);
      const plans = plansAt(from, walked, edges);
      const examples = plans.map((plan): [Plan, number] => [plan, 1]);
      let compared = 0;
      fc.assert(
        fc.property(plansFrom(from, windowsAt(edges)), fc.nat(), (plan, seed) => {
          compare(walked, plan, zone, seed);
          compared++;
        }),
        // A second for each try: the first wrong minute says more than a smaller plan found in half an hour.
        { examples, numRuns: plans.length + GENERATED, endOnFailure: true },
      );
      assert.equal(compared, plans.length + GENERATED, 'plans compared');
    });
  }
});
