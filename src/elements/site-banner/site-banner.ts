import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { isAfter, tabStops } from '../../foundation/focusable.js';
import { messagesAt } from '../../foundation/locale.js';
import { authoredNodes, keepMade, made } from '../../foundation/made-child.js';
import { collapse } from '../../foundation/text.js';
import { siteBanner as english } from '../../locales/en/site-banner.js';
import { fingerprint, noteDismissal, wasDismissed } from './dismissals.js';
import { BannerDismissEvent } from './events.js';
import { lightStyles, styles } from './site-banner.styles.js';

/** What it is about: something new, a day when the clinic is closed, or an emergency. */
export type SiteBannerKind = 'info' | 'closure' | 'emergency';

const KINDS = ['info', 'closure', 'emergency'] as const;

/**
 * An announcement above the page, from a day to a day, that a visitor may dismiss.
 *
 * The words between the tags are the announcement. They stay in the page when it is not shown, and are there
 * to read without script: print only current banners from your CMS. A date is one in the clinic's `time-zone`;
 * what cannot be read does not hide anything.
 *
 * @slot - The announcement, e.g. a paragraph with a link.
 * @fires {BannerDismissEvent} banner-dismiss - A visitor dismissed it.
 * @csspart banner - What holds the words and the button.
 * @csspart dismiss - The button that dismisses it.
 * @cssprop [--site-banner-background] - Its surface; by default one for each kind.
 * @cssprop [--site-banner-color] - Its words; give it together with the background.
 * @cssprop [--site-banner-inset=1rem] - Room at its inline ends, e.g. to stand in line with the page's column.
 * @cssState waiting - It does not start yet.
 * @cssState over - It has ended.
 * @cssState dismissed - The visitor has dismissed it.
 */
export class SiteBanner extends ClinicElement {
  static override properties: PropertyDeclarations = {
    kind: { reflect: true, useDefault: true },
    message: {},
    label: {},
    starts: {},
    ends: {},
    timeZone: { attribute: 'time-zone' },
    dismissable: { type: Boolean, reflect: true },
    bannerId: { attribute: 'banner-id' },
    remember: { type: Boolean },
    place: { state: true },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;

  /** What it is about: `info`, `closure` or `emergency`. */
  declare kind: SiteBannerKind;
  /** The announcement as plain text, where no child says it. */
  declare message: string | undefined;
  /** What assistive technology calls it; by default a word for its kind, e.g. `Closure notice`. */
  declare label: string | undefined;
  /**
   * When it begins to show, ISO 8601: a date (`2026-11-26`), a date-time (`2026-11-26T07:00`), both by the
   * clinic's clock, or a date-time with an offset. From ever by default.
   */
  declare starts: string | undefined;
  /** When it ends, written in the same way; a date is its last day. Never by default. */
  declare ends: string | undefined;
  /** The clinic's time zone, an IANA name such as `America/Chicago`. Dates without an offset need it. */
  declare timeZone: string | undefined;
  /** Adds a button that dismisses it, for as long as the page lives. */
  declare dismissable: boolean;
  /** A name of your own, e.g. `thanksgiving-2026`. A banner with another name, or other words, shows again. */
  declare bannerId: string | undefined;
  /** Keeps a dismissal for the visit: in `sessionStorage`, until the tab is closed. */
  declare remember: boolean;

  /**
   * Where the present lies: `before` it starts, `in` its time, or `after`; undefined until that is known.
   *
   * @internal
   */
  declare place: 'before' | 'in' | 'after' | undefined;

  #stopDates?: () => void;
  /* It came while the visitor was here, and is told to those who do not see it. */
  #comes = false;
  /* The words of a dismissed banner may change. */
  #watcher?: MutationObserver;

  constructor() {
    super();
    this.kind = 'info';
    this.dismissable = this.remember = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#followDates();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopDates?.();
    this.#watcher?.disconnect();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (this.blind) return;
    if (!this.#stopDates || ['starts', 'ends', 'timeZone'].some((name) => changed.has(name)))
      this.#followDates();
    this.#comes ||= this.place === 'before';
  }

  protected override updated(): void {
    if (this.blind) return;
    const message = collapse(this.message);
    const isMade = message && !authoredNodes(this).length;
    keepMade(this, 'message', isMade ? made('p', {}, message) : undefined);
  }

  protected override render(): TemplateResult {
    const words = messagesAt(this, 'siteBanner', english);
    const kind = KINDS.find((each) => each === this.kind) ?? 'info';
    const isDismissed = !this.blind && this.#isDismissed();
    const isShown = (this.place ?? 'in') === 'in' && !isDismissed;
    this.setState('pending', !this.place);
    this.setState('waiting', this.place === 'before');
    this.setState('over', this.place === 'after');
    this.setState('dismissed', isDismissed);
    this.#watchWords(isDismissed);
    // What is there from the start is read in its turn; only what comes later is announced.
    const live = kind === 'emergency' ? 'alert' : 'status';
    return html`<div
      part="banner"
      role=${isShown ? 'region' : nothing}
      aria-label=${isShown ? collapse(this.label) || words[kind] : nothing}
    >
      <div role=${this.#comes ? live : nothing}>
        <slot ?hidden=${!isShown} @slotchange=${() => this.requestUpdate()}></slot>
      </div>
      ${
        this.dismissable && isShown
          ? html`<button
              part="dismiss"
              type="button"
              aria-label=${words.dismiss}
              @click=${this.#dismiss}
            ></button>`
          : nothing
      }
    </div>`;
  }

  #followDates(): void {
    this.#stopDates?.();
    const { starts, ends, timeZone } = this;
    let stopped = false;
    this.#stopDates = () => (stopped = true);
    if (!starts && !ends) {
      this.place = 'in';
      return;
    }
    import('./banner-dates.js').then(
      ({ followDates }) => {
        if (stopped) return;
        this.#stopDates = followDates(
          { starts, ends, timeZone },
          (place) => (this.place = place),
          (problem) => this.warn(problem),
        );
      },
      () => {
        if (!stopped) this.place ??= 'in';
      },
    );
  }

  get #print(): string {
    const walker = document.createTreeWalker(this, NodeFilter.SHOW_TEXT);
    let words = '';
    while (walker.nextNode()) {
      const { parentElement: holder, textContent } = walker.currentNode;
      // A call-tracking script may write another number.
      if (!holder?.closest('a[href^="tel:" i]')) words += textContent;
    }
    return fingerprint(collapse(this.bannerId), collapse(words) || collapse(this.message));
  }

  #isDismissed(): boolean {
    return this.dismissable && wasDismissed(this.#print, this.remember);
  }

  #watchWords(isDismissed: boolean): void {
    this.#watcher?.disconnect();
    if (!isDismissed) return;
    this.#watcher ??= new MutationObserver(() => this.requestUpdate());
    this.#watcher.observe(this, { characterData: true, childList: true, subtree: true });
  }

  #dismiss = (): void => {
    const hadFocus = !!(this.renderRoot as ShadowRoot).activeElement;
    noteDismissal(this.#print, this.remember);
    // To what comes next, which now stands in its place.
    if (hadFocus) {
      const stops = [...tabStops(document.body)].filter((stop) => !this.contains(stop));
      const next = stops.find((stop) => isAfter(stop, this)) ?? stops.at(-1);
      next?.focus({ preventScroll: true });
    }
    this.requestUpdate();
    this.dispatchEvent(new BannerDismissEvent(collapse(this.bannerId)));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'site-banner': SiteBanner;
  }
}
