import { parseMarkup } from '../../foundation/markup.js';
import { plainText } from '../../foundation/plain-text.js';
import { safeEndpoint, safeImage } from '../../foundation/safe-url.js';
import { articleKey, PostsError, type Post, type PostImage } from '../post.js';
import {
  defined,
  excerptIn,
  isoDate,
  languageTag,
  list,
  MOST_POSTS,
  namesOf,
  pixels,
  record,
  srcsetOf,
  string,
} from './fields.js';

/* Cards are 16 to 30rem wide; WordPress names this size, and it is not a square crop. */
const CARD_IMAGE_WIDTH = 768;
/* How many pages of a list are asked for at most. */
const MOST_PAGES = 3;
/* `lang` is Polylang's. */
const FIELDS =
  'id,link,lang,date,date_gmt,modified,title,excerpt,' +
  '_links.wp:featuredmedia,_links.wp:term,_embedded.wp:featuredmedia,_embedded.wp:term';

/** Which posts are wanted of a WordPress. */
export interface WordPressQuery {
  /** How many posts to ask for at once, 1 to 100. */
  count: number;
  /** Where fewer are left of a full page, the next is asked for; 0 by default. */
  enough?: number;
  /** Slugs or ids; a category's children are included. */
  categories?: readonly string[];
  /** Slugs or ids. */
  tags?: readonly string[];
  /** Ids or absolute addresses to leave out. */
  exclude?: readonly string[];
  /** Ids or absolute addresses of posts: these and no others, whatever their categories and tags. */
  named?: readonly string[];
}

/** Asks for JSON; throws PostsError. */
export type GetJson = (url: URL) => Promise<{ body: unknown; url: string }>;

/**
 * The address that asks a WordPress for a few posts and no more than a card shows: about a third of the
 * weight of a bare `_embed`. What `src` gives already is kept, `?rest_route=` included.
 * `_embedded` comes only with `_links`: https://developer.wordpress.org/rest-api/using-the-rest-api/global-parameters/
 *
 * @param src - a `/wp-json/wp/v2/posts` address, or a site's root
 * @param count - how many posts to ask for, 1 to 100
 */
export function wordpressRequest(src: URL, count: number): URL {
  const url = new URL(src);
  const { searchParams } = url;
  const route = searchParams.get('rest_route');
  if (route !== null) {
    if (!/\/wp\/v2\/./.test(route)) searchParams.set('rest_route', '/wp/v2/posts');
  } else if (!/\/wp\/v2\/./.test(url.pathname)) {
    url.pathname = `${url.pathname.replace(/(?:\/wp-json)?(?:\/wp\/v2)?\/?$/, '')}/wp-json/wp/v2/posts`;
  }
  setDefault(url, 'per_page', String(count));
  // Any `_embed` in the address is narrowed: authors bring pictures from a third party.
  searchParams.set('_embed', 'wp:featuredmedia,wp:term');
  setDefault(url, '_fields', FIELDS);
  url.hash = '';
  return url;
}

/**
 * The posts of a WordPress that a query wants. It knows categories and tags by id only, and with a slug it
 * answers 400 or with all posts: so slugs are looked up first. What protection and exclusions take from a
 * full page is made up for from the next, up to the third.
 *
 * @throws PostsError
 */
export async function loadWordPress(
  src: URL,
  { count, enough = 0, categories = [], tags = [], exclude = [], named }: WordPressQuery,
  get: GetJson,
): Promise<Post[]> {
  const request = wordpressRequest(src, count);
  if (named) return namedPosts(request, named, get);
  const { searchParams } = request;
  const [inCategories, withTags] = await Promise.all([
    termIds(request, 'categories', categories, get),
    termIds(request, 'tags', tags, get),
  ]);
  // A name that the site does not know has no posts; asking without it would bring all.
  if (inCategories?.length === 0 || withTags?.length === 0) return [];
  if (inCategories && !searchParams.has('categories')) {
    searchParams.set('categories[terms]', inCategories.join());
    searchParams.set('categories[include_children]', 'true');
  }
  if (withTags) setDefault(request, 'tags', withTags.join());
  const ids = exclude.filter(isId);
  if (ids.length) setDefault(request, 'exclude', ids.join());

  const isLeftOut = exclusion(exclude);
  const posts: Post[] = [];
  const first = Number(searchParams.get('page')) || 1;
  for (let page = first; page < first + MOST_PAGES; page++) {
    if (page > first) searchParams.set('page', String(page));
    const { body, url } = await get(request).catch((error: unknown) => {
      // The page after the last is a 400; and what came before another failure is there.
      if (page === first) throw error;
      return { body: [], url: '' };
    });
    const found = wordpressPosts(body, url);
    if (!found) throw new PostsError('not-posts');
    posts.push(...found.filter((post) => !isLeftOut(post)));
    const isFull = list(body).length >= Number(searchParams.get('per_page'));
    if (posts.length >= enough || !isFull || searchParams.has('offset')) break;
  }
  return posts;
}

