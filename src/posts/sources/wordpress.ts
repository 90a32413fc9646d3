import { safeImage, safeResource } from '../../foundation/safe-url.js';
import { plainText } from '../../foundation/plain-text.js';
import type { Post, PostImage } from '../post.js';

/* Cards are 16 to 30rem wide; WordPress names this size, and it is not a square crop. */
const CARD_IMAGE_WIDTH = 768;
const FIELDS = [
  'id',
  'link',
  'date',
  'title',
  'excerpt',
  '_links.wp:featuredmedia',
  '_links.wp:term',
  '_embedded.wp:featuredmedia',
  '_embedded.wp:term',
];

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
  if (!searchParams.has('rest_route') && !/\/wp\/v2\/./.test(url.pathname)) {
    url.pathname = `${url.pathname.replace(/(?:\/wp-json)?(?:\/wp\/v2)?\/?$/, '')}/wp-json/wp/v2/posts`;
  }
  const setDefault = (name: string, value: string) => {
    if (!searchParams.get(name)) searchParams.set(name, value);
  };
  setDefault('per_page', String(count));
  // Any `_embed` in the address is narrowed: authors bring pictures from a third party.
  searchParams.set('_embed', 'wp:featuredmedia,wp:term');
  setDefault('_fields', FIELDS.join(','));
  url.hash = '';
  return url;
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
  return body.flatMap((entry) => {
    const post = record(entry);
    const title = plainText(rendered(post.title));
    const url = safeResource(string(post.link), base)?.href;
    if (!title || !url || record(post.excerpt).protected || record(post.content).protected)
      return [];
    const embedded = record(post._embedded);
    return [
      {
        id: typeof post.id === 'number' ? String(post.id) : string(post.id),
        url,
        title,
        excerpt: plainText(rendered(post.excerpt)),
        image: pictureOf(list(embedded['wp:featuredmedia'])[0], base),
        published: string(post.date),
        categories: categoriesOf(embedded['wp:term']),
      },
    ];
  });
}

/** Only an attachment has `source_url`: in its place may stand an error or, in 6.1, the site's index. */
function pictureOf(value: unknown, base: string): PostImage | undefined {
  const media = record(value);
  const full = safeImage(string(media.source_url), base);
  if (!full) return undefined;
  const sizes = Object.entries(record(record(media.media_details).sizes))
    .filter(([name]) => name !== 'thumbnail')
    .map(([, size]) => record(size))
    .map(({ width, source_url }) => ({
      // Some sites write it as text.
      width: typeof width === 'object' ? 0 : Number(width) || 0,
      url: safeImage(string(source_url), base),
    }))
    .filter(({ width, url }) => url && width >= CARD_IMAGE_WIDTH)
    .sort((a, b) => a.width - b.width);
  return { url: sizes[0]?.url ?? full, alt: plainText(media.alt_text) };
}

function categoriesOf(terms: unknown): string[] {
  return list(terms)
    .flatMap(list)
    .map(record)
    .filter(({ taxonomy }) => taxonomy === 'category')
    .map(({ name }) => plainText(name))
    .filter(Boolean);
}

function rendered(value: unknown): unknown {
  return typeof value === 'string' ? value : record(value).rendered;
}

function record(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
