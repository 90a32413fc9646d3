import type { NumberQuestion } from './tree.js';
import { fits } from './walk.js';

/** What somebody wrote as an answer to a question for a number, or what is wrong with it. */
export type NumberReading =
  | { value: number; problem?: never }
  | { problem: 'empty' | 'no-number' | 'range' | 'step'; value?: never };

/* Digits as the keyboards of Arabic and Persian have them. */
const DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

/**
 * Reads a number as people write it: `45`, ` 45 `, `7,5`, `٤٥`. At most nine digits, and six decimals; without what
 * parts thousands.
 */
export function readNumber(question: NumberQuestion, written: string): NumberReading {
  const text = written
    .normalize('NFKC')
    .replace(DIGITS, (digit) => `${digit.charCodeAt(0) & 0xf}`)
    .replace('\u2212', '-')
    .trim();
  if (!text) return { problem: 'empty' };
  // A comma is a decimal sign here: nothing that is asked for goes into the thousands.
  if (!/^-?\d{1,9}(?:[.,]\d{1,6})?$/.test(text)) return { problem: 'no-number' };
  const value = Number(text.replace(',', '.'));
  if (value < question.min || value > question.max) return { problem: 'range' };
  return fits(question, value) ? { value } : { problem: 'step' };
}
