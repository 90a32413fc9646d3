// @ts-check
// `npm run screenshots`: pictures of the example site, for the README and to look at.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, chromiumPath } from './lib/browsers.js';
import { root } from './lib/run.js';

const out = process.argv[2] ?? 'docs/images';
/** `all`: every page at every width, to look at. Otherwise the pictures of the README. */
const all = process.argv[3] === 'all';

const data = await mkdtemp(join(tmpdir(), 'clinic-site-'));
const server = spawn(process.execPath, ['examples/clinic-site/server/main.js'], {
  cwd: root,
  env: { ...process.env, PORT: '0', DATA_DIR: data },
  stdio: ['ignore', 'pipe', 'inherit'],
});
/** @type {string} */
const base = await new Promise((resolve) =>
  server.stdout.on('data', (text) => {
    const [address] = /http:\/\/[^\s/]+/.exec(String(text)) ?? [];
    if (address) resolve(address);
  }),
);
await mkdir(out, { recursive: true });
const browser = await puppeteer.launch({ executablePath: chromiumPath(), args: chromiumFlags });

/**
 * @param {string} path
 * @param {string} name
 * @param {{ width: number, height?: number, dark?: boolean, rtl?: boolean, full?: boolean, scale?: number, from?: string }} how
 *   `from`: the selector of what stands at the top
 */
async function shoot(path, name, { width, height = 900, dark, rtl, full = true, scale = 1, from }) {
  const page = await browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  // A weekday's afternoon at the clinic, whenever and wherever the pictures are taken.
  await page.emulateTimezone('America/Chicago');
  await page.evaluateOnNewDocument(() => {
    Date.now = () => Date.parse('2026-03-04T14:00-06:00');
  });
  await page.goto(base + path, { waitUntil: 'networkidle2' });
  if (rtl) await page.evaluate(() => void (document.documentElement.dir = 'rtl'));
  // Lists of posts load when they come near the screen.
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
      scrollTo(0, y);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    scrollTo(0, 0);
  });
  // The inbox keeps one connection open for what arrives.
  await page.waitForNetworkIdle({ idleTime: 200, concurrency: 1 });
  if (from) {
    await page.evaluate((selector) => {
      const top = document.querySelector(selector)?.getBoundingClientRect().top ?? 0;
      scrollBy(0, top - 190);
    }, from);
  }
  await page.screenshot({ path: `${out}/${name}.png`, fullPage: full });
  await page.close();
}

if (all) {
  const pages = {
    home: '/',
    article: '/articles/sciatica-or-hip/',
    second: '/articles/walking-with-stenosis/',
    contact: '/contact/',
    cms: '/cms/',
    inbox: '/inbox',
  };
  for (const [name, path] of Object.entries(pages)) {
    await shoot(path, `${name}-1280`, { width: 1280 });
    await shoot(path, `${name}-360`, { width: 360, height: 740 });
    await shoot(path, `${name}-1280-dark`, { width: 1280, dark: true });
    await shoot(path, `${name}-360-rtl`, { width: 360, height: 740, rtl: true });
  }
} else {
  // What the elements make of an article's end: related reading, the number, the form.
  await shoot('/articles/sciatica-or-hip/', 'article', {
    width: 1280,
    height: 1560,
    full: false,
    from: 'call-cta:not([sticky])',
  });
  await shoot('/contact/', 'contact', { width: 390, height: 844, full: false, scale: 2 });
}
await browser.close();
server.kill();
await rm(data, { recursive: true, force: true });
