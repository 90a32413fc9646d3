import { ruleOf, WORDING_ENTRIES, type WordingRule } from './wording.js';

/** Where a text says what it should not. */
export interface WordingFault extends WordingRule {
  /** The words. */
  words: string;
}

/* `\b` knows no accents. */
const NO_LETTER_BEFORE = '(?<![\\p{L}\\p{N}])';
const NO_LETTER_AFTER = '(?![\\p{L}\\p{N}])';
/* A pattern that ends in a space may be followed by anything. */
const NO_WORD_CUT = '(?!(?<=[\\p{L}\\p{N}])[\\p{L}\\p{N}])';

interface Compiled {
  rule: WordingRule;
  everywhere: boolean;
  says: RegExp;
  unless: RegExp | undefined;
}

const compiled = new Map<string, Compiled[]>();

function patternsFor(language: string): Compiled[] {
  const base = language.toLowerCase().split('-')[0];
  if (base !== 'en' && base !== 'es') return [];
  let found = compiled.get(base);
  if (!found) {
    found = WORDING_ENTRIES.flatMap((entry) =>
      entry[base].map(({ says, unless }) => ({
        rule: ruleOf(entry),
        everywhere: entry.everywhere ?? false,
        says: new RegExp(`${NO_LETTER_BEFORE}(?:${says})${NO_WORD_CUT}`, 'giu'),
        unless:
          unless === undefined
            ? undefined
            : new RegExp(`${NO_LETTER_BEFORE}(?:${unless})${NO_LETTER_AFTER}`, 'iu'),
      })),
    );
    compiled.set(base, found);
  }
  return found;
}

/**
 * Where a text that a visitor reads says what guidance must not say: what somebody has, how probable it is, that
 * all is well, what to take. Rules for English and Spanish; other languages are not looked at. A question may
 * ask for anything ("Have you been diagnosed with …?"), and a condition name it ("if you have …").
 *
 * It looks for words, and so for what is said in the usual way only: it is no substitute for a reader.
 *
 * @param language - BCP 47
 * @param isOption - in the visitor's own voice: what they say of themselves is theirs to say
 */
export function wordingFaults(
  text: string,
  language: string,
  { isOption = false }: { isOption?: boolean } = {},
): WordingFault[] {
  const faults = new Map<string, WordingFault>();
  for (const sentence of sentencesOf(text)) {
    const isAsked = /\?["”’»)]*$/.test(sentence);
    for (const { rule, everywhere, says, unless } of patternsFor(language)) {
      if ((isAsked || isOption) && !everywhere) continue;
      if (faults.has(rule.code)) continue;
      for (const match of sentence.matchAll(says)) {
        if (unless?.test(clauseBefore(sentence, match.index))) continue;
        const words = sentence.slice(match.index).match(/^[\s\S]{0,60}(?![\p{L}\p{N}])/u)?.[0];
        faults.set(rule.code, { ...rule, words: (words ?? match[0]).trim() });
        break;
      }
    }
  }
  return [...faults.values()];
}

/** A stop inside a number or before a small letter ends no sentence. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…]["”’»)]*)\s+(?=[\p{Lu}\p{N}¿¡"“«(])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

/** The clause up to a place in it. */
const clauseBefore = (sentence: string, index: number): string =>
  sentence
    .slice(0, index)
    .split(/[,;:—–()]/)
    .at(-1) ?? '';
