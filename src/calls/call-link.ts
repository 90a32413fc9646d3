import { collapse } from '../foundation/text.js';
import { CallStartEvent, type CallPlacement } from './call-start.js';
import type { NumberBook } from './number-book.js';
import { parsePhoneNumber, type PhoneNumber } from './phone-number.js';

export const TEL_LINK = 'a[href^="tel:" i]';
/* Not what has a slot of its own: what to call while the clinic is closed is not always in sight. */
const MAIN_LINK = `${TEL_LINK}:not(:scope [slot], :scope [slot] *)`;

const MADE = 'data-clinic-call';

/* A second press within it is the same intent; in milliseconds. */
const ONE_INTENT = 1000;

let book: NumberBook | undefined;
/* What knows the numbers of other countries, once an element asked for it. */
let plans: typeof import('./international.js') | undefined;
const pressed = new WeakMap<Element, number>();

/** An element that holds a number to call. */
export interface CallHost extends HTMLElement {
  phone: string | undefined;
  country: string | undefined;
  noSwap: boolean;
  tracking: string | undefined;
  trackingId: string | undefined;
  trackingSrc: string | undefined;
}

/* What decides which number is shown; a change enters the link into the book anew. */
const DECIDING = ['noSwap', 'tracking', 'trackingId', 'trackingSrc'];

interface Joined {
  links: HTMLAnchorElement[];
  leave?: ((() => void) | undefined)[];
  stopTracking?: () => void;
}

/**
 * The `tel:` link among an element's children: the author's, or made from `phone`. It is an ordinary child,
 * so that it dials without script and call-tracking scripts find it, and it is kept: scripts hold on to it.
 */
export class CallLink {
  #made?: HTMLAnchorElement;
  #text?: Text;
  #joined?: Joined;
  #unfollow?: () => void;
  #watcher?: MutationObserver;
  /** What the link was last made of, and what `phone` said then. */
  #was?: string;
  #said?: string;

  /**
   * @param warn - tells the page's developer what cannot be used
   * @param changed - called when the link or what it shows has changed
   * @param spare - the number where neither `phone` nor a link of the author's says one; told the link that is
   * there
   */
  constructor(
    private readonly host: CallHost,
    private readonly warn: (message: string) => void,
    private readonly changed: () => void,
    private readonly spare?: (made: HTMLAnchorElement | null) => string | undefined,
  ) {}

  get link(): HTMLAnchorElement | null {
    // None on a server, which sees no children.
    return this.host.querySelector?.(MAIN_LINK) ?? null;
  }

  /** The clinic's own number as it is written; undefined where only a link of the author's says it. */
  get phone(): string | undefined {
    const { link, host } = this;
    if (collapse(host.phone)) return host.phone;
    return link && !link.hasAttribute(MADE) ? undefined : this.spare?.(link);
  }

  /** The number that a visitor sees now; undefined where there is none. */
  get number(): PhoneNumber | undefined {
    const { phone } = this;
    return (
      parsePhoneNumber(this.link?.getAttribute('href')) ??
      book?.shown(phone) ??
      parsePhoneNumber(phone)
    );
  }

