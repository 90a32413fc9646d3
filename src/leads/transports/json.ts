import { isReceiptFor } from '../lead.js';
import { idempotencyKey, post } from './request.js';
import { fieldErrors, inPlainText, readObject, replyToStatus } from './reply.js';
import type { Transport } from './transport.js';

/**
 * A lead as JSON. Only a 2xx that was not redirected and whose body names this lead's id is a receipt: a
 * captive portal, a log-in page and a cut answer all look like 200.
 */
export const json: Transport = {
  foldsEqualIds: true,

  request({ lead, action, token }) {
    return post(action, JSON.stringify(token === undefined ? lead : { ...lead, token }), {
      headers: { 'content-type': 'application/json', ...idempotencyKey(lead, action) },
    });
  },

  async reply(lead, response) {
    const said = await readObject(response);
    if (response.ok && !response.redirected) {
      if (isReceiptFor(lead.id, said)) return { kind: 'accepted', receipt: said.receipt };
      if (said['ok'] === false) {
        return { kind: 'rejected', errors: await inPlainText(fieldErrors(said['errors'])) };
      }
    }
    if (response.status === 422 || response.status === 400) {
      const errors = await inPlainText(fieldErrors(said['errors']));
      if (errors.length) return { kind: 'rejected', errors };
    }
    return replyToStatus(response);
  },
};
