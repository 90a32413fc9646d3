// Every way of writing opening hours that is understood, and what is said of the rest.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { toSpecification } from '../../src/calls/hours-specification.js';
import { statusAt, weekFrom, type OpeningHours } from '../../src/calls/opening-hours.js';
import { parseOpeningHours } from '../../src/calls/parse-opening-hours.js';

const timeZone = 'America/Chicago';
const DAYS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const shown = (spans: { opens: number; closes: number }[] | undefined): string =>
  spans?.map(({ opens, closes }) => `${clock(opens)}-${clock(closes)}`).join(',') ?? '?';
/** `Mo 08:00-17:00 Tu 08:00-17:00`: the days with hours. */
const week = (hours: OpeningHours | undefined): string =>
  [1, 2, 3, 4, 5, 6, 0]
    .filter((day) => hours?.week[day]?.length)
    .map((day) => `${DAYS[day]} ${shown(hours!.week[day])}`)
    .join(' ');
const days = (names: string, spans: string): string =>
  names
    .split(' ')
    .map((name) => `${name} ${spans}`)
    .join(' ');

function read(source: unknown, holidays?: unknown): OpeningHours {
  const { hours, problems, partial } = parseOpeningHours(source, { timeZone, holidays });
  assert.deepEqual(problems, []);
  assert.equal(partial, false);
  assert.ok(hours, 'the hours can be read');
  return hours;
}

/** `2026-12-25/2026-12-25 closed Christmas Day`, the strongest first. */
const exceptions = (hours: OpeningHours | undefined): string[] =>
  (hours?.exceptions ?? []).map(({ from, through, week, label }) => {
    const kinds = new Set(week.map(shown));
    const spans =
      kinds.size === 1
        ? [...kinds][0] || 'closed'
        : week.flatMap((day, index) => (day ? [`${DAYS[index]} ${shown(day)}`] : [])).join(' ');
    return `${from}/${through} ${spans}${label ? ` ${label}` : ''}`;
  });

const WORKDAYS = 'Mo Tu We Th Fr';
const ALL = 'Mo Tu We Th Fr Sa Su';

