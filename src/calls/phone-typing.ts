/** A text field's value and where the cursor is in it. */
export interface Typed {
  value: string;
  /** Characters before the cursor. */
  caret: number;
}

/** What was done to the field, as the `input` event says. */
export interface TypedChange {
  inputType?: string;
  data?: string | null;
  isComposing?: boolean;
}

/**
 * A North American number as people write it, as far as it is there: `555-0142`, `(210) 555-01`,
 * `1 (210) 555-0142`; undefined where the digits cannot be one.
 */
export function groupDigits(digits: string): string | undefined {
  const [, country = '', number = ''] = /^(1?)(\d*)$/.exec(digits) ?? [];
  if (/^[01]/.test(number) || number.length > 10) return undefined;
  const [area, exchange, line] = [number.slice(0, 3), number.slice(3, 6), number.slice(6)];
  const prefix = country && number ? `${country} ` : country;
  if (!exchange) return prefix + area;
  // A local number has seven digits and no area.
  if (!country && number.length <= 7) return `${area}-${number.slice(3)}`;
  return `${prefix}(${area}) ${exchange}${line && `-${line}`}`;
}

const digitsIn = (text: string): string => text.replace(/\D/g, '');

/**
 * Puts the signs between the digits of a North American number while it is typed, and keeps the cursor
 * after the digit that it was after. Digits are never changed, added or taken away.
 *
 * Left alone are what was deleted or undone (the next digit brings the signs back), words being composed,
 * and everything that somebody writes in a way of their own: signs other than these, international numbers,
 * extensions, letters.
 *
 * @param typed - the field after the change
 */
export function formatPhoneTyping({ value, caret }: Typed, change: TypedChange): Typed {
  const same = { value, caret };
  const { inputType = '', data, isComposing } = change;
  if (isComposing || !/^insert(?:Text|FromPaste)$/.test(inputType) || !data) return same;
  const start = caret - data.length;
  if (!/^\d+$/.test(data) || value.slice(start, caret) !== data) return same;
  const before = value.slice(0, start) + value.slice(caret);
  const known = digitsIn(before);
  if (before !== known && before !== groupDigits(known)) return same;
  const grouped = groupDigits(digitsIn(value));
  if (grouped === undefined) return same;
  return { value: grouped, caret: afterDigit(grouped, digitsIn(value.slice(0, caret)).length) };
}

/** The place after so many digits. */
function afterDigit(text: string, count: number): number {
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    if (seen === count) return at;
    if (/\d/.test(text[at]!)) seen++;
  }
  return text.length;
}

/** A whole number that came without signs, by autofill or a keyboard that composes, with them. */
export function formatPhoneWhole(value: string): string {
  return (/^(?:1?\d{10})$/.test(value) && groupDigits(value)) || value;
}
