/** A medical review is older than it may be. Bubbles; says the review's day, and nothing else. */
export class ReviewStaleEvent extends Event {
  constructor(
    /** The day of the review, `YYYY-MM-DD`. */
    readonly reviewed: string,
  ) {
    super('review-stale', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'review-stale': ReviewStaleEvent;
  }
}
