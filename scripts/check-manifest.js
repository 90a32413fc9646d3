// @ts-check
// Whether custom-elements.json describes the elements as they are now: editors, Storybook, framework types
// and the contract test read it.
import { copyFile, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { attempt, root } from './lib/run.js';

const CONFIG = 'custom-elements-manifest.config.js';

/**
 * @typedef {{ name: string, tagName?: string, customElement?: boolean }} Declaration
 * @typedef {{ kind: string, name: string }} Export
 * @typedef {{ path: string, declarations: Declaration[], exports: Export[] }} Module
 * @typedef {{ modules: Module[] }} Manifest
 */

/**
 * Analyzes the sources in a folder of its own, because the plugins write into `dist/` beside it.
 *
 * @returns {Promise<Manifest>}
 */
async function analyze() {
  const folder = await mkdtemp(join(tmpdir(), 'manifest-'));
  try {
    for (const file of [CONFIG, 'package.json']) {
      await copyFile(join(root, file), join(folder, file));
    }
    for (const name of ['src', 'node_modules']) {
      await symlink(join(root, name), join(folder, name), 'junction');
    }
    const { code, output } = await attempt('cem', ['analyze', '--config', CONFIG], {
      cwd: folder,
      quiet: true,
    });
    if (code !== 0) throw new Error(`cem analyze ended with ${code}\n${output}`);
    return JSON.parse(await readFile(join(folder, 'custom-elements.json'), 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {Manifest} manifest */
const modulesByPath = ({ modules }) => new Map(modules.map((module) => [module.path, module]));

const written = /** @type {Manifest} */ (
  JSON.parse(await readFile(join(root, 'custom-elements.json'), 'utf8'))
);
const now = await analyze();
/** @type {string[]} */
const faults = [];

if (!isDeepStrictEqual(written, now)) {
  const [before, after] = [modulesByPath(written), modulesByPath(now)];
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => !isDeepStrictEqual(before.get(path), after.get(path)),
  );
  faults.push(
    `custom-elements.json is not what the sources say: ${stale.join(', ') || 'its order'}. Refresh it with \`npm run build\`.`,
  );
}

const described = now.modules.flatMap(({ declarations }) =>
  declarations.flatMap(({ customElement, tagName }) => (customElement && tagName) || []),
);
const defined = now.modules.flatMap(({ exports }) =>
  exports.flatMap(({ kind, name }) => (kind === 'custom-element-definition' ? name : [])),
);
const folders = (await readdir(join(root, 'src/elements'), { withFileTypes: true })).flatMap(
  (entry) => (entry.isDirectory() ? entry.name : []),
);
for (const tag of folders) {
  if (!described.includes(tag)) faults.push(`src/elements/${tag}/${tag}.ts describes no <${tag}>.`);
  if (!defined.includes(tag)) faults.push(`src/elements/${tag}/define.ts defines no <${tag}>.`);
}
for (const tag of described) {
  if (!folders.includes(tag)) faults.push(`<${tag}> has no folder src/elements/${tag}/.`);
}
if (!folders.length) faults.push('src/elements/ holds no element: the check proves nothing.');

for (const fault of faults) console.error(fault);
console.log(`${described.length} elements, ${now.modules.length} modules described`);
if (faults.length) process.exitCode = 1;
