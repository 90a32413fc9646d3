// @ts-check
// Whether imports only point down: the rules of .dependency-cruiser.cjs. Another folder than this
// repository can be named, for the test of the rules.
import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';
import { root } from './lib/run.js';

/** A check that saw next to nothing has proved nothing: the sources have moved, or cannot be read. */
const LEAST = 20;

/**
 * @typedef {{ rule: string, from: string, to: string, remedy: string }} Violation
 */

/**
 * Reads the imports of every module in `src/`.
 *
 * @param {string} folder - what holds `src/`
 * @returns {Promise<{ modules: number, imports: number, violations: Violation[] }>}
 */
async function readImports(folder) {
  /** @type {import('dependency-cruiser').IConfiguration} */
  const { forbidden = [], options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
  const { output } = await cruise(['src'], {
    ...options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden },
  });
  const { modules, summary } = /** @type {import('dependency-cruiser').ICruiseResult} */ (output);
  const own = modules.filter(({ source }) => source.startsWith('src/'));
  return {
    modules: own.length,
    imports: own.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
    violations: summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      from,
      to: cycle?.length ? cycle.map(({ name }) => name).join(' → ') : to,
      remedy: forbidden.find(({ name }) => name === rule.name)?.comment ?? '',
    })),
  };
}

const { modules, imports, violations } = await readImports(process.argv[2] ?? root);
for (const { rule, from, to, remedy } of violations) {
  console.error(`${rule}: ${from}${to === from ? '' : ` → ${to}`}\n  ${remedy}`);
}
if (modules < LEAST) {
  console.error(`Only ${modules} modules were seen: the check does not read the sources.`);
}
console.log(`${modules} modules, ${imports} imports, ${violations.length} violations`);
if (violations.length || modules < LEAST) process.exitCode = 1;
