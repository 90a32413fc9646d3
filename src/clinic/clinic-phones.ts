import type { ClinicFacts } from './facts.js';

/** The numbers that clinic.json names, as people write them. */
export interface ClinicPhones {
  /** The clinic's own, of its places and clinicians too, fax and text telephone included. */
  own: string[];
  /** Those that call tracking shows in place of them. */
  tracked: string[];
}

/** The numbers in a clinic's facts, each once. */
export function clinicPhones(facts: ClinicFacts = {}): ClinicPhones {
  const { places = [], clinicians = [], trackedPhones = [] } = facts;
  const own = [
    facts.phone,
    facts.fax,
    ...places.flatMap(({ phone, fax, tty }) => [phone, fax, tty]),
    ...clinicians.map(({ phone }) => phone),
  ].filter((written) => written !== undefined);
  return { own: [...new Set(own)], tracked: trackedPhones };
}
