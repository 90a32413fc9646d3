import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { HostFacts } from '../../clinic/host-facts.js';
import { childOf } from '../../foundation/child.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { headingAt } from '../../foundation/heading.js';
import { languageOf, messagesAt } from '../../foundation/locale.js';
import { whenNearViewport } from '../../foundation/near-viewport.js';
import { collapse } from '../../foundation/text.js';
import { arrive } from '../../leads/attribution/arrival.js';
import type { DeliveryPolicy } from '../../leads/delivery.js';
import type { Transport } from '../../leads/transports/transport.js';
import { contactForm as english } from '../../locales/en/contact-form.js';
import type { AuthoredForm } from './authored-form.js';
import { lightStyles, styles } from './contact-form.styles.js';
import type { ContactFields } from './fields.js';
import type { FormSender } from './form-sender.js';
import { addToMessage, fillForm, focusForm } from './form-values.js';
import { takeOverValidation } from './novalidate.js';
import { OwnQuestions, prepareQuestions } from './own-questions.js';
import { thanksPanel, unreachablePanel } from './panels.js';
import { postWithoutSender } from './without-sender.js';

/* What a visitor answers in, when an editor has dropped the form round it. */
const ANSWERS = ':is(input:not([type="hidden"]), select, textarea):not([form])';

/** Whether a change in the page is the author's; our own messages are marked `data-clinic`. */
const isAuthors = ({ target, addedNodes, removedNodes }: MutationRecord): boolean =>
  !Element.prototype.closest.call(target, '[data-clinic]') &&
  [...addedNodes, ...removedNodes].some(
    (node) => node.nodeType === 1 && !(node as HTMLElement).dataset.clinic,
  );

// Now: by the time that a form appears, an app may have changed the page's address.
arrive();

