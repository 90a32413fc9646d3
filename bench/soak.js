// @ts-check
// `npm run soak [leads]`: sends leads through the real form, in Chromium, while the server is killed and
// started again at random. Every lead that was written must be in the inbox, and none twice.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, chromiumPath } from '../scripts/lib/browsers.js';
import { root } from '../scripts/lib/run.js';

const LEADS = Number(process.argv[2] ?? 200);
const VISITORS = 4;
/* What a patient person would do: press Send again when the form could not confirm. */
const PRESSES = 10;

const data = await mkdtemp(join(tmpdir(), 'clinic-soak-'));
/** @type {import('node:child_process').ChildProcess | undefined} */
let server;
let port = 0;
let kills = 0;
let stopped = false;

async function startServer() {
  const child = spawn(process.execPath, ['examples/clinic-site/server/main.js'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = child;
  port = await new Promise((resolve) =>
    child.stdout.on('data', (text) => {
      const [, found] = /http:\/\/[^\s/:]+:(\d+)/.exec(String(text)) ?? [];
      if (found) resolve(Number(found));
    }),
  );
}

process.on('exit', () => server?.kill('SIGKILL'));

/** Up for up to two seconds, down for up to one, again and again. */
async function makeTrouble() {
  while (!stopped) {
    await sleep(300 + Math.random() * 1700);
    if (stopped) return;
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server?.kill('SIGKILL');
    kills++;
    await ended;
    await sleep(Math.random() * 1000);
    await startServer();
  }
}

await startServer();
const browser = await puppeteer.launch({ executablePath: chromiumPath(), args: chromiumFlags });
let next = 1;
let sent = 0;
let unconfirmed = 0;
let errorPages = 0;
let posts = 0;
/** @type {string[]} */
const lost = [];

/**
 * The page itself may meet the server while it is down.
 *
 * @param {import('puppeteer-core').Page} page
 */
async function load(page) {
  try {
    await page.goto(`http://127.0.0.1:${port}/contact/`, { timeout: 5000 });
    await page.waitForSelector('contact-form:defined', { timeout: 2000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} name
 */
async function write(page, name) {
  await page.type('contact-form >>> [name="name"]', name);
  await page.type('contact-form >>> [name="phone"]', '(210) 555-0142');
  return send(page);
}

/**
 * Presses Send and waits for what the visitor is told.
 *
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<'sent' | 'notice' | 'error page'>}
 */
async function send(page) {
  // The form may be thanking already for the press before.
  await page.click('contact-form >>> button[type="submit"]').catch(() => {});
  // What is said about that press goes away when this one is taken.
  await sleep(300);
  for (;;) {
    await sleep(100);
    const seen = await page
      .evaluate(() => {
        if (location.pathname === '/thank-you/') return 'sent';
        if (location.protocol === 'chrome-error:') return 'error page';
        const form = document.querySelector('contact-form');
        if (!form || form.matches(':state(sending)')) return undefined;
        if (form.shadowRoot?.querySelector('[part="thanks"]')) return 'sent';
        return (
          form.shadowRoot?.querySelector('[part="notice"], [data-clinic="notice"]') && 'notice'
        );
      })
      // Between two pages there is nothing to look at.
      .catch(() => undefined);
    if (seen) return /** @type {'sent' | 'notice' | 'error page'} */ (seen);
  }
}

async function visitor() {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.on('request', (request) => {
    if (request.method() === 'POST') posts++;
  });
  await page.evaluateOnNewDocument(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (/** @type {ShadowRootInit} */ init) {
      return attach.call(this, { ...init, mode: 'open' });
    };
  });
  while (next <= LEADS) {
    const name = `Visitor ${next++}`;
    while (!(await load(page))) await sleep(200);
    let outcome = await write(page, name);
    for (let press = 1; press < PRESSES && outcome !== 'sent'; press++) {
      if (outcome === 'notice') unconfirmed++;
      // The browser's own error page: the form had been posted without our code.
      if (outcome === 'error page') {
        errorPages++;
        if (!(await load(page))) continue;
        outcome = await write(page, name);
      } else outcome = await send(page);
    }
    const arrived = outcome === 'sent';
    if (arrived) sent++;
    else lost.push(name);
  }
  await page.close();
}

const started = Date.now();
// Nothing here may take for ever: a soak that hangs has failed.
setTimeout(
  () => {
    console.log('The soak did not end.');
    process.exit(1);
  },
  30_000 + LEADS * 10_000,
).unref();
const trouble = makeTrouble();
await Promise.all(Array.from({ length: VISITORS }, visitor));
stopped = true;
await trouble;
const response = await fetch(`http://127.0.0.1:${port}/inbox/leads.json`);
const { leads } = /** @type {{ leads: { lead: { fields: { name: string } } }[] }} */ (
  await response.json()
);
await browser.close();
server?.kill();
await rm(data, { recursive: true, force: true });

const names = leads.map(({ lead }) => lead.fields.name);
const different = new Set(names).size;
console.log(
  `${LEADS} leads written, ${sent} confirmed, ${names.length} in the inbox, ${names.length - different} twice, ` +
    `${lost.length} given up; ${kills} kills, ${posts} POSTs, ${unconfirmed} times "could not confirm", ${errorPages} browser error pages, ` +
    `${Math.round((Date.now() - started) / 1000)} s`,
);
if (sent !== LEADS || names.length !== LEADS || different !== LEADS) process.exitCode = 1;
