// Numbers of other countries, as people there write them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import examples from 'libphonenumber-js/examples.mobile.json';
import {
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  type CountryCode,
} from 'libphonenumber-js/max';
import { parseInternational } from '../../src/calls/international.js';
import { parsePhoneNumber } from '../../src/calls/phone-number.js';

describe('a number as it is written at home', () => {
  for (const [country, written, text, href] of [
    ['GB', '020 7946 0123', '020 7946 0123', 'tel:+442079460123'],
    ['GB', '(020)7946-0123', '020 7946 0123', 'tel:+442079460123'],
    ['gb', ' 02079460123 ', '020 7946 0123', 'tel:+442079460123'],
    ['GB', '0044 20 7946 0123', '020 7946 0123', 'tel:+442079460123'],
    ['GB', '020 7946 0123 ext. 42', '020 7946 0123 ext. 42', 'tel:+442079460123;ext=42'],
    ['GB', '٠٢٠ ٧٩٤٦ ٠١٢٣', '020 7946 0123', 'tel:+442079460123'],
    ['AU', '02 5550 1234', '(02) 5550 1234', 'tel:+61255501234'],
    ['FR', '0199001234', '01 99 00 12 34', 'tel:+33199001234'],
    ['DE', '030/23125 012', '030 23125012', 'tel:+493023125012'],
    ['IT', '06 5550 0142', '06 5550 0142', 'tel:+390655500142'],
    ['MX', '55 5550 1234', '55 5550 1234', 'tel:+525555501234'],
  ] as const) {
    it(`${country}: ${written}`, () => {
      assert.deepEqual(parseInternational(written, country), { text, href });
    });
  }

  it('is shown in the international form where the national one would be read as another', () => {
    assert.deepEqual(parseInternational('10600000', 'TM'), {
      text: '+993 106 0 00 00',
      href: 'tel:+99310600000',
    });
  });

  it('is read for every country of the world, and its text says the same', () => {
    const countries = getCountries();
    assert.ok(countries.length > 240, `${countries.length} countries`);
    for (const country of countries) {
      const example = getExampleNumber(country, examples)!;
      const national = parseInternational(example.formatNational(), country);
      assert.equal(national?.href, example.getURI(), country);
      assert.deepEqual(parseInternational(national!.text, country), national, country);
      const international = parseInternational(example.number, country);
      assert.equal(international?.href, example.getURI(), country);
      assert.deepEqual(parseInternational(international!.text, country), international, country);
      // What paints first reads the international form as well.
      assert.equal(parsePhoneNumber(international!.text)?.href, example.getURI(), country);
    }
  });
});

describe('a number with a plus', () => {
  it('may be of any country, and is shown in the international form', () => {
    assert.deepEqual(parseInternational('+442079460123', 'FR'), {
      text: '+44 20 7946 0123',
      href: 'tel:+442079460123',
    });
    assert.deepEqual(parseInternational('+44 (0)20 7946 0123', 'GB'), {
      text: '+44 20 7946 0123',
      href: 'tel:+442079460123',
    });
    assert.equal(parseInternational('+39 (0)6 5550 0142', 'IT')?.href, 'tel:+390655500142');
  });

  it('that the plan lacks is read as it is without the plans', () => {
    const written = '+44 999 999 9999 9';
    assert.ok(parsePhoneNumber(written), 'a number that the plan lacks');
    assert.deepEqual(parseInternational(written, 'GB'), parsePhoneNumber(written));
  });
});

describe('a number of North America', () => {
  it('is read as everywhere: letters, extensions, services', () => {
    for (const country of ['US', 'CA', 'PR', 'JM'])
      for (const written of ['(210) 555-0142 x7', '1-800-FLOWERS', '911', '988', '+1 210 555 0142'])
        assert.deepEqual(parseInternational(written, country), parsePhoneNumber(written), written);
    assert.equal(parseInternational('+1 210 555 0142', 'GB')?.text, '(210) 555-0142');
  });

  it('needs its country code elsewhere', () => {
    assert.equal(parseInternational('(210) 555-0142', 'GB'), undefined);
    assert.equal(parseInternational('1-800-FLOWERS', 'GB'), undefined);
  });
});

describe('the services of a country', () => {
  for (const [country, written, href] of [
    ['GB', '999', 'tel:999'],
    ['GB', '111', 'tel:111'],
    ['GB', '1-1-2', 'tel:112'],
    ['DE', '116 117', 'tel:116117'],
    ['FR', '15', 'tel:15'],
    ['FR', '3114', 'tel:3114'],
    ['AU', '000', 'tel:000'],
    ['AU', '13 11 14', 'tel:131114'],
    ['ES', '061', 'tel:061'],
  ] as const) {
    it(`${country}: ${written} is dialled as it is`, () => {
      assert.deepEqual(parseInternational(written, country), { text: written, href });
    });
  }

  it('have no extension', () => {
    assert.equal(parseInternational('999 x7', 'GB'), undefined);
    assert.equal(parseInternational('3114 x7', 'FR'), undefined);
  });
});

describe('what is no number there', () => {
  it('gives nothing', () => {
    for (const written of ['', 'x', '020 7946', '*21*02079460123#', '0800 FLOWERS', '0207'])
      assert.equal(parseInternational(written, 'GB'), undefined, written);
    assert.equal(parseInternational(null, 'GB'), undefined);
  });

  it('nor does any number where nobody knows the country', () => {
    for (const country of ['', 'XX', 'Great Britain', '__proto__', 'constructor', null, undefined])
      assert.equal(parseInternational('020 7946 0123', country), undefined, String(country));
  });

  it('whatever is written, what is dialled is a country code and digits, or a service', () => {
    const others = getCountries().filter((country) => getCountryCallingCode(country) !== '1');
    const piece = fc.constantFrom(
      ...[...'0123456789'.repeat(3), ' ', '-', '.', '(', ')', '/', '+', '(0)', '*', '#', ',', ';'],
      ...['x7', ' ext. 7', 'tel:', 'A', '٣', '\u202e'],
    );
    const scrap = fc.array(piece, { maxLength: 20 }).map((parts) => parts.join(''));
    const country = fc.constantFrom<CountryCode>(...others);
    fc.assert(
      fc.property(fc.oneof(scrap, fc.string({ unit: 'binary' })), country, (written, from) => {
        const number = parseInternational(written, from);
        if (!number) return;
        assert.match(number.href, /^tel:(?:\d{2,6}|\+\d{5,15}(?:;ext=\d{1,7})?)$/, written);
        assert.equal(parseInternational(number.text, from)?.href, number.href, written);
      }),
      { numRuns: 5_000 },
    );
  });
});
