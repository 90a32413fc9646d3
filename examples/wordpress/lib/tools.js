// @ts-check
// Commands, logging and a lock: what the other modules share.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** The example cannot run on this machine, through no fault of its own. */
export class Unavailable extends Error {}

/** @param {string} message */
export function log(message) {
  console.error(`${process.uptime().toFixed(1).padStart(6)}s  ${message}`);
}

/**
 * Runs a command to its end and hands back what it said; never throws.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function attempt(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  return {
    succeeded: status === 0,
    output: String(stdout ?? ''),
    complaint: String(stderr ?? '').trim() || error?.message || `${command} ended with ${status}`,
  };
}

/**
 * Runs a command that has to succeed.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function run(command, args, options) {
  const { succeeded, output, complaint } = attempt(command, args, options);
  if (!succeeded) throw new Error(`${command} ${args[0] ?? ''}: ${complaint}\n${output}`.trim());
  return output;
}

/**
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} seconds
 */
export async function becomesTrue(condition, seconds) {
  const end = performance.now() + seconds * 1000;
  while (!(await condition())) {
    if (performance.now() > end) return false;
    await wait(50);
  }
  return true;
}

/**
 * Two starts at once would make one database twice. The second waits; a lock whose holder died is taken over.
 * @param {string} file
 * @returns {Promise<() => void>} lets go of the lock
 */
export async function holdLock(file) {
  const take = () => {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const holder = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (holder && !existsSync(`/proc/${holder}`)) rmSync(file, { force: true });
    return false;
  };
  if (!(await becomesTrue(take, 300)))
    throw new Error(`another start does not end; if there is none, delete ${file}`);
  return () => rmSync(file, { force: true });
}
