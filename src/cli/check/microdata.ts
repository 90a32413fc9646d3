import type { Element } from 'domhandler';
import { textOf, type Page } from './page.js';

/** What an element with `itemprop` says (https://html.spec.whatwg.org/#values), but for addresses: as written. */
export const valueOf = (element: Element): string => {
  const { content, datetime, href, src } = element.attribs;
  return (content ?? datetime ?? href ?? src ?? textOf(element)).trim();
};

/** The objects that a page gives as a property in microdata, by their properties; what is said twice is a list. */
export function itemsOf(page: Page, property: string): [Element, Record<string, string[]>][] {
  return page.select(`[itemprop~="${property}"][itemscope]`).map((item) => {
    const inside: Record<string, string[]> = {};
    for (const element of page.elements) {
      if (element.attribs.itemprop === undefined || scopeOf(element) !== item) continue;
      for (const name of element.attribs.itemprop.split(/\s+/))
        (inside[name] ??= []).push(valueOf(element));
    }
    return [item, inside];
  });
}

function scopeOf({ parent }: Element): Element | undefined {
  for (let at = parent; at; at = at.parent)
    if ('attribs' in at && at.attribs.itemscope !== undefined) return at;
  return undefined;
}
