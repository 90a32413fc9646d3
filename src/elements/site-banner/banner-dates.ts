import { inBrowser, watchClock } from '../../calls/clock-watch.js';
import {
  nextChange,
  placeIn,
  readDateWindow,
  type WrittenWindow,
} from '../../calls/date-window.js';

/**
 * Tells where the present lies, `before` a banner starts, `in` its time, or `after`; and again when it changes.
 *
 * @param warn - called with what could not be read, and what to write instead
 * @returns the way to stop
 */
export function followDates(
  written: WrittenWindow,
  tell: (place: ReturnType<typeof placeIn>) => void,
  warn: (problem: string) => void,
  tools = inBrowser,
): () => void {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  const { window, problems } = readDateWindow(written, here);
  for (const problem of problems) warn(problem);
  return watchClock(
    (now) => nextChange(window, now),
    (now) => tell(placeIn(window, now)),
    tools,
  );
}
