import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { collapse, integerBetween } from '../../src/foundation/text.js';

describe('collapse', () => {
  it('makes runs of white space one space, and none at the ends', () => {
    assert.equal(collapse('  Sleeping \n\t with\u00a0\u00a0pain\r\n'), 'Sleeping with pain');
    assert.equal(collapse('\u2003\u3000a\u2028b\ufeff'), 'a b');
    assert.equal(collapse(' \n\u00a0 '), '');
    assert.equal(collapse(null), '');
    assert.equal(collapse(undefined), '');
  });

  it('takes nothing else away, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const result = collapse(text);
        assert.equal(result.replace(/\s/g, ''), text.replace(/\s/g, ''));
        assert.doesNotMatch(result, /\s\s|^\s|\s$|[^\S ]/);
        assert.equal(collapse(result), result);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('integerBetween', () => {
  it('takes whole numbers within the bounds, as numbers or as text', () => {
    for (const [value, number] of [
      [1, 1],
      [24, 24],
      ['7', 7],
      [' 7 ', 7],
    ] as const)
      assert.equal(integerBetween(value, 1, 24, 3), number);
  });

  it('falls back on anything else', () => {
    for (const value of [
      ...[0, 25, -1, 2.5, NaN, Infinity, null, undefined, {}, []],
      ...['', ' ', '0', '25', '2.5', 'three', '3rd', '0x3f', '１２x', '--3'],
    ])
      assert.equal(integerBetween(value, 1, 24, 3), 3, JSON.stringify(value));
  });

  it('an empty attribute is not zero', () => {
    assert.equal(integerBetween('', 0, 9, 5), 5);
    assert.equal(integerBetween(' ', 0, 9, 5), 5);
    assert.equal(integerBetween('0', 0, 9, 5), 0);
  });

  it('always gives the fallback or a whole number within the bounds', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.double(), fc.integer(), fc.jsonValue()),
        fc.integer({ min: -50, max: 50 }),
        fc.nat(50),
        (value, min, span) => {
          const number = integerBetween(value, min, min + span, 999);
          if (number === 999) return;
          assert.ok(Number.isInteger(number), `${number} is whole`);
          assert.ok(number >= min && number <= min + span, `${number} is within`);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
