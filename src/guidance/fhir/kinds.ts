import { TREE_LIMITS } from '../tree-limits.js';
import type { Asked } from './enable-when.js';
import {
  EXTENSION,
  extensionsOf,
  extensionValue,
  fieldsOf,
  isFields,
  listOf,
  numberOf,
  stringOf,
  translationsOf,
  type Fields,
} from './elements.js';
import { idFrom } from './ids.js';
import { choicesOf } from './options.js';
import type { Report } from './report.js';
import type { Text, Texts } from './texts.js';

/** What a question asks for, for conditions and as fields of a tree; or why it cannot be asked. */
export type Kind = { asked: Omit<Asked, 'id'>; fields: Record<string, unknown> } | { why: string };

/** What it takes to say what an item asks for. */
export interface Reading {
  linkId: string;
  texts: Texts;
  /** The value sets that the Questionnaire contains. */
  contained: readonly Fields[];
  report: Report;
}

/* How wide a range is where an item does not say. */
const WIDTH = 999;
const MOST_PLACES = 6;

const YES_AND_NO: Record<string, readonly [yes: string, no: string]> = {
  en: ['Yes', 'No'],
  es: ['Sí', 'No'],
};

/** What an item asks for; undefined where a tree asks for nothing of its type. */
export function kindOf(item: Fields, type: string, reading: Reading): Kind | undefined {
  switch (type) {
    case 'boolean':
      return yesOrNo(item, reading);
    case 'choice':
    case 'open-choice':
      return choiceIn(item, type, reading);
    case 'integer':
    case 'decimal':
    case 'quantity':
      return numberIn(item, type, reading);
    default:
      return undefined;
  }
}

function yesOrNo(item: Fields, { linkId, texts, report }: Reading): Kind {
  tellIfRepeats(item, linkId, report);
  const words = (index: 0 | 1): Text => {
    const text: Text = {};
    for (const language of texts.languages) {
      const word = YES_AND_NO[language.split('-')[0]!.toLowerCase()]?.[index];
      if (word) text[language] = word;
      else texts.lacks(language);
    }
    const [first] = texts.languages;
    return { [first]: YES_AND_NO['en']![index], ...text };
  };
  return {
    asked: {
      kind: 'one',
      options: [
        { id: 'yes', value: { type: 'boolean', value: true } },
        { id: 'no', value: { type: 'boolean', value: false } },
      ],
    },
    fields: {
      options: [
        { id: 'yes', text: words(0) },
        { id: 'no', text: words(1) },
      ],
    },
  };
}

function choiceIn(
  item: Fields,
  type: 'choice' | 'open-choice',
  { linkId, texts, contained, report }: Reading,
): Kind {
  const found = choicesOf(item, contained);
  if ('why' in found) return found;
  const { choices, left } = found;
  if (choices.length < 2) return { why: 'Has fewer than two answers that can be taken over.' };
  if (left.length)
    report.tell('options-left-out', `Answers not taken over: ${left.join(', ')}.`, linkId);
  if (choices.length > TREE_LIMITS.options)
    report.tell('too-many', `A question has at most ${TREE_LIMITS.options} options.`, linkId);
  if (type === 'open-choice')
    report.tell('free-text-left-out', 'An answer in own words cannot be given.', linkId);
  for (const option of listOf(item['answerOption'])) tellOfOption(option, linkId, report);
  const isMany = item['repeats'] === true;
  const ids = new Set<string>();
  const options = choices.map(({ value, text, translations, exclusive }) => {
    const raw = value.type === 'coding' ? value.code : String(value.value);
    const id = idFrom(raw, 'option', ids);
    const words = value.type === 'number' ? texts.everywhere(text) : texts.of(text, translations);
    const fields = { id, text: words, ...(isMany && exclusive && { exclusive: true }) };
    return { value, fields };
  });
  return {
    asked: {
      kind: isMany ? 'many' : 'one',
      options: options.map(({ value, fields }) => ({ id: fields.id, value })),
    },
    fields: { options: options.map(({ fields }) => fields) },
  };
}

function numberIn(
  item: Fields,
  type: 'integer' | 'decimal' | 'quantity',
  { linkId, texts, report }: Reading,
): Kind {
  const bound = (...urls: string[]) => {
    const found = urls.map((url) => extensionValue(item, url)).find((one) => one !== undefined);
    return numberOf(isFields(found) ? found['value'] : found);
  };
  const units = [EXTENSION.unit, EXTENSION.unitOption].flatMap((url) =>
    extensionsOf(item, url).map((one) => fieldsOf(one['valueCoding'])),
  );
  if (units.length > 1) return { why: 'Can be answered in more than one unit.' };
  tellIfRepeats(item, linkId, report);
  const least = bound(EXTENSION.minValue, EXTENSION.minQuantity);
  const most = bound(EXTENSION.maxValue, EXTENSION.maxQuantity);
  const min = least ?? (most !== undefined && most <= 0 ? most - WIDTH : 0);
  const max = most ?? Math.max(WIDTH, min + WIDTH);
  if (!(min < max)) return { why: `Its least answer, ${min}, is not below its largest, ${max}.` };
  if (least === undefined || most === undefined)
    report.tell('range-guessed', `Does not say its range: ${min} to ${max} is a guess.`, linkId);
  const places = numberOf(extensionValue(item, EXTENSION.maxDecimalPlaces));
  if (type !== 'integer' && places === undefined)
    report.tell('range-guessed', 'Does not say its decimal places: one is a guess.', linkId);
  const step = type === 'integer' ? 1 : 10 ** -Math.min(MOST_PLACES, Math.max(0, places ?? 1));
  if (step > max - min) return { why: `Its range, ${min} to ${max}, is too narrow.` };
  const [unit] = units;
  const name = stringOf(unit?.['display']) || stringOf(unit?.['code']);
  return {
    asked: { kind: 'number', options: [], unit: stringOf(unit?.['code']) || name },
    fields: {
      min,
      max,
      ...(step !== 1 && { step }),
      ...(name && { unit: texts.of(name, translationsOf(unit?.['_display'])) }),
    },
  };
}

function tellIfRepeats(item: Fields, linkId: string, report: Report): void {
  if (item['repeats'] === true) report.tell('asked-once', 'Repeats, but is asked once.', linkId);
}

function tellOfOption(option: Fields, linkId: string, report: Report): void {
  if (option['initialSelected'] === true)
    report.tell('initial-left-out', 'No answer is chosen beforehand.', linkId);
  const coding = fieldsOf(option['valueCoding']);
  const extensions = [option, coding].flatMap((one) => listOf(one['extension']));
  if (extensions.some(({ url }) => url === EXTENSION.ordinalValue))
    report.tell('extension-left-out', 'Its answers have scores; a tree adds nothing up.', linkId);
  report.tellUnknown(extensions, linkId);
}
