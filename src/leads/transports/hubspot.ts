import type { Consent, Lead } from '../lead.js';
import { fieldErrors, inPlainText, plain, readObject, replyToStatus } from './reply.js';
import { entriesOf, postToVendor, type Entry } from './request.js';
import type { FieldError, Transport } from './transport.js';

/**
 * HubSpot's form API: `https://api.hsforms.com/submissions/v3/integration/submit/PORTAL/FORM`. Fields are
 * called as the contact properties are, or with the kind of object in front (`0-2/name`). Sends no cookie of
 * HubSpot's. A form with its captcha on refuses every message that comes this way.
 */
export const hubspot: Transport = {
  request(parcel) {
    const { url, title } = parcel.lead.page;
    const body = {
      fields: fieldsOf(entriesOf(parcel, false)),
      context: { ...(url && { pageUri: url }), ...(title && { pageName: title }) },
      ...legalConsent(parcel.lead.consents),
    };
    return postToVendor(parcel.action, JSON.stringify(body), {
      headers: { 'content-type': 'application/json' },
    });
  },

  async reply(lead, response) {
    const said = await readObject(response);
    if (response.status === 400) {
      const errors = visitorsErrors(lead, said['errors']);
      if (errors.length) return { kind: 'rejected', errors: await inPlainText(errors) };
    }
    const { inlineMessage, redirectUri } = said;
    const confirmed = typeof inlineMessage === 'string' || typeof redirectUri === 'string';
    if (!response.ok || response.redirected || !confirmed) return replyToStatus(response);
    return {
      kind: 'accepted',
      receipt: '',
      message: await plain(inlineMessage),
      ...(typeof redirectUri === 'string' && redirectUri && { next: redirectUri }),
    };
  },
};

/** One value for each property, several choices joined as HubSpot joins them; what is empty stays away. */
function fieldsOf(entries: readonly Entry[]): object[] {
  const values = new Map<string, string>();
  for (const [name, value] of entries) {
    const before = values.get(name);
    if (value) values.set(name, before === undefined ? value : `${before};${value}`);
  }
  return [...values].map(([written, value]) => {
    const [, objectTypeId, name = written] = /^(\d+-\d+)\/(.+)$/.exec(written) ?? [];
    return { ...(objectTypeId && { objectTypeId }), name, value };
  });
}

/**
 * The consent to process data is the one with the purpose `processing`; one with a number for its purpose
 * is for the subscription of that number. Others go along as properties, where the page names one.
 */
function legalConsent(consents: readonly Consent[]): object | undefined {
  const processing = consents.find(({ purpose }) => purpose === 'processing');
  if (!processing) return undefined;
  const communications = consents
    .filter(({ purpose }) => /^\d+$/.test(purpose))
    .map(({ purpose, text, given }) => ({
      value: given,
      subscriptionTypeId: Number(purpose),
      text,
    }));
  const { given, text } = processing;
  return { legalConsentOptions: { consent: { consentToProcess: given, text, communications } } };
}

/** What a visitor can mend: each message names its field; the rest is between the clinic and HubSpot. */
function visitorsErrors(lead: Lead, errors: unknown): FieldError[] {
  if (!Array.isArray(errors)) return [];
  const theirs = (errors as ({ errorType?: unknown } | null)[]).filter(
    (error) => error?.errorType !== 'FIELD_NOT_IN_FORM_DEFINITION',
  );
  return fieldErrors(theirs).flatMap(({ message }) => {
    const [prefix, property] = /^Error in 'fields\.([^']+)'\.?\s*/.exec(message) ?? [];
    if (prefix === undefined || !property) return [];
    const field = Object.keys(lead.fields).find((name) => `/${name}`.endsWith(`/${property}`));
    return [{ field: field ?? property, message: message.slice(prefix.length) }];
  });
}
