import type { Fault } from './findings.js';
import { shownTexts, type ShownText } from './shown-texts.js';
import type { Tree } from './tree.js';
import { wordingFaults } from './wording-faults.js';

const LONGEST_QUESTION = 300;

/** What is wrong with the texts that a visitor reads. */
export function* lintWords(tree: Tree): Generator<Fault> {
  const texts = shownTexts(tree);
  yield* lintLanguages(tree, texts);
  for (const { text, path, role } of texts) {
    for (const [language, words] of Object.entries(text)) {
      const at = placeOf(tree, path, language);
      if (role === 'question' && words.length > LONGEST_QUESTION)
        yield {
          code: 'long-text',
          path: at,
          message: `Has ${words.length} characters. Ask in fewer than ${LONGEST_QUESTION}, and put the rest into "help".`,
        };
      for (const fault of wordingFaults(words, language, { isOption: role === 'option' }))
        yield {
          code: fault.code,
          path: at,
          message: `“${fault.words}” ${fault.about}. ${fault.reason}`,
        };
    }
  }
  yield* lintOptions(tree);
}

function* lintLanguages(tree: Tree, texts: readonly ShownText[]): Generator<Fault> {
  const [first, ...others] = tree.languages;
  const used = others.filter((language) => texts.some(({ text }) => text[language] !== undefined));
  for (const [index, language] of others.entries()) {
    if (used.includes(language)) continue;
    const message = `No text is in "${language}". Translate the tree, or take the language away.`;
    yield { code: 'language-unused', path: `languages[${index + 1}]`, message };
  }
  for (const { text, path } of texts) {
    for (const language of used) {
      const words = text[language];
      if (words === undefined) {
        const message = `Is not in "${language}": its readers would see "${first}".`;
        yield { code: 'missing-translation', path: `${path}.${language}`, message };
      } else if (isSentence(words) && words === text[first] && !isSame(language, first)) {
        const message = `Reads as in "${first}". Translate it.`;
        yield { code: 'untranslated', path: `${path}.${language}`, message };
      }
    }
  }
}

/** "No" and names may be the same in two languages. */
const isSentence = (words: string): boolean => words.split(/\s+/).length >= 3;

/** `es` and `es-MX` may say the same. */
const isSame = (language: string, other: string): boolean =>
  language.split('-')[0] === other.split('-')[0];

function* lintOptions(tree: Tree): Generator<Fault> {
  for (const [id, question] of tree.questions) {
    if (question.kind === 'number') continue;
    const path = `questions.${id}.options`;
    const seen = new Map<string, number>();
    for (const [index, { text }] of question.options.entries()) {
      for (const [language, words] of Object.entries(text)) {
        const key = `${language} ${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
        const before = seen.get(key);
        if (before === undefined) seen.set(key, index);
        else
          yield {
            code: 'duplicate-option',
            path: placeOf(tree, `${path}[${index}].text`, language),
            message: `Reads as options[${before}] does. Say what tells them apart.`,
          };
      }
    }
    if (question.kind === 'many' && !question.optional && !question.options.some(isNone))
      yield {
        code: 'none-missing',
        path,
        message:
          'Who has none of these cannot go on. Add one with "exclusive": true, e.g. “None of these”, or make the question "optional".',
      };
  }
}

const isNone = ({ exclusive }: { exclusive?: boolean }): boolean => exclusive === true;

/** Where a tree has one language, its texts may be plain. */
const placeOf = ({ languages }: Tree, path: string, language: string): string =>
  languages.length > 1 ? `${path}.${language}` : path;
