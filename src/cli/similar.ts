import { closest, distance } from 'fastest-levenshtein';

/** The one of `known` that a name is most likely meant to be: two slips at most, fewer in a short one. */
export function similar(name: string, known: Iterable<string>): string | undefined {
  const all = [...known];
  const bare = (text: string) => text.replace(/[^a-z\d]/gi, '').toLowerCase();
  const same = all.find((one) => bare(one) === bare(name));
  if (same) return same;
  const near = all.length ? closest(name, all) : undefined;
  const most = name.length < 5 ? 1 : 2;
  return near !== undefined && distance(name, near) <= most ? near : undefined;
}

/** "Did you mean …?", or nothing. */
export const didYouMean = (name: string | undefined): string =>
  name === undefined ? '' : `Did you mean ${name}?`;
