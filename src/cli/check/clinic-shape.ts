import type { Facts } from './clinic-file.js';
import type { Fault } from './finding.js';
import { didYouMean, similar } from './similar.js';

/* The fields of clinic.json and what they are. */
const FIELDS: Record<string, 'text' | 'texts' | 'list' | 'object' | 'hours'> = {
  $schema: 'text',
  name: 'text',
  legalName: 'text',
  url: 'text',
  logo: 'text',
  image: 'text',
  description: 'text',
  phone: 'text',
  trackedPhones: 'texts',
  fax: 'text',
  email: 'text',
  emergencyNumber: 'text',
  timeZone: 'text',
  hours: 'hours',
  holidays: 'hours',
  links: 'object',
  places: 'list',
  clinicians: 'list',
};

const isText = (value: unknown): boolean => typeof value === 'string';
const isObject = (value: unknown): boolean =>
  !!value && typeof value === 'object' && !Array.isArray(value);

const TYPES: Record<(typeof FIELDS)[string], [is: (value: unknown) => boolean, what: string]> = {
  text: [isText, 'a text'],
  texts: [(value) => Array.isArray(value) && value.every(isText), 'a list of texts'],
  list: [(value) => Array.isArray(value) && value.every(isObject), 'a list of objects'],
  object: [isObject, 'an object'],
  hours: [
    (value) => isText(value) || (Array.isArray(value) && value.every(isObject)),
    'a text, or a list of OpeningHoursSpecification',
  ],
};

/** What is wrong with the form of a `clinic.json`: fields that are not known, and values of another type. */
export function shapeProblems(facts: Facts): Pick<Fault, 'message' | 'remedy' | 'severity'>[] {
  return Object.entries(facts).flatMap(([key, value]) => {
    const type = Object.hasOwn(FIELDS, key) ? TYPES[FIELDS[key]!] : undefined;
    if (!type) {
      const meant = similar(key, Object.keys(FIELDS));
      return {
        message: `${key.slice(0, 60)}: there is no such field.`,
        remedy: didYouMean(meant) || 'Take it away.',
        severity: meant ? ('error' as const) : ('warning' as const),
      };
    }
    const [is, what] = type;
    return is(value) ? [] : { message: `${key}: this is not ${what}.`, remedy: `Write ${what}.` };
  });
}
