// @ts-check
// The site's files, its content, and the PHP server that shows it.

import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ourProcesses, startInBackground, stop } from './processes.js';
import { becomesTrue, log, run } from './tools.js';

/** Enough for a page whose parts call the site's own REST API. */
const WORKERS = '3';

/** @param {import('./settings.js').Settings} settings */
export function prepareFiles({ site, unpacked, source, dist, theme }) {
  const bundle = join(dist, 'cdn');
  if (!existsSync(join(bundle, 'clinic-elements.js'))) {
    throw new Error('dist/cdn/clinic-elements.js is not there: build the library first');
  }
  if (!existsSync(site)) {
    const unfinished = `${site}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(unpacked, unfinished, { recursive: true });
    renameSync(unfinished, site);
  }
  const content = join(site, 'wp-content');
  const themes = readdirSync(join(content, 'themes'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  if (!themes.includes(theme)) {
    throw new Error(`WP_THEME=${theme} is not one of ${themes.join(', ')}`);
  }

  // The rest is copied at every start, so that `up` also brings a running site up to date.
  copyFileSync(join(source, 'wp-config.php'), join(site, 'wp-config.php'));
  cpSync(join(source, 'mu-plugin'), join(content, 'mu-plugins'), { recursive: true });
  const elements = join(content, 'clinic-elements');
  const fresh = `${elements}.fresh`;
  rmSync(fresh, { recursive: true, force: true });
  cpSync(bundle, fresh, { recursive: true });
  copyFileSync(join(dist, 'clinic-elements.css'), join(fresh, 'clinic-elements.css'));
  rmSync(elements, { recursive: true, force: true });
  renameSync(fresh, elements);
}

/** @param {import('./settings.js').Settings} settings */
export function seed({ source, site, theme, phpLog, adminPassword }) {
  const script = join(source, 'seed.php');
  const flags = phpFlags(phpLog);
  const made = run('php', [...flags, script, site, 'install', adminPassword]);
  if (made.includes('installed')) {
    mkdirSync(join(site, 'wp-content/uploads'), { recursive: true });
    log('WordPress installed');
  }
  const filled = run('php', [...flags, script, site, 'fill', theme]);
  if (filled.trim()) log(filled.trim());
}

/** @param {import('./settings.js').Settings} settings */
export async function serve(settings) {
  const { port, home, site, source, phpLog, serverLog, serverPid } = settings;
  const running = ourProcesses(serverPid, site).length > 0;
  if (running && (await isWordPress(home))) {
    log('already serving');
    return;
  }
  await stopServing(settings);
  if (await isTaken(port)) {
    throw new Error(`port ${port} is in use by another program: choose another with WP_PORT`);
  }
  startInBackground({
    command: 'php',
    args: [...phpFlags(phpLog), '-S', `127.0.0.1:${port}`, '-t', site, join(source, 'router.php')],
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: WORKERS },
    pidFile: serverPid,
    logFile: serverLog,
  });
  if (!(await becomesTrue(() => isWordPress(home), 30))) {
    throw new Error(`WordPress does not answer:\n${readFileSync(serverLog, 'utf8').slice(-2000)}`);
  }
}

/** @param {import('./settings.js').Settings} settings */
export async function stopServing({ serverPid, site }) {
  await stop(serverPid, site);
}

/** @param {string} phpLog */
function phpFlags(phpLog) {
  return [
    'memory_limit=256M',
    'display_errors=0',
    'log_errors=1',
    `error_log=${phpLog}`,
    'opcache.enable_cli=1',
    'sendmail_path=/bin/true', // the demo sends no mail
  ].flatMap((setting) => ['-d', setting]);
}

/** @param {string} home */
async function isWordPress(home) {
  try {
    const response = await fetch(`${home}/wp-json/`, { signal: AbortSignal.timeout(10_000) });
    const { url } = /** @type {{ url?: unknown }} */ (await response.json());
    return response.ok && url === home;
  } catch {
    return false;
  }
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isTaken(port) {
  return new Promise((resolve) => {
    const connection = connect(port, '127.0.0.1');
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', () => resolve(false));
  });
}
