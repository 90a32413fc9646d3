import type { HoursState, OpeningHours } from '../../calls/opening-hours.js';
import { parseOpeningHours } from '../../calls/parse-opening-hours.js';
import { watchHours } from '../../calls/hours-watch.js';
import type { callCtaHours } from '../../locales/en/call-cta-hours.js';

export { callCtaHours } from '../../locales/en/call-cta-hours.js';
export type { HoursState };

type Words = typeof callCtaHours;

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

/** The state in two lines of words. */
export interface StateWords {
  headline: string;
  /** What happens next; empty where nothing does. */
  detail: string;
}

/**
 * The clinic's state in the page's language, by the clinic's clock. Its time zone is named where the
 * visitor's clock shows another time.
 *
 * @param language - BCP 47
 */
export function stateInWords(
  { state, until, always, label = '' }: HoursState,
  timeZone: string,
  language: string,
  words: Words,
  now = Date.now(),
): StateWords {
  const headline =
    state === 'opening-soon'
      ? words.openingSoon
      : state === 'open'
        ? words.open(label)
        : words.closed(label);
  if (until === undefined) return { headline, detail: always ? words.always : '' };
  const clock = new ClinicClock(timeZone, language);
  const time = clock.time(until, now);
  const hour = clock.hour(until);
  const days = clock.day(until) - clock.day(now);
  const day = days < 7 ? clock.weekday(until) : clock.date(until);
  const untilTomorrow = days === 1 && hour < 6;
  if (state === 'open') {
    const today = !days || untilTomorrow;
    return {
      headline,
      detail: today ? words.until(time, hour) : words.untilDay(day, time, hour),
    };
  }
  if (!days) return { headline, detail: words.opensAt(time, hour) };
  if (days === 1) return { headline, detail: words.opensTomorrow(time, hour) };
  return { headline, detail: words.opensDay(day, time, hour) };
}

/** Days and times as the clinic's clock shows them. */
class ClinicClock {
  readonly #language: string;

  constructor(
    private readonly timeZone: string,
    language: string,
  ) {
    try {
      this.#language = Intl.getCanonicalLocales(language)[0] ?? 'en';
    } catch {
      this.#language = 'en';
    }
  }

  #format(instant: number, options: Intl.DateTimeFormatOptions, language = this.#language): string {
    const { timeZone } = this;
    return new Intl.DateTimeFormat(language, { timeZone, ...options }).format(instant);
  }

  /** `5 PM`, `5:30 PM`; with the zone's name where the visitor is in another. */
  time(instant: number, now: number): string {
    const options: Intl.DateTimeFormatOptions = { hour: 'numeric' };
    const minutes = this.#format(instant, { minute: 'numeric' }, 'en');
    // Where a clock has 24 hours, an hour alone is no time.
    const halves = new Intl.DateTimeFormat(this.#language, options).resolvedOptions().hour12;
    if (minutes !== '0' || !halves) options.minute = '2-digit';
    const here = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short' });
    const there = this.#format(now, { dateStyle: 'short', timeStyle: 'short' }, 'en');
    if (here.format(now) !== there) options.timeZoneName = 'short';
    return this.#format(instant, options);
  }

  hour(instant: number): number {
    return Number(this.#format(instant, { hour: 'numeric', hourCycle: 'h23' }, 'en'));
  }

  weekday(instant: number): string {
    return this.#format(instant, { weekday: 'long' });
  }

  date(instant: number): string {
    return this.#format(instant, { month: 'long', day: 'numeric' });
  }

  /** Days since 1970-01-01. */
  day(instant: number): number {
    const [month, date, year] = this.#format(
      instant,
      { year: 'numeric', month: 'numeric', day: 'numeric' },
      'en-US',
    ).split('/');
    return Date.UTC(Number(year), Number(month) - 1, Number(date)) / 86_400_000;
  }
}