  /**
   * Puts the number into the link that this element made, here or in a saved copy of the page. A link that the
   * author wrote stays as it is. Without a number that can be dialled, what is written is shown as text.
   *
   * @param before - what `phone` was
   */
  show(before = this.#said): void {
    const { host, phone } = this;
    const spare = phone !== host.phone;
    this.#was = phone;
    this.#said = host.phone;
    const written = collapse(phone);
    const number = this.#read(written, before);
    if (written && number === null) {
      this.warn(
        '"phone" is no number that can be dialled; it is shown as text. Write it like (210) 555-0142.',
      );
    }
    this.leave();
    this.#text?.remove();
    this.#text = undefined;
    let { link } = this;
    const href = link?.getAttribute('href');
    const own = [parsePhoneNumber(before), book?.shown(before)].some((is) => is?.href === href);
    if (!link || own || link === this.#made || (spare && link.hasAttribute(MADE))) {
      if (number) {
        link ??= this.#made = host.appendChild(document.createElement('a'));
        // For a saved copy of the page, in which a script may have written another number.
        link.toggleAttribute(MADE, true);
        link.href = number.href;
        link.textContent = number.text;
      } else {
        link?.remove();
        if (written && !host.textContent?.includes(written)) {
          host.append((this.#text = document.createTextNode(written)));
        }
      }
    }
    this.join();
  }

  /**
   * A number as people of the element's country write it. Undefined where the plans of other countries are
   * still on their way (it shows again then), null where it is no number.
   */
  #read(written: string, before: string | undefined): PhoneNumber | null | undefined {
    const { country } = this.host;
    if (!written || !country || /^\s*(?:us|ca)\s*$/i.test(country)) {
      return parsePhoneNumber(written) ?? null;
    }
    if (plans) return plans.parseInternational(written, country) ?? null;
    import('./international.js').then(
      (loaded) => {
        plans = loaded;
        this.show(before);
      },
      () => {
        // Shown as it is written; a number with a plus needs no plan.
      },
    );
    return parsePhoneNumber(written);
  }

  /** An author's link may be parsed after this element made its own. */
  yield(): void {
    const links = [...this.host.querySelectorAll(MAIN_LINK)];
    if (this.#made && links.some((link) => link !== this.#made)) this.#made.remove();
    this.join();
  }

  /** Follows a change of the element's properties. */
  update(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (DECIDING.some((name) => changed.has(name))) this.leave();
    if (this.phone !== this.#was || changed.has('country')) this.show();
    this.join();
  }

  /** Enters every link here into the page's number book, which loads for the first number of the page. */
  join(): void {
    const { host } = this;
    const links = [...host.querySelectorAll<HTMLAnchorElement>(TEL_LINK)];
    const before = this.#joined?.links ?? [];
    const same = links.length === before.length && links.every((each, at) => each === before[at]);
    if (!host.isConnected) return;
    if (!same) this.leave();
    // A framework may put another link in the place of one, and no slot tells of that.
    this.#watcher ??= new MutationObserver(() => this.yield());
    this.#watcher.observe(host, { childList: true, subtree: true });
    if (same) return;
    const joined: Joined = (this.#joined = { links });
    void loadNumberBook().then((there) => {
      if (!there || this.#joined !== joined) return;
      joined.leave = links.map((each) => there.add(each, this.#own(each), { noSwap: host.noSwap }));
      this.#unfollow = there.follow(this.changed);
      this.changed();
      if (host.tracking && !host.noSwap) void this.#track(joined, there);
    });
  }

  /** Asks the call-tracking vendor that the element names. */
  async #track(joined: Joined, there: NumberBook): Promise<void> {
    const { tracking, trackingId: id, trackingSrc: src } = this.host;
    const entries = there.links().filter(({ link }) => joined.links.includes(link));
    const numbers = entries.map(({ own }) => own.text);
    try {
      const { useCallTracking } = await import('./tracking/call-tracking.js');
      if (this.#joined !== joined) return;
      joined.stopTracking = useCallTracking(tracking!, { id, src, numbers }, there);
    } catch {
      /* the clinic's own number is as good */
    }
  }

  /**
   * The clinic's own number behind a link; an author's link is believed, whatever `phone` says, but with
   * `no-swap`: a script may have been there before.
   */
  #own(link: HTMLAnchorElement): string | undefined {
    const { phone } = this;
    const made =
      link.hasAttribute(MADE) || link.getAttribute('href') === parsePhoneNumber(phone)?.href;
    return made || (this.host.noSwap && link === this.link) ? phone : undefined;
  }

  /** Takes the links out of the book, e.g. when the element leaves the page. */
  leave(): void {
    this.#joined?.stopTracking?.();
    for (const out of this.#joined?.leave ?? []) out?.();
    this.#joined = undefined;
    this.#watcher?.disconnect();
    this.#unfollow?.();
  }
}

/** Says once for each intent that a visitor presses a `tel:` link: the event is dispatched from `host`. */
export function tellOfCall(
  host: Element,
  event: Event,
  placement: CallPlacement,
  open?: boolean,
): void {
  const link = event.target instanceof Element && event.target.closest(TEL_LINK);
  if (!link || event.defaultPrevented) return;
  const last = pressed.get(link) ?? -ONE_INTENT;
  if (event.timeStamp - last < ONE_INTENT) return;
  pressed.set(link, event.timeStamp);
  host.dispatchEvent(new CallStartEvent(placement, open));
}

/** The page's number book; undefined where its code does not arrive, and links stay as they are. */
export async function loadNumberBook(): Promise<NumberBook | undefined> {
  try {
    return (book ??= (await import('./number-book.js')).numberBook());
  } catch {
    return undefined;
  }
}
