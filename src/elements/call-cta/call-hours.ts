import type { HoursState, OpeningHours } from '../../calls/opening-hours.js';
import { parseOpeningHours } from '../../calls/parse-opening-hours.js';
import { watchHours } from '../../calls/hours-watch.js';
import { afterFacts } from '../../clinic/after-facts.js';

export { stateInWords } from '../../calls/hours-in-words.js';
export { callCtaHours } from '../../locales/en/call-cta-hours.js';
export type { HoursState };

/** Hours as an author gives them; see `parseOpeningHours`. */
export interface HoursSource {
  hours: unknown;
  timeZone: unknown;
  holidays: unknown;
}

/**
 * Tells the clinic's state now and whenever it changes; undefined where it is not known, and calling is as
 * good as ever: nothing was readable, or a part that was not may be the one that holds.
 *
 * @param warn - called with what could not be read, and what to write instead
 * @returns the way to stop
 */
export function followHours(
  source: HoursSource,
  show: (state: HoursState | undefined, hours?: OpeningHours) => void,
  warn: (message: string) => void,
): () => void {
  const start = () => follow(source, show, warn);
  // The clinic's zone may be on its way.
  return source.timeZone ? start() : afterFacts(start);
}

function follow(
  { hours: source, timeZone, holidays }: HoursSource,
  show: (state: HoursState | undefined, hours?: OpeningHours) => void,
  warn: (message: string) => void,
): () => void {
  const { hours, problems, partial } = parseOpeningHours(source, { timeZone, holidays });
  for (const problem of problems) warn(problem);
  if (!hours) {
    show(undefined);
    return () => {};
  }
  return watchHours(hours, (state) =>
    show(partial && state.state === 'closed' ? undefined : state, hours),
  );
}
