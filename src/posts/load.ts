import { safeResource } from '../foundation/safe-url.js';
import { excerptOf } from './excerpt.js';
import { PostsError, type Post } from './post.js';
import { wordpressPosts, wordpressRequest } from './sources/wordpress.js';

const TIME_LIMIT = 10_000;
/* Three or four lines of a card. */
const EXCERPT_LENGTH = 160;
const SIZE_LIMIT = 1_000_000;

/** What a page wants of a source. */
export interface PostsQuery {
  /** The address as the author wrote it. */
  src: string;
  /** What relative addresses start from. */
  base: string;
  /** How many posts to ask for, 1 to 100. */
  count: number;
  /** Ends the request when the element leaves the page. */
  signal: AbortSignal;
}

/**
 * Fetches posts. Sends no cookie and no header of its own: a public list needs none, and a stale
 * WordPress nonce would turn the answer into a 403.
 *
 * @throws PostsError with the reason, within 10 seconds; AbortError where `signal` fired
 */
export async function loadPosts(query: PostsQuery): Promise<Post[]> {
  query.signal.throwIfAborted();
  const src = safeResource(query.src, query.base);
  if (!src) throw new PostsError('bad-address');
  const request = wordpressRequest(src, query.count);
  // Own timer: AbortSignal.timeout names its error differently in WebKit.
  const abort = new AbortController();
  const stop = () => abort.abort();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop();
  }, TIME_LIMIT);
  query.signal.addEventListener('abort', stop);
  try {
    const response = await fetch(request, { signal: abort.signal, credentials: 'omit' });
    if (!response.ok) throw new PostsError('http', response.status);
    const posts = wordpressPosts(await readJson(response), response.url || request.href);
    if (!posts) throw new PostsError('not-posts');
    return posts.map((post) => ({ ...post, excerpt: excerptOf(post.excerpt, EXCERPT_LENGTH) }));
  } catch (error) {
    if (error instanceof PostsError || query.signal.aborted) throw error;
    throw new PostsError(late ? 'timeout' : 'network');
  } finally {
    clearTimeout(timer);
    query.signal.removeEventListener('abort', stop);
  }
}

/** Reads no more than the limit, whatever Content-Length says. */
async function readJson(response: Response): Promise<unknown> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value = '' } = (await reader?.read()) ?? { done: true };
    text += value;
    if (text.length > SIZE_LIMIT) {
      await reader?.cancel();
      throw new PostsError('too-large');
    }
    if (done) break;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new PostsError('not-json');
  }
}
