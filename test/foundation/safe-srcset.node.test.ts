import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { safeSrcset } from '../../src/foundation/safe-srcset.js';

const BASE = 'https://clinic.example/articles/knee/';

describe('safeSrcset', () => {
  const cases: [given: string, kept: string | undefined][] = [
    [
      'a.jpg 320w, b.jpg 640w',
      'https://clinic.example/articles/knee/a.jpg 320w, https://clinic.example/articles/knee/b.jpg 640w',
    ],
    [
      '/a.jpg, /b.jpg 1.5x ,/c.jpg 2x',
      'https://clinic.example/a.jpg, https://clinic.example/b.jpg 1.5x, https://clinic.example/c.jpg 2x',
    ],
    // Without a space after it a comma belongs to the address.
    ['/w_300,h_200/a.jpg 300w', 'https://clinic.example/w_300,h_200/a.jpg 300w'],
    ['/a.jpg 1x,/b.jpg 2x', 'https://clinic.example/a.jpg 1x, https://clinic.example/b.jpg 2x'],
    ['\n  https://cdn.example/a.jpg\n\t320w,\n', 'https://cdn.example/a.jpg 320w'],
    ['data:image/png;base64,AAAA 2x', 'data:image/png;base64,AAAA 2x'],
    // What cannot be used is left out, and the rest stays.
    ['javascript:alert(1) 1x, /b.jpg 2x', 'https://clinic.example/b.jpg 2x'],
    ['/a.jpg wide, /b.jpg 640w', 'https://clinic.example/b.jpg 640w'],
    ['/a.jpg 320w 200h, /b.jpg 640w', 'https://clinic.example/b.jpg 640w'],
    ['/a.jpg -1x, /b.jpg 0w', undefined],
    ['data:text/html,x 1x', undefined],
    ['https://clinic.example@evil.example/a.jpg 1x', undefined],
    [',,, ,', undefined],
    ['', undefined],
  ];
  for (const [given, kept] of cases) {
    it(JSON.stringify(given), () => assert.equal(safeSrcset(given, BASE), kept));
  }

  it('finds nothing in nothing', () => {
    assert.equal(safeSrcset(undefined, BASE), undefined);
    assert.equal(safeSrcset(null, BASE), undefined);
  });

  it('leaves relative addresses as written where no page is known', () => {
    assert.equal(safeSrcset('a.jpg 320w, b.jpg 640w'), 'a.jpg 320w, b.jpg 640w');
  });

  it('ends no address with a comma, which would be read as the end of a candidate', () => {
    assert.equal(safeSrcset('a.jpg,\u0000', BASE), `${BASE}a.jpg`);
  });

  it('lets nothing but pictures’ addresses through, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(',', ' ', '\n', '1x', '320w', 'javascript:', 'data:', '//', '@', 'a.jpg'),
      fc.string({ maxLength: 6, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const result = safeSrcset(pieces.join(''), BASE);
        for (const candidate of result?.split(', ') ?? [])
          assert.match(candidate, /^(?:https?:\/\/|data:image\/)\S+(?: [\d.]+[wx])?$/);
        // Read again it says the same.
        assert.equal(safeSrcset(result, BASE), result);
      }),
      { numRuns: 2000 },
    );
  });
});
