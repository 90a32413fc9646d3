// Which addresses look like a slip of the finger, and which are somebody's own.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { likelyAddress } from '../../src/leads/email-typo.js';

describe('the address that was probably meant', () => {
  for (const [written, meant] of Object.entries({
    'ada@gmial.com': 'ada@gmail.com',
    'ada@gamil.com': 'ada@gmail.com',
    'ada@gmai.com': 'ada@gmail.com',
    'ada@gmaill.com': 'ada@gmail.com',
    'ada@gnail.com': 'ada@gmail.com',
    'ada@gmail.con': 'ada@gmail.com',
    'ada@gmail.cmo': 'ada@gmail.com',
    'ada@gmail.co': 'ada@gmail.com',
    'ada@gmial.con': 'ada@gmail.com',
    'ada@gmailcom': 'ada@gmail.com',
    'ada@gmail': 'ada@gmail.com',
    'ada@GMIAL.com': 'ada@gmail.com',
    'ada@hotmial.com': 'ada@hotmail.com',
    'ada@yaho.com': 'ada@yahoo.com',
    'ada@outlok.com': 'ada@outlook.com',
    'ada@iclod.com': 'ada@icloud.com',
    'ada@comcast.ner': 'ada@comcast.net',
  })) {
    it(`${written}: ${meant}`, () => {
      assert.equal(likelyAddress(written), meant);
    });
  }

  for (const own of [
    ...['ada@gmail.com', 'ada@yahoo.com.mx', 'ada@yahoo.ca', 'ada@yahoo.es', 'ada@hotmail.es'],
    ...['ada@hotmail.co.uk', 'ada@outlook.cl', 'ada@outlook.es', 'ada@live.com', 'ada@aol.com'],
    ...[
      'ada@mail.com',
      'ada@email.com',
      'ada@ymail.com',
      'ada@mac.com',
      'ada@me.com',
      'ada@gmx.com',
    ],
    ...['ada@grail.com', 'ada@cloud.com', 'ada@proton.me', 'ada@protonmail.ch', 'ada@utexas.edu'],
    ...[
      'ada@clinic.example',
      'ada@googlemail.com',
      '@gmial.com',
      'gmial.com',
      'ada',
      '',
      '@',
      'ada@',
    ],
  ]) {
    it(`nothing for ${own || 'an empty field'}`, () => {
      assert.equal(likelyAddress(own), undefined);
    });
  }

  it('keeps what stands before the @ as it was typed', () => {
    assert.equal(likelyAddress('Ada+Núñez%o’b@gmial.com'), 'Ada+Núñez%o’b@gmail.com');
  });

  it('says nothing twice: what it offers is not a slip', () => {
    const part = fc.stringMatching(/^[a-z.]{0,12}$/);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(part, part).map((p) => p.join('@')),
        ),
        (text) => {
          const meant = likelyAddress(text);
          if (meant === undefined) return;
          assert.equal(likelyAddress(meant), undefined, 'no slip');
          assert.equal(
            meant.split('@').slice(0, -1).join('@'),
            text.slice(0, text.lastIndexOf('@')),
            'whose',
          );
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
