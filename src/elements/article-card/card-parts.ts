import { calendarDay, isFuture } from '../../foundation/dates.js';
import { languageOf, type localeOf } from '../../foundation/locale.js';
import { made, type MadeElement } from '../../foundation/made-child.js';
import {
  authored,
  madeLink,
  madePicture,
  placeParts,
  watchMadePicture,
} from '../../foundation/made-children.js';
import { safeSrcset } from '../../foundation/safe-srcset.js';
import { safeImage } from '../../foundation/safe-url.js';
import { collapse, integerBetween } from '../../foundation/text.js';
import { warn } from '../../foundation/warn.js';
import { articleCard } from '../../locales/en/article-card.js';
import type { ArticleCard } from './article-card.js';

/** Cards' children are watched: they may be parsed, or put in, after the parts were made. */
const watched = new WeakSet<ArticleCard>();
const watcher = new MutationObserver(update);

/** How wide the picture is, for browsers that do not find it out by themselves (`auto`). */
const SIZES = {
  vertical: 'auto, (min-width: 48rem) 20rem, 100vw',
  horizontal: 'auto, (min-width: 48rem) 13rem, 40vw',
};

/**
 * Makes the children that a card's attributes give and its author did not write. Loaded for such cards only.
 *
 * @param locale - the registry of words that the page's elements share
 */
export function makeParts(card: ArticleCard, locale: typeof localeOf): void {
  const { heading, excerpt, category, published, reviewed } = card;
  const text = (said: string | undefined) => (said ? made('p', {}, said) : undefined);
  placeParts(card, [
    {
      name: 'image',
      said: authored(card, 'img:not(.emoji), picture'),
      made: card.image ? picture(card, card.image) : undefined,
    },
    { name: 'category', made: text(collapse(category)) },
    {
      name: 'heading',
      said: authored(card, 'h1, h2, h3, h4, h5, h6, a'),
      made: heading ? title(card, collapse(heading)) : undefined,
    },
    {
      name: 'excerpt',
      said: authored(card, 'p:not(:empty, [hidden], :has(> a:only-child))'),
      made: text(collapse(excerpt)),
    },
    {
      name: 'meta',
      said: authored(card, 'time'),
      made: published || reviewed ? day(card, locale) : undefined,
      last: true,
    },
  ]);
  watchMadePicture(card, () => card.requestUpdate());
  if (watched.has(card)) return update(watcher.takeRecords(), card);
  watched.add(card);
  watcher.observe(card, { childList: true });
}

function update(records: MutationRecord[], but?: unknown): void {
  for (const { target } of records) if (target !== but) (target as ArticleCard).requestUpdate();
}

function picture(card: ArticleCard, image: string): MadeElement | undefined {
  const src = safeImage(image, card.baseURI);
  if (!src) warn(card.localName, '"image" must be the http(s) or relative address of a picture.');
  const srcset = safeSrcset(card.imageSrcset, card.baseURI);
  const sizes =
    card.imageSizes || (card.layout === 'horizontal' ? SIZES.horizontal : SIZES.vertical);
  const alt = collapse(card.imageAlt);
  // What the picture would have shown, where that was said.
  return madePicture({ src, srcset, sizes }, alt) ?? (alt ? made('p', {}, alt) : undefined);
}

function title(card: ArticleCard, text: string): MadeElement {
  const level = integerBetween(card.headingLevel, 2, 6, 3);
  return made(`h${level}`, {}, madeLink(card, text, 'href', card.href));
}

function day(card: ArticleCard, locale: typeof localeOf): MadeElement | undefined {
  const language = languageOf(card);
  const words = { ...articleCard, ...locale(language)?.articleCard };
  const dayOf = (name: 'published' | 'reviewed') => {
    const found = calendarDay(card[name], language);
    if (card[name] && !found) warn(card.localName, `"${name}" must be a date like 2026-03-04.`);
    return found;
  };
  let review = dayOf('reviewed');
  if (review && isFuture(review)) {
    warn(card.localName, '"reviewed" lies in the future and is not shown.');
    review = undefined;
  }
  const shown = review ?? dayOf('published');
  if (!shown) return undefined;
  const text = review ? words.reviewed(shown.text, collapse(card.reviewer)) : shown.text;
  return made('time', { datetime: shown.iso }, text);
}
