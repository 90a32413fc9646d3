// @ts-check
// Whether the package, packed as it would be published, holds what it promises and nothing of this machine.
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempt, root } from './lib/run.js';

/**
 * @typedef {string | { [condition: string]: Target }} Target - one value in package.json's `exports`
 * @typedef {{
 *   main: string, module: string, types: string, customElements: string, 'web-types': string,
 *   exports: Record<string, Target>, sideEffects: string[],
 * }} PackageJson
 */

/** @type {PackageJson} */
const packageJson = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const folder = await mkdtemp(join(tmpdir(), 'package-'));

/** @param {Target} target @returns {string[]} every file that a target names, whatever the condition */
const filesOf = (target) =>
  typeof target === 'string' ? [target] : Object.values(target).flatMap(filesOf);

/** @param {string} pattern - a path with `*` @param {boolean} deep - whether `*` crosses folders */
const toRegExp = (pattern, deep) =>
  new RegExp(
    `^${pattern
      .replace(/^\.\//, '')
      .split(/(\*\*\/|\*)/)
      .map((part) => {
        if (part === '**/') return '(?:.*/)?';
        if (part === '*') return deep ? '.+' : '[^/]+';
        return part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
      })
      .join('')}$`,
  );

/**
 * Runs a program on the tarball.
 *
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<string[]>} what is wrong
 */
async function ask(program, args) {
  const { code, output } = await attempt(program, args, { quiet: true });
  return code === 0 ? [] : [output.trim()];
}

/** @param {string[]} files - what the package holds */
function missing(files) {
  const { main, module, types, customElements } = packageJson;
  const fields = [main, module, types, customElements, packageJson['web-types']];
  const exported = Object.values(packageJson.exports).flatMap(filesOf);
  return [
    ...[...fields, ...exported].filter(
      (target) => !files.some((f) => toRegExp(target, true).test(f)),
    ),
    ...packageJson.sideEffects.filter((glob) => !files.some((f) => toRegExp(glob, false).test(f))),
  ].map((target) => `nothing in the package is ${target}`);
}

/**
 * Paths that hold on this machine only: this folder, anybody's home, a temporary folder, a file URL.
 *
 * @param {string[]} files
 */
async function machinePaths(files) {
  const own = [root, homedir() + '/'].filter((path) => path.length > 2);
  const general =
    /(?:file:\/\/\/|(?<![\w.~$})-])\/(?:home|root|Users|tmp|private|var\/folders)\/[\w.-]|\b[A-Z]:\\\\?(?:Users|Temp)\b)/;
  const found = [];
  for (const file of files) {
    const text = await readFile(join(folder, 'package', file), 'latin1');
    const path = own.find((path) => text.includes(path)) ?? general.exec(text)?.[0];
    if (path) found.push(`${file} holds ${path}`);
  }
  return found;
}

let failed = 0;

/**
 * @param {string} what
 * @param {string[]} faults
 */
function report(what, faults) {
  console.log(`${faults.length ? 'FAILED' : 'ok'}  ${what}`);
  for (const fault of faults) console.log(fault.replace(/^/gm, '        '));
  if (faults.length) failed++;
}

try {
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const packed = await attempt('npm', pack, { quiet: true });
  const [name] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'));
  if (packed.code !== 0 || !name) throw new Error(`npm pack failed\n${packed.output}`);
  const tarball = join(folder, name);
  const unpacked = await attempt('tar', ['-xzf', name], { cwd: folder, quiet: true });
  if (unpacked.code !== 0) throw new Error(`${name} does not unpack\n${unpacked.output}`);
  const all = await readdir(join(folder, 'package'), { recursive: true, withFileTypes: true });
  const files = all
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => path.slice(join(folder, 'package/').length).replaceAll('\\', '/'));
  const { size } = await stat(tarball);
  report(`${name}: ${files.length} files, ${Math.round(size / 1024)} KiB`, []);

  report('every target of package.json is in the package', missing(files));
  report('no path of this machine', await machinePaths(files));
  report('publint --strict', await ask('publint', ['run', tarball, '--strict']));
  // attw cannot expand a pattern; what is no JavaScript has no types to look at.
  const doors = Object.entries(packageJson.exports).flatMap(([door, target]) =>
    typeof target === 'object' && 'default' in target ? door : [],
  );
  const attw = [tarball, '--profile', 'esm-only', '--no-color', '--format', 'ascii'];
  report(
    `types of ${doors.length} doors resolve (attw, esm-only)`,
    await ask('attw', [...attw, '--entrypoints', ...doors]),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
if (failed) process.exitCode = 1;
