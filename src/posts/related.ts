import { safeResource } from '../foundation/safe-url.js';
import { loadPosts, postsFromScript } from './load.js';
import { selectPosts, type LoadedPosts, type Post, type PostsSource } from './post.js';
import type { PageProfile } from './relevance.js';
import { exclusion } from './sources/wordpress.js';

/** What a list of related posts wants. */
export interface RelatedQuery {
  /** Where posts come from, as the author wrote it; or `json`. */
  src?: string;
  /** Posts that stand in the page as JSON. */
  json?: string;
  /** What relative addresses start from. */
  base: string;
  source: PostsSource;
  /** Names, slugs or ids, separated by commas. */
  categories?: string;
  tags?: string;
  /** Addresses and ids of posts that are left out, separated by spaces or commas. */
  exclude?: string;
  /** Those that come first, in this order, where the source has them. */
  pinned?: string;
  order: 'relevance' | 'date';
  /** How many posts are shown. */
  limit: number;
  /** What the page is about; asked only where posts are ranked. */
  profile(read: (root: Document, skip: string) => PageProfile): PageProfile;
  signal: AbortSignal;
}

/* Enough to choose from; a WordPress sends about 1 KB for each. */
const POOL = 24;
const WHOLE_POOL = 100;
/* How long an answer is good for, in milliseconds: longer than a visitor reads, shorter than an editor waits. */
const FRESH = 600_000;
/* Feeds that are remembered. */
const MOST_KEPT = 20;

interface Shared {
  at: number;
  users: number;
  abort: AbortController;
  answer: Promise<LoadedPosts>;
}

const kept = new Map<string, Shared>();

/**
 * The posts that a list shows: asked for once on a page however many lists ask, without the page itself and
 * doubles, in order.
 *
 * Answers are kept in memory and nowhere else (docs/decisions/0017-posts-stay-in-memory.md).
 *
 * @throws PostsError with the reason; AbortError where `signal` fired
 */
export async function relatedPosts(query: RelatedQuery): Promise<LoadedPosts> {
  const { json, base, limit, signal } = query;
  signal.throwIfAborted();
  if (json !== undefined) {
    const { posts, source } = postsFromScript(json, base);
    return { posts: await arrange(choose(posts, query), query), source };
  }
  let loaded = await shared(query, POOL);
  let candidates = choose(loaded.posts, query);
  if (candidates.length < limit && loaded.posts.length >= POOL) {
    loaded = await shared(query, WHOLE_POOL);
    candidates = choose(loaded.posts, query);
  }
  const { posts, source } = loaded;
  const missing = addresses(query.pinned, base).filter((name) => !posts.some(exclusion([name])));
  if (missing.length && source === 'wordpress') {
    // Older than those that were asked for: editors pin what lasts.
    const pinned = await shared(query, POOL, missing).catch(() => undefined);
    signal.throwIfAborted();
    candidates = choose([...posts, ...(pinned?.posts ?? [])], query);
  }
  return { posts: await arrange(candidates, query), source };
}

/** Those that may be shown: neither the page itself nor another twice. */
function choose(posts: Post[], { exclude, base }: RelatedQuery): Post[] {
  const isLeftOut = exclusion(addresses(exclude, base));
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const ogUrl = document.querySelector<HTMLMetaElement>('meta[property="og:url"]')?.content;
  const pages = [location.href, canonical ?? '', ogUrl ?? ''].filter((page) => URL.canParse(page));
  return selectPosts(
    posts.filter((post) => !isLeftOut(post)),
    pages,
    Infinity,
  );
}

async function arrange(posts: Post[], query: RelatedQuery): Promise<Post[]> {
  const { order, limit, pinned, base, profile } = query;
  const first = addresses(pinned, base).flatMap((name) => posts.find(exclusion([name])) ?? []);
  let others = posts.filter((post) => !first.includes(post));
  if (order === 'date') {
    others.sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
  } else if (others.length > limit - first.length) {
    const { rankByRelevance, profileOf } = await import('./relevance.js');
    others = rankByRelevance(others, profile(profileOf));
  }
  return [...new Set([...first, ...others])].slice(0, limit).map(({ language, ...post }) => ({
    ...post,
    // Where it is not the page's.
    ...(language && !isSpoken(language) && { language }),
  }));
}

function isSpoken(language: string): boolean {
  const [own, other] = [document.documentElement.lang, language].map((tag) => tag.split('-', 1)[0]);
  return own?.toLowerCase() === other?.toLowerCase();
}

/** One request for all who want the same; it ends when the last of them has gone. */
async function shared(query: RelatedQuery, count: number, named?: string[]): Promise<LoadedPosts> {
  const { base, source, signal } = query;
  const [categories, tags] = [listed(query.categories, ','), listed(query.tags, ',')];
  const src = query.src ?? '';
  const address = safeResource(src, base)?.href ?? '';
  const key = JSON.stringify([address, source, categories, tags, count, named]);
  let entry = kept.get(key);
  if (!entry || Date.now() - entry.at > FRESH || entry.abort.signal.aborted) {
    const abort = new AbortController();
    const answer = loadPosts({
      src,
      base,
      source,
      categories,
      tags,
      count,
      named,
      signal: abort.signal,
    });
    entry = { at: Date.now(), users: 0, abort, answer };
    kept.set(key, entry);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    // A failure is not kept: whoever asks again, asks.
    const mine = entry;
    answer.catch(() => kept.get(key) === mine && kept.delete(key));
  }
  const { answer, abort } = entry;
  const mine = entry;
  mine.users++;
  let settled = false;
  const leave = (): void => {
    mine.users--;
    if (!mine.users && !settled) abort.abort();
  };
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await answer;
  } finally {
    settled = true;
    signal.removeEventListener('abort', leave);
    signal.throwIfAborted();
    mine.users--;
  }
}

const listed = (text: string | undefined, separator: string | RegExp): string[] =>
  (text ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);

/** Addresses made absolute; ids as they are. */
function addresses(names: string | undefined, base: string): string[] {
  return listed(names, /[\s,]+/).flatMap((name) => {
    if (!/[/.]/.test(name)) return name;
    return URL.canParse(name, base) ? new URL(name, base).href : [];
  });
}
