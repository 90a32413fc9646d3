// Initials, languages and lists as a card shows them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { initialsOf, languageNames, listOf, splitList } from '../../src/clinic/names.js';

describe('initials', () => {
  for (const [name, initials] of [
    ['Ana Ruiz', 'AR'],
    ['Dr. Tom Okafor', 'TO'],
    ['Prof. Dr. Eva Maria Lang, MD, FAAOS', 'EL'],
    ['Cher', 'C'],
    ['  élodie   de la Tour ', 'ÉT'],
    ['Ann Smith-Jones', 'AJ'],
    ['王小明', '王'],
    ['𝒜na 𝓡uiz', '𝒜𝓡'],
    ['(Ana)', ''],
    ['', ''],
  ])
    it(`of "${name}" are "${initials}"`, () => assert.equal(initialsOf(name!), initials));

  it('of anything are at most two, and no halves of characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const initials = initialsOf(name);
        // "ß" has no capital of one letter.
        assert.ok([...initials].length <= 6, `${initials} is short`);
        assert.doesNotThrow(() => encodeURIComponent(initials), 'no half of a character');
      }),
    );
  });
});

describe('languages', () => {
  it('are named in the language of the page', () => {
    assert.deepEqual(languageNames('en es', 'en'), ['English', 'Spanish']);
    assert.deepEqual(languageNames('en, es', 'es-US'), ['inglés', 'español']);
    assert.deepEqual(languageNames('zh-Hant', 'en'), ['Traditional Chinese']);
  });

  it('stay as an author wrote them, where these are no tags', () => {
    assert.deepEqual(languageNames('English, American Sign Language', 'en'), [
      'English',
      'American Sign Language',
    ]);
    assert.deepEqual(languageNames('Thai', 'en'), ['Thai']);
    assert.deepEqual(languageNames('en, xq, Español', 'en'), ['English', 'xq', 'Español']);
  });

  it('of nothing are none', () => {
    assert.deepEqual(languageNames(' ', 'en'), []);
    assert.deepEqual(languageNames('', 'en'), []);
  });

  it('are never lost and never throw, in any language', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (tags, language) => {
        const names = languageNames(tags, language);
        assert.ok(
          names.every((name) => name.trim()),
          'each has a name',
        );
        assert.equal(typeof listOf(names, language), 'string');
      }),
    );
  });
});

it('a list is split at commas, semicolons and lines, and written in the page’s way', () => {
  assert.deepEqual(splitList(' Spine , ,Hip;Knee\nFoot  and ankle'), [
    'Spine',
    'Hip',
    'Knee',
    'Foot and ankle',
  ]);
  assert.equal(listOf(['Spine', 'Foot and ankle'], 'en'), 'Spine, Foot and ankle');
});
