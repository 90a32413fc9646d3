import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Courier, type CourierTools, type Route } from '../../src/leads/courier.js';
import type { DeliveryPolicy, Outcome } from '../../src/leads/delivery.js';
import type { Lead } from '../../src/leads/lead.js';
import { json } from '../../src/leads/transports/json.js';
import type { Parcel, Transport } from '../../src/leads/transports/transport.js';

const ID = '3f1c9a52-7b0e-4d55-9f0a-2c6d3e8b1a77';
const OTHER = '0b9e7c1d-5a34-4e21-8c66-9d2f4b7a1e03';
const ACTION = new URL('https://clinic.example/lead');
/* A time of its own, to tell this timer from the others. */
const SLOW = 8_000;
const LEAD: Lead = {
  id: ID,
  form: 'contact',
  fields: { message: 'My knee hurts.' },
  consents: [],
  attribution: {},
  signals: {},
  page: { url: 'https://clinic.example/' },
  submittedAt: '2026-03-01T09:30:00.000Z',
};

/** What becomes of one try. Times in milliseconds from its start. */
type Fate =
  | { kind: 'broken'; at: number }
  | { kind: 'hangs' }
  | { kind: 'body-hangs'; at: number; status: number }
  | {
      kind: 'answer';
      at: number;
      status: number;
      body: string;
      redirected?: boolean;
      retryAfter?: string;
    };

interface Try {
  at: number;
  id: string;
  body: string;
  signal: AbortSignal;
  init: RequestInit;
  abortedAt?: number;
}

/** A world whose clock goes only when everybody in it waits. */
class World implements CourierTools {
  readonly tries: Try[] = [];
  /** Every wait that was asked for: a time limit after each try, a pause between two. */
  readonly waits: number[] = [];
  readonly shown: string[] = [];
  readonly late: Outcome[] = [];
  policy: Partial<DeliveryPolicy> = {};
  online = true;
  blocked?: () => void;
  #time = 0;
  #timers: { at: number; run: () => void }[] = [];
  #randoms: number[];
  #ids = [ID, OTHER];
  readonly courier = new Courier(
    (what) => void this.shown.push(what),
    (outcome) => void this.late.push(outcome),
    () => this.policy,
    this,
  );

  constructor(
    private readonly fates: Fate[],
    randoms: number[] = [],
  ) {
    this.#randoms = randoms;
  }

  now = (): number => this.#time;
  random = (): number => this.#randoms.shift() ?? 0.5;
  nextTask = (): Promise<void> => Promise.resolve();
  isOnline = (): boolean => this.online;
  newId = (): string => this.#ids.shift() ?? crypto.randomUUID();
  onBlocked = (_: URL, callback: () => void): (() => void) => {
    this.blocked = callback;
    return () => (this.blocked = undefined);
  };
  timer = (ms: number, run: () => void): (() => void) => {
    // What says that it takes long is no wait of the delivery.
    if (ms !== SLOW) this.waits.push(ms);
    const timer = { at: this.#time + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  };

  /** So many milliseconds of this world. */
  wait(ms: number): Promise<void> {
    return this.#after(ms);
  }

  #after(ms: number): Promise<void> {
    return new Promise((run) => this.#timers.push({ at: this.#time + ms, run }));
  }

  fetch = async (request: Request, init: RequestInit = {}): Promise<Response> => {
    const signal = init.signal ?? new AbortController().signal;
    const at = this.#time;
    const fate = this.fates[this.tries.length] ?? { kind: 'hangs' };
    const body = await request.text();
    const each: Try = { at, id: (JSON.parse(body) as Lead).id, body, signal, init };
    this.tries.push(each);
    const aborted = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => {
        each.abortedAt = this.#time;
        reject(new DOMException('aborted', 'AbortError'));
      }),
    );
    const fated = async (): Promise<Response> => {
      if (fate.kind === 'hangs') return new Promise(() => {});
      await this.#after(fate.at);
      if (fate.kind === 'broken') throw new TypeError('Failed to fetch');
      const headers = new Headers();
      if (fate.kind === 'body-hangs') {
        const stream = new ReadableStream({
          start: (controller) =>
            signal.addEventListener('abort', () => controller.error(new Error('aborted'))),
        });
        return new Response(stream, { status: fate.status });
      }
      if (fate.retryAfter !== undefined) headers.set('retry-after', fate.retryAfter);
      const response = new Response(fate.body, { status: fate.status, headers });
      Object.defineProperty(response, 'redirected', { value: fate.redirected ?? false });
      return response;
    };
    return Promise.race([fated(), aborted]);
  };

