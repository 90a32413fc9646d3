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
  list,
  MOST_POSTS,
  namesOf,
  record,
  string,
} from './fields.js';

const DEPTH = 64;
/* Where a list stands in its document, what stands round an entry's fields (JSON:API, Contentful, GraphQL), and what
   these are called, in lower case, without `_` and `-` and without Drupal's `field_`; the first that is there counts.
   JSON Feed 1.1 and schema.org are among them. docs/posts.md has the table. */
const LISTS = 'posts items articles entries results result data nodes edges'.split(' ');
const WRAPPERS = ['relationships', 'attributes', 'fields', 'node'];
const NAMES = {
  id: 'id guid',
  url: 'url link href permalink externalurl fullurl uri item @id path',
  title: 'title heading headline name',
  excerpt: 'excerpt summary description contenttext contenthtml content body',
  image:
    'image bannerimage thumbnail picture featuredimage featureimage coverimage cover mainimage images imageurl thumbnailurl asseturl',
  imageAlt: 'imagealt featureimagealt',
  src: 'url src href sourceurl contenturl data asset image mediaimage uri',
  alt: 'alt alttext alternativetext caption',
  published:
    'date published datepublished publishedat pubdate publishdate publishedon publishon created',
  updated: 'updated modified datemodified updatedat changed',
  categories: 'categories category section articlesection',
  tags: 'tags keywords',
  language: 'language lang inlanguage langcode',
};

/**
 * Parses JSON, nested no deeper than 64. Where it does not parse, what editors do to a script is undone
 * first, and what a server wrote before it (PHP's warnings) and behind it (a cache's comment) is left out.
 *
 * @throws PostsError
 */
export function parseJson(text: string): unknown {
  if (isDeep(text)) throw new PostsError('too-large');
  for (const part of [text, within(text)]) {
    try {
      return parseMendedJson(part);
    } catch {
      // the next one may be it
    }
  }
  throw new PostsError('not-json');
}

/** From the first bracket that a line, or what follows a tag, begins with, to the last one before a comment. */
function within(text: string): string {
  const { index, 0: before } = /(?:^|[\n>]) ?(?=[[{])/.exec(text) ?? { index: 0, 0: '' };
  const isCommented = text.trimEnd().endsWith('-->');
  const part = text.slice(
    index + before.length,
    isCommented ? text.lastIndexOf('<!--') : undefined,
  );
  return part.slice(0, Math.max(part.lastIndexOf(']'), part.lastIndexOf('}')) + 1);
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
  const included = includedIn(value);
  const posts = found
    .slice(0, MOST_POSTS)
    .flatMap((entry) => postFromRecord(related(record(entry), included), base) ?? [])
    .map((post) => defined({ language, ...post }));
  return found.length && !posts.length ? undefined : posts;
}

type Entry = Record<string, unknown>;
type Included = ReadonlyMap<string, Entry>;

/**
 * What a JSON:API answer holds beside its list, by type and id, each with what it is related to: Drupal's media with
 * their files. https://jsonapi.org/format/#document-compound-documents
 */
function includedIn(value: unknown): Included {
  const entries = list(own(record(value), 'included')).map(record);
  const alone = new Map(entries.map((entry) => [keyOf(entry), entry]));
  return new Map(entries.map((entry) => [keyOf(entry), related(entry, alone)]));
}

function keyOf({ type, id }: Entry): string {
  return JSON.stringify([type, id]);
}

/** An entry of JSON:API with what it is related to in the place of its type and id; any other keeps its fields. */
function related(entry: Entry, included: Included): Entry {
  // Drupal says a picture's words with the link to its file.
  const resolved = (link: unknown) => ({
    ...record(own(record(link), 'meta')),
    ...included.get(keyOf(record(link))),
  });
  const relationships = Object.entries(record(own(entry, 'relationships'))).map(([name, to]) => {
    const data = own(record(to), 'data');
    return [name, Array.isArray(data) ? data.map(resolved) : resolved(data)];
  });
  return { ...entry, relationships: Object.fromEntries(relationships) };
}

/** One post, or undefined where it lacks a title or a usable address. */
export function postFromRecord(entry: Entry, base: string): Post | undefined {
  const fields = fieldsOf(entry);
  const title = plainText(textIn(first(fields, 'title')));
  const url = valuesOf(fields, 'url')
    .map((value) => safeEndpoint(string(value) ?? string(own(record(value), 'alias')), base))
    .find(Boolean);
  if (!title || !url) return undefined;
  const id = first(fields, 'id');
  return defined<Post>({
    id: typeof id === 'number' ? String(id) : string(id),
    url,
    title,
    excerpt: excerptIn(parseMarkup(string(textIn(first(fields, 'excerpt'))) ?? ''), url),
    image: imageIn(first(fields, 'image'), base, { alt: plainText(first(fields, 'imageAlt')) }),
    published: isoDate(first(fields, 'published')),
    updated: isoDate(first(fields, 'updated')),
    categories: namesIn(first(fields, 'categories'), /$^/),
    tags: namesIn(first(fields, 'tags'), ','),
    language: languageTag(first(fields, 'language')),
  });
}

function own(entry: Entry, name: string): unknown {
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
      .map(([name, said]) => [name.toLowerCase().replace(/^field_|[_-]/g, ''), said]),
  );
}

function valuesOf(fields: Fields, field: keyof typeof NAMES): unknown[] {
  return NAMES[field].split(' ').map((name) => fields.get(name));
}

function first(fields: Fields, field: keyof typeof NAMES): unknown {
  return valuesOf(fields, field).find((value) => value || value === 0);
}

/** As text or, as WordPress says it, as `{ rendered }`; Drupal: `{ summary, processed }`. */
function textIn(value: unknown): unknown {
  if (typeof value === 'string') return value;
  return ['rendered', 'summary', 'processed'].map((name) => own(record(value), name)).find(Boolean);
}

/** @param beside - what is said of the picture outside of its own record */
function imageIn(value: unknown, base: string, beside: Entry): PostImage | undefined {
  const image: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof image === 'string') return imageOf({ ...beside, src: image }, base);
  const fields = fieldsOf(image);
  const src = first(fields, 'src');
  const alt = plainText(first(fields, 'alt')) || beside.alt;
  const said = { ...beside, ...Object.fromEntries(fields), src, alt };
  // Some keep the file's own record inside.
  return typeof src === 'object' ? imageIn(src, base, said) : imageOf(said, base);
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
