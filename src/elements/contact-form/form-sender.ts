import { safeResource } from '../../foundation/safe-url.js';
import { collapse } from '../../foundation/text.js';
import { Courier, type Route } from '../../leads/courier.js';
import type { DeliveryPolicy, Message, Outcome } from '../../leads/delivery.js';
import type { Lead } from '../../leads/lead.js';
import { json } from '../../leads/transports/json.js';
import type { Parcel, Transport } from '../../leads/transports/transport.js';
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
  controlsOf,
  FormErrors,
  problemsOf,
  takeAwayTraces,
  type Problem,
} from './form-errors.js';
import { answersIn, fingerprint, leadOf, tooLongIn, wordsIn, type Answers } from './form-lead.js';
import { noticeContent } from './form-notice.js';
import { FormSignals } from './form-signals.js';
import { postNatively } from './native-post.js';

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

/** A message that Send was pressed for. */
interface Sending {
  form: HTMLFormElement;
  lead: Lead;
  answers: Answers;
  action: URL;
  transport: Transport;
}

/** Checks a form, sends it once, and says what became of it. Loaded when the form comes near the screen. */
export class FormSender {
  #form?: HTMLFormElement;
  #errors?: FormErrors;
  #status?: HTMLElement;
  #checking?: Promise<void>;
  #sending?: Sending;
  readonly #signals: FormSignals;
  readonly #courier: Courier;

