import type { ClinicFacts } from './facts.js';
import { besideOthers } from './graph-beside.js';
import { GraphContext, type GraphNode, type GraphOptions } from './graph-context.js';
import { addNamed, addProvider } from './graph-people.js';
import { addClinic, addLocation } from './graph-places.js';
import type { PageDescription } from './page-reading.js';

/** One JSON-LD document. */
export interface Graph {
  '@context': 'https://schema.org';
  '@graph': GraphNode[];
}

/**
 * What a page shows and what is known of its clinic, as one schema.org graph. What is neither shown nor a fact
 * is not in it; nor is a date that has not come, hours that cannot be read, or a number other than the
 * clinic's own. What another graph on the page says is not said again: what is missing there is added, under
 * the other's `@id`.
 *
 * @returns undefined where there is nothing to say
 */
export function clinicGraph(
  page: PageDescription,
  facts: ClinicFacts,
  options: GraphOptions,
): Graph | undefined {
  const graph = new GraphContext(page.url, facts, options);
  const breadcrumbs = addBreadcrumbs(graph, page);
  const clinic = addClinic(graph);
  const webPage = addWebPage(graph, page, { breadcrumb: breadcrumbs, publisher: clinic });
  if (page.article) addArticle(graph, page, { mainEntityOfPage: webPage, publisher: clinic });
  for (const [index, location] of page.locations.entries()) addLocation(graph, location, index);
  for (const [index, provider] of page.providers.entries()) addProvider(graph, provider, index);
  const nodes = besideOthers(graph, page.others);
  return nodes.length ? { '@context': 'https://schema.org', '@graph': nodes } : undefined;
}

/** A graph as it may stand in a script of a page: nothing in it can end the script. */
export const graphText = (graph: Graph): string => JSON.stringify(graph).replace(/</g, '\\u003c');

function addWebPage(
  graph: GraphContext,
  { title, language, review, url }: PageDescription,
  refs: Record<string, unknown>,
) {
  const said = {
    name: title,
    lastReviewed: graph.day(review?.reviewed),
    reviewedBy: addNamed(graph, review?.reviewer, 'reviewer'),
  };
  // Not worth a node where it would say an address alone.
  if (!Object.values(said).some(Boolean)) return undefined;
  return graph.addRoot(graph.onPage('webpage'), review ? 'MedicalWebPage' : 'WebPage', {
    url,
    inLanguage: language,
    ...said,
    ...refs,
  });
}

function addArticle(
  graph: GraphContext,
  { title, language, image, author, published, modified }: PageDescription,
  refs: Record<string, unknown>,
) {
  const [first, last] = [graph.date(published), graph.date(modified)];
  return graph.addRoot(graph.onPage('article'), 'Article', {
    headline: title,
    image,
    datePublished: first,
    // What was changed before it was there is a slip.
    dateModified: last && first && last.slice(0, 10) < first.slice(0, 10) ? undefined : last,
    inLanguage: language,
    author: addNamed(graph, author, 'author'),
    ...refs,
  });
}

function addBreadcrumbs(graph: GraphContext, { breadcrumbs }: PageDescription) {
  return graph.addRoot(graph.onPage('breadcrumbs'), 'BreadcrumbList', {
    itemListElement: breadcrumbs.map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      ...(href && { item: href }),
    })),
  });
}
