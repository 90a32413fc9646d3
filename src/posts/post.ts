/** One article that may be related: all plain text, all addresses absolute and checked. */
export interface Post {
  /** The source's own key, e.g. WordPress's post id; for leaving the page itself out. */
  id?: string;
  /** `https` or `http`. */
  url: string;
  title: string;
  excerpt?: string;
  image?: PostImage;
  /** ISO 8601 day or date-time, as the site's own calendar has it. */
  published?: string;
  /** The day of the last change, likewise. */
  updated?: string;
  categories?: string[];
  tags?: string[];
  /** BCP 47, where the source says it. */
  language?: string;
}

export interface PostImage {
  url: string;
  /** Empty for decoration. */
  alt: string;
  /** The same picture in other sizes, for an attribute of that name; two or more `https` or `http`. */
  srcset?: string;
  /** Of `url`, in pixels. */
  width?: number;
  height?: number;
}

/** How a source says its posts: RSS 2.0, 1.0 and 0.9x are all `rss`. */
export type PostsFormat = 'wordpress' | 'rss' | 'atom' | 'json-feed' | 'json' | 'html';
/** `auto` tells the format from the address, the content type and the body. */
export type PostsSource = 'auto' | PostsFormat;

/** What a source gave. */
export interface LoadedPosts {
  posts: Post[];
  /** What it was read as. */
  source: PostsFormat;
}

/** Why posts could not be had. A code, and never a body: a body may hold anything. */
export type PostsErrorCode =
  'bad-address' | 'network' | 'timeout' | 'http' | 'too-large' | 'not-json' | 'not-posts';

/** A source that gave no posts. `status` is the HTTP status where there was one. */
export class PostsError extends Error {
  override name = 'PostsError';
  constructor(
    readonly code: PostsErrorCode,
    readonly status?: number,
  ) {
    super(status ? `${code} ${status}` : code);
  }
}

/* What campaigns, mailings and networks put behind an address. */
const TRACKING =
  /^(?:(?:utm|hsa|gad|mc|mtm|pk)_\w+|_hs\w+|_g[al]|\w*clk?id|[gw]braid|srsltid|igshi?d|li_fat_id|mkt_tok|ref|replytocom)$/i;

/**
 * What tells two addresses of one article apart from two articles: no `www.`, hash, tracking or last slash, no
 * name of an index file.
 */
export function articleKey(address: string): string {
  const url = new URL(address);
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort();
  const path = url.pathname.replace(/\/{1,9}(?:index\.\w+)?$/i, '');
  return `${url.host.replace(/^www\./, '')}${path}?${new URLSearchParams(query)}`.toLowerCase();
}

/** The posts without the page itself and without doubles, in order, at most `limit`. */
export function selectPosts(
  posts: Iterable<Post>,
  pageAddresses: readonly string[],
  limit: number,
): Post[] {
  const seen = new Set(pageAddresses.map(articleKey));
  const selected: Post[] = [];
  for (const post of posts) {
    const key = articleKey(post.url);
    if (seen.has(key)) continue;
    seen.add(key);
    selected.push(post);
    if (selected.length === limit) break;
  }
  return selected;
}
