/** How the visitor came to this page. */
export interface Arrival {
  /** The page's address when its first script of ours ran: an app may have changed it since. */
  url: string;
  /** The page that the visitor came from, as far as that one says. */
  referrer: string;
  /** Milliseconds since 1970. */
  at: number;
  /** What follows consent on this page, whichever script of ours started it; see tracker.ts. */
  tracker?: unknown;
}

const KEY = Symbol.for('clinic-elements.arrival');

/**
 * Notes in memory how the visitor came, once for a page; nothing is stored. It is kept on `globalThis`,
 * because a page's scripts and what they load later are files that share no module
 * (docs/decisions/0012-one-arrival.md). Undefined where there is no page.
 */
export function arrive(): Arrival | undefined {
  if (typeof document === 'undefined') return undefined;
  return ((globalThis as { [KEY]?: Arrival })[KEY] ??= {
    url: location.href,
    referrer: document.referrer,
    at: Date.now(),
  });
}
