import { parseMendedJson } from '../../foundation/mended-json.js';
import { plainText } from '../../foundation/plain-text.js';
import { safeEndpoint } from '../../foundation/safe-url.js';
import { PostsError, type Post, type PostImage } from '../post.js';
import {
  defined,
  imageOf,
  isoDate,
  languageTag,
  MOST_POSTS,
  namesOf,
  record,
  string,
} from './fields.js';

const DEPTH = 64;
/* Where a list stands in its document, and what its entries' fields are called; the first that is there
   counts. JSON Feed 1.1 and schema.org are among them. docs/posts.md has the table. */
const LISTS = ['posts', 'items', 'articles', 'entries', 'results', 'data'];
const NAMES = {
  id: ['id', 'guid'],
  url: ['url', 'link', 'href', 'permalink', 'external_url', 'item', '@id'],
  title: ['title', 'heading', 'headline', 'name'],
  excerpt: ['excerpt', 'summary', 'description', 'content_text', 'content_html', 'content'],
  image: ['image', 'banner_image', 'thumbnail', 'picture', 'featured_image'],
  src: ['url', 'src', 'href', 'source_url', 'contentUrl'],
  alt: ['alt', 'alt_text', 'caption'],
  published: ['date', 'published', 'date_published', 'datePublished', 'published_at', 'pubDate'],
  updated: ['updated', 'modified', 'date_modified', 'dateModified', 'updated_at'],
  categories: ['categories', 'category', 'section', 'articleSection'],
  tags: ['tags', 'keywords'],
  language: ['language', 'lang', 'inLanguage'],
};

/**
 * Parses JSON, nested no deeper than 64. Where it does not parse, what editors do to a script is undone
 * first.
 *
 * @throws PostsError
 */
export function parseJson(text: string): unknown {
  if (isDeep(text)) throw new PostsError('too-large');
  try {
    return parseMendedJson(text);
  } catch {
    throw new PostsError('not-json');
  }
}

function isDeep(text: string): boolean {
  let depth = 0;
  // Strings hold brackets too.
  for (const [sign] of text.matchAll(/[[\]{}]|"(?:[^"\\]|\\.)*"?/gs)) {
    if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
    if (depth > DEPTH) return true;
  }
  return false;
}

/** Whether this is a JSON Feed: https://www.jsonfeed.org/version/1.1/ */
export function isJsonFeed(value: unknown): boolean {
  return /^https?:\/\/jsonfeed\.org\/version\//.test(string(record(value).version) ?? '');
}

/**
 * The posts in a document of JSON: a JSON Feed, a list, or an object that has one. Entries without a title
 * or a usable address are left out.
 *
 * @param value - the parsed JSON; anything at all
 * @param base - what relative addresses start from
 * @returns undefined where there is no list
 */
export function postsFromJson(value: unknown, base: string): Post[] | undefined {
  let found = value;
  // A list may stand two levels down, e.g. in `data.posts`.
  for (let level = 0; level < 3 && !Array.isArray(found); level++) {
    const holder = record(found);
    found = LISTS.map((name) => own(holder, name)).find((part) => typeof part === 'object' && part);
  }
  if (!Array.isArray(found)) return undefined;
  const language = languageTag(first(record(value), 'language'));
  return found
    .slice(0, MOST_POSTS)
    .flatMap((entry) => postFromRecord(record(entry), base) ?? [])
    .map((post) => defined({ language, ...post }));
}

/** One post, or undefined where it lacks a title or a usable address. */
export function postFromRecord(entry: Record<string, unknown>, base: string): Post | undefined {
  const title = plainText(textIn(first(entry, 'title')));
  const url = NAMES.url.map((name) => safeEndpoint(string(own(entry, name)), base)).find(Boolean);
  if (!title || !url) return undefined;
  const id = first(entry, 'id');
  return defined<Post>({
    id: typeof id === 'number' ? String(id) : string(id),
    url,
    title,
    excerpt: plainText(textIn(first(entry, 'excerpt'))),
    image: imageIn(first(entry, 'image'), base),
    published: isoDate(first(entry, 'published')),
    updated: isoDate(first(entry, 'updated')),
    categories: namesIn(first(entry, 'categories'), /$^/),
    tags: namesIn(first(entry, 'tags'), ','),
    language: languageTag(first(entry, 'language')),
  });
}

function own(entry: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(entry, name) ? entry[name] : undefined;
}

function first(entry: Record<string, unknown>, field: keyof typeof NAMES): unknown {
  return NAMES[field].map((name) => own(entry, name)).find((value) => value || value === 0);
}

/** As text or, as WordPress says it, as `{ rendered }`. */
function textIn(value: unknown): unknown {
  return typeof value === 'string' ? value : own(record(value), 'rendered');
}

function imageIn(value: unknown, base: string): PostImage | undefined {
  const image: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof image === 'string') return imageOf({ src: image }, base);
  const fields = record(image);
  return imageOf(
    { ...fields, src: first(fields, 'src'), alt: plainText(first(fields, 'alt')) },
    base,
  );
}

/** Out of text, parted by the separator, or out of a list of texts or of records with names. */
function namesIn(value: unknown, separator: string | RegExp): string[] | undefined {
  const parts: unknown[] =
    typeof value === 'string' ? value.split(separator) : Array.isArray(value) ? value : [value];
  return namesOf(
    parts.map((part) => plainText(typeof part === 'string' ? part : first(record(part), 'title'))),
  );
}
