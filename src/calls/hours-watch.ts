import { dayEnd, stateAt, type HoursState, type OpeningHours } from './opening-hours.js';

/** What a watch needs of the world, so that tests can do it otherwise. */
export interface WatchTools {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back after so many milliseconds; returns the way to stop. */
  timer(ms: number, callback: () => void): () => void;
  /** Calls back at each of these events on the page; returns the way to stop. */
  listen(events: readonly string[], callback: () => void): () => void;
}

/* The page comes back, or the computer does: the timer may have slept. */
const RETURNS = ['visibilitychange', 'pageshow', 'focus', 'resume', 'online'];
/* On a page that was in sight all along, nothing else may tell. */
const TOUCHES = ['pointermove', 'pointerdown', 'keydown'];

export const inBrowser: WatchTools = {
  now: () => Date.now(),
  timer(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  listen(events, callback) {
    // Capturing, the window hears the document's events as well, whoever stops them.
    const options = { capture: true, passive: true };
    for (const event of events) addEventListener(event, callback, options);
    return () => {
      for (const event of events) removeEventListener(event, callback, options);
    };
  },
};

/**
 * Tells the state of the clinic at once, and whenever it changes or, for tables and holidays' labels, the
 * clinic's calendar turns to another day. In between it sleeps on one timer. A computer that was asleep, or
 * whose clock was put right, is noticed at the next sign of life.
 *
 * @param onChange - called with the state and the instant it is of
 * @returns the way to stop
 */
export function watchHours(
  hours: OpeningHours,
  onChange: (state: HoursState, now: number) => void,
  tools: WatchTools = inBrowser,
): () => void {
  let stopTimer: (() => void) | undefined;
  let told = 0;
  let due = 0;

  /* A day at most: what setTimeout can wait for is 24. */
  const sleep = (now: number): void => {
    stopTimer?.();
    stopTimer = tools.timer(Math.max(due - now, 1), check);
  };
  const isDue = (now: number): boolean => now >= due || now < told;
  const check = (): void => {
    const now = tools.now();
    if (isDue(now)) tell(now);
    else sleep(now);
  };
  const tell = (now: number): void => {
    const state = stateAt(hours, now);
    told = now;
    due = Math.min(state.ends ?? Infinity, dayEnd(hours, now));
    sleep(now);
    onChange(state, now);
  };

  const stops = [
    tools.listen(RETURNS, check),
    tools.listen(TOUCHES, () => {
      if (isDue(tools.now())) check();
    }),
    () => stopTimer?.(),
  ];
  tell(tools.now());
  return () => stops.forEach((stop) => stop());
}
