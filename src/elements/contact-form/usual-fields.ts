import type { ContactField, ContactFields } from './fields.js';

/* The questions of most forms, which are painted without any later code: type and autofill token. */
const USUAL = new Map([
  ['name', 'text name'],
  ['email', 'email email'],
  ['phone', 'tel tel'],
  ['message', 'textarea'],
]);

/* Those that fields.ts knows beside them; what nobody knows is a line of text, labelled by its name. */
const KNOWN =
  /^(?:(?:first|last)-name|reason|location|date|time|contact-method|new-patient|insurance|zip|consent.*)$/;

export const DEFAULT_FIELDS = 'name email phone? message';

/**
 * The questions where the usual four and lines of text are asked, in one step; undefined where there is more
 * to know (fields.ts).
 *
 * @param lenient - makes do: other questions become lines of text, steps and consents are left out
 */
export function usualFields(
  fields: ContactFields | null | undefined,
  lenient = false,
): ContactField[] | undefined {
  const text = typeof fields === 'string' ? fields.trim() : fields;
  if (!lenient && (Array.isArray(text) || text?.includes('|'))) return undefined;
  const parts = [text || DEFAULT_FIELDS].flat();
  const words = parts.flatMap((part) =>
    typeof part === 'string' ? part.split(/[\s,|]+/) : ((part as { name?: string }).name ?? []),
  );
  const found = new Map<string, ContactField>();
  for (const word of words.filter(Boolean)) {
    const name = word.replace(/[?*]+$/, '').toLowerCase();
    const usual = USUAL.get(name);
    const [type = 'text', autocomplete] = (usual?.split(' ') ?? []) as [
      ContactField['type']?,
      AutoFill?,
    ];
    if (!lenient && KNOWN.test(name)) return undefined;
    if (found.has(name) || !/^(?!consent)[a-z][\w.-]*$/.test(name)) continue;
    const required = !word.endsWith('?');
    found.set(name, {
      name,
      type,
      autocomplete,
      required,
      options: [],
      preset: !!usual,
    });
  }
  // Nothing that can be asked: a form of its own is better than none.
  return found.size ? [...found.values()] : usualFields(undefined);
}
