import { lineOf } from '../../../calls/ledger/problems.js';
import { isPremiumRate } from '../../../calls/number-kinds.js';
import { isEmergencyOrShortCode, parsePhoneNumber } from '../../../calls/phone-number.js';
import { readTimeZone } from '../../../calls/zone-clock.js';
import { shapeProblems } from '../clinic-shape.js';
import { clinicNumbersOf, entriesOf, ownNumbersOf } from '../clinic-phones.js';
import type { ClinicFile, Facts } from '../clinic-file.js';
import { inTwo, type Check, type Fault } from '../finding.js';
import { holidayProblems, weekProblems } from './hours.js';

type Problem = Pick<Fault, 'message' | 'remedy' | 'severity'>;

/** The clinic's facts, which every page rests on. */
export const clinicJson: Check = {
  rules: [
    { id: 'clinic-json', severity: 'error', about: 'a clinic.json that cannot be had or read' },
  ],
  *check(page, site) {
    for (const element of page.select('clinic-info[src]')) {
      const url = page.resolve(element.attribs.src);
      if (!url || site.has(url) !== false) continue;
      yield {
        rule: 'clinic-json',
        at: [element, 'src'],
        message: `Nothing is at ${element.attribs.src!.slice(0, 80)}.`,
        remedy: 'Put clinic.json there, or correct the address.',
      };
    }
    for (const file of site.clinics) {
      // A file is everybody's: said once, with the first page.
      if (file.page ? file.page !== page : page !== site.pages[0]) continue;
      for (const problem of problemsOf(file)) {
        yield { rule: 'clinic-json', at: file.at, page: file.name, ...problem };
      }
    }
  },
};

function problemsOf(file: ClinicFile): Problem[] {
  if (file.broken) {
    return [{ message: 'This is no JSON.', remedy: 'Mend its commas, quotes and brackets.' }];
  }
  if (!file.facts) return [{ message: 'This is no object.', remedy: 'Write { "name": "…" }.' }];
  return [...shapeProblems(file.facts), ...numberProblems(file), ...hoursProblems(file.facts)];
}

function numberProblems(file: ClinicFile): Problem[] {
  const facts = file.facts!;
  const found: Problem[] = [];
  const { own } = clinicNumbersOf([file]);
  const tracked = Array.isArray(facts.trackedPhones) ? (facts.trackedPhones as unknown[]) : [];
  const all: [path: string, written: unknown, tracked: boolean][] = [
    ...ownNumbersOf(facts).map(([path, written]): [string, unknown, boolean] => [
      path,
      written,
      false,
    ]),
    ...tracked.map((written, index): [string, unknown, boolean] => [
      `trackedPhones[${index}]`,
      written,
      true,
    ]),
  ];
  for (const [path, written, isTracked] of all) {
    if (typeof written !== 'string') continue;
    const number = parsePhoneNumber(written);
    if (!number) {
      found.push({
        message: `${path}: “${written.slice(0, 60)}” is no number that a phone could dial.`,
        remedy: 'Write it whole, like (210) 555-0142.',
      });
    } else if (isEmergencyOrShortCode(written) || isPremiumRate(number)) {
      found.push({
        message: `${path}: ${number.text} is not a clinic’s number.`,
        remedy: 'Write the clinic’s own. The number for emergencies is emergencyNumber.',
      });
    } else if (isTracked && own.has(lineOf(number))) {
      found.push({
        message: `${path}: ${number.text} is one of the clinic’s own numbers as well.`,
        remedy: 'A number is either the clinic’s own or call tracking’s: keep it in one place.',
      });
    }
  }
  return found;
}

function hoursProblems(facts: Facts): Problem[] {
  const of = (part: Facts, prefix: string): Problem[] => [
    ...[
      ['hours', weekProblems(part.hours, HERE)] as const,
      ['holidays', holidayProblems(part.holidays, HERE)] as const,
    ].flatMap(([key, faults]) =>
      faults.map(({ message, remedy, severity }) => ({
        message: `${prefix}${key}: ${message}`,
        remedy,
        severity,
      })),
    ),
    ...(typeof part.timeZone === 'string' && !readTimeZone(part.timeZone)
      ? [
          {
            ...inTwo(
              `“${part.timeZone.slice(0, 60)}” is no time zone. Write its IANA name, like America/Chicago.`,
            ),
          },
        ].map((one) => ({ ...one, message: `${prefix}timeZone: ${one.message}` }))
      : []),
  ];
  const zoned = (part: Facts) => part.timeZone ?? facts.timeZone;
  const places = entriesOf(facts.places);
  return [
    ...of(facts, ''),
    ...places.flatMap(([index, place]) => of(place, `places[${index}].`)),
    ...[
      ['', facts] as const,
      ...places.map(([index, place]) => [`places[${index}].`, place] as const),
    ]
      .filter(([, part]) => part.hours != null && zoned(part) == null)
      .map(([prefix]) => ({
        message: `${prefix}hours: there is no time zone.`,
        remedy: 'Give timeZone, an IANA name like America/Chicago.',
      })),
  ];
}

/* Where in the file, nobody knows: the message has the path. */
const HERE = { line: 1, column: 1 };
