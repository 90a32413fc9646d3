import type { ClinicFacts, Clinician, ClinicPlace } from './facts.js';

/** One of the clinic's places, with what the clinic says for all of them; undefined where there is no such. */
export function placeOf(facts: ClinicFacts, id: string): ClinicPlace | undefined {
  const place = facts.places?.find((each) => each.id === id.trim());
  if (!place) return undefined;
  const { phone, hours, holidays, timeZone } = facts;
  return { phone, hours, holidays, timeZone, ...place };
}

/** Where the clinic is, ISO 3166-1 alpha-2; undefined where no place says it, or places are in several countries. */
export function countryOf({ places = [] }: ClinicFacts): string | undefined {
  const [country, ...others] = new Set(places.flatMap(({ address }) => address?.country ?? []));
  return others.length ? undefined : country;
}

/** Somebody who treats patients, with where they do; undefined where there is no such. */
export interface ClinicianFacts extends Clinician {
  at: ClinicPlace[];
}

/** A clinician with the number of the first place, or the clinic's, and where all visitors book. */
export function clinicianOf(facts: ClinicFacts, id: string): ClinicianFacts | undefined {
  const clinician = facts.clinicians?.find((each) => each.id === id.trim());
  if (!clinician) return undefined;
  const at = (clinician.places ?? []).flatMap((place) => placeOf(facts, place) ?? []);
  return { phone: at[0]?.phone ?? facts.phone, booking: facts.links?.booking, ...clinician, at };
}
