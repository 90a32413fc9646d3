import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from './engine.js';
import {
  healthy,
  held,
  html,
  silent,
  slowly,
  status,
  type Answer,
  type FaultServer,
  type Plan,
} from './server.js';
import { until } from './until.js';
import { ANSWERS, SUBMIT, type Seen, type State, type Visit } from './visit.js';

/** How a row of the matrix is brought about, and what is asked of it beside the row's own numbers. */
export interface Row {
  plan: (server: FaultServer, engine: Engine) => Plan;
  /** What the visitor does until the end; by default fills the form in and presses Send. */
  act?: (visit: Visit) => Promise<Seen | 'gone'>;
  /** It leaves a tab behind that is good for nothing else. */
  ownTab?: true;
  /** The kinds of form that it is tried with; the element's own by default. */
  kinds?: ('own' | 'authored')[];
  /** Where this library does otherwise than the matrix, on purpose. */
  ours?: Ours | ((kind: 'own' | 'authored') => Ours | undefined);
  /** Why it cannot be brought about here. */
  cannot?: (engine: Engine, server: FaultServer) => string | undefined;
  /** What stands for the fault where an engine cannot be given the fault itself. */
  instead?: (engine: Engine) => string | undefined;
  /** What it must not do beside what is always checked. */
  check?: (visit: Visit, seen: Seen | 'gone') => Promise<void> | void;
  /** Troubles that the row itself brings: a policy's refusal. */
  troubles?: RegExp;
}

export interface Ours {
  states?: (State | 'gone')[];
  posts?: [number, number];
  leads?: number;
  /** `undefined` where there is nothing to look at. */
  valuesKept?: boolean;
  phoneShown?: boolean;
  why: string;
}

/** Times of a delivery without the waiting; as many tries as ever. */
const QUICK = { firstPause: 20, longestPause: 60 };
/** The same where tries are to run into their time limit: long enough for each to arrive before it, on a busy machine too. */
const SHORT = { ...QUICK, tryTime: 1000 };

const answers = (...answers: Answer[]): Row => ({ plan: () => ({ answers, policy: QUICK }) });
const toNowhere = (endpoint: Plan['endpoint']): Row => ({
  plan: () => ({ endpoint, policy: SHORT }),
});

/** Fills the form in, presses Send, and does something while the message is on its way. */
const during =
  (meanwhile: (visit: Visit) => Promise<unknown>, end: State = 'sent') =>
  async (visit: Visit): Promise<Seen> => {
    await visit.open();
    await visit.fill();
    await visit.send();
    await visit.posts(1);
    await meanwhile(visit);
    visit.scenario.release();
    return visit.until(end);
  };

/** Sends, and does something once the visitor is thanked. */
const after =
  (next: (visit: Visit) => Promise<unknown>, ...ends: State[]) =>
  async (visit: Visit): Promise<Seen> => {
    await visit.open();
    await visit.fill();
    await visit.send();
    await visit.until('sent');
    await next(visit);
    return visit.until(...ends);
  };

/** The visitor's way without our code. */
const natively =
  (press: (visit: Visit) => Promise<unknown> = (visit) => visit.send()) =>
  async (visit: Visit): Promise<Seen> => {
    await visit.tab.goto(visit.scenario.url);
    await visit.write('name', ANSWERS.name);
    await visit.write('message', ANSWERS.message);
    await press(visit);
    return visit.until('native');
  };

async function goOffline(visit: Visit, on: boolean): Promise<void> {
  if (visit.tab.offline) return visit.tab.offline(on);
  if (!on) await visit.scenario.revive();
  await visit.tab.run(`probe.offline(${on})`);
}

/** Where the browser cannot be taken off the network, the endpoint's port is closed and the page is told. */
const offlinePlan: Row['plan'] = (_server, { name }) => ({
  policy: QUICK,
  endpoint: name === 'chromium' ? 'here' : 'closed',
});

const notOfItself: Row['instead'] = ({ name }) =>
  name === 'chromium' ? undefined : 'a closed port, and a script that tells the page';

async function offline(visit: Visit): Promise<Seen> {
  await visit.open();
  await visit.fill();
  await goOffline(visit, true);
  await visit.send();
  return visit.until('offline');
}

async function goAway(visit: Visit): Promise<void> {
  await visit.tab.run(`void setTimeout(() => (location.href = '/elsewhere'))`);
  await sleep(100);
  await isAway(visit);
}

