import { parsePhoneNumber } from '../../calls/phone-number.js';
import { safeResource } from '../../foundation/safe-url.js';
import { collapse } from '../../foundation/text.js';
import { deliver, type Outcome } from '../../leads/delivery.js';
import { newLeadId } from '../../leads/id.js';
import { checkLead, safeFieldName, TRAP_INPUT, type Lead } from '../../leads/lead.js';
import { json } from '../../leads/transports/json.js';
import { contactFormSending } from '../../locales/en/contact-form-sending.js';
import type { ContactForm } from './contact-form.js';
import {
  ContactFailedEvent,
  ContactSentEvent,
  ContactSubmitEvent,
  type ContactFailure,
} from './events.js';
import {
  allIn,
  FormErrors,
  takeAwayTraces,
  controlsOf,
  problemsOf,
  type Problem,
} from './form-errors.js';

type Words = typeof contactFormSending;

/** What the sender asks of its element. */
export interface SenderTools {
  words(english: Words): Words;
  warn(message: string): void;
  setState(name: string, on: boolean): void;
  language(): string;
  /** When the form was shown; milliseconds since 1970. */
  shownAt: number;
}

/** Checks a form, sends it once, and says what became of it. Loaded when the form comes near the screen. */
export class FormSender {
  #form?: HTMLFormElement;
  #errors?: FormErrors;
  #status?: HTMLElement;
  #sending?: Promise<void>;
  #interactions = 0;
  /** A message that may have arrived already: the same answers go out under its id again. */
  #pending?: { id: string; answers: string; supersedes?: string };

  constructor(
    private readonly element: ContactForm,
    private readonly tools: SenderTools,
  ) {}

  /** Takes a form over from the browser: our messages instead of its bubbles, a trap, a live region. */
  attach(form: HTMLFormElement): void {
    if (form === this.#form) return;
    this.#form = form;
    // A copy of the page saved after an earlier upgrade holds what that one added.
    takeAwayTraces(form);
    this.#errors = new FormErrors(form, () => this.#words);
    this.#status = document.createElement('p');
    this.#status.dataset.clinic = 'status';
    this.#status.setAttribute('role', 'status');
    HTMLFormElement.prototype.append.call(form, this.#trap(), this.#status);
    for (const type of ['keydown', 'pointerdown']) {
      EventTarget.prototype.addEventListener.call(form, type, () => this.#interactions++, {
        passive: true,
      });
    }
  }

  /** Takes every message away. */
  clear(): void {
    this.#errors?.clear();
    this.#pending = undefined;
  }

  /** Checks and sends. A second call while one is on its way is the same send. */
  send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    this.attach(form);
    this.#sending ??= this.#send(form, submitter).finally(() => (this.#sending = undefined));
    return this.#sending;
  }

  async #send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    const problems =
      submitter instanceof HTMLButtonElement && submitter.formNoValidate
        ? []
        : problemsOf(form, this.#words);
    if (problems.length) {
      this.#errors!.show(problems);
      return this.#failed('invalid');
    }
    this.#errors!.clear();
    const data = new FormData(form, submitter);
    if (!this.element.dispatchEvent(new ContactSubmitEvent(data))) return;

    const action = this.#action(form);
    const lead = this.#lead(data);
    if (!action || !lead) {
      this.#say(this.#words.failed);
      return this.#failed('failed');
    }
    this.#busy(form, true);
    let outcome: Outcome;
    try {
      outcome = await deliver(lead, action, json);
    } finally {
      this.#busy(form, false);
    }
    this.#show(form, lead, outcome);
  }

