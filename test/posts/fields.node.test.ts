import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseMarkup } from '../../src/foundation/markup.js';
import {
  excerptIn,
  imageOf,
  isoDate,
  languageTag,
  srcsetOf,
} from '../../src/posts/sources/fields.js';

const BASE = 'https://clinic.example/blog/';

describe('an excerpt', () => {
  const of = (html: string) => excerptIn(parseMarkup(html), 'https://clinic.example/knee/');
  const SELF = 'https://www.clinic.example/knee/?utm_source=feed#more-12';

  it('ends before what leads on to its own article, in any language', () => {
    for (const end of [
      `<a class="more-link" href="${SELF}">Continue reading <span class="screen-reader-text">“Knee”</span></a>`,
      `</p><p><a href="/knee/"><strong>Weiterlesen »</strong></a></p>`,
      `</p>\n<p>La entrada <a href="${SELF}">Knee</a> se publicó primero en <a href="/">Clinic</a>.</p>`,
      `<a href="/knee/">(more…)</a></p><p>The post <a href="/knee/">Knee</a> appeared first on <a href="/">Clinic</a>.</p>`,
    ])
      assert.equal(of(`<p>Walk a little. [&hellip;] ${end}</p>`), 'Walk a little. […]', end);
  });

  it('has no headings, captions, writers and days in it, unless there is nothing else', () => {
    const drupal =
      '<span class="field field--name-title">Knee</span><span class="field field--name-uid"><span>Ana</span></span>' +
      '<span class="field field--name-created">Wed, 03/04/2026 - 09:30</span><div class="field field--name-body"><p>Walk.</p></div>';
    for (const html of [
      drupal,
      '<h2>Overview</h2><p>Walk.</p>',
      '<div><figure><img src="/k.jpg"><figcaption>A knee</figcaption></figure><p>Walk.</p></div>',
      '<p class="post-meta">By Ana</p>Walk.<span class="screen-reader-text">Opens in a new tab</span>',
    ])
      assert.equal(of(html), 'Walk.', html);
    assert.equal(of('<h2>Walk.</h2>'), 'Walk.');
  });

  it('keeps what its text links to', () => {
    for (const kept of [
      'Walk, as <a href="/knee/">we said</a>, a little.',
      'Walk. <a href="/hip/">Hips too</a>',
      '<a href="/knee/">Walk a little every day.</a>',
      '<a href="javascript:alert(1)">Walk</a> <a>Walk</a> <a href="https://[">Walk</a>',
    ])
      assert.equal(of(`<p>${kept}</p>`), kept.replace(/<.*?>/g, ''));
  });
});

