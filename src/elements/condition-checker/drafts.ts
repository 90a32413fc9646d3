import { numberText } from '../../guidance/answer-text.js';
import { readNumber, type NumberReading } from '../../guidance/number-answer.js';
import type { Answer, Question } from '../../guidance/tree.js';

/** What somebody has chosen (ids) or written, and not yet answered with. */
export type Draft = string | readonly string[];

/** What is wrong with a draft: `empty` of any kind, the rest of a number. */
export type DraftProblem = NonNullable<NumberReading['problem']>;

/** What stands in a question's controls for an answer that was given before. */
export function draftOf({ kind }: Question, answer: Answer | undefined, language: string): Draft {
  // As `readNumber` reads it again: whole, without what parts thousands, in the digits of all keyboards.
  if (kind === 'number')
    return typeof answer === 'number' ? String(answer).replace('.', commaOr(language)) : '';
  if (answer === null || answer === undefined) return [];
  return typeof answer === 'object' ? answer : [String(answer)];
}

/** What a language writes before decimals: a comma, or else a point. */
const commaOr = (language: string): string => (numberText(0.5, language).includes(',') ? ',' : '.');

/** A draft after a press on one of the options: what excludes others, and what is excluded, gives way. */
export function toggled(question: Question, draft: Draft, chosen: string): Draft {
  if (question.kind !== 'many') return [chosen];
  if (draft.includes(chosen)) return [...draft].filter((id) => id !== chosen);
  const alone = (id: string) => question.options.find((each) => each.id === id)?.exclusive;
  return alone(chosen) ? [chosen] : [...[...draft].filter((id) => !alone(id)), chosen];
}

/** The answer that a draft is, or what is wrong with it. */
export function readDraft(
  question: Question,
  draft: Draft,
): { answer: Answer; problem?: never } | { answer?: never; problem: DraftProblem } {
  if (question.kind === 'number') {
    const { value, problem } = readNumber(question, String(draft));
    return problem ? { problem } : { answer: value };
  }
  const [first] = draft;
  if (first === undefined) return { problem: 'empty' };
  return { answer: question.kind === 'many' ? draft : first };
}
