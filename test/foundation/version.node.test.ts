import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { version } from '../../src/foundation/version.js';

it("the version in the code is the package's", () => {
  const file = new URL('../../package.json', import.meta.url);
  const { version: published } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  assert.equal(version, published);
  assert.match(version, /^\d+\.\d+\.\d+/);
});
