// `clinic-elements checker` as it is published: what it prints, and how it ends.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { run, type CheckerReport } from '../../src/cli/checker.js';
import { UsageError } from '../../src/cli/command.js';
import { write } from '../consumers/support.js';
import { goodTree, TODAY, type RawTree } from '../guidance/trees.js';
import { attempt, root, temporaryFolder } from '../tools/support.js';

const SCRIPT = join(root, 'dist/cli/clinic-elements.js');
assert.ok(existsSync(SCRIPT), 'the library is built: npm run build');

const edited = (edit: (tree: RawTree) => void): string => {
  const tree = goodTree();
  edit(tree);
  return JSON.stringify(tree);
};

const folder = temporaryFolder('checker');
write(folder, {
  'good.json': edited(() => {}),
  'gap.json': edited((tree) => {
    tree.questions.where.options[1].goto = 'age';
    tree.rules.pop();
  }),
  'warned.json': edited((tree) => tree.questions.signs.options.pop()),
  'refused.json': edited((tree) => delete tree.disclaimer),
  'escaped.json': edited((tree) => {
    tree.outcomes.read.body.en = 'You have\u009b31m sciatica.';
    tree.questions.where.options[1].goto = 'age';
    tree.questions.where.text.en = 'Where\u009b31m?';
  }),
  'text.json': 'id: knee',
});

const COMMAND = [SCRIPT, 'checker'];
const call = (...args: string[]) =>
  attempt(process.execPath, [...COMMAND, ...args], { cwd: folder });

describe('clinic-elements checker lint', () => {
  it('says that a tree is clean, and that this is proved', async () => {
    assert.deepEqual(await call('lint', 'good.json', '--today', TODAY), {
      code: 0,
      output: 'Every set of answers goes one of 1,664 ways (186 walks).\n0 errors, 0 warnings\n',
    });
  });

  it('names place, fault and answers for people', async () => {
    const { code, output } = await call('lint', 'gap.json', '--today', TODAY);
    assert.equal(code, 1);
    assert.match(
      output,
      /^gap\.json\n {2}error {4}redFlags\.no-blood \(flag-not-asked\)\n {11}Answers lead to "read".*\n {11}For example: Where does it hurt\? Calf · How old are you\? 16 years · /,
    );
    assert.match(output, /\n\nEvery set of answers goes .*\n2 errors, 0 warnings\n$/);
  });

  it('says the same for programs', async () => {
    const { code, output } = await call('lint', 'gap.json', '--json', '--today', TODAY);
    const { findings, coverage, ...sums } = JSON.parse(output) as CheckerReport;
    assert.equal(code, 1);
    assert.deepEqual(sums, { version: 1, file: 'gap.json', errors: 2, warnings: 0 });
    assert.ok(coverage?.exhaustive, 'everything was tried');
    assert.deepEqual(
      { ...findings[0], message: '' },
      {
        code: 'flag-not-asked',
        severity: 'error',
        path: 'redFlags.no-blood',
        message: '',
        example: { where: 'calf', age: 16, weeks: 0 },
      },
    );
  });

  it('prints the decision table', async () => {
    const { code, output } = await call(
      ...['lint', '--table', '--language', 'es', 'good.json', '--today', TODAY],
    );
    assert.equal(code, 0);
    assert.match(output, /^# Dolor de rodilla: a dónde ir\n/);
    assert.match(output, /\nSignature: _+\n$/);
  });

  it('ends well with warnings', async () => {
    const { code, output } = await call('lint', 'warned.json', '--today', TODAY);
    assert.equal(code, 0, output);
    assert.match(output, /^ {2}warning {2}questions\.signs\.options \(none-missing\)$/m);
  });

  it('says why a tree is refused, whatever was asked for', async () => {
    for (const more of [[], ['--table']]) {
      const { code, output } = await call('lint', 'refused.json', ...more);
      assert.equal(code, 1);
      assert.match(output, /^ {2}error {4}disclaimer \(disclaimer-missing\)$/m);
      assert.match(output, /^This is refused, so nothing was tried\.\n1 error, 0 warnings$/m);
    }
    const { output } = await call('lint', 'refused.json', '--json');
    assert.equal((JSON.parse(output) as CheckerReport).coverage, null);
  });

  it('says that too little was tried', async () => {
    const { code, output } = await call('lint', 'good.json', '--limit', '20', '--today', TODAY);
    assert.equal(code, 0, 'none of it is sure to be a fault');
    assert.match(output, /\(not-exhaustive\)/);
    assert.match(output, /^Not everything was tried: .* 20 walks of at most 20\.$/m);
  });

  it('reads the standard input', () => {
    const { status, stdout } = spawnSync(process.execPath, [...COMMAND, 'lint', '-'], {
      input: edited((tree) => delete tree.disclaimer),
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stdout, /^standard input\n/);
  });

  it('prints nothing that a terminal would obey', async () => {
    const { code, output } = await call('lint', 'escaped.json', '--today', TODAY);
    assert.equal(code, 1);
    assert.doesNotMatch(output, /[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
  });

  it('lists every code in its help', async () => {
    const { code, output } = await call('--help');
    assert.equal(code, 0);
    assert.match(output, /^ {2}flag-swallowed +error +answers raise/m);
  });

  it('leaves the import to its own', async () => {
    const { code, output } = await call('import', '--help');
    assert.equal(code, 0);
    assert.match(output, /^Usage: clinic-elements checker import/);
  });

  for (const [what, args, message] of [
    ['no task', [], /^Say lint or import after checker/],
    ['a task that there is not', ['constructor'], /^Say lint or import after checker/],
    ['no tree', ['lint'], /^Name one tree/],
    ['two trees', ['lint', 'a.json', 'b.json'], /^Name one tree/],
    ['a file that is not there', ['lint', 'nowhere.json'], /nowhere\.json cannot be read/],
    [
      'a file that is no JSON',
      ['lint', join(folder, 'text.json')],
      /text\.json is no JSON: line 1, column 1\. It breaks at “id: knee”\.$/,
    ],
    ['an option that there is not', ['lint', 'a.json', '--fix'], /--fix/],
    ['a limit that is none', ['lint', 'a.json', '--limit', 'all'], /whole number/],
    ['a day that is none', ['lint', 'a.json', '--today', 'now'], /2026-03-04/],
    ['two forms at once', ['lint', 'a.json', '--table', '--json'], /^Either/],
  ] as const) {
    it(`cannot do with ${what}`, () =>
      assert.rejects(run([...args]), (error) => {
        assert.ok(error instanceof UsageError, String(error));
        assert.match(error.message, message);
        return true;
      }));
  }
});
