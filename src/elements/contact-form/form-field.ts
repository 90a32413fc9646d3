import { html, nothing, type TemplateResult } from 'lit';
import type { contactForm } from '../../locales/en/contact-form.js';
import type { ContactForm } from './contact-form.js';
import type { ContactField } from './fields.js';

type Words = typeof contactForm;
type InputType = Exclude<ContactField['type'], 'checkboxes' | 'select' | 'textarea'>;

/** What the questions of a form have in common. */
export type FormHost = Pick<
  ContactForm,
  'clinic' | 'consentText' | 'withoutPrivacyNote' | 'action' | 'baseURI' | 'blind' | 'step'
>;

/**
 * One question of the element's own form, as far as it can be seen: label, hint, input. Its limits, and
 * when it is asked, come with the code that checks (form-questions.ts).
 *
 * @param all - nothing can show and hide questions: those with a condition are shown
 */
export function ownField(
  field: ContactField,
  host: FormHost,
  words: Words,
  all: boolean,
): TemplateResult {
  const { name, type, options, showWhen } = field;
  // A question that may not apply, and is shown all the same, cannot insist on an answer.
  const hidden = !!showWhen && !all;
  const required = field.required && (!showWhen || hidden);
  const hint = field.hint ?? (invites(field) && !host.withoutPrivacyNote ? words.privacy : '');
  const described = hint ? `${name}-hint` : nothing;
  const help = hint ? html`<p class="hint" id=${described}>${hint}</p>` : nothing;
  const label = labelOf(field, host, words);
  const title = html`${label}${' '}${required ? nothing : html`<span class="optional">${words.optional}</span>`}`;
  // Choices of a preset are in the page's language.
  const choices = options.map((choice) =>
    typeof choice === 'string'
      ? { value: choice, label: words[choice as 'yes'] ?? spaced(choice) }
      : choice,
  );
  // What a box stands for, and what a line begins with: never bound to what is typed.
  /* eslint-disable lit/no-value-attribute, @typescript-eslint/no-unnecessary-type-assertion */
  const input = (type: InputType, value?: string, id: string | typeof nothing = name) =>
    html`<input
      id=${id}
      name=${name}
      type=${type}
      value=${value ?? nothing}
      autocomplete=${(field.autocomplete ?? 'off') as 'off'}
      ?required=${required && field.type !== 'checkboxes'}
      aria-describedby=${id === nothing ? id : described}
      data-consent=${field.consent ?? nothing}
    />`;
  /* eslint-enable lit/no-value-attribute, @typescript-eslint/no-unnecessary-type-assertion */
  if (type === 'hidden') return input(type, field.value);
  if (type === 'radio' || type === 'checkboxes') {
    return html`<fieldset part="field" ?hidden=${hidden} aria-describedby=${described}>
      <legend>${title}</legend>
      ${help}${choices.map(
        (choice) =>
          html`<label
            >${input(type === 'radio' ? type : 'checkbox', choice.value, nothing)}${choice.label}</label
          >`,
      )}
    </fieldset>`;
  }
  const control =
    type === 'textarea'
      ? html`<textarea
          id=${name}
          name=${name}
          ?required=${required}
          aria-describedby=${described}
        ></textarea>`
      : type === 'select'
        ? html`<select id=${name} name=${name} ?required=${required} aria-describedby=${described}>
            <option value="">${words.choose}</option>
            ${choices.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
          </select>`
        : input(type);
  return html`<div part="field" ?hidden=${hidden}>
    ${
      type === 'checkbox'
        ? html`<label>${input(type, field.value ?? 'yes')}${label}</label>${help}`
        : html`<label for=${name}>${title}</label>${help}${control}`
    }
  </div>`;
}

function labelOf({ name, label, preset }: ContactField, host: FormHost, words: Words): string {
  if (label) return label;
  if (name === 'consent' && host.consentText) return host.consentText;
  const word = preset && words[name as 'name' | 'consent'];
  if (typeof word === 'function') return word(host.clinic || words.clinic);
  return word || spaced(name);
}

/** A name as people write it: 'preferred_day' reads 'Preferred day'. */
function spaced(name: string): string {
  const text = name.replace(/[._-]+/g, ' ');
  return text[0]!.toUpperCase() + text.slice(1);
}

/** Whether a field invites to write about an illness. */
const invites = ({ name, type }: ContactField): boolean =>
  /^(?:message|reason)$/.test(name) && /^text/.test(type);
