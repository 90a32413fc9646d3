// @ts-check
// `npm run bench:cards -- [rounds] [--write]`: a thousand article cards beside plain HTML and beside a
// custom element written by hand, in one run of Chromium, contenders interleaved. Prints a Markdown table;
// `--write` puts it into README.md.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import puppeteer from 'puppeteer-core';
import { createStaticSite } from '../examples/clinic-site/server/static-site.js';
import { chromiumFlags, chromiumPath } from '../scripts/lib/browsers.js';
import { buildLibrary } from '../scripts/lib/setup.js';
import { root } from '../scripts/lib/run.js';
import { CARDS, CONTENDERS, writePages } from './cards/pages.js';
import { STEPS, visit } from './cards/visit.js';
import { cellsOf, table, writeReport } from './lib/report.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const rounds = Number(positionals[0] ?? 15);

/** @typedef {Awaited<ReturnType<typeof visit>>} Round */

buildLibrary();
const pagesDir = await mkdtemp(join(tmpdir(), 'clinic-bench-'));
await writePages(pagesDir);
const site = createStaticSite({
  pagesDir,
  assetsDir: join(root, 'examples/clinic-site/assets'),
  distDir: join(root, 'dist'),
  fontsDir: join(root, 'node_modules/@fontsource-variable'),
});
const server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' });
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const browser = await puppeteer.launch({ executablePath: chromiumPath(), args: chromiumFlags });
const engine = (await browser.version()).replace(/^\w+\//, 'Chromium ');

/** @type {Map<string, Round[]>} */
const seen = new Map(CONTENDERS.map(({ id }) => [id, []]));
try {
  for (let round = 0; round < rounds; round++) {
    // Each time in another order, because what one leaves behind is measured with the next.
    for (const { id } of shuffled(CONTENDERS)) {
      const found = await visit(browser, `http://127.0.0.1:${port}`, id);
      // A page that shows nothing would be quick.
      if (found.links !== CARDS) throw new Error(`${id}: ${found.links} cards, not ${CARDS}`);
      seen.get(id)?.push(found);
    }
    console.error(`round ${round + 1} of ${rounds}`);
  }
} finally {
  await browser.close();
  server.close();
  await rm(pagesDir, { recursive: true, force: true });
}

/**
 * @template Value
 * @param {Value[]} values
 */
function shuffled(values) {
  const keys = new Map(values.map((value) => [value, Math.random()]));
  return values.toSorted((one, other) => (keys.get(one) ?? 0) - (keys.get(other) ?? 0));
}

const { count, median, ratio, worst } = cellsOf(seen);
const report = `${table(CONTENDERS, [
  ['CPU until all is there ÷ plain', ratio(({ load }) => load.cpu)],
  ['of it without style and layout ÷ plain', ratio(({ load }) => load.script)],
  [`then to scroll down ${STEPS} times: CPU ÷ plain`, ratio(({ scrolled }) => scrolled.cpu)],
  ['DOM nodes per card', count(({ nodes }) => nodes / CARDS, 1)],
  ['until all is there: style recalculations', count(({ load }) => load.styles)],
  ['until all is there: layouts', count(({ load }) => load.layouts)],
  ['layout shift, loading and scrolling, worst', worst(({ shift }) => shift)],
])}

${engine}, ${rounds} rounds, ${new Date().toISOString().slice(0, 10)}.`;
console.log(report);
if (options.write) await writeReport('cards', report);

// A ratio of medians within one run holds from one machine to another, and this one is promised.
const cpu = (/** @type {Round} */ { load }) => load.cpu;
for (const id of ['authored', 'one-line', 'lists']) {
  const ours = median(id, cpu) / median('plain', cpu);
  if (ours <= 1) continue;
  console.error(`A thousand cards of ${id} cost ${ours.toFixed(2)} of plain HTML.`);
  process.exitCode = 1;
}
