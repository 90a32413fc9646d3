import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { draftOf, readDraft, toggled } from '../../src/elements/condition-checker/drafts.js';
import type { ChoiceQuestion, NumberQuestion } from '../../src/guidance/tree.js';

const text = { en: 'x' };
const weeks: NumberQuestion = {
  kind: 'number',
  text,
  min: -2000,
  max: 200_000,
  step: 0.25,
  next: [{ goto: 'rules' }],
};
const signs: ChoiceQuestion = {
  kind: 'many',
  text,
  options: [
    { id: 'fever', text },
    { id: 'cough', text },
    { id: 'none', text, exclusive: true },
    { id: 'unsure', text, exclusive: true },
  ],
  next: [{ goto: 'rules' }],
};

describe('What stands in a field for an answer that was given', () => {
  it('is written as the language writes decimals', () => {
    assert.equal(draftOf(weeks, 7.5, 'es'), '7,5');
    assert.equal(draftOf(weeks, 7.5, 'en-US'), '7.5');
    assert.equal(draftOf(weeks, 7.5, 'ar-EG'), '7.5');
    assert.equal(draftOf(weeks, 12_345, 'de'), '12345');
    assert.equal(draftOf(weeks, undefined, 'en'), '');
  });

  it('is read as the same answer again, in any language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -8000, max: 800_000 }),
        fc.constantFrom('en', 'es', 'de-CH', 'ar-EG', 'fa', 'hi', 'bn', 'no such language'),
        (quarters, language) => {
          const answer = quarters / 4;
          assert.deepEqual(readDraft(weeks, draftOf(weeks, answer, language)), { answer });
        },
      ),
    );
  });
});

describe('A press on one of several options', () => {
  it('takes it, and takes it back', () => {
    assert.deepEqual(toggled(signs, ['fever'], 'cough'), ['fever', 'cough']);
    assert.deepEqual(toggled(signs, ['fever', 'cough'], 'fever'), ['cough']);
  });

  it('on “none” takes all others away, and the reverse', () => {
    assert.deepEqual(toggled(signs, ['fever', 'cough'], 'none'), ['none']);
    assert.deepEqual(toggled(signs, ['none'], 'fever'), ['fever']);
    assert.deepEqual(toggled(signs, ['none'], 'unsure'), ['unsure']);
  });
});
