import { safeImage } from './safe-url.js';

const DESCRIPTOR = /^(?:[1-9]\d{0,5}w|\d{1,3}(?:\.\d{1,3})?x)?$/;

/**
 * The candidates of a `srcset` that a page may load, with absolute addresses where there is a base;
 * undefined where none is left. One that is no picture's address, or whose width (`640w`) or density
 * (`2x`) cannot be read, is left out.
 */
export function safeSrcset(value: string | null | undefined, base?: string): string | undefined {
  const candidates: string[] = [];
  let address = '';
  let descriptor = '';
  const finish = () => {
    // A comma may have stood before what an address loses.
    const url = safeImage(address, base)?.replace(/,+$/, '');
    if (url && DESCRIPTOR.test(descriptor)) candidates.push(`${url} ${descriptor}`.trim());
    address = descriptor = '';
  };
  // As HTML has it: an address goes up to white space, and commas at its ends are none of it.
  for (const word of value?.trim().split(/\s+/) ?? []) {
    let rest = word;
    if (address) {
      const end = word.indexOf(',');
      descriptor += end < 0 ? word : word.slice(0, end);
      if (end < 0) continue;
      rest = word.slice(end);
      finish();
    }
    let [from, to] = [0, rest.length];
    while (rest[from] === ',') from++;
    while (to > from && rest[to - 1] === ',') to--;
    address = rest.slice(from, to);
    if (to < rest.length) finish();
  }
  finish();
  return candidates.join(', ') || undefined;
}
