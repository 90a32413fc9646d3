import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { plain } from '../../src/leads/transports/reply.js';

describe('what an endpoint says to the visitor', () => {
  it('becomes text where it is HTML, and stays where it is text', async () => {
    for (const [said, text] of [
      ['Thank you.', 'Thank you.'],
      [' Two\n lines ', 'Two lines'],
      ['<div id="gform"><p>Thanks, <b>Ann</b>!</p><p>Bye.</p></div>', 'Thanks, Ann! Bye.'],
      ['Ann &amp; Bob&#8217;s', 'Ann & Bob’s'],
      ['5 < 6', '5 < 6'],
      ['<img src=x onerror=alert(1)>', ''],
      ['<script>alert(1)</script>Hi<style>p{}</style>', 'Hi'],
      ['&lt;b&gt;', '<b>'],
      ['', ''],
    ] as const)
      assert.equal(await plain(said), text, said);
  });

  it('is nothing where it is no text', async () => {
    for (const said of [undefined, null, 7, {}, ['x']]) assert.equal(await plain(said), '');
  });

  const gone = () => Promise.reject(new Error('gone'));

  it('loses its tags even if the code that reads HTML cannot be had', async () => {
    assert.equal(await plain('<p class="a">Thanks, <b>Ann</b></p>', gone), 'Thanks, Ann');
    assert.equal(await plain('No code needed.', gone), 'No code needed.');
    assert.equal(await plain('Cut <b', gone), 'Cut');
  });

  it('does not keep a receipt waiting for that code', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const said = plain('<p>Thanks</p>', () => new Promise(() => {}));
    t.mock.timers.tick(3000);
    assert.equal(await said, 'Thanks');
  });

  it('holds no tag without that code, whatever was said', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('<', '>', 'b', '/', '"', ' ', '&')),
        async (said) => {
          assert.doesNotMatch(await plain(said.join(''), gone), /</);
        },
      ),
    );
  });
});
