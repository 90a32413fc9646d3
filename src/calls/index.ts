/** The public door `clinic-elements/calls`: phone numbers, the page's number book, and what is on the page. */
export {
  clinicNumbers,
  summarise,
  type ClinicNumber,
  type ClinicNumbersOptions,
  type Place,
  type Problem,
  type ProblemCode,
} from './clinic-numbers.js';
export { findPhoneNumbers, type FoundNumber } from './find-numbers.js';
export { numberBook, type NumberBook, type NumberLinkOptions, type Swap } from './number-book.js';
export { parsePhoneNumber, type PhoneNumber } from './phone-number.js';
