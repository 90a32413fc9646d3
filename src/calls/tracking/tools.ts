import { warn } from '../../foundation/warn.js';

/** What call tracking does to the world, so that tests can do it otherwise. */
export interface CallTrackingTools {
  /** The global object on which vendors' scripts put theirs. */
  page(): object;
  /** What relative addresses start from. */
  base(): string;
  fetch(address: URL, init: RequestInit): Promise<Response>;
  /** Calls back after so many milliseconds; returns the way to stop. */
  timer(ms: number, callback: () => void): () => void;
  /** Calls back, never at once, when the page and its scripts have loaded; returns the way to stop. */
  onLoad(callback: () => void): () => void;
  /** Calls back on every such event of the document; returns the way to stop. */
  listen(type: string, callback: (event: Event) => void): () => void;
  /** Tells the page's developer, once. */
  warn(tag: string, message: string): void;
}

function timer(ms: number, callback: () => void): () => void {
  const started = setTimeout(callback, ms);
  return () => clearTimeout(started);
}

export const inBrowser: CallTrackingTools = {
  page: () => globalThis,
  base: () => document.baseURI,
  fetch: (address, init) => fetch(address, init),
  timer,
  onLoad(callback) {
    if (document.readyState === 'complete') return timer(0, callback);
    addEventListener('load', callback, { once: true });
    return () => removeEventListener('load', callback);
  },
  listen(type, callback) {
    document.addEventListener(type, callback);
    return () => document.removeEventListener(type, callback);
  },
  warn,
};

/** Runs what touches a vendor's code or what it gave: a function, getter or proxy of theirs may throw. */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

type Callable = (...values: unknown[]) => unknown;

/** A function of a vendor's object, safe to call; undefined where it has none of that name. */
export function methodOf(owner: unknown, name: string): Callable | undefined {
  const method = attempt(() => (owner as Record<string, unknown>)[name]);
  if (typeof method !== 'function') return undefined;
  return (...values) => attempt(() => Reflect.apply(method as Callable, owner, values));
}

/* After the page has loaded, in milliseconds: 7.5 s in all. */
const PAUSES = [500, 1000, 2000, 4000];

/**
 * Looks for what a vendor's script brings: when it is asked, when the page has loaded, and a few times after
 * that. Then it gives up until it is asked again, and nobody hears of it: a blocked script is a visitor's
 * choice.
 */
export function whenThere<T>(
  find: () => T | undefined,
  use: (found: T) => void,
  tools: CallTrackingTools,
): { ask(): void; stop(): void } {
  let waiting: (() => void) | undefined;
  const look = (pauses?: readonly number[]) => {
    waiting = undefined;
    const found = attempt(find);
    if (found) return use(found);
    if (!pauses) waiting = tools.onLoad(() => look(PAUSES));
    else if (pauses.length) waiting = tools.timer(pauses[0]!, () => look(pauses.slice(1)));
  };
  return {
    ask() {
      if (!waiting) look();
    },
    stop() {
      waiting?.();
      waiting = undefined;
    },
  };
}
