import { parseArgs } from 'node:util';
import { importQuestionnaire, type ImportNote } from '../guidance/import-questionnaire.js';
import { UsageError } from './command.js';
import { readJson } from './read.js';

const HELP = `Usage: clinic-elements checker import <questionnaire.json> > tree.json

Prints the draft of a decision tree from a FHIR R4 Questionnaire, and what was not taken over (on the
standard error). - reads the Questionnaire from the standard input. The draft is refused until somebody has
written its outcomes, red flags and disclaimer, and who reviewed it when: docs/guidance.md.

Exit code: 0, or 2 where the file could not be read or is no Questionnaire.
`;

/** `clinic-elements checker import`. */
export function importChecker(args: string[]): number {
  const { values, positionals } = parsed(args);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [file, ...more] = positionals;
  if (!file || more.length)
    throw new UsageError(
      'Name one Questionnaire; clinic-elements checker import --help says more.',
    );
  const { draft, report } = importQuestionnaire(readJson(file));
  const refusal = report.find(({ code }) => code === 'not-a-questionnaire');
  if (refusal) throw new UsageError(`${file}: ${refusal.message}`);
  process.stderr.write(`${report.map(inWords).join('\n')}\n`);
  process.stdout.write(`${JSON.stringify(draft, null, 2)}\n`);
  return 0;
}

const inWords = ({ code, linkId, message }: ImportNote): string =>
  `${linkId ? `${linkId}: ` : ''}${message} (${code})`;

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h', default: false } },
    });
  } catch (error) {
    throw new UsageError(
      `${(error as Error).message} clinic-elements checker import --help says more.`,
    );
  }
}
