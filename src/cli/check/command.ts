import { parseArgs } from 'node:util';
import { calendarDay } from '../../foundation/dates.js';
import { UsageError } from '../command.js';
import { readText } from '../read-text.js';
import { didYouMean, similar } from '../similar.js';
import { checkSite } from './check.js';
import { clinicFile, type ClinicFile } from './clinic-file.js';
import { crawl } from './crawl.js';
import { readFolder } from './folder.js';
import { inWords, reportOf } from './report.js';
import { RULES } from './rules/index.js';
import { siteOf, type Source } from './site.js';

const HELP = `Usage: clinic-elements check <folder, file or URL> [options]

Finds faults in the pages of a built site. Of a URL, that page is read and then the pages of the same
origin that it leads to, one at a time.

  --clinic FILE       the clinic's facts, where no page has <clinic-info>
  --base-url URL      where the folder will be served (default: nowhere in particular)
  --served PATH       a path of the site that a server answers without a file; repeatable
  --max-pages N       of a URL: pages to read at most (200)
  --delay MS          of a URL: milliseconds between two requests (100)
  --rule ID           only this rule; repeatable, or several with commas
  --off ID            without this rule; repeatable, or several with commas
  --max-warnings N    more warnings than this are a failure, too
  --quiet             errors only
  --format FORMAT     human (default) or json
  --today DATE        the day that dates are compared with (YYYY-MM-DD; today)

Exit code: 0 clean, 1 errors were found, 2 the check could not be made.

Rules:
${[...RULES.values()].map(({ id, severity, about }) => `  ${id.padEnd(20)}${severity.padEnd(9)}${about}`).join('\n')}
`;

/** `clinic-elements check`. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parsed(args);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [target, ...more] = positionals;
  if (!target || more.length) {
    throw new UsageError('Name one folder, file or URL; clinic-elements check --help says more.');
  }
  if (values.format !== 'human' && values.format !== 'json') {
    throw new UsageError(`--format is human or json, not ${values.format}.`);
  }
  const maxWarnings = whole('--max-warnings', values['max-warnings']);
  const rules = chosen(values.rule, values.off);
  const now = values.today === undefined ? Date.now() : day(values.today);
  const source = await read(target, values);
  const clinic = values.clinic === undefined ? undefined : given(values.clinic);
  const findings = checkSite(siteOf(source, { clinic, now }), { rules });
  const shown = values.quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
  const all = reportOf(findings, source.pages.length);
  const report = reportOf(shown, source.pages.length);
  process.stdout.write(
    values.format === 'json'
      ? `${JSON.stringify(report, null, 2)}\n`
      : inWords(report, isColourful()),
  );
  return all.errors || (maxWarnings !== undefined && all.warnings > maxWarnings) ? 1 : 0;
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        clinic: { type: 'string' },
        'base-url': { type: 'string' },
        served: { type: 'string', multiple: true, default: [] },
        'max-pages': { type: 'string', default: '200' },
        delay: { type: 'string', default: '100' },
        rule: { type: 'string', multiple: true, default: [] },
        off: { type: 'string', multiple: true, default: [] },
        'max-warnings': { type: 'string' },
        quiet: { type: 'boolean', default: false },
        format: { type: 'string', default: 'human' },
        today: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message} clinic-elements check --help says more.`);
  }
}

type Values = ReturnType<typeof parsed>['values'];

function read(target: string, values: Values): Source | Promise<Source> {
  if (/^https?:\/\//i.test(target)) {
    const [maxPages, delay] = [values['max-pages'], values.delay] as const;
    return crawl(address('The URL', target), {
      maxPages: whole('--max-pages', maxPages) || 1,
      delay: whole('--delay', delay) ?? 0,
    });
  }
  const base = address('--base-url', values['base-url'] ?? 'https://site.invalid/');
  base.pathname = base.pathname.replace(/\/?$/, '/');
  return readFolder(target, base, values.served);
}

function given(path: string): ClinicFile {
  try {
    return clinicFile(path, readText(path));
  } catch {
    throw new UsageError(`--clinic: ${path} cannot be read.`);
  }
}

/** The ids that are asked for; undefined for all. */
function chosen(only: string[], off: string[]): Set<string> | undefined {
  const ids = (list: string[]) => list.flatMap((one) => one.split(',')).map((id) => id.trim());
  for (const id of [...ids(only), ...ids(off)]) {
    if (RULES.has(id)) continue;
    throw new UsageError(
      `There is no rule "${id}". ${didYouMean(similar(id, RULES.keys()))}`.trim(),
    );
  }
  if (!only.length && !off.length) return undefined;
  const left = new Set(only.length ? ids(only) : RULES.keys());
  for (const id of ids(off)) left.delete(id);
  return left;
}

function whole(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`${option} takes a whole number.`);
  return Number(value);
}

function address(option: string, value: string): URL {
  try {
    const url = new URL(value);
    if (/^https?:$/.test(url.protocol)) return url;
  } catch {
    /* said below */
  }
  throw new UsageError(`${option} must be an http(s) address.`);
}

function day(value: string): number {
  const found = calendarDay(value, 'en');
  if (!found) throw new UsageError('--today takes a date like 2026-03-04.');
  return found.time;
}

const isColourful = (): boolean => !!process.stdout.isTTY && !process.env.NO_COLOR;