const isAway = ({ tab }: Visit): Promise<void> =>
  until('another page', () =>
    tab
      .run<boolean>(`location.pathname === '/elsewhere' && document.readyState !== 'loading'`)
      .catch(() => false),
  );

async function goBack(visit: Visit): Promise<void> {
  await visit.tab.run('void setTimeout(() => history.back())');
  await sleep(100);
  await until('the page again', () =>
    visit.tab.run<boolean>('!!globalThis.probe').catch(() => false),
  );
}

/** In Chromium with its own switch; elsewhere by a policy that lets no script run. */
const withoutScript = {
  ownTab: true,
  instead: ({ name }) => (name === 'chromium' ? undefined : 'a policy that lets no script run'),
  kinds: ['authored'],
  plan: ({ clinic }, { name }) => ({
    answers: [clinic],
    ...(name !== 'chromium' && { csp: { 'script-src': "'none'" } }),
  }),
} satisfies Row;

const switchedOff = async (visit: Visit): Promise<Seen> => {
  await visit.tab.withoutScript?.();
  return natively()(visit);
};

const NO_PAGE = 'the page is gone: the numbers tell';
const both: Row['kinds'] = ['own', 'authored'];
const reset: Answer = (exchange) => exchange.reset();
const storeAndReset: Answer = (exchange) => {
  exchange.store();
  exchange.reset();
};

