/* The longest id that is made of words, in UTF-16 units; in an address, most scripts take six times that. */
const LONGEST = 64;

/* Around and within words: how an emoji is shown, keycaps, and apostrophes. */
const IDLE = /[\p{VS}\p{Me}]|(?<=\p{L})['\u2018\u2019\u02BC](?=\p{L})/gu;
const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/**
 * An id out of a heading's words, in any script: `What’s next?` becomes `whats-next`. It depends on the words
 * alone, not on the page's language or the browser's, so that a link to it stays good. Words without a letter
 * or digit, such as an emoji, give `section`.
 */
export function idFrom(words: string): string {
  const found = words.toLowerCase().normalize('NFC').replace(IDLE, '').match(WORDS) ?? ['section'];
  let id = '';
  for (const word of found) {
    if (id && id.length + word.length >= LONGEST) break;
    id += (id && '-') + word;
  }
  // A language that writes no spaces has one word; its characters stay whole.
  if (id.length > LONGEST) id = [...id].slice(0, LONGEST / 2).join('');
  return id;
}

/**
 * The ids of headings in the order of the page: the author's where there is one, else one made of the words;
 * of equal ones the second gets `-2`, the third `-3`.
 *
 * @param isTaken - whether something else on the page has an id already
 */
export function headingIds(
  headings: readonly { id: string; words: string }[],
  isTaken: (id: string) => boolean,
): string[] {
  const given = new Set(headings.map(({ id }) => id));
  const counts = new Map<string, number>();
  return headings.map(({ id, words }) => {
    if (id) return id;
    const base = idFrom(words);
    let count = counts.get(base) ?? 1;
    let made = count > 1 ? `${base}-${count}` : base;
    while (given.has(made) || isTaken(made)) made = `${base}-${++count}`;
    counts.set(base, count);
    given.add(made);
    return made;
  });
}
