// @ts-check
// `npm run bench:sheet -- [rounds] [--write]`: what clinic-elements.css costs the rest of a page: a long page
// without a tag of ours, with the sheet and without, in one run of Chromium. Prints a Markdown table; `--write`
// puts it into README.md.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, chromiumPath } from '../scripts/lib/browsers.js';
import { root } from '../scripts/lib/run.js';
import { buildLibrary } from '../scripts/lib/setup.js';
import { cellsOf, table, writeReport } from './lib/report.js';
import { between, work } from './lib/work.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const rounds = Number(positionals[0] ?? 15);
/* Of the style work without it. */
const MOST = 1.4;

/* A heading, words with links and emphasis, and a picture, as articles have them: some 12,000 elements. */
const PASSAGE = `<section><h2>Sleeping</h2><div><p>A pillow under the <a href="/knees/">knees</a> takes the
<em>strain</em> off.</p><p>Short <strong>walks</strong> help.</p><ul><li>One</li><li><a href="/two/">Two</a></li></ul>
<figure><img alt="" width="600" height="400"><figcaption>At night</figcaption></figure></div></section>`;

const CONTENDERS = [
  { id: 'plain', title: 'without', link: '' },
  {
    id: 'sheet',
    title: '`clinic-elements.css`',
    link: '<link rel="stylesheet" href="/clinic-elements.css">',
  },
];

buildLibrary();
const sheet = await readFile(join(root, 'dist/clinic-elements.css'), 'utf8');
const app = new Hono();
app.get('/clinic-elements.css', (c) => c.body(sheet, 200, { 'content-type': 'text/css' }));
for (const { id, link } of CONTENDERS)
  app.get(`/${id}/`, (c) =>
    c.html(
      `<!doctype html><html lang="en"><title>${id}</title>${link}<main>${PASSAGE.repeat(850)}</main>`,
    ),
  );
app.get('/blank/', (c) => c.html('<!doctype html><title>blank</title>'));
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const browser = await puppeteer.launch({ executablePath: chromiumPath(), args: chromiumFlags });
const engine = (await browser.version()).replace(/^\w+\//, 'Chromium ');

/** @param {string} id */
async function visit(id) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const cdp = await page.createCDPSession();
  await page.goto(`http://127.0.0.1:${port}/blank/`);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await work(cdp);
  await page.goto(`http://127.0.0.1:${port}/${id}/`);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  const load = between(before, await work(cdp));
  const elements = await page.$$eval('*', (all) => all.length);
  await context.close();
  return { load, elements };
}

/** @type {Map<string, Awaited<ReturnType<typeof visit>>[]>} */
const seen = new Map(CONTENDERS.map(({ id }) => [id, []]));
try {
  for (let round = 0; round < rounds; round++)
    for (const { id } of CONTENDERS) seen.get(id)?.push(await visit(id));
} finally {
  await browser.close();
  server.close();
}

const { count, median, ratio } = cellsOf(seen);
const style = (/** @type {Awaited<ReturnType<typeof visit>>} */ { load }) => load.style;
const report = `${table(CONTENDERS, [
  ['style work until the page is there ÷ without', ratio(style)],
  ['CPU ÷ without', ratio(({ load }) => load.cpu)],
  ['style recalculations', count(({ load }) => load.styles)],
  ['elements', count(({ elements }) => elements)],
])}

${engine}, ${rounds} rounds, ${new Date().toISOString().slice(0, 10)}.`;
console.log(report);
if (options.write) await writeReport('sheet', report);

const ours = median('sheet', style) / median('plain', style);
if (ours > MOST) {
  console.error(
    `clinic-elements.css makes the style work of a page without our tags ${ours.toFixed(2)} times as much.`,
  );
  process.exitCode = 1;
}
