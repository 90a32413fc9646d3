import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumFlags, chromiumPath } from '../../../scripts/lib/browsers.js';

/** What the example clinic's inbox holds. */
export interface StoredLead {
  receipt: string;
  proof?: string;
  lead: { id: string; fields: Record<string, string>; signals: Record<string, unknown> };
}

/** The example clinic, running with a data folder of its own. */
export class Site {
  #process?: ChildProcess;
  #port = 0;

  private constructor(private readonly data: string) {}

  static async start(): Promise<Site> {
    const site = new Site(await mkdtemp(join(tmpdir(), 'clinic-site-')));
    await site.up();
    return site;
  }

  /** Starts the server, on the port that it had before. */
  async up(): Promise<void> {
    const child = spawn(process.execPath, ['examples/clinic-site/server/main.js'], {
      env: { ...process.env, PORT: String(this.#port), DATA_DIR: this.data },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = child;
    this.#port = await new Promise<number>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
      child.stdout.on('data', (text) => {
        const [, port] = /http:\/\/[^\s/:]+:(\d+)/.exec(String(text)) ?? [];
        if (port) resolve(Number(port));
      });
    });
  }

  /** Ends the server in the midst of whatever it does. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.data, { recursive: true, force: true });
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.#port}${path}`;
  }

  async leads(): Promise<StoredLead[]> {
    const response = await fetch(this.url('/inbox/leads.json'));
    return ((await response.json()) as { leads: StoredLead[] }).leads;
  }
}

/** A page that keeps what its console said and what the policy refused. */
export interface WatchedPage {
  page: Page;
  lines: string[];
}

export async function launch(): Promise<Browser> {
  return puppeteer.launch({ executablePath: chromiumPath(), args: chromiumFlags });
}

export async function openPage(browser: Browser): Promise<WatchedPage> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const lines: string[] = [];
  page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => lines.push(`error: ${String(error)}`));
  page.on('requestfailed', (request) => {
    // On a loaded machine Chromium calls a request aborted whose answer was read to its end.
    if (!request.response()?.ok())
      lines.push(
        `failed: ${request.method()} ${request.url()} ${request.failure()?.errorText ?? ''}`,
      );
  });
  return { page, lines };
}

/** Opens the closed roots, so that a test reaches what a visitor reaches by keyboard and mouse. */
export async function openRoots(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      return attach.call(this, { ...init, mode: 'open' });
    };
  });
}
