// What of an address may be passed on: allow-listed names, no e-mail address, no phone number, no condition.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Scrubber } from '../../src/leads/attribution/conditions.js';
import {
  CAMPAIGN,
  CLICK_IDS,
  touchOf,
  TOUCH_NAMES,
  type TouchRules,
} from '../../src/leads/attribution/touch.js';
import { cleanText, decoded, looksPersonal } from '../../src/leads/attribution/values.js';

const RULES: TouchRules = { scrubber: new Scrubber(), paths: 'full', ownHosts: [] };
const SITE = 'https://www.clinic.example';

const valuesAt = (
  address: string,
  referrer = '',
  rules: Partial<TouchRules> = {},
): Record<string, string> =>
  touchOf({ url: address, referrer, at: 0 }, { ...RULES, ...rules }).values;
const landing = (path: string, rules: Partial<TouchRules> = {}): string =>
  valuesAt(`${SITE}${path}`, '', rules).landing_page!;
const term = (value: string): string | undefined =>
  valuesAt(`${SITE}/?utm_term=${encodeURIComponent(value)}`).utm_term;

describe('what a landing page says', () => {
  it('is its campaign, its click ids, the page and where it came from', () => {
    const address = `${SITE}/offers/?utm_source=google&utm_medium=cpc&utm_campaign=spring&gclid=Cj0KCQiA&session=1#top`;
    assert.deepEqual(valuesAt(address, 'https://www.google.com/search?q=secret'), {
      utm_source: 'google',
      utm_medium: 'cpc',
      utm_campaign: 'spring',
      gclid: 'Cj0KCQiA',
      landing_page: `${SITE}/offers/`,
      referrer: 'https://www.google.com',
      channel: 'paid search',
    });
  });

  it('is read whatever the case of a parameter, and the first time it says something', () => {
    const values = valuesAt(`${SITE}/?UTM_Source=&utm_source=a&utm_source=b&sccid=X1&SCCID=X2`);
    assert.equal(values.utm_source, 'a');
    assert.equal(values.ScCid, 'X1');
  });

  it('is nothing where the address is none', () => {
    for (const address of ['', 'about:blank', 'about:srcdoc', 'not an address', 'javascript:1']) {
      assert.deepEqual(valuesAt(address, 'also none'), { channel: 'direct' }, address);
    }
  });

  it('keeps a click id whole or not at all, and cuts words at 200 characters', () => {
    assert.equal(valuesAt(`${SITE}/?gclid=${'x'.repeat(200)}`).gclid, 'x'.repeat(200));
    assert.equal(valuesAt(`${SITE}/?gclid=${'x'.repeat(201)}`).gclid, undefined);
    const faces = valuesAt(`${SITE}/?utm_content=${'😀'.repeat(300)}`).utm_content;
    assert.equal(faces, '😀'.repeat(200));
  });
});

