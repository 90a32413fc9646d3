// @ts-check
// A @web/test-runner browser launcher for WebKitGTK. It starts WebKitWebDriver (and Xvfb where there
// is no display) and speaks plain W3C WebDriver to it, so no webdriverio and no driver download.
// Debian: apt-get install webkit2gtk-driver xvfb
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const MINI_BROWSERS = ['4.1', '6.0', '4.0'].map(
  (v) => `/usr/lib/x86_64-linux-gnu/webkit${v === '6.0' ? 'gtk' : '2gtk'}-${v}/MiniBrowser`,
);

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Special keys of the W3C WebDriver specification, by the names that `sendKeys({ press })` takes. */
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

class WebKitLauncher {
  name = 'WebKit';
  type = 'webdriver';
  concurrency = 1;
  #children = [];
  #urls = new Map();
  #ready;
  #base;
  #session;

  constructor({
    driver = 'WebKitWebDriver',
    binary = MINI_BROWSERS.find((p) => existsSync(p)),
  } = {}) {
    this.driver = driver;
    this.binary = binary;
  }

  async initialize(config) {
    this.config = config;
  }

  async #call(method, path, body) {
    const response = await fetch(this.#base + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
    });
    const { value } = await response.json();
    if (!response.ok)
      throw new Error(`WebDriver ${method} ${path}: ${value?.error} ${value?.message}`);
    return value;
  }

  async #start() {
    const env = {
      ...process.env,
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    };
    if (!env.DISPLAY) {
      const xvfb = spawn(
        'Xvfb',
        ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
        {
          stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
        },
      );
      this.#children.push(xvfb);
      env.DISPLAY = `:${await new Promise((resolve, reject) => {
        xvfb
          .once('error', reject)
          .once('exit', (code) => reject(new Error(`Xvfb exited with ${code}`)));
        xvfb.stdio[3].once('data', (data) => resolve(String(data).trim()));
      })}`;
    }
    const port = await freePort();
    this.#base = `http://127.0.0.1:${port}`;
    const driver = spawn(this.driver, [`--port=${port}`], { env, stdio: 'ignore' });
    this.#children.push(driver);
    let failed;
    driver.once('error', (error) => (failed = error));
    for (let i = 0; ; i++) {
      if (failed) throw failed;
      try {
        await this.#call('GET', '/status');
        break;
      } catch (error) {
        if (i > 50) throw error;
        await sleep(100);
      }
    }
    const { sessionId } = await this.#call('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: this.binary, args: ['--automation'] },
        },
      },
    });
    this.#session = `/session/${sessionId}`;
    await this.#call('POST', `${this.#session}/window/rect`, { width: 1024, height: 800 });
  }

  async startSession(id, url) {
    await (this.#ready ??= this.#start());
    this.#urls.set(id, url);
    await this.#call('POST', `${this.#session}/url`, { url });
  }

  isActive(id) {
    return this.#urls.has(id);
  }

  getBrowserUrl() {
    return this.#call('GET', `${this.#session}/url`);
  }

  async stopSession(id) {
    const testCoverage = await this.#call('POST', `${this.#session}/execute/sync`, {
      script: 'return window.__coverage__ ?? null',
      args: [],
    }).catch(() => null);
    await this.#call('POST', `${this.#session}/url`, { url: 'about:blank' });
    this.#urls.delete(id);
    return { testCoverage: (this.config.coverage && testCoverage) || undefined };
  }

  async startDebugSession() {
    throw new Error('Debugging is not supported in WebKitGTK; use Chromium.');
  }

  /** Called by @web/test-runner-commands' sendKeys. */
  async sendKeys(_id, keys) {
    const actions = keys
      .map((key) => KEYS[key] ?? key)
      .flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
    await this.#call('POST', `${this.#session}/actions`, {
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }

  #pointer(actions) {
    return this.#call('POST', `${this.#session}/actions`, {
      actions: [{ type: 'pointer', id: 'mouse', actions }],
    });
  }

  /** Called by @web/test-runner-commands' sendMouse and resetMouse. */
  sendMouseMove(_id, x, y) {
    return this.#pointer([{ type: 'pointerMove', duration: 0, x, y }]);
  }
  sendMouseDown(_id, button = 'left') {
    return this.#pointer([
      { type: 'pointerDown', button: ['left', 'middle', 'right'].indexOf(button) },
    ]);
  }
  sendMouseUp(_id, button = 'left') {
    return this.#pointer([
      { type: 'pointerUp', button: ['left', 'middle', 'right'].indexOf(button) },
    ]);
  }
  async sendMouseClick(id, x, y, button = 'left') {
    await this.sendMouseMove(id, x, y);
    await this.sendMouseDown(id, button);
    await this.sendMouseUp(id, button);
  }
  async resetMouse() {
    await this.#call('DELETE', `${this.#session}/actions`);
  }

  async stop() {
    if (this.#session) await this.#call('DELETE', this.#session).catch(() => {});
    for (const child of this.#children.reverse()) child.kill();
  }
}

export const webkitLauncher = (options) => new WebKitLauncher(options);
