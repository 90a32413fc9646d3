import { canBeFound, dialledBy, garbled, ownIn, shownBy, writeNumber } from './number-link.js';
import { isPremiumRate } from './number-kinds.js';
import { parsePhoneNumber, type PhoneNumber } from './phone-number.js';

/** How a link takes part in the page's number book. */
export interface NumberLinkOptions {
  /** Keeps the clinic's own number, whatever a script makes of it. */
  noSwap?: boolean;
}

/** What the page shows in place of one of the clinic's numbers. */
export interface Swap {
  /** The clinic's own number. */
  own: PhoneNumber;
  /** The number shown instead. */
  shown: PhoneNumber;
  /** Who asked for it: `page` for a script that changed a link, else a name such as `callrail`. */
  source: string;
}

/** The page's number book: what each of the clinic's numbers is shown as, everywhere at once. */
export interface NumberBook {
  readonly protocol: 1;
  /**
   * Keeps a link in step with every other place that shows the number: text, `href` and accessible name.
   * What a call-tracking script writes into it is taken over everywhere.
   *
   * @param own - the clinic's own number, as people write it; what the link dials by default
   * @returns the way out of the book; undefined where the link dials nothing
   */
  add(
    link: HTMLAnchorElement,
    own?: string | null,
    options?: NumberLinkOptions,
  ): (() => void) | undefined;
  /** A number as the book reads it, as `parsePhoneNumber` does: for later files, which need no reader of their own. */
  parse(written: string | null | undefined): PhoneNumber | undefined;
  /** What a number is shown as now: itself, or what it was swapped for. Undefined where it is no number. */
  shown(own: string | null | undefined): PhoneNumber | undefined;
  /**
   * Shows a number in place of one of the clinic's own, everywhere but in links with `noSwap`.
   *
   * @returns false where one of them is no number that a phone could dial, an emergency or short code, or a
   * premium-rate number
   */
  swap(own: string, shown: string, source: string): boolean;
  /** The numbers that are shown in place of others now. */
  swaps(): Swap[];
  /** Calls back whenever a number is shown in place of another; returns the way to stop. */
  follow(listener: (swap: Swap) => void): () => void;
  /** Every link in the book, with the clinic's own number that stands behind it. */
  links(): { link: HTMLAnchorElement; own: PhoneNumber; noSwap: boolean }[];
}

/* A script that insists is answered so often within the time, in milliseconds; then it has its way. */
const PATIENCE = { times: 5, within: 60_000 };
const KEY = Symbol.for('clinic-elements.numbers');
const WATCHED = {
  characterData: true,
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['href', 'aria-label', 'title'],
};

/**
 * The page's number book. It is kept on `globalThis`, because a page's scripts and what they load later
 * are files that share no module (docs/decisions/0016-one-number-book.md).
 */
export function numberBook(): NumberBook {
  const holder = globalThis as { [KEY]?: Partial<NumberBook> };
  const there = holder[KEY];
  if (
    there?.protocol === 1 &&
    there.add &&
    there.parse &&
    there.shown &&
    there.swap &&
    there.follow
  )
    return there as NumberBook;
  const made = createNumberBook();
  try {
    // Whatever stood there without being a book stays: it is the page's.
    if (!there) holder[KEY] = made;
  } catch {
    /* a frozen global object: a book for whoever asked */
  }
  return made;
}

/** North American services, crisis lines and short codes: dialled as they are, and never swapped. */
const isShort = ({ href }: PhoneNumber): boolean => /^tel:\d{1,6}$/.test(href);

interface Entry {
  own: PhoneNumber;
  /** `own` is what the link said when it came; a script may have been there before. */
  guessed: boolean;
  noSwap: boolean;
  observer: MutationObserver;
  /** The link's words when they last were in order. */
  text: string;
  /** When a foreign change was last answered. */
  answers: number[];
  rest?: ReturnType<typeof setTimeout>;
}