describe('hours as text', () => {
  for (const [written, expected] of [
    ['Mo-Fr 08:00-17:00', days(WORKDAYS, '08:00-17:00')],
    ['Mo,Tu,We 09:00-12:00', days('Mo Tu We', '09:00-12:00')],
    ['Mo,We-Fr 09:00-12:00', days('Mo We Th Fr', '09:00-12:00')],
    ['Sa', days('Sa', '00:00-24:00')],
    ['Mo-Su', days(ALL, '00:00-24:00')],
    ['24/7', days(ALL, '00:00-24:00')],
    ['Open 24 hours', days(ALL, '00:00-24:00')],
    ['Mo-Fr 24 hours; Sa all day', days('Mo Tu We Th Fr Sa', '00:00-24:00')],
    ['Mo-Fr 00:00-24:00', days(WORKDAYS, '00:00-24:00')],
    ['Mo-Fr 00:00-23:59', days(WORKDAYS, '00:00-24:00')],
    ['Mo-Fr 17:00-23:59', days(WORKDAYS, '17:00-24:00')],
    ['Mo-Fr 17:00-24:00', days(WORKDAYS, '17:00-24:00')],
    ['Mo-Fr 17:00-00:00', days(WORKDAYS, '17:00-24:00')],
    // Several
    ['Mo-Fr 08:00-17:00; Sa 09:00-12:00', `${days(WORKDAYS, '08:00-17:00')} Sa 09:00-12:00`],
    ['Mo-Fr 08:00-17:00\nSa 09:00-12:00\n', `${days(WORKDAYS, '08:00-17:00')} Sa 09:00-12:00`],
    ['Mo-Fr 08:00-17:00, Sa 09:00-12:00', `${days(WORKDAYS, '08:00-17:00')} Sa 09:00-12:00`],
    [
      'Mo-Th 08:00-17:00, Fr, Sa 09:00-12:00',
      `${days('Mo Tu We Th', '08:00-17:00')} ${days('Fr Sa', '09:00-12:00')}`,
    ],
    ['Mo-Fr 08:00-12:00,13:00-17:00', days(WORKDAYS, '08:00-12:00,13:00-17:00')],
    ['Mo-Fr 08:00-12:00, 13:00-17:00', days(WORKDAYS, '08:00-12:00,13:00-17:00')],
    ['Mo-Fr 08:00-12:00 and 13:00-17:00', days(WORKDAYS, '08:00-12:00,13:00-17:00')],
    ['Mo 13:00-17:00; Mo 08:00-12:00', days('Mo', '08:00-12:00,13:00-17:00')],
    // Over midnight, over Sunday
    ['Fr 22:00-02:00', days('Fr', '22:00-26:00')],
    ['Sa-Mo 10:00-14:00', days('Mo Sa Su', '10:00-14:00')],
    ['Su-Tu,Fr 10:00-14:00', days('Mo Tu Fr Su', '10:00-14:00')],
    // What overlaps or touches is one
    ['Mo 08:00-12:00,12:00-17:00', days('Mo', '08:00-17:00')],
    ['Mo 08:00-13:00,12:00-17:00', days('Mo', '08:00-17:00')],
    ['Mo 08:00-17:00,09:00-10:00', days('Mo', '08:00-17:00')],
    ['Mo 18:00-02:00,20:00-22:00', days('Mo', '18:00-26:00')],
    // Closed
    ['Mo-Fr 08:00-17:00; Sa,Su closed', days(WORKDAYS, '08:00-17:00')],
    ['Mo-Su 08:00-17:00; Su off', days('Mo Tu We Th Fr Sa', '08:00-17:00')],
    [
      'Mo-Su 08:00-17:00; We closed; We 08:00-12:00',
      `${days('Mo Tu', '08:00-17:00')} We 08:00-12:00 ${days('Th Fr Sa Su', '08:00-17:00')}`,
    ],
    ['Mo-Su closed', ''],
    // Names
    ['monday-FRIDAY 08:00-17:00', days(WORKDAYS, '08:00-17:00')],
    ['Mon-Fri 08:00-17:00', days(WORKDAYS, '08:00-17:00')],
    ['Mon. - Fri. 08:00-17:00', days(WORKDAYS, '08:00-17:00')],
    ['Tues, Thurs, Wed 08:00-17:00', days('Tu We Th', '08:00-17:00')],
    ['Mondays and Thursdays 08:00-17:00', days('Mo Th', '08:00-17:00')],
    ['Monday to Friday: 08:00 to 17:00', days(WORKDAYS, '08:00-17:00')],
    ['Thursday through Saturday 08:00-17:00', days('Th Fr Sa', '08:00-17:00')],
    ['Sa/Su 08:00-17:00', days('Sa Su', '08:00-17:00')],
    [
      'Weekdays 08:00-17:00; weekends 09:00-12:00',
      `${days(WORKDAYS, '08:00-17:00')} ${days('Sa Su', '09:00-12:00')}`,
    ],
    ['Daily 08:00-17:00', days(ALL, '08:00-17:00')],
    ['Mo-Fr, 08:00-17:00', days(WORKDAYS, '08:00-17:00')],
    // What editors make of it
    ['Mo–Fr 08:00–17:00', days(WORKDAYS, '08:00-17:00')],
    ['Mo — Fr 08:00 — 17:00', days(WORKDAYS, '08:00-17:00')],
    ['“Mo-Fr 08:00-17:00”', days(WORKDAYS, '08:00-17:00')],
    ['‘Mo-Fr 08:00-17:00’', days(WORKDAYS, '08:00-17:00')],
    ['Mo-Fr\u00a008:00\u202f-\u200917:00\u200b', days(WORKDAYS, '08:00-17:00')],
    ['  Mo-Fr   08:00-17:00 ;; ', days(WORKDAYS, '08:00-17:00')],
    // Twelve hours
    ['Mo 8am-5pm', days('Mo', '08:00-17:00')],
    ['Mo 8 a.m. – 5:30 p.m.', days('Mo', '08:00-17:30')],
    ['Mo 8:30 AM - 5 PM', days('Mo', '08:30-17:00')],
    ['Mo 8a-5p', days('Mo', '08:00-17:00')],
    ['Mo 8-5pm', days('Mo', '08:00-17:00')],
    ['Mo 1-5pm', days('Mo', '13:00-17:00')],
    ['Mo 10-2pm', days('Mo', '10:00-14:00')],
    ['Mo 12-5pm', days('Mo', '12:00-17:00')],
    ['Mo 10pm-2am', days('Mo', '22:00-26:00')],
    ['Mo 12pm-12am', days('Mo', '12:00-24:00')],
    ['Mo 12am-1am', days('Mo', '00:00-01:00')],
    ['Mo 8am-noon, 1pm-midnight', days('Mo', '08:00-12:00,13:00-24:00')],
    ['Mo 08:00-midnight', days('Mo', '08:00-24:00')],
    ['Mo 13:00-5pm', days('Mo', '13:00-17:00')],
    // The German and the French
    ['Mo 8-17', days('Mo', '08:00-17:00')],
    ['Mo 8.30-17.00', days('Mo', '08:30-17:00')],
    ['Mo 08:00:00-17:00:00', days('Mo', '08:00-17:00')],
  ] as const) {
    it(`${JSON.stringify(written)} is understood`, () => {
      assert.equal(week(read(written)), expected);
    });
  }

  it('may come as a list', () => {
    assert.equal(
      week(read(['Mo-Fr 08:00-17:00', 'Sa 09:00-12:00'])),
      `${days(WORKDAYS, '08:00-17:00')} Sa 09:00-12:00`,
    );
  });
});

