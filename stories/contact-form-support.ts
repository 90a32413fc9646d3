// What the stories of contact-form share. What happens after Send takes the focus: such stories are tagged
// `!autodocs`, written out because Storybook reads tags without running the file.
import type { ContactForm } from '../src/elements/contact-form/contact-form.js';
import type { Lead } from '../src/leads/lead.js';
import { find, json, within } from './support.js';

export const ANSWERS = {
  name: 'Rosa Delgado',
  email: 'rosa.delgado@example.com',
  message: 'I would like to ask about physical therapy. Mornings suit me best.',
};

/** A server that has the message and says so. */
export const accepting = async (request: Request): Promise<Response> => {
  const { id } = (await request.json()) as Lead;
  return json({ ok: true, id, receipt: 'FH-7K3Q-92' }, 201);
};

export const clickSend = (form: ContactForm): void =>
  (form.querySelector('form') ? form : form.renderRoot)
    .querySelector<HTMLButtonElement>('button[type="submit"], button:not([type])')!
    .click();

/** The summary of errors, or the notice that something else went wrong. */
const BOX = ':is([data-clinic="summary"], [data-clinic="notice"])';

/** The box at the top of the form, wherever the form is. */
export const boxOf = (form: ContactForm): HTMLElement | null | undefined =>
  form.querySelector<HTMLElement>(BOX) ?? within(form, BOX);

export const filledAndSent = async (canvas: HTMLElement): Promise<ContactForm> => {
  const form = find(canvas, 'contact-form');
  await form.updateComplete;
  form.prefill(ANSWERS);
  clickSend(form);
  return form;
};

/** What has the focus within the element's root, also in a window that has none. */
export const focusIn = (form: ContactForm): Element | null =>
  (form.renderRoot as ShadowRoot).activeElement;
