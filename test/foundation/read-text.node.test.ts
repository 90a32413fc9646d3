import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readText } from '../../src/foundation/read-text.js';

describe('the text of an answer', () => {
  it('is read as UTF-8, across any cut', async () => {
    const bytes = new TextEncoder().encode('Ñandú 😀');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length }), async (cut) => {
        const stream = new ReadableStream({
          start(controller) {
            controller.enqueue(bytes.slice(0, cut));
            controller.enqueue(bytes.slice(cut));
            controller.close();
          },
        });
        assert.equal(await readText(new Response(stream), bytes.length), 'Ñandú 😀');
      }),
    );
  });

  it('is empty where there is no body', async () => {
    assert.equal(await readText(new Response(null, { status: 204 }), 10), '');
  });

  it('is none where it is longer, by one byte, and reading ends there', async () => {
    let asked = 0;
    const endless = new ReadableStream({
      pull(controller) {
        asked++;
        controller.enqueue(new Uint8Array(8));
      },
    });
    assert.equal(await readText(new Response('12345'), 4), undefined);
    assert.equal(await readText(new Response('12345'), 5), '12345');
    assert.equal(await readText(new Response(endless), 20), undefined);
    assert.ok(asked <= 5, `asked ${asked} times`);
  });

  it('is none where it breaks off', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array([49]));
        controller.error(new Error('cut'));
      },
    });
    assert.equal(await readText(new Response(broken), 10), undefined);
  });
});
