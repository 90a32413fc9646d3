import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { importQuestionnaire } from '../../src/guidance/import-questionnaire.js';
import walking from '../guidance/fixtures/walking-questionnaire.json' with { type: 'json' };
import { temporaryFolder } from '../tools/support.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const FILE = here('../guidance/fixtures/walking-questionnaire.json');
const MODULE = pathToFileURL(here('../../src/cli/checker-import.ts')).href;
const PROGRAM = `
  const { importChecker } = await import(${JSON.stringify(MODULE)});
  try { process.exitCode = importChecker(process.argv.slice(1)); }
  catch (error) { console.error(error.message); process.exitCode = 2; }`;

describe('clinic-elements checker import', () => {
  const folder = temporaryFolder('import');
  const file = (name: string) => join(folder, name);
  const run = (args: string[], input?: string) =>
    spawnSync(
      process.execPath,
      ['--import=tsx', '--input-type=module', '--eval', PROGRAM, '--', ...args],
      { encoding: 'utf8', input },
    );

  before(() => {
    writeFileSync(file('broken.json'), '{');
    writeFileSync(file('patient.json'), '{"resourceType":"Patient"}');
  });

  it('prints the draft, and beside it what was not taken over', () => {
    const { status, stdout, stderr } = run([FILE]);
    assert.equal(status, 0);
    const { draft, report } = importQuestionnaire(walking);
    assert.deepEqual(JSON.parse(stdout), draft);
    assert.equal(stderr.trimEnd().split('\n').length, report.length);
    assert.match(stderr, /^11: Is not for who answers .*\(question-left-out\)$/m);
    assert.match(stderr, /^A Questionnaire has no outcomes.*\(fill-in\)$/m);
  });

  it('reads the standard input', () => {
    const { status, stdout } = run(['-'], JSON.stringify(walking));
    assert.equal(status, 0);
    assert.match(stdout, /^\{\n {2}"format": 1,\n {2}"id": "walking-check"/);
  });

  it('prints nothing where it cannot', () => {
    const said = (...args: string[]) => {
      const { status, stdout, stderr } = run(args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      return stderr;
    };
    assert.match(said(), /^Name one Questionnaire/);
    assert.match(said(FILE, FILE), /^Name one Questionnaire/);
    assert.match(said(file('none.json')), /none\.json cannot be read/);
    assert.match(
      said(file('broken.json')),
      /broken\.json is no JSON: line 1, column \d\. It breaks at “{”\.$/m,
    );
    assert.match(said(file('patient.json')), /patient\.json: Is no FHIR Questionnaire/);
    assert.match(said('--fhir'), /--fhir.*checker import --help says more/);
  });

  it('says how it is used', () => {
    assert.match(run(['--help']).stdout, /^Usage: clinic-elements checker import/);
  });
});
