import { html, nothing, type TemplateResult } from 'lit';
import { headingAt } from '../../foundation/heading.js';
import { collapse } from '../../foundation/text.js';
import type { contactForm } from '../../locales/en/contact-form.js';
import type { ContactForm } from './contact-form.js';

type Words = typeof contactForm;

/** What stands in the form's place once the message has arrived. */
export function thanksPanel(form: ContactForm, words: Words): TemplateResult {
  return html`<div class="thanks" part="thanks" tabindex="-1">
    ${headingAt(html, form.headingLevel, 2, words.thanks)}
    <p>${collapse(form.thanks || form.said) || words.thanksText}</p>
    ${form.receipt ? html`<p>${words.reference(form.receipt)}</p>` : nothing}
  </div>`;
}

/** What is said where neither the code that sends nor the endpoint can be reached. */
export function unreachablePanel(phone: string | undefined, words: Words): TemplateResult {
  const number = collapse(phone);
  // A number without an extension; others are shown as they are written.
  const dialled = /^[\d\s().+-]+$/.test(number) && number.replace(/[^\d+]/g, '');
  return html`<p role="alert" part="notice">
    ${words.unreachable} ${dialled ? html`<a href="tel:${dialled}">${number}</a>` : number}
  </p>`;
}
