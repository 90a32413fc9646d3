/* Loads where a form asks more than the usual questions. Lit comes from the element: no second one here. */
import type { html as litHtml, TemplateResult } from 'lit';
import type { ClinicFacts } from '../../clinic/facts.js';
import type { contactForm } from '../../locales/en/contact-form.js';
import { contactFormQuestions } from '../../locales/en/contact-form-questions.js';
import type { ContactForm } from './contact-form.js';
import type { ContactField, ContactStep } from './fields.js';
import { controlsOf, type Control } from './form-controls.js';
import type { lineOf, Question, spaced } from './form-field.js';
import type { FormBody } from './own-form.js';

export { parseFields } from './fields.js';

type Words = typeof contactForm & typeof contactFormQuestions;

/** What the questions take from their element. */
export interface QuestionTools {
  html: typeof litHtml;
  line: typeof lineOf;
  spaced: typeof spaced;
  words(english: typeof contactFormQuestions): Words;
  /** What the consents call the clinic, where that is known. */
  clinic: string | undefined;
}

/** What a form asks with, of the clinic's facts. */
export interface AskedWith {
  /** The clinic's name. */
  clinic?: string;
  /** What its places are called. */
  places?: string[];
}

/**
 * What to ask with: the facts as they are now, but where a visitor has answered, is about to, or has been told
 * of a mistake, as they were. Nobody agrees to other words than those they read.
 *
 * @param was - what the form has asked with so far
 */
export function askedWith(
  was: AskedWith,
  facts: ClinicFacts | undefined,
  form: HTMLFormElement | null,
): AskedWith {
  const held = form ? controlsOf(form).filter(isHeld) : [];
  const holds = (name: RegExp) => held.some((control) => name.test(control.name));
  // What has no name is known by its town.
  const places = facts?.places?.flatMap(({ name, address }) => name ?? address?.locality ?? []);
  return {
    clinic: holds(/^consent/) ? was.clinic : facts?.name,
    places: holds(/^location$/) ? was.places : places?.length ? [...new Set(places)] : undefined,
  };
}

const isHeld = (control: Control): boolean =>
  control.matches(':checked, :focus, [aria-invalid="true"]') ||
  (!/^(?:radio|checkbox)$/.test(control.type) && control.value !== '');

/* eslint lit/no-value-attribute: off -- what a box stands for, and what a line begins with: never an answer */

/* As Lit's own, which may be asked for by its key. */
const nothing = Symbol.for('lit-nothing');

/**
 * The questions of a form that asks more than the usual ones. In steps, each is a fieldset, and one shows;
 * the code that checks turns them (form-steps.ts).
 */
export function questionsBody(
  steps: ContactStep[],
  host: ContactForm,
  tools: QuestionTools,
): FormBody {
  const { html } = tools;
  const words = tools.words(contactFormQuestions);
  const count = steps.length;
  // A server cannot know whether a script will come to turn the steps.
  const step = host.blind ? -1 : host.step;
  const questions = steps.map(({ title, fields }, index) => {
    const asked = fields.map((field) => new Asked(field, host, tools, words, step < 0).render());
    return count > 1
      ? html`<fieldset part="step" tabindex="-1" ?hidden=${step >= 0 && step !== index}>
          <legend><span class="hint">${words.step(index + 1, count)}</span> ${title}</legend>
          ${asked}
        </fieldset>`
      : asked;
  });
  const buttons = html`<button part="submit" type="submit">
      ${step >= 0 && step < count - 1 ? words.next : words.send}
    </button>
    ${step > 0 ? html`<button part="back" type="button">${words.back}</button>` : nothing}`;
  return { questions, buttons };
}

/** One question, whatever its type. */
class Asked {
  readonly #question: Question;

  /** @param all - nothing can show and hide questions: those with a condition are shown */
  constructor(
    private readonly field: ContactField,
    host: ContactForm,
    private readonly tools: QuestionTools,
    private readonly words: Words,
    all: boolean,
  ) {
    // A question that may not apply, and is shown all the same, cannot insist on an answer.
    const hidden = !!field.showWhen && !all;
    const isRequired = field.required && (!field.showWhen || hidden);
    this.#question = {
      field,
      label:
        labelOf(field, host.consentText, tools.clinic || words.clinic, words) ||
        tools.spaced(field.name),
      hint: field.hint ?? (invites(field) && !host.withoutPrivacyNote ? words.privacy : undefined),
      optional: isRequired ? undefined : words.optional,
      hidden,
    };
  }

  render(): TemplateResult {
    const { html, line } = this.tools;
    const { label, optional, hidden, hint } = this.#question;
    const { name, type, value } = this.field;
    const described = hint ? `${name}-hint` : nothing;
    const help = hint ? html`<p class="hint" id=${described}>${hint}</p>` : nothing;
    const title = html`${label}${' '}${optional ? html`<span class="optional">${optional}</span>` : nothing}`;
    switch (type) {
      case 'hidden':
        return html`<input type="hidden" name=${name} value=${value ?? ''} />`;
      case 'radio':
      case 'checkboxes':
        return html`<fieldset part="field" ?hidden=${hidden} aria-describedby=${described}>
          <legend>${title}</legend>
          ${help}${this.#choices().map(
            (choice) =>
              html`<label
                >${this.#box(type, choice.value, nothing, nothing)}${choice.label}</label
              >`,
          )}
        </fieldset>`;
      case 'checkbox':
        return html`<div part="field" ?hidden=${hidden}>
          <label>${this.#box(type, value ?? 'yes', name, described)}${label}</label>${help}
        </div>`;
      case 'select':
        return html`<div part="field" ?hidden=${hidden}>
          <label for=${name}>${title}</label>${help}
          <select id=${name} name=${name} ?required=${!optional} aria-describedby=${described}>
            <option value="">${this.words.choose}</option>
            ${this.#choices().map(
              (choice) => html`<option value=${choice.value}>${choice.label}</option>`,
            )}
          </select>
        </div>`;
      default:
        return line(this.#question);
    }
  }

  #box(
    type: 'radio' | 'checkbox' | 'checkboxes',
    value: string,
    id: string | symbol,
    described: string | symbol,
  ): TemplateResult {
    const { name } = this.field;
    return this.tools.html`<input
      id=${id}
      name=${name}
      type=${type === 'radio' ? type : 'checkbox'}
      value=${value}
      autocomplete="off"
      ?required=${!this.#question.optional && type !== 'checkboxes'}
      aria-describedby=${described}
      data-consent=${this.field.consent ?? nothing}
    />`;
  }

  /** Choices of a preset are in the page's language. */
  #choices(): { value: string; label: string }[] {
    return this.field.options.map((choice) =>
      typeof choice === 'string'
        ? { value: choice, label: this.words[choice as 'yes'] ?? this.tools.spaced(choice) }
        : choice,
    );
  }
}

function labelOf(
  { name, label, preset }: ContactField,
  consentText: string | undefined,
  clinic: string,
  words: Words,
): string | undefined {
  if (label) return label;
  if (name === 'consent' && consentText) return consentText;
  const word = preset ? words[name as 'name' | 'consent'] : undefined;
  return typeof word === 'function' ? word(clinic) : word;
}

/** Whether a field invites to write about an illness. */
const invites = ({ name, type }: ContactField): boolean =>
  /^(?:message|reason)$/.test(name) && /^text/.test(type);
