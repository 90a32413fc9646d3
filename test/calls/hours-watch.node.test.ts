// What a page is told while it stands open, in a world whose clock, timer and events are the test's.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WatchTools } from '../../src/calls/clock-watch.js';
import { watchHours } from '../../src/calls/hours-watch.js';
import type { HoursState } from '../../src/calls/opening-hours.js';
import { parseOpeningHours } from '../../src/calls/parse-opening-hours.js';

const MINUTE = 60_000;

class World {
  now: number;
  timer?: { at: number; callback: () => void };
  timersSet = 0;
  clockReadings = 0;
  #listeners = new Map<string, Set<() => void>>();

  constructor(iso: string) {
    this.now = Date.parse(iso);
  }

  tools: WatchTools = {
    now: () => {
      this.clockReadings++;
      return this.now;
    },
    timer: (ms, callback) => {
      assert.ok(!this.timer, 'one timer at a time');
      assert.ok(ms >= 1 && ms <= 2 ** 31 - 1, `a time that setTimeout can wait for, not ${ms}`);
      this.timersSet++;
      const timer = (this.timer = { at: this.now + ms, callback });
      return () => {
        if (this.timer === timer) this.timer = undefined;
      };
    },
    listen: (events, callback) => {
      for (const event of events) {
        const listeners = this.#listeners.get(event) ?? new Set();
        this.#listeners.set(event, listeners.add(callback));
      }
      return () => {
        for (const event of events) this.#listeners.get(event)?.delete(callback);
      };
    },
  };

