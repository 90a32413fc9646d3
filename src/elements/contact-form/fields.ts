import { DEFAULT_FIELDS } from './usual-fields.js';

/** The kinds of question that contact-form can ask: HTML's input types, and groups of choices. */
export type ContactFieldType =
  | 'text'
  | 'email'
  | 'tel'
  | 'url'
  | 'number'
  | 'date'
  | 'time'
  | 'month'
  | 'textarea'
  | 'select'
  /** One of several. */
  | 'radio'
  /** One box. */
  | 'checkbox'
  /** Any of several. */
  | 'checkboxes'
  | 'file'
  | 'hidden';

/** One answer to choose. */
export interface ContactFieldChoice {
  /** What is sent. */
  value: string;
  /** What is shown. */
  label: string;
}

/** A question by property. With the name of a preset, it says only what is different there. */
export interface ContactFieldOptions {
  /** Its name in the lead: a letter, then letters, digits, `_`, `-` and `.`. */
  name: string;
  /** The words beside it; by default the preset's, else made from the name. */
  label?: string;
  /** `text` by default, `select` with `options`. */
  type?: ContactFieldType;
  /** Help between label and input. */
  hint?: string;
  /** Whether an answer is needed; `false` by default. */
  required?: boolean;
  /** The choices of `select`, `radio` and `checkboxes`; text alone is both value and label. */
  options?: readonly (string | ContactFieldChoice)[];
  /**
   * What a `hidden` field sends, and a `checkbox` once it is ticked (by default `yes`). Other fields start
   * empty; `prefill()` fills them.
   */
  value?: string;
  /** HTML autofill token: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill */
  autocomplete?: AutoFill;
  /** HTML `inputmode`. */
  inputMode?: string;
  /** The most characters; by default 500, and 4000 in a `textarea`. */
  maxLength?: number;
  /** The least number, day, time or month, as HTML writes it; `today` for a day. */
  min?: string | number;
  /** The greatest number, day, time or month, as HTML writes it; `today` for a day. */
  max?: string | number;
  /** HTML `step` of a number or a time. */
  step?: string | number;
  /** HTML `accept` of a file field. */
  accept?: string;
  /** Whether a file field takes several files. */
  multiple?: boolean;
  /** Asked only while another field, anywhere before it, has this answer or one of these. */
  showWhen?: { field: string; is: string | readonly string[] };
  /** What a `checkbox` is the consent to, in a word: `research`. Its words then go into the lead. */
  consent?: string;
  /** Below a consent: what it speaks of, for instance the privacy policy. */
  links?: readonly { text: string; href: string }[];
}

/** Begins a step, with its title. */
export interface ContactStepOptions {
  step: string;
}

/**
 * The questions: a text such as `name email phone? | message`, or a list of such words, questions of your
 * own and beginnings of steps.
 */
export type ContactFields = string | readonly (string | ContactFieldOptions | ContactStepOptions)[];

/** A question as it is asked. */
export interface ContactField extends ContactFieldOptions {
  type: ContactFieldType;
  required: boolean;
  /** Those of a preset are text, to be had in the page's language. */
  options: readonly (string | ContactFieldChoice)[];
  /** Its words are known by its name, in the page's language. */
  preset: boolean;
}

/** Questions that are asked together. */
export interface ContactStep {
  title: string;
  fields: ContactField[];
}

/** A word, a question or the beginning of a step; or anything, from a page that no types check. */
export type ContactPart = string | ContactFieldOptions | ContactStepOptions | null | undefined;

/** Choices by the question's name: as an author writes them, or one by one. */
export type ContactLists = Partial<Record<'reason' | 'location', string | readonly string[]>>;

/**
 * The questions known by name, beside the consents: type, autofill token, choices. Their limits load later
 * (form-questions.ts). There is no date of birth, on purpose: a first message needs none, and with one the
 * clinic's inbox holds what identifies a patient. The clinic asks for it when it calls.
 */
