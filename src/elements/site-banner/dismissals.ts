/* Where a dismissal is kept that outlives the page. */
export const STORAGE_KEY = 'clinic-elements:dismissed';
/* So many are kept; nobody has more banners in one visit. */
const MOST = 50;

/* Those of this page, in memory. */
const here = new Set<string>();

/**
 * What a banner is known by: its id and its words, so that one that says something else is another one. A
 * digest, because what is kept should tell nobody what was read.
 * FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function fingerprint(id: string, words: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${id}\n${words}`))
    hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}

/** The browser's storage may be switched off, full or forbidden: then the page alone remembers. */
function stored(): string[] {
  try {
    return sessionStorage.getItem(STORAGE_KEY)?.split(' ') ?? [];
  } catch {
    return [];
  }
}

/**
 * Whether the visitor has dismissed a banner.
 *
 * @param remember - whether to look beyond this page as well
 */
export const wasDismissed = (print: string, remember: boolean): boolean =>
  here.has(print) || (remember && stored().includes(print));

/** Notes that the visitor has dismissed a banner: here, and where the author wants it until the tab is closed. */
export function noteDismissal(print: string, remember: boolean): void {
  here.add(print);
  if (!remember) return;
  const all = [print, ...stored().filter((each) => each && each !== print)];
  try {
    sessionStorage.setItem(STORAGE_KEY, all.slice(0, MOST).join(' '));
  } catch {
    /* see above */
  }
}
