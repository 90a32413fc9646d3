import type { contactFormSending } from '../../locales/en/contact-form-sending.js';
import { allIn, controlsOf, groupOf, type Control } from './form-controls.js';
import { isWrong, messageFor, type Problem } from './validity.js';

type Words = typeof contactFormSending;

const unique = (() => {
  let count = 0;
  return (root: Node, stem: string): string => {
    let id: string;
    do id = `${stem}-${++count}`;
    while ((root as Document | ShadowRoot).getElementById?.(id));
    return id;
  };
})();

/** Removes what an earlier upgrade left in a copy of the page that was saved after it. */
export function takeAwayTraces(form: HTMLFormElement): void {
  const left = allIn(form, '[data-clinic]');
  const ids = new Set(left.map(({ id }) => id));
  for (const node of left) node.remove();
  for (const control of controlsOf(form)) {
    control.removeAttribute('aria-invalid');
    describeBy(control, (id) => !ids.has(id));
  }
}

/** Keeps those ids of `aria-describedby` that pass, and the attribute only where one is left. */
function describeBy(control: Control, passes: (id: string) => boolean): void {
  const ids = control.getAttribute('aria-describedby')?.split(/\s+/).filter(Boolean) ?? [];
  const kept = ids.filter(passes);
  if (kept.length) control.setAttribute('aria-describedby', kept.join(' '));
  else control.removeAttribute('aria-describedby');
}

/** What stands on the page about one control, or about a group of them. */
interface Mark {
  group: readonly Control[];
  message: HTMLElement;
  /** Its line in the summary, and what holds the words there. */
  item: HTMLElement;
  line: HTMLElement;
  /** The browser finds it wrong too, and says when it is mended; a server's objection goes when it is answered. */
  native: boolean;
}

/**
 * Shows what is wrong in a form, the way GOV.UK's error summary does it: a summary that takes focus and
 * links to each field, and the same words beside each. Works on the author's controls in place: it adds
 * nodes marked `data-clinic` and ARIA, and takes away only those.
 */
export class FormErrors {
  readonly #marks = new Set<Mark>();
  #summary?: HTMLElement;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly words: () => Words,
    private readonly language: () => string,
  ) {
    this.#listen(form, 'reset', () => this.clear());
  }

  /** Takes every message away. */
  clear(): void {
    for (const mark of this.#marks) this.#unmark(mark);
    this.#summary?.remove();
    this.#summary = undefined;
  }

  /** Shows these problems in place of earlier ones and moves focus to the summary. */
  show(problems: Problem[], extra?: Node): void {
    this.clear();
    // Not before: nothing is to be kept in step while somebody writes for the first time.
    for (const type of ['input', 'change']) this.#listen(this.form, type, this.#recheck);
    const { problem } = this.words();
    const title = document.createElement('strong');
    title.textContent = problem;
    const list = document.createElement('ul');
    list.append(...problems.map((each) => this.#item(each)));
    const alert = document.createElement('div');
    // Inside and not on the summary itself: JAWS read it twice there (govuk-frontend 4.4.0).
    alert.setAttribute('role', 'alert');
    alert.append(title, list);
    if (extra) alert.append(extra);
    this.panel('summary', alert);
  }

  /** A box at the top of the form, focused: a summary of errors, or a notice that is none's fault. */
  panel(kind: 'summary' | 'notice', ...content: Node[]): void {
    this.#summary?.remove();
    const box = document.createElement('div');
    box.dataset.clinic = kind;
    box.tabIndex = -1;
    box.append(...content);
    HTMLFormElement.prototype.prepend.call(this.form, box);
    this.#summary = box;
    box.focus();
  }

  #item({ control, group, message }: Problem): HTMLLIElement {
    const item = document.createElement('li');
    if (!control) {
      item.textContent = message;
      return item;
    }
    const mark = this.#mark(group ?? groupOf(control), message, item);
    reveal(control);
    // Where the author keeps it out of sight, a link would lead nowhere.
    if (control.checkVisibility?.() === false && !control.closest('[part="step"]')) {
      item.textContent = message;
      return item;
    }
    const link = document.createElement('a');
    link.href = `#${control.id}`;
    link.textContent = message;
    // A fragment does not reach into a shadow root.
    link.addEventListener('click', (event) => {
      event.preventDefault();
      reveal(control);
      control.focus();
      mark.message.scrollIntoView({ block: 'nearest' });
      control.labels?.[0]?.scrollIntoView({ block: 'nearest' });
    });
    mark.line = link;
    item.append(link);
    return item;
  }

  #mark(group: readonly Control[], text: string, item: HTMLElement): Mark {
    const [control] = group as [Control];
    const root = control.getRootNode();
    control.id ||= unique(root, 'clinic-field');
    const message = document.createElement('span');
    message.id = unique(root, `${control.id}-error`);
    message.dataset.clinic = 'error';
    message.textContent = text;
    placeFor(group).before(message);
    for (const each of group) {
      each.setAttribute('aria-invalid', 'true');
      const described = each.getAttribute('aria-describedby');
      each.setAttribute('aria-describedby', described ? `${message.id} ${described}` : message.id);
      // What is typed outside the form, in a control of its own by `form="…"`, is not heard in it.
      if (!HTMLFormElement.prototype.contains.call(this.form, each))
        this.#listen(each, 'input', this.#recheck);
    }
    const mark = { group, message, item, line: item, native: isWrong(control) };
    this.#marks.add(mark);
    return mark;
  }

  #unmark(mark: Mark): void {
    this.#marks.delete(mark);
    mark.message.remove();
    for (const control of mark.group) {
      control.removeAttribute('aria-invalid');
      describeBy(control, (id) => id !== mark.message.id);
    }
    mark.item.remove();
    if (this.#summary?.dataset.clinic === 'summary' && !this.#summary.querySelector('li')) {
      this.#summary.remove();
      this.#summary = undefined;
    }
  }

  /** A mended field loses its message at once; a new fault waits for the next send. */
  #recheck = (event: Event): void => {
    for (const mark of this.#marks) {
      const touched = mark.group.includes(event.target as Control);
      const group = mark.group.filter(isWrong);
      // One answer may mend another: two that must be the same, say.
      if (!group.length && (touched || mark.native)) this.#unmark(mark);
      if (!group.length || !(touched || mark.native)) continue;
      const text = messageFor(group, this.words(), this.language());
      if (mark.message.textContent === text) continue;
      mark.message.textContent = text;
      mark.line.textContent = text;
    }
  };

  #listen(target: EventTarget, type: string, listener: (event: Event) => void): void {
    // Through the prototype: a field named `addEventListener` would stand in its place.
    EventTarget.prototype.addEventListener.call(target, type, listener);
  }
}

const LISTS = /^(?:[uo]l|table|tbody|tr)$/;

/**
 * What the message of a control or a group goes before. Not into its label, where it would become part of the
 * name, and not into a list or table.
 */
function placeFor(group: readonly Control[]): Element {
  const [control] = group as [Control];
  let place: Element = control.closest('label') ?? control;
  for (
    let parent = place.parentElement;
    parent && (LISTS.test(parent.localName) || !group.every((each) => parent!.contains(each)));
    parent = parent.parentElement
  )
    place = parent;
  return place;
}

/** Opens whatever an author folded a control into. */
function reveal(control: Control): void {
  let details: HTMLDetailsElement | null | undefined = control.closest('details');
  for (; details; details = details.parentElement?.closest('details')) details.open = true;
}
