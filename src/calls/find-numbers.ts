import { parsePhoneNumber, type PhoneNumber } from './phone-number.js';

/** A phone number in running text: where it stands, and what it is. */
export interface FoundNumber {
  /** Index of its first character. */
  start: number;
  /** Index after its last character. */
  end: number;
  written: string;
  number: PhoneNumber;
}

/** stub until the real one arrives */
export function findPhoneNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  const pattern =
    /\+?(?:1[-. \u00a0]?)?\(?[2-9]\d{2}\)?[-. \u00a0]?[2-9]\d{2}[-. \u00a0]?\d{4}(?: ext\. \d+)?/g;
  for (let match; (match = pattern.exec(text));) {
    const number = parsePhoneNumber(match[0]);
    if (number)
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        written: match[0],
        number,
      });
  }
  return found;
}
