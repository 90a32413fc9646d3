import { expressionText, parseExpression, type Expression, type Operator } from '../expression.js';
import { EXTENSION, extensionsOf, listOf, numberOf, stringOf, type Fields } from './elements.js';

/** What an answer is in the Questionnaire, to compare with the `answer[x]` of a condition. */
export type AnswerValue =
  | { type: 'boolean'; value: boolean }
  | { type: 'string'; value: string }
  | { type: 'number'; value: number }
  | { type: 'coding'; system: string; code: string };

/** A question that was taken over, as conditions name it. */
export interface Asked {
  /** In the tree. */
  id: string;
  kind: 'one' | 'many' | 'number';
  options: readonly { id: string; value: AnswerValue }[];
  /** Of a number: the unit’s code or name. */
  unit?: string;
}

/** What a condition cannot say, in words for the report. */
export class ConditionProblem extends Error {}

/** Always asked, or where the expression holds. */
export type Condition = Expression | undefined;

/** Whether an item is asked or shown under a condition of its own. */
export const isConditional = (item: Fields): boolean =>
  listOf(item['enableWhen']).length > 0 ||
  extensionsOf(item, EXTENSION.enableWhenExpression).length > 0;

/**
 * When an item is enabled, in the conditions of a tree. A part that cannot be said counts as fulfilled, so
 * that a question is asked rather than passed over: the specification asks for the same where a form cannot
 * tell (https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen).
 *
 * @param find - the question that a condition names; throws a `ConditionProblem` where there is none
 * @param tell - hears what could not be said
 */
export function enableWhenOf(
  item: Fields,
  find: (linkId: string) => Asked,
  tell: (message: string) => void,
): Condition {
  if (extensionsOf(item, EXTENSION.enableWhenExpression).length)
    tell('Has a condition in an expression language.');
  const entries = listOf(item['enableWhen']);
  const behavior = item['enableBehavior'];
  if (entries.length > 1 && behavior !== 'all' && behavior !== 'any')
    tell('Has several conditions and does not say whether all or any must hold: any is enough.');
  const parts = entries.map((entry) => {
    try {
      return conditionOf(entry, find);
    } catch (error) {
      if (!(error instanceof ConditionProblem)) throw error;
      tell(error.message);
      return undefined;
    }
  });
  return behavior === 'all' ? allOf(parts) : anyOf(parts);
}

/** Holds where each does. */
export function allOf(conditions: readonly Condition[]): Condition {
  const parts = conditions
    .filter((one) => one !== undefined)
    .flatMap((one) => (one.kind === 'and' ? one.parts : [one]));
  // Items of one group repeat the group's condition.
  const unlike = new Map(parts.map((part) => [expressionText(part), part]));
  return unlike.size > 1 ? { kind: 'and', parts: [...unlike.values()] } : [...unlike.values()][0];
}

function anyOf(conditions: readonly Condition[]): Condition {
  const parts = conditions.filter((one) => one !== undefined);
  if (parts.length < conditions.length) return undefined;
  return parts.length > 1 ? { kind: 'or', parts } : parts[0];
}

/** A condition as text, where it is not too long to be one. */
export function conditionText(condition: Expression): string | undefined {
  const text = expressionText(condition);
  try {
    parseExpression(text);
    return text;
  } catch {
    return undefined;
  }
}

const OPERATORS = new Set(['=', '!=', '>', '<', '>=', '<=']);

function conditionOf(entry: Fields, find: (linkId: string) => Asked): Expression {
  const asked = find(stringOf(entry['question']));
  const operator = stringOf(entry['operator']);
  if (operator === 'exists') {
    const answered: Expression = { kind: 'answered', question: asked.id };
    if (entry['answerBoolean'] === true) return answered;
    if (entry['answerBoolean'] === false) return { kind: 'not', part: answered };
    throw new ConditionProblem('Its condition "exists" does not say true or false.');
  }
  if (!OPERATORS.has(operator))
    throw new ConditionProblem(`Its condition has an operator that is not known: "${operator}".`);
  // "Not equal" holds where no answer is equal, so also where there is none.
  if (operator === '!=') return { kind: 'not', part: comparison(asked, '=', entry) };
  return comparison(asked, operator, entry);
}

function comparison(asked: Asked, operator: string, entry: Fields): Expression {
  const answer = answerOf(entry, asked);
  if (asked.kind === 'number') {
    if (answer.type !== 'number')
      throw new ConditionProblem(`Its condition on "${asked.id}" compares with no number.`);
    const sign = operator === '=' ? '==' : (operator as Operator);
    return {
      kind: 'compare',
      question: asked.id,
      count: false,
      operator: sign,
      value: answer.value,
    };
  }
  if (operator !== '=' && answer.type !== 'number')
    throw new ConditionProblem(`Its condition asks which is greater on "${asked.id}", a choice.`);
  const options = asked.options
    .filter(({ value }) => matches(value, operator, answer))
    .map(({ id }) => id);
  const [first] = options;
  if (first === undefined)
    throw new ConditionProblem(`Its condition names an answer that "${asked.id}" does not have.`);
  if (asked.kind === 'one') return { kind: 'in', question: asked.id, options, negated: false };
  const parts = options.map((option): Expression => ({ kind: 'has', question: asked.id, option }));
  return parts.length > 1 ? { kind: 'or', parts } : parts[0]!;
}

function answerOf(entry: Fields, asked: Asked): AnswerValue {
  const { answerBoolean, answerString, answerCoding, answerQuantity } = entry;
  if (typeof answerBoolean === 'boolean') return { type: 'boolean', value: answerBoolean };
  if (typeof answerString === 'string') return { type: 'string', value: answerString };
  if (answerCoding) {
    const { system, code } = answerCoding as Fields;
    return { type: 'coding', system: stringOf(system), code: stringOf(code) };
  }
  const quantity = (answerQuantity ?? {}) as Fields;
  const units = [quantity['code'], quantity['unit']].map(stringOf).filter(Boolean);
  if (asked.unit && units.length && !units.includes(asked.unit))
    throw new ConditionProblem(
      `Its condition on "${asked.id}" is in ${units[0]}, the question in ${asked.unit}.`,
    );
  const value =
    numberOf(entry['answerInteger']) ??
    numberOf(entry['answerDecimal']) ??
    numberOf(quantity['value']);
  if (value === undefined)
    throw new ConditionProblem(
      `Its condition on "${asked.id}" is with a kind of answer not taken over.`,
    );
  return { type: 'number', value };
}

function matches(value: AnswerValue, operator: string, answer: AnswerValue): boolean {
  if (value.type === 'coding' && answer.type === 'coding')
    return (
      value.code === answer.code &&
      (!value.system || !answer.system || value.system === answer.system)
    );
  if (value.type === 'number' && answer.type === 'number')
    switch (operator) {
      case '>':
        return value.value > answer.value;
      case '<':
        return value.value < answer.value;
      case '>=':
        return value.value >= answer.value;
      case '<=':
        return value.value <= answer.value;
    }
  return (
    value.type === answer.type &&
    'value' in value &&
    'value' in answer &&
    value.value === answer.value
  );
}
