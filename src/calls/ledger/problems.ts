import { parsePhoneNumber, type PhoneNumber } from '../phone-number.js';
import type { Sighting } from './scan.js';

/**
 * What is wrong about a number:
 *
 * - `link-text-mismatch`: a link shows one number and dials another.
 * - `name-mismatch`: a label, title or alternative text in a link says another number than it shows.
 * - `not-dialable`: no phone can dial it.
 * - `decorated-href`: something was added to a `tel:` address.
 * - `not-a-link`: a number in running text that cannot be tapped.
 * - `unreadable-for-tracking`: written in a way that call-tracking scripts do not find.
 * - `hidden-by-open-root`: between the tags of an element with an open shadow root, which CallRail looks into instead.
 * - `inside-open-root`: in an open shadow root, which other call-tracking scripts do not look into.
 * - `not-swapped`: shows the clinic's own number while the page shows another in its place elsewhere.
 * - `unknown-number`: none of the clinic's own, nor shown in place of one.
 * - `tracked-in-structured-data`: machines are told a tracking number as the clinic's.
 * - `malformed-structured-data`: a JSON-LD script that is no JSON.
 * - `emergency-linked-elsewhere`: a link names 911 or 988 and dials something else.
 * - `emergency-swapped`: another number stands in place of an emergency or short number.
 */
export type ProblemCode =
  | 'link-text-mismatch'
  | 'name-mismatch'
  | 'not-dialable'
  | 'decorated-href'
  | 'not-a-link'
  | 'unreadable-for-tracking'
  | 'hidden-by-open-root'
  | 'inside-open-root'
  | 'not-swapped'
  | 'unknown-number'
  | 'tracked-in-structured-data'
  | 'malformed-structured-data'
  | 'emergency-linked-elsewhere'
  | 'emergency-swapped';

export interface Problem {
  code: ProblemCode;
  /** What is wrong and what to do, in plain words. */
  message: string;
}

/** What is known about a sighting beyond the place where it stands. */
export interface Known {
  /** The clinic's own number behind it. */
  own?: PhoneNumber;
  /** What its own number is shown as in the rest of the page. */
  swappedFor?: PhoneNumber;
  tracked: boolean;
  /** Whether the clinic's own numbers are known at all. */
  ownsKnown: boolean;
  /** To be left alone by call tracking. */
  noSwap: boolean;
}

