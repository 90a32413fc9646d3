// The example clinic's site, as it is and with a fault planted in it: each is found, and nothing else.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { exportSite } from '../../examples/clinic-site/export.js';
import { checkSite } from '../../src/cli/check/check.js';
import { clinicFile } from '../../src/cli/check/clinic-file.js';
import { readFolder } from '../../src/cli/check/folder.js';
import { siteOf } from '../../src/cli/check/site.js';
import { temporaryFolder } from '../tools/support.js';
import { TODAY, told } from './support.js';

const HOME = 'index.html';
const ARTICLE = 'articles/sciatica-or-hip/index.html';
const CONTACT = 'contact/index.html';

/** The clinic's numbers, for faults that only facts bring to light. */
const CLINIC = {
  name: 'Fernhollow Spine Clinic',
  phone: '(210) 555-0142',
  trackedPhones: ['(830) 555-0177'],
  places: [{ id: 'contact', phone: '(210) 555-0199' }],
};

interface Plant {
  what: string;
  page: string;
  /** Replaced once. */
  edit: [from: string | RegExp, to: string];
  /** What is found, all of it. */
  finds: string[];
  clinic?: typeof CLINIC;
}

const plant = (
  what: string,
  page: string,
  edit: Plant['edit'],
  finds: string | string[],
  clinic?: typeof CLINIC,
): Plant => ({ what, page, edit, finds: [finds].flat(), clinic });

