/**
 * What a request to a clinic is: one message that a visitor wrote, with what the clinic needs to
 * answer it. The same code checks a lead in the browser and on a server, in any framework; it
 * needs no DOM and no other package. `lead.schema.json` says the same for other languages.
 */

/** One request to the clinic. */
export interface Lead {
  /**
   * UUID (RFC 9562) in lower case, made when the visitor first presses Send and kept for every
   * retry: the idempotency key. A receiver that stores equal ids once makes the lead exactly once.
   */
  id: string;
  /**
   * The ids of earlier messages that this one replaces, the oldest first: each may have arrived, and then
   * the visitor edited it and sent again. Whoever holds one of them puts this lead in its place.
   */
  supersedes?: string[];
  /** Which form on the site. Default `contact`. */
  form: string;
  /**
   * What the visitor answered, by field name, byte for byte: nothing is trimmed, escaped or
   * normalised. Whoever shows or forwards a value neutralises it for that place (HTML, a
   * spreadsheet, a mail header). No prototype, so no name is ever found that was not sent. A consent box
   * that was ticked is here too, under its own name: endpoints that take nothing but fields look for it,
   * and a message with another tick is another message.
   */
  fields: Record<string, string | string[]>;
  /** What the visitor was asked to agree to, with the words, whether or not it was given. */
  consents: Consent[];
  /** Where the visitor came from, by parameter name (`utm_source`, …). No prototype. */
  attribution: Record<string, string>;
  signals: LeadSignals;
  page: LeadPage;
  /** When the visitor pressed Send: ISO 8601 in UTC, `2026-03-01T09:30:00.000Z`. */
  submittedAt: string;
}

/** One thing the visitor was asked to agree to, in the words that were shown. */
export interface Consent {
  /** What it is for, in a word or two: `contact`, `sms`, `call`, `newsletter`. */
  purpose: string;
  /** The sentence beside the box, as the visitor read it. */
  text: string;
  given: boolean;
  /** When the box was last changed; where nobody touched it, when Send was pressed. ISO 8601 in UTC. */
  at: string;
  /**
   * SHA-256 (FIPS 180-4) of `text` in UTF-8, as 64 hexadecimal digits in lower case: says later which
   * wording was agreed to. Absent where the browser could not make it (a page without https).
   */
  sha256?: string;
}

/** Hints for telling people from robots. Each is a score, never a verdict. */
export interface LeadSignals {
  /** The trap field, which no person sees, was filled in. */
  trap?: boolean;
  /** Whole seconds from the form's being shown to its being sent. */
  seconds?: number;
  /** How many times a key or a pointer was used in the form. */
  interactions?: number;
  /**
   * Proof of work: base64 of the JSON `{ challenge, solution }` of ALTCHA, version 2. A server that gave the
   * challenge can verify it; any text is accepted here.
   */
  proof?: string;
}

/** The page on which the form stood. */
export interface LeadPage {
  /** Absolute http(s) URL; the empty string where it is not known. */
  url: string;
  title?: string;
  /** The page's language, as its `lang` says. */
  language?: string;
}

/** One thing that is wrong with a lead. The message never repeats what was sent. */
export interface LeadProblem {
  /** Where: a JSON Pointer (RFC 6901); empty for the lead as a whole. */
  path: string;
  /** What to do about it, as a sentence; for a field, one that the visitor can be shown. */
  message: string;
}

/** What `checkLead` found. */
export type LeadCheck = { ok: true; lead: Lead } | { ok: false; errors: LeadProblem[] };

/** The only answer, with a 2xx status, that confirms a lead. */
export interface Receipt {
  ok: true;
  /** The id of the lead. */
  id: string;
  /** A short reference that the visitor may quote on the phone. */
  receipt: string;
}

/** The answer to a lead that needs other answers from the visitor (status 422). */
export interface LeadRejection {
  ok: false;
  errors: { field?: string; message: string }[];
}

/**
 * The most that one lead may hold. `total` counts UTF-16 code units over all text in the lead (the
 * length of a JavaScript string); every other length counts Unicode characters.
 */
