// @ts-check
// Runs TypeScript tests with Node's own runner and closes with one line of numbers.
import { availableParallelism } from 'node:os';
import { attempt } from './lib/run.js';

const patterns = process.argv.slice(2);
// Node leaves one core free; tests with browsers and clocks of their own want to be alone.
const aside = patterns.every((pattern) => pattern.endsWith('.node.test.ts'))
  ? [`--test-concurrency=${availableParallelism()}`]
  : [];
const { code, output } = await attempt(process.execPath, [
  '--import=tsx',
  '--test',
  '--test-reporter=spec',
  ...aside,
  ...(await expand(patterns)),
]);
/** @param {string} name */
const count = (name) => Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
console.log(
  `\n${count('pass')} passed, ${count('fail') + count('cancelled')} failed, ${count('skipped')} skipped`,
);
process.exitCode = code;

/**
 * Node 20's runner takes files, not patterns.
 *
 * @param {string[]} patterns with `**` and `*`
 */
async function expand(patterns) {
  const { glob } = await import('tinyglobby');
  const files = await glob(patterns);
  if (!files.length) throw new Error(`no test matches ${patterns.join(' ')}`);
  return files.sort();
}
