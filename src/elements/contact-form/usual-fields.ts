import type { ContactField, ContactFields } from './fields.js';

/* The questions of most forms, which are painted without any later code: type and autofill token. */
const USUAL = new Map<string, [type: ContactField['type'], autocomplete?: AutoFill]>([
  ['name', ['text', 'name']],
  ['email', ['email', 'email']],
  ['phone', ['tel', 'tel']],
  ['message', ['textarea']],
]);

export const DEFAULT_FIELDS = 'name email phone? message';

/**
 * The questions where none but the usual four are asked, in one step; undefined where there is more to know
 * (fields.ts).
 *
 * @param lenient - makes do: other names become lines of text, steps and consents are left out
 */
export function usualFields(
  fields: ContactFields | null | undefined,
  lenient = false,
): ContactField[] | undefined {
  const text = typeof fields === 'string' ? fields.trim() : fields;
  const parts = [text || DEFAULT_FIELDS].flat();
  const words = parts.flatMap((part) =>
    typeof part === 'string' ? part.split(/[\s,|]+/) : [(part as { name?: string }).name ?? '?|'],
  );
  const found = new Map<string, ContactField>();
  for (const word of words.filter(Boolean)) {
    const name = word.replace(/[?*]+$/, '').toLowerCase();
    const [type, autocomplete] = USUAL.get(name) ?? [];
    if (!type && !lenient) return undefined;
    if (found.has(name) || !/^(?!consent)[a-z][\w.-]*$/.test(name)) continue;
    const required = !word.endsWith('?');
    found.set(name, {
      name,
      type: type ?? 'text',
      autocomplete,
      required,
      options: [],
      preset: !!type,
    });
  }
  const isOneStep = typeof text === 'string' || !text ? !text?.includes('|') : lenient;
  return isOneStep || lenient ? [...found.values()] : undefined;
}