  /** Lets time pass until a promise is settled. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const mark = () => (settled = true);
    promise.then(mark, mark);
    for (;;) {
      // Streams and bodies take several turns of the loop.
      for (let turn = 0; turn < 6 && !settled; turn++)
        await new Promise((next) => setImmediate(next));
      if (settled) return promise;
      const next = this.#timers.sort((a, b) => a.at - b.at).shift();
      if (!next) throw new Error('everybody waits for ever');
      this.#time = Math.max(this.#time, next.at);
      next.run();
    }
  }

  route(transport: Transport = json, more: Partial<Route> = {}): Route {
    return {
      transport,
      pack: ({ id, supersedes }, token): Parcel => ({
        lead: { ...LEAD, id, ...(supersedes.length && { supersedes: [...supersedes] }) },
        files: [],
        action: ACTION,
        attributionNames: {},
        token,
      }),
      ...more,
    };
  }

  async deliver(
    transport: Transport = json,
    more: Partial<Route> = {},
    answers = 'a',
  ): Promise<Outcome> {
    const outcome = await this.until(this.courier.send(answers, this.route(transport, more)));
    assert.ok(outcome, 'another message was on its way');
    return outcome;
  }

  /** Lets everything that is under way end, as far as it goes without time. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 8; turn++) await new Promise((next) => setImmediate(next));
  }

  /** Each try's time limit, and what lies between two tries: the two take turns. */
  get limits(): number[] {
    return this.waits.filter((_, index) => index % 2 === 0);
  }
  get pauses(): number[] {
    return this.waits.filter((_, index) => index % 2 === 1);
  }
}

const receipt = (id = ID): string => JSON.stringify({ ok: true, id, receipt: 'A-17' });
const answer = (status: number, body = '', more: Partial<Fate> = {}): Fate =>
  ({ kind: 'answer', at: 100, status, body, ...more }) as Fate;
const broken: Fate = { kind: 'broken', at: 100 };
const hangs: Fate = { kind: 'hangs' };

