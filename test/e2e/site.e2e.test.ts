// The example clinic as its visitors meet it: with and without script, on slow networks, under its policy.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launch, openPage, openRoots, Site } from './support/site.js';
import { SlowLine } from './support/slow-line.js';

const ARTICLE = '/articles/sciatica-or-hip/';
const LANDING = '/contact/';
/* To be waited for with `visible`: without it, puppeteer looks again only when the light DOM changes. */
const THANKS = 'contact-form >>> [part="thanks"]';

describe('the example clinic', () => {
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

  for (const path of [
    '/',
    ARTICLE,
    '/articles/walking-with-stenosis/',
    LANDING,
    '/privacy/',
    '/cms/',
  ]) {
    it(`${path} has nothing to say in the console, under its strict policy`, async () => {
      const { page, lines } = await openPage(browser);
      const response = await page.goto(site.url(path), { waitUntil: 'networkidle2' });
      assert.match(response?.headers()['content-security-policy'] ?? '', /trusted-types lit-html/);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForNetworkIdle({ idleTime: 300 });
      assert.deepEqual(lines, []);
      await page.close();
    });
  }

  it('asks nobody but itself for anything, and sets no cookie, as its page on privacy says', async () => {
    const { page } = await openPage(browser);
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.goto(site.url(ARTICLE), { waitUntil: 'networkidle2' });
    assert.deepEqual([...hosts], [new URL(site.url('/')).host]);
    assert.deepEqual(await page.browserContext().cookies(), []);
    await page.close();
  });

  it('leads from the note of its form to its page on privacy', async () => {
    const { page } = await openPage(browser);
    await openRoots(page);
    await page.goto(site.url(LANDING), { waitUntil: 'networkidle2' });
    const link = await page.waitForSelector('contact-form >>> a[href$="/privacy/"]', {
      visible: true,
    });
    assert.match(await link!.evaluate(({ textContent }) => textContent), /Privacy policy/);
    await page.goto(await link!.evaluate((found) => (found as HTMLAnchorElement).href));
    assert.equal(await page.$eval('h1', ({ innerText }) => innerText.length > 10), true);
    await page.close();
  });

  describe('structured data', () => {
    const graphs = () =>
      [...document.querySelectorAll('script[type="application/ld+json"]')].map(
        ({ textContent }) => textContent,
      );

    for (const path of [
      '/',
      ARTICLE,
      '/articles/sleeping-with-back-pain/',
      '/articles/walking-with-stenosis/',
      '/articles/your-first-visit/',
      '/clinicians/ines-marlow/',
      '/locations/',
      LANDING,
      '/no/such/page',
    ]) {
      it(`of ${path} is printed by the server, once, as the browser would make it`, async () => {
        const { page } = await openPage(browser);
        await page.setJavaScriptEnabled(false);
        await page.goto(site.url(path));
        const printed = await page.evaluate(graphs);
        assert.match(printed[0] ?? '', /"telephone":"\+12105550142"/);

        await page.setJavaScriptEnabled(true);
        await page.goto(site.url(path), { waitUntil: 'networkidle2' });
        await page.waitForSelector('clinic-info:state(settled)');
        assert.deepEqual(await page.evaluate(graphs), printed);
        // Taken away, it is made anew.
        await page.evaluate(() => document.getElementById('clinic-graph')!.remove());
        await page.waitForFunction(() => document.getElementById('clinic-graph'));
        assert.deepEqual(await page.evaluate(graphs), printed);
        await page.close();
      });
    }
  });

  describe('without script', () => {
    it('reads, links and dials', async () => {
      const { page } = await openPage(browser);
      await page.setJavaScriptEnabled(false);
      await page.goto(site.url(ARTICLE));
      const seen = await page.evaluate(() => ({
        text: document.body.innerText,
        cards: [...document.querySelectorAll('article-card a')].map(
          (a) => (a as HTMLElement).innerText,
        ),
        phones: [...document.querySelectorAll<HTMLAnchorElement>('call-cta a:not([slot])')].map(
          (a) => ({
            href: a.href,
            text: a.innerText,
            height: a.getBoundingClientRect().height,
          }),
        ),
        upgraded: !!document.querySelector('article-card:defined'),
      }));
      assert.equal(seen.upgraded, false);
      assert.match(seen.text, /Is it sciatica, or is it the hip\?/);
      assert.equal(seen.cards.length, 3);
      for (const { href, text, height } of seen.phones) {
        assert.equal(href, 'tel:+12105550142');
        assert.equal(text.trim(), '(210) 555-0142');
        assert.ok(height >= 44, 'the number is a target for a thumb');
      }
      await page.click('article-card a');
      await page.waitForSelector('h1');
      assert.match(page.url(), /walking-with-stenosis/);
      await page.close();
    });

    it('sends the form to the inbox and thanks the visitor', async () => {
      const { page } = await openPage(browser);
      await page.setJavaScriptEnabled(false);
      await page.goto(site.url(ARTICLE));
      await page.type('[name="name"]', 'No Script');
      await page.type('[name="email"]', 'noscript@example.com');
      await page.type('[name="message"]', 'I browse without script.');
      await Promise.all([page.waitForNavigation(), page.click('contact-form button')]);
      assert.match(page.url(), /\/thank-you\/$/);
      const stored = (await site.leads()).filter(({ lead }) => lead.fields.name === 'No Script');
      assert.equal(stored.length, 1);
      assert.equal(stored[0]?.lead.fields.message, 'I browse without script.');
      await page.close();
    });
  });

  it('a tap on the words of a card opens its article, and a swipe over it does not', async () => {
    const { page } = await openPage(browser);
    await page.setViewport({ width: 360, height: 740, isMobile: true, hasTouch: true });
    const words = async () => {
      await page.goto(site.url('/'), { waitUntil: 'networkidle2' });
      const found = (await page.$('article-card p'))!;
      await found.scrollIntoView();
      return found;
    };
    const swiped = (await (await words()).boundingBox())!;
    const before = await page.evaluate(() => scrollY);
    const touch = await page.touchscreen.touchStart(swiped.x + 99, swiped.y + 9);
    for (let up = 20; up <= 120; up += 20) await touch.move(swiped.x + 99, swiped.y + 9 - up);
    await touch.end();
    await page.waitForFunction((from) => scrollY > from, {}, before);
    assert.equal(page.url(), site.url('/'));

    const tapped = await words();
    const href = await page.$eval('article-card a', (link) => link.href);
    await Promise.all([page.waitForNavigation(), tapped.tap()]);
    assert.equal(page.url(), href);
    await page.close();
  });

  describe('with script', () => {
    it('takes a message through the form of the article, by keyboard, and shows it in the inbox', async () => {
      const { page, lines } = await openPage(browser);
      await openRoots(page);
      await page.goto(site.url(ARTICLE), { waitUntil: 'networkidle2' });
      const inbox = await openPage(browser);
      await inbox.page.goto(site.url('/inbox'));

      await page.focus('[name="name"]');
      await page.keyboard.type('Kay Board');
      await page.keyboard.press('Tab');
      await page.keyboard.type('kay@example.com');
      await page.keyboard.press('Enter');
      const thanks = await page.waitForSelector(THANKS, { visible: true });
      assert.match((await thanks?.evaluate((node) => node.textContent)) ?? '', /Thank you/);
      await inbox.page.waitForFunction(() => document.body.innerText.includes('kay@example.com'));
      assert.deepEqual([...lines, ...inbox.lines], []);
      await inbox.page.close();
      await page.close();
    });

    it('takes a message through the shielded form, once however often Send is pressed', async () => {
      const { page } = await openPage(browser);
      await openRoots(page);
      await page.goto(site.url(LANDING), { waitUntil: 'networkidle2' });
      await page.type('contact-form >>> [name="name"]', 'Double Click');
      await page.type('contact-form >>> [name="phone"]', '(210) 555-0123');
      const button = await page.$('contact-form >>> button[type="submit"]');
      await button?.click({ count: 3 });
      await page.keyboard.press('Enter');
      await page.waitForSelector(THANKS, { visible: true });
      const stored = (await site.leads()).filter(({ lead }) => lead.fields.name === 'Double Click');
      assert.equal(stored.length, 1);
      assert.equal(stored[0]?.proof, 'verified', 'its browser worked meanwhile');
      await page.close();
    });

    it('sends though the code that sends did not come at first: a browser asks no second time by itself', async () => {
      const { page } = await openPage(browser);
      await openRoots(page);
      let refused = 0;
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        // The first time, and the one that is asked for at once after it.
        if (/form-sender/.test(request.url()) && ++refused <= 2) void request.abort('failed');
        else void request.continue();
      });
      await page.goto(site.url(LANDING), { waitUntil: 'networkidle2' });
      await page.waitForFunction(() => customElements.get('contact-form'));
      await page.type('contact-form >>> [name="name"]', 'Second Try');
      await page.type('contact-form >>> [name="phone"]', '(210) 555-0125');
      await page.click('contact-form >>> button[type="submit"]');
      await page.waitForSelector(THANKS, { visible: true });
      assert.ok(refused > 2, `asked ${refused} times`);
      const stored = (await site.leads()).filter(({ lead }) => lead.fields.name === 'Second Try');
      assert.equal(stored.length, 1);
      await page.close();
    });

    it('keeps what was typed, and sends it after all, when the server was down', async () => {
      const { page } = await openPage(browser);
      await openRoots(page);
      // Pauses are a random part of 1, 2, 4 and 8 s: the longest, so that the server is back before the last.
      await page.evaluateOnNewDocument(() => void (Math.random = () => 0.999));
      await page.goto(site.url(LANDING), { waitUntil: 'networkidle2' });
      await page.type('contact-form >>> [name="name"]', 'Patience');
      await page.type('contact-form >>> [name="phone"]', '(210) 555-0124');
      await site.kill();
      await page.click('contact-form >>> button[type="submit"]');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await site.up();
      await page.waitForSelector(THANKS, { visible: true, timeout: 60_000 });
      const stored = (await site.leads()).filter(({ lead }) => lead.fields.name === 'Patience');
      assert.equal(stored.length, 1);
      await page.close();
    });

    it('asks to send again where the server stayed down for all five tries, and keeps that once', async () => {
      const { page } = await openPage(browser);
      await openRoots(page);
      await page.evaluateOnNewDocument(() => void (Math.random = () => 0));
      await page.goto(site.url(LANDING), { waitUntil: 'networkidle2' });
      await page.type('contact-form >>> [name="name"]', 'Persistence');
      await page.type('contact-form >>> [name="phone"]', '(210) 555-0126');
      await site.kill();
      await page.click('contact-form >>> button[type="submit"]');
      const again = await page.waitForSelector('contact-form >>> [data-clinic="actions"] button', {
        visible: true,
      });
      await site.up();
      await again?.click();
      await page.waitForSelector(THANKS, { visible: true });
      const stored = (await site.leads()).filter(({ lead }) => lead.fields.name === 'Persistence');
      assert.equal(stored.length, 1);
      await page.close();
    });

    it('writes nothing that was typed into the address, the title, the console or a store', async () => {
      const { page, lines } = await openPage(browser);
      await openRoots(page);
      await page.goto(site.url(LANDING), { waitUntil: 'networkidle2' });
      await page.type('contact-form >>> [name="name"]', 'Canary-7QX');
      await page.type('contact-form >>> [name="phone"]', '(210) 555-0125');
      await page.click('contact-form >>> button[type="submit"]');
      await page.waitForSelector(THANKS, { visible: true });
      const kept = await page.evaluate(async () =>
        JSON.stringify([
          location.href,
          document.title,
          history.state,
          document.cookie,
          { ...localStorage },
          { ...sessionStorage },
          await indexedDB.databases(),
          await caches.keys(),
        ]),
      );
      assert.doesNotMatch(kept + lines.join(), /Canary-7QX|555-0125/);
      await page.close();
    });
  });

  describe('on a slow phone', () => {
    for (const path of ['/', ARTICLE, '/locations/', LANDING, '/cms/']) {
      for (const width of [360, 1280]) {
        it(`${path} does not move at ${width} px, from the first byte to the last card`, async () => {
          const { page } = await openPage(browser);
          await page.setViewport({ width, height: width === 360 ? 740 : 900 });
          await page.evaluateOnNewDocument(() => {
            const shifts: string[] = [];
            Object.assign(window, { shifts });
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) {
                const { value, sources } = entry as PerformanceEntry & {
                  value: number;
                  sources: { node?: Node }[];
                };
                const names = sources.map(({ node }) => node?.nodeName ?? '?').join();
                shifts.push(`${value.toFixed(4)} ${names} at ${Math.round(entry.startTime)} ms`);
              }
            }).observe({ type: 'layout-shift', buffered: true });
          });
          const cdp = await page.createCDPSession();
          await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
          const url = new URL(site.url(path));
          const line = await SlowLine.start(Number(url.port), 150, (1.6 * 1024 * 1024) / 8);
          url.port = String(line.port);
          await page.goto(url.href, { waitUntil: 'networkidle2' });
          await page.evaluate(async () => {
            for (let y = 0; y < document.body.scrollHeight; y += 400) {
              scrollTo({ top: y, behavior: 'instant' });
              await new Promise((resolve) => setTimeout(resolve, 60));
            }
          });
          await page.waitForNetworkIdle({ idleTime: 300 });
          const shifts = await page.evaluate(
            () => (window as unknown as { shifts: string[] }).shifts,
          );
          const total = shifts.reduce((sum, shift) => sum + parseFloat(shift), 0);
          await page.close();
          line.stop();
          assert.ok(total < 0.005, `moved by ${total.toFixed(4)}: ${shifts.join('; ')}`);
        });
      }
    }
  });
});
