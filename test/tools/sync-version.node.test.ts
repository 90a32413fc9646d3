// The version that elements tell is the one that is published.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { attempt, root, run, temporaryFolder } from './support.js';

describe('scripts/sync-version.js', () => {
  const folder = temporaryFolder('version');
  const file = join(folder, 'src/foundation/version.ts');
  const sync = ['scripts/sync-version.js'];

  before(() => {
    for (const path of ['scripts/sync-version.js', 'scripts/lib/run.js']) {
      cpSync(join(root, path), join(folder, path));
    }
    mkdirSync(join(folder, 'src/foundation'), { recursive: true });
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ type: 'module', version: '12.0.1-next.3' }),
    );
  });

  it("writes package.json's version and leaves the rest of the file alone", async () => {
    const written = readFileSync(join(root, 'src/foundation/version.ts'), 'utf8');
    writeFileSync(file, written);
    await run(process.execPath, sync, { cwd: folder });
    const [before, after] = [written, readFileSync(file, 'utf8')].map((text) => text.split('\n'));
    const changed = after!.filter((line, index) => line !== before![index]);
    assert.deepEqual(changed, ["export const version = '12.0.1-next.3';"]);
  });

  it('fails where it does not find what to replace', async () => {
    writeFileSync(file, 'export const version: string = "1.0.0";\n');
    const { code, output } = await attempt(process.execPath, sync, { cwd: folder });
    assert.notEqual(code, 0, output);
    assert.match(output, /declares no version/);
  });
});
