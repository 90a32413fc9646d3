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
