import { safeEndpoint } from '../foundation/safe-url.js';
import type {
  ClinicFacts,
  ClinicHours,
  Clinician,
  ClinicLinks,
  ClinicPlace,
  PostalAddress,
} from './facts.js';
import {
  degrees,
  distinct,
  FACTS_LIMITS,
  inside,
  isLonger,
  isRecord,
  line,
  lines,
  list,
  oneOf,
  OTHERS,
  record,
  written,
  type FactsProblem,
  type Read,
  type Tell,
} from './field-readers.js';

export { FACTS_LIMITS, type FactsProblem } from './field-readers.js';

/** What a clinic.json says. */
export interface FactsReading {
  /** What can be used. A copy: nothing in it belongs to what was read. */
  facts: ClinicFacts;
  /** At most 100. */
  problems: FactsProblem[];
}

const MOST_PROBLEMS = 100;

/*
 * Hours that nobody can read. They stand for hours that are there and are wrong: without them a place would
 * have the clinic's, and without one of several a table would say that it is closed.
 */
const UNREADABLE = (): object => ({});

const HOURS = 'Write text like "Mo-Fr 08:00-17:00", or a list of OpeningHoursSpecification.';
const HOLIDAYS =
  'Write text like "2026-12-25 closed Christmas Day", or a list of OpeningHoursSpecification.';
const TIMES = ['opens', 'closes', 'validFrom', 'validThrough', 'name'];

/** An OpeningHoursSpecification whose fields are of the right type; what they say is read later. */
const specification =
  (how: string): Read<object> =>
  (value, path, tell) => {
    if (!isRecord(value)) {
      tell(path, how);
      return UNREADABLE();
    }
    const entries = Object.entries(value).filter(([key]) => !OTHERS.test(key));
    const bad = entries.find(([key, said]) => {
      const isText = (one: unknown) => typeof one === 'string' && !isLonger(one, FACTS_LIMITS.line);
      if (key !== 'dayOfWeek') return !TIMES.includes(key) || !isText(said);
      return Array.isArray(said)
        ? said.length > FACTS_LIMITS.list || !said.every(isText)
        : !isText(said);
    });
    if (bad) {
      tell(
        inside(path, bad[0]),
        'Write "dayOfWeek": "Monday", "opens": "08:00", "closes": "17:00", with "validFrom" and "validThrough", like "2026-12-25", for special days.',
      );
      return UNREADABLE();
    }
    return structuredClone(Object.fromEntries(entries));
  };

const hours =
  (how: string): Read<ClinicHours> =>
  (value, path, tell) => {
    const text: Read<string> = written(how, FACTS_LIMITS.hours);
    const one: Read<string | object> = (said, at, say) => {
      if (typeof said !== 'string') return specification(how)(said, at, say);
      return said.trim() ? (text(said, at, say) ?? UNREADABLE()) : undefined;
    };
    if (Array.isArray(value)) {
      const found = list(one, FACTS_LIMITS.hoursList)(value, path, tell);
      return value.length > FACTS_LIMITS.hoursList ? [UNREADABLE()] : found;
    }
    const found = one(value, path, tell);
    return typeof found === 'object' ? [found] : found;
  };

const name = line('Write text.');
const text = lines('Write text.');
const phone = line(
  'Write it as people do: "(210) 555-0142", "+44 20 7946 0123".',
  FACTS_LIMITS.phone,
  /\p{Nd}.*\p{Nd}/u,
);
const email = line(
  'Write one address: "desk@clinic.example".',
  FACTS_LIMITS.line,
  /^[^\s@,;<>]+@[^\s@,;<>]+$/,
);
const id = line(
  'Write letters, digits, "-" and "_" only, like "north".',
  FACTS_LIMITS.phone,
  /^[\w-]+$/,
);
const ZONE = 'Write its IANA name, like "America/Phoenix".';
/** An empty one is a wrong one: a place's hours are not to be read in the clinic's zone. */
const timeZone: Read<string> = (value, path, tell) => {
  if (typeof value === 'string' && !value.trim()) return undefined;
  return (
    written(ZONE, FACTS_LIMITS.line, /^(?:[A-Za-z_]+\/[\w+/ -]+|UTC)$/)(value, path, tell) ?? ''
  );
};

