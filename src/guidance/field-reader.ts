import { dayOf } from '../foundation/dates.js';
import { safeEndpoint } from '../foundation/safe-url.js';
import { visibleText } from '../foundation/text.js';
import { TAKEN, TREE_LIMITS } from './tree-limits.js';
import type { Tell } from './tree-problems.js';
import type { Text } from './tree.js';

/** An object of a tree's file. */
export type Fields = Record<string, unknown>;

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ID = /^[A-Za-z][A-Za-z0-9-]*$/;

/**
 * Reads the fields of a tree's file, whatever they hold. What is wrong is told, with its place, and something of the
 * right type stands for it: the tree is refused as a whole in the end.
 */
export class FieldReader {
  protected languages: readonly [string, ...string[]] = ['en'];

  constructor(protected readonly tell: Tell) {}

  /** Those that texts are in, from here on: BCP 47, the first that of the tree. */
  protected readLanguages(value: unknown): void {
    const languages = this.list(value ?? ['en'], 'languages', TREE_LIMITS.languages);
    const seen = new Set<string>();
    for (const language of languages) {
      try {
        seen.add(Intl.getCanonicalLocales(language as string)[0] ?? '');
      } catch {
        seen.add('');
      }
    }
    const [first, ...others] = languages as string[];
    if (!first || seen.has('') || seen.size < languages.length) {
      const message = 'Must be a list of language tags like "en" or "es-MX", each once.';
      this.tell('language-invalid', 'languages', message);
    }
    this.languages = [first ?? 'en', ...others];
  }

  /** A field that nobody knows may be one that matters, misspelt. `$…` and `x-…` are the author's own. */
  protected known(fields: Fields, path: string, names: readonly string[]): void {
    for (const name of Object.keys(fields)) {
      if (names.includes(name) || /^(?:\$|x-)/.test(name)) continue;
      const meant = names.find((known) => known.toLowerCase() === name.toLowerCase());
      const remedy = meant ? `Did you mean "${meant}"?` : `Known are: ${names.join(', ')}.`;
      this.tell('field-unknown', at(path, name), `Nobody reads this. ${remedy}`);
    }
  }

  /** @param names - of the fields that are known */
  protected record(value: unknown, path: string, names: readonly string[]): Fields {
    if (value === undefined) this.tell('field-missing', path, 'Is missing.');
    else if (!isRecord(value)) this.tell('field-invalid', path, 'Must be an object.');
    if (!isRecord(value)) return {};
    this.known(value, path, names);
    return value;
  }

