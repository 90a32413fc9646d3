// What a number costs its caller, and how else it can be written.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatPhoneNumber, isPremiumRate, isTollFree } from '../../src/calls/number-kinds.js';
import { parsePhoneNumber, type PhoneNumber } from '../../src/calls/phone-number.js';

const read = (written: string): PhoneNumber => {
  const number = parsePhoneNumber(written);
  assert.ok(number, `${written} is a number`);
  return number;
};

describe('a call', () => {
  it('to a toll-free number costs nothing', () => {
    for (const area of ['800', '888', '877', '866', '855', '844', '833', '822'])
      assert.equal(isTollFree(read(`(${area}) 555-0142 x7`)), true, area);
    for (const other of [
      '(210) 555-0142',
      '(808) 555-0142',
      '(880) 555-0142',
      '+800 1234 5678',
      '911',
    ])
      assert.equal(isTollFree(read(other)), false, other);
  });

  it('to 900 and to 976 costs more than a call', () => {
    for (const premium of ['1-900-555-0142', '(210) 976-0142'])
      assert.equal(isPremiumRate(read(premium)), true, premium);
    for (const other of [
      '(210) 555-0142',
      '1-800-976-0142',
      '(976) 555-0142',
      '+976 5550 0142',
      '911',
    ])
      assert.equal(isPremiumRate(read(other)), false, other);
  });
});

describe('a number in another style', () => {
  const STYLES = ['national', 'international', 'dotted'] as const;

  for (const [style, shown] of [
    ['national', '(210)\u00a0555-0142\u00a0ext.\u00a07'],
    ['international', '+1\u00a0210-555-0142\u00a0ext.\u00a07'],
    ['dotted', '210.555.0142\u00a0ext.\u00a07'],
  ] as const) {
    it(`${style}: ${shown}`, () => {
      assert.equal(formatPhoneNumber(read('210 555 0142 x7'), style), shown);
    });
  }

  it('has digits for letters', () => {
    assert.equal(formatPhoneNumber(read('1-800-FLOWERS'), 'dotted'), '800.356.9377');
  });

  it('from elsewhere, or short, stays as it is', () => {
    for (const style of STYLES) {
      assert.equal(
        formatPhoneNumber(read('+44 20 7946 0123 x7'), style),
        '+44\u00a020\u00a07946\u00a00123\u00a0ext.\u00a07',
      );
      assert.equal(formatPhoneNumber(read('911'), style), '911');
    }
  });

  it('is the same number, in signs that a script can read', () => {
    for (const written of ['(210) 555-0142', '1-800-FLOWERS x7', '+44 20 7946\u20110123', '988'])
      for (const style of STYLES) {
        const shown = formatPhoneNumber(read(written), style);
        assert.equal(parsePhoneNumber(shown)?.href, read(written).href, shown);
        assert.match(shown, /^[\d\u00a0+().a-z-]+$/, shown);
      }
  });
});
