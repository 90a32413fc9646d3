import { parseArgs, type ParseArgsConfig } from 'node:util';
import { dayOf, type Day } from '../foundation/dates.js';
import { UsageError } from './command.js';

const HELP = { help: { type: 'boolean', short: 'h', default: false } } as const;

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;
interface Config<Options extends OptionsConfig> {
  args: string[];
  allowPositionals: true;
  options: Options & typeof HELP;
}

/** What a command was called with. */
export interface Call<Options extends OptionsConfig> {
  values: ReturnType<typeof parseArgs<Config<Options>>>['values'];
  /** @throws UsageError where there is none, or several */
  target(): string;
}

/**
 * A command's options, with `--help`, and the one thing that it is to look at.
 *
 * @param names - of the command and of that thing: `['check', 'folder, file or URL']`
 */
export function parseOptions<const Options extends OptionsConfig>(
  names: [command: string, thing: string],
  args: string[],
  options: Options,
): Call<Options> {
  const [command, thing] = names;
  const more = `clinic-elements ${command} --help says more.`;
  let parsed: ReturnType<typeof parseArgs<Config<Options>>>;
  try {
    parsed = parseArgs<Config<Options>>({
      args,
      allowPositionals: true,
      options: { ...options, ...HELP },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message} ${more}`);
  }
  const { values, positionals } = parsed;
  return {
    values,
    target() {
      const [target, ...others] = positionals;
      if (target && !others.length) return target;
      throw new UsageError(`Name one ${thing}; ${more}`);
    },
  };
}

/** A whole number of nine digits at most. */
export function wholeNumber(option: string, value: string, least = 0): number {
  if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value);
  throw new UsageError(`${option} takes a whole number from ${least}.`);
}

/** A day as `YYYY-MM-DD`. */
export function day(option: string, value: string): Day {
  const found = dayOf(value);
  if (!found) throw new UsageError(`${option} takes a date like 2026-03-04.`);
  return found;
}

/** An absolute address of the web. */
export function webAddress(option: string, value: string): URL {
  if (/^https?:\/\//i.test(value) && URL.canParse(value)) return new URL(value);
  throw new UsageError(`${option} must be an http(s) address.`);
}
