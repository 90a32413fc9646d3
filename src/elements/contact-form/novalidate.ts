/** The value of `novalidate` where the element wrote it, to be told from an author's, in a saved copy too. */
const OURS = 'clinic';

/** Our messages instead of the browser's bubbles. */
export function takeOverValidation(form: HTMLFormElement): void {
  if (writtenOn(form) === null) Element.prototype.setAttribute.call(form, 'novalidate', OURS);
}

/** Whether the author wants it sent unchecked: `novalidate` on the form, or `formnovalidate` on the button. */
export function isUnchecked(form: HTMLFormElement, submitter: HTMLElement | null): boolean {
  return (
    (writtenOn(form) ?? OURS) !== OURS || Reflect.get(submitter ?? {}, 'formNoValidate') === true
  );
}

/* Through the prototype: a field may be named like any member of its form. */
function writtenOn(form: HTMLFormElement): string | null {
  return Element.prototype.getAttribute.call(form, 'novalidate');
}
