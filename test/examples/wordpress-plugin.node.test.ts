import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { REPOSITORY } from './support.js';

interface Manifest {
  modules: { declarations?: { tagName?: string; attributes?: { name: string }[] }[] }[];
}

const read = (file: string) => readFile(path.join(REPOSITORY, file), 'utf8');

test('the plugin lets authors write every attribute of every element', async () => {
  const plugin = await read('examples/wordpress/mu-plugin/clinic-elements.php');
  const listed = new Map(
    [...plugin.matchAll(/^\t'([a-z-]+)'\s*=> '([a-z -]+)',$/gm)].map(([, tag, names]) => [
      tag!,
      names!.split(' '),
    ]),
  );
  const { modules } = JSON.parse(await read('custom-elements.json')) as Manifest;
  const missing = modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ tagName, attributes = [] }) =>
      tagName
        ? attributes
            .filter(({ name }) => !listed.get(tagName)?.includes(name))
            .map(({ name }) => `${tagName} ${name}`)
        : [],
    );
  assert.ok(listed.size, 'the list was found');
  assert.deepEqual(missing, [], 'add them to CLINIC_ELEMENTS');
});
