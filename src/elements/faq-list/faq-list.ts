import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { childOf } from '../../foundation/child.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { headingAt } from '../../foundation/heading.js';
import { messagesAt } from '../../foundation/locale.js';
import { collapse } from '../../foundation/text.js';
import { faqList as english } from '../../locales/en/faq-list.js';
import { lightStyles, styles } from './faq-list.styles.js';
import { questionsOf, titleOf } from './children.js';
import type { FaqItem } from './items.js';

export type { FaqItem };

/* With as many questions there is a button for all of them. */
const MANY = 3;

/**
 * Questions, each with an answer that a click opens.
 *
 * Write each as `<details><summary>Question</summary>Answer</details>`. A `dl`, or headings with an answer
 * below each, become that: closed, unless they are on the screen by then. Or give questions as JSON, in `items`
 * or in a `<script type="application/json">` child; they become children.
 *
 * A link to a question, or to anything in an answer, opens it; a question without an `id` gets one made of its
 * words. On paper all are open.
 *
 * @slot - The questions.
 * @slot heading - The heading; one above all questions is taken for it without the attribute too.
 * @csspart heading - The heading made from `heading`.
 * @csspart all - The button that opens or closes all, from three questions on.
 * @cssprop [--clinic-sticky-offset=1rem] - The height of what stays at the top of the screen, such as the page's header, and a little more. Set it on `:root`: a link to a question leads to below it.
 */
export class FaqList extends ClinicElement {
  static override properties: PropertyDeclarations = {
    heading: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    openOne: { attribute: 'open-one', type: Boolean },
    items: {},
    button: { state: true },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;
  static override readonly slotName: string = 'heading';

  /** The heading, as plain text; none by default. */
  declare heading: string | undefined;
  /** Level of the heading made from `heading`, 2 to 6; questions from `items` are headings one below it. */
  declare headingLevel: number;
  /** Closes a question when another one is opened. There is no button for all, then. */
  declare openOne: boolean;
  /** Questions as JSON, `[{ "question": "…", "answer": "…" }]`, in plain text; by property also as an array. */
  declare items: string | FaqItem[] | undefined;

  /** @internal */
  declare button: 'expand' | 'collapse' | undefined;

  #attending?: { refresh(): void; stop(): void };

  constructor() {
    super();
    this.headingLevel = 2;
    this.openOne = false;
    // It does not bubble, but comes by.
    this.addEventListener?.('toggle', () => this.#count(), true);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#attending?.stop();
    this.#attending = undefined;
  }

  protected override willUpdate(): void {
    if (this.blind) return;
    const title = titleOf(this);
    if (title && title.slot !== 'heading') title.slot = 'heading';
    this.#count();
  }

  protected override render(): TemplateResult {
    const heading = collapse(this.heading);
    const words = messagesAt(this, 'faqList', english);
    const { button } = this;
    const hasHead = heading || button || childOf(this, ':scope > [slot="heading"]');
    return html`<div class=${hasHead ? 'head' : ''}>
        <slot name="heading"
          >${heading ? headingAt(html, this.headingLevel, 2, heading) : nothing}</slot
        >
        ${
          button
            ? html`<button type="button" part="all" @click=${this.#all}>${words[button]}</button>`
            : nothing
        }
      </div>
      <slot @slotchange=${() => this.requestUpdate()}></slot>`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (this.blind || (changed.size === 1 && changed.has('button'))) return;
    void this.#attend();
  }

  /** What makes questions of other markup, and what links and printing ask for, is not painted first. */
  async #attend(): Promise<void> {
    const code = await import('./questions.js').catch(() => undefined);
    if (!code) this.warn('code did not load; the questions stay as they are written.');
    if (!code || !this.isConnected) return;
    this.#attending ??= code.attend(this, (message) => this.warn(message));
    this.#attending.refresh();
    this.#count();
  }

  #count(): void {
    const questions = questionsOf(this);
    // Of a group only one can be open.
    const many = questions.length >= MANY && !questions.some(({ name }) => name);
    const closed = questions.some(({ open }) => !open);
    this.button = many && !this.openOne ? (closed ? 'expand' : 'collapse') : undefined;
  }

  #all = (): void => {
    const open = this.button === 'expand';
    for (const details of questionsOf(this)) details.open = open;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'faq-list': FaqList;
  }
}
