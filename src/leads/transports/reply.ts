import { readText } from '../../foundation/read-text.js';
import { collapse } from '../../foundation/text.js';
import type { FieldError, Reply } from './transport.js';

/* The answer is final: the same request will not fare better. RFC 9110 §15.5. */
const FINAL = new Set([400, 404, 405, 406, 410, 411, 413, 414, 415, 422, 431, 451, 501]);

/** The most of an answer that is read, in bytes; a receipt is far smaller, a captive portal may not be. */
export const MOST_READ = 65_536;

/** The JSON object that an answer holds; an empty one where it holds none. */
export async function readObject(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse((await readText(response, MOST_READ)) ?? '');
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** What an answer's status says, where its body has not said more. */
export function replyToStatus(response: Response): Reply {
  const { status, headers } = response;
  if (status === 401 || status === 403) return { kind: 'denied' };
  // After a redirect it says something of another page; the first may have taken the lead.
  if (FINAL.has(status) && !response.redirected) return { kind: 'failed' };
  const after = retryAfter(headers.get('retry-after'), Date.now());
  return { kind: status === 429 || status === 503 ? 'busy' : 'unclear', after };
}

/**
 * Field errors as servers write them: a list of `{ field?, message }`, or messages by field name
 * (`{ "email": "…" }`, `{ "email": ["…"] }`).
 */
export function fieldErrors(errors: unknown): FieldError[] {
  if (Array.isArray(errors)) {
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
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).flatMap(([field, messages]) =>
    [messages]
      .flat()
      .filter((message): message is string => typeof message === 'string')
      .map((message) => ({ field, message })),
  );
}

/** The same errors with messages that are fit for the visitor. */
export function inPlainText(errors: readonly FieldError[]): Promise<FieldError[]> {
  return Promise.all(
    errors.map(async ({ field, message }) => ({ field, message: await plain(message) })),
  );
}

/* A receipt does not wait longer for the code that reads HTML; in milliseconds. */
const PATIENCE = 3000;

/** What an endpoint says to the visitor, as plain text: many say it in HTML. Empty for anything but text. */
export async function plain(
  message: unknown,
  load: () => Promise<{ plainText(html: string): string }> = () =>
    import('../../foundation/plain-text.js'),
): Promise<string> {
  if (typeof message !== 'string') return '';
  if (!/[<&]/.test(message)) return collapse(message);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('late')), PATIENCE);
    });
    const { plainText } = await Promise.race([load(), late]);
    return plainText(message);
  } catch {
    return collapse(message.replace(/<[^>]*>?/g, ' '));
  } finally {
    clearTimeout(timer);
  }
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
