import type { TemplateResult } from 'lit';
import { headingAt } from '../../foundation/heading.js';
import { numberText } from '../../guidance/answer-text.js';
import type { ChoiceQuestion, NumberQuestion, Question } from '../../guidance/tree.js';
import type { Progress } from '../../guidance/visit.js';
import type { Checker } from './checker.js';
import type { Draft, DraftProblem } from './drafts.js';
import type { Saying } from './saying.js';
import { emergencyLine, icon } from './start-view.js';

/** What is asked, and what the visitor made of it so far. */
export interface Asked<Kind extends Question = Question> {
  question: Kind;
  draft: Draft;
  progress: Progress;
  problem: DraftProblem | undefined;
  /** Once it is there. */
  picture: typeof import('./body-picture.js') | undefined;
}

const ALERT = 'M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.2v.1';

/** One question with its answers, and the ways on and back. */
export function questionView(
  checker: Checker,
  saying: Saying,
  level: number,
  asked: Asked,
): TemplateResult {
  const { html, words, own } = saying;
  const { question, progress } = asked;
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
        ? numberField(checker, saying, level, { ...asked, question })
        : choices(checker, saying, level, { ...asked, question })
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

function choices(
  checker: Checker,
  saying: Saying,
  level: number,
  { question, draft, problem, picture }: Asked<ChoiceQuestion>,
): TemplateResult {
  const { html, svg, words, say } = saying;
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
    <p class="hint" id="hint">
      ${question.help ? html`<span>${say(question.help)}</span> ` : ''}<span>${hint}</span>
    </p>
    ${problemLine(saying, problem && (words[problem] as string))}
    ${
      kind === 'region'
        ? html`<div class="pictured">
            <div class="picture">
              ${picture?.bodyPicture(html, svg, { options, chosen: draft, language: saying.language, words, choose })}
            </div>
            ${list}
          </div>`
        : list
    }
  </fieldset>`;
}

function numberField(
  checker: Checker,
  saying: Saying,
  level: number,
  { question, draft, problem }: Asked<NumberQuestion>,
): TemplateResult {
  const { html, words, say, own } = saying;
  const { min, max, step, unit, help, text } = question;
  const [from, to] = [numberText(min, own), numberText(max, own)];
  const said =
    problem &&
    {
      outOfRange: words.outOfRange(from, to),
      offStep: words.offStep(numberText(step, own)),
      noNumber: words.noNumber,
      numberNeeded: words.numberNeeded,
      oneNeeded: '',
      manyNeeded: '',
    }[problem];
  const whole = Number.isInteger(min) && Number.isInteger(step);
  // Not of type `number`: that takes away what it does not understand, and turns under a mouse wheel.
  return html`<div class="number">
    ${headingAt(html, level, 3, html`<label for="answer">${say(text)}</label>`)}
    <p class="hint" id="hint">
      ${help ? html`<span>${say(help)}</span> ` : ''}<span>${words.range(from, to)}</span>
    </p>
    ${problemLine(saying, said)}
    <p class="written">
      <input
        id="answer"
        inputmode=${min < 0 ? 'text' : whole ? 'numeric' : 'decimal'}
        maxlength="20"
        aria-describedby=${problem ? 'hint problem unit' : 'hint unit'}
        aria-invalid=${problem ? 'true' : 'false'}
        .value=${String(draft)}
        @input=${(event: InputEvent) => checker.choose((event.target as HTMLInputElement).value, true)}
      />
      <span id="unit">${unit ? say(unit) : ''}</span>
    </p>
  </div>`;
}

const problemLine = ({ html }: Saying, said: string | undefined) =>
  said ? html`<p class="problem" id="problem" role="alert">${icon(html, ALERT)} ${said}</p>` : '';

/* A key says what is written, and where in a list somebody is: a listener of the page has no use for it. */
function keepIn(event: Event): void {
  const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
  if (!ctrlKey && !metaKey && !altKey && !/^(?:Tab|Escape|F\d+)$/.test(key ?? ''))
    event.stopPropagation();
}
