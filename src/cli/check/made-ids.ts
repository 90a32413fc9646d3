import { parseHTML } from 'linkedom';
import { serialize } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { articleFor, sectionsOf } from '../../elements/article-contents/sections.js';
import { jsonIn, readItems } from '../../elements/faq-list/items.js';
import { makeQuestions } from '../../elements/faq-list/make-questions.js';
import { collapse, integerBetween } from '../../foundation/text.js';
import type { Page } from './page.js';

const known = new WeakMap<Page, ReadonlySet<string>>();

/** Ids that our elements give once they run, by their own code: links may lead to them. */
export function madeIdsOf(page: Page): ReadonlySet<string> {
  let ids = known.get(page);
  if (!ids) known.set(page, (ids = makeIds(page)));
  return ids;
}

function makeIds(page: Page): Set<string> {
  if (!page.select('article-contents, faq-list').length) return new Set();
  // A document of its own: the rules look at the page as it was written.
  const { document } = parseHTML(serialize(page.document, { treeAdapter: adapter }));
  for (const list of document.querySelectorAll<HTMLElement>('faq-list')) {
    const given = list.getAttribute('items') || jsonIn(list);
    makeQuestions(list, {
      items: given ? (readItems(given) ?? []) : undefined,
      level: integerBetween(list.getAttribute('heading-level'), 2, 6, 2),
      isWhole: true,
      isOnScreen: () => false,
    });
  }
  for (const contents of document.querySelectorAll('article-contents')) {
    const article = articleFor(contents, collapse(contents.getAttribute('target')));
    if (article) sectionsOf(article, integerBetween(contents.getAttribute('depth'), 2, 6, 2));
  }
  return new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
}