  #show(form: HTMLFormElement, lead: Lead, outcome: Outcome): void {
    const words = this.#words;
    if (outcome.kind === 'accepted') {
      this.#pending = undefined;
      void this.#thank(form, lead, outcome.receipt);
      return;
    }
    if (outcome.kind === 'rejected') {
      // This one did not arrive. What it was to replace may have, and the next one takes that place.
      const earlier = this.#pending?.supersedes;
      this.#pending = earlier ? { id: earlier, answers: '' } : undefined;
      this.#errors!.show(
        outcome.errors.map(({ field, message }): Problem => {
          const control = controlsOf(form).find(
            ({ name, type }) => name === field && type !== 'hidden',
          );
          return { control, message: collapse(message) || words.rejected };
        }),
      );
      return this.#failed('rejected');
    }
    this.#say(outcome.kind === 'failed' ? words.failed : words.unconfirmed);
    this.#failed(outcome.kind);
  }

  async #thank(form: HTMLFormElement, lead: Lead, receipt: string): Promise<void> {
    const { element } = this;
    element.receipt = receipt;
    this.tools.setState('sent', true);
    // What was written does not stay behind on a shared computer.
    HTMLFormElement.prototype.reset.call(form);
    await element.updateComplete;
    const panel = element.renderRoot.querySelector<HTMLElement>('[part="thanks"]');
    panel?.focus();
    panel?.scrollIntoView({ block: 'nearest' });
    element.dispatchEvent(new ContactSentEvent(lead.form, receipt));
    const next = safeResource(element.successUrl, element.baseURI);
    if (next && next.origin === location.origin) location.assign(next);
    else if (element.successUrl) this.tools.warn('"success-url" must be a page of this site.');
  }

  /** A message at the top of the form, focused, with the number to call. */
  #say(text: string): void {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    const alert = document.createElement('div');
    alert.setAttribute('role', 'alert');
    alert.append(paragraph);
    const written = collapse(this.element.phone);
    if (written) {
      const number = parsePhoneNumber(written);
      const call = document.createElement(number ? 'a' : 'span');
      call.textContent = number?.text ?? written;
      if (call instanceof HTMLAnchorElement && number) call.href = number.href;
      const line = document.createElement('p');
      line.append(`${this.#words.call} `, call);
      alert.append(line);
    }
    this.#errors!.panel('notice', alert);
  }

  #failed(reason: ContactFailure): void {
    this.element.dispatchEvent(new ContactFailedEvent(this.#name, reason));
  }

  /** Not `disabled`, which would take the focus away from whoever pressed it. */
  #busy(form: HTMLFormElement, on: boolean): void {
    this.tools.setState('sending', on);
    this.#status!.textContent = on ? this.#words.sending : '';
    for (const button of allIn(form, 'button:is([type="submit"], :not([type]))')) {
      if (on) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    }
  }

  #action(form: HTMLFormElement): URL | undefined {
    const written = this.element.action || Element.prototype.getAttribute.call(form, 'action');
    const action = safeResource(written, this.element.baseURI);
    if (!action)
      this.tools.warn('"action" must be the http(s) or relative address that takes messages.');
    return action;
  }

  /** The answers as a lead; files are not part of one yet. */
  #lead(data: FormData): Lead | undefined {
    const fields = Object.create(null) as Record<string, string | string[]>;
    let trap = false;
    for (const [name, value] of data) {
      if (typeof value !== 'string') continue;
      if (name === TRAP_INPUT) trap = value !== '';
      else {
        const key = safeFieldName(name);
        fields[key] = key in fields ? [fields[key]!, value].flat() : value;
      }
    }
    const answers = JSON.stringify(fields);
    const { tools } = this;
    const before = this.#pending;
    // An edited message takes the place of the one that may have arrived, however often it is sent.
    this.#pending =
      before?.answers === answers ? before : { id: newLeadId(), answers, supersedes: before?.id };
    const { id, supersedes } = this.#pending;
    const checked = checkLead({
      id,
      ...(supersedes ? { supersedes } : {}),
      form: this.#name,
      fields,
      consents: [],
      attribution: {},
      signals: {
        trap,
        seconds: Math.max(0, Math.round((Date.now() - tools.shownAt) / 1000)),
        interactions: this.#interactions,
      },
      // Without query and fragment, which may hold anything.
      page: { url: location.origin + location.pathname, language: tools.language() },
      submittedAt: new Date().toISOString(),
    });
    if (checked.ok) return checked.lead;
    tools.warn(
      `the message is no lead: ${checked.errors.map(({ path, message }) => `${path} ${message}`).join('; ')}`,
    );
    return undefined;
  }

  /**
   * A field that only robots fill. Inert, so that neither people nor autofill reach it; last, because an
   * address-like field before the real ones stops Chromium from filling them.
   */
  #trap(): HTMLElement {
    const trap = document.createElement('div');
    trap.dataset.clinic = 'trap';
    trap.inert = true;
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.name = TRAP_INPUT;
    input.autocomplete = 'new-password';
    input.tabIndex = -1;
    label.append(this.#words.trap, ' ', input);
    trap.append(label);
    return trap;
  }

  get #name(): string {
    return this.element.name || 'contact';
  }

  get #words(): Words {
    return this.tools.words(contactFormSending);
  }
}
