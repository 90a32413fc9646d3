import { safeResource } from '../../foundation/safe-url.js';
import { fieldErrors, inPlainText, readObject, replyToStatus } from './reply.js';
import { entriesOf, extrasOf, multipart, postToVendor } from './request.js';
import type { Transport } from './transport.js';

const FORMSPREE = 'https://formspree.io';

/** Errors of the message as a whole that another message would not have. */
const MENDABLE = new Set(['EMPTY', 'NO_FILE_UPLOADS', 'TOO_MANY_FILES', 'FILES_TOO_BIG']);

/**
 * Formspree: `https://formspree.io/f/KEY`. Its trap, `_gotcha`, is left alone: what is in it makes
 * Formspree throw the message away and say that all is well.
 */
export const formspree: Transport = {
  carriesFiles: true,

  request(parcel) {
    return postToVendor(parcel.action, multipart([...entriesOf(parcel, true), ...parcel.files]));
  },

  async reply(_lead, response) {
    const said = await readObject(response);
    if (response.ok && !response.redirected && said['ok'] === true) {
      return { kind: 'accepted', receipt: '', ...nextOf(said['next']) };
    }
    if (!response.ok && Array.isArray(said['errors'])) {
      const theirs = (said['errors'] as ({ field?: unknown; code?: unknown } | null)[]).filter(
        (error) => error?.field || MENDABLE.has(String(error?.code)),
      );
      const errors = await inPlainText(fieldErrors(theirs));
      if (errors.length) return { kind: 'rejected', errors };
    }
    return replyToStatus(response);
  },

  formFields: (parcel) => extrasOf(parcel, true),
};

/** The clinic's own page to go on to. Formspree's thank-you page is of no use: ours has been shown. */
function nextOf(next: unknown): { next?: string } {
  const page = safeResource(typeof next === 'string' ? next : undefined, FORMSPREE);
  return page && page.origin !== FORMSPREE ? { next: page.href } : {};
}