/** A book of its own; a page has one, see `numberBook`. */
export function createNumberBook(now: () => number = Date.now): NumberBook {
  const entries = new Map<HTMLAnchorElement, Entry>();
  const swapped = new Map<string, Swap>();
  /** The clinic's own number behind each that was ever shown instead. */
  const behind = new Map<string, PhoneNumber>();
  const listeners = new Set<(swap: Swap) => void>();

  const shownFor = ({ own, noSwap }: Entry): PhoneNumber =>
    (!noSwap && swapped.get(own.href)?.shown) || own;

  function write(link: HTMLAnchorElement, entry: Entry): void {
    restoreText(link, entry.text);
    writeNumber(link, shownFor(entry));
    entry.text = link.textContent ?? '';
    // What was just written is no news.
    entry.observer.takeRecords();
  }

  function set(own: PhoneNumber, shown: PhoneNumber, source: string): boolean {
    // Nor one that the patient would pay for.
    if (isShort(own) || isShort(shown) || isPremiumRate(shown)) return false;
    const before = swapped.get(own.href)?.shown ?? own;
    if (before.href === shown.href) return true;
    const swap = { own, shown, source };
    if (shown.href === own.href) swapped.delete(own.href);
    else swapped.set(own.href, swap);
    behind.set(shown.href, own);
    for (const entry of entries.values())
      if (entry.guessed && entry.own.href === shown.href) entry.own = own;
    for (const [link, entry] of entries) if (entry.own.href === own.href) write(link, entry);
    for (const listener of [...listeners]) listener(swap);
    return true;
  }

  /** Something else wrote into a link; or it came, perhaps out of a copy of the page that was saved before. */
  function answer(link: HTMLAnchorElement, entry: Entry, came = false): void {
    const { href } = shownFor(entry);
    const old = (number: PhoneNumber) => came && behind.get(number.href)?.href === entry.own.href;
    // What a person reads decides; a link with words shows no number.
    const news = [shownBy(link), dialledBy(link)].find(
      (number) => number && number.href !== href && !old(number),
    );
    const insists = !patient(entry);
    const mine = insists ? undefined : ownNow(link, entry, news, came);
    if (mine) {
      entry.own = mine;
      write(link, entry);
      return;
    }
    // A framework that renders again puts the clinic's own number back; nobody else wants that.
    const swaps = news && !entry.noSwap && (insists || news.href !== entry.own.href);
    if (swaps) set(entry.own, news, 'page');
    write(link, entry);
    if (insists) rest(link, entry);
  }

  /** The clinic's own number that stands behind a link now, where that is another one than was guessed. */
  function ownNow(
    link: HTMLAnchorElement,
    { own, guessed, noSwap }: Entry,
    news: PhoneNumber | undefined,
    came: boolean,
  ): PhoneNumber | undefined {
    if (!news || !guessed || isShort(own)) return undefined;
    const [read, dialled] = [shownBy(link), dialledBy(link)];
    // Two numbers in one link are a slip of the author's, and nobody else's business.
    const slip = came && read && dialled && read.href !== dialled.href && canBeFound(link);
    // Else, one of another place: a page with several writes them into the same link.
    const said = [...entries.values()].find(
      (other) => !other.guessed && other.own.href === news.href,
    );
    const next = slip ? read : noSwap ? undefined : said?.own;
    return next && !isShort(next) ? next : undefined;
  }

  function patient({ answers }: Entry): boolean {
    const from = now() - PATIENCE.within;
    while (answers.length && answers[0]! < from) answers.shift();
    return answers.push(now()) <= PATIENCE.times;
  }

  /** Two scripts that answer each other would hold the page up for ever. */
  function rest(link: HTMLAnchorElement, entry: Entry): void {
    entry.observer.disconnect();
    entry.rest = setTimeout(() => {
      entry.observer.observe(link, WATCHED);
      write(link, entry);
    }, PATIENCE.within);
  }

  function remove(link: HTMLAnchorElement): void {
    const entry = entries.get(link);
    if (!entry) return;
    entry.observer.disconnect();
    clearTimeout(entry.rest);
    entries.delete(link);
  }

  return {
    protocol: 1,
    add(link, written, { noSwap = false } = {}) {
      remove(link);
      const said = parsePhoneNumber(written);
      const now = ownIn(link);
      const own = said ?? behind.get(now?.href ?? '') ?? now;
      if (!own) return undefined;
      const observer = new MutationObserver(() => answer(link, entry));
      const text = link.textContent ?? '';
      const entry: Entry = { own, guessed: !said, noSwap, observer, text, answers: [] };
      entries.set(link, entry);
      if (noSwap) link.setAttribute('data-calltrk-noswap', '');
      answer(link, entry, true);
      entry.answers.length = 0;
      observer.observe(link, WATCHED);
      return () => {
        if (entries.get(link) === entry) remove(link);
      };
    },
    parse: parsePhoneNumber,
    shown(written) {
      const own = parsePhoneNumber(written);
      return own && (swapped.get(own.href)?.shown ?? own);
    },
    swap(own, shown, source) {
      const [from, to] = [parsePhoneNumber(own), parsePhoneNumber(shown)];
      return !!from && !!to && set(from, to, source);
    },
    swaps: () => [...swapped.values()],
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    links: () => [...entries].map(([link, { own, noSwap }]) => ({ link, own, noSwap })),
  };
}

/** Puts a link's words back where a script left none, or a number that is none. */
function restoreText(link: HTMLAnchorElement, text: string): void {
  const is = link.textContent ?? '';
  const emptied = !is.trim() && !link.querySelector('img, svg');
  if (!text.trim() || !(emptied || garbled(is))) return;
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  const first = walker.nextNode() as Text | null;
  if (!first) return link.append(text);
  first.data = text;
  for (let more; (more = walker.nextNode() as Text | null);) more.data = '';
}
