/** Runs of white space, no-break spaces included, as one space; none at the ends. */
export function collapse(text: string | null | undefined): string {
  // Not every single space anew: that took as long as making the element that the text is for.
  return text?.replace(/ \s+|[^\S ]\s*/g, ' ').trim() ?? '';
}

/** A whole number from `min` to `max`, or `fallback` where the value is anything else. */
export function integerBetween(value: unknown, min: number, max: number, fallback: number): number {
  // Number() reads '' as 0, and throws on some objects.
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  const number = text ? Number(text) : NaN;
  return Number.isInteger(number) && number >= min && number <= max ? number : fallback;
}

/*
 * Controls, halves of characters, and what Unicode lets a reader ignore: characters that take no room or
 * force a direction, and so make a name read as another one. Soft hyphens, joiners and variants stay.
 */
const UNSEEN = /(?!\u00AD|[\u200C\u200D]|\p{VS})[\p{Cc}\p{Cs}\p{DI}\uFFF9-\uFFFB]/gu;
/* Joiners have a meaning in emoji and in Arabic, Indic and other scripts, and none after these. */
const IDLE_JOINER =
  /(?<=^|[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{N}\p{P}\p{Z}])[\u200C\u200D]+/gu;

/**
 * A text of somebody else's, as a reader sees it: white space collapsed, without characters that cannot be
 * seen or that turn the direction. A zero-width (non-)joiner stays where a script or an emoji needs it.
 */
export function visibleText(text: string | null | undefined): string {
  return collapse(collapse(text).replace(UNSEEN, '').replace(IDLE_JOINER, ''));
}
