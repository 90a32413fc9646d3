// Whatever a page is made of, the check ends and says where.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Page, TooDeepError } from '../../src/cli/check/page.js';
import { readManifest } from '../../src/cli/check/manifest.js';
import { RULES } from '../../src/cli/check/rules/index.js';
import { check } from './support.js';

const manifest = readManifest();
const names = [
  ...manifest.keys(),
  ...'a img h1 h3 p form script template clinic-info medical-review skip-link svg table select base meta'.split(
    ' ',
  ),
];
const attributes = [
  ...new Set([...manifest.values()].flatMap((one) => [...one.attributes.keys()])),
  ...'id alt lang itemprop type datetime style srcset __proto__ constructor'.split(' '),
];
const values = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'tel:911',
    'tel:%E0%A4%A',
    '(210) 555-0142',
    'Mo-Fr 08:00-17:00',
    'application/ld+json',
    '#',
    '#%',
    '//[',
    'http://',
    'javascript:',
    '2026-13-41',
    'P24M',
    'x 2x, , y',
    '{{x}}',
  ),
);
const quoted = (value: string) => `"${value.replaceAll('"', '&quot;')}"`;
const tag = fc
  .tuple(
    fc.constantFrom(...names),
    fc.array(fc.tuple(fc.constantFrom(...attributes), values), { maxLength: 4 }),
    fc.constantFrom(
      '>',
      '/>',
      ' ',
      '>text',
      '>(210) 555-0142',
      '>{"telephone":["(210) 555-0142",{}]}',
    ),
  )
  .map(
    ([name, list, end]) =>
      `<${name}${list.map(([key, value]) => ` ${key}=${quoted(value)}`).join('')}${end}`,
  );
const endTag = fc.constantFrom(...names).map((name) => `</${name}>`);
const soup = fc.array(fc.oneof(tag, endTag, fc.string(), fc.constant('<!doctype html><html>')), {
  maxLength: 40,
});
const json = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.string(),
  fc
    .dictionary(
      fc.constantFrom(
        'phone',
        'trackedPhones',
        'hours',
        'holidays',
        'timeZone',
        'places',
        '__proto__',
        'x',
      ),
      fc.jsonValue({ maxDepth: 3 }),
    )
    .map((value) => JSON.stringify(value)),
);

describe('any page', () => {
  it('is checked to its end, with a place for every finding', () => {
    fc.assert(
      fc.property(soup, json, (parts, clinic) => {
        const html = parts.join('');
        const lines = html.split(/\r\n|[\n\r]/).length;
        for (const finding of check({ 'a.html': html, 'b/index.html': html }, { clinic })) {
          const { rule, line, column, message, remedy, page } = finding;
          assert.ok(RULES.has(rule), `${rule} is a rule`);
          assert.ok(line >= 1 && column >= 1, 'places are counted from 1');
          if (page !== 'clinic.json') assert.ok(line <= lines, 'the line is one of the page');
          assert.ok(message && typeof remedy === 'string', `${rule} says what and how`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is checked, however long it is', { timeout: 60_000 }, () => {
    const long: [html: string, findings: number][] = [
      ['<p>(210) 555-0142 '.repeat(5000), 5000],
      ['<a href="#x">x</a>'.repeat(5000), 5000],
      [`<p title="${'1-'.repeat(50_000)}">`, 0],
      [`<img alt="" srcset="${'data:image/gif,a 1x, '.repeat(20_000)}">`, 0],
      // Each is unclosed and has an attribute that it does not know.
      ['<article-card x>'.repeat(400), 800],
    ];
    for (const [html, findings] of long) assert.equal(check({ 'a.html': html }).length, findings);
  });

  it('that is nested without end is refused', () => {
    const read = () => new Page('a.html', new URL('https://clinic.example/'), '<div>'.repeat(1e5));
    assert.throws(read, TooDeepError);
  });

  it('gives no finding for JSON-LD that is deep, wide or odd', () => {
    const deep = `${'['.repeat(5000)}1${']'.repeat(5000)}`;
    for (const data of [deep, '{"__proto__":{"name":1}}', 'null', '"telephone"', '[[],{}]']) {
      const html = `<script type="application/ld+json">${data}</script>`;
      assert.deepEqual(check({ 'a.html': html }), []);
    }
  });
});
