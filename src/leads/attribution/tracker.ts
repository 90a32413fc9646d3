import { arrive, type Arrival } from './arrival.js';
import { Scrubber } from './conditions.js';
import { Consent } from './consent.js';
import { deserialise, extend, FIRST_NAMES, serialise, type History } from './history.js';
import { CAMPAIGN, cleanPage, CLICK_IDS, touchOf, type Touch, type TouchRules } from './touch.js';
import { cleanText } from './values.js';

/** What a page may settle about attribution; see docs/attribution.md. */
export interface AttributionOptions {
  /** Hosts that are the clinic's own, such as its booking and payment pages: coming from there is no referral. */
  ownHosts?: readonly string[];
  /** `false` leaves condition words where they are. */
  scrub?: boolean;
  /** Condition words beside the built-in ones; one word each. */
  words?: readonly string[];
  /** How much of a path is passed on: `full` (default), `section` (its first part) or `none`. */
  paths?: 'full' | 'section' | 'none';
}

/** Names that are sent when a form asks for attribution and names none. */
export const STANDARD_NAMES: readonly string[] = [
  ...CAMPAIGN,
  ...CLICK_IDS,
  'channel',
  'referrer',
  'landing_page',
  'page',
  ...FIRST_NAMES.map((name) => `first_${name}`),
  'first_at',
  'visits',
  'pages',
  'days',
  'viewport',
  'ad_consent',
];

/** Every name that a form may ask for. */
export const ALL_NAMES: readonly string[] = [...STANDARD_NAMES, 'page_title'];

/** Where everything is kept after consent. */
export const STORAGE_KEY = 'clinic-elements:attribution';

const DAY = 24 * 60 * 60_000;

/** What a page's scripts share. A change to it needs another `protocol`. */
export interface Tracker {
  readonly protocol: 1;
  /** What may be sent now, by name; what is not known or not allowed is absent. */
  collect(): Record<string, string>;
  say(answer: 'granted' | 'denied'): void;
  configure(options: AttributionOptions): void;
  clear(): void;
}

/** Words of `<meta name="clinic-attribution" content="own-hosts=pay.example words=knee,hip scrub=off">`. */
function optionsIn(content: string): AttributionOptions {
  const options: AttributionOptions = {};
  for (const word of content.split(/\s+/)) {
    const [name, value = ''] = word.split('=', 2);
    const list = value.split(',').filter(Boolean);
    if (name === 'own-hosts') options.ownHosts = list;
    else if (name === 'words') options.words = list;
    else if (name === 'scrub') options.scrub = value !== 'off';
    else if (name === 'paths') options.paths = value as AttributionOptions['paths'];
  }
  return options;
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

function rulesOf({ ownHosts, scrub, words, paths }: AttributionOptions): TouchRules {
  return {
    ...(scrub !== false && { scrubber: new Scrubber(textsIn(words)) }),
    paths: paths === 'section' || paths === 'none' ? paths : 'full',
    ownHosts: textsIn(ownHosts).map((host) => host.toLowerCase()),
  };
}

/** Uses the browser's storage, which may be switched off, full or forbidden: then nothing is remembered. */
function stored<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
const forget = (): void => stored((storage) => storage.removeItem(STORAGE_KEY));

/** Follows consent on one page. Storage is not touched, not even to read, before the visitor agrees. */
class PageTracker implements Tracker {
  readonly protocol = 1;
  #options: AttributionOptions;
  #rules: TouchRules;
  #touch: Touch;
  #consent: Consent;
  /** What was stored when the visitor's consent became known; `null` before. */
  #before: { history: History | undefined } | null = null;
  #history: History | undefined;
  #cleared = false;

  constructor(private readonly arrival: Arrival) {
    const meta = document.querySelector<HTMLMetaElement>('meta[name="clinic-attribution"]');
    this.#options = optionsIn(meta?.content ?? '');
    this.#rules = rulesOf(this.#options);
    this.#touch = touchOf(arrival, this.#rules);
    // Nobody may ever see a page that is rendered in advance.
    const waits = (document as { prerendering?: boolean }).prerendering === true;
    let isReady = false;
    this.#consent = new Consent(globalThis, () => isReady && this.#settle());
    const start = () => {
      isReady = true;
      this.#settle();
    };
    if (waits) document.addEventListener('prerenderingchange', start, { once: true });
    else start();
  }

  collect(): Record<string, string> {
    this.#consent.look();
    const history = this.#history;
    const isAllowed = this.#consent.answer === 'granted';
    const { values } = history?.last ?? this.#touch;
    const found: Record<string, string> = {};
    for (const [name, value] of Object.entries(values)) {
      if (isAllowed || !(CLICK_IDS as readonly string[]).includes(name)) found[name] = value;
    }
    found.page = cleanPage(location.href, this.#rules);
    found.page_title = this.#scrub(cleanText(document.title));
    found.viewport = innerWidth < 600 ? 'phone' : innerWidth < 1024 ? 'tablet' : 'desktop';
    found.ad_consent = this.#consent.answer;
    if (history) {
      const { first, visits, pages, since } = history;
      for (const name of FIRST_NAMES) found[`first_${name}`] = first.values[name] ?? '';
      found.first_at = new Date(first.at).toISOString();
      found.visits = String(visits);
      found.pages = String(pages);
      found.days = String(Math.max(0, Math.floor((Date.now() - since) / DAY)));
    }
    return Object.fromEntries(Object.entries(found).filter(([, value]) => value));
  }

  say(answer: 'granted' | 'denied'): void {
    if (answer === 'granted' || answer === 'denied') this.#consent.say(answer);
  }

  configure(options: AttributionOptions): void {
    this.#options = { ...this.#options, ...options };
    this.#rules = rulesOf(this.#options);
    this.#touch = touchOf(this.arrival, this.#rules);
    if (this.#before) this.#remember(this.#before);
  }

  clear(): void {
    Object.assign(this.arrival, { url: '', referrer: '' });
    this.#touch = { at: this.arrival.at, values: {} };
    this.#cleared = true;
    this.#forget();
    forget();
  }

  #settle(): void {
    const { answer } = this.#consent;
    if (answer === 'granted') {
      if (this.#before || this.#cleared) return;
      const text = stored((storage) => storage.getItem(STORAGE_KEY)) ?? null;
      this.#remember({ history: deserialise(text, this.arrival.at) });
    } else {
      this.#forget();
      if (answer === 'denied') forget();
    }
  }

  #remember(before: { history: History | undefined }): void {
    this.#before = before;
    this.#history = extend(before.history, this.#touch);
    const text = serialise(this.#history);
    if (text) stored((storage) => storage.setItem(STORAGE_KEY, text));
  }

  #forget(): void {
    this.#before = null;
    this.#history = undefined;
  }

  #scrub(text: string): string {
    return this.#rules.scrubber?.text(text) ?? text;
  }
}

const isTracker = (value: unknown): value is Tracker =>
  typeof value === 'object' &&
  value !== null &&
  (value as Partial<Tracker>).protocol === 1 &&
  (['collect', 'say', 'configure', 'clear'] as const).every(
    (name) => typeof (value as Partial<Tracker>)[name] === 'function',
  );

/** The page's one tracker, begun with the first call; undefined where there is no page. */
export function pageTracker(): Tracker | undefined {
  const arrival = arrive();
  if (!arrival) return undefined;
  if (!isTracker(arrival.tracker)) arrival.tracker = new PageTracker(arrival);
  return arrival.tracker as Tracker;
}
