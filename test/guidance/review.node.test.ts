import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readTreeReview } from '../../src/guidance/review.js';

const read = (reviewedOn: string, time: string, reviewMonths = 12) =>
  readTreeReview({ reviewedOn, reviewMonths }, Date.parse(time));

describe('readTreeReview', () => {
  it('says until when a review holds', () => {
    const { state, due } = read('2026-09-01', '2026-11-26T12:00Z');
    assert.equal(state, 'good');
    assert.equal(due?.iso, '2027-09-01');
  });

  it('takes the last of a month that has no such day', () => {
    const due = (reviewedOn: string, months: number) =>
      read(reviewedOn, '2030-01-01T00:00Z', months).due?.iso;
    assert.equal(due('2026-08-31', 6), '2027-02-28');
    assert.equal(due('2024-02-29', 12), '2025-02-28');
    assert.equal(due('2026-12-15', 1), '2027-01-15');
  });

  it('lets it hold through its last day', () => {
    assert.equal(read('2025-11-26', '2026-11-26T23:59Z').state, 'good');
    assert.equal(read('2025-11-26', '2026-11-27T00:00Z').state, 'expired');
  });

  it('knows one that has not come; tomorrow is today somewhere', () => {
    assert.equal(read('2026-11-28', '2026-11-26T12:00Z').state, 'future');
    assert.equal(read('2026-11-27', '2026-11-26T12:00Z').state, 'good');
  });

  it('bears a day whose review would hold past the year 9999', () => {
    const { state, due } = read('9999-06-01', '2026-11-26T12:00Z');
    assert.equal(state, 'future');
    assert.equal(due, undefined);
  });
});
