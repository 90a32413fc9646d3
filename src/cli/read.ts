import { UsageError } from './command.js';
import { brokenWords, readJson } from './json.js';
import { readText } from './read-text.js';

const nameOf = (path: string): string => (path === '-' ? 'The standard input' : path);

/**
 * The text of a file that somebody named; of the standard input where it is `-`.
 *
 * @throws UsageError where it cannot be had
 */
export function readFile(path: string): string {
  try {
    return readText(path === '-' ? 0 : path);
  } catch {
    throw new UsageError(`${nameOf(path)} cannot be read.`);
  }
}

/**
 * The content of a JSON file that somebody named.
 *
 * @throws UsageError where it cannot be had or is no JSON, with the place where it breaks
 */
export function readJsonFile(path: string): unknown {
  const reading = readJson(readFile(path));
  if (!reading.broken) return reading.value;
  const { line, column } = reading.broken;
  throw new UsageError(
    `${nameOf(path)} is no JSON: line ${line}, column ${column}. ${brokenWords(reading.broken)}`,
  );
}
