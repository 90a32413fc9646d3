import type { TemplateResult } from 'lit';
import { namesEmergencyNumber } from '../../calls/emergency-numbers.js';
import { calendarDay } from '../../foundation/dates.js';
import { headingAt } from '../../foundation/heading.js';
import { safeLink } from '../../foundation/safe-url.js';
import type { Tree } from '../../guidance/tree.js';
import type { Checker } from './checker.js';
import { icon, INFO } from './icons.js';
import type { Saying } from './saying.js';

/**
 * What a visitor reads before the first question.
 *
 * @param level - of the heading, where nobody else gave one
 */
export function startView(
  checker: Checker,
  tree: Tree,
  saying: Saying,
  level: number | undefined,
): TemplateResult {
  const { html, words, say, paragraphs } = saying;
  const said = namesEmergencyNumber(checker.host.textContent);
  return html`<div class="start" lang=${saying.own}>
    ${level ? headingAt(html, level, 2, html`${say(tree.title)}`) : ''}
    ${tree.intro ? html`<div class="lead">${paragraphs(tree.intro)}</div>` : ''}
    ${notices(checker, tree, saying)} ${said ? '' : emergencyLine(checker, saying)}
    <div class="small">${paragraphs(tree.disclaimer)}</div>
    ${reviewLine(tree, saying)}
    <p class="buttons">
      <button type="button" class="main" part="start" @click=${() => checker.begin()}>
        ${words.start}
      </button>
    </p>
  </div>`;
}

/** What is to be known about the tree itself. */
export function notices(
  checker: Checker,
  tree: Tree,
  { html, words, own }: Saying,
): TemplateResult {
  const { state, due } = checker.review!;
  const notice = (text: string) => html`<p class="notice">${icon(html, INFO)} ${text}</p>`;
  return html`${tree.example ? notice(words.example) : ''}
  ${state === 'expired' ? notice(words.expired(calendarDay(due.iso, own)!.text)) : ''}`;
}

/** Who answers for the tree, and since when: for an example nobody does. */
export function reviewLine(tree: Tree, { html, words, own }: Saying): TemplateResult | undefined {
  if (tree.example) return undefined;
  const { name, credentials, url } = tree.reviewedBy;
  const reviewer = [name, credentials].filter(Boolean).join(', ');
  const { iso, text } = calendarDay(tree.reviewedOn, own)!;
  const href = safeLink(url, document.baseURI);
  const [before, between, after] = words.reviewed('\uE000', '\uE001').split(/[\uE000\uE001]/);
  return html`<p class="small review">
    ${before}${href ? html`<a href=${href}>${reviewer}</a>` : reviewer}${between}<time
      datetime=${iso}
      >${text}</time
    >${after}
  </p>`;
}

/** Whom to call in an emergency: a line that is never away. */
export function emergencyLine(checker: Checker, { html, words }: Saying): TemplateResult {
  const number = checker.emergency;
  const [before, after] = words.disclaimer.emergency('\uE000').split('\uE000');
  return html`<p class="hotline">
    ${number ? html`${before}<a href="tel:${number}">${number}</a>${after}` : words.disclaimer.emergencyUnknown}
  </p>`;
}

/** What is said where a guide cannot be started: to call, and to try again where that may help. */
export function unavailableView(checker: Checker, saying: Saying): TemplateResult | undefined {
  const { html, words, own } = saying;
  const { error, host, clinic } = checker;
  const paused = error === 'expired' || error === 'not-reviewed';
  const mayPass = error === 'network' || error === 'timeout' || error === 'http';
  // The author's children are better than an excuse.
  const hasChildren = !!host.querySelector(
    ':scope > :not(br, p:empty, [hidden], script, template)',
  );
  if (hasChildren && !mayPass && !paused) return undefined;
  return html`<div class="start" lang=${own} role="status">
    <p class="notice">${icon(html, INFO)} ${paused ? words.paused : words.unavailable}</p>
    ${namesEmergencyNumber(host.textContent) ? '' : emergencyLine(checker, saying)}
    <p class="buttons">
      ${
        mayPass
          ? html`<button type="button" @click=${() => checker.load()}>${words.again}</button>`
          : ''
      }
      ${clinic?.href ? html`<a class="button" href=${clinic.href}>${words.callClinic(clinic.text)}</a>` : ''}
    </p>
  </div>`;
}
