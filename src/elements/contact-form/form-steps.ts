import type { contactFormSending } from '../../locales/en/contact-form-sending.js';
import type { ContactForm } from './contact-form.js';
import { allIn, controlsOf } from './form-controls.js';
import type { FormErrors } from './form-errors.js';
import { listen } from './form-listen.js';
import { problemsOf } from './validity.js';

/** Turns the steps of the element's own form. Nothing that was answered is ever cleared by it. */
export class FormSteps {
  constructor(
    private readonly form: HTMLFormElement,
    private readonly element: ContactForm,
    private readonly errors: FormErrors,
    private readonly words: () => typeof contactFormSending,
    private readonly language: () => string,
  ) {
    // Before the element hears of it, and leaves a prevented event alone: only the last step sends.
    listen(form, 'submit', this.#onSubmit, { capture: true });
    listen(form, 'click', this.#onClick, { capture: true });
    listen(form, 'reset', () => void this.#show(0));
    new MutationObserver(this.#onMarks).observe(form, {
      subtree: true,
      attributeFilter: ['aria-invalid'],
    });
  }

  get #steps(): Element[] {
    return allIn(this.form, '[part="step"]');
  }

  /** The nearest step from here on that asks something; conditions may leave one empty. */
  #next(by: 1 | -1): number {
    const steps = this.#steps;
    let at = this.element.step + by;
    while (steps[at] && !steps[at]?.querySelector('[part="field"]:not([hidden])')) at += by;
    return steps[at] ? at : -1;
  }

  #onSubmit = (event: SubmitEvent): void => {
    const { step } = this.element;
    const here = this.#steps[step];
    const next = this.#next(1);
    if (!here || next < 0) return;
    event.preventDefault();
    const problems = problemsOf(this.form, this.words(), this.language()).filter(({ control }) =>
      here.contains(control ?? null),
    );
    if (problems.length) return this.errors.show(problems);
    this.errors.clear();
    void this.#turn(next);
  };

  #onClick = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target.closest('[part="back"]')) {
      this.errors.clear();
      void this.#turn(this.#next(-1));
    }
    // A line of the summary may lead to a field of another step.
    const id = target.closest<HTMLAnchorElement>('[data-clinic="summary"] a')?.hash.slice(1);
    const control = id ? controlsOf(this.form).find((each) => each.id === id) : undefined;
    const step = this.#steps.findIndex((each) => each.contains(control ?? null));
    if (!control || step < 0 || step === this.element.step) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#show(step).then(() => control.focus());
  };

  /** What is wrong in a step that was left brings that step back, whoever found it: we or the server. */
  #onMarks = (changes: MutationRecord[]): void => {
    if (!changes.some(({ target }) => (target as Element).matches('[aria-invalid="true"]'))) return;
    const step = this.#steps.findIndex((each) => each.querySelector('[aria-invalid="true"]'));
    if (step >= 0) void this.#show(step);
  };

  async #show(step: number): Promise<void> {
    // Where the steps stand one below the other, they stay so.
    if (this.element.step < 0 || step < 0) return;
    this.element.step = step;
    await this.element.updateComplete;
  }

  /** Shows a step and moves to it. The focus goes to the group: its name is its heading, said once. */
  async #turn(to: number): Promise<void> {
    await this.#show(to);
    const step = this.#steps[to] as HTMLElement | undefined;
    step?.focus({ preventScroll: true });
    step?.querySelector('legend')?.scrollIntoView({ block: 'nearest' });
  }
}
