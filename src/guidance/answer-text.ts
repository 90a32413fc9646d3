import { textIn, type Answer, type Answers, type Question, type Text, type Tree } from './tree.js';
import { walk } from './walk.js';

/** A question that was answered, in words. */
export interface AnsweredQuestion {
  id: string;
  question: Text;
  /** Empty where it was passed over. */
  answers: string[];
}

/**
 * What was answered on the way, in the order in which it was asked.
 *
 * @param language - BCP 47, of the answers
 */
export function answeredQuestions(
  tree: Tree,
  answers: Answers,
  language: string,
): AnsweredQuestion[] {
  const { path, question: open } = walk(tree, answers);
  return path
    .filter((id) => id !== open)
    .map((id) => {
      const question = tree.questions.get(id)!;
      return {
        id,
        question: question.text,
        answers: answerTexts(question, answers[id] ?? null, language),
      };
    });
}

/** An answer in words; none where it was passed over. */
export function answerTexts(question: Question, answer: Answer, language: string): string[] {
  if (answer === null) return [];
  if (question.kind === 'number') {
    const unit = question.unit ? textIn(question.unit, language) : '';
    return [`${numberText(answer as number, language)} ${unit}`.trim()];
  }
  const chosen = typeof answer === 'object' ? answer : [answer];
  return question.options
    .filter(({ id }) => chosen.includes(id))
    .map(({ text }) => textIn(text, language));
}

const formats = new Map<string, Intl.NumberFormat>();

/** A number as it is written where a language is spoken. */
export function numberText(value: number, language: string): string {
  let format = formats.get(language);
  if (!format) {
    try {
      format = new Intl.NumberFormat(language);
    } catch {
      format = new Intl.NumberFormat('en'); // a `lang` that is none
    }
    // Kept: making one takes longer than a whole question.
    formats.set(language, format);
  }
  return format.format(value);
}

/**
 * What a visitor may hand over to the clinic: which guide, in which version, and each question with its answer.
 *
 * @param skipped - what stands where a question was passed over
 */
export function handoverText(
  tree: Tree,
  answers: Answers,
  language: string,
  words: { version: (version: string) => string; skipped: string },
): string {
  const lines = answeredQuestions(tree, answers, language).map(
    ({ question, answers: given }) =>
      `${textIn(question, language)}\n– ${given.join('\n– ') || words.skipped}`,
  );
  return [`${textIn(tree.title, language)} (${words.version(tree.version)})`, ...lines].join(
    '\n\n',
  );
}
