import { readFileSync } from 'node:fs';

/**
 * A file's text as browsers read it: UTF-8, without the mark that some editors put before it. With that mark,
 * JSON would be none, and a page's head would be taken for its body.
 *
 * @param path - of the file; 0 for the standard input
 * @throws where there is no such file
 */
export const readText = (path: string | 0): string => new TextDecoder().decode(readFileSync(path));
