import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { contactFormSending as words } from '../../../src/locales/en/contact-form-sending.js';
import type { Engine, Tab } from './engine.js';
import type { FaultServer, Plan, Scenario } from './server.js';
import { until } from './until.js';

/** What a form says, in the words of the fault matrix. */
export type State =
  | 'idle'
  | 'sending'
  | 'slow'
  | 'sent'
  | 'changed'
  | 'unconfirmed'
  | 'call'
  | 'fix'
  | 'offline'
  | 'native';

/** What a visitor sees of a form. */
export interface Seen {
  state: State;
  text: string;
  /** The focus is on what the form says. */
  focused: boolean;
  /** The send button says that it is at work. */
  busy: boolean;
  /** What is in the fields; null for one that does not show. */
  values: Record<string, string | null>;
  /** The page came back out of the browser's memory. */
  persisted: boolean;
  /** Errors of scripts, and what the policy refused. */
  troubles: string[];
}

export const ANSWERS = {
  name: 'Adalind',
  email: 'adalind@example.com',
  phone: '(210) 555-0119',
  message: 'Please call me back.',
};

/* The buttons within a message are of another type. */
export const SUBMIT = 'button:is([type="submit"], :not([type]))';

/** One visitor's page of a scenario. */
export class Visit {
  private constructor(
    readonly server: FaultServer,
    readonly scenario: Scenario,
    readonly engine: Engine,
    readonly tab: Tab,
  ) {}

  /** In a new tab unless one is given; the page comes with `open`. */
  static async start(server: FaultServer, engine: Engine, plan: Plan, tab?: Tab): Promise<Visit> {
    return new Visit(server, server.plan(plan), engine, tab ?? (await engine.open()));
  }

  /** Another tab of the same page. */
  async again(): Promise<Visit> {
    return new Visit(this.server, this.scenario, this.engine, await this.engine.open(this.tab));
  }

  async open(query = ''): Promise<void> {
    await this.tab.goto(this.scenario.url + query);
    await this.ready();
  }

  async ready(nth = 0): Promise<void> {
    await until('the form is ready', () =>
      this.tab.run<boolean>(`probe.ready(${nth})`).catch(() => false),
    );
  }

  /** Types the name with real keys; the rest is filled in as an author's script would. */
  async fill(answers: Partial<typeof ANSWERS> = {}, nth = 0): Promise<void> {
    const { name, ...rest } = { ...ANSWERS, ...answers };
    await this.write('name', name, nth);
    await this.tab.run(`probe.elementAt(${nth}).prefill(${JSON.stringify(rest)})`);
  }

  async write(field: string, text: string, nth = 0): Promise<void> {
    await this.click(`[name="${field}"]`, nth);
    await this.tab.type(text);
  }

  async click(selector: string, nth = 0): Promise<void> {
    const { x, y } = await this.point(selector, nth);
    await this.tab.click(x, y);
  }

  /** Where to click. */
  async point(selector: string, nth = 0): Promise<{ x: number; y: number }> {
    const find = () =>
      this.tab.run<{ x: number; y: number; scrolled: boolean } | null>(
        `(${pointOf.toString()})(${JSON.stringify(selector)}, ${nth})`,
      );
    let point = await find();
    for (; point?.scrolled; point = await find()) await this.#frame();
    assert.ok(point, `${selector} is there to be clicked`);
    return point;
  }

  /** Until the next frame, Firefox clicks where things were before the page was scrolled. */
  async #frame(): Promise<void> {
    // A page without the probe runs no script, and calls nobody back.
    const next = this.tab.run(
      `globalThis.probe && new Promise((done) => requestAnimationFrame(() => setTimeout(done)))`,
    );
    await Promise.all([sleep(50), Promise.race([next, sleep(2000)])]);
  }

  send(nth = 0): Promise<void> {
    return this.click(SUBMIT, nth);
  }

  async seen(nth = 0): Promise<Seen> {
    const raw = await this.tab.run<
      Omit<Seen, 'state'> & { path: string; panel: string; status: string }
    >(`probe.seen(${nth})`);
    return { ...raw, state: stateOf(raw) };
  }

  /** Waits until the visitor sees one of these states. */
  async until(...states: State[]): Promise<Seen> {
    let seen: Seen | undefined;
    await until(states.join(' or '), async () => {
      try {
        seen = await this.seen();
      } catch {
        // Between two pages there is nothing to look at; a page without the probe is an endpoint's own.
        const path = await this.tab.run<string>('location.pathname').catch(() => '');
        seen = { ...NOTHING, state: path === '/thank-you/' ? 'native' : 'idle' };
      }
      return states.includes(seen.state);
    }).catch((error: unknown) => {
      throw new Error(`${String(error)}; seen last: ${JSON.stringify(seen)}`, { cause: error });
    });
    return seen!;
  }

  /** Waits for so many POSTs. */
  posts(count: number): Promise<void> {
    return until(`${count} POSTs`, () => this.scenario.posts >= count);
  }

  close(): Promise<void> {
    return this.tab.close();
  }
}

const NOTHING: Omit<Seen, 'state'> = {
  text: '',
  focused: false,
  busy: false,
  values: {},
  persisted: false,
  troubles: [],
};

function stateOf({
  path,
  panel,
  text,
  status,
}: {
  path: string;
  panel: string;
  text: string;
  status: string;
}): State {
  if (path === '/thank-you/') return 'native';
  if (panel === 'thanks') return 'sent';
  if (panel === 'summary') return 'fix';
  if (panel === 'notice') {
    if (text.includes(words.unconfirmed) || text.includes(words.unconfirmedOnce))
      return 'unconfirmed';
    if (text.includes(words.failed)) return 'call';
    if (text.includes(words.offline)) return 'offline';
    if (text.includes(words.changed)) return 'changed';
  }
  if (status === words.sending) return 'sending';
  return status === words.slow ? 'slow' : 'idle';
}

/* Runs in the page, also where no script of the page's runs: the middle of what can be clicked. */
function pointOf(
  selector: string,
  nth: number,
): { x: number; y: number; scrolled: boolean } | null {
  const { probe } = globalThis as {
    probe?: { find(nth: number, selector: string): Element | null };
  };
  const node = probe
    ? probe.find(nth, selector)
    : document.querySelectorAll('contact-form')[nth]?.querySelector(selector);
  if (!node?.checkVisibility()) return null;
  const before = node.getBoundingClientRect().y;
  node.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = node.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2, scrolled: y !== before };
}