describe('personal values', () => {
  const personal = [
    'rosa@example.com',
    'rosa%40example.com',
    'rosa%25252540example.com',
    'for rosa@example.com only',
    'rosa＠example.com',
    'rosa％40example.com',
    'ro\u200bsa@\u200bexample.com',
    '210-555-0142',
    '(210) 555-0142',
    '210.555.0142',
    '210 555 0142',
    '210_555_0142',
    '210-5550142',
    '+12105550142',
    '%2B1 210 555 0142',
    ' 34612345678',
    '2105550142',
    '12105550142',
    'call2105550142',
    '２１０５５５０１４２',
    '٢١٠٥٥٥٠١٤٢',
    '2026-11-25 210-555-0142',
  ];
  for (const value of personal) {
    it(`"${value}" is left out`, () => {
      assert.equal(term(value), undefined);
    });
  }

  it('a phone number written as one is left out everywhere', () => {
    for (const name of [...CAMPAIGN, ...CLICK_IDS]) {
      for (const value of ['(210) 555-0142', '+12105550142', 'rosa@example.com']) {
        const values = valuesAt(`${SITE}/?${name}=${encodeURIComponent(value)}`);
        assert.equal(values[name], undefined, `${name}=${value}`);
      }
    }
  });

  it('an id that is a number stays where advertisers put one', () => {
    for (const name of ['utm_id', 'utm_campaign', 'utm_content', 'gad_campaignid', 'gclid']) {
      assert.equal(valuesAt(`${SITE}/?${name}=20891234567`)[name], '20891234567', name);
      assert.equal(
        valuesAt(`${SITE}/?${name}=120210000000000001_20891234567`)[name],
        '120210000000000001_20891234567',
        name,
      );
    }
  });

  it('dates, sizes and short numbers stay', () => {
    for (const value of [
      'sale-2026-11-25',
      'sale_20261125',
      '2026.1.5',
      '20260101-20260131',
      'banner 300x250',
      'top 10 of 2026',
      'open 24/7',
      'user@ home',
    ]) {
      assert.equal(term(value), value);
    }
  });

  it('a part of a path that looks personal becomes an ellipsis', () => {
    assert.equal(landing('/u/rosa@example.com/stop'), `${SITE}/u/…/stop`);
    assert.equal(landing('/u/rosa%2540example.com/'), `${SITE}/u/…/`);
    assert.equal(landing('/call/210-555-0142'), `${SITE}/call/…`);
    assert.equal(landing('/2026/11/25/open-day/'), `${SITE}/2026/11/25/open-day/`);
  });
});

describe('condition words', () => {
  it('leave a path its shape', () => {
    assert.equal(landing('/articles/herniated-disc-l4-l5/'), `${SITE}/articles/…/`);
    assert.equal(landing('/es/articulos/dolor-de-espalda'), `${SITE}/es/articulos/…`);
    assert.equal(landing('/about/team/'), `${SITE}/about/team/`);
    assert.equal(landing('/'), `${SITE}/`);
  });

  it('are found after decoding, whatever the accents, the case and the plural', () => {
    for (const path of [
      '/ci%C3%A1tica/',
      '/ci%25C3%25A1tica/',
      '/CIATICA/',
      '/Lesiones/',
      '/hernias/',
      '/injuries/',
      '/KneePainClinic/',
      '/ｓciatica/',
    ]) {
      assert.equal(landing(path), `${SITE}/…/`, path);
    }
  });

  it('are whole words: others that hold them stay', () => {
    for (const path of ['/spain/', '/painter/', '/discount/', '/discover/', '/packaches/']) {
      assert.equal(landing(path), `${SITE}${path}`);
    }
  });

  it('are taken out of campaigns and referrers word by word', () => {
    const values = valuesAt(
      `${SITE}/?utm_term=scoliosis%20doctor%20near%20me&utm_campaign=back-pain_2026&utm_content=SciaticaVideo`,
      'https://sciatica.example/threads/1',
    );
    assert.equal(values.utm_term, '… doctor near me');
    assert.equal(values.utm_campaign, 'back-…_2026');
    assert.equal(values.utm_content, '…Video');
    assert.equal(values.referrer, 'https://….example');
  });

  it("never touch the clinic's own host", () => {
    const { landing_page } = valuesAt('https://spine-pain.example/team/');
    assert.equal(landing_page, 'https://spine-pain.example/team/');
  });

  it('can be added to, and switched off', () => {
    const scrubber = new Scrubber(['Knie', 'café!']);
    assert.equal(landing('/das-knie/', { scrubber }), `${SITE}/…/`);
    assert.equal(landing('/cafes/', { scrubber }), `${SITE}/…/`);
    assert.equal(landing('/knee-pain/', { scrubber: undefined }), `${SITE}/knee-pain/`);
  });
});

describe('how much of a path is passed on', () => {
  it('is all of it, its first part, or nothing', () => {
    const path = '/articles/living/walking/';
    assert.equal(landing(path), `${SITE}${path}`);
    assert.equal(landing(path, { paths: 'section' }), `${SITE}/articles/…/`);
    assert.equal(landing('/articles/', { paths: 'section' }), `${SITE}/articles/`);
    assert.equal(landing('/pain/relief', { paths: 'section' }), `${SITE}/…/…/`);
    assert.equal(landing('/contact', { paths: 'section' }), `${SITE}/contact`);
    assert.equal(landing(path, { paths: 'none' }), `${SITE}/`);
  });
});

