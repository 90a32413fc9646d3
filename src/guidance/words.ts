import type { Expression, Operator } from './expression.js';
import { optionsOf, textIn, type Answer, type Answers, type Tree } from './tree.js';

const COMPARED: Record<Operator, string> = {
  '==': 'exactly',
  '!=': 'not',
  '<': 'less than',
  '<=': 'at most',
  '>': 'more than',
  '>=': 'at least',
};

const quoted = (text: string): string => `“${text}”`;

/** What a question asks, as it is said to a visitor. */
export function questionWords(tree: Tree, id: string, language: string): string {
  const question = tree.questions.get(id);
  return question ? textIn(question.text, language) : id;
}

/** What an option says, as a visitor reads it. */
export function optionWords(tree: Tree, id: string, option: string, language: string): string {
  const question = tree.questions.get(id);
  const found = question && optionsOf(question).find((one) => one.id === option);
  return found ? textIn(found.text, language) : option;
}

function numberWords(tree: Tree, id: string, value: number, language: string): string {
  const question = tree.questions.get(id);
  const unit = question?.kind === 'number' && question.unit;
  return unit ? `${value} ${textIn(unit, language)}` : String(value);
}

/** A condition in words, with what a visitor reads in place of ids; the words between are English. */
export function conditionWords(tree: Tree, expression: Expression, language: string): string {
  const words = (part: Expression) => conditionWords(tree, part, language);
  const asked = (id: string) => quoted(questionWords(tree, id, language));
  const option = (id: string, one: string) => quoted(optionWords(tree, id, one, language));
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.parts
        .map((part) =>
          part.kind === 'and' || part.kind === 'or' ? `(${words(part)})` : words(part),
        )
        .join(` ${expression.kind} `);
    case 'not':
      return `not (${words(expression.part)})`;
    case 'in': {
      const { question, options, negated } = expression;
      const named = options.map((one) => option(question, one)).join(' or ');
      return `${asked(question)} is ${negated ? 'not ' : ''}${named}`;
    }
    case 'has':
      return `${option(expression.question, expression.option)} is chosen in ${asked(expression.question)}`;
    case 'compare': {
      const { question, count, operator, value } = expression;
      return count
        ? `${COMPARED[operator]} ${value} chosen in ${asked(question)}`
        : `${asked(question)} is ${COMPARED[operator]} ${numberWords(tree, question, value, language)}`;
    }
    case 'answered':
      return `${asked(expression.question)} is answered`;
    case 'flag':
      return `the red flag ${expression.flag} is raised`;
  }
}

/** An answer in words. */
export function answerWords(tree: Tree, id: string, answer: Answer, language: string): string {
  if (answer === null) return 'passed over';
  if (typeof answer === 'number') return numberWords(tree, id, answer, language);
  const chosen = typeof answer === 'string' ? [answer] : answer;
  return chosen.map((one) => optionWords(tree, id, one, language)).join(', ');
}

/** Answers in words, e.g. `Where does it hurt? Knee · How old are you? 40 years`. */
export function answersWords(tree: Tree, answers: Answers, language: string): string {
  return Object.entries(answers)
    .filter((entry): entry is [string, Answer] => entry[1] !== undefined)
    .map(([id, answer]) => {
      const said = answerWords(tree, id, answer, language);
      return `${questionWords(tree, id, language)} ${said}`;
    })
    .join(' · ');
}
