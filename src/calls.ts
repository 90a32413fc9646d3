/** The public door `clinic-elements/calls`: phone numbers, the page's number book, and what is on the page. */
import {
  clinicNumbers as listNumbers,
  type ClinicNumber,
  type ClinicNumbersOptions,
} from './calls/clinic-numbers.js';
import { clinicPhones } from './clinic/clinic-phones.js';
import { pageFacts } from './clinic/page-facts.js';

export { summarise, type Place, type Problem, type ProblemCode } from './calls/clinic-numbers.js';
export { findPhoneNumbers, type FoundNumber } from './calls/find-numbers.js';
export {
  numberBook,
  type NumberBook,
  type NumberLinkOptions,
  type Swap,
} from './calls/number-book.js';
export { parsePhoneNumber, type PhoneNumber } from './calls/phone-number.js';
export type { ClinicNumber, ClinicNumbersOptions };

/**
 * Lists every phone number on the page, in the order of the document, with what is wrong about it: in links
 * (`tel:`, `sms:`, WhatsApp), running text, labels, titles and alternative texts, JSON-LD, microdata and
 * `meta`. What somebody types is passed over. Which numbers are the clinic's, and which are those of its call
 * tracking, is what the page's `clinic-info` says, unless `options` say it. docs/clinic-numbers.md has more.
 */
export function clinicNumbers(options: ClinicNumbersOptions = {}): ClinicNumber[] {
  return listNumbers({ ...clinicPhones(pageFacts.facts), ...options });
}
