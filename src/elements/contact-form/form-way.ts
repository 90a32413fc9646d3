import { transportFor } from '../../leads/transports/choose.js';
import type { FormPost, Transport } from '../../leads/transports/transport.js';

/** How a message goes out: by a request of ours, or by the browser's own form post. */
export type Way = Transport | FormPost;

/** Knows how messages go to an endpoint; chooses anew when the author changes his mind. */
export class FormWay {
  #wanted: unknown;
  #href?: string;
  #way?: Way;
  #arrives?: Promise<Way>;

  constructor(private readonly warn: (message: string) => void) {}

  /** The way to an endpoint: at once where its code is there, so that a page that is being left can use it. */
  to(action: URL, wanted: unknown): Way | Promise<Way> {
    if (!this.#arrives || this.#wanted !== wanted || this.#href !== action.href) {
      this.#wanted = wanted;
      this.#href = action.href;
      this.#way = undefined;
      const arrives = (this.#arrives = transportFor(wanted, action, this.warn));
      void arrives.then((way) => {
        if (this.#arrives === arrives) this.#way = way;
      });
    }
    return this.#way ?? this.#arrives;
  }
}
