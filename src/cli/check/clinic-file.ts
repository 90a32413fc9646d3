import type { Element } from 'domhandler';
import { readJson, spotFrom, spotInJson, type Break, type Spot } from '../json.js';
import { jsonIn, keyOf, startOfText, textOf, type Page } from './page.js';
import type { Site, Source } from './site.js';

/** A `clinic.json`: a file that pages name, one that the command was given, or JSON in a page. */
export interface ClinicFile {
  /** What findings call it: its address or path; of JSON in a page, the page's name. */
  name: string;
  /** The pages that name or hold it; absent where the command was given it, for all of them. */
  pages?: ReadonlySet<Page>;
  /** What it says, where it is an object. */
  facts?: Facts;
  /** Where it stops being JSON. */
  broken?: Break;
  /** Where a value begins, as near as can be said: that of `places[0].hours`. */
  spotOf(path: string): Spot;
}

/** The clinic's facts, before anybody has checked them. */
export type Facts = Readonly<Record<string, unknown>>;

/** Every `clinic.json` that pages name or hold. One that cannot be had is told by the rule. */
export function clinicFilesOf({ pages, read }: Source): ClinicFile[] {
  const named = new Map<string, ClinicFile & { pages: Set<Page> }>();
  const held: ClinicFile[] = [];
  for (const page of pages) {
    for (const element of page.select('clinic-info')) {
      const url = srcOf(element, page);
      const text = url && read(url);
      if (url && text !== undefined) {
        const key = keyOf(url);
        const file = named.get(key) ?? { ...clinicFile(url.pathname, text), pages: new Set() };
        named.set(key, file);
        file.pages.add(page);
      }
      // It holds until the file is there, and where it does not come.
      const script = jsonIn(element);
      if (!script) continue;
      const inline = clinicFile(page.name, textOf(script), startOfText(script));
      held.push({ ...inline, pages: new Set([page]) });
    }
  }
  return [...named.values(), ...held];
}

const srcOf = (element: Element, page: Page): URL | undefined =>
  element.attribs.src ? page.resolve(element.attribs.src) : undefined;

/** The clinic's facts on a page; undefined where there are some that nobody could read. */
export function factsOn(page: Page, { clinics, read }: Site): Facts[] | undefined {
  const isAtHand = page.select('clinic-info').every((element) => {
    const url = srcOf(element, page);
    return url ? read(url) !== undefined : jsonIn(element);
  });
  const files = clinics.filter(({ pages }) => !pages || pages.has(page));
  const facts = files.flatMap((file) => (file.facts ? [file.facts] : []));
  return isAtHand && facts.length === files.length ? facts : undefined;
}

/** @param start - where the text begins in a page */
export function clinicFile(
  name: string,
  text: string,
  start: Spot = { line: 1, column: 1 },
): ClinicFile {
  const spotOf = (path: string) => spotFrom(start, spotInJson(text, path));
  const { value, broken } = readJson(text);
  if (broken) return { name, broken: { ...broken, ...spotFrom(start, broken) }, spotOf };
  const isFacts = value && typeof value === 'object' && !Array.isArray(value);
  return { name, facts: isFacts ? (value as Facts) : undefined, spotOf };
}
