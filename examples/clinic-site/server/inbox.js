// @ts-check
/**
 * The lead inbox: a page that works without script and, with it, shows each lead as it arrives.
 * It has no log-in. On a real site it belongs behind one: it shows what patients wrote.
 */
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { streamSSE } from 'hono/streaming';
import { leadCard } from './lead-card.js';

/** @import { LeadStore } from './lead-store.js' */
/** @import { PageElement } from './lead-card.js' */

const LEADS_PER_PAGE = 100;
/** Proxies drop a silent connection after 30 to 60 seconds. */
const HEARTBEAT_MS = 15_000;
const RECONNECT_AFTER_MS = 1_000;

/**
 * @param {object} options
 * @param {LeadStore} options.store
 * @param {string} options.clinicName
 * @param {AbortSignal} [options.closing] ends the open event streams, which would keep a server
 *   from closing
 * @returns {Hono} routes `/`, `/events`, `/leads.json`
 */
export function createInbox({ store, clinicName, closing }) {
  const inbox = new Hono();
  /** @type {Set<Bell>} one for each open event stream */
  const bells = new Set();
  const ringAll = () => bells.forEach((bell) => bell.ring());
  store.onStored(ringAll);
  closing?.addEventListener('abort', ringAll);

  inbox.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });

  inbox.get('/', async (c) => {
    const before = wholeNumber(c.req.query('before'));
    const leads = await store.newest({ before, limit: LEADS_PER_PAGE });
    const isNewestPage = before === undefined;
    const oldest = leads.at(-1)?.number;
    return c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="robots" content="noindex" />
            <meta name="color-scheme" content="light dark" />
            <title>Lead inbox · ${clinicName}</title>
            <link rel="icon" href="/assets/pictures/mark.svg" />
            <link rel="stylesheet" href="/inbox.css" />
            ${isNewestPage ? html`<script type="module" src="/inbox-client.js"></script>` : ''}
          </head>
          <body>
            <header class="page-head">
              <div>
                <p class="clinic">${clinicName}</p>
                <h1>Lead inbox</h1>
              </div>
              <p class="live" id="live" hidden></p>
              <a href="/">Back to the site</a>
            </header>
            <main>
              <p class="visually-hidden" id="news" role="status"></p>
              <div id="empty" class="empty-state" ${leads.length > 0 ? raw('hidden') : ''}>
                <h2>No requests ${isNewestPage ? 'yet' : 'before this'}</h2>
                <p>A message from the site’s contact form shows here as soon as it arrives.</p>
              </div>
              <div id="leads" data-newest="${leads[0]?.number ?? 0}">
                ${raw(leads.map((stored) => toHtml(leadCard(stored))).join('\n'))}
              </div>
              <nav class="pages" aria-label="Pages">
                ${isNewestPage ? '' : html`<a href="/inbox">Newest</a>`}
                ${
                  leads.length === LEADS_PER_PAGE
                    ? html`<a href="/inbox?before=${String(oldest)}">Older</a>`
                    : ''
                }
              </nav>
            </main>
          </body>
        </html>`,
    );
  });

  inbox.get('/leads.json', async (c) => c.json({ leads: await store.newest() }));

  inbox.get('/events', async (c) => {
    const newest = await store.lastNumber();
    // After a reconnection the header says what this reader has; the address says what its page had.
    const asked = wholeNumber(c.req.header('last-event-id')) ?? wholeNumber(c.req.query('after'));
    // A number from the future was given by a store that is gone: start from the beginning.
    let last = asked === undefined ? newest : asked > newest ? 0 : asked;
    return streamSSE(c, async (stream) => {
      const news = new Bell();
      bells.add(news);
      stream.onAbort(() => news.ring());
      await stream.writeSSE({ event: 'ready', data: '', retry: RECONNECT_AFTER_MS });
      try {
        while (!stream.aborted && !closing?.aborted) {
          const arrived = await store.arrivedAfter(last, LEADS_PER_PAGE);
          for (const stored of arrived) {
            last = stored.number;
            await stream.writeSSE({
              event: 'lead',
              id: String(last),
              data: JSON.stringify(stored),
            });
          }
          if (arrived.length === 0 && !(await news.heardWithin(HEARTBEAT_MS))) {
            await stream.write(': still here\n\n');
          }
        }
      } finally {
        bells.delete(news);
      }
    });
  });

  return inbox;
}

/** Wakes one waiter; a ring that nobody waits for is kept for the next. */
class Bell {
  #hasRung = false;
  #wake = () => {};

  ring() {
    this.#hasRung = true;
    this.#wake();
  }

  /**
   * @param {number} milliseconds
   * @returns {Promise<boolean>} whether it rang in that time
   */
  async heardWithin(milliseconds) {
    if (!this.#hasRung) {
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#wake = () => {
          clearTimeout(timer);
          resolve(undefined);
        };
      });
    }
    const hasRung = this.#hasRung;
    this.#hasRung = false;
    return hasRung;
  }
}

/**
 * @param {PageElement | string} node
 * @returns {string}
 */
function toHtml(node) {
  if (typeof node === 'string') return escapeHtml(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
  return `<${node.tag}${attributes}>${node.children.map(toHtml).join('')}</${node.tag}>`;
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
const escapeHtml = (text) =>
  text.replace(/[&<>"']/g, (sign) => ENTITIES[/** @type {keyof typeof ENTITIES} */ (sign)]);

/** @param {string | undefined} text */
const wholeNumber = (text) => (text && /^\d{1,12}$/.test(text) ? Number(text) : undefined);