/** The rows of fault-matrix.json, by their ids, and some of our own. */
export const ROWS: Record<string, Row> = {
  F01: { ...answers(healthy), kinds: both },
  F02: answers((exchange) => exchange.receipt(201)),
  F03: toNowhere('closed'),
  F04: { ownTab: true, plan: offlinePlan, act: offline, instead: notOfItself, kinds: both },
  F05: {
    ownTab: true,
    instead: notOfItself,
    plan: offlinePlan,
    act: async (visit) => {
      const before = await offline(visit);
      assert.equal(before.values.message, ANSWERS.message, 'the answers are kept meanwhile');
      await goOffline(visit, false);
      return visit.until('sent');
    },
    ours: { valuesKept: false, why: 'kept until sent, then gone with the form' },
  },
  F06: { plan: () => ({ endpoint: 'hole', policy: { ...SHORT, tryTime: 300 } }) },
  F07: toNowhere('nowhere'),
  F08: {
    plan: () => ({ answers: [storeAndReset, healthy], policy: QUICK, fresh: true }),
    kinds: both,
  },
  // The page's own files leave connections open, and the POST takes one of them.
  F09: answers(storeAndReset, healthy),
  F10: answers(reset, healthy),
  F11: answers((exchange) => exchange.cut('HTTP/1.1 200 OK\r\nContent-Ty'), healthy),
  F12: answers(
    (exchange) => exchange.cut('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"ok":tr'),
    healthy,
  ),
  F13: {
    plan: () => ({ answers: [held()], policy: { ...QUICK, slowAfter: 100 } }),
    act: during((visit) => visit.until('slow')),
  },
  F14: { plan: () => ({ answers: [silent, healthy], policy: SHORT }) },
  F15: { plan: () => ({ answers: [silent], policy: SHORT }) },
  F16: {
    ...toNowhere('tls'),
    cannot: (_engine, { withoutTls }) => withoutTls,
  },
  F17: {
    plan: () => ({ answers: [silent], policy: { ...SHORT, tries: 8 } }),
    check: async ({ tab }) => {
      const code = await tab.run<number>(`fetch('/login').then(({ status }) => status)`);
      assert.equal(code, 200, 'the page still reaches its server');
    },
  },
  F18: answers(status(500), status(500), healthy),
  F19: { ...answers(status(503)), kinds: both },
  F20: answers(status(522), healthy),
  F21: {
    ...answers(status(429, { 'retry-after': '1' }), healthy),
    check: ({ scenario: { arrived, answered } }) => {
      // Timers may be a few milliseconds early.
      const waited = arrived[1]!.at - answered[0]!;
      assert.ok(waited > 990, `waited a second: ${waited} ms`);
    },
  },
  F22: answers((exchange) => {
    const date = new Date(Date.now() + 1500).toUTCString();
    exchange.reply(503, '', { 'retry-after': date });
  }, healthy),
  F23: answers(status(503, { 'retry-after': '86400' })),
  F24: answers(status(503, { 'retry-after': 'soon' }), healthy),
  F25: answers(status(409), healthy),
  F26: {
    ...answers(status(422, {}, JSON.stringify({ errors: { email: 'We know no such address' } }))),
    kinds: both,
    check: (_visit, seen) =>
      assert.match((seen as Seen).text, /There is a problem\s+We know no such address/),
  },
  F27: answers(status(200, {}, '{"ok":false}')),
  F28: { ...answers(status(404)), kinds: both },
  F29: answers(status(405)),
  F30: answers(status(410)),
  F31: answers(status(413)),
  F32: answers(html(403)),
  F33: {
    plan: () => ({
      answers: [
        (exchange) =>
          exchange.lead.token === 'fresh' ? exchange.receipt() : exchange.reply(403, '{}'),
      ],
      attributes: { 'token-url': 'token' },
      token: 'fresh',
      policy: QUICK,
    }),
  },
  F34: {
    plan: () => ({
      answers: [status(403)],
      attributes: { 'token-url': 'token' },
      token: 500,
      policy: QUICK,
    }),
  },
  F35: { ...answers(html(200)), kinds: both },
  F36: answers(html(200), healthy),
  F37: answers(status(302, { location: '/login' })),
  F38: answers((exchange) =>
    exchange.request.url?.endsWith('/moved')
      ? exchange.receipt()
      : exchange.reply(307, '', { location: 'moved' }),
  ),
  F39: answers(status(200), healthy),
  F40: answers(status(200, {}, '{"ok":tru'), healthy),
  F41: answers(
    status(200, {}, JSON.stringify({ ok: true, id: 'other', receipt: 'FH-0000' })),
    healthy,
  ),
  F42: answers(status(200, { 'content-type': 'text/plain' }, 'x'.repeat(300_000))),
  F43: {
    ...answers((exchange) => {
      exchange.store();
      const said = {
        ok: true,
        id: exchange.lead.id,
        receipt: '<img src=x onerror="alert(1)">',
        message: '<script>alert(1)</script>',
        next: 'javascript:alert(1)',
        redirect: 'https://elsewhere.example/',
      };
      exchange.reply(200, JSON.stringify(said));
    }),
    check: (_visit, seen) => assert.match((seen as Seen).text, /<img src=x/),
  },
  F44: { plan: () => ({ endpoint: 'elsewhere', withoutCors: true, policy: QUICK }) },
  F45: { plan: () => ({ endpoint: 'elsewhere', preflight: 404, policy: QUICK }) },
  F46: {
    plan: ({ clinic }) => ({
      answers: [clinic],
      csp: { 'connect-src': "'none'" },
      policy: QUICK,
    }),
    kinds: both,
    troubles: /^connect-src/,
    ours: (kind) =>
      kind === 'authored'
        ? {
            states: ['native'],
            posts: [1, 1],
            leads: 1,
            why: "the author's form is posted by the browser",
          }
        : undefined,
  },
  F47: {
    ownTab: true,
    plan: () => ({ policy: QUICK }),
    act: async (visit) => {
      await visit.open();
      await visit.tab.block!('/leads');
      await visit.fill();
      await visit.send();
      return visit.until('unconfirmed');
    },
    cannot: ({ name }) =>
      name === 'webkit' ? 'WebDriver cannot refuse single requests' : undefined,
  },
  F48: {
    plan: () => ({ answers: [held()], policy: QUICK }),
    kinds: both,
    act: during(async (visit) => {
      // From a double click to somebody who comes back to it.
      for (const gap of [0, 50, 300, 800]) {
        await sleep(gap);
        await visit.send();
      }
    }),
  },
  F49: {
    plan: () => ({ answers: [held()], policy: QUICK }),
    kinds: both,
    act: async (visit) => {
      await visit.open();
      await visit.fill();
      await visit.click('[name="name"]');
      for (let press = 0; press < 5; press++) await visit.tab.press('Enter');
      await visit.posts(1);
      visit.scenario.release();
      return visit.until('sent');
    },
  },
  F50: {
    ...answers(healthy),
    kinds: both,
    act: after(async ({ tab }) => {
      for (let time = 0; time < 3; time++) await tab.run('probe.elementAt(0).submit()');
    }, 'sent'),
  },
  F51: {
    plan: () => ({ answers: [silent, silent, silent, silent, silent, healthy], policy: SHORT }),
    act: async (visit) => {
      await visit.open();
      await visit.fill();
      await visit.send();
      await visit.until('unconfirmed');
      await visit.send();
      return visit.until('sent');
    },
  },
  F52: {
    plan: () => {
      const storeAndFail: Answer = (exchange) => {
        exchange.store();
        exchange.reply(503);
      };
      return { answers: [...Array<Answer>(5).fill(storeAndFail), healthy], policy: QUICK };
    },
    act: async (visit) => {
      await visit.open();
      await visit.fill();
      await visit.send();
      await visit.until('unconfirmed');
      await visit.write('message', 'Soon.');
      await visit.send();
      return visit.until('sent');
    },
    check: ({ scenario }) => {
      const [first, last] = [scenario.arrived.at(0)!, scenario.arrived.at(-1)!].map(
        ({ body }) =>
          JSON.parse(body) as { id: string; supersedes?: string[]; fields: { message: string } },
      );
      assert.deepEqual(last!.supersedes, [first!.id], 'the new message names the old one');
      assert.deepEqual(scenario.leads, [last!.id], 'and stands in its place');
      assert.match(last!.fields.message, /Soon\./);
    },
  },
  F53: {
    plan: () => ({ policy: QUICK }),
    kinds: ['authored'],
    act: async (visit) => {
      await visit.open();
      await visit.fill();
      // In letters of three bytes.
      await visit.tab.run(`probe.elementAt(0).prefill({ message: '話'.repeat(25_000) })`);
      await visit.send();
      return visit.until('sent');
    },
    check: ({ scenario: { arrived } }) => {
      const size = Buffer.byteLength(arrived[0]!.body);
      assert.ok(size > 70_000, `more than 70 kB: ${size}`);
    },
  },
  F54: {
    plan: () => ({ answers: [held()], forms: 2, policy: QUICK }),
    kinds: both,
    act: async (visit) => {
      await visit.open();
      await visit.ready(1);
      await visit.fill();
      await visit.fill({ name: 'Bea' }, 1);
      await visit.send();
      // What the first one says now moves the second one's button.
      await visit.until('sending', 'slow');
      await visit.send(1);
      await visit.posts(2);
      visit.scenario.release();
      await until('the second form thanks too', async () => (await visit.seen(1)).state === 'sent');
      // The one that thanks last has the focus.
      return { ...(await visit.until('sent')), focused: true };
    },
    check: async ({ tab }) => {
      const doubled = await tab.run<string[]>(
        `[...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at)`,
      );
      assert.deepEqual(doubled, []);
    },
  },
  F55: {
    ...answers(healthy),
    act: async (visit) => {
      await visit.open();
      await visit.fill();
      const second = await visit.again();
      await second.open();
      await second.fill();
      await second.send();
      await second.until('sent');
      await visit.tab.toFront();
      await visit.send();
      const seen = await visit.until('sent');
      await second.close();
      await visit.tab.toFront();
      return seen;
    },
  },
  F56: {
    plan: () => ({ answers: [slowly], policy: QUICK }),
    kinds: both,
    act: async (visit) => {
      await visit.open();
      await visit.fill();
      await visit.tab.run(`probe.sendAndLeave('/elsewhere')`).catch(() => {});
      await arrival(visit);
      // Else it would still be on its way when the tab is to open the next page.
      await isAway(visit);
      return 'gone';
    },
    ours: { states: ['gone'], why: NO_PAGE },
  },
  F57: {
    ownTab: true,
    plan: () => ({ answers: [slowly], policy: QUICK }),
    act: async (visit) => {
      await visit.open();
      await visit.fill();
      // Something to stay in, for a browser that ends with its last tab.
      const other = await visit.again();
      await visit.tab.toFront();
      await visit.send();
      await visit.close();
      await arrival(visit);
      await other.close();
      return 'gone';
    },
    ours: { states: ['gone'], why: NO_PAGE },
  },
  F58: {
    ownTab: true,
    instead: notOfItself,
    // The tab's network comes back to Chromium a moment before the tab is gone.
    plan: () => ({ policy: QUICK, endpoint: 'closed' }),
    act: async (visit) => {
      await visit.open();
      await visit.fill();
      const asks = () => visit.tab.run<boolean>('probe.asksBeforeLeaving()');
      assert.equal(await asks(), false, 'who has not sent anything may go');
      await goOffline(visit, true);
      await visit.send();
      const seen = await visit.until('offline');
      assert.equal(await asks(), true, 'the browser asks before an unsent message is lost');
      assertClean(await visit.tab.run<string>('probe.kept()'));
      if (!visit.tab.closeAsking) return seen;
      assert.equal(await visit.tab.closeAsking(), true, 'it really asks');
      return 'gone';
    },
    ours: {
      states: ['offline', 'gone'],
      why: 'closed after the question, where that can be asked',
    },
  },
  F59: {
    ownTab: true,
    ...answers(healthy),
    kinds: both,
    act: after(
      async (visit) => {
        await goAway(visit);
        await goBack(visit);
      },
      'sent',
      'idle',
    ),
    ours: { states: ['sent', 'idle'], why: 'a new form where the browser has forgotten the page' },
  },
  F60: {
    ...answers(healthy),
    kinds: both,
    act: after(async (visit) => {
      await visit.tab.reload();
      await visit.ready();
    }, 'idle'),
    ours: { states: ['idle'], why: 'a new form' },
  },
  F61: {
    ownTab: true,
    plan: () => ({ answers: [held(), healthy], policy: SHORT }),
    act: during(async ({ tab }) => {
      await tab.freeze!(true);
      await sleep(2 * SHORT.tryTime);
      await tab.freeze!(false);
    }),
    ours: { valuesKept: false, why: 'it is sent after all' },
    cannot: ({ name }) => (name === 'chromium' ? undefined : 'only Chromium can be told to freeze'),
  },
  F62: {
    ownTab: true,
    ...answers(healthy),
    kinds: both,
    act: async (visit) => {
      await visit.open();
      await visit.fill();
      await visit.tab.crash!();
      await visit.open();
      return visit.until('idle');
    },
    ours: { posts: [0, 0], valuesKept: false, why: 'an empty form' },
    cannot: ({ name }) => (name === 'chromium' ? undefined : 'only Chromium can be told to crash'),
  },
  F63: {
    plan: () => ({ answers: [held()], policy: QUICK }),
    kinds: both,
    act: during(({ tab }) =>
      tab.run(`(() => {
        const element = probe.elementAt(0);
        const { parentNode } = element;
        element.remove();
        parentNode.append(element);
      })()`),
    ),
  },
  F64: { ...withoutScript, act: switchedOff },
  F65: {
    kinds: ['authored'],
    plan: ({ clinic }) => ({ answers: [clinic], script: 'missing' }),
    act: natively(),
  },
  F66: {
    plan: () => ({ script: 'twice', policy: QUICK }),
    kinds: both,
    troubles: /trusted-types|TrustedTypePolicy|policy/i,
    ours: {
      states: ['sent'],
      valuesKept: false,
      why: 'the first copy stays whole when the second is refused',
    },
  },
  F67: {
    kinds: ['authored'],
    plan: ({ clinic }) => ({ answers: [clinic], script: 'held' }),
    act: natively(),
  },
  F68: {
    ...withoutScript,
    plan: (server, engine) => ({
      ...withoutScript.plan(server, engine),
      answers: [held(server.clinic)],
    }),
    act: async (visit) => {
      await visit.tab.withoutScript?.();
      return natively(async () => {
        const { x, y } = await visit.point(SUBMIT);
        setTimeout(() => visit.scenario.release(), 1500);
        await visit.tab.click(x, y, 300);
      })(visit);
    },
    ours: { states: ['native'], posts: [1, 2], leads: 1, why: 'Firefox 140 sends it once' },
  },
  F69: {
    ...answers(healthy),
    kinds: both,
    act: async (visit) => {
      await visit.open();
      await visit.fill();
      await visit.tab.run(`probe.find(0, '[data-clinic="trap"] input').value = 'Acme Inc.'`);
      await visit.send();
      return visit.until('sent');
    },
    check: ({ scenario }) => assert.equal(signals(scenario.arrived[0]!.body).trap, true),
  },
  F70: {
    ...answers(healthy),
    check: ({ scenario }) => {
      const { seconds, trap } = signals(scenario.arrived[0]!.body);
      assert.ok(seconds < 600 && !trap, 'the time is told, and nothing is made of it');
    },
  },
  F71: {
    plan: () => ({
      answers: [healthy],
      policy: QUICK,
      attributes: { 'challenge-url': 'no-challenge-here' },
    }),
    kinds: both,
    // What the developer is told.
    troubles: /no proof of work|404/,
    check: ({ scenario: { arrived } }) =>
      assert.equal(
        (JSON.parse(arrived[0]!.body) as { signals: { proof?: string } }).signals.proof,
        undefined,
        'it goes out without a proof',
      ),
  },
  F72: {
    plan: ({ clinic }) => ({ answers: [clinic] }),
    act: async ({ scenario }) => {
      const lead = {
        id: '3f2a8a52-9a0e-4a57-8d06-3c6a2a4b1c9d',
        form: 'contact',
        fields: { name: 'Bot', message: 'Buy', page_of: scenario.id },
        signals: { trap: true, seconds: 0, interactions: 0 },
        page: { url: '' },
        submittedAt: new Date().toISOString(),
      };
      const answer = await fetch(scenario.action, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(lead),
      });
      const said = (await answer.json()) as Record<string, unknown>;
      assert.deepEqual(Object.keys(said), ['ok', 'id', 'receipt'], 'a receipt like any other');
      return 'gone';
    },
    ours: {
      states: ['gone'],
      leads: 1,
      why: 'kept and marked: a false alarm would lose a patient',
    },
    cannot: ({ name }) => (name === 'chromium' ? undefined : 'no browser takes part'),
  },
  F73: {
    ...answers(healthy),
    kinds: both,
    act: async (visit) => {
      await visit.open('?email=canary@example.com&phone=2105550177&utm_source=news');
      await visit.fill();
      await visit.send();
      return visit.until('sent');
    },
    check: ({ scenario }) => assert.doesNotMatch(scenario.arrived[0]!.body, /canary|5550177/),
  },
  F74: {
    plan: () => ({ endpoint: 'closed', policy: QUICK }),
    kinds: both,
    act: async (visit) => {
      await visit.open();
      await visit.fill();
      await visit.send();
      await visit.until('unconfirmed');
      const next = await visit.again();
      await next.open();
      assertClean(await next.tab.run<string>('probe.kept()'));
      const seen = await next.until('idle');
      await next.close();
      await visit.tab.toFront();
      return seen;
    },
    ours: { valuesKept: false, why: "the next visitor's form is empty" },
  },
  F75: {
    ...answers(healthy),
    ours: {
      states: ['sent'],
      valuesKept: false,
      phoneShown: false,
      why: "but single keys, and in Firefox the field itself as the event's originalTarget",
    },
    act: async (visit) => {
      await visit.open();
      await visit.tab.run('probe.eavesdrop()');
      await visit.fill();
      await visit.send();
      return visit.until('sent');
    },
    check: async ({ tab }) => {
      const heard = await tab.run<string[]>('probe.heard');
      assert.ok(
        heard.some((line) => line.includes('contact-sent')),
        'analytics hear of success',
      );
      assertClean(JSON.stringify(heard));
    },
  },

  // Our own.
  C01: {
    ownTab: true,
    plan: () => ({ answers: [held(), healthy], policy: QUICK }),
    kinds: both,
    act: async (visit) => {
      await visit.open();
      await visit.fill();
      await visit.send();
      await visit.posts(1);
      await goAway(visit);
      await goBack(visit);
      const seen = await visit.until('sent', 'idle');
      await arrival(visit);
      return seen;
    },
    ours: { states: ['sent', 'idle'], why: 'a new form where the browser has forgotten the page' },
  },
  C02: {
    kinds: ['authored'],
    plan: ({ clinic }) => ({ answers: [clinic], csp: { 'trusted-types': "'none'" } }),
    act: natively(),
    cannot: ({ name, version }) =>
      name === 'firefox' && Number(/\d+/.exec(version)) < 148
        ? 'Firefox knows Trusted Types since 148'
        : undefined,
  },
  C03: {
    ...answers(healthy),
    kinds: ['authored'],
    act: async (visit) => {
      await visit.open();
      await visit.fill();
      await visit.tab.run(`probe.elementAt(0).prefill({
        message: ${JSON.stringify(ANSWERS.message)} + 'x'.repeat(100_001),
      })`);
      await visit.send();
      return visit.until('fix');
    },
    check: (_visit, seen) => assert.match((seen as Seen).text, /at most 100000 characters/),
  },
};

const arrival = ({ scenario }: Visit) =>
  until('the lead has arrived', () => scenario.leads.length > 0);

/** Fails where something that was typed is to be found. */
function assertClean(text: string): void {
  for (const answer of Object.values(ANSWERS))
    assert.ok(!text.includes(answer), `what was typed is nowhere: ${answer}`);
}

const signals = (body: string) =>
  (JSON.parse(body) as { signals: { trap: boolean; seconds: number } }).signals;
