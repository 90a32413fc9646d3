import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { childOf } from '../../foundation/child.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { headingAt } from '../../foundation/heading.js';
import { languageOf, messagesAt } from '../../foundation/locale.js';
import { whenNearViewport } from '../../foundation/near-viewport.js';
import { safeEndpoint } from '../../foundation/safe-url.js';
import { collapse } from '../../foundation/text.js';
import type { DeliveryPolicy } from '../../leads/delivery.js';
import type { Transport } from '../../leads/transports/transport.js';
import { contactForm as english } from '../../locales/en/contact-form.js';
import { lightStyles, styles } from './contact-form.styles.js';
import { parseFields, type ContactFields, type ContactStep } from './fields.js';
import type { FormSender } from './form-sender.js';
import { fillForm } from './form-values.js';
import { ownForm } from './form-own.js';

/**
 * A form whose message arrives once or says that it did not, and never loses what was typed.
 *
 * With a `<form>` inside, that form stays the author's and is made dependable: clear errors, one send at
 * a time, tries again on a bad network. Without one, the element makes a form from `fields` in its closed
 * root, out of reach of the page's other scripts; other children show until then.
 *
 * @slot - The author's `<form>`, with whatever stands around it.
 * @fires {ContactSubmitEvent} contact-submit - Answers are about to be sent; cancelable; does not bubble.
 * @fires {ContactSentEvent} contact-sent - The endpoint confirmed the message.
 * @fires {ContactFailedEvent} contact-failed - The message is not known to have arrived.
 * @csspart heading - The form's heading.
 * @csspart form - The form made from `fields`.
 * @csspart field - A label with its input.
 * @csspart submit - The send button.
 * @csspart notice - What is said when nothing can be loaded.
 * @csspart thanks - What stands in the form's place after sending.
 * @cssprop [--contact-form-padding] - Room inside the panel's edge; 1.25rem to 2.5rem by the screen's width.
 * @cssprop [--contact-form-width=40rem] - The panel's greatest width.
 * @cssprop [--contact-form-background] - The panel's surface; the theme's surface by default.
 * @cssprop [--contact-form-field-background] - The inputs' surface; the theme's surface by default.
 * @cssprop [--contact-form-button-background] - The send button's surface; made from the brand by default.
 * @cssprop [--contact-form-button-color] - The send button's words; give it together with the background.
 * @cssState sending - A message is on its way.
 * @cssState sent - The message has arrived.
 */
