import type { PostsErrorCode } from '../../posts/post.js';

/** Posts have been fetched and shown. Bubbles; says how many, not which. */
export class PostsLoadEvent extends Event {
  constructor(
    /** How many posts are shown, 0 or more. */
    readonly count: number,
  ) {
    super('posts-load', { bubbles: true, composed: true });
  }
}

/** Posts could not be had; the children stay. Bubbles; carries a code and no body. */
export class PostsErrorEvent extends Event {
  constructor(
    /** What went wrong. */
    readonly code: PostsErrorCode,
    /** The HTTP status, where there was one. */
    readonly status?: number,
  ) {
    super('posts-error', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'posts-load': PostsLoadEvent;
    'posts-error': PostsErrorEvent;
  }
}
