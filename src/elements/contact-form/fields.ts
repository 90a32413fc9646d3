/** One question of the form that contact-form makes itself. */
export interface ContactField {
  name: string;
  /** The word list's entry that labels it; other fields are labelled by their name. */
  label?: KnownField;
  required: boolean;
  type: 'text' | 'email' | 'tel' | 'textarea';
  /** HTML autofill token: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill */
  autocomplete?: 'name' | 'email' | 'tel';
  maxLength: number;
}

type KnownField = 'name' | 'email' | 'phone' | 'message';

const KNOWN: Record<KnownField, Omit<ContactField, 'name' | 'label' | 'required'>> = {
  name: { type: 'text', autocomplete: 'name', maxLength: 200 },
  email: { type: 'email', autocomplete: 'email', maxLength: 254 },
  phone: { type: 'tel', autocomplete: 'tel', maxLength: 40 },
  message: { type: 'textarea', maxLength: 4000 },
};

export const DEFAULT_FIELDS = 'name email phone? message';

/**
 * Reads `fields`: names separated by spaces, a `?` behind those that may stay empty, e.g.
 * `name email phone? message`. Doubles count once; other names become lines of text.
 */
export function parseFields(text: string | undefined): ContactField[] {
  const fields = new Map<string, ContactField>();
  for (const word of (text?.trim() || DEFAULT_FIELDS).split(/[\s,]+/)) {
    const name = word.replace(/[?*]+$/, '').toLowerCase();
    if (!/^[a-z][a-z0-9_-]*$/.test(name) || fields.has(name)) continue;
    const required = !word.endsWith('?');
    if (isKnown(name)) fields.set(name, { name, label: name, required, ...KNOWN[name] });
    else fields.set(name, { name, required, type: 'text', maxLength: 500 });
  }
  return [...fields.values()];
}

function isKnown(name: string): name is KnownField {
  return Object.hasOwn(KNOWN, name);
}
