import { findPhoneNumbers } from './find-numbers.js';
import { parsePhoneNumber, type PhoneNumber } from './phone-number.js';

/* Call-tracking scripts rewrite these, and assistive technology reads them out. */
const SPOKEN = ['aria-label', 'title'];
const DIALLING = /^\s*(tel|sms):/i;
/* What call-tracking scripts find, within one text node (docs/number-swaps.md). */
const FINDABLE = /\(?\d{3}\)?[-. \u00a0]?\d{3}[-. \u00a0]?\d{4}/;

/** A number as it stands in a text. */
interface Written {
  start: number;
  end: number;
  number: PhoneNumber;
}

/** The first number in a text: the whole of it, or a part as call-tracking scripts would find it. */
export function numberIn(text: string): Written | undefined {
  const whole = parsePhoneNumber(text);
  if (whole) {
    const start = text.length - text.trimStart().length;
    return { start, end: text.trimEnd().length, number: whole };
  }
  return findPhoneNumbers(text)[0];
}

/** Whether a text holds what was meant as a number and is none. */
export function garbled(text: string): boolean {
  return !numberIn(text) && text.replace(/\D/g, '').length >= 7;
}

/**
 * A number in the way that another one is written: digit for digit, so that `210.555.0142` becomes
 * `830.555.0199`; in its own way where they do not match.
 */
export function inTheWayOf(written: string, { text, href }: PhoneNumber): string {
  const own = /^tel:\+1(\d{10})$/.exec(href)?.[1];
  const digits = written.replace(/\D/g, '');
  if (!own || /[a-z]/i.test(written) || !/^1?\d{10}$/.test(digits)) return text;
  const next = [...(digits.length === 11 ? '1' : ''), ...own];
  return written.replace(/\d/g, () => next.shift()!);
}

/** A text with its number replaced by another; the same where it holds none, or that one already. */
export function withNumber(text: string, number: PhoneNumber): string {
  const found = numberIn(text);
  if (!found || found.number.href === number.href) return text;
  const written = text.slice(found.start, found.end);
  return text.slice(0, found.start) + inTheWayOf(written, number) + text.slice(found.end);
}

/** What a link dials; undefined where it dials nothing that a phone could. */
export function dialledBy(link: HTMLAnchorElement): PhoneNumber | undefined {
  const [, , address = ''] = /^\s*(tel|sms):([^?#]*)/i.exec(link.getAttribute('href') ?? '') ?? [];
  // Cross-domain measurement adds a query to every link, tel: too, and a phone may dial its digits.
  return parsePhoneNumber(address);
}

/** The number that a person reads in a link; undefined where it has words instead. */
export function shownBy(link: HTMLAnchorElement): PhoneNumber | undefined {
  return numberIn(link.textContent ?? '')?.number;
}

/** The clinic's own number, as far as the link alone can tell; a script may have been there before. */
export function ownIn(link: HTMLAnchorElement): PhoneNumber | undefined {
  const [dialled, read] = [dialledBy(link), shownBy(link)];
  // Where scripts cannot find the number that is read, they change only what is dialled.
  return canBeFound(link) ? (dialled ?? read) : (read ?? dialled);
}

/** Whether call-tracking scripts find the number that is read. */
export const canBeFound = (link: Element): boolean =>
  textNodes(link).some(({ data }) => FINDABLE.test(data));

/**
 * Makes a link dial, show and say a number. Its text nodes are kept, because scripts hold on to them; a
 * number that was spread over several comes together in the first. Words stay words.
 *
 * @returns whether anything had to be changed
 */
export function writeNumber(link: HTMLAnchorElement, number: PhoneNumber): boolean {
  let changed = false;
  const scheme = DIALLING.exec(link.getAttribute('href') ?? '')?.[1]?.toLowerCase() ?? 'tel';
  const href = number.href.replace(/^tel/, scheme);
  if (link.getAttribute('href') !== href) {
    link.setAttribute('href', href);
    changed = true;
  }
  for (const name of SPOKEN) {
    const said = link.getAttribute(name);
    const next = said && withNumber(said, number);
    if (next && next !== said) {
      link.setAttribute(name, next);
      changed = true;
    }
  }
  return writeText(link, number) || changed;
}

function writeText(link: HTMLAnchorElement, number: PhoneNumber): boolean {
  const texts = textNodes(link);
  const text = texts.map(({ data }) => data).join('');
  const found = numberIn(text);
  if (!found) return false;
  const [first, ...more] = texts.filter(({ length, start }) => {
    return start < found.end && start + length > found.start;
  });
  if (found.number.href === number.href && !more.length) return false;
  const from = found.start - first!.start;
  const written = text.slice(found.start, found.end);
  const next = found.number.href === number.href ? written : inTheWayOf(written, number);
  const rest = first!.data.slice(found.end - first!.start);
  for (const part of more) part.node.data = part.data.slice(Math.max(0, found.end - part.start));
  first!.node.data = first!.data.slice(0, from) + next + rest;
  return true;
}

function textNodes(link: Element): { node: Text; data: string; start: number; length: number }[] {
  const walker = link.ownerDocument.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  const found = [];
  let start = 0;
  for (let node; (node = walker.nextNode() as Text | null); start += node.length) {
    found.push({ node, data: node.data, start, length: node.length });
  }
  return found;
}
