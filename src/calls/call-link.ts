import { collapse } from '../foundation/text.js';
import { CallStartEvent, type CallPlacement } from './call-start.js';
import type { NumberBook } from './number-book.js';
import { parsePhoneNumber, type PhoneNumber } from './phone-number.js';

export const TEL_LINK = 'a[href^="tel:" i]';

/* A second press within it is the same intent; in milliseconds. */
const ONE_INTENT = 1000;

let book: NumberBook | undefined;
const pressed = new WeakMap<Element, number>();

/** An element that holds a number to call. */
export interface CallHost extends HTMLElement {
  phone: string | undefined;
  noSwap: boolean;
  tracking: string | undefined;
  trackingId: string | undefined;
  trackingSrc: string | undefined;
}

/* What decides which number is shown; a change enters the link into the book anew. */
const DECIDING = ['noSwap', 'tracking', 'trackingId', 'trackingSrc'];

interface Joined {
  link: HTMLAnchorElement;
  leave?: () => void;
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

  /**
   * @param warn - tells the page's developer what cannot be used
   * @param changed - called when the link or what it shows has changed
   */
  constructor(
    private readonly host: CallHost,
    private readonly warn: (message: string) => void,
    private readonly changed: () => void,
  ) {}

  get link(): HTMLAnchorElement | null {
    return this.host.querySelector<HTMLAnchorElement>(TEL_LINK);
  }

  /** The number that a visitor sees now; undefined where there is none. */
  get number(): PhoneNumber | undefined {
    const { phone } = this.host;
    return (
      parsePhoneNumber(this.link?.getAttribute('href')) ??
      book?.shown(phone) ??
      parsePhoneNumber(phone)
    );
  }

  /**
   * Puts `phone` into the link that this element made, here or in a saved copy of the page. A link that the
   * author wrote stays as it is. Without a number that can be dialled, what is written is shown as text.
   *
   * @param before - what `phone` was
   */
  show(before: string | undefined): void {
    const { host } = this;
    const written = collapse(host.phone);
    const number = parsePhoneNumber(written);
    if (written && !number) {
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
    if (!link || own) {
      if (number) {
        link ??= this.#made = host.appendChild(document.createElement('a'));
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

  /** An author's link may be parsed after this element made its own. */
  yield(): void {
    const links = [...this.host.querySelectorAll(TEL_LINK)];
    if (this.#made && links.some((link) => link !== this.#made)) this.#made.remove();
    this.join();
  }

  /** Follows a change of the element's properties. */
  update(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (DECIDING.some((name) => changed.has(name))) this.leave();
    if (changed.has('phone')) this.show(changed.get('phone') as string | undefined);
    this.join();
  }

  /** Enters the link into the page's number book, which loads for the first number of the page. */
  join(): void {
    const { link, host } = this;
    if (link === (this.#joined?.link ?? null) || !host.isConnected) return;
    this.leave();
    if (!link) return;
    const joined: Joined = (this.#joined = { link });
    void loadNumberBook().then((there) => {
      if (!there || this.#joined !== joined) return;
      joined.leave = there.add(link, this.#own(link), { noSwap: host.noSwap });
      this.#unfollow = there.follow(this.changed);
      this.changed();
      if (host.tracking && !host.noSwap) void this.#track(joined, there);
    });
  }

  /** Asks the call-tracking vendor that the element names. */
  async #track(joined: Joined, there: NumberBook): Promise<void> {
    const { tracking, trackingId: id, trackingSrc: src } = this.host;
    const own = there.links().find(({ link }) => link === joined.link)?.own.text;
    try {
      const { useCallTracking } = await import('./tracking/call-tracking.js');
      if (this.#joined !== joined || !own) return;
      joined.stopTracking = useCallTracking(tracking!, { id, src, numbers: [own] }, there);
    } catch {
      /* the clinic's own number is as good */
    }
  }

  /** The clinic's own number behind a link; an author's link is believed, whatever `phone` says. */
  #own(link: HTMLAnchorElement): string | undefined {
    const { phone } = this.host;
    const made = link === this.#made || link.getAttribute('href') === parsePhoneNumber(phone)?.href;
    return made ? phone : undefined;
  }

  /** Takes the link out of the book, e.g. when the element leaves the page. */
  leave(): void {
    this.#joined?.stopTracking?.();
    this.#joined?.leave?.();
    this.#joined = undefined;
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
