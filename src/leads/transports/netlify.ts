import { replyToStatus } from './reply.js';
import { entriesOf, extrasOf, multipart, postToVendor, type Entry } from './request.js';
import type { Parcel, Transport } from './transport.js';

/**
 * Netlify Forms: any path of the site that Netlify serves. The form, with every field, must stand in the
 * deployed HTML under the same name. The answer is a page, which could be a captive portal's as well: only
 * Netlify's own header tells, and it does not say whether a spam filter took the message.
 */
export const netlify: Transport = {
  carriesFiles: true,

  request(parcel) {
    const entries = [...formName(parcel), ...entriesOf(parcel, true)];
    const body = parcel.files.length
      ? multipart([...entries, ...parcel.files])
      : new URLSearchParams(entries.map(([name, value]) => [name, value]));
    return postToVendor(parcel.action, body);
  },

  reply(_lead, response) {
    const { status, redirected, headers, body } = response;
    // Nobody reads the page.
    if (!response.bodyUsed) void body?.cancel().catch(() => {});
    const theirs = status === 200 && !redirected && headers.has('x-nf-request-id');
    return Promise.resolve(theirs ? { kind: 'accepted', receipt: '' } : replyToStatus(response));
  },

  formFields: (parcel) => [...formName(parcel), ...extrasOf(parcel, true)],
};

/** The form's name, unless the author's own hidden input says it. */
function formName({ lead }: Parcel): Entry[] {
  return lead.fields['form-name'] ? [] : [['form-name', lead.form]];
}
