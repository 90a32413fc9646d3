import type { CSSResult, PropertyDeclarations } from 'lit';
import { withHostRules } from '../../foundation/host-rules.js';
import { LightElement } from '../../foundation/light-element.js';
import { localeOf } from '../../foundation/locale.js';
import { lightStyles } from './article-card.styles.js';
import type * as Making from './card-parts.js';

/** Where a card puts its picture: above, beside, or nowhere. */
export type ArticleCardLayout = 'vertical' | 'horizontal' | 'compact';

/* Makes parts from attributes; shared by all cards. */
let making: typeof Making | undefined;
let loading: Promise<typeof Making> | undefined;

const INTERACTIVE =
  'a,button,input,label,select,summary,textarea,audio,video,iframe,[tabindex],[contenteditable],[role=button]';

/**
 * A preview of one article: picture, title, a few words, and one real link that the whole card follows.
 *
 * Write the parts as ordinary children, in any order: a link (in a heading or bare), an `img` or
 * `picture`, a paragraph, a `time`. Or give them as attributes, and the element adds such children, marked
 * `data-clinic-made` (`image`, `category`, `heading`, `excerpt`, `meta`) for your own rules; a child wins over its
 * attribute.
 *
 * @slot - The article's link, heading, picture, text and date, found by what they are.
 * @cssprop [--article-card-padding=1.25rem] - Room between the card's edge and its words.
 * @cssprop [--article-card-excerpt-lines] - After how many lines the text from `excerpt` is cut off; all are shown by default.
 * @cssprop [--article-card-background] - The card's surface; the theme's surface by default.
 */
export class ArticleCard extends LightElement {
  static override properties: PropertyDeclarations = {
    href: {},
    heading: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    excerpt: {},
    image: {},
    imageAlt: { attribute: 'image-alt' },
    imageSrcset: { attribute: 'image-srcset' },
    imageSizes: { attribute: 'image-sizes' },
    published: {},
    reviewed: {},
    reviewer: {},
    category: {},
    layout: { reflect: true, useDefault: true },
  };
  static override lightStyles: CSSResult = withHostRules('article-card', lightStyles);

  /** The article's address: `https`, `http` or relative. */
  declare href: string | undefined;
  /** The article's title, as plain text. */
  declare heading: string | undefined;
  /** Level of the heading made from `heading`, 2 to 6. */
  declare headingLevel: number;
  /** A few words about the article, as plain text. */
  declare excerpt: string | undefined;
  /** The picture's address: `https`, `http`, relative, or a `data:image/…` URL. */
  declare image: string | undefined;
  /** What the picture shows, where it says more than the title does; empty for decoration. */
  declare imageAlt: string | undefined;
  /** The picture in several sizes, as in `srcset`: `/knee-320.jpg 320w, /knee-640.jpg 640w`. */
  declare imageSrcset: string | undefined;
  /** How wide the picture will be shown, as in `sizes`; by default what the layout usually makes of it. */
  declare imageSizes: string | undefined;
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

  constructor() {
    super();
    this.headingLevel = 3;
    this.layout = 'vertical';
    for (const type of ['click', 'auxclick'] as const) this.addEventListener?.(type, follow);
  }

  /**
   * Loads what cards need to make parts from attributes. A card calls it when it has such attributes;
   * call it earlier where cards are about to come.
   */
  static async prepare(): Promise<void> {
    // One for all: an import of its own would make each card wait for a task, and frames come between.
    loading ??= import('./card-parts.js').finally(() => (loading = undefined));
    making ??= await loading;
  }

  /** Whether an attribute gives a part, and the code that makes it is not there yet. */
  get #waits(): boolean {
    const { heading, image, excerpt, category, published, reviewed } = this;
    return !making && !!(heading || image || excerpt || category || published || reviewed);
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const update = () => super.scheduleUpdate();
    // With no child to show meanwhile, one update will do; the style sheet shows the attributes.
    if (this.#waits && !this.firstElementChild) return ArticleCard.prepare().then(update, update);
    return update();
  }

  protected override willUpdate(): void {
    if (making) making.makeParts(this, localeOf);
    else if (this.#waits)
      ArticleCard.prepare().then(
        () => this.requestUpdate(),
        () => this.warn('code did not load.'),
      );
  }
}

/**
 * A click on words that stand above the stretched link follows it, with the same modifier keys; one with
 * the middle button opens a tab.
 */
function follow(this: HTMLElement, event: MouseEvent): void {
  const target = event.target as Element;
  const { type, button } = event;
  if (event.defaultPrevented || button !== +(type === 'auxclick')) return;
  // Another element's root is closed: it may hold a button.
  if (String(getSelection()) || target.localName.includes('-')) return;
  const control = target.closest(INTERACTIVE);
  if (control && this.contains(control)) return;
  const link =
    this.querySelector(':is(h1, h2, h3, h4, h5, h6) a[href]') ?? this.querySelector('a[href]');
  const tab = { bubbles: true, cancelable: true, composed: true, ctrlKey: true, metaKey: true };
  link?.dispatchEvent(new MouseEvent('click', button ? tab : event));
}

declare global {
  interface HTMLElementTagNameMap {
    'article-card': ArticleCard;
  }
}
