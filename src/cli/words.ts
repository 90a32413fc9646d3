import { styleText } from 'node:util';

/** "1 error", "2 errors". */
export const count = (number: number, what: string): string =>
  `${number} ${what}${number === 1 ? '' : 's'}`;

/** A page's or a file's words may hold what a terminal obeys. */
export const onOneLine = (text: string): string => text.replace(/[\s\x00-\x1f\x7f-\x9f]+/g, ' ');

/** Gives words for a terminal a style. */
export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** Colours for a terminal, unless somebody does not want them (https://no-color.org). */
export const painter = (): Paint =>
  process.stdout.isTTY && !process.env.NO_COLOR
    ? (style, text) => styleText(style, text)
    : (_style, text) => text;

/** Prints what was asked for. @returns the exit code for that */
export function say(text: string): 0 {
  process.stdout.write(text);
  return 0;
}
