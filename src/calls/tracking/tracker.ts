import type { NumberBook } from '../number-book.js';
import type { PhoneNumber } from '../phone-number.js';
import { attempt, type CallTrackingTools } from './tools.js';

/** What an element's attributes say of its call tracking. */
export interface CallTrackingOptions {
  /** `tracking-id`: for `google`, the conversion, e.g. `AW-123456789/AbCdEf`. */
  id?: string | null;
  /** `tracking-src`: for `json`, the address to ask. */
  src?: string | null;
}

/** How one kind of call tracking is asked. */
export interface Vendor {
  /**
   * What tells this vendor's answers from another's of the same kind: an id, an address, nothing.
   *
   * @returns undefined where the options cannot be used, once `warn` was told
   */
  where(
    options: CallTrackingOptions,
    tools: CallTrackingTools,
    warn: (message: string) => void,
  ): string | undefined;
  start(
    tracker: Tracker,
    where: string,
  ): {
    /** There may be numbers that nobody asked about yet, or links. */
    ask(): void;
    /** Nobody wants to know any more, until `ask`. */
    stop(): void;
  };
}

/** One vendor on a page, as its adapter sees it. */
export interface Tracker {
  readonly tools: CallTrackingTools;
  /** The numbers to ask about, each once on a page: without extensions, which a vendor does not know. */
  take(): PhoneNumber[];
  /** The links that a vendor may change: of one number, or of all that are wanted. */
  links(number?: PhoneNumber): HTMLAnchorElement[];
  /**
   * Takes what a vendor said. The first that the book does not refuse is shown; whatever is no string is
   * passed over. What nobody wants any more is kept for whoever wants it next.
   *
   * @param own - the clinic's own number
   * @returns false where that is no number
   */
  answer(own: unknown, ...shown: unknown[]): boolean;
  warn(message: string): void;
}

interface Entry {
  own: PhoneNumber;
  /** `own.href` without an extension. */
  main: string;
  users: number;
  /** The answer that is shown. */
  given?: string[];
}

/** Whoever wants numbers of a vendor joins here; returns the way to leave. */
export type Join = (numbers: readonly string[]) => () => void;

const mainOf = (href: string): string => href.split(';')[0]!;

/** Keeps what a vendor is asked and what it answers, for everybody on the page. */
export function createTracker(
  kind: string,
  vendor: Vendor,
  where: string,
  book: NumberBook,
  tools: CallTrackingTools,
  warn: (message: string) => void,
): Join {
  const entries = new Map<string, Entry>();
  const asked = new Set<string>();
  const answers = new Map<string, string[]>();

  function entryOf(written: string): Entry[] {
    const own = book.parse(written);
    // Emergency and short codes have no plus. Nobody is even asked about them.
    if (!own?.href.startsWith('tel:+')) return [];
    let entry = entries.get(own.href);
    if (!entry) entries.set(own.href, (entry = { own, main: mainOf(own.href), users: 0 }));
    return [entry];
  }

  const wanted = (): Entry[] => [...entries.values()].filter(({ users }) => users > 0);

  function show(entry: Entry): void {
    const { own, main, users, given } = entry;
    const answer = answers.get(main);
    // An answer is given once: what a script wrote into a link since then is newer.
    if (!users || !answer || given === answer) return;
    entry.given = answer;
    attempt(() => answer.some((shown) => book.swap(own.text, sameDesk(own, shown), kind)));
  }

  /** A tracking number with the extension of the clinic's own: whoever calls still wants that desk. */
  function sameDesk(own: PhoneNumber, shown: string): string {
    const [, extension] = own.href.split(';');
    const number = extension && book.parse(shown)?.href;
    return number && !number.includes(';') ? `${number};${extension}` : shown;
  }

  const tracker: Tracker = {
    tools,
    take() {
      const fresh = wanted().filter(({ main }) => !asked.has(main) && asked.add(main));
      return fresh.map(({ main }) => book.parse(main)!);
    },
    links(number) {
      const mains = new Set(number ? [number.href] : wanted().map(({ main }) => main));
      return book
        .links()
        .filter(({ own, noSwap }) => !noSwap && mains.has(mainOf(own.href)))
        .map(({ link }) => link);
    },
    answer(own, ...shown) {
      const number = typeof own === 'string' && book.parse(own);
      if (!number) return false;
      const main = mainOf(number.href);
      answers.set(
        main,
        shown.filter((text) => typeof text === 'string'),
      );
      for (const entry of entries.values()) if (entry.main === main) show(entry);
      return true;
    },
    warn,
  };
  const asking = vendor.start(tracker, where);

  return (numbers) => {
    const mine = [...new Set(numbers.flatMap(entryOf))];
    for (const entry of mine) {
      entry.users++;
      show(entry);
    }
    if (mine.length) attempt(() => asking.ask());
    return () => {
      for (const entry of mine.splice(0)) entry.users--;
      if (!wanted().length) attempt(() => asking.stop());
    };
  };
}
