import { inBrowser, watchClock, type WatchTools } from './clock-watch.js';
import { dayEnd, stateAt, type HoursState, type OpeningHours } from './opening-hours.js';

/**
 * Tells the state of the clinic at once, and whenever it changes or, for tables and holidays' labels, the
 * clinic's calendar turns to another day.
 *
 * @param onChange - called with the state and the instant it is of
 * @returns the way to stop
 */
export function watchHours(
  hours: OpeningHours,
  onChange: (state: HoursState, now: number) => void,
  tools: WatchTools = inBrowser,
): () => void {
  let state: HoursState;
  return watchClock(
    (now) => {
      state = stateAt(hours, now);
      return Math.min(state.ends ?? Infinity, dayEnd(hours, now));
    },
    (now) => onChange(state, now),
    tools,
  );
}
