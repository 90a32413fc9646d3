import type { Browser, Page } from 'puppeteer-core';

/** A page in a window of its own, and everything that went wrong on it. */
export interface Visit {
  page: Page;
  /** Console errors and warnings, uncaught errors, failed requests, and requests to other hosts. */
  troubles: string[];
  end: () => Promise<void>;
}

export async function visit(browser: Browser, url: string, { script = true } = {}): Promise<Visit> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const troubles: string[] = [];
  const { origin } = new URL(url);
  page.on('console', (message) => {
    if (['error', 'warn', 'assert'].includes(message.type())) {
      troubles.push(`console ${message.type()}: ${message.text()} ${message.location().url ?? ''}`);
    }
  });
  page.on('pageerror', (error) => troubles.push(`uncaught: ${String(error)}`));
  page.on('requestfailed', (request) => {
    // On a loaded machine Chromium calls a request aborted whose answer was read to its end.
    if (!request.response()?.ok())
      troubles.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('request', (request) => {
    const address = new URL(request.url());
    if (/^https?:$/.test(address.protocol) && address.origin !== origin) {
      troubles.push(`asks another host: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });

  // The elements' shadow roots are closed; a test has to see into them.
  await page.evaluateOnNewDocument(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      return attach.call(this, { ...init, mode: 'open' });
    };
  });
  page.setDefaultTimeout(60_000);
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width: 1200, height: 900 });
  await page.goto(url, { waitUntil: 'load' });
  return { page, troubles, end: () => context.close() };
}
