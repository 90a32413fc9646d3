// The package in plain Node: every door opens where there is no DOM, and says nothing.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { attempt, run, temporaryFolder } from '../tools/support.js';
import { codeDoors, elementDoors, install, packageJson, write } from './support.js';

describe('in Node, without a DOM', { timeout: 300_000 }, () => {
  const project = temporaryFolder('in-node');

  before(() => install(project, ['@lit-labs/ssr-client']));

  const node = (code: string) =>
    attempt(process.execPath, ['--input-type=module', '--eval', code], { cwd: project });

  it('has a door for every element', () => {
    assert.ok(elementDoors.length >= 4, `doors: ${elementDoors.join()}`);
    assert.ok(codeDoors.length > elementDoors.length, `doors: ${codeDoors.join()}`);
  });

  for (const door of codeDoors) {
    it(`import '${door}' does not throw and says nothing`, async () => {
      const { code, output } = await node(`await import(${JSON.stringify(door)});`);
      assert.equal(output, '');
      assert.equal(code, 0, output);
    });
  }

  it('opens all doors at once, twice, in either order', async () => {
    const lines = codeDoors.map((door) => `await import(${JSON.stringify(door)});`);
    const { code, output } = await node([...lines, ...[...lines].reverse()].join('\n'));
    assert.equal(output, '');
    assert.equal(code, 0, output);
  });

  it('opens with the conditions of a development server', async () => {
    write(project, { 'development.mjs': `await import('clinic-elements/all');` });
    const args = ['--conditions=development', 'development.mjs'];
    const output = await run(process.execPath, args, { cwd: project });
    // Lit's own word about its development build.
    assert.equal(output.replace(/^.*lit\.dev\/msg\/dev-mode.*$/m, '').trim(), '');
  });

  it('checks a site with the command that it installs', async () => {
    write(project, { 'site/index.html': '<artcle-card></artcle-card>' });
    const bin = fileURLToPath(
      new URL(
        packageJson.bin['clinic-elements']!,
        pathToFileURL(`${project}/node_modules/clinic-elements/`),
      ),
    );
    const { code, output } = await attempt(process.execPath, [bin, 'check', 'site'], {
      cwd: project,
    });
    assert.match(output, /There is no element <artcle-card>/);
    assert.equal(code, 1, output);
  });

  it('opens with require, which Node answers for modules too', async () => {
    write(project, {
      'required.cjs': `process.stdout.write(typeof require('clinic-elements').ArticleCard);`,
    });
    const { output } = await attempt(process.execPath, ['required.cjs'], { cwd: project });
    assert.match(output, /^function/);
  });

  it('exports the classes, the version and the check of a lead', async () => {
    const { output } = await node(`
      const all = await import('clinic-elements');
      const { checkLead } = await import('clinic-elements/leads');
      const bases = [all.ClinicElement, all.LightElement];
      const classes = Object.values(all)
        .filter((one) => bases.some((base) => one.prototype instanceof base));
      console.log(JSON.stringify({
        classes: classes.map(({ name }) => name).sort(),
        version: all.version,
        checkLead: typeof checkLead,
      }));
    `);
    const pascal = (tag: string) =>
      tag.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
    assert.deepEqual(JSON.parse(output), {
      classes: elementDoors.map(pascal).sort(),
      version: packageJson.version,
      checkLead: 'function',
    });
  });

  it('reads and finds phone numbers without a page', async () => {
    const { output } = await node(`
      const { findPhoneNumbers, parsePhoneNumber } = await import('clinic-elements/calls');
      console.log(parsePhoneNumber('210.555.0142').href);
      console.log(findPhoneNumbers('Call (210) 555-0142 today')[0].written);
    `);
    assert.equal(output.trim(), 'tel:+12105550142\n(210) 555-0142');
  });

  it('gives the schemas of a lead, of a clinic’s facts and of a tree, and the manifest, as JSON', async () => {
    const { output } = await node(`
      import { createRequire } from 'node:module';
      import { join } from 'node:path';
      const require = createRequire(join(process.cwd(), 'here.js'));
      console.log(require('clinic-elements/lead.schema.json').$schema);
      console.log(require('clinic-elements/clinic.schema.json').$schema);
      console.log(require('clinic-elements/guidance.schema.json').$schema);
      console.log(require('clinic-elements/custom-elements.json').modules.length > 0);
    `);
    assert.match(output, /^(?:https:\/\/json-schema\.org\/.*\n){3}true$/m);
  });

  it('reads the worked trees, and walks them', async () => {
    const { output } = await node(`
      import { createRequire } from 'node:module';
      import { join } from 'node:path';
      import { parseTree, walk } from 'clinic-elements/guidance';
      const require = createRequire(join(process.cwd(), 'here.js'));
      for (const name of ['back-pain', 'neck-pain']) {
        const { tree, problems } = parseTree(require('clinic-elements/guidance/' + name + '.json'));
        console.log(tree.id, problems.length, walk(tree, {}).question);
      }
    `);
    assert.equal(output.trim(), 'back-pain 0 where\nneck-pain 0 where');
  });
});
