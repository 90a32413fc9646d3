// What a visitor is told at a given moment. opening-hours-compare.node.test.ts looks at every other one.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  dayEnd,
  stateAt,
  statusAt,
  weekFrom,
  type OpeningHours,
} from '../../src/calls/opening-hours.js';
import { parseOpeningHours } from '../../src/calls/parse-opening-hours.js';
import { instantOf } from '../../src/calls/zone-clock.js';

function hoursOf(source: string, timeZone = 'America/Chicago', holidays?: string): OpeningHours {
  const { hours, problems } = parseOpeningHours(source, { timeZone, holidays });
  assert.deepEqual(problems, []);
  assert.ok(hours, 'the hours can be read');
  return hours;
}
const at = (iso: string): number => Date.parse(iso);
const utc = (instant: number | undefined): string | undefined =>
  instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16);
/** `open until 2026-11-25T23:00`, in UTC. */
function told(hours: OpeningHours, iso: string): string {
  const { open, until, label, always } = statusAt(hours, at(iso));
  return `${open ? 'open' : 'closed'}${always ? ' always' : ''}${until ? ` until ${utc(until)}` : ''}${label ? `, ${label}` : ''}`;
}

const OFFICE = 'Mo-Fr 08:00-12:00,13:00-17:00';

describe('whether it is open', () => {
  it('goes by the clinic’s clock, to the millisecond', () => {
    const hours = hoursOf(OFFICE);
    // Wednesday; 14:00 UTC is 08:00 in Chicago.
    assert.equal(told(hours, '2026-11-25T13:59:59.999Z'), 'closed until 2026-11-25T14:00');
    assert.equal(told(hours, '2026-11-25T14:00:00.000Z'), 'open until 2026-11-25T18:00');
    assert.equal(told(hours, '2026-11-25T17:59:59.999Z'), 'open until 2026-11-25T18:00');
    assert.equal(told(hours, '2026-11-25T18:00:00.000Z'), 'closed until 2026-11-25T19:00');
    assert.equal(told(hours, '2026-11-25T23:00Z'), 'closed until 2026-11-26T14:00');
  });

  it('over a weekend it opens on Monday', () => {
    assert.equal(told(hoursOf(OFFICE), '2026-11-27T23:00Z'), 'closed until 2026-11-30T14:00');
  });

  it('a night is one window, and belongs to the day on which it opens', () => {
    const hours = hoursOf('Fr 22:00-02:00');
    assert.equal(told(hours, '2026-11-28T05:00Z'), 'open until 2026-11-28T08:00');
    assert.equal(told(hours, '2026-11-28T07:59Z'), 'open until 2026-11-28T08:00');
    assert.equal(told(hours, '2026-11-28T08:00Z'), 'closed until 2026-12-05T04:00');
  });

  it('windows that meet at midnight are one', () => {
    const hours = hoursOf('Mo 18:00-24:00; Tu 00:00-02:00; We 00:00-24:00; Th 00:00-24:00');
    assert.equal(told(hours, '2026-11-24T01:00Z'), 'open until 2026-11-24T08:00');
    assert.equal(told(hours, '2026-11-25T12:00Z'), 'open until 2026-11-27T06:00');
  });

  it('24/7 is always, without a change', () => {
    assert.equal(told(hoursOf('24/7'), '2026-11-25T12:00Z'), 'open always');
    assert.equal(
      told(hoursOf('Mo-Su 08:00-20:00,20:00-08:00'), '2026-11-25T12:00Z'),
      'open always',
    );
  });

  it('a day that begins at midnight is not yet all of it', () => {
    assert.equal(
      told(hoursOf('Mo-Su 00:00-08:00', 'UTC'), '2026-11-25T01:00Z'),
      'open until 2026-11-25T08:00',
    );
  });

  it('24/7 with a holiday is open up to the holiday, however far off', () => {
    const hours = hoursOf('24/7', 'UTC', '2026-12-25 closed Christmas Day; 2030-01-01 closed');
    assert.equal(told(hours, '2026-11-25T12:00Z'), 'open until 2026-12-25T00:00');
    assert.equal(told(hours, '2026-12-25T12:00Z'), 'closed until 2026-12-26T00:00, Christmas Day');
    assert.equal(told(hours, '2026-12-26T00:00Z'), 'open always');
  });

  it('never open, there is no change to tell', () => {
    assert.equal(told(hoursOf('Mo-Su closed'), '2026-11-25T12:00Z'), 'closed');
  });

  it('once a year is found', () => {
    const hours = hoursOf('Mo-Su closed', 'UTC', '07-04 10:00-12:00 Open day');
    assert.equal(told(hours, '2026-07-04T12:00Z'), 'closed until 2027-07-04T10:00, Open day');
    assert.equal(told(hours, '2026-07-05T12:00Z'), 'closed until 2027-07-04T10:00');
    // The last one closes for good.
    const last = hoursOf('Mo-Su closed', 'UTC', '2026-07-04 10:00-12:00');
    assert.equal(told(last, '2026-07-04T11:00Z'), 'open until 2026-07-04T12:00');
    assert.equal(told(last, '2026-07-04T12:00Z'), 'closed');
  });

  it('a moment that is none is open: the number is offered', () => {
    for (const broken of [NaN, Infinity, -Infinity, -1, 8.64e15, 1e300]) {
      const hours = hoursOf('Mo-Su closed');
      assert.deepEqual(statusAt(hours, broken), { open: true });
      assert.equal(stateAt(hours, broken).state, 'open');
      assert.deepEqual(weekFrom(hours, broken), []);
    }
  });

  it('a clock that is years off is believed', () => {
    assert.equal(told(hoursOf(OFFICE), '1970-01-01T12:00Z'), 'closed until 1970-01-01T14:00');
    assert.equal(
      told(hoursOf(OFFICE, 'UTC'), '8999-12-30T12:00Z'),
      'closed until 8999-12-30T13:00',
    );
  });
});

