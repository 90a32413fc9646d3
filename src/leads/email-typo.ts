/*
 * Where most people's mail in the United States and Latin America is kept. No shorter names: `aol` is one
 * letter from too many others.
 */
const PROVIDERS = new Map(
  Object.entries({
    gmail: 'com',
    yahoo: 'com',
    hotmail: 'com',
    outlook: 'com',
    icloud: 'com',
    comcast: 'net',
    verizon: 'net',
    sbcglobal: 'net',
    bellsouth: 'net',
    charter: 'net',
    protonmail: 'com',
  }),
);

/* Real places for mail that are one letter from those above. */
const REAL = new Set(['mail.com', 'email.com', 'ymail.com', 'cloud.com', 'grail.com']);

/**
 * The address that was probably meant: `ada@gmial.com` → `ada@gmail.com`. One slip in the provider's name
 * and one in its ending, or no ending at all. What stands before the `@` comes back as it was typed.
 *
 * @returns undefined where nothing looks like a slip
 */
export function likelyAddress(written: string): string | undefined {
  const at = written.lastIndexOf('@');
  const domain = written
    .slice(at + 1)
    .trim()
    .toLowerCase();
  if (at < 1 || REAL.has(domain)) return undefined;
  const dot = domain.indexOf('.');
  const [name, ending] = dot < 0 ? [domain, ''] : [domain.slice(0, dot), domain.slice(dot + 1)];
  for (const [provider, top] of PROVIDERS) {
    const meant = `${provider}.${top}`;
    if (domain === meant) return undefined;
    const slipped = isSlip(name, provider) && (!ending || isSlip(ending, top));
    if (slipped || isSlip(domain, meant)) return `${written.slice(0, at + 1)}${meant}`;
  }
  return undefined;
}

/** Whether at most one letter is missing, too many or wrong, or two have changed places. */
function isSlip(written: string, meant: string): boolean {
  let start = 0;
  while (start < meant.length && written[start] === meant[start]) start++;
  let end = 0;
  const shorter = Math.min(written.length, meant.length) - start;
  while (end < shorter && written.at(-1 - end) === meant.at(-1 - end)) end++;
  const wrong = written.slice(start, written.length - end);
  const right = meant.slice(start, meant.length - end);
  return (
    (wrong.length < 2 && right.length < 2) ||
    (wrong.length === 2 && right.length === 2 && wrong[0] === right[1] && wrong[1] === right[0])
  );
}
