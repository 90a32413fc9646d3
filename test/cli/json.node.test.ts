// Where a file stops being JSON: for whoever has to mend it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readJson, spotInJson } from '../../src/cli/json.js';

const CASES: [what: string, text: string, line: number, column: number, words: string][] = [
  ['a word without quotes', '{\n  "name": oops,\n  "b": 1\n}', 2, 11, '"name": oops,'],
  ['a comma too many', '{\r\n  "a": 1,\r\n}', 3, 1, '"a": 1, }'],
  ['a comma that is missing', '{\n  "a": 1\n\n  "b": 2\n}', 4, 3, '"a": 1 "b": 2'],
  ['curly quotes', '{ "a": “b” }', 1, 8, '{ "a": “b” }'],
  ['a comment', '{\n  "a": 1 // one\n}', 2, 10, '"a": 1 // one'],
  ['a line break within quotes', '{\n  "a": "x\ny"\n}', 2, 10, '"a": "x'],
  ['what a terminal would obey', '{ \u001b[31m }', 1, 3, '{ [31m }'],
  ['nothing', ' ', 1, 1, ''],
];

describe('JSON that is none', () => {
  for (const [what, text, line, column, words] of CASES)
    it(`for ${what} breaks where that stands`, () =>
      assert.deepEqual(readJson(text), { broken: { line, column, words } }));

  it('shows no more of a long line than is near', () => {
    const { broken } = readJson(`[${'1, '.repeat(5000)}oops${', 1'.repeat(5000)}]`);
    assert.ok(broken && broken.words.length <= 120, broken?.words);
    assert.match(broken.words, /1, oops, 1/);
  });

  it('breaks within the text, whatever it is made of', () => {
    const part = fc.oneof(fc.constantFrom(...'{}[]",:\n\r\\ 1'), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const { broken } = readJson(text);
        if (!broken) return;
        const lines = text.split(/\r\n|[\n\r]/);
        assert.ok(broken.line >= 1 && broken.line <= lines.length, 'the line is one of its lines');
        assert.ok(broken.column >= 1, 'columns count from 1');
        assert.ok(broken.column <= lines[broken.line - 1]!.length + 1, 'the column is in the line');
      }),
    );
  });

  it('is told however deep it goes', () => {
    assert.ok(readJson('['.repeat(1e5)).broken, 'it does not end');
    const deep = `${'['.repeat(1e5)}${']'.repeat(1e5)}`;
    assert.equal(readJson(deep).broken, undefined);
    assert.deepEqual(spotInJson(deep, '[0][0]'), { line: 1, column: 1 });
  });
});
