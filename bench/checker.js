// @ts-check
// `npm run bench:checker -- [rounds]`: from the click on Next to the next frame, for each step through the
// back-pain tree, in Chromium on a CPU slowed six times. Fails above a median of 50 ms. Prints a Markdown table.
import { parseArgs } from 'node:util';
import { once } from 'node:events';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import puppeteer from 'puppeteer-core';
import { createStaticSite } from '../examples/clinic-site/server/static-site.js';
import { chromiumFlags, chromiumPath } from '../scripts/lib/browsers.js';
import { root } from '../scripts/lib/run.js';
import { buildLibrary } from '../scripts/lib/setup.js';

const { positionals } = parseArgs({ allowPositionals: true });
const rounds = Number(positionals[0] ?? 9);
const SLOWDOWN = 6;
const MOST = 50;
/** What is chosen where a question offers it: answers without an alarm. */
const CALM = ['lower-back', 'none', 'minor', 'same', 'stays', 'weeks', 'little'];

buildLibrary();
const site = join(root, 'examples/clinic-site');
const app = createStaticSite({
  pagesDir: join(site, 'pages'),
  assetsDir: join(site, 'assets'),
  distDir: join(root, 'dist'),
  fontsDir: join(root, 'node_modules/@fontsource-variable'),
});
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const browser = await puppeteer.launch({ executablePath: chromiumPath(), args: chromiumFlags });

/** @type {Map<string, number[]>} milliseconds by step */
const seen = new Map();
try {
  for (let round = 0; round < rounds; round++) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    // The root is closed: for the bench it is opened.
    await page.evaluateOnNewDocument(() => {
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (/** @type {ShadowRootInit} */ init) {
        return attachShadow.call(this, { ...init, mode: 'open' });
      };
    });
    await page.goto(`http://127.0.0.1:${port}/condition-checker/`, { waitUntil: 'networkidle2' });
    const session = await page.createCDPSession();
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const steps = await page.evaluate(walkThrough, CALM);
    if (steps.at(-1)?.[0] !== 'the result') throw new Error('it did not come to an end');
    for (const [name, time] of steps) seen.set(name, [...(seen.get(name) ?? []), time]);
    await context.close();
    console.error(`round ${round + 1} of ${rounds}`);
  }
} finally {
  await browser.close();
  server.close();
}

/**
 * Runs in the page: presses Start and Next until the result, and measures each press to the frame after it.
 *
 * @param {string[]} calm
 * @returns {Promise<[string, number][]>} what came, and milliseconds
 */
async function walkThrough(calm) {
  const inside = /** @type {ShadowRoot} */ (
    document.querySelector('condition-checker')?.shadowRoot
  );
  /** @param {string} selector */
  const find = (selector) =>
    /** @type {HTMLInputElement | null} */ (inside.querySelector(selector));
  const frame = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        // A task of its own comes after what the frame paints.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
      }),
    );
  /** @type {[string, number][]} */
  const steps = [];
  for (let press = '[part="start"]'; steps.length < 30; press = '[part="next"]') {
    await new Promise((done) => setTimeout(done, 100));
    const from = performance.now();
    find(press)?.click();
    await frame();
    const time = performance.now() - from;
    const isResult = find('[part="result"]');
    steps.push([isResult ? 'the result' : `question ${steps.length + 1}`, time]);
    if (isResult) break;
    const number = find('#answer');
    if (number) {
      number.value = '52';
      number.dispatchEvent(new InputEvent('input'));
    } else {
      const inputs = [
        .../** @type {NodeListOf<HTMLInputElement>} */ (inside.querySelectorAll('.option input')),
      ];
      (inputs.find(({ value }) => calm.includes(value)) ?? inputs[0])?.click();
    }
  }
  return steps;
}

/** @param {number[]} times */
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const all = [...seen.values()].flat();
const lines = [...seen].map(
  ([name, times]) => `| ${name} | ${median(times).toFixed(1)} | ${Math.max(...times).toFixed(1)} |`,
);
console.log(`| what comes | median, ms | worst, ms |
| --- | ---: | ---: |
${lines.join('\n')}
| all | ${median(all).toFixed(1)} | ${Math.max(...all).toFixed(1)} |`);
if (median(all) > MOST) process.exitCode = 1;
