import { lineOf } from '../../calls/ledger/problems.js';
import { parsePhoneNumber, type PhoneNumber } from '../../calls/phone-number.js';
import { entriesOf, type Facts } from './clinic-file.js';

/** The numbers that the clinic says it has. */
export interface ClinicPhones {
  /** Its own, by what is dialled without an extension: clinic, places, clinicians, faxes. */
  own: ReadonlyMap<string, PhoneNumber>;
  /** Those of call tracking. */
  tracked: ReadonlyMap<string, PhoneNumber>;
  /** The clinic's main number. */
  first: PhoneNumber | undefined;
}

/** The numbers that several clinic.json say together. */
export function phonesOf(all: readonly Facts[]): ClinicPhones {
  const own = all.flatMap((facts) => ownNumbersOf(facts));
  const tracked = all.flatMap(({ trackedPhones }) =>
    Array.isArray(trackedPhones) ? (trackedPhones as unknown[]) : [],
  );
  const numbers = byLine(own.map(([, written]) => written));
  const [first] = numbers.values();
  return { own: numbers, tracked: byLine(tracked), first };
}

/** Every number of its own, with where it stands. */
export function ownNumbersOf(facts: Facts): [path: string, written: unknown][] {
  const within = (list: 'places' | 'clinicians') =>
    entriesOf(facts[list]).flatMap(([index, entry]) =>
      ['phone', 'fax', 'tty'].map((key): [string, unknown] => [
        `${list}[${index}].${key}`,
        entry[key],
      ]),
    );
  const top = ['phone', 'fax'].map((key): [string, unknown] => [key, facts[key]]);
  return [...top, ...within('places'), ...within('clinicians')].filter(
    ([, value]) => value != null,
  );
}

/** Whether text telephones reach everybody there: 711, Telecommunications Relay Services (47 CFR 64.603). */
export const isRelayService = (written: string): boolean => /^7[-.]?1[-.]?1$/.test(written.trim());

const numberOf = (written: unknown): PhoneNumber | undefined =>
  typeof written === 'string' ? parsePhoneNumber(written) : undefined;

function byLine(written: readonly unknown[]): Map<string, PhoneNumber> {
  return new Map(
    written.flatMap((one) => {
      const number = numberOf(one);
      return number ? [[lineOf(number), number] as const] : [];
    }),
  );
}