export class ContactForm extends ClinicElement {
  static override properties: PropertyDeclarations = {
    action: {},
    clinic: {},
    consentText: { attribute: 'consent-text' },
    fields: {},
    heading: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    locations: {},
    name: {},
    phone: {},
    reasons: {},
    successUrl: { attribute: 'success-url' },
    thanks: {},
    tokenUrl: { attribute: 'token-url' },
    transport: {},
    withoutPrivacyNote: { attribute: 'without-privacy-note', type: Boolean },
    deliveryPolicy: { attribute: false },
    said: { state: true },
    receipt: { state: true },
    step: { state: true },
    unreachable: { state: true },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;

  /** Where messages go: the clinic's own endpoint, `https` or relative. By default the form's `action`. */
  declare action: string | undefined;
  /** The clinic's name, as the consents say it. */
  declare clinic: string | undefined;
  /** What the field `consent` asks for, as plain text. */
  declare consentText: string | undefined;
  /**
   * The questions of the element's own form, in their order: `name email phone? | reason message`. A `?` is
   * behind those that may stay empty, a `|` begins a step, a `*` is behind a consent that has to be given.
   * Known are name, first-name, last-name, email, phone, message, reason, location, date, time,
   * contact-method, new-patient, insurance, zip, consent, consent-contact, consent-sms, consent-call and
   * consent-newsletter; other names become lines of text. By property also a list, with questions of your
   * own (`ContactFieldOptions`) and titles of steps (`{ step: 'About you' }`) in it.
   */
  declare fields: ContactFields | undefined;
  /** The form's heading, as plain text. */
  declare heading: string | undefined;
  /** Level of the heading, 2 to 6. */
  declare headingLevel: number;
  /** What the field `location` offers: `North, South`; semicolons where a place has a comma in its name. */
  declare locations: string | undefined;
  /** Which form this is, in the lead and in events; `contact` by default. */
  declare name: string | undefined;
  /** The number to offer when sending fails, as people write it. */
  declare phone: string | undefined;
  /** What the field `reason` offers: `Back pain, Neck pain`. Without it, it is a line of text. */
  declare reasons: string | undefined;
  /** A page of the same site to go to after sending. */
  declare successUrl: string | undefined;
  /** What to say after sending, as plain text. */
  declare thanks: string | undefined;

  /**
   * Where a fresh token for `action` can be fetched as text, for endpoints that ask for one (a WordPress
   * nonce, say): asked once, when the endpoint answers 401 or 403. A page of the same site.
   */
  declare tokenUrl: string | undefined;
  /**
   * How the endpoint wants a message: `json`, or an object of your own by property. By default it is
   * guessed from `action`.
   */
  declare transport: string | Transport | undefined;
  /** Leaves out "Please do not include medical details" at free text. */
  declare withoutPrivacyNote: boolean;
  /** Other bounds of one delivery than five tries in a minute; times in milliseconds. */
  declare deliveryPolicy: Partial<DeliveryPolicy> | undefined;
  /** @internal What the endpoint wants the visitor to read, once the message has arrived. */
  declare said: string | undefined;
  /** @internal The endpoint's reference, once the message has arrived. */
  declare receipt: string | undefined;

  /** @internal The step that is shown, from 0; -1 where the code that turns steps could not be loaded. */
  declare step: number;
  /** @internal The code that sends could not be loaded, and neither can anything else. */
  declare unreachable: boolean;

  /** @internal The questions as they are asked, for the code that checks. */
  questions: ContactStep[] = [];

  #sender?: Promise<FormSender>;
  #watcher?: MutationObserver;
  #stopWaiting?: () => void;
  #shownAt = 0;

  constructor() {
    super();
    this.headingLevel = 2;
    this.step = 0;
    this.withoutPrivacyNote = false;
    this.unreachable = false;
    this.addEventListener?.('submit', (event) => this.#onSubmit(event));
    this.addEventListener?.('focusin', this.#loadEarly);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#shownAt ||= Date.now();
    // The author's form may be parsed, or put in by a script, after the element is there.
    this.#watcher = new MutationObserver(() => this.requestUpdate());
    this.#watcher.observe(this, { childList: true, subtree: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.disconnect();
    this.#stopWaiting?.();
  }

  protected override firstUpdated(): void {
    // Before somebody writes: when they press Send, the network may be gone.
    this.#stopWaiting = whenNearViewport(this, this.#loadEarly);
  }

  protected override updated(): void {
    const form = this.#form();
    if (!form) return;
    // Our messages instead of the browser's bubbles, from the first press of Send on.
    Reflect.set(HTMLFormElement.prototype, 'noValidate', true, form);
    void this.#sender?.then((sender) => sender.attach(form));
  }

  /** Checks the answers and sends them, as the send button does. Resolves when the outcome shows. */
  async submit(): Promise<void> {
    const form = this.#form();
    if (form) await this.#send(form, null);
  }

  /** Clears the answers and every message, and shows the form again after it was sent. */
  reset(): void {
    this.receipt = undefined;
    this.setState('sent', false);
    const form = this.#form();
    if (form) HTMLFormElement.prototype.reset.call(form);
    void this.#sender?.then((sender) => sender.clear());
  }

  /** Fills fields by name, for instance with what the page knows already. Unknown names are passed over. */
  prefill(values: Record<string, string>): void {
    const form = this.#form();
    if (!form) return;
    fillForm(form, values);
    // Other questions may follow from these answers. Not for the author's listeners: they asked for it.
    if (!this.contains(form)) EventTarget.prototype.dispatchEvent.call(form, new Event('change'));
  }

  protected override render(): TemplateResult {
    const heading = collapse(this.heading);
    // A server does not see which it is: as the slot's fallback, its own form gives way to an authored one.
    const authored = childOf(this, 'form');
    const sent = this.receipt !== undefined;
    return html`${heading && !sent ? headingAt(html, this.headingLevel, 2, heading) : nothing}
      <slot name=${authored || this.blind ? nothing : 'none'} ?hidden=${sent}
        >${authored || sent ? nothing : this.#ownForm()}</slot
      >
      ${sent ? this.#thanks() : nothing}${this.unreachable ? this.#notice() : nothing}`;
  }

  #thanks(): TemplateResult {
    const words = messagesAt(this, 'contactForm', english);
    return html`<div class="thanks" part="thanks" tabindex="-1">
      ${headingAt(html, this.headingLevel, 2, words.thanks)}
      <p>${collapse(this.thanks || this.said) || words.thanksText}</p>
      ${this.receipt ? html`<p>${words.reference(this.receipt)}</p>` : nothing}
    </div>`;
  }

  #notice(): TemplateResult {
    const words = messagesAt(this, 'contactForm', english);
    const phone = collapse(this.phone);
    // A number without an extension; others are shown as they are written.
    const dialled = /^[\d\s().+-]+$/.test(phone) && phone.replace(/[^\d+]/g, '');
    return html`<p role="alert" part="notice">
      ${words.unreachable} ${dialled ? html`<a href="tel:${dialled}">${phone}</a>` : phone}
    </p>`;
  }

  #ownForm(): TemplateResult {
    this.questions = parseFields(this.fields, { reason: this.reasons, location: this.locations });
    const words = messagesAt(this, 'contactForm', english);
    return ownForm(this.questions, this, words, this.#onSubmit);
  }

  #onSubmit = (event: SubmitEvent): void => {
    const form = event.target;
    // An author's own listener that took the event over keeps it.
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    void this.#send(form, event.submitter);
  };

