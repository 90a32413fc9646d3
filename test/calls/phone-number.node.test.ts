import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parsePhoneNumber } from '../../src/calls/phone-number.js';

/** What RFC 3966 allows of what we make: a country code and digits, or a short code; an extension. */
const DIALLED = /^tel:(?:\+\d{7,15}|\d{3})(?:;ext=\d{1,7})?$/;

describe('a North American number', () => {
  for (const written of [
    '2105550142',
    '210-555-0142',
    '210.555.0142',
    '210 555 0142',
    '(210) 555-0142',
    '(210)555-0142',
    '210/555-0142',
    '1 210 555 0142',
    '1-210-555-0142',
    '+1 210 555 0142',
    '+12105550142',
    '+1 (210) 555-0142',
    'tel:+12105550142',
    'TEL: 210-555-0142',
    '  (210)\n 555-0142 ',
    '(210)\u00a0555\u20110142',
    '210\u2010555\u20100142',
    '210\u2013555\u20130142',
    '210\u2014555\u20140142',
    '210\u2212555\u22120142',
    '２１０－５５５－０１４２',
    '\u202d(210) 555-0142\u202c',
    '\u200e210-555-0142',
    '210\u200b555\u200b0142',
  ]) {
    it(`written ${JSON.stringify(written)} is shown in the usual form and dialled in full`, () => {
      assert.deepEqual(parsePhoneNumber(written), {
        text: '(210) 555-0142',
        href: 'tel:+12105550142',
      });
    });
  }
});

describe('an extension', () => {
  for (const ending of [
    ...['x7', ' x7', ' x 7', 'X7', ' x. 7', ' ext7', ' ext 7', ' ext. 7', ' Ext.7', ' EXT: 7'],
    ...[' extension 7', ' Extension: 7', ';ext=7', ',7', ', 7', ', ext. 7', ', x7', ' (ext. 7)'],
  ]) {
    it(`written ${JSON.stringify(ending)} is shown and dialled`, () => {
      assert.deepEqual(parsePhoneNumber(`(210) 555-0142${ending}`), {
        text: '(210) 555-0142 ext. 7',
        href: 'tel:+12105550142;ext=7',
      });
    });
  }

  it('stands behind a number from abroad too', () => {
    assert.deepEqual(parsePhoneNumber('+44 20 7946 0123 ext. 42'), {
      text: '+44 20 7946 0123 ext. 42',
      href: 'tel:+442079460123;ext=42',
    });
  });

  it('has at most seven digits', () => {
    assert.equal(
      parsePhoneNumber('(210) 555-0142 ext. 1234567')?.href,
      'tel:+12105550142;ext=1234567',
    );
    assert.doesNotMatch(parsePhoneNumber('(210) 555-0142 ext. 12345678')?.href ?? '', /ext=\d{8}/);
  });
});

describe('a short code', () => {
  for (const code of ['911', '988', '711', '211', '311', '411', '511', '611', '811']) {
    it(`${code} is dialled as it is, never with a country code`, () => {
      assert.deepEqual(parsePhoneNumber(code), { text: code, href: `tel:${code}` });
    });
  }

  it('may be written apart, or as a link', () => {
    for (const written of ['9-1-1', ' 9 1 1 ', 'tel:911', '９１１'])
      assert.equal(parsePhoneNumber(written)?.href, 'tel:911', written);
  });

  it('is none that a phone here would not know', () => {
    for (const none of ['111', '011', '912', '989', '12', '1911', '0', '9111'])
      assert.equal(parsePhoneNumber(none), undefined, none);
  });
});

describe('a vanity number', () => {
  for (const [written, href] of [
    ['1-800-555-SPINE', 'tel:+18005557746'],
    ['1-800-FLOWERS', 'tel:+18003569377'],
    ['(800) FLOWERS', 'tel:+18003569377'],
    ['+1 800 GO FEDEX', 'tel:+18004633339'],
    // Longer than a number: phones leave the rest off.
    ['1-800-MATTRESS', 'tel:+18006288737'],
  ] as const) {
    it(`${written} is shown as written and dialled by its keys`, () => {
      assert.deepEqual(parsePhoneNumber(written), { text: written, href });
    });
  }
});

describe('a number from elsewhere', () => {
  for (const [written, href] of [
    ['+44 20 7946 0123', 'tel:+442079460123'],
    ['+49 (30) 901820', 'tel:+4930901820'],
    ['+52 55 1234 5678', 'tel:+525512345678'],
    ['+61-2-5550-1234', 'tel:+61255501234'],
    ['+358 9 1234567', 'tel:+35891234567'],
  ] as const) {
    it(`${written} is shown as written`, () => {
      assert.deepEqual(parsePhoneNumber(written), { text: written, href });
    });
  }

  it('loses the nought in brackets, which is not dialled from abroad', () => {
    assert.equal(parsePhoneNumber('+44 (0)20 7946 0123')?.href, 'tel:+442079460123');
    assert.equal(parsePhoneNumber('+49 (0) 30 901820')?.href, 'tel:+4930901820');
  });

  it('needs its plus', () => {
    for (const written of ['44 20 7946 0123', '0044 20 7946 0123', '020 7946 0123', '030/901820'])
      assert.equal(parsePhoneNumber(written), undefined, written);
  });
});

