/** The door `clinic-elements/structured-data`, for servers and builds: a page's schema.org graph. */
import { hoursForGraph as hours, telephone } from './calls/schema-org.js';
import { graphOfHtml } from './clinic/graph-html.js';

export interface StructuredDataOptions {
  /** The page's address, for a page that names no canonical one. */
  address?: string;
  /** Where the facts come from: what their relative addresses start from. By default the page's address. */
  base?: string;
  /** In milliseconds since 1970: dates that have not come are left out. */
  now?: number;
}

/**
 * A page's structured data: the text of a `<script type="application/ld+json" id="clinic-graph">`, the same as
 * `clinic-info` makes in a browser. Empty where there is nothing to say, as beside an SEO plugin's graph that
 * says it all.
 *
 * @param html - the whole page
 * @param facts - what `clinic.json` says, as `JSON.parse` gives it
 */
export function structuredData(
  html: string,
  facts: unknown = {},
  options: StructuredDataOptions = {},
): string {
  return graphOfHtml(html, facts, { ...options, tools: { hours, telephone } });
}
