import { collapse } from '../foundation/text.js';
import type { PageProfile } from './relevance.js';

/* Enough for any article; keeps an endless page from costing more. */
const TEXT_LIMIT = 20_000;
const JSON_LIMIT = 200_000;
const TERM_LIMIT = 20;

/* What is not the article, and what a visitor may have typed. Names and headings are taken by themselves. */
const NOT_TEXT =
  'nav, aside, footer, form, script, style, template, noscript, iframe, object, svg, math, ' +
  'button, input, select, textarea, output, dialog, h1, h2, h3, [hidden], [aria-hidden="true"], ' +
  '[contenteditable]:not([contenteditable="false"]), ' +
  '[role="navigation"], [role="search"], [role="complementary"], [role="contentinfo"]';
const ARTICLE = 'article, main, [role="main"]';
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|mark|q|s|small|span|strong|sub|sup|u)$/;
/* Types of schema.org that speak of the page itself. */
const OF_PAGE = /(?:Article|Posting|Page)$/;

/**
 * What a page says it is about, for `rankByRelevance`.
 *
 * The article is the given element, else what holds the page's `h1`, else `main`. Its title is that `h1`,
 * else `og:title`, else the document's; its categories and tags come from `rel="category"` and `rel="tag"`
 * links (WordPress themes), `article:section`, `article:tag` and `keywords` metas, and JSON-LD. Its text is
 * at most 20,000 characters, without navigation, asides, footers, forms and all that a visitor can type into.
 *
 * @param skip - a selector for what else is not the article's own, such as cards of other articles
 */
export function profileOf(root: Document | Element, skip?: string): PageProfile {
  const page = root.ownerDocument ?? root;
  // A page may have others in dialogs that nobody sees yet.
  const titles = [...page.querySelectorAll('h1')];
  const title = titles.find((heading) => heading.checkVisibility?.() ?? true) ?? titles[0];
  const scope =
    root === page
      ? (title?.closest(ARTICLE) ??
        page.querySelector(ARTICLE) ??
        page.body ??
        page.documentElement)
      : (root as Element);
  const omit = skip ? `${NOT_TEXT}, ${skip}` : NOT_TEXT;
  /* A page may stand in one form as a whole (ASP.NET): only what is inside the article counts. */
  const isOwn = ({ parentElement }: Element) => {
    const omitted = parentElement?.closest(omit);
    return !omitted || omitted.contains(scope);
  };
  const own = (selector: string) => Array.from(scope.querySelectorAll(selector)).filter(isOwn);
  const ld = linkedData(page);
  const links = own('a[rel~="tag"]');
  const isCategory = (link: Element) => link.matches('[rel~="category"]');
  return {
    title:
      words(scope.contains(title ?? null) ? title : (own('h1')[0] ?? title)) ||
      metas(page, 'og:title')[0] ||
      collapse(page.title),
    headings: own('h2, h3').map(words).filter(Boolean),
    text: textOf(scope, omit),
    categories: terms(
      own('a[rel~="category"]').map(words),
      metas(page, 'article:section'),
      ld.sections,
    ),
    tags: terms(
      links.filter((link) => !isCategory(link)).map(words),
      metas(page, 'article:tag'),
      metas(page, 'keywords').flatMap(listed),
      ld.keywords,
    ),
    language: scope.closest('[lang]')?.getAttribute('lang') ?? '',
    url: page.querySelector<HTMLLinkElement>('link[rel="canonical"][href]')?.href || page.URL,
  };
}

function words(element: Element | null | undefined): string {
  return collapse(element?.textContent);
}

function textOf(scope: Element, omit: string): string {
  const walker = scope.ownerDocument.createTreeWalker(
    scope,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && node.matches(omit)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  let text = '';
  let last: Element | null = null;
  while (text.length < TEXT_LIMIT) {
    const node = walker.nextNode();
    if (!node) break;
    if (node.nodeType !== Node.TEXT_NODE) {
      if (!INLINE.test(node.nodeName.toLowerCase())) text += ' ';
      continue;
    }
    // Behind the end of a block, another word begins.
    if (last && !INLINE.test(last.localName) && last !== node.parentElement) text += ' ';
    text += node.nodeValue ?? '';
    last = node.parentElement;
  }
  return collapse(text.slice(0, TEXT_LIMIT));
}

function metas(page: Document, name: string): string[] {
  return Array.from(
    page.querySelectorAll<HTMLMetaElement>(`meta[property="${name}"], meta[name="${name}"]`),
    ({ content }) => collapse(content),
  ).filter(Boolean);
}

function listed(text: string): string[] {
  return text.split(/[,;،、，]/);
}

/** One list, each once, of those that are words and not a text. */
function terms(...lists: string[][]): string[] {
  const found = lists.flat().map(collapse);
  return [...new Set(found)].filter((term) => term && term.length <= 100).slice(0, TERM_LIMIT);
}

/** What JSON-LD says of the page; what cannot be read says nothing. */
function linkedData(page: Document): { sections: string[]; keywords: string[] } {
  const sections: string[] = [];
  const keywords: string[] = [];
  for (const { textContent } of page.querySelectorAll('script[type="application/ld+json"]')) {
    if (!textContent || textContent.length > JSON_LIMIT) continue;
    let data: unknown;
    try {
      data = JSON.parse(textContent);
    } catch {
      continue;
    }
    for (const top of [data].flat()) {
      for (const node of [top, isObject(top) ? top['@graph'] : undefined].flat()) {
        if (!isObject(node) || !strings(node['@type']).some((type) => OF_PAGE.test(type))) continue;
        sections.push(...strings(node.articleSection));
        keywords.push(...strings(node.keywords).flatMap(listed));
      }
    }
  }
  return { sections, keywords };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function strings(value: unknown): string[] {
  return [value].flat().filter((each) => typeof each === 'string');
}
