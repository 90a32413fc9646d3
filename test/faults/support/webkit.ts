import { WebKitSession } from '../../../scripts/lib/webkit-session.js';
import type { Engine, Tab } from './engine.js';
import { until } from './until.js';

/** WebKitGTK, over plain WebDriver. */
export class WebKit implements Engine {
  readonly name = 'webkit';

  private constructor(private readonly session: WebKitSession) {}

  static async start(): Promise<WebKit> {
    const session = new WebKitSession();
    await session.start({
      // Else every command waits for what loads, and some of it never does here.
      pageLoadStrategy: 'none',
      timeouts: { script: 30_000, pageLoad: 30_000 },
      proxy: { proxyType: 'direct' },
    });
    return new WebKit(session);
  }

  get version(): string {
    return `WebKitGTK/${this.session.version}`;
  }

  async open(): Promise<Tab> {
    const { handle } = await this.session.call('POST', '/window/new', { type: 'window' });
    const tab = new WebKitTab(this.session, handle as string);
    await tab.toFront();
    return tab;
  }

  stop(): Promise<void> {
    return this.session.stop();
  }
}

/* A session speaks to one window at a time. */
let front = '';

class WebKitTab implements Tab {
  constructor(
    private readonly session: WebKitSession,
    private readonly handle: string,
  ) {}

  async toFront(): Promise<WebKitSession> {
    if (front !== this.handle) {
      await this.session.call('POST', '/window', { handle: this.handle });
      front = this.handle;
    }
    return this.session;
  }

  async goto(url: string): Promise<void> {
    await this.#load(() => this.session.call('POST', '/url', { url }));
  }

  /** Waits until another page is parsed than the one that is there now. */
  async #load(go: () => Promise<unknown>): Promise<void> {
    await this.toFront();
    await this.run('void (globalThis.before = true)').catch(() => {});
    await go();
    await until('the page is parsed', () =>
      this.run<boolean>(
        `!globalThis.before && location.href !== 'about:blank' && document.readyState !== 'loading'`,
      ).catch(() => false),
    );
  }

  async run<T>(expression: string): Promise<T> {
    const script = `const done = arguments[0];
      Promise.resolve().then(() => (${expression})).then(
        (value) => done(JSON.stringify({ value })),
        (error) => done(JSON.stringify({ error: String(error) })));`;
    const session = await this.toFront();
    const said = await session.call('POST', '/execute/async', { script, args: [] }, 5_000);
    const { value, error } = JSON.parse(said as string) as { value: T; error?: string };
    if (error) throw new Error(error);
    return value;
  }

  async click(x: number, y: number, again?: number): Promise<void> {
    const press = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    const session = await this.toFront();
    // In one command: once a page is being left, the next one would have to wait.
    await session.pointer([
      { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
      ...press,
      ...(again === undefined ? [] : [{ type: 'pause', duration: again }, ...press]),
    ]);
  }

  async type(text: string): Promise<void> {
    await (await this.toFront()).keys([...text]);
  }

  async press(key: string): Promise<void> {
    await (await this.toFront()).keys([key]);
  }

  async reload(): Promise<void> {
    await this.#load(() => this.session.call('POST', '/refresh'));
  }

  async close(): Promise<void> {
    const session = await this.toFront();
    const [next] = (await session.call('DELETE', '/window')) as string[];
    front = '';
    if (next) await session.call('POST', '/window', { handle: next });
    front = next ?? '';
  }
}
