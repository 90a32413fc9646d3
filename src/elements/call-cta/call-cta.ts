import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { CallLink, TEL_LINK, tellOfCall } from '../../calls/call-link.js';
import { parsePhoneNumber, type PhoneNumber } from '../../calls/phone-number.js';
import { HostFacts } from '../../clinic/host-facts.js';
import { hostHours, type HostHours } from '../../clinic/host-hours.js';
import { childOf } from '../../foundation/child.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { languageOf, localeOf, messagesAt } from '../../foundation/locale.js';
import { collapse } from '../../foundation/text.js';
import { callCta as english } from '../../locales/en/call-cta.js';
import type { HoursState } from '../../calls/opening-hours.js';
import { lightStyles, styles } from './call-cta.styles.js';

/* What reads hours, once it is needed. */
let desk: typeof import('./call-hours.js') | undefined;

const STATES = ['open', 'opening-soon', 'closed'] as const;

/* Milliseconds that "Copied" stands in place of the button's words. */
const COPIED = 2000;

/**
 * A phone call, one tap away: the number in a real link, shown large, with a few words above it, and
 * whether somebody answers now.
 *
 * The link is an ordinary child, so that it dials without script and call-tracking scripts find it.
 * Write it yourself, or give `phone` and the element adds it. Number, hours, time zone and holidays that are not
 * given are those of the page's `clinic-info`. What a call-tracking script makes of the
 * number is shown everywhere at once; see docs/call-tracking.md.
 *
 * @slot - The `tel:` link, and anything else about calling.
 * @slot closed - What to do while the clinic is closed, e.g. a link to the form. Hidden while it is open.
 * @fires {CallStartEvent} call-start - A visitor chose to call.
 * @csspart label - The words from `label`.
 * @csspart state - Whether the clinic is open, and until when.
 * @csspart copy - The button that copies the number, where there is a mouse.
 * @csspart sms - The link from `sms`.
 * @csspart whatsapp - The link from `whatsapp`.
 * @cssprop [--call-cta-background] - The button's surface; made from the brand by default.
 * @cssprop [--call-cta-background-hover] - The same under the pointer.
 * @cssprop [--call-cta-color] - The number's colour; give it together with the background.
 * @cssprop [--call-cta-radius=0.75rem] - The button's corners; the theme's radius by default.
 * @cssprop [--call-cta-bar-inset=0] - The sticky bar's inline margin; negative to reach the screen's edge.
 * @cssState open - The clinic is open.
 * @cssState opening-soon - It opens within the hour.
 * @cssState closed - It is closed, and does not open within the hour.
 * @cssState aside - The sticky bar steps aside: a form or a keyboard is on the screen, or something lies there.
 */
export class CallCta extends ClinicElement {
  static override properties: PropertyDeclarations = {
    phone: {},
    label: {},
    sticky: { type: Boolean, reflect: true },
    country: {},
    noSwap: { attribute: 'no-swap', type: Boolean },
    tracking: {},
    trackingId: { attribute: 'tracking-id' },
    trackingSrc: { attribute: 'tracking-src' },
    hours: {},
    timeZone: { attribute: 'time-zone' },
    holidays: {},
    place: {},
    sms: {},
    whatsapp: {},
    status: { state: true },
    copied: { state: true },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;
  static override readonly slotName: string = 'closed';

  /** The clinic's own number, as people write it: `(210) 555-0142`, `+44 20 7946 0123 ext. 7`, `911`. */
  declare phone: string | undefined;
  /** A few words above the number, e.g. `Talk to a nurse`. */
  declare label: string | undefined;
  /** On a narrow screen, a bar that stays at its bottom. Make it the last child of the page's content. */
  declare sticky: boolean;
  /**
   * Whose numbers `phone` is written like, ISO 3166-1 alpha-2, e.g. `GB` for `020 7946 0123`; `US` by default.
   * Numbers with a plus need none.
   */
  declare country: string | undefined;
  /** Shows the clinic's own number whatever a call-tracking script makes of it. */
  declare noSwap: boolean;
  /**
   * Who is asked which number to show: `callrail`, `call-tracking-metrics`, `google`, `json` or `event`; see
   * docs/call-tracking.md. Nobody by default. Asking for one element asks for the page.
   */
  declare tracking: string | undefined;
  /** For `google`: the conversion, e.g. `AW-123456789/AbCdEf`. */
  declare trackingId: string | undefined;
  /** For `json`: the address to ask. */
  declare trackingSrc: string | undefined;
  /**
   * When somebody answers, e.g. `Mo-Fr 08:00-12:00,13:00-17:00; Sa 09:00-12:00` (schema.org `openingHours`),
   * or `24/7`; by property also OpeningHoursSpecification objects. Hours that cannot be read are told of, and
   * leave the number as it is. Empty: nothing is said of hours, whatever the page's `clinic-info` knows.
   */
  declare hours: string | object | undefined;
  /** The clinic's time zone, an IANA name such as `America/Chicago`. Hours need it. */
  declare timeZone: string | undefined;
  /**
   * Days with other hours, separated by semicolons: `2026-12-25 closed Christmas Day; 12-24 08:00-12:00`. By
   * property also OpeningHoursSpecification objects.
   */
  declare holidays: string | object | undefined;
  /** The id of a place in clinic.json, whose facts hold where none are given here; else the clinic's. */
  declare place: string | undefined;
  /** A number that takes text messages: adds a link. Empty for the number that is shown. */
  declare sms: string | undefined;
  /**
   * A number that takes WhatsApp messages, with its country code: adds a link. Empty for `phone` itself: a
   * tracking number has no WhatsApp.
   */
  declare whatsapp: string | undefined;

  /** @internal */
  declare status: HoursState | undefined;
  /** @internal */
  declare copied: boolean;

  #stopHours?: () => void;
  #stopBar?: () => void;

  readonly #facts = new HostFacts(this);
  readonly #call = new CallLink(
    this,
    (message) => this.warn(message),
    () => this.requestUpdate(),
    () => this.#facts.here.phone,
  );
  #hours: HostHours = {};
  #followed = this.#hours;

