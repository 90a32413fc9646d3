import type { Lead } from '../lead.js';
import { fieldErrors, inPlainText, plain, readObject, replyToStatus } from './reply.js';
import { entriesOf, forPhp, multipart, postToVendor } from './request.js';
import type { Transport } from './transport.js';

/**
 * Gravity Forms 2.4 or later on WordPress, with its REST API switched on:
 * `…/wp-json/gf/v2/forms/ID/submissions`. Fields are called `input_1`, parts of one `input_1_3` or
 * `input_1.3`. What is wrong comes with a 400, by the number of the field.
 */
export const gravityForms: Transport = {
  carriesFiles: true,

  request(parcel) {
    const { action, token, files } = parcel;
    const nonce = token === undefined ? [] : [['_wpnonce', token] as const];
    return postToVendor(
      action,
      multipart([...nonce, ...forPhp([...entriesOf(parcel, false), ...files])]),
    );
  },

  async reply(lead, response) {
    const said = await readObject(response);
    if (said['is_valid'] === false && (response.ok || response.status === 400)) {
      const errors = fieldErrors(said['validation_messages']).map(({ field, message }) => ({
        field: inputOf(lead, field),
        message,
      }));
      if (errors.length) return { kind: 'rejected', errors: await inPlainText(errors) };
      return { kind: 'failed' };
    }
    // Without a confirmation it was one page of several, and nothing was kept.
    const confirmed = typeof said['confirmation_type'] === 'string';
    if (!response.ok || response.redirected || said['is_valid'] !== true || !confirmed) {
      return replyToStatus(response);
    }
    const next = said['confirmation_redirect'];
    return {
      kind: 'accepted',
      receipt: '',
      message: await plain(said['confirmation_message']),
      ...(typeof next === 'string' && next && { next }),
    };
  },
};

/** The input of a field by its number, `1` or `1.3`: as the form calls it, else as Gravity Forms does. */
function inputOf(lead: Lead, number: string | undefined): string | undefined {
  if (!number || !/^\d+(?:[._]\d+)?$/.test(number)) return undefined;
  const input = `input_${number.replace('.', '_')}`;
  const written = Object.keys(lead.fields).find((name) =>
    `${name.replace(/\[\]$/, '').replace('.', '_')}_`.startsWith(`${input}_`),
  );
  return written ?? input;
}
