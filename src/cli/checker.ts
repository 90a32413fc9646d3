import { coverageWords, decisionTable } from '../guidance/decision-table.js';
import { LINT_RULES, type Finding } from '../guidance/findings.js';
import { lintFile, type FileLintResult } from '../guidance/lint.js';
import { answersWords } from '../guidance/words.js';
import { UsageError } from './command.js';
import { day, parseOptions, wholeNumber } from './options.js';
import { readJsonFile } from './read.js';
import { count, onOneLine, painter, say } from './words.js';

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
  const { values, target } = parseOptions(['checker', 'tree'], args, {
    json: { type: 'boolean', default: false },
    table: { type: 'boolean', default: false },
    language: { type: 'string' },
    limit: { type: 'string', default: '200000' },
    today: { type: 'string' },
  });
  if (values.help) return say(HELP);
  const file = target();
  if (values.json && values.table) throw new UsageError('Either --json or --table.');
  const options = {
    limit: wholeNumber('--limit', values.limit, 1),
    today: values.today && day('--today', values.today).iso,
  };
  const result = lintFile(readJsonFile(file), options);
  const report = reportOf(file === '-' ? 'standard input' : file, result);
  if (values.json) say(`${JSON.stringify(report, null, 2)}\n`);
  else if (values.table && result.tree)
    say(decisionTable(result.tree, values.language ?? result.tree.languages[0], options));
  else say(inWords(report, result));
  return report.errors ? 1 : 0;
}

function reportOf(file: string, { findings, coverage }: FileLintResult): CheckerReport {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return { version: 1, file, errors, warnings, coverage: coverage ?? null, findings };
}

/** For people: what is wrong, what shows it, what was tried, how much was found. */
function inWords({ file, errors, warnings, findings }: CheckerReport, result: FileLintResult) {
  const { tree, coverage } = result;
  const paint = painter();
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
