import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { calendarDay, dayAfter, dayOf, isPast } from '../../src/foundation/dates.js';

describe('calendarDay', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('says a day in words and for machines', () => {
    assert.deepEqual(calendarDay('2026-03-04', 'en'), {
      text: 'March 4, 2026',
      iso: '2026-03-04',
      time: Date.UTC(2026, 2, 4),
    });
  });

  it('takes a date-time for its day, as written', () => {
    for (const value of [
      '2026-03-04T09:30:00',
      '2026-03-04T23:59:59Z',
      '2026-03-04T00:00:00+14:00',
      '  2026-03-04T09:30\n',
    ])
      assert.equal(calendarDay(value, 'en')?.text, 'March 4, 2026', value);
  });

  it('speaks the language of the page', () => {
    assert.equal(calendarDay('2026-03-04', 'es')?.text, '4 de marzo de 2026');
    assert.equal(calendarDay('2026-03-04', 'de')?.text, '4. März 2026');
    assert.equal(calendarDay('2026-03-04', 'en-GB')?.text, '4 March 2026');
  });

  it('speaks English where the language is none', () => {
    for (const language of ['', 'x', 'not a language', 'en_US', '123', 'ääää'])
      assert.match(calendarDay('2026-03-04', language)?.text ?? '', /2026/, language);
    assert.equal(calendarDay('2026-03-04', 'en_US')?.text, 'March 4, 2026');
  });

  it('says the same day wherever the visitor is', () => {
    for (const place of ['Pacific/Honolulu', 'America/Chicago', 'UTC', 'Pacific/Kiritimati']) {
      process.env.TZ = place;
      assert.equal(calendarDay('2026-01-01', 'en')?.text, 'January 1, 2026', place);
      assert.equal(calendarDay('2026-01-01T00:30:00', 'en')?.text, 'January 1, 2026', place);
      // Where clocks skip midnight, and where a whole day was skipped.
      assert.equal(calendarDay('2011-12-30', 'en')?.text, 'December 30, 2011', place);
    }
  });

  it('knows which days there are', () => {
    assert.equal(calendarDay('2024-02-29', 'en')?.iso, '2024-02-29');
    for (const none of [
      ...['2026-02-29', '2026-02-30', '2026-02-31', '2026-04-31', '2026-00-10', '2026-13-01'],
      ...['2026-01-00', '2026-01-32', '2026-3-4', '26-03-04', '2026/03/04', '04.03.2026'],
      ...['2026-03-04 09:30', '2026-03-04x', 'x2026-03-04', 'March 4', '20260304', '١٢٣٤-٠١-٠١'],
      ...['', ' ', 'T', 'Invalid Date'],
    ])
      assert.equal(calendarDay(none, 'en'), undefined, none);
    assert.equal(calendarDay(null, 'en'), undefined);
    assert.equal(calendarDay(undefined, 'en'), undefined);
  });

  it('reads every day that there is', () => {
    const least = new Date('0001-01-01T00:00:00Z');
    const most = new Date('9999-12-31T00:00:00Z');
    fc.assert(
      fc.property(fc.date({ min: least, max: most, noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10);
        const day = calendarDay(iso, 'en');
        assert.equal(day?.iso, iso);
        assert.equal(day?.time, Date.parse(iso));
        assert.match(day?.text ?? '', new RegExp(`\\b${date.getUTCDate()}\\b`));
      }),
      { numRuns: 500 },
    );
  });

  it('reads no day that is not in the calendar', () => {
    const part = (max: number) =>
      fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), part(15), part(35), (year, month, day) => {
        // Day 0 of the next month is the last of this one.
        const last = new Date(Date.UTC(year, Number(month), 0)).getUTCDate();
        const exists = +month >= 1 && +month <= 12 && +day >= 1 && +day <= last;
        assert.equal(calendarDay(`${year}-${month}-${day}`, 'en') !== undefined, exists);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (value, language) => {
        calendarDay(value, language);
        calendarDay('2026-03-04', language);
      }),
      { numRuns: 500 },
    );
  });
});

describe('dayAfter', () => {
  const after = (iso: string, months: number, days?: number) =>
    dayAfter(dayOf(iso)!, months, days)?.iso;

  it('says the same day of a later month, or its last', () => {
    assert.equal(after('2026-11-26', 12), '2027-11-26');
    assert.equal(after('2026-01-31', 1), '2026-02-28');
    assert.equal(after('2024-02-29', 12), '2025-02-28');
    assert.equal(after('2023-02-28', 12), '2024-02-28');
    assert.equal(after('2026-12-15', 1), '2027-01-15');
    assert.equal(after('0099-01-31', 1), '0099-02-28', 'a year of two digits is no 1999');
  });

  it('adds days to the months', () => {
    assert.equal(after('2026-01-31', 1, 1), '2026-03-01');
    assert.equal(after('2026-11-26', 0, 90), '2027-02-24');
  });

  it('knows no day after the year 9999', () => {
    assert.equal(after('9999-12-01', 0, 30), '9999-12-31');
    assert.equal(after('9999-12-31', 0, 1), undefined);
    assert.equal(after('9999-01-01', 12), undefined);
    assert.equal(after('2026-01-01', 120_000_000), undefined);
  });

  it('keeps the day of the month, or takes the last of a shorter one', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9000-01-01'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 600 }),
        (date, months) => {
          const from = date.toISOString().slice(0, 10);
          const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
          const [laterYear = 0, laterMonth = 0, laterDay = 0] = (after(from, months) ?? '')
            .split('-')
            .map(Number);
          assert.equal(laterYear * 12 + laterMonth, year * 12 + month + months);
          const isLast = after(`${from.slice(0, 8)}01`, months + 1, -1)?.endsWith(`-${laterDay}`);
          assert.ok(laterDay === day || (laterDay < day && isLast), `${laterDay} for ${day}`);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('isPast', () => {
  it('lets a day last to its end', () => {
    const day = dayOf('2026-11-26')!;
    assert.equal(isPast(day, Date.parse('2026-11-26T23:59:59.999Z')), false);
    assert.equal(isPast(day, Date.parse('2026-11-27T00:00Z')), true);
  });
});
