// @ts-check
// A session of WebKitGTK: starts its WebDriver (and Xvfb where there is no display) and speaks plain W3C
// WebDriver to it, so that no driver is downloaded.
// Debian: apt-get install webkit2gtk-driver xvfb
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {{ type: string, [field: string]: unknown }} Action */

const MINI_BROWSERS = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map(
  (folder) => `/usr/lib/x86_64-linux-gnu/${folder}/MiniBrowser`,
);
const STARTING = 100; // tries, 100 ms apart

/**
 * Special keys of the W3C WebDriver specification, by the names that `sendKeys({ press })` takes.
 *
 * @type {Record<string, string>}
 */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

export class WebKitSession {
  /** @type {ChildProcess[]} */
  #children = [];
  #driver = '';
  #session = '';
  /** The browser's version, once it is started. */
  version = '';

  /** @param {Record<string, unknown>} [capabilities] - beside the browser itself */
  async start(capabilities = {}) {
    const port = await freePort();
    this.#driver = `http://127.0.0.1:${port}`;
    const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: await this.#display(),
        GDK_BACKEND: 'x11',
        NO_AT_BRIDGE: '1',
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      },
    });
    this.#children.push(driver);
    /** @type {Error | undefined} */
    let failed;
    driver.once('error', (error) => (failed = error));
    for (let tries = 0; ; tries++) {
      if (failed) throw failed;
      try {
        await this.call('GET', '/status');
        break;
      } catch (error) {
        if (tries > STARTING) throw error;
        await sleep(100);
      }
    }
    const binary = MINI_BROWSERS.find((path) => existsSync(path));
    const started = await this.call('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          ...capabilities,
          'webkitgtk:browserOptions': { binary, args: ['--automation'] },
        },
      },
    });
    this.version = started.capabilities?.browserVersion ?? '';
    this.#session = `/session/${started.sessionId}`;
    await this.call('POST', '/window/rect', { width: 1024, height: 800 });
  }

  /**
   * One command of the session.
   *
   * @param {string} method
   * @param {string} path - after the session's own
   * @param {unknown} [body]
   * @param {number} [patience] - in milliseconds: a script in a page that is just left is never answered
   * @returns {Promise<any>} what the driver answers
   * @throws where it answers with an error, or too late
   */
  async call(method, path, body, patience = 60_000) {
    const response = await fetch(this.#driver + this.#session + path, {
      method,
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(patience),
      body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
    });
    const { value } = await response.json();
    if (!response.ok)
      throw new Error(`WebDriver ${method} ${path}: ${value?.error} ${value?.message}`);
    return value;
  }

  /** @returns {Promise<string>} the display that the browser may draw on */
  async #display() {
    if (process.env.DISPLAY) return process.env.DISPLAY;
    const xvfb = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      },
    );
    this.#children.push(xvfb);
    const number = await new Promise((resolve, reject) => {
      xvfb.once('error', reject);
      xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
      xvfb.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
    });
    return `:${number}`;
  }

  /** @param {Action[]} actions */
  pointer(actions) {
    return this.call('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', actions }],
    });
  }

  /**
   * Presses keys, one after the other.
   *
   * @param {string[]} keys - characters, or names of `KEYS`
   */
  keys(keys) {
    const actions = keys
      .map((key) => KEYS[key] ?? key)
      .flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
    return this.call('POST', '/actions', {
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }

  async stop() {
    if (this.#session) await this.call('DELETE', '').catch(() => {});
    for (const child of this.#children.reverse()) child.kill();
  }
}
