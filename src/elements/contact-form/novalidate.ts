/* Through the prototype: a field may be named like any member of its form. */
const { getAttribute, setAttribute } = Element.prototype;

/** The value of `novalidate` where the element wrote it, to be told from an author's, in a saved copy too. */
const OURS = 'clinic';

/** Our messages instead of the browser's bubbles. */
export function takeOverValidation(form: HTMLFormElement): void {
  if (getAttribute.call(form, 'novalidate') === null) setAttribute.call(form, 'novalidate', OURS);
}

/** Whether the author wants it sent unchecked: `novalidate` on the form, or `formnovalidate` on the button. */
export function isUnchecked(form: HTMLFormElement, submitter: HTMLElement | null): boolean {
  const written = getAttribute.call(form, 'novalidate') ?? OURS;
  return written !== OURS || Reflect.get(submitter ?? {}, 'formNoValidate') === true;
}
