import {
  charactersIn,
  elementsIn,
  findMarkup,
  markupWithin,
  textOf,
  type Markup,
} from '../../foundation/markup.js';
import { safeEndpoint, safeResource } from '../../foundation/safe-url.js';
import { articleKey, type Post, type PostImage } from '../post.js';
import {
  defined,
  imageOf,
  isOwn,
  isPicture,
  languageTag,
  MOST_POSTS,
  namesOf,
  record,
} from './fields.js';
import type { Reading } from './reading.js';

const HEADING = /^h[1-6]$/;
/* What is about the site, or is not seen. */
const PASSED_OVER = /^(?:nav|aside|form|dialog|template|style|noscript|svg|select|textarea)$/;
const PASSED_ROLE = /^(?:navigation|complementary|search|(?:alert)?dialog)$/;
const FRAME = /^(?:header|footer|banner|contentinfo)$/;
/* A paragraph by whom, when and about what; a link to more of the same. */
const BESIDES = /\b(?:meta|byline)\b/;
const RELATION = /\b(?:category|tag|author)\b/;
/* https://schema.org/Article and what is like it. */
const ARTICLE = /^(?:ListItem|\w*Article|\w*Posting|MedicalWebPage)$/;

/** A link, what says its title, and what holds all that belongs to it. */
interface Found {
  link: Markup;
  title: Markup;
  card: Markup;
}

/** What a part of a page holds. */
interface Finds {
  /** Links that are the first in a heading, or hold one. */
  titled: Found[];
  titles: Set<Markup>;
  /** How many of them each element holds. */
  counts: Map<Markup, number>;
  /** Headings that are neither, below the page's own. */
  untitled: Markup[];
  /** How many headings each element holds. */
  headings: Map<Markup, number>;
  /** Those without another inside. */
  articles: Set<Markup>;
  items: Set<Markup>;
  links: Markup[];
}

/**
 * The articles that another page links to: by their headings, else as `article`s, else by headings with one link
 * below each, else as items of a list, else as mere links. Navigation, asides and forms are passed over, and what is
 * outside `main` where there is one. What the page's JSON-LD says of them is added; where it alone says something,
 * it is taken.
 *
 * @param base - the page's address; its own `<base>` goes on from there
 * @param id - of the element to look into, instead of `main`; empty for none
 * @returns undefined where there are none
 */
export function postsFromHtml(
  html: string,
  base: string,
  id: string,
  reading: Reading,
): Post[] | undefined {
  const page = reading.parseMarkup(html);
  // Within the page's text it may be somebody else's.
  const isBase = ({ name, attributes, parent }: Markup) =>
    name === 'base' && parent?.name === 'head' && !!attributes.href;
  const based = findMarkup(page, isBase);
  const home = safeEndpoint(based?.attributes.href, base) ?? base;
  const scope = findMarkup(page, ({ name, attributes }) =>
    id
      ? attributes.id === id
      : (name === 'main' || attributes.role === 'main') && !('hidden' in attributes),
  );
  if (id && !scope) return undefined;

  const said = postsInJsonLd(id ? scope! : page, home, reading);
  // The way back is no article.
  const notArticles = [base, new URL('/', base).href].map(articleKey);
  for (const found of waysToFind(scope ?? page, !scope)) {
    const posts = new Map<string, Post>();
    for (const each of found) {
      const post = postFrom(each, home, reading);
      const key = post && articleKey(post.url);
      if (key && !posts.has(key) && !notArticles.includes(key))
        posts.set(key, { ...said.get(key), ...post });
      if (posts.size === MOST_POSTS) break;
    }
    if (posts.size) return [...posts.values()];
  }
  return said.size ? [...said.values()] : undefined;
}

/** The REST API that a WordPress's own front page names, at the same origin. */
export function wordpressOf(html: string, address: string, reading: Reading): URL | undefined {
  const link = findMarkup(
    reading.parseMarkup(html),
    ({ name, attributes }) => name === 'link' && attributes.rel === 'https://api.w.org/',
  );
  const api = safeResource(link?.attributes.href, address);
  const { origin, pathname } = new URL(address);
  const site = api?.pathname.replace(/(?:index\.php\/?)?(?:wp-json\/?)?$/, '');
  return api?.origin === origin && site === pathname ? api : undefined;
}

