import { loadNumberBook, TEL_LINK, tellOfCall } from '../../calls/call-link.js';
import { parsePhoneNumber } from '../../calls/phone-number.js';
import type { ContactForm } from './contact-form.js';

/** The way of a link out of the number book. */
const leave = new WeakMap<HTMLAnchorElement, () => void>();

/**
 * The number that a form names where it cannot send, in step with the rest of the page.
 *
 * The form's own words stand in a closed root, and only once they are needed: a call-tracking script would
 * see them too late or never. So a hidden link among the element's children stands for the number.
 */
export class FormPhone {
  #written?: string;
  #link?: HTMLAnchorElement;
  #told?: HTMLAnchorElement;

  constructor(private readonly element: ContactForm) {}

  /** Enters the element's number into the page's number book; does nothing where it is there already. */
  attach(): void {
    const { element } = this;
    const phone = element.fallbackPhone;
    if (phone === this.#written) return;
    this.detach();
    this.#written = phone;
    const number = parsePhoneNumber(phone);
    // A saved copy of the page has one already.
    let link = element.querySelector<HTMLAnchorElement>(':scope > a[data-clinic="number"]');
    if (!number) return link?.remove();
    link ??= document.createElement('a');
    link.hidden = true;
    link.dataset.clinic = 'number';
    link.href = number.href;
    link.textContent = number.text;
    element.append(link);
    this.#link = link;
    this.#add(link);
    // A message that stood there when the element was away.
    if (this.#told) this.#add(this.#told);
  }

  /** Takes the number out of the book. */
  detach(): void {
    this.#written = undefined;
    for (const link of [this.#link, this.#told]) if (link) leave.get(link)?.();
    this.#link = undefined;
  }

  /** Keeps the number in a message in step, and tells when a visitor calls it. */
  enter(message: HTMLElement): void {
    const link = message.querySelector<HTMLAnchorElement>(TEL_LINK);
    // The message before this one is gone.
    if (this.#told) leave.get(this.#told)?.();
    this.#told = link ?? undefined;
    if (!link) return;
    message.addEventListener('click', (event) => tellOfCall(this.element, event, 'form'));
    this.#add(link);
  }

  #add(link: HTMLAnchorElement): void {
    const written = this.#written;
    void loadNumberBook().then((book) => {
      if (!book || (link !== this.#link && link !== this.#told)) return;
      const out = book.add(link, written);
      if (out) leave.set(link, out);
    });
  }
}
