import type { AnswerValue } from './enable-when.js';
import {
  EXTENSION,
  extensionValue,
  fieldsOf,
  listOf,
  numberOf,
  stringOf,
  translationsOf,
  type Fields,
} from './elements.js';

/** A choice as the Questionnaire has it. */
export interface Choice {
  value: AnswerValue;
  /** In the Questionnaire’s own language. */
  text: string;
  translations: [language: string, text: string][];
  exclusive: boolean;
}

/** The choices of an item, or why there are none. */
export type Choices = { choices: Choice[]; left: string[] } | { why: string };

/** The choices that an item lists, or a value set that the Questionnaire contains. */
export function choicesOf(item: Fields, contained: readonly Fields[]): Choices {
  const set = stringOf(item['answerValueSet']);
  if (set) {
    const found = set.startsWith('#') && contained.find(({ id }) => id === set.slice(1));
    return found ? fromValueSet(found) : { why: `Its answers are a code list elsewhere: ${set}.` };
  }
  const choices: Choice[] = [];
  const left: string[] = [];
  for (const option of listOf(item['answerOption'])) {
    const choice = fromOption(option);
    if (choice) choices.push(choice);
    else left.push(Object.keys(option).find((key) => key.startsWith('value')) ?? 'without a value');
  }
  return { choices, left };
}

function fromOption(option: Fields): Choice | undefined {
  const exclusive = extensionValue(option, EXTENSION.optionExclusive) === true;
  const { valueCoding, valueString, valueInteger } = option;
  if (valueCoding) return { ...fromCoding(fieldsOf(valueCoding)), exclusive };
  const text = stringOf(valueString);
  if (text)
    return {
      value: { type: 'string', value: valueString as string },
      text,
      translations: translationsOf(option['_valueString']),
      exclusive,
    };
  const value = numberOf(valueInteger);
  if (value === undefined) return undefined;
  return { value: { type: 'number', value }, text: String(value), translations: [], exclusive };
}

const fromCoding = (coding: Fields): Choice => ({
  value: {
    type: 'coding',
    system: stringOf(coding['system']),
    code: stringOf(coding['code']),
  },
  text: stringOf(coding['display']) || stringOf(coding['code']),
  translations: [
    ...translationsOf(coding['_display']),
    ...listOf(coding['designation']).map(({ language, value }): [string, string] => [
      stringOf(language),
      stringOf(value),
    ]),
  ],
  exclusive: false,
});

function fromValueSet(set: Fields): Choices {
  const expansion = listOf(fieldsOf(set['expansion'])['contains']);
  if (expansion.length) return { choices: fromExpansion(expansion, 0), left: [] };
  const compose = fieldsOf(set['compose']);
  const include = listOf(compose['include']);
  const isListed = (one: Fields) =>
    listOf(one['concept']).length > 0 && !one['filter'] && !one['valueSet'];
  if (!include.length || !include.every(isListed) || listOf(compose['exclude']).length)
    return { why: 'Its answers are a rule for picking codes, not a list of them.' };
  const choices = include.flatMap((one) =>
    listOf(one['concept']).map((concept) => fromCoding({ ...concept, system: one['system'] })),
  );
  return { choices, left: [] };
}

const fromExpansion = (contains: readonly Fields[], depth: number): Choice[] =>
  contains.flatMap((one) => [
    ...(one['abstract'] === true || one['inactive'] === true ? [] : [fromCoding(one)]),
    ...(depth < 10 ? fromExpansion(listOf(one['contains']), depth + 1) : []),
  ]);
