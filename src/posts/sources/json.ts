import { parseMarkup } from '../../foundation/markup.js';
import { parseMendedJson } from '../../foundation/mended-json.js';
import { plainText } from '../../foundation/plain-text.js';
import { safeEndpoint } from '../../foundation/safe-url.js';
import { PostsError, type Post, type PostImage } from '../post.js';
import {
  defined,
  excerptIn,
  imageOf,
  isoDate,
  languageTag,
  MOST_POSTS,
  namesOf,
  record,
  string,
} from './fields.js';

const DEPTH = 64;
/* Where a list stands in its document, what stands round an entry's fields (Strapi, Contentful, GraphQL), and what
   these are called, in lower case and without `_` and `-`; the first that is there counts. JSON Feed 1.1 and
   schema.org are among them. docs/posts.md has the table. */
const LISTS = 'posts items articles entries results result data nodes edges'.split(' ');
const WRAPPERS = ['attributes', 'fields', 'node'];
const NAMES = {
  id: 'id guid',
  url: 'url link href permalink externalurl fullurl uri item @id',
  title: 'title heading headline name',
  excerpt: 'excerpt summary description contenttext contenthtml content',
  image:
    'image bannerimage thumbnail picture featuredimage featureimage coverimage cover mainimage images imageurl thumbnailurl asseturl',
  imageAlt: 'imagealt featureimagealt',
  src: 'url src href sourceurl contenturl data asset image',
  alt: 'alt alttext alternativetext caption',
  published: 'date published datepublished publishedat pubdate publishdate publishedon publishon',
  updated: 'updated modified datemodified updatedat',
  categories: 'categories category section articlesection',
  tags: 'tags keywords',
  language: 'language lang inlanguage',
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
 * or a usable address are left out; a list of nothing else is none.
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
  const language = languageTag(first(fieldsOf(value), 'language'));
  const posts = found
    .slice(0, MOST_POSTS)
    .flatMap((entry) => postFromRecord(record(entry), base) ?? [])
    .map((post) => defined({ language, ...post }));
  return found.length && !posts.length ? undefined : posts;
}

/** One post, or undefined where it lacks a title or a usable address. */
export function postFromRecord(entry: Record<string, unknown>, base: string): Post | undefined {
  const fields = fieldsOf(entry);
  const title = plainText(textIn(first(fields, 'title')));
  const url = valuesOf(fields, 'url')
    .map((value) => safeEndpoint(string(value), base))
    .find(Boolean);
  if (!title || !url) return undefined;
  const id = first(fields, 'id');
  return defined<Post>({
    id: typeof id === 'number' ? String(id) : string(id),
    url,
    title,
    excerpt: excerptIn(parseMarkup(string(textIn(first(fields, 'excerpt'))) ?? ''), url),
    image: imageIn(first(fields, 'image'), base, plainText(first(fields, 'imageAlt'))),
    published: isoDate(first(fields, 'published')),
    updated: isoDate(first(fields, 'updated')),
    categories: namesIn(first(fields, 'categories'), /$^/),
    tags: namesIn(first(fields, 'tags'), ','),
    language: languageTag(first(fields, 'language')),
  });
}

function own(entry: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(entry, name) ? entry[name] : undefined;
}

/** By name, however it is spelt: `published_at`, `publishedAt`. */
type Fields = Map<string, unknown>;

function fieldsOf(value: unknown): Fields {
  const entry = record(value);
  const wrapped = WRAPPERS.map((name) => record(own(entry, name)));
  return new Map(
    [...wrapped, entry]
      .flatMap((each) => Object.entries(each))
      .map(([name, said]) => [name.toLowerCase().replace(/[_-]/g, ''), said]),
  );
}

function valuesOf(fields: Fields, field: keyof typeof NAMES): unknown[] {
  return NAMES[field].split(' ').map((name) => fields.get(name));
}

function first(fields: Fields, field: keyof typeof NAMES): unknown {
  return valuesOf(fields, field).find((value) => value || value === 0);
}

/** As text or, as WordPress says it, as `{ rendered }`. */
function textIn(value: unknown): unknown {
  return typeof value === 'string' ? value : own(record(value), 'rendered');
}

function imageIn(value: unknown, base: string, altBeside = ''): PostImage | undefined {
  const image: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof image === 'string') return imageOf({ src: image, alt: altBeside }, base);
  const fields = fieldsOf(image);
  const src = first(fields, 'src');
  const alt = plainText(first(fields, 'alt')) || altBeside;
  // Some keep the file's own record inside.
  if (typeof src === 'object') return imageIn(src, base, alt);
  return imageOf({ ...Object.fromEntries(fields), src, alt }, base);
}

/** Out of text, parted by the separator, or out of a list of texts or of records with names. */
function namesIn(value: unknown, separator: string | RegExp): string[] | undefined {
  const parts: unknown[] =
    typeof value === 'string' ? value.split(separator) : Array.isArray(value) ? value : [value];
  return namesOf(
    parts.map((part) =>
      plainText(typeof part === 'string' ? part : first(fieldsOf(part), 'title')),
    ),
  );
}
