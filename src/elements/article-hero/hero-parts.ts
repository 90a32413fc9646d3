import { calendarDay, isFuture } from '../../foundation/dates.js';
import { languageOf, type localeOf } from '../../foundation/locale.js';
import {
  AUTHORED,
  made,
  ownIn,
  sayWith,
  type MadeContent,
  type MadeElement,
} from '../../foundation/made-child.js';
import { madeLine, madeLink, madeTime, placeParts } from '../../foundation/made-children.js';
import { safeSrcset } from '../../foundation/safe-srcset.js';
import { safeImage } from '../../foundation/safe-url.js';
import { collapse, integerBetween } from '../../foundation/text.js';
import { warn } from '../../foundation/warn.js';
import { articleHero as english } from '../../locales/en/article-hero.js';
import type { ArticleHero } from './article-hero.js';
import { focalPoint } from './focal-point.js';
import { pictureProblems } from './picture-problems.js';

const authored = (hero: ArticleHero, selector: string): Element | null =>
  hero.querySelector(`:is(${selector})${AUTHORED}`);

/**
 * Makes the parts that a hero's attributes give and its author's children do not, and tells what is wrong with
 * its picture.
 *
 * @param locale - the registry that the page's elements share
 */
export function makeParts(hero: ArticleHero, locale: typeof localeOf): void {
  const image = authored(hero, 'img:not(.emoji, address *)') ? undefined : imageOf(hero);
  const note = noteOf(hero);
  const picture =
    image && note.length ? made('figure', {}, image, made('figcaption', {}, ...note)) : image;

  const [figure] = ownIn(hero, `figure:has(img)${AUTHORED}`);
  const noted = !note.length || image || authored(hero, 'figcaption');
  const caption = noted ? undefined : made(figure ? 'figcaption' : 'p', {}, ...note);

  placeParts(hero, [
    { name: 'picture', made: picture },
    { name: 'category', made: categoryOf(hero) },
    { name: 'heading', made: headingOf(hero) },
    { name: 'caption', made: caption, within: figure, last: true },
    { name: 'byline', made: bylineOf(hero, locale), last: true },
  ]);

  if (hero.focal?.trim() && !focalPoint(hero.focal))
    warn(
      hero.localName,
      '"focal" must be two percentages, from the left and the top, like 30% 40%.',
    );
  const shown = hero.querySelector<HTMLImageElement>('img:not(.emoji, address *)');
  if (shown) judge(hero, shown);
}

function imageOf(hero: ArticleHero): MadeElement | undefined {
  const src = safeImage(hero.image, hero.baseURI);
  if (!src) {
    if (hero.image)
      warn(hero.localName, '"image" must be the http(s) or relative address of a picture.');
    return undefined;
  }
  const srcset = safeSrcset(hero.imageSrcset, hero.baseURI);
  const size = (value: unknown) => integerBetween(value, 1, 99999, 0) || undefined;
  return made('img', {
    // In this order: an address before its size and its set would be loaded for nothing.
    fetchpriority: 'high',
    loading: 'eager',
    width: size(hero.imageWidth),
    height: size(hero.imageHeight),
    sizes: srcset && (hero.imageSizes || '(min-width: 64rem) 60rem, 100vw'),
    srcset,
    src,
    alt: collapse(hero.imageAlt),
  });
}

function noteOf(hero: ArticleHero): MadeContent[] {
  const [caption, credit] = [collapse(hero.caption), collapse(hero.credit)];
  return [caption, caption && credit ? ' ' : '', credit && made('small', {}, credit)].filter(
    Boolean,
  );
}

function categoryOf(hero: ArticleHero): MadeElement | undefined {
  const category = collapse(hero.category);
  if (!category || authored(hero, '[rel~=tag]')) return undefined;
  return made('p', {}, madeLink(hero, category, 'category-href', hero.categoryHref, 'tag'));
}

function headingOf(hero: ArticleHero): MadeElement | undefined {
  const heading = collapse(hero.heading);
  if (!heading || authored(hero, 'h1, h2, h3, h4, h5, h6')) return undefined;
  return made(`h${integerBetween(hero.headingLevel, 1, 6, 1)}`, {}, heading);
}

function bylineOf(hero: ArticleHero, locale: typeof localeOf): MadeElement | undefined {
  if (authored(hero, 'address, [rel~=author], time:not(medical-review *)')) return undefined;
  const language = languageOf(hero);
  const words = { ...english, ...locale(language)?.articleHero };
  const day = (name: 'published' | 'modified') => {
    const found = calendarDay(hero[name], language);
    if (!hero[name] || (found && !isFuture(found))) return found;
    const what = found ? 'lies in the future and is not shown' : 'must be a date like 2026-03-04';
    warn(hero.localName, `"${name}" ${what}.`);
    return undefined;
  };
  const [published, changed] = [day('published'), day('modified')];
  // A change on the day of publication, or before it, is none that a reader asks for.
  const updated = changed && changed.time > (published?.time ?? -Infinity) ? changed : undefined;
  const author = madeLink(hero, collapse(hero.author), 'author-href', hero.authorHref, 'author');
  return madeLine([
    author ? sayWith(words.by, author) : [],
    [madeTime(published)],
    updated ? sayWith(words.updated, madeTime(updated)) : [],
  ]);
}

/** Tells what is wrong with the picture, once. */
function judge(hero: ArticleHero, picture: HTMLImageElement): void {
  const isMade = !picture.matches(`img${AUTHORED}`);
  const attribute = (name: string) => picture.getAttribute(name);
  const problems = pictureProblems(
    {
      alt: isMade ? (hero.imageAlt ?? null) : attribute('alt'),
      src: attribute('src'),
      title: collapse(hero.querySelector('h1, h2, h3, h4, h5, h6')?.textContent),
      loading: attribute('loading'),
      width: attribute('width'),
      height: attribute('height'),
    },
    isMade,
  );
  for (const problem of problems) warn(hero.localName, problem);
}
