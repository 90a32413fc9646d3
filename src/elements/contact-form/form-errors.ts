import type { contactFormSending } from '../../locales/en/contact-form-sending.js';

type Words = typeof contactFormSending;

/** A control of a form that can be wrong. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** One thing to mend, at a control or, without one, in the message as a whole. */
export interface Problem {
  control?: Control;
  message: string;
}

/** Fields of the usual names are asked for in their own words. */
const MISSING = new Map([
  ['name', 'missingName'],
  ['email', 'missingEmail'],
  ['phone', 'missingPhone'],
  ['message', 'missingMessage'],
] as const) as ReadonlyMap<
  string,
  'missingName' | 'missingEmail' | 'missingPhone' | 'missingMessage'
>;

const unique = (() => {
  let count = 0;
  return (root: Node, stem: string): string => {
    let id: string;
    do id = `${stem}-${++count}`;
    while ((root as Document | ShadowRoot).getElementById?.(id));
    return id;
  };
})();

/** The form's controls. Through the prototype: a field named `elements` would stand in its place. */
export function controlsOf(form: HTMLFormElement): Control[] {
  const elements: HTMLFormControlsCollection = Reflect.get(
    HTMLFormElement.prototype,
    'elements',
    form,
  );
  return [...elements].filter(
    (element): element is Control =>
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement,
  );
}

/** Elements of a form, by selector. Through the prototype, for the same reason. */
export function allIn(form: HTMLFormElement, selector: string): Element[] {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the overload for old tags, not this one
  return [...Element.prototype.querySelectorAll.call(form, selector)];
}

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

/** What the browser's own constraints find wrong, in our words; one problem for a group of radios. */
export function problemsOf(form: HTMLFormElement, words: Words): Problem[] {
  const groups = new Set<string>();
  return controlsOf(form).flatMap((control) => {
    if (!control.willValidate || control.validity.valid) return [];
    if (control.type === 'radio') {
      if (groups.has(control.name)) return [];
      groups.add(control.name);
    }
    return [{ control, message: messageFor(control, words) }];
  });
}

function messageFor(control: Control, words: Words): string {
  const { validity } = control;
  const label = labelOf(control);
  if (validity.customError) return control.validationMessage;
  if (validity.valueMissing) {
    if (/^(?:radio|checkbox|select-one|file)$/.test(control.type))
      return words.missingChoice(label);
    const known = MISSING.get(control.name);
    return known ? words[known] : words.missingOther(label);
  }
  if (validity.typeMismatch && control.type === 'email') return words.email;
  if (validity.typeMismatch && control.type === 'url') return words.url;
  if (validity.tooLong) return words.tooLong(label, (control as HTMLInputElement).maxLength);
  return control.validationMessage;
}

/** The words that a visitor sees as the control's name. */
export function labelOf(control: Control): string {
  const legend =
    control.type === 'radio' ? control.closest('fieldset')?.querySelector('legend') : undefined;
  const label = legend ?? control.labels?.[0];
  const text = label?.cloneNode(true) as Element | undefined;
  for (const extra of text?.querySelectorAll('[data-clinic], .optional') ?? []) extra.remove();
  return (
    text?.textContent?.replace(/[\s*:]+$/, '').trim() ||
    control.getAttribute('aria-label') ||
    control.name
  );
}

/**
 * Shows what is wrong in a form, the way GOV.UK's error summary does it: a summary that takes focus and
 * links to each field, and the same words beside each. Works on the author's controls in place: it adds
 * nodes marked `data-clinic` and ARIA, and takes away only those.
 */
export class FormErrors {
  #messages = new Map<Control, HTMLElement>();
  #summary?: HTMLElement;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly words: () => Words,
  ) {}

  /** Takes every message away. */
  clear(): void {
    for (const control of [...this.#messages.keys()]) this.#unmark(control);
    this.#summary?.remove();
    this.#summary = undefined;
  }

  /** Shows these problems in place of earlier ones and moves focus to the summary. */
  show(problems: Problem[], extra?: Node): void {
    this.clear();
    // Not before: nothing is to be kept in step while somebody writes for the first time.
    for (const type of ['input', 'change']) {
      EventTarget.prototype.addEventListener.call(this.form, type, this.#recheck);
    }
    for (const { control, message } of problems) if (control) this.#mark(control, message);
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

  #item({ control, message }: Problem): HTMLLIElement {
    const item = document.createElement('li');
    if (!control) {
      item.textContent = message;
      return item;
    }
    const link = document.createElement('a');
    link.href = `#${control.id}`;
    link.textContent = message;
    // A fragment does not reach into a shadow root.
    link.addEventListener('click', (event) => {
      event.preventDefault();
      control.focus();
      control.labels?.[0]?.scrollIntoView({ block: 'nearest' });
    });
    item.append(link);
    return item;
  }

  #mark(control: Control, text: string): void {
    const root = control.getRootNode();
    control.id ||= unique(root, 'clinic-field');
    const message = document.createElement('span');
    message.id = unique(root, `${control.id}-error`);
    message.dataset.clinic = 'error';
    message.textContent = text;
    // Before a label that holds its control: within it, the message would become part of the name.
    (control.closest('label') ?? control).before(message);
    this.#messages.set(control, message);
    control.setAttribute('aria-invalid', 'true');
    const described = control.getAttribute('aria-describedby');
    control.setAttribute('aria-describedby', described ? `${message.id} ${described}` : message.id);
  }

  #unmark(control: Control): void {
    const message = this.#messages.get(control);
    if (!message) return;
    this.#messages.delete(control);
    message.remove();
    control.removeAttribute('aria-invalid');
    describeBy(control, (id) => id !== message.id);
    this.#linkTo(control)?.parentElement?.remove();
    if (this.#summary && !this.#summary.querySelector('li')) {
      this.#summary?.remove();
      this.#summary = undefined;
    }
  }

  /** The summary's link to a control. */
  #linkTo(control: Control): HTMLAnchorElement | undefined {
    const links = this.#summary?.querySelectorAll<HTMLAnchorElement>('li > a') ?? [];
    return [...links].find(({ hash }) => hash === `#${control.id}`);
  }

  /** A mended field loses its message at once; a new fault waits for the next send. */
  #recheck = (event: Event): void => {
    const target = event.target as Control;
    for (const control of [...this.#messages.keys()]) {
      const same = control === target || (control.type === 'radio' && control.name === target.name);
      if (!same) continue;
      const text = this.#messages.get(control)!;
      if (control.validity.valid) this.#unmark(control);
      else {
        const words = messageFor(control, this.words());
        // Writing the same words again would cost a layout at each key press.
        if (text.textContent === words) continue;
        text.textContent = words;
        const link = this.#linkTo(control);
        if (link) link.textContent = words;
      }
    }
  };
}
