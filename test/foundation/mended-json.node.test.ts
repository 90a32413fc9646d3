import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseMendedJson } from '../../src/foundation/mended-json.js';

const facts = { name: 'Fernhollow & sons', phone: '+16145550142' };

describe('JSON that an author wrote into a page', () => {
  const left: [by: string, text: string][] = [
    ['nobody', '\n{"name":"Fernhollow & sons","phone":"+16145550142"}\n'],
    ['wpautop', '<p>{"name":"Fernhollow &#038; sons",</p>\n<p>"phone":"+16145550142"}</p>'],
    [
      'the Classic block',
      '{<br />\n"name":"Fernhollow &amp; sons",<br>\n"phone":"+16145550142"<br />}',
    ],
    ['XHTML', '// <![CDATA[\n{"name":"Fernhollow & sons","phone":"+16145550142"}\n// ]]>'],
    [
      'XHTML in CSS’s comments',
      '/* <![CDATA[ */{"name":"Fernhollow & sons","phone":"+16145550142"}/* ]]> */',
    ],
    [
      'what hides scripts from old browsers',
      '<!--\n{"name":"Fernhollow & sons","phone":"+16145550142"}\n//-->',
    ],
    [
      'Divi',
      '{<!-- [et_pb_line_break_holder] -->"name":"Fernhollow & sons","phone":"+16145550142"}',
    ],
    ['a word processor', '{“name”:“Fernhollow & sons”,”phone″:”+16145550142″}'],
    [
      'wptexturize',
      '{&#8220;name&#8221;:&#8220;Fernhollow &#038; sons&#8221;,&#8221;phone&#8221;:&#8221;+16145550142&#8243;}',
    ],
    [
      'an encoder',
      '{&quot;name&quot;:&quot;Fernhollow &amp; sons&quot;,&#34;phone&#034;:&quot;+16145550142&quot;}',
    ],
    ['a visual editor', '{"name":"Fernhollow & sons",\u00a0&nbsp;"phone":"+16145550142"}'],
  ];
  for (const [by, text] of left) {
    test(`says the same after ${by}`, () => {
      assert.deepEqual(parseMendedJson(text), facts);
    });
  }

  test('is left as it is where it parses, whatever it says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        assert.deepEqual(parseMendedJson(text), JSON.parse(text));
      }),
    );
    const odd = { words: '<p>“Call” &amp; wait<br /> // ]]>' };
    assert.deepEqual(parseMendedJson(JSON.stringify(odd)), odd);
  });

  test('that nothing can mend is refused', () => {
    for (const text of ['', '{"name":', '<p>Fernhollow</p>', '“”'.repeat(2)])
      assert.throws(() => parseMendedJson(text), SyntaxError, text);
  });

  test('is read or refused, however hostile', () => {
    const blanks = ' \n\t'.repeat(300_000);
    for (const text of [blanks, `//${blanks}`, `<!--${blanks}x`, `{${'//'.repeat(400_000)}`])
      assert.throws(() => parseMendedJson(text), SyntaxError, text.slice(0, 9));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        try {
          parseMendedJson(text);
        } catch (error) {
          assert.ok(error instanceof SyntaxError, 'no other error comes of it');
        }
      }),
    );
  });
});
