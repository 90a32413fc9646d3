import type { HoursState } from './opening-hours.js';

/** What is said of a clinic's state; the elements bring it in the page's language. */
export interface StateMessages {
  open(label: string): string;
  openingSoon: string;
  closed(label: string): string;
  until(time: string, hour: number): string;
  untilDay(day: string, time: string, hour: number): string;
  always: string;
  opensAt(time: string, hour: number): string;
  opensTomorrow(time: string, hour: number): string;
  opensDay(day: string, time: string, hour: number): string;
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
  words: StateMessages,
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
  const time = clock.time(until, clock.differs(now));
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

/**
 * Days and times as a clock in a time zone shows them, in a language. One on UTC writes out what is no instant
 * but a day or a time by the clinic's own clock, counted from 1970-01-01.
 */
export class ClinicClock {
  readonly #language: string;
  /* Making one takes a hundred times as long as using it. */
  readonly #formats = new Map<string, Intl.DateTimeFormat>();

  /** @param language - BCP 47; English where the browser does not know it */
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

  #format(options: Intl.DateTimeFormatOptions, language = this.#language): Intl.DateTimeFormat {
    const key = language + JSON.stringify(options);
    let format = this.#formats.get(key);
    if (!format) {
      format = new Intl.DateTimeFormat(language, { timeZone: this.timeZone, ...options });
      this.#formats.set(key, format);
    }
    return format;
  }

  /** `5 PM`, `5:30 PM`, `17:00`; and `5 PM CST`. */
  time(instant: number, withZone = false): string {
    const hour = this.#format({ hour: 'numeric' });
    const minutes = this.#format({ minute: 'numeric' }, 'en').format(instant);
    // Where a clock has 24 hours, an hour alone is no time.
    const sharp = minutes === '0' && hour.resolvedOptions().hour12;
    const text = (sharp ? hour : this.#format({ timeStyle: 'short' })).format(instant);
    return withZone ? `${text} ${this.zone(instant, 'short')}` : text;
  }

  /** Whether the visitor's own clock shows another time. */
  differs(instant: number): boolean {
    const options = { dateStyle: 'short', timeStyle: 'short' } as const;
    const here = new Intl.DateTimeFormat('en', options).format(instant);
    return here !== this.#format(options, 'en').format(instant);
  }

  /** What people call the zone all year, `Central Time`; or `short` and of the season, `CST`. */
  zone(instant: number, timeZoneName: 'longGeneric' | 'short' = 'longGeneric'): string {
    const parts = this.#format({ timeZoneName }).formatToParts(instant);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? this.timeZone;
  }

  hour(instant: number): number {
    return Number(this.#format({ hour: 'numeric', hourCycle: 'h23' }, 'en').format(instant));
  }

  weekday(instant: number, weekday: 'long' | 'short' = 'long'): string {
    return this.#format({ weekday }).format(instant);
  }

  /** `November 26`; with the weekday before it where that is asked for. */
  date(instant: number, weekday?: 'long'): string {
    return this.#format({ weekday, month: 'long', day: 'numeric' }).format(instant);
  }

  /** `Nov 26 – 27`; of a single day `Nov 26`. */
  dates(first: number, last: number, month: 'long' | 'short' = 'short'): string {
    return this.#format({ month, day: 'numeric' }).formatRange(first, last);
  }

  /** Days since 1970-01-01. */
  day(instant: number): number {
    const numeric = 'numeric';
    const [month, date, year] = this.#format(
      { year: numeric, month: numeric, day: numeric },
      'en-US',
    )
      .format(instant)
      .split('/');
    return Date.UTC(Number(year), Number(month) - 1, Number(date)) / 86_400_000;
  }
}
