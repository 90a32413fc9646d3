import { isText, type AnyNode, type Element } from 'domhandler';
import { parseInternational } from '../../../calls/international.js';
import { dialled, lineOf, problemsOf, type ProblemCode } from '../../../calls/ledger/problems.js';
import { scan, type Sighting } from '../../../calls/ledger/scan.js';
import { isPremiumRate } from '../../../calls/number-kinds.js';
import {
  isEmergencyOrShortCode,
  parsePhoneNumber,
  type PhoneNumber,
} from '../../../calls/phone-number.js';
import { isRelayService, phonesOf, type ClinicPhones } from '../clinic-phones.js';
import { mayHave } from '../clinic-file.js';
import { inTwo, type Check, type Fault } from '../finding.js';
import { around, pageTree, spotInText, textOf, within, type Page } from '../page.js';

/** Which rule says what the ledger of numbers found. */
const RULE_OF: Record<Exclude<ProblemCode, 'malformed-structured-data'>, string> = {
  'link-text-mismatch': 'number-mismatch',
  'name-mismatch': 'number-mismatch',
  'not-dialable': 'invalid-number',
  'decorated-href': 'invalid-number',
  'not-a-link': 'number-not-linked',
  'unreadable-for-tracking': 'untrackable-number',
  'hidden-by-open-root': 'untrackable-number',
  'inside-open-root': 'untrackable-number',
  'not-swapped': 'untrackable-number',
  'unknown-number': 'unknown-number',
  'tracked-in-structured-data': 'tracked-number',
  'emergency-linked-elsewhere': 'emergency-number',
  'emergency-swapped': 'emergency-number',
};

/* Attributes of our elements with a number in them. */
const CALLED = ['phone', 'fax', 'tty'];
const WRITTEN_TO = ['sms', 'whatsapp'];
/* What is a number to call, and nothing without one. */
const CALLING = /^(?:call-cta|phone-number)$/;

/** The clinic's numbers: one on the page, one dialled, one told to machines. */
export const numbers: Check = {
  rules: [
    {
      id: 'number-mismatch',
      severity: 'error',
      about: 'a number that is shown, dialled or told to machines, and another beside it',
    },
    { id: 'invalid-number', severity: 'error', about: 'a number that no phone could dial' },
    { id: 'premium-number', severity: 'error', about: 'a number that the caller pays for' },
    {
      id: 'emergency-number',
      severity: 'error',
      about: 'an emergency number that leads elsewhere, or stands for the clinic’s',
    },
    {
      id: 'tracked-number',
      severity: 'warning',
      about: 'a call-tracking number that is written into the page; an error in JSON-LD',
    },
    {
      id: 'unknown-number',
      severity: 'warning',
      about: 'a number that clinic.json does not know',
    },
    { id: 'number-not-linked', severity: 'warning', about: 'a number that cannot be tapped' },
    {
      id: 'untrackable-number',
      severity: 'warning',
      about: 'a number that call-tracking scripts do not find',
    },
  ],
  *check(page, site) {
    const { clinics, manifest } = site;
    const hasPhone = mayHave('phone', page, site);
    const phones = phonesOf(clinics.flatMap(({ facts }) => (facts ? [facts] : [])));
    const sightings = scan<AnyNode>(pageTree, page.document);
    for (const sighting of sightings) yield* faultsOf(page, sighting, phones);
    if (!phones.own.size) yield* toldOtherwise(sightings);
    for (const element of page.elements) {
      if (!manifest.has(element.name)) continue;
      yield* attributeFaults(element, phones);
      yield* withoutNumber(element, hasPhone);
    }
  },
};

/** What is wrong about a number that the page shows or tells. */
function* faultsOf(page: Page, sighting: Sighting<AnyNode>, phones: ClinicPhones): Iterable<Fault> {
  const { node, number, data, where, text } = sighting;
  const element = pageTree.kindOf(node) === 'element' ? (node as Element) : pageTree.parentOf(node);
  const at = isText(node) ? spotInText(page, node, text) : (node as Element);
  const isIn = (selector: string) => !!element && !!around(element as Element, selector);
  const line = number && lineOf(number);
  const own = line ? phones.own.get(line) : undefined;
  const tracked = !!line && !own && phones.tracked.has(line);
  const known = {
    own: own ?? (tracked ? phones.first : undefined),
    tracked,
    ownsKnown: phones.own.size > 0,
    noSwap: isIn('[data-calltrk-noswap],[no-swap]'),
  };
  for (const { code, message } of problemsOf(sighting, known)) {
    // Said with the place in it by the rule for JSON.
    if (code === 'malformed-structured-data') continue;
    // The element makes the link.
    if (code === 'not-a-link' && isIn('phone-number')) continue;
    if (code === 'unknown-number') yield { ...unknown(number!, data), at };
    else {
      const severity = code === 'tracked-in-structured-data' ? 'error' : undefined;
      yield { rule: RULE_OF[code], at, ...inTwo(message), severity };
    }
  }
  if (!number) return;
  if (isPremiumRate(number) && where !== 'text') yield { ...premium(number), at };
  if (data && isEmergencyOrShortCode(number.text)) yield { ...noClinics(number), at };
  if (tracked && !data && where !== 'meta') yield { ...writtenDown(number, phones.first), at };
}

