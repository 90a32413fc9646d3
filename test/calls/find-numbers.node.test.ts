// Which digits in a text are a phone number to whoever reads it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findPhoneNumbers } from '../../src/calls/find-numbers.js';
import { parsePhoneNumber } from '../../src/calls/phone-number.js';

const RUNS = { numRuns: 2_000 };
const found = (text: string): string[] => findPhoneNumbers(text).map(({ written }) => written);

describe('a phone number in a text', () => {
  for (const [text, ...numbers] of [
    ['Call (210) 555-0142 today.', '(210) 555-0142'],
    ['Call 210-555-0142, or 210.555.0143!', '210-555-0142', '210.555.0143'],
    ['210 555 0142', '210 555 0142'],
    ['(210)555-0142; (210) 5550143', '(210)555-0142', '(210) 5550143'],
    ['210/555-0142 or 210 555-0143', '210/555-0142', '210 555-0143'],
    ['210 - 555 - 0142', '210 - 555 - 0142'],
    ['Phone:210-555-0142', '210-555-0142'],
    ['Tel.(210) 555-0142', '(210) 555-0142'],
    ['Phone #: (210) 555-0142', '(210) 555-0142'],
    ['(call 210-555-0142)', '210-555-0142'],
    ['(210-555-0142)', '210-555-0142'],
    ['“210-555-0142”', '210-555-0142'],
    ['— 210-555-0142 —', '210-555-0142'],
    ['+1 210 555 0142, +12105550143', '+1 210 555 0142', '+12105550143'],
    ['(+1) 210-555-0142', '(+1) 210-555-0142'],
    ['1-210-555-0142 or 1 (210) 555-0143', '1-210-555-0142', '1 (210) 555-0143'],
    ['210-555-0142,210-555-0143', '210-555-0142', '210-555-0143'],
    ['(210) 555-0142 / (210) 555-0143', '(210) 555-0142', '(210) 555-0143'],
    ['1. (210) 555-0142 2. (210) 555-0143', '(210) 555-0142', '(210) 555-0143'],
    ['(210) 555-0142 24 hours a day', '(210) 555-0142'],
    ['Open 24/7: 210 555 0142', '210 555 0142'],
    ['Suite 12 210-555-0142', '210-555-0142'],
    ['We see 1,200 patients a year. 210-555-0142', '210-555-0142'],
    ['(210) 555-0142²', '(210) 555-0142'],
    ['(210)\n555-0142', '(210)\n555-0142'],
    ['210-555-0142 ext. 7, 210-555-0143 x8.', '210-555-0142 ext. 7', '210-555-0143 x8'],
    ['(call 210-555-0142 ext. 7)', '210-555-0142 ext. 7'],
    ['210-555-0142 (ext. 7)', '210-555-0142 (ext. 7)'],
    ['210-555-0142, extensión 7', '210-555-0142, extensión 7'],
    ['1-800-FLOWERS or (800) FLOWERS', '1-800-FLOWERS', '(800) FLOWERS'],
    ['1-800-411-PAIN, 877-KARS4KIDS', '1-800-411-PAIN', '877-KARS4KIDS'],
    ['London: +44 20 7946 0123.', '+44 20 7946 0123'],
    ['Berlin: +49 (0)30 23125-012 (Mo–Fr)', '+49 (0)30 23125-012'],
    ['\u202d(210)\u00a0555\u20110142\u202c', '(210)\u00a0555\u20110142'],
    ['📞 210-5\u200b55-0142', '210-5\u200b55-0142'],
    ['٢١٠-٥٥٥-٠١٤٢', '٢١٠-٥٥٥-٠١٤٢'],
    ['Tel 𝟐𝟏𝟎-𝟓𝟓𝟓-𝟎𝟏𝟒𝟐 now', '𝟐𝟏𝟎-𝟓𝟓𝟓-𝟎𝟏𝟒𝟐'],
  ] as [string, ...string[]][]) {
    it(`${JSON.stringify(text)} is found`, () => {
      assert.deepEqual(found(text), numbers);
    });
  }

  it('is told with its place and what it dials', () => {
    assert.deepEqual(findPhoneNumbers('📞 210.555.0142 x7'), [
      {
        start: 3,
        end: 18,
        written: '210.555.0142 x7',
        number: { text: '(210) 555-0142 ext. 7', href: 'tel:+12105550142;ext=7' },
      },
    ]);
  });
});

