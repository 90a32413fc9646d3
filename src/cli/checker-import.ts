import { importQuestionnaire, type ImportNote } from '../guidance/import-questionnaire.js';
import { UsageError } from './command.js';
import { parseOptions } from './options.js';
import { readJsonFile } from './read.js';
import { say } from './words.js';

const HELP = `Usage: clinic-elements checker import <questionnaire.json> > tree.json

Prints the draft of a decision tree from a FHIR R4 Questionnaire, and what was not taken over (on the
standard error). - reads the Questionnaire from the standard input. The draft is refused until somebody has
written its outcomes, red flags and disclaimer, and who reviewed it when: docs/guidance.md.

Exit code: 0, or 2 where the file could not be read or is no Questionnaire.
`;

/** `clinic-elements checker import`. */
export function importChecker(args: string[]): number {
  const { values, target } = parseOptions(['checker import', 'Questionnaire'], args, {});
  if (values.help) return say(HELP);
  const file = target();
  const { draft, report } = importQuestionnaire(readJsonFile(file));
  const refusal = report.find(({ code }) => code === 'not-a-questionnaire');
  if (refusal) throw new UsageError(`${file}: ${refusal.message}`);
  process.stderr.write(`${report.map(inWords).join('\n')}\n`);
  return say(`${JSON.stringify(draft, null, 2)}\n`);
}

const inWords = ({ code, linkId, message }: ImportNote): string =>
  `${linkId ? `${linkId}: ` : ''}${message} (${code})`;
