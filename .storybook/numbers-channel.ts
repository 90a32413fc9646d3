import type { ClinicNumber } from '../src/calls/clinic-numbers.js';

/** A number on the story's page, without the node, which stays there. */
export interface StoryNumber extends Omit<ClinicNumber, 'node'> {
  /** The tag of the element of this library that it is in, or of none. */
  inside?: string;
}

export const ADDON = 'clinic-elements/numbers';
/** The panel wants to know, now and whenever it changes. */
export const ASK = `${ADDON}/ask`;
/** The numbers, from the story's page. */
export const NUMBERS = `${ADDON}/list`;