describe('a holiday', () => {
  const hours = hoursOf(
    `${OFFICE}; Fr 22:00-02:00`,
    'America/Chicago',
    '2026-12-25 closed Christmas Day; 2026-12-24 08:00-10:00 Christmas Eve; 12-31/01-02 closed New Year; 02-29 closed Leap day',
  );

  it('has its own hours, and a label all day long', () => {
    assert.equal(told(hours, '2026-12-24T05:59Z'), 'closed until 2026-12-24T14:00');
    assert.equal(told(hours, '2026-12-24T06:00Z'), 'closed until 2026-12-24T14:00, Christmas Eve');
    assert.equal(told(hours, '2026-12-24T15:00Z'), 'open until 2026-12-24T16:00, Christmas Eve');
    assert.equal(told(hours, '2026-12-25T16:00Z'), 'closed until 2026-12-28T14:00, Christmas Day');
    assert.equal(told(hours, '2026-12-26T06:00Z'), 'closed until 2026-12-28T14:00');
  });

  it('of every year comes every year, over New Year, and on 29 February when there is one', () => {
    assert.equal(told(hours, '2027-01-01T16:00Z'), 'closed until 2027-01-04T14:00, New Year');
    assert.equal(told(hours, '2027-12-31T16:00Z'), 'closed until 2028-01-03T14:00, New Year');
    assert.equal(told(hours, '2028-02-29T16:00Z'), 'closed until 2028-03-01T14:00, Leap day');
    assert.equal(told(hours, '2027-03-01T16:00Z'), 'open until 2027-03-01T18:00');
  });

  it('does not cut off the night before, and has no night of its own', () => {
    const nights = hoursOf('Mo-Su 22:00-02:00', 'UTC', '2026-12-25 closed Christmas Day');
    assert.equal(told(nights, '2026-12-25T01:00Z'), 'open until 2026-12-25T02:00, Christmas Day');
    assert.equal(told(nights, '2026-12-25T23:00Z'), 'closed until 2026-12-26T22:00, Christmas Day');
    assert.equal(told(nights, '2026-12-26T01:00Z'), 'closed until 2026-12-26T22:00');
  });
});

