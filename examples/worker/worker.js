// @ts-check
/**
 * Takes leads in a worker: any platform that calls `fetch(request, env)` of the default export and has SQLite
 * behind the interface of Cloudflare D1. What a visitor wrote is never logged and never part of an error.
 */
import { checkLead, leadFromFormEntries, rejectionFor } from 'clinic-elements/leads';

/** @import { Lead, LeadRejection } from 'clinic-elements/leads' */

/**
 * What is used of D1: https://developers.cloudflare.com/d1/worker-api/
 * @typedef {object} Statement
 * @property {(...values: (string | null)[]) => Statement} bind
 * @property {() => Promise<Record<string, unknown> | null>} first
 *
 * @typedef {object} Database
 * @property {(sql: string) => Statement} prepare
 * @property {(statements: Statement[]) => Promise<unknown>} batch all of them or none
 *
 * @typedef {object} Environment
 * @property {Database} DB the tables of schema.sql
 * @property {string} SITE the website's origin: `https://clinic.example`
 * @property {string} THANKS its page to show after a form sent without script: `/thank-you/`
 */

/** Some 60,000 characters in any alphabet: far more than anybody writes to a clinic. */
const LARGEST_BODY = 256 * 1024;
/* A form without script has no id: the same message within this time is a double click. */
const FOLD_EQUAL_CONTENT_MS = 10 * 60 * 1000;

export default {
  /**
   * @param {Request} request
   * @param {Environment} env
   * @returns {Promise<Response>}
   */
  async fetch(request, env) {
    const reply = new Reply(request, env);
    try {
      return await receive(request, env, reply);
    } catch (error) {
      // A message may quote what a visitor wrote; a name does not.
      console.error(`A lead could not be stored: ${error instanceof Error ? error.name : 'error'}`);
      return reply.refuse(503, 'Something is wrong on our side. Please call us.', {
        'retry-after': '1',
      });
    }
  },
};

/**
 * @param {Request} request
 * @param {Environment} env
 * @param {Reply} reply
 */
async function receive(request, env, reply) {
  // Browsers name the origin of every POST; who names none is no other site's page.
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== env.SITE) {
    return reply.refuse(403, 'This form may only be sent from our own website.');
  }
  if (request.method === 'OPTIONS') return reply.json(null, 204);
  if (request.method !== 'POST') {
    return reply.refuse(405, 'Leads are sent here with POST.', { allow: 'POST, OPTIONS' });
  }
  const body = await readBody(request);
  if (!body) return reply.refuse(413, 'This message is too long for us. Please shorten it.');
  switch (request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()) {
    case 'application/json':
      return receiveJson(body, env, reply);
    case 'application/x-www-form-urlencoded':
    case 'multipart/form-data':
      return receiveForm(request, body, env, reply);
    default:
      return reply.refuse(415, 'A lead must be sent as JSON or as a form.');
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} body
 * @param {Environment} env
 * @param {Reply} reply
 */
async function receiveJson(body, env, reply) {
  /** @type {unknown} */
  let input;
  try {
    input = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return reply.refuse(400, 'This is not JSON in UTF-8.');
  }
  const check = checkLead(input);
  if (!check.ok) return reply.errors(422, rejectionFor(check.errors).errors);
  const { id } = check.lead;
  const { receipt } = await store(env.DB, check.lead, await digestOf(check.lead));
  return reply.json({ ok: true, id, receipt }, 201);
}

/**
 * @param {Request} request
 * @param {Uint8Array<ArrayBuffer>} body
 * @param {Environment} env
 * @param {Reply} reply
 */
async function receiveForm(request, body, env, reply) {
  /** @type {FormData} */
  let form;
  try {
    form = await new Response(body, { headers: request.headers }).formData();
  } catch {
    return reply.refuse(400, 'This form arrived broken. Please send it again.');
  }
  const fresh = crypto.randomUUID();
  const page = { url: pageOf(request, env) };
  const check = leadFromFormEntries(form, { id: fresh, now: new Date(), page });
  if (!check.ok) return reply.errors(422, rejectionFor(check.errors).errors);
  const { lead } = check;
  const content = await digestOf(lead);
  const kept = await store(env.DB, lead, content, { foldEqualContent: lead.id === fresh });
  if (kept.content !== content) {
    // A cached page gives each of its visitors the same id; the next one is another lead.
    await store(env.DB, { ...lead, id: fresh }, content, { foldEqualContent: true });
  }
  // A redirect, so that a reload of the next page does not send the form again.
  return reply.json(null, 303, { location: new URL(env.THANKS, env.SITE).href });
}

