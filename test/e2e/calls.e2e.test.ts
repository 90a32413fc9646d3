// The numbers of the example clinic, with the script of its footer that swaps them as call tracking does.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { launch, openPage, Site } from './support/site.js';

const ARTICLE = '/articles/sciatica-or-hip/';
const SWITCH = '.demo-switch input';
const DESK = { own: '(210) 555-0142', shown: '(210) 555-0160' };
const CONTACT = { own: '(210) 555-0199', shown: '(210) 555-0161' };
const EMERGENCY = ['911', '988'];

const dialled = (number: string): string =>
  EMERGENCY.includes(number) ? `tel:${number}` : `tel:+1${number.replace(/\D/g, '')}`;

/** Every number that a visitor can press, with what it dials. */
const numbersOn = (page: Page): Promise<{ text: string; href: string; name: string }[]> =>
  page.$$eval('a[href^="tel:"]', (links) =>
    links.map((link) => ({
      text: /\(?\d{3}.*\d/.exec(link.textContent ?? '')?.[0] ?? '',
      href: link.getAttribute('href') ?? '',
      name: link.getAttribute('aria-label') ?? '',
    })),
  );

describe('the numbers of the example clinic', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    site = await Site.start();
    browser = await launch();
  });

  after(async () => {
    await browser.close();
    await site.stop();
  });

  /** Waits until the last of them has followed. */
  async function until(page: Page, all: string[]): Promise<void> {
    const wanted = new Set([...all, ...EMERGENCY]);
    let seen = await numbersOn(page);
    const end = Date.now() + 30_000;
    while (!seen.every(({ text }) => !text || wanted.has(text)) && Date.now() < end) {
      await sleep(50);
      seen = await numbersOn(page);
    }
    for (const { text, href, name } of seen) {
      if (text) assert.equal(href, dialled(text), 'what is read is dialled');
      assert.ok(all.map(dialled).includes(href) || /^tel:\d{3}$/.test(href), `${href} is of these`);
      assert.ok(!name || !text || name.includes(text), `and said: ${name}`);
    }
    for (const number of all)
      assert.ok(
        seen.some(({ text }) => text === number),
        `${number} is shown`,
      );
    assert.ok(
      seen.some(({ href }) => href === 'tel:911'),
      'the emergency number stays',
    );
  }

  it('are the clinic’s own, and the switch is off', async () => {
    const { page } = await openPage(browser);
    await page.goto(site.url(ARTICLE), { waitUntil: 'networkidle2' });
    assert.equal(await page.$eval(SWITCH, (box) => (box as HTMLInputElement).checked), false);
    await until(page, [DESK.own, CONTACT.own]);
    await page.close();
  });

  it('agree when a script swaps them, each of the two with its own, and no policy is broken', async () => {
    const { page, lines } = await openPage(browser);
    await page.goto(site.url(`${ARTICLE}?call-tracking=on`), { waitUntil: 'networkidle2' });
    assert.equal(await page.$eval(SWITCH, (box) => (box as HTMLInputElement).checked), true);
    await until(page, [DESK.shown, CONTACT.shown]);
    const text = await page.evaluate(() => document.body.innerText);
    assert.ok(!text.includes(DESK.own) && !text.includes(CONTACT.own), 'none is left behind');
    assert.deepEqual(lines, []);
    await page.close();
  });

  it('change when a visitor turns the switch on, and come back when it is turned off', async () => {
    const { page, lines } = await openPage(browser);
    await page.goto(site.url(ARTICLE), { waitUntil: 'networkidle2' });
    await page.focus(SWITCH);
    await page.keyboard.press('Space');
    await until(page, [DESK.shown, CONTACT.shown]);
    assert.match(page.url(), /\?call-tracking=on$/);
    await Promise.all([page.waitForNavigation({ waitUntil: 'networkidle2' }), page.click(SWITCH)]);
    await until(page, [DESK.own, CONTACT.own]);
    assert.deepEqual(lines, []);
    await page.close();
  });

  it('are the swapped ones in what the form says when it could not send', async () => {
    const { page } = await openPage(browser);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.method() === 'POST') void request.respond({ status: 404, body: '' });
      else void request.continue();
    });
    await page.goto(site.url(ARTICLE), { waitUntil: 'networkidle2' });
    await page.focus(SWITCH);
    await page.keyboard.press('Space');
    await page.type('[name="name"]', 'Ada');
    await page.type('[name="email"]', 'ada@example.com');
    await page.keyboard.press('Enter');
    const call = await page.waitForSelector('[data-clinic="notice"] a[href^="tel:"]');
    const said = await call?.evaluate((link) => [link.textContent, link.getAttribute('href')]);
    assert.deepEqual(said, [CONTACT.shown, dialled(CONTACT.shown)]);
    await until(page, [DESK.shown, CONTACT.shown]);
    await page.close();
  });

  it('stay the clinic’s own without script, and there is no switch', async () => {
    const { page } = await openPage(browser);
    await page.setJavaScriptEnabled(false);
    await page.goto(site.url(`${ARTICLE}?call-tracking=on`));
    assert.equal(await page.$eval('.demo-switch', (place) => place.checkVisibility()), false);
    await until(page, [DESK.own, CONTACT.own]);
    await page.close();
  });
});