describe('when the clock is changed', () => {
  // In Chicago on 8 March 2026 from 02:00 to 03:00, at 08:00 UTC; on 1 November from 02:00 to 01:00, at 07:00 UTC.
  const from = (source: string): OpeningHours => hoursOf(source);

  it('a night is an hour shorter in spring and longer in autumn', () => {
    assert.equal(told(from('Sa 22:00-06:00'), '2026-03-08T05:00Z'), 'open until 2026-03-08T11:00');
    assert.equal(told(from('Sa 22:00-06:00'), '2026-11-01T04:00Z'), 'open until 2026-11-01T12:00');
  });

  it('an opening or closing that does not come is at the change', () => {
    assert.equal(
      told(from('Su 02:30-04:00'), '2026-03-08T07:59Z'),
      'closed until 2026-03-08T08:00',
    );
    assert.equal(told(from('Su 01:00-02:30'), '2026-03-08T07:59Z'), 'open until 2026-03-08T08:00');
    assert.equal(
      told(from('Su 02:15-02:45'), '2026-03-08T07:59Z'),
      'closed until 2026-03-15T07:15',
    );
  });

  it('of an hour that comes twice, the first opens and the second closes', () => {
    assert.equal(
      told(from('Su 01:30-04:00'), '2026-11-01T06:29Z'),
      'closed until 2026-11-01T06:30',
    );
    assert.equal(told(from('Su 00:00-01:30'), '2026-11-01T06:29Z'), 'open until 2026-11-01T07:30');
    // It is not one o'clock once more that closes: the clock has shown it, and nothing earlier since.
    assert.equal(told(from('Su 00:00-01:00'), '2026-11-01T05:59Z'), 'open until 2026-11-01T06:00');
    assert.equal(told(from('Su 00:00-02:00'), '2026-11-01T06:59Z'), 'open until 2026-11-01T08:00');
  });

  it('half an hour is half an hour', () => {
    // Lord Howe, 5 April 2026: from 02:00 to 01:30, at 15:00 UTC of the day before.
    const hours = hoursOf('Su 01:00-01:45', 'Australia/Lord_Howe');
    assert.equal(told(hours, '2026-04-04T14:44Z'), 'open until 2026-04-04T15:15');
  });

  it('midnight may come twice', () => {
    // Havana, 1 November 2026: from 01:00 to 00:00, at 05:00 UTC.
    const hours = hoursOf('Sa 08:00-24:00; Su 00:30-02:00', 'America/Havana');
    assert.equal(told(hours, '2026-11-01T03:59Z'), 'open until 2026-11-01T04:00');
    assert.equal(told(hours, '2026-11-01T04:00Z'), 'closed until 2026-11-01T04:30');
    assert.equal(told(hours, '2026-11-01T05:15Z'), 'open until 2026-11-01T07:00');
    assert.equal(utc(dayEnd(hours, at('2026-11-01T03:59Z'))), '2026-11-01T04:00');
  });

  it('a day may be left out', () => {
    // Apia went from 29 to 31 December 2011, over the date line, at 10:00 UTC.
    const hours = hoursOf('Fr 08:00-17:00; Sa 09:00-12:00', 'Pacific/Apia');
    assert.equal(told(hours, '2011-12-30T09:00Z'), 'closed until 2011-12-30T19:00');
    const nights = hoursOf('Th 22:00-02:00; Fr 00:00-24:00', 'Pacific/Apia');
    assert.equal(told(nights, '2011-12-30T09:00Z'), 'open until 2011-12-30T10:00');
  });

  it('zones of a quarter of an hour are right', () => {
    assert.equal(
      told(hoursOf('Mo-Su 09:00-17:00', 'Asia/Kathmandu'), '2026-11-25T03:14Z'),
      'closed until 2026-11-25T03:15',
    );
  });

  it('an instant is found to the second where there was no standard time yet', () => {
    // Chicago on 18 November 1883: from 12:09:24 on its own meridian back to 12:00.
    const clock = Date.UTC(1883, 10, 18, 12, 5);
    assert.equal(
      instantOf('America/Chicago', clock, 'reached'),
      Date.UTC(1883, 10, 18, 17, 55, 36),
    );
    assert.equal(instantOf('America/Chicago', clock, 'passed'), Date.UTC(1883, 10, 18, 18, 5));
  });
});