describe('what is no number that a phone could dial', () => {
  for (const written of [
    ...['', ' ', 'tel:', '+', '-', '()', 'x7', 'ext. 7'],
    ...[
      '555-0142',
      '55501',
      '1234567',
      '0000000000',
      '(110) 555-0142',
      '(210) 155-0142',
      '12105550142000',
    ],
    ...[
      '+0 123 456 789',
      '+1 234',
      '+123456',
      '+4412345678901234567',
      '++12105550142',
      '210+5550142',
    ],
    ...[
      '*21*2105550142#',
      '#31#2105550142',
      '##002#',
      '*#06#',
      '**04*1234*5678#',
      '2105550142#',
      '*67 210 555 0142',
    ],
    ...['2105550142,,,9005550100', '2105550142;phone-context=+1', '210;555;0142', '210=5550142'],
    ...[
      'Ask at the desk',
      'Call 210 555 0142',
      'office@clinic.example',
      'https://clinic.example/',
      'javascript:alert(1)',
    ],
    ...['210 555 0142 or 210 555 0143', '210-555-0142 / 0143', '24 hours', 'Suite 210', 'N/A'],
    ...['٢١٠٥٥٥٠١٤٢', '२१०५५५०१४२', '<b>2105550142</b>', '2105550142"onclick="x'],
  ]) {
    it(`${JSON.stringify(written)} gives nothing`, () => {
      assert.equal(parsePhoneNumber(written), undefined);
    });
  }

  it('an address or a sentence that begins with three digits is no vanity number', () => {
    for (const written of ['210 Main Street', '800 patients a year', '210 Broadway Suite 4'])
      assert.equal(parsePhoneNumber(written), undefined, written);
  });

  it('nothing at all gives nothing', () => {
    assert.equal(parsePhoneNumber(null), undefined);
    assert.equal(parsePhoneNumber(undefined), undefined);
  });
});

describe('whatever is written', () => {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...'0123456789') },
    { weight: 2, arbitrary: fc.constantFrom(' ', '-', '.', '(', ')', '/', '+', '\u00a0', '–') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '*',
        '#',
        ',',
        ';',
        'x',
        'ext. ',
        ';ext=',
        'p',
        'w',
        'A',
        'z',
        'tel:',
        '٣',
        '３',
        '%2a',
      ),
    },
  );
  const scrap = fc.array(piece, { maxLength: 24 }).map((parts) => parts.join(''));
  const american = fc
    .tuple(
      fc.constantFrom('', '1', '+1 ', '(', '*', 'tel:'),
      fc.constantFrom('210', '800', '911'),
      scrap,
    )
    .map((parts) => parts.join(''));
  const anything = fc.oneof(scrap, american, fc.string({ unit: 'binary' }), fc.string());

  it('what is dialled is digits with a country code, or a short code', () => {
    fc.assert(
      fc.property(anything, (written) => {
        const number = parsePhoneNumber(written);
        if (!number) return;
        assert.match(number.href, DIALLED, written);
        assert.ok(number.text.trim(), 'something is shown');
        if (/^tel:\d/.test(number.href)) assert.match(number.href, /^tel:(?:[2-9]11|988)$/);
      }),
      { numRuns: 50_000 },
    );
  });

  it('what is shown is what is dialled: read again, it is the same number', () => {
    fc.assert(
      fc.property(anything, (written) => {
        const number = parsePhoneNumber(written);
        if (!number) return;
        assert.equal(
          parsePhoneNumber(number.text)?.href,
          number.href,
          `${written} shown ${number.text}`,
        );
      }),
      { numRuns: 50_000 },
    );
  });

  it('digits are neither lost nor made up', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[2-9]\d{2}[2-9]\d{6}$/),
        fc.option(fc.stringMatching(/^\d{1,7}$/)),
        (digits, extension) => {
          const [area, exchange, line] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
          const written = `${area}-${exchange}-${line}${extension ? ` x${extension}` : ''}`;
          assert.deepEqual(parsePhoneNumber(written), {
            text: `(${area}) ${exchange}-${line}${extension ? ` ext. ${extension}` : ''}`,
            href: `tel:+1${digits}${extension ? `;ext=${extension}` : ''}`,
          });
        },
      ),
    );
  });
});
