import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  clinicNumberFor,
  emergencyNumberFor,
} from '../../src/elements/condition-checker/numbers.js';

const address = { country: 'GB' };

describe('The emergency number of a guide', () => {
  it('is that of the country that the author names', () => {
    assert.equal(emergencyNumberFor('US', {}, 'en'), '911');
    assert.equal(emergencyNumberFor(' us ', { emergencyNumber: '999', address }, 'en-AU'), '911');
    assert.equal(emergencyNumberFor('XX', { emergencyNumber: '999', address }, 'en-US'), undefined);
  });

  it('is else the clinic’s own, or that of its country', () => {
    assert.equal(emergencyNumberFor('', { emergencyNumber: '1-1-2', address }, 'en-US'), '112');
    assert.equal(emergencyNumberFor(undefined, { address }, 'en-US'), '999');
    assert.equal(
      emergencyNumberFor(undefined, { emergencyNumber: '(210) 555-0142', address }, 'en'),
      '999',
      'a subscriber’s number is none',
    );
  });

  it('is else that of the country in the page’s language, and never guessed', () => {
    assert.equal(emergencyNumberFor(undefined, {}, 'en-AU'), '000');
    assert.equal(emergencyNumberFor(undefined, {}, 'en'), undefined);
    assert.equal(emergencyNumberFor(undefined, {}, 'no language'), undefined);
  });
});

describe('The clinic’s number in a guide', () => {
  it('is the one on the page, or else that of the clinic’s facts', () => {
    const facts = { phone: '210-555-0199' };
    assert.deepEqual(clinicNumberFor('(210) 555-0142', facts), {
      text: '(210) 555-0142',
      href: 'tel:+12105550142',
    });
    assert.equal(clinicNumberFor(' ', facts)?.href, 'tel:+12105550199');
    assert.equal(clinicNumberFor(undefined, {}), undefined);
  });

  it('is shown as it was written where it cannot be dialled', () => {
    assert.deepEqual(clinicNumberFor('ask at the  desk', {}), { text: 'ask at the desk' });
  });
});
