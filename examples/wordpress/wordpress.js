// @ts-check
// A real WordPress with our elements in it, on 127.0.0.1:
//
//   node examples/wordpress/wordpress.js up
//   node examples/wordpress/wordpress.js down [--purge]
//
// README.md beside this file says what it needs and what there is to see.

import { mkdirSync, rmSync } from 'node:fs';
import { installMissingPackages, unpackWordPress } from './lib/debian.js';
import { startDatabase, stopDatabase } from './lib/database.js';
import { readSettings, saveSettings } from './lib/settings.js';
import { prepareFiles, seed, serve, stopServing } from './lib/site.js';
import { holdLock, log, Unavailable } from './lib/tools.js';

/** What sysexits.h calls "try again elsewhere or later": this machine cannot run the example. */
const UNAVAILABLE = 75;

async function up() {
  await withSettings(async (settings) => {
    await installMissingPackages();
    await unpackWordPress(settings);
    prepareFiles(settings);
    saveSettings(settings);
    await startDatabase(settings);
    seed(settings);
    await serve(settings);
    const { home, adminPassword, theme } = settings;
    log(`${home}/elements-block/ and ${home}/elements-classic/ (theme ${theme})`);
    log(`${home}/wp-admin/ as admin, password ${adminPassword}`);
  });
}

/** @param {boolean} purge also delete the site and its database; the unpacked WordPress stays */
async function down(purge) {
  await withSettings(async (settings) => {
    await stopServing(settings);
    await stopDatabase(settings);
    if (purge) {
      for (const path of settings.purgeable) rmSync(path, { recursive: true, force: true });
    }
    log(purge ? 'stopped and deleted' : 'stopped');
  });
}

/** @param {(settings: import('./lib/settings.js').Settings) => Promise<void>} task */
async function withSettings(task) {
  const { folder, lockFile } = readSettings();
  mkdirSync(folder, { recursive: true });
  const release = await holdLock(lockFile);
  try {
    await task(readSettings()); // again: whoever held the lock may have changed them
  } finally {
    release();
  }
}

const [command, ...flags] = process.argv.slice(2);
try {
  if (command === 'up' && flags.length === 0) await up();
  else if (command === 'down' && flags.every((flag) => flag === '--purge')) {
    await down(flags.includes('--purge'));
  } else {
    console.error('usage: wordpress.js up | down [--purge]   (WP_PORT, WP_DIR, WP_THEME)');
    process.exitCode = 64;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof Unavailable ? UNAVAILABLE : 1;
}
