import { parseMarkup } from '../foundation/markup.js';
import { plainText } from '../foundation/plain-text.js';
import { readBytes } from '../foundation/read-text.js';
import { safeResource } from '../foundation/safe-url.js';
import { timeLimit } from '../foundation/time-limit.js';
import { excerptOf } from './excerpt.js';
import { PostsError, type LoadedPosts, type Post, type PostsSource } from './post.js';
import { excerptIn, isoDate } from './sources/fields.js';
import { isJsonFeed, parseJson, postFromRecord, postsFromJson } from './sources/json.js';
import {
  exclusion,
  isWordPressList,
  loadWordPress,
  wordpressPosts,
  type WordPressQuery,
} from './sources/wordpress.js';

const TIME_LIMIT = 10_000;
/* Three or four lines of a card. */
const EXCERPT_LENGTH = 160;
/* Where all of a text stands in the title, its beginning does. */
const LONG_TITLE = 300;
const SIZE_LIMIT = 1_000_000;

/** What a page wants of a source. Categories and tags may be slugs or names; ids in a WordPress. */
export interface PostsQuery extends WordPressQuery {
  /** The address as the author wrote it; for HTML, a fragment names the element to look into. */
  src: string;
  /** What relative addresses start from. */
  base: string;
  /** Ends the requests when the element leaves the page. */
  signal: AbortSignal;
  /** How the posts are said; `auto` by default. */
  source?: PostsSource;
}

/** What came from an address. */
interface Answer {
  text: string;
  /** Where it came from in the end. */
  url: string;
  type: string;
}
type Get = (url: URL) => Promise<Answer>;

/**
 * Fetches posts, at most 200, in the source's order. Sends no cookie and no header of its own: a public list
 * needs none, and a stale WordPress nonce would turn the answer into a 403.
 *
 * @throws PostsError with the reason, within 10 seconds; AbortError where `signal` fired
 */
export async function loadPosts(query: PostsQuery): Promise<LoadedPosts> {
  query.signal.throwIfAborted();
  const src = safeResource(query.src, query.base);
  if (!src) throw new PostsError('bad-address');
  const limit = timeLimit(TIME_LIMIT, query.signal);
  const get: Get = async (url) => {
    const response = await fetch(url, { signal: limit.signal, credentials: 'omit' });
    if (!response.ok) throw new PostsError('http', response.status);
    const type = response.headers.get('content-type') ?? '';
    return { text: await readAnswer(response, type), url: response.url || url.href, type };
  };
  try {
    const { posts, source } = await postsFrom(src, query, get);
    const isLeftOut = exclusion(query.exclude ?? []);
    return { posts: posts.filter((post) => !isLeftOut(post)).map(forCard), source };
  } catch (error) {
    if (error instanceof PostsError || query.signal.aborted) throw error;
    throw new PostsError(limit.isOver() ? 'timeout' : 'network');
  } finally {
    limit.done();
  }
}

/**
 * The posts in a `<script type="application/json">` of the page itself, in the formats of a JSON source.
 *
 * @throws PostsError
 */
export function postsFromScript(text: string, base: string): LoadedPosts {
  const found = readJson(text, base);
  if (!found) throw new PostsError('not-posts');
  return { ...found, posts: found.posts.map(forCard) };
}

async function postsFrom(src: URL, query: PostsQuery, get: Get): Promise<LoadedPosts> {
  const { source = 'auto', categories = [], tags = [] } = query;
  const isAuto = source === 'auto';
  const fromWordPress = async (address: URL): Promise<LoadedPosts> => {
    const posts = await loadWordPress(address, query, async (url) => {
      const answer = await get(url);
      return { body: parseJson(answer.text), url: answer.url };
    });
    return { posts, source: 'wordpress' };
  };
  // Undefined where it is none, or tells nobody.
  const maybeWordPress = async (address: URL): Promise<LoadedPosts | undefined> => {
    try {
      return await fromWordPress(address);
    } catch (error) {
      const { code, status = 0 } = error as Partial<PostsError>;
      if (!/^(?:http|not-.*)$/.test(code ?? '') || status >= 429) throw error;
      return undefined;
    }
  };
  if (source === 'wordpress' || (isAuto && isRestAddress(src))) return fromWordPress(src);
  // A site's root is taken for a WordPress's, unless it turns out to be none.
  if (isAuto && src.pathname === '/' && !src.search && !src.hash) {
    const posts = await maybeWordPress(src);
    if (posts) return posts;
  }
  const { text, url, type } = await get(src);
  const format = isAuto ? formatOf(text, type) : source;
  let found: LoadedPosts | undefined;
  if (format === 'json' || format === 'json-feed') {
    found = readJson(text, url);
    if (format === 'json-feed' && found?.source !== format) found = undefined;
  } else {
    const reading = { parseMarkup, plainText, parseJson, postFromRecord, isoDate, excerptIn };
    const { postsFromFeed, postsFromHtml, wordpressOf } = await import('./sources/markup.js');
    if (format === 'html') {
      const id = fragmentOf(src);
      const api = isAuto && !id && wordpressOf(text, url, reading);
      const told = api && (await maybeWordPress(api));
      if (told) return told;
      const posts = postsFromHtml(text, url, id, reading);
      found = posts && { posts, source: 'html' };
    } else {
      found = postsFromFeed(text, url, reading);
    }
  }
  if (!found) throw new PostsError('not-posts');
  return { ...found, posts: withTerms(withTerms(found.posts, categories), tags) };
}

