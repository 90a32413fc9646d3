/* The card issuer's prefix that health identifiers stand for: 80 for health, 840 for the United States. */
const PREFIX = '80840';

/**
 * Whether ten digits are a National Provider Identifier: its last digit is Luhn's of the nine before it, with
 * 80840 in front (45 CFR 162.406; CMS, "Requirements for National Provider Identifier and NPI check digit").
 */
export function isNpi(digits: string): boolean {
  if (!/^[12]\d{9}$/.test(digits)) return false;
  let sum = 0;
  [...(PREFIX + digits)].reverse().forEach((digit, at) => {
    const value = Number(digit) * (1 + (at % 2));
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}
