// The delivery machine against a whole world that is made up by chance: a visitor who presses, edits, goes
// offline, leaves and comes back, a network that loses, delays and doubles, and a server that stores.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  advance,
  DELIVERY_POLICY,
  IDLE,
  isBusy,
  type DeliveryAction,
  type DeliveryEvent,
  type DeliveryState,
  type DeliveryWorld,
  type Outcome,
} from '../../src/leads/delivery.js';
import type { Reply } from '../../src/leads/transports/transport.js';

const POLICY = DELIVERY_POLICY;
const world = (more: Partial<DeliveryWorld> = {}): DeliveryWorld => ({
  now: 0,
  random: () => 0.5,
  online: true,
  policy: POLICY,
  foldsEqualIds: true,
  hasTokens: false,
  ...more,
});
const send = (answers: string, newId = `id of ${answers}`): DeliveryEvent => ({
  type: 'send',
  answers,
  newId,
});

/** Steps through events; gives the last state and everything that was to be done. */
function run(
  events: (DeliveryEvent | ((state: DeliveryState) => DeliveryEvent))[],
  more: Partial<DeliveryWorld> = {},
): { state: DeliveryState; actions: DeliveryAction[] } {
  let state = IDLE;
  const actions: DeliveryAction[] = [];
  for (const event of events) {
    const [next, todo] = advance(
      state,
      typeof event === 'function' ? event(state) : event,
      world(more),
    );
    state = next;
    actions.push(...todo);
  }
  return { state, actions };
}

/** An answer to the try that is running. */
const answered =
  (reply: Reply) =>
  ({ message, serial }: DeliveryState): DeliveryEvent => ({
    type: 'reply',
    id: message!.id,
    serial,
    reply,
  });
const lost = ({ serial }: DeliveryState): DeliveryEvent => ({
  type: 'lost',
  serial,
  reason: 'network',
});
const next: DeliveryEvent = { type: 'time', timer: 'next' };
const done = (actions: readonly DeliveryAction[], what: DeliveryAction['do']): DeliveryAction[] =>
  actions.filter((action) => action.do === what);
const ends = (actions: DeliveryAction[]): Outcome[] =>
  actions.flatMap((action) => (action.do === 'end' ? [action.outcome] : []));

