import { safeEndpoint } from '../foundation/safe-url.js';
import { compact, type GraphContext, type GraphNode } from './graph-context.js';
import { sameName } from './person-name.js';

/** Something that another script on the page describes. */
type Thing = Record<string, unknown>;

/* What is looked at of others' graphs. */
const MOST = 5000;
/* What alone is no reason to speak: the other says it elsewhere. */
const MINOR = new Set(['url', 'inLanguage', 'publisher']);
const ARTICLE = /(?:Article|BlogPosting|Report)$/;
const ORGANIZATION =
  /(?:Organization|Business|Clinic|Corporation|Hospital|Physician|PhysiciansOffice|Dentist|Optician|Pharmacy)$/;

/**
 * The graph beside what other scripts on the page say, such as an SEO plugin's: a node that is there is not said
 * again, but what it lacks, under its own `@id`. Where the other cannot be added to, ours is left out.
 */
export function besideOthers(graph: GraphContext, others: readonly unknown[]): GraphNode[] {
  const { nodes, roots } = graph;
  const things = thingsIn(others);
  if (!things.length) return [...nodes.values()];
  /* What stands for a node of ours. */
  const stands = new Map<string, unknown>();
  const kept = new Map<string, GraphNode>();
  for (const [id, node] of nodes) {
    const twin = things.find((thing) => isTwin(graph, node, thing));
    if (!twin) {
      kept.set(id, node);
      continue;
    }
    things.splice(things.indexOf(twin), 1);
    const address = idOf(twin);
    const rest = missing(node, twin, address);
    // Without an id, a page is still known by its address.
    const isPage = !address && typesOf(node).some(isPageType);
    if (rest && (address || isPage)) kept.set(id, rest);
    const { name, url } = node;
    stands.set(
      id,
      isPage
        ? { '@id': id }
        : address
          ? { '@id': address }
          : compact({ '@type': node['@type'], name, url }),
    );
  }
  return reachable(kept, roots, stands);
}

/** What a thing lacks of a node; undefined where that is nothing. */
function missing(node: GraphNode, twin: Thing, address: string | undefined): GraphNode | undefined {
  // One that can be called is complete: an SEO plugin for local businesses has its own settings.
  if (typesOf(node).some((type) => ORGANIZATION.test(type)) && twin.telephone) return undefined;
  const lacking = Object.entries(node).filter(
    ([key]) => !key.startsWith('@') && !Object.hasOwn(twin, key),
  );
  if (!lacking.some(([key]) => !MINOR.has(key))) return undefined;
  const { '@id': id, '@type': type, url } = node;
  return {
    '@id': address ?? id,
    '@type': type,
    ...(!address && { url }),
    ...Object.fromEntries(lacking),
  };
}

/** What is there for its own sake, and what that names; with others' nodes in place of ours. */
function reachable(
  kept: Map<string, GraphNode>,
  roots: Set<string>,
  stands: Map<string, unknown>,
): GraphNode[] {
  const found = new Set<string>();
  const visit = (id: string): void => {
    const node = kept.get(id);
    if (!node || found.has(id)) return;
    found.add(id);
    for (const ref of refsIn(node)) visit(ref);
  };
  for (const id of roots) visit(id);
  return [...kept].flatMap(([id, node]) =>
    found.has(id) ? [replaceRefs(node, stands) as GraphNode] : [],
  );
}

function refsIn(value: unknown): string[] {
  if (!isThing(value)) return Array.isArray(value) ? value.flatMap(refsIn) : [];
  const { '@id': id, ...rest } = value;
  const inside = Object.values(rest);
  return inside.length ? inside.flatMap(refsIn) : typeof id === 'string' ? [id] : [];
}

function replaceRefs(value: unknown, stands: Map<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((one) => replaceRefs(one, stands));
  if (!isThing(value)) return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === '@id') return stands.get(String(value['@id'])) ?? value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, replaceRefs(one, stands)]),
  );
}

/** Whether another's thing is what a node of ours is. */
function isTwin(graph: GraphContext, node: GraphNode, thing: Thing): boolean {
  const [own, others] = [typesOf(node), typesOf(thing)];
  const both = (is: (type: string) => boolean) => own.some(is) && others.some(is);
  const names = sameName(textOf(node.name), textOf(thing.name));
  if (both((type) => type === 'BreadcrumbList')) return true;
  if (both(isPageType) || both((type) => ARTICLE.test(type))) return isOfPage(graph, thing);
  if (both((type) => type === 'Person')) return names;
  if (!both((type) => ORGANIZATION.test(type))) return false;
  const [ours, theirs] = [node, thing].map(({ telephone }) =>
    graph.telephone(textOf([telephone].flat()[0])),
  );
  return names || (!!ours && ours === theirs) || isSameAddress(graph, node.url, thing.url);
}

/** Whether a page or an article is the one on this page: a list of posts describes others. */
function isOfPage(graph: GraphContext, thing: Thing): boolean {
  const { url, mainEntityOfPage: main } = thing;
  const said = [url, thing['@id'], isThing(main) ? main['@id'] : main].filter(
    (address) => textOf(address) && !textOf(address)!.startsWith('_:'),
  );
  return (
    !said.length || !graph.url || said.some((address) => isSameAddress(graph, address, graph.url))
  );
}

function isSameAddress(graph: GraphContext, one: unknown, other: unknown): boolean {
  const [first, second] = [one, other].map((address) => {
    const found = safeEndpoint(textOf(address), graph.url);
    return found && URL.canParse(found)
      ? new URL(found).href.replace(/^https?:\/\/(?:www\.)?|#.*$/g, '').replace(/\/$/, '')
      : undefined;
  });
  return !!first && first === second;
}

const isPageType = (type: string): boolean => /Page$/.test(type);

/** An id that another script of the page can name. */
const idOf = (thing: Thing): string | undefined => {
  const id = textOf(thing['@id']);
  return id && !id.startsWith('_:') ? id : undefined;
};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `https://schema.org/Article`, `schema:Article` and `Article` are one. */
const typesOf = (thing: Thing): string[] =>
  [thing['@type']].flat().flatMap((type) => textOf(type)?.replace(/^.*[/:#]/, '') ?? []);

/** All that has a type, however deep; what has the same id is one thing. */
function thingsIn(others: readonly unknown[]): Thing[] {
  const found: Thing[] = [];
  const known = new Map<string, Thing>();
  const todo: unknown[] = [...others].reverse();
  for (let count = 0; todo.length && count < MOST; count++) {
    const value = todo.pop();
    if (typeof value !== 'object' || value === null) continue;
    // No spread: how wide it is, is the page's.
    for (const one of Object.values(value).reverse()) todo.push(one);
    if (!isThing(value)) continue;
    const id = idOf(value);
    const there = id === undefined ? undefined : known.get(id);
    if (there) {
      const types = [...typesOf(there), ...typesOf(value)];
      Object.assign(there, value, { '@type': types });
      continue;
    }
    const thing = { ...value };
    if (id !== undefined) known.set(id, thing);
    found.push(thing);
  }
  return found.filter((thing) => typesOf(thing).length).map(compact);
}
