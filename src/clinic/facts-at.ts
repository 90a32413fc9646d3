import { warn } from '../foundation/warn.js';
import type { ClinicFacts, ClinicPlace } from './facts.js';

/** What holds at one of the clinic's places, or for the clinic. */
export type FactsAt = Partial<ClinicPlace> & Omit<ClinicFacts, 'places' | 'clinicians'>;

/**
 * What holds at a place, or for the clinic: what a place leaves out is as the clinic says, and of a clinic with
 * one place what the clinic leaves out is as that place says. Where no place has the id, nothing holds but the
 * clinic's number: another place's hours would be wrong, but that number is answered.
 *
 * @param id - of a place; without it, the clinic's
 */
export function factsAt(
  { places = [], clinicians: _, ...clinic }: ClinicFacts,
  id?: string,
): FactsAt {
  const wanted = id?.trim();
  if (!wanted) return { ...(places.length === 1 && places[0]), ...clinic };
  const place = places.find((one) => one.id === wanted);
  if (place) return { ...clinic, ...place };
  warn('clinic-info', `no place in clinic.json has the id "${wanted}", which an element names.`);
  return clinic.phone ? { phone: clinic.phone } : {};
}
