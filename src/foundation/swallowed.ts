import { MADE, ownIn } from './made-child.js';
import { warn } from './warn.js';

/* The beginnings of a page's other parts, which no element of ours holds beside its own words. */
const PAGE = 'h1, main, article, header, footer, nav, iframe, figure, p ~ h2';

const HEADINGS = ':is(h2, h3, h4, h5, h6)';

/* What elements cannot hold that hide or replace their children, or take words in them for their own. */
const FOREIGN: Record<string, string> = {
  'article-card': `h1, main, article, header, footer, nav, iframe, form, ${HEADINGS} ~ ${HEADINGS}, :scope[heading] > :is(${HEADINGS}, p:not(:empty, [${MADE}]) ~ p, p:has(a), ul, ol, section), :scope[heading][excerpt] > p, :scope[heading][image] > figure`,
  'action-link': `${PAGE}, section, ul, :scope[href][label] > :is(p, h2, h3, div)`,
  'article-contents':
    'h1, main, article, header, footer, iframe, figure, ul ~ p, p ~ p, p ~ h2, :is(div, section):has(h2, h3)',
  'call-cta': `${PAGE}, section, form, :scope[phone]:not(:has(> a:not([data-clinic-call]))) > :is(p ~ p, h2, h3, ul, ol)`,
  'clinic-info': ':not(script, style, template, noscript, data, br, p:empty)',
  'contact-form': `:is(${PAGE}, p:not(:has(a))):not(:scope:has(form, label, input, textarea) > *)`,
  'medical-disclaimer': PAGE,
  'medical-review': `${PAGE}, section, h2, h3, ul, :scope[reviewer] > p:not(:has(time))`,
  'open-hours': PAGE,
  'related-posts': `h1, main, header, footer, nav, iframe, form, p ~ h2, :scope[src]:not(:has(> :is(ul, ol, a), article-card)) > p, article-card ~ :is(${HEADINGS}, p)`,
  'site-banner': `${PAGE}, section, p ~ h3, p ~ p ~ p`,
  'skip-link': `${PAGE}, section, h2, ul, form, a ~ p, p ~ p, p:not(:has(a[href*='#']))`,
};

const INLINE =
  'a, abbr, b, br, em, font, i, img, noscript, p:empty, script, span, strong, style, template, time';

/** A paragraph as editors make them; it may be one that was hidden, because nothing is in it. */
export const isBare = (node: Node | null): node is HTMLElement =>
  node instanceof HTMLParagraphElement && node.attributes.length === Number(node.hidden);

/**
 * Whether the end tag of what holds a paragraph was passed over in it, as browsers do with all but a few. WordPress
 * opens a paragraph for words behind a block, and closes it behind the end tag: what is left of that is a line
 * break at its end, and none at its beginning.
 */
export const passedEndTag = ({ firstChild, lastChild }: Element): boolean =>
  lastChild instanceof Text &&
  /\n\s*$/.test(lastChild.data) &&
  !(firstChild instanceof Text && /^\s*\n/.test(firstChild.data));

/**
 * Puts cards beside each other that stand in one another, because the end tags of the outer ones were passed over or
 * never written.
 */
export function separateCards(card: Element): void {
  for (const child of card.children) {
    const inner = [child, ...(isBare(child) ? child.children : [])].find(
      ({ localName }) => localName === 'article-card',
    );
    if (!inner) {
      if (isBare(child) && passedEndTag(child)) return;
      continue;
    }
    const rest = followers(child);
    // Where it began in a paragraph, the paragraph's end was its own as well, and what follows is in it.
    if (child !== inner) inner.append(...followers(inner), ...rest.splice(0));
    card.after(inner, ...rest);
    return separateCards(inner);
  }
}

function followers(node: Node): Node[] {
  const found: Node[] = [];
  for (let next = node.nextSibling; next; next = next.nextSibling)
    if (!(next instanceof Element && next.hasAttribute(MADE))) found.push(next);
  return found;
}

/**
 * Gives back to the page what an element holds because its tag was never closed: HTML knows no tag that ends
 * itself, and `<x-y />` takes in whatever follows, up to the end of what it stands in; and in an open paragraph most
 * end tags are passed over. That is what happened where an element has nothing behind it, and a child that it cannot
 * hold, or a paragraph that ends as those do. It keeps words and links before the first block, and blocks that begin
 * right behind its tag.
 */
export function releaseSwallowed(element: Element): void {
  const { localName } = element;
  const foreign = FOREIGN[localName];
  if (localName === 'article-card') separateCards(element);
  if (element.nextSibling) return;
  for (const card of ownIn(element, 'article-card')) releaseSwallowed(card);
  releaseBehindEnd(element);
  if (!foreign || element.nextSibling) return;
  const isOneLine = element.matches('article-card[heading]');
  const suspects = new Set(element.querySelectorAll(`:scope > :is(${foreign})`));
  const found = [...element.children].find((child) => {
    if (localName === 'article-card' && child.querySelector('article-card')) return true;
    if (isOneLine && child.localName.includes('-')) return child.localName !== 'phone-number';
    return (
      suspects.has(child) &&
      !child.hasAttribute(MADE) &&
      !/^\s*$|java ?script/i.test(child.textContent) &&
      !(localName === 'related-posts' && isLinks(child))
    );
  });
  if (!found) return;
  const children = [...element.childNodes];
  const before = children.slice(0, children.indexOf(found));
  // A paragraph on the tag's own line is the author's.
  if (found.localName === 'p' && !before.some(({ nodeValue }) => nodeValue?.includes('\n'))) return;
  // A card without a title of its own begins with one, and a list of posts with cards.
  const isOwn = (node: Node) => localName === 'related-posts' && node.nodeName === 'ARTICLE-CARD';
  const block = children.findIndex(
    (node) => node instanceof Element && !node.matches(`${INLINE}, [${MADE}]`) && !isOwn(node),
  );
  const isOpen = localName === 'article-card' && !element.hasAttribute('heading');
  const rest = children.slice(block > 0 && !isOpen ? block : before.length);
  const isMade = (node: Node) =>
    node instanceof Element && node.matches(`[${MADE}], [data-clinic-call]`);
  element.after(...rest.filter((node) => !isMade(node)));
  warn(
    localName,
    `is never closed and held the rest of the page, which was put behind it. Write </${localName}>.`,
  );
}

/** Gives back what stands behind an end tag that was passed over. */
function releaseBehindEnd(element: Element): void {
  const { firstElementChild: first, localName } = element;
  // A shortcode's content begins with the end of a paragraph, and ends with the beginning of one.
  const isCut = isBare(first) && !first.hasChildNodes();
  // WordPress takes these for blocks, and opens paragraphs in them.
  const isBlock = /^(?:article|provider)-/.test(localName);
  const end = [...element.children].find((child) => {
    if (!isBare(child)) return false;
    const isBlank = !child.firstElementChild && /^\n\s*$/.test(child.textContent);
    return (isCut && isBlank) || ((isCut || isBlock) && passedEndTag(child));
  });
  const behind = end?.nextElementSibling;
  if (behind && (isBare(behind) || !behind.matches(`${INLINE}, [${MADE}]`)))
    element.after(...followers(end));
}

/** A paragraph with no words but a link's, as some write a list of them. */
const isLinks = (child: Element): boolean =>
  child.querySelector('a') !== null &&
  ![...child.childNodes].some(
    (node) => node instanceof Text && /\w{2}|\P{ASCII}{2}/u.test(node.data),
  );
