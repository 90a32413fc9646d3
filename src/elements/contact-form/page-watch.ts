/** Follows the page while a message is on its way or unconfirmed, and at no other time. */
export class PageWatch {
  /**
   * @param tell - told that there is a network again, that the page goes, or that it came back
   * @param isUnsent - whether something is written that nobody sends once the page is gone
   */
  constructor(
    private readonly tell: (what: 'online' | 'leave' | 'return') => void,
    private readonly isUnsent: () => boolean,
  ) {}

  start(): void {
    for (const type of EVENTS) window.addEventListener(type, this.#hear);
  }

  stop(): void {
    for (const type of EVENTS) window.removeEventListener(type, this.#hear);
  }

  #hear = (event: Event): void => {
    if (event.type === 'online') this.tell('online');
    else if (event.type === 'pagehide') this.tell('leave');
    else if (event.type === 'pageshow') this.tell('return');
    else if (this.isUnsent()) event.preventDefault();
  };
}

const EVENTS = ['online', 'pagehide', 'pageshow', 'beforeunload'] as const;

/**
 * What a promise gives, or `otherwise` as soon as the page is left: what is not there by then does not keep
 * a message back.
 */
export function whileHere<T>(promise: Promise<T>, otherwise: T, left: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => resolve(otherwise);
    left.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => left.removeEventListener('abort', leave));
  });
}
