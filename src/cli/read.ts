import { readFileSync } from 'node:fs';
import { UsageError } from './command.js';

/** The text of a file; of the standard input where it is `-`. */
export function readText(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch {
    throw new UsageError(`${path === '-' ? 'The standard input' : path} cannot be read.`);
  }
}

/** The content of a JSON file. */
export function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${path === '-' ? 'The standard input' : path} is no JSON.`);
  }
}
