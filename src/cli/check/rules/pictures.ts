import type { Element } from 'domhandler';
import { altTextProblem, LONGEST_ALT } from '../../../foundation/alt-text.js';
import type { Check, Fault } from '../finding.js';
import { around, textOf, within, type Page } from '../page.js';
import { isLeftBehind } from './elements.js';

/** What stands for a picture where nobody sees it. */
export const pictures: Check = {
  rules: [
    { id: 'missing-alt', severity: 'error', about: 'a picture without alt' },
    { id: 'file-name-alt', severity: 'error', about: 'a picture whose alt is a file’s name' },
    { id: 'poor-alt', severity: 'warning', about: 'a picture whose alt says nothing, or too much' },
  ],
  *check(page, { manifest }) {
    for (const element of page.select('img, input[type="image" i], area[href]')) {
      if (isHidden(element)) continue;
      const { alt, src } = element.attribs;
      if (alt === undefined && !isNamed(element)) yield withoutAlt(element);
      yield* told(alt, src, [element, 'alt']);
    }
    yield* namelessDrawings(page);
    yield* namelessLinks(page);
    for (const element of page.elements) {
      if (!manifest.has(element.name)) continue;
      const { image, 'image-alt': alt } = element.attribs;
      // A template's is told with the other attributes.
      if (!isLeftBehind(alt?.trim() ?? '')) yield* told(alt, image, [element, 'image-alt']);
    }
  },
};

function withoutAlt(element: Element): Fault {
  const isLink = element.name === 'img' && around(element, 'a[href]');
  return {
    rule: 'missing-alt',
    at: element,
    message: `<${element.name}> has no alt: screen readers may read its file’s name out.`,
    remedy: isLink
      ? 'Write what the link leads to, or alt="" where its words say that already.'
      : 'Write what it shows that the text does not say, or alt="" where it is decoration.',
  };
}

function* namelessDrawings(page: Page): Iterable<Fault> {
  for (const element of page.select('[role="img" i]:not(img)')) {
    if (isHidden(element) || isNamed(element) || within(element, 'title')) continue;
    yield {
      rule: 'missing-alt',
      at: element,
      message: `<${element.name} role="img"> has no name: screen readers only say that it is a picture.`,
      remedy: 'Write what it shows into aria-label, or aria-hidden="true" in place of the role.',
    };
  }
}

/** Links of nothing but pictures that say nothing. */
function* namelessLinks(page: Page): Iterable<Fault> {
  for (const element of page.select('a[href] img[alt=""]')) {
    const link = around(element, 'a[href]')!;
    if (isHidden(element) || isNamed(link) || textOf(link).trim()) continue;
    if (within(link, 'img[alt]:not([alt=""]),[aria-label],[title],svg')) continue;
    yield {
      rule: 'missing-alt',
      at: [element, 'alt'],
      message: 'The picture is all that the link has, and its alt is empty.',
      remedy: 'Write what the link leads to.',
    };
  }
}

const isHidden = (element: Element): boolean => !!around(element, '[aria-hidden="true"],[hidden]');

/** Not asked for a name, or with another one. */
const isNamed = ({ name, attribs }: Element): boolean =>
  (name === 'img' && /^(?:presentation|none)$/.test(attribs.role ?? '')) ||
  !!(attribs['aria-label'] || attribs['aria-labelledby'] || attribs.title);

function* told(alt: string | undefined, src: string | undefined, at: Fault['at']): Iterable<Fault> {
  if (isLeftBehind(alt?.trim() ?? '')) {
    yield {
      rule: 'poor-alt',
      at,
      severity: 'error',
      message: `“${alt!.trim().slice(0, 60)}” is what a template left behind.`,
      remedy: 'Build the page with the words, or with alt="".',
    };
    return;
  }
  const problem = altTextProblem(alt ?? '', { src });
  const remedy = 'Write what the picture shows that the text does not say, or nothing.';
  const written = `“${alt?.trim().slice(0, 60)}”`;
  if (problem === 'file-name')
    yield { rule: 'file-name-alt', at, message: `${written} is the name of a file.`, remedy };
  else if (problem === 'says-nothing')
    yield {
      rule: 'poor-alt',
      at,
      message: `${written} says only that there is a picture.`,
      remedy,
    };
  else if (problem === 'long')
    yield {
      rule: 'poor-alt',
      at,
      message: `The alt is longer than ${LONGEST_ALT} characters.`,
      remedy: 'Say it shortly, and write the rest below the picture.',
    };
}
