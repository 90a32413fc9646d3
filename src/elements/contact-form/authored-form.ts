/* Loads at once where an author's markup needs it: bare labels and inputs, or `shielded`. */
import { safeEndpoint } from '../../foundation/safe-url.js';
import type { ContactForm } from './contact-form.js';

const PARTS = 'input, select, textarea, button, fieldset, label';
const ANSWERS =
  'select, textarea, input:not([type="hidden"], [type="submit"], [type="image"], [type="button"], [type="reset"])';
const SUBMITTERS = 'button:not([type]), [type="submit"], [type="image"]';

/* Through the prototypes: a field may be named like any member of its form. */
const { append, before, setAttribute } = Element.prototype;
// eslint-disable-next-line @typescript-eslint/no-deprecated -- the overload for old tags, not this one
const { querySelector } = Element.prototype;

/** Puts an author's form back that an editor dropped, and moves one into the closed root for `shielded`. */
export class AuthoredForm {
  /** The author's form, once it belongs into the root. */
  moved?: HTMLFormElement;
  /** Whether there is anything of the author's to answer in. */
  found = false;
  #made?: HTMLFormElement;
  #place?: Comment;
  #focused?: HTMLElement | null;
  readonly #button = document.createElement('button');

  constructor(
    private readonly host: ContactForm,
    private readonly warn: (message: string) => void,
  ) {}

  /** Looks at what is there now. `send` is the word on a button that has to be added. */
  update(send: string): void {
    const { host } = this;
    if (this.#button.textContent !== send) this.#button.textContent = send;
    this.#putBack();
    const form = host.querySelector('form');
    this.found ||= !!form;
    if (host.shielded && form) this.#shield(form);
    this.#keepOrder();
  }

  /** Gives the focus back to what lost it by being moved. */
  settle(): void {
    this.#focused?.focus({ preventScroll: true });
    this.#focused = undefined;
  }

  #putBack(): void {
    const { host } = this;
    const form = this.moved ?? host.querySelector('form');
    this.found = !!form;
    if (form && form !== this.#made) return;
    const parts = looseParts(host, this.found);
    this.found ||= !!parts.length;
    if (parts.length && host.closest('form'))
      return this.warn('it stands in a form, which keeps its fields: take it out.');
    if (parts.length) {
      this.#noteFocus();
      const place = this.moved ? this.#place! : form;
      this.#made = putFormBack(host, parts, this.#button, form, place);
    }
    const endpoint = safeEndpoint(host.action, host.baseURI);
    if (this.#made && endpoint) setAttribute.call(this.#made, 'action', endpoint);
  }

  #shield(form: HTMLFormElement): void {
    if (!isWhole(form))
      return this.warn('"shielded" cannot move a form with fields elsewhere: put them into it.');
    this.#noteFocus();
    this.#place?.remove();
    this.#place = document.createComment('');
    before.call(form, this.#place);
    this.moved = form;
  }

  /** What stands behind a form that was moved stays behind it. */
  #keepOrder(): void {
    let node: Node | null | undefined = this.#place;
    while (node && node.parentNode !== this.host) node = node.parentNode;
    while ((node = (node as ChildNode | null)?.nextSibling))
      if (node instanceof Element) node.slot ||= 'after';
  }

  #noteFocus(): void {
    this.#focused = (this.host.getRootNode() as Document).activeElement as HTMLElement | null;
  }
}

/**
 * The labels and controls in an element that have lost their form: not those of another custom element, nor
 * those that name a form. None, unless a visitor can answer in one of them or `some` were found before.
 */
function looseParts(host: Element, some: boolean): Element[] {
  const outer = host.closest('form');
  const loose = [...host.querySelectorAll<HTMLInputElement>(PARTS)].filter((part) => {
    let holder = part.parentElement!;
    while (!holder.localName.includes('-')) holder = holder.parentElement!;
    return holder === host && part.form === outer && !part.hasAttribute('form');
  });
  return some || loose.some((part) => part.matches(ANSWERS)) ? loose : [];
}

/**
 * Puts a form round them and whatever stands between them: a new one, or `form`, whose place is held by
 * `place`. Gives it `button` if it has none, and takes that away if it has.
 */
function putFormBack(
  host: Element,
  parts: Element[],
  button: Element,
  form: HTMLFormElement | null,
  place: Node | null,
): HTMLFormElement {
  const children = [...host.childNodes];
  const held = children.map((child) => parts.some((part) => child.contains(part)));
  const first = held.indexOf(true);
  const behind = form ? children.findIndex((child) => child.contains(place)) + 1 : first;
  const inside = children
    .slice(Math.min(first, behind), held.lastIndexOf(true) + 1)
    .filter((child) => !child.contains(place));
  if (!form) {
    form = document.createElement('form');
    form.method = 'post';
    children[first]!.before(form);
  }
  button.remove();
  add(form, ...inside);
  if (!querySelector.call(form, SUBMITTERS)) add(form, button);
  return form;
}

/** Before the trap, which stays last: before the real fields, it keeps a browser from filling them in. */
function add(form: HTMLFormElement, ...nodes: Node[]): void {
  const end = querySelector.call(form, ':scope > [data-clinic="status"]');
  if (end) end.before(...nodes);
  else append.call(form, ...nodes);
}

/** Whether all fields of a form stand in it: `form="…"` does not reach from one tree into another. */
function isWhole(form: HTMLFormElement): boolean {
  const elements = Reflect.get(HTMLFormElement.prototype, 'elements', form) as Iterable<Node>;
  return [...elements].every((element) => Node.prototype.contains.call(form, element));
}