/* Services and crisis lines, not in a longer number and not in a price. */
const EMERGENCY = /(?:^|[^\d$£€#.,\u2010-\u2015-])(9-?1-?1|988)(?![\d\u2010-\u2015-]|[.,\s]\d)/g;

/** As RFC 3966 has it, without the scheme: `+12105550142;ext=7`, `911`. */
export const dialled = ({ href }: PhoneNumber): string => href.replace(/^tel:/, '');

/** A number without its extension. */
export const lineOf = (number: PhoneNumber): string => dialled(number).split(';')[0]!;

const isShort = (number: PhoneNumber): boolean => !lineOf(number).startsWith('+');

/** Whether somebody who reads one number and dials the other ends up where they meant. */
const agree = (read: PhoneNumber, reached: PhoneNumber): boolean =>
  dialled(read) === dialled(reached) || dialled(read) === lineOf(reached);

/** Everything that is wrong about a sighting. */
export function problemsOf(sighting: Sighting, known: Known): Problem[] {
  if (!sighting.number) return [unusable(sighting)];
  const { number } = sighting;
  const found = [
    swappedEmergency(number, known),
    ...(sighting.href === undefined ? [] : linkProblems(sighting, number, sighting.href)),
    sighting.where === 'text' && notALink(number, sighting.elsewhere),
    ...(isForTracking(sighting, known) ? trackingProblems(sighting, number, known) : []),
    unknown(number, known),
    sighting.data && known.tracked && trackedData(number, known.own),
  ];
  return found.filter((problem) => !!problem);
}

function unusable({ where, href, text }: Sighting): Problem {
  if (where === 'structured-data' && !text) {
    const message =
      'This JSON-LD is no valid JSON, so search engines pass over all of it. Mend its commas, quotes and brackets.';
    return { code: 'malformed-structured-data', message };
  }
  const message =
    href === undefined
      ? `“${text}” is no number that a phone could dial. Write it whole, with the country code: +1-210-555-0142.`
      : `No phone can dial the address “${href.slice(0, 60)}”. Write the whole number: href="tel:+12105550142".`;
  return { code: 'not-dialable', message };
}

function swappedEmergency(number: PhoneNumber, { own }: Known): Problem | undefined {
  if (!own || !isShort(own) || lineOf(own) === lineOf(number)) return undefined;
  return {
    code: 'emergency-swapped',
    message: `${number.text} stands in place of ${own.text}. Take ${own.text} off the call-tracking script’s list of numbers.`,
  };
}

function linkProblems(
  { seen, named, text }: Sighting,
  number: PhoneNumber,
  href: string,
): Problem[] {
  const found: Problem[] = [];
  const services = emergenciesIn(
    text,
    seen.map(({ written }) => written),
  );
  const elsewhere = services.length && !services.includes(dialled(number));
  if (elsewhere) {
    found.push({
      code: 'emergency-linked-elsewhere',
      message: `The link names ${services.join(' and ')} and dials ${number.text}. Link it to tel:${services[0]}, or take ${services[0]} out of the link.`,
    });
  }
  const read = seen.map((one) => one.number).filter((one) => !(elsewhere && isShort(one)));
  const other = read.find((one) => !agree(one, number));
  if (other) {
    found.push({
      code: 'link-text-mismatch',
      message: `The link shows ${other.text} and dials ${number.text}. Give text and href the same number.`,
    });
  }
  const shown = read[0] ?? number;
  const said = named.find((one) => !agree(one, shown));
  if (said) {
    found.push({
      code: 'name-mismatch',
      message: `Screen readers say ${said.text} where the link is for ${shown.text} (WCAG 2.5.3). Take the number out of aria-label, title and alt: the link’s text is name enough.`,
    });
  }
  if (/^\s*tel:[^?#]*[?#]/i.test(href)) {
    found.push({
      code: 'decorated-href',
      message:
        'Something was added to the address after the number, and a phone may dial its digits. Leave tel: links out of cross-domain measurement.',
    });
  }
  return found;
}

/** The emergency and crisis numbers that a link's words name, other than as part of a longer number. */
function emergenciesIn(text: string, written: string[]): string[] {
  const rest = written
    .filter((one) => one.length > 5)
    .reduce((words, one) => words.replace(one, '…'), text);
  const whole = parsePhoneNumber(rest);
  if (whole && isShort(whole)) return [dialled(whole)];
  return [...rest.matchAll(EMERGENCY)].map((match) => match[1]!.replaceAll('-', ''));
}

function notALink(number: PhoneNumber, elsewhere?: boolean): Problem {
  const start = elsewhere
    ? 'The number stands in a link that does not dial it.'
    : 'On a phone, this number cannot be tapped.';
  const message = `${start} Put it into a link of its own: <a href="${number.href}">.`;
  return { code: 'not-a-link', message };
}

/** Whether a call-tracking script is meant to put another number in its place. */
function isForTracking({ where, href, data, shut }: Sighting, known: Known): boolean {
  const shown = where === 'attribute' || where === 'text' || /^\s*(?:tel|sms):/i.test(href ?? '');
  return shown && !data && !shut && !known.noSwap;
}

function trackingProblems(sighting: Sighting, number: PhoneNumber, known: Known): Problem[] {
  const found: Problem[] = [];
  const { open, seen, where } = sighting;
  if (known.swappedFor) {
    found.push({
      code: 'not-swapped',
      message: `Elsewhere the page shows ${known.swappedFor.text} in place of this number. Put it into a link that an element of this library keeps, or mark it with data-calltrk-noswap if it is to stay.`,
    });
  }
  const isMeant = known.own ?? !known.ownsKnown;
  if (!isMeant || where === 'attribute' || !lineOf(number).startsWith('+1')) return found;
  const unread = seen.find((one) => one.unreadable);
  if (unread) {
    const message =
      unread.unreadable === 'split'
        ? 'The number is spread over several pieces of text, so call-tracking scripts do not find it. Write it in one piece, without tags in it.'
        : `The number has spaces or signs that call-tracking scripts do not know. Write it with single spaces, hyphens or dots: ${unread.number.text}.`;
    found.push({ code: 'unreadable-for-tracking', message });
  }
  if (open) {
    const tag = `<${open.tag}>`;
    found.push(
      open.inside
        ? {
            code: 'inside-open-root',
            message: `The number is in the shadow root of ${tag}, which some call-tracking scripts do not look into. Put it between the tags of an element with a closed root, or with none.`,
          }
        : {
            code: 'hidden-by-open-root',
            message: `${tag} has an open shadow root: CallRail looks into that and passes over what stands between the tags. Take the number out, or close the root.`,
          },
    );
  }
  return found;
}

function unknown(number: PhoneNumber, known: Known): Problem | undefined {
  if (!known.ownsKnown || known.own || isShort(number)) return undefined;
  return {
    code: 'unknown-number',
    message: `${number.text} is none of the clinic’s own numbers, nor shown in place of one. Mend it; or, if it is the clinic’s, name it in “own”.`,
  };
}

function trackedData(number: PhoneNumber, own?: PhoneNumber): Problem {
  return {
    code: 'tracked-in-structured-data',
    message: `Search engines are told ${number.text}, which belongs to call tracking. Structured data keeps the clinic’s own number${own ? `, ${own.text}` : ''}.`,
  };
}
