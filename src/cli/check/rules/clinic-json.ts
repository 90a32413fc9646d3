import { lineOf } from '../../../calls/ledger/problems.js';
import { isPremiumRate } from '../../../calls/number-kinds.js';
import { isEmergencyOrShortCode, parsePhoneNumber } from '../../../calls/phone-number.js';
import { readTimeZone } from '../../../calls/zone-clock.js';
import { isNpi } from '../../../clinic/npi.js';
import { parseClinicFacts, type FactsProblem } from '../../../clinic/read-facts.js';
import { isRelayService, ownNumbersOf, phonesOf } from '../clinic-phones.js';
import { entriesOf, isToldWith, type ClinicFile, type Facts } from '../clinic-file.js';
import { inTwo, type Check, type Fault } from '../finding.js';
import { brokenWords } from '../../json.js';
import { didYouMean, similar } from '../../similar.js';
import { holidayProblems, weekProblems } from './hours.js';

/** What is wrong with a value, or with the whole file. */
interface Problem extends Pick<Fault, 'message' | 'remedy' | 'severity'> {
  /** `places[0].hours`; empty for the file. */
  path: string;
}

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
      if (!isToldWith(page, file, site)) continue;
      for (const { path, message, ...rest } of problemsOf(file)) {
        const at = file.broken ?? file.spotOf(path);
        const said = path ? `${path}: ${message}` : message;
        yield { rule: 'clinic-json', at, page: file.name, message: said, ...rest };
      }
    }
  },
};

function problemsOf({ broken, facts, repeated }: ClinicFile): Problem[] {
  if (broken) {
    const remedy = 'Mend its commas, quotes and brackets.';
    return [{ path: '', message: `This is no JSON. ${brokenWords(broken)}`, remedy }];
  }
  if (!facts)
    return [{ path: '', message: 'This is no object.', remedy: 'Write { "name": "…" }.' }];
  const unread = parseClinicFacts(facts).problems;
  // What the elements cannot read is not judged a second time.
  const isRead = ({ path }: Problem) =>
    !unread.some((one) => one.path.startsWith(path) && !/^\w/.test(one.path.slice(path.length)));
  return [
    ...unread.map((problem) => ({ path: problem.path, ...inProblemAndRemedy(problem) })),
    ...repeated.map((path) => ({
      path,
      message: 'this name is there twice; the last one holds.',
      remedy: 'Keep one of them.',
    })),
    ...[...numberProblems(facts), ...hoursProblems(facts), ...npiProblems(facts)].filter(isRead),
  ];
}

function inProblemAndRemedy({ message, unknown }: FactsProblem): Omit<Problem, 'path'> {
  // Most messages say only what to write.
  if (/^(?:Write|Put) /.test(message))
    return { message: 'this cannot be used as it is written.', remedy: message };
  const parts = inTwo(message);
  if (!unknown) return parts;
  // A slip of the pen, for which a page has no code.
  const meant = similar(unknown.name, unknown.known);
  return meant
    ? { message: 'This name is not known here.', remedy: didYouMean(meant) }
    : { ...parts, severity: 'warning' };
}

function numberProblems(facts: Facts): Problem[] {
  const found: Problem[] = [];
  const { own } = phonesOf([facts]);
  const tracked = Array.isArray(facts.trackedPhones) ? (facts.trackedPhones as unknown[]) : [];
  const all: (readonly [path: string, written: unknown, isTracked: boolean])[] = [
    ...ownNumbersOf(facts).map(([path, written]) => [path, written, false] as const),
    ...tracked.map((written, index) => [`trackedPhones[${index}]`, written, true] as const),
  ];
  for (const [path, written, isTracked] of all) {
    if (typeof written !== 'string') continue;
    if (path.endsWith('.tty') && isRelayService(written)) continue;
    const number = parsePhoneNumber(written);
    if (!number) {
      found.push({
        path,
        message: `“${written.slice(0, 60)}” is no number that a phone could dial.`,
        remedy: 'Write it whole, like (210) 555-0142.',
      });
    } else if (isEmergencyOrShortCode(written) || isPremiumRate(number)) {
      found.push({
        path,
        message: `${number.text} is not a clinic’s number.`,
        remedy: 'Write the clinic’s own. The number for emergencies is emergencyNumber.',
      });
    } else if (isTracked && own.has(lineOf(number))) {
      found.push({
        path,
        message: `${number.text} is one of the clinic’s own numbers as well.`,
        remedy: 'A number is either the clinic’s own or call tracking’s: keep it in one place.',
      });
    }
  }
  return found;
}

function npiProblems({ clinicians }: Facts): Problem[] {
  return entriesOf(clinicians).flatMap(([index, { npi }]) =>
    typeof npi === 'string' && npi.trim() && !isNpi(npi.trim())
      ? {
          path: `clinicians[${index}].npi`,
          message:
            'this is no National Provider Identifier: its last digit does not fit the others.',
          remedy: 'Copy it from the registry (https://npiregistry.cms.hhs.gov).',
        }
      : [],
  );
}

function hoursProblems(facts: Facts): Problem[] {
  const parts: [prefix: string, part: Facts][] = [
    ['', facts],
    ...entriesOf(facts.places).map(([index, place]): [string, Facts] => [
      `places[${index}].`,
      place,
    ]),
  ];
  return parts.flatMap(([prefix, part]) => [
    ...weekProblems(part.hours, NOWHERE).map((fault) => under(`${prefix}hours`, fault)),
    ...holidayProblems(part.holidays, NOWHERE).map((fault) => under(`${prefix}holidays`, fault)),
    ...zoneProblems(prefix, part, facts),
  ]);
}

function zoneProblems(prefix: string, { timeZone, hours }: Facts, whole: Facts): Problem[] {
  const remedy = 'Write its IANA name, like America/Chicago.';
  if (timeZone != null && !readTimeZone(timeZone)) {
    return [{ path: `${prefix}timeZone`, message: 'this is no time zone.', remedy }];
  }
  return hours != null && timeZone == null && whole.timeZone == null
    ? [{ path: `${prefix}hours`, message: 'there is no time zone.', remedy }]
    : [];
}

/* The path says where. */
const NOWHERE = { line: 1, column: 1 };

const under = (path: string, { message, remedy, severity }: Fault): Problem => ({
  path,
  message,
  remedy,
  severity,
});
