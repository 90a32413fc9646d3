import { safeEndpoint } from '../foundation/safe-url.js';
import { visibleText } from '../foundation/text.js';
import type {
  ClinicFacts,
  ClinicHours,
  Clinician,
  ClinicLinks,
  ClinicPlace,
  PostalAddress,
} from './facts.js';

/** One thing that cannot be used as it is written. */
export interface FactsProblem {
  /** Where it stands: `places[0].hours`; empty for the whole file. */
  path: string;
  /** What is wrong and what to write instead, in plain words. */
  message: string;
  /** Where a field's name is not known, nor what is meant by it: that name, and those that are known there. */
  unknown?: { name: string; known: readonly string[] };
}

export interface FactsReading {
  /** What can be used. A copy: nothing in it belongs to what was read. */
  facts: ClinicFacts;
  /** At most 100. */
  problems: FactsProblem[];
}

type Tell = (path: string, message: string, unknown?: FactsProblem['unknown']) => void;
/** Reads a value, or tells what is wrong with it. Where there is nothing to read, it says nothing. */
type Read<Value> = (value: unknown, path: string, tell: Tell) => Value | undefined;
/** Each field that a type has, so that none is forgotten here. */
type Fields<Value> = { [Key in keyof Value]-?: Read<NonNullable<Value[Key]>> };

/** What a clinic.json may hold at most; `clinic.schema.json` says the same. Lengths in characters. */
export const FACTS_LIMITS = {
  line: 300,
  text: 2000,
  phone: 60,
  address: 2000,
  hours: 10_000,
  list: 100,
  hoursList: 500,
  places: 500,
  clinicians: 2000,
} as const;

const MOST_PROBLEMS = 100;
/* What JSON-LD and editors add, and what a site keeps for itself. */
const OTHERS = /^(?:[$@]|x-)/;
/* What people know a field by. */
const USUAL_NAMES: Record<string, string> = {
  telephone: 'phone',
  tel: 'phone',
  faxnumber: 'fax',
  openinghours: 'hours',
  openinghoursspecification: 'hours',
  specialopeninghoursspecification: 'holidays',
  locations: 'places',
  providers: 'clinicians',
  doctors: 'clinicians',
  physicians: 'clinicians',
  streetaddress: 'street',
  addresslocality: 'locality',
  city: 'locality',
  addressregion: 'region',
  state: 'region',
  zip: 'postalCode',
  addresscountry: 'country',
  lat: 'latitude',
  lng: 'longitude',
  lon: 'longitude',
  acceptingnewpatients: 'accepting',
};
/*
 * Hours that nobody can read. They stand for hours that are there and are wrong: without them a place would
 * have the clinic's, and without one of several a table would say that it is closed.
 */
const UNREADABLE = (): object => ({});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLonger = (text: string, most: number): boolean =>
  text.length > most && [...text].length > most;

/** A key as it stands in a path; what is no name is quoted, and no longer than a line. */
const inside = (path: string, key: string): string =>
  /^[\w$@-]{1,40}$/.test(key)
    ? `${path ? `${path}.` : ''}${key}`
    : `${path}[${JSON.stringify(key.slice(0, 40))}]`;

/** Text as written, without white space at its ends; an empty one is no text. */
function written(how: string, most: number, pattern = /(?:)/): Read<string> {
  return (value, path, tell) => {
    if (typeof value !== 'string') {
      tell(path, typeof value === 'number' ? `Put it in quotes. ${how}` : how);
      return undefined;
    }
    const text = value.trim();
    if (isLonger(value, most)) tell(path, `At most ${most} characters. ${how}`);
    else if (text && !pattern.test(text)) tell(path, how);
    else return text || undefined;
    return undefined;
  };
}

/** Text for a reader, in one line. */
const line =
  (how: string, most: number = FACTS_LIMITS.line, pattern?: RegExp): Read<string> =>
  (value, path, tell) =>
    visibleText(written(how, most, pattern)(value, path, tell)) || undefined;

/** The same in the lines that it was written in. */
const lines =
  (how: string): Read<string> =>
  (value, path, tell) =>
    written(how, FACTS_LIMITS.text)(value, path, tell)
      ?.split('\n')
      .map((one) => visibleText(one))
      .filter(Boolean)
      .join('\n') || undefined;

