// @ts-check
// One visit to a contender's page: what a thousand cards cost until they are there, and to scroll down.
import { between, work } from '../lib/work.js';

/** @import { Browser } from 'puppeteer-core' */

const VIEWPORT = { width: 1280, height: 800 };
/* Of the window's height, and how often: as far as a patient visitor's wheel or thumb goes. */
const STEP = 0.8;
export const STEPS = 30;

/** Runs in the page before its own scripts: reaches into closed roots, and collects layout shifts. */
function watch() {
  const bench = {
    shift: 0,
    /** @type {ShadowRoot[]} */
    roots: [],
  };
  Object.assign(globalThis, { bench });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (/** @type {ShadowRootInit} */ init) {
    const root = attach.call(this, init);
    bench.roots.push(root);
    return root;
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (!Reflect.get(entry, 'hadRecentInput')) bench.shift += Reflect.get(entry, 'value');
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * @param {Browser} browser
 * @param {string} origin
 * @param {string} id - the contender's
 */
export async function visit(browser, origin, id) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(VIEWPORT);
  const cdp = await page.createCDPSession();
  await page.goto(`${origin}/blank/`);
  await page.evaluateOnNewDocument(watch);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await work(cdp);
  await page.goto(`${origin}/${id}/`);
  // Pictures near the screen, and what our script loads later.
  await page.waitForNetworkIdle({ idleTime: 300 });
  const there = await work(cdp);
  const found = await page.evaluate(() => {
    const { bench } = /** @type {any} */ (globalThis);
    const count = (/** @type {Node} */ node) => {
      let nodes = 1;
      for (const child of node.childNodes) nodes += count(child);
      return nodes;
    };
    const main = /** @type {Node} */ (document.querySelector('main'));
    const roots = /** @type {ShadowRoot[]} */ (bench.roots);
    const links = [main, ...roots].reduce(
      (sum, node) => sum + /** @type {ParentNode} */ (node).querySelectorAll('h3 a').length,
      0,
    );
    return { nodes: roots.reduce((sum, root) => sum + count(root), count(main)), links };
  });
  const start = await work(cdp);
  // Frame by frame, as if somebody looked at each screenful.
  await page.evaluate(
    async (step, steps) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let index = 0; index < steps; index++) {
        scrollBy({ top: innerHeight * step, behavior: 'instant' });
        await frame();
        await frame();
      }
    },
    STEP,
    STEPS,
  );
  await page.waitForNetworkIdle({ idleTime: 300 });
  const scrolled = between(start, await work(cdp));
  const shift = await page.evaluate(() => /** @type {any} */ (globalThis).bench.shift);
  await context.close();
  return { ...found, shift, load: between(before, there), scrolled };
}
