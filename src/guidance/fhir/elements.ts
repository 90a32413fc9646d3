/** The parts of FHIR's JSON that every reader here needs: https://hl7.org/fhir/R4/json.html */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** The objects of a list; whatever else stands in it is passed over. */
export const listOf = (value: unknown): Fields[] =>
  Array.isArray(value) ? value.filter(isFields) : [];

export const stringOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

const CORE = 'http://hl7.org/fhir/StructureDefinition/';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';

/** Extensions that the import takes over or knows by name. */
export const EXTENSION = {
  translation: `${CORE}translation`,
  hidden: `${CORE}questionnaire-hidden`,
  minValue: `${CORE}minValue`,
  maxValue: `${CORE}maxValue`,
  minQuantity: `${SDC}minQuantity`,
  maxQuantity: `${SDC}maxQuantity`,
  maxDecimalPlaces: `${CORE}maxDecimalPlaces`,
  unit: `${CORE}questionnaire-unit`,
  unitOption: `${CORE}questionnaire-unitOption`,
  optionExclusive: `${CORE}questionnaire-optionExclusive`,
  ordinalValue: `${CORE}ordinalValue`,
  calculated: `${SDC}calculatedExpression`,
  enableWhenExpression: `${SDC}enableWhenExpression`,
} as const;

/** The extensions of an element that have an address. */
export const extensionsOf = (element: Fields, url: string): Fields[] =>
  listOf(element['extension']).filter((one) => one['url'] === url);

/** The value of an element’s first extension of an address, whatever its type. */
export function extensionValue(element: Fields, url: string): unknown {
  const [found] = extensionsOf(element, url);
  const name = Object.keys(found ?? {}).find((key) => key.startsWith('value'));
  return name && found?.[name];
}

/** The languages and contents of the translations of a text, e.g. of `_text`. */
export function translationsOf(element: unknown): [language: string, text: string][] {
  return extensionsOf(fieldsOf(element), EXTENSION.translation).map((translation) => [
    stringOf(extensionValue(translation, 'lang')),
    stringOf(extensionValue(translation, 'content')),
  ]);
}
