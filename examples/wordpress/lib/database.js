// @ts-check
// A private MariaDB: a Unix socket and no port, small buffers, nothing outside the site's folder.

import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { basename, dirname } from 'node:path';
import { ourProcesses, startInBackground, stop } from './processes.js';
import { becomesTrue, log, run } from './tools.js';

const size = ['--innodb-log-file-size=8M', '--innodb-buffer-pool-size=48M'];
const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];

/** @param {import('./settings.js').Settings} settings */
export async function startDatabase(settings) {
  const { databaseData, databaseLog, databasePid, socket } = settings;
  if (ourProcesses(databasePid, databaseData).length > 0 && (await answers(socket))) return;
  await stopDatabase(settings);

  if (!existsSync(databaseData)) {
    const unfinished = `${databaseData}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    // By its name alone: this program is a shell script that trips over blanks in a path.
    const flags = ['--auth-root-authentication-method=normal', '--skip-test-db'];
    const args = [
      '--no-defaults',
      ...asRoot,
      ...flags,
      `--datadir=./${basename(unfinished)}`,
      ...size,
    ];
    run('mariadb-install-db', args, { cwd: dirname(unfinished) });
    renameSync(unfinished, databaseData);
  }
  startInBackground({
    command: '/usr/sbin/mariadbd',
    args: [
      '--no-defaults',
      ...asRoot,
      `--datadir=${databaseData}`,
      `--socket=${socket}`,
      '--skip-networking',
      '--skip-log-bin',
      '--performance-schema=OFF',
      '--innodb-flush-log-at-trx-commit=2', // survives a crash of the program, not of the machine
      ...size,
    ],
    pidFile: databasePid,
    logFile: databaseLog,
  });
  if (!(await becomesTrue(() => answers(socket), 30))) {
    throw new Error(`MariaDB does not start:\n${readFileSync(databaseLog, 'utf8').slice(-2000)}`);
  }
  log('MariaDB runs');
}

/** @param {import('./settings.js').Settings} settings */
export async function stopDatabase({ databaseData, databasePid, socket }) {
  await stop(databasePid, databaseData);
  rmSync(socket, { force: true });
}

/**
 * MariaDB greets whoever connects, but only when it is ready.
 * @param {string} socket
 * @returns {Promise<boolean>}
 */
function answers(socket) {
  return new Promise((resolve) => {
    const connection = connect(socket);
    const finish = (/** @type {boolean} */ answer) => {
      connection.destroy();
      resolve(answer);
    };
    connection.setTimeout(1000, () => finish(false));
    connection.once('data', () => finish(true));
    connection.once('error', () => finish(false));
  });
}
