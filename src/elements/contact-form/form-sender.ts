import { adoptSheet } from '../../foundation/adopt-sheet.js';
import { safeResource } from '../../foundation/safe-url.js';
import { Courier, type Route } from '../../leads/courier.js';
import type { DeliveryPolicy, Message, Outcome } from '../../leads/delivery.js';
import type { Parcel, Transport } from '../../leads/transports/transport.js';
import { contactFormSending } from '../../locales/en/contact-form-sending.js';
import type { ContactForm } from './contact-form.js';
import { ContactSubmitEvent } from './events.js';
import { attributionOf, NO_ATTRIBUTION, type AttributionSource } from './form-attribution.js';
import { withDigests, type FormConsents } from './form-consents.js';
import { submittersOf } from './form-controls.js';
import { FormErrors, takeAwayTraces } from './form-errors.js';
import { helpForm } from './form-help.js';
import {
  answersIn,
  fingerprint,
  leadOf,
  tooLongIn,
  type Answers,
  type Sending,
} from './form-lead.js';
import { FormOutcome } from './form-outcome.js';
import { FormPhone } from './form-phone.js';
import { FormProof, PROOF_PATIENCE, type ProofTools } from './form-proof.js';
import { FormSignals } from './form-signals.js';
import { FormWay } from './form-way.js';
import { postNatively } from './native-post.js';
import { isUnchecked } from './novalidate.js';
import { optOut } from '../../foundation/opt-outs.js';
import { PageWatch, whileHere } from './page-watch.js';
import { ownSheet, sendingSheet } from './sending.sheet.js';
import { problemsOf } from './validity.js';

export type SendingWords = typeof contactFormSending;

/** What the sender asks of its element. */
export interface SenderTools {
  words(english: SendingWords): SendingWords;
  warn(message: string): void;
  setState(name: string, on: boolean): void;
  language(): string;
  /** Fetches the code that knows how the visitor came. */
  attribution: AttributionSource;
  loadProof: ProofTools['load'];
  /** When the form was shown; milliseconds since 1970. */
  shownAt: number;
}

/** Checks a form, sends it once, and says what became of it. Loaded when the form comes near the screen. */
export class FormSender {
  #form?: HTMLFormElement;
  #errors?: FormErrors;
  #status?: HTMLElement;
  #consents?: FormConsents;
  #checking?: Promise<void>;
  #sending?: Sending;
  /** Counts what makes an unsent message pointless: it was cleared, or has arrived. */
  #settled = 0;
  readonly #signals: FormSignals;
  readonly #proof: FormProof;
  readonly #courier: Courier;
  readonly #outcome: FormOutcome;
  readonly #page: PageWatch;
  readonly #way: FormWay;
  readonly #phone: FormPhone;

