/** What is known of the visitor's consent to advertising. */
export type ConsentAnswer = 'unknown' | 'granted' | 'denied';

type Tell = (answer: ConsentAnswer) => void;
/** A global object of the page, of which nothing is certain. */
type Page = Record<string, unknown>;
/** Reads what a consent tool says and follows it. False where the page has no such tool, or not yet. */
type Tool = (page: Page, tell: Tell) => boolean;

const isObject = (value: unknown): value is Page =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;
const isFunction = (value: unknown): value is AnyFunction => typeof value === 'function';

/** Runs what touches the page's own globals: a getter or a proxy of theirs may throw. */
function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}

/** Storage for advertising, and the sending of user data for it: one no is a no. */
function googleAnswer(storage: unknown, userData: unknown): ConsentAnswer {
  if (storage === 'denied' || userData === 'denied') return 'denied';
  return storage === 'granted' ? 'granted' : 'unknown';
}

/**
 * Google's consent commands: `gtag('consent', 'update', { ad_storage: 'granted' })` puts its arguments into
 * `dataLayer`. A `default` is the page's setting and no answer of the visitor.
 * https://developers.google.com/tag-platform/security/guides/consent
 */
const googleCommands: Tool = (page, tell) => {
  const layer = page.dataLayer;
  if (!Array.isArray(layer) || !isFunction(layer.push)) return false;
  const said: Page = {};
  const read = (entry: unknown) => {
    if (!isObject(entry) || entry[0] !== 'consent' || entry[1] !== 'update') return false;
    const update = entry[2];
    if (!isObject(update)) return false;
    for (const type of ['ad_storage', 'ad_user_data']) {
      if (typeof update[type] === 'string') said[type] = update[type];
    }
    return true;
  };
  const report = () => {
    const answer = googleAnswer(said.ad_storage, said.ad_user_data);
    if (answer !== 'unknown') tell(answer);
  };
  for (const entry of layer as unknown[]) attempt(() => read(entry), false);
  report();
  // Without an event to listen to, this is how a tag manager follows it too.
  const push = layer.push as AnyFunction;
  layer.push = function (this: unknown, ...entries: unknown[]) {
    const length = Reflect.apply(push, this, entries);
    attempt(() => {
      if (entries.map(read).some(Boolean)) report();
    }, undefined);
    return length as number;
  };
  return true;
};

/** Google's consent state itself, where consent tools set it without a command. */
const googleState: Tool = (page, tell) => {
  const data = page.google_tag_data;
  const state = isObject(data) ? data.ics : undefined;
  if (!isObject(state) || !isFunction(state.addListener)) return false;
  const updated = (type: string) => {
    const entries = state.entries;
    const entry = isObject(entries) ? entries[type] : undefined;
    const update = isObject(entry) ? entry.update : undefined;
    return typeof update === 'boolean' ? (update ? 'granted' : 'denied') : update;
  };
  const report = () => {
    const answer = attempt(
      () => googleAnswer(updated('ad_storage'), updated('ad_user_data')),
      'unknown',
    );
    // What was commanded may not have come here yet.
    if (answer !== 'unknown') tell(answer);
  };
  report();
  state.addListener(['ad_storage', 'ad_user_data'], report);
  return true;
};

/**
 * The WP Consent API. Where no consent type is set, or visitors are taken to agree until they object, its
 * yes is nobody's answer. https://github.com/WordPress/wp-consent-level-api
 */
const wordpress: Tool = (page, tell) => {
  const has = page.wp_has_consent;
  if (!isFunction(has)) return false;
  const type = page.wp_consent_type ?? page.wp_fallback_consent_type;
  if (typeof type !== 'string' || !type) return false;
  const agreed = has('marketing');
  if (agreed === false) tell('denied');
  else if (agreed === true && !type.includes('optout')) tell('granted');
  return true;
};

/**
 * The IAB's Transparency and Consent Framework 2: purpose 1 (store on a device) and 7 (measure
 * advertising), which Google's `ad_storage` and `ad_user_data` stand for.
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework
 */
const framework: Tool = (page, tell) => {
  const api = page.__tcfapi;
  if (!isFunction(api)) return false;
  const listen = (data: unknown, isSuccess: unknown) =>
    attempt(() => {
      if (isSuccess !== true || !isObject(data) || data.gdprApplies === false) return;
      // While the banner is open nothing has been answered.
      if (data.eventStatus !== 'tcloaded' && data.eventStatus !== 'useractioncomplete') return;
      const purposes = isObject(data.purpose) ? data.purpose.consents : undefined;
      const agreed = isObject(purposes) && purposes[1] === true && purposes[7] === true;
      tell(agreed ? 'granted' : 'denied');
    }, undefined);
  api('addEventListener', 2, listen);
  return true;
};

/* Both of Google's tell under one name: the later word holds. */
const TOOLS: readonly (readonly [name: string, Tool])[] = [
  ['google', googleCommands],
  ['google', googleState],
  ['wordpress', wordpress],
  ['framework', framework],
];

/**
 * What the visitor has answered, as far as the page can say: by its own word, else by its consent tools.
 * Global Privacy Control is a no whatever else is said. A default is no answer. Never throws, never polls.
 */
export class Consent {
  readonly #told = new Map<string, ConsentAnswer>();
  readonly #waiting = new Set(TOOLS);
  #said: ConsentAnswer = 'unknown';

  /**
   * @param page - the global object
   * @param changed - called whenever the answer may have changed
   */
  constructor(
    private readonly page: object,
    private readonly changed: () => void,
  ) {
    attempt(() => this.#listen(), undefined);
    this.look();
  }

  /** Looks for tools that were not there before. */
  look(): void {
    for (const entry of this.#waiting) {
      const [name, tool] = entry;
      const tell: Tell = (answer) => this.#hear(name, answer);
      if (attempt(() => tool(this.page as Page, tell), false)) this.#waiting.delete(entry);
    }
  }

  /** The page's own word, which goes before that of its tools. */
  say(answer: ConsentAnswer): void {
    this.#said = answer;
    this.changed();
  }

  get answer(): ConsentAnswer {
    // https://w3c.github.io/gpc/
    const gpc = attempt(() => {
      const { navigator } = this.page as Page;
      return isObject(navigator) && navigator.globalPrivacyControl === true;
    }, false);
    if (gpc) return 'denied';
    if (this.#said !== 'unknown') return this.#said;
    const told = [...this.#told.values()];
    return told.includes('denied') ? 'denied' : told.includes('granted') ? 'granted' : 'unknown';
  }

  #hear(name: string, answer: ConsentAnswer): void {
    this.#told.set(name, answer);
    this.changed();
  }

  #listen(): void {
    const { document, addEventListener } = this.page as Partial<Window>;
    document?.addEventListener('wp_listen_for_consent_change', (event) => {
      const { detail } = event as CustomEvent<unknown>;
      const answer = attempt(() => (isObject(detail) ? detail.marketing : undefined), undefined);
      if (answer === 'allow') this.#hear('wordpress', 'granted');
      else if (answer === 'deny') this.#hear('wordpress', 'denied');
    });
    document?.addEventListener('wp_consent_type_defined', () => this.look());
    // Whatever loads beside us is there by then.
    addEventListener?.call(this.page, 'load', () => this.look(), { once: true });
  }
}
