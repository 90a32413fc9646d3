import type { contactFormSending } from '../../locales/en/contact-form-sending.js';
import { boxOf, controlsOf, groupOf, labelOf, type Control } from './form-controls.js';

type Words = typeof contactFormSending;

/** One thing to mend, at a control or, without one, in the message as a whole. */
export interface Problem {
  control?: Control;
  /** Those that are wrong together with `control`; by default its whole group. */
  group?: Control[];
  message: string;
}

/** Fields of the usual names are asked for in their own words. */
const MISSING = new Map([
  ['name', 'missingName'],
  ['email', 'missingEmail'],
  ['phone', 'missingPhone'],
  ['message', 'missingMessage'],
] as const) as ReadonlyMap<
  string,
  'missingName' | 'missingEmail' | 'missingPhone' | 'missingMessage'
>;

/** Whether a control is checked, and fails. */
export function isWrong(control: Control): boolean {
  return control.willValidate && !control.validity.valid;
}

/**
 * What the browser's own constraints find wrong, in our words; one problem for a group of radio buttons or
 * checkboxes. Fires `invalid` at each control as the browser does before it sends, because authors set
 * their own words (`setCustomValidity`) in listeners for it.
 *
 * @param language - BCP 47, for dates and numbers
 */
export function problemsOf(form: HTMLFormElement, words: Words, language: string): Problem[] {
  const told = new Set<Control>();
  const failing = controlsOf(form).filter((control) => !control.checkValidity());
  return failing.filter(isWrong).flatMap((control) => {
    if (told.has(control)) return [];
    const group = groupOf(control).filter(isWrong);
    for (const each of group) told.add(each);
    return [{ control, group, message: messageFor(group, words, language) }];
  });
}

/**
 * What is wrong with a control, or with a group of them. Never repeats what was typed. An author's own words
 * come first: those of `setCustomValidity`; then the attributes `data-error-required`, where nothing was
 * entered, and `data-error`, whatever is wrong, on the control or on its group's fieldset; for a `pattern`,
 * `title` says what is asked for (https://html.spec.whatwg.org/multipage/input.html#the-pattern-attribute).
 */
export function messageFor(group: readonly Control[], words: Words, language: string): string {
  const [control] = group as [Control];
  const { validity, type, name } = control;
  if (validity.customError) return control.validationMessage;
  // Half a date is bad input and, having no value, missing as well.
  const missing = validity.valueMissing && !validity.badInput;
  const own = authorsWords(control, missing) || authorsWords(boxOf(groupOf(control)), missing);
  if (own) return own;
  const label = labelOf(control, group);
  if (missing && MISSING.has(name)) return words[MISSING.get(name)!];
  if (missing || validity.badInput)
    return words[ENTRY[type as keyof typeof ENTRY] ?? 'missingOther'](label);
  if (validity.typeMismatch) {
    if (type === 'url') return words.url;
    return (control as HTMLInputElement).multiple ? words.emails : words.email;
  }
  if (validity.patternMismatch) return words.format(label, control.title);
  if (validity.tooShort) return words.tooShort(label, (control as HTMLInputElement).minLength);
  if (validity.tooLong) return words.tooLong(label, (control as HTMLInputElement).maxLength);
  return rangeMessage(control as HTMLInputElement, label, words, language);
}

function authorsWords(element: Element | null, missing: boolean): string | null | undefined {
  return (
    (missing && element?.getAttribute('data-error-required')) || element?.getAttribute('data-error')
  );
}

/** How each kind of control is asked for an answer; the rest are filled in. */
const ENTRY = {
  radio: 'missingChoice',
  'select-one': 'missingChoice',
  'select-multiple': 'missingChoice',
  checkbox: 'missingBox',
  file: 'missingFile',
  date: 'missingDate',
  'datetime-local': 'missingDate',
  month: 'missingDate',
  week: 'missingDate',
  time: 'missingTime',
  number: 'missingNumber',
} as const;

function rangeMessage(
  { type, validity, min, max, step }: HTMLInputElement,
  label: string,
  words: Words,
  language: string,
): string {
  const dated = !/^(?:number|range)$/.test(type);
  const say = (value: string): string => inWords(type, value, language);
  // Both: a time whose range goes over midnight.
  if (validity.rangeUnderflow && validity.rangeOverflow)
    return words.between(label, say(min), say(max));
  if (validity.rangeUnderflow) return words[dated ? 'notBefore' : 'atLeast'](label, say(min));
  if (validity.rangeOverflow) return words[dated ? 'notAfter' : 'atMost'](label, say(max));
  if (!validity.stepMismatch) return words.format(label, '');
  const size = Number(step) || (dated ? 60 : 1);
  if (!dated && size === 1 && Number.isInteger(Number(min))) return words.wholeNumber(label);
  return words.steps(label, dated ? duration(type, size, language) : say(step), min && say(min));
}

/** A limit as the page's language writes it: numbers, dates and times of day. */
function inWords(type: string, value: string, language: string): string {
  const utc = { timeZone: 'UTC' } as const;
  switch (type) {
    case 'date':
      return format(value, { ...utc, dateStyle: 'long' }, language);
    case 'month':
      return format(value, { ...utc, year: 'numeric', month: 'long' }, language);
    case 'datetime-local':
      return format(`${value}Z`, { ...utc, dateStyle: 'long', timeStyle: 'short' }, language);
    case 'time':
      return format(`1970-01-01T${value}Z`, { ...utc, timeStyle: 'short' }, language);
    case 'week':
      return value;
    default:
      return withLocale(language, (locale) =>
        Number(value).toLocaleString(locale, { maximumFractionDigits: 20 }),
      );
  }
}

function format(iso: string, options: Intl.DateTimeFormatOptions, language: string): string {
  return withLocale(language, (locale) => new Date(iso).toLocaleString(locale, options));
}

/** The step of a date or time, e.g. '15 minutes'. HTML counts it in seconds for times, else in the type's unit. */
function duration(type: string, step: number, language: string): string {
  const units: Record<string, string> = { date: 'day', week: 'week', month: 'month' };
  const unit = units[type] ?? (step % 60 ? 'second' : 'minute');
  return withLocale(language, (locale) =>
    (unit === 'minute' ? step / 60 : step).toLocaleString(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
    }),
  );
}

/** `lang` may hold what is no language, as in `en_US`. */
function withLocale(language: string, write: (locale: string) => string): string {
  try {
    return write(language);
  } catch {
    return write('en');
  }
}
