import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { BookedLinks } from '../../calls/booked-links.js';
import { TEL_LINK, tellOfCall } from '../../calls/call-link.js';
import { HostFacts } from '../../clinic/host-facts.js';
import { clinicianOf, type ClinicianFacts } from '../../clinic/people-and-places.js';
import { childOf } from '../../foundation/child.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { localeOf } from '../../foundation/locale.js';
import { ownIn } from '../../foundation/made-child.js';
import { collapse } from '../../foundation/text.js';
import { lightStyles, styles } from './provider-card.styles.js';

/** Whether somebody takes new patients. */
export type Accepting = 'yes' | 'no' | 'waitlist' | 'referral';

/* What makes children of attributes and facts, once it is there. */
let making: typeof import('./provider-parts.js') | undefined;

/* What children are made of. */
const MADE_OF = [
  'name',
  'jobTitle',
  'specialties',
  'languages',
  'accepting',
  'locations',
  'npi',
  'image',
  'phone',
  'bookHref',
] as const;

/**
 * Somebody who treats patients: who they are, what they do, which languages they speak, whether they take new
 * patients, and how to see them.
 *
 * Write the parts as ordinary children, in any order: a picture, a heading with the name (and a link to their
 * own page), paragraphs, a `tel:` link, a `dl` with whatever else there is to know; `data-accepting="yes"` on a
 * paragraph, or another value of `accepting`, marks it with a dot. Or give them as attributes, or name a clinician
 * of the clinic's facts. A child wins over its attribute, and an attribute over the facts.
 * What is made of attributes and facts becomes ordinary children too.
 *
 * @slot - The clinician's picture, name, words and number, found by what they are.
 * @fires {CallStartEvent} call-start - A visitor chose to call.
 * @csspart initials - What stands where there is no picture.
 * @cssprop [--provider-card-padding=1.25rem] - Room between the card's edge and its words.
 * @cssprop [--provider-card-background] - The card's surface; the theme's surface by default.
 * @cssState empty - There is nothing to show.
 * @cssState made - What is made of attributes and facts is there.
 */
export class ProviderCard extends ClinicElement {
  static override properties: PropertyDeclarations = {
    provider: {},
    name: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    href: {},
    credentials: {},
    jobTitle: { attribute: 'job-title' },
    specialties: {},
    languages: {},
    accepting: {},
    locations: {},
    npi: {},
    image: {},
    imageAlt: { attribute: 'image-alt' },
    phone: {},
    bookHref: { attribute: 'book-href' },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;

  /** The id of a clinician in the clinic's facts: what neither children nor attributes say is taken from there. */
  declare provider: string | undefined;
  /** The name without credentials, as plain text. */
  declare name: string | undefined;
  /** Level of the heading made from `name`, 2 to 6. */
  declare headingLevel: number;
  /** Their own page: the heading links there. */
  declare href: string | undefined;
  /** What stands behind the name, e.g. `MD, FAAOS`. */
  declare credentials: string | undefined;
  /** What they do, e.g. `Orthopedic surgeon`. */
  declare jobTitle: string | undefined;
  /** Separated by commas. */
  declare specialties: string | undefined;
  /** BCP 47 tags, e.g. `en es`, which are written out in the page's language; or names, separated by commas. */
  declare languages: string | undefined;
  /** Whether they take new patients: `yes`, `no`, `waitlist`, or on `referral`. Nothing is said by default. */
  declare accepting: Accepting | undefined;
  /** Where they treat patients: names, separated by commas. */
  declare locations: string | undefined;
  /** National Provider Identifier: ten digits (45 CFR 162.406). One that cannot be right is not shown. */
  declare npi: string | undefined;
  /** The picture's address: `https`, `http`, relative, or a `data:image/…` URL. */
  declare image: string | undefined;
  /** What the picture shows; the name by default, and empty for decoration. */
  declare imageAlt: string | undefined;
  /** The number to call, as people write it. */
  declare phone: string | undefined;
  /** Where a visitor books with them. */
  declare bookHref: string | undefined;

  #initials = '';
  readonly #known = new HostFacts(this);
  readonly #links = new BookedLinks();
  #watcher?: MutationObserver;

  constructor() {
    super();
    this.headingLevel = 3;
    this.addEventListener?.('click', (event) => tellOfCall(this, event, 'inline'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Children may be parsed, or put in by a framework, at any time.
    this.#watcher ??= new MutationObserver(() => this.requestUpdate());
    this.#watcher.observe(this, { childList: true, subtree: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.disconnect();
    this.#links.leave();
  }

  protected override willUpdate(): void {
    if (this.blind || !this.isConnected) return;
    const facts = this.#facts;
    if (making) this.#initials = making.makeProvider(this, facts, localeOf);
    else if (facts || MADE_OF.some((name) => this[name])) this.#load();
  }

  protected override updated(): void {
    if (!this.isConnected) return;
    const links = ownIn<HTMLAnchorElement>(this, TEL_LINK);
    this.#links.join([...links], this.phone || this.#facts?.phone);
    this.setState('made', !!making);
    this.setState('empty', !this.children.length && !collapse(this.textContent));
  }

  protected override render(): TemplateResult {
    const portrait = this.blind || childOf(this, 'img:not(.emoji), picture');
    return html`${
        portrait
          ? nothing
          : html`<div class="initials" part="initials" aria-hidden="true">${this.#initials}</div>`
      }<slot></slot>`;
  }

  #load(): void {
    import('./provider-parts.js').then(
      (loaded) => {
        making = loaded;
        this.requestUpdate();
      },
      () => this.warn('code did not load; what stands in attributes is not shown.'),
    );
  }

  /** What the clinic's facts say of them; a server does not know them. */
  get #facts(): ClinicianFacts | undefined {
    const { all } = this.#known;
    if (!this.provider || !all) return undefined;
    const clinician = clinicianOf(all, this.provider);
    if (!clinician) this.warn('"provider" names none of "clinicians" in the clinic’s facts.');
    return clinician;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'provider-card': ProviderCard;
  }
}