export const LEAD_LIMITS = {
  /** Fields in a lead. */
  fields: 100,
  /** Characters in the name of a field, a form, a consent or an attribution parameter. */
  name: 100,
  /** Characters in one answer. */
  value: 100_000,
  /** Answers to one field. */
  values: 50,
  /** Code units of text in all. */
  total: 400_000,
  /** Earlier messages that one replaces. */
  supersedes: 20,
  consents: 20,
  /** Characters in the text of a consent. */
  consentText: 5_000,
  /** Attribution parameters. */
  attribution: 50,
  /** Characters in an attribution parameter. */
  attributionValue: 1_000,
  /** Characters in the page's URL. */
  url: 4_000,
  /** Characters in the page's title, and in its language. */
  title: 1_000,
  /** The largest number that a signal may report. */
  signal: 1_000_000_000,
  /** Characters in a proof of work. */
  proof: 4_000,
} as const;

/** Names of inputs that are ours in a form sent without script; the rest belong to the author. */
const RESERVED_INPUT = /^_clinic_/;

/** The input that people do not see. Its name says nothing of a trap, which robots look for. */
export const TRAP_INPUT = '_clinic_ref';

/** Versions 1 to 8 only: a nil or all-ones id is a placeholder, and would fold strangers into one. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;
/** Any alphabet, and the signs that form builders use; no quotes, angle brackets or line breaks. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_ .:[\]()/-]*$/u;
const NOT_IN_A_NAME = /[^\p{L}\p{M}\p{N}_ .:[\]()/-]/gu;
/** Names with which a careless receiver would reach a prototype. */
const UNSAFE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);
const URL_OR_UNKNOWN = /^(?:https?:\/\/\S+)?$/u;
const UTC_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/u;
const NOT_BLANK = /\S/u;
const SHA_256 = /^[0-9a-f]{64}$/u;

/** More than this helps nobody, and an attacker should not choose the size of an answer. */
const MOST_PROBLEMS = 20;

