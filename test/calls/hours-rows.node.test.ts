// Which lines a table of hours has, and which special days are told ahead.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { firstWeekday, specialRows, weekRows, type HoursRow } from '../../src/calls/hours-rows.js';
import { weekFrom, type OpeningHours } from '../../src/calls/opening-hours.js';
import { parseOpeningHours } from '../../src/calls/parse-opening-hours.js';

const USUAL = 'Mo-Fr 08:00-17:00; Sa 09:00-12:00';

function hoursOf(source: string, holidays?: unknown, timeZone = 'America/Chicago'): OpeningHours {
  const { hours, problems } = parseOpeningHours(source, { timeZone, holidays });
  assert.deepEqual(problems, []);
  return hours!;
}

/** `2026-12-25`, or `2026-12-24..26` for a run, with the name behind it. */
const told = (rows: HoursRow[]): string[] =>
  rows.map((row) => {
    const through = row.length > 1 ? `..${row.at(-1)!.date.slice(5)}` : '';
    return `${row[0].date}${through} ${row[0].label ?? ''}`.trim();
  });

describe('lines of a week', () => {
  const week = (hours: OpeningHours, time = '2026-03-04T12:00-06:00') =>
    weekFrom(hours, Date.parse(time), 1);
  const lengths = (rows: HoursRow[]): number[] => rows.map(({ length }) => length);

  it('are seven, a day each', () => {
    assert.deepEqual(lengths(weekRows(week(hoursOf(USUAL)), false)), [1, 1, 1, 1, 1, 1, 1]);
  });

  it('together: days in a row with the same hours are one', () => {
    assert.deepEqual(lengths(weekRows(week(hoursOf(USUAL)), true)), [5, 1, 1]);
    assert.deepEqual(lengths(weekRows(week(hoursOf('24/7')), true)), [7]);
    const split = hoursOf('Mo,Tu,Th,Fr 08:00-12:00,13:00-17:00; We 08:00-12:00');
    assert.deepEqual(lengths(weekRows(week(split), true)), [2, 1, 2, 2]);
  });

  it('together: a holiday stands for itself, even with the usual hours', () => {
    const hours = hoursOf(USUAL, '2026-03-03 08:00-17:00 Staff day; 2026-03-05/2026-03-06 closed');
    assert.deepEqual(lengths(weekRows(week(hours), true)), [1, 1, 1, 2, 1, 1]);
    const two = hoursOf(USUAL, '2026-03-05 closed One; 2026-03-06 closed Other');
    assert.deepEqual(lengths(weekRows(week(two), true)), [3, 1, 1, 1, 1]);
  });
});

