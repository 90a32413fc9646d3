/** Runs of white space, no-break spaces included, as one space; none at the ends. */
export function collapse(text: string | null | undefined): string {
  return text?.replace(/\s+/g, ' ').trim() ?? '';
}

/** A whole number from `min` to `max`, or `fallback` where the value is anything else. */
export function integerBetween(value: unknown, min: number, max: number, fallback: number): number {
  // Number() reads '' as 0, and throws on some objects.
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  const number = text ? Number(text) : NaN;
  return Number.isInteger(number) && number >= min && number <= max ? number : fallback;
}
