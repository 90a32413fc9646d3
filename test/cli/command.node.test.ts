// The command as it is published: what it prints, and how it ends.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { run } from '../../src/cli/check/command.js';
import { UsageError } from '../../src/cli/command.js';
import { version } from '../../src/foundation/version.js';
import { write } from '../consumers/support.js';
import { attempt, root, temporaryFolder } from '../tools/support.js';
import { pageWith } from './support.js';
import type { Report } from '../../src/cli/check/report.js';

const SCRIPT = join(root, 'dist/cli/clinic-elements.js');
assert.ok(existsSync(SCRIPT), 'the library is built: npm run build');

const site = temporaryFolder('command');
write(site, {
  'clean/index.html': pageWith('<p>Welcome</p>'),
  'faulty/index.html': pageWith('<img src="data:," />\n<a href="/gone/">Gone</a>'),
  'faulty/b/index.html': pageWith('<h3>Skips</h3>'),
  'warned/index.html': pageWith('<h3>Skips</h3>'),
  'escaped/index.html': pageWith('<related-posts order="\u001b[31m"></related-posts>'),
  'empty/readme.txt': '',
  'clinic.json': '{ "phone": "1" }',
  'marked.json': '\uFEFF{ "phone": "(210) 555-0142" }',
});

const call = (...args: string[]) => attempt(process.execPath, [SCRIPT, ...args], { cwd: site });

describe('clinic-elements', () => {
  it('says its version', async () => {
    assert.deepEqual(await call('--version'), { code: 0, output: `${version}\n` });
  });

  it('helps, and says which commands there are', async () => {
    const { code, output } = await call('--help');
    assert.equal(code, 0);
    assert.match(output, /^ {2}check {2,}finds faults/m);
  });

  for (const [what, args, message] of [
    ['no command', [], /^Which command\?/],
    ['a command that there is not', ['chekc'], /There is no command "chekc". Did you mean check\?/],
    ['a name like none of them', ['toast'], /There is no command "toast"\.\s+clinic-elements \d/],
    ['a name that every object has', ['constructor'], /There is no command "constructor"/],
    ['a folder that is not there', ['check', 'nowhere'], /There is no file or folder nowhere/],
  ] as const) {
    it(`ends with 2 for ${what}, without a stack`, async () => {
      const { code, output } = await call(...args);
      assert.equal(code, 2, output);
      assert.match(output, message);
      assert.doesNotMatch(output, /^ {4}at /m);
    });
  }
});

describe('clinic-elements check cannot be made with', () => {
  const clean = join(site, 'clean');

  for (const [what, args, message] of [
    ['nothing to check', [], /^Name one folder/],
    ['two folders', [clean, clean], /^Name one folder/],
    ['a folder without pages', [join(site, 'empty')], /There is no HTML file/],
    ['an option that there is not', [clean, '--fix'], /--fix/],
    ['a rule that there is not', [clean, '--rule', 'one-h2'], /Did you mean one-h1\?/],
    ['a format that there is not', [clean, '--format', 'xml'], /human or json/],
    ['a count that is none', [clean, '--max-warnings', 'few'], /whole number/],
    ['a base that is none', [clean, '--base-url', 'clinic'], /http\(s\) address/],
    ['a day that is none', [clean, '--today', 'now'], /2026-03-04/],
    ['facts that are not there', [clean, '--clinic', 'none.json'], /cannot be read/],
  ] as const) {
    it(what, () =>
      assert.rejects(run([...args]), (error) => {
        assert.ok(error instanceof UsageError, String(error));
        assert.match(error.message, message);
        return true;
      }),
    );
  }
});

describe('clinic-elements check', () => {
  it('says that a site is clean', async () => {
    const { code, output } = await call('check', 'clean');
    assert.deepEqual({ code, output }, { code: 0, output: '0 errors, 0 warnings in 1 page\n' });
  });

  it('reads facts that an editor has put a mark before, as browsers do', async () => {
    const { code, output } = await call('check', 'clean', '--clinic', 'marked.json');
    assert.equal(code, 0, output);
    const graph = await call('graph', 'clean/index.html', '--clinic', 'marked.json');
    assert.equal(graph.code, 0, graph.output);
  });

  it('names page, place, fault and remedy for people', async () => {
    const { code, output } = await call('check', 'faulty');
    assert.equal(code, 1);
    assert.equal(
      output,
      `b/index.html
  6:1      warning  This heading is of level 3, and the one before it of level 1. (heading-order)
                    Make it level 2: who jumps from heading to heading looks for what is missing.

index.html
  6:1      error    <img> has no alt: screen readers may read its file’s name out. (missing-alt)
                    Write what it shows that the text does not say, or alt="" where it is decoration.
  7:4      error    Nothing is at /gone/. (broken-link)
                    Correct the address, or put the page or file there.

2 errors, 1 warning in 2 pages
`,
    );
  });

  it('says the same for programs', async () => {
    const { code, output } = await call('check', 'faulty', '--format', 'json');
    const { findings, ...sums } = JSON.parse(output) as Report;
    assert.equal(code, 1);
    assert.deepEqual(sums, { version: 1, pages: 2, errors: 2, warnings: 1 });
    assert.deepEqual(findings[2], {
      rule: 'broken-link',
      severity: 'error',
      page: 'index.html',
      line: 7,
      column: 4,
      message: 'Nothing is at /gone/.',
      remedy: 'Correct the address, or put the page or file there.',
    });
  });

  it('ends well with warnings, and badly with more than are allowed', async () => {
    assert.equal((await call('check', 'warned')).code, 0);
    assert.equal((await call('check', 'warned', '--max-warnings', '1')).code, 0);
    const { code, output } = await call('check', 'warned', '--max-warnings', '0', '--quiet');
    assert.deepEqual({ code, output }, { code: 1, output: '0 errors, 0 warnings in 1 page\n' });
  });

  it('keeps to the rules that were asked for', async () => {
    const only = await call('check', 'faulty', '--rule', 'missing-alt,heading-order', '--quiet');
    assert.match(only.output, /^1 error, 0 warnings in 2 pages$/m);
    const without = await call('check', 'faulty', '--off', 'missing-alt', '--off', 'broken-link');
    assert.equal(without.code, 0, without.output);
  });

  it('takes what a server answers for there', async () => {
    const { output } = await call('check', 'faulty', '--served', '/gone/');
    assert.match(output, /^1 error, 1 warning/m);
  });

  it('checks one file, of whose site it knows nothing', async () => {
    const { output } = await call('check', 'faulty/index.html');
    assert.match(output, /^1 error, 0 warnings in 1 page$/m);
    assert.doesNotMatch(output, /broken-link/);
  });

  it('checks the clinic’s facts', async () => {
    const { code, output } = await call('check', 'clean', '--clinic', 'clinic.json');
    assert.equal(code, 1);
    assert.match(
      output,
      /^clinic\.json\n {2}1:12 +error +phone: this cannot be used as it is written/m,
    );
  });

  it('prints nothing that a terminal would obey', async () => {
    const { output } = await call('check', 'escaped');
    assert.match(output, /bad-attribute-value/);
    assert.doesNotMatch(output, /\x1b/);
  });

  it('lists every rule in its help', async () => {
    const { code, output } = await call('check', '--help');
    assert.equal(code, 0);
    assert.match(output, /^ {2}number-mismatch +error/m);
  });
});
