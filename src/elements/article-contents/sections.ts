import { headingIds } from '../../foundation/heading-ids.js';
import { wordsOf } from '../../foundation/heading-words.js';

/** A section of an article, as its heading begins it. */
export interface Section {
  heading: HTMLElement;
  /** What a link to the section names: the heading, or what holds an id for it. */
  anchor: HTMLElement;
  words: string;
  /** The heading's level, 2 to 6. */
  level: number;
}

/* What stands in an article and is no section of it. */
const ASIDE =
  'article, aside, nav, footer, dialog, details, blockquote, figure, td, ' +
  '[hidden]:not([hidden="until-found"]), [aria-hidden="true"], article-card, article-contents, call-cta, ' +
  'clinic-location, condition-checker, contact-form, medical-disclaimer, medical-review, open-hours, ' +
  'provider-card, related-posts, site-banner';

const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'];

/**
 * The article that an element tells the contents of: what `target` names; else the article around it, or the
 * one in `main` that is alone or has the title; else `main`.
 *
 * @param target - an id or a selector
 */
export function articleFor(host: Element, target: string): Element | null {
  const page = host.ownerDocument;
  const root = host.getRootNode() as Document | ShadowRoot;
  const roots = [root, page];
  if (target) return first(roots, (each) => each.getElementById(target) ?? query(each, target));
  const around = host.closest('article');
  if (around) return around;
  const main = host.closest('main') ?? first(roots, (each) => query(each, 'main'));
  const articles = [...(main?.querySelectorAll('article:not(article article)') ?? [])];
  const titled = articles.filter((article) => article.querySelector('h1'));
  return (articles.length > 1 ? titled : articles)[0] ?? main;
}

const first = <Item, Found>(items: Item[], find: (item: Item) => Found | null): Found | null =>
  items.reduce<Found | null>((found, item) => found ?? find(item), null);

function query(root: ParentNode, selector: string): Element | null {
  try {
    return root.querySelector(selector);
  } catch {
    return null;
  }
}

/** Whether a node is a heading, or holds or stands in one: a change of it may change the contents. */
export function touchesHeading(node: Node): boolean {
  const headings = HEADINGS.join();
  if (node.nodeType !== Node.ELEMENT_NODE) return !!node.parentElement?.closest(headings);
  const element = node as Element;
  return !!element.closest(headings) || !!element.querySelector(headings);
}

/**
 * An article's sections in their order. An author's id is kept; a heading that has none gets one made of its
 * words.
 *
 * @param depth - the deepest level of heading that counts, 2 to 6
 */
export function sectionsOf(article: Element, depth: number): Section[] {
  const sections = [...article.querySelectorAll<HTMLElement>(HEADINGS.slice(0, depth - 1).join())]
    .filter((heading) => {
      const aside = heading.closest(ASIDE);
      return !aside || aside.contains(article);
    })
    .map((heading) => ({
      heading,
      anchor: anchorOf(heading, article),
      words: wordsOf(heading),
      level: Number(heading.localName[1]),
    }))
    .filter(({ words }) => words);
  const root = article.getRootNode() as Document;
  const ids = headingIds(
    sections.map(({ anchor: { id }, words }) => ({ id, words })),
    (id) => !!root.getElementById?.(id),
  );
  sections.forEach(({ anchor }, index) => {
    if (!anchor.id) anchor.id = ids[index]!;
  });
  return sections;
}

/**
 * The heading itself, or what has an id for it: a mark inside that another plugin left, or a section that it
 * begins.
 */
function anchorOf(heading: HTMLElement, article: Element): HTMLElement {
  if (heading.id) return heading;
  const inside = heading.querySelector<HTMLElement>('[id]');
  if (inside) return inside;
  const section = heading.parentElement!.closest<HTMLElement>('section[id]');
  const begins =
    section &&
    section !== article &&
    article.contains(section) &&
    section.querySelector('h1, h2, h3, h4, h5, h6') === heading;
  return begins ? section : heading;
}
