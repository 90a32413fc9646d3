import { emergencyNumber, readEmergencyNumber } from '../../calls/emergency-numbers.js';
import { parsePhoneNumber } from '../../calls/phone-number.js';
import type { FactsAt } from '../../clinic/facts-at.js';
import { regionOf } from '../../foundation/locale.js';
import { collapse } from '../../foundation/text.js';

/**
 * What to dial in an emergency; undefined where that is not certain.
 *
 * @param country - where the page's readers are, ISO 3166-1 alpha-2: the clinic's own number is none for readers in
 *   another country
 * @param language - of the page, BCP 47: its country counts where nobody names one
 */
export function emergencyNumberFor(
  country: string | undefined,
  { emergencyNumber: own, address }: FactsAt,
  language: string,
): string | undefined {
  const here = collapse(country);
  if (here) return emergencyNumber(here);
  return readEmergencyNumber(own) ?? emergencyNumber(address?.country ?? regionOf(language));
}

/** A number to show; without `href`, an address like `tel:+12105550142`, where it cannot be dialled. */
export interface ClinicNumber {
  text: string;
  href?: string;
}

/**
 * The clinic's number.
 *
 * @param phone - as the author wrote it on the page; else the clinic's facts have it
 */
export function clinicNumberFor(
  phone: string | undefined,
  facts: FactsAt,
): ClinicNumber | undefined {
  const written = collapse(phone) || collapse(facts.phone);
  return written ? (parsePhoneNumber(written) ?? { text: written }) : undefined;
}
