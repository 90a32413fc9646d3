import type { html as litHtml, TemplateResult } from 'lit';
import { inBrowser, type WatchTools } from '../../calls/clock-watch.js';
import { ClinicClock, stateInWords } from '../../calls/hours-in-words.js';
import { firstWeekday, specialRows, weekRows, type HoursRow } from '../../calls/hours-rows.js';
import { watchHours } from '../../calls/hours-watch.js';
import {
  weekFrom,
  type HoursState,
  type OpeningHours,
  type TimeSpan,
} from '../../calls/opening-hours.js';
import { parseOpeningHours } from '../../calls/parse-opening-hours.js';
import { afterFacts } from '../../clinic/after-facts.js';
import { adoptSheet } from '../../foundation/adopt-sheet.js';
import { headingAt } from '../../foundation/heading.js';
import { languageOf, type localeOf } from '../../foundation/locale.js';
import { callCtaHours } from '../../locales/en/call-cta-hours.js';
import { openHours } from '../../locales/en/open-hours.js';
import { tableSheet } from './hours-table.sheet.js';
import type { OpenHours } from './open-hours.js';

/** What the element takes from here, so that it need not know the engine. */
export interface HoursNow {
  hours: OpeningHours;
  state: HoursState;
  /** The instant that this is of, in milliseconds since 1970. */
  now: number;
}

type HoursSource = Pick<OpenHours, 'hours' | 'timeZone' | 'holidays'>;

/** What the table takes from its element: this file brings no second Lit, and no second registry. */
export interface TableTools {
  html: typeof litHtml;
  locale: typeof localeOf;
}

const MINUTE = 60_000;
const WEEK = 7 * 864e5;

/**
 * Tells the hours now, and again whenever the state changes or the clinic's calendar turns; null where
 * they cannot be shown: none could be read, or a part could not, and a table would say "Closed" of it.
 *
 * @param warn - called with what could not be read, and what to write instead
 * @returns the way to stop
 */
export function followWeek(
  source: HoursSource,
  show: (hours: HoursNow | null) => void,
  warn: (message: string) => void,
  tools = inBrowser,
): () => void {
  const start = () => follow(source, show, warn, tools);
  // The clinic's zone may be on its way.
  return source.timeZone ? start() : afterFacts(start);
}

function follow(
  { hours: source, timeZone, holidays }: HoursSource,
  show: (hours: HoursNow | null) => void,
  warn: (message: string) => void,
  tools: WatchTools,
): () => void {
  const { hours, problems, partial } = parseOpeningHours(source, { timeZone, holidays });
  for (const problem of problems) warn(problem);
  if (!hours || partial) {
    show(null);
    return () => {};
  }
  return watchHours(
    hours,
    // A clock may be so wrong that there is no such week.
    (state, now) => show(weekFrom(hours, now).length ? { hours, state, now } : null),
    tools,
  );
}

/**
 * Gives an element's root the rules for its table, once.
 *
 * @throws where the browser constructs no sheets: the children are better than a bare table
 */
export const adoptTableSheet = (root: ShadowRoot): void => adoptSheet(root, tableSheet);

/** Whether the table may take the children's place: a number among them is never hidden. */
export function mayHideChildren(element: OpenHours, warn: (message: string) => void): boolean {
  const number = element.querySelector(
    ':is(a[href^="tel:" i], phone-number, call-cta):not([slot="note"], [slot="note"] *)',
  );
  if (number)
    warn('a phone number among the hours stays in sight. Give it slot="note", or put it after.');
  // Words without a time are no hours: a tag that was never closed holds what follows.
  return !number && /\d/.test(element.textContent);
}

/**
 * Keeps the height that an element had before its table came: lines a little farther apart are better than a
 * page that moves up.
 */
export function keepHeight(element: OpenHours, before: number): void {
  const made = element.renderRoot.querySelector<HTMLElement>('.made')!;
  const missing = before - element.offsetHeight;
  const height = made.offsetHeight;
  if (missing > 0 && missing < height / 3)
    made.style.setProperty('--_kept', `${height + missing}px`);
}

