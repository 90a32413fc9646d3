import { visibleText } from '../../foundation/text.js';
import { TREE_LIMITS } from '../tree-limits.js';
import { isFields, listOf, stringOf, translationsOf, type Fields } from './elements.js';

export type Text = Record<string, string>;

/** The texts of a Questionnaire, in its own language and those of its translations. */
export class Texts {
  readonly languages: readonly [string, ...string[]];
  /** How many texts lack a language, by language. */
  readonly untranslated = new Map<string, number>();

  constructor(file: Fields) {
    this.languages = languagesOf(file);
  }

  of(text: string, translations: readonly (readonly [string, string])[]): Text {
    const [first, ...others] = this.languages;
    const result: Text = { [first]: text };
    for (const language of others) {
      const found = translations.find(([one]) => one === language)?.[1] ?? '';
      if (visibleText(found)) result[language] = found;
      else this.lacks(language);
    }
    return result;
  }

  /** The text in a field, where there is one. */
  in(element: Fields, name: string): Text | undefined {
    const text = stringOf(element[name]);
    return visibleText(text) ? this.of(text, translationsOf(element[`_${name}`])) : undefined;
  }

  /** One that is the same in each language. */
  everywhere(text: string): Text {
    return Object.fromEntries(this.languages.map((language) => [language, text]));
  }

  /** One to be written. */
  get empty(): Text {
    return { [this.languages[0]]: '' };
  }

  /** A paragraph each. */
  joined(texts: readonly Text[]): Text {
    const languages = this.languages.filter((language) => texts.some((one) => one[language]));
    const words = (language: string) =>
      texts.map((one) => one[language] ?? this.first(one)).join('\n\n');
    return Object.fromEntries(languages.map((language) => [language, words(language)]));
  }

  first(text: Text): string {
    return text[this.languages[0]] ?? '';
  }

  lacks(language: string): void {
    this.untranslated.set(language, (this.untranslated.get(language) ?? 0) + 1);
  }
}

function languagesOf(file: Fields): readonly [string, ...string[]] {
  const found: string[] = [];
  const waiting: unknown[] = [file];
  while (waiting.length) {
    const value = waiting.pop();
    if (isFields(value)) {
      for (const [language] of translationsOf(value)) found.push(language);
      for (const { language } of listOf(value['designation'])) found.push(stringOf(language));
    }
    if (typeof value === 'object' && value)
      for (const one of Object.values(value)) waiting.push(one);
  }
  const own = stringOf(file['language']);
  const first = canonical(own) ? own : 'en';
  // "es" and "ES" are one.
  const others = new Map(found.sort().map((language) => [canonical(language), language]));
  others.delete(canonical(first));
  others.delete('');
  return [first, ...[...others.values()].slice(0, TREE_LIMITS.languages - 1)];
}

function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? '';
  } catch {
    return '';
  }
}