/** Another plugin's routes are read as they are. */
function isRestAddress({ pathname, searchParams }: URL): boolean {
  const route = searchParams.get('rest_route');
  if (route !== null) return /^\/(?:$|wp\/v2(?:\/|$))/.test(route);
  return /\/wp-json\/?$|\/wp\/v2(?:\/|$)/.test(pathname);
}

function fragmentOf({ hash }: URL): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

/** Told from the body; from the content type where the body could be either. */
function formatOf(text: string, type: string): 'json' | 'rss' | 'html' {
  const start = text.slice(0, 20_000).trimStart();
  // PHP's warnings may stand before it, and have sent another type.
  if (/^(?:<br \/>.*<br \/>\s*)?[[{]/s.test(start) || /\bjson\b/i.test(type)) return 'json';
  const [, root = type] = /<(?:\w+:)?(rss|feed|rdf|html)\b/i.exec(start) ?? [];
  return /\b(?:rss|feed|rdf|atom)\b/i.test(root) ? 'rss' : 'html';
}

/** @throws PostsError where it does not parse */
function readJson(text: string, url: string): LoadedPosts | undefined {
  const body = parseJson(text);
  if (isWordPressList(body)) return { posts: wordpressPosts(body, url)!, source: 'wordpress' };
  const posts = postsFromJson(body, url);
  return posts && { posts, source: isJsonFeed(body) ? 'json-feed' : 'json' };
}

/** Those with any of these as category or tag (feeds do not tell them apart); all, where none says any. */
function withTerms(posts: Post[], terms: readonly string[]): Post[] {
  const wanted = new Set(terms.map(slugOf));
  const termsOf = ({ categories = [], tags = [] }: Post) => [...categories, ...tags];
  if (!wanted.size || !posts.some((post) => termsOf(post).length)) return posts;
  return posts.filter((post) => termsOf(post).some((term) => wanted.has(slugOf(term))));
}

/** As WordPress makes a slug of a name: `Recovery & rehab` is `recovery-rehab`. */
function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function forCard(post: Post): Post {
  const { language } = post;
  const title =
    post.title.length > LONG_TITLE ? excerptOf(post.title, EXCERPT_LENGTH, language) : post.title;
  return {
    ...post,
    title,
    excerpt: excerptOf(post.excerpt, EXCERPT_LENGTH, { title, language, minLength: 20 }),
  };
}

/**
 * Reads no more than the limit, whatever Content-Length says. What is UTF-8 is read as such, for many a server and
 * a program calls it something else; the rest is decoded as the answer says it is written.
 */
async function readAnswer(response: Response, type: string): Promise<string> {
  const whole = await readBytes(response, SIZE_LIMIT);
  if (!whole) throw new PostsError('too-large');
  // Old feeds say their encoding in the XML declaration, old pages in a `meta`: both in ASCII.
  const start = new TextDecoder('latin1').decode(whole.subarray(0, 1024));
  const said = /\b(?:charset|encoding)\s*=\s*["']?([\w-]+)/i;
  const [, charset] = said.exec(type) ?? said.exec(/^\s*</.test(start) ? start : '') ?? [];
  // ISO-2022-JP is written in ASCII.
  for (const label of /^iso-2022/i.test(charset ?? '') ? [charset] : ['utf-8', charset]) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(whole);
    } catch {
      // not written in this, or no encoding at all
    }
  }
  return new TextDecoder().decode(whole);
}
