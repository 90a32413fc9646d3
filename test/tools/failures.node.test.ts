import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failuresIn } from '../../scripts/lib/failures.js';

describe('what the end of a test run says again', () => {
  it('is the list that Node’s runner closes with', () => {
    const output =
      '✔ fine (1ms)\n✖ fails (2ms)\nℹ fail 1\n\n✖ failing tests:\n\n✖ fails (2ms)\n  1 !== 2\n';
    assert.equal(failuresIn(output), '✖ failing tests:\n\n✖ fails (2ms)\n  1 !== 2');
  });

  it('is each test that failed in a browser, with its file and its reason, and nothing beside it', () => {
    const output = [
      '\x1b[2K\x1b[1A\x1b[2K\x1b[Gtest/elements/call-cta.browser.test.ts:',
      '',
      ' ❌ call-cta > calls',
      '      AssertionError: expected 1 to equal 2',
      '      at test/elements/call-cta.browser.test.ts:3:35',
      '',
      'test/elements/faq-list.browser.test.ts:',
      '',
      ' 🚧 404 network requests:',
      '    - i.webp',
      '',
      '6 passed, 1 failed, 0 skipped',
    ].join('\n');
    assert.equal(
      failuresIn(output),
      [
        'test/elements/call-cta.browser.test.ts:',
        ' ❌ call-cta > calls',
        '      AssertionError: expected 1 to equal 2',
        '      at test/elements/call-cta.browser.test.ts:3:35',
      ].join('\n'),
    );
  });

  it('is each story that failed', () => {
    const output = 'FAIL elements-a: axe\nFAIL elements-b: play\n3 passed, 2 failed';
    assert.equal(failuresIn(output), 'FAIL elements-a: axe\nFAIL elements-b: play');
  });

  it('is the end of what a check printed, and not all of a long one', () => {
    assert.equal(failuresIn('src/a.ts: wrong\n'), 'src/a.ts: wrong');
    const end = failuresIn(`${'a line\n'.repeat(10_000)}the reason`);
    assert.ok(end.endsWith('the reason'), 'the end is there');
    assert.ok(end.length < 5000, `it is short: ${end.length} characters`);
  });
});
