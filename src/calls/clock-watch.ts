import { DAY } from './zone-clock.js';

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
 * Tells the time at once, and again whenever it is due. In between it sleeps on one timer. A computer that was
 * asleep, or whose clock was put right, is noticed at the next sign of life.
 *
 * @param next - at an instant, the one at which to tell again
 * @param tell - called with the instant
 * @returns the way to stop
 */
export function watchClock(
  next: (now: number) => number,
  tell: (now: number) => void,
  tools: WatchTools = inBrowser,
): () => void {
  let stopTimer: (() => void) | undefined;
  let told = 0;
  let due = 0;

  /* A day at most: what setTimeout can wait for is 24. */
  const sleep = (now: number): void => {
    stopTimer?.();
    stopTimer = tools.timer(Math.min(Math.max(due - now, 1), DAY), check);
  };
  const isDue = (now: number): boolean => now >= due || now < told;
  const check = (): void => {
    const now = tools.now();
    if (isDue(now)) turn(now);
    else sleep(now);
  };
  const turn = (now: number): void => {
    told = now;
    due = next(now);
    sleep(now);
    tell(now);
  };

  const stops = [
    tools.listen(RETURNS, check),
    tools.listen(TOUCHES, () => {
      if (isDue(tools.now())) check();
    }),
    () => stopTimer?.(),
  ];
  turn(tools.now());
  return () => stops.forEach((stop) => stop());
}
