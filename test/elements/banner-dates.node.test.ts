// When a banner comes and goes while the page stands open, in a world whose clock and events are the test's.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WatchTools } from '../../src/calls/clock-watch.js';
import { followDates } from '../../src/elements/site-banner/banner-dates.js';

const HOUR = 3600_000;
const DAY = 24 * HOUR;
const WRITTEN = { starts: '2026-11-26', ends: '2026-11-27', timeZone: 'America/Chicago' };

function follow(iso: string, written = WRITTEN) {
  const world = { now: Date.parse(iso), waits: [] as number[] };
  let timer: { at: number; ring: () => void } | undefined;
  const listeners = new Set<() => void>();
  const tools: WatchTools = {
    now: () => world.now,
    timer(ms, ring) {
      world.waits.push(ms);
      timer = { at: world.now + ms, ring };
      return () => (timer = undefined);
    },
    listen(_, callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
  };
  const told: string[] = [];
  const problems: string[] = [];
  const stop = followDates(
    written,
    (place) => told.push(place),
    (problem) => problems.push(problem),
    tools,
  );
  return {
    world,
    told,
    problems,
    listeners,
    stop,
    /** Time goes by, and the timer rings when it is due. */
    pass(ms: number) {
      const end = world.now + ms;
      while (timer && timer.at <= end) {
        const { at, ring } = timer;
        timer = undefined;
        world.now = at;
        ring();
      }
      world.now = end;
    },
    /** The computer was asleep: no timer rang. */
    wake(ms: number) {
      world.now += ms;
      for (const listener of [...listeners]) listener();
    },
    isWaiting: () => !!timer,
  };
}

describe('a banner that stands open', () => {
  it('comes at the clinic’s midnight, and goes when its last day has ended', () => {
    const banner = follow('2026-11-25T23:00-06:00');
    assert.deepEqual(banner.told, ['before']);
    banner.pass(HOUR - 1);
    assert.deepEqual(banner.told, ['before']);
    banner.pass(1);
    assert.deepEqual(banner.told, ['before', 'in']);
    banner.pass(2 * DAY - 1);
    assert.equal(banner.told.at(-1), 'in');
    banner.pass(1);
    assert.deepEqual([...new Set(banner.told)], ['before', 'in', 'after']);
  });

  it('sleeps in between, a day at most', () => {
    const banner = follow('2026-09-01T12:00Z');
    banner.pass(30 * DAY);
    assert.ok(banner.world.waits.length <= 32, `${banner.world.waits.length} timers in 30 days`);
    assert.ok(Math.max(...banner.world.waits) <= DAY, 'setTimeout can wait for it');
    assert.deepEqual([...new Set(banner.told)], ['before']);
  });

  it('is right as soon as the computer wakes up', () => {
    const banner = follow('2026-11-25T12:00-06:00');
    banner.wake(DAY);
    assert.equal(banner.told.at(-1), 'in');
    banner.wake(30 * DAY);
    assert.equal(banner.told.at(-1), 'after');
    banner.wake(-30 * DAY);
    assert.equal(banner.told.at(-1), 'in', 'a clock that was put right');
  });

  it('leaves no timer and no listener behind', () => {
    const banner = follow('2026-11-25T12:00-06:00');
    assert.ok(banner.isWaiting() && banner.listeners.size, 'it was waiting');
    banner.stop();
    assert.ok(!banner.isWaiting(), 'no timer');
    assert.equal(banner.listeners.size, 0);
  });

  it('shows what cannot be read, and says what to write', () => {
    const banner = follow('2026-11-25T12:00-06:00', { ...WRITTEN, starts: 'soon', ends: '' });
    assert.deepEqual(banner.told, ['in']);
    assert.equal(banner.problems.length, 1);
  });
});
