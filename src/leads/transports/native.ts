import { extrasOf } from './request.js';
import type { FormPost } from './transport.js';

/**
 * No request: the browser posts the form and leaves the page for the endpoint's answer. For endpoints that
 * answer no script, such as Salesforce's Web-to-Lead. The form is still checked first.
 */
export const native: FormPost = {
  formFields: (parcel) => [['_clinic_id', parcel.lead.id], ...extrasOf(parcel, false)],
};
