/* Controls without an answer that a page could know. */
const NOT_TYPED = /^(?:button|submit|reset|image|file|fieldset|output)$/;

/**
 * Fills a form's controls by name; a radio or checkbox is chosen by its value. Other names are passed over,
 * and so are consents, which nobody but the visitor gives.
 */
export function fillForm(form: HTMLFormElement, values: Record<string, string>): void {
  const controls = Reflect.get(HTMLFormElement.prototype, 'elements', form);
  for (const control of controls as Iterable<HTMLInputElement>) {
    const { name, type } = control;
    if (!Object.hasOwn(values, name) || NOT_TYPED.test(type)) continue;
    if ('consent' in control.dataset) continue;
    if (/^(?:radio|checkbox)$/.test(type)) control.checked = control.value === values[name];
    else control.value = values[name]!;
  }
}

/**
 * Adds a text below what stands in a form's message: in the field `message`, or in the first for text of several
 * lines. Then the focus goes into that field; without one, or without a text, into the first that is in sight.
 *
 * @returns false where there is a text and no field for it
 */
export function addToMessage(form: HTMLFormElement, text: string): boolean {
  const controls = [
    ...(Reflect.get(HTMLFormElement.prototype, 'elements', form) as Iterable<HTMLInputElement>),
  ];
  const lines = controls.filter((control) => control.localName === 'textarea');
  const field = lines.find(({ name }) => name === 'message') ?? lines[0];
  if (text && field)
    field.value = field.value.trim() ? `${field.value.trimEnd()}\n\n${text}` : text;
  const isInSight = (control: HTMLInputElement) =>
    !NOT_TYPED.test(control.type) && !control.disabled && !!control.offsetParent;
  const [first] = [text ? field : undefined, ...controls].filter((each) => each && isInSight(each));
  first?.focus();
  return !text || !!field;
}
