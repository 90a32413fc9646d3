import { html, nothing, type TemplateResult } from 'lit';
import type { ConditionChecker } from '../src/index.js';
import { kneeTree } from './checker-trees.js';
import { expect, find, until, within, wordsOf } from './support.js';

export interface Args {
  src?: string;
  /** As the file says it. */
  tree?: Record<string, unknown>;
  heading?: string;
  expired?: 'warn' | 'stop';
  country?: string;
  phone?: string;
  lang?: string;
  dir?: 'rtl';
  children?: TemplateResult;
}

export const usual: Args = { tree: kneeTree(), country: 'US', phone: '(210) 555-0142' };

export const render = ({
  src,
  tree,
  heading,
  expired,
  country,
  phone,
  lang,
  dir,
  children,
}: Args): TemplateResult =>
  html`<condition-checker
    src=${src ?? nothing}
    heading=${heading ?? nothing}
    expired=${expired ?? nothing}
    country=${country ?? nothing}
    phone=${phone ?? nothing}
    lang=${lang ?? nothing}
    dir=${dir ?? nothing}
    .tree=${tree}
    >${children}</condition-checker
  >`;

/** A tree as the JSON of a page. */
export function jsonOf(tree: object): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = JSON.stringify(tree);
  return script;
}

/** Presses a button of the checker, by its words. */
export async function press(element: ConditionChecker, label: string): Promise<void> {
  const button = await until(
    () =>
      [...element.renderRoot.querySelectorAll('button')].find((each) =>
        wordsOf(each).startsWith(label),
      ),
    `the button "${label}"`,
  );
  button.click();
  await element.updateComplete;
}

/** Chooses answers by their words, or writes a number. */
export async function give(element: ConditionChecker, ...answers: string[]): Promise<void> {
  for (const given of answers) {
    const field = within<HTMLInputElement>(element, '.number input');
    if (field) {
      field.value = given;
      field.dispatchEvent(new Event('input'));
    } else {
      const labels = [...element.renderRoot.querySelectorAll('label')];
      const label = labels.find((each) => wordsOf(each).startsWith(given));
      expect(label, `There is no answer "${given}" in ${labels.map(wordsOf).join('; ')}`);
      label.click();
    }
    await element.updateComplete;
  }
}

/** Starts, and answers one question after the other; the last answers stay unsent. */
export async function answered(
  canvas: HTMLElement,
  answers: string[][],
  words = { start: 'Start', next: 'Next' },
): Promise<ConditionChecker> {
  const element = find(canvas, 'condition-checker');
  await press(element, words.start);
  for (const [index, given] of answers.entries()) {
    if (index) await press(element, words.next);
    await give(element, ...given);
  }
  return element;
}

/** The same, to the result. */
export async function finished(
  canvas: HTMLElement,
  answers: string[][],
  words = { start: 'Start', next: 'Next' },
): Promise<ConditionChecker> {
  const element = await answered(canvas, answers, words);
  await press(element, words.next);
  await until(() => within(element, '[part="result"]'), 'the result');
  return element;
}

export const headingOf = (element: ConditionChecker): string =>
  wordsOf(within(element, '.place .heading'));
