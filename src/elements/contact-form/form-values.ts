/* Controls without an answer that a page could know. */
const NOT_TYPED = /^(?:button|submit|reset|image|file|fieldset|output)$/;

/**
 * Fills a form's controls by name; a radio or checkbox is chosen by its value. Other names are passed over,
 * and so are consents, which nobody but the visitor gives.
 */
export function fillForm(form: HTMLFormElement, values: Record<string, string>): void {
  for (const control of controlsIn(form)) {
    const { name, type } = control;
    if (!Object.hasOwn(values, name) || NOT_TYPED.test(type)) continue;
    if ('consent' in control.dataset) continue;
    if (/^(?:radio|checkbox)$/.test(type)) control.checked = control.value === values[name];
    else control.value = values[name]!;
  }
}

/**
 * Adds a text below what stands in a form's message: in the field `message`, or in the first for text of several
 * lines.
 *
 * @returns the field; undefined where there is none
 */
export function addToMessage(form: HTMLFormElement, text: string): HTMLElement | undefined {
  const fields = controlsIn(form).filter(({ localName }) => localName === 'textarea');
  const field = fields.find(({ name }) => name === 'message') ?? fields[0];
  if (field) field.value = field.value.trim() ? `${field.value.trimEnd()}\n\n${text}` : text;
  return field;
}

/** Moves the focus into a form: to a field of it if that is in sight, else to the first that is. */
export function focusForm(form: HTMLFormElement, field?: HTMLElement): void {
  const fields = controlsIn(form).filter(({ type }) => !NOT_TYPED.test(type));
  [...(field ? [field] : []), ...fields].find(({ offsetParent }) => offsetParent)?.focus();
}

const controlsIn = (form: HTMLFormElement): HTMLInputElement[] => [
  ...(Reflect.get(HTMLFormElement.prototype, 'elements', form) as Iterable<HTMLInputElement>),
];