describe('a delivery', () => {
  it('ends with the first receipt', async () => {
    const world = new World([answer(201, receipt())]);
    assert.deepEqual(await world.deliver(), { kind: 'accepted', receipt: 'A-17' });
    assert.equal(world.tries.length, 1);
    assert.deepEqual(world.pauses, []);
  });

  it('tries a broken network again, with one id and one body', async () => {
    const world = new World([broken, broken, answer(200, receipt())]);
    assert.equal((await world.deliver()).kind, 'accepted');
    assert.equal(world.tries.length, 3);
    assert.deepEqual([...new Set(world.tries.map(({ body }) => body))].length, 1);
    assert.deepEqual([...new Set(world.tries.map(({ id }) => id))], [ID]);
  });

  it('gives up after five tries and says why', async () => {
    for (const [fate, reason] of [
      [broken, 'network'],
      [answer(503), 'reply'],
      [answer(200, '{}'), 'reply'],
    ] as const) {
      const world = new World(Array<Fate>(9).fill(fate));
      assert.deepEqual(await world.deliver(), { kind: 'unconfirmed', reason });
      assert.equal(world.tries.length, 5);
      assert.equal(world.pauses.length, 4, 'no pause after the last try');
    }
  });

  it('lets a try that hangs go after ten seconds', async () => {
    const world = new World([hangs, answer(200, receipt())], [0]);
    assert.equal((await world.deliver()).kind, 'accepted');
    assert.equal(world.tries[0]!.signal.aborted, true);
    assert.equal(world.tries[0]!.abortedAt, 10_000);
    assert.equal(world.tries[1]!.at, 10_000);
    assert.equal(world.tries[1]!.signal.aborted, false, 'a try that ended is not aborted');
  });

  it('lets a body that hangs go too, though its headers said 200', async () => {
    const world = new World(
      [{ kind: 'body-hangs', at: 100, status: 200 }, answer(200, receipt())],
      [0],
    );
    assert.equal((await world.deliver()).kind, 'accepted');
    assert.equal(world.tries[0]!.abortedAt, 10_000);
  });

  it('takes no more than a minute, however slow everything is', async () => {
    const world = new World(Array<Fate>(9).fill(hangs), [0.999, 0.999, 0.999, 0.999]);
    assert.deepEqual(await world.deliver(), { kind: 'unconfirmed', reason: 'timeout' });
    assert.ok(world.now() <= 60_000, `${world.now()} ms`);
    assert.ok(world.tries.length >= 3, `${world.tries.length} tries`);
  });

  it('cuts the last try short rather than going over the minute', async () => {
    const world = new World([hangs, hangs], [0]);
    world.policy = { tryTime: 50_000 };
    const outcome = await world.deliver();
    assert.equal(outcome.kind, 'unconfirmed');
    assert.deepEqual(world.limits, [50_000, 10_000]);
    assert.equal(world.now(), 60_000);
  });

  it('pauses with full jitter under a ceiling that doubles', async () => {
    const most = new World(Array<Fate>(5).fill(broken), [0.999999, 0.999999, 0.999999, 0.999999]);
    await most.deliver();
    assert.deepEqual(most.pauses.map(Math.round), [1000, 2000, 4000, 8000]);
    const least = new World(Array<Fate>(5).fill(broken), [0, 0, 0, 0]);
    await least.deliver();
    assert.deepEqual(least.pauses, [0, 0, 0, 0]);
    const half = new World(Array<Fate>(5).fill(broken), [0.5, 0.5, 0.5, 0.5]);
    await half.deliver();
    assert.deepEqual(half.pauses, [500, 1000, 2000, 4000]);
  });

  it('has a longest pause', async () => {
    const world = new World(Array<Fate>(9).fill(broken), Array<number>(9).fill(0.999999));
    world.policy = { tries: 9, wholeTime: 1e9 };
    await world.deliver();
    assert.equal(Math.max(...world.pauses.map(Math.round)), 20_000);
  });

  it('never comes back before the server asked for it', async () => {
    const world = new World(
      [
        answer(429, '', { retryAfter: '7' }),
        answer(503, '', { retryAfter: '2' }),
        answer(200, receipt()),
      ],
      [0, 0],
    );
    assert.equal((await world.deliver()).kind, 'accepted');
    assert.deepEqual(world.pauses, [7000, 2000]);
  });

  it('waits longer than it was asked to where chance says so', async () => {
    const world = new World(
      [broken, broken, broken, answer(503, '', { retryAfter: '1' })],
      [0, 0, 0, 0.9],
    );
    await world.deliver();
    assert.equal(world.pauses.at(-1), 7200);
  });

  it('stops at once where it would have to wait for more than the minute', async () => {
    for (const retryAfter of ['60', '3600', '9'.repeat(400)]) {
      const world = new World([answer(503, '', { retryAfter })]);
      assert.deepEqual(await world.deliver(), { kind: 'unconfirmed', reason: 'reply' });
      assert.equal(world.tries.length, 1);
      assert.equal(world.now(), 100);
    }
  });

  it('takes no notice of a Retry-After that makes no sense', async () => {
    for (const retryAfter of [
      'soon',
      '',
      '-5',
      '1e3',
      '0x10',
      '12 parsecs',
      'call us in 2099',
      '120, 120',
    ]) {
      const world = new World([answer(503, '', { retryAfter }), answer(200, receipt())], [0]);
      assert.equal((await world.deliver()).kind, 'accepted', retryAfter);
      assert.deepEqual(world.pauses, [0], retryAfter);
    }
  });

  it('ends at once where the server has spoken', async () => {
    const wanting = JSON.stringify({ errors: [{ field: 'email', message: 'No.' }] });
    for (const [fate, outcome] of [
      [answer(422, wanting), { kind: 'rejected', errors: [{ field: 'email', message: 'No.' }] }],
      [answer(404), { kind: 'failed' }],
      [answer(400), { kind: 'failed' }],
      [answer(413), { kind: 'failed' }],
      [answer(422, '{}'), { kind: 'failed' }],
    ] as const) {
      const world = new World([fate, answer(200, receipt())]);
      assert.deepEqual(await world.deliver(), outcome);
      assert.equal(world.tries.length, 1);
      assert.deepEqual(world.pauses, []);
    }
  });

  it('does not fall over a transport that throws', async () => {
    const request = (): never => {
      throw new TypeError('no such address');
    };
    const world = new World([]);
    assert.deepEqual(await world.deliver({ ...json, request }), {
      kind: 'unconfirmed',
      reason: 'network',
    });
    const reply = () => Promise.reject(new Error('no such body'));
    const other = new World(Array<Fate>(5).fill(answer(200, receipt())));
    assert.equal((await other.deliver({ ...json, reply })).kind, 'unconfirmed');
  });

  it('sends a request made anew for each try: one that was sent cannot be sent again', async () => {
    const made = new Set<Request>();
    const transport: Transport = {
      ...json,
      request(parcel) {
        const request = json.request(parcel);
        made.add(request);
        return request;
      },
    };
    const world = new World([broken, broken, answer(200, receipt())]);
    await world.deliver(transport);
    assert.equal(made.size, 3);
  });
});

