// @ts-check
// One visit to a contender's page: what it costs until the form is there, to write in it, and to send it
// with errors.
import { brotliCompressSync } from 'node:zlib';
import { CPU_SLOWDOWN, PHONE, SLOW_4G } from '../lib/phone.js';
import { between, work } from '../lib/work.js';

/** @import { Browser, HTTPResponse, Page } from 'puppeteer-core' */
/** @import { Work } from '../lib/work.js' */
/** @typedef {typeof import('./pages.js').CONTENDERS[number]} Contender */

const FAST = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
export const DESKTOP = { width: 1280, height: 800 };
/* What one key press takes at most, with its frame. */
const KEY_MS = 24;
/* From Enter on: long enough for every contender's messages and for the browser's bubble to have opened. */
const SUBMIT_MS = 1000;
/** Sixty characters each, as somebody might write them. */
const TYPED = {
  name: 'Maria Fernanda de la Cruz Gutierrez y Villanueva de Santiago',
  message: 'My lower back has been hurting since I moved house last week',
};

/**
 * Runs in the page before its own scripts: finds the form, in a closed root too, says when it is there, and
 * collects layout shifts and the durations of key events.
 */
function watch() {
  const bench = {
    /** @type {ShadowRoot | undefined} */
    root: undefined,
    form: () => bench.root?.querySelector('form') ?? document.querySelector('form'),
    shift: 0,
    /** @type {number[]} */
    keys: [],
  };
  Object.assign(globalThis, { bench });
  const observer = new MutationObserver(() => {
    if (!bench.form()?.querySelector('button')) return;
    observer.disconnect();
    // After the frame that shows it.
    requestAnimationFrame(() => setTimeout(() => Reflect.get(globalThis, 'formReady')('')));
  });
  observer.observe(document, { childList: true, subtree: true });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (/** @type {ShadowRootInit} */ init) {
    bench.root = attach.call(this, init);
    observer.observe(bench.root, { childList: true, subtree: true });
    return bench.root;
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) bench.shift += Reflect.get(entry, 'value');
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (/^key(?:down|press|up)$/.test(name)) bench.keys.push(duration);
  }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }));
}

/**
 * @param {Browser} browser
 * @param {string} origin
 * @param {Contender} contender
 * @param {{ network: typeof SLOW_4G, viewport?: typeof PHONE, slowdown?: number }} options
 */
async function open(browser, origin, contender, { network, viewport = PHONE, slowdown = 1 }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(viewport);
  const cdp = await page.createCDPSession();
  /** @type {HTTPResponse[]} */
  const loaded = [];
  page.on('response', (response) => {
    if (/^(?:script|stylesheet|fetch|xhr)$/.test(response.request().resourceType()))
      loaded.push(response);
  });
  await page.goto(`${origin}/blank/`);
  await page.evaluateOnNewDocument(watch);
  /** @type {Promise<{ ms: number } & Work>} */
  const ready = new Promise((resolve) => {
    void page.exposeFunction('formReady', async () => {
      const ms = performance.now() - started;
      resolve({ ms, ...(await work(cdp)) });
    });
  });
  await page.emulateCPUThrottling(slowdown);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', network);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await work(cdp);
  const started = performance.now();
  await page.goto(`${origin}/${contender.id}/`);
  const { ms, ...untilReady } = await ready;
  await page.waitForNetworkIdle({ idleTime: network === SLOW_4G ? 700 : 200 });
  const ended = await work(cdp);
  return {
    page,
    cdp,
    loaded,
    close: () => context.close(),
    readyMs: ms,
    untilReady: between(before, untilReady),
    untilLoaded: between(before, ended),
  };
}

/**
 * What loading costs, on slow 4G: on a phone, or on this computer as it is.
 *
 * @param {Browser} browser
 * @param {string} origin
 * @param {Contender} contender
 * @param {typeof PHONE} viewport
 */
