import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { collapse } from '../../src/foundation/text.js';
import { plainText } from '../../src/foundation/plain-text.js';

interface Hostile {
  id: string;
  sink: string;
  payload: string;
  format: string;
  expectText?: string;
}
const corpus = (
  JSON.parse(readFileSync(new URL('../fixtures/xss-strings.json', import.meta.url), 'utf8')) as {
    payloads: Hostile[];
  }
).payloads;

describe('plainText', () => {
  const cases: [html: string, text: string][] = [
    ['Sciatica or hip?', 'Sciatica or hip?'],
    ['what it&#8217;s like, and what it can&#8217;t do', 'what it’s like, and what it can’t do'],
    ['pillows &#038; a <em>surprising</em> recliner', 'pillows & a surprising recliner'],
    ['<p>A dull ache &#8212; not a sting.</p>\n', 'A dull ache — not a sting.'],
    ['<p>One.</p><p>Two.</p>', 'One. Two.'],
    ['One<br>Two<br/>Three', 'One Two Three'],
    ['<ul><li>One</li><li>Two</li></ul>', 'One Two'],
    ['<td>a</td><td>b</td>', 'a b'],
    ['un<b>believ</b>able', 'unbelievable'],
    ['A&nbsp;&nbsp;B &shy;C', 'A B \u00adC'],
    ['Fish &amp; Chips &lt;3', 'Fish & Chips <3'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['&amp;amp;', '&amp;'],
    ['AT&T, R&D & co', 'AT&T, R&D & co'],
    ['5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
    ['<!-- secret -->shown<!--x', 'shown'],
    ['<![CDATA[x]]>y', 'y'],
    ['<script>alert(1)</script>Hello', 'Hello'],
    ['<style>p{color:red}</style>Hello', 'Hello'],
    ['a<noscript><img src=x></noscript>b', 'ab'],
    ['a<iframe src=x>fallback</iframe>b', 'ab'],
    ['</script></style></title></svg>Hello', 'Hello'],
    ['a<textarea><p>b</textarea>c', 'ac'],
    ['<template><p>x</p></template>y', 'y'],
    ['<svg><title>icon</title><text>pic</text></svg>Knee', 'Knee'],
    ['<b <i>x', 'x'],
    ['<img alt="a > b" src=x>c', 'c'],
    ['\u202Egnp.exe\u202C', 'gnp.exe'],
    ['zero\u200Bwidth\uFEFF', 'zerowidth'],
    ['&#x202E;reversed', 'reversed'],
    ['&#8203;x&zwj;y', 'xy'],
    ['&zwnj;pay&zwj;&zwnj;ment &zwj;', 'payment'],
    // Persian and Hindi need their joiners.
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['क्\u200dष', 'क्\u200dष'],
    ['👩🏽\u200d⚕️ 🏳️\u200d🌈', '👩🏽\u200d⚕️ 🏳️\u200d🌈'],
    ['a\u061Cb\u2066c\u00ADd\u{E0041}\u3164', 'abc\u00ADd'],
    ['a\0b\x1Bc\x9Fd', 'abcd'],
    ['x \u200B y', 'x y'],
    ['👩&zwj;⚕️', '👩‍⚕️'],
    ['', ''],
    ['<p></p>', ''],
  ];
  for (const [html, text] of cases) {
    it(`reads ${JSON.stringify(html)} as ${JSON.stringify(text)}`, () => {
      assert.equal(plainText(html), text);
    });
  }

  it('knows the names that WordPress and its authors use', () => {
    const named = {
      ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", hellip: '…', mdash: '—', ndash: '–' },
      ...{ rsquo: '’', lsquo: '‘', rdquo: '”', ldquo: '“', laquo: '«', raquo: '»', bull: '•' },
      ...{ eacute: 'é', Eacute: 'É', ntilde: 'ñ', uuml: 'ü', szlig: 'ß', ccedil: 'ç', aring: 'å' },
      ...{ copy: '©', reg: '®', trade: '™', deg: '°', frac12: '½', times: '×', euro: '€' },
      ...{ iexcl: '¡', iquest: '¿', middot: '·', plusmn: '±', micro: 'µ', ge: '≥', le: '≤' },
    };
    for (const [name, sign] of Object.entries(named))
      assert.equal(plainText(`x&${name};y`), `x${sign}y`);
  });

  it('decodes numbers as browsers do', () => {
    assert.equal(plainText('&#65;&#x42;&#X43;'), 'ABC');
    assert.equal(plainText('&#128512;&#x1F600;'), '😀😀');
    // The HTML standard reads these as Windows-1252.
    assert.equal(plainText('&#146;&#150;&#133;'), '’–…');
    for (const odd of ['&#0;', '&#x110000;', '&#xD800;', '&#99999999999;', '&#;', '&#x;'])
      assert.doesNotMatch(plainText(`a${odd}b`), /\p{Surrogate}/u, odd);
  });

  it('says nothing of what is no text', () => {
    for (const odd of [null, undefined, 7, true, {}, [], { rendered: 'x' }, Symbol('x')])
      assert.equal(plainText(odd), '');
  });

  describe('with hostile titles and excerpts', () => {
    const doors = corpus.filter(({ sink }) => sink === 'feed.title' || sink === 'feed.excerpt');

    it('has the corpus to try', () => {
      assert.equal(doors.length, 32);
    });

    /** What a browser's own parser would keep as text, worked out by hand. */
    const WORDS: Record<string, string> = {
      T15: '<img src=x onerror=__xss()>',
      T16: '&lt;img src=x onerror=__xss()&gt;',
      T18: '<script>__xss()</script>',
      T19: 'Don’t ignore knee pain & swelling …',
      T20: 'Fish & Chips <3',
      T21: 'x',
      T23: '">',
      T24: "'>",
      T25: '" onmouseover="__xss()" x="',
      T34: '${__xss()}',
      T35: '{{constructor.constructor("__xss()")()}}',
      T36: 'y',
      E06: 'x',
      E09: 'unclosed tags',
    };
    for (const { id, payload } of doors) {
      it(`${id} ${JSON.stringify(payload.slice(0, 60))} is words or nothing`, () => {
        const text = plainText(payload);
        if (id === 'T38') assert.equal(text, payload.trim());
        else assert.equal(text.replace(/[\0\ufffd]/g, ''), WORDS[id] ?? '');
      });
    }
  });

  describe('against a second reading', () => {
    // Markup is made together with the words in it: nothing is parsed on this side.
    interface Piece {
      html: string;
      text: string;
    }
    const NAMES: Record<string, string> = {
      '&': 'amp',
      '<': 'lt',
      '>': 'gt',
      '"': 'quot',
      '…': 'hellip',
      é: 'eacute',
      '’': 'rsquo',
    };
    const letter = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...'abc XYZ 019.,;:?!-()') },
      {
        weight: 2,
        arbitrary: fc.constantFrom('&', '<', '>', '"', '…', 'é', '’', '痛', '😀', '\n', '\u00a0'),
      },
    );
    const sign = fc.tuple(letter, fc.nat(3)).map(([char, style]): Piece => {
      const code = char.codePointAt(0)!;
      const must = '&<>'.includes(char);
      const html =
        style === 0 && NAMES[char]
          ? `&${NAMES[char]};`
          : style === 1 || (must && style === 0)
            ? `&#${code};`
            : style === 2 || must
              ? `&#x${code.toString(16)};`
              : char;
      return { html, text: char };
    });
    const join = (pieces: Piece[]): Piece => ({
      html: pieces.map(({ html }) => html).join(''),
      text: pieces.map(({ text }) => text).join(''),
    });
    const words = fc.array(sign, { maxLength: 12 }).map(join);
    const attribute = fc.constantFrom(
      ...[
        '',
        ' class="x"',
        " title='<b>&gt;</b>'",
        ' onclick=alert(1)',
        ' hidden',
        ' data-x="a&lt;b"',
      ],
    );
    const { markup } = fc.letrec<{ markup: Piece; node: Piece }>((tie) => ({
      markup: fc.array(tie('node'), { maxLength: 5, depthIdentifier: 'markup' }).map(join),
      node: fc.oneof(
        { depthIdentifier: 'markup', maxDepth: 4 },
        words,
        fc
          .tuple(
            fc.constantFrom('b', 'em', 'span', 'a', 'code', 'strong', 'x-tag', 'mark'),
            attribute,
            tie('markup'),
          )
          .map(([tag, attrs, { html, text }]) => ({
            html: `<${tag}${attrs}>${html}</${tag}>`,
            text,
          })),
        fc
          .tuple(
            fc.constantFrom('div', 'ul', 'blockquote', 'SECTION', 'figure'),
            attribute,
            tie('markup'),
          )
          .map(([tag, attrs, { html, text }]) => ({
            html: `<${tag}${attrs}>${html}</${tag}>`,
            text: ` ${text} `,
          })),
        // In a list of its own: right inside another item it would end that one.
        fc.tuple(attribute, tie('markup')).map(([attrs, { html, text }]) => ({
          html: `<ul><li${attrs}>${html}</li></ul>`,
          text: ` ${text} `,
        })),
        fc
          .constantFrom('<br>', '<br/>', '<hr>', '<BR class=x>')
          .map((html) => ({ html, text: ' ' })),
        fc
          .constantFrom(
            '<img src=x alt="y">',
            '<wbr>',
            '<!-- c -->',
            '<input value="v">',
            '<!---->',
          )
          .map((html) => ({ html, text: '' })),
        fc
          .tuple(
            fc.constantFrom('script', 'style', 'template', 'iframe', 'noscript', 'object'),
            words,
          )
          .map(([tag, { html }]) => ({ html: `<${tag}>${html}</${tag}>`, text: '' })),
      ),
    }));

    it('finds the same words', () => {
      fc.assert(
        fc.property(markup, ({ html, text }) => {
          assert.equal(plainText(html), collapse(text));
        }),
        { numRuns: 3000 },
      );
    });

    it('finds the same words when they come in JSON', () => {
      fc.assert(
        fc.property(markup, ({ html, text }) => {
          const { rendered } = JSON.parse(JSON.stringify({ rendered: html })) as {
            rendered: string;
          };
          assert.equal(plainText(rendered), collapse(text));
        }),
        { numRuns: 200 },
      );
    });
  });

  it('never throws, leaves no unseen sign and no white space at the ends, on any soup', () => {
    const soup = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '<',
            '>',
            '</',
            '<!',
            '<!--',
            '-->',
            '<script',
            '</p>',
            '<?php',
            ']]>',
            '&',
            '&#',
            '&#x',
            ';',
            '="',
            "'",
          ),
          fc.constantFrom(
            '<p>',
            '<svg>',
            '<math>',
            '<title>',
            '<textarea>',
            '<select>',
            '<plaintext>',
            '<template>',
            '</svg>',
          ),
          fc.constantFrom('\u202E', '\u200B', '\0', '\ud800', '\u2028'),
          fc.string({ unit: 'binary', maxLength: 8 }),
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, (html) => {
        const text = plainText(html);
        assert.equal(text, text.trim());
        assert.doesNotMatch(text, /[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads 100,000 tags within deep and long markup in less than a second', () => {
    const start = performance.now();
    plainText('<b>'.repeat(50_000) + 'x' + '</b>'.repeat(50_000));
    plainText('<'.repeat(200_000));
    plainText('&'.repeat(200_000));
    plainText('<a b="'.repeat(50_000));
    plainText('<!--'.repeat(50_000));
    plainText('</p>'.repeat(50_000));
    const time = performance.now() - start;
    assert.ok(time < 3000, `${Math.round(time)} ms`);
  });
});