describe('the delivery machine', () => {
  it('sends one message at a time, whoever presses how often', () => {
    const { actions } = run([send('a'), send('a'), send('b'), send('a')]);
    assert.equal(done(actions, 'try').length, 1);
  });

  it('offline, sends nothing until there is a network, and then by itself', () => {
    const off = run([send('a')], { online: false });
    assert.equal(off.state.phase, 'offline');
    assert.deepEqual(off.actions, [{ do: 'show', what: 'offline' }]);
    const [on, actions] = advance(off.state, { type: 'online' }, world());
    assert.equal(on.phase, 'trying');
    assert.equal(done(actions, 'try').length, 1);
  });

  it('offline, a second press with other answers takes the first one’s place, which never left', () => {
    const off = run([send('a'), send('b')], { online: false });
    const [state] = advance(off.state, { type: 'online' }, world());
    assert.equal(state.message?.answers, 'b');
    assert.deepEqual(state.message?.supersedes, []);
  });

  it('says that it takes long, but not that it is over', () => {
    const { actions, state } = run([send('a'), { type: 'time', timer: 'slow' }]);
    assert.deepEqual(done(actions, 'show').at(-1), { do: 'show', what: 'slow' });
    assert.equal(state.phase, 'trying');
  });

  it('keeps one id for the same answers, and takes a new one for others, naming those before', () => {
    const unclear = answered({ kind: 'unclear', after: 1e9 });
    const { state } = run([send('a'), unclear, send('a'), unclear, send('b'), unclear, send('c')]);
    assert.equal(state.message?.id, 'id of c');
    assert.deepEqual(state.message?.supersedes, ['id of a', 'id of b']);
  });

  it('does not name a message that never left', () => {
    const failed = answered({ kind: 'failed' });
    const { state } = run([send('a'), failed, send('b')]);
    assert.deepEqual(state.message?.supersedes, []);
  });

  it('fetches a token once, and tries again with it', () => {
    const denied = answered({ kind: 'denied' });
    const once = run([send('a'), denied, { type: 'token', ok: true }], { hasTokens: true });
    assert.equal(done(once.actions, 'refresh').length, 1);
    assert.equal(done(once.actions, 'try').length, 2);
    const twice = run([send('a'), denied, { type: 'token', ok: true }, denied], {
      hasTokens: true,
    });
    assert.deepEqual(ends(twice.actions), [{ kind: 'failed' }]);
    const none = run([send('a'), denied]);
    assert.deepEqual(ends(none.actions), [{ kind: 'failed' }]);
    const refused = run([send('a'), denied, { type: 'token', ok: false }], { hasTokens: true });
    assert.deepEqual(ends(refused.actions), [{ kind: 'failed' }]);
    const hangs = run([send('a'), denied, next], { hasTokens: true });
    assert.deepEqual(ends(hangs.actions), [{ kind: 'failed' }]);
  });

  it('when the page goes, sends once more in a way that outlives it; when it comes back, goes on', () => {
    const gone = run([send('a'), { type: 'leave' }]);
    assert.deepEqual(
      gone.actions.slice(-4).map((action) => action.do),
      ['abort', 'stop', 'stop', 'flush'],
    );
    const back = run([send('a'), { type: 'leave' }, { type: 'return' }]);
    const ids = [...done(back.actions, 'try'), ...done(back.actions, 'flush')].map((action) =>
      'message' in action ? action.message.id : '',
    );
    assert.deepEqual(ids, ['id of a', 'id of a', 'id of a']);
    assert.deepEqual(run([{ type: 'leave' }, { type: 'return' }]).actions, []);
  });

  it('sends an unconfirmed message once more when the page goes, and has tries anew when it comes back', () => {
    const given = Array.from({ length: POLICY.tries }, () => [lost, next]).flat();
    const gone = run([send('a'), ...given, { type: 'leave' }, { type: 'leave' }]);
    assert.deepEqual(ends(gone.actions), [{ kind: 'unconfirmed', reason: 'network' }]);
    assert.deepEqual(
      done(gone.actions, 'flush').map((action) => 'message' in action && action.message.id),
      ['id of a'],
    );
    const [back, actions] = advance(gone.state, { type: 'return' }, world());
    assert.equal(back.phase, 'trying');
    assert.equal(done(actions, 'try').length, 1);
  });

  it('when the page goes, sends nothing of which the end is known', () => {
    for (const reply of [
      { kind: 'accepted', receipt: 'A-1' },
      { kind: 'rejected', errors: [] },
      { kind: 'failed' },
    ] satisfies Reply[]) {
      const { actions } = run([send('a'), lost, next, answered(reply), { type: 'leave' }]);
      assert.equal(done(actions, 'flush').length, 0, reply.kind);
    }
  });

  it('where equal ids are not folded, never sends again by itself what may have arrived', () => {
    const more = { foldsEqualIds: false };
    for (const end of [lost, answered({ kind: 'unclear' }), next]) {
      const { actions } = run([send('a'), end, next, { type: 'leave' }], more);
      assert.equal(done(actions, 'try').length, 1);
      assert.equal(done(actions, 'flush').length, 0);
      assert.equal(ends(actions)[0]?.kind, 'unconfirmed');
    }
    const busy = run([send('a'), answered({ kind: 'busy' }), next], more);
    assert.equal(done(busy.actions, 'try').length, 2, 'an endpoint that is busy has not taken it');
  });

  it('takes a receipt that comes after it gave up, and no receipt for another message', () => {
    const more = { foldsEqualIds: false };
    const given = run([send('a'), next], more);
    const receipt: Reply = { kind: 'accepted', receipt: 'A-1' };
    const reply = (id: string): DeliveryEvent => ({ type: 'reply', id, serial: 1, reply: receipt });
    const [, actions] = advance(given.state, reply('id of a'), world(more));
    assert.deepEqual(ends([...actions]), [receipt]);
    const [, others] = advance(given.state, reply('id of b'), world(more));
    assert.deepEqual(others, []);
  });

  it('takes the end of an old try for nothing', () => {
    const { state } = run([send('a'), lost, next]);
    assert.equal(state.serial, 2);
    const old: DeliveryEvent = { type: 'lost', serial: 1, reason: 'network' };
    assert.deepEqual(advance(state, old, world()), [state, []]);
  });

  it('does not count the time that the computer slept', () => {
    const { state } = run([send('a'), lost]);
    const [awake] = advance(state, next, world({ now: 3_600_000 }));
    assert.equal(awake.phase, 'trying');
    assert.ok(awake.deadline > 3_600_000, `${awake.deadline} ms`);
  });

  it('says that the page’s own policy is in the way', () => {
    const blocked = ({ serial }: DeliveryState): DeliveryEvent => ({
      type: 'lost',
      serial,
      reason: 'blocked',
    });
    assert.deepEqual(ends(run([send('a'), blocked]).actions), [{ kind: 'blocked' }]);
  });

  it('forgets everything when the form is reset', () => {
    const { state, actions } = run([send('a'), { type: 'reset' }]);
    assert.equal(isBusy(state), false);
    assert.equal(state.message, undefined);
    assert.equal(done(actions, 'abort').length, 1);
    assert.deepEqual(run([{ type: 'reset' }]).actions, []);
  });
});