export async function load(browser, origin, contender, viewport) {
  // Slowing the processor down is itself work, and uneven on a busy computer: good for times, not for CPU.
  const slowdown = viewport === PHONE ? CPU_SLOWDOWN : 1;
  const visit = await open(browser, origin, contender, { network: SLOW_4G, viewport, slowdown });
  const seen = await visit.page.evaluate(() => {
    const { bench } = /** @type {any} */ (globalThis);
    const count = (/** @type {Node} */ node) => {
      let nodes = 1;
      for (const child of node.childNodes) nodes += count(child);
      return nodes;
    };
    const host = bench.root?.host;
    return {
      shift: bench.shift,
      nodes: count(host ?? bench.form()) + (bench.root ? count(bench.root) : 0),
    };
  });
  const files = await Promise.all(
    visit.loaded.map(async (response) => ({
      bytes: brotliCompressSync(await response.buffer()).length,
      // What the page itself does not name is asked for by a script.
      later: !contender.head.includes(new URL(response.url()).pathname),
    })),
  );
  await visit.close();
  return { ...visit, ...seen, files };
}

/**
 * What a key press costs in a form that nobody has sent yet.
 *
 * @param {Browser} browser
 * @param {string} origin
 * @param {Contender} contender
 */
export async function write(browser, origin, contender) {
  const { page, cdp, close } = await open(browser, origin, contender, { network: FAST });
  const keys = Object.values(TYPED).join('').length;
  /** @type {Work[]} */
  const parts = [];
  for (const [name, text] of Object.entries(TYPED)) {
    await focus(page, name);
    const before = await work(cdp);
    await page.keyboard.type(text, { delay: KEY_MS });
    parts.push(between(before, await work(cdp), keys));
  }
  const { value, durations } = await page.evaluate(() => {
    const { bench } = /** @type {any} */ (globalThis);
    return { value: bench.form().elements.message.value, durations: bench.keys };
  });
  if (value !== TYPED.message) throw new Error(`${contender.id}: what was typed is not there`);
  await close();
  const sum = (/** @type {keyof Work} */ key) => parts.reduce((all, part) => all + part[key], 0);
  // Durations under 16 ms are not told: as many key events as are missing were quicker.
  const all = [...Array(Math.max(0, keys * 3 - durations.length)).fill(0), ...durations];
  return {
    cpu: sum('cpu'),
    script: sum('script'),
    styles: sum('styles'),
    layouts: sum('layouts'),
    p75: all.sort((a, b) => a - b)[Math.floor(all.length * 0.75)],
  };
}

/**
 * What sending the empty form costs, until four messages show (plain HTML: the browser's one bubble), and
 * then a key press in a field that stays wrong.
 *
 * @param {Browser} browser
 * @param {string} origin
 * @param {Contender} contender
 */
export async function sendEmpty(browser, origin, contender) {
  const { page, cdp, close } = await open(browser, origin, contender, { network: FAST });
  await focus(page, 'name');
  const before = await work(cdp);
  await page.keyboard.press('Enter');
  await new Promise((resolve) => setTimeout(resolve, SUBMIT_MS));
  const submit = between(before, await work(cdp));
  const wrong = await page.evaluate(() => {
    const form = /** @type {any} */ (globalThis).bench.form();
    return form.querySelectorAll('[aria-invalid="true"]').length;
  });
  if (contender.id !== 'plain' && wrong !== 4)
    throw new Error(`${contender.id}: ${wrong} errors instead of 4`);
  const text = 'rosa.delgado.of.fernhollow';
  await focus(page, 'email');
  const start = await work(cdp);
  await page.keyboard.type(text, { delay: KEY_MS });
  const mend = between(start, await work(cdp), text.length);
  await close();
  return { submit, mend };
}

/**
 * Fills the form in and sends it: the message must arrive, or what is measured is no form.
 *
 * @param {Browser} browser
 * @param {string} origin
 * @param {Contender} contender
 */
export async function sendFilled(browser, origin, contender) {
  const { page, close } = await open(browser, origin, contender, { network: FAST });
  const answers = {
    name: `Visitor of ${contender.id}`,
    email: 'visitor@example.com',
    phone: '(210) 555-0142',
    message: 'Please call me.',
  };
  for (const [name, text] of Object.entries(answers)) {
    await focus(page, name);
    await page.keyboard.type(text);
  }
  await focus(page, 'name');
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.keyboard.press('Enter');
  const status = (await answer).status();
  await close();
  return status;
}

/** @param {Page} page @param {string} name */
const focus = (page, name) =>
  page.evaluate((field) => {
    /** @type {any} */ (globalThis).bench.form().elements[field].focus();
  }, name);
