import { expect } from '@open-wc/testing';
import { inBrowser, type WatchTools } from '../../src/calls/clock-watch.js';
import { watchHours } from '../../src/calls/hours-watch.js';
import { parseOpeningHours } from '../../src/calls/parse-opening-hours.js';

/* What can be played here; `resume` and `pageshow` come from the browser. */
const EVENTS: [name: string, on: () => EventTarget][] = [
  ['visibilitychange', () => document],
  ['resume', () => document],
  ['pageshow', () => window],
  ['focus', () => window],
  ['online', () => window],
  ['pointermove', () => document.body],
  ['pointerdown', () => document.body],
  ['keydown', () => document.body],
];

describe('a watch over the hours, in a browser', () => {
  const { hours } = parseOpeningHours('Mo-Fr 08:00-17:00', { timeZone: 'UTC' });
  const noon = Date.parse('2026-11-25T12:00Z');

  for (const [name, on] of EVENTS) {
    it(`hears ${name}, even if the page stops it, until it is stopped`, () => {
      let now = noon;
      const states: string[] = [];
      // A timer that never rings: the computer was asleep.
      const tools: WatchTools = { ...inBrowser, now: () => now, timer: () => () => {} };
      const stop = watchHours(hours!, ({ state }) => states.push(state), tools);
      const block = (event: Event): void => event.stopImmediatePropagation();
      document.addEventListener(name, block, { capture: true });
      const bubbles = on() !== window;
      now = noon + 6 * 3_600_000;
      on().dispatchEvent(new Event(name, { bubbles }));
      expect(states).to.deep.equal(['open', 'closed']);
      stop();
      now = noon + 24 * 3_600_000;
      on().dispatchEvent(new Event(name, { bubbles }));
      expect(states).to.deep.equal(['open', 'closed']);
      document.removeEventListener(name, block, { capture: true });
    });
  }

  it('sleeps on the browser’s own timer', async () => {
    const start = Date.now();
    const due = noon + 5 * 3_600_000;
    // Twenty milliseconds before closing, by a clock that goes.
    const tools: WatchTools = { ...inBrowser, now: () => due - 20 + Date.now() - start };
    const stops: (() => void)[] = [];
    const state = await new Promise<string>((resolve) => {
      stops.push(watchHours(hours!, ({ state }) => state === 'closed' && resolve(state), tools));
    });
    stops[0]!();
    expect(state).to.equal('closed');
  });

  it('goes by the real clock unless told otherwise', () => {
    const before = Date.now();
    let told = 0;
    watchHours(hours!, (_, now) => (told = now))();
    expect(told).to.be.within(before, Date.now());
  });
});
