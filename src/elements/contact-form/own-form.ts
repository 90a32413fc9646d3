import { html, nothing, type TemplateResult } from 'lit';
import { safeEndpoint } from '../../foundation/safe-url.js';
import type { contactForm } from '../../locales/en/contact-form.js';
import type { ContactForm } from './contact-form.js';
import type { ContactField } from './fields.js';
import { lineOf, spaced } from './form-field.js';

/** What stands in the element's own form: questions, and the buttons below them. */
export interface FormBody {
  questions: unknown;
  buttons: unknown;
}

/**
 * The form that the element makes: whole in its root, so that labels and autofill work. Spell checkers in
 * the cloud are told to keep away.
 */
export function ownForm(
  { action, baseURI }: Pick<ContactForm, 'action' | 'baseURI'>,
  { questions, buttons }: FormBody,
): TemplateResult {
  return html`<form
    part="form"
    method="post"
    spellcheck="false"
    action=${safeEndpoint(action, baseURI) ?? nothing}
  >
    ${questions}
    <span>${buttons}</span>
  </form>`;
}

/** The usual questions, and one button. */
export function usualBody(
  fields: ContactField[],
  withoutNote: boolean,
  words: typeof contactForm,
): FormBody {
  return {
    questions: fields.map((field) =>
      lineOf({
        field,
        label: field.preset ? words[field.name as 'name'] : spaced(field.name),
        hint: field.type === 'textarea' && !withoutNote ? words.privacy : undefined,
        optional: field.required ? undefined : words.optional,
      }),
    ),
    buttons: html`<button part="submit" type="submit">${words.send}</button>`,
  };
}