/** What becomes of one request. Times in milliseconds from its start. */
interface Fate {
  /** Reaches the server then; never, where absent. */
  arrives?: number;
  /** The browser, or a proxy, sends it twice. */
  doubled: boolean;
  /** What the server does with it, if it arrives. */
  server:
    'stores' | 'rejects' | 'refuses' | 'denies' | 'is busy' | 'crashes before' | 'crashes after';
  /** The answer reaches the page so much later; never, where absent. */
  answered?: number;
  /** What reaches the page is another's answer: a portal's page, a cut one. */
  garbled: boolean;
}

type Step =
  | { do: 'press' | 'edit' | 'leave' | 'return' | 'offline' | 'online'; after: number }
  | { do: 'sleep'; after: number; ms: number };

/** A server that stores, and folds equal ids where it is one that does. */
class Server {
  /** What it holds: answers by id, or one entry for each arrival where it does not fold. */
  readonly held: { id: string; answers: string }[] = [];
  readonly replaced = new Set<string>();
  constructor(readonly folds: boolean) {}

  store(message: { id: string; answers: string; supersedes: readonly string[] }): void {
    if (!this.folds) {
      this.held.push(message);
      return;
    }
    for (const id of message.supersedes) this.replaced.add(id);
    if (!this.held.some(({ id }) => id === message.id)) this.held.push(message);
  }

  /** Leads that a clinic would work on. */
  get leads(): { id: string; answers: string }[] {
    return this.held.filter(({ id }) => !this.replaced.has(id));
  }
}

interface Told {
  outcome: Outcome;
  answers: string | undefined;
}