/** JSON-LD that names none of the numbers that the page has links for. */
function* toldOtherwise(sightings: readonly Sighting<AnyNode>[]): Iterable<Fault> {
  const linked = sightings.flatMap(({ where, number }) =>
    where === 'link' && number && !isEmergencyOrShortCode(number.text) ? number : [],
  );
  const told = sightings.flatMap(({ where, number, node }) =>
    where === 'structured-data' && number ? { number, node } : [],
  );
  const [first] = told;
  const [shown] = linked;
  const lines = new Set(linked.map(lineOf));
  if (!first || !shown || told.some(({ number }) => lines.has(lineOf(number)))) return;
  yield {
    rule: 'number-mismatch',
    at: first.node as Element,
    message: `Search engines are told ${first.number.text}, and the page’s links dial ${shown.text}.`,
    remedy: 'Give both the clinic’s own number.',
  };
}

/** What is wrong about the numbers in an element's attributes. */
function* attributeFaults(element: Element, phones: ClinicPhones): Iterable<Fault> {
  const { name, attribs } = element;
  for (const attribute of [...CALLED, ...WRITTEN_TO]) {
    const written = attribs[attribute]?.trim();
    if (!written) continue;
    const at: Fault['at'] = [element, attribute];
    // Text messages go to codes as well.
    if (WRITTEN_TO.includes(attribute) && /^\d{5,6}$/.test(written)) continue;
    if (attribute === 'tty' && isRelayService(written)) continue;
    const number = attribs.country
      ? parseInternational(written, attribs.country)
      : parsePhoneNumber(written);
    if (!number) {
      yield {
        rule: 'invalid-number',
        at,
        message: `“${written.slice(0, 60)}” is no number that a phone could dial.`,
        remedy: 'Write it whole, like (210) 555-0142 or, from elsewhere, +44 20 7946 0123.',
      };
      continue;
    }
    if (isPremiumRate(number)) yield { ...premium(number), at };
    const isShort = isEmergencyOrShortCode(number.text);
    // A button may call 911; who answers a form, or works at a place, may not.
    if (isShort && !CALLING.test(name)) yield { ...noClinics(number), at };
    if (isShort) continue;
    const line = lineOf(number);
    if (phones.tracked.has(line) && !phones.own.has(line)) {
      yield { ...writtenDown(number, phones.first), at };
    } else if (phones.own.size && !phones.own.has(line)) yield { ...unknown(number), at };
    if (attribute === 'phone') yield* childMismatch(element, number);
  }
}

function* withoutNumber(element: Element, hasPhone: boolean): Iterable<Fault> {
  const { name } = element;
  if (hasPhone || !CALLING.test(name) || hasNumber(element)) return;
  yield {
    rule: 'invalid-number',
    at: element,
    message: `<${name}> has no number.`,
    remedy:
      'Put a link to it between the tags, <a href="tel:+12105550142">(210) 555-0142</a>, or give phone.',
  };
}

const TEL = 'a[href^="tel:" i]';

/** `phone` beside a link with another number. */
function* childMismatch(element: Element, number: PhoneNumber): Iterable<Fault> {
  if (!CALLING.test(element.name)) return;
  const link = within(element, TEL);
  const child = parsePhoneNumber(link?.attribs.href);
  if (!child || dialled(child) === dialled(number)) return;
  yield {
    rule: 'number-mismatch',
    at: [element, 'phone'],
    message: `phone is ${number.text}, and the link between the tags dials ${child.text}.`,
    remedy: 'Keep the link and take phone away: the link is what is shown.',
  };
}

function hasNumber(element: Element): boolean {
  if (element.attribs.phone?.trim() || within(element, TEL)) return true;
  return scan<AnyNode>(pageTree, element).length > 0 || !!parsePhoneNumber(textOf(element));
}

const unknown = (number: PhoneNumber, data = false): Omit<Fault, 'at'> =>
  data
    ? {
        rule: 'number-mismatch',
        message: `Search engines are told ${number.text}, which clinic.json does not have.`,
        remedy: 'Give both the clinic’s own number.',
      }
    : {
        rule: 'unknown-number',
        message: `${number.text} is none of the numbers in clinic.json.`,
        remedy: 'Correct it or, if it is the clinic’s, add it there.',
      };

const premium = (number: PhoneNumber): Omit<Fault, 'at'> => ({
  rule: 'premium-number',
  message: `Whoever calls ${number.text} pays for the call.`,
  remedy: 'Look at its first digits: 900 and 976 are for paid services.',
});

const noClinics = (number: PhoneNumber): Omit<Fault, 'at'> => ({
  rule: 'emergency-number',
  message: `${number.text} is an emergency number or a short one, and stands where the clinic’s own belongs.`,
  remedy: 'Write the clinic’s own number.',
});

const writtenDown = (number: PhoneNumber, own?: PhoneNumber): Omit<Fault, 'at'> => ({
  rule: 'tracked-number',
  message: `${number.text} belongs to call tracking, and is written into the page for every visitor.`,
  remedy: `Write the clinic’s own number${own ? `, ${own.text}` : ''}; the call-tracking script puts its number in its place.`,
});
