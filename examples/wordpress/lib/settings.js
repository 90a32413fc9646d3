// @ts-check
// Where everything lives. All of it is inside one folder, so that deleting the folder deletes the site.

import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** The kernel's limit for the path of a Unix socket is 107 bytes. */
const LONGEST_SOCKET_PATH = 100;

/** @typedef {ReturnType<typeof readSettings>} Settings */

export function readSettings(environment = process.env) {
  const folder = resolve(environment.WP_DIR || join(repository, '.data/wordpress'));
  const port = Number(environment.WP_PORT || 8090);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`WP_PORT is not a port number: ${environment.WP_PORT}`);
  }
  const inside = (/** @type {string} */ path) => join(folder, path);
  const settingsFile = inside('settings.json');
  const saved = existsSync(settingsFile) ? JSON.parse(readFileSync(settingsFile, 'utf8')) : {};
  return {
    port,
    home: `http://127.0.0.1:${port}`,
    theme: environment.WP_THEME || 'twentytwentythree',
    adminPassword: String(saved.adminPassword ?? randomBytes(9).toString('base64url')),
    secret: String(saved.secret ?? randomBytes(32).toString('hex')),

    /** The built library; another folder can be named to try a bundle that is not this repository's. */
    dist: resolve(environment.CLINIC_ELEMENTS_DIST || join(repository, 'dist')),
    /** This example's own files. */
    source: join(repository, 'examples/wordpress'),

    folder,
    settingsFile,
    lockFile: inside('lock'),
    unpacked: inside('unpacked/wordpress'),
    site: inside('site'),
    databaseData: inside('database'),
    databaseLog: inside('database.log'),
    databasePid: inside('database.pid'),
    socket: socketPath(folder),
    phpLog: inside('php.log'),
    serverLog: inside('server.log'),
    serverPid: inside('server.pid'),
    /** What `down --purge` deletes: all but the unpacked WordPress. */
    purgeable: [
      'site',
      'site.unfinished',
      'database',
      'database.unfinished',
      'database.log',
      'php.log',
      'wordpress.log',
      'server.log',
      'settings.json',
    ].map(inside),
  };
}

/**
 * Keeps what a later start and wp-config.php need to know.
 * @param {Settings} settings
 */
export function saveSettings({ settingsFile, home, socket, secret, adminPassword }) {
  const text = JSON.stringify({ home, socket, secret, adminPassword }, null, 2);
  writeFileSync(settingsFile, `${text}\n`, { mode: 0o600 });
}

/** @param {string} folder */
function socketPath(folder) {
  const usual = join(folder, 'database.sock');
  if (Buffer.byteLength(usual) <= LONGEST_SOCKET_PATH) return usual;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(tmpdir(), `clinic-elements-${name}.sock`);
}