/** Plays one made-up visit to its end. */
function play(
  fates: Fate[],
  steps: Step[],
  { folds, tokens, randoms }: { folds: boolean; tokens: boolean; randoms: number[] },
) {
  const server = new Server(folds);
  const told: Told[] = [];
  const tries: { id: string; answers: string; press: number; flush: boolean; end: string }[] = [];
  let state = IDLE;
  let now = 0;
  let online = true;
  let draft = 0;
  let ids = 0;
  let presses = 0;
  let requests = 0;
  let inFlight = 0;
  let mostInFlight = 0;
  let drawn = 0;
  const queue: { at: number; order: number; run: () => void }[] = [];
  const at = (ms: number, act: () => void) => {
    const entry = { at: now + ms, order: drawn++, run: act };
    queue.push(entry);
    return () => {
      const place = queue.indexOf(entry);
      if (place >= 0) queue.splice(place, 1);
    };
  };
  const timers = new Map<string, () => void>();
  let abort: () => void = () => {};

  const request = (message: typeof state.message & object, serial: number, flush: boolean) => {
    const fate: Fate = fates[requests++] ?? {
      arrives: 10,
      doubled: false,
      server: 'stores',
      answered: 10,
      garbled: false,
    };
    const entry = { id: message.id, answers: message.answers, press: presses, flush, end: 'open' };
    tries.push(entry);
    if (!flush) mostInFlight = Math.max(mostInFlight, ++inFlight);
    let over = false;
    const finish = (event: DeliveryEvent | undefined) => {
      if (over || flush) return;
      over = true;
      inFlight--;
      if (event) happen(event);
    };
    const arrive = () => {
      if (fate.server === 'stores' || fate.server === 'crashes after') server.store(message);
    };
    if (fate.arrives !== undefined && online) {
      at(fate.arrives, arrive);
      if (fate.doubled && folds) at(fate.arrives + 1, arrive);
    }
    const replies: Record<Fate['server'], Reply> = {
      stores: { kind: 'accepted', receipt: message.id },
      rejects: { kind: 'rejected', errors: [] },
      refuses: { kind: 'failed' },
      denies: { kind: 'denied' },
      'is busy': { kind: 'busy' },
      'crashes before': { kind: 'unclear' },
      'crashes after': { kind: 'unclear' },
    };
    if (fate.arrives === undefined || fate.answered === undefined || !online) {
      if (fate.answered !== undefined)
        at(fate.answered, () => {
          entry.end = 'unknown';
          finish({ type: 'lost', serial, reason: 'network' });
        });
    } else {
      at(fate.arrives + fate.answered + 2, () => {
        const reply: Reply = fate.garbled ? { kind: 'unclear' } : replies[fate.server];
        entry.end = reply.kind === 'unclear' ? 'unknown' : reply.kind;
        finish({ type: 'reply', id: message.id, serial, reply });
      });
    }
    abort = () => {
      if (over) return;
      entry.end = 'unknown';
      finish(undefined);
      at(0, () => happen({ type: 'lost', serial, reason: 'network' }));
    };
  };

  function happen(event: DeliveryEvent): void {
    const answers = state.message?.answers;
    const [next, actions] = advance(state, event, {
      now,
      random: () => randoms[drawn % randoms.length]!,
      online,
      policy: POLICY,
      foldsEqualIds: folds,
      hasTokens: tokens,
    });
    state = next;
    for (const action of actions) {
      switch (action.do) {
        case 'try':
          request(action.message, action.serial, false);
          break;
        case 'flush':
          request(action.message, -1, true);
          break;
        case 'abort':
          abort();
          break;
        case 'refresh':
          at(5, () => happen({ type: 'token', ok: drawn % 2 === 0 }));
          break;
        case 'start':
          timers.get(action.timer)?.();
          timers.set(
            action.timer,
            at(action.ms, () => happen({ type: 'time', timer: action.timer })),
          );
          break;
        case 'stop':
          timers.get(action.timer)?.();
          break;
        case 'end':
          told.push({ outcome: action.outcome, answers });
          if (action.outcome.kind === 'accepted')
            assert.ok(
              server.held.some(({ id }) => id === (action.outcome as { receipt: string }).receipt),
              'said "sent" of a message that the server does not have',
            );
          // An accepted form is cleared: what is written next is another message.
          if (action.outcome.kind === 'accepted') draft++;
          break;
      }
    }
  }

  let time = 0;
  for (const step of steps) {
    time += step.after;
    at(time, () => {
      if (step.do === 'press') {
        if (!isBusy(state) || state.phase === 'offline') presses++;
        happen({ type: 'send', answers: `draft ${draft}`, newId: `id ${ids++}` });
      } else if (step.do === 'edit') draft++;
      else if (step.do === 'leave' || step.do === 'return') {
        // Coming back counts as another press.
        if (step.do === 'return' && state.phase === 'left') presses++;
        happen({ type: step.do });
      } else if (step.do === 'sleep') now += step.ms;
      else {
        online = step.do === 'online';
        if (online) happen({ type: 'online' });
      }
    });
  }
  // At the end the network is back, and so is the page: nothing may wait for ever.
  at(time + 1_000_000, () => {
    online = true;
    happen({ type: 'online' });
    if (state.phase === 'left') presses++;
    happen({ type: 'return' });
  });
  for (let turns = 0; queue.length; turns++) {
    assert.ok(turns < 2_000, 'it never comes to rest');
    queue.sort((a, b) => a.at - b.at || a.order - b.order);
    const entry = queue.shift()!;
    now = Math.max(now, entry.at);
    entry.run();
  }
  return { server, told, tries, state, mostInFlight };
}

