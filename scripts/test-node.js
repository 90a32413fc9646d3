// @ts-check
// Runs TypeScript tests with Node's own runner and closes with one line of numbers.
import { availableParallelism } from 'node:os';
import { attempt } from './lib/run.js';

const patterns = process.argv.slice(2);
// Files that take long start first, the longest before all, or one core waits for them at the end.
const LONG = [
  'test/faults/matrix',
  'test/e2e/site',
  'test/e2e/wordpress',
  'test/faults/privacy',
  'test/tools/new-element',
  'test/consumers/types',
  'test/consumers/ssr',
  'test/consumers/bundlers',
  'test/calls/opening-hours-compare',
];
const { code, output } = await attempt(process.execPath, [
  '--import=tsx',
  'scripts/lib/test-files.js',
  // One file more than there are cores: tests wait for browsers and servers a third of their time.
  process.env.TESTS_AT_ONCE ?? String(availableParallelism() + 1),
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
  /** @param {string} file */
  const turn = (file) => LONG.findIndex((start) => file.startsWith(start)) + 1 || LONG.length + 1;
  return files.sort((a, b) => turn(a) - turn(b) || (a < b ? -1 : 1));
}
