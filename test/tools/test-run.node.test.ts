// What `npm test` says at its end, whatever its steps do. Tried in a folder where every program is a stand-in.
import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { attempt, root, temporaryFolder } from './support.js';

const PROGRAMS = ['prettier', 'eslint', 'lit-analyzer', 'tsc', 'wtr', 'storybook'].map(
  (name) => `node_modules/.bin/${name}`,
);
const SCRIPTS = [
  'check-imports',
  'check-manifest',
  'check-package',
  'size',
  'test-node',
  'test-stories',
  'build',
].map((name) => `scripts/${name}.js`);
/* Says and does what it is told. */
const STAND_IN = `#!/usr/bin/env node
console.log(process.env.SAYS);
process.exitCode = Number(process.env.CODE);
`;
/* What the build is made from. */
const SOURCES = ['vite.config.ts', 'custom-elements-manifest.config.js', 'src/index.ts'];

describe('npm test', { skip: process.platform === 'win32' && 'stand-ins are scripts' }, () => {
  const folder = temporaryFolder('test-run');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  before(() => {
    for (const path of ['scripts/lib', 'scripts/test.js'])
      cpSync(join(root, path), join(folder, path), { recursive: true });
    write('package.json', '{ "type": "module" }');
    // Programs have no extension, which Node takes for a module of the old kind only.
    write('node_modules/package.json', '{}');
    for (const path of SOURCES) write(path, '');
    for (const path of [...PROGRAMS, ...SCRIPTS]) {
      write(path, STAND_IN);
      chmodSync(join(folder, path), 0o755);
    }
    // Newer than what it is built from.
    write('dist/lead.schema.json', '');
  });

  async function tryRun(code: number, says: string) {
    const PATH = [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);
    const env = { SAYS: says, CODE: String(code), PATH };
    const run = await attempt(process.execPath, ['scripts/test.js'], { cwd: folder, env });
    const steps = [...run.output.matchAll(/^── (.+): (ok|FAILED), \d+ s$/gm)];
    return {
      code: run.code,
      lastLine: run.output.trimEnd().split('\n').at(-1),
      steps: steps.map(([, name]) => name),
      failed: steps.filter(([, , how]) => how === 'FAILED').length,
      output: run.output,
    };
  }

  it('passes where every step does, and adds up what they say', async () => {
    const { code, lastLine, steps, failed, output } = await tryRun(0, '3 passed, 0 failed');
    assert.equal(code, 0, output);
    assert.equal(failed, 0);
    assert.ok(steps.length > 10, `there are steps: ${steps.join()}`);
    // Runners count their own tests, and a check is one.
    const runners = steps.filter((name) => /tests|contract|stories|end to end/.test(name!)).length;
    assert.equal(lastLine, `${steps.length + 2 * runners} passed, 0 failed`);
  });

  it('says again at its end what failed, so that whoever sees only that need not look for it', async () => {
    const { output } = await tryRun(1, ' ❌ a form > keeps what was typed\n\n3 passed, 1 failed');
    const end = output.slice(output.lastIndexOf('FAILED'));
    assert.match(end, /── stories failed:\n ?❌ a form > keeps what was typed\n/);
  });

  for (const [what, says] of [
    ['says that a test failed', '3 passed, 1 failed'],
    ['says that all passed, and breaks down', '3 passed, 0 failed'],
    ['breaks down without a word', ''],
  ] as const) {
    it(`counts every step that ${what}`, async () => {
      const { code, lastLine, steps, failed, output } = await tryRun(1, says);
      assert.equal(code, 1, output);
      assert.equal(failed, steps.length);
      assert.match(lastLine ?? '', new RegExp(`^\\d+ passed, ${steps.length} failed$`));
    });
  }

  it('fails where a runner found no test', async () => {
    const { code, lastLine } = await tryRun(0, '0 passed, 0 failed');
    assert.equal(code, 1);
    assert.doesNotMatch(lastLine ?? '', / 0 failed$/);
  });

  it('counts a step whose program is not there', async () => {
    rmSync(join(folder, 'node_modules/.bin/lit-analyzer'));
    const { code, lastLine, output } = await tryRun(0, '3 passed, 0 failed');
    assert.equal(code, 1, output);
    assert.match(lastLine ?? '', /^\d+ passed, 1 failed$/);
  });

  it('says so in its last line where there is nothing to test because the build fails', async () => {
    rmSync(join(folder, 'dist/lead.schema.json'));
    const { code, lastLine, output } = await tryRun(1, '');
    assert.equal(code, 1, output);
    assert.equal(lastLine, '0 passed, 1 failed');
  });
});
