import type { Lead } from '../lead.js';
import type { Parcel } from './transport.js';

/** One name and value of a form post. */
export type Entry = readonly [name: string, value: string];

/** One part of a multipart body. */
export type Part = readonly [name: string, value: string | File];

/** A POST that no cache keeps, with the site's own cookies and no others. */
export function post(action: URL, body: BodyInit, init: RequestInit = {}): Request {
  const headers = new Headers(init.headers);
  headers.set('accept', 'application/json');
  return new Request(action, {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    referrerPolicy: 'same-origin',
    ...init,
    headers,
    body,
  });
}

/** The same to a vendor, who learns from which site, as `Origin` says, and not from which page. */
export function postToVendor(action: URL, body: BodyInit, init: RequestInit = {}): Request {
  return post(action, body, { referrerPolicy: 'strict-origin', ...init });
}

/** The lead's id as a header where that costs no preflight; the id is in the body in any case. */
export function idempotencyKey({ id }: Lead, action: URL): Record<string, string> {
  // Elsewhere the endpoint would have to allow this header by name.
  const sameSite = typeof location !== 'undefined' && action.origin === location.origin;
  return sameSite ? { 'idempotency-key': `"${id}"` } : {};
}

/** The answers, a pair for each. */
export function answersOf({ fields }: Lead): Entry[] {
  return Object.entries(fields).flatMap(([name, answers]) =>
    [answers].flat().map((answer) => [name, answer] as const),
  );
}

/**
 * Where the visitor came from and what they agreed to, by the endpoint's own names. A consent is looked up
 * as `consent-<purpose>`, and written with its time and the words that were agreed to.
 *
 * @param unnamed - also what the page gave no name for, under the plain one
 */
export function extrasOf({ lead, attributionNames }: Parcel, unnamed: boolean): Entry[] {
  const extras = [
    ...Object.entries(lead.attribution),
    ...lead.consents.map(
      ({ purpose, text, given, at }) =>
        [`consent-${purpose}`, `${given ? 'yes' : 'no'}, ${at}: ${text}`] as const,
    ),
  ];
  return extras.flatMap(([plain, value]) => {
    const named = Object.hasOwn(attributionNames, plain) && attributionNames[plain];
    const name = named || (unnamed && plain);
    return name && value ? [[name, value] as const] : [];
  });
}

/** The answers and the extras. An extra fills a field that is empty, and never takes an answer's place. */
export function entriesOf(parcel: Parcel, unnamed: boolean): Entry[] {
  const answers = answersOf(parcel.lead);
  const answered = new Set(answers.flatMap(([name, answer]) => (answer ? [name] : [])));
  const extras = extrasOf(parcel, unnamed).filter(([name]) => !answered.has(name));
  const filled = new Set(extras.map(([name]) => name));
  return [...answers.filter(([name]) => !filled.has(name)), ...extras];
}

/** PHP keeps only the last of several values, unless the name ends in brackets. */
export function forPhp(parts: readonly Part[]): Part[] {
  return parts.map(([name, value]) => {
    const several = parts.filter(([other]) => other === name).length > 1;
    return [several && !name.endsWith('[]') ? `${name}[]` : name, value];
  });
}

/** A multipart body: a form post that may carry files and needs no preflight. */
export function multipart(parts: readonly Part[]): FormData {
  const data = new FormData();
  for (const [name, value] of parts) data.append(name, value);
  return data;
}