  constructor() {
    super();
    this.sticky = this.noSwap = this.copied = false;
    this.addEventListener?.('click', (event) =>
      tellOfCall(
        this,
        event,
        this.sticky ? 'bar' : 'block',
        this.status && this.status.state === 'open',
      ),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    this.#call.join();
    this.#followHours();
    this.#followPage();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#call.leave();
    this.#stopHours?.();
    this.#stopBar?.();
    this.#stopHours = this.#stopBar = undefined;
  }

  protected override willUpdate(): void {
    this.#hours = hostHours(this, this.#facts.here, this.#hours);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    this.#call.update(changed);
    if (this.#hours !== this.#followed) this.#followHours();
    if (changed.has('sticky')) this.#followPage();
    for (const state of STATES) this.setState(state, this.status?.state === state);
  }

  protected override render(): TemplateResult {
    const label = collapse(this.label);
    return html`<div class="words">
        ${label ? html`<p class="label" part="label">${label}</p>` : nothing}
        ${this.#hours.hours ? this.#state() : nothing}
      </div>
      <slot @slotchange=${() => this.#call.yield()}></slot>${this.#more()}<slot
        name="closed"
        class=${this.status?.state ?? nothing}
      ></slot>`;
  }

  /** Whether somebody answers now; its room is there before the words are. */
  #state(): TemplateResult {
    const { status } = this;
    const language = languageOf(this);
    const local = localeOf(language)?.callCtaHours;
    const words =
      status &&
      desk?.stateInWords(
        status,
        this.#hours.timeZone!,
        local || /^en\b/i.test(language) ? language : 'en',
        {
          ...desk.callCtaHours,
          ...local,
        },
      );
    return html`<p class="state ${status?.state ?? ''}" part="state">
      ${words ? html`<b>${words.headline}</b><span>${words.detail}</span>` : nothing}
    </p>`;
  }

  /** Other ways to reach the number. */
  #more(): TemplateResult | typeof nothing {
    const words = messagesAt(this, 'callCta', english);
    const shown = childOf(this, TEL_LINK) ? this.#call.number : parsePhoneNumber(this.#call.phone);
    const link = (name: 'sms' | 'whatsapp', address: (digits: string) => string) => {
      const written = this[name];
      if (written == null) return nothing;
      const fallback = name === 'sms' ? shown : (parsePhoneNumber(this.#call.phone) ?? shown);
      const number = written.trim() ? parsePhoneNumber(written) : fallback;
      const [, digits] = /^tel:(\+?\d+)/.exec(number?.href ?? '') ?? [];
      if (digits) return html`<a part=${name} href=${address(digits)}>${words[name]}</a>`;
      this.warn(`"${name}" is no number; write it like +1 210 555 0142.`);
      return nothing;
    };
    if (!shown && this.sms == null && this.whatsapp == null) return nothing;
    return html`<p class="more">
      ${link('sms', (digits) => `sms:${digits}`)}
      ${link('whatsapp', (digits) => `https://wa.me/${digits.slice(1)}`)}
      ${
        shown
          ? html`<button part="copy" type="button" @click=${() => this.#copy(shown)}>
              <span aria-live="polite">${this.copied ? words.copied : words.copy}</span>
            </button>`
          : nothing
      }
    </p>`;
  }

  #followHours(): void {
    this.#stopHours?.();
    const { hours, timeZone, holidays } = (this.#followed = this.#hours);
    if (!hours) {
      this.status = undefined;
      return;
    }
    let stopped = false;
    this.#stopHours = () => (stopped = true);
    import('./call-hours.js').then(
      (loaded) => {
        desk = loaded;
        if (stopped) return;
        this.#stopHours = loaded.followHours(
          { hours, timeZone, holidays },
          (state) => (this.status = state),
          (message) => this.warn(message),
        );
      },
      // Calling is as good as ever.
      () => {},
    );
  }

  #followPage(): void {
    this.#stopBar?.();
    if (!this.sticky) return;
    let stopped = false;
    this.#stopBar = () => (stopped = true);
    import('./call-bar.js').then(
      ({ keepBarOutOfTheWay }) => {
        if (stopped) return;
        this.#stopBar = keepBarOutOfTheWay(this, (aside) => this.setState('aside', aside));
      },
      () => {},
    );
  }

  async #copy({ text }: PhoneNumber): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Pages without https have no clipboard: the number is selected, to be copied by hand.
      const { link } = this.#call;
      if (link) getSelection()?.selectAllChildren(link);
      return;
    }
    this.copied = true;
    setTimeout(() => (this.copied = false), COPIED);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-cta': CallCta;
  }
}
