import { parsePhoneNumber } from '../../calls/phone-number.js';
import type { contactFormSending } from '../../locales/en/contact-form-sending.js';
import { collapse } from '../../foundation/text.js';

type Words = typeof contactFormSending;

/** What a notice says, and what the visitor can do about it. */
export interface Notice {
  text: string;
  /** The number to call, as people write it. */
  phone?: string;
  /** Calling is what is left to do, not one way among others. */
  callInstead?: boolean;
  /** Press again: the same as the send button. */
  again?: () => void;
  /** The browser's own form post, where the endpoint takes one. */
  post?: () => void;
  /** The visitor's own words, to keep. */
  words?: () => string;
}

/** The inside of a notice: an alert, the number to call, and buttons. */
export function noticeContent(notice: Notice, words: Words): HTMLElement {
  const alert = document.createElement('div');
  alert.setAttribute('role', 'alert');
  alert.append(paragraph(notice.text));
  const written = collapse(notice.phone);
  if (written) alert.append(callLine(notice.callInstead ? words.callInstead : words.call, written));
  const buttons = document.createElement('div');
  buttons.dataset.clinic = 'actions';
  if (notice.again) buttons.append(button(words.again, notice.again));
  if (notice.post) buttons.append(button(words.post, notice.post));
  if (notice.words) buttons.append(copyButton(notice.words, words));
  const content = document.createElement('div');
  content.append(alert, ...(buttons.childElementCount ? [buttons] : []));
  return content;
}

function paragraph(text: string): HTMLParagraphElement {
  const line = document.createElement('p');
  line.textContent = text;
  return line;
}

function callLine(words: string, written: string): HTMLParagraphElement {
  const number = parsePhoneNumber(written);
  const call = document.createElement(number ? 'a' : 'span');
  call.textContent = number?.text ?? written;
  if (call instanceof HTMLAnchorElement && number) call.href = number.href;
  const line = document.createElement('p');
  line.append(`${words} `, call);
  return line;
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

function copyButton(text: () => string, words: Words): HTMLButtonElement {
  const copy = button(words.copy, () => {
    // Pages without https have no clipboard: the words are shown, selected, to be copied by hand.
    const copied = navigator.clipboard?.writeText(text()) ?? Promise.reject(new Error('none'));
    copied.then(
      () => (copy.textContent = words.copied),
      () => {
        const area = document.createElement('textarea');
        area.readOnly = true;
        area.setAttribute('aria-label', words.copy);
        area.value = text();
        copy.parentElement?.after(area);
        area.focus();
        area.select();
      },
    );
  });
  return copy;
}
