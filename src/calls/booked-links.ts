import { loadNumberBook } from './call-link.js';

/** `tel:` links in the page's number book, for an element that has several or leaves them to its author. */
export class BookedLinks {
  #links: readonly HTMLAnchorElement[] = [];
  #leave: ((() => void) | undefined)[] = [];

  /** @param own - the clinic's own number, behind the links that dial it */
  join(links: readonly HTMLAnchorElement[], own: string | undefined): void {
    if (links.length === this.#links.length && links.every((link, at) => link === this.#links[at]))
      return;
    this.leave();
    this.#links = links;
    if (!links.length) return;
    void loadNumberBook().then((book) => {
      if (!book || this.#links !== links) return;
      const dialled = book.parse(own)?.href;
      this.#leave = links.map((link) =>
        book.add(link, link.getAttribute('href') === dialled ? own : undefined),
      );
    });
  }

  /** Takes the links out of the book, e.g. when the element leaves the page. */
  leave(): void {
    for (const out of this.#leave) out?.();
    this.#links = [];
    this.#leave = [];
  }
}
