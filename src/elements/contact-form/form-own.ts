import { html, nothing, type TemplateResult } from 'lit';
import { safeEndpoint } from '../../foundation/safe-url.js';
import type { contactForm } from '../../locales/en/contact-form.js';
import type { ContactStep } from './fields.js';
import { ownField, type FormHost } from './form-field.js';

/**
 * The form that the element makes: whole in its root, so that labels and autofill work. In steps, each is a
 * fieldset, and one shows; the code that checks turns them (form-steps.ts). Spell checkers in the cloud are
 * told to keep away.
 */
export function ownForm(
  steps: ContactStep[],
  host: FormHost,
  words: typeof contactForm,
  onSubmit: (event: SubmitEvent) => void,
): TemplateResult {
  const count = steps.length;
  // A server cannot know whether a script will come to turn the steps.
  const step = host.blind ? -1 : host.step;
  return html`<form
    part="form"
    method="post"
    spellcheck="false"
    action=${safeEndpoint(host.action, host.baseURI) ?? nothing}
    @submit=${onSubmit}
  >
    ${steps.map(({ title, fields }, index) => {
      const questions = fields.map((field) => ownField(field, host, words, step < 0));
      return count > 1
        ? html`<fieldset part="step" tabindex="-1" ?hidden=${step >= 0 && step !== index}>
            <legend><span class="hint">${words.step(index + 1, count)}</span> ${title}</legend>
            ${questions}
          </fieldset>`
        : questions;
    })}
    <span>
      <button part="submit" type="submit">
        ${step >= 0 && step < count - 1 ? words.next : words.send}
      </button>
      ${step > 0 ? html`<button part="back" type="button">${words.back}</button>` : nothing}
    </span>
  </form>`;
}