describe('a fax number', () => {
  it('is none to call', () => {
    for (const text of [
      ...['Fax: (210) 555-0143', 'fax 210-555-0143', 'Fax no. 210-555-0143', 'F: 210.555.0143'],
      ...['(210) 555-0143 (fax)', '210-555-0143 Fax', '210-555-0143 – fax'],
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('does not hide the number beside it', () => {
    for (const text of [
      ...['(210) 555-0142, fax (210) 555-0143', '(210) 555-0142 Fax: (210) 555-0143'],
      ...['T: (210) 555-0142 | F: (210) 555-0143', 'Fax (210) 555-0143, phone (210) 555-0142'],
    ])
      assert.deepEqual(found(text), ['(210) 555-0142'], text);
  });

  it('may take calls as well', () => {
    for (const text of ['Phone/Fax: (210) 555-0142', 'Tel & fax (210) 555-0142'])
      assert.deepEqual(found(text), ['(210) 555-0142'], text);
  });
});

describe('what is no phone number', () => {
  for (const [what, ...texts] of [
    ['ten digits in a row, as an NPI', '2105550142', 'NPI 2105550142', 'NPI: 210-555-0142'],
    ['without its area code', '555-0142', 'Call 555-0142'],
    ['a date', '2026-11-25', '11/25/2026', '25.11.2026', '2026-11-25 210-555', '20261125-555-0142'],
    ['a price', '$210 555 0142', '$ 210.555.0142', '€210.555.0142', '210 555 1000 USD'],
    ['a dose', '250-500-1000 mg', '250.500.1000mg', '200 400 1000 IU', '250-500-1000 µg/ml'],
    ['a percentage', '210.555.0142%', '210 555 0142 %'],
    ['a ZIP code', '78205-0142', 'TX 78205 0142', '(78205) 555-0142'],
    ['a social security number', '210-55-5014', '123-45-6789'],
    [
      'an ISBN',
      'ISBN 978-0-306-40615-7',
      '978-210-555-0142',
      'ISBN 210-555-0142',
      '978 210 555 0142',
    ],
    ['a card', '4111 1111 1111 1111', '3714 496353 98431'],
    ['an address on a network', '210.55.50.142', '210.555.0142.1', '192.168.100.1000'],
    [
      'a page or a mailbox',
      'https://clinic.example/210-555-0142',
      'www.clinic.example/a(210) 555-0142',
    ],
    ['', '210-555-0142@clinic.example', 'a@210-555-0142', '?tel=210-555-0142', 'a_210-555-0142'],
    ['a range', '210-555-0142-0150', '210-555-0142–0150', '210-555-0142/43', '2101-555-0142'],
    ['a reference', 'Order no. 210-555-0142', 'Case #210-555-0142', 'Claim number: (210) 555-0142'],
    [
      '',
      'MRN 210 555 0142',
      'Policy ID 210-555-0142',
      'A-210-555-0142',
      '210-555-0142-A',
      'Ref. 210-555-0142',
    ],
    ['a row of numbers', '210 555 0142 210', '120 210 555 0142', '210 555 0142 210 555 0143'],
    [
      'a big number',
      '2,105,550,142',
      '+250 000 000',
      '+25.1234567',
      '+52 000 000 people',
      '1,210-555-0142',
    ],
    [
      'what nobody can dial',
      '(110) 555-0142',
      '(210) 155-0142',
      '(911) 555-0142',
      '+1 210 555 014',
    ],
    ['too long', '210-555-01423', '+1 210 555 01423', '+12105550142000000'],
    ['one that is to be filled in', '(210) 555-XXXX', '1-800-XXX-XXXX', '800-555-XXXX'],
    [
      'a headline',
      '800 PATIENTS SEEN',
      '210 MAIN STREET',
      '1-800-flowers',
      '210-FLOWERS',
      '800-GO',
    ],
    ['a short code', '911', '988', 'Text HOME to 741741'],
    ['a formula', 'x=210-555-0142', '2*210-555-0142', '210-555-0142=', '1/210/555-0142'],
  ] as [string, ...string[]][]) {
    for (const text of texts) {
      it(`${what && `${what}: `}${text}`, () => {
        assert.deepEqual(found(text), []);
      });
    }
  }
});

describe('in any text', () => {
  const digits = (length: number) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
      .map((list) => list.join(''));
  const number = fc
    .tuple(
      fc.constantFrom('210', '415', '800', '604'),
      digits(4),
      fc.constantFrom('555', '234', '988'),
      fc.constantFrom('() -', '-', '.', '+', '\u00a0', '\u2011'),
      fc.option(digits(2)),
    )
    .map(([area, line, exchange, style, extension]) => {
      const written =
        style === '() -'
          ? `(${area}) ${exchange}-${line}`
          : style === '+'
            ? `+1${area}${exchange}${line}`
            : [area, exchange, line].join(style);
      return extension ? `${written} ext. ${extension}` : written;
    });
  const hostile = fc
    .array(
      fc.constantFrom(
        ...[
          '0',
          '1',
          '2',
          '5',
          '210',
          '555',
          '0142',
          '(210)',
          '+',
          '+1',
          '+44',
          '(',
          ')',
          '-',
          '.',
        ],
        ...[
          ' ',
          '\u00a0',
          '\n',
          '/',
          ',',
          ':',
          '$',
          '%',
          'x7',
          ' ext. 7',
          '(ext. 7)',
          'fax ',
          'mg',
        ],
        ...[
          'FLOWERS',
          '1-800-',
          'Order ',
          'A',
          'é',
          '\u202e',
          '\u200b',
          '😀',
          '٢',
          '𝟐',
          '½',
          '²',
          'ﬁ',
        ],
        ...['210-555-0142', '(210) 555-0143', '\ud835'],
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it('a number among words is found from end to end', () => {
    const words = fc
      .array(fc.constantFrom('call', 'us', 'at', 'the', 'clinic', 'or', 'día', '診療所', 'today.'))
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, number, words, (before, written, behind) => {
        const text = `${before} ${written} ${behind}`;
        const [first, ...others] = findPhoneNumbers(text);
        assert.equal(first?.written, written, text);
        assert.equal(first?.start, before.length + 1, text);
        assert.equal(others.length, 0, text);
      }),
      RUNS,
    );
  });

  it('what is found is what stands there, in order, and can be dialled', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
        let last = 0;
        for (const { start, end, written, number } of findPhoneNumbers(text)) {
          assert.ok(start >= last, 'no number is in another');
          assert.equal(text.slice(start, end), written);
          assert.deepEqual(number, parsePhoneNumber(written));
          last = end;
        }
      }),
      RUNS,
    );
  });

  it('nothing is found right behind or before a digit or a letter', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { start, end } of findPhoneNumbers(text)) {
          assert.doesNotMatch(text.slice(0, start), /\d$/, text);
          assert.doesNotMatch(text.slice(end), /^[\p{L}\d]/u, text);
        }
      }),
      RUNS,
    );
  });

  it('a million signs of any kind take no more than their time', () => {
    // Where the time grew with the square of the length, this would not end.
    for (const sign of ['1', '2', '-', '2-', '210-555-'])
      assert.deepEqual(found(sign.repeat(1e6 / sign.length)), [], sign);
    for (const sign of ['+', '+44 ', '(', '8', 'ext. ', 'A', '\u00a0', '1-800-'])
      assert.deepEqual(found(sign.repeat(1e5)), [], sign);
    assert.equal(found('(210) 555-0142; '.repeat(10_000)).length, 10_000);
    assert.equal(found(`${'-2'.repeat(5e5)} 210-555-0142`).length, 1);
  });
});
