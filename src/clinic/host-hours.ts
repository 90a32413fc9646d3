import type { FactsAt } from './facts-at.js';

/** When somebody is there, as an author or clinic.json gives it; see `ClinicHours`. */
export interface HostHours {
  hours?: string | object;
  timeZone?: string;
  holidays?: string | object;
}

/**
 * The hours that hold for an element: its own, and out of the page's facts what it does not say. An empty
 * attribute says something.
 *
 * @param was - what came out last time, and comes out again where nothing has changed
 */
export function hostHours(own: HostHours, here: FactsAt, was: HostHours): HostHours {
  const hours = own.hours ?? here.hours;
  const timeZone = own.timeZone ?? here.timeZone;
  const holidays = own.holidays ?? here.holidays;
  const same = hours === was.hours && timeZone === was.timeZone && holidays === was.holidays;
  return same ? was : { hours, timeZone, holidays };
}
