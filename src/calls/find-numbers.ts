import { parsePhoneNumber, toPlainSigns, type PhoneNumber } from './phone-number.js';

/** A phone number in a text. */
export interface FoundNumber {
  /** Where it begins and ends in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** The text between these. */
  written: string;
  number: PhoneNumber;
}

/* Every repetition is bounded, so that a long text costs no more than its length. */
const NUMBER = new RegExp(
  [
    // +1 and ten digits in whatever groups
    String.raw`\(?\+1\)?(?:[-. /]{0,2}\(?\d\)?){10}(?!\d)`,
    // +44 20 7946 0123, +49 (0)30 901820; 7 is the only code of one digit but 1.
    String.raw`\(?\+(?:7|[2-9]\d)(?:\)?[-. /]{0,2}\(?\d){5,13}(?!\d)`,
    // (210) 555-0142, (210)555.0142; the line may end after the area
    String.raw`(?:1[-. ]?)?\([2-9]\d\d\)[-./]?\s{0,2}\d{3}(?: - |[-. ]?)\d{4}`,
    // 210-555-0142, 210.555.0142, 210 555 0142, 210 - 555 - 0142: the same sign twice
    String.raw`(?:1[-. ])?[2-9]\d\d(?<sign>[-. ]| - )\d{3}\k<sign>\d{4}`,
    // 210 555-0142, 210/555-0142
    String.raw`(?:1[-. ])?[2-9]\d\d[ /]\d{3}-\d{4}`,
    // 1-800-FLOWERS, (800) FLOWERS, 800-555-SPINE; "800 PATIENTS" is none
    String.raw`(?:(?:\+?1[-. ]\(?|\()8(?:00|22|33|44|55|66|77|88)\)?[-. ]|8(?:00|22|33|44|55|66|77|88)[-.])(?=[\d-]{0,6}[A-Z])[A-Z\d](?:-?[A-Z\d]){5,11}`,
  ].join('|'),
  'g',
);
const EXTENSION =
  /[,;]? ?(?:\((?:ext(?:ensi[oó])?n?|x)[.:]? ?\d{1,7}\)|(?:ext(?:ensi[oó])?n?|x)[.:]? ?\d{1,7}(?!\d))/iy;

/* As far as is looked before and behind a number. */
const NEAR = 64;
const NO = String.raw`(?: (?:id|no|num|nr|number|code))?\.?[ :#-]{0,3}$`;
/** What stands right before digits that are no phone number, or part of something longer. */
const NOT_AFTER = [
  /[\p{Nd}_$€£¥₹#№%&@=*+/\\~^<>]$/u,
  /\p{Nd}[-.]$/u,
  /\d:$/,
  /(?:^|\D)\d{1,3},$/,
  /(?:[$€£¥₹]|\b(?:usd|eur))\s$/i,
  // An address or a name with a domain
  /(?:\/\/|www\.|@)\S*$/,
  new RegExp(
    String.raw`\b(?:ref(?:erence)?|referencia|order|pedido|case|claim|invoice|factura|policy|p[oó]liza|member|account|acct|ticket|confirmation|npi|mrn|isbn|issn|dea|ein|ndc|upc|licen[cs]e|lic|serial|tracking|batch|lot|model|sku|part|item|version|id|doi|pin)` +
      NO,
    'i',
  ),
];
/** What stands right behind such digits. */
const NOT_BEFORE = [
  /^[\p{L}\p{Nd}_%@=*\\~^°]/u,
  /^[-_][\p{L}\p{Nd}]/u,
  /^\.[\p{Nd}a-z]/u,
  /^[/:]\d/,
  // A dose, a price
  /^\s?(?:[mk]?g|mcg|[µμu]g|[md]?l|iu|units?|mmol|meq|bpm|k?cal|usd|eur|dollars|euros?|[$€£%‰])(?![\p{L}\p{Nd}])/iu,
];
const FAX_BEFORE = new RegExp(String.raw`(?:\bfax|(?:^|[\s|])f(?=[.:]))` + NO, 'i');
const PHONE_AND_FAX =
  /\b(?:phone|telephone|tel|tel[eé]fono|call|voice)\b[^\p{L}\d]{0,3}(?:(?:and|or|y|o)\b)?[^\p{L}\d]{0,3}fax[^\p{L}\d]*$/iu;
/* "(210) 555-0142 Fax (210) 555-0143": the word belongs to what follows. */
const FAX_BEHIND = /^\s?-?\s?[([]?fax\b(?![^\p{L}\d]{0,4}\d)/iu;

/**
 * Finds the phone numbers in a text as a person would see them, from its start to its end: North American ones
 * with their area code, toll-free ones with letters, and others with a plus. Rather too few than too many: not
 * ten digits in a row (an NPI, an account), not a fax number, nor what is said to be a reference, a dose, a
 * price; and nothing that is part of a longer row of digits or of an address. Short codes are not looked for.
 */
export function findPhoneNumbers(text: string): FoundNumber[] {
  const { signs, at } = readable(text);
  const found: FoundNumber[] = [];
  for (const match of signs.matchAll(NUMBER)) {
    const [main] = match;
    EXTENSION.lastIndex = match.index + main.length;
    const end = EXTENSION.lastIndex + (EXTENSION.exec(signs)?.[0].length ?? 0);
    const before = signs.slice(Math.max(0, match.index - NEAR), match.index);
    const behind = signs.slice(end, end + NEAR);
    if (!standsAlone(main, before, behind)) continue;
    const [first, last] = [at[match.index]!, at[end - 1]!];
    const written = text.slice(first, last + String.fromCodePoint(text.codePointAt(last)!).length);
    const number = parsePhoneNumber(written);
    if (number) found.push({ start: first, end: first + written.length, written, number });
  }
  return found;
}

function standsAlone(main: string, before: string, behind: string): boolean {
  if (NOT_AFTER.some((pattern) => pattern.test(before))) return false;
  if (NOT_BEFORE.some((pattern) => pattern.test(behind))) return false;
  if (/^[\d+]/.test(main) && /\p{L}[-.]?$/u.test(before)) return false;
  // One row of numbers in a table, or a big one: 210 555 0142 1200, +250 000 000, +25.1234567
  if (/^[\d ]+$/.test(main) && (/\d{3} $/.test(before) || /^ \d/.test(behind))) return false;
  if (/^\+\d{1,3}(?:(?:[ .]\d{3}){1,2}|\.\d+)$/.test(main)) return false;
  if (FAX_BEHIND.test(behind)) return false;
  return !FAX_BEFORE.test(before) || PHONE_AND_FAX.test(before);
}

/** The text in plain signs, each with its place in the text. */
function readable(text: string): { signs: string; at: number[] } {
  const at: number[] = [];
  let signs = '';
  for (let index = 0; index < text.length;) {
    const sign = String.fromCodePoint(text.codePointAt(index)!);
    // "0142²" has a footnote.
    const plain = sign > '\x7f' && !/\p{No}/u.test(sign) ? toPlainSigns(sign) : sign;
    // What becomes several signs is none that numbers are written with.
    const put = plain.length > 1 ? sign : plain;
    for (let unit = 0; unit < put.length; unit++) at.push(index);
    signs += put;
    index += sign.length;
  }
  return { signs, at };
}
