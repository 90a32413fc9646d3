// @ts-check
// `npm run bench:hero -- [rounds] [--write]`: when the largest thing of an article's page is painted, with our
// script and without, in one run of Chromium, contenders interleaved. Prints a Markdown table; `--write` puts
// it into README.md.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import puppeteer from 'puppeteer-core';
import { createStaticSite } from '../examples/clinic-site/server/static-site.js';
import { chromiumFlags, chromiumPath } from '../scripts/lib/browsers.js';
import { root } from '../scripts/lib/run.js';
import { buildLibrary } from '../scripts/lib/setup.js';
import { CONTENDERS, writePages } from './hero-paint/pages.js';
import { visit } from './hero-paint/visit.js';
import { cellsOf, table, writeReport } from './lib/report.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const rounds = Number(positionals[0] ?? 9);
/*
 * Of the time without script. `clinic-elements.js` comes over the line at the same time as the picture; what
 * autoload.js loads comes after it.
 */
const MOST = { all: 1.1, autoload: 1.05 };

/** @typedef {Awaited<ReturnType<typeof visit>>} Round */

buildLibrary();
const pagesDir = await mkdtemp(join(tmpdir(), 'clinic-bench-'));
await writePages(pagesDir);
const site = createStaticSite({
  pagesDir,
  assetsDir: pagesDir,
  distDir: join(root, 'dist'),
  fontsDir: join(root, 'node_modules/@fontsource-variable'),
});
const app = new Hono().use(compress()).route('/', site);
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const browser = await puppeteer.launch({ executablePath: chromiumPath(), args: chromiumFlags });
const engine = (await browser.version()).replace(/^\w+\//, 'Chromium ');

/** @type {Map<string, Round[]>} */
const seen = new Map(CONTENDERS.map(({ id }) => [id, []]));
try {
  for (let round = 0; round < rounds; round++) {
    for (const { id } of CONTENDERS) {
      const found = await visit(browser, `http://127.0.0.1:${port}`, id);
      // A page whose largest thing is another one, or whose script did not come, would be quick.
      if (found.what !== 'img') throw new Error(`${id}: the largest is not the picture`);
      if (found.upgraded !== (id !== 'plain')) throw new Error(`${id}: upgraded or not`);
      seen.get(id)?.push(found);
    }
    console.error(`round ${round + 1} of ${rounds}`);
  }
} finally {
  await browser.close();
  server.close();
  await rm(pagesDir, { recursive: true, force: true });
}

const { count, median, ratio, worst } = cellsOf(seen);
const largest = (/** @type {Round} */ round) => round.largest;
const report = `${table(CONTENDERS, [
  ['largest paint, the picture ÷ no script', ratio(largest)],
  ['the same in ms', count(largest)],
  ['first paint ÷ no script', ratio(({ first }) => first)],
  ['layout shift, worst', worst(({ shift }) => shift)],
])}

${engine}, ${rounds} rounds, ${new Date().toISOString().slice(0, 10)}.`;
console.log(report);
if (options.write) await writeReport('hero', report);

// A ratio of medians within one run holds from one machine to another, and this one is promised.
for (const [id, most] of Object.entries(MOST)) {
  const ours = median(id, largest) / median('plain', largest);
  if (ours <= most) continue;
  console.error(`With ${id} the picture is painted at ${ours.toFixed(2)} of the time without.`);
  process.exitCode = 1;
}