const PLANTS: Plant[] = [
  plant('no language', HOME, ['<html lang="en">', '<html>'], 'lang'),
  plant('no h1', HOME, [/<h1>(.*?)<\/h1>/, '<p>$1</p>'], 'one-h1'),
  plant(
    'two h1',
    HOME,
    [/<h2 id="articles-heading">(.*?)<\/h2>/s, '<h1 id="articles-heading">$1</h1>'],
    [
      'one-h1',
      // The cards' h3 follow.
      'heading-order (warning)',
    ],
  ),
  plant('a picture without alt', HOME, [/alt="Illustration[^"]*"/, ''], 'missing-alt'),
  plant(
    'a file’s name as alt',
    HOME,
    [/alt="Illustration[^"]*"/, 'alt="home.svg"'],
    'file-name-alt',
  ),
  plant(
    'a page that is not there',
    HOME,
    ['href="/condition-checker/"', 'href="/checker/"'],
    'broken-link',
  ),
  plant(
    'a picture that is not there',
    HOME,
    ['src="/assets/pictures/home.svg"', 'src="/home.svg"'],
    'broken-link',
  ),
  plant(
    'a style sheet that is not there',
    HOME,
    ['/assets/site.css', '/assets/sight.css'],
    'broken-link',
  ),
  plant(
    'an id that is gone',
    ARTICLE,
    ['id="nurse"', 'id="nurses"'],
    ['broken-link', 'broken-reference'],
  ),
  plant(
    'a link’s other number',
    HOME,
    ['tel:+12105550142', 'tel:+12105550124'],
    ['number-mismatch', 'unknown-number (warning)'],
  ),
  plant('a number too short', HOME, ['tel:+12105550142', 'tel:5550142'], 'invalid-number'),
  plant(
    'a form’s number that is none',
    ARTICLE,
    ['<contact-form phone="(210) 555-0199"', '<contact-form phone="0199"'],
    'invalid-number',
  ),
  plant(
    '911 that dials the desk',
    ARTICLE,
    ['<a href="tel:911">', '<a href="tel:+12105550142">'],
    'emergency-number',
  ),
  plant(
    'a number that costs',
    HOME,
    [
      '<a href="tel:+12105550142">(210) 555-0142</a>',
      '<a href="tel:+19005550142">(900) 555-0142</a>',
    ],
    ['unknown-number (warning)', 'premium-number'],
  ),
  plant(
    'a bare number',
    HOME,
    ['<p class="lede">', '<p class="lede">Call (210) 555-0142. '],
    'number-not-linked (warning)',
  ),
  plant(
    'a number of nobody',
    HOME,
    [
      '<a href="tel:+12105550142">(210) 555-0142</a>',
      '<a href="tel:+12105550111">(210) 555-0111</a>',
    ],
    'unknown-number (warning)',
    CLINIC,
  ),
  plant(
    'a tracking number',
    HOME,
    [
      '<a href="tel:+12105550142">(210) 555-0142</a>',
      '<a href="tel:+18305550177">(830) 555-0177</a>',
    ],
    'tracked-number (warning)',
    CLINIC,
  ),
  plant(
    'a tracking number for machines',
    HOME,
    [
      '</head>',
      '<script type="application/ld+json">{"@type":"MedicalClinic","telephone":"+1-830-555-0177"}</script></head>',
    ],
    'tracked-number',
    CLINIC,
  ),
  plant(
    'another number for machines',
    CONTACT,
    [
      '</head>',
      '<script type="application/ld+json">{"@type":"MedicalClinic","telephone":"+1-210-555-0100"}</script></head>',
    ],
    'number-mismatch',
  ),
  plant(
    'JSON-LD with a comma too many',
    HOME,
    ['</head>', '<script type="application/ld+json">{"@type":"MedicalClinic",}</script></head>'],
    'invalid-json-ld',
  ),
  plant(
    'hours of nobody',
    HOME,
    ['<call-cta', '<call-cta hours="Mo-Thu 8-17h" time-zone="America/Chicago"'],
    'invalid-hours',
  ),
  plant(
    'afternoons in the night',
    HOME,
    ['<call-cta', '<call-cta hours="Fr 08:00-03:00" time-zone="America/Chicago"'],
    'invalid-hours (warning)',
  ),
  plant(
    'a holiday on no day',
    HOME,
    ['<call-cta', '<call-cta holidays="12-32 closed Christmas Day"'],
    'invalid-hours',
  ),
  plant(
    'a zone that is none',
    HOME,
    ['<call-cta', '<call-cta hours="Fr 08:00-15:00" time-zone="Central"'],
    'invalid-hours',
  ),
  plant(
    'a misspelt tag',
    ARTICLE,
    [/<related-posts([\s\S]*?)<\/related-posts>/, '<related-post$1</related-post>'],
    'unknown-element',
  ),
  plant(
    'a misspelt attribute',
    ARTICLE,
    ['<related-posts heading="Related reading"', '<related-posts haeding="Related reading"'],
    'unknown-attribute',
  ),
  plant(
    'false, which is true',
    ARTICLE,
    ['<call-cta sticky', '<call-cta sticky="false"'],
    'bad-attribute-value',
  ),
  plant(
    'a level in words',
    ARTICLE,
    ['heading-level="2"', 'heading-level="two"'],
    'bad-attribute-value',
  ),
  plant(
    'a card that ends in a slash',
    HOME,
    [
      '<ul class="card-grid">',
      '<article-card heading="New" href="/contact/" /><ul class="card-grid">',
    ],
    'unclosed-element',
  ),
  plant(
    'a list in a paragraph',
    ARTICLE,
    [
      /(<related-posts[\s\S]*?<\/related-posts>)/,
      '<p><related-posts><ul><li>One</li></ul></related-posts></p>',
    ],
    'unclosed-element',
  ),
  plant(
    'a form that goes nowhere',
    ARTICLE,
    ['<form method="post" action="/api/leads">', '<form method="post">'],
    'form-action',
  ),
  plant(
    'a form that writes into the address',
    ARTICLE,
    ['<form method="post" action="/api/leads">', '<form action="/api/leads">'],
    'form-method',
  ),
  plant(
    'an id twice',
    ARTICLE,
    ['<h2 id="hip">', '<h2 id="hip"><span id="both"></span>'],
    ['duplicate-id'],
  ),
  plant(
    'no script',
    HOME,
    ['<script type="module" src="/cdn/autoload.js"></script>', ''],
    'script-missing',
  ),
  plant(
    'a review that has yet to be done',
    ARTICLE,
    [
      '<h2 id="side-by-side">',
      '<medical-review reviewed="2031-01-01"></medical-review><h2 id="side-by-side">',
    ],
    'future-review',
  ),
  plant(
    'a review on no day',
    ARTICLE,
    [
      '<h2 id="side-by-side">',
      '<medical-review reviewed="5/12/26"></medical-review><h2 id="side-by-side">',
    ],
    'invalid-review',
  ),
  plant(
    'a review that is too old',
    ARTICLE,
    [
      '<h2 id="side-by-side">',
      '<medical-review reviewed="2020-01-01"></medical-review><h2 id="side-by-side">',
    ],
    'stale-review (warning)',
  ),
  plant(
    'facts that are not there',
    HOME,
    ['<clinic-info src="/assets/clinic.json">', '<clinic-info src="/assets/facts.json">'],
    'clinic-json',
  ),
];

describe('the example clinic’s site', () => {
  const clean = temporaryFolder('clean-site');
  const broken = temporaryFolder('broken-site');

  function findings(folder: string, clinic?: object) {
    const source = readFolder(folder, new URL('https://fernhollow.example/'), ['/inbox']);
    const text = clinic && clinicFile('clinic.json', JSON.stringify(clinic));
    return checkSite(siteOf(source, { now: TODAY, clinic: text }));
  }

  before(async () => {
    await exportSite(clean);
    cpSync(clean, broken, { recursive: true });
  });

  it('has a page for every address', () => {
    const pages = readdirSync(clean, { recursive: true, encoding: 'utf8' });
    assert.ok(pages.filter((name) => name.endsWith('.html')).length >= 8, 'its pages are there');
  });

  it('is clean', () => assert.deepEqual(findings(clean), []));

  it('is clean with its numbers known', () => assert.deepEqual(findings(clean, CLINIC), []));

  for (const { what, page, edit, finds, clinic } of PLANTS) {
    it(`with ${what}: ${finds.join(', ')}`, () => {
      const file = join(broken, page);
      const whole = readFileSync(file, 'utf8');
      const planted = whole.replace(...edit);
      assert.ok(planted !== whole, 'the page has no place for this fault any more');
      writeFileSync(file, planted);
      try {
        const all = findings(broken, clinic);
        assert.deepEqual(all.map(told), finds, JSON.stringify(all, null, 2));
        assert.ok(
          all.every((one) => one.page === page),
          'each on the page with the fault',
        );
      } finally {
        writeFileSync(file, whole);
      }
    });
  }

  it('finds a page that was taken away wherever it is linked', () => {
    rmSync(join(broken, 'contact'), { recursive: true });
    const all = findings(broken);
    assert.ok(all.length > 8, 'every page links to it');
    assert.deepEqual([...new Set(all.map(told))], ['broken-link']);
  });
});
