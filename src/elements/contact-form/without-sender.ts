import { safeEndpoint } from '../../foundation/safe-url.js';
import type { ContactForm } from './contact-form.js';
import { isUnchecked } from './novalidate.js';

/**
 * What can be done where the code that sends did not load: the browser posts the form itself, never as a GET.
 * Not without a network, where its error page would come in place of what was written; whether there is one is
 * asked with nothing of the visitor's.
 *
 * @param mayPost - what was pressed sends, and does not only turn a step
 * @returns whether the endpoint can be reached
 */
export async function postWithoutSender(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  element: ContactForm,
  mayPost: boolean,
): Promise<boolean> {
  const written = Element.prototype.getAttribute.call(form, 'action') || element.action;
  const endpoint = safeEndpoint(written, element.baseURI);
  if (!endpoint) return false;
  try {
    await fetch(endpoint, { method: 'HEAD', mode: 'no-cors', cache: 'no-store' });
  } catch {
    return false;
  }
  const native = HTMLFormElement.prototype;
  if (mayPost && Reflect.get(native, 'method', form) === 'post') {
    if (isUnchecked(form, submitter) || native.reportValidity.call(form)) native.submit.call(form);
  }
  return true;
}
