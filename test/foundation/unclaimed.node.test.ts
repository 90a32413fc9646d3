import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { isUnclaimed } from '../../src/foundation/unclaimed.js';
import { version } from '../../src/foundation/version.js';
import { warn } from '../../src/foundation/warn.js';

class Ours {
  static version = version;
}
class Older {
  static version = '0.0.1';
}
class Theirs {}
const element = (each: unknown) => each as CustomElementConstructor;

describe('a tag', () => {
  const page = globalThis as { customElements?: unknown };
  const { warn: real } = console;
  let lines: string[];
  let taken: Map<string, unknown>;

  beforeEach(() => {
    lines = [];
    console.warn = (line: string) => lines.push(line);
    taken = new Map();
    page.customElements = taken;
  });
  afterEach(() => {
    console.warn = real;
    delete page.customElements;
  });

  it('may not be defined where there is no registry, and nothing is said', () => {
    delete page.customElements;
    assert.equal(isUnclaimed('tag-one', element(Ours)), false);
    assert.deepEqual(lines, []);
  });

  it('may be defined while it is free', () => {
    assert.equal(isUnclaimed('tag-two', element(Ours)), true);
    assert.deepEqual(lines, []);
  });

  it('defined by the same class already is nobody’s fault', () => {
    taken.set('tag-three', Ours);
    assert.equal(isUnclaimed('tag-three', element(Ours)), false);
    assert.deepEqual(lines, []);
  });

  it('taken by another copy stays with it, and both versions are named, once', () => {
    taken.set('tag-four', Older);
    assert.equal(isUnclaimed('tag-four', element(Ours)), false);
    assert.equal(isUnclaimed('tag-four', element(Ours)), false);
    assert.equal(lines.length, 1);
    assert.ok(lines[0]!.includes('<tag-four>'), lines[0]);
    assert.ok(lines[0]!.includes('0.0.1') && lines[0]!.includes(version), lines[0]);
  });

  it('taken by a stranger is said in words that make sense', () => {
    taken.set('tag-five', Theirs);
    assert.equal(isUnclaimed('tag-five', element(Ours)), false);
    assert.equal(lines.length, 1);
    assert.ok(!lines[0]!.includes('undefined'), lines[0]);
  });
});

describe('a warning', () => {
  it('names the tag and is said once for each message', () => {
    const { warn: real } = console;
    const lines: string[] = [];
    console.warn = (line: string) => lines.push(line);
    for (let times = 0; times < 3; times++) warn('tag-six', 'do this');
    warn('tag-six', 'do that');
    warn('tag-seven', 'do this');
    console.warn = real;
    assert.deepEqual(lines, ['<tag-six>: do this', '<tag-six>: do that', '<tag-seven>: do this']);
  });
});
