import { formatPhoneTyping, formatPhoneWhole } from '../../calls/phone-typing.js';
import { likelyAddress } from '../../leads/email-typo.js';
import { controlsOf } from './form-controls.js';
import { listen } from './form-listen.js';

const isInput = (target: EventTarget | null, type: string): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === type;

/** Writes phone numbers of the element's own form as people write them, while they are typed. */
export function helpWithPhones(form: HTMLFormElement): void {
  listen(form, 'input', (event) => {
    const { target } = event;
    if (!isInput(target, 'tel') || !(event instanceof InputEvent)) return;
    const typed = { value: target.value, caret: target.selectionStart ?? target.value.length };
    const { value, caret } = formatPhoneTyping(typed, event);
    if (value === typed.value) return;
    target.value = value;
    target.setSelectionRange(caret, caret);
  });
  listen(form, 'change', ({ target }) => {
    if (isInput(target, 'tel')) target.value = formatPhoneWhole(target.value);
  });
}

/**
 * Offers the address that was probably meant, as a button below the field, and never puts it in by itself.
 * Only in the element's own form: in the page, the address would become text that recorders read.
 */
export function helpWithEmails(
  form: HTMLFormElement,
  question: (address: string) => string,
): { prepare(): void } {
  /** The places for a question, by their field. Live regions, so there before the words are. */
  const places = new Map<HTMLInputElement, HTMLElement>();
  const refused = new Set<string>();
  let pressed = false;

  const place = (field: HTMLInputElement): HTMLElement => {
    let found = places.get(field);
    if (!found) {
      found = document.createElement('div');
      found.dataset.clinic = 'suggestion';
      found.setAttribute('aria-live', 'polite');
      places.set(field, found);
    }
    if (found.previousElementSibling !== field) field.after(found);
    return found;
  };
  const withdraw = (field: HTMLInputElement): void => places.get(field)?.replaceChildren();
  const offer = (field: HTMLInputElement): void => {
    const meant = likelyAddress(field.value);
    if (!meant || refused.has(field.value)) return withdraw(field);
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = question(meant);
    button.addEventListener('click', () => {
      withdraw(field);
      field.value = meant;
      field.focus();
      // Its message goes, if it had one. Stays within the form: the event carries no value.
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    place(field).replaceChildren(button);
  };
  /* What appears under a pressed pointer moves the button from under it. */
  const afterPress = (act: () => void): void => {
    if (!pressed) return act();
    const release = (): void => {
      removeEventListener('pointerup', release);
      removeEventListener('pointercancel', release);
      setTimeout(act);
    };
    addEventListener('pointerup', release);
    addEventListener('pointercancel', release);
  };

  listen(form, 'pointerdown', () => {
    pressed = true;
    afterPress(() => (pressed = false));
  });
  listen(form, 'input', ({ target }) => isInput(target, 'email') && withdraw(target));
  listen(form, 'change', ({ target }) => {
    if (isInput(target, 'email')) afterPress(() => offer(target));
  });
  listen(form, 'keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const [field, shown] of places) {
      const inside = shown.contains(event.target as Node);
      if (!shown.firstChild || (event.target !== field && !inside)) continue;
      event.preventDefault();
      refused.add(field.value);
      withdraw(field);
      if (inside) field.focus();
    }
  });
  return {
    prepare: () => {
      for (const control of controlsOf(form)) if (isInput(control, 'email')) place(control);
    },
  };
}

/**
 * Where the keyboard is on the screen, its key says "next" and goes to the next field. (iPhones only write
 * it on the key, and would send the form.)
 */
export function helpWithNext(form: HTMLFormElement): void {
  listen(form, 'keydown', (event) => {
    const field = event.target;
    if (event.key !== 'Enter' || event.isComposing || !(field instanceof HTMLInputElement)) return;
    if (field.getAttribute('enterkeyhint') !== 'next') return;
    if (!matchMedia('(pointer: coarse)').matches) return;
    const step = field.closest('[part="step"]') ?? form;
    const fields = controlsOf(form).filter(
      (control) => step.contains(control) && control.tabIndex >= 0 && control.offsetParent,
    );
    const next = fields[fields.indexOf(field) + 1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