/** The state, the week, and the special days after it. */
export function weekTable(
  element: OpenHours,
  { hours, state, now }: HoursNow,
  { html, locale }: TableTools,
  { heading, level }: { heading: string; level: number },
): TemplateResult {
  const asked = languageOf(element);
  const local = locale(asked);
  // Times in a language whose words are not here would stand between English ones.
  const language = local || /^en\b/i.test(asked) ? asked : 'en';
  const words = { ...openHours, ...local?.openHours };
  const clock = new ClinicClock(hours.timeZone, language);
  const calendar = new ClinicClock('UTC', language);

  const week = weekFrom(hours, now, startOf(element.start, asked));
  const special = specialRows(hours, now, week.at(-1)!.date);

  /** Two ends with a dash between, which is read out as a word. */
  const range = (from: unknown, to: unknown): TemplateResult =>
    html`${from}<span aria-hidden="true"> – </span><span class="unseen"> ${words.to} </span>${to}`;

  const time = (minutes: number): TemplateResult => {
    const datetime = new Date(minutes * MINUTE).toISOString().slice(11, 16);
    return html`<time datetime=${datetime}>${calendar.time(minutes * MINUTE)}</time>`;
  };

  const window = ({ opens, closes }: TimeSpan): TemplateResult =>
    html`<span class="window"
      >${opens === 0 && closes >= 1440 ? words.allDay : range(time(opens), time(closes))}</span
    > `;

  const line = (row: HoursRow, first: TemplateResult, about: string): TemplateResult => {
    const [{ spans }] = row;
    const today = row.some((each) => each.today);
    return html`<tr class=${today ? 'today' : ''} part=${today ? 'today' : 'day'}>
      <th scope="row">
        <span class="day"
          >${first} ${today ? html`<span class="mark">${words.today}</span>` : ''}</span
        >
        ${about ? html`<span class="about">${about}</span>` : ''}
      </th>
      <td>${spans.length ? spans.map(window) : words.closed}</td>
    </tr>`;
  };

  const weekLine = (row: HoursRow): TemplateResult => {
    const [first, last] = endsOf(row);
    const days = (style: 'long' | 'short') =>
      [first, last].map((day) => calendar.weekday(day, style));
    const { exceptional, label } = row[0];
    const about = exceptional ? [calendar.dates(first, last), label] : [];
    const name =
      row.length === 1
        ? html`<b>${calendar.weekday(first)}</b>`
        : html`<b aria-hidden="true">${days('short').join(' – ')}</b
            ><span class="unseen">${days('long').join(` ${words.to} `)}</span>`;
    return line(row, name, about.filter(Boolean).join(' · '));
  };

  const specialLine = (row: HoursRow): TemplateResult => {
    const [first, last] = endsOf(row);
    const { label } = row[0];
    const date =
      row.length === 1 ? calendar.date(first, 'long') : calendar.dates(first, last, 'long');
    return line(row, html`<b class="name">${label ?? date}</b>`, label ? date : '');
  };

  const table = (caption: string, lines: TemplateResult[]): TemplateResult =>
    html`<table part="table">
      <caption class="unseen">
        ${caption}
      </caption>
      <tbody>
        ${lines}
      </tbody>
    </table>`;

  const holidays = (): TemplateResult =>
    html`<div class="holidays">
      ${headingAt(html, Math.min(6, level + 1), 3, words.holidays)}
      ${table(words.holidays, special.map(specialLine))}
    </div>`;

  const messages = { ...callCtaHours, ...local?.callCtaHours };
  const { headline, detail } = stateInWords(state, hours.timeZone, language, messages, now);
  // It may do so from the next change of the clock on.
  const elsewhere = clock.differs(now) || clock.differs(now + WEEK);
  return html`<p class="state ${state.state}" part="state">
      <b>${headline}</b> <span>${detail}</span>
      ${elsewhere ? html`<span class="zone" part="zone"><bdi>${clock.zone(now)}</bdi></span>` : ''}
    </p>
    ${table(heading || words.caption, weekRows(week, element.compact).map(weekLine))}
    ${special.length ? holidays() : ''}`;
}

const endsOf = (row: HoursRow): [first: number, last: number] => [
  Date.parse(row[0].date),
  Date.parse(row.at(-1)!.date),
];

/** The first day of the table, for `weekFrom`. */
function startOf(start: unknown, language: string): 'today' | number {
  if (start === 'today') return 'today';
  if (start === 'monday') return 1;
  return start === 'sunday' ? 0 : firstWeekday(language);
}
