import { parseArgs, styleText } from 'node:util';
import { dayOf } from '../foundation/dates.js';
import { coverageWords, decisionTable } from '../guidance/decision-table.js';
import { LINT_RULES, type Finding } from '../guidance/findings.js';
import { lintFile, type FileLintResult } from '../guidance/lint.js';
import { answersWords } from '../guidance/words.js';
import { count, onOneLine } from './check/report.js';
import { UsageError } from './command.js';
import { readJson } from './read.js';

const HELP = `Usage: clinic-elements checker lint <tree.json> [options]
       clinic-elements checker import <questionnaire.json> > tree.json

Looks for what is wrong with a decision tree of condition-checker: answers that lead nowhere, a red flag that
comes to nothing, a text that says what somebody has. - reads the tree from the standard input. What import
does, clinic-elements checker import --help says.

  --json              for programs
  --table             prints the table that a clinician signs, in Markdown
  --language TAG      of the table (default: the tree's first)
  --limit N           walks to try at most (200000)
  --today DATE        the day that the review is compared with (YYYY-MM-DD; today)

Exit code: 0 clean or warnings only, 1 errors were found, 2 the tree could not be read.

Beside what the format refuses:
${LINT_RULES.map(({ code, severity, about }) => `  ${code.padEnd(24)}${severity.padEnd(9)}${about}`).join('\n')}
`;

/** What `--json` prints. Fields may be added; `version` counts what is taken away or changed. */
export interface CheckerReport {
  version: 1;
  file: string;
  errors: number;
  warnings: number;
  /** Null where the file is no tree: then nothing was tried. */
  coverage: FileLintResult['coverage'] | null;
  findings: Finding[];
}

/** What can be done with a tree. */
const TASKS: Record<string, (args: string[]) => number | Promise<number>> = {
  lint,
  import: async (args) => (await import('./checker-import.js')).importChecker(args),
};

/** `clinic-elements checker`. */
export async function run([task = '', ...args]: string[]): Promise<number> {
  if (/^(?:--help|-h|help)$/.test(task)) return say(HELP);
  const run = Object.hasOwn(TASKS, task) && TASKS[task];
  if (run) return await run(args);
  const known = Object.keys(TASKS).join(' or ');
  throw new UsageError(`Say ${known} after checker; clinic-elements checker --help says more.`);
}

function lint(args: string[]): number {
  const { values, positionals } = parsed(args);
  if (values.help) return say(HELP);
  const [file, ...more] = positionals;
  if (!file || more.length)
    throw new UsageError('Name one tree; clinic-elements checker --help says more.');
  if (values.json && values.table) throw new UsageError('Either --json or --table.');
  const options = { limit: whole('--limit', values.limit), today: day(values.today) };
  const name = file === '-' ? 'standard input' : file;
  const result = lintFile(readJson(file), options);
  const report = reportOf(name, result);
  if (values.json) say(`${JSON.stringify(report, null, 2)}\n`);
  else if (values.table && result.tree)
    say(decisionTable(result.tree, values.language ?? result.tree.languages[0], options));
  else say(inWords(report, result));
  return report.errors ? 1 : 0;
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        table: { type: 'boolean', default: false },
        language: { type: 'string' },
        limit: { type: 'string', default: '200000' },
        today: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message} clinic-elements checker --help says more.`);
  }
}

function whole(option: string, value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError(`${option} takes a whole number.`);
  return Number(value);
}

function day(value: string | undefined): string | undefined {
  if (value === undefined || dayOf(value)) return value;
  throw new UsageError('--today takes a date like 2026-03-04.');
}

function reportOf(file: string, { findings, coverage }: FileLintResult): CheckerReport {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return { version: 1, file, errors, warnings, coverage: coverage ?? null, findings };
}

/** For people: what is wrong, what shows it, what was tried, how much was found. */
function inWords({ file, errors, warnings, findings }: CheckerReport, result: FileLintResult) {
  const { tree, coverage } = result;
  const isColourful = !!process.stdout.isTTY && !process.env.NO_COLOR;
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    isColourful ? styleText(style, text) : text;
  const lines: string[] = findings.length ? [paint('underline', onOneLine(file))] : [];
  for (const { code, severity, path, message, example } of findings) {
    const word = paint(severity === 'error' ? 'red' : 'yellow', severity.padEnd(7));
    lines.push(`  ${word}  ${onOneLine(path || '(the tree)')} ${paint('dim', `(${code})`)}`);
    lines.push(`           ${onOneLine(message)}`);
    if (!example || !tree) continue;
    const words = answersWords(tree, example, tree.languages[0]);
    lines.push(paint('dim', `           For example: ${onOneLine(words)}`));
  }
  if (findings.length) lines.push('');
  lines.push(coverage ? coverageWords(coverage) : 'This is refused, so nothing was tried.');
  const style = errors ? 'red' : warnings ? 'yellow' : 'green';
  lines.push(paint(style, `${count(errors, 'error')}, ${count(warnings, 'warning')}`));
  return `${lines.join('\n')}\n`;
}

function say(text: string): 0 {
  process.stdout.write(text);
  return 0;
}