describe('opening soon', () => {
  const hours = hoursOf(OFFICE, 'UTC', '2026-12-25 closed Christmas Day');
  const state = (iso: string): string => {
    const { state, ends, until, label } = stateAt(hours, at(iso));
    return `${state} to ${utc(ends)}, then ${utc(until)}${label ? `, ${label}` : ''}`;
  };

  it('is the last hour before opening', () => {
    const opens = '2026-11-26T08:00';
    assert.equal(state('2026-11-25T17:00Z'), `closed to 2026-11-26T07:00, then ${opens}`);
    assert.equal(state('2026-11-26T06:59:59.999Z'), `closed to 2026-11-26T07:00, then ${opens}`);
    assert.equal(state('2026-11-26T07:00Z'), `opening-soon to ${opens}, then ${opens}`);
    assert.equal(state('2026-11-26T08:00Z'), 'open to 2026-11-26T12:00, then 2026-11-26T12:00');
  });

  it('is all of a break that is no longer', () => {
    assert.equal(
      state('2026-11-26T12:00Z'),
      'opening-soon to 2026-11-26T13:00, then 2026-11-26T13:00',
    );
  });

  it('says what holiday it is', () => {
    assert.equal(
      state('2026-12-25T10:00Z'),
      'closed to 2026-12-28T07:00, then 2026-12-28T08:00, Christmas Day',
    );
  });

  it('has no end where nothing changes', () => {
    const now = at('2026-11-25T12:00Z');
    assert.deepEqual(stateAt(hoursOf('24/7'), now), {
      ...{ open: true, always: true, state: 'open', ends: undefined },
    });
    assert.deepEqual(stateAt(hoursOf('Mo-Su closed'), now), {
      ...{ open: false, label: undefined, state: 'closed' },
    });
  });
});

describe('the week', () => {
  const hours = hoursOf(
    'Mo-Fr 08:00-17:00; Sa 09:00-12:00',
    'America/Chicago',
    '2026-11-26 closed Thanksgiving; 2026-11-28 22:00-02:00',
  );
  // Still Wednesday in Chicago.
  const now = at('2026-11-26T05:00Z');
  const dates = (start?: 'today' | number): string[] =>
    weekFrom(hours, now, start).map(({ date, weekday }) => `${date} ${weekday}`);

  it('begins today, on Sunday, on Monday or on any other day', () => {
    assert.deepEqual([dates()[0], dates()[6]], ['2026-11-25 3', '2026-12-01 2']);
    assert.deepEqual([dates(0)[0], dates(0)[6]], ['2026-11-22 0', '2026-11-28 6']);
    assert.deepEqual([dates(1)[0], dates(1)[6]], ['2026-11-23 1', '2026-11-29 0']);
    for (let start = 0; start < 7; start++) {
      const list = dates(start);
      assert.equal(list[0]!.at(-1), String(start));
      assert.ok(list.includes('2026-11-25 3'), `today is in the week from day ${start}`);
    }
  });

  it('has each day’s hours, and says which is today and which is another than usual', () => {
    const span = (opens: number, closes: number): object => ({
      opens: opens * 60,
      closes: closes * 60,
    });
    const usual = { label: undefined, exceptional: false, today: false };
    assert.deepEqual(weekFrom(hours, now, 1), [
      { date: '2026-11-23', weekday: 1, spans: [span(8, 17)], ...usual },
      { date: '2026-11-24', weekday: 2, spans: [span(8, 17)], ...usual },
      { date: '2026-11-25', weekday: 3, spans: [span(8, 17)], ...usual, today: true },
      {
        date: '2026-11-26',
        weekday: 4,
        spans: [],
        label: 'Thanksgiving',
        exceptional: true,
        today: false,
      },
      { date: '2026-11-27', weekday: 5, spans: [span(8, 17)], ...usual },
      { date: '2026-11-28', weekday: 6, spans: [span(22, 26)], ...usual, exceptional: true },
      { date: '2026-11-29', weekday: 0, spans: [], ...usual },
    ]);
  });
});
