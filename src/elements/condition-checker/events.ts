import type { TreeErrorCode } from '../../guidance/load-tree.js';

/**
 * Why a checker does not start: `code` is its own code that did not load; `not-reviewed` and `expired` are about
 * the tree's review, the rest about the tree.
 */
export type CheckerErrorCode = TreeErrorCode | 'code' | 'expired' | 'not-reviewed';

/** A visitor pressed Start. Bubbles, for analytics; carries nothing. */
export class CheckerStartEvent extends Event {
  constructor() {
    super('checker-start', { bubbles: true, composed: true });
  }
}

/** A visitor came to an end, whichever it is. Once for each start. Bubbles, for analytics; carries nothing. */
export class CheckerFinishEvent extends Event {
  constructor() {
    super('checker-finish', { bubbles: true, composed: true });
  }
}

/** The checker cannot be started; the children stay. Bubbles; says nothing about a visitor. */
export class CheckerErrorEvent extends Event {
  constructor(
    /** What went wrong. */
    readonly code: CheckerErrorCode,
    /** The HTTP status, where there was one. */
    readonly status?: number,
  ) {
    super('checker-error', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'checker-start': CheckerStartEvent;
    'checker-finish': CheckerFinishEvent;
    'checker-error': CheckerErrorEvent;
  }
}