const ms = (max: number) => fc.integer({ min: 0, max });
const fate: fc.Arbitrary<Fate> = fc.record(
  {
    arrives: ms(30_000),
    doubled: fc.boolean(),
    server: fc.constantFrom<Fate['server']>(
      ...(['stores', 'stores', 'stores', 'rejects', 'refuses', 'denies', 'is busy'] as const),
      ...(['crashes before', 'crashes after'] as const),
    ),
    answered: ms(15_000),
    garbled: fc.boolean(),
  },
  { requiredKeys: ['doubled', 'server', 'garbled'] },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('press' as const), after: ms(20_000) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('edit', 'leave', 'return', 'offline', 'online' as const),
      after: ms(10_000),
    }) as fc.Arbitrary<Step>,
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('sleep' as const), after: ms(5_000), ms: ms(600_000) }),
  },
);
const visit = fc.tuple(
  fc.array(fate, { maxLength: 12 }),
  fc.array(step, { minLength: 1, maxLength: 12 }),
  fc.record({
    folds: fc.boolean(),
    tokens: fc.boolean(),
    randoms: fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), {
      minLength: 3,
      maxLength: 3,
    }),
  }),
);

describe('on 10,000 made-up visits', () => {
  it('no message becomes two leads, nothing is said to be sent that is not there, nothing waits for ever', () => {
    const seen = { accepted: 0, unconfirmed: 0, rejected: 0, superseded: 0, flushed: 0 };
    fc.assert(
      fc.property(visit, ([fates, steps, options]) => {
        const { server, told, tries, state, mostInFlight } = play(fates, steps, options);
        assert.equal(isBusy(state), false, `rests in ${state.phase}`);

        // One id for the same answers between two receipts; never one id for two answers.
        const answersOf = new Map<string, string>();
        for (const { id, answers } of tries) {
          assert.equal(answersOf.get(id) ?? answers, answers, 'one id for two messages');
          answersOf.set(id, answers);
        }

        if (options.folds) {
          // What the clinic holds at the end: at most one lead for each receipt, and one that is open.
          const receipts = told.filter(({ outcome }) => outcome.kind === 'accepted').length;
          assert.ok(
            server.leads.length <= receipts + 1,
            `${server.leads.length} leads for ${receipts} receipts`,
          );
          assert.equal(new Set(server.leads.map(({ id }) => id)).size, server.leads.length);
          assert.ok(mostInFlight <= 1, `${mostInFlight} requests at once`);
        } else {
          // Where ids are not folded, one press sends no second time what may have arrived.
          for (const press of new Set(tries.map(({ press }) => press))) {
            const ofPress = tries.filter((each) => each.press === press);
            const unknown = ofPress.findIndex(({ end }) => end === 'unknown' || end === 'open');
            assert.ok(
              unknown === -1 || unknown === ofPress.length - 1,
              `sent on after an unknown end: ${ofPress.map(({ end }) => end).join()}`,
            );
          }
        }
        for (const press of new Set(tries.map(({ press }) => press))) {
          const count = tries.filter((each) => each.press === press && !each.flush).length;
          assert.ok(count <= POLICY.tries, `${count} tries for one press`);
        }

        // Whatever was not confirmed is still there to be sent again.
        const last = told.at(-1);
        if (last && last.outcome.kind !== 'accepted')
          assert.equal(state.message?.answers, last.answers, 'the message was forgotten');

        for (const { outcome } of told) {
          if (outcome.kind in seen) seen[outcome.kind as keyof typeof seen]++;
        }
        seen.superseded += server.replaced.size;
        seen.flushed += tries.filter(({ flush }) => flush).length;
      }),
      { numRuns: 10_000 },
    );
    // The visits were not all alike.
    for (const [what, count] of Object.entries(seen)) assert.ok(count > 10, `${what}: ${count}`);
  });

  it('with a server that stores and a network that gets better, every message arrives', () => {
    fc.assert(
      fc.property(
        fc
          .array(fate, { maxLength: 3 })
          .map((bad) => bad.map((each) => ({ ...each, server: 'stores' as const }))),
        (bad) => {
          const { told, server } = play(bad, [{ do: 'press', after: 0 }], {
            folds: true,
            tokens: false,
            randoms: [0.1],
          });
          assert.deepEqual(
            told.map(({ outcome }) => outcome.kind),
            ['accepted'],
          );
          assert.equal(server.leads.length, 1);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
