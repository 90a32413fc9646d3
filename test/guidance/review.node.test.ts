import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reviewOf } from '../../src/guidance/review.js';

const at = (time: string) => Date.parse(time);
const stateAt = (reviewedOn: string, time: string, reviewMonths = 12) =>
  reviewOf({ reviewedOn, reviewMonths }, at(time)).state;

describe('reviewOf', () => {
  it('says until when a review holds', () => {
    const { state, until } = reviewOf(
      { reviewedOn: '2026-09-01', reviewMonths: 12 },
      at('2026-11-26T12:00Z'),
    );
    assert.equal(state, 'current');
    assert.equal(until?.iso, '2027-09-01');
  });

  it('takes the last of a month that has no such day', () => {
    const until = (reviewedOn: string, reviewMonths: number) =>
      reviewOf({ reviewedOn, reviewMonths }, at('2030-01-01T00:00Z')).until?.iso;
    assert.equal(until('2026-08-31', 6), '2027-02-28');
    assert.equal(until('2024-02-29', 12), '2025-02-28');
    assert.equal(until('2026-12-15', 1), '2027-01-15');
  });

  it('lets it hold through its last day, wherever that is', () => {
    assert.equal(stateAt('2025-11-26', '2026-11-26T23:59Z'), 'current');
    // It is still the 26th in Hawaii.
    assert.equal(stateAt('2025-11-26', '2026-11-27T09:00Z'), 'current');
    assert.equal(stateAt('2025-11-26', '2026-11-28T00:00Z'), 'expired');
  });

  it('takes a day that has not come, or that there is not, for none', () => {
    assert.equal(stateAt('2026-11-28', '2026-11-26T12:00Z'), 'none');
    assert.equal(stateAt('2026-02-30', '2026-11-26T12:00Z'), 'none');
    assert.equal(stateAt('soon', '2026-11-26T12:00Z'), 'none');
  });

  it('takes tomorrow for today: it is that somewhere', () => {
    assert.equal(stateAt('2026-11-27', '2026-11-26T12:00Z'), 'current');
  });
});
