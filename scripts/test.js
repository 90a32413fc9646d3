// @ts-check
// `npm test`: everything that guards main. `--all` runs every browser test in every browser.
import { availableParallelism } from 'node:os';
import { failuresIn } from './lib/failures.js';
import { attempt } from './lib/run.js';
import { buildLibrary, installBrowsers, installPackages } from './lib/setup.js';

const everywhere = process.argv.includes('--all');
const started = Date.now();

/** @type {string[]} */
let browsers;
try {
  installPackages();
  browsers = installBrowsers();
  buildLibrary();
} catch (error) {
  // Who reads only the last line learns it too.
  console.error(`${error}\n\n0 passed, 1 failed`);
  process.exit(1);
}
const others = browsers.slice(1);

/**
 * One step: a check counts as one test; a test runner says its own numbers.
 *
 * @typedef {{ name: string, command: string[], env?: Record<string, string>, counts?: boolean }} Step
 */

/** @type {Step[]} */
const steps = [
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings=0'] },
  {
    name: 'templates',
    command: [
      'lit-analyzer',
      'src/**/*.ts',
      '--strict',
      '--quiet',
      '--rules.no-invalid-css',
      'off',
    ],
  },
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'types of scripts', command: ['tsc', '-p', 'tsconfig.node.json'] },
  { name: 'import directions', command: ['node', 'scripts/check-imports.js'] },
  { name: 'manifest is fresh', command: ['node', 'scripts/check-manifest.js'] },
  { name: 'size budget', command: ['node', 'scripts/size.js', '--check'] },
  { name: 'package', command: ['node', 'scripts/check-package.js'] },
  { name: 'Storybook builds', command: ['storybook', 'build', '--disable-telemetry', '--quiet'] },
  {
    name: 'fault matrix and end to end',
    command: [
      'node',
      'scripts/test-node.js',
      'test/faults/*.e2e.test.ts',
      'test/e2e/*.e2e.test.ts',
    ],
    // The matrix has an engine for each core already.
    env: { TESTS_AT_ONCE: String(availableParallelism()), ...(everywhere && { ALL: '1' }) },
    counts: true,
  },
  {
    name: 'Node tests',
    command: ['node', 'scripts/test-node.js', 'test/**/*.node.test.ts'],
    counts: true,
  },
  ...(everywhere || !others.length
    ? []
    : [
        {
          name: `contract in ${others.join(' and ')}`,
          command: ['wtr'],
          env: { BROWSERS: others.join(), FILES: 'test/contract/*.browser.test.ts' },
          counts: true,
        },
      ]),
  {
    name: 'browser tests',
    command: ['wtr'],
    env: { BROWSERS: everywhere ? browsers.join() : 'chromium' },
    counts: true,
  },
  { name: 'stories', command: ['node', 'scripts/test-stories.js'], counts: true },
];

let passed = 0;
let failed = 0;
let skipped = 0;
/** @type {string[]} */
const failures = [];

/**
 * @param {Step} step
 * @param {boolean} [quiet] prints nothing before it has ended
 */
async function take({ name, command, env, counts }, quiet = false) {
  const from = Date.now();
  if (!quiet) console.log(`\n── ${name}`);
  const [program, ...args] = command;
  const { code, output } = await attempt(program ?? '', args, { env, quiet }).catch((error) => ({
    code: 1,
    output: String(error),
  }));
  if (quiet) console.log(`\n── ${name}\n${output}`.trimEnd());
  const numbers = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  const [good, bad, left] = counts && numbers ? numbers.slice(1).map((n) => Number(n ?? 0)) : [];
  // A runner that broke down without a failed test, or found none, has failed all the same.
  const broken = good === undefined ? code !== 0 || counts : !bad && (code !== 0 || !good);
  passed += good ?? (broken ? 0 : 1);
  failed += (bad ?? 0) + (broken ? 1 : 0);
  skipped += left ?? 0;
  if (bad || broken) failures.push(`── ${name} failed:\n${failuresIn(output)}`);
  console.log(
    `── ${name}: ${code === 0 ? 'ok' : 'FAILED'}, ${Math.round((Date.now() - from) / 1000)} s\n`,
  );
}

// What only reads, two at a time: what each prints is kept until it has ended. Tests by themselves: a page that
// waits for a core moves, and takes longer than anybody allows for.
const waiting = steps.filter(({ counts }) => !counts);
const lane = async () => {
  for (let step = waiting.shift(); step; step = waiting.shift()) await take(step, true);
};
await Promise.all([lane(), lane()]);
for (const step of steps) if (step.counts) await take(step);

// Once more, at the end: whoever sees only that need not look for it.
for (const failure of failures) console.log(`\n${failure}`);
if (others.length < 2)
  console.log('\nFirefox or WebKit is not installed: the contract ran without it.');
console.log(
  `\n${Math.round((Date.now() - started) / 1000)} s${skipped ? `, ${skipped} skipped` : ''}`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
