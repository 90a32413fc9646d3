import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { parsePhoneNumber } from '../../calls/phone-number.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { collapse } from '../../foundation/text.js';
import { lightStyles, styles } from './call-cta.styles.js';
import { CallStartEvent } from './events.js';

const TEL_LINK = 'a[href^="tel:" i]';

/**
 * A phone call, one tap away: the number in a real link, shown large, with a few words above it.
 *
 * The link is an ordinary child, so that it dials without script and call-tracking scripts find it.
 * Write it yourself, or give `phone` and the element adds it.
 *
 * @slot - The `tel:` link, and anything else about calling.
 * @fires {CallStartEvent} call-start - A visitor chose to call.
 * @csspart label - The words from `label`.
 * @cssprop [--call-cta-background] - The button's surface; made from the brand by default.
 * @cssprop [--call-cta-background-hover] - The same under the pointer.
 * @cssprop [--call-cta-color] - The number's colour; give it together with the background.
 * @cssprop [--call-cta-radius=0.75rem] - The button's corners; the theme's radius by default.
 * @cssprop [--call-cta-bar-inset=0] - The sticky bar's inline margin; negative to reach the screen's edge.
 */
export class CallCta extends ClinicElement {
  static override properties: PropertyDeclarations = {
    phone: {},
    label: {},
    sticky: { type: Boolean, reflect: true },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;

  /** The number, as people write it: `(210) 555-0142`, `+44 20 7946 0123 ext. 7`, `911`. */
  declare phone: string | undefined;
  /** A few words above the number, e.g. `Talk to a nurse`. */
  declare label: string | undefined;
  /** On a narrow screen, a bar that stays at its bottom. Make it the last child of the page's content. */
  declare sticky: boolean;

  /** What this element put in, where the author gave no link. */
  #made?: HTMLAnchorElement;
  #text?: Text;

  constructor() {
    super();
    this.sticky = false;
    this.addEventListener?.('click', (event) => {
      if (event.target instanceof Element && event.target.closest(TEL_LINK)) {
        this.dispatchEvent(new CallStartEvent(this.sticky ? 'bar' : 'block'));
      }
    });
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('phone')) this.#showNumber(changed.get('phone') as string | undefined);
  }

  protected override render(): TemplateResult {
    const label = collapse(this.label);
    return html`${label ? html`<p class="label" part="label">${label}</p>` : nothing}<slot
        @slotchange=${() => this.#yield()}
      ></slot>`;
  }

  /**
   * Puts `phone` into the link that this element made (here, or in a saved copy of the page). A link that
   * the author wrote stays as it is, and the link itself is kept: scripts may hold on to it.
   */
  #showNumber(before: string | undefined): void {
    const written = collapse(this.phone);
    const number = parsePhoneNumber(written);
    if (written && !number) {
      this.warn(
        '"phone" is no number that can be dialled; it is shown as text. Write it like (210) 555-0142.',
      );
    }
    this.#text?.remove();
    this.#text = undefined;
    let link = this.querySelector<HTMLAnchorElement>(TEL_LINK);
    const own = link?.getAttribute('href') === parsePhoneNumber(before)?.href;
    if (link && !own) return;
    if (!number) {
      link?.remove();
      if (!written || this.textContent?.includes(written)) return;
      this.#text = document.createTextNode(written);
      this.append(this.#text);
      return;
    }
    link ??= this.#made = this.appendChild(document.createElement('a'));
    link.href = number.href;
    link.textContent = number.text;
  }

  /** An author's link may be parsed after this element made its own. */
  #yield(): void {
    const links = [...this.querySelectorAll(TEL_LINK)];
    if (this.#made && links.some((link) => link !== this.#made)) this.#made.remove();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-cta': CallCta;
  }
}
