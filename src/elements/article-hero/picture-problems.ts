import { altTextProblem, LONGEST_ALT, type AltTextProblem } from '../../foundation/alt-text.js';

/** What is known of a hero's picture; null where an attribute is not there. */
export interface HeroPicture {
  alt: string | null;
  src: string | null;
  /** The article's title. */
  title: string;
  loading?: string | null;
  width?: string | null;
  height?: string | null;
}

const ALT: Record<AltTextProblem, string> = {
  missing: 'is missing: say what the picture shows, or write alt="" for decoration.',
  'file-name': 'is a file’s name: say what the picture shows, or write alt="" for decoration.',
  'says-nothing': 'says only that there is a picture: say what it shows.',
  'repeats-title': 'repeats the title: say what the picture shows, or write alt="".',
  long: `is longer than ${LONGEST_ALT} characters: say the rest in the caption or the text.`,
};

/**
 * What a page's developer should mend about the picture that mostly is the largest thing on the first
 * screen: sentences that say the remedy.
 *
 * @param made - whether it was made from attributes, which are then named instead of the picture's
 */
export function pictureProblems(picture: HeroPicture, made: boolean): string[] {
  const problems: string[] = [];
  const alt = altTextProblem(picture.alt, picture);
  if (alt) problems.push(`${made ? '"image-alt"' : 'the picture’s alt'} ${ALT[alt]}`);
  if (made) return problems;
  if (/^lazy$/i.test(picture.loading ?? ''))
    problems.push('its picture has loading="lazy", which delays it; take that off.');
  if (!Number(picture.width) || !Number(picture.height))
    problems.push('its picture has no width and height; without them the page moves as it loads.');
  return problems;
}
