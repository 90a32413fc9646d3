import { isReceiptFor } from '../lead.js';
import { fieldErrors, readJson, replyToStatus } from './reply.js';
import type { Transport } from './transport.js';

/**
 * A lead as JSON. Only a 2xx that was not redirected and whose body names this lead's id is a receipt: a
 * captive portal, a log-in page and a cut answer all look like 200.
 */
export const json: Transport = {
  foldsEqualIds: true,

  request({ lead, action, token }) {
    const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json' });
    // Elsewhere the endpoint would have to allow this header by name; the id is in the body in any case.
    if (typeof location !== 'undefined' && action.origin === location.origin) {
      headers.set('idempotency-key', `"${lead.id}"`);
    }
    return new Request(action, {
      method: 'POST',
      headers,
      body: JSON.stringify(token === undefined ? lead : { ...lead, token }),
      credentials: 'same-origin',
      cache: 'no-store',
      referrerPolicy: 'same-origin',
    });
  },

  async reply(lead, response) {
    const body = await readJson(response);
    const said = (body ?? {}) as { ok?: unknown; errors?: unknown };
    if (response.ok && !response.redirected) {
      if (isReceiptFor(lead.id, body)) return { kind: 'accepted', receipt: body.receipt };
      if (said.ok === false) return { kind: 'rejected', errors: fieldErrors(said.errors) };
    }
    if (response.status === 422 || response.status === 400) {
      const errors = fieldErrors(said.errors);
      if (errors.length) return { kind: 'rejected', errors };
    }
    return replyToStatus(response);
  },
};