describe('a courier and its page', () => {
  const once: Transport = { ...json, foldsEqualIds: false };

  it('waits for a network, says so, and sends by itself when there is one', async () => {
    const world = new World([answer(200, receipt())]);
    world.online = false;
    const outcome = world.courier.send('a', world.route());
    assert.equal(world.courier.waiting, true);
    assert.deepEqual(world.shown, ['offline']);
    assert.equal(world.tries.length, 0);
    world.online = true;
    world.courier.tell('online');
    assert.equal((await world.until(outcome))?.kind, 'accepted');
    assert.deepEqual(world.shown, ['offline', 'sending']);
  });

  it('tells both presses of one that was pressed again while offline', async () => {
    const world = new World([answer(200, receipt(OTHER))]);
    world.online = false;
    const first = world.courier.send('a', world.route());
    const second = world.courier.send('b', world.route());
    world.online = true;
    world.courier.tell('online');
    assert.equal((await world.until(first))?.kind, 'accepted');
    assert.equal((await second)?.kind, 'accepted');
    assert.deepEqual(
      world.tries.map(({ id }) => id),
      [OTHER],
    );
  });

  it('gives a second press nothing to do while one message is on its way', async () => {
    const world = new World([answer(200, receipt())]);
    const first = world.courier.send('a', world.route());
    assert.equal(await world.courier.send('b', world.route()), undefined);
    assert.equal((await world.until(first))?.kind, 'accepted');
    assert.equal(world.tries.length, 1);
  });

  it('says after eight seconds that it takes longer', async () => {
    const world = new World([answer(200, receipt(), { at: 9_000 })]);
    await world.deliver();
    assert.deepEqual(world.shown, ['sending', 'slow']);
  });

  it('when the page goes, stops the try and sends once more in a way that outlives it', async () => {
    const world = new World([hangs, answer(200, receipt()), answer(200, receipt())]);
    const outcome = world.courier.send('a', world.route());
    await world.settle();
    world.courier.tell('leave');
    await world.settle();
    const [plain, kept] = world.tries;
    assert.equal(plain!.signal.aborted, true);
    assert.equal(plain!.init.keepalive, false, 'with a time limit `keepalive` starves the pool');
    assert.equal(kept!.init.keepalive, true);
    assert.equal(kept!.init.signal, undefined);
    assert.equal(kept!.id, plain!.id);
    // The browser kept the page and brings it back.
    world.courier.tell('return');
    assert.equal((await world.until(outcome))?.kind, 'accepted');
    assert.equal(world.tries.length, 3);
  });

  it('when the page goes, sends an unconfirmed message once more, and tells of its receipt when it is back', async () => {
    const refused = Array.from({ length: 5 }, () => broken);
    const world = new World([...refused, answer(200, receipt()), answer(200, receipt())]);
    assert.equal((await world.deliver()).kind, 'unconfirmed');
    world.courier.tell('leave');
    await world.settle();
    assert.equal(world.tries.at(-1)!.init.keepalive, true);
    assert.equal(world.tries.at(-1)!.id, world.tries[0]!.id);
    world.courier.tell('return');
    await world.until(world.settle().then(() => world.wait(1_000)));
    assert.deepEqual(
      world.late.map(({ kind }) => kind),
      ['accepted'],
    );
  });

  it('does not ask a browser to outlive the page with more than it takes', async () => {
    const world = new World([hangs]);
    const file = new File(['x'.repeat(60_000)], 'scan.pdf');
    const route = world.route();
    const pack: Route['pack'] = (message, token) => ({
      ...route.pack(message, token),
      files: [['scan', file]],
    });
    void world.courier.send('a', { ...route, pack });
    await world.settle();
    world.courier.tell('leave');
    await world.settle();
    assert.equal(world.tries.length, 1);
  });

  it('where equal ids are not folded, one try outlives the page and is never stopped', async () => {
    const world = new World([hangs]);
    assert.deepEqual(await world.deliver(once), { kind: 'unconfirmed', reason: 'timeout' });
    const [only, ...more] = world.tries;
    assert.deepEqual(more, []);
    assert.equal(only!.init.keepalive, true);
    assert.equal(only!.signal.aborted, false);
  });

  it('tells of a receipt that comes after it gave up', async () => {
    const world = new World([answer(200, receipt(), { at: 30_000 })]);
    assert.equal((await world.deliver(once)).kind, 'unconfirmed');
    await world.until(world.settle().then(() => world.wait(40_000)));
    await world.settle();
    assert.deepEqual(world.late, [{ kind: 'accepted', receipt: 'A-17' }]);
  });

  it('gives the endpoint a fresh token after a refusal, once', async () => {
    const tokens: (string | undefined)[] = [];
    const transport: Transport = {
      ...json,
      request(parcel) {
        tokens.push(parcel.token);
        return json.request(parcel);
      },
    };
    const fetchToken = () => Promise.resolve('fresh');
    const cured = new World([answer(403), answer(200, receipt())]);
    assert.equal((await cured.deliver(transport, { fetchToken })).kind, 'accepted');
    assert.deepEqual(tokens, [undefined, 'fresh']);
    const refused = new World([answer(403), answer(403), answer(200, receipt())]);
    assert.equal((await refused.deliver(transport, { fetchToken })).kind, 'failed');
    const broke = new World([answer(401), answer(200, receipt())]);
    const fails = () => Promise.reject(new Error('500'));
    assert.equal((await broke.deliver(transport, { fetchToken: fails })).kind, 'failed');
    assert.equal(broke.tries.length, 1);
  });

  it('tells a page whose policy is in the way from a network that is', async () => {
    const world = new World([broken]);
    const outcome = world.courier.send('a', world.route());
    await world.settle();
    world.blocked!();
    assert.deepEqual(await world.until(outcome), { kind: 'blocked' });
    assert.equal(world.blocked, undefined, 'the listener is gone');
  });

  it('forgets a message when the form is reset: the next one is new', async () => {
    const world = new World([answer(503, '', { retryAfter: '3600' }), answer(200, receipt(OTHER))]);
    assert.equal((await world.deliver()).kind, 'unconfirmed');
    world.courier.tell('reset');
    assert.equal((await world.deliver()).kind, 'accepted');
    assert.deepEqual(
      world.tries.map(({ id }) => id),
      [ID, OTHER],
    );
  });
});