/**
 * A form whose message arrives once or says that it did not, and never loses what was typed.
 *
 * With a `<form>` inside, that form stays the author's and is made dependable: clear errors, one send at
 * a time, tries again on a bad network. Labels and inputs whose form an editor dropped get it back. Without
 * any, the element makes a form from `fields` in its closed root, out of reach of the page's other scripts;
 * other children show until then. The clinic's name, its places and its number, where they are not given here,
 * are those of the page's `clinic-info`, whose privacy policy the note links to; nothing that a visitor has answered changes with them.
 *
 * @slot - The author's `<form>`, or labels and inputs, with whatever stands around them.
 * @slot after - What stands behind a form that `shielded` moved; the element assigns it.
 * @fires {ContactSubmitEvent} contact-submit - Answers are about to be sent; cancelable; does not bubble.
 * @fires {ContactSentEvent} contact-sent - The endpoint confirmed the message.
 * @fires {ContactFailedEvent} contact-failed - The message is not known to have arrived.
 * @fires {CallStartEvent} call-start - A visitor calls the number that a message of the form names.
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
    attribution: {},
    challengeUrl: { attribute: 'challenge-url' },
    clinic: {},
    consentText: { attribute: 'consent-text' },
    fields: {},
    heading: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    locations: {},
    name: {},
    phone: {},
    place: {},
    shielded: { type: Boolean },
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
  static override readonly slotName: string = 'after';

  /** Where messages go: the clinic's own endpoint, `https` or relative. By default the form's `action`. */
  declare action: string | undefined;
  /**
   * What the message says of how the visitor came, as far as they allow it: empty for the standard set, or
   * names (`utm_source gclid`), each with what the endpoint calls it where that differs
   * (`utm_source=input_12`); by property also an object of the endpoint's names by ours. By default nothing.
   */
  declare attribution: string | Readonly<Record<string, string>> | undefined;
  /** The clinic's name, as the consents say it; by default that of the page's `clinic-info`. */
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
  /**
   * What the field `location` offers: `North, South`; semicolons where a place has a comma in its name. By
   * default the places of the page's `clinic-info`, and without any it is a line of text.
   */
  declare locations: string | undefined;
  /** Which form this is, in the lead and in events; `contact` by default. */
  declare name: string | undefined;
  /** The number to offer when sending fails, as people write it; by default that of the page's `clinic-info`. */
  declare phone: string | undefined;
  /** The id of a place in clinic.json, whose number it is where none is given here; else the clinic's. */
  declare place: string | undefined;
  /**
   * Moves the author's form into the closed root, out of reach of the page's other scripts; without script
   * it stays in the page. Styles and ids of the page do not reach it there, and it does not come back.
   */
  declare shielded: boolean;
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
   * Where an ALTCHA challenge (version 2, PBKDF2) can be fetched as JSON, `https` or relative. From the first
   * focus on, the browser works on it, and the proof goes along as `signals.proof`. Visitors notice nothing,
   * and where no proof comes of it the message goes out without. By default nothing is fetched.
   */
  declare challengeUrl: string | undefined;
  /**
   * How the endpoint wants a message: `json`, `form`, `contact-form-7`, `gravity-forms`, `hubspot`,
   * `formspree`, `netlify` or `native`, or an object of your own by property. By default, or with `auto`,
   * it is guessed from `action`, and is `json` where nothing else is to be seen. docs/transports.md compares
   * them.
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

  readonly #facts = new HostFacts(this);
  #authored?: AuthoredForm;
  #authoredLoads?: Promise<void>;
  /** @internal The element's own form, for the code that checks. */
  readonly own: OwnQuestions = new OwnQuestions(this, (message) => this.warn(message));
  /** Values for a form that is not there yet. */
  #toFill?: Record<string, string>;
  #sender?: Promise<FormSender>;
  #watcher?: MutationObserver;
  #stopWaiting?: () => void;
  #shownAt = 0;

  constructor() {
    super();
    this.headingLevel = 2;
    this.shielded = false;
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
    this.#watcher = new MutationObserver((records) => {
      if (records.some(isAuthors)) this.requestUpdate();
    });
    this.#watcher.observe(this, { childList: true, subtree: true });
    // Back in the page, it goes on with what it had.
    if (this.#sender) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.disconnect();
    this.#stopWaiting?.();
    void this.#sender?.then((sender) => sender.detach());
  }

  /** @internal The number to call when sending fails. */
  get fallbackPhone(): string | undefined {
    return collapse(this.phone) || this.#facts.here.phone;
  }

  /** Waits for the questions too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    if (!this.own.loads) return done;
    await this.own.loads;
    return super.getUpdateComplete();
  }

  protected override willUpdate(): void {
    this.#authored?.update(messagesAt(this, 'contactForm', english).send);
  }

  protected override firstUpdated(): void {
    // A submit does not leave the root.
    this.renderRoot.addEventListener('submit', (event) => this.#onSubmit(event as SubmitEvent));
    // Before somebody writes: when they press Send, the network may be gone.
    this.#stopWaiting = whenNearViewport(this, this.#loadEarly);
  }

  protected override updated(): void {
    this.#authored?.settle();
    const form = this.#form();
    if (this.shielded || (!form && childOf(this, ANSWERS))) this.#loadAuthored();
    if (!form) return;
    takeOverValidation(form);
    const values = this.#toFill;
    this.#toFill = undefined;
    if (values) this.prefill(values);
    void this.#sender?.then((sender) => sender.attach(form));
  }

  /**
   * Loads what it takes to ask more than the usual questions. A form does so when it asks them; a server
   * has to wait for it.
   */
  static prepare(): Promise<void> {
    return prepareQuestions();
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
    // To ask with what the answers held back.
    this.requestUpdate();
    void this.#sender?.then((sender) => sender.clear());
  }

  /** Fills fields by name, for instance with what the page knows already. Unknown names are passed over. */
  prefill(values: Record<string, string>): void {
    const form = this.#form();
    if (!form) {
      this.#toFill = { ...this.#toFill, ...values };
      return;
    }
    fillForm(form, values);
    // Other questions may follow from these answers. Not for the author's listeners: they asked for it.
    if (!this.contains(form)) EventTarget.prototype.dispatchEvent.call(form, new Event('change'));
  }

  /**
   * Adds a text below what the visitor wrote in the form's message, where they agreed to it, and moves the focus
   * there; with an empty text, only the focus. After sending, the form is shown again first.
   *
   * @returns whether the form has a field for it
   */
  addMessage(text: string): boolean {
    if (this.receipt !== undefined) this.reset();
    const form = this.#form();
    if (!form) return false;
    const field = text ? addToMessage(form, text) : undefined;
    if (text && !field) return false;
    // A form that was sent is out of sight until the update.
    void this.updateComplete.then(() => focusForm(form, field));
    return true;
  }

  protected override render(): TemplateResult {
    const heading = collapse(this.heading);
    // A server does not see which it is: as the slot's fallback, its own form gives way to an authored one.
    const authored = this.#authored?.found ?? childOf(this, `form, ${ANSWERS}`);
    const moved = this.#authored?.moved;
    const sent = this.receipt !== undefined;
    const words = messagesAt(this, 'contactForm', english);
    const shown = this.hasUpdated ? this.#form() : null;
    const own = authored || sent ? undefined : this.own.form(words, this.#facts.all, shown);
    return html`${heading && !sent ? headingAt(html, this.headingLevel, 2, heading) : nothing}
      <slot name=${own && !this.blind ? 'none' : nothing} ?hidden=${sent}>${own}</slot>
      ${moved ? html`<div ?hidden=${sent}>${moved}<slot name="after"></slot></div>` : nothing}
      ${sent ? thanksPanel(this, words) : nothing}${this.unreachable ? unreachablePanel(this.fallbackPhone, words) : nothing}`;
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
    const turns = submitter && this.step >= 0 && this.step < this.own.steps.length - 1;
    let sender: FormSender;
    try {
      sender = await this.#load();
    } catch {
      this.unreachable = !(await postWithoutSender(form, submitter, this, !turns));
      return;
    }
    this.unreachable = false;
    if (turns) return HTMLFormElement.prototype.requestSubmit.call(form);
    await sender.send(form, submitter);
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
          attribution: () => import('../../leads/attribution/attribution.js'),
          loadProof: () => import('../../leads/proof.js'),
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

  /** Fetches the code that an author's markup needs beyond a form of its own. */
  #loadAuthored(): void {
    this.#authoredLoads ??= import('./authored-form.js').then(
      ({ AuthoredForm }) => {
        this.#authored = new AuthoredForm(this, (message) => this.warn(message));
        this.requestUpdate();
      },
      () => (this.#authoredLoads = undefined), // may be had later
    );
  }

  #form(): HTMLFormElement | null {
    return (
      this.#authored?.moved ??
      this.querySelector('form') ??
      this.renderRoot?.querySelector('form') ??
      null
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'contact-form': ContactForm;
  }
}
