import { warn } from './warn.js';

const OPENING = /^[“”″„]/;
/* Names of attributes are taken as they are written: an entity is none there. */
const CLOSING = /(?:[“”″]|&#82(?:2[01]|43);)$/;

/**
 * Takes curly quotes off the attributes of an element. HTML does not know them: `label=“Call us”` is a label
 * `“Call` and an attribute `us”`. What was cut off at the white space is put back, in the small letters that
 * names of attributes have. Quotes that belong to a text, in a tag whose other attributes have straight ones, stay.
 */
export function straightenQuotes(element: Element): void {
  const given = [...element.attributes].filter(
    ({ name }) => !/^(?:class|id|style|data-)/.test(name),
  );
  const isCurly = given.some(({ value }) => OPENING.test(value) && !CLOSING.test(value.slice(1)));
  const valued = given.filter(({ name, value }) => value && !CLOSING.test(name));
  if (!valued.length || (!isCurly && !valued.every(({ value }) => OPENING.test(value)))) return;
  let name: string | undefined;
  let words = '';
  for (const attribute of given) {
    if (OPENING.test(attribute.value)) {
      ({ name, value: words } = attribute);
      words = words.replace(OPENING, '');
    } else if (name) {
      element.removeAttribute(attribute.name);
      words += ` ${attribute.name}${attribute.value && `=${attribute.value}`}`;
    }
    if (!name || !CLOSING.test(words)) continue;
    element.setAttribute(name, words.replace(CLOSING, '').trim());
    name = undefined;
  }
  if (name) element.setAttribute(name, words);
  warn(element.localName, 'has curly quotes round its attributes. Write straight ones: "…".');
}
