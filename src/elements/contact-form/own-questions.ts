import { html, type TemplateResult } from 'lit';
import type { ClinicFacts } from '../../clinic/facts.js';
import { messagesAt } from '../../foundation/locale.js';
import { collapse } from '../../foundation/text.js';
import type { contactForm } from '../../locales/en/contact-form.js';
import type { ContactForm } from './contact-form.js';
import type { ContactStep } from './fields.js';
import { lineOf, spaced } from './form-field.js';
import { ownForm, usualBody } from './own-form.js';
import type { AskedWith } from './questions.js';
import { usualFields } from './usual-fields.js';

/* What asks more than the usual questions, once it is needed; null where it did not load. */
let asking: typeof import('./questions.js') | null | undefined;

/** Loads what it takes to ask more than the usual questions. */
export async function prepareQuestions(): Promise<void> {
  asking ??= await import('./questions.js').catch(() => null);
}

/** What the element's own form asks. */
export class OwnQuestions {
  /** As they are asked now. */
  steps: ContactStep[] = [];
  /** The code that asks more than the usual questions is on its way. */
  loads?: Promise<void>;
  #askedWith: AskedWith = {};

  constructor(
    private readonly element: ContactForm,
    private readonly warn: (message: string) => void,
  ) {}

  /**
   * The form; undefined while the code is on its way that knows more than the usual questions.
   *
   * @param shown - the form as it is shown already
   */
  form(
    words: typeof contactForm,
    facts: ClinicFacts | undefined,
    shown: HTMLFormElement | null,
  ): TemplateResult | undefined {
    const { element } = this;
    // Without that code every question is asked in a line of text: better than no form.
    const fields = usualFields(element.fields, asking === null);
    if (fields) {
      this.steps = [{ title: '', fields }];
      return ownForm(element, usualBody(fields, element.withoutPrivacyNote, words));
    }
    if (!asking) {
      this.loads ??= prepareQuestions().then(() => {
        if (!asking) this.warn('code did not load; all questions are lines of text.');
        element.requestUpdate();
      });
      return undefined;
    }
    const { clinic, places } = (this.#askedWith = asking.askedWith(this.#askedWith, facts, shown));
    const lists = { reason: element.reasons, location: collapse(element.locations) || places };
    this.steps = asking.parseFields(element.fields, lists);
    const body = asking.questionsBody(this.steps, element, {
      html,
      line: lineOf,
      spaced,
      clinic: element.clinic || clinic,
      words: (more) => ({ ...words, ...messagesAt(element, 'contactFormQuestions', more) }),
    });
    return ownForm(element, body);
  }
}
