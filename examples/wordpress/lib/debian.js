// @ts-check
// PHP and MariaDB are installed from Debian (programs only: no service is set up or started).
// WordPress is downloaded and unpacked, not installed: installing it brings Apache along.

import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync } from 'node:fs';
import { renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { attempt, log, run, Unavailable } from './tools.js';

const PROGRAMS = [
  'php-cli',
  'php-mysql',
  'php-gd',
  'php-xml',
  'php-mbstring',
  'php-curl',
  'mariadb-server-core',
  'mariadb-client-core',
];

const WORDPRESS = [
  'wordpress',
  'wordpress-theme-twentytwentyone',
  'wordpress-theme-twentytwentythree',
  // Debian takes these out of WordPress and links to them instead.
  'php-getid3',
  'libjs-underscore',
  'libjs-cropper',
  'libjs-prototype',
  'libjs-scriptaculous',
];

const isRoot = process.getuid?.() === 0;
const aptOptions = ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::http::Timeout=30'];
const aptEnvironment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };

export async function installMissingPackages() {
  if (!existsSync('/etc/debian_version') || !onPath('apt-get')) {
    throw new Unavailable('this example is made from Debian packages, and this is not Debian');
  }
  const missing = PROGRAMS.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  if (!isRoot) {
    throw new Unavailable(`only root can install the missing packages: ${missing.join(' ')}`);
  }
  await withFreshLists(() => apt('-y', '--no-install-recommends', 'install', ...missing));
  log(`installed ${missing.join(' ')}`);
}

/** @param {import('./settings.js').Settings} settings */
export async function unpackWordPress({ unpacked }) {
  if (existsSync(unpacked)) return;
  const workplace = `${unpacked}.unfinished`;
  const packages = join(workplace, 'packages');
  const root = join(workplace, 'root');
  rmSync(workplace, { recursive: true, force: true });
  mkdirSync(packages, { recursive: true });

  await withFreshLists(() => {
    // The user that apt downloads as has no rights in our folder.
    const asRoot = isRoot ? ['-o', 'APT::Sandbox::User=root'] : [];
    return attempt('apt-get', [...aptOptions, ...asRoot, 'download', ...WORDPRESS], {
      cwd: packages,
      env: aptEnvironment,
    });
  });
  for (const name of readdirSync(packages)) run('dpkg-deb', ['-x', join(packages, name), root]);

  const wordpress = join(root, 'usr/share/wordpress');
  replaceLinks(wordpress, root);
  rmSync(join(wordpress, 'wp-config.php'), { force: true });
  renameSync(wordpress, unpacked); // last, so that a folder with this name is a whole one
  rmSync(workplace, { recursive: true, force: true });
  log("unpacked WordPress from Debian's packages");
}

/**
 * Puts files where Debian has links out of WordPress, from the unpacked packages or else from the system.
 * @param {string} folder
 * @param {string} root where the packages were unpacked
 */
function replaceLinks(folder, root) {
  for (const entry of readdirSync(folder)) {
    const path = join(folder, entry);
    const found = lstatSync(path);
    if (found.isDirectory()) replaceLinks(path, root);
    if (!found.isSymbolicLink()) continue;
    const target = resolve(dirname(path), readlinkSync(path));
    const inPackages = target.startsWith(root) ? target : join(root, target);
    const onSystem = target.startsWith(root) ? target.slice(root.length) : target;
    const origin = [inPackages, onSystem].find((candidate) => existsSync(candidate));
    rmSync(path);
    if (origin) run('cp', ['-aL', origin, path]); // without one: documentation and the like
  }
}

/**
 * Debian's mirrors forget old versions, so a failure is answered with fresh package lists, once.
 * @param {() => ReturnType<typeof attempt>} task
 */
async function withFreshLists(task) {
  const haveLists = attempt('apt-cache', ['show', 'php-cli']).output !== '';
  let result = haveLists || !isRoot ? task() : null;
  if (!result?.succeeded && isRoot) {
    await updateLists();
    result = task();
  }
  if (result?.succeeded) return;
  const reason = result?.complaint.split('\n').findLast((line) => line.startsWith('E:'));
  throw new Unavailable(`Debian packages cannot be had: ${reason ?? result?.complaint}`);
}

async function updateLists() {
  // apt waits for dpkg's lock but not for that of the lists.
  for (let tries = 0; tries < 60; tries++) {
    const result = apt('update');
    if (result.succeeded || !result.complaint.includes('Could not get lock')) return;
    await wait(2000);
  }
}

/** @param {string[]} args */
function apt(...args) {
  return attempt('apt-get', [...aptOptions, ...args], { env: aptEnvironment });
}

/** @param {string} name */
function isInstalled(name) {
  const { output } = attempt('dpkg-query', ['-W', '-f', '${Status}', name]);
  return output.startsWith('install ok installed');
}

/** @param {string} program */
function onPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, program)));
}
