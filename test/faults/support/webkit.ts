import { WebKitSession } from '../../../scripts/lib/webkit-session.js';
import type { Engine, Tab } from './engine.js';

/** WebKitGTK, over plain WebDriver. */
export class WebKit implements Engine {
  readonly name = 'webkit';

  private constructor(private readonly session: WebKitSession) {}

  static async start(): Promise<WebKit> {
    const session = new WebKitSession();
    await session.start({
      // Not until everything has loaded: some of it never does here.
      pageLoadStrategy: 'eager',
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
    await (await this.toFront()).call('POST', '/url', { url });
  }

  async run<T>(expression: string): Promise<T> {
    const script = `const done = arguments[0];
      Promise.resolve().then(() => (${expression})).then(
        (value) => done(JSON.stringify({ value })),
        (error) => done(JSON.stringify({ error: String(error) })));`;
    const session = await this.toFront();
    const said = await session.call('POST', '/execute/async', { script, args: [] });
    const { value, error } = JSON.parse(said as string) as { value: T; error?: string };
    if (error) throw new Error(error);
    return value;
  }

  async click(x: number, y: number): Promise<void> {
    await (
      await this.toFront()
    ).pointer([
      { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  async type(text: string): Promise<void> {
    await (await this.toFront()).keys([...text]);
  }

  async press(key: string): Promise<void> {
    await (await this.toFront()).keys([key]);
  }

  async reload(): Promise<void> {
    await (await this.toFront()).call('POST', '/refresh');
  }

  async close(): Promise<void> {
    const session = await this.toFront();
    const [next] = (await session.call('DELETE', '/window')) as string[];
    front = '';
    if (next) await session.call('POST', '/window', { handle: next });
    front = next ?? '';
  }
}
