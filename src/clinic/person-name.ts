/** A person's name taken apart, as schema.org has it. */
export interface NameParts {
  name: string;
  honorificPrefix?: string;
  honorificSuffix?: string;
}

const PREFIX = /^((?:Prof\.?|Dr\.?|Dra\.?) )+(?=\p{Lu})/u;
/* "MD", "Ph.D.", "PA-C", "FAAOS", "MSc": two capitals at least; "Jr." is part of the name. */
const CREDENTIAL = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}][\p{L}.\-/() ]{0,20}$/u;

/**
 * Takes titles and credentials off a name: `Dr. Jane Doe, MD, FAAOS`. What structured data calls a name has
 * neither (Google, "Author markup best practices").
 *
 * @param credentials - where they are known
 */
export function partsOfName(written: string, credentials?: string): NameParts {
  const [first = '', ...rest] = written.split(/,\s*/);
  const isKnown = credentials !== undefined && written.endsWith(credentials);
  const shown = rest.length > 0 && rest.every((part) => CREDENTIAL.test(part));
  let name = shown ? first : written;
  if (isKnown && written.length > credentials.length)
    name = written.slice(0, -credentials.length).replace(/[\s,]+$/, '');
  const [prefix] = PREFIX.exec(name) ?? [];
  const suffix = credentials ?? (shown ? rest.join(', ') : undefined);
  return {
    name: prefix ? name.slice(prefix.length) : name,
    ...(prefix && { honorificPrefix: prefix.trim() }),
    ...(suffix && { honorificSuffix: suffix }),
  };
}

/** Whether both are one name, however it is written. */
export const sameName = (one: string | undefined, other: string | undefined): boolean =>
  !!one && !!other && plain(one) === plain(other);

const plain = (name: string): string =>
  partsOfName(name)
    .name.normalize('NFKC')
    .replace(/[.,’']/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