/**
 * Stores a lead, once: where its id is there already, the first one stays.
 *
 * @param {Database} database
 * @param {Lead} lead
 * @param {string} content its digest
 * @param {object} [options]
 * @param {boolean} [options.foldEqualContent] also take the same content within 10 minutes for the same
 *   lead: for forms whose id is new each time
 * @returns {Promise<{ receipt: string, content: string }>} of the lead that is kept
 */
async function store(database, lead, content, { foldEqualContent = false } = {}) {
  const now = Date.now();
  const since = foldEqualContent ? new Date(now - FOLD_EQUAL_CONTENT_MS).toISOString() : null;
  const insert = database
    .prepare(
      `INSERT INTO leads (id, receipt, received_at, lead, content)
       SELECT ?1, ?2, ?3, ?4, ?5
       WHERE NOT EXISTS (SELECT 1 FROM leads WHERE content = ?5 AND received_at > ?6)
       ON CONFLICT (id) DO NOTHING`,
    )
    .bind(
      lead.id,
      newReceipt(),
      new Date(now).toISOString(),
      JSON.stringify(lead),
      content,
      since, // null: nothing is later
    );
  const replace = (lead.supersedes ?? []).map((id) =>
    database
      .prepare('INSERT OR REPLACE INTO replacements (id, replaced_by) VALUES (?, ?)')
      .bind(id, lead.id),
  );
  await database.batch([insert, ...replace]);
  const kept = await database
    .prepare(
      `SELECT receipt, content FROM leads WHERE id = ?1 OR (content = ?2 AND received_at > ?3)
       ORDER BY id = ?1 DESC LIMIT 1`,
    )
    .bind(lead.id, content, since)
    .first();
  if (!kept) throw new Error('stored, and not there');
  return { receipt: String(kept['receipt']), content: String(kept['content']) };
}

/**
 * At most as much as a lead may have, whatever Content-Length says.
 * @param {Request} request
 * @returns {Promise<Uint8Array<ArrayBuffer> | undefined>} undefined where there is more
 */
async function readBody(request) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
}

/**
 * The page that a form without script stood on, without its query, if it is the site's.
 * @param {Request} request
 * @param {Environment} env
 */
function pageOf(request, env) {
  const referrer = request.headers.get('referer') ?? '';
  if (!URL.canParse(referrer)) return '';
  const { origin, pathname } = new URL(referrer);
  return origin === env.SITE ? origin + pathname : '';
}

/**
 * SHA-256 of what was written, in hexadecimal.
 * @param {Lead} lead
 */
async function digestOf({ form, fields }) {
  const text = new TextEncoder().encode(JSON.stringify([form, Object.entries(fields).sort()]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A reference to quote on the phone: no letter that sounds like another, and no vowel. */
function newReceipt() {
  const signs = '23456789CDFGHJKMNPQRTVWX';
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const text = Array.from(bytes, (byte) => signs[byte % signs.length]).join('');
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** Answers a form's script in JSON, and a person without script in words. */
class Reply {
  #wantsWords;
  #site;

  /**
   * @param {Request} request
   * @param {Environment} env
   */
  constructor(request, env) {
    this.#wantsWords = request.headers.get('accept')?.includes('text/html') ?? false;
    this.#site = env.SITE;
  }

  /**
   * @param {unknown} body null for none
   * @param {number} status
   * @param {Record<string, string>} [headers]
   */
  json(body, status, headers) {
    return this.#send(body === null ? null : JSON.stringify(body), status, {
      'content-type': 'application/json',
      ...headers,
    });
  }

  /**
   * @param {number} status
   * @param {string} message
   * @param {Record<string, string>} [headers]
   */
  refuse(status, message, headers) {
    return this.errors(status, [{ message }], headers);
  }

  /**
   * @param {number} status
   * @param {LeadRejection['errors']} errors
   * @param {Record<string, string>} [headers]
   */
  errors(status, errors, headers) {
    if (!this.#wantsWords) return this.json({ ok: false, errors }, status, headers);
    const words = [
      'Your message has not been sent yet.',
      ...errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)),
      'Your browser’s Back button returns you to what you wrote.',
    ].join('\n\n');
    return this.#send(words, status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  }

  /**
   * @param {string | null} body
   * @param {number} status
   * @param {Record<string, string>} headers
   */
  #send(body, status, headers) {
    return new Response(body, {
      status,
      headers: {
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        // The site may be on another origin than the worker.
        'access-control-allow-origin': this.#site,
        'access-control-allow-headers': 'content-type',
        'access-control-max-age': '86400',
        ...headers,
      },
    });
  }
}
