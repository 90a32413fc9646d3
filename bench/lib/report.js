// @ts-check
// What all measurements share: medians, ratios to plain HTML, a table, and its place in README.md.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../scripts/lib/run.js';

/** @param {number[]} values @param {number} share */
const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.round((values.length - 1) * share)] ?? NaN;

/**
 * Cells out of rounds, by contender.
 *
 * @template Round
 * @param {Map<string, Round[]>} seen - rounds by contender's id; `plain` is what the others are compared with
 */
export function cellsOf(seen) {
  /** @param {string} id */
  const roundsOf = (id) => seen.get(id) ?? [];
  /** @param {string} id @param {(round: Round) => number} pick */
  const median = (id, pick) => quantile(roundsOf(id).map(pick), 0.5);
  /**
   * To plain HTML in the same round: median, and the middle half of the rounds.
   *
   * @param {(round: Round) => number} pick
   */
  const ratio = (pick) => (/** @type {string} */ id) => {
    const ratios = roundsOf(id).map((round, index) => {
      const plain = roundsOf('plain')[index];
      return pick(round) / (plain ? pick(plain) : NaN);
    });
    const [low, middle, high] = [0.25, 0.5, 0.75].map((share) =>
      quantile(ratios, share).toFixed(2),
    );
    return id === 'plain' ? '1.00' : `${middle} (${low}–${high})`;
  };
  /** @param {(round: Round) => number} pick @param {number} [digits] */
  const count =
    (pick, digits = 0) =>
    (/** @type {string} */ id) =>
      median(id, pick).toFixed(digits);
  /** @param {(round: Round) => number} pick */
  const worst = (pick) => (/** @type {string} */ id) =>
    Math.max(...roundsOf(id).map(pick)).toFixed(3);
  return { median, ratio, count, worst };
}

/**
 * A Markdown table, a column for each contender.
 *
 * @param {{ id: string, title: string }[]} contenders
 * @param {[what: string, cell: (id: string) => string][]} rows
 */
export const table = (contenders, rows) =>
  [
    ['', ...contenders.map(({ title }) => title)],
    ['---', ...contenders.map(() => '---:')],
    ...rows.map(([what, cell]) => [what, ...contenders.map(({ id }) => cell(id))]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/**
 * Puts a report between `<!-- bench:<name> -->` and its end in README.md.
 *
 * @param {string} name
 * @param {string} report
 */
export async function writeReport(name, report) {
  const file = join(root, 'bench/README.md');
  const readme = await readFile(file, 'utf8');
  const [start, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const written = readme.replace(
    new RegExp(`${start}[^]*${end}`),
    () => `${start}\n\n${report}\n\n${end}`,
  );
  await writeFile(file, await format(written, { ...(await resolveConfig(file)), filepath: file }));
}
