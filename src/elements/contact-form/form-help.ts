import { afterFacts } from '../../clinic/after-facts.js';
import { pageFacts } from '../../clinic/page-facts.js';
import type { contactFormSending } from '../../locales/en/contact-form-sending.js';
import type { ContactForm } from './contact-form.js';
import { FormConsents } from './form-consents.js';
import type { FormErrors } from './form-errors.js';
import { listen } from './form-listen.js';
import {
  askFields,
  checkGroups,
  limitFields,
  linkFields,
  problemsOfFields,
} from './form-questions.js';
import { FormSteps } from './form-steps.js';
import { helpWithEmails, helpWithNext, helpWithPhones } from './form-typing.js';

/** What a form's help needs of the element and its sender. */
export interface HelpTools {
  errors: FormErrors;
  words(): typeof contactFormSending;
  language(): string;
  warn(message: string): void;
}

/**
 * What a form does beside being checked and sent: it keeps consents, the author's too; the element's own
 * form turns steps, asks on conditions and helps with typing.
 */
export function helpForm(
  form: HTMLFormElement,
  element: ContactForm,
  { errors, words, language, warn }: HelpTools,
): FormConsents {
  const fields = () => element.own.steps.flatMap((step) => step.fields);
  if (Element.prototype.matches.call(form, '[part="form"]')) {
    const link = (): void => linkFields(form, fields(), words(), pageFacts.facts?.links?.privacy);
    afterFacts(() => {
      link();
      for (const problem of problemsOfFields(element.fields, fields())) warn(problem);
      // 47 CFR 64.1200(f)(9): the agreement names the seller.
      if (
        !(element.clinic || pageFacts.facts?.name) &&
        fields().some(({ name, label }) => /^consent-(?:sms|call)$/.test(name) && !label)
      )
        warn('a consent to calls or text messages has to name who asks: give "clinic".');
      return () => {};
    });
    const emails = helpWithEmails(form, (address) => words().didYouMean(address));
    const ask = (): void => {
      askFields(form, fields());
      checkGroups(form, fields(), words());
    };
    const prepare = (): void => {
      limitFields(form, fields());
      link();
      emails.prepare();
      ask();
    };
    prepare();
    // Like `spellcheck`: what suggests words may ask a service for them.
    Element.prototype.setAttribute.call(form, 'writingsuggestions', 'false');
    helpWithPhones(form);
    helpWithNext(form);
    new FormSteps(form, element, errors, words, language);
    // First of all: whoever hears of an answer finds the questions that follow from it.
    for (const type of ['input', 'change'] as const) listen(form, type, ask, { capture: true });
    listen(form, 'reset', () => void setTimeout(ask));
    // The author may give other questions.
    new MutationObserver(prepare).observe(form, {
      subtree: true,
      childList: true,
      attributeFilter: ['name'],
    });
  }
  return new FormConsents(form);
}
