import type { TemplateResult } from 'lit';
import { calendarDay } from '../../foundation/dates.js';
import { headingAt } from '../../foundation/heading.js';
import { safeLink } from '../../foundation/safe-url.js';
import { answeredQuestions, handoverText } from '../../guidance/answer-text.js';
import { actionsOf } from '../../guidance/outcome-actions.js';
import { textIn, type Action, type Outcome, type Tree } from '../../guidance/tree.js';
import type { Visit } from '../../guidance/visit.js';
import type { Checker } from './checker.js';
import { formFor, handoverPanel } from './handover.js';
import { below, type Saying } from './saying.js';
import { icon, LEVEL_ICONS, PHONE } from './icons.js';
import { emergencyLine, notices, reviewLine } from './start-view.js';

/** Where a visit ended, and how it is shown. */
export interface Ended {
  checker: Checker;
  saying: Saying;
  /** Of the first heading, 2 to 6. */
  level: number;
  tree: Tree;
  visit: Visit;
  outcome: Outcome;
}

/** What a visitor can do now, and what it was made of. In an emergency little else than the call. */
export function resultView(ended: Ended): TemplateResult {
  const { checker, saying, level, outcome } = ended;
  const { html, words, say, paragraphs, own } = saying;
  const { handover } = checker;
  const isEmergency = outcome.level === 'emergency';
  return html`<div class="place result ${outcome.level}" part="result" lang=${own}>
    <div class="answer">
      <p class="level" id="level">
        ${icon(html, LEVEL_ICONS[outcome.level])} ${words[`${outcome.level}Level`]}
      </p>
      ${headingAt(html, level, 3, html`${say(outcome.heading)}`)}
      ${isEmergency ? actions(ended) : ''}
      <div class="body">${paragraphs(outcome.body)}</div>
      ${isEmergency ? '' : actions(ended)}
      ${handover ? handoverPanel(checker, saying, handover, level) : ''}
    </div>
    ${checker.isWhole ? details(ended) : ''}
  </div>`;
}

/** What stands below, and can wait. */
function details(ended: Ended): TemplateResult {
  const { checker, saying, tree, outcome } = ended;
  const { html, words, paragraphs } = saying;
  const isEmergency = outcome.level === 'emergency';
  return html`${outcome.related.length && !isEmergency ? reading(ended) : ''} ${summary(ended)}
    ${notices(checker, tree, saying)}
    <div class="small">${paragraphs(tree.disclaimer)}</div>
    ${reviewLine(tree, saying)} ${sources(tree, saying)}
    <p class="buttons">
      <button type="button" class="quiet" @click=${() => checker.restart()}>
        ${words.startAgain}
      </button>
      <button type="button" class="quiet" @click=${() => checker.back()}>${words.back}</button>
    </p>
    ${isEmergency ? '' : emergencyLine(checker, saying)}`;
}

function actions(ended: Ended): TemplateResult {
  const { html } = ended.saying;
  const shown = actionsOf(ended.outcome)
    .map((action, index) => actionView(ended, action, !index))
    .filter(Boolean);
  return html`<ul class="actions" role="list">
    ${shown.map((each) => html`<li>${each}</li>`)}
  </ul>`;
}

function actionView(ended: Ended, action: Action, isFirst: boolean): TemplateResult | undefined {
  const { checker, saying } = ended;
  const { html, words, say } = saying;
  const own = action.text && say(action.text);
  switch (action.kind) {
    case 'call':
      return callView(ended, action, isFirst);
    case 'link': {
      const href = safeLink(action.href, checker.host.baseURI);
      const look = isFirst ? 'button main' : 'button';
      return href ? html`<a class=${look} href=${href}>${own}</a>` : undefined;
    }
    case 'form':
      if (!formFor(checker.host)) return undefined;
      return html`<button
        type="button"
        class=${isFirst ? 'main' : ''}
        aria-expanded=${checker.handover ? 'true' : 'false'}
        @click=${() => checker.toggleHandover(textOf(ended))}
      >
        ${own ?? words.writeToUs}
      </button>`;
  }
}

const textOf = ({ tree, visit, saying: { language, words } }: Ended): string =>
  handoverText(tree, visit.answers, language, words);

function callView(
  { checker, saying }: Ended,
  { number: whose, text }: Extract<Action, { kind: 'call' }>,
  isFirst: boolean,
): TemplateResult | undefined {
  const { html, words, say, language } = saying;
  const own = text && say(text);
  const isEmergency = whose === 'emergency';
  const number = isEmergency ? checker.emergency : checker.clinic?.text;
  const href = isEmergency ? number && `tel:${number}` : checker.clinic?.href;
  if (!number) {
    return isEmergency ? html`<b>${own ?? words.callEmergencyUnknown}</b>` : undefined;
  }
  const said = isEmergency ? words.callEmergency(number) : words.callClinic(number);
  // The author's words may leave the number out, and then nobody could dial it on another phone.
  const label = text && textIn(text, language).includes(number) ? own : said;
  return href
    ? html`${own && label !== own ? html`<span class="why">${own}</span>` : ''}<a
          class="button ${isFirst ? 'main ' : ''}call"
          href=${href}
          >${icon(html, PHONE)} ${label}</a
        >`
    : html`${label}`;
}

function reading({ saying, level, outcome: { related } }: Ended): TemplateResult {
  const { html, words, say } = saying;
  return html`<div class="reading">
    ${headingAt(html, below(level), 4, words.reading)}
    <ul role="list">
      ${related.map(({ href, text }) => {
        const safe = safeLink(href, document.baseURI);
        return safe ? html`<li><a href=${safe}>${say(text)}</a></li>` : '';
      })}
    </ul>
  </div>`;
}

/** What was answered, with a way back to each question; folded away in an emergency. */
function summary({ checker, saying, level, tree, visit, outcome }: Ended): TemplateResult {
  const { html, words, say, language } = saying;
  const list = html`<dl>
    ${answeredQuestions(tree, visit.answers, language).map(
      ({ id, question, answers }) => html`
        <div>
          <dt>${say(question)}</dt>
          <dd>
            ${answers.length ? answers.map((each) => html`<span>${each}</span>`) : words.skipped}
          </dd>
          <dd>
            <button
              type="button"
              class="quiet"
              aria-label=${words.changeOf(textIn(question, language))}
              @click=${() => checker.change(id)}
            >
              ${words.change}
            </button>
          </dd>
        </div>
      `,
    )}
  </dl>`;
  if (outcome.level === 'emergency')
    return html`<details class="summary">
      <summary>${words.answers}</summary>
      ${list}
    </details>`;
  return html`<div class="summary">
    ${headingAt(html, below(level), 4, words.answers)} ${list}
  </div>`;
}

function sources(tree: Tree, { html, words, own }: Saying) {
  if (!tree.sources.size) return '';
  return html`<details>
    <summary>${words.sources}</summary>
    <ul>
      ${[...tree.sources.values()].map(({ title, publisher, url, accessedOn }) => {
        const href = safeLink(url, document.baseURI);
        const day = calendarDay(accessedOn, own)?.text;
        const rest = [publisher, day && words.accessed(day)].filter(Boolean).join(', ');
        return html`<li>
          ${href ? html`<a href=${href}>${title}</a>` : title}${rest && `. ${rest}`}
        </li>`;
      })}
    </ul>
  </details>`;
}
