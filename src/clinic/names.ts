const TITLE = /^(?:dr|prof|mr|ms|mrs|mx)\.?$/i;

/** The first letters of the first and the last name, for where there is no portrait: `AR` of `Dr. Ana Ruiz`. */
export function initialsOf(name: string): string {
  const words = name
    .split(',')[0]!
    .split(/[\s-]+/)
    .filter((word) => /^\p{L}/u.test(word));
  const names = words.filter((word) => !TITLE.test(word));
  const [first, last] = [names[0], names.length > 1 ? names.at(-1) : undefined];
  // By code point: half of a character would be none.
  return [first, last]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/* `en`, `es-MX`, `zh-Hant`; an author's `Thai` has four letters and no hyphen. */
const TAG = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i;

/**
 * Languages as people of another language call them: `English`, `inglés`. What is no BCP 47 tag is an author's
 * own words, and stays as it is.
 *
 * @param tags - separated by commas, or by spaces where there are tags only
 * @param language - BCP 47, of those who read it
 */
export function languageNames(tags: string, language: string): string[] {
  let names: Intl.DisplayNames | undefined;
  try {
    names = new Intl.DisplayNames([language, 'en'], { type: 'language', fallback: 'none' });
  } catch {
    /* a language that the browser does not know */
  }
  const nameOf = (tag: string): string => {
    try {
      return (TAG.test(tag) && names?.of(tag)) || tag;
    } catch {
      return tag;
    }
  };
  const words = tags.trim().split(/\s+/);
  return (words.every((word) => TAG.test(word)) ? words : splitList(tags)).map(nameOf);
}

/** `Spine surgery, Sports medicine` as its parts. */
export const splitList = (text: string): string[] =>
  text
    .split(/[,;\r\n]+/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

/** Parts as a list in a language, without an "and": the parts may have their own. */
export function listOf(parts: readonly string[], language: string): string {
  try {
    return new Intl.ListFormat([language, 'en'], { type: 'unit' }).format(parts);
  } catch {
    return parts.join(', ');
  }
}
