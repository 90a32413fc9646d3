import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  isEmergencyOrShortCode,
  parsePhoneNumber,
  sameNumber,
} from '../../src/calls/phone-number.js';

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
    '(+1) 210-555-0142',
    '+1 (210)  555 - 0142',
    '210·555·0142',
    '210 • 555 • 0142',
    '210\u00ad555\u00ad0142',
    '210\u202f555\u202f0142',
    '٢١٠٥٥٥٠١٤٢',
    '۲۱۰-۵۵۵-۰۱۴۲',
    '२१० ५५५ ०१४२',
    '২১০-৫৫৫-০১৪২',
    '𝟚𝟙𝟘-𝟝𝟝𝟝-𝟘𝟙𝟜𝟚',
    'tel://210-555-0142',
    // What a linker between sites makes of it.
    'tel:+12105550142?_gl=1*abc*def',
    'tel:%28210%29%20555%2D0142',
    'tel:%2b1%20210-555-0142',
  ]) {
    it(`written ${JSON.stringify(written)} is shown in the usual form and dialled in full`, () => {
      assert.deepEqual(parsePhoneNumber(written), {
        text: '(210) 555-0142',
        href: 'tel:+12105550142',
      });
    });
  }
});

describe('the plan of North America', () => {
  it('has no area code for services (N11), nor one that is kept for longer numbers (N9X)', () => {
    for (const none of ['211', '411', '811', '911', '290', '899', '990', '110', '010'])
      assert.equal(parsePhoneNumber(`(${none}) 555-0142`), undefined, none);
    for (const area of ['212', '201', '989', '500', '710', '787', '876', '416'])
      assert.ok(parsePhoneNumber(`(${area}) 555-0142`), area);
  });

  it('has no exchange for services, but toll-free numbers are not made of exchanges', () => {
    for (const none of ['(210) 911-0142', '(210) 411-0142', '(900) 211-0142', '(833) 111-0142'])
      assert.equal(parsePhoneNumber(none), undefined, none);
    for (const area of ['800', '888', '877', '866', '855', '844', '833', '822'])
      assert.ok(parsePhoneNumber(`(${area}) 411-0142`), area);
  });

  it('has premium-rate numbers: a phone dials them', () => {
    assert.equal(parsePhoneNumber('1-900-555-0142')?.href, 'tel:+19005550142');
  });
});

