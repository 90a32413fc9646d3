// Canaries in every field, and then every place is searched where a page can leave something or tell
// somebody: after success and after every kind of failure, for each transport and both kinds of form.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Chromium, type ChromiumTab } from './support/chromium.js';
import { FaultServer, healthy, status, type Answer, type Plan } from './support/server.js';
import { Visit, type State } from './support/visit.js';

/* Short, because each letter is a key that is pressed. */
const CANARIES = {
  name: 'Canary',
  email: 'canary@example.com',
  phone: '(210) 555-0188',
  message: 'Canary?',
};
const CANARY = /canary|555.{0,3}0188/i;
const QUICK = { firstPause: 20, longestPause: 60 };

/** A transport as this test meets it. */
interface Dialect {
  name: string;
  accepted: Answer;
  /** Absent where the endpoint never refuses an answer. */
  rejected?: Answer;
  /** A first try that is followed by another: a vendor that counts twice is asked again only if it says so. */
  lost?: Answer;
}

const says = (code: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  status(code, { 'content-type': 'application/json', ...headers }, JSON.stringify(body));
const reset: Answer = (exchange) => exchange.reset();
const PROBLEM = 'We know no such address';

const DIALECTS: Dialect[] = [
  {
    name: 'json',
    accepted: healthy,
    rejected: says(422, { errors: { email: PROBLEM } }),
    lost: reset,
  },
  {
    name: 'form',
    accepted: (exchange) => {
      const id = /name="_clinic_id"\s+([\w-]+)/.exec(exchange.body)?.[1];
      exchange.reply(200, JSON.stringify({ ok: true, id, receipt: 'FH-7K3Q' }));
    },
    rejected: says(422, { errors: [{ field: 'email', message: PROBLEM }] }),
    lost: reset,
  },
  {
    name: 'contact-form-7',
    accepted: says(200, { status: 'mail_sent', message: 'Sent. &lt;3', invalid_fields: [] }),
    rejected: says(200, {
      status: 'validation_failed',
      message: 'One or more fields have an error.',
      invalid_fields: [{ field: 'email', message: PROBLEM }],
    }),
  },
  {
    name: 'gravity-forms',
    accepted: says(200, {
      is_valid: true,
      confirmation_type: 'message',
      confirmation_message: '<p>Sent</p>',
    }),
    rejected: says(400, { is_valid: false, validation_messages: { 2: PROBLEM } }),
  },
  {
    name: 'hubspot',
    accepted: says(200, { inlineMessage: '<p>Sent</p>' }),
    rejected: says(400, {
      status: 'error',
      message: '',
      errors: [{ message: `Error in 'fields.email'. ${PROBLEM}`, errorType: 'INVALID_EMAIL' }],
    }),
  },
  {
    name: 'formspree',
    accepted: says(200, { ok: true, next: '/thanks' }),
    rejected: says(422, {
      error: 'Validation errors',
      errors: [{ field: 'email', code: 'TYPE_EMAIL', message: PROBLEM }],
    }),
  },
  {
    name: 'netlify',
    accepted: status(
      200,
      { 'content-type': 'text/html', 'x-nf-request-id': '01J' },
      '<h1>Sent</h1>',
    ),
  },
];

/** Every way that a message can end; undefined where it cannot with this transport. */
const ENDS: Record<
  string,
  { state: State; plan: (dialect: Dialect) => Plan | undefined; offline?: true }
> = {
  'is confirmed': { state: 'sent', plan: ({ accepted }) => ({ answers: [accepted] }) },
  'is confirmed at the second try': {
    state: 'sent',
    plan: ({ accepted, lost = status(429) }) => ({ answers: [lost, accepted], fresh: true }),
  },
  'could not be confirmed': { state: 'unconfirmed', plan: () => ({ answers: [status(503)] }) },
  'got no answer': {
    state: 'unconfirmed',
    plan: () => ({ answers: [(exchange) => exchange.reset()], fresh: true }),
  },
  'has nowhere to go': { state: 'call', plan: () => ({ answers: [status(404)] }) },
  'is refused for an answer': {
    state: 'fix',
    plan: ({ rejected }) => rejected && { answers: [rejected] },
  },
  'waits for a network': { state: 'offline', plan: () => ({}), offline: true },
};

/** A tab that is watched from outside: what its pages write to the console, and whom they ask for what. */
class WatchedTab {
  /** By the page that is there now. */
  told: string[] = [];
  readonly #endpoints = new Set<string>();

  private constructor(readonly tab: ChromiumTab) {
    tab.page.on('console', (message) => this.told.push(`console: ${message.text()}`));
    tab.page.on('request', (request) => {
      if (request.method() === 'POST' && this.#endpoints.has(request.url())) return;
      const { url, body, headers } = {
        url: request.url(),
        body: request.postData(),
        headers: JSON.stringify(request.headers()),
      };
      this.told.push(`request: ${request.method()} ${url} ${headers} ${body}`);
    });
  }

  static async open(engine: Chromium): Promise<WatchedTab> {
    return new WatchedTab(await engine.open());
  }

  async visit(server: FaultServer, engine: Chromium, plan: Plan): Promise<Visit> {
    const visit = await Visit.start(server, engine, { policy: QUICK, ...plan }, this.tab);
    this.#endpoints.add(visit.scenario.action);
    this.told = [];
    await visit.open();
    await visit.tab.run('probe.eavesdrop()');
    return visit;
  }
}

/** Everything that was told or kept, and has a canary in it. */
async function found(visit: Visit, told: string[], ofEvents: RegExp): Promise<string[]> {
  const heard = await visit.tab.run<string[]>('probe.heard');
  assert.ok(heard.length > 20, `somebody listens: ${heard.length} events`);
  const kept = JSON.parse(await visit.tab.run<string>('probe.kept()')) as Record<string, unknown>;
  return [
    ...told,
    ...heard.filter((line) => ofEvents.test(line)),
    ...Object.entries(kept).map(([place, what]) => `${place}: ${JSON.stringify(what)}`),
  ].filter((line) => CANARY.test(line));
}

describe('what is typed goes to the endpoint and nowhere else', () => {
  let server: FaultServer;
  let engine: Chromium;
  let watched: WatchedTab;
  before(async () => {
    server = await FaultServer.start();
    engine = await Chromium.start();
    watched = await WatchedTab.open(engine);
  });
  after(async () => {
    await engine.stop();
    await server.stop();
  });

  for (const dialect of DIALECTS) {
    for (const kind of ['own', 'authored'] as const) {
      for (const [end, { state, plan, offline }] of Object.entries(ENDS)) {
        const planned = plan(dialect);
        if (!planned) continue;
        it(`${dialect.name}, ${kind} form: when the message ${end}`, async () => {
          const attributes = { transport: dialect.name };
          const visit = await watched.visit(server, engine, { ...planned, kind, attributes });
          try {
            for (const [field, canary] of Object.entries(CANARIES))
              await visit.write(field, canary);
            if (offline) await visit.tab.offline!(true);
            await visit.send();
            await visit.until(state);
            if (!offline) {
              const body = visit.scenario.arrived.at(-1)!.body;
              assert.match(body, CANARY, 'the endpoint gets what was typed');
            }
            // The author's own inputs stand in the page; what we tell of them is another matter.
            const ofEvents = kind === 'own' ? /./ : /^contact-/;
            assert.deepEqual(await found(visit, watched.told, ofEvents), []);
          } finally {
            await server.calm();
            // Until then one tab for all: what a message leaves behind, the next one's search finds as well.
            if (offline) {
              await visit.close();
              watched = await WatchedTab.open(engine);
            }
          }
        });
      }
    }
  }

  it('nor does a message that is not sent for want of an answer', async () => {
    const visit = await watched.visit(server, engine, {});
    await visit.write('name', CANARIES.name);
    await visit.send();
    await visit.until('fix');
    assert.equal(visit.scenario.posts, 0);
    assert.deepEqual(await found(visit, watched.told, /./), []);
  });

  it('the search finds a canary in each of these places', async () => {
    const visit = await watched.visit(server, engine, {});
    await visit.write('name', 'Somebody');
    await visit.tab.run(`(async () => {
      const canary = ${JSON.stringify(CANARIES.name)};
      console.log(canary);
      await fetch('/login', { method: 'POST', body: canary });
      history.replaceState({ canary }, '');
      localStorage.canary = canary;
      sessionStorage.canary = canary;
      window.dataLayer = [{ event: 'form', canary }];
      document.cookie = 'form=' + canary;
      await (await caches.open('forms')).put('/kept', new Response(canary));
      await new Promise((resolve) => {
        const request = indexedDB.open('forms');
        request.onupgradeneeded = () => request.result.createObjectStore('rows').put(canary, 1);
        request.onsuccess = () => (request.result.close(), resolve());
      });
      performance.mark(canary);
      dispatchEvent(new CustomEvent('contact-sent', { detail: canary }));
    })()`);
    const places = (await found(visit, watched.told, /./)).map((line) => /^[\w-]+/.exec(line)![0]);
    assert.deepEqual(
      new Set(places),
      new Set([
        'console',
        'request',
        'contact-sent',
        'stand',
        'history',
        'localStorage',
        'sessionStorage',
        'databases',
        'cached',
        'dataLayer',
        'timeline',
      ]),
    );
  });
});
