// @ts-check
// A @web/test-runner launcher for WebKitGTK.
import { WebKitSession } from './webkit-session.js';

const BUTTONS = ['left', 'middle', 'right'];

class WebKitLauncher {
  name = 'WebKit';
  type = 'webdriver';
  concurrency = 1;
  #session = new WebKitSession();
  /** @type {Map<string, string>} */
  #urls = new Map();
  /** @type {Promise<void> | undefined} */
  #ready;

  async initialize() {}

  /**
   * @param {string} id
   * @param {string} url
   */
  async startSession(id, url) {
    await (this.#ready ??= this.#session.start());
    this.#urls.set(id, url);
    await this.#session.call('POST', '/url', { url });
  }

  /** @param {string} id */
  isActive(id) {
    return this.#urls.has(id);
  }

  getBrowserUrl() {
    return this.#session.call('GET', '/url');
  }

  /** @param {string} id */
  async stopSession(id) {
    await this.#session.call('POST', '/url', { url: 'about:blank' });
    this.#urls.delete(id);
    return {};
  }

  async startDebugSession() {
    throw new Error('WebKitGTK cannot be debugged from here; use Chromium.');
  }

  // What follows is called by @web/test-runner-commands.

  /**
   * @param {string} _id
   * @param {string[]} keys
   */
  async sendKeys(_id, keys) {
    await this.#session.keys(keys);
  }

  /**
   * @param {string} _id
   * @param {number} x
   * @param {number} y
   */
  sendMouseMove(_id, x, y) {
    return this.#session.pointer([{ type: 'pointerMove', duration: 0, x, y }]);
  }

  /** @param {string} _id */
  sendMouseDown(_id, button = 'left') {
    return this.#session.pointer([{ type: 'pointerDown', button: BUTTONS.indexOf(button) }]);
  }

  /** @param {string} _id */
  sendMouseUp(_id, button = 'left') {
    return this.#session.pointer([{ type: 'pointerUp', button: BUTTONS.indexOf(button) }]);
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

  async resetMouse() {
    await this.#session.call('DELETE', '/actions');
  }

  stop() {
    return this.#session.stop();
  }
}

export const webkitLauncher = () => new WebKitLauncher();