function* waysToFind(scope: Markup, isWhole: boolean): Iterable<Iterable<Found>> {
  const finds: Finds = {
    titled: [],
    titles: new Set(),
    counts: new Map(),
    untitled: [],
    headings: new Map(),
    articles: new Set(),
    items: new Set(),
    links: [],
  };
  collect(scope, finds, { isWhole });
  // More than enough, should some have no usable address; the rest could take long.
  let titled = finds.titled.slice(0, 5 * MOST_POSTS);
  const [first, second] = titled.filter(({ title }) => title.name === 'h1');
  // The page's own title; old themes have an `h1` in each article.
  if (first && !second && !isInArticle(first.title))
    titled = titled.filter((each) => each !== first);
  for (const found of titled) found.card = cardOf(found.card, scope, finds.counts);
  yield titled;
  yield cardsIn(finds.articles);
  const headed = finds.untitled.slice(0, 5 * MOST_POSTS).flatMap((title) => {
    const card = cardOf(title, scope, finds.headings);
    const links = linksIn(card).filter(({ attributes }) => !RELATION.test(attributes.rel ?? ''));
    const link = links.find((each) => textOf(each));
    // "Read more", with the picture perhaps; what holds more is a part of the page.
    const isOne = links.every(({ attributes }) => attributes.href === link?.attributes.href);
    return link && isOne ? { link, title, card } : [];
  });
  // One alone is more likely something else.
  if (headed.length > 1) yield headed;
  yield cardsIn(finds.items);
  // A log-in page answers for any other; it has links too.
  if (findMarkup(scope, ({ attributes: { type } }) => type === 'password')) return;
  const addresses = new Map<string, Set<string>>();
  for (const link of finds.links) {
    const words = textOf(link);
    addresses.set(words, (addresses.get(words) ?? new Set()).add(link.attributes.href!));
  }
  // What leads to many says "Read more".
  yield finds.links
    .filter((link) => addresses.get(textOf(link))!.size === 1)
    .map((link) => ({ link, title: link, card: link }));
}

function cardsIn(cards: Iterable<Markup>): Found[] {
  return [...cards].flatMap((card) => {
    const link = linksIn(card).find((part) => textOf(part));
    const title = findMarkup(card, ({ name }) => HEADING.test(name)) ?? link;
    return link && title ? { link, title, card } : [];
  });
}

function linksIn(node: Markup): Markup[] {
  return markupWithin(node).filter(isLink);
}

/** The largest element that holds no other titled link; of a bare heading, also what follows it. */
function cardOf(part: Markup, scope: Markup, counts: Map<Markup, number>): Markup {
  let card = part;
  while (card.parent && card.parent !== scope && counts.get(card.parent) === 1) card = card.parent;
  const { parent } = card;
  if (!parent || !HEADING.test(card.name)) return card;
  const rest = parent.children.slice(parent.children.indexOf(card) + 1);
  const end = rest.findIndex(
    (node) => typeof node !== 'string' && (HEADING.test(node.name) || counts.has(node)),
  );
  const children = [card, ...(end < 0 ? rest : rest.slice(0, end))];
  return { name: '', attributes: {}, children, parent };
}

interface Around {
  isWhole: boolean;
  link?: Markup;
  heading?: Markup;
  article?: Markup;
  item?: Markup;
}

function collect(node: Markup, finds: Finds, around: Around): void {
  for (const part of elementsIn(node)) {
    const { name, attributes } = part;
    const { role = '' } = attributes;
    const isFrame = around.isWhole && !around.article && (FRAME.test(name) || FRAME.test(role));
    const isOther = (PASSED_OVER.test(name) && !isWholePage(part)) || PASSED_ROLE.test(role);
    if (isFrame || isOther || 'hidden' in attributes) continue;
    const inside = { ...around };
    if (name === 'article') {
      if (around.article) finds.articles.delete(around.article);
      finds.articles.add((inside.article = part));
    } else if (name === 'li') {
      if (around.item) finds.items.delete(around.item);
      finds.items.add((inside.item = part));
    } else if (HEADING.test(name)) {
      inside.heading = part;
    } else if (isLink(part)) {
      finds.links.push((inside.link = part));
    }
    const { link, heading: title } = inside;
    const isTitled = link && title && (part === link || part === title);
    if (isTitled && !finds.titles.has(title) && !RELATION.test(link.attributes.rel ?? '')) {
      finds.titles.add(title);
      finds.titled.push({ link, title, card: around.link ?? around.heading ?? part });
      countIn(finds.counts, part);
    }
    if (part === title) {
      countIn(finds.headings, part);
      if (name !== 'h1' && !link && !findMarkup(part, isLink)) finds.untitled.push(part);
    }
    collect(part, finds, inside);
  }
}