type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Inherited properties are not data. */
const own = (object: JsonObject, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

const dictionary = <Value>(): Record<string, Value> => Object.create(null) as Record<string, Value>;

const isLongerThan = (text: string, most: number): boolean =>
  text.length > most && (text.length > 2 * most || [...text].length > most);

const isSafeName = (name: string): boolean =>
  !isLongerThan(name, LEAD_LIMITS.name) && NAME.test(name) && !UNSAFE_NAMES.has(name);

/** `Date` alone would read 30 February as 2 March. */
const isUtcTime = (text: string): boolean => {
  if (!UTC_TIME.test(text)) return false;
  const time = new Date(text);
  return !Number.isNaN(time.valueOf()) && time.toISOString().slice(0, 19) === text.slice(0, 19);
};

const pointer = (path: string, key: string | number): string =>
  `${path}/${String(key).slice(0, LEAD_LIMITS.name).replace(/~/g, '~0').replace(/\//g, '~1')}`;

const count = (number: number): string => number.toLocaleString('en');

/** Reads one lead, noting what is wrong as it goes. */
class LeadReader {
  readonly problems: LeadProblem[] = [];
  #total = 0;

  lead(input: unknown): Lead | undefined {
    if (!isObject(input)) {
      this.#note('', 'A lead must be a JSON object.');
      return undefined;
    }
    const supersedes = own(input, 'supersedes');
    const form = own(input, 'form');
    const lead: Lead = {
      id: this.#id(own(input, 'id'), '/id'),
      ...(supersedes !== undefined && { supersedes: this.#supersedes(supersedes) }),
      form: form === undefined ? 'contact' : this.#name(form, '/form'),
      fields: this.#fields(own(input, 'fields')),
      consents: this.#consents(own(input, 'consents')),
      attribution: this.#attribution(own(input, 'attribution')),
      signals: this.#signals(own(input, 'signals')),
      page: this.#page(own(input, 'page')),
      submittedAt: this.#time(own(input, 'submittedAt'), '/submittedAt'),
    };
    if (this.#total > LEAD_LIMITS.total) {
      this.#note('', `A message may hold ${count(LEAD_LIMITS.total)} characters in all.`);
    }
    return this.problems.length === 0 ? lead : undefined;
  }

  #note(path: string, message: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ path, message });
  }

  #text(value: unknown, path: string, most: number): string {
    if (typeof value !== 'string') {
      this.#note(path, 'This must be text.');
      return '';
    }
    if (isLongerThan(value, most)) {
      this.#note(path, `This is too long: please use at most ${count(most)} characters.`);
    }
    this.#total += value.length;
    return value;
  }

  #id(value: unknown, path: string): string {
    if (typeof value === 'string' && UUID.test(value)) return value;
    this.#note(path, 'This must be a UUID (RFC 9562, version 1 to 8) in lower case.');
    return '';
  }

  #supersedes(value: unknown): string[] {
    if (!Array.isArray(value)) {
      this.#note('/supersedes', 'This must be a list of ids.');
      return [];
    }
    return [...this.#items(value, '/supersedes', LEAD_LIMITS.supersedes)].map(([id, path]) =>
      this.#id(id, path),
    );
  }

  #time(value: unknown, path: string): string {
    if (typeof value === 'string' && isUtcTime(value)) return value;
    this.#note(path, 'This must be a UTC time such as 2026-03-01T09:30:00.000Z.');
    return '';
  }

  #name(value: unknown, path: string): string {
    if (typeof value === 'string' && isSafeName(value)) {
      this.#total += value.length;
      return value;
    }
    this.#note(
      path,
      `A name must be 1 to ${LEAD_LIMITS.name} letters, digits, spaces and _ . : [ ] ( ) / -, ` +
        `begin with a letter, a digit or _, and not be __proto__, constructor or prototype.`,
    );
    return '';
  }

  /** The values of an object by name, as far as there may be; each name is checked. */
  *#entries(object: JsonObject, path: string, most: number): Generator<[string, unknown, string]> {
    const names = Object.keys(object);
    if (names.length > most) this.#note(path, `There may be at most ${most} of these.`);
    for (const name of names.slice(0, most)) {
      const at = pointer(path, name);
      if (this.#name(name, at)) yield [name, object[name], at];
    }
  }

  /** The items of a list, as far as there may be. */
  *#items(list: unknown[], path: string, most: number): Generator<[unknown, string]> {
    if (list.length > most) this.#note(path, `There may be at most ${most} of these.`);
    for (let index = 0; index < Math.min(list.length, most); index += 1) {
      yield [list[index], pointer(path, index)];
    }
  }

  #fields(value: unknown): Lead['fields'] {
    const fields = dictionary<string | string[]>();
    if (!isObject(value)) {
      this.#note('/fields', 'This must be an object of answers by field name.');
      return fields;
    }
    let anyAnswer = false;
    for (const [name, answer, path] of this.#entries(value, '/fields', LEAD_LIMITS.fields)) {
      if (Array.isArray(answer)) {
        const answers: string[] = [];
        for (const [item, itemPath] of this.#items(answer, path, LEAD_LIMITS.values)) {
          answers.push(this.#text(item, itemPath, LEAD_LIMITS.value));
        }
        fields[name] = answers;
        anyAnswer ||= answers.some((item) => NOT_BLANK.test(item));
      } else {
        const text = this.#text(answer, path, LEAD_LIMITS.value);
        fields[name] = text;
        anyAnswer ||= NOT_BLANK.test(text);
      }
    }
    if (!anyAnswer) this.#note('/fields', 'Please fill in the form: every answer is empty.');
    return fields;
  }

  #consents(value: unknown): Consent[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.#note('/consents', 'This must be a list.');
      return [];
    }
    const consents: Consent[] = [];
    for (const [item, path] of this.#items(value, '/consents', LEAD_LIMITS.consents)) {
      if (!isObject(item)) {
        this.#note(path, 'This must be an object.');
        continue;
      }
      const given = own(item, 'given');
      if (typeof given !== 'boolean') this.#note(`${path}/given`, 'This must be true or false.');
      const sha256 = own(item, 'sha256');
      const isDigest = typeof sha256 === 'string' && SHA_256.test(sha256);
      if (sha256 !== undefined && !isDigest) {
        this.#note(`${path}/sha256`, 'This must be 64 hexadecimal digits in lower case.');
      }
      consents.push({
        purpose: this.#name(own(item, 'purpose'), `${path}/purpose`),
        text: this.#text(own(item, 'text'), `${path}/text`, LEAD_LIMITS.consentText),
        given: given === true,
        at: this.#time(own(item, 'at'), `${path}/at`),
        ...(isDigest && { sha256 }),
      });
    }
    return consents;
  }

  #attribution(value: unknown): Lead['attribution'] {
    const attribution = dictionary<string>();
    if (value === undefined) return attribution;
    if (!isObject(value)) {
      this.#note('/attribution', 'This must be an object of text by name.');
      return attribution;
    }
    for (const [name, text, path] of this.#entries(
      value,
      '/attribution',
      LEAD_LIMITS.attribution,
    )) {
      attribution[name] = this.#text(text, path, LEAD_LIMITS.attributionValue);
    }
    return attribution;
  }

  #signals(value: unknown): LeadSignals {
    const signals: LeadSignals = {};
    if (value === undefined) return signals;
    if (!isObject(value)) {
      this.#note('/signals', 'This must be an object.');
      return signals;
    }
    const trap = own(value, 'trap');
    if (typeof trap === 'boolean') signals.trap = trap;
    else if (trap !== undefined) this.#note('/signals/trap', 'This must be true or false.');
    for (const name of ['seconds', 'interactions'] as const) {
      const number = own(value, name);
      if (number === undefined) continue;
      if (Number.isInteger(number) && Number(number) >= 0 && Number(number) <= LEAD_LIMITS.signal) {
        signals[name] = Number(number);
      } else {
        this.#note(
          `/signals/${name}`,
          `This must be a whole number from 0 to ${count(LEAD_LIMITS.signal)}.`,
        );
      }
    }
    const proof = own(value, 'proof');
    if (proof !== undefined) {
      signals.proof = this.#text(proof, '/signals/proof', LEAD_LIMITS.proof);
    }
    return signals;
  }

  #page(value: unknown): LeadPage {
    if (!isObject(value)) {
      this.#note('/page', 'This must be an object with the URL of the page.');
      return { url: '' };
    }
    const page: LeadPage = { url: this.#text(own(value, 'url'), '/page/url', LEAD_LIMITS.url) };
    if (!URL_OR_UNKNOWN.test(page.url)) {
      this.#note('/page/url', 'This must be an absolute http or https URL, or empty.');
    }
    for (const name of ['title', 'language'] as const) {
      const text = own(value, name);
      if (text !== undefined) page[name] = this.#text(text, `/page/${name}`, LEAD_LIMITS.title);
    }
    return page;
  }
}

