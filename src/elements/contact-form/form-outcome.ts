import { safeResource } from '../../foundation/safe-url.js';
import { collapse } from '../../foundation/text.js';
import type { Outcome } from '../../leads/delivery.js';
import type { FieldError } from '../../leads/transports/transport.js';
import type { ContactForm } from './contact-form.js';
import { ContactFailedEvent, ContactSentEvent, type ContactFailure } from './events.js';
import { controlsOf } from './form-controls.js';
import type { FormErrors } from './form-errors.js';
import { answersIn, fingerprint, wordsIn, type Sending } from './form-lead.js';
import { noticeContent, type Notice } from './form-notice.js';
import type { FormPhone } from './form-phone.js';
import type { SenderTools, SendingWords } from './form-sender.js';
import type { Problem } from './validity.js';

/** Says what became of a message, on the page and to the page. */
export class FormOutcome {
  constructor(
    private readonly element: ContactForm,
    private readonly tools: Pick<SenderTools, 'warn' | 'setState'>,
    private readonly words: () => SendingWords,
    private readonly errors: () => FormErrors,
    private readonly phone: FormPhone,
  ) {}

  /** Which form this is, for leads and events. */
  get formName(): string {
    return this.element.name || 'contact';
  }

  /** Answers that cannot be sent as they are. */
  invalid(problems: Problem[]): void {
    this.errors().show(problems);
    this.#tell('invalid');
  }

  /** Answers that the endpoint, or a lead's bounds, want changed. */
  rejected(form: HTMLFormElement, errors: FieldError[], reason: ContactFailure = 'rejected'): void {
    const told = errors.length ? errors : [{ message: this.words().rejected }];
    this.errors().show(told.map((error) => this.#problem(form, error)));
    this.#tell(reason);
  }

  /** There is no network. */
  offline(): void {
    this.#notice({ text: this.words().offline, phone: this.element.fallbackPhone });
  }

  /** The end is not known; offers what can still be done. */
  unconfirmed(
    form: HTMLFormElement,
    canTwice: boolean,
    ways: Pick<Notice, 'again' | 'post'>,
  ): void {
    const words = this.words();
    this.#notice({
      text: canTwice ? words.unconfirmed : words.unconfirmedOnce,
      phone: this.element.fallbackPhone,
      words: () => wordsIn(form),
      ...ways,
    });
    this.#tell('unconfirmed');
  }

  /** The form does not work; calling is what is left. */
  failed(form: HTMLFormElement): void {
    this.#notice({
      text: this.words().failed,
      phone: this.element.fallbackPhone,
      callInstead: true,
      words: () => wordsIn(form),
    });
    this.#tell('failed');
  }

  /** The endpoint has the message. */
  async sent(
    { form, answers }: Sending,
    { receipt, message, next }: Outcome & { kind: 'accepted' },
  ): Promise<void> {
    const { element } = this;
    const tell = () => element.dispatchEvent(new ContactSentEvent(this.formName, receipt));
    if (fingerprint(answersIn(new FormData(form))) !== fingerprint(answers) && form.isConnected) {
      // Written while the message was on its way: it has not been sent, and is not thrown away.
      this.#notice({ text: this.words().changed });
      tell();
      return;
    }
    element.said = message;
    element.receipt = receipt;
    this.tools.setState('sent', true);
    // What was written does not stay behind on a shared computer.
    HTMLFormElement.prototype.reset.call(form);
    await element.updateComplete;
    const panel = element.renderRoot.querySelector<HTMLElement>('[part="thanks"]');
    panel?.focus();
    panel?.scrollIntoView({ block: 'nearest' });
    tell();
    if (element.successUrl)
      this.#go(element.successUrl, '"success-url" must be a page of this site.');
    else this.#go(next, 'the endpoint names a page of another site.');
  }

  /** Goes to a page of this site. */
  #go(address: string | undefined, otherwise: string): void {
    const page = safeResource(address, this.element.baseURI);
    if (page && page.origin === location.origin) location.assign(page);
    else if (address) this.tools.warn(otherwise);
  }

  #problem(form: HTMLFormElement, error: FieldError): Problem {
    const control = controlsOf(form).find(
      ({ name, type }) =>
        type !== 'hidden' && (name === error.field || name === `${error.field}[]`),
    );
    return { control, message: collapse(error.message) || this.words().rejected };
  }

  /** At the top of the form, focused. */
  #notice(notice: Notice): void {
    const content = noticeContent(notice, this.words());
    this.errors().panel('notice', content);
    this.phone.enter(content);
  }

  #tell(reason: ContactFailure): void {
    this.element.dispatchEvent(new ContactFailedEvent(this.formName, reason));
  }
}
