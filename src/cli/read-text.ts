import { readFileSync } from 'node:fs';

/**
 * A file's text as browsers read it: UTF-8, without the mark that some editors put before it. With that mark,
 * JSON would be none, and a page's head would be taken for its body.
 *
 * @throws where there is no such file
 */
export const readText = (path: string): string => new TextDecoder().decode(readFileSync(path));