/**
 * Says whether a parsed JSON value is a lead, and copies it if it is.
 *
 * The copy is fresh and holds only what `Lead` names: unknown keys, at the top and inside
 * `consents`, `signals` and `page`, are dropped. `form`, `consents`, `attribution` and `signals`
 * may be left out and get their defaults. Values are copied byte for byte.
 *
 * Never throws on a JSON value, and does bounded work: see `LEAD_LIMITS`. At most 20 problems are
 * reported.
 */
export function checkLead(input: unknown): LeadCheck {
  const reader = new LeadReader();
  const lead = reader.lead(input);
  return lead ? { ok: true, lead } : { ok: false, errors: reader.problems };
}

/**
 * The nearest name that `checkLead` accepts: a form's author may call a field anything, and no
 * visitor's answer should be refused for it. Safe names come back unchanged.
 */
export function safeFieldName(name: string): string {
  if (isSafeName(name)) return name;
  const shown = name.replace(NOT_IN_A_NAME, '_');
  const safe = isSafeName(shown) ? shown : `_${shown}`;
  return [...safe].slice(0, LEAD_LIMITS.name).join('');
}

/**
 * Makes a lead of what a native form POST sends, for visitors whose browser ran no script. A
 * repeated name becomes a list. Files are ignored: a lead carries text only. Field names are made
 * safe with `safeFieldName`.
 *
 * Names that start with `_clinic_` are reserved and never become fields: `_clinic_id` is the
 * lead's id (if it is a UUID, else `context.id` is), `_clinic_form` names the form, and a
 * `_clinic_ref` that is not empty sets `signals.trap` and nothing else.
 *
 * The transport `form` writes the rest of a lead the same way: `_clinic_supersedes` (ids with
 * spaces between), `_clinic_submitted_at`, and as JSON `_clinic_consents`, `_clinic_attribution`,
 * `_clinic_signals` and `_clinic_page`, which then stands in the place of `context.page`. Where these
 * are no parts of a lead they are passed over: no answer is lost to them. Form posts write each line
 * break as CR LF, and so it stays.
 *
 * @param entries a `FormData`, a `URLSearchParams` or any list of pairs
 * @param context what the request says beside the form; `id` is a fresh UUID, `now` the time
 */
