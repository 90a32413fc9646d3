/** Runs of white space, no-break spaces included, as one space; none at the ends. */
export function collapse(text: string | null | undefined): string {
  return text?.replace(/\s+/g, ' ').trim() ?? '';
}

/** A whole number from `min` to `max`, or `fallback` where the value is anything else. */
export function integerBetween(value: unknown, min: number, max: number, fallback: number): number {
  const number = typeof value === 'string' && !value.trim() ? NaN : Number(value);
  return Number.isInteger(number) && number >= min && number <= max ? number : fallback;
}
