import { visibleText } from '../foundation/text.js';

/** One thing that cannot be used as it is written. */
export interface FactsProblem {
  /** Where it stands: `places[0].hours`; empty for the whole file. */
  path: string;
  /** What is wrong and what to write instead, in plain words. */
  message: string;
  /** Where a field's name is not known, nor what is meant by it: that name, and those that are known there. */
  unknown?: { name: string; known: readonly string[] };
}

/** Says what is wrong with a value. */
export type Tell = (path: string, message: string, unknown?: FactsProblem['unknown']) => void;

/** Reads a value, or tells what is wrong with it. Where there is nothing to read, it says nothing. */
export type Read<Value> = (value: unknown, path: string, tell: Tell) => Value | undefined;
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

/** Names that JSON-LD and editors add, or that a site keeps for itself. */
export const OTHERS = /^(?:[$@]|x-)/;
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
/** Whether it has names and values. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a text has more characters, as people count them. */
export const isLonger = (text: string, most: number): boolean =>
  text.length > most && [...text].length > most;

/** A key as it stands in a path; what is no name is quoted, and no longer than a line. */
export const inside = (path: string, key: string): string =>
  /^[\w$@-]{1,40}$/.test(key)
    ? `${path ? `${path}.` : ''}${key}`
    : `${path}[${JSON.stringify(key.slice(0, 40))}]`;

/** Text as written, without white space at its ends; an empty one is no text. */
export function written(how: string, most: number, pattern = /(?:)/): Read<string> {
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
export const line =
  (how: string, most: number = FACTS_LIMITS.line, pattern?: RegExp): Read<string> =>
  (value, path, tell) =>
    visibleText(written(how, most, pattern)(value, path, tell)) || undefined;

/** The same in the lines that it was written in. */
export const lines =
  (how: string): Read<string> =>
  (value, path, tell) =>
    written(how, FACTS_LIMITS.text)(value, path, tell)
      ?.split('\n')
      .map((one) => visibleText(one))
      .filter(Boolean)
      .join('\n') || undefined;

/** Several, of which those that cannot be read are left out. */
export function list<Value>(read: Read<Value>, most: number = FACTS_LIMITS.list): Read<Value[]> {
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
export function record<Value extends object>(
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
export function distinct<Value extends { id: string }>(read: Read<Value[]>): Read<Value[]> {
  return (value, path, tell) => {
    const seen = new Set<string>();
    return read(value, path, tell)?.filter(({ id }) => {
      if (seen.has(id))
        tell(path, `The id "${id}" is there twice; the first holds. Give each its own.`);
      return !seen.has(id) && seen.add(id);
    });
  };
}

/** One of a few words. */
export function oneOf<Value extends string>(values: readonly Value[]): Read<Value> {
  return (value, path, tell) => {
    const found = values.find((one) => one === value);
    if (!found && value !== '')
      tell(path, `Write one of ${values.map((one) => `"${one}"`).join(', ')}.`);
    return found;
  };
}

/** An angle up to `most` in either direction. */
export const degrees =
  (most: number): Read<number> =>
  (value, path, tell) => {
    if (typeof value === 'number' && Math.abs(value) <= most) return value;
    tell(path, `Write a number from -${most} to ${most}, in degrees and without quotes.`);
    return undefined;
  };
