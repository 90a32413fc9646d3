import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { altTextProblem, LONGEST_ALT } from '../../src/foundation/alt-text.js';
import { collapse } from '../../src/foundation/text.js';

const SRC = '/wp-content/uploads/2026/03/walking-2.jpg?ver=3';

describe('altTextProblem', () => {
  it('takes words that say what the picture shows, and none for decoration', () => {
    for (const alt of [
      'A person walking along a path between trees',
      'Photo of Dr. Okafor beside a model of the spine',
      'Walking',
      'MRI of the lower back, 2026',
      'L4/L5',
      'Picture a spring: that is how a disc works',
      '腰の痛みに枕を使う人',
      '',
      ' ',
    ])
      assert.equal(altTextProblem(alt, { src: SRC, title: 'Walking again' }), undefined, alt);
  });

  it('tells an alt that is not there from an empty one', () => {
    assert.equal(altTextProblem(null), 'missing');
    assert.equal(altTextProblem(undefined, { src: SRC }), 'missing');
  });

  it('finds names of files', () => {
    for (const alt of [
      ...['walking-2.jpg', 'walking-2', 'Walking 2', 'hero.WEBP', 'spine model.png'],
      ...[
        'IMG_1234',
        'img 20260304 1',
        'DSC00042',
        'PXL_20260304_120000',
        'Screenshot 2026-03-04 at 10.11',
      ],
      ...['12345', '2026-03-04'],
    ])
      assert.equal(altTextProblem(alt, { src: SRC }), 'file-name', alt);
  });

  it('takes a plain word for a word, though the file is called so', () => {
    assert.equal(altTextProblem('Knee', { src: '/pictures/knee.jpg' }), undefined);
  });

  it('finds words that only say that there is a picture', () => {
    for (const alt of ['image', 'Photo', 'hero image', 'A picture.', 'alt text', 'Imagen', 'foto'])
      assert.equal(altTextProblem(alt, { src: SRC }), 'says-nothing', alt);
  });

  it('finds the title said twice, whatever its stops and capitals', () => {
    const title = 'Walking with spinal stenosis: how far?';
    assert.equal(
      altTextProblem('walking with spinal stenosis – how far', { title }),
      'repeats-title',
    );
    assert.equal(altTextProblem('Walking', { title }), undefined);
  });

  it('finds what is too long to listen to', () => {
    assert.equal(altTextProblem('Walk '.repeat(30)), undefined);
    assert.equal(altTextProblem('Walk '.repeat(31)), 'long');
    assert.equal(altTextProblem('👟'.repeat(LONGEST_ALT)), undefined, 'characters are counted');
  });

  it('bears any text, and lets none pass that is too long', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, text, fc.nat(60), (alt, src, title, times) => {
        const all = `${alt} `.repeat(times);
        const problem = altTextProblem(all, { src, title });
        if ([...collapse(all)].length > LONGEST_ALT)
          assert.ok(problem, 'something is wrong with it');
      }),
    );
    assert.equal(altTextProblem(`img ${'1 - '.repeat(1e5)}x`, { src: '%'.repeat(1e5) }), 'long');
  });
});