const PRESETS = {
  __proto__: null, // so that `constructor` is none of them
  name: 'text name',
  'first-name': 'text given-name',
  'last-name': 'text family-name',
  email: 'email email',
  phone: 'tel tel',
  message: 'textarea',
  reason: 'text',
  location: 'text',
  date: 'date',
  time: 'select off morning afternoon evening',
  'contact-method': 'radio off phone email text',
  'new-patient': 'radio off yes no',
  insurance: 'text',
  zip: 'text postal-code',
} as unknown as Partial<Record<string, string>>;
const CONSENT = /^consent-?(contact|sms|call|newsletter|)$/;

const NAME = /^[a-z][\w.-]*$/i;

/**
 * Reads `fields`. As text: names separated by spaces or commas; `?` behind those that may stay empty; a `|`
 * begins a step. A consent may stay empty unless a `*` is behind it. Doubles count once; other names become
 * lines of text. What cannot be asked is left out; `problemsOfFields` says why.
 *
 * @param lists - choices; text is `Back pain, Neck pain`, separated by semicolons where one holds a comma
 */
export function parseFields(
  fields: ContactFields | null | undefined,
  lists: ContactLists = {},
): ContactStep[] {
  const steps: ContactStep[] = [];
  const names = new Set<string>();
  for (const part of ['|', ...partsOf(fields)]) {
    const title = part === '|' ? '' : (part as ContactStepOptions | undefined)?.step;
    const field = fieldOf(part, lists);
    if (field && !names.has(field.name)) {
      names.add(field.name);
      steps.at(-1)!.fields.push(field);
    } else if (!field && title !== undefined) steps.push({ title: String(title), fields: [] });
  }
  return steps.filter((step) => step.fields.length);
}

/** What `fields` is made of. */
export function partsOf(fields: ContactFields | null | undefined): ContactPart[] {
  const given = (typeof fields === 'string' ? fields.trim() : fields) || DEFAULT_FIELDS;
  return [given]
    .flat()
    .flatMap((part) =>
      typeof part === 'string' ? (part.match(/\||[^\s,|]+/g) ?? []) : (part as ContactPart),
    );
}

/** One question, or nothing where it has no name or nothing to choose from. */
export function fieldOf(part: ContactPart, lists: ContactLists = {}): ContactField | undefined {
  const word = typeof part === 'string' ? part : '';
  const given: Partial<ContactFieldOptions> = word
    ? { name: word.replace(/[?*]+$/, '').toLowerCase() }
    : (Object(part) as ContactFieldOptions);
  const { name } = given;
  if (typeof name !== 'string' || !NAME.test(name)) return undefined;
  const preset = PRESETS[name];
  const [known, autocomplete, ...choices] = preset?.split(' ') ?? [];
  const purpose = CONSENT.exec(name)?.[1];
  const consent = given.consent ?? (purpose === '' ? name : purpose);
  const list = name === 'reason' || name === 'location' ? lists[name] : undefined;
  const split = (text: string) => text.trim().split(text.includes(';') ? /\s*;\s*/ : /\s*,\s*/);
  const offered = given.options ?? (typeof list === 'string' ? list.trim() && split(list) : list);
  const options = Array.isArray(offered) ? offered.filter(Boolean).map(choiceOf) : choices;
  const type =
    given.type ||
    (consent ? 'checkbox' : offered ? 'select' : ((known as ContactFieldType) ?? 'text'));
  if (/^(?:select|radio|checkboxes)$/.test(type) && !options.length) return undefined;
  return {
    autocomplete: autocomplete as AutoFill | undefined,
    ...given,
    name,
    type,
    consent,
    options,
    required: word ? (consent ? /\*$/ : /[^?]$/).test(word) : !!given.required,
    preset: !!preset || purpose !== undefined,
  };
}

function choiceOf(choice: unknown): ContactFieldChoice {
  const { label = choice, value = label } = Object(choice) as Partial<ContactFieldChoice>;
  return { label, value } as ContactFieldChoice;
}