/** It knows a post by its id, and by the last part of its address. */
async function namedPosts(list: URL, names: readonly string[], get: GetJson): Promise<Post[]> {
  const wanted = {
    include: names.filter(isId),
    slug: names.flatMap((name) => (isId(name) ? [] : /([^/]*)\/*(?:[?#].*)?$/.exec(name)![1]!)),
  };
  const found = await Promise.all(
    Object.entries(wanted).map(async ([field, values]) => {
      if (!values.join('')) return [];
      const request = new URL(list);
      request.searchParams.delete('page');
      request.searchParams.delete('offset');
      request.searchParams.set(field, values.join());
      const { body, url } = await get(request);
      return wordpressPosts(body, url) ?? [];
    }),
  );
  // Another post may have the same last part.
  return found.flat().filter(exclusion(names));
}

function isId(name: string): boolean {
  return /^\d+$/.test(name);
}

/** Whether a post is one of these ids or absolute addresses. */
export function exclusion(excluded: readonly string[]): (post: Post) => boolean {
  const keys = new Set(excluded);
  for (const part of excluded) if (URL.canParse(part)) keys.add(articleKey(part));
  return ({ id, url }) => keys.has(id ?? url) || keys.has(articleKey(url));
}

/** Undefined where no term is wanted; empty where the site knows none of them. */
async function termIds(
  posts: URL,
  taxonomy: 'categories' | 'tags',
  wanted: readonly string[],
  get: GetJson,
): Promise<string[] | undefined> {
  if (!wanted.length) return undefined;
  // In a list of slugs, WordPress takes white space for a comma; of the rest it makes a slug by itself.
  const slugs = wanted.filter((term) => !isId(term)).map((term) => term.replace(/\s+/g, '-'));
  const ids = wanted.filter(isId);
  if (!slugs.length) return ids;
  const url = new URL(posts);
  const route = url.searchParams.get('rest_route');
  // On WordPress.com there is a site's name before it.
  const at = (path: string) => path.replace(/[^/]+\/?$/, taxonomy);
  url.search = '';
  if (route === null) url.pathname = at(url.pathname);
  else url.searchParams.set('rest_route', at(route));
  url.searchParams.set('slug', slugs.join());
  url.searchParams.set('_fields', 'id');
  url.searchParams.set('per_page', '100');
  const { body } = await get(url);
  if (!Array.isArray(body)) throw new PostsError('not-posts');
  return [
    ...ids,
    ...body.map((term) => record(term).id).filter((id) => Number.isSafeInteger(id)),
  ].map(String);
}

function setDefault({ searchParams }: URL, name: string, value: string): void {
  if (!searchParams.get(name)) searchParams.set(name, value);
}

/**
 * The posts in a WordPress REST answer. Protected posts, and entries without a title or a usable link,
 * are left out; a missing, forbidden or dangling picture is no picture.
 *
 * @param body - the parsed JSON; anything at all
 * @param base - the address it came from, for relative links
 * @returns undefined where the answer is not a list of posts (an error object, another site's page)
 */
export function wordpressPosts(body: unknown, base: string): Post[] | undefined {
  if (!Array.isArray(body)) return undefined;
  return body.slice(0, MOST_POSTS).flatMap((entry) => {
    const post = record(entry);
    const title = plainText(rendered(post.title));
    const url = safeEndpoint(string(post.link), base);
    if (!title || !url || record(post.excerpt).protected || record(post.content).protected)
      return [];
    const embedded = record(post._embedded);
    return defined<Post>({
      id: typeof post.id === 'number' ? String(post.id) : string(post.id),
      url,
      title,
      excerpt: excerptIn(parseMarkup(string(rendered(post.excerpt)) ?? ''), url),
      image: pictureOf(list(embedded['wp:featuredmedia'])[0], base),
      // `date` is the site's own calendar without its zone; `date_gmt` is UTC without saying so.
      published: isoDate(post.date) ?? isoDate(`${string(post.date_gmt)}Z`),
      updated: isoDate(post.modified),
      categories: termNames(embedded['wp:term'], 'category'),
      tags: termNames(embedded['wp:term'], 'post_tag'),
      language: languageTag(post.lang),
    });
  });
}

/** Only an attachment has `source_url`: in its place may stand an error or, in 6.1, the site's index. */
function pictureOf(value: unknown, base: string): PostImage | undefined {
  const media = record(value);
  const details = record(media.media_details);
  const full = { url: safeImage(string(media.source_url), base), ...measures(details) };
  // A PDF or a film can be featured too.
  if (!full.url || media.media_type === 'file') return undefined;
  const sizes = Object.entries(record(details.sizes))
    // A square crop.
    .filter(([name]) => name !== 'thumbnail')
    .map(([, size]) => ({
      url: safeImage(string(record(size).source_url), base),
      ...measures(record(size)),
    }))
    .filter((size) => size.url && size.width && isSameShape(size, full))
    .sort((a, b) => a.width! - b.width!);
  const { url, width, height } = sizes.find((size) => size.width! >= CARD_IMAGE_WIDTH) ?? full;
  return defined({
    url: url!,
    alt: plainText(media.alt_text),
    srcset: srcsetOf(
      [...sizes, full].map((size) => [size.url, `${size.width}w`]),
      base,
    ),
    width,
    height,
  });
}

interface Measures {
  width?: number;
  height?: number;
}

function measures({ width, height }: Record<string, unknown>): Measures {
  return { width: pixels(width), height: pixels(height) };
}

/** Themes crop; a crop among the sizes would change the picture with the screen. Rounding is no crop. */
function isSameShape(size: Measures, full: Measures): boolean {
  if (!size.width || !size.height || !full.width || !full.height) return true;
  return Math.abs(size.height - (size.width * full.height) / full.width) <= 2;
}

function termNames(terms: unknown, taxonomy: string): string[] | undefined {
  const named = list(terms).flatMap(list).map(record);
  return namesOf(
    named.filter((term) => term.taxonomy === taxonomy).map(({ name }) => plainText(name)),
  );
}

/** Whether an answer is a list of a WordPress's posts, wherever it comes from. */
export function isWordPressList(body: unknown): boolean {
  return typeof record(record(list(body)[0]).title).rendered === 'string';
}

function rendered(value: unknown): unknown {
  return typeof value === 'string' ? value : record(value).rendered;
}
