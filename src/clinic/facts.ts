/**
 * When it is open: schema.org's `openingHours` text (`Mo-Fr 08:00-12:00,13:00-17:00; Sa closed`, `24/7`), or a
 * list of such texts and of OpeningHoursSpecification objects. For days with other hours, the `holidays` text
 * of `call-cta` (`2026-12-25 closed Christmas Day; 12-24 08:00-12:00`), or a list with specifications that have
 * `validFrom`. Read by `parseOpeningHours` of the room for calls.
 */
export type ClinicHours = string | (string | object)[];

/**
 * The clinic's own facts, as one `clinic.json` for a site says them (`clinic.schema.json` says the same for
 * editors and other languages). Every field is optional: what is missing is shown nowhere.
 */
export interface ClinicFacts {
  /** What the clinic is called on its door. */
  name?: string;
  /** Where it differs from `name`. */
  legalName?: string;
  /** The home page: absolute http(s) URL, or relative to where `clinic.json` is. */
  url?: string;
  logo?: string;
  image?: string;
  description?: string;
  /** The clinic's own number, as people write it. Structured data never says another. */
  phone?: string;
  /** Numbers that a call-tracking service shows in place of `phone` or of a place's. */
  trackedPhones?: string[];
  fax?: string;
  email?: string;
  /** The number for emergencies where the clinic is: `911`, `112`, `999`. */
  emergencyNumber?: string;
  /** IANA name, e.g. `America/Phoenix`. */
  timeZone?: string;
  hours?: ClinicHours;
  /** Days with other hours. */
  holidays?: ClinicHours;
  /** Pages of the site that other elements link to: absolute or relative URLs. */
  links?: ClinicLinks;
  places?: ClinicPlace[];
  clinicians?: Clinician[];
}

/** Pages of the clinic's site. */
export interface ClinicLinks {
  contact?: string;
  /** Where a visitor books. */
  booking?: string;
  privacy?: string;
  /** How articles are reviewed. */
  reviewPolicy?: string;
}

/** One of the clinic's places. What it leaves out (phone, hours, holidays, time zone) is as the clinic says. */
export interface ClinicPlace {
  /** What elements name it by: letters, digits, `-` and `_`. */
  id: string;
  name?: string;
  url?: string;
  image?: string;
  imageAlt?: string;
  address?: PostalAddress;
  geo?: { latitude: number; longitude: number };
  phone?: string;
  fax?: string;
  /** A text telephone for people who do not hear. */
  tty?: string;
  email?: string;
  timeZone?: string;
  hours?: ClinicHours;
  holidays?: ClinicHours;
  /** A page with the way there; without it one is made of the address. */
  directions?: string;
  /** A page that may be shown as a map in a frame, once a visitor asked for it. */
  map?: string;
  parking?: string;
  transit?: string;
  accessibility?: string;
}

/** A postal address in the words of schema.org's PostalAddress. */
export interface PostalAddress {
  /** One line, or several separated by line breaks. */
  street?: string;
  /** City or town. */
  locality?: string;
  /** State, province or county. */
  region?: string;
  postalCode?: string;
  /** ISO 3166-1 alpha-2, e.g. `US`. */
  country?: string;
}

/** Somebody who treats patients. */
export interface Clinician {
  /** What elements name them by: letters, digits, `-` and `_`. */
  id: string;
  /** Without credentials. */
  name: string;
  /** Behind the name, as they are written: `MD, FAAOS`. */
  credentials?: string;
  jobTitle?: string;
  specialties?: string[];
  /** BCP 47 tags: `en`, `es`. */
  languages?: string[];
  accepting?: 'yes' | 'no' | 'waitlist' | 'referral';
  image?: string;
  imageAlt?: string;
  /** Their page on the clinic's site. */
  url?: string;
  /** Where a visitor books with them. */
  booking?: string;
  phone?: string;
  /** National Provider Identifier (45 CFR 162.406): ten digits. */
  npi?: string;
  /** Ids of `places`. */
  places?: string[];
}
