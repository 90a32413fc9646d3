import { UsageError } from '../command.js';
import { day, parseOptions, webAddress, wholeNumber } from '../options.js';
import { readFile } from '../read.js';
import { didYouMean, similar } from '../similar.js';
import { say } from '../words.js';
import { checkSite } from './check.js';
import { clinicFile } from './clinic-file.js';
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
  const { values, target } = parsed(args);
  if (values.help) return say(HELP);
  const where = target();
  if (values.format !== 'human' && values.format !== 'json') {
    throw new UsageError(`--format is human or json, not ${values.format}.`);
  }
  const most = values['max-warnings'];
  const maxWarnings = most === undefined ? Infinity : wholeNumber('--max-warnings', most);
  const rules = chosen(values.rule, values.off);
  const now = values.today === undefined ? Date.now() : day('--today', values.today).time;
  const source = await read(where, values);
  const { clinic: path } = values;
  const clinic = path === undefined ? undefined : clinicFile(path, readFile(path));
  const findings = checkSite(siteOf(source, { clinic, now }), { rules });
  const shown = values.quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
  const report = reportOf(shown, source.pages.length);
  say(values.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : inWords(report));
  const { errors, warnings } = reportOf(findings, source.pages.length);
  return errors || warnings > maxWarnings ? 1 : 0;
}

const parsed = (args: string[]) =>
  parseOptions(['check', 'folder, file or URL'], args, {
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
  });

type Values = ReturnType<typeof parsed>['values'];

function read(target: string, values: Values): Source | Promise<Source> {
  if (/^https?:\/\//i.test(target)) {
    return crawl(webAddress('The URL', target), {
      maxPages: wholeNumber('--max-pages', values['max-pages'], 1),
      delay: wholeNumber('--delay', values.delay),
    });
  }
  const base = webAddress('--base-url', values['base-url'] ?? 'https://site.invalid/');
  base.pathname = base.pathname.replace(/\/?$/, '/');
  return readFolder(target, base, values.served);
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
