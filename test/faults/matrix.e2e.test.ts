// Every fault of test/fixtures/fault-matrix.json, in three engines, against a server that misbehaves on
// purpose: what the visitor sees, how many POSTs arrive, how many leads are kept.
//
//   node --import=tsx test/faults/matrix.e2e.test.ts            with a table of expected and seen
//   node --import=tsx test/faults/matrix.e2e.test.ts --write    writes the table to docs/fault-matrix.md
//
// What a status or a body means is for our own code to know, the same in every engine: without `--all` (or
// ALL=1) those rows run in Chromium only. ENGINES=chromium,firefox,webkit and ROWS=F01,F02 choose.
// It needs a built library.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { firefoxPath, webkitPath } from '../../scripts/lib/browsers.js';
import { Chromium } from './support/chromium.js';
import type { Engine, Tab } from './support/engine.js';
import { Firefox } from './support/firefox.js';
import { ROWS } from './support/rows.js';
import { FaultServer, PHONE, slowly, type Plan } from './support/server.js';
import { Table, type MatrixRow } from './support/table.js';
import { until } from './support/until.js';
import { ANSWERS, Visit, type Seen } from './support/visit.js';
import { WebKit } from './support/webkit.js';

const { rows: matrix } = JSON.parse(
  await readFile(new URL('../fixtures/fault-matrix.json', import.meta.url), 'utf8'),
) as { rows: MatrixRow[] };

const ENGINES: Record<Engine['name'], { start(): Promise<Engine>; missing?: string }> = {
  chromium: { start: () => Chromium.start() },
  firefox: { start: () => Firefox.start(), missing: firefoxPath() ? undefined : 'no Firefox here' },
  webkit: { start: () => WebKit.start(), missing: webkitPath() ? undefined : 'no WebKitGTK here' },
};
const engines = (process.env.ENGINES ?? 'chromium,firefox,webkit').split(',') as Engine['name'][];
const chosen = process.env.ROWS?.split(',');
const rows = matrix.filter(({ id }) => !chosen || chosen.includes(id));
const writes = process.argv.includes('--write');
const all = process.argv.includes('--all') || writes || !!process.env.ALL;
/* Redirects are the browser's part of an answer. */
const ofOurOwn = ({ id, group }: MatrixRow) =>
  /^(?:status|content)$/.test(group) && !/^F3[78]$/.test(id);
/* Who leaves at once: so often in each engine, from each of these, for a page that is there at once. */
const LEAVING = 10;
/* Without a second request that outlives the page, nothing arrives where it asks back first. */
const ASKS_BACK: Plan = { answers: [slowly], endpoint: 'elsewhere', slowPreflight: 200 };
const LEFT_BEHIND: Record<string, { plan: Plan; to?: string; times?: number }> = {
  "the page's own server": { plan: { answers: [slowly] } },
  'another that asks back first': { plan: ASKS_BACK },
  // All tries are over before the page goes: WebKit refuses them as soon as the next one is asked for.
  'another that asks back first, for a page that is slow to come': {
    plan: { ...ASKS_BACK, policy: { firstPause: 20, longestPause: 60 } },
    to: '/elsewhere-later',
    times: 3,
  },
};

const table = new Table(matrix);
let arrived = 0;

after(async () => {
  table.print();
  if (writes && !chosen) await table.write(new URL('../../docs/fault-matrix.md', import.meta.url));
});

it('every row of the matrix is brought about', () => {
  assert.deepEqual(
    matrix.map(({ id }) => id),
    Object.keys(ROWS),
  );
});

function matrixIn(name: Engine['name']): void {
  const { missing } = ENGINES[name];
  describe(`the fault matrix in ${name}`, { skip: missing, concurrency: 1 }, () => {
    // Its own, which calms down between its own rows.
    let server: FaultServer;
    let engine: Engine;
    let tab: Tab;

    before(async () => {
      server = await FaultServer.start();
      engine = await ENGINES[name].start();
      table.engine(name, engine.version);
      tab = await engine.open();
    });
    after(async () => {
      await engine?.stop();
      await server?.stop();
    });

    for (const row of rows) {
      if (name !== 'chromium' && !all && !chosen && ofOurOwn(row)) continue;
      for (const kind of ROWS[row.id]!.kinds ?? ['own' as const]) {
        it(`${row.id} ${row.fault} (${kind} form)`, async (test) => {
          const cannot = ROWS[row.id]!.cannot?.(engine, server);
          if (cannot) {
            table.skip(row.id, name, cannot);
            return test.skip(cannot);
          }
          const instead = ROWS[row.id]!.instead?.(engine);
          if (instead) table.note(row.id, instead, name);
          try {
            await tryRow(row, kind, server, engine, tab);
          } catch (error) {
            // What went wrong may have been the tab.
            await tab.close().catch(() => {});
            tab = await engine.open();
            throw error;
          }
        });
      }
    }

    for (const [where, left] of Object.entries(LEFT_BEHIND)) {
      const { plan, to = 'about:blank', times = LEAVING } = left;
      it(`who presses Send and leaves at once is heard by ${where}, ${times} times of ${times}`, async () => {
        const visit = await Visit.start(server, engine, plan, tab);
        try {
          for (let time = 1; time <= times; time++) {
            await visit.open();
            await visit.fill({ message: `Visitor ${time}` });
            await tab.run(`probe.sendAndLeave('${to}')`).catch(() => {});
            await until('the page is left', () =>
              tab.run<boolean>(`location.href.endsWith('${to}')`).catch(() => false),
            );
          }
          await until('all have arrived', () => visit.scenario.leads.length >= times);
          assert.equal(visit.scenario.leads.length, times, 'and none twice');
          arrived += times;
        } finally {
          await server.calm();
        }
      });
    }
  });
}

