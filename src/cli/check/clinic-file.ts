import type { Element } from 'domhandler';
import { readJson, repeatedIn, spotFrom, spotInJson, type Break, type Spot } from '../json.js';
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
  /** What its relative addresses start from, where it has one: else the site's root. */
  base?: URL;
  /** Names that an object has twice, by their paths. */
  repeated: string[];
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
        const file = named.get(key) ?? {
          ...clinicFile(url.pathname, text),
          base: url,
          pages: new Set(),
        };
        named.set(key, file);
        file.pages.add(page);
      }
      // It holds until the file is there, and where it does not come.
      const script = jsonIn(element);
      if (!script) continue;
      const inline = clinicFile(page.name, textOf(script), startOfText(script));
      held.push({ ...inline, base: page.base, pages: new Set([page]) });
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

/** Whether the facts on a page may say something that an element does not: they do, or nobody could read them. */
export function mayHave(field: 'phone' | 'timeZone', page: Page, site: Site): boolean {
  const facts = factsOn(page, site);
  const isIn = (one: Facts) => typeof one[field] === 'string';
  return (
    !facts || facts.some((all) => isIn(all) || entriesOf(all.places).some(([, one]) => isIn(one)))
  );
}

/** The objects in a list, with their places in it. */
export function entriesOf(list: unknown): [index: number, entry: Facts][] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown, index): [number, Facts][] =>
    entry && typeof entry === 'object' ? [[index, entry as Facts]] : [],
  );
}

/** Whether a page is the one with which a file is told: it is everybody's, and told once. */
export function isToldWith(page: Page, { pages }: ClinicFile, site: Site): boolean {
  const [first = site.pages[0]] = pages ?? [];
  return page === first;
}

/** @param start - where the text begins in a page */
export function clinicFile(
  name: string,
  text: string,
  start: Spot = { line: 1, column: 1 },
): ClinicFile {
  const spotOf = (path: string) => spotFrom(start, spotInJson(text, path));
  const { value, broken } = readJson(text);
  if (broken)
    return { name, repeated: [], broken: { ...broken, ...spotFrom(start, broken) }, spotOf };
  const isFacts = value && typeof value === 'object' && !Array.isArray(value);
  return {
    name,
    facts: isFacts ? (value as Facts) : undefined,
    repeated: repeatedIn(text),
    spotOf,
  };
}
