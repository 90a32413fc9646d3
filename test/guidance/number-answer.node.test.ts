import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readNumber } from '../../src/guidance/number-answer.js';
import type { NumberQuestion } from '../../src/guidance/tree.js';

const asks = (changes: Partial<NumberQuestion> = {}): NumberQuestion => ({
  kind: 'number',
  text: { en: 'How old are you?' },
  next: [{ goto: 'rules' }],
  min: 16,
  max: 110,
  step: 1,
  ...changes,
});

describe('readNumber', () => {
  it('reads a number as people write it', () => {
    for (const [written, value] of [
      ['45', 45],
      [' 45 ', 45],
      ['４５', 45],
      ['٤٥', 45],
      ['۴۵', 45],
      ['45.0', 45],
    ] as const)
      assert.deepEqual(readNumber(asks(), written), { value }, written);
    const half = asks({ min: 0, step: 0.5 });
    assert.deepEqual(readNumber(half, '7,5'), { value: 7.5 });
    assert.deepEqual(readNumber(asks({ min: -10 }), '\u22125'), { value: -5 });
  });

  it('says what is wrong', () => {
    for (const [written, problem] of [
      ['', 'empty'],
      ['  ', 'empty'],
      ['forty', 'no-number'],
      ['45 years', 'no-number'],
      ['1e2', 'no-number'],
      ['0x20', 'no-number'],
      ['4 5', 'no-number'],
      ['15', 'range'],
      ['111', 'range'],
      ['-45', 'range'],
      ['45.5', 'step'],
    ] as const)
      assert.deepEqual(readNumber(asks(), written), { problem }, written);
  });

  it('gives back every number that the question can have, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (number) => {
        const { value } = readNumber(asks(), String(number));
        assert.equal(value, number >= 16 && number <= 110 ? number : undefined);
      }),
    );
  });

  it('bears any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { value } = readNumber(asks(), text);
        assert.ok(value === undefined || (value >= 16 && value <= 110), 'it is in the range');
      }),
    );
  });
});
