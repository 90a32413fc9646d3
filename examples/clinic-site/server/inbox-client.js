// @ts-check
/** In the browser: adds each lead to the inbox as it arrives. The page is complete without it. */
import { leadCard, replacedBadge } from './lead-card.js';

/** @import { PageElement } from './lead-card.js' */
/** @import { StoredLead } from './lead-store.js' */

const RETRY_AFTER_MS = 2_000;

/** @param {string} id */
function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The inbox has no #${id}.`);
  return found;
}

const leads = byId('leads');
const live = byId('live');
const news = byId('news');
let newest = leads.dataset['newest'] ?? '0';

/**
 * @param {PageElement | string} node
 * @returns {Node}
 */
function toNode(node) {
  if (typeof node === 'string') return document.createTextNode(node);
  const made = document.createElement(node.tag);
  for (const [name, value] of Object.entries(node.attributes)) made.setAttribute(name, value);
  made.append(...node.children.map(toNode));
  return made;
}

/** The server writes UTC; the reader thinks in local time. */
function useLocalTimes() {
  for (const time of leads.querySelectorAll('time')) {
    const local = new Date(time.dateTime).toLocaleString(document.documentElement.lang, {
      dateStyle: 'long',
      timeStyle: 'short',
    });
    if (time.textContent !== local) time.textContent = local;
  }
}

/** @param {StoredLead} stored */
function show(stored) {
  // After a reconnection a lead may come twice.
  if (document.getElementById(`lead-${stored.lead.id}`)) return;
  const card = /** @type {HTMLElement} */ (toNode(leadCard(stored)));
  card.classList.add('lead-new');
  leads.prepend(card);
  for (const id of stored.lead.supersedes ?? []) markReplaced(id, stored.receipt);
  byId('empty').hidden = true;
  useLocalTimes();
  news.textContent = `New request ${stored.receipt}`;
}

/**
 * @param {string} id of the lead that the visitor sent again with other answers
 * @param {string} receipt of the one in its place
 */
function markReplaced(id, receipt) {
  const card = document.getElementById(`lead-${id}`);
  if (!card || card.classList.contains('lead-replaced')) return;
  card.classList.add('lead-replaced');
  card.querySelector('h2')?.after(toNode(replacedBadge(receipt)));
}

/** @param {boolean} isLive */
function showConnection(isLive) {
  live.hidden = false;
  live.dataset['live'] = String(isLive);
  live.textContent = isLive ? 'Live' : 'Reconnecting…';
}

function listen() {
  const events = new EventSource(`/inbox/events?after=${newest}`);
  events.addEventListener('open', () => showConnection(true));
  events.addEventListener('lead', (event) => {
    newest = event.lastEventId;
    show(JSON.parse(event.data));
  });
  events.addEventListener('error', () => {
    showConnection(false);
    // A browser retries a lost connection by itself, but gives up on an error page.
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, RETRY_AFTER_MS);
  });
}

useLocalTimes();
listen();