function isInArticle({ parent }: Markup): boolean {
  return !!parent && (parent.name === 'article' || isInArticle(parent));
}

function countIn(counts: Map<Markup, number>, part: Markup): void {
  for (let at = part.parent; at; at = at.parent) counts.set(at, (counts.get(at) ?? 0) + 1);
}

/** A page of ASP.NET stands in one form. */
function isWholePage(part: Markup): boolean {
  return (
    part.name === 'form' &&
    part.parent?.name === 'body' &&
    !!findMarkup(part, ({ name }) => HEADING.test(name))
  );
}

function isLink({ name, attributes: { href } }: Markup): boolean {
  return name === 'a' && !!href && !href.startsWith('#');
}

function postFrom(
  { link, title, card }: Found,
  base: string,
  { isoDate, excerptIn }: Reading,
): Post | undefined {
  const url = safeEndpoint(link.attributes.href, base);
  const heading = textOf(title);
  if (!url || !heading) return undefined;
  const parts = markupWithin(card);
  const named = (tag: string) => parts.filter(({ name }) => name === tag);
  const related = (relation: RegExp) =>
    namesOf(
      named('a')
        .filter(({ attributes: { rel = '' } }) => relation.test(rel))
        .map(textOf),
    );
  const day = (isForUpdate: boolean) =>
    isoDate(named('time').find((time) => isUpdate(time) === isForUpdate)?.attributes.datetime);
  return defined<Post>({
    url,
    title: heading,
    excerpt: named('p')
      .map((paragraph) => (isOther(paragraph, heading) ? '' : excerptIn(paragraph, url)))
      .find(Boolean),
    image: pictureOf(named('img').filter(isPicture), base),
    published: day(false),
    updated: day(true),
    categories: related(/\bcategory\b/),
    tags: related(/^\s*tag\s*$/),
    language: languageOf(card),
  });
}

/** A paragraph that is the title once more, by whom and when, or a "read on". */
function isOther(paragraph: Markup, title: string): boolean {
  const text = textOf(paragraph);
  return (
    text === title ||
    BESIDES.test(paragraph.attributes.class ?? '') ||
    markupWithin(paragraph).some(
      (part) =>
        part.name === 'time' ||
        (isLink(part) && (textOf(part) === text || RELATION.test(part.attributes.rel ?? ''))),
    )
  );
}

/** As WordPress's themes and schema.org mark it. */
function isUpdate({ attributes: { class: names = '', itemprop } }: Markup): boolean {
  return itemprop === 'dateModified' || (/\bupdated\b/.test(names) && !/\bpublished\b/.test(names));
}

/**
 * Scripts that load pictures late keep the address elsewhere, with a placeholder in its place. In a
 * paragraph a picture may be somebody's who counts readers.
 */
function pictureOf(pictures: Markup[], base: string): PostImage | undefined {
  for (const { attributes, parent } of pictures) {
    const src = ['data-src', 'data-lazy-src', 'src']
      .map((name) => safeEndpoint(attributes[name], base))
      .find(Boolean);
    const isInText = parent?.name === 'p';
    if (!src || (isInText && !isOwn(src, base))) continue;
    const srcset = isInText ? '' : (attributes['data-srcset'] ?? attributes.srcset);
    return imageOf({ ...attributes, src, srcset }, base);
  }
  return undefined;
}

function languageOf(node: Markup): string | undefined {
  for (let at: Markup | undefined = node; at; at = at.parent)
    if (at.attributes.lang) return languageTag(at.attributes.lang);
  return undefined;
}

/** What JSON-LD says of articles, by address. */
function postsInJsonLd(
  scope: Markup,
  base: string,
  { parseJson, postFromRecord }: Reading,
): Map<string, Post> {
  const posts = new Map<string, Post>();
  const read = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(read);
    const entry = record(value);
    const types = [entry['@type']].flat();
    // The way to this page, which are no articles.
    if (posts.size === MOST_POSTS || types.includes('BreadcrumbList')) return;
    const post = types.some((type) => typeof type === 'string' && ARTICLE.test(type))
      ? postFromRecord(entry, base)
      : undefined;
    if (post) posts.set(articleKey(post.url), { ...post, ...posts.get(articleKey(post.url)) });
    Object.values(entry).forEach(read);
  };
  for (const part of markupWithin(scope)) {
    if (part.name !== 'script' || !/^application\/ld\+json\b/i.test(part.attributes.type ?? ''))
      continue;
    try {
      read(parseJson(charactersIn(part)));
    } catch {
      // no JSON: the page itself still says something
    }
  }
  return posts;
}
