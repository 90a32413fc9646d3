import type { html as litHtml, nothing as litNothing, TemplateResult } from 'lit';
import { childOf } from '../../foundation/child.js';
import { calendarDay, isFuture } from '../../foundation/dates.js';
import { headingAt } from '../../foundation/heading.js';
import { languageOf, type localeOf } from '../../foundation/locale.js';
import { oneTemplate } from '../../foundation/one-template.js';
import { safeSrcset } from '../../foundation/safe-srcset.js';
import { safeImage, safeLink } from '../../foundation/safe-url.js';
import { collapse } from '../../foundation/text.js';
import { warn } from '../../foundation/warn.js';
import { articleCard } from '../../locales/en/article-card.js';
import type { ArticleCard } from './article-card.js';

/** What the view takes from its card. Lit comes from there: this file brings no second one. */
export interface MadeCardTools {
  html: typeof litHtml;
  nothing: typeof litNothing;
  /** The registry that the page's elements share. */
  locale: typeof localeOf;
}

type Part = TemplateResult | undefined;

/** Cards' children are watched: they may be parsed, or put in, after the parts were made. */
const watched = new WeakSet<ArticleCard>();
const watcher =
  typeof MutationObserver === 'undefined'
    ? undefined
    : new MutationObserver((records) => {
        for (const { target } of records) (target as ArticleCard).requestUpdate();
      });
/** The pictures, and sets of sizes, that could not be loaded, by card. */
const broken = new WeakMap<ArticleCard, Set<string>>();

/** How wide the picture is, for browsers that do not find it out by themselves (`auto`). */
const SIZES = {
  vertical: 'auto, (min-width: 48rem) 20rem, 100vw',
  horizontal: 'auto, (min-width: 48rem) 13rem, 40vw',
};

/** A card: what its attributes give and its children do not, then these. Loaded for such cards only. */
export function madeCard(card: ArticleCard, tools: MadeCardTools): TemplateResult {
  const { html } = tools;
  if (!watched.has(card)) {
    watched.add(card);
    watcher?.observe(card, { childList: true });
  }
  return oneTemplate(
    html,
    html`${image(card, tools)}${category(card, tools)}${heading(card, tools)}${excerpt(card, tools)}${meta(
        card,
        tools,
      )}<slot></slot>`,
  );
}

function image(card: ArticleCard, { html, nothing }: MadeCardTools): Part {
  if (!card.image || childOf(card, 'img, picture')) return undefined;
  const source = safeImage(card.image, card.baseURI);
  if (!source)
    warn(card.localName, '"image" must be the http(s) or relative address of a picture.');
  const alt = collapse(card.imageAlt);
  const failed = broken.get(card) ?? new Set();
  if (!source || failed.has(source)) {
    // What the picture would have shown, where that was said.
    return alt
      ? html`<div class="media missing">${alt}</div>`
      : html`<div class="media placeholder"></div>`;
  }
  const given = safeSrcset(card.imageSrcset, card.baseURI);
  const srcset = given && !failed.has(given) ? given : undefined;
  const sizes =
    card.imageSizes || (card.layout === 'horizontal' ? SIZES.horizontal : SIZES.vertical);
  // In this order: an address before its size and its set would be loaded for nothing.
  return html`<img
    class="media"
    part="image"
    loading="lazy"
    sizes=${srcset ? sizes : nothing}
    srcset=${srcset ?? nothing}
    src=${source}
    alt=${alt}
    decoding="async"
    width="600"
    height="400"
    @error=${() => {
      // The picture itself may be there where one of its sizes is not.
      broken.set(card, failed.add(srcset ?? source));
      card.requestUpdate();
    }}
  />`;
}

function category({ category }: ArticleCard, { html }: MadeCardTools): Part {
  return category ? html`<p class="category" part="category">${collapse(category)}</p>` : undefined;
}

function heading(card: ArticleCard, tools: MadeCardTools): Part {
  const { html } = tools;
  const title = collapse(card.heading);
  if (!title || childOf(card, 'h1, h2, h3, h4, h5, h6, a')) return undefined;
  const url = safeLink(card.href, card.baseURI);
  if (card.href && !url) warn(card.localName, '"href" must be an http(s) or relative address.');
  const content = url ? html`<a part="link" href=${url}>${title}</a>` : title;
  return headingAt(html, card.headingLevel, 3, content);
}

function excerpt(card: ArticleCard, { html }: MadeCardTools): Part {
  const text = collapse(card.excerpt);
  return text && !childOf(card, 'p:not(:empty, [hidden], :has(> a:only-child))')
    ? html`<p class="excerpt" part="excerpt">${text}</p>`
    : undefined;
}

function meta(card: ArticleCard, tools: MadeCardTools): Part {
  const { html } = tools;
  const language = languageOf(card);
  const words = { ...articleCard, ...tools.locale(language)?.articleCard };
  const day = (name: 'published' | 'reviewed') => {
    const found = calendarDay(card[name], language);
    if (card[name] && !found) warn(card.localName, `"${name}" must be a date like 2026-03-04.`);
    return found;
  };
  let review = day('reviewed');
  if (review && isFuture(review)) {
    warn(card.localName, '"reviewed" lies in the future and is not shown.');
    review = undefined;
  }
  const shown = review ?? day('published');
  if (!shown || childOf(card, 'time')) return undefined;
  const text = review ? words.reviewed(shown.text, collapse(card.reviewer)) : shown.text;
  return html`<p class="meta" part="meta"><time datetime=${shown.iso}>${text}</time></p>`;
}
