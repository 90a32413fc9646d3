import {
  html,
  nothing,
  render,
  svg,
  type CSSResult,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { HostFacts } from '../../clinic/host-facts.js';
import { childOf } from '../../foundation/child.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { headingAt } from '../../foundation/heading.js';
import { localeOf } from '../../foundation/locale.js';
import { whenNearViewport } from '../../foundation/near-viewport.js';
import { collapse, integerBetween } from '../../foundation/text.js';
import type { CheckerTools } from './checker-tools.js';
import type { Checker } from './checker.js';
import { lightStyles, styles } from './condition-checker.styles.js';
import { CheckerErrorEvent, CheckerFinishEvent, CheckerStartEvent } from './events.js';

/* What asks the questions, once it is there. */
let desk: typeof import('./checker.js') | undefined;

/**
 * A guide from "where does it hurt" to a page to read and a call to make: asks the questions of a reviewed
 * decision tree, one at a time, in the browser alone. It never says what a visitor has.
 *
 * The tree is the JSON file at `src`, JSON in a `<script type="application/json">` child, or given by property;
 * docs/guidance.md has the format. Without a reviewer, a day of review and a disclaimer it does not start. What
 * stands between the tags shows until a visitor starts, without script, and where the tree cannot be had: write the
 * disclaimer there, the emergency number, and links to the pages that the tree leads to. A heading among it is the
 * element's.
 *
 * **Give `country`.** The emergency number is on every page of the guide. No answer leaves the element, unless the
 * visitor adds it to a message in the page's `contact-form`, sees the text and agrees.
 *
 * @slot - What shows without script: disclaimer, emergency number, links.
 * @fires {CheckerStartEvent} checker-start - A visitor pressed Start.
 * @fires {CheckerFinishEvent} checker-finish - A visitor came to an end, whichever.
 * @fires {CheckerErrorEvent} checker-error - The checker cannot be started; the children stay.
 * @csspart heading - Each heading of the element.
 * @csspart start - The button that starts.
 * @csspart question - A question with its answers.
 * @csspart option - An answer to choose.
 * @csspart next - The button that goes on.
 * @csspart result - What a visitor can do now.
 * @cssprop [--condition-checker-padding=1.25rem] - Room between the element's edge and its words.
 * @cssprop [--condition-checker-background] - The element's surface; the theme's surface by default.
 * @cssprop [--condition-checker-room] - The room that is kept for the start while the tree is on its way; that of a few lines by default.
 * @cssState loading - The tree is on its way.
 * @cssState failed - It cannot be started.
 * @cssState running - Questions or a result are shown, in place of the children.
 */
export class ConditionChecker extends ClinicElement {
  static override properties: PropertyDeclarations = {
    src: {},
    heading: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    expired: {},
    form: {},
    phone: {},
    country: {},
    place: {},
    tree: { attribute: false },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;

  /** Where the tree is, `https` or relative: JSON, at most 1 MB, fetched without cookies within 10 seconds. */
  declare src: string | undefined;
  /** The heading, as plain text; the tree's title by default. */
  declare heading: string | undefined;
  /** Level of the heading, 2 to 6; that of each question is one below it. */
  declare headingLevel: number;
  /** What happens when the tree's review is too old: it says so and goes on, or does not start. */
  declare expired: 'warn' | 'stop';
  /** The id of the `contact-form` that answers can be handed over to; the page's first by default. */
  declare form: string | undefined;
  /** The clinic's number, as people write it; by default that of the page's `clinic-info`. */
  declare phone: string | undefined;
  /**
   * Where the page's readers are, ISO 3166-1 alpha-2, e.g. `US`: whose emergency number is shown. By default that of
   * the page's `clinic-info`, or the country in the page's `lang`.
   */
  declare country: string | undefined;
  /** The id of a place in clinic.json, whose number is shown; else the clinic's. */
  declare place: string | undefined;
  /** The tree itself, in place of `src` and child: what `JSON.parse` makes of its file. Give another object to change it. */
  declare tree: object | undefined;

  readonly #facts = new HostFacts(this);
  #checker?: Checker;
  /* What was asked for: an object, an address, or JSON. */
  #asked?: object | string;
  #stopWaiting?: () => void;
  /* What asks the questions did not come. */
  #stuck = false;
  #watcher?: MutationObserver;

  constructor() {
    super();
    this.headingLevel = 2;
    this.expired = 'warn';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // JSON and heading may be parsed, or put in by a script, after the element is there.
    this.#watcher ??= new MutationObserver(() => this.requestUpdate());
    this.#watcher.observe(this, { childList: true, characterData: true, subtree: true });
    addEventListener('pageshow', this.#restored);
    if (!this.#checker?.tree) this.#forget();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.disconnect();
    removeEventListener('pageshow', this.#restored);
    if (!this.#checker?.tree) this.#forget();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const source = this.#source();
    if (source === this.#asked && !(this.#checker && changed.has('expired'))) return;
    this.#forget();
    this.#asked = source;
    // With nothing to wait for, it need not wait.
    if (desk && !this.blind && source && source !== collapse(this.src)) this.#open(desk);
  }

  protected override updated(): void {
    if (!this.#checker && !this.#stopWaiting && this.#asked) this.#start();
    this.setState('loading', !!this.#asked && (this.#checker?.isLoading ?? !this.#stuck));
    this.setState('failed', this.#stuck || !!this.#checker?.error);
    this.setState('running', !!this.#checker?.isRunning);
    this.#checker?.settle(this.renderRoot);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#checker?.whole;
    return super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    const checker = this.#checker;
    const authored = childOf(this, ':scope > :is(h2, h3, h4, h5, h6)');
    const level = authored
      ? Number(authored.localName[1])
      : integerBetween(this.headingLevel, 2, 6, 2);
    const heading = collapse(authored?.textContent) || collapse(this.heading);
    const running = !!checker?.isRunning;
    const shown = authored && !running ? '' : heading;
    const waits = !this.blind && !!this.#asked && !this.#stuck && !checker?.error;
    return html`${shown ? headingAt(html, level, 2, shown) : nothing}
      <slot ?hidden=${running}></slot>
      <div class="inside" ?data-waits=${waits}>
        ${checker?.view(!!heading, heading ? level + 1 : level) ?? nothing}
      </div>`;
  }

  #source(): object | string | undefined {
    const json = childOf(this, '[type^="application/json" i]')?.textContent.trim();
    return this.tree ?? (collapse(this.src) || json || undefined);
  }

  #forget(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    this.#checker?.stop();
    this.#checker = undefined;
    this.#stuck = false;
  }

  /** Has the tree loaded when the element comes near the screen. */
  #start(): void {
    this.#stopWaiting = whenNearViewport(this, () => void this.#load());
  }

  async #load(): Promise<void> {
    const asked = this.#asked;
    try {
      desk ??= await import('./checker.js');
      if (this.#asked === asked && !this.#checker && this.isConnected) this.#open(desk);
    } catch {
      this.warn('code did not load; the children stay.');
      this.#stuck = true;
      this.requestUpdate();
      this.dispatchEvent(new CheckerErrorEvent('code'));
    }
  }

  #open({ Checker }: NonNullable<typeof desk>): void {
    const asked = this.#asked!;
    const tools: CheckerTools = {
      html,
      svg,
      render,
      locale: localeOf,
      facts: () => this.#facts.here,
      warn: (message) => this.warn(message),
      tell: {
        start: () => this.dispatchEvent(new CheckerStartEvent()),
        finish: () => this.dispatchEvent(new CheckerFinishEvent()),
        error: (code, status) => this.dispatchEvent(new CheckerErrorEvent(code, status)),
      },
    };
    const source = asked === collapse(this.src) ? { address: asked } : { json: asked };
    this.#checker = new Checker(this, tools, source);
    void this.#checker.load();
  }

  /** Whoever comes back to the page, on a phone in a waiting room, is not always the one who answered. */
  #restored = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#checker?.restart(false);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'condition-checker': ConditionChecker;
  }
}
