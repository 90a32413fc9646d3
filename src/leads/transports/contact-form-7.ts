import { fieldErrors, inPlainText, plain, readObject, replyToStatus } from './reply.js';
import { entriesOf, forPhp, multipart, postToVendor } from './request.js';
import type { Transport } from './transport.js';

const FORM = /\/contact-forms\/(\d+)\/?$/;

/**
 * Contact Form 7 on WordPress: `…/wp-json/contact-form-7/v1/contact-forms/ID/feedback`, where ID is the
 * number of the form. Multipart only; every outcome is a 200 with a `status`, and the same message twice is
 * two letters. Seen with 5.7.7 and 6.1.6.
 */
export const contactForm7: Transport = {
  carriesFiles: true,

  request(parcel) {
    const { action, token, files, lead } = parcel;
    const { address, id } = feedbackOf(action);
    const entries: [string, string][] = [];
    // Since 6.0 a form without a tag is refused; any will do. A pasted form brings its own.
    if (!lead.fields['_wpcf7_unit_tag']) entries.push(['_wpcf7_unit_tag', `wpcf7-f${id}-o1`]);
    // In the body, where it costs no preflight.
    if (token !== undefined) entries.push(['_wpnonce', token]);
    const body = multipart([...entries, ...forPhp([...entriesOf(parcel, true), ...files])]);
    return postToVendor(address, body);
  },

  async reply(_lead, response) {
    const said = await readObject(response);
    if (!response.ok || response.redirected) return replyToStatus(response);
    switch (said['status']) {
      case 'mail_sent':
        return { kind: 'accepted', receipt: '', message: await plain(said['message']) };
      case 'validation_failed': {
        const errors = await inPlainText(fieldErrors(said['invalid_fields']));
        if (errors.length) return { kind: 'rejected', errors };
        return { kind: 'rejected', errors: [{ message: await plain(said['message']) }] };
      }
      // The plugin does not say which box; a plugin beside it says what it wants.
      case 'acceptance_missing':
      case 'aborted':
        return { kind: 'rejected', errors: [{ message: await plain(said['message']) }] };
      // Both have the same words, "try again later", which is of no use.
      case 'spam':
      case 'mail_failed':
        return { kind: 'failed' };
      default:
        return replyToStatus(response);
    }
  },
};

/** The address that takes messages, also where `/feedback` was left out, and the form's number. */
function feedbackOf(action: URL): { address: URL; id: string } {
  const address = new URL(action);
  // Sites without pretty addresses.
  const route = address.searchParams.get('rest_route');
  const path = (route ?? address.pathname).replace(/\/feedback\/?$/, '');
  const id = FORM.exec(path)?.[1];
  if (!id) return { address, id: '0' };
  const feedback = `${path.replace(/\/$/, '')}/feedback`;
  if (route === null) address.pathname = feedback;
  else address.searchParams.set('rest_route', feedback);
  return { address, id };
}
