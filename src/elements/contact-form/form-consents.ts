import { collapse } from '../../foundation/text.js';
import { LEAD_LIMITS, safeFieldName, type Consent } from '../../leads/lead.js';
import { controlsOf } from './form-controls.js';
import { listen } from './form-listen.js';

/** Keeps what a visitor agreed to in a form: its boxes with `data-consent`, whose value is the purpose. */
export class FormConsents {
  #changed = new WeakMap<EventTarget, string>();

  constructor(private readonly form: HTMLFormElement) {
    listen(form, 'change', ({ target }) => {
      if (target) this.#changed.set(target, new Date().toISOString());
    });
    listen(form, 'reset', () => (this.#changed = new WeakMap()));
  }

  /**
   * A receipt for each box that was asked, with the words that stood beside it.
   *
   * @param now - the time for boxes that nobody touched, ISO 8601 in UTC
   */
  receipts(now: string): Consent[] {
    const boxes = controlsOf(this.form).filter(
      (control) =>
        control.type === 'checkbox' && control.dataset.consent !== undefined && !isOff(control),
    ) as HTMLInputElement[];
    return boxes.slice(0, LEAD_LIMITS.consents).map((box) => ({
      purpose: safeFieldName(box.dataset.consent || box.name || 'consent'),
      text: wordsBeside(box),
      given: box.checked,
      at: this.#changed.get(box) ?? now,
    }));
  }
}

/** The same receipts with the digest of their words, where the browser can make one. */
export function withDigests(receipts: readonly Consent[]): Promise<Consent[]> {
  return Promise.all(
    receipts.map(async (receipt) => {
      const sha256 = await digest(receipt.text);
      return { ...receipt, ...(sha256 && { sha256 }) };
    }),
  );
}

/** Not asked: switched off, by itself or by a fieldset around it. */
const isOff = (control: Element): boolean => control.matches(':disabled');

/** The sentence as it is read, with single spaces. */
function wordsBeside(box: HTMLInputElement): string {
  const labels = [...(box.labels ?? [])].map((label) => {
    const copy = label.cloneNode(true) as Element;
    for (const added of copy.querySelectorAll('[data-clinic]')) added.remove();
    return copy.textContent;
  });
  const text = collapse(labels.join(' ')) || collapse(box.getAttribute('aria-label'));
  return [...text].slice(0, LEAD_LIMITS.consentText).join('');
}

/** SHA-256 as hexadecimal digits; nothing on a page without https, where browsers have none. */
async function digest(text: string): Promise<string | undefined> {
  try {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return undefined;
  }
}
