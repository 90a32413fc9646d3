// @ts-check
// Opens every story of a built Storybook and waits for its play function and accessibility check.
//
//   node scripts/test-stories.js [folder] [part of a story's id]
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, chromiumPath } from './lib/browsers.js';

const [folder = 'storybook-static', part = ''] = process.argv.slice(2);
const site = resolve(folder);
const MOST_TIME = 60_000;

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

if (!existsSync(join(site, 'index.json'))) {
  console.error(`No Storybook in ${folder}: run npm run build-storybook first.`);
  process.exit(2);
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, '/index.html');
  try {
    const body = await readFile(join(site, path));
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=600' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
const address = /** @type {import('node:net').AddressInfo} */ (server.address());
const base = `http://127.0.0.1:${address.port}`;

/** @type {{ entries: Record<string, { id: string; type: string }> }} */
const { entries } = JSON.parse(await readFile(join(site, 'index.json'), 'utf8'));
const ids = Object.values(entries)
  .filter(({ id, type }) => type === 'story' && id.includes(part))
  .map(({ id }) => id);

/** Runs in the page: waits until Storybook has finished the story, and says what went wrong. */
const outcome = (/** @type {string} */ id, /** @type {number} */ time) =>
  new Promise((resolve) => {
    /** @type {string[]} */
    const faults = [];
    const finish = () => resolve(faults);
    setTimeout(() => {
      faults.push(`not finished after ${time / 1000} s`);
      finish();
    }, time);
    const follow = () => {
      const preview = /** @type {any} */ (globalThis).__STORYBOOK_PREVIEW__;
      const channel = preview?.channel;
      if (!channel) {
        setTimeout(follow, 10);
        return;
      }
      /** @param {string} name @param {(event: any) => string} tell */
      const fails = (name, tell) =>
        channel.on(name, (/** @type {any} */ event) => {
          faults.push(tell(event));
          finish();
        });
      fails('playFunctionThrewException', ({ message }) => `play: ${message}`);
      fails('storyThrewException', ({ message }) => `render: ${message}`);
      fails('storyErrored', ({ title, description }) => `render: ${title} ${description}`);
      fails('storyMissing', () => 'no such story');
      channel.on('storyFinished', (/** @type {any} */ event) => {
        if (event.storyId !== id) return;
        for (const { type, status, result } of event.reporters ?? []) {
          if (status !== 'failed') continue;
          for (const violation of result?.violations ?? []) {
            const targets = violation.nodes.map((/** @type {any} */ node) => node.target.join(' '));
            faults.push(`${type}: ${violation.id} at ${targets.join(', ')}`);
          }
        }
        if (event.status !== 'success' && !faults.length) faults.push(`status ${event.status}`);
        finish();
      });
      const { phase } = preview.storyRenders?.[0] ?? {};
      if (phase === 'errored') {
        faults.push(`render: ${document.querySelector('#error-message')?.textContent}`);
        finish();
      }
    };
    follow();
  });

/**
 * Whether the panel "Numbers" lists the number of a story.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @returns {Promise<string[]>} what went wrong
 */
async function panelFaults(browser) {
  const page = await browser.newPage();
  try {
    await page.goto(`${base}/?path=/story/elements-call-cta--number-only`);
    const tab = await page.waitForSelector('aria/Numbers[role="tab"]', { timeout: MOST_TIME });
    await tab?.click();
    const row = 'aria/(210) 555-0142 +12105550142[role="rowheader"]';
    await page.waitForSelector(row, { timeout: MOST_TIME });
    return [];
  } catch (error) {
    return [/** @type {Error} */ (error).message];
  } finally {
    await page.close();
  }
}

const browser = await puppeteer.launch({
  executablePath: chromiumPath(),
  args: chromiumFlags,
});
let failed = 0;
const waiting = [...ids];

/** Opens one story after the other, in a window of its own: a hidden tab gets no animation frames. */
async function lane() {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  /** @type {string[]} */
  let errors = [];
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    errors.push(`console: ${message.text()} ${message.location().url ?? ''}`);
  });
  page.on('pageerror', (error) => errors.push(`error: ${/** @type {Error} */ (error).message}`));
  // A form with an unsent message asks before its page is left.
  page.on('dialog', (dialog) => void dialog.accept());
  // Before any script of the page, so that nothing is missed.
  await page.evaluateOnNewDocument(
    `globalThis.storyOutcome = (${outcome})(new URLSearchParams(location.search).get('id'), ${MOST_TIME})`,
  );
  for (let id = waiting.shift(); id; id = waiting.shift()) {
    errors = [];
    await page.goto(`${base}/iframe.html?id=${id}&viewMode=story`, {
      waitUntil: 'domcontentloaded',
    });
    /** @type {string[]} */
    const faults = await page
      .evaluate('storyOutcome')
      .then((found) => /** @type {string[]} */ (found))
      .catch((error) => [`the story left its page: ${error.message}`]);
    // What the page logged is still on its way.
    await page.evaluate('0').catch(() => {});
    // Storybook logs each fault once more.
    const all = faults.length ? faults : errors;
    if (!all.length) continue;
    failed++;
    for (const fault of new Set(all)) console.log(`FAIL ${id}: ${fault}`);
  }
}

try {
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  for (const fault of part ? [] : await panelFaults(browser)) {
    failed++;
    console.log(`FAIL the panel "Numbers": ${fault}`);
  }
} finally {
  await browser.close();
  server.close();
}
console.log(`${ids.length + (part ? 0 : 1) - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
