// What may be said about a medical review.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseStaleAfter, readReview, type ReviewDates } from '../../src/clinic/review.js';
import { dayOf } from '../../src/foundation/dates.js';

const DAY = 864e5;
const NOW = Date.parse('2026-11-25T12:00Z');
const read = (dates: ReviewDates, now = NOW) => readReview(dates, now);
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Any day of this century, in milliseconds. */
const someDay = fc
  .date({
    min: new Date('2000-01-01'),
    max: new Date('2090-12-31'),
    noInvalidDate: true,
  })
  .map((date) => Date.parse(iso(date.getTime())));

describe('readReview', () => {
  it('says the days of a review and of a change', () => {
    const { reviewed, modified, stale, problems } = read({
      reviewed: '2026-03-04',
      modified: '2026-02-01',
    });
    assert.equal(reviewed?.iso, '2026-03-04');
    assert.equal(modified?.iso, '2026-02-01', 'a change before the review is said too');
    assert.equal(stale, false);
    assert.deepEqual(problems, []);
  });

  it('says nothing where nothing is given', () => {
    for (const none of [undefined, null, '', ' \n'])
      assert.deepEqual(read({ reviewed: none, modified: none, staleAfter: none }), {
        reviewed: undefined,
        modified: undefined,
        due: undefined,
        stale: false,
        problems: [],
      });
  });

  it('guesses no day', () => {
    for (const guess of ['3/4/26', '26-03-04', 'March 4, 2026', '2026-3-4', '2026-02-30', '2026'])
      assert.deepEqual(read({ reviewed: guess, modified: guess }), {
        ...read({}),
        problems: ['reviewed-invalid', 'modified-invalid'],
      });
  });

  it('takes a day as it is written, with a time or without', () => {
    for (const written of ['2026-03-04T23:30:00-08:00', '2026-03-04T00:30', ' 2026-03-04 '])
      assert.equal(read({ reviewed: written }).reviewed?.iso, '2026-03-04', written);
  });

  it('says no day that has not come, but for one that has come elsewhere', () => {
    const found = read({ reviewed: '2026-11-27', modified: '2027-01-01' });
    assert.equal(found.reviewed ?? found.modified, undefined);
    assert.deepEqual(found.problems, ['reviewed-future', 'modified-future']);
    assert.equal(read({ reviewed: '2026-11-26' }).reviewed?.iso, '2026-11-26');
  });

  it('tells of a text that was changed after its review', () => {
    const dates = { reviewed: '2026-03-04', modified: '2026-03-05' };
    assert.deepEqual(read(dates).problems, ['changed-since']);
    assert.deepEqual(read({ ...dates, modified: '2026-03-04' }).problems, []);
  });

  it('tells of a review from the day on that it is too old, and still says its day', () => {
    const last = read({ reviewed: '2024-11-25' });
    assert.equal(last.due?.iso, '2026-11-25');
    assert.equal(last.stale, false, 'on the last day');
    const late = read({ reviewed: '2024-11-24' });
    assert.equal(late.stale, true, 'on the day after');
    assert.equal(late.reviewed?.iso, '2024-11-24');
    assert.deepEqual(late.problems, ['stale']);
  });

  it('counts months as people do', () => {
    const due = (reviewed: string, staleAfter: string) => read({ reviewed, staleAfter }).due?.iso;
    assert.equal(due('2024-01-31', 'P1M'), '2024-02-29', 'February has 29 days in 2024');
    assert.equal(due('2023-01-31', 'P1M'), '2023-02-28', 'and 28 in 2023');
    assert.equal(due('2024-02-29', 'P1Y'), '2025-02-28');
    assert.equal(due('2025-12-15', 'P1M'), '2026-01-15');
    assert.equal(due('2025-12-31', 'P1M1D'), '2026-02-01');
    assert.equal(due('2025-12-31', 'P2W'), '2026-01-14');
    assert.equal(due('2025-12-31', 'none'), undefined);
  });

  it('holds to 24 months where "stale-after" cannot be read, and says so', () => {
    for (const staleAfter of [
      'two years',
      'P',
      'PT5M',
      'P0D',
      '0',
      '-1',
      '1.5',
      'P99999Y',
      '24 M',
    ]) {
      const found = read({ reviewed: '2024-11-24', staleAfter });
      assert.deepEqual(found.problems, ['stale-after-invalid', 'stale'], staleAfter);
    }
  });

  it('never says a day that is not the written one, or has not come', () => {
    fc.assert(
      fc.property(someDay, someDay, (day, now) => {
        const { reviewed, problems } = read({ reviewed: iso(day) }, now);
        if (reviewed) assert.equal(reviewed.iso, iso(day));
        assert.equal(!reviewed, day > now + DAY);
        assert.equal(problems.includes('reviewed-future'), !reviewed);
      }),
    );
  });

  it('stays too old once it is, and is not before the given number of months is over', () => {
    const months = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(someDay, months, fc.nat(5000), (day, most, later) => {
        const dates = { reviewed: iso(day), staleAfter: String(most) };
        const { due } = read(dates, day);
        assert.ok(due, 'there is a last day');
        assert.equal(read(dates, due.time + DAY - 1).stale, false);
        assert.equal(read(dates, due.time + DAY * (1 + later)).stale, true);
        const [from, to] = [new Date(day), new Date(due.time)];
        const between =
          12 * (to.getUTCFullYear() - from.getUTCFullYear()) +
          to.getUTCMonth() -
          from.getUTCMonth();
        assert.equal(between, most);
        assert.ok(to.getUTCDate() <= from.getUTCDate(), 'never in the month after');
      }),
    );
  });

  it('never throws, and never makes a day out of nothing', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[P\d\-T:YMWDZ ]{0,14}$/),
    );
    fc.assert(
      fc.property(text, text, text, fc.double(), (reviewed, modified, staleAfter, now) => {
        const found = read({ reviewed, modified, staleAfter }, now);
        assert.deepEqual(found.reviewed ?? dayOf(reviewed), dayOf(reviewed));
        assert.equal(found.stale, found.problems.includes('stale'));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parseStaleAfter', () => {
  it('reads durations in days, weeks, months and years, and bare months', () => {
    assert.deepEqual(parseStaleAfter('P24M'), { months: 24, days: 0 });
    assert.deepEqual(parseStaleAfter('24'), { months: 24, days: 0 });
    assert.deepEqual(parseStaleAfter('p1y6m'), { months: 18, days: 0 });
    assert.deepEqual(parseStaleAfter('P1Y2M3W4D'), { months: 14, days: 25 });
    assert.deepEqual(parseStaleAfter(' P90D '), { months: 0, days: 90 });
    assert.deepEqual(parseStaleAfter(''), { months: 24, days: 0 }, 'the default');
    assert.equal(parseStaleAfter('None'), null);
  });
});