describe('isoDate', () => {
  for (const [written, iso] of [
    ['2026-03-04', '2026-03-04'],
    ['2026-03-04T09:30:00', '2026-03-04T09:30:00'],
    ['2026-03-04 09:30', '2026-03-04T09:30'],
    ['2026-03-04T09:30:00Z', '2026-03-04T09:30:00Z'],
    ['2026-03-04t09:30:00z', '2026-03-04T09:30:00Z'],
    ['2026-03-04T09:30:00.123+02:00', '2026-03-04T09:30:00+02:00'],
    ['2026-03-04T09:30:00-0600', '2026-03-04T09:30:00-06:00'],
    [' 2026-03-04\n', '2026-03-04'],
    ['Wed, 03 Dec 2025 14:15:00 +0000', '2025-12-03T14:15:00+00:00'],
    ['Wed, 3 Dec 2025 14:15 GMT', '2025-12-03T14:15Z'],
    ['3 December 2025', '2025-12-03'],
    ['Tues., 03 Dec 25 23:59:59 -0500', '2025-12-03T23:59:59-05:00'],
    ['03 Dec 99 00:00:00 UT', '1999-12-03T00:00:00Z'],
    // The day stays the day that was written; which zone EST is to the reader, nobody knows.
    ['Wed, 03 Dec 2025 23:15:00 EST', '2025-12-03T23:15:00'],
    ['2026-03-04T25:00:00', '2026-03-04'],
    // As careless programs write RFC 822 and ISO 8601.
    ['Wed, 03 Dec 2025 9:05:00 GMT', '2025-12-03T09:05:00Z'],
    ['Wed,03 Dec 2025 09:05:00 GMT', '2025-12-03T09:05:00Z'],
    ['Wed, 03-Dec-2025 14:15:00 GMT', '2025-12-03T14:15:00Z'],
    ['Wed, 03 Dec 2025 14:15:00.000 +01:00', '2025-12-03T14:15:00+01:00'],
    ['Wed, 03 Dec 2025 14:15:00 +0000 (UTC)', '2025-12-03T14:15:00+00:00'],
    ['2025-12-03 14:15:00 UTC', '2025-12-03T14:15:00Z'],
    ['2026-3-4', '2026-03-04'],
    ['March 4, 2026', '2026-03-04'],
    ['Mar 4 2026, 9:30 am', '2026-03-04'],
    ['Wed Mar 04 2026 23:15:00 GMT-0600 (Central Standard Time)', '2026-03-04'],
    // Seconds and milliseconds since 1970.
    [1764771300, '2025-12-03T14:15:00Z'],
    [1764771300000, '2025-12-03T14:15:00Z'],
  ] as const) {
    it(`reads ${JSON.stringify(written)} as ${iso}`, () => assert.equal(isoDate(written), iso));
  }

  for (const none of [
    '',
    '0000-00-00T00:00:00',
    '2026-02-30',
    '2026-13-01',
    '31 Feb 2026',
    '12 Foo 2026',
    '03/04/2026',
    'yesterday',
    '2026-03',
    '20260304',
    20260304,
    2026,
    1e300,
    NaN,
    '0001-01-01T00:00:00Z',
    'Foo 4, 2026',
    'undefinedZ',
    null,
    undefined,
    {},
    ['2026-03-04'],
    '9'.repeat(100_000),
  ]) {
    it(`finds no day in ${JSON.stringify(none)?.slice(0, 40)}`, () =>
      assert.equal(isoDate(none), undefined));
  }

  it('keeps the day of any date that RFC 822 can write, in any zone', () => {
    const date = fc.date({
      min: new Date('1970-01-01'),
      max: new Date('2049-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        date,
        fc.constantFrom('+0000', '-1100', '+1400', 'GMT', 'PDT', ''),
        (day, zone) => {
          const written = day.toUTCString().replace('GMT', zone);
          assert.equal(isoDate(written)!.slice(0, 19), day.toISOString().slice(0, 19));
        },
      ),
    );
  });
});

describe('languageTag', () => {
  it('keeps what BCP 47 allows, and nothing else', () => {
    for (const tag of ['en', 'es-MX', 'zh-Hant-TW', 'de-1996']) assert.equal(languageTag(tag), tag);
    for (const none of ['', 'e', 'en_US', 'x y', '"><script>', 7, null, {}, ['en']])
      assert.equal(languageTag(none), undefined);
  });
});

describe('srcsetOf', () => {
  it('lists the sizes of a picture, each once', () => {
    assert.equal(
      srcsetOf(
        [
          ['/a.jpg', '300w'],
          ['b.jpg', '768w'],
          ['/c.jpg', '768w'],
        ],
        BASE,
      ),
      'https://clinic.example/a.jpg 300w, https://clinic.example/c.jpg 768w',
    );
  });

  it('says nothing of one size only, which `src` has already', () => {
    assert.equal(srcsetOf([['/a.jpg', '300w']], BASE), undefined);
  });

  it('leaves out what no browser or visitor should meet', () => {
    const bad: [string | undefined, string][] = [
      ['javascript:alert(1)', '300w'],
      ['data:image/png,x', '400w'],
      [undefined, '500w'],
      ['/a.jpg', '-3w'],
      ['/a.jpg', '300w, https://evil.test/x'],
      ['/a.jpg', 'NaNw'],
    ];
    assert.equal(srcsetOf([...bad, ['/ok.jpg', '1x']], BASE), undefined);
  });

  it('keeps commas and spaces in an address from ending it', () => {
    assert.equal(
      srcsetOf(
        [
          ['/w_1,h_2/a b.jpg,', '1x'],
          ['/c.jpg', '2x'],
        ],
        BASE,
      ),
      'https://clinic.example/w_1%2Ch_2/a%20b.jpg%2C 1x, https://clinic.example/c.jpg 2x',
    );
  });
});

describe('imageOf', () => {
  it('reads what an img element says', () => {
    assert.deepEqual(
      imageOf(
        {
          src: '/a.jpg',
          alt: ' A  knee\u202E ',
          srcset: '/a.jpg 600w, /b.jpg 1200w',
          width: '600',
          height: 400,
        },
        BASE,
      ),
      {
        url: 'https://clinic.example/a.jpg',
        alt: 'A knee',
        srcset: 'https://clinic.example/a.jpg 600w, https://clinic.example/b.jpg 1200w',
        width: 600,
        height: 400,
      },
    );
  });

  it('without a safe address is no picture; without the rest is one', () => {
    for (const src of [
      'javascript:x',
      '',
      ' ',
      null,
      7,
      {},
      'file:///etc/passwd',
      'data:text/html,x',
    ])
      assert.equal(imageOf({ src }, BASE), undefined, String(src));
    assert.deepEqual(
      imageOf({ src: 'a.jpg', alt: 7, srcset: {}, width: '100%', height: -1 }, BASE),
      {
        url: 'https://clinic.example/blog/a.jpg',
        alt: '',
      },
    );
  });
});
