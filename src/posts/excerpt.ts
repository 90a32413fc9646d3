import { collapse } from '../foundation/text.js';

export interface ExcerptOptions {
  /** BCP 47, for where its words end; `en` by default. */
  language?: string;
  /** The title above the excerpt, which the excerpt does not say again. */
  title?: string;
  /** An excerpt of fewer characters is none, 0 by default. */
  minLength?: number;
}

/* Far more than any excerpt; what a feed says beyond it is not read. */
const READ_LIMIT = 20_000;
/* How far behind the room a number or an address that begins within it is looked for. */
const LOOK_AHEAD = 500;

/* Taken off one after another: repeated within the expression, a row of dots would take for ever. */
const OLD_ENDING = /(?:\[\s*(?:…|\.{3,}|&hellip;)\s*\]|…|\.{3,}|(?:\. ){2}\.|&hellip;|\s)$/u;
/* Without its link: what a theme puts behind its ellipsis. */
const READ_ON =
  /(?<=(?:…|\.{3})\]?)\s*(?:continue reading|read more|seguir leyendo|leer más|weiterlesen)\b.*$/iu;
/* What may not stand before the ellipsis of a cut; a number of a list neither. */
const LOOSE_ENDING =
  /(?:\[\s*(?:…|\.{3,})\s*\]|…|\.{3,}|(?:\. ){2}\.|[\s,;:、，；：؛،–—([{«「『（¿¡„#@&/|•·-]|(?<=[.!?]\s)\d{1,2}\.|(?:^|[\s([])“)$/u;
const SENTENCE_ENDING = /[.!?؟।]["'”’»)\]]*$/u;
const SENTENCE_END = /[.!?؟।]+["'”’»)\]]*(?=\s)|[。！？]+[」』）]*/gu;
const BRACKETS = ['()', '[]', '{}', '«»', '“”', '「」', '『』', '（）'] as const;

const TAG = /<!--[^]*?-->|<\/?([a-z][a-z\d-]*)(?:[\s/][^<>]*)?>/gi;
const INLINE = /^(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr)$/i;
const BRACKETED = /\[(\/?)([a-z][\w-]*)(?![\w-])([^[\]]*)\]/gi;
/* By who cut the text, or by us. */
const CUT_BRACKET = /^\[(\/?)([a-z][\w-]*)(?![\w-])([^[\]]*)$/i;
/* What is dropped may have stood inside another; nobody writes more than a few inside one another. */
const ROUNDS = 20;
/* The ones that WordPress brings; others are told by their shape. */
const SHORTCODE = /^(?:audio|caption|embed|gallery|playlist|video|wp_caption)$/i;

/* Numbers, in any digits, keep what they are numbers of: "2.5 mg", "500 mg/day", "1–2 tablets", "38.5 °C", "50 %",
   "3 weeks", "٥٠٠ ملغ". A script without spaces goes on behind its unit. */
const NUMBER = String.raw`[\p{Nd}½¼¾]+(?:[.,:/'’٫٬]\p{Nd}+)*[½¼¾]?`;
const RANGE = String.raw`${NUMBER}(?:\s?[–—x×/-]\s?${NUMBER})*`;
const LETTERS = String.raw`[\p{L}\p{M}µ²³]{1,30}`;
const UNIT = String.raw`(?:[%‰٪]|°\s?[CF]?|(?:[\p{L}\p{M}]{1,5}\.){2,}|${LETTERS}(?:["״]\p{L})?(?:/[\p{L}µ²³\d]+)*)`;
const KEPT: RegExp[] = [
  // Web and e-mail addresses, also without a scheme.
  /(?:https?:\/\/|www\.)\S*[\p{L}\p{N}/]/giu,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /[\w-]+(?:\.[a-z][\w-]+)+(?:\/\S*[\w/])?/gi,
  // Telephone numbers, with an extension; "1-800-NUMBERS", "L5-S1".
  /\+?\(?\d[\d\s()./–-]{4,}\d(?:,?\s?(?:ext\.?|x|extensión)\s?\d+)?/giu,
  /[a-z\d.,:/+-]*\d[a-z\d.,:/+-]*[a-z\d]/gi,
  new RegExp(
    String.raw`[$€£+<>≤≥~±]*\s?${RANGE}(?:\s(?:to|or|and|a|o|y|bis|oder|und|à|ou|et)\s${RANGE})?(?:\s?[€]|\s?${UNIT})?`,
    'gu',
  ),
  // "May 12, 2026", "12 May 2026", "12 de mayo de 2026".
  /\p{Lu}\p{L}+(?:\.(?!\s\d{1,2}\.\s))?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?/gu,
  // "am 3. Mai".
  /(?<=[\p{L},]\s)\d{1,2}\.\s\p{L}+/gu,
  /\d{1,2}\.?(?:\s(?:de|of))?\s\p{L}{3,}\.?(?:\s(?:de|del))?,?\s\d{4}/gu,
  // "Dr. Smith", "J. Smith", "e.g. rest", "p. ej. reposo", "No. 5".
  /(?:^|[^\p{L}\p{N}])(?:(?:Dra?|Mrs?|Ms|Prof|Sra?|Srta|Sta?|Nos?|Nr|Núm|vs|approx|aprox|bzw|ca|cf|ej|evtl|Fig|ggf|incl?|inkl|max|máx|min|mín|Tel|Vol|pp|pág|\p{L})\.\s?)+[\p{L}\p{N}]+/giu,
];
/* Better not cut either, but a word of these alone may be longer than the room. */
const KEPT_IF_POSSIBLE = /[\p{L}\p{N}]+(?:[-‐‑'’/][\p{L}\p{N}]+)+/gu;

/**
 * The beginning of a text, at most `maxLength` characters and one `…` more where something is missing.
 *
 * - Ends behind a sentence (`. …`), if one ends in the last third of the room, else behind a word; but not
 *   inside a telephone number, a dosage or other number with its unit, a date, an address of web or e-mail,
 *   or a name after its title. Where a text begins with one of these that is longer than the room, there is
 *   no excerpt; a single longer word is cut.
 * - Leaves no bracket or quotation open, where that costs no more than half the room.
 * - HTML and shortcodes are dropped. In square brackets that is a closing tag (`[/x]`), a name with attributes
 *   (`[x y="1"]`), with an underscore (`[vc_row]`), with its closing tag in the text, or one of WordPress's own
 *   (`[gallery]`); so `[see below]`, `[sic]` and `[1]` stay.
 * - An ending that says "cut" already (`…`, `...`, `[…]`, half a shortcode) becomes one `…`.
 * - A title at the beginning is dropped, if what follows is a sentence of its own.
 *
 * @param text - plain text
 * @param maxLength - in characters as people count them (grapheme clusters); 1 or more
 * @param options - or only the language
 */
export function excerptOf(
  text: string | null | undefined,
  maxLength: number,
  options: string | ExcerptOptions = {},
): string {
  const given = typeof options === 'string' ? { language: options } : options;
  const { language = 'en', minLength = 0 } = given;
  const title = collapse(given.title);
  const read = wellFormed((text ?? '').slice(0, READ_LIMIT));
  const whole = withoutTitle(collapse(withoutMarkup(read)), title);
  const bare = withoutEnding(
    whole.slice(0, -300) + whole.slice(-300).replace(READ_ON, ''),
    OLD_ENDING,
  );
  const missing = bare !== whole || (text?.length ?? 0) > READ_LIMIT;
  const room = roomIn(bare, maxLength, language);
  const kept = room.fits ? bare : cutAt(bare, room, language);
  const excerpt = kept && (room.fits && !missing ? kept : withEllipsis(kept));
  // Cut so short that only the title is left.
  if (withoutTitle(excerpt, title) !== excerpt) return '';
  return minLength && roomIn(excerpt, minLength - 1, language).fits ? '' : excerpt;
}

function withEllipsis(text: string): string {
  return `${text}${SENTENCE_ENDING.test(text) ? ' ' : ''}…`;
}

/** Without what the expression finds at the end, one after another, and without a shortcode that was cut. */
function withoutEnding(text: string, ending: RegExp): string {
  for (;;) {
    const tail = text.slice(-50);
    const found = ending.exec(tail);
    const bracket = text.lastIndexOf('[');
    if (found) text = text.slice(0, text.length - tail.length + found.index);
    else if (bracket >= 0 && isCutShortcode(text.slice(bracket))) text = text.slice(0, bracket);
    else return text;
  }
}

function isCutShortcode(text: string): boolean {
  const [, slash, name, rest] = CUT_BRACKET.exec(text) ?? [];
  return name !== undefined && (!!slash || isShortcode(name, rest!));
}

function isShortcode(name: string, rest: string): boolean {
  return (
    name.includes('_') ||
    /\s[\w-]+=["'“”″‘’′\w]/.test(rest) ||
    /\/\s*$/.test(rest) ||
    (SHORTCODE.test(name) && !rest.trim())
  );
}

function wellFormed(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}

function withoutMarkup(text: string): string {
  let before = '';
  for (let round = 0; round < ROUNDS && before !== text; round++) {
    before = text;
    const closed = new Set(
      Array.from(text.matchAll(BRACKETED), ([, slash, name]) => slash && name!.toLowerCase()),
    );
    text = text
      .replace(TAG, (_, name: string | undefined) => (name && INLINE.test(name) ? '' : ' '))
      .replace(BRACKETED, (written, slash: string, name: string, rest: string) =>
        slash || closed.has(name.toLowerCase()) || isShortcode(name, rest) ? ' ' : written,
      );
  }
  return text;
}

function withoutTitle(text: string, title: string): string {
  const plain = title.replace(/[\s.:…|]+$/u, '').slice(0, 300);
  if (!/[\p{L}\p{N}]$/u.test(plain.replace(/[!?！？"'”’»)\]]+$/u, ''))) return text;
  const pattern = plain
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/["“”„«»]/g, '["“”„«»]')
    .replace(/['’‘]/g, "['’‘]")
    .replace(/[-–—]/g, '[-–—]');
  const again = new RegExp(`^["“«]?${pattern}(?![\\p{L}\\p{N}])["”»]?`, 'iu');
  for (;;) {
    const [found] = again.exec(text) ?? [''];
    const rest = text.slice(found.length);
    const own = /[!?！？]["'”’»)\]]*$/u.test(found) || /^\s*(?:$|[.!?…|。！？])/u.test(rest);
    const isTwice = again.test(rest.trimStart());
    // "Sciatica – a pain in the leg – is common" goes on, and so does "Sciatica Is …".
    const long =
      plain.split(' ').length > 2 && /^\s*(?:[:–—-]\s|["“«¿¡]?\p{Lu}|["“«¿¡]?\d)/u.test(rest);
    if (!found || !(own || long || isTwice)) return text;
    text = rest.replace(/^[\s.:…|!?。！？–—-]+/u, '');
  }
}

interface Room {
  fits: boolean;
  /** Indices behind each character, ascending. */
  ends: number[];
}

function roomIn(text: string, most: number, language: string): Room {
  const ends: number[] = [];
  if (text.length <= most) return { fits: true, ends };
  for (const { index, segment } of segments(text, language, 'grapheme')) {
    if (ends.length >= most) return { fits: false, ends };
    ends.push(index + segment.length);
  }
  return { fits: true, ends };
}

function cutAt(text: string, { ends }: Room, language: string): string {
  const most = ends.at(-1) ?? 0;
  const near = text.slice(0, most + LOOK_AHEAD);
  const kept = KEPT.flatMap((pattern) => spansOf(near, pattern));
  const also = spansOf(near, KEPT_IF_POSSIBLE);
  const isFree = (at: number, spans: Span[]) => !spans.some(([from, to]) => from < at && at < to);

  const characters = new Set(ends);
  const inRoom = (at: number) => characters.has(at);
  const sentences = spansOf(near, SENTENCE_END)
    .map(([, to]) => to)
    .filter((at) => inRoom(at) && ends.indexOf(at) + 1 >= (ends.length * 2) / 3);
  const words: number[] = [];
  for (const { index, segment } of segments(near, language, 'word')) {
    const at = index + segment.length;
    if (at > most) break;
    if (inRoom(at) && segment.trim()) words.push(at);
  }
  const at =
    sentences.findLast((each) => isFree(each, kept)) ??
    words.findLast((each) => isFree(each, kept) && isFree(each, also)) ??
    words.findLast((each) => isFree(each, kept)) ??
    // One word longer than all the room.
    ends.findLast((each) => isFree(each, kept)) ??
    0;
  return withoutOpen(tidy(text.slice(0, at), kept), kept, ends.length);
}

/** Without what may not stand at an end; what is kept whole is not ended inside by that either. */
function tidy(cut: string, kept: Span[]): string {
  for (;;) {
    const end = withoutEnding(cut, LOOSE_ENDING).length;
    const inside = kept.find(([from, to]) => from < end && end < to);
    const next = cut.slice(0, inside ? inside[0] : end);
    if (next === cut) return cut;
    cut = next;
  }
}

/** Ends before a bracket or quotation that is not closed. */
function withoutOpen(cut: string, kept: Span[], room: number): string {
  for (const pair of BRACKETS) {
    const [open, close] = [pair.charAt(0), pair.charAt(1)];
    const at = cut.lastIndexOf(open);
    // „So“ closes with what opens “so”.
    if (at < 0 || cut.includes(close, at) || cut.includes('„')) continue;
    const before = tidy(cut.slice(0, at), kept);
    if (before.length >= room / 2) return withoutOpen(before, kept, room);
  }
  return cut;
}

type Span = [from: number, to: number];

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (match) => [
    match.index,
    match.index + match[0].length,
  ]);
}

/* Flags, letters with their marks, and emoji joined to one. */
const CHARACTER =
  /(?:\p{RI}\p{RI}|\r\n|[^])(?:[\p{M}\p{Emoji_Modifier}\u200C\u{E0020}-\u{E007F}]|\u200D\p{Extended_Pictographic}|\u200D)*/gu;

function segments(
  text: string,
  language: string,
  granularity: 'grapheme' | 'word',
): Iterable<{ index: number; segment: string }> {
  try {
    return new Intl.Segmenter(language, { granularity }).segment(text);
  } catch {
    // Firefox before 125 has no Segmenter; a wrong language tag throws.
    const pattern = granularity === 'word' ? /\s*\S+/gu : CHARACTER;
    return Array.from(text.matchAll(pattern), (m) => ({ index: m.index, segment: m[0] }));
  }
}
