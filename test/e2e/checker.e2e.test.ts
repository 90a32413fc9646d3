// The condition checker of the example clinic: from the first question into the inbox, under its strict policy.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launch, openPage, openRoots, Site } from './support/site.js';

const PAGE = '/condition-checker/';
const CHECKER = 'condition-checker >>> ';

/** Answers that lead somewhere without an alarm: what a question does not know is passed over. */
const CALM = ['lower-back', 'none', 'no', 'same', 'stays', 'weeks', 'little'];

/** Answers the question that is shown, with keys or clicks, and goes on. */
async function step(page: Page): Promise<void> {
  const before = await page.$eval(`${CHECKER}.place .heading`, (node) => node.textContent);
  const number = await page.$(`${CHECKER}#answer`);
  if (number) await number.type('52');
  else {
    const values = await page.$$eval(`${CHECKER}.option input`, (inputs) =>
      inputs.map((input) => (input as HTMLInputElement).value),
    );
    const value = CALM.find((each) => values.includes(each)) ?? values[0];
    await page.click(`${CHECKER}.option input[value="${value}"]`);
  }
  await page.click(`${CHECKER}[part="next"]`);
  await page.waitForFunction(
    (was) => {
      const root = document.querySelector('condition-checker')!.shadowRoot!;
      return root.querySelector('.place .heading')?.textContent !== was;
    },
    {},
    before,
  );
}

describe('the condition checker of the example clinic', () => {
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

  it('leaves its words and the emergency number to who has no script', async () => {
    const { page } = await openPage(browser);
    await page.setJavaScriptEnabled(false);
    await page.goto(site.url(PAGE));
    const text = await page.$eval('condition-checker', (node) => (node as HTMLElement).innerText);
    assert.match(text, /cannot tell what you have[^]*911/);
    await page.close();
  });

  it('leads to an end, and puts what the visitor saw, changed and sent into the inbox', async () => {
    const { page, lines } = await openPage(browser);
    await openRoots(page);
    const asked: string[] = [];
    await page.goto(site.url(PAGE), { waitUntil: 'networkidle2' });
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.click(`${CHECKER}[part="start"]`);
    await page.waitForSelector(`${CHECKER}.place`);
    for (let steps = 0; steps < 20 && !(await page.$(`${CHECKER}[part="result"]`)); steps++)
      await step(page);
    await page.waitForSelector(`${CHECKER}[part="result"]`);
    assert.deepEqual(
      asked.filter((path) => !/^\/(?:cdn|fonts|assets)\//.test(path)),
      [],
      'no answer makes a request',
    );
    assert.equal(page.url(), site.url(PAGE));

    await page.click(`${CHECKER}[aria-expanded]`);
    const area = (await page.waitForSelector(`${CHECKER}textarea`))!;
    await area.focus();
    await page.keyboard.down('Control');
    await page.keyboard.press('End');
    await page.keyboard.up('Control');
    await page.keyboard.type(' And since Monday.');
    const shown = await area.evaluate((node) => (node as HTMLTextAreaElement).value);
    assert.match(
      shown,
      /version [^]*Where does it hurt most\?\n– My lower back[^]* And since Monday\.$/,
    );
    await page.click(`${CHECKER}.handover .main`);
    await page.type('contact-form >>> [name="name"]', 'Chec Ker');
    await page.type('contact-form >>> [name="phone"]', '(210) 555-0126');
    await page.click('contact-form >>> button[type="submit"]');
    await page.waitForSelector('contact-form >>> [part="thanks"]', { visible: true });

    const stored = (await site.leads()).filter(({ lead }) => lead.fields.name === 'Chec Ker');
    assert.equal(stored.length, 1);
    const plain = (text: string | undefined) => text?.replaceAll('\r\n', '\n');
    assert.equal(plain(stored[0]?.lead.fields.message), shown);
    assert.deepEqual(lines, []);
    await page.close();
  });
});
