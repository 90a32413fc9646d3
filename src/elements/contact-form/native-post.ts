import { allIn } from './form-controls.js';

/* Through the prototypes: a field named `action` or `submit` would stand in their place. */
const native = HTMLFormElement.prototype;

/**
 * Posts a form as the browser does, to `action`, with hidden inputs beside the visitor's own fields. The
 * page is left for the endpoint's answer. Never a GET, which would put the answers into the address.
 */
export function postNatively(
  form: HTMLFormElement,
  action: URL,
  fields: Iterable<readonly [name: string, value: string]>,
): void {
  Element.prototype.setAttribute.call(form, 'action', action.href);
  Element.prototype.setAttribute.call(form, 'method', 'post');
  // Without it the browser sends a file's name and not the file.
  if (allIn(form, '[type="file"]').length)
    Element.prototype.setAttribute.call(form, 'enctype', 'multipart/form-data');
  // Those of an earlier post that the visitor came back from.
  for (const left of allIn(form, '[data-clinic="hidden"]')) left.remove();
  for (const [name, value] of fields) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.dataset.clinic = 'hidden';
    input.name = name;
    input.value = value;
    native.append.call(form, input);
  }
  native.submit.call(form);
}
