import { markupWithin, textOf, type Markup } from '../../foundation/markup.js';
import { safeEndpoint, safeImage } from '../../foundation/safe-url.js';
import { visibleText } from '../../foundation/text.js';
import { articleKey, type PostImage } from '../post.js';

/** Of a longer list the rest is not looked at. */
export const MOST_POSTS = 200;
/* More than any article has of categories, or of sizes of its picture; and longer than any category's name. */
const MOST_WORDS = 20;
const LONGEST_NAME = 100;

/** The value's own fields, or none. */
export function record(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Names, each once, or undefined where there are none. */
export function namesOf(names: Iterable<string>): string[] | undefined {
  const found = [...new Set(names)].filter((name) => name && name.length <= LONGEST_NAME);
  return found.length ? found.slice(0, MOST_WORDS) : undefined;
}

/** A BCP 47 tag as it is written, or undefined where it is none. */
export function languageTag(value: unknown): string | undefined {
  return /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i.test(string(value) ?? '') ? String(value) : undefined;
}

/* The year 1 is what some programs write for no date. */
const ISO =
  /^([1-9]\d{3})-(\d\d?)-(\d\d?)(?:[T ](\d\d?:\d\d(?::\d\d)?)(?:[.,]\d+)?(?: ?(Z|UTC|GMT|[+-]\d\d:?\d\d))?)?$/i;
/* As feeds write it, not always by the letter. */
const RFC_822 =
  /^(?:[a-z]{2,9}\.?,? ?)?(\d\d?)[ -]([a-z]{3})[a-z]*\.?[ -](\d{4}|\d\d)(?: (\d\d?:\d\d(?::\d\d)?)(?:\.\d+)?(?: ([+-]\d\d:?\d\d|[a-z]+))?(?: \([a-z]*\))?)?$/i;
/* "March 4, 2026", and the `Wed Mar 04 2026 …` of JavaScript. */
const IN_ENGLISH = /^(?:[a-z]{3,9},? )?([a-z]{3})[a-z]*\.? (\d\d?),? (\d{4})\b/i;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/**
 * An ISO 8601 day or date-time with the day that was written, whatever the visitor's time zone; out of ISO
 * 8601, RFC 822 (`Wed, 03 Dec 2025 14:15:00 +0000`, where a zone's name other than GMT is left out), a day in
 * English, or a number of seconds or milliseconds since 1970.
 * Undefined where it is no date; WordPress writes `0000-00-00` for none.
 */
export function isoDate(value: unknown): string | undefined {
  const text = visibleText((sinceEpoch(value) ?? string(value))?.slice(0, 60));
  let [, year = '', month = '', day = '', time, zone] = ISO.exec(text) ?? [];
  if (!day) {
    [, day = '', month = '', year = '', time, zone] = RFC_822.exec(text) ?? [];
    if (!day) [, month = '', day = '', year = ''] = IN_ENGLISH.exec(text) ?? [];
    month = String(MONTHS.indexOf(month.toLowerCase()) / 3 + 1);
    // RFC 2822's rule for years of two digits.
    if (year.length === 2) year = (Number(year) < 50 ? '20' : '19') + year;
  }
  if (/^(?:z|utc?|gmt)$/i.test(zone ?? '')) zone = 'Z';
  else if (!/\d/.test(zone ?? '')) zone = '';
  time = time?.replace(/^\d:/, '0$&');
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // 30 February rolls over into March in some engines.
  const isDay = /^\d{4}-\d\d-\d\d$/.test(written) && new Date(written).getUTCDate() === Number(day);
  if (!isDay) return undefined;
  if (!time || !/^(?:[01]\d|2[0-3]):[0-5]\d/.test(time)) return written;
  return `${written}T${time}${zone?.replace(/^(...)(\d\d)$/, '$1:$2') ?? ''}`;
}

/** Not a year (2026) and not a day written as a number (20260304). */
function sinceEpoch(value: unknown): string | undefined {
  if (typeof value !== 'number' || !(value > 1e8 && value < 1e13)) return undefined;
  return new Date(value < 1e11 ? value * 1000 : value).toISOString();
}

/** A whole number of pixels. Some sites write it as text. */
export function pixels(value: unknown): number | undefined {
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : 0;
  return Number.isInteger(number) && number > 0 && number < 1e5 ? number : undefined;
}

/** A picture in other sizes, as `srcset` has them: only safe addresses, with nothing that ends an entry. */
export function srcsetOf(
  sizes: Iterable<[url: string | undefined, size: string]>,
  base: string,
): string | undefined {
  const found = new Map<string, string>();
  for (const [address, size] of sizes) {
    const url = safeEndpoint(address, base)?.replace(/,/g, '%2C');
    if (url && /^\d+(?:\.\d+)?[wx]$/.test(size)) found.set(size, `${url} ${size}`);
    if (found.size === MOST_WORDS) break;
  }
  return found.size > 1 ? [...found.values()].join(', ') : undefined;
}

/** A picture as an attribute-like record of text says it: `src`, `alt`, `srcset`, `width`, `height`. */
export function imageOf(
  { src, alt, srcset, width, height }: Record<string, unknown>,
  base: string,
): PostImage | undefined {
  const url = safeImage(string(src), base);
  if (!url) return undefined;
  // An address holds no white space; a comma ends an entry only before white space.
  const sizes = (string(srcset) ?? '').slice(0, 10_000).split(/,(?:\s+|$)/);
  return defined({
    url,
    alt: visibleText(string(alt)),
    srcset: srcsetOf(
      sizes.map((size) => size.trim().split(/\s+/) as [string, string]),
      base,
    ),
    width: pixels(width),
    height: pixels(height),
  });
}

/**
 * Whether an address is at the site of one of these pages, its subdomains included. A picture that somebody
 * put into a text may be there to count readers: it is shown only from where the text comes from.
 */
export function isOwn(address: string, ...pages: string[]): boolean {
  const { host } = new URL(address);
  return pages.some((page) => `.${host}`.endsWith(new URL(page).host.replace(/^(?:www\.)?/, '.')));
}

/* What stands beside the words of a text: headings and captions; by whom and when, which Drupal's feeds begin with;
   what is for screen readers alone. */
const BESIDES = /^(?:h[1-6]|figure|figcaption|table|nav|button|form)$/;
const BESIDES_CLASS =
  /\b(?:meta|byline|field--name-(?:title|uid|created)|screen-reader-text|sr-only|visually-hidden)\b/;

function withoutBesides(node: Markup): Markup {
  const children = node.children.flatMap((part) => {
    if (typeof part === 'string') return part;
    const { name, attributes } = part;
    const isBesides = BESIDES.test(name) || BESIDES_CLASS.test(attributes.class ?? '');
    return isBesides ? [] : withoutBesides(part);
  });
  return { ...node, children };
}

/**
 * The words of an excerpt, without headings, captions and the like, and without what leads on to the article itself
 * at its end: a "Continue reading" in any language, or a paragraph that also links elsewhere ("The post … appeared
 * first on …").
 *
 * @param url - the article's
 */
export function excerptIn(html: Markup, url: string): string {
  const words = withoutBesides(html);
  const whole = textOf(words) || textOf(html);
  const key = articleKey(url);
  const leadsOn = ({ name, attributes: { href } }: Markup) => {
    const to = name === 'a' ? safeEndpoint(href, url) : undefined;
    return !!to && articleKey(to) === key;
  };
  let text = whole;
  for (const part of markupWithin(words).reverse()) {
    const links = part.name === 'p' ? markupWithin(part).filter(({ name }) => name === 'a') : [];
    if (!leadsOn(part) && !(links.length > 1 && links.some(leadsOn))) continue;
    const end = textOf(part);
    if (text.endsWith(end)) text = text.slice(0, text.length - end.length).trim();
  }
  // Where all of it is a link, there is nothing else to show.
  return text || whole;
}

/** An `img`, but not a pixel that counts readers. */
export function isPicture({ name, attributes }: Markup): boolean {
  return name === 'img' && attributes.width !== '1' && attributes.height !== '1';
}

/** The same without fields that have no value. */
export function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