describe('any address at all', () => {
  /** Half a character cannot be written in an address. */
  const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, ''));
  const digit = fc.integer({ min: 0, max: 9 });
  const phone = fc
    .tuple(
      fc.array(digit, { minLength: 3, maxLength: 3 }),
      fc.array(digit, { minLength: 3, maxLength: 3 }),
      fc.array(digit, { minLength: 4, maxLength: 4 }),
      fc.constantFrom('-', '.', ' ', ') ', '/', '–', '_'),
      fc.constantFrom('', '+1 ', '+1', '(', 'tel '),
    )
    .map(([a, b, c, gap, start]) => `${start}${a.join('')}${gap}${b.join('')}${gap}${c.join('')}`)
    // 2001-001-…: the first groups of some are a year.
    .filter((text) => !/(?:19|20)\d\d/.test(text));
  const email = fc.emailAddress();
  const hidden = fc
    .tuple(fc.oneof(phone, email), fc.integer({ min: 0, max: 4 }), fc.string(), fc.string())
    .map(([secret, layers, before, after]) => {
      let text = secret;
      for (let layer = 0; layer < layers; layer++) text = encodeURIComponent(text);
      return `${before} ${text} ${after}`;
    });
  const name = fc.oneof(fc.constantFrom(...CAMPAIGN, ...CLICK_IDS), fc.string());
  const value = fc.oneof(hidden, fc.string({ unit: 'binary', maxLength: 600 }));
  const query = fc
    .array(fc.tuple(name, value), { maxLength: 12 })
    .map((pairs) => pairs.map((pair) => pair.map((text) => encoded(text)).join('=')).join('&'));
  const path = fc
    .array(fc.oneof(hidden, fc.webSegment(), fc.string()), { maxLength: 6 })
    .map((parts) => parts.map(encoded).join('/'));
  const address = fc.oneof(
    fc.tuple(path, query).map(([at, search]) => `${SITE}/${at}?${search}`),
    fc.string(),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
  );

  it('gives only allow-listed names, short clean values, and nothing personal', () => {
    fc.assert(
      fc.property(address, address, (url, referrer) => {
        const { values } = touchOf({ url, referrer, at: 0 }, RULES);
        for (const [name, text] of Object.entries(values)) {
          assert.ok(TOUCH_NAMES.includes(name), `the name ${name} is allow-listed`);
          assert.ok([...text].length <= 200, `${name} is short: ${text.length}`);
          assert.ok(!/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text), `${name} has no control characters`);
          assert.ok(text, `${name} says something`);
          if (name !== 'landing_page') {
            assert.ok(!looksPersonal(text, true), `${name} is not personal: ${text}`);
          }
        }
        assert.ok(!/[?#]/.test(values.landing_page ?? ''), 'the page has no query');
      }),
      { numRuns: 3_000 },
    );
  });

  it('lets no e-mail address and no phone number through, however it is encoded', () => {
    fc.assert(
      fc.property(hidden, fc.constantFrom(...CAMPAIGN, ...CLICK_IDS), (secret, parameter) => {
        const written = encoded(secret);
        const values = valuesAt(`${SITE}/a/${written}/b?${parameter}=${written}`);
        assert.equal(values[parameter], undefined);
        assert.equal(values.landing_page, `${SITE}/a/…/b`);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is cleaned to the same when it is cleaned again', () => {
    fc.assert(
      fc.property(value, (text) => {
        const once = cleanText(text);
        assert.equal(cleanText(once), once);
      }),
    );
  });

  it('is read in its first thousand characters only, so that its length and layers do not matter', () => {
    const long = 'x'.repeat(990);
    assert.equal(looksPersonal(decoded(`${long} a@b.example`)), true);
    assert.equal(looksPersonal(decoded(`${long}x         a@b.example`)), false);
    const layers = `%${'25'.repeat(200_000)}40`;
    const values = valuesAt(`${SITE}/${`${layers}/`.repeat(3)}?utm_term=${layers}`);
    assert.ok(values.utm_term!.length < 3, 'every layer is off');
  });
});
