import type { Element } from 'domhandler';
import type { Check, Fault } from '../finding.js';
import { around, textOf, within, type Page } from '../page.js';
import type { Manifest } from '../manifest.js';

/** A heading, or an element of ours that makes one. */
interface Heading {
  element: Element;
  level: number;
}

/** The page's outline, by which people who do not see it find their way. */
export const headings: Check = {
  rules: [
    { id: 'one-h1', severity: 'error', about: 'a page with no h1, or with several' },
    { id: 'heading-order', severity: 'warning', about: 'a heading that skips a level' },
  ],
  *check(page, { manifest }) {
    const all = headingsOf(page, manifest);
    const [first, ...more] = all.filter(({ level }) => level === 1);
    if (first && !isNamed(first.element)) {
      yield {
        rule: 'one-h1',
        at: first.element,
        message: 'The h1 has no words.',
        remedy: 'Write the page’s title in it.',
      };
    }
    for (const { element } of more) {
      yield {
        rule: 'one-h1',
        at: element,
        message: 'The page has another h1.',
        remedy: 'Keep the one that is the page’s title, and make this an h2.',
      };
    }
    const [body] = page.select('body');
    if (!first && body && page.isWhole && !isRedirect(page)) {
      yield {
        rule: 'one-h1',
        at: body,
        message: 'The page has no h1.',
        remedy: 'Make its title one: <h1>, or heading and heading-level="1" of article-hero.',
      };
    }
    yield* skipped(all);
  },
};

function* skipped(all: readonly Heading[]): Iterable<Fault> {
  let before = 0;
  for (const { element, level } of all) {
    if (before && level > before + 1) {
      yield {
        rule: 'heading-order',
        at: element,
        message: `This heading is of level ${level}, and the one before it of level ${before}.`,
        remedy: `Make it level ${before + 1}: who jumps from heading to heading looks for what is missing.`,
      };
    }
    before = level;
  }
}

/** In the order of the page: authored ones, and those that elements make of `heading`. */
function headingsOf(page: Page, manifest: Manifest): Heading[] {
  return page.elements.flatMap((element) => {
    const [, digit] = /^h([1-6])$/.exec(element.name) ?? [];
    const { role, 'aria-level': ariaLevel, heading, 'heading-level': own } = element.attribs;
    if (digit)
      return isSilent(element) ? [] : { element, level: Number(ariaLevel) || Number(digit) };
    if (role === 'heading') return { element, level: Number(ariaLevel) || 2 };
    const level = manifest.get(element.name)?.attributes.get('heading-level');
    if (!level || !heading?.trim() || within(element, 'h1,h2,h3,h4,h5,h6')) return [];
    const number = Number(own || level.default);
    return number >= 1 && number <= 6 ? { element, level: number } : [];
  });
}

/** By words, or by a picture's. */
const isNamed = (element: Element): boolean =>
  !!textOf(element).trim() ||
  !!element.attribs['aria-label']?.trim() ||
  !!element.attribs.heading?.trim() ||
  !!within(element, '[alt]:not([alt=""]),[aria-label],svg');

const isSilent = (element: Element): boolean =>
  !!around(element, '[hidden],[aria-hidden="true"],[role="presentation"],[role="none"]');

/** A page that only leads to another one. */
const isRedirect = (page: Page): boolean => page.select('meta[http-equiv="refresh" i]').length > 0;
