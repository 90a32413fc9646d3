// @ts-check
/** Prints each page's schema.org graph into its head, for the many crawlers that run no script. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { structuredData } from 'clinic-elements/structured-data';

/**
 * Prints what `<clinic-info src="/assets/clinic.json">` makes in a browser, to the letter, which then leaves it alone.
 * A page that has none of the clinic's facts stays as it is.
 *
 * @param {string} html the whole page
 * @param {URL} address where it is served: relative addresses in the facts start there
 * @param {string} assetsDir the folder of clinic.json
 * @returns {Promise<string>}
 */
export async function printStructuredData(html, address, assetsDir) {
  if (!html.includes('<clinic-info')) return html;
  const facts = await readFile(path.join(assetsDir, 'clinic.json'), 'utf8').catch(() => undefined);
  if (facts === undefined) return html;
  const base = new URL('/assets/clinic.json', address).href;
  const graph = structuredData(html, JSON.parse(facts), { address: address.href, base });
  if (!graph) return html;
  const script = `<script type="application/ld+json" id="clinic-graph">${graph}</script>`;
  // Not as a pattern: there may be a "$&" in somebody's words.
  return html.replace('</head>', () => `  ${script}\n  </head>`);
}