describe('hours that cannot be read', () => {
  for (const written of [
    ...[
      'Mo-Fr 8-5',
      'Mo-Fr 8am-5',
      'Mo-Fr 9-12:00',
      'Mo 8-midnight',
      'Mo 8',
      'Mo 08:00',
      'Mo 08:00+',
    ],
    ...[
      'Mo 25:00-26:00',
      'Mo 08:60-17:00',
      'Mo 13am-5pm',
      'Mo 0am-5pm',
      'Mo 24:30-25:00',
      'Mo 24:00-08:00',
    ],
    ...[
      'Mo 08:00-08:00',
      'Mo 00:00-00:00',
      'Mo 08:00-17:00-19:00',
      'Mo 08:00-17:000',
      'Mo 08:00-17:00 CST',
    ],
    ...[
      '08:00-17:00',
      'closed',
      'open',
      'Month 08:00-17:00',
      'Free 08:00-17:00',
      'M-F 08:00-17:00',
    ],
    ...[
      'Closed Sunday',
      '8am-5pm Monday',
      'Lu-Vi 08:00-17:00',
      'by appointment',
      'Mo-Fr (by appointment)',
    ],
    ...['Mo,Tu,We 09:00-12:0O', '<b>Mo</b>', '{}', 'undefined', '٠٨:٠٠-١٧:٠٠'],
  ]) {
    it(`${JSON.stringify(written)} is told, and nothing is made up of it`, () => {
      const { hours, problems, partial } = parseOpeningHours(written, { timeZone });
      assert.equal(hours, undefined);
      assert.equal(partial, true);
      assert.equal(problems.length, 1);
      assert.ok(problems[0]!.includes(`"${written}" cannot be read. Write days`), problems[0]);
    });
  }

  it('are left out, and the rest is kept', () => {
    const { hours, problems, partial } = parseOpeningHours(
      'Mo-Th 08:00-17:00; Fr 8:00-noonish; Sa 09:00-12:00',
      { timeZone },
    );
    assert.equal(week(hours), `${days('Mo Tu We Th', '08:00-17:00')} Sa 09:00-12:00`);
    assert.deepEqual(problems, [
      '"Fr 8:00-noonish" cannot be read. Write days and times, like Mo-Fr 08:00-17:00; Sa closed.',
    ]);
    assert.ok(partial, 'who reads them knows that it may be open on Friday');
  });

  it('public holidays are asked for as dates', () => {
    const { problems } = parseOpeningHours('Mo-Fr 08:00-17:00; PH closed', { timeZone });
    assert.match(problems.join(), /"PH closed" cannot be read\. Write a date/);
  });

  it('a night that looks like an afternoon is read as a night, and asked about', () => {
    const { hours, problems, partial } = parseOpeningHours('Mo 8:00-5:00', { timeZone });
    assert.equal(week(hours), 'Mo 08:00-29:00');
    assert.match(problems.join(), /until the next morning\. Write 17:00/);
    assert.equal(partial, false);
  });

  it('nothing at all is no problem', () => {
    for (const nothing of [undefined, null, '', ' ', '\n', [], [''], '""'])
      assert.deepEqual(parseOpeningHours(nothing, { timeZone }), {
        hours: undefined,
        problems: [],
        partial: false,
      });
  });

  it('holidays alone are no hours', () => {
    const { hours, problems } = parseOpeningHours('', { timeZone, holidays: '12-25 closed' });
    assert.equal(hours, undefined);
    assert.match(problems.join(), /Holidays need usual hours/);
  });

  it('what is no text and no object is told', () => {
    for (const odd of [7, true, [7], () => {}, Symbol('odd'), 7n, {}, [[]], [{ open: '08:00' }]]) {
      const { hours, problems } = parseOpeningHours(odd, { timeZone });
      assert.equal(hours, undefined);
      assert.match(problems.join(), /OpeningHoursSpecification cannot be read\. Write "dayOfWeek"/);
    }
  });
});

