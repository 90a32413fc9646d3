import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { collapse } from '../../src/foundation/text.js';
import { excerptOf } from '../../src/posts/excerpt.js';

const TEXT = 'A pillow under the knees, or between them, takes the strain off your lower back.';

describe('excerptOf', () => {
  it('leaves a short text as it is', () => {
    assert.equal(excerptOf('Short.', 160), 'Short.');
    assert.equal(excerptOf('exactly', 7), 'exactly');
    assert.equal(excerptOf('  spaced \n out ', 160), 'spaced out');
  });

  it('cuts a long one between words, with one ellipsis', () => {
    assert.equal(excerptOf(TEXT, 30), 'A pillow under the knees, or…');
    assert.equal(excerptOf(TEXT, 10), 'A pillow…');
    assert.equal(excerptOf(TEXT, 8), 'A pillow…');
  });

  it('ends on no comma, colon or dash', () => {
    assert.equal(excerptOf(TEXT, 25), 'A pillow under the knees…');
    assert.equal(excerptOf('Walk – slowly – every day', 7), 'Walk…');
    assert.equal(excerptOf('Three things: rest, ice, heat', 13), 'Three things…');
  });

  it('makes an ending that says "cut" already one ellipsis', () => {
    for (const ending of ['…', ' …', '...', ' ....', '[…]', ' [...]', ' [ … ]', '… \n'])
      assert.equal(
        excerptOf(`Most people feel a dull ache${ending}`, 160),
        'Most people feel a dull ache…',
        ending,
      );
    assert.equal(excerptOf(`${TEXT} [&hellip;]`.replace('&hellip;', '…'), 10), 'A pillow…');
  });

  it('puts no second ellipsis where the cut falls behind one', () => {
    assert.equal(excerptOf('Wait… what does it mean?', 6), 'Wait…');
    assert.equal(excerptOf('Wait... what does it mean?', 8), 'Wait…');
  });

  it('leaves other punctuation alone', () => {
    for (const text of ['Why?', 'Stop!', 'See [1]', 'A. B.', 'e.g..', 'Wait…what'])
      assert.equal(excerptOf(text, 160), text);
  });

  it('says nothing where there is nothing', () => {
    for (const nothing of ['', ' ', null, undefined, '…', ' [...] '])
      assert.equal(excerptOf(nothing, 160), '');
  });

  it('cuts between words where a language writes no spaces', () => {
    const thai = 'หมอนใต้เข่าช่วยลดแรงกดที่หลังส่วนล่าง';
    const cut = excerptOf(thai, 12, 'th');
    assert.ok(cut.endsWith('…') && thai.startsWith(cut.slice(0, -1)), cut);
    const words = [...new Intl.Segmenter('th', { granularity: 'word' }).segment(thai)];
    assert.ok(
      words.some(({ index }) => index === cut.length - 1),
      `${cut} ends on a word`,
    );
  });

  it('cuts one word that is longer than all the room', () => {
    assert.equal(excerptOf('Pneumonoultramicroscopic', 9), 'Pneumonou…');
  });

  it('works without Intl.Segmenter, and with a language that is none', () => {
    assert.equal(excerptOf(TEXT, 10, 'not a language'), 'A pillow…');
    const { Segmenter } = Intl;
    try {
      Reflect.deleteProperty(Intl, 'Segmenter');
      assert.equal(excerptOf(TEXT, 10), 'A pillow…');
      assert.equal(excerptOf(TEXT, 25), 'A pillow under the knees…');
    } finally {
      Object.defineProperty(Intl, 'Segmenter', {
        value: Segmenter,
        configurable: true,
        writable: true,
      });
    }
  });

  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc
      .array(
        fc.constantFrom(
          'knee',
          'pain',
          'and',
          '𝒜𝒷𝒸𝒹',
          '👩‍⚕️',
          'é',
          'ñandú',
          ',',
          '–',
          '…',
          '.',
          '痛み',
        ),
        { maxLength: 30 },
      )
      .map((words) => words.join(' ')),
    fc.string({ unit: fc.constantFrom('𝒜', '𝒷', 'a'), maxLength: 60 }),
  );

  it('is always a beginning of the text, no longer than asked, with one ellipsis or none', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (written, most) => {
        const whole = collapse(written);
        const result = excerptOf(written, most);
        const cut = /^(.*?)…?$/su.exec(result)![1]!;
        assert.ok(
          whole.startsWith(cut),
          `${JSON.stringify(result)} begins ${JSON.stringify(whole)}`,
        );
        assert.ok([...cut].length <= most, `${[...cut].length} characters of ${most}`);
        assert.doesNotMatch(result, /…\s*…$/);
        assert.doesNotMatch(result, /\p{Surrogate}/u, 'no half of a pair');
      }),
      { numRuns: 3000 },
    );
  });

  it('never says that it cut where nothing is missing', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (written, most) => {
        const whole = collapse(written);
        // A text that ended so before is another matter.
        fc.pre(!/[….\]\s,;:–—-]$/u.test(whole));
        const result = excerptOf(written, most);
        if (!result.endsWith('…')) assert.equal(result, whole);
        else assert.notEqual(result.slice(0, -1), whole);
      }),
      { numRuns: 3000 },
    );
  });
});
