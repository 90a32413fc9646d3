import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { page, TWO_PLACES, WRITTEN } from '../clinic/pages.js';
import { temporaryFolder } from '../tools/support.js';

const COMMAND = fileURLToPath(new URL('../../src/cli/clinic-elements.ts', import.meta.url));

describe('clinic-elements graph', () => {
  const folder = temporaryFolder('graph');
  const file = (name: string) => join(folder, name);
  const graph = (...args: string[]) =>
    spawnSync(process.execPath, ['--import=tsx', COMMAND, 'graph', ...args], { encoding: 'utf8' });

  before(() => {
    writeFileSync(file('page.html'), page(WRITTEN));
    writeFileSync(file('bare.html'), page('<h1>Hours</h1>', { canonical: '' }));
    writeFileSync(file('empty.html'), '');
    writeFileSync(file('clinic.json'), JSON.stringify(TWO_PLACES));
    writeFileSync(file('slips.json'), JSON.stringify({ name: 'Canyon', telephone: '1' }));
    writeFileSync(file('broken.json'), '{');
  });

  it('prints the graph of a page, with the clinic’s facts', () => {
    const { status, stdout, stderr } = graph(file('page.html'), '--clinic', file('clinic.json'));
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.match(stdout, /^\{"@context":"https:\/\/schema\.org".*#clinic.*\}\n$/);
  });

  it('prints it with its script, for the page’s head', () => {
    const { stdout } = graph(file('page.html'), '--script');
    assert.match(
      stdout,
      /^<script type="application\/ld\+json" id="clinic-graph">\{.*\}<\/script>\n$/,
    );
  });

  it('takes the page’s address, and that of the facts', () => {
    const { stdout } = graph(
      ...[file('bare.html'), '--url', 'https://www.clinic.example/hours/'],
      ...['--clinic', file('clinic.json'), '--clinic-url', 'https://cdn.example/clinic.json'],
    );
    assert.match(stdout, /"url":"https:\/\/www\.clinic\.example\/hours\/"/);
    assert.match(stdout, /"logo":"https:\/\/cdn\.example\/logo\.png"/);
  });

  it('tells what it cannot use of the facts, and uses the rest', () => {
    const { status, stdout, stderr } = graph(file('page.html'), '--clinic', file('slips.json'));
    assert.equal(status, 0);
    assert.match(stderr, /slips\.json: telephone: .*"phone"/);
    assert.match(stdout, /"name":"Canyon"/);
  });

  it('prints nothing where there is nothing to say', () => {
    const { status, stdout } = graph(file('empty.html'));
    assert.deepEqual([status, stdout], [0, '']);
  });

  it('ends with 2 and a sentence where it cannot be made', () => {
    for (const [args, words] of [
      [[], 'Name one page'],
      [['a.html', 'b.html'], 'Name one page'],
      [[file('none.html')], 'cannot be read'],
      [[file('page.html'), '--clinic', file('broken.json')], 'is no JSON'],
      [[file('page.html'), '--url', 'page'], '--url must be'],
      [[file('page.html'), '--nonsense'], '--help'],
    ] as const) {
      const { status, stdout, stderr } = graph(...args);
      assert.equal(status, 2, stderr);
      assert.match(stderr, new RegExp(words));
      assert.doesNotMatch(stderr, /\bat .*:\d+:\d+/);
      assert.equal(stdout, '');
    }
  });

  it('says how it is used', () => {
    const { status, stdout } = graph('--help');
    assert.equal(status, 0);
    assert.match(stdout, /--clinic FILE/);
  });
});