function list<Value>(read: Read<Value>, most: number = FACTS_LIMITS.list): Read<Value[]> {
  return (value, path, tell) => {
    if (!Array.isArray(value)) {
      tell(path, 'Write a list: [ … ].');
      return undefined;
    }
    if (value.length > most) tell(path, `Write at most ${most} entries.`);
    return value.slice(0, most).flatMap((one: unknown, index) => {
      const found = read(one, `${path}[${index}]`, tell);
      return found === undefined ? [] : [found];
    });
  };
}

/** An object, of which only the fields that are known, and its own, are read. */
function record<Value extends object>(
  fields: Fields<Value>,
  required: readonly (keyof Value & string)[] = [],
): Read<Value> {
  const names = Object.keys(fields) as (keyof Value & string)[];
  return (value, path, tell) => {
    if (!isRecord(value)) {
      tell(path, `Write an object, like { "${names[0]}": … }.`);
      return undefined;
    }
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(fields, key) && !OTHERS.test(key))
        tellUnknown(inside(path, key), key, names, tell);
    }
    const found: Partial<Value> = {};
    for (const name of names) {
      if (!Object.hasOwn(value, name)) continue;
      const read = fields[name](value[name], inside(path, name), tell);
      if (read !== undefined) found[name] = read;
    }
    const missing = required.filter((name) => found[name] === undefined);
    if (!missing.length) return found as Value;
    tell(
      path,
      `It is left out, because it needs ${missing.map((name) => `"${name}"`).join(', ')}. Write that too.`,
    );
    return undefined;
  };
}

/** Says what to write in place of a name that is not known, as far as that is known. */
function tellUnknown(path: string, name: string, known: readonly string[], tell: Tell): void {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  const usual = Object.hasOwn(USUAL_NAMES, plain) ? USUAL_NAMES[plain] : undefined;
  const meant = known.find((each) => each.toLowerCase() === plain || each === usual);
  if (meant) return tell(path, `This name is not known. Write "${meant}".`);
  const list = known.join(', ');
  const message = `This name is not known here. Known are ${list}. Begin names of your own with "x-".`;
  tell(path, message, { name, known });
}

/** Those whose id no other before them has. */
function distinct<Value extends { id: string }>(read: Read<Value[]>): Read<Value[]> {
  return (value, path, tell) => {
    const seen = new Set<string>();
    return read(value, path, tell)?.filter(({ id }) => {
      if (seen.has(id))
        tell(path, `The id "${id}" is there twice; the first holds. Give each its own.`);
      return !seen.has(id) && seen.add(id);
    });
  };
}

function oneOf<Value extends string>(values: readonly Value[]): Read<Value> {
  return (value, path, tell) => {
    const found = values.find((one) => one === value);
    if (!found && value !== '')
      tell(path, `Write one of ${values.map((one) => `"${one}"`).join(', ')}.`);
    return found;
  };
}

const degrees =
  (most: number): Read<number> =>
  (value, path, tell) => {
    if (typeof value === 'number' && Math.abs(value) <= most) return value;
    tell(path, `Write a number from -${most} to ${most}, in degrees and without quotes.`);
    return undefined;
  };

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

/** Reads addresses against where the file is, and everything else as it is. */
const readersAt = (base: string | undefined): Read<ClinicFacts> => {
  const how = 'Write an address of the web, like "https://clinic.example/contact/" or "/contact/".';
  const url: Read<string> = (value, path, tell) => {
    const said = written(
      how,
      FACTS_LIMITS.address,
      /^(?:[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?|(?![A-Za-z][A-Za-z0-9+.-]*:)\S+)$/,
    )(value, path, tell);
    const address = safeEndpoint(said, base);
    if (said && !address) tell(path, how);
    return address;
  };
  const links = record<ClinicLinks>({
    contact: url,
    booking: url,
    privacy: url,
    reviewPolicy: url,
  });
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
  const place = record<ClinicPlace>(
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
  const clinician = record<Clinician>(
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
    places: distinct(list(place, FACTS_LIMITS.places)),
    clinicians: distinct(list(clinician, FACTS_LIMITS.clinicians)),
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