describe('on any row of faults', () => {
  const at = fc.integer({ min: 0, max: 15_000 });
  const body = fc.oneof(
    fc.constantFrom(
      receipt(),
      receipt(OTHER),
      '{"ok":true}',
      '',
      '<html>',
      '{"ok":false}',
      'null',
      '[]',
    ),
    fc.constantFrom(
      JSON.stringify({ ok: 'true', id: ID, receipt: 'x' }),
      JSON.stringify({ ok: true, id: ID, receipt: 7 }),
      JSON.stringify({ ok: true, id: ID.toUpperCase(), receipt: 'x' }),
      JSON.stringify([{ ok: true, id: ID, receipt: 'x' }]),
      receipt().slice(0, -1),
      JSON.stringify({ errors: [{ field: 'email', message: 'No.' }] }),
    ),
    fc.string(),
  );
  const fate: fc.Arbitrary<Fate> = fc.oneof(
    fc.record({
      kind: fc.constant('answer' as const),
      at,
      status: fc.constantFrom(200, 201),
      body: fc.constantFrom(receipt(), receipt(OTHER)),
    }),
    fc.record({ kind: fc.constant('broken' as const), at }),
    fc.constant<Fate>({ kind: 'hangs' }),
    fc.record({ kind: fc.constant('body-hangs' as const), at, status: fc.constantFrom(200, 500) }),
    fc.record(
      {
        kind: fc.constant('answer' as const),
        at,
        status: fc.constantFrom(
          200,
          201,
          202,
          301,
          400,
          404,
          408,
          409,
          413,
          422,
          425,
          429,
          500,
          502,
          503,
        ),
        body,
        redirected: fc.boolean(),
        retryAfter: fc.constantFrom('0', '1', '5', '30', '61', '-1', 'x', '99999999999'),
      },
      { requiredKeys: ['kind', 'at', 'status', 'body'] },
    ),
  );

  it('never more than five tries, a minute, or one id; never "accepted" without a receipt for that id', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { maxLength: 7 }),
        fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 5, maxLength: 5 }),
        async (fates, randoms) => {
          const world = new World(fates, [...randoms]);
          const outcome = await world.deliver();
          const { tries, pauses } = world;
          assert.ok(tries.length >= 1 && tries.length <= 5, `${tries.length} tries`);
          assert.ok(world.now() <= 60_000, `${world.now()} ms`);
          assert.deepEqual([...new Set(tries.map(({ id }) => id))], [ID]);
          assert.equal(pauses.length, tries.length - 1, 'a pause between two tries');
          // One at a time: the next begins when the last is over, and its pause.
          tries.forEach((each, index) => {
            const fated = fates[index] ?? hangs;
            const limit = world.limits[index]!;
            const last = index === tries.length - 1;
            const hung = fated.kind === 'hangs' || fated.kind === 'body-hangs' || fated.at >= limit;
            const over = each.at + (hung ? limit : fated.at);
            assert.equal(each.signal.aborted, hung, `try ${index} let go`);
            if (last) return;
            const pause = tries[index + 1]!.at - over;
            const asked =
              !hung && fated.kind === 'answer' && /^\d+$/.test(fated.retryAfter ?? '')
                ? Number(fated.retryAfter) * 1000
                : 0;
            const ceiling = Math.min(20_000, 1000 * 2 ** index);
            assert.ok(pause >= asked - 0.01, `pause ${pause} before ${asked}`);
            assert.ok(pause <= Math.max(asked, ceiling) + 0.01, `pause ${pause} over ${ceiling}`);
          });
          const end = fates[tries.length - 1];
          const confirmed =
            end?.kind === 'answer' &&
            end.status >= 200 &&
            end.status < 300 &&
            !end.redirected &&
            end.body === receipt() &&
            end.at < world.limits[tries.length - 1]!;
          if (outcome.kind === 'accepted') accepted++;
          assert.equal(outcome.kind === 'accepted', confirmed, JSON.stringify(end));
          if (outcome.kind === 'rejected' || outcome.kind === 'failed') {
            assert.ok(end?.kind === 'answer', JSON.stringify(end));
            const saidNo = outcome.kind === 'rejected' && end.body === '{"ok":false}';
            assert.ok(end.status >= 400 || saidNo, JSON.stringify(end));
          }
        },
      ),
      { numRuns: 1_000 },
    );
    assert.ok(accepted > 5, `${accepted} runs were accepted`);
  });
});
