import { findPhoneNumbers, type FoundNumber } from '../find-numbers.js';
import { parsePhoneNumber, type PhoneNumber } from '../phone-number.js';

/** A number that a person reads in a text. */
export interface SeenNumber<Node extends object = object> {
  number: PhoneNumber;
  /** As a person sees it: runs of white space are one space. */
  written: string;
  /** The text node that it begins in. */
  node: Node;
  /** Why a call-tracking script would not find it, if it would not. */
  unreadable?: 'split' | 'signs';
}

/*
 * What the scripts look for: ten digits in one text node, with at most one of these signs between their
 * groups. A word in capitals is not meant to be replaced.
 */
const READABLE = /\(?\d{3}\)?[-. \u00A0]?\d{3}[-. \u00A0]?\d{4}/;
const VANITY = /[A-Z]/i;
const NORTH_AMERICAN = /^tel:\+1/;
/* Marks for direction, joiners and soft hyphens are not seen. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;

/* Seven digits in whatever script, or three before a word in capitals. */
const LIKELY = /(?:\p{Nd}[^\p{Nd}]*){7}|8\d\d\W{0,3}[A-Z\d]/u;

/** Whether it is worth a closer look: hardly any text is, and a page has a lot of it. */
export const mayHoldNumber = (text: string): boolean => LIKELY.test(text);

/**
 * The numbers in text nodes that stand in one line of text, also where several of them make one number.
 *
 * @param dataOf - a text node's text
 * @param alone - the line is a link that dials, so that all of it may be a number in an unusual form
 */
export function numbersInText<Node extends object>(
  nodes: readonly Node[],
  dataOf: (node: Node) => string,
  alone = false,
): SeenNumber<Node>[] {
  const raw = nodes.map(dataOf).join('');
  if (!mayHoldNumber(raw) && !alone) return [];
  const { text, origin } = asSeen(raw);
  let index = 0;
  let start = 0;
  const numbers = (alone && whole(text)) || findPhoneNumbers(text);
  return numbers.map((found) => {
    const from = origin[found.start]!;
    const to = origin[found.end - 1]! + 1;
    while (from >= start + dataOf(nodes[index]!).length) start += dataOf(nodes[index++]!).length;
    const node = nodes[index]!;
    const data = dataOf(node);
    const { number, written } = found;
    const seen: SeenNumber<Node> = { number, written, node };
    if (!NORTH_AMERICAN.test(number.href) || VANITY.test(written.replace(/ext.*$/i, '')))
      return seen;
    const split = to > start + data.length;
    const part = raw.slice(from, to);
    if (READABLE.test(split ? data.slice(from - start) : part)) return seen;
    return { ...seen, unreadable: READABLE.test(part) ? 'split' : 'signs' };
  });
}

function whole(text: string): FoundNumber[] | undefined {
  const number = parsePhoneNumber(text);
  const written = text.trim();
  const start = text.indexOf(written);
  return number && [{ start, end: start + written.length, written, number }];
}

/** A text as a browser shows it, with plain spaces and hyphens; and where each character came from. */
function asSeen(raw: string): { text: string; origin: number[] } {
  const shown: string[] = [];
  const origin: number[] = [];
  for (let index = 0; index < raw.length; index++) {
    const sign = raw[index]!;
    if (UNSEEN.test(sign)) continue;
    const space = /[ \t\n\r\f]/.test(sign);
    if (space && shown.at(-1) === ' ') continue;
    shown.push(space ? ' ' : plain(sign));
    origin.push(index);
  }
  return { text: shown.join(''), origin };
}

function plain(sign: string): string {
  if (/[\u2010-\u2015\u2212]/.test(sign)) return '-';
  // Not U+00A0: a browser does not fold it, and the scripts read it.
  return /[\u2000-\u200A\u202F\u205F\u3000]/.test(sign) ? ' ' : sign;
}