describe('the time zone', () => {
  it('is an IANA name, by itself or with what editors add', () => {
    for (const name of [
      'America/Chicago',
      ' America/Chicago ',
      'America/New York',
      'utc',
      'Etc/GMT+6',
    ])
      assert.ok(parseOpeningHours('Mo', { timeZone: name }).hours, name);
  });

  it('missing, unknown or without summer time, leaves no hours', () => {
    for (const name of [
      undefined,
      null,
      '',
      'Chicago',
      'America/Springfield',
      'EST',
      'CST',
      '-06:00',
      'Central',
      7,
    ]) {
      const { hours, problems } = parseOpeningHours('Mo-Fr 08:00-17:00', { timeZone: name });
      assert.equal(hours, undefined, String(name));
      assert.deepEqual(problems, [
        'The time zone is missing or unknown. Write its IANA name, like America/Chicago.',
      ]);
    }
  });
});

describe('holidays as text', () => {
  const of = (written: unknown): string[] => exceptions(read('Mo-Fr 08:00-17:00', written));

  for (const [written, expected] of [
    ['2026-12-25 closed Christmas Day', '2026-12-25/2026-12-25 closed Christmas Day'],
    ['2026-12-25 closed', '2026-12-25/2026-12-25 closed'],
    ['2026-12-24 08:00-12:00 Christmas Eve', '2026-12-24/2026-12-24 08:00-12:00 Christmas Eve'],
    [
      '2026-12-24 08:00-10:00,11:00-12:00 Christmas Eve',
      '2026-12-24/2026-12-24 08:00-10:00,11:00-12:00 Christmas Eve',
    ],
    ['2026-12-24: 8am – noon, Christmas Eve', '2026-12-24/2026-12-24 08:00-12:00 Christmas Eve'],
    ['2026-12-31 20:00-02:00', '2026-12-31/2026-12-31 20:00-26:00'],
    ['2026-12-24 open 24 hours', '2026-12-24/2026-12-24 00:00-24:00'],
    ['12-25 closed Christmas', '12-25/12-25 closed Christmas'],
    ['--12-25 closed', '12-25/12-25 closed'],
    ['02-29 closed', '02-29/02-29 closed'],
    ['12-31/01-02 closed', '12-31/01-02 closed'],
    ['2026-12-24/2026-12-31 closed Winter break', '2026-12-24/2026-12-31 closed Winter break'],
    ['2026-12-24 – 2026-12-31 closed', '2026-12-24/2026-12-31 closed'],
    ['2026-12-24 to 2026-12-31 closed', '2026-12-24/2026-12-31 closed'],
    ['2026-12-24/12-31 closed', '2026-12-24/2026-12-31 closed'],
    ['2026‑12–25 closed', '2026-12-25/2026-12-25 closed'],
    ['07-04 closed 4th of July', '07-04/07-04 closed 4th of July'],
    ['07-04 closed (Independence Day)', '07-04/07-04 closed Independence Day'],
    ['01-01 closed – New Year’s Day', '01-01/01-01 closed New Year’s Day'],
    ['01-01 closed “New Year’s Day”', '01-01/01-01 closed New Year’s Day'],
    [
      '2026-06-01/2026-08-31 Mo-We 08:00-14:00 Summer',
      '2026-06-01/2026-08-31 Mo 08:00-14:00 Tu 08:00-14:00 We 08:00-14:00 Summer',
    ],
  ] as const) {
    it(`${JSON.stringify(written)} is understood`, () => {
      assert.deepEqual(of(written), [expected]);
    });
  }

  it('stand behind one another, with a semicolon, a new line or a comma', () => {
    for (const separator of ['; ', '\n', ', ', ';;'])
      assert.deepEqual(of(['2026-12-25 closed A', '2026-12-26 closed B'].join(separator)), [
        '2026-12-26/2026-12-26 closed B',
        '2026-12-25/2026-12-25 closed A',
      ]);
  });

  it('fewer days are stronger, then a year, then the later one', () => {
    assert.deepEqual(
      of(
        '12-25 closed every; 2026-12-25 08:00-09:00 this; 2026-12-24/2026-12-31 closed break;' +
          '2026-12-25 10:00-11:00 corrected; 2026-12-24/2026-12-26 closed short; 12-24/12-31 closed',
      ),
      [
        '2026-12-25/2026-12-25 10:00-11:00 corrected',
        '2026-12-25/2026-12-25 08:00-09:00 this',
        '12-25/12-25 closed every',
        '2026-12-24/2026-12-26 closed short',
        '2026-12-24/2026-12-31 closed break',
        '12-24/12-31 closed',
      ],
    );
  });

  for (const written of [
    ...[
      'Christmas closed',
      '2026-12-25',
      '2026-12-25 Christmas',
      '12/25/2026 closed',
      '25.12.2026 closed',
    ],
    ...[
      '2026-02-30 closed',
      '2026-13-01 closed',
      '13-01 closed',
      '2026-02-29 closed',
      '2026-12-5 closed',
    ],
    ...[
      '2026-12-31/2026-12-24 closed',
      '2026-12-24/31 closed',
      '12-24/2026-12-31 closed',
      '12-25-2026 closed',
    ],
    ...[
      '2026-12-24 8-5',
      '2026-12-24 08:00-12:00-14:00',
      '2026-12-24 08:00-12:000',
      'closed 2026-12-25',
    ],
  ]) {
    it(`${JSON.stringify(written)} is told`, () => {
      const { hours, problems, partial } = parseOpeningHours('Mo', { timeZone, holidays: written });
      assert.deepEqual(exceptions(hours), []);
      assert.equal(problems.length, 1);
      assert.ok(problems[0]!.includes(`"${written}" cannot be read. Write a date`), problems[0]);
      assert.ok(partial, 'something is left out');
    });
  }
});