  async #send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    // The way to the next step, pressed before there was code to turn it.
    const turns = submitter && this.step >= 0 && this.step < this.questions.length - 1;
    let sender: FormSender;
    try {
      sender = await this.#load();
    } catch {
      // The code that sends did not load. The browser can still post the form itself (never as a GET), but
      // without a network that would show its error page in place of what was written.
      const native = HTMLFormElement.prototype;
      this.unreachable = !(await this.#isReachable(form));
      if (turns || this.unreachable || Reflect.get(native, 'method', form) !== 'post') return;
      if (native.reportValidity.call(form)) native.submit.call(form);
      return;
    }
    this.unreachable = false;
    if (turns) return HTMLFormElement.prototype.requestSubmit.call(form);
    await sender.send(form, submitter);
  }

  /** Whether the endpoint answers at all. Sends nothing of the visitor's. */
  async #isReachable(form: HTMLFormElement): Promise<boolean> {
    const written = Element.prototype.getAttribute.call(form, 'action') || this.action;
    const endpoint = safeEndpoint(written, this.baseURI);
    if (!endpoint) return false;
    return fetch(endpoint, { method: 'HEAD', mode: 'no-cors', cache: 'no-store' }).then(
      () => true,
      () => false,
    );
  }

  #loadEarly = (): void => void this.#load().catch(() => {});

  /** Fetches the code that checks and sends. */
  #load(): Promise<FormSender> {
    this.#sender ??= import('./form-sender.js').then(
      ({ FormSender }) => {
        const sender = new FormSender(this, {
          words: (words) => messagesAt(this, 'contactFormSending', words),
          warn: (message) => this.warn(message),
          setState: (name, on) => this.setState(name, on),
          language: () => languageOf(this),
          shownAt: this.#shownAt,
        });
        const form = this.#form();
        if (form) sender.attach(form);
        return sender;
      },
      (error: unknown) => {
        this.#sender = undefined; // may be had later
        this.step = -1;
        throw error;
      },
    );
    return this.#sender;
  }

  #authoredForm(): HTMLFormElement | null {
    return this.querySelector('form');
  }

  #form(): HTMLFormElement | null {
    return this.#authoredForm() ?? this.renderRoot?.querySelector('form') ?? null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'contact-form': ContactForm;
  }
}
