// @ts-check
// `npm run bench:form -- [rounds] [--write]`: contact-form beside plain HTML and beside the same form written
// the usual Lit way, in one run of Chromium, contenders interleaved. Prints a Markdown table; `--write` puts it
// into README.md. Times are never judged here, only counts are.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import puppeteer from 'puppeteer-core';
import { createApp } from '../examples/clinic-site/server/app.js';
import { LeadStore } from '../examples/clinic-site/server/lead-store.js';
import { chromiumFlags, chromiumPath } from '../scripts/lib/browsers.js';
import { buildLibrary } from '../scripts/lib/setup.js';
import { root } from '../scripts/lib/run.js';
import { CONTENDERS, writePages } from './contact-form/pages.js';
import { DESKTOP, load, sendEmpty, sendFilled, write } from './contact-form/visit.js';
import { PHONE } from './lib/phone.js';
import { cellsOf, table, writeReport } from './lib/report.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const rounds = Number(positionals[0] ?? 9);

/** @typedef {Awaited<ReturnType<typeof measure>>} Round */

buildLibrary();
const folder = await mkdtemp(join(tmpdir(), 'clinic-bench-'));
const pagesDir = join(folder, 'pages');
await writePages(pagesDir);
const store = new LeadStore({ folder: join(folder, 'leads') });
const app = createApp({
  store,
  pagesDir,
  assetsDir: pagesDir,
  distDir: join(root, 'dist'),
  fontsDir: join(root, 'node_modules/@fontsource-variable'),
});
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const origin = `http://127.0.0.1:${port}`;
const browser = await puppeteer.launch({ executablePath: chromiumPath(), args: chromiumFlags });
const engine = (await browser.version()).replace(/^\w+\//, 'Chromium ');

/** @param {typeof CONTENDERS[number]} contender */
async function measure(contender) {
  const phone = await load(browser, origin, contender, PHONE);
  const desktop = await load(browser, origin, contender, DESKTOP);
  const keys = await write(browser, origin, contender);
  const { submit, mend } = await sendEmpty(browser, origin, contender);
  return { phone, desktop, keys, submit, mend };
}

/** @type {Map<string, Round[]>} */
const seen = new Map(CONTENDERS.map(({ id }) => [id, []]));
try {
  // A form that sends nothing would be quick.
  for (const contender of CONTENDERS) await sendFilled(browser, origin, contender);
  const arrived = await store.lastNumber();
  if (arrived !== CONTENDERS.length) throw new Error(`${arrived} messages arrived, not one each`);
  for (let round = 0; round < rounds; round++) {
    for (const contender of CONTENDERS) seen.get(contender.id)?.push(await measure(contender));
    console.error(`round ${round + 1} of ${rounds}`);
  }
} finally {
  await browser.close();
  server.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
}

const { count, median, ratio, worst } = cellsOf(seen);
/** @param {Round} round @param {boolean} later */
const files = ({ phone }, later) => phone.files.filter((file) => file.later === later);
/** @param {Round} round @param {boolean} later */
const bytes = (round, later) => files(round, later).reduce((sum, file) => sum + file.bytes, 0);

/** @type {[what: string, cell: (id: string) => string][]} */
const rows = [
  ['bytes named by the page, script and style, brotli', count((round) => bytes(round, false))],
  ['bytes that a script asks for later', count((round) => bytes(round, true))],
  [
    'requests for them, at once + later',
    (id) =>
      [false, true].map((later) => count((round) => files(round, later).length)(id)).join(' + '),
  ],
  ['DOM nodes', count(({ phone }) => phone.nodes)],
  ['time until the form is ready ÷ plain', ratio(({ phone }) => phone.readyMs)],
  ['CPU until the form is ready ÷ plain', ratio(({ desktop }) => desktop.untilReady.cpu)],
  ['CPU until all is loaded ÷ plain', ratio(({ desktop }) => desktop.untilLoaded.cpu)],
  ['layout shift, worst, phone', worst(({ phone }) => phone.shift)],
  ['layout shift, worst, desktop', worst(({ desktop }) => desktop.shift)],
  ['key press: CPU to the next paint ÷ plain', ratio(({ keys }) => keys.cpu)],
  ['key press: of it without style and layout ÷ plain', ratio(({ keys }) => keys.script)],
  [
    'key press: event to paint, p75',
    (id) => (median(id, ({ keys }) => keys.p75) || '< 16') + ' ms',
  ],
  ['key press: style recalculations', count(({ keys }) => keys.styles, 2)],
  ['key press: layouts', count(({ keys }) => keys.layouts, 2)],
  ['send with four errors: CPU ÷ plain', ratio(({ submit }) => submit.cpu)],
  ['send with four errors: style recalculations', count(({ submit }) => submit.styles)],
  ['send with four errors: layouts', count(({ submit }) => submit.layouts)],
  ['key press in a field that stays wrong: CPU ÷ plain', ratio(({ mend }) => mend.cpu)],
  [
    'key press in a field that stays wrong: style recalculations',
    count(({ mend }) => mend.styles, 2),
  ],
];
const report = `${table(CONTENDERS, rows)}

${engine}, ${rounds} rounds, ${new Date().toISOString().slice(0, 10)}.`;
console.log(report);

if (options.write) await writeReport('form', report);

// Exact, so that they may be judged: what a visitor types costs no style and no layout of ours.
for (const id of ['own', 'authored']) {
  for (const what of /** @type {const} */ (['styles', 'layouts'])) {
    const [ours, plain] = [
      median(id, ({ keys }) => keys[what]),
      median('plain', ({ keys }) => keys[what]),
    ];
    if (ours <= plain) continue;
    console.error(`A key press in ${id} makes ${ours} ${what}, in plain HTML ${plain}.`);
    process.exitCode = 1;
  }
}
