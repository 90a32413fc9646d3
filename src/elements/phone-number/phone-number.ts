import { html, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { CallLink, tellOfCall } from '../../calls/call-link.js';
import { parsePhoneNumber } from '../../calls/phone-number.js';
import { HostFacts } from '../../clinic/host-facts.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { lightStyles, styles } from './phone-number.styles.js';

/**
 * A phone number in running text: a link that dials the number it shows, and shows the same number as every
 * other place on the page.
 *
 * Write the number between the tags, as text or as your own link; or give `phone`. With neither, it is the
 * clinic's number out of the page's `clinic-info`. The link is an ordinary child, so that it dials without script and call-tracking scripts find it. What such a script makes of it
 * is shown everywhere at once; see docs/call-tracking.md.
 *
 * @slot - The number, or a `tel:` link.
 * @fires {CallStartEvent} call-start - A visitor chose to call.
 */
export class PhoneNumber extends ClinicElement {
  static override properties: PropertyDeclarations = {
    phone: {},
    country: {},
    place: {},
    noSwap: { attribute: 'no-swap', type: Boolean },
    tracking: {},
    trackingId: { attribute: 'tracking-id' },
    trackingSrc: { attribute: 'tracking-src' },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;

  /**
   * The clinic's own number, as people write it: `(210) 555-0142`, `+44 20 7946 0123 ext. 7`, `911`. Without
   * it, what stands between the tags when the script comes is the clinic's own.
   */
  declare phone: string | undefined;
  /**
   * Whose numbers `phone` is written like, ISO 3166-1 alpha-2, e.g. `GB` for `020 7946 0123`; `US` by default.
   * Numbers with a plus need none.
   */
  declare country: string | undefined;
  /** The id of a place in clinic.json, whose number it is where none is written here; else the clinic's. */
  declare place: string | undefined;
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

  readonly #facts = new HostFacts(this);
  readonly #call = new CallLink(
    this,
    (message) => this.warn(message),
    () => {},
    // Not behind words of the author's.
    (link) => (link || !this.textContent.trim() ? this.#facts.here.phone : undefined),
  );

  constructor() {
    super();
    this.noSwap = false;
    this.addEventListener?.('click', (event) => tellOfCall(this, event, 'inline'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#call.join();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#call.leave();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    this.#link();
    this.#call.update(changed);
  }

  protected override render(): TemplateResult {
    return html`<slot @slotchange=${this.#arrived}></slot>`;
  }

  #arrived = (): void => {
    this.#link();
    this.#call.yield();
  };

  /** Puts a number that stands here as text into a link: the same text node, which scripts may hold on to. */
  #link(): void {
    const text = onlyText(this);
    const number = parsePhoneNumber(text?.data);
    if (!text || !number) return;
    const link = document.createElement('a');
    link.href = number.href;
    text.before(link);
    link.append(text);
  }
}

/** The one text in a node, where no link holds it. An editor may have put a paragraph or more round it. */
function onlyText(node: Node): Text | undefined {
  const [only, ...others] = [...node.childNodes].filter(
    (child) => !(child instanceof Comment) && child.textContent?.trim(),
  );
  if (!only || others.length || only instanceof HTMLAnchorElement) return undefined;
  return only instanceof Text ? only : onlyText(only);
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-number': PhoneNumber;
  }
}
