import { collapse } from '../../foundation/text.js';

/** A control of a form that can be wrong. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/* What stands in a label and is not its words; a control in it holds answers and options. */
const NO_WORDS =
  '[data-clinic], .optional, [hidden], [aria-hidden="true"], input, select, textarea, button, script, style';
/** The longest label that is quoted in full: consent boxes are labelled by paragraphs. */
const LONGEST_LABEL = 80;

function elementsOf(form: HTMLFormElement): Element[] {
  // Through the prototype: a field named `elements` would stand in its place.
  const elements: HTMLFormControlsCollection = Reflect.get(
    HTMLFormElement.prototype,
    'elements',
    form,
  );
  return [...elements];
}

/** The form's controls, with those that belong to it by `form="…"`. */
export function controlsOf(form: HTMLFormElement): Control[] {
  return elementsOf(form).filter(
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

/** Every button that sends the form. */
export function submittersOf(form: HTMLFormElement): Element[] {
  // HTML leaves image buttons out of `elements`.
  const candidates = [...elementsOf(form), ...allIn(form, 'input[type="image"]')];
  return candidates.filter((element) => /^(?:submit|image)$/.test((element as Control).type));
}

/** The radio buttons or checkboxes that answer one question with `control`; itself where it stands alone. */
export function groupOf(control: Control): Control[] {
  const { type, name, form } = control;
  if (!name || !form || !/^(?:radio|checkbox)$/.test(type)) return [control];
  return controlsOf(form).filter((other) => other.type === type && other.name === name);
}

/** What holds a group and names it: a fieldset that begins with it, or an ARIA group. */
export function boxOf(group: readonly Control[]): Element | null {
  const [first] = group as [Control];
  const box = first.closest('fieldset, [role="group"], [role="radiogroup"]');
  // A fieldset of many questions asks none of them.
  const begins = box?.querySelector('input, select, textarea') === first;
  return begins && group.every((each) => box.contains(each)) ? box : null;
}

/**
 * The words that a visitor sees as the name of a control, or of the question that a group answers. Without
 * any, its `name` in words: `preferred_day` is 'Preferred day'.
 */
export function labelOf(control: Control, group: readonly Control[] = groupOf(control)): string {
  const box = group.length > 1 || control.type === 'radio' ? boxOf(group) : null;
  const own = box ?? (group.length > 1 ? null : control);
  const label = box?.querySelector('legend') ?? (own === control ? control.labels?.[0] : null);
  const text =
    wordsOf(label) ||
    wordsById(own, 'aria-labelledby') ||
    collapse(own?.getAttribute('aria-label')) ||
    (own === control && collapse(control.getAttribute('placeholder'))) ||
    spoken(control.name);
  const short = text.replace(/[\s*:]+$/, '');
  return short.length > LONGEST_LABEL
    ? `${short.slice(0, LONGEST_LABEL).replace(/\s+\S*$/, '')}…`
    : short;
}

function wordsById(element: Element | null, attribute: string): string {
  const ids = element?.getAttribute(attribute)?.trim();
  if (!element || !ids) return '';
  const root = element.getRootNode() as Document | ShadowRoot;
  return collapse(
    ids
      .split(/\s+/)
      .map((id) => wordsOf(root.getElementById(id)))
      .join(' '),
  );
}

function wordsOf(element: Element | null | undefined): string {
  return collapse(element && textOf(element));
}

/* Not `textContent`, nor that of a copy: a copy would run the custom elements in a label once more. */
function textOf(element: Element): string {
  const parts = [...element.childNodes].map((node) => {
    if (node instanceof Text) return node.data;
    if (node instanceof HTMLBRElement) return ' ';
    return node instanceof Element && !node.matches(NO_WORDS) ? textOf(node) : '';
  });
  return parts.join('');
}

function spoken(name: string): string {
  const words = collapse(name.replace(/[[\]_-]+/g, ' '));
  return words && words[0]!.toUpperCase() + words.slice(1);
}