describe('OpeningHoursSpecification', () => {
  const spec = (rest: object): object => ({ '@type': 'OpeningHoursSpecification', ...rest });
  const usual = spec({ dayOfWeek: 'Monday', opens: '08:00', closes: '17:00' });

  it('takes days by name or address, one or several', () => {
    for (const dayOfWeek of [
      'Monday',
      'https://schema.org/Monday',
      'http://schema.org/Monday',
      'schema:Monday',
      ['Monday'],
      ['https://schema.org/Monday'],
      'Mo',
    ])
      assert.equal(
        week(read(spec({ dayOfWeek, opens: '08:00', closes: '17:00' }))),
        'Mo 08:00-17:00',
      );
    assert.equal(
      week(read(spec({ dayOfWeek: ['Saturday', 'Sunday'], opens: '08:00', closes: '17:00' }))),
      days('Sa Su', '08:00-17:00'),
    );
    assert.equal(week(read(spec({ opens: '08:00', closes: '17:00' }))), days(ALL, '08:00-17:00'));
  });

  it('takes times with seconds, or a zone, as the clinic’s clock shows them', () => {
    for (const opens of [
      '08:00',
      '8:00',
      '08:00:00',
      'T08:00',
      '08:00-06:00',
      '08:00:00Z',
      '08:00:00.000+00:00',
      '8:00 AM',
    ])
      assert.equal(
        week(read(spec({ dayOfWeek: 'Monday', opens, closes: '17:00' }))),
        'Mo 08:00-17:00',
      );
  });

  for (const [opens, closes, expected] of [
    ['22:00', '02:00', 'Mo 22:00-26:00'],
    ['08:00', '00:00', 'Mo 08:00-24:00'],
    ['00:00', '23:59', 'Mo 00:00-24:00'],
    ['00:00:00', '23:59:59', 'Mo 00:00-24:00'],
    ['00:00', '24:00', 'Mo 00:00-24:00'],
    ['00:00', '00:00', ''],
    ['00:00:00', '00:00:00', ''],
    [undefined, undefined, ''],
    ['', '', ''],
  ] as const) {
    it(`from ${opens} to ${closes} is ${expected || 'closed'}`, () => {
      assert.equal(week(read(spec({ dayOfWeek: 'Monday', opens, closes }))), expected);
    });
  }

  it('several for a day add up', () => {
    const morning = { dayOfWeek: ['Monday', 'Tuesday'], opens: '08:00', closes: '12:00' };
    const afternoon = { dayOfWeek: 'Monday', opens: '13:00', closes: '17:00' };
    const dates = { validFrom: '2026-06-01', validThrough: '2026-08-31' };
    assert.equal(week(read([morning, afternoon])), 'Mo 08:00-12:00,13:00-17:00 Tu 08:00-12:00');
    assert.deepEqual(
      exceptions(read([usual, { ...morning, ...dates }, { ...afternoon, ...dates }])),
      ['2026-06-01/2026-08-31 Mo 08:00-12:00,13:00-17:00 Tu 08:00-12:00'],
    );
    assert.deepEqual(
      exceptions(
        read(usual, [
          { ...morning, ...dates, name: 'Summer' },
          { ...afternoon, ...dates },
        ]),
      ),
      ['2026-06-01/2026-08-31 Mo 08:00-12:00,13:00-17:00 Tu 08:00-12:00 Summer'],
    );
  });

  it('holds for a time only, from its first day to its last', () => {
    const closed = { opens: '00:00', closes: '00:00' };
    for (const [validFrom, validThrough] of [
      ['2026-12-24', '2026-12-26'],
      ['2026-12-24T00:00:00', '2026-12-26T23:59:59-06:00'],
    ])
      assert.deepEqual(exceptions(read([usual, { ...closed, validFrom, validThrough }])), [
        '2026-12-24/2026-12-26 closed',
      ]);
    assert.deepEqual(
      exceptions(read([usual, { ...closed, validFrom: '2026-12-24', validThrough: '' }])),
      ['2026-12-24/9999-12-31 closed'],
    );
    assert.deepEqual(exceptions(read([usual, { ...closed, validThrough: '2026-12-24' }])), [
      '0000-01-01/2026-12-24 closed',
    ]);
  });

  it('as a holiday with a first day only, is that day', () => {
    assert.deepEqual(exceptions(read(usual, { validFrom: '2026-12-25', name: 'Christmas Day' })), [
      '2026-12-25/2026-12-25 closed Christmas Day',
    ]);
  });

  it('may stand among texts, and the later one holds', () => {
    assert.equal(week(read(['Tu 08:00-12:00', usual])), 'Mo 08:00-17:00 Tu 08:00-12:00');
    assert.deepEqual(
      exceptions(
        read(usual, [{ validFrom: '2026-12-25', name: 'spec' }, '2026-12-25 08:00-09:00 text']),
      ),
      ['2026-12-25/2026-12-25 08:00-09:00 text', '2026-12-25/2026-12-25 closed spec'],
    );
  });

  it('for PublicHolidays says no days', () => {
    const { hours, problems, partial } = parseOpeningHours(
      [
        spec({
          dayOfWeek: ['Monday', 'https://schema.org/PublicHolidays'],
          opens: '08:00',
          closes: '17:00',
        }),
        spec({ dayOfWeek: 'PublicHolidays', opens: '00:00', closes: '00:00' }),
      ],
      { timeZone },
    );
    assert.equal(week(hours), 'Mo 08:00-17:00');
    assert.equal(problems.length, 2);
    assert.match(
      problems[0]!,
      /^PublicHolidays does not say when they are\. Give them as holidays/,
    );
    assert.ok(partial, 'something is left out');
  });

  for (const [what, rest] of [
    ['an unknown day', { dayOfWeek: 'Someday', opens: '08:00', closes: '17:00' }],
    ['no day in the list', { dayOfWeek: [], opens: '08:00', closes: '17:00' }],
    ['a day that is no text', { dayOfWeek: { '@id': 'Monday' }, opens: '08:00', closes: '17:00' }],
    ['an opening only', { dayOfWeek: 'Monday', opens: '08:00' }],
    ['the same time twice', { dayOfWeek: 'Monday', opens: '08:00', closes: '08:00' }],
    ['a time that does not exist', { dayOfWeek: 'Monday', opens: '08:00', closes: '25:00' }],
    ['a time that is a number', { dayOfWeek: 'Monday', opens: 8, closes: 17 }],
    ['a date that does not exist', { validFrom: '2026-02-30', opens: '08:00', closes: '17:00' }],
    ['a date in another form', { validFrom: '12/25/2026', opens: '08:00', closes: '17:00' }],
    ['dates in the wrong order', { validFrom: '2026-12-26', validThrough: '2026-12-24' }],
    ['nothing', {}],
  ] as const) {
    it(`with ${what} is told`, () => {
      const { hours, problems } = parseOpeningHours(spec(rest), { timeZone });
      assert.equal(hours, undefined);
      assert.match(problems.join(), /cannot be read/);
    });
  }

  it('as a holiday without dates is told', () => {
    const { problems } = parseOpeningHours(usual, { timeZone, holidays: usual });
    assert.match(problems.join(), /"validFrom"/);
  });
});

