import { html, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import {
  crisisLine,
  emergencyNumber,
  namesEmergencyNumber,
  namesShortNumber,
  readEmergencyNumber,
} from '../../calls/emergency-numbers.js';
import { HostFacts } from '../../clinic/host-facts.js';
import { pageFacts } from '../../clinic/page-facts.js';
import { countryOf } from '../../clinic/people-and-places.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { languageOf, messagesAt, regionOf } from '../../foundation/locale.js';
import {
  authoredNodes,
  keepMade,
  made,
  sayWith,
  type MadeElement,
} from '../../foundation/made-child.js';
import { collapse, integerBetween } from '../../foundation/text.js';
import { medicalDisclaimer as english } from '../../locales/en/medical-disclaimer.js';
import { lightStyles, styles } from './medical-disclaimer.styles.js';

/** What it stands beside: a page to read, a form, or a checker of conditions. */
export type MedicalDisclaimerKind = 'article' | 'form' | 'checker';

const KINDS = ['article', 'form', 'checker'] as const;

/**
 * Says that a page is no medical advice, and whom to call in an emergency.
 *
 * The words between the tags are the disclaimer; without any, the element's own for its `kind`. The line with
 * the emergency number is added where those words do not name it: the number is a link that dials it, and no
 * call-tracking script exchanges it. All of it stands in the page as ordinary children.
 *
 * **Give `country`**, or have the page's `clinic-info` say where the clinic is. Without both, the number is that
 * of the country in the page's `lang` (`en-US`). Where no number is known it says "your local emergency number":
 * never a wrong one.
 *
 * @slot - The disclaimer in your own words, with or without a heading.
 * @cssprop [--medical-disclaimer-background] - The note's surface; the theme's tint by default.
 * @cssprop [--medical-disclaimer-padding=1rem] - Room between its edge and its words.
 */
export class MedicalDisclaimer extends ClinicElement {
  static override properties: PropertyDeclarations = {
    kind: {},
    heading: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    country: {},
    emergencyNumber: { attribute: 'emergency-number' },
    crisisLine: { attribute: 'crisis-line', type: Boolean },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;

  /** Which words it says by itself: for an `article`, a `form` or a `checker`. */
  declare kind: MedicalDisclaimerKind;
  /** A heading, as plain text; a heading among the children wins. */
  declare heading: string | undefined;
  /** Level of the heading made from `heading`, 2 to 6. */
  declare headingLevel: number;
  /**
   * Where the page's readers are, ISO 3166-1 alpha-2, e.g. `US`; by default where the clinic is, as the page's
   * `clinic-info` says, else the country in the page's `lang`.
   */
  declare country: string | undefined;
  /** What they dial in an emergency, two to six digits, e.g. `911`; by default the clinic's, or the country's. */
  declare emergencyNumber: string | undefined;
  /** Adds the crisis line that takes calls and texts: `988`, in the United States and Canada. */
  declare crisisLine: boolean;

  readonly #facts = new HostFacts(this);

  constructor() {
    super();
    this.kind = 'article';
    this.headingLevel = 3;
    this.crisisLine = false;
    // It is beside the matter of the page, and no landmark. An author's own role wins.
    if (this.internals) this.internals.role = 'note';
  }

  protected override updated(): void {
    // Out of the page, it does not know the language of the page.
    if (!this.blind && this.isConnected) this.#write();
  }

  protected override render(): TemplateResult {
    return html`<slot @slotchange=${() => this.requestUpdate()}></slot>`;
  }

  /** Puts what the author left out beside the author's words. */
  #write(): void {
    const words = messagesAt(this, 'medicalDisclaimer', english);
    const kind = KINDS.find((each) => each === this.kind) ?? 'article';
    const authored = authoredNodes(this);
    const isHeading = (node: Node): boolean =>
      node instanceof HTMLElement && node.matches('h2, h3, h4, h5, h6');
    const said = authored.map(({ textContent }) => textContent).join(' ');

    const title = authored.some(isHeading) ? '' : collapse(this.heading);
    const level = integerBetween(this.headingLevel, 2, 6, 3);
    const heading = keepMade(
      this,
      'heading',
      title ? made(`h${level}`, {}, title) : undefined,
      (child) => this.prepend(child),
    );
    const hasWords = authored.some((node) => !isHeading(node));
    // Below a heading, whoever wrote it.
    const above = heading ?? authored.find(isHeading);
    keepMade(this, 'words', hasWords ? undefined : made('p', {}, words[kind]), (child) =>
      above ? above.after(child) : this.prepend(child),
    );

    const { emergency, crisis } = this.#numbers();
    const isNamed = emergency ? namesShortNumber(said, emergency) : namesEmergencyNumber(said);
    const line = emergency
      ? made('p', {}, ...sayWith(words.emergency, linkTo(emergency)))
      : made('p', {}, words.emergencyUnknown);
    keepMade(this, 'emergency', isNamed ? undefined : line);
    const asksForCrisis = crisis && !namesShortNumber(said, crisis);
    keepMade(
      this,
      'crisis',
      asksForCrisis ? made('p', {}, ...sayWith(words.crisis, linkTo(crisis))) : undefined,
    );
  }

  /** What to dial here, as far as it is certain. */
  #numbers(): { emergency: string | undefined; crisis: string | undefined } {
    const { emergencyNumber: written } = this;
    const { all = {} } = this.#facts;
    const country = collapse(this.country);
    const here = country || countryOf(all) || regionOf(languageOf(this));
    const own = readEmergencyNumber(written);
    if (written && !own)
      this.warn('"emergency-number" must be a short number like 911; the country’s is shown.');
    // The clinic's own is no number for readers in another country.
    const emergency = own ?? ((!country && all.emergencyNumber) || emergencyNumber(here));
    if (!emergency && !pageFacts.expected && (here || this.closest('[lang]')))
      this.warn('knows no emergency number for this page. Give "country", or "emergency-number".');
    const crisis = this.crisisLine ? crisisLine(here) : undefined;
    if (this.crisisLine && !crisis && !pageFacts.expected)
      this.warn('knows no crisis line for this country. Write it between the tags.');
    return { emergency, crisis };
  }
}

/** A number to dial. Call-tracking scripts are told to keep out. */
const linkTo = (number: string): MadeElement =>
  made('a', { href: `tel:${number}`, 'data-calltrk-noswap': '' }, number);

declare global {
  interface HTMLElementTagNameMap {
    'medical-disclaimer': MedicalDisclaimer;
  }
}
