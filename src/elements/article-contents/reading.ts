import type { Entry } from './contents-list.js';

/* Where on the screen one reads: a section is current once its heading is above this, from the top. */
const READ = '-66%';
/* As good as the whole page above the screen. */
const ABOVE = '9999999px';
/* Pixels of the page below the screen that are as good as none. */
const NEARLY = 4;

/**
 * Marks the link to the section that is being read, the last whose heading has come up the screen; at the end
 * of the page the last of all; after a click the one that was clicked, until the visitor reads on.
 */
export class ReadingMark {
  #entries: Entry[] = [];
  #above = new Set<Element>();
  /* Nothing is known before the browser has said it once. */
  #known = false;
  #atEnd = false;
  /* The place that was asked for, and whether it has been in sight since. */
  #asked?: Element;
  #arrived = false;
  #current?: HTMLAnchorElement | undefined;

  readonly #line = new IntersectionObserver((changes) => this.#cross(changes), {
    rootMargin: `${ABOVE} 0px ${READ} 0px`,
  });
  /* A strip below the screen, which the page reaches into as long as there is more of it. */
  readonly #end = new IntersectionObserver(
    (changes) => {
      const { intersectionRect } = changes.at(-1)!;
      const { scrollHeight } = document.documentElement;
      this.#atEnd = intersectionRect.height < NEARLY && scrollHeight > innerHeight;
      this.#mark();
    },
    // However long the page is, some of these are told while the strip empties; pages end at parts of pixels.
    { rootMargin: '-100% 0px 16px 0px', threshold: Array.from({ length: 24 }, (_, n) => 2 ** -n) },
  );
  readonly #sight = new IntersectionObserver((changes) => {
    const { isIntersecting } = changes.at(-1)!;
    if (this.#arrived && !isIntersecting) this.#asked = undefined;
    this.#arrived = isIntersecting;
    this.#mark();
  });

  /**
   * @param marked - called with the link that has become current
   * @param lost - called when a heading has left the page together with its article
   */
  constructor(
    private readonly marked: (link: HTMLAnchorElement) => void,
    private readonly lost: () => void,
  ) {
    this.#end.observe(document.documentElement);
  }

  follow(entries: Entry[]): void {
    const same =
      entries.length === this.#entries.length &&
      entries.every(({ link, place }, index) => {
        const before = this.#entries[index]!;
        return link === before.link && place === before.place;
      });
    if (same) return;
    const places = new Set(entries.map(({ place }) => place));
    for (const { place } of this.#entries) if (!places.has(place)) this.#forget(place);
    this.#entries = entries;
    for (const place of places) this.#line.observe(place);
    this.#mark();
  }

  /** A visitor chose a link. */
  choose(link: Element): void {
    const entry = this.#entries.find((each) => each.link === link);
    if (!entry) return;
    this.#sight.disconnect();
    this.#asked = entry.place;
    this.#arrived = false;
    this.#sight.observe(entry.place);
    this.#mark();
  }

  stop(): void {
    for (const observer of [this.#line, this.#end, this.#sight]) observer.disconnect();
  }

  #forget(place: Element): void {
    this.#line.unobserve(place);
    this.#above.delete(place);
    if (this.#asked === place) this.#asked = undefined;
  }

  #cross(changes: IntersectionObserverEntry[]): void {
    this.#known = true;
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) this.#above.add(target);
      // Going down the screen: the visitor reads back.
      else if (this.#above.delete(target) && this.#arrived) this.#asked = undefined;
    }
    if (changes.some(({ target }) => !target.isConnected)) this.lost();
    else this.#mark();
  }

  #mark(): void {
    if (!this.#known) return;
    const read = this.#entries.filter(({ place }) => this.#above.has(place));
    const entry =
      this.#entries.find(({ place }) => place === this.#asked) ??
      (this.#atEnd ? this.#entries.at(-1) : lastInPage(read));
    for (const { link } of this.#entries) {
      if (link !== entry?.link && link.hasAttribute('aria-current'))
        link.removeAttribute('aria-current');
    }
    const link = entry?.link;
    if (link?.getAttribute('aria-current') !== 'location')
      link?.setAttribute('aria-current', 'location');
    if (link && link !== this.#current) this.marked(link);
    this.#current = link;
  }
}

/** An author's links may stand in another order than what they lead to. */
const lastInPage = (entries: Entry[]): Entry | undefined =>
  entries.reduce<Entry | undefined>(
    (last, entry) =>
      last && entry.place.compareDocumentPosition(last.place) & Node.DOCUMENT_POSITION_FOLLOWING
        ? last
        : entry,
    undefined,
  );