  get listening(): string[] {
    return [...this.#listeners].flatMap(([event, { size }]) => (size ? [event] : []));
  }

  fire(event: string): void {
    for (const listener of this.#listeners.get(event) ?? []) listener();
  }

  /** Time goes by, and the timer rings when it is due. */
  pass(minutes: number): void {
    const end = this.now + minutes * MINUTE;
    while (this.timer && this.timer.at <= end) this.ring();
    this.now = end;
  }

  /** The timer rings, in time or later. */
  ring(): void {
    const { at, callback } = this.timer!;
    this.timer = undefined;
    this.now = Math.max(this.now, at);
    callback();
  }

  /** The computer sleeps: time goes by, and the timer's own clock stands still. */
  sleep(minutes: number): void {
    this.now += minutes * MINUTE;
    if (this.timer) this.timer.at += minutes * MINUTE;
  }
}

function watch(
  iso: string,
  source = 'Mo-Fr 08:00-17:00',
  holidays?: string,
): { world: World; told: string[]; stop: () => void } {
  const { hours } = parseOpeningHours(source, { timeZone: 'UTC', holidays });
  assert.ok(hours, 'the hours can be read');
  const world = new World(iso);
  const told: string[] = [];
  const tell = ({ state, label }: HoursState, now: number): void => {
    const time = new Date(now).toISOString().slice(5, 16).replace('T', ' ');
    told.push(`${time} ${state}${label ? ` ${label}` : ''}`);
  };
  return { world, told, stop: watchHours(hours, tell, world.tools) };
}

describe('a watch over the hours', () => {
  it('tells the state at once', () => {
    assert.deepEqual(watch('2026-11-25T12:00Z').told, ['11-25 12:00 open']);
  });

  it('tells each change at its minute, and each day of the clinic’s calendar', () => {
    const { world, told } = watch('2026-11-25T12:00Z');
    world.pass(2 * 1440);
    assert.deepEqual(told, [
      '11-25 12:00 open',
      '11-25 17:00 closed',
      '11-26 00:00 closed',
      '11-26 07:00 opening-soon',
      '11-26 08:00 open',
      '11-26 17:00 closed',
      '11-27 00:00 closed',
      '11-27 07:00 opening-soon',
      '11-27 08:00 open',
    ]);
    assert.equal(world.timersSet, told.length, 'asleep in between');
  });

  it('tells a holiday’s label when its day begins', () => {
    const { world, told } = watch('2026-12-24T18:00Z', undefined, '12-25 closed Christmas Day');
    world.pass(1440);
    assert.deepEqual(told, ['12-24 18:00 closed', '12-25 00:00 closed Christmas Day']);
  });

  it('sleeps through weeks without a change, a day at a time', () => {
    for (const source of ['24/7', 'Mo-Su closed']) {
      const { world } = watch('2026-11-25T12:00Z', source);
      world.pass(60 * 1440);
      assert.equal(world.timersSet, 61);
    }
  });

  it('sleeps on where a timer rings too early', () => {
    const { world, told } = watch('2026-11-25T12:00Z');
    world.timer!.callback = ((ring) => () => {
      world.now -= 2;
      ring();
    })(world.timer!.callback);
    world.ring();
    assert.deepEqual(told, ['11-25 12:00 open'], 'a millisecond early is not yet');
    world.ring();
    assert.deepEqual(told.slice(1), ['11-25 17:00 closed']);
  });

  for (const event of [
    ...['visibilitychange', 'pageshow', 'focus', 'resume', 'online'],
    ...['pointermove', 'pointerdown', 'keydown'],
  ]) {
    it(`after sleep the first ${event} tells, and the timer is right again`, () => {
      const { world, told } = watch('2026-11-25T12:00Z');
      world.sleep(6 * 60);
      assert.deepEqual(told, ['11-25 12:00 open'], 'nothing has told it yet');
      world.fire(event);
      assert.deepEqual(told.slice(1), ['11-25 18:00 closed']);
      world.fire(event);
      world.pass(6 * 60);
      assert.deepEqual(told.slice(2), ['11-26 00:00 closed']);
    });
  }

  it('after a sleep that ends in time, coming back sets the timer right', () => {
    const { world, told } = watch('2026-11-25T12:00Z');
    world.sleep(4 * 60);
    world.fire('visibilitychange');
    world.pass(60);
    assert.deepEqual(told.slice(1), ['11-25 17:00 closed']);
  });

  it('touches cost a look at the clock, and nothing more', () => {
    const { world, told } = watch('2026-11-25T12:00Z');
    world.clockReadings = 0;
    for (let move = 0; move < 1000; move++) world.fire('pointermove');
    assert.equal(world.clockReadings, 1000);
    assert.equal(world.timersSet, 1);
    assert.equal(told.length, 1);
  });

  it('a clock that is put right is believed, forward and back', () => {
    const { world, told } = watch('2026-11-25T12:00Z');
    world.now = Date.parse('2030-01-05T12:00Z');
    world.fire('focus');
    world.now = Date.parse('2025-11-26T07:30Z');
    world.fire('pointerdown');
    world.pass(30);
    assert.deepEqual(told.slice(1), [
      '01-05 12:00 closed',
      '11-26 07:30 opening-soon',
      '11-26 08:00 open',
    ]);
  });

  it('a clock that tells no time is open, and asked again tomorrow', () => {
    const { world, told } = watch('1969-12-31T12:00Z');
    assert.deepEqual(told, ['12-31 12:00 open']);
    world.pass(1440);
    assert.equal(world.timersSet, 2);
  });

  it('a night in which midnight comes twice does not keep it awake', () => {
    const { hours } = parseOpeningHours('Mo-Su closed', { timeZone: 'America/St_Johns' });
    // On 7 November 2010, a minute past midnight became a minute past eleven.
    const world = new World('2010-11-07T01:00Z');
    watchHours(hours!, () => {}, world.tools);
    world.pass(4 * 60);
    assert.ok(world.timersSet <= 4, `${world.timersSet} timers in a night`);
  });

  it('leaves nothing behind when it is stopped', () => {
    const { world, told, stop } = watch('2026-11-25T12:00Z');
    assert.equal(world.listening.length, 8);
    stop();
    assert.deepEqual(world.listening, []);
    assert.equal(world.timer, undefined);
    stop();
    assert.equal(told.length, 1);
  });

  it('may be stopped by what it tells', () => {
    const { hours } = parseOpeningHours('Mo-Fr 08:00-17:00', { timeZone: 'UTC' });
    const world = new World('2026-11-25T12:00Z');
    const told: string[] = [];
    const stop = watchHours(
      hours!,
      ({ state }) => {
        told.push(state);
        if (told.length > 1) stop();
      },
      world.tools,
    );
    world.pass(24 * 60);
    assert.deepEqual(told, ['open', 'closed']);
    assert.equal(world.timer, undefined);
    assert.deepEqual(world.listening, []);
  });
});
