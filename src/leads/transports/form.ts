import { json } from './json.js';
import { entriesOf, extrasOf, idempotencyKey, multipart, post, type Entry } from './request.js';
import type { Parcel, Transport } from './transport.js';

/**
 * A lead as a form post, for an endpoint of one's own that takes files or is called without script too:
 * the visitor's fields under their own names and the rest in inputs that begin with `_clinic_`.
 * `leadFromFormEntries` reads it back. The receipt is the one of `json`.
 */
export const form: Transport = {
  foldsEqualIds: true,
  carriesFiles: true,

  request(parcel) {
    const { lead, action, files } = parcel;
    const answers = entriesOf(parcel, false).filter(([name]) => !name.startsWith('_clinic_'));
    return post(action, multipart([...reserved(parcel), ...answers, ...files]), {
      headers: idempotencyKey(lead, action),
    });
  },

  reply: (lead, response) => json.reply(lead, response),

  formFields: (parcel) => [...reserved(parcel), ...extrasOf(parcel, false)],
};

const reserved = ({ lead, token }: Parcel): Entry[] => [
  ['_clinic_id', lead.id],
  ['_clinic_form', lead.form],
  ['_clinic_supersedes', (lead.supersedes ?? []).join(' ')],
  ['_clinic_consents', JSON.stringify(lead.consents)],
  ['_clinic_attribution', JSON.stringify(lead.attribution)],
  ['_clinic_signals', JSON.stringify(lead.signals)],
  ['_clinic_page', JSON.stringify(lead.page)],
  ['_clinic_submitted_at', lead.submittedAt],
  ...(token === undefined ? [] : [['_clinic_token', token] as const]),
];
