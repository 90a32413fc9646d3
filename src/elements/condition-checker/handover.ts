import type { TemplateResult } from 'lit';
import { headingAt } from '../../foundation/heading.js';
import { collapse } from '../../foundation/text.js';
import type { Checker } from './checker.js';
import type { ConditionChecker } from './condition-checker.js';
import { below, type Saying } from './saying.js';

/** What a visitor may add to a message. */
export interface Handover {
  text: string;
  /** The form has no field for it. */
  noField?: boolean;
}

/** What it takes of a form to hand something over: `contact-form`, whichever copy of the library it is of. */
interface MessageForm extends HTMLElement {
  addMessage(text: string): boolean;
}

/** The form that answers can be handed over to; undefined where the page has none. */
export function formFor(host: ConditionChecker): MessageForm | undefined {
  const id = collapse(host.form);
  const selector = id ? `#${CSS.escape(id)}` : 'contact-form';
  const root = host.getRootNode() as Document | ShadowRoot;
  const found = root.querySelector(selector) ?? document.querySelector(selector);
  // An id may be that of the author's `<form>` within.
  const form = found?.closest('contact-form');
  return form && 'addMessage' in form ? form : undefined;
}

/** The visitor sees what would be added, and decides. */
export function handoverPanel(
  checker: Checker,
  { html, words }: Saying,
  { text, noField }: Handover,
  level: number,
): TemplateResult {
  const write = (event: InputEvent): void => {
    event.stopPropagation();
    checker.handover!.text = (event.target as HTMLTextAreaElement).value;
  };
  const stop = (event: Event) => event.stopPropagation();
  return html`<div class="handover">
    ${headingAt(html, below(level), 4, words.handOver)}
    <p id="handover-hint">${words.handOverHint}</p>
    <label for="handover">${words.handOverText}</label>
    <textarea
      id="handover"
      rows="8"
      spellcheck="false"
      autocomplete="off"
      aria-describedby="handover-hint"
      .value=${text}
      @input=${write}
      @beforeinput=${stop}
      @keydown=${stop}
      @keyup=${stop}
    ></textarea>
    ${noField ? html`<p role="alert" class="problem">${words.noField}</p>` : ''}
    <p class="buttons">
      <button type="button" class="main" @click=${() => checker.handOver(checker.handover!.text)}>
        ${words.add}
      </button>
      <button type="button" @click=${() => checker.handOver('')}>${words.without}</button>
    </p>
  </div>`;
}
