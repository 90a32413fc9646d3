// @ts-check
// `npm run size`: the bytes of what a page loads, against size-budget.json. `--check` fails above it.
import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { bundlesForSize } from './lib/bundle.js';

/** The fingerprint in the name of a file that is loaded later. */
const FINGERPRINT = /(?<=-)[\w-]{8}(?=\.js\b)/g;

/**
 * What a file weighs, in bytes. A fingerprint weighs its eight characters: left in, brotli makes up to 150 bytes
 * more or less of all of them together whenever any file behind them changes, and no bound could tell.
 *
 * @param {string} code
 */
function brotli(code) {
  const fingerprints = new Set(code.match(FINGERPRINT));
  return brotliCompressSync(code.replace(FINGERPRINT, '')).length + 8 * fingerprints.size;
}

/** @type {{ first: Record<string, number>, later: Record<string, number>, files: Record<string, number> }} */
const budget = JSON.parse(await readFile('size-budget.json', 'utf8'));
const pathOf = (/** @type {string} */ entry) =>
  entry === 'all' ? entry : `elements/${entry}/define`;
const { first, later } = await bundlesForSize(Object.keys(budget.first).map(pathOf));
const rows = Object.entries(budget.first).map(([entry, most]) => ({
  what: `${entry}, first paint, Lit included`,
  bytes: brotli(first.get(pathOf(entry)) ?? ''),
  most,
}));
for (const [module, most] of Object.entries(budget.later)) {
  rows.push({ what: `${module}, later`, bytes: brotli(later.get(module) ?? ''), most });
}
for (const [file, most] of Object.entries(budget.files)) {
  rows.push({ what: `dist/${file}`, bytes: brotli(await readFile(`dist/${file}`, 'utf8')), most });
}
const unlisted = [...later.keys()].filter((module) => !(module in budget.later));
for (const module of unlisted)
  rows.push({
    what: `${module}, later (not in the budget)`,
    bytes: brotli(later.get(module) ?? ''),
    most: 0,
  });

const width = Math.max(...rows.map(({ what }) => what.length));
for (const { what, bytes, most } of rows) {
  console.log(
    `${what.padEnd(width)}  ${String(bytes).padStart(6)} of ${String(most).padStart(6)} B brotli${bytes > most ? '  TOO LARGE' : ''}`,
  );
}
if (process.argv.includes('--check') && rows.some(({ bytes, most }) => bytes > most))
  process.exitCode = 1;