export function leadFromFormEntries(
  entries: Iterable<[string, string | Blob]>,
  context: { page?: LeadPage; now: Date; id: string },
): LeadCheck {
  const fields = dictionary<string | string[]>();
  const reserved = new Map<string, string>();
  for (const [name, value] of entries) {
    if (typeof value !== 'string') continue;
    if (RESERVED_INPUT.test(name)) {
      // A page may hold an input twice; a trap counts if either was filled.
      reserved.set(name, reserved.get(name) || value);
      continue;
    }
    const key = safeFieldName(name);
    const before = fields[key];
    if (before === undefined) fields[key] = value;
    else if (typeof before === 'string') fields[key] = [before, value];
    else before.push(value);
  }
  const id = reserved.get('_clinic_id')?.trim().toLowerCase() ?? '';
  const form = reserved.get('_clinic_form');
  const trap = reserved.get(TRAP_INPUT);
  const plain = {
    id: UUID.test(id) ? id : context.id,
    ...(form && { form: safeFieldName(form) }),
    fields,
    signals: trap === undefined ? {} : { trap: trap !== '' },
    page: context.page ?? { url: '' },
    submittedAt: context.now.toISOString(),
  };
  const whole = checkLead({ ...plain, ...extrasIn(reserved, plain.signals) });
  return whole.ok ? whole : checkLead(plain);
}

/** What the transport `form` wrote beside the answers, not yet checked. */
function extrasIn(reserved: ReadonlyMap<string, string>, { trap }: LeadSignals): JsonObject {
  const json = (name: string): unknown => {
    try {
      return JSON.parse(reserved.get(name) ?? '');
    } catch {
      return undefined;
    }
  };
  const supersedes = reserved.get('_clinic_supersedes')?.split(/\s+/).filter(Boolean);
  const submittedAt = reserved.get('_clinic_submitted_at');
  const signals = json('_clinic_signals');
  const page = json('_clinic_page');
  return {
    ...(supersedes?.length && { supersedes }),
    consents: json('_clinic_consents'),
    attribution: json('_clinic_attribution'),
    ...(isObject(signals) && { signals: { trap, ...signals, ...(trap && { trap }) } }),
    ...(page !== undefined && { page }),
    ...(submittedAt && { submittedAt }),
  };
}

/** Whether the body of an answer confirms the lead with this id, and no other. */
export function isReceiptFor(id: string, body: unknown): body is Receipt {
  return (
    isObject(body) &&
    own(body, 'ok') === true &&
    own(body, 'id') === id &&
    typeof own(body, 'receipt') === 'string'
  );
}

/** Turns what `checkLead` found into the answer that a form understands: messages by field name. */
export function rejectionFor(problems: readonly LeadProblem[]): LeadRejection {
  return {
    ok: false,
    errors: problems.map(({ path, message }) => {
      const field = /^\/fields\/([^/]*)/.exec(path)?.[1];
      if (field === undefined) return { message };
      return { field: field.replace(/~1/g, '/').replace(/~0/g, '~'), message };
    }),
  };
}
