import { json } from './json.js';
import { native } from './native.js';
import type { FormPost, Transport } from './transport.js';
import type { VendorName } from './vendors.js';

const NAMES = [
  'json',
  'form',
  'contact-form-7',
  'gravity-forms',
  'hubspot',
  'formspree',
  'netlify',
  'native',
] as const satisfies readonly ('json' | 'native' | VendorName)[];

type Name = (typeof NAMES)[number];

/** What the address of an endpoint looks like. Netlify's looks like any page. */
const LOOKS: readonly (readonly [RegExp, Name])[] = [
  [/\/contact-forms\/\d+(?:\/feedback)?\/?$/, 'contact-form-7'],
  [/\/gf\/v2\/forms\/\d+\/submissions\/?$/, 'gravity-forms'],
  [/^https:\/\/[a-z0-9-]+\.hsforms\.com\/submissions\/v3\//, 'hubspot'],
  [/^https:\/\/formspree\.io\//, 'formspree'],
  [/\/servlet\/servlet\.WebTo(?:Lead|Case)$/, 'native'],
];

/* To wait for code before the first try, in milliseconds; a later try may find it there. */
const PATIENCE = 2000;

type Load = () => Promise<{ vendors: Readonly<Record<VendorName, Transport>> }>;

/**
 * The transport for an endpoint. Without a name it is guessed from the address, and the guess is said once
 * where it is not `json`. Never rejects.
 *
 * @param wanted - a name, `auto`, or an object with `request` and `reply`
 * @param warn - tells the page's developer
 */
export async function transportFor(
  wanted: unknown,
  action: URL,
  warn: (message: string) => void,
  load: Load = () => import('./vendors.js'),
): Promise<Transport | FormPost> {
  if (isTransport(wanted)) return wanted;
  const name = nameIn(wanted, NAMES) ?? guess(wanted, action, warn);
  if (name === 'json') return json;
  if (name === 'native') return native;
  const late = new LateTransport(name, load);
  return (await late.arrives()) ?? late;
}

function isTransport(wanted: unknown): wanted is Transport {
  const { request, reply } = (wanted ?? {}) as { request?: unknown; reply?: unknown };
  return typeof request === 'function' && typeof reply === 'function';
}

function nameIn<N extends string>(wanted: unknown, names: readonly N[]): N | undefined {
  const written = typeof wanted === 'string' ? wanted.trim().toLowerCase() : undefined;
  return names.find((name) => name === written);
}

function guess(wanted: unknown, action: URL, warn: (message: string) => void): Name {
  if (typeof wanted === 'object' && wanted !== null) {
    warn('a "transport" of your own needs the functions request() and reply().');
  } else if (wanted != null && nameIn(wanted, ['auto', '']) === undefined) {
    warn(`"transport" is none of auto, ${NAMES.join(', ')}.`);
  }
  // Sites without pretty addresses.
  const path = action.searchParams.get('rest_route') ?? action.pathname;
  const name = LOOKS.find(([look]) => look.test(action.origin + path))?.[1] ?? 'json';
  if (name !== 'json') {
    warn(`"action" looks like ${name}, and is sent to as such; transport="${name}" says it.`);
  }
  return name;
}

/**
 * A transport whose code may not be there yet. Until it is, a try fails before anything is sent, as one
 * without a network does, and asks for the code again; so it may be repeated whatever the endpoint does.
 */
class LateTransport implements Transport {
  #transport?: Transport;
  readonly carriesFiles: boolean;

  constructor(
    private readonly name: VendorName,
    private readonly load: Load,
  ) {
    this.carriesFiles = name !== 'hubspot';
  }

  get foldsEqualIds(): boolean {
    return !this.#transport || !!this.#transport.foldsEqualIds;
  }

  get formFields(): Transport['formFields'] {
    return this.#transport?.formFields;
  }

  /** The transport itself; undefined where its code is not to be had, or not to be waited for any longer. */
  arrives(): Promise<Transport | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, PATIENCE);
      void this.load()
        .then(({ vendors }) => (this.#transport = vendors[this.name]))
        .catch(() => undefined)
        .then((transport) => {
          clearTimeout(timer);
          resolve(transport);
        });
    });
  }

  request: Transport['request'] = (parcel) => {
    if (this.#transport) return this.#transport.request(parcel);
    void this.arrives();
    throw new Error('the code of this transport has not arrived');
  };

  reply: Transport['reply'] = (lead, response) => this.#transport!.reply(lead, response);
}