  /** An empty one where there is none. */
  protected list(value: unknown, path: string, most: number): unknown[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.tell('field-invalid', path, 'Must be a list.');
      return [];
    }
    if (value.length > most) this.tell('too-many', path, `Holds more than ${most}.`);
    return value.slice(0, most);
  }

  /** Entries by id, in the order of the file. */
  protected map<Value>(
    value: unknown,
    path: 'questions' | 'redFlags' | 'outcomes',
    read: (value: unknown, path: string) => Value,
  ): Map<string, Value> {
    if (value === undefined) this.tell('field-missing', path, 'Is missing.');
    else if (!isRecord(value))
      this.tell('field-invalid', path, 'Must be an object whose names are the ids.');
    const entries = Object.entries(isRecord(value) ? value : {});
    const most = TREE_LIMITS[path];
    if (entries.length > most) this.tell('too-many', path, `Holds more than ${most}.`);
    return new Map(
      entries.slice(0, most).map(([id, one]) => {
        this.id(id, at(path, id));
        return [id, read(one, at(path, id))];
      }),
    );
  }

  protected id(value: unknown, path: string): string {
    if (value === undefined) this.tell('field-missing', path, 'Is missing.');
    else if (typeof value !== 'string' || !ID.test(value) || value.length > TREE_LIMITS.id)
      this.tell(
        'id-invalid',
        path,
        `An id has letters, digits and hyphens, begins with a letter, and has at most ${TREE_LIMITS.id} characters.`,
      );
    else if (TAKEN.has(value))
      this.tell('id-invalid', path, `"${value}" has a meaning of its own; choose another id.`);
    else return value;
    return '';
  }

  /** A text in one line, as a reader sees it. */
  protected line(value: unknown, path: string): string {
    const text = typeof value === 'string' ? visibleText(value) : '';
    if (value === undefined) this.tell('field-missing', path, 'Is missing.');
    else if (!text) this.tell('field-invalid', path, 'Must be a text.');
    else if (text.length > TREE_LIMITS.line)
      this.tell('too-long', path, `Has more than ${TREE_LIMITS.line} characters.`);
    return text;
  }

  protected optionalLine<Name extends string>(
    fields: Fields,
    name: Name,
    path: string,
  ): Partial<Record<Name, string>> {
    if (fields[name] === undefined) return {};
    return { [name]: this.line(fields[name], at(path, name)) } as Partial<Record<Name, string>>;
  }

  /** False where there is none. */
  protected boolean(value: unknown, path: string): boolean {
    if (value !== undefined && typeof value !== 'boolean')
      this.tell('field-invalid', path, 'Must be true or false, without quotes.');
    return value === true;
  }

  /** One of some values; the first where it is none of them. */
  protected choice<Value extends string>(
    value: unknown,
    path: string,
    values: readonly Value[],
  ): Value {
    const found = values.find((one) => one === value);
    if (found === undefined)
      this.tell(
        value === undefined ? 'field-missing' : 'field-invalid',
        path,
        `Must be one of: ${values.join(', ')}.`,
      );
    return found ?? values[0]!;
  }

  /** A plain text, or one for each language, of which the first must be there. */
  protected text(value: unknown, path: string): Text {
    const [first] = this.languages;
    const texts =
      typeof value === 'string' && this.languages.length === 1 ? { [first]: value } : value;
    if (!isRecord(texts)) {
      this.tell(
        value === undefined ? 'field-missing' : 'text-missing',
        path,
        this.languages.length === 1
          ? 'Must be a text.'
          : `Must be a text for each language: { "${first}": "…" }.`,
      );
      return {};
    }
    const result: Record<string, string> = {};
    for (const [language, text] of Object.entries(texts)) {
      const place = at(path, language);
      const words = typeof text === 'string' ? paragraphs(text) : '';
      if (!this.languages.includes(language))
        this.tell('field-unknown', place, '"languages" does not name this language.');
      else if (!words) this.tell('text-missing', place, 'Must be a text.');
      else if (words.length > TREE_LIMITS.text)
        this.tell('too-long', place, `Has more than ${TREE_LIMITS.text} characters.`);
      else result[language] = words;
    }
    if (texts[first] === undefined)
      this.tell('text-missing', at(path, first), 'Is missing, in the language of the tree.');
    return result;
  }

  protected optionalText<Name extends string>(
    fields: Fields,
    name: Name,
    path: string,
  ): Partial<Record<Name, Text>> {
    if (fields[name] === undefined) return {};
    return { [name]: this.text(fields[name], at(path, name)) } as Partial<Record<Name, Text>>;
  }

  /** Whether it is an ISO 8601 day. */
  protected day(value: unknown): boolean {
    return typeof value === 'string' && dayOf(value)?.iso === value;
  }

  protected href(value: unknown, path: string): string {
    const href =
      typeof value === 'string' && value.length <= TREE_LIMITS.address && safeEndpoint(value);
    if (!href)
      this.tell(
        value === undefined ? 'field-missing' : 'link-unsafe',
        path,
        'Must be an address: https, http, or relative to the page.',
      );
    return href || '';
  }

  protected optionalHref(fields: Fields, path: string): { url?: string } {
    return fields['url'] === undefined ? {} : { url: this.href(fields['url'], at(path, 'url')) };
  }
}

/* Number() throws on some objects. */
export const numberOr = (value: unknown, fallback: number): number =>
  typeof value === 'number' ? value : fallback;

/** The place of a field: `questions.age` has `questions.age.min`. */
export const at = (path: string, name: string): string => (path ? `${path}.${name}` : name);

/** Paragraphs, each as a reader sees it, with a blank line between them. */
const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map(visibleText)
    .filter(Boolean)
    .join('\n\n');
