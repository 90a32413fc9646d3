// When the table of open-hours turns, with a clock in the test's hand.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { weekFrom } from '../../src/calls/opening-hours.js';
import { followWeek, type HoursNow } from '../../src/elements/open-hours/hours-table.js';

const SOURCE = {
  hours: 'Mo-Fr 08:00-17:00; Sa 09:00-12:00',
  timeZone: 'America/Chicago',
  holidays: undefined,
};

/** A world whose time the test moves on, from timer to timer. */
class World {
  timers = new Map<number, () => void>();
  listeners = 0;

  constructor(public time: number) {}

  readonly tools = {
    now: () => this.time,
    timer: (ms: number, callback: () => void) => {
      const due = this.time + ms;
      this.timers.set(due, callback);
      return () => void this.timers.delete(due);
    },
    listen: () => {
      this.listeners++;
      return () => void this.listeners--;
    },
  };

  moveTo(time: string): void {
    const end = Date.parse(time);
    for (;;) {
      const due = Math.min(...this.timers.keys());
      if (due > end) break;
      this.time = due;
      const callback = this.timers.get(due)!;
      this.timers.delete(due);
      callback();
    }
    this.time = end;
  }
}

/** What is told from a time on: when, the state, and which day is today. */
function follow(start: string, source: Parameters<typeof followWeek>[0] = SOURCE) {
  const world = new World(Date.parse(start));
  const told: string[] = [];
  const problems: string[] = [];
  const show = (week: HoursNow | null): void => {
    if (!week) return void told.push('nothing');
    const { hours, state, now } = week;
    const today = weekFrom(hours, now).find((day) => day.today)!;
    told.push(`${new Date(now).toISOString().slice(0, 16)} ${state.state} ${today.date}`);
  };
  const stop = followWeek(source, show, (problem) => problems.push(problem), world.tools);
  return { world, told, problems, stop };
}

describe('the hours of open-hours', () => {
  it('turn at each change, and at the clinic’s midnight', () => {
    const { world, told } = follow('2026-03-04T16:00-06:00');
    world.moveTo('2026-03-05T09:00-06:00');
    assert.deepEqual(told, [
      '2026-03-04T22:00 open 2026-03-04',
      '2026-03-04T23:00 closed 2026-03-04',
      '2026-03-05T06:00 closed 2026-03-05',
      '2026-03-05T13:00 opening-soon 2026-03-05',
      '2026-03-05T14:00 open 2026-03-05',
    ]);
  });

  it('turn at midnight before and after a night when the clock is changed', () => {
    const { world, told } = follow('2026-03-07T22:00-06:00');
    world.moveTo('2026-03-09T01:00-05:00');
    assert.deepEqual(told, [
      '2026-03-08T04:00 closed 2026-03-07',
      '2026-03-08T06:00 closed 2026-03-08',
      // An hour earlier by UTC: that Sunday had 23 hours.
      '2026-03-09T05:00 closed 2026-03-09',
    ]);
  });

  it('tell nothing more, and leave nothing behind, when they are stopped', () => {
    const { world, told, stop } = follow('2026-03-04T16:00-06:00');
    assert.ok(world.listeners > 0, 'signs of life are listened to');
    stop();
    world.moveTo('2026-03-06T16:00-06:00');
    assert.equal(told.length, 1);
    assert.deepEqual([world.listeners, world.timers.size], [0, 0]);
  });

  it('are not shown where nothing, or only a part, can be read; and the author is told', () => {
    for (const source of [
      { ...SOURCE, hours: 'by appointment' },
      { ...SOURCE, hours: 'Mo-Fr 08:00-17:00; Sa by appointment' },
      { ...SOURCE, holidays: 'Christmas' },
      { ...SOURCE, timeZone: undefined },
      { ...SOURCE, timeZone: 'Central' },
    ]) {
      const { told, problems, world } = follow('2026-03-04T16:00-06:00', source);
      assert.deepEqual(told, ['nothing']);
      assert.equal(problems.length, 1, JSON.stringify(source));
      assert.equal(world.listeners, 0);
    }
  });

  it('are not shown by a clock that is beyond all weeks', () => {
    const world = new World(9e15);
    let shown: HoursNow | null | undefined;
    followWeek(SOURCE, (week) => (shown = week), assert.fail, world.tools)();
    assert.equal(shown, null);
  });
});
