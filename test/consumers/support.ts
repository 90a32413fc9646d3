// A project that has installed the package as npm would publish it, without a network.
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { root, run } from '../tools/support.js';

type Target = string | { types?: string; default?: string };

/** What package.json promises. */
export const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
  bin: Record<string, string>;
  dependencies: Record<string, string>;
  exports: Record<string, Target>;
};

/** The doors that are code, e.g. `clinic-elements/call-cta`. */
export const codeDoors = Object.entries(packageJson.exports).flatMap(([door, target]) =>
  typeof target === 'object' && target.default ? `clinic-elements${door.slice(1)}` : [],
);

/** The doors that register one element, by tag. */
export const elementDoors = Object.entries(packageJson.exports).flatMap(([door, target]) =>
  typeof target === 'object' && /\/define\.js$/.test(target.default ?? '') ? door.slice(2) : [],
);

/** Puts packages of this repository into a project. Their own dependencies are found where they really are. */
export function link(project: string, packages: string[]): void {
  for (const name of packages) {
    const place = join(project, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), place, 'junction');
  }
}

/** Packs the library and makes a folder the project of someone who uses it. */
export async function install(project: string, others: string[] = []): Promise<void> {
  assert.ok(existsSync(join(root, 'dist/index.js')), 'the library is built: npm run build');
  const modules = join(project, 'node_modules');
  mkdirSync(modules);
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', project];
  await run('npm', pack, { cwd: root });
  const tarball = `clinic-elements-${packageJson.version}.tgz`;
  await run('tar', ['-xzf', tarball], { cwd: project });
  renameSync(join(project, 'package'), join(modules, 'clinic-elements'));
  link(project, [...Object.keys(packageJson.dependencies), ...others]);
  write(project, { 'package.json': JSON.stringify({ private: true, type: 'module' }) });
}

/** Writes files, text by path. */
export function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
