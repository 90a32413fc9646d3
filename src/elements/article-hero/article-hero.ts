import { html, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ClinicElement } from '../../foundation/clinic-element.js';
import { localeOf } from '../../foundation/locale.js';
import { lightStyles, styles } from './article-hero.styles.js';
import { focalPoint } from './focal-point.js';

/** Where a hero puts its picture: above the words, beside them, or behind the panel that they stand on. */
export type ArticleHeroLayout = 'vertical' | 'horizontal' | 'cover';

/* What makes parts from attributes, and knows what is wrong with a picture. */
let desk: typeof import('./hero-parts.js') | undefined;

/**
 * The top of an article: picture, category, title, and who wrote it when.
 *
 * Write the parts as ordinary children, in any order: an `img`, `picture` or `figure`, a heading, a link
 * with `rel="tag"` to the category, a paragraph or `address` with the author and `time`; anything else
 * stands with the words. Or give them as attributes, and the element adds such children; a child wins over
 * its attribute. A picture among the children loads before any script: that is the quickest.
 *
 * @slot - Picture, heading, category, byline and whatever belongs to them, found by what they are.
 * @cssprop [--article-hero-ratio=3/2] - The picture's shape; by default 2/1 where it stands above and is wide.
 * @cssprop [--article-hero-heading-size] - The title's size; by default it grows with the room, from 1.7 to 2.5rem.
 * @cssprop [--article-hero-background] - Under the words of `layout="cover"`; the theme's surface by default.
 * @cssState broken - The picture could not be loaded.
 */
export class ArticleHero extends ClinicElement {
  static override properties: PropertyDeclarations = {
    heading: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    image: {},
    imageAlt: { attribute: 'image-alt' },
    imageWidth: { attribute: 'image-width', type: Number },
    imageHeight: { attribute: 'image-height', type: Number },
    imageSrcset: { attribute: 'image-srcset' },
    imageSizes: { attribute: 'image-sizes' },
    focal: {},
    caption: {},
    credit: {},
    category: {},
    categoryHref: { attribute: 'category-href' },
    author: {},
    authorHref: { attribute: 'author-href' },
    published: {},
    modified: {},
    layout: { reflect: true, useDefault: true },
  };
  static override styles: CSSResult = styles;
  static override lightStyles: CSSResult = lightStyles;

  /** The article's title, as plain text; made an `h1` unless `heading-level` says otherwise. */
  declare heading: string | undefined;
  /** Level of the heading made from `heading`, 1 to 6. */
  declare headingLevel: number;
  /** The picture's address: `https`, `http`, relative, or a `data:image/…` URL. */
  declare image: string | undefined;
  /** What the picture shows, in at most 150 characters; empty for decoration. */
  declare imageAlt: string | undefined;
  /** The picture's own width in pixels. */
  declare imageWidth: number | undefined;
  /** The picture's own height in pixels. */
  declare imageHeight: number | undefined;
  /** The picture in several sizes, as in `srcset`: `/walk-640.jpg 640w, /walk-1280.jpg 1280w`. */
  declare imageSrcset: string | undefined;
  /** How wide the picture will be shown, as in `sizes`; all of the window, and at most 60rem, by default. */
  declare imageSizes: string | undefined;
  /** The point of the picture that stays in sight when it is cut: `30% 40%`, from the left and the top. */
  declare focal: string | undefined;
  /** Words under the picture, as plain text. */
  declare caption: string | undefined;
  /** Who made the picture, e.g. `Photo: Jordan Rivera`. */
  declare credit: string | undefined;
  /** The article's subject, e.g. `Recovery`. */
  declare category: string | undefined;
  /** The address of more articles on the subject. */
  declare categoryHref: string | undefined;
  /** Who wrote the article: a name. */
  declare author: string | undefined;
  /** The address of a page about the author. */
  declare authorHref: string | undefined;
  /** The day of publication, ISO 8601, e.g. `2026-03-04`. A day in the future is not shown. */
  declare published: string | undefined;
  /** The day of the last change, ISO 8601; shown where it is after `published`, and not in the future. */
  declare modified: string | undefined;
  /**
   * Where the picture stands: `vertical` above the words; `horizontal` beside them where there is room for
   * both; `cover` behind them, the words on a panel.
   */
  declare layout: ArticleHeroLayout;

  #focus?: CSSStyleSheet;

  constructor() {
    super();
    this.headingLevel = 1;
    this.layout = 'vertical';
    // Neither of them bubbles.
    for (const type of ['load', 'error']) this.addEventListener?.(type, this.#told, true);
  }

  protected override render(): TemplateResult {
    return html`<slot @slotchange=${() => this.requestUpdate()}></slot>`;
  }

  protected override updated(): void {
    const picture = this.#picture;
    this.setState('broken', !!picture?.complete && !!picture.currentSrc && !picture.naturalWidth);
    const { heading, image, category, author, published, modified, caption, credit, focal } = this;
    const point = focalPoint(focal);
    this.#focusOn(point);
    const parts = heading || image || category || author || published || modified;
    const doubt = (focal && !point) || isDoubtful(this, picture);
    if (desk) desk.makeParts(this, localeOf);
    else if (parts || caption || credit || doubt) this.#makeParts();
  }

  /** The first picture is the hero's; a later one is a portrait of the author or the like. */
  get #picture(): HTMLImageElement | null {
    return this.querySelector('img:not(.emoji, address *)');
  }

  #told = ({ target, type }: Event): void => {
    if (target === this.#picture) this.setState('broken', type === 'error');
  };

  #makeParts(): void {
    import('./hero-parts.js').then(
      (loaded) => {
        desk = loaded;
        this.requestUpdate();
      },
      () => this.warn('code did not load.'),
    );
  }

  /** Hands the focal point to the author's picture without a style attribute, on which a policy may be strict. */
  #focusOn(point: string | undefined): void {
    if (!point && !this.#focus) return;
    const root = this.renderRoot as ShadowRoot;
    try {
      if (!this.#focus) {
        this.#focus = new CSSStyleSheet();
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#focus];
      }
      this.#focus.replaceSync(point ? `:host { --_focal: ${point} }` : '');
    } catch {
      // Where sheets cannot be constructed, the middle stays in sight.
    }
  }
}

/** Whether a picture is worth a closer look; most are not, and need not load what looks. */
function isDoubtful(hero: ArticleHero, picture: HTMLImageElement | null): boolean {
  if (!picture) return false;
  const { alt, loading } = picture;
  const lacks = ['alt', 'width', 'height'].some((name) => !picture.hasAttribute(name));
  const start = (text: string | null | undefined) => text?.trim().slice(0, 8).toLowerCase();
  const title = start(hero.querySelector('h1, h2, h3, h4, h5, h6')?.textContent);
  const odd = alt && (alt.length > 150 || alt.split(' ').length < 4 || start(alt) === title);
  return lacks || loading === 'lazy' || !!odd;
}

declare global {
  interface HTMLElementTagNameMap {
    'article-hero': ArticleHero;
  }
}
