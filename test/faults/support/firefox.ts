import puppeteer, { type Browser } from 'puppeteer-core';
import { firefoxPath } from '../../../scripts/lib/browsers.js';
import type { Engine, Tab } from './engine.js';
import { PuppeteerTab } from './puppeteer-tab.js';

/** Firefox, over WebDriver BiDi. */
export class Firefox implements Engine {
  readonly name = 'firefox';

  private constructor(
    private readonly browser: Browser,
    readonly version: string,
  ) {}

  static async start(): Promise<Firefox> {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefoxPath(),
      protocolTimeout: 30_000,
      // Firefox before 144 cannot turn the screen, which puppeteer asks for with every size.
      defaultViewport: null,
      args: ['--width=1024', '--height=800'],
      extraPrefsFirefox: { 'network.proxy.type': 0 },
    });
    return new Firefox(browser, await browser.version());
  }

  async open(): Promise<Tab> {
    return new PuppeteerTab(await this.browser.newPage());
  }

  stop(): Promise<void> {
    return this.browser.close();
  }
}
