// @ts-check
// A @web/test-runner launcher for WebKitGTK.
import { WebKitSession } from './webkit-session.js';

const BUTTONS = ['left', 'middle', 'right'];

class WebKitLauncher {
  name = 'WebKit';
  type = 'webdriver';
  // Each in a browser on a display of its own, where it has the focus.
  concurrency = 2;
  /** @type {WebKitSession[]} */
  #sessions = [];
  /** @type {WebKitSession[]} */
  #idle = [];
  /** @type {Map<string, WebKitSession>} */
  #busy = new Map();

  async initialize() {}

  async #start() {
    const session = new WebKitSession();
    this.#sessions.push(session);
    await session.start();
    return session;
  }

  /** @param {string} id */
  #of(id) {
    const session = this.#busy.get(id);
    if (!session) throw new Error('this test has no WebKit any more');
    return session;
  }

  /**
   * @param {string} id
   * @param {string} url
   */
  async startSession(id, url) {
    const session = this.#idle.pop() ?? (await this.#start());
    this.#busy.set(id, session);
    await session.call('POST', '/url', { url });
  }

  /** @param {string} id */
  isActive(id) {
    return this.#busy.has(id);
  }

  /** @param {string} id */
  getBrowserUrl(id) {
    return this.#of(id).call('GET', '/url');
  }

  /** @param {string} id */
  async stopSession(id) {
    const session = this.#of(id);
    await session.call('POST', '/url', { url: 'about:blank' });
    this.#busy.delete(id);
    this.#idle.push(session);
    return {};
  }

  async startDebugSession() {
    throw new Error('WebKitGTK cannot be debugged from here; use Chromium.');
  }

  // What follows is called by @web/test-runner-commands.

  /**
   * @param {string} id
   * @param {string[]} keys
   */
  async sendKeys(id, keys) {
    await this.#of(id).keys(keys);
  }

  /**
   * @param {string} id
   * @param {number} x
   * @param {number} y
   */
  sendMouseMove(id, x, y) {
    return this.#of(id).pointer([{ type: 'pointerMove', duration: 0, x, y }]);
  }

  /** @param {string} id */
  sendMouseDown(id, button = 'left') {
    return this.#of(id).pointer([{ type: 'pointerDown', button: BUTTONS.indexOf(button) }]);
  }

  /** @param {string} id */
  sendMouseUp(id, button = 'left') {
    return this.#of(id).pointer([{ type: 'pointerUp', button: BUTTONS.indexOf(button) }]);
  }

  /**
   * @param {string} id
   * @param {number} x
   * @param {number} y
   */
  async sendMouseClick(id, x, y, button = 'left') {
    await this.sendMouseMove(id, x, y);
    await this.sendMouseDown(id, button);
    await this.sendMouseUp(id, button);
  }

  /** @param {string} id */
  async resetMouse(id) {
    await this.#of(id).call('DELETE', '/actions');
  }

  async stop() {
    await Promise.all(this.#sessions.map((session) => session.stop()));
  }
}

export const webkitLauncher = () => new WebKitLauncher();
