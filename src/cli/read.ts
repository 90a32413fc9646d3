import { UsageError } from './command.js';
import { readText } from './read-text.js';

const nameOf = (path: string): string => (path === '-' ? 'The standard input' : path);

/** The text of a file that somebody named; of the standard input where it is `-`. */
export function readFile(path: string): string {
  try {
    return readText(path === '-' ? 0 : path);
  } catch {
    throw new UsageError(`${nameOf(path)} cannot be read.`);
  }
}

/** The content of a JSON file that somebody named. */
export function readJson(path: string): unknown {
  const text = readFile(path);
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${nameOf(path)} is no JSON.`);
  }
}
