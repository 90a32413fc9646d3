// `npm run new` makes an element that passes every check as it stands. Tried in a copy of the repository.
import assert from 'node:assert/strict';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { attempt, root, run, temporaryFolder, type Result } from './support.js';

const TAG = 'porch-light';
const MADE = [
  `src/elements/${TAG}/${TAG}.ts`,
  `src/elements/${TAG}/${TAG}.styles.ts`,
  `src/elements/${TAG}/define.ts`,
  `stories/${TAG}.stories.ts`,
  `test/elements/${TAG}.browser.test.ts`,
];
/* Other elements' tests and stories are no business of a new one, and reading their types takes longer than all the rest. */
const OTHERS =
  /^(?:bench|docs|examples|\.storybook|\.changeset)\/|^test\/(?!support\/|contract\/contract|stories\/|elements\/support)|\.(?:stories\.ts|mdx)$/;
const CHANGED = [
  'src/all.ts',
  'src/autoload.ts',
  'src/index.ts',
  'package.json',
  'size-budget.json',
];

interface Manifest {
  modules: { declarations: { tagName?: string }[] }[];
}

describe('npm run new', { timeout: 900_000 }, () => {
  const copy = temporaryFolder('new-element');
  const textOf = (path: string): string => readFileSync(join(copy, path), 'utf8');
  const make = (...args: string[]): Promise<Result> =>
    attempt(process.execPath, ['scripts/new-element.js', ...args], { cwd: copy });

  before(async () => {
    const listed = await run('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: root });
    for (const file of listed.split('\0')) {
      // Listed and gone: removed, and not committed yet. A linked node_modules escapes .gitignore.
      if (!file || file === 'node_modules' || !existsSync(join(root, file))) continue;
      if (OTHERS.test(file)) continue;
      mkdirSync(join(copy, dirname(file)), { recursive: true });
      copyFileSync(join(root, file), join(copy, file));
    }
    // Linters and types look at the new files; the build reads all of src/ by itself.
    const tsconfig = JSON.parse(textOf('tsconfig.json')) as { include: string[] };
    writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify({ ...tsconfig, include: MADE }));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  });

  const refusals: [why: string, args: string[], says: RegExp][] = [
    ['no name', [], /Name the new element: npm run new -- /],
    ['one word', ['porch'], /"porch" must be two words/],
    ['upper case', ['Porch-Light'], /must be in lower case: porch-light/],
    ['other signs', ['porch_light'], /may hold letters .*: porch-light/],
    ['a digit first', ['2-lights'], /must begin with a letter/],
    ['a word that begins with a digit', ['porch-2'], /word that begins with a digit/],
    ['a hyphen at its end', ['porch-'], /hyphen without a word/],
    ['a name that HTML keeps', ['font-face'], /reserved by HTML/],
    ['a class that browsers have', ['custom-event'], /the class CustomEvent, which browsers have/],
    ['an element that is there', ['call-cta'], /is there already: src\/elements\/call-cta\//],
    ['a door that is there', ['lead-schema'], /package\.json exports "\.\/lead-schema"/],
  ];
  it('refuses names that would not do, says why, and writes nothing', async () => {
    const packageJson = JSON.parse(textOf('package.json')) as { exports: Record<string, unknown> };
    packageJson.exports['./lead-schema'] = './dist/lead.schema.json';
    writeFileSync(join(copy, 'package.json'), JSON.stringify(packageJson, null, 2) + '\n');
    const before = CHANGED.map(textOf);
    for (const [why, args, says] of refusals) {
      const { code, output } = await make(...args);
      assert.equal(code, 1, `${why}: ${output}`);
      assert.match(output, says, why);
      assert.equal(output.trim().split('\n').length, 1, `${why}: one line, no stack: ${output}`);
    }
    assert.deepEqual(CHANGED.map(textOf), before);
    delete packageJson.exports['./lead-schema'];
    writeFileSync(join(copy, 'package.json'), JSON.stringify(packageJson, null, 2) + '\n');
  });

  it('leaves a file alone that is there already', async () => {
    const story = join(copy, `stories/${TAG}.stories.ts`);
    writeFileSync(story, '');
    const { code, output } = await make(TAG);
    assert.equal(code, 1, output);
    assert.match(output, /is there already; move it out of the way/);
    assert.equal(existsSync(join(copy, 'src/elements', TAG)), false);
    rmSync(story);
  });

  it('writes the files and says what comes next', async () => {
    const { code, output } = await make(TAG);
    assert.equal(code, 0, output);
    for (const path of [...MADE, ...CHANGED]) {
      assert.ok(existsSync(join(copy, path)), `${path} is there`);
      assert.ok(output.includes(path), `the output names ${path}:\n${output}`);
    }
    assert.match(output, /npm run build/);
  });

  it('enters it among its like, in order', () => {
    const order = (text: string, entry: RegExp): string[] =>
      [...text.matchAll(entry)].map(([, tag = '']) => tag);
    const lists = {
      'src/all.ts': order(textOf('src/all.ts'), /elements\/([a-z-]+)\/define/g),
      'src/autoload.ts': order(textOf('src/autoload.ts'), /elements\/([a-z-]+)\/define/g),
      'src/index.ts': order(textOf('src/index.ts'), /elements\/([a-z-]+)\//g),
      'package.json': order(textOf('package.json'), /elements\/([a-z-]+)\/define\.js/g),
    };
    for (const [file, tags] of Object.entries(lists)) {
      assert.ok(tags.includes(TAG), `${file} lists ${tags.join()}`);
      // `sideEffects` names no tag, and index.ts several modules of one.
      assert.deepEqual(tags, [...tags].sort(), file);
    }
    const { first } = JSON.parse(textOf('size-budget.json')) as { first: Record<string, number> };
    assert.ok(first[TAG]! > 5000, 'it has a budget that Lit alone fits in');
    assert.equal(Object.keys(first).at(-1), 'all');
  });

  it('is refused a second time', async () => {
    const { code, output } = await make(TAG);
    assert.equal(code, 1, output);
    assert.match(output, /is there already/);
  });

  it('is formatted', async () => {
    await run('prettier', ['--check', ...MADE, ...CHANGED], { cwd: copy });
  });

  it('passes the linters', async () => {
    await run('eslint', ['--max-warnings=0', ...MADE], { cwd: copy });
    // no-invalid-css cannot read a sheet put together from pieces.
    const rules = ['--strict', '--quiet', '--rules.no-invalid-css', 'off'];
    await run('lit-analyzer', [`src/elements/${TAG}/*.ts`, ...rules], { cwd: copy });
    await run(process.execPath, ['scripts/check-imports.js'], { cwd: copy });
  });

  it('has types', async () => {
    const { output } = await attempt('tsc', ['-p', 'tsconfig.json'], { cwd: copy });
    const own = output.split('\n').filter((line) => line.includes(TAG));
    assert.deepEqual(own, [], output);
  });

  it('is missed in the manifest until the library is built', async () => {
    const check = ['scripts/check-manifest.js'];
    const { code, output } = await attempt(process.execPath, check, { cwd: copy });
    assert.equal(code, 1, output);
    assert.match(output, new RegExp(`${TAG}.*Refresh it with \`npm run build\``));
    await run(process.execPath, ['scripts/build.js'], { cwd: copy });
    assert.match(await run(process.execPath, check, { cwd: copy }), /^\d+ elements, /m);
  });

  it('keeps to its size', async () => {
    const output = await run(process.execPath, ['scripts/size.js'], { cwd: copy });
    assert.match(output, new RegExp(`^${TAG}, .* \\d+ of +\\d+ B brotli$`, 'm'));
  });

  it('passes its own test, the contract and its stories, in Chromium', async () => {
    // The others have their own turn: here the manifest describes this one alone.
    const manifest = JSON.parse(textOf('custom-elements.json')) as Manifest;
    for (const module of manifest.modules) {
      module.declarations = module.declarations.filter(({ tagName }) => tagName === TAG);
    }
    writeFileSync(join(copy, 'custom-elements.json'), JSON.stringify(manifest));
    const files = [
      `test/elements/${TAG}.browser.test.ts`,
      'test/contract/contract.browser.test.ts',
      'test/stories/stories.browser.test.ts',
    ];
    const env = { FILES: files.join(), BROWSERS: 'chromium' };
    const output = await run('wtr', [], { cwd: copy, env });
    const [, passed] = /^(\d+) passed, 0 failed/m.exec(output) ?? [];
    assert.ok(Number(passed) >= 20, `own test, contract and stories ran:\n${output}`);
  });
});
