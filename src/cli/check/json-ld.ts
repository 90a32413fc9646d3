import type { Element } from 'domhandler';
import { textOf, type Page } from './page.js';

/** An object of a page's JSON-LD, however deep it stands. */
export interface JsonLdNode {
  script: Element;
  object: Record<string, unknown>;
}

/** The scripts that hold it. */
export const JSON_LD = 'script[type^="application/ld+json" i]';

/** Every object in a page's JSON-LD; scripts that are no JSON are passed over. */
export function jsonLdOf(page: Page): JsonLdNode[] {
  return page.select(JSON_LD).flatMap((script) => {
    try {
      return objectsIn(JSON.parse(textOf(script))).map((object) => ({ script, object }));
    } catch {
      return [];
    }
  });
}

function objectsIn(data: unknown): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  // No recursion: how deep it goes is the page's.
  const todo = [data];
  while (todo.length) {
    const value = todo.pop();
    if (!value || typeof value !== 'object') continue;
    if (!Array.isArray(value)) found.push(value as Record<string, unknown>);
    for (const inside of Object.values(value).reverse()) todo.push(inside);
  }
  return found;
}