describe('written as OpeningHoursSpecification', () => {
  const NOW = Date.UTC(2026, 10, 25, 18);

  it('days with the same hours are one, Monday first', () => {
    assert.deepEqual(
      toSpecification(
        read('Sa 22:00-02:00; Mo-Th 08:00-12:00,13:00-17:00', '2026-12-25 closed Christmas Day'),
        NOW,
      ).map(({ dayOfWeek, ...rest }) => ({
        ...rest,
        dayOfWeek: dayOfWeek?.map((day) => day.replace('https://schema.org/', '')).join(' '),
      })),
      [
        { opens: '08:00', closes: '12:00', dayOfWeek: 'Monday Tuesday Wednesday Thursday' },
        { opens: '13:00', closes: '17:00', dayOfWeek: 'Monday Tuesday Wednesday Thursday' },
        { opens: '00:00', closes: '00:00', dayOfWeek: 'Friday Sunday' },
        { opens: '22:00', closes: '02:00', dayOfWeek: 'Saturday' },
        {
          opens: '00:00',
          closes: '00:00',
          validFrom: '2026-12-25',
          validThrough: '2026-12-25',
          name: 'Christmas Day',
          dayOfWeek: undefined,
        },
      ].map((rest) => ({ '@type': 'OpeningHoursSpecification', ...rest })),
    );
  });

  it('24/7 is from 00:00 to 23:59 on every day', () => {
    assert.deepEqual(toSpecification(read('24/7'), NOW), [
      { '@type': 'OpeningHoursSpecification', opens: '00:00', closes: '23:59' },
    ]);
  });

  it('closed on every day is from 00:00 to 00:00, and read again as that', () => {
    const specification = toSpecification(read('Mo-Su closed'), NOW);
    assert.deepEqual(specification, [
      { '@type': 'OpeningHoursSpecification', opens: '00:00', closes: '00:00' },
    ]);
    const { hours, partial } = parseOpeningHours(specification, { timeZone });
    assert.equal(partial, false);
    assert.deepEqual(hours!.week, [[], [], [], [], [], [], []]);
  });

  it('days of every year are written out for this year and the next', () => {
    const dates = (holidays: string, now = NOW): string[] =>
      toSpecification(read('Mo', holidays), now).flatMap(({ validFrom, validThrough }) =>
        validFrom ? [`${validFrom}/${validThrough}`] : [],
      );
    assert.deepEqual(dates('12-25 closed'), ['2027-12-25/2027-12-25', '2026-12-25/2026-12-25']);
    assert.deepEqual(dates('07-04 closed'), ['2027-07-04/2027-07-04']);
    assert.deepEqual(dates('12-31/01-02 closed', Date.UTC(2027, 0, 1, 18)), [
      '2028-12-31/2029-01-02',
      '2027-12-31/2028-01-02',
      '2026-12-31/2027-01-02',
    ]);
    assert.deepEqual(dates('02-29 closed'), []);
    assert.deepEqual(dates('02-28/02-29 closed'), ['2027-02-28/2027-02-28']);
    assert.deepEqual(dates('02-29 closed', Date.UTC(2028, 0, 1, 18)), ['2028-02-29/2028-02-29']);
  });

  it('a stronger exception of the same day is not added to', () => {
    const hours = read('Mo', '12-25 10:00-14:00; 2026-12-25 08:00-12:00; 2026-12-25 closed');
    assert.deepEqual(
      toSpecification(hours, NOW)
        .filter(({ validFrom }) => validFrom === '2026-12-25')
        .map(({ opens, closes }) => `${opens}-${closes}`),
      ['00:00-00:00'],
    );
  });

  const minute = fc.oneof(
    fc.integer({ min: 0, max: 1438 }),
    fc.constantFrom(0, 480, 720, 1020, 1438),
  );
  const windows = fc.array(
    fc.oneof(
      fc.constant('00:00-24:00'),
      fc
        .tuple(minute, minute)
        .filter(([from, to]) => from !== to)
        .map(([from, to]) => `${clock(from)}-${clock(to)}`),
    ),
    { maxLength: 3 },
  );
  const listed = windows.map((list) => list.join(',') || 'closed');
  const day = fc
    .integer({ min: -40, max: 400 })
    .map((days) => new Date(NOW + days * 864e5).toISOString().slice(0, 10));

  it('and read again, they are the same hours', () => {
    fc.assert(
      fc.property(
        fc.array(listed, { minLength: 7, maxLength: 7 }),
        fc.array(
          fc
            .tuple(day, day, listed, fc.constantFrom('', 'Mo-We ', 'Sa '))
            .map(
              ([one, other, spans, days]) =>
                `${[one, other].sort().join('/')} ${days}${spans} Break`,
            ),
          { maxLength: 6 },
        ),
        (usual, breaks) => {
          const { hours } = parseOpeningHours(
            usual.map((spans, index) => `${DAYS[index]} ${spans}`),
            { timeZone, holidays: breaks },
          );
          assert.ok(hours, 'hours');
          const again = parseOpeningHours(toSpecification(hours, NOW), { timeZone });
          assert.equal(again.partial, false);
          for (let week = -7; week < 60; week++) {
            const then = NOW + week * 7 * 864e5;
            assert.deepEqual(weekFrom(again.hours!, then), weekFrom(hours, then));
          }
          assert.deepEqual(statusAt(again.hours!, NOW), statusAt(hours, NOW));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('whatever is written', () => {
  const word = fc.constantFrom(
    ...[
      'Mo',
      'Tu',
      'Fr',
      'Sunday',
      '-',
      '–',
      ' ',
      ' ',
      ',',
      ';',
      '\n',
      ':',
      '/',
      'to',
      'and',
      '08:00',
      '17:00',
    ],
    ...[
      '24/7',
      'closed',
      'off',
      '8am',
      '5 p.m.',
      'noon',
      'midnight',
      '2026-12-25',
      '12-25',
      '02-29',
      '(',
      '"',
    ],
    ...['’', '\u200b', '\u0000', 'ph', '24', '99:99', '-06:00', '٨', '８'],
  );
  const text = fc.oneof(
    fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
    fc.string({ unit: 'binary' }),
    fc.string(),
  );
  const value = fc.oneof(
    text,
    fc.anything(),
    fc.constantFrom('Monday', '08:00', '17:00', '2026-12-25'),
  );
  const spec = fc.record(
    {
      dayOfWeek: value,
      opens: value,
      closes: value,
      validFrom: value,
      validThrough: value,
      name: value,
    },
    { requiredKeys: [] },
  );
  const source = fc.oneof(text, spec, fc.array(fc.oneof(text, spec, fc.anything())), fc.anything());

  it('never throws, and gives hours that hold together', () => {
    fc.assert(
      fc.property(
        source,
        source,
        fc.oneof(fc.constant(timeZone), fc.anything()),
        (written, holidays, zone) => {
          const { hours, problems } = parseOpeningHours(written, { timeZone: zone, holidays });
          assert.ok(problems.length <= 20, 'a bearable list of problems');
          for (const problem of problems) assert.match(problem, /^[^\n]{10,400}$/s);
          if (!hours) return;
          const { week, exceptions } = hours;
          assert.equal(week.length, 7);
          for (const spans of [...week, ...exceptions.flatMap((exception) => exception.week)]) {
            let last = -1;
            for (const { opens, closes } of spans ?? []) {
              assert.ok(
                opens > last && opens < 1440 && closes > opens && closes <= 2878,
                `${opens}-${closes}`,
              );
              last = closes;
            }
          }
          statusAt(hours, Date.UTC(2026, 10, 25));
          toSpecification(hours, Date.UTC(2026, 10, 25));
          assert.equal(weekFrom(hours, Date.UTC(2026, 10, 25)).length, 7);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('takes no longer for being long', () => {
    // Each repeated to where it would take hours, if its length counted more than once.
    for (const part of [
      'Mo,',
      'Mo-',
      'Mo ',
      ' ',
      '"',
      '’',
      '1',
      '08:00-',
      '08:00-17:00,',
      ':',
      ';',
      'a',
      'to ',
      '12-25/',
      '2026-',
    ]) {
      for (const end of ['', '!', 'x08', ' closed']) {
        const long = part.repeat(9_990 / part.length) + end;
        const huge = part.repeat(1_000_000 / part.length) + end;
        for (const written of [long, huge])
          parseOpeningHours(written, { timeZone, holidays: written });
      }
    }
    const { hours, problems } = parseOpeningHours('Mo 08:00-17:00;'.repeat(1000), { timeZone });
    assert.equal(hours, undefined);
    assert.match(problems.join(), /cannot be read/);
  });

  it('more than anybody has is cut, and told', () => {
    const { problems, partial } = parseOpeningHours(Array(501).fill('Mo 08:00-17:00'), {
      timeZone,
    });
    assert.match(problems.join(), /more than 500/);
    assert.ok(partial, 'something is left out');
  });
});
