import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { FactsAt } from '../../clinic/facts-at.js';
import { HostFacts } from '../../clinic/host-facts.js';
import { hostHours, type HostHours } from '../../clinic/host-hours.js';
import { childOf } from '../../foundation/child.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { headingAt } from '../../foundation/heading.js';
import { localeOf } from '../../foundation/locale.js';
import { collapse, integerBetween } from '../../foundation/text.js';
import type { HoursNow } from './hours-table.js';
import { lightStyles, styles } from './open-hours.styles.js';

/** The day in the first line: of this week, or today and the six days after it. */
export type OpenHoursStart = 'monday' | 'sunday' | 'today';

/* What reads hours and makes the table, once it is there. */
let desk: typeof import('./hours-table.js') | undefined;

const STATES = ['open', 'opening-soon', 'closed'] as const;

/**
 * The clinic's opening hours: the week as a table with today marked, whether it is open now, and the special
 * days of the next four weeks.
 *
 * Write the hours between the tags too, as a table, a list or a paragraph. That is what search engines read,
 * what shows without script, and what stays where `hours` cannot be read in full; else the table takes its
 * place on the screen. A heading among the children is the table's. Without children, `hours` stands there as it is
 * written until the table comes. Time zone and holidays that are not given are those of the page's `clinic-info`;
 * so are the hours, where there are no children that say them, or `place` asks for them.
 *
 * @slot - The hours in the author's own words.
 * @slot note - What stays below the table, e.g. whom to call on holidays.
 * @csspart heading - The heading, and the one above the special days.
 * @csspart state - Whether the clinic is open, and until when.
 * @csspart table - The table of the week, and that of the special days.
 * @csspart day - A line of a table.
 * @csspart today - The line in which today is.
 * @csspart zone - The name of the time zone, where the visitor's clock shows another time.
 * @cssprop [--open-hours-padding=1.25rem] - Room between the element's edge and its words.
 * @cssprop [--open-hours-background] - The element's surface; the theme's surface by default.
 * @cssState open - The clinic is open.
 * @cssState opening-soon - It opens within the hour.
 * @cssState closed - It is closed, and does not open within the hour.
 * @cssState made - The table is there.
 * @cssState empty - There is nothing to show.
 */
export class OpenHours extends ClinicElement {
  static override properties: PropertyDeclarations = {
    hours: {},
    timeZone: { attribute: 'time-zone' },
    holidays: {},
    place: {},
    heading: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    start: {},
    compact: { type: Boolean, reflect: true },
    week: { state: true },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;
  static override readonly slotName: string = 'note';

  /**
   * When the clinic is open, e.g. `Mo-Fr 08:00-12:00,13:00-17:00; Sa 09:00-12:00` (schema.org `openingHours`),
   * or `24/7`; by property also OpeningHoursSpecification objects. Hours that cannot be read in full are told
   * of, and leave the children as they are.
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
  /** The heading, as plain text. */
  declare heading: string | undefined;
  /** Level of the heading made from `heading`, 2 to 6; that above the special days is one below it. */
  declare headingLevel: number;
  /**
   * The first line: `monday` or `sunday` of this week, or `today`. By default the week begins as it does where
   * the page's language is spoken (with `en` on Sunday, with `en-GB` on Monday); on Monday where the browser
   * does not know.
   */
  declare start: OpenHoursStart | undefined;
  /** Puts days in a row that have the same hours in one line. */
  declare compact: boolean;

  /**
   * The hours that are shown; null where they cannot be read, or what reads them did not come.
   *
   * @internal
   */
  declare week: HoursNow | null | undefined;

  readonly #facts = new HostFacts(this);
  #hours: HostHours = {};
  #followed = this.#hours;
  #stop?: () => void;
  /* How high it was before the table came, in pixels; 0 once that is seen to. */
  #before = 0;

  constructor() {
    super();
    this.headingLevel = 2;
    this.compact = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.#hours = hostHours(this, this.#known(), this.#hours);
    if (!this.#hours.hours) this.week = undefined;
    const comes = this.week && changed.has('week') && !changed.get('week');
    this.#before = comes ? this.offsetHeight : 0;
  }

  protected override updated(): void {
    const { hours } = this.#hours;
    if (this.#hours !== this.#followed) this.#follow();
    for (const state of STATES) this.setState(state, this.week?.state.state === state);
    this.setState('made', !!this.week);
    // Neither a table nor one on its way, nor anything written.
    const shows = this.week || (hours && (this.week !== null || typeof hours === 'string'));
    this.setState('empty', !shows && !this.textContent.trim());
    if (this.#before) desk!.keepHeight(this, this.#before);
  }

  protected override render(): TemplateResult {
    const { week } = this;
    // An editor may have put something round it.
    const authored = childOf(this, ':is(h2, h3, h4, h5, h6):not([slot] *)');
    const heading = collapse(authored?.textContent) || collapse(this.heading);
    const level = authored
      ? Number(authored.localName[1])
      : integerBetween(this.headingLevel, 2, 6, 2);
    const table =
      week && desk!.weekTable(this, week, { html, locale: localeOf }, { heading, level });
    const replaced = week && desk!.mayHideChildren(this, (message) => this.warn(message));
    const room = this.#hours.hours && week === undefined ? (authored ? 'headed room' : 'room') : '';
    return html`${heading && (week || !authored) ? headingAt(html, level, 2, heading) : nothing}
      <div class=${week ? 'made' : room}>
        ${table ?? this.#written()}
        <slot ?hidden=${replaced} @slotchange=${() => this.requestUpdate()}></slot>
      </div>
      <slot name="note"></slot>`;
  }

  /** The hours as they are written, where there are no children and no table. */
  #written(): TemplateResult | typeof nothing {
    const { hours } = this.#hours;
    if (this.blind || typeof hours !== 'string') return nothing;
    return this.#hasWords() ? nothing : html`<p class="written">${hours}</p>`;
  }

  #hasWords(butFor = /^$/): boolean {
    return [...this.childNodes].some(
      (child) =>
        child.nodeType !== Node.COMMENT_NODE &&
        (child as Element).slot !== 'note' &&
        !butFor.test(child.nodeName) &&
        collapse(child.textContent),
    );
  }

  /** What clinic.json knows; the author's own words are not replaced by it, unless \`place\` asks for it. */
  #known(): FactsAt {
    const { here } = this.#facts;
    return this.place || this.blind || !this.#hasWords(/^H[2-6]$/)
      ? here
      : { ...here, hours: undefined };
  }

  #follow(): void {
    this.#stop?.();
    const { hours, timeZone, holidays } = (this.#followed = this.#hours);
    if (!hours) return;
    let stopped = false;
    this.#stop = () => (stopped = true);
    import('./hours-table.js')
      .then((loaded) => {
        desk = loaded;
        if (stopped) return;
        loaded.adoptTableSheet(this.renderRoot as ShadowRoot);
        this.#stop = loaded.followWeek(
          { hours, timeZone, holidays },
          (week) => (this.week = week),
          (message) => this.warn(message),
        );
      })
      .catch(() => {
        this.warn('code did not load; the hours stay as they are written.');
        if (!stopped) this.week = null;
      });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'open-hours': OpenHours;
  }
}
