import { parseArgs } from 'node:util';
import { hoursForGraph as hours, telephone } from '../calls/schema-org.js';
import { graphOfHtml } from '../clinic/graph-html.js';
import { GRAPH_ID } from '../clinic/page-reading.js';
import { parseClinicFacts } from '../clinic/read-facts.js';
import { UsageError } from './command.js';
import { readFile, readJson } from './read.js';

const HELP = `Usage: clinic-elements graph <page.html> [options]

Prints a page's structured data: the schema.org graph that clinic-info makes in a browser.

  --clinic FILE       the clinic's facts (clinic.json)
  --clinic-url URL    where that file is served: its relative addresses start there (default: the page's)
  --url URL           the page's address, where it has no canonical one
  --script            with the <script> around it, ready for the page's head

Prints nothing where there is nothing to say, as beside an SEO plugin's graph that says it all.
Exit code: 0, or 2 where a file could not be read.
`;

/** `clinic-elements graph`. */
// eslint-disable-next-line @typescript-eslint/require-await -- what is wrong with the options rejects
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parsed(args);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [file, ...more] = positionals;
  if (!file || more.length)
    throw new UsageError('Name one page; clinic-elements graph --help says more.');
  const address = webAddress('--url', values.url);
  const base = webAddress('--clinic-url', values['clinic-url']);
  const facts = values.clinic === undefined ? {} : readJson(values.clinic);
  for (const { path, message } of parseClinicFacts(facts, base).problems)
    process.stderr.write(`${values.clinic}: ${path ? `${path}: ` : ''}${message}\n`);
  const text = graphOfHtml(readFile(file), facts, { address, base, tools: { hours, telephone } });
  if (!text) return 0;
  const script = `<script type="application/ld+json" id="${GRAPH_ID}">${text}</script>`;
  process.stdout.write(`${values.script ? script : text}\n`);
  return 0;
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        clinic: { type: 'string' },
        'clinic-url': { type: 'string' },
        url: { type: 'string' },
        script: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message} clinic-elements graph --help says more.`);
  }
}

function webAddress(option: string, value: string | undefined): string | undefined {
  if (value === undefined || (/^https?:\/\//i.test(value) && URL.canParse(value))) return value;
  throw new UsageError(`${option} must be an http(s) address.`);
}
