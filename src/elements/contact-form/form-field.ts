import { html, nothing, type TemplateResult } from 'lit';
import type { contactForm } from '../../locales/en/contact-form.js';
import type { ContactField } from './fields.js';

/** One question of the element's own form: its label, its hint, and its input. */
export function ownField(field: ContactField, words: typeof contactForm): TemplateResult {
  const { name, required, type, autocomplete, maxLength } = field;
  // A field of the author's own naming: 'preferred_day' reads 'Preferred day'.
  const spaced = name.replace(/[_-]+/g, ' ');
  const label = field.label ? words[field.label] : spaced[0]!.toUpperCase() + spaced.slice(1);
  return html`<div part="field">
    <label for=${name}
      >${label}${' '}${required ? nothing : html`<span class="optional">${words.optional}</span>`}</label
    >
    ${
      type === 'textarea'
        ? html`<p class="hint" id="${name}-hint">${words.privacy}</p>
            <textarea
              id=${name}
              name=${name}
              rows="4"
              maxlength=${maxLength}
              ?required=${required}
              aria-describedby="${name}-hint"
              spellcheck="false"
            ></textarea>`
        : html`<input
            id=${name}
            name=${name}
            type=${type}
            autocomplete=${autocomplete ?? 'off'}
            maxlength=${maxLength}
            ?required=${required}
          />`
    }
  </div>`;
}
