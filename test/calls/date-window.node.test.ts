import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  nextChange,
  placeIn,
  readDateWindow,
  type WrittenWindow,
} from '../../src/calls/date-window.js';

const CHICAGO = 'America/Chicago';
const read = (written: WrittenWindow, here = 'UTC') => readDateWindow(written, here);
const at = (iso: string): number => Date.parse(iso);

describe('a window of dates', () => {
  it('a date is the clinic’s whole day: from its midnight, and to the end of the last', () => {
    const { window, problems } = read({
      starts: '2026-11-26',
      ends: '2026-11-27',
      timeZone: CHICAGO,
    });
    assert.equal(window.from, at('2026-11-26T00:00-06:00'));
    assert.equal(window.until, at('2026-11-28T00:00-06:00'));
    assert.deepEqual(problems, []);
  });

  it('a time is one of the clinic’s clock, in summer and in winter', () => {
    const { window } = read({
      starts: '2026-07-01T08:00',
      ends: '2026-12-01 17:30:15',
      timeZone: 'america/chicago',
    });
    assert.equal(window.from, at('2026-07-01T08:00-05:00'));
    assert.equal(window.until, at('2026-12-01T17:30:15-06:00'));
  });

  it('an offset says what it says, and needs no zone', () => {
    const { window, problems } = read({
      starts: '2026-11-26T07:00-06:00',
      ends: '2026-11-26T22:00Z',
    });
    assert.equal(window.from, at('2026-11-26T13:00Z'));
    assert.equal(window.until, at('2026-11-26T22:00Z'));
    assert.deepEqual(problems, []);
    const half = read({ starts: '2026-11-26T07:00:00.250+0530' }).window;
    assert.equal(half.from, at('2026-11-26T01:30Z'));
  });

  it('on the nights when the clock is changed it is shown for longer, not for shorter', () => {
    const spring = read({
      starts: '2026-03-08T02:30',
      ends: '2026-03-08',
      timeZone: CHICAGO,
    }).window;
    assert.equal(spring.from, at('2026-03-08T03:00-05:00'), '2:30 does not come');
    assert.equal(spring.until - at('2026-03-08T00:00-06:00'), 23 * 3600_000, 'a day of 23 hours');
    const autumn = read({ starts: '2026-11-01T01:30', timeZone: CHICAGO }).window;
    assert.equal(autumn.from, at('2026-11-01T01:30-05:00'), 'the first 1:30');
    const end = read({ ends: '2026-11-01T01:30', timeZone: CHICAGO }).window;
    assert.equal(end.until, at('2026-11-01T01:30-06:00'), 'the last 1:30');
  });

  it('without a zone it is the visitor’s, and the author is told once what to write', () => {
    const { window, problems } = read({ starts: '2026-11-26', ends: '2026-11-27' }, 'Asia/Tokyo');
    assert.equal(window.from, at('2026-11-26T00:00+09:00'));
    assert.equal(new Set(problems).size, 1);
    assert.match(problems[0]!, /"time-zone"/);
    assert.match(read({ starts: '2026-11-26', timeZone: 'Central' }).problems[0]!, /"time-zone"/);
  });

  it('a bound that cannot be read does not hold, and the other does', () => {
    for (const starts of [
      'tomorrow',
      '11/26/2026',
      '26-11-26',
      '2026-02-30',
      '2026-11-26T24:00',
      '2026-11-26T08:60',
      '2026-1-2',
      'T08:00',
    ]) {
      const { window, problems } = read({ starts, ends: '2026-12-01T00:00Z' });
      assert.equal(window.from, -Infinity, starts);
      assert.equal(window.until, at('2026-12-01T00:00Z'), starts);
      assert.match(problems.join(), /"starts" must be a date/, starts);
    }
    for (const nothing of ['', ' ', null, undefined]) {
      assert.deepEqual(read({ starts: nothing, ends: nothing }), {
        window: { from: -Infinity, until: Infinity },
        problems: [],
      });
    }
  });

  it('the wrong way round neither bound holds', () => {
    const { window, problems } = read({
      starts: '2026-12-02',
      ends: '2026-12-01',
      timeZone: 'UTC',
    });
    assert.deepEqual(window, { from: -Infinity, until: Infinity });
    assert.match(problems.join(), /"ends" comes before "starts"/);
    assert.equal(
      read({ starts: '2026-12-02', ends: '2026-12-02', timeZone: 'UTC' }).problems.length,
      0,
    );
  });

  it('whatever is written, it never throws, and is a window', () => {
    const text = fc.oneof(
      fc.string(),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc
        .tuple(fc.nat(9999), fc.nat(99), fc.nat(99))
        .map((parts) =>
          parts.map((part, index) => String(part).padStart(index ? 2 : 4, '0')).join('-'),
        ),
    );
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom('UTC', CHICAGO, 'nowhere', ''),
        (starts, ends, timeZone) => {
          const { from, until } = read({ starts, ends, timeZone }).window;
          return from < until;
        },
      ),
    );
  });

  it('changes where it says that it does, and nowhere before', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1 }), fc.integer(), (from, length, now) => {
        const window = { from, until: from + length };
        const next = nextChange(window, now);
        assert.ok(next > now, 'it lies ahead');
        if (next === Infinity) return placeIn(window, now) === 'after';
        assert.equal(placeIn(window, next - 1), placeIn(window, now));
        return placeIn(window, next) !== placeIn(window, now);
      }),
    );
  });
});
