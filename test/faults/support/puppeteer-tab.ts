import { setTimeout as sleep } from 'node:timers/promises';
import type { KeyInput, Page } from 'puppeteer-core';
import type { Tab } from './engine.js';

/** What Chromium's tabs and Firefox's have in common. */
export class PuppeteerTab implements Tab {
  constructor(readonly page: Page) {}

  async goto(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
  }

  run<T>(expression: string): Promise<T> {
    return this.page.evaluate(expression) as Promise<T>;
  }

  async click(x: number, y: number, again?: number): Promise<void> {
    await this.page.mouse.click(x, y);
    if (again === undefined) return;
    await sleep(again);
    await this.page.mouse.click(x, y);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key as KeyInput);
  }

  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'domcontentloaded' });
  }

  close(): Promise<void> {
    return this.page.close();
  }

  toFront(): Promise<void> {
    return this.page.bringToFront();
  }

  async block(part: string): Promise<void> {
    await this.page.setRequestInterception(true);
    this.page.on('request', (request) => {
      void (request.url().includes(part) ? request.abort('blockedbyclient') : request.continue());
    });
  }
}