// Side by side, for each waits most of its time; in turn where the order of what is noted is written down.
describe('the fault matrix', { concurrency: writes ? 1 : engines.length }, () => {
  for (const name of engines) matrixIn(name);
});

/** Brings one row about with one kind of form, and holds what is seen against the matrix. */
async function tryRow(
  row: MatrixRow,
  kind: 'own' | 'authored',
  server: FaultServer,
  engine: Engine,
  shared: Tab,
): Promise<void> {
  const { ownTab, plan, act = sendAndWait, ours, check, troubles } = ROWS[row.id]!;
  const visit = await Visit.start(
    server,
    engine,
    { ...plan(server, engine), kind },
    ownTab ? undefined : shared,
  );
  let seen: Seen | 'gone' | undefined;
  try {
    seen = await act(visit);
    // What would still be sent without being asked for has left by then.
    await sleep(100);
    const { posts } = visit.scenario;
    const leads = visit.scenario.leads.length + (await server.clinicLeads(visit.scenario));
    table.add(row.id, engine.name, kind, seen === 'gone' ? 'gone' : seen.state, posts, leads);

    const other = typeof ours === 'function' ? ours(kind) : ours;
    if (other) table.note(row.id, other.why);
    const { state, serverPosts, uniqueLeads } = row.expect;
    const expected = {
      valuesKept: undefined,
      phoneShown: undefined,
      ...(other?.states ? {} : row.expect),
      ...other,
    };
    const states = other?.states ?? [state];
    const [least, most] = other?.posts ?? serverPosts;
    const now = seen === 'gone' ? 'gone' : seen.state;
    assert.ok(states.includes(now as never), `the visitor sees ${states.join(' or ')}: ${now}`);
    assert.ok(posts >= least && posts <= most, `${least} to ${most} POSTs: ${posts}`);
    assert.equal(leads, other?.leads ?? uniqueLeads, 'leads kept');
    await check?.(visit, seen);
    if (seen !== 'gone') assertSeen(seen, expected, troubles);
  } catch (error) {
    table.fail(row.id, engine.name);
    throw error;
  } finally {
    await server.calm();
    // Some rows close it themselves.
    if (ownTab) await visit.close().catch(() => {});
  }
}

async function sendAndWait(visit: Visit): Promise<Seen> {
  await visit.open();
  await visit.fill();
  await visit.send();
  return visit.until('sent', 'unconfirmed', 'call', 'fix', 'offline', 'native');
}

/** What holds of a state wherever it shows. */
function assertSeen(
  seen: Seen,
  { valuesKept, phoneShown }: { valuesKept?: boolean; phoneShown?: boolean },
  troubles?: RegExp,
): void {
  const { state, focused, busy, values, text, persisted } = seen;
  if (state === 'native') return;
  // A page that comes back out of the memory has no focus.
  if (state !== 'idle' && !persisted) assert.ok(focused, 'the focus is on what is said');
  assert.equal(busy, false, 'the button is free again');
  const there = Object.values(values).filter(Boolean);
  if (valuesKept === true) {
    for (const [name, value] of Object.entries(values))
      assert.ok(
        value?.includes(ANSWERS[name as keyof typeof ANSWERS]),
        `${name} is kept: ${value}`,
      );
  } else if (valuesKept === false) assert.deepEqual(there, [], 'nothing that was written stays');
  if (phoneShown !== undefined)
    assert.equal(
      text.includes(PHONE),
      phoneShown,
      `the number is${phoneShown ? '' : ' not'} shown`,
    );
  const others = seen.troubles.filter((trouble) => !troubles?.test(trouble));
  assert.deepEqual(others, [], 'no error of a script, nothing that the policy refused');
}

const total = Object.values(LEFT_BEHIND).reduce(
  (sum, { times = LEAVING }) => sum + times * engines.length,
  0,
);
it(
  `and so ${total} of ${total} in all`,
  { skip: engines.some((name) => ENGINES[name].missing) && 'an engine is missing' },
  () => {
    assert.equal(arrived, total);
  },
);