const address = record<PostalAddress>({
  street: text,
  locality: name,
  region: name,
  postalCode: name,
  country: (value, path, tell) =>
    line('Write two letters (ISO 3166-1), like "US".', 2, /^[A-Za-z]{2}$/)(
      value,
      path,
      tell,
    )?.toUpperCase(),
});

const ADDRESS =
  'Write an address of the web, like "https://clinic.example/contact/" or "/contact/".';
/** @param base - what relative addresses start from */
const urlReader =
  (base: string | undefined): Read<string> =>
  (value, path, tell) => {
    const said = written(
      ADDRESS,
      FACTS_LIMITS.address,
      /^(?:[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?|(?![A-Za-z][A-Za-z0-9+.-]*:)\S+)$/,
    )(value, path, tell);
    const address = safeEndpoint(said, base);
    if (said && !address) tell(path, ADDRESS);
    return address;
  };

/** @param url - reads its addresses */
const placeReader = (url: Read<string>): Read<ClinicPlace> =>
  record<ClinicPlace>(
    {
      id,
      name,
      url,
      image: url,
      imageAlt: text,
      address,
      geo: record<NonNullable<ClinicPlace['geo']>>(
        { latitude: degrees(90), longitude: degrees(180) },
        ['latitude', 'longitude'],
      ),
      phone,
      fax: phone,
      tty: phone,
      email,
      timeZone,
      hours: hours(HOURS),
      holidays: hours(HOLIDAYS),
      directions: url,
      map: url,
      parking: text,
      transit: text,
      accessibility: text,
    },
    ['id'],
  );

/** @param url - reads their addresses */
const clinicianReader = (url: Read<string>): Read<Clinician> =>
  record<Clinician>(
    {
      id,
      name,
      credentials: name,
      jobTitle: name,
      specialties: list(name),
      languages: list(
        line(
          'Write a BCP 47 tag, like "en" or "es-MX".',
          35,
          /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/,
        ),
      ),
      accepting: oneOf(['yes', 'no', 'waitlist', 'referral']),
      image: url,
      imageAlt: text,
      url,
      booking: url,
      phone,
      npi: line('Write ten digits in quotes.', FACTS_LIMITS.phone, /^\d{10}$/),
      places: list(id),
    },
    ['id', 'name'],
  );

/** Reads addresses against where the file is, and everything else as it is. */
const readersAt = (base: string | undefined): Read<ClinicFacts> => {
  const url = urlReader(base);
  const links = record<ClinicLinks>({
    contact: url,
    booking: url,
    privacy: url,
    reviewPolicy: url,
  });
  return record<ClinicFacts>({
    name,
    legalName: name,
    url,
    logo: url,
    image: url,
    description: text,
    phone,
    trackedPhones: list(phone),
    fax: phone,
    email,
    emergencyNumber: line('Write two to six digits, like "911".', 6, /^\d{2,6}$/),
    timeZone,
    hours: hours(HOURS),
    holidays: hours(HOLIDAYS),
    links,
    places: distinct(list(placeReader(url), FACTS_LIMITS.places)),
    clinicians: distinct(list(clinicianReader(url), FACTS_LIMITS.clinicians)),
  });
};

/**
 * Reads what a `clinic.json` says, as `JSON.parse` gives it. Never throws; what cannot be used is left out and
 * told, and what is good is used. Text comes out in one line without characters that nobody sees, addresses
 * are http(s) or relative, and no key that is not known is looked at.
 *
 * Hours and time zones that are there but wrong come out as hours that cannot be read (`{}`) and as an empty
 * zone, so that nobody shows other hours in their place.
 *
 * @param base - where the file is, as an absolute URL: addresses come out absolute. Without it they stay as
 *   they are written.
 */
export function parseClinicFacts(json: unknown, base?: string): FactsReading {
  const problems: FactsProblem[] = [];
  const tell: Tell = (path, message, unknown) => {
    if (problems.length < MOST_PROBLEMS)
      problems.push({ path, message, ...(unknown && { unknown }) });
  };
  const facts = readersAt(base)(json, '', tell) ?? {};
  const known = new Set(facts.places?.map((place) => place.id));
  for (const clinician of facts.clinicians ?? []) {
    clinician.places = clinician.places?.filter((place) => {
      if (!known.has(place))
        tell(
          'clinicians',
          `"${clinician.id}" names the place "${place}", which is not there. Name one of "places".`,
        );
      return known.has(place);
    });
    if (!clinician.places) delete clinician.places;
  }
  return { facts, problems };
}
