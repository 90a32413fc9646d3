// @ts-check
/**
 * What a lead looks like in the inbox, as a tree of elements: the server turns it into HTML, the
 * browser into nodes, so that both show the same. Needs neither a server nor a DOM.
 */

/** @import { StoredLead } from './lead-store.js' */

/**
 * An element of the page: text in `children` is text, never markup.
 * @typedef {{ tag: string, attributes: Record<string, string>, children: (PageElement | string)[] }} PageElement
 */

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(PageElement | string)} children
 * @returns {PageElement}
 */
const element = (tag, attributes, ...children) => ({ tag, attributes, children });

/**
 * The card of one lead.
 * @param {StoredLead} stored
 * @returns {PageElement}
 */
export function leadCard({ lead, receipt, receivedAt, replacedBy, proof = 'none' }) {
  const isSuspect = lead.signals.trap === true;
  const headingId = `receipt-${lead.id}`;
  return element(
    'article',
    {
      class: ['lead', isSuspect && 'lead-suspect', replacedBy && 'lead-replaced']
        .filter(Boolean)
        .join(' '),
      id: `lead-${lead.id}`,
      'aria-labelledby': headingId,
    },
    element(
      'header',
      { class: 'lead-head' },
      element('h2', { id: headingId }, receipt),
      ...(isSuspect ? [element('span', { class: 'badge' }, 'suspect')] : []),
      ...(replacedBy ? [replacedBadge(replacedBy)] : []),
      element('time', { datetime: receivedAt }, utcText(receivedAt)),
    ),
    element('dl', { class: 'answers' }, ...Object.entries(lead.fields).flatMap(answer)),
    ...(lead.consents.length > 0
      ? [element('ul', { class: 'consents' }, ...lead.consents.map(consent))]
      : []),
    element('dl', { class: 'facts' }, ...facts(lead, proof)),
  );
}

/**
 * Says that the visitor edited this message and sent it again.
 * @param {string} receipt of the lead to work on
 */
export const replacedBadge = (receipt) =>
  element('span', { class: 'badge badge-replaced' }, `replaced by ${receipt}`);

/**
 * @param {[string, string | string[]]} field
 * @returns {PageElement[]}
 */
function answer([name, value]) {
  const values = Array.isArray(value) ? value : [value];
  const shown = values.filter((text) => text.trim() !== '');
  return [
    element('dt', {}, name),
    ...(shown.length > 0
      ? shown.map((text) => element('dd', { dir: 'auto' }, text))
      : [element('dd', { class: 'empty' }, 'no answer')]),
  ];
}

/** @param {StoredLead['lead']['consents'][number]} consent */
const consent = ({ purpose, text, given }) =>
  element('li', {}, `${given ? 'Agreed' : 'Did not agree'} (${purpose}): ${text}`);

/**
 * @param {StoredLead['lead']} lead
 * @param {NonNullable<StoredLead['proof']>} proof
 * @returns {PageElement[]}
 */
function facts({ id, supersedes, form, page, attribution, signals }, proof) {
  const signalTexts = [
    signals.trap === undefined ? '' : `trap ${signals.trap ? 'filled' : 'empty'}`,
    signals.seconds === undefined ? '' : `${signals.seconds} s in the form`,
    signals.interactions === undefined ? '' : `${signals.interactions} interactions`,
    `proof of work: ${proof}`,
  ].filter(Boolean);
  /** @type {[string, PageElement | string][]} */
  const rows = [
    ['Form', form],
    // The URL is what a sender claimed, so it is shown and not linked.
    ['Page', [page.title, page.url].filter(Boolean).join(' · ') || 'not known'],
    [
      'Came from',
      Object.entries(attribution)
        .map((pair) => pair.join(' = '))
        .join(' · '),
    ],
    ['Signals', signalTexts.join(' · ')],
    ['Id', element('code', {}, id)],
    ['Replaces', supersedes?.length ? element('code', {}, supersedes.join(', ')) : ''],
  ];
  return rows
    .filter(([, value]) => value !== '')
    .flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]);
}

/**
 * `1 March 2026, 09:30 UTC`; the browser puts it in the reader's own zone.
 * @param {string} time ISO 8601
 */
const utcText = (time) =>
  `${new Date(time).toLocaleString('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  })} UTC`;
