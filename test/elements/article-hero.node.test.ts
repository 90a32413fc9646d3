import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { focalPoint } from '../../src/elements/article-hero/focal-point.js';
import { pictureProblems } from '../../src/elements/article-hero/picture-problems.js';

const good = {
  alt: 'A person walking along a path',
  src: '/walk.jpg',
  title: 'Walking again',
  loading: null,
  width: '1200',
  height: '800',
};

describe('focalPoint', () => {
  it('reads two percentages', () => {
    assert.equal(focalPoint('30% 40%'), '30% 40%');
    assert.equal(focalPoint(' 0%   100% '), '0% 100%');
    assert.equal(focalPoint('33.3% 66.6%'), '33.3% 66.6%');
  });

  it('passes nothing else on to a style sheet', () => {
    for (const value of [
      ...['', ' ', '30%', '30 40', '-1% 40%', '101% 40%', '30% 40% 50%', 'left top', '1e9% 1%'],
      ...['30% 40%;color:red', '30% 40%}*{display:none', 'var(--x) 1%', 'calc(1% + 1px) 1%'],
      ...[null, undefined, '9'.repeat(400)],
    ])
      assert.equal(focalPoint(value), undefined, String(value));
  });
});

describe('pictureProblems', () => {
  it('finds nothing wrong with a picture that has all it needs', () => {
    assert.deepEqual(pictureProblems(good, false), []);
    assert.deepEqual(pictureProblems({ ...good, alt: '', loading: 'eager' }, false), []);
  });

  it('says what delays a picture, or moves the page', () => {
    const told = (more: object) => pictureProblems({ ...good, ...more }, false).join();
    assert.match(told({ loading: 'LAZY' }), /loading="lazy"/);
    for (const none of [null, '', 'auto', '0'])
      assert.match(told({ height: none }), /no width and height/, String(none));
  });

  it('asks an author only for what the author can give', () => {
    const made = { ...good, width: null, height: null };
    assert.deepEqual(pictureProblems(made, true), []);
    assert.match(pictureProblems({ ...made, alt: null }, true).join(), /^"image-alt" is missing/);
  });
});
