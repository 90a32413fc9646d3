/** A time that something may take, and a signal that ends it. */
export interface TimeLimit {
  /** Fires when the time is over, or when `signal` did. */
  signal: AbortSignal;
  /** Whether the time was over first. */
  isOver(): boolean;
  /** It is done: no timer and no listener stays. */
  done(): void;
}

/**
 * Limits what takes a signal to so many milliseconds. With a timer of its own: `AbortSignal.timeout` names its
 * error differently in WebKit.
 */
export function timeLimit(ms: number, signal: AbortSignal): TimeLimit {
  const abort = new AbortController();
  const stop = () => abort.abort();
  let over = false;
  const timer = setTimeout(() => {
    over = true;
    stop();
  }, ms);
  signal.addEventListener('abort', stop);
  return {
    signal: abort.signal,
    isOver: () => over,
    done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    },
  };
}
