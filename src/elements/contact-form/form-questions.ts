import { safeLink } from '../../foundation/safe-url.js';
import {
  fieldOf,
  partsOf,
  type ContactField,
  type ContactFields,
  type ContactFieldOptions,
  type ContactFieldType,
  type ContactStepOptions,
} from './fields.js';
import { controlsOf, type Control } from './form-controls.js';

/** The limits of the questions known by name. */
const LIMITS: Record<string, Partial<ContactFieldOptions>> = {
  email: { maxLength: 254 },
  phone: { maxLength: 40 },
  zip: { maxLength: 10, inputMode: 'numeric' },
  date: { min: 'today' },
};

const TYPES: Record<ContactFieldType, true> = {
  text: true,
  email: true,
  tel: true,
  url: true,
  number: true,
  date: true,
  time: true,
  month: true,
  textarea: true,
  select: true,
  radio: true,
  checkbox: true,
  checkboxes: true,
  file: true,
  hidden: true,
};
/** Types with words of any length. */
const TEXT = /^(?:text|email|tel|url)$/;
/** Types in which Enter is pressed on a keyboard on the screen. */
const TYPED = /^(?:text|email|tel|url|number)$/;

/**
 * What is wrong with `fields`, each with its remedy.
 *
 * @param asked - what is asked of them: choices may come from elsewhere
 */
export function problemsOfFields(
  fields: ContactFields | undefined,
  asked: readonly ContactField[] = [],
): string[] {
  const problems: string[] = [];
  const before = new Set<string>();
  for (const part of partsOf(fields)) {
    const { name, showWhen, step } = Object(part) as Partial<
      ContactFieldOptions & ContactStepOptions
    >;
    const field = fieldOf(part) ?? asked.find((each) => each.name === name);
    if (typeof part === 'string' || (step !== undefined && name === undefined)) {
      before.add(field?.name ?? '');
      continue;
    }
    const say = (what: string): unknown => problems.push(`the field "${String(name)}" ${what}`);
    if (!field) {
      say(
        'is left out: "name" is a letter, then letters, digits, "_", "-" or "."; choices need "options".',
      );
      continue;
    }
    if (before.has(field.name)) say('is there twice: the first one is asked.');
    if (!Object.hasOwn(TYPES, field.type))
      say(`becomes a line of text: its "type" is none of ${Object.keys(TYPES).join(', ')}.`);
    if (showWhen && !before.has(showWhen.field))
      say('is always asked: "showWhen" must name a "field" before it.');
    before.add(field.name);
  }
  return problems;
}

/** Gives the controls of the element's own form what cannot be seen: limits, hints to the keyboard. */
export function limitFields(form: HTMLFormElement, fields: ContactField[]): void {
  const last = fields.findLast(({ type }) => TYPED.test(type));
  for (const field of fields) {
    const { type } = field;
    const limits = { ...LIMITS[field.preset ? field.name : ''], ...field };
    const attributes = {
      maxlength:
        limits.maxLength ?? (type === 'textarea' ? 4000 : TEXT.test(type) ? 500 : undefined),
      inputmode: limits.inputMode,
      enterkeyhint: TYPED.test(type) ? (field === last ? 'send' : 'next') : undefined,
      min: dayOf(limits.min),
      max: dayOf(limits.max),
      step: limits.step,
      accept: limits.accept,
      multiple: limits.multiple ? '' : undefined,
    };
    for (const control of controlsNamed(form, field.name)) {
      for (const [name, value] of Object.entries(attributes)) {
        // A control may have been another question's before.
        if (value === undefined) control.removeAttribute(name);
        else control.setAttribute(name, String(value));
      }
    }
  }
}

/** A day as an input takes it; `today` is the visitor's own. */
function dayOf(day: string | number | undefined): string | number | undefined {
  if (day !== 'today') return day;
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/**
 * Asks those questions whose condition holds. The others are neither shown nor sent nor checked, and keep
 * what was answered for when they are asked again.
 */
export function askFields(form: HTMLFormElement, fields: ContactField[]): void {
  const before = new Set<string>();
  for (const { name, showWhen } of fields) {
    let asked = true;
    if (showWhen && before.has(showWhen.field)) {
      const wanted = [showWhen.is].flat().map(String);
      // Read anew each time: what is not asked has no answer, and others may wait for it.
      const answers = new FormData(form).getAll(showWhen.field);
      asked = answers.some((answer) => typeof answer === 'string' && wanted.includes(answer));
    }
    for (const control of controlsNamed(form, name)) {
      control.disabled = !asked;
      control.closest('[part="field"]')?.toggleAttribute('hidden', !asked);
    }
    before.add(name);
  }
}

/** Of a group of boxes, at least one: HTML knows that only for radio buttons. */
export function checkGroups(
  form: HTMLFormElement,
  fields: ContactField[],
  words: { missingChoice(label: string): string },
): void {
  for (const { name, type, required } of fields) {
    if (type !== 'checkboxes' || !required) continue;
    const boxes = controlsNamed(form, name) as HTMLInputElement[];
    const [first] = boxes;
    const legend = first?.closest('fieldset')?.querySelector('legend')?.textContent?.trim();
    if (!first || !legend) continue;
    const wasWrong = !first.validity.valid;
    const some = boxes.some(({ checked }) => checked);
    first.setCustomValidity(some ? '' : words.missingChoice(legend));
    // Its message goes with the first tick, whichever box that was.
    if (wasWrong && some) first.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/**
 * Puts below a consent what it speaks of, and the clinic's privacy policy behind the note about what not to
 * write. In a tab of their own: what was written stays.
 */
export function linkFields(
  form: HTMLFormElement,
  fields: ContactField[],
  words: { newTab: string; privacyPolicy: string },
  policy: string | undefined,
): void {
  const linkTo = (href: string, text: string): HTMLAnchorElement => {
    const anchor = document.createElement('a');
    Object.assign(anchor, { href, target: '_blank', rel: 'noopener' });
    anchor.textContent = `${text} ${words.newTab}`;
    return anchor;
  };
  for (const { name, links, hint } of fields) {
    const note = policy && !hint ? form.querySelector(`[id="${name}-hint"]`) : null;
    if (note && !note.querySelector('a')) note.append(' ', linkTo(policy!, words.privacyPolicy));
    const [control] = Array.isArray(links) ? controlsNamed(form, name) : [];
    const place = control?.closest('[part="field"]');
    if (!place || place.querySelector('[data-clinic="links"]')) continue;
    const line = document.createElement('p');
    line.dataset.clinic = 'links';
    for (const link of links!) {
      const href = safeLink(link?.href, document.baseURI);
      if (!href) continue;
      line.append(linkTo(href, link.text), ' ');
    }
    place.append(line);
  }
}

function controlsNamed(form: HTMLFormElement, name: string): Control[] {
  return controlsOf(form).filter((control) => control.name === name);
}
