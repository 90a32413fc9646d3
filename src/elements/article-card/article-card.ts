import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { calendarDay, formatDay } from '../../foundation/dates.js';
import { headingAt } from '../../foundation/heading.js';
import { safeImage, safeLink } from '../../foundation/safe-url.js';
import { collapse } from '../../foundation/text.js';
import { articleCard as english } from '../../locales/en/article-card.js';
import { excerptOf } from '../../posts/excerpt.js';
import { lightStyles, styles } from './article-card.styles.js';

/** Where a card puts its picture: above, beside, or nowhere. */
export type ArticleCardLayout = 'vertical' | 'horizontal' | 'compact';

const INTERACTIVE =
  'a, button, input, select, textarea, label, summary, [contenteditable], [tabindex]';
const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/**
 * A preview of one article: picture, title, a few words, and one real link that the whole card follows.
 *
 * Write the parts as ordinary children, in any order: a link (in a heading or bare), an `img` or
 * `picture`, a paragraph, a `time`. Or give them as attributes; a child wins over its attribute.
 *
 * @slot - The article's link, heading, picture, text and date, found by what they are.
 * @csspart image - The picture made from `image`.
 * @csspart category - The line made from `category`.
 * @csspart heading - The heading made from `heading`.
 * @csspart link - The link made from `href`.
 * @csspart excerpt - The text made from `excerpt`.
 * @csspart meta - The line made from `published`, `reviewed` and `reviewer`.
 * @cssprop [--article-card-padding=1.25rem] - Room between the card's edge and its words.
 * @cssprop [--article-card-background] - The card's surface; the theme's surface by default.
 */
export class ArticleCard extends ClinicElement {
  static override properties: PropertyDeclarations = {
    href: {},
    heading: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    excerpt: {},
    image: {},
    imageAlt: { attribute: 'image-alt' },
    published: {},
    reviewed: {},
    reviewer: {},
    category: {},
    layout: { reflect: true, useDefault: true },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;

  /** The article's address: `https`, `http` or relative. */
  declare href: string | undefined;
  /** The article's title, as plain text. */
  declare heading: string | undefined;
  /** Level of the heading made from `heading`, 2 to 6. */
  declare headingLevel: number;
  /** A few words about the article, as plain text; cut at a word after 200 characters. */
  declare excerpt: string | undefined;
  /** The picture's address: `https`, `http`, relative, or a `data:image/…` URL. */
  declare image: string | undefined;
  /** What the picture shows, where it says more than the title does; empty for decoration. */
  declare imageAlt: string | undefined;
  /** The day of publication, ISO 8601, e.g. `2026-03-04`. */
  declare published: string | undefined;
  /** The day of the last medical review, ISO 8601. A day in the future is not shown. */
  declare reviewed: string | undefined;
  /** Who reviewed the article: a name. Shown with `reviewed`. */
  declare reviewer: string | undefined;
  /** The article's subject, e.g. `Recovery`. */
  declare category: string | undefined;
  /** Where the picture stands: `vertical` above the words, `horizontal` beside them, `compact` without. */
  declare layout: ArticleCardLayout;

  #brokenImage: string | undefined;

  constructor() {
    super();
    this.headingLevel = 3;
    this.layout = 'vertical';
    this.addEventListener?.('click', this.#passClickToLink);
  }

  protected override render(): TemplateResult {
    return html`${this.#image()}${this.#category()}${this.#heading()}${this.#excerpt()}${this.#meta()}
      <slot @slotchange=${() => this.requestUpdate()}></slot>`;
  }

  #image(): TemplateResult | typeof nothing {
    if (!this.image || this.#child('img, picture')) return nothing;
    const source = safeImage(this.image, this.baseURI);
    if (!source) this.warn('"image" must be an http(s) or relative address of a picture.');
    return source && source !== this.#brokenImage
      ? html`<img
          class="media"
          part="image"
          src=${source}
          alt=${this.imageAlt ?? ''}
          loading="lazy"
          decoding="async"
          width="600"
          height="400"
          @error=${() => {
            this.#brokenImage = source;
            this.requestUpdate();
          }}
        />`
      : html`<div class="media placeholder"></div>`;
  }

  #category(): TemplateResult | typeof nothing {
    return this.category
      ? html`<p class="category" part="category">${collapse(this.category)}</p>`
      : nothing;
  }

  #heading(): TemplateResult | typeof nothing {
    const title = collapse(this.heading);
    if (!title || this.#child(`${HEADINGS}, a`)) return nothing;
    const url = safeLink(this.href, this.baseURI);
    if (this.href && !url) this.warn('"href" must be an http(s) or relative address.');
    return headingAt(
      this.headingLevel,
      3,
      url ? html`<a part="link" href=${url}>${title}</a>` : title,
    );
  }

  #excerpt(): TemplateResult | typeof nothing {
    const text = excerptOf(this.excerpt, 200, this.language);
    return text && !this.#child('p:not(:empty)')
      ? html`<p class="excerpt" part="excerpt">${text}</p>`
      : nothing;
  }

  #meta(): TemplateResult | typeof nothing {
    const words = this.messages('articleCard', english);
    const review = this.#day('reviewed', true);
    const day = review ?? this.#day('published');
    if (!day || this.#child('time')) return nothing;
    const text = formatDay(day, this.language);
    const reviewer = collapse(this.reviewer);
    return html`<p class="meta" part="meta">
      <time datetime=${day.iso}
        >${!review ? text : reviewer ? words.reviewedBy(reviewer, text) : words.reviewed(text)}</time
      >
    </p>`;
  }

  /** The day in an attribute; a day that cannot be, or a review to come, is not shown. */
  #day(name: 'published' | 'reviewed', past = false): ReturnType<typeof calendarDay> {
    if (!this[name]) return undefined;
    const day = calendarDay(this[name]);
    if (!day) this.warn(`"${name}" must be a date like 2026-03-04.`);
    // A day's slack: it is already tomorrow somewhere.
    if (!day || !past || day.time < Date.now() + 864e5) return day;
    this.warn('"reviewed" is in the future and is not shown.');
    return undefined;
  }

  #child(selector: string): Element | null {
    return this.querySelector?.(selector) ?? null;
  }

  /** A click on the card's own words follows its link, with the same modifier keys. */
  #passClickToLink = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    const path = event.composedPath();
    const inside = path.slice(0, path.indexOf(this));
    if (inside.some((node) => node instanceof Element && node.matches(INTERACTIVE))) return;
    if (String(getSelection() ?? '')) return;
    const link =
      this.#child(':is(h1, h2, h3, h4, h5, h6) a[href]') ??
      this.#child('a[href]') ??
      this.renderRoot.querySelector('a');
    const { ctrlKey, metaKey, shiftKey, altKey } = event;
    link?.dispatchEvent(
      new MouseEvent('click', {
        bubbles: true,
        cancelable: true,
        composed: true,
        view: window,
        ctrlKey,
        metaKey,
        shiftKey,
        altKey,
      }),
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-card': ArticleCard;
  }
}
