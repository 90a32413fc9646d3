import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { Engine } from 'php-parser';
import { glob } from 'tinyglobby';
import { REPOSITORY } from './support.js';

interface Manifest {
  modules: { declarations?: { tagName?: string; attributes?: { name: string }[] }[] }[];
}

/** What of the parser's tree is looked at: a list is `const NAME = array( key => value )`. */
interface Code {
  kind: string;
  children?: Code[];
  constants?: { name: { name: string }; value: Code }[];
  items?: { key: { value: string } | null; value: { value: string } }[];
}

const PLUGIN = 'examples/wordpress/mu-plugin/clinic-elements.php';

const read = (file: string) => readFile(path.join(REPOSITORY, file), 'utf8');

/** Fails, and names the line, where the file is no PHP. */
const parse = async (file: string): Promise<Code> =>
  new Engine({ parser: { extractDoc: false } }).parseCode(await read(file), file) as Code;

/** A list of the plugin, as keys and values. */
async function listIn(file: string, name: string): Promise<[key: string, value: string][]> {
  const { children = [] } = await parse(file);
  const list = children
    .flatMap(({ constants = [] }) => constants)
    .find((constant) => constant.name.name === name);
  return (list?.value.items ?? []).map(({ key, value }) => [key?.value ?? '', value.value]);
}

test('PHP can read what the examples have for it', async () => {
  const files = await glob('examples/**/*.php', { cwd: REPOSITORY });
  assert.ok(files.includes(PLUGIN), 'the plugin is among them');
  for (const file of files) await parse(file);
});

test('the plugin lets authors write every attribute of every element', async () => {
  const entries = await listIn(PLUGIN, 'CLINIC_ELEMENTS');
  const listed = new Map(entries.map(([tag, names]) => [tag, names.split(' ')]));
  assert.equal(listed.size, entries.length, 'each tag stands once');
  const { modules } = JSON.parse(await read('custom-elements.json')) as Manifest;
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ tagName, attributes = [] }) =>
      tagName ? [[tagName, attributes.map(({ name }) => name)] as const] : [],
    );
  const missing = elements.flatMap(([tag, names]) =>
    names.filter((name) => !listed.get(tag)?.includes(name)).map((name) => `${tag} ${name}`),
  );
  assert.deepEqual(missing, [], 'add them to CLINIC_ELEMENTS');
  const known = new Map(elements);
  const unknown = entries.flatMap(([tag, names]) =>
    names
      .split(' ')
      .filter((name) => !known.get(tag)?.includes(name))
      .map((name) => `${tag} ${name}`),
  );
  assert.deepEqual(unknown, [], 'no element has these');
});

test('WordPress checks the scheme of every address that the plugin lets through', async () => {
  const checked = (await listIn(PLUGIN, 'CLINIC_ELEMENTS_ADDRESSES')).map(([, name]) => name);
  const addresses = (await listIn(PLUGIN, 'CLINIC_ELEMENTS'))
    .flatMap(([, names]) => names.split(' '))
    .filter((name) => /-(?:href|src|url)$|^image$/.test(name));
  assert.ok(addresses.length, 'there are some');
  assert.deepEqual(
    [...new Set(addresses)].filter((name) => !checked.includes(name)),
    [],
    'add them to CLINIC_ELEMENTS_ADDRESSES',
  );
});
