import { hoursForGraph as hours, telephone } from '../calls/schema-org.js';
import { graphOfHtml } from '../clinic/graph-html.js';
import { GRAPH_ID } from '../clinic/page-reading.js';
import { parseClinicFacts } from '../clinic/read-facts.js';
import { parseOptions, webAddress } from './options.js';
import { readFile, readJsonFile } from './read.js';
import { say } from './words.js';

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
  const { values, target } = parseOptions(['graph', 'page'], args, {
    clinic: { type: 'string' },
    'clinic-url': { type: 'string' },
    url: { type: 'string' },
    script: { type: 'boolean', default: false },
  });
  if (values.help) return say(HELP);
  const file = target();
  const address = values.url && webAddress('--url', values.url).href;
  const base = values['clinic-url'] && webAddress('--clinic-url', values['clinic-url']).href;
  const facts = values.clinic === undefined ? {} : readJsonFile(values.clinic);
  for (const { path, message } of parseClinicFacts(facts, base).problems)
    process.stderr.write(`${values.clinic}: ${path ? `${path}: ` : ''}${message}\n`);
  const text = graphOfHtml(readFile(file), facts, { address, base, tools: { hours, telephone } });
  if (!text) return 0;
  const script = `<script type="application/ld+json" id="${GRAPH_ID}">${text}</script>`;
  return say(`${values.script ? script : text}\n`);
}