  constructor(
    private readonly element: ContactForm,
    private readonly tools: SenderTools,
  ) {
    this.#signals = new FormSignals(tools.shownAt);
    this.#courier = new Courier(
      (what) => this.#progress(what),
      (outcome) => this.#show(outcome),
      (): Partial<DeliveryPolicy> => element.deliveryPolicy ?? {},
    );
  }

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
    HTMLFormElement.prototype.append.call(form, this.#status);
    this.#signals.attach(form, this.#words.trap);
  }

  /** Takes every message away, and forgets what was being sent. */
  clear(): void {
    this.#errors?.clear();
    this.#courier.tell('reset');
    this.#rest();
  }

  /** Checks and sends. A second call while one is on its way is the same send. */
  send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    this.attach(form);
    // Without a network nothing is on its way: a second press may carry other answers.
    if (this.#courier.waiting) return this.#send(form, submitter);
    this.#checking ??= this.#send(form, submitter).finally(() => (this.#checking = undefined));
    return this.#checking;
  }

  async #send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    const unchecked = Reflect.get(submitter ?? {}, 'formNoValidate') === true;
    const problems = unchecked ? [] : problemsOf(form, this.#words);
    if (problems.length) {
      this.#errors!.show(problems);
      return this.#failed('invalid');
    }
    this.#errors!.clear();
    const data = new FormData(form, submitter);
    if (!this.element.dispatchEvent(new ContactSubmitEvent(data))) return;
    const answers = answersIn(data);
    const tooLong = tooLongIn(form, answers, this.#words.tooLong);
    if (tooLong.length) {
      this.#errors!.show(tooLong);
      return this.#failed('invalid');
    }
    const action = this.#action(form, submitter);
    const lead = leadOf(answers, this.#context(answers), (message) => this.tools.warn(message));
    if (!action || !lead) return this.#end('failed');
    const transport = await this.#transport(action);
    this.#sending = { form, lead, answers, action, transport };
    if (answers.files.length && !transport.carriesFiles) {
      this.tools.warn('this transport carries no files; take the file field out, or use "form".');
      this.#errors!.show([{ message: this.#words.noFiles }]);
      return this.#failed('invalid');
    }
    this.#busy(true);
    const outcome = await this.#courier.send(fingerprint(answers), this.#route(this.#sending));
    if (outcome) this.#show(outcome);
  }

  #route(sending: Sending): Route {
    return {
      transport: sending.transport,
      pack: ({ id, supersedes }: Message, token): Parcel => ({
        lead: { ...sending.lead, id, ...(supersedes.length && { supersedes: [...supersedes] }) },
        files: sending.answers.files,
        action: sending.action,
        attributionNames: {},
        token,
      }),
      fetchToken: this.#tokenSource(),
    };
  }

  /** Says what is going on while a message is on its way. */
  #progress(what: 'sending' | 'slow' | 'offline'): void {
    const words = this.#words;
    this.#listen(true);
    this.#busy(what !== 'offline');
    if (what === 'offline') {
      // Whatever was sent before the network went, the visitor is told once that it did arrive.
      this.#errors!.panel(
        'notice',
        noticeContent({ text: words.offline, phone: this.element.phone }, words),
      );
    } else {
      this.#errors!.clear();
      this.#status!.textContent = words[what];
    }
  }

  #show(outcome: Outcome): void {
    this.#rest();
    const sending = this.#sending!;
    const words = this.#words;
    switch (outcome.kind) {
      case 'accepted':
        return void this.#thank(sending, outcome);
      case 'rejected': {
        const errors = outcome.errors.length ? outcome.errors : [{ message: words.rejected }];
        this.#errors!.show(errors.map((error) => this.#problem(sending.form, error)));
        return this.#failed('rejected');
      }
      case 'blocked':
        if (this.#canPost(sending)) return this.#post(sending);
        this.tools.warn('the page\'s policy (connect-src) does not let it reach "action".');
        return this.#end('failed');
      default:
        return this.#end(outcome.kind);
    }
  }

  #problem(form: HTMLFormElement, error: { field?: string; message: string }): Problem {
    const control = controlsOf(form).find(
      ({ name, type }) =>
        type !== 'hidden' && (name === error.field || name === `${error.field}[]`),
    );
    return { control, message: collapse(error.message) || this.#words.rejected };
  }

  async #thank(
    sending: Sending,
    { receipt, message, next }: Outcome & { kind: 'accepted' },
  ): Promise<void> {
    const { element } = this;
    const { form, lead, answers } = sending;
    if (fingerprint(answersIn(new FormData(form))) !== fingerprint(answers) && form.isConnected) {
      // Written while the message was on its way: it has not been sent, and is not thrown away.
      this.#errors!.panel('notice', noticeContent({ text: this.#words.changed }, this.#words));
      element.dispatchEvent(new ContactSentEvent(lead.form, receipt));
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
    element.dispatchEvent(new ContactSentEvent(lead.form, receipt));
    this.#leave(element.successUrl, '"success-url" must be a page of this site.');
    if (!element.successUrl) this.#leave(next, 'the endpoint names a page of another site.');
  }

  /** Goes to a page of this site. */
  #leave(address: string | undefined, otherwise: string): void {
    const page = safeResource(address, this.element.baseURI);
    if (page && page.origin === location.origin) location.assign(page);
    else if (address) this.tools.warn(otherwise);
  }

  /** A message at the top of the form, focused, with the number to call and what else can be done. */
  #end(kind: 'unconfirmed' | 'failed'): void {
    const words = this.#words;
    const sending = this.#sending;
    const form = this.#form!;
    const once = sending && !sending.transport.foldsEqualIds;
    const text =
      kind === 'failed' ? words.failed : once ? words.unconfirmedOnce : words.unconfirmed;
    this.#errors!.panel(
      'notice',
      noticeContent(
        {
          text,
          phone: this.element.phone,
          words: () => wordsIn(form),
          ...(kind === 'unconfirmed' && {
            again: () => void this.send(form, null),
            post: sending && this.#canPost(sending) ? () => this.#post(sending) : undefined,
          }),
        },
        words,
      ),
    );
    this.#failed(kind);
  }

  #failed(reason: ContactFailure): void {
    this.element.dispatchEvent(new ContactFailedEvent(this.#name, reason));
  }

  /** Whether the endpoint takes the form from the browser itself. */
  #canPost({ form, transport }: Sending): boolean {
    const authored = this.element.contains(form);
    return (
      !!transport.formFields ||
      (authored && Reflect.get(HTMLFormElement.prototype, 'method', form) === 'post')
    );
  }

  #post({ form, action, transport, lead, answers }: Sending): void {
    const parcel = { lead, files: answers.files, action, attributionNames: {} };
    const fields = transport.formFields?.(parcel) ?? [['_clinic_id', lead.id] as const];
    this.#listen(false);
    postNatively(form, action, fields);
  }

  /** Not `disabled`, which would take the focus away from whoever pressed it. */
  #busy(on: boolean): void {
    this.tools.setState('sending', on);
    if (!on) this.#status!.textContent = '';
    for (const button of allIn(this.#form!, 'button:is([type="submit"], :not([type]))')) {
      if (on) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    }
  }

  /** Nothing is on its way. */
  #rest(): void {
    if (this.#form) this.#busy(false);
    this.#listen(false);
  }

  /** Follows the page while a message is on its way. */
  #listen(on: boolean): void {
    const change = on ? 'addEventListener' : 'removeEventListener';
    for (const type of ['online', 'pagehide', 'pageshow', 'beforeunload'])
      window[change](type, this.#onPage);
  }

  #onPage = (event: Event): void => {
    if (event.type === 'online') this.#courier.tell('online');
    else if (event.type === 'pagehide') this.#courier.tell('leave');
    else if (event.type === 'pageshow') this.#courier.tell('return');
    // Only here is something written that nobody sends once the page is gone.
    else if (this.#courier.waiting) event.preventDefault();
  };

  #action(form: HTMLFormElement, submitter: HTMLElement | null): URL | undefined {
    const written =
      this.element.action ||
      submitter?.getAttribute('formaction') ||
      Element.prototype.getAttribute.call(form, 'action');
    const action = safeResource(written, this.element.baseURI);
    if (!action)
      this.tools.warn('"action" must be the http(s) or relative address that takes messages.');
    return action;
  }

  #transport(_action: URL): Promise<Transport> {
    const { transport } = this.element;
    return Promise.resolve(typeof transport === 'object' ? transport : json);
  }

  #tokenSource(): (() => Promise<string>) | undefined {
    const address = safeResource(this.element.tokenUrl, this.element.baseURI);
    if (!address) return undefined;
    return async () => {
      const response = await fetch(address, { cache: 'no-store', credentials: 'same-origin' });
      if (!response.ok) throw new Error('no token');
      return (await response.text()).trim();
    };
  }

  #context({ trap }: Answers): Parameters<typeof leadOf>[1] {
    const { tools } = this;
    return {
      form: this.#name,
      consents: [],
      attribution: {},
      signals: this.#signals.read(trap),
      // Without query and fragment, which may hold anything.
      page: { url: location.origin + location.pathname, language: tools.language() },
      submittedAt: new Date().toISOString(),
    };
  }

  get #name(): string {
    return this.element.name || 'contact';
  }

  get #words(): Words {
    return this.tools.words(contactFormSending);
  }
}
