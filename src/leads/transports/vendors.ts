import { contactForm7 } from './contact-form-7.js';
import { form } from './form.js';
import { formspree } from './formspree.js';
import { gravityForms } from './gravity-forms.js';
import { hubspot } from './hubspot.js';
import { netlify } from './netlify.js';
import type { Transport } from './transport.js';

/** Every transport but `json` and `native`, by name. Loaded when a form uses one. */
export const vendors = {
  form,
  'contact-form-7': contactForm7,
  'gravity-forms': gravityForms,
  hubspot,
  formspree,
  netlify,
} satisfies Record<string, Transport>;

export type VendorName = keyof typeof vendors;
