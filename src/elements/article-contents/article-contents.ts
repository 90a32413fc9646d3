import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { childOf } from '../../foundation/child.js';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { headingAt } from '../../foundation/heading.js';
import { messagesAt } from '../../foundation/locale.js';
import { collapse } from '../../foundation/text.js';
import { articleContents as english } from '../../locales/en/article-contents.js';
import { lightStyles, styles } from './article-contents.styles.js';
import type { attend } from './contents.js';

/**
 * “On this page”: links to an article's sections, with the one marked that is being read.
 *
 * The list is made of the article's headings, as ordinary links among the children; it follows headings that
 * come, go or change. A heading without an `id` gets one made of its words. Write the list between the tags
 * too, for pages without script and so that nothing moves when it comes: your links and words stay, unless
 * they lead to sections only and the article has more of these. Headings in `aside`, `nav`, `details` and the
 * like, and in other elements of this library, are no sections.
 *
 * @slot - A list of links to sections.
 * @slot heading - The heading; a heading among the children is taken without the attribute too.
 * @csspart heading - The heading made from `heading`.
 * @csspart summary - What opens the list, with `collapsible`.
 * @cssprop [--article-contents-background] - Its surface; none by default.
 * @cssprop [--article-contents-padding=0] - Room between its edge and its words.
 * @cssprop [--clinic-sticky-offset=1rem] - The height of what stays at the top of the screen, such as the page's header, and a little more. Set it on `:root`: it also keeps headings clear of the header when a link leads to them.
 * @cssState empty - The article has too few sections, and nothing is shown.
 */
export class ArticleContents extends ClinicElement {
  static override properties: PropertyDeclarations = {
    heading: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    target: {},
    depth: { type: Number },
    min: { type: Number },
    sticky: { type: Boolean, reflect: true },
    collapsible: { type: Boolean, reflect: true },
    wide: { state: true },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;
  static override readonly slotName: string = 'heading';

  /** The heading, as plain text; "On this page" in the page's language by default. */
  declare heading: string | undefined;
  /** Level of the heading made from `heading`, 2 to 6. */
  declare headingLevel: number;
  /**
   * The article: an id or a selector. By default the `article` around the element, else the one in `main`, else
   * `main`.
   */
  declare target: string | undefined;
  /** The deepest headings that are listed, 2 to 6: 2 for h2 alone, 3 for h2 and h3. */
  declare depth: number;
  /** With fewer sections than this nothing is shown, 1 or more. */
  declare min: number;
  /** On a wide screen (64rem) it stays in sight, and scrolls by itself where it is longer than the screen. */
  declare sticky: boolean;
  /** On a narrow screen the list is closed until it is asked for, which leaves the article on the first screen. */
  declare collapsible: boolean;

  /** @internal */
  declare wide: boolean;

  #attending?: ReturnType<typeof attend>;
  #media?: MediaQueryList;

  constructor() {
    super();
    this.headingLevel = this.depth = this.min = 2;
    this.sticky = this.collapsible = this.wide = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#media = matchMedia('(min-width: 64rem)');
    this.#media.addEventListener('change', this.#again);
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#media?.removeEventListener('change', this.#again);
    this.#attending?.stop();
    this.#attending = undefined;
  }

  #again = (): void => this.requestUpdate();

  protected override willUpdate(): void {
    this.wide = !this.blind && !!this.#media?.matches;
    const authored = childOf(this, ':scope > :is(h2, h3, h4, h5, h6)');
    if (authored && authored.slot !== 'heading') authored.slot = 'heading';
  }

  protected override render(): TemplateResult {
    // A server does not see whether an author's comes in its place.
    const own =
      this.blind && !this.heading ? nothing : headingAt(html, this.headingLevel, 2, this.#label());
    const label = html`<slot name="heading" @slotchange=${this.#again}>${own}</slot>`;
    const list = html`<slot @slotchange=${this.#again}></slot>`;
    return this.collapsible
      ? html`<details ?open=${this.wide}>
          <summary part="summary">${label}</summary>
          ${list}
        </details>`
      : html`${label}${list}`;
  }

  protected override updated(): void {
    if (!this.internals) return;
    // An author's own nav is one.
    this.internals.role = childOf(this, 'nav') ? null : 'navigation';
    this.internals.ariaLabel = this.internals.role && this.#label();
    if (!this.blind) void this.#attend();
  }

  /** What reads the article, makes the list and follows the reader. */
  async #attend(): Promise<void> {
    const code = await import('./contents.js').catch(() => undefined);
    if (!code) this.warn('code did not load; what stands between the tags stays.');
    if (!code || !this.isConnected) return;
    this.#attending ??= code.attend(this, (message) => this.warn(message), this.#again);
    this.setState('empty', !this.#attending.refresh());
  }

  #label(): string {
    const authored = childOf(this, ':scope > [slot="heading"]')?.textContent;
    return (
      collapse(authored) ||
      collapse(this.heading) ||
      messagesAt(this, 'articleContents', english).heading
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-contents': ArticleContents;
  }
}
