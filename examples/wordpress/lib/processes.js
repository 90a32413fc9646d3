// @ts-check
// Programs that keep running after this one ends. Each leads a process group of its own; its pid file names the
// group, and a process is ours only if it is in that group and our folder stands in its command line: after a
// restart of the machine the same number may belong to somebody else.

import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { becomesTrue } from './tools.js';

/**
 * @param {object} program
 * @param {string} program.command
 * @param {string[]} program.args
 * @param {string} program.pidFile
 * @param {string} program.logFile
 * @param {NodeJS.ProcessEnv} [program.env]
 */
export function startInBackground({ command, args, pidFile, logFile, env = process.env }) {
  const output = openSync(logFile, 'a');
  const child = spawn(command, args, { detached: true, stdio: ['ignore', output, output], env });
  child.on('error', () => {}); // the caller notices that nothing answers, and shows the log
  child.unref();
  closeSync(output);
  writeFileSync(pidFile, String(child.pid));
}

/**
 * @param {string} pidFile
 * @param {string} mark a path of ours in the command line
 * @returns {number[]} the living processes, also those that outlived the first of their group
 */
export function ourProcesses(pidFile, mark) {
  const group = existsSync(pidFile) ? readFileSync(pidFile, 'utf8') : '';
  if (!group) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => groupOf(pid) === group && commandLine(pid).includes(mark))
    .map(Number);
}

/**
 * @param {string} pidFile
 * @param {string} mark
 */
export async function stop(pidFile, mark) {
  const living = () => ourProcesses(pidFile, mark);
  const send = (/** @type {NodeJS.Signals} */ signal) => {
    for (const pid of living()) {
      try {
        process.kill(pid, signal);
      } catch {
        // gone in the meantime
      }
    }
  };
  send('SIGTERM');
  if (!(await becomesTrue(() => living().length === 0, 20))) {
    send('SIGKILL');
    await becomesTrue(() => living().length === 0, 5);
  }
  rmSync(pidFile, { force: true });
}

/** @param {string} pid */
function groupOf(pid) {
  // The name of the program, in brackets, may hold spaces; after it: state, parent, group.
  const stat = readProc(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2];
}

/** @param {string} pid */
function commandLine(pid) {
  return readProc(pid, 'cmdline').replaceAll('\0', ' ');
}

/**
 * @param {string} pid
 * @param {string} file
 */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
