import { isReceiptFor, type Lead } from '../lead.js';
import type { FieldError, Reply, Transport } from './transport.js';

/* The answer is final: the same request will not fare better. RFC 9110 §15.5. */
const FINAL = new Set([400, 401, 403, 404, 405, 410, 413, 414, 415, 431]);

/**
 * A lead as JSON. Only a 2xx that was not redirected and whose body names this lead's id is a receipt: a
 * captive portal, a log-in page and a cut answer all look like 200.
 */
export const json: Transport = {
  request(lead, action) {
    const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json' });
    // Elsewhere the endpoint would have to allow this header by name; the id is in the body in any case.
    if (typeof location !== 'undefined' && action.origin === location.origin) {
      headers.set('idempotency-key', `"${lead.id}"`);
    }
    return new Request(action, {
      method: 'POST',
      headers,
      body: JSON.stringify(lead),
      credentials: 'same-origin',
      cache: 'no-store',
      referrerPolicy: 'same-origin',
    });
  },

  async reply(lead: Lead, response: Response): Promise<Reply> {
    const body = await bodyOf(response);
    if (response.ok && !response.redirected && isReceiptFor(lead.id, body)) {
      return { kind: 'accepted', receipt: body.receipt };
    }
    if (response.status === 422) {
      const errors = errorsOf(body);
      if (errors.length) return { kind: 'rejected', errors };
      return { kind: 'failed' };
    }
    if (FINAL.has(response.status)) return { kind: 'failed' };
    return { kind: 'retry', after: retryAfter(response.headers.get('retry-after'), Date.now()) };
  },
};

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function errorsOf(body: unknown): FieldError[] {
  const errors = (body as { errors?: unknown } | undefined)?.errors;
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: { field?: unknown; message?: unknown } | null) =>
    typeof error?.message === 'string'
      ? [
          {
            field: typeof error.field === 'string' ? error.field : undefined,
            message: error.message,
          },
        ]
      : [],
  );
}

/**
 * A `Retry-After` header in milliseconds from now: whole seconds or an HTTP date (RFC 9110 §10.2.3).
 * Undefined where it is absent or neither.
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  // Date.parse finds a date in almost any words.
  if (!/^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(header.trim())) return undefined;
  const time = Date.parse(header);
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}
