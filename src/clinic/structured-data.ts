import type { ClinicFacts } from './facts.js';
import { clinicGraph, graphText } from './graph.js';
import type { GraphOptions, GraphTools } from './graph-context.js';
import { pageFacts } from './page-facts.js';
import { GRAPH_ID, readPage } from './page-reading.js';
import type { PageReader } from './page-words.js';

/** What the graph is made from: changes elsewhere cost nothing. */
const SOURCES =
  'article-hero, medical-review, clinic-location, provider-card, h1, title, base, meta, link, nav, ' +
  '[class*="breadcrumb" i], script[type="application/ld+json" i]';
const WATCHED: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  characterData: true,
};
const RUNS = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;
/* A page in motion is read this often at most, in milliseconds. */
const PAUSE = 200;

/**
 * The graph as text, for a script of the type `application/ld+json`; empty where there is nothing to say. The
 * same in a browser and on a server.
 *
 * @param address - the page's own, for a page without a canonical one
 */
export function graphOf<Node>(
  reader: PageReader<Node>,
  facts: ClinicFacts,
  { address, ...options }: GraphOptions & { address?: string },
): string {
  const graph = clinicGraph(readPage(reader, address), facts, options);
  return graph ? graphText(graph) : '';
}

/** How a browser's document is read. */
export function documentReader(page: Document): PageReader<Element> {
  return {
    select: (css, root) => [...(root ?? page).querySelectorAll(css)],
    attribute: (element, name) => element.getAttribute(name),
    name: (element) => element.localName,
    children: (element) =>
      [...element.childNodes].flatMap((node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
        return isElement(node) ? node : [];
      }),
  };
}

/**
 * Keeps the clinic's graph in the page's head, in one script with the id `clinic-graph`, as long as facts are
 * known: made when the page has been read, and again when facts, or what is shown, have changed. Beside a graph
 * of somebody else's it says only what that lacks, or nothing. A script that the server printed is taken over.
 *
 * @param tools - from `calls/schema-org`
 * @returns the way to stop; takes the script out
 */
export function startStructuredData(page: Document, tools: GraphTools): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;

  const print = (): void => {
    timer = undefined;
    last = performance.now();
    const { facts, base } = pageFacts;
    // Without them, what a server printed knows more.
    if (!facts) return;
    const address = page.URL;
    printGraph(page, graphOf(documentReader(page), facts, { tools, base, address }));
    // What was just written is no news.
    watcher.takeRecords();
  };
  const schedule = (): void => {
    timer ??= setTimeout(print, Math.max(0, last + PAUSE - performance.now()));
  };
  const watcher = new MutationObserver((records) => {
    if (records.some(isNews)) schedule();
  });
  const begin = (): void => {
    watcher.observe(page, WATCHED);
    schedule();
  };

  const follower = { requestUpdate: schedule };
  pageFacts.followers.add(follower);
  if (page.readyState === 'loading') page.addEventListener('DOMContentLoaded', begin);
  else begin();
  return () => {
    page.removeEventListener('DOMContentLoaded', begin);
    pageFacts.followers.delete(follower);
    watcher.disconnect();
    clearTimeout(timer);
    page.getElementById(GRAPH_ID)?.remove();
  };
}

/* A page in a frame has classes of its own. */
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** Whether a change may make another graph. */
function isNews(record: MutationRecord): boolean {
  const { target, type, attributeName, addedNodes, removedNodes } = record;
  const isSource = (node: Node): boolean =>
    isElement(node) && (node.matches(SOURCES) || !!node.querySelector(SOURCES));
  const element = isElement(target) ? target : target.parentElement;
  if (element?.id === GRAPH_ID) return false;
  if (element?.closest(SOURCES)) return true;
  if (type !== 'attributes') return [...addedNodes, ...removedNodes].some(isSource);
  // Another language, or more to see or less; but themes write classes into the body at every scroll.
  if (attributeName === 'lang') return element?.localName === 'html';
  return /^(?:hidden|open)$/.test(attributeName ?? '') && isSource(target);
}

/** Puts the graph into the page's head, in place of the one before; takes that out where the text is empty. */
function printGraph(page: Document, text: string): void {
  const there = page.getElementById(GRAPH_ID);
  if (!text) {
    there?.remove();
    return;
  }
  if (there?.textContent === text) return;
  const script = emptyScript(page);
  script.id = GRAPH_ID;
  script.type = 'application/ld+json';
  script.append(text);
  if (there) there.replaceWith(script);
  else page.head.append(script);
}

/**
 * A script that can be given data. Under Trusted Types, Chromium and WebKit report the text of every new script,
 * whatever its type; but a copy of one that has run is never looked at again (HTML, "already started").
 */
function emptyScript(page: Document): HTMLScriptElement {
  const run = [...page.scripts].find(
    ({ type, src, text }) => RUNS.test(type) && (src || text.trim()),
  );
  if (!run) return page.createElement('script');
  const copy = run.cloneNode() as HTMLScriptElement;
  for (const name of copy.getAttributeNames()) copy.removeAttribute(name);
  return copy;
}
