import puppeteer, { type Browser, type CDPSession } from 'puppeteer-core';
import { chromiumFlags, chromiumPath } from '../../../scripts/lib/browsers.js';
import type { Engine } from './engine.js';
import { PuppeteerTab } from './puppeteer-tab.js';

/** Chromium, over the DevTools protocol. */
export class Chromium implements Engine {
  readonly name = 'chromium';

  private constructor(
    private readonly browser: Browser,
    readonly version: string,
  ) {}

  static async start(): Promise<Chromium> {
    const browser = await puppeteer.launch({
      executablePath: chromiumPath(),
      args: [...chromiumFlags, '--no-proxy-server'],
      protocolTimeout: 30_000,
      // The back button as visitors have it.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    return new Chromium(browser, (await browser.version()).replace('Headless', ''));
  }

  async open(beside?: ChromiumTab): Promise<ChromiumTab> {
    const context = beside?.page.browserContext() ?? (await this.browser.createBrowserContext());
    const page = await context.newPage();
    return new ChromiumTab(page, await page.createCDPSession());
  }

  stop(): Promise<void> {
    return this.browser.close();
  }
}

export class ChromiumTab extends PuppeteerTab {
  constructor(
    page: PuppeteerTab['page'],
    readonly cdp: CDPSession,
  ) {
    super(page);
  }

  offline(on: boolean): Promise<void> {
    return this.page.setOfflineMode(on);
  }

  async freeze(on: boolean): Promise<void> {
    await this.cdp.send('Page.setWebLifecycleState', { state: on ? 'frozen' : 'active' });
  }

  async crash(): Promise<void> {
    const gone = new Promise<void>((resolve) => this.page.once('error', () => resolve()));
    // The answer dies with the page.
    this.cdp.send('Page.crash').catch(() => {});
    await gone;
  }

  withoutScript(): Promise<void> {
    return this.page.setJavaScriptEnabled(false);
  }

  async closeAsking(): Promise<boolean> {
    const { page } = this;
    const asked = new Promise<boolean>((resolve) => {
      page.once('dialog', (dialog) => {
        void dialog.accept().then(() => resolve(dialog.type() === 'beforeunload'));
      });
      page.once('close', () => resolve(false));
    });
    await page.close({ runBeforeUnload: true });
    return asked;
  }
}
