// The ids that headings and questions get, and with which people link to them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { headingIds, idFrom } from '../../src/foundation/heading-ids.js';

const nothingElse = () => false;
const idsOf = (...words: string[]): string[] =>
  headingIds(
    words.map((each) => ({ id: '', words: each })),
    nothingElse,
  );

/** Headings as pages have them: with and without an id, in any script, often the same words twice. */
const heading = fc.record({
  id: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.string({ unit: 'grapheme' })),
  words: fc.oneof(
    fc.constantFrom('Causes', 'causes!', 'Causes 2', '¿Qué es?', 'متى', '👋', ''),
    fc.string({ unit: 'grapheme' }),
  ),
});

describe('an id made of a heading’s words', () => {
  const examples: [words: string, id: string][] = [
    ['What it feels like', 'what-it-feels-like'],
    ['  Signs   that should not wait:  ', 'signs-that-should-not-wait'],
    ['What’s next?', 'whats-next'],
    ["Don't wait", 'dont-wait'],
    ['Step 1: X-ray (2026)', 'step-1-x-ray-2026'],
    ['¿Qué es la ciática?', 'qué-es-la-ciática'],
    ['Über Rückenschmerzen', 'über-rückenschmerzen'],
    ['متى تتصل بنا', 'متى-تتصل-بنا'],
    ['坐骨神经痛', '坐骨神经痛'],
    ['हिन्दी में', 'हिन्दी-में'],
    ['Pain 🦴 and rest', 'pain-and-rest'],
    ['1️⃣ First', '1-first'],
    ['❤️', 'section'],
    ['???', 'section'],
    ['', 'section'],
  ];
  for (const [words, id] of examples) {
    it(`“${words}” gives ${id}`, () => {
      assert.equal(idFrom(words), id);
    });
  }

  it('is the same however the letters are put together', () => {
    assert.equal(idFrom('Cafe\u0301'), idFrom('Caf\u00e9'));
  });

  it('ends after a whole word where the words are many', () => {
    const id = idFrom(
      'everything that anybody wanted to know about backs and hips and knees and feet',
    );
    assert.equal(id, 'everything-that-anybody-wanted-to-know-about-backs-and-hips-and');
  });

  it('keeps characters whole where one word is long', () => {
    const id = idFrom('𠀀'.repeat(100));
    assert.equal(id, '𠀀'.repeat(32));
  });

  it('is short, and letters, digits and single hyphens, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const id = idFrom(words);
        assert.match(id, /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u);
        assert.ok(id.length <= 64, `${id} is ${id.length} long`);
        assert.doesNotMatch(id, /\p{Cs}/u, 'no half characters');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the ids of headings', () => {
  it('are numbered from the second on where words are the same', () => {
    assert.deepEqual(idsOf('Causes', 'Rest', 'Causes', 'causes?'), [
      'causes',
      'rest',
      'causes-2',
      'causes-3',
    ]);
  });

  it('leave the author’s as they are, and out of their way', () => {
    const headings = [
      { id: '', words: 'Causes' },
      { id: 'causes', words: 'What causes it' },
      { id: 'Odd id', words: 'Rest' },
    ];
    assert.deepEqual(headingIds(headings, nothingElse), ['causes-2', 'causes', 'Odd id']);
  });

  it('keep clear of what else has an id on the page', () => {
    const ids = headingIds([{ id: '', words: 'Contact' }], (id) => /^contact(-2)?$/.test(id));
    assert.deepEqual(ids, ['contact-3']);
  });

  it('count past words that end in a number', () => {
    assert.deepEqual(idsOf('Causes 2', 'Causes', 'Causes'), ['causes-2', 'causes', 'causes-3']);
  });

  it('are each their own, but for the author’s', () => {
    fc.assert(
      fc.property(
        fc.array(heading),
        fc.array(fc.constantFrom<string>('causes', 'section')),
        (all, taken) => {
          const ids = headingIds(all, (id) => taken.includes(id));
          const made = ids.filter((_, index) => !all[index]!.id);
          assert.equal(new Set(made).size, made.length, 'no two made ones are the same');
          for (const id of made) {
            assert.ok(id && !taken.includes(id), 'not one that is taken');
            assert.ok(!all.some((other) => other.id === id), 'not an author’s');
          }
          all.forEach(({ id }, index) => {
            if (id) assert.equal(ids[index], id);
          });
        },
      ),
    );
  });

  it('stay the same when they are made again, and when sections come after them', () => {
    fc.assert(
      fc.property(fc.array(heading), fc.array(heading), (first, more) => {
        const ids = headingIds(first, nothingElse);
        assert.deepEqual(headingIds(first, nothingElse), ids);
        const named = first.map((each, index) => ({ ...each, id: ids[index]! }));
        assert.deepEqual(headingIds([...named, ...more], nothingElse).slice(0, ids.length), ids);
      }),
    );
  });

  it('go on into the thousands', () => {
    const ids = idsOf(...Array.from({ length: 20_000 }, () => 'Causes'));
    assert.equal(ids.at(-1), 'causes-20000');
  });
});
