import type { TemplateResult } from 'lit';
import { headingAt } from '../../foundation/heading.js';
import { numberText } from '../../guidance/answer-text.js';
import type { ChoiceQuestion, NumberQuestion, Question } from '../../guidance/tree.js';
import type { Progress } from '../../guidance/visit.js';
import type { Checker } from './checker.js';
import type { Draft, DraftProblem } from './drafts.js';
import type { Saying } from './saying.js';
import { ALERT, icon } from './icons.js';
import { emergencyLine } from './start-view.js';

/** What is asked, and what the visitor made of it so far. */
export interface Asked<Kind extends Question = Question> {
  checker: Checker;
  saying: Saying;
  /** Of the heading, 2 to 6. */
  level: number;
  question: Kind;
  draft: Draft;
  progress: Progress;
  problem: DraftProblem | undefined;
  /** Once it is there. */
  picture: typeof import('./body-picture.js') | undefined;
}

/** One question with its answers, and the ways on and back. */
export function questionView(asked: Asked): TemplateResult {
  const { checker, saying, question, progress } = asked;
  const { html, words, own } = saying;
  const next = (event: Event): void => {
    event.preventDefault();
    checker.next();
  };
  // `dialog`: even without our listener nothing of it would go into an address.
  return html`<form
    class="place"
    part="question"
    lang=${own}
    method="dialog"
    novalidate
    autocomplete="off"
    @submit=${next}
    @keydown=${keepIn}
    @keyup=${keepIn}
    @beforeinput=${keepIn}
    @input=${keepIn}
  >
    <div class="progress">
      <p id="progress"><b>${words.question(progress.number)}</b>, ${words.more(progress.more)}</p>
      <progress
        aria-labelledby="progress"
        max=${progress.number + progress.more}
        value=${progress.number - 1}
      ></progress>
    </div>
    ${
      question.kind === 'number'
        ? numberField({ ...asked, question })
        : choices({ ...asked, question })
    }
    ${
      question.why
        ? html`<details>
            <summary>${words.why}</summary>
            ${saying.paragraphs(question.why)}
          </details>`
        : ''
    }
    <p class="buttons">
      <button class="main" part="next">${words.next}</button>
      ${
        question.optional
          ? html`<button type="button" @click=${() => checker.skip()}>${words.skip}</button>`
          : ''
      }
      <button type="button" class="quiet" @click=${() => checker.back()}>${words.back}</button>
    </p>
    ${emergencyLine(checker, saying)}
  </form>`;
}

function choices(asked: Asked<ChoiceQuestion>): TemplateResult {
  const { checker, saying, level, question, draft, problem, picture } = asked;
  const { html, svg, words, say, language } = saying;
  const { kind, options } = question;
  const hint = { one: words.chooseOne, many: words.chooseMany, region: words.choosePlace }[kind];
  const choose = (id: string) => checker.choose(id);
  const list = html`<div class="options">
    ${options.map(
      ({ id, text, help }) => html`
        <label class="option" part="option">
          <input
            type=${kind === 'many' ? 'checkbox' : 'radio'}
            name="answer"
            .value=${id}
            .checked=${draft.includes(id)}
            @change=${() => choose(id)}
          />
          <span>${say(text)}${help ? html`<small>${say(help)}</small>` : ''}</span>
        </label>
      `,
    )}
  </div>`;
  return html`<fieldset aria-describedby=${problem ? 'hint problem' : 'hint'}>
    <legend>${headingAt(html, level, 3, html`${say(question.text)}`)}</legend>
    ${hintLine(asked, hint)} ${problemLine(asked)}
    ${
      kind === 'region'
        ? html`<div class="pictured">
            <div class="picture">
              ${picture?.bodyPicture(html, svg, { options, chosen: draft, language, words, choose })}
            </div>
            ${list}
          </div>`
        : list
    }
  </fieldset>`;
}

function numberField(asked: Asked<NumberQuestion>): TemplateResult {
  const { checker, saying, level, question, draft, problem } = asked;
  const { html, words, say, own } = saying;
  const { min, max, step, unit, text } = question;
  const range = words.range(numberText(min, own), numberText(max, own));
  const whole = Number.isInteger(min) && Number.isInteger(step);
  // Not of type `number`: that takes away what it does not understand, and turns under a mouse wheel.
  return html`<div class="number">
    ${headingAt(html, level, 3, html`<label for="answer">${say(text)}</label>`)}
    ${hintLine(asked, range)} ${problemLine(asked)}
    <p class="written">
      <input
        id="answer"
        inputmode=${min < 0 ? 'text' : whole ? 'numeric' : 'decimal'}
        maxlength="20"
        aria-describedby=${problem ? 'hint problem unit' : 'hint unit'}
        aria-invalid=${problem ? 'true' : 'false'}
        .value=${String(draft)}
        @input=${(event: InputEvent) => checker.fill((event.target as HTMLInputElement).value)}
      />
      <span id="unit">${unit ? say(unit) : ''}</span>
    </p>
  </div>`;
}

const hintLine = ({ saying: { html, say }, question: { help } }: Asked, hint: string) =>
  html`<p class="hint" id="hint">
    ${help ? html`<span>${say(help)}</span> ` : ''}<span>${hint}</span>
  </p>`;

const problemLine = ({ saying, question, problem }: Asked) => {
  const { html } = saying;
  return problem
    ? html`<p class="problem" id="problem" role="alert">
        ${icon(html, ALERT)} ${problemText(saying, question, problem)}
      </p>`
    : '';
};

function problemText({ words, own }: Saying, question: Question, problem: DraftProblem): string {
  if (question.kind === 'many') return words.manyNeeded;
  if (question.kind !== 'number') return words.oneNeeded;
  const { min, max, step } = question;
  switch (problem) {
    case 'empty':
      return words.numberNeeded;
    case 'no-number':
      return words.noNumber;
    case 'range':
      return words.outOfRange(numberText(min, own), numberText(max, own));
    case 'step':
      return words.offStep(numberText(step, own));
  }
}

/* A key says what is written, and where in a list somebody is: a listener of the page has no use for it. */
function keepIn(event: Event): void {
  const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
  if (!ctrlKey && !metaKey && !altKey && !/^(?:Tab|Escape|F\d+)$/.test(key ?? ''))
    event.stopPropagation();
}
