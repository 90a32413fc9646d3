import type { TemplateResult } from 'lit';
import { calendarDay } from '../../foundation/dates.js';
import { headingAt } from '../../foundation/heading.js';
import { safeLink } from '../../foundation/safe-url.js';
import { answeredQuestions, handoverText } from '../../guidance/answer-text.js';
import { textIn, type Action, type Level, type Outcome, type Tree } from '../../guidance/tree.js';
import type { Visit } from '../../guidance/visit.js';
import type { Checker } from './checker.js';
import { formFor, handoverPanel } from './handover.js';
import { below, type Saying } from './saying.js';
import { emergencyLine, icon, notices, reviewLine } from './start-view.js';

const PHONE =
  'M7.1 3.2 9.4 2.6c.7-.2 1.4.2 1.7.8l1.5 3.3c.3.6.1 1.3-.4 1.8L10.5 10c1 1.9 2.1 3.1 3.9 4.2l1.6-1.5c.5-.5 1.2-.6 1.8-.3l3.2 1.6c.6.3 1 1 .8 1.7l-.7 2.3c-.4 1.4-1.7 2.4-3.2 2.3C9.9 19.7 4.4 14 4 6.5c-.1-1.5 1.6-2.9 3.1-3.3Z';

/* A shape for each, so that no colour has to be told apart. */
const ICONS: Record<Level, string> = {
  emergency: 'M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2L8.2 3ZM12 7.5v5.5M12 16.2v.1',
  urgent: 'M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.2v.1',
  soon: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2',
  routine: 'M4 6.5h16V20H4V6.5ZM4 11h16M8.5 4v4M15.5 4v4',
  self: 'M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.6 4.2 4.2 0 0 1 19.5 10C19.5 15.4 12 20 12 20Z',
};

/** What a visitor can do now, and what it was made of. In an emergency little else than the call. */
export function resultView(
  checker: Checker,
  tree: Tree,
  visit: Visit,
  outcome: Outcome,
  saying: Saying,
  level: number,
): TemplateResult {
  const { html, words, say, paragraphs, own } = saying;
  const { handover } = checker;
  const isEmergency = outcome.level === 'emergency';
  return html`<div class="place result ${outcome.level}" part="result" lang=${own}>
    <div class="answer">
      <p class="level" id="level">
        ${icon(html, ICONS[outcome.level])} ${words[`${outcome.level}Level`]}
      </p>
      ${headingAt(html, level, 3, html`${say(outcome.heading)}`)}
      ${isEmergency ? actions(checker, tree, visit, saying, outcome) : ''}
      <div class="body">${paragraphs(outcome.body)}</div>
      ${isEmergency ? '' : actions(checker, tree, visit, saying, outcome)}
      ${handover ? handoverPanel(checker, saying, handover, level) : ''}
    </div>
    ${checker.isWhole ? rest(checker, tree, visit, outcome, saying, level) : ''}
  </div>`;
}

/** What stands below. */
function rest(
  checker: Checker,
  tree: Tree,
  visit: Visit,
  outcome: Outcome,
  saying: Saying,
  level: number,
): TemplateResult {
  const { html, words, paragraphs } = saying;
  const isEmergency = outcome.level === 'emergency';
  return html`${outcome.related.length && !isEmergency ? reading(saying, outcome, level) : ''}
    ${summary(checker, tree, visit, saying, level, !isEmergency)} ${notices(checker, tree, saying)}
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

/** In the author's order; in an emergency the number for it first, written or not. */
function actions(
  checker: Checker,
  tree: Tree,
  visit: Visit,
  saying: Saying,
  { actions, level }: Outcome,
): TemplateResult {
  const { html } = saying;
  const isFirst = (action: Action) => action.kind === 'call' && action.number === 'emergency';
  const listed: Action[] =
    level === 'emergency'
      ? [{ kind: 'call', number: 'emergency' }, ...actions.filter((each) => !isFirst(each))]
      : [...actions];
  const shown = listed
    .map((action, index) => actionView(checker, tree, visit, saying, action, !index))
    .filter(Boolean);
  return html`<ul class="actions" role="list">
    ${shown.map((each) => html`<li>${each}</li>`)}
  </ul>`;
}

function actionView(
  checker: Checker,
  tree: Tree,
  visit: Visit,
  { html, words, say, language }: Saying,
  action: Action,
  isFirst: boolean,
): TemplateResult | undefined {
  const look = isFirst ? 'button main' : 'button';
  const own = action.text && say(action.text);
  if (action.kind === 'link') {
    const href = safeLink(action.href, checker.host.baseURI);
    return href ? html`<a class=${look} href=${href}>${own}</a>` : undefined;
  }
  if (action.kind === 'form') {
    if (!formFor(checker.host)) return undefined;
    const text = () => handoverText(tree, visit.answers, language, words);
    return html`<button
      type="button"
      class=${isFirst ? 'main' : ''}
      aria-expanded=${checker.handover ? 'true' : 'false'}
      @click=${() => checker.toggleHandover(text())}
    >
      ${own ?? words.writeToUs}
    </button>`;
  }
  const isEmergency = action.number === 'emergency';
  const number = isEmergency ? checker.emergency : checker.clinic?.text;
  const href = isEmergency ? number && `tel:${number}` : checker.clinic?.href;
  if (!number) {
    return isEmergency ? html`<b>${own ?? words.callEmergencyUnknown}</b>` : undefined;
  }
  const said = isEmergency ? words.callEmergency(number) : words.callClinic(number);
  // The author's words may leave the number out, and then nobody could dial it on another phone.
  const label = action.text && textIn(action.text, language).includes(number) ? own : said;
  return href
    ? html`${own && label !== own ? html`<span class="why">${own}</span>` : ''}<a
          class="${look} call"
          href=${href}
          >${icon(html, PHONE)} ${label}</a
        >`
    : html`${label}`;
}

function reading(
  { html, words, say }: Saying,
  { related }: Outcome,
  level: number,
): TemplateResult {
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
function summary(
  checker: Checker,
  tree: Tree,
  visit: Visit,
  { html, words, say, language }: Saying,
  level: number,
  open: boolean,
): TemplateResult {
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
  if (open)
    return html`<div class="summary">
      ${headingAt(html, below(level), 4, words.answers)} ${list}
    </div>`;
  return html`<details class="summary">
    <summary>${words.answers}</summary>
    ${list}
  </details>`;
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
