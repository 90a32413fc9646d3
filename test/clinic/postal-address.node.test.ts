// Addresses as people of their country write them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addressLines } from '../../src/clinic/postal-address.js';

describe('a postal address', () => {
  const street = '1200 Live Oak Avenue';
  const cases: [what: string, address: Parameters<typeof addressLines>[0], lines: string[]][] = [
    [
      'in the United States, which is the default',
      { street, locality: 'San Antonio', region: 'TX', postalCode: '78205' },
      [street, 'San Antonio, TX 78205'],
    ],
    [
      'in Canada',
      { street, locality: 'Toronto', region: 'ON', postalCode: 'M5V 2T6', country: 'CA' },
      [street, 'Toronto, ON M5V 2T6'],
    ],
    [
      'in Britain: the postcode on a line of its own',
      { street: '8 Mill Lane', locality: 'Leeds', postalCode: 'LS1 4DY', country: 'gb' },
      ['8 Mill Lane', 'Leeds', 'LS1 4DY'],
    ],
    [
      'in Mexico: the code before the town',
      {
        street: 'Av. Juárez 20',
        locality: 'Ciudad de México',
        region: 'CDMX',
        postalCode: '06050',
        country: 'MX',
      },
      ['Av. Juárez 20', '06050 Ciudad de México, CDMX'],
    ],
    [
      'in Germany',
      { street: 'Hauptstraße 5', locality: 'Freiburg', postalCode: '79098', country: 'DE' },
      ['Hauptstraße 5', '79098 Freiburg'],
    ],
    [
      'with further lines, and white space that an editor left',
      { street: ' 1200  Live Oak Avenue \r\n\n Suite 300 ', locality: 'San Antonio' },
      ['1200 Live Oak Avenue', 'Suite 300', 'San Antonio'],
    ],
    ['of a state alone', { region: 'TX' }, ['TX']],
    ['of a town and its code', { locality: 'Austin', postalCode: '78701' }, ['Austin 78701']],
    ['of nothing', { country: 'US' }, []],
  ];
  for (const [what, address, lines] of cases)
    it(what, () => assert.deepEqual(addressLines(address), lines));

  it('of anything has no empty line, no comma at an end, and every word once', () => {
    const text = fc.option(fc.stringMatching(/^[a-z0-9 ]{0,9}$/), { nil: undefined });
    const country = fc.option(fc.constantFrom('US', 'GB', 'MX', 'DE', 'ZZ', ''), {
      nil: undefined,
    });
    const address = fc.record({ street: text, locality: text, region: text, postalCode: text });
    fc.assert(
      fc.property(address, country, (parts, land) => {
        const lines = addressLines({ ...parts, country: land });
        for (const line of lines)
          assert.match(line, /^[^\s,](?:.*[^\s,])?$/, `"${line}" begins and ends with a word`);
        const words = (texts: (string | undefined)[]) =>
          texts
            .flatMap((each) => (each ?? '').split(/[\s,]+/))
            .filter(Boolean)
            .sort();
        assert.deepEqual(words(lines), words(Object.values(parts)));
      }),
    );
  });
});
