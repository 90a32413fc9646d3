// National Provider Identifiers and their check digit.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isNpi } from '../../src/clinic/npi.js';

describe('a National Provider Identifier', () => {
  it('is the one that CMS explains the check digit with', () => {
    assert.equal(isNpi('1234567893'), true);
  });

  for (const [what, digits] of [
    ['a wrong check digit', '1234567890'],
    ['nine digits', '123456789'],
    ['eleven digits', '12345678931'],
    ['another first digit than 1 or 2', '3234567891'],
    ['letters', '12345b7893'],
    ['digits of another script', '١٢٣٤٥٦٧٨٩٣'],
    ['nothing', ''],
  ] as const)
    it(`is none with ${what}`, () => assert.equal(isNpi(digits), false));

  it('has one check digit, and no other digit can be changed alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 299_999_999 }), (nine) => {
        const right = [...'0123456789'].filter((digit) => isNpi(`${nine}${digit}`));
        assert.equal(right.length, 1, `${nine} has one check digit`);
        const npi = `${nine}${right[0]}`;
        for (let at = 0; at < 10; at++) {
          const digit = `${(Number(npi[at]) + 1) % 10}`;
          const slip = npi.slice(0, at) + digit + npi.slice(at + 1);
          assert.equal(isNpi(slip), false, `${slip} is a slip of ${npi}`);
        }
      }),
    );
  });
});