describe('special days ahead', () => {
  const ahead = (
    holidays: unknown,
    { now = '2026-12-02T12:00-06:00', after = '2026-12-06', source = USUAL } = {},
  ): string[] => told(specialRows(hoursOf(source, holidays), Date.parse(now), after));

  it('begin after the week that is shown, and end four weeks from today', () => {
    assert.deepEqual(
      ahead(
        '2026-12-06 closed A; 2026-12-07 closed B; 2026-12-30 closed C; 2026-12-31 closed D; 12-25 closed E',
      ),
      ['2026-12-07 B', '2026-12-25 E', '2026-12-30 C'],
    );
  });

  it('are five lines at most', () => {
    const days = ['08', '10', '12', '14', '16', '18'];
    const lines = ahead(days.map((day) => `2026-12-${day} closed`).join(';'));
    assert.deepEqual(
      lines,
      ['08', '10', '12', '14', '16'].map((day) => `2026-12-${day}`),
    );
  });

  it('that follow each other with the same hours and name are one line', () => {
    assert.deepEqual(
      ahead(
        '2026-12-24/2026-12-26 closed Christmas; 2026-12-27 closed Other; 2026-12-28 10:00-12:00',
      ),
      ['2026-12-24..12-26 Christmas', '2026-12-27 Other', '2026-12-28'],
    );
  });

  it('a break is told to its end, beyond the four weeks too', () => {
    assert.deepEqual(ahead('2026-12-28/2027-01-15 closed Moving'), ['2026-12-28..01-15 Moving']);
  });

  it('a break that has begun in the week that is shown goes on after it', () => {
    assert.deepEqual(ahead('2026-12-04/2026-12-08 closed Moving'), ['2026-12-07..12-08 Moving']);
  });

  it('a day that is as usual, and has no name, is none', () => {
    assert.deepEqual(ahead('2026-12-09 08:00-17:00; 2026-12-13 closed'), []);
    assert.deepEqual(ahead('2026-12-09 08:00-17:00 Staff day'), ['2026-12-09 Staff day']);
  });

  it('are none where there are no holidays, or the clock is beyond all weeks', () => {
    assert.deepEqual(ahead(undefined), []);
    const hours = hoursOf(USUAL, '12-25 closed');
    for (const instant of [NaN, Infinity, -1, 9e15]) {
      assert.deepEqual(specialRows(hours, instant, ''), []);
    }
  });

  it('no day is left out when the clock is changed in between', () => {
    // Half an hour before midnight, where an hour more would be the next day.
    for (const [now, timeZone] of [
      ['2026-10-20T23:30-05:00', 'America/Chicago'],
      ['2026-02-20T23:30-06:00', 'America/Chicago'],
      ['2026-03-20T00:10+01:00', 'Europe/Berlin'],
      ['2011-12-20T23:30-10:00', 'Pacific/Apia'],
    ] as const) {
      const instant = Date.parse(now);
      const hours = hoursOf('24/7', '0001-01-01/9999-12-31 closed Always', timeZone);
      const [row] = specialRows(hours, instant, '');
      const days = row!.map(({ date }) => date);
      assert.ok(days.length > 399, `${days.length} days`);
      const expected = days.map((_, index) =>
        new Date(Date.parse(days[0]!) + index * 864e5).toISOString().slice(0, 10),
      );
      // Samoa had no 30 December 2011, but its calendar page has one.
      assert.deepEqual(days, expected);
    }
  });

  it('any holidays: in order, after the week, no more than five, each of them special', () => {
    const date = fc.date({
      min: new Date('2026-11-20'),
      max: new Date('2027-02-01'),
      noInvalidDate: true,
    });
    const holiday = fc
      .tuple(
        date,
        fc.nat(12),
        fc.constantFrom('closed', '08:00-12:00', '08:00-17:00'),
        fc.boolean(),
      )
      .map(([first, days, hours, named]) => {
        const last = new Date(first.getTime() + days * 864e5);
        const day = (of: Date) => of.toISOString().slice(0, 10);
        return `${day(first)}/${day(last)} ${hours}${named ? ' Break' : ''}`;
      });
    fc.assert(
      fc.property(fc.array(holiday, { maxLength: 6 }), (holidays) => {
        const hours = hoursOf(USUAL, holidays);
        const rows = specialRows(hours, Date.parse('2026-12-02T12:00-06:00'), '2026-12-06');
        assert.ok(rows.length <= 5, 'five at most');
        const days = rows.flat();
        const dates = days.map((day) => day.date);
        assert.deepEqual(dates, [...new Set(dates)].sort());
        assert.ok(!dates[0] || dates[0] > '2026-12-06', 'after the week');
        assert.ok(
          days.every(({ exceptional }) => exceptional),
          'each is special',
        );
        assert.ok(
          rows.every(([{ date: first }]) => first <= '2026-12-30'),
          'begins within four weeks',
        );
      }),
    );
  });
});

describe('the first day of the week', () => {
  it('is that of the language, and Monday where it is none', () => {
    assert.equal(firstWeekday('en'), 0);
    assert.equal(firstWeekday('en-GB'), 1);
    assert.equal(firstWeekday('es'), 1);
    assert.equal(firstWeekday('es-US'), 0);
    assert.equal(firstWeekday('ar-EG'), 6);
    for (const none of ['', 'x', '"', '9'.repeat(400)]) assert.equal(firstWeekday(none), 1);
  });
});
