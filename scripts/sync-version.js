// @ts-check
// Writes package.json's version to where the elements read it, after `changeset version` has raised it.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './lib/run.js';

const file = join(root, 'src/foundation/version.ts');
const DECLARATION = /(?<=^export const version = ')[^']+(?=';$)/m;

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const text = await readFile(file, 'utf8');
if (!DECLARATION.test(text)) throw new Error(`${file} declares no version as this script reads it`);
await writeFile(file, text.replace(DECLARATION, version));
console.log(`src/foundation/version.ts: ${version}`);
