import { TRAP_INPUT, type LeadSignals } from '../../leads/lead.js';

/** What tells people from robots, as far as a form can see. All of it is sent; nothing is decided here. */
export class FormSignals {
  #interactions = 0;

  /** @param shownAt - when the form was shown; milliseconds since 1970 */
  constructor(private readonly shownAt: number) {}

  /**
   * Counts keys and presses in a form, and adds the trap.
   *
   * @param isStyled - whether the rules are there that keep the trap out of sight
   */
  attach(form: HTMLFormElement, trapLabel: string, isStyled: boolean): void {
    const box = trap(trapLabel);
    // Robots that look at styles pass over `hidden`, which is why it is not used otherwise.
    box.hidden = !isStyled;
    HTMLFormElement.prototype.append.call(form, box);
    for (const type of ['keydown', 'pointerdown']) {
      EventTarget.prototype.addEventListener.call(form, type, () => this.#interactions++, {
        passive: true,
      });
    }
  }

  read(trapFilled: boolean): LeadSignals {
    return {
      trap: trapFilled,
      seconds: Math.max(0, Math.round((Date.now() - this.shownAt) / 1000)),
      interactions: this.#interactions,
    };
  }
}

/**
 * A field that only robots fill. Inert, so that neither people nor autofill reach it; last, because an
 * address-like field before the real ones stops Chromium from filling them.
 */
function trap(text: string): HTMLElement {
  const box = document.createElement('div');
  box.dataset.clinic = 'trap';
  box.inert = true;
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.name = TRAP_INPUT;
  input.autocomplete = 'new-password';
  input.tabIndex = -1;
  label.append(text, ' ', input);
  box.append(label);
  return box;
}
