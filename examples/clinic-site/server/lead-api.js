// @ts-check
/**
 * `POST /api/leads`: where the contact form sends leads, with script (JSON) and without (a form).
 * `GET /api/leads/challenge`: work for the browser meanwhile, if the page asks for it.
 * What a visitor wrote is never logged and never part of an error.
 */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { checkLead, LEAD_LIMITS, leadFromFormEntries, rejectionFor } from 'clinic-elements/leads';
import { haveEqualContent } from './lead-store.js';

/** @import { Context } from 'hono' */
/** @import { Lead, LeadRejection, Receipt } from 'clinic-elements/leads' */
/** @import { LeadStore, StoredLead } from './lead-store.js' */
/** @import { ProofOfWork } from './proof-of-work.js' */

/**
 * @typedef {object} Clinic
 * @property {string} name
 * @property {string} phone as people read it
 * @property {string} phoneHref `tel:` and the number in international form
 */

/** Some 60,000 characters in any alphabet: far more than anybody writes to a clinic. */
const LARGEST_BODY = 256 * 1024;

/**
 * @param {object} options
 * @param {LeadStore} options.store
 * @param {ProofOfWork} options.proofOfWork
 * @param {Clinic} options.clinic named on the pages that say what went wrong
 * @returns {Hono} routes `/` and `/challenge`
 */
export function createLeadApi({ store, proofOfWork, clinic }) {
  const api = new Hono();

  /**
   * @param {Context} c
   * @param {400 | 403 | 405 | 413 | 415 | 422} status
   * @param {LeadRejection['errors']} errors
   */
  const refuse = (c, status, errors) =>
    c.req.header('accept')?.includes('text/html')
      ? c.html(problemPage(errors, { clinic, backTo: pageOf(c).url || '/' }), status)
      : c.json({ ok: false, errors }, status);

  api.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });

  api.post(
    '/',
    async (c, next) => {
      const origin = c.req.header('origin');
      if (origin !== undefined && hostOf(origin) !== c.req.header('host')) {
        return refuse(c, 403, [{ message: 'This form may only be sent from our own website.' }]);
      }
      return next();
    },
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (c) =>
        refuse(c, 413, [{ message: 'This message is too long for us. Please shorten it.' }]),
    }),
    async (c) => {
      switch (mediaType(c)) {
        case 'application/json':
          return receiveJson(c);
        case 'application/x-www-form-urlencoded':
        case 'multipart/form-data':
          return receiveForm(c);
        default:
          return refuse(c, 415, [{ message: 'A lead must be sent as JSON or as a form.' }]);
      }
    },
  );

  api.all('/', (c) => {
    c.header('allow', 'POST');
    return refuse(c, 405, [{ message: 'Leads are sent here with POST.' }]);
  });

  api.get('/challenge', async (c) => c.json(await proofOfWork.challenge()));

  /** @param {Context} c */
  async function receiveJson(c) {
    /** @type {unknown} */
    let body;
    try {
      // Broken UTF-8 would be stored as replacement characters: not what the visitor wrote.
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await c.req.arrayBuffer());
      body = JSON.parse(text);
    } catch {
      return refuse(c, 400, [{ message: 'This is not JSON in UTF-8.' }]);
    }
    const check = checkLead(body);
    if (!check.ok) return refuse(c, 422, rejectionFor(check.errors).errors);
    const key = c.req.header('idempotency-key');
    if (key !== undefined && key !== `"${check.lead.id}"`) {
      return refuse(c, 400, [
        { message: 'Idempotency-Key must be the id of the lead, in quotes.' },
      ]);
    }
    const proof = await proofOfWork.check(check.lead);
    const { stored, isNew } = await store.record(check.lead, { proof });
    if (!haveEqualContent(stored.lead, check.lead)) {
      console.warn(`Lead ${stored.receipt} came again with other answers; the first were kept.`);
    }
    return c.json(receiptOf(stored), isNew ? 201 : 200);
  }

  /** @param {Context} c */
  async function receiveForm(c) {
    /** @type {FormData} */
    let form;
    try {
      form = await c.req.formData();
    } catch {
      return refuse(c, 400, [{ message: 'This form arrived broken. Please send it again.' }]);
    }
    const fresh = randomUUID();
    const check = leadFromFormEntries(form, { id: fresh, now: new Date(), page: pageOf(c) });
    if (!check.ok) return refuse(c, 422, rejectionFor(check.errors).errors);
    await recordFromForm(check.lead, check.lead.id === fresh);
    // A redirect, so that a reload of the next page does not send the form again.
    return c.redirect('/thank-you/', 303);
  }

  /**
   * @param {Lead} lead
   * @param {boolean} isIdOurs the page gave no id, so that only content can tell a double click
   */
  async function recordFromForm(lead, isIdOurs) {
    const { stored } = await store.record(lead, { foldEqualContent: isIdOurs });
    if (!haveEqualContent(stored.lead, lead)) {
      // A cached page gives each of its visitors the same id; the next one is another lead.
      await store.record({ ...lead, id: randomUUID() }, { foldEqualContent: true });
    }
  }

  return api;
}

/**
 * @param {StoredLead} stored
 * @returns {Receipt}
 */
const receiptOf = ({ lead, receipt }) => ({ ok: true, id: lead.id, receipt });

/** @param {Context} c */
const mediaType = (c) =>
  (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();

/**
 * @param {string} url
 * @returns {string | undefined} undefined for `null` and anything else that is not a web address
 */
const hostOf = (url) => (/^https?:/.test(url) && URL.canParse(url) ? new URL(url).host : undefined);

/**
 * The page that the form stood on, if it is ours.
 * @param {Context} c
 */
function pageOf(c) {
  const referrer = c.req.header('referer') ?? '';
  if (hostOf(referrer) !== c.req.header('host')) return { url: '' };
  const { href, origin, pathname } = new URL(referrer);
  return {
    url: href.length <= LEAD_LIMITS.url ? href : `${origin}${pathname}`.slice(0, LEAD_LIMITS.url),
  };
}

/**
 * @param {LeadRejection['errors']} errors
 * @param {{ clinic: Clinic, backTo: string }} context
 */
const problemPage = (errors, { clinic, backTo }) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>Error: your message was not sent · ${clinic.name}</title>
        <link rel="icon" href="/assets/pictures/mark.svg" />
        <link rel="stylesheet" href="/inbox.css" />
      </head>
      <body>
        <main class="problem">
          <p class="clinic">${clinic.name}</p>
          <h1>There is a problem</h1>
          <p>Your message has not been sent yet.</p>
          <ul>
            ${errors.map(
              ({ field, message }) =>
                html`<li>${field ? html`<strong>${field}:</strong> ` : ''}${message}</li>`,
            )}
          </ul>
          <p>
            Your browser’s Back button returns you to what you wrote, or
            <a href="${backTo}">open the form again</a>.
          </p>
          <p>Or call us: <a class="call" href="${clinic.phoneHref}">${clinic.phone}</a></p>
        </main>
      </body>
    </html>`;
