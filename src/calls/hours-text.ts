import {
  ALL_DAY,
  BEFORE_DATE,
  DATES,
  DAYS,
  EVERY_DAY,
  HOURS,
  readDates,
  readDays,
  readHours,
  type HoursEntry,
} from './hours-words.js';

/** What could be read, and what could not. */
export interface HoursReading {
  entries: HoursEntry[];
  unreadable: string[];
}

/* Of text that is read, and of what an exception is called. */
const LONGEST = 10_000;
const LONGEST_LABEL = 120;

/* Each is tried at one place only, so that no text takes long. */
const pattern = (source: string): RegExp => new RegExp(source, 'iy');
const GAP = pattern(' ?[:,.]? ?');
const NAMED_DAYS = pattern(DAYS);
const NAMED_HOURS = pattern(HOURS);
const NAMED_DATES = pattern(DATES);
const END = pattern(' ?(?:,|$) ?');
/* What would make a time before it another one. */
const MORE_TIME = pattern(' ?[-\\u2010-\\u2015\\u2212:.,/] ?\\d|\\w');

/** Reads a text piece by piece, from left to right. */
class Reader {
  at = 0;

  constructor(readonly text: string) {}

  get rest(): string {
    return this.text.slice(this.at);
  }

  sees(what: RegExp): RegExpExecArray | null {
    what.lastIndex = this.at;
    return what.exec(this.text);
  }

  take(what: RegExp): RegExpExecArray | null {
    const found = this.sees(what);
    if (found) this.at = what.lastIndex;
    return found;
  }
}

/** Without signs that nobody sees, or that an editor has put around it; with white space in one form. */
const tidy = (text: string): string =>
  text
    .replace(/["\u201C-\u201F\u2033\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/[^\S\n]+/g, ' ');

function readEach(
  text: string,
  separator: RegExp,
  read: (piece: Reader) => HoursEntry[] | undefined,
): HoursReading {
  const reading: HoursReading = { entries: [], unreadable: [] };
  // Half a piece would be read as another one.
  if (text.length > LONGEST) return { entries: [], unreadable: [text] };
  for (const written of tidy(text).split(separator)) {
    const piece = new Reader(written.trim());
    while (piece.rest) {
      const start = piece.at;
      const entries = read(piece);
      if (entries) reading.entries.push(...entries);
      else {
        reading.unreadable.push(piece.text.slice(start));
        break;
      }
    }
  }
  return reading;
}

/**
 * Reads schema.org's `openingHours`, and what people write for it: `Mo-Fr 08:00-12:00,13:00-17:00; Sa closed`,
 * `24/7`, `Monday to Friday: 8am – 5:30pm`. Days without times are open all day.
 */
export function readWeek(text: string): HoursReading {
  const plain = text
    .replace(/['\u2018\u2019\u2032]/g, '')
    .replace(/\b(?:daily|every ?day)\b/gi, 'Mo-Su')
    .replace(/\bweekdays\b/gi, 'Mo-Fr')
    .replace(/\bweekends\b/gi, 'Sa-Su');
  return readEach(plain, /[;\n]/, (piece) => {
    const named = piece.take(NAMED_DAYS)?.[0];
    if (named) piece.take(GAP);
    const said = piece.take(NAMED_HOURS)?.[0];
    const spans = said ? readHours(said) : [ALL_DAY];
    // "24/7" alone is every day; times alone have lost theirs.
    const days = named ? readDays(named) : said && spans?.[0] === ALL_DAY && EVERY_DAY;
    return days && spans && piece.take(END) ? [{ days, spans }] : undefined;
  });
}

/** Reads holidays: `2026-12-25 closed Christmas Day; 07-04 closed; 2026-12-28/2026-12-31 Mo-Fr 09:00-12:00`. */
export function readHolidays(text: string): HoursReading {
  return readEach(text, new RegExp(`[;\\n]|${BEFORE_DATE}`, 'i'), (piece) => {
    const [, first, last] = piece.take(NAMED_DATES) ?? [];
    const dates = first && readDates(first, last);
    piece.take(GAP);
    const named = piece.take(NAMED_DAYS)?.[0];
    if (named) piece.take(GAP);
    const said = piece.take(NAMED_HOURS)?.[0];
    const days = named ? readDays(named) : EVERY_DAY;
    const spans = said && readHours(said);
    if (!dates || !days || !spans || (spans.length && piece.sees(MORE_TIME))) return undefined;
    const label = piece.rest
      .replace(/^[-\u2010-\u2015:,. ]+/, '')
      .replace(/^\((.*)\)$/, '$1')
      .slice(0, LONGEST_LABEL);
    piece.at = piece.text.length;
    return [{ days, spans, ...dates, label: label || undefined }];
  });
}