describe('an extension', () => {
  for (const ending of [
    ...['x7', ' x7', ' x 7', 'X7', ' x. 7', ' ext7', ' ext 7', ' ext. 7', ' Ext.7', ' EXT: 7'],
    ...[' extension 7', ' Extension: 7', ';ext=7', ',7', ', 7', ', ext. 7', ', x7', ' (ext. 7)'],
    ...[' #7', '#7', ' extensión 7', ' Ext-7', ' extn 7', ' (x7)', ',,7', ' x٧'],
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

  it('stands behind letters too', () => {
    assert.deepEqual(parsePhoneNumber('1-800-FLOWERS ext. 7'), {
      text: '1-800-FLOWERS ext. 7',
      href: 'tel:+18003569377;ext=7',
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
  for (const code of [
    '911',
    '988',
    '711',
    '211',
    '311',
    '411',
    '511',
    '611',
    '811',
    '112',
    '999',
  ]) {
    it(`${code} is dialled as it is, never with a country code`, () => {
      assert.deepEqual(parsePhoneNumber(code), { text: code, href: `tel:${code}` });
    });
  }

  it('may be written apart, or as a link', () => {
    for (const written of ['9-1-1', ' 9 1 1 ', 'tel:911', '９１１', '٩١١', '\u20689\u206911'])
      assert.equal(parsePhoneNumber(written)?.href, 'tel:911', written);
  });

  it('for text messages cannot be called', () => {
    for (const code of ['741741', '98765']) assert.equal(parsePhoneNumber(code), undefined, code);
  });

  it('or another number of two to six digits is never exchanged for a number', () => {
    for (const code of ['911', '9-1-1', '911 x7', '988', '112', '999', '15', '116 117', '741741'])
      assert.equal(isEmergencyOrShortCode(code), true, code);
    for (const other of [
      '(210) 555-0142',
      '+44 20 7946 0123',
      '555-0142',
      '9',
      '',
      '*67',
      'Call 911',
    ])
      assert.equal(isEmergencyOrShortCode(other), false, other);
    assert.equal(isEmergencyOrShortCode(undefined), false);
  });

  it('is none that a phone here would not know', () => {
    for (const none of [
      ...['111', '011', '912', '989', '12', '1911', '0', '9111'],
      ...['+911', '+31 1', '911 x7', '+31 1x7'],
    ])
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
    ['1-800-411-PAIN', 'tel:+18004117246'],
    ['877-KARS4KIDS', 'tel:+18775277454'],
    ['(210) 555-CARE', 'tel:+12105552273'],
    ['210-NEW-SPINE', 'tel:+12106397746'],
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
    assert.equal(parsePhoneNumber('+44 (020) 7946 0123')?.href, 'tel:+442079460123');
    assert.equal(parsePhoneNumber('+49 (0)30 (018) 20')?.href, 'tel:+493001820');
  });

  it('keeps the nought in Italy, where it is dialled', () => {
    assert.equal(parsePhoneNumber('+39 (0)6 5550 0142')?.href, 'tel:+390655500142');
    assert.equal(parsePhoneNumber('+39 06 5550 0142')?.href, 'tel:+390655500142');
  });

  it('is shown in signs that a tracking script can read', () => {
    assert.deepEqual(parsePhoneNumber('\u200e(+٤٤)\u202f20\n7946\u20110123'), {
      text: '(+44) 20 7946-0123',
      href: 'tel:+442079460123',
    });
  });

  it('has no letters', () => {
    assert.equal(parsePhoneNumber('+442 FLOWERS'), undefined);
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
    ...['(210) 555-XXXX', '(XXX) XXX-XXXX', '1-800-XXX-XXXX', '(210) 555-0142²'],
    ...[
      '(210) 555-01A2',
      '(210) A55-0142',
      '2105550142 HOME',
      '210-555-0142 FAX',
      '0'.repeat(1e6),
      '(210) 555-0142 '.repeat(1e5),
    ],
    ...['<b>2105550142</b>', '2105550142"onclick="x'],
  ]) {
    it(`${JSON.stringify(written.slice(0, 40))} gives nothing`, () => {
      assert.equal(parsePhoneNumber(written), undefined);
    });
  }

  it('an address or a sentence that begins with three digits is no vanity number', () => {
    for (const written of [
      ...['210 Main Street', '800 patients a year', '210 Broadway Suite 4'],
      ...['210 MAIN STREET', '830 SPRING STREET'],
    ])
      assert.equal(parsePhoneNumber(written), undefined, written);
  });

  it('quotes that an editor has curled round a number are no part of it', () => {
    for (const written of ['“+12105550142”', '”210-555-0142″', ' “ (210) 555-0142 ” '])
      assert.equal(parsePhoneNumber(written)?.href, 'tel:+12105550142', written);
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
        if (/^tel:\d/.test(number.href)) assert.match(number.href, /^tel:(?:[2-9]11|988|112|999)$/);
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
        fc.stringMatching(/^[2-9][02-8]\d[2-9][02-9]\d{5}$/),
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

describe('two ways of writing', () => {
  it('dial the same number or not', () => {
    for (const other of ['210.555.0142', 'tel:+12105550142', '٢١٠ ٥٥٥ ٠١٤٢'])
      assert.equal(sameNumber('(210) 555-0142', other), true, other);
    assert.equal(sameNumber('1-800-FLOWERS', '(800) 356-9377'), true);
    assert.equal(sameNumber('(210) 555-0142 x7', '210-555-0142;ext=7'), true);
    assert.equal(sameNumber('(210) 555-0142 x7', '(210) 555-0142'), false);
    assert.equal(sameNumber('(210) 555-0142', '(210) 555-0143'), false);
  });

  it('of nothing are not the same', () => {
    assert.equal(sameNumber('', ''), false);
    assert.equal(sameNumber(undefined, null), false);
    assert.equal(sameNumber('Ask at the desk', 'Ask at the desk'), false);
  });
});

describe('digits', () => {
  it('are read in every script that has them', () => {
    const scripts: string[] = [];
    let run = '';
    for (let code = 0x30; code <= 0x1ffff; code++) {
      const sign = String.fromCodePoint(code);
      if (!/\p{Nd}/u.test(sign)) run = '';
      else if ([...(run += sign)].length === 10) {
        scripts.push(run);
        run = '';
      }
    }
    assert.ok(scripts.length >= 60, `${scripts.length} rows of digits are known`);
    for (const script of scripts) {
      const digits = [...script];
      const written = [...'2346785019'].map((digit) => digits[Number(digit)]).join('');
      assert.equal(parsePhoneNumber(written)?.href, 'tel:+12346785019', script);
    }
  });
});
