// @ts-check
// One visit to a contender's page, on a phone: when its largest thing is painted, and what that is.
import { CPU_SLOWDOWN, PHONE, SLOW_4G } from '../lib/phone.js';

/** @import { Browser } from 'puppeteer-core' */

/** Runs in the page before its own scripts. */
function watch() {
  const bench = { largest: 0, what: '', first: 0, shift: 0 };
  Object.assign(globalThis, { bench });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const element = /** @type {Element | null} */ (Reflect.get(entry, 'element'));
      bench.largest = entry.startTime;
      bench.what = element?.closest('article-hero') ? element.localName : 'elsewhere';
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') bench.first = startTime;
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) bench.shift += Reflect.get(entry, 'value');
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * @param {Browser} browser
 * @param {string} origin
 * @param {string} id - the contender's
 */
export async function visit(browser, origin, id) {
  // A context of its own: nothing is in a cache.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(PHONE);
  await page.goto(`${origin}/blank/`);
  await page.evaluateOnNewDocument(watch);
  const cdp = await page.createCDPSession();
  await page.emulateCPUThrottling(CPU_SLOWDOWN);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
  await page.goto(`${origin}/${id}/`);
  await page.waitForNetworkIdle({ idleTime: 1000 });
  const found = await page.evaluate(() => {
    const { bench } = /** @type {any} */ (globalThis);
    const upgraded = [...document.querySelectorAll('article-hero')].every((hero) =>
      hero.matches(':defined'),
    );
    return { ...bench, upgraded };
  });
  await context.close();
  return /** @type {{ largest: number, what: string, first: number, shift: number, upgraded: boolean }} */ (
    found
  );
}
