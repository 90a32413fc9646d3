import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  crisisLine,
  emergencyNumber,
  namesEmergencyNumber,
  namesShortNumber,
  readEmergencyNumber,
} from '../../src/calls/emergency-numbers.js';

describe('the emergency number of a country', () => {
  it('is what people there dial', () => {
    const numbers = { US: '911', CA: '911', GB: '999', IE: '112', DE: '112', AU: '000', NZ: '111' };
    for (const [country, number] of Object.entries(numbers))
      assert.equal(emergencyNumber(country), number, country);
    assert.equal(emergencyNumber(' us '), '911', 'as an author writes it');
  });

  it('is not made up: of a country that is not known there is none', () => {
    for (const country of [
      '',
      'XX',
      'ZZ',
      'USA',
      'en-US',
      'constructor',
      '911',
      'US PR',
      undefined,
      null,
    ])
      assert.equal(emergencyNumber(country), undefined, `of ${country}`);
    fc.assert(
      fc.property(fc.string(), (country) => {
        const number = emergencyNumber(country);
        return number === undefined || /^[A-Z]{2}$/.test(country.trim().toUpperCase());
      }),
    );
  });

  it('the crisis line is that of the United States and Canada', () => {
    assert.equal(crisisLine('us'), '988');
    assert.equal(crisisLine('CA'), '988');
    for (const country of ['GB', 'MX', 'AU', '', undefined])
      assert.equal(crisisLine(country), undefined, `of ${country}`);
  });
});

describe('an emergency number as it was written', () => {
  it('is read where it is short, and a subscriber’s number is none', () => {
    for (const written of ['911', ' 9-1-1 ', '9 1 1', '9.1.1'])
      assert.equal(readEmergencyNumber(written), '911', written);
    assert.equal(readEmergencyNumber('10177'), '10177');
    for (const written of [
      '',
      '9',
      'nine',
      '+1 911',
      '(210) 555-0142',
      '2105550142',
      '911 ext. 2',
      undefined,
    ])
      assert.equal(readEmergencyNumber(written), undefined, `${written}`);
  });

  it('is found in a text by itself, and not within another number', () => {
    const named = [
      'Call 911.',
      'In an emergency 9-1-1',
      '911',
      'Call 911. 24 hours a day.',
      'call 911 (free)',
    ];
    for (const text of named) assert.ok(namesShortNumber(text, '911'), text);
    const not = [
      '(210) 555-0911',
      '+1 911 555 0142',
      '1911',
      '9115',
      'Call 112',
      '',
      '(210) 911-0142',
    ];
    for (const text of not) assert.ok(!namesShortNumber(text, '911'), text);
  });

  it('any country’s is found', () => {
    assert.ok(namesEmergencyNumber('Dial 999 or 112'), '999');
    assert.ok(!namesEmergencyNumber('Dial (210) 555-0112 between 9 and 5'), 'none');
  });
});