  constructor(
    private readonly element: ContactForm,
    private readonly tools: SenderTools,
  ) {
    this.#signals = new FormSignals(tools.shownAt);
    // Consent is followed from now on.
    void attributionOf(element, tools);
    this.#proof = new FormProof({
      address: () => safeResource(element.challengeUrl, element.baseURI),
      load: tools.loadProof,
      warn: (message) => tools.warn(message),
    });
    this.#way = new FormWay((message) => tools.warn(message));
    this.#phone = new FormPhone(element);
    this.#outcome = new FormOutcome(
      element,
      tools,
      () => this.#words,
      () => this.#errors!,
      this.#phone,
    );
    const courier = (this.#courier = new Courier(
      (what) => this.#progress(what),
      (outcome) => this.#show(outcome),
      (): Partial<DeliveryPolicy> => element.deliveryPolicy ?? {},
    ));
    this.#page = new PageWatch(
      (what) => courier.tell(what),
      () => courier.waiting && element.isConnected,
    );
  }

  /** Takes a form over from the browser: our messages instead of its bubbles, a trap, a live region. */
  attach(form: HTMLFormElement): void {
    // Each time: a form may have been moved out of the page since.
    optOut(form, this.element.contains(form));
    this.#phone.attach();
    if (form === this.#form) return;
    this.#form = form;
    // A copy of the page saved after an earlier upgrade holds what that one added.
    takeAwayTraces(form);
    this.#errors = new FormErrors(form, () => this.#words, this.tools.language);
    this.#status = document.createElement('p');
    this.#status.dataset.clinic = 'status';
    this.#status.setAttribute('role', 'status');
    HTMLFormElement.prototype.append.call(form, this.#status);
    this.#signals.attach(form, this.#words.trap, this.#adoptSheet(form));
    this.#consents = helpForm(form, this.element, {
      errors: this.#errors,
      words: () => this.#words,
      language: () => this.tools.language(),
      warn: (message) => this.tools.warn(message),
    });
    this.#proof.attach(form);
    // Before somebody writes: when they press Send, the network may be gone.
    const action = this.#action(form, null);
    if (action) void this.#way.to(action, this.element.transport);
  }

  /** The element has left the page. */
  detach(): void {
    if (this.element.isConnected) return;
    this.#proof.stop();
    this.#phone.detach();
  }

  /** Takes every message away, and forgets what was being sent. */
  clear(): void {
    this.#errors?.clear();
    this.#settle();
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
    const { tools } = this;
    const unchecked = isUnchecked(form, submitter);
    const problems = unchecked ? [] : problemsOf(form, this.#words, tools.language());
    if (problems.length) return this.#outcome.invalid(problems);
    this.#errors!.clear();
    const data = new FormData(form, submitter);
    if (!this.element.dispatchEvent(new ContactSubmitEvent(data))) return;
    const answers = answersIn(data);
    const tooLong = tooLongIn(form, answers, this.#words.tooLong);
    if (tooLong.length) return this.#outcome.invalid(tooLong);
    const action = this.#action(form, submitter);
    if (!action) {
      tools.warn('"action" must be the http(s) or relative address that takes messages.');
      return this.#outcome.failed(form);
    }
    this.#busy(true);
    this.#status!.textContent = this.#words.sending;
    const settled = this.#settled;
    const { way, proof, context, attributionNames, left } = await this.#prepare(answers, action);
    if (this.#settled !== settled) return;
    const lead = leadOf(answers, context);
    if ('errors' in lead) {
      this.#rest();
      return this.#outcome.rejected(form, lead.errors, 'invalid');
    }
    if (proof) lead.signals.proof = proof;
    const message = { form, lead, answers, action, attributionNames };
    if (!('request' in way)) return this.#post({ ...message, transport: way });
    if (answers.files.length && !way.carriesFiles) {
      tools.warn('this transport carries no files; take the file field out, or use "form".');
      this.#rest();
      return this.#outcome.invalid([{ message: this.#words.noFiles }]);
    }
    this.#sending = { ...message, transport: way };
    const sent = this.#courier.send(fingerprint(answers), this.#route(this.#sending));
    // Its own `pagehide` came too early for the courier.
    if (left) this.#courier.tell('leave');
    const outcome = await sent;
    if (outcome) this.#show(outcome);
  }

  /** Gathers what goes along with the answers. Leaving the page ends every wait: the message comes first. */
  async #prepare(answers: Answers, action: URL) {
    const submittedAt = new Date().toISOString();
    const asked = this.#consents?.receipts(submittedAt) ?? [];
    const leaving = new AbortController();
    const leave = () => leaving.abort();
    window.addEventListener('pagehide', leave);
    const { signal } = leaving;
    // Without a network another press may come at any time: nothing is waited for.
    const patience = this.#courier.waiting ? 0 : PROOF_PATIENCE;
    const [{ values, names }, consents, proof, way] = await Promise.all([
      whileHere(attributionOf(this.element, this.tools), NO_ATTRIBUTION, signal),
      whileHere(withDigests(asked), asked, signal),
      whileHere(this.#proof.read(fingerprint(answers), patience), undefined, signal),
      this.#way.to(action, this.element.transport),
    ]);
    window.removeEventListener('pagehide', leave);
    const context = {
      form: this.#outcome.formName,
      consents,
      attribution: values,
      signals: this.#signals.read(answers.trap),
      // Without query and fragment, which may hold anything.
      page: { url: location.origin + location.pathname, language: this.tools.language() },
      submittedAt,
    };
    return { way, proof, context, attributionNames: names, left: signal.aborted };
  }

  #route({ lead, answers, action, transport, attributionNames }: Sending): Route {
    return {
      transport: transport as Transport,
      pack: ({ id, supersedes }: Message, token): Parcel => ({
        lead: { ...lead, id, ...(supersedes.length && { supersedes: [...supersedes] }) },
        files: answers.files,
        action,
        attributionNames,
        token,
      }),
      fetchToken: this.#tokenSource(),
    };
  }

  /** Says what is going on while a message is on its way. */
  #progress(what: 'sending' | 'slow' | 'offline'): void {
    this.#page.start();
    this.#busy(what !== 'offline');
    if (what === 'offline') return this.#outcome.offline();
    this.#errors!.clear();
    this.#status!.textContent = this.#words[what];
  }

  #show(outcome: Outcome): void {
    this.#rest();
    const sending = this.#sending!;
    const { form, transport } = sending;
    switch (outcome.kind) {
      case 'accepted':
        this.#settle();
        return void this.#outcome.sent(sending, outcome);
      case 'rejected':
        return this.#outcome.rejected(form, outcome.errors);
      case 'unconfirmed':
        // Whoever leaves now takes the message along to be sent once more.
        if ((transport as Transport).foldsEqualIds) this.#page.start();
        return this.#outcome.unconfirmed(form, !!(transport as Transport).foldsEqualIds, {
          again: () => void this.send(form, null),
          post: this.#canPost(sending) ? () => this.#post(sending) : undefined,
        });
      case 'blocked':
        if (this.#canPost(sending)) return this.#post(sending);
        this.tools.warn('the page\'s policy (connect-src) does not let it reach "action".');
        return this.#outcome.failed(form);
      case 'failed':
        return this.#outcome.failed(form);
    }
  }

  /** Whether the endpoint takes the form from the browser itself: a vendor's API answers it with JSON. */
  #canPost({ form, transport }: Sending): boolean {
    // The element's own form is the one that has a part.
    const authored = !Element.prototype.hasAttribute.call(form, 'part');
    const { formFields, foldsEqualIds } = transport as Transport;
    const postsItself = Reflect.get(HTMLFormElement.prototype, 'method', form) === 'post';
    return !!formFields || (!!foldsEqualIds && authored && postsItself);
  }

  #post({ form, action, transport, lead, answers, attributionNames }: Sending): void {
    const parcel = { lead, files: answers.files, action, attributionNames };
    const fields = transport.formFields?.(parcel) ?? [['_clinic_id', lead.id] as const];
    this.#rest();
    postNatively(form, action, fields);
  }

  /** The look of what is added to the form, whose own rules came with the first paint; false where none can be. */
  #adoptSheet(form: HTMLFormElement): boolean {
    const root = Node.prototype.getRootNode.call(form) as Document | ShadowRoot;
    const own = root === this.element.renderRoot;
    const scope = own ? '' : `${this.element.localName}:not(._):not(._)`;
    try {
      adoptSheet(root, sendingSheet.replaceAll('x-scope', scope) + (own ? ownSheet : ''));
      return true;
    } catch {
      return false;
    }
  }

  /** Not `disabled`, which would take the focus away from whoever pressed it. */
  #busy(on: boolean): void {
    this.tools.setState('sending', on);
    if (!on) this.#status!.textContent = '';
    for (const button of submittersOf(this.#form!)) {
      if (on) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    }
  }

  /** Nothing is on its way. */
  #rest(): void {
    if (this.#form) this.#busy(false);
    this.#page.stop();
  }

  #settle(): void {
    this.#settled++;
    this.#proof.stop();
  }

  #action(form: HTMLFormElement, submitter: HTMLElement | null): URL | undefined {
    const written =
      submitter?.getAttribute('formaction') ||
      this.element.action ||
      Element.prototype.getAttribute.call(form, 'action');
    return safeResource(written, this.element.baseURI);
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

  get #words(): SendingWords {
    return this.tools.words(contactFormSending);
  }
}
