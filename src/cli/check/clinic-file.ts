import { isTag } from 'domhandler';
import { textOf, type Page } from './page.js';
import { keyOf, type Source } from './site.js';
import type { Fault, Spot } from './finding.js';

/** A `clinic.json`: a file that pages name, one that the command was given, or JSON in a page. */
export interface ClinicFile {
  /** What findings call it: its address or path. */
  name: string;
  /** Where in a page it stands; the file's own first line otherwise. */
  at: Fault['at'];
  /** The page that it stands in. */
  page?: Page;
  text: string;
  /** What it says, where it is an object. */
  facts?: Facts;
  /** Why it is no JSON, and where. */
  broken?: Spot;
}

/** The clinic's facts, before anybody has checked them. */
export type Facts = Readonly<Record<string, unknown>>;

/** Every `clinic.json` that pages name or hold. One that cannot be had is told by the rule. */
export function clinicFilesOf({ pages, read }: Source): ClinicFile[] {
  const files = new Map<string, ClinicFile>();
  for (const page of pages) {
    for (const element of page.select('clinic-info')) {
      const { src } = element.attribs;
      const url = src ? page.resolve(src) : undefined;
      const text = url && read(url);
      if (url && text !== undefined) files.set(keyOf(url), clinicFile(url.pathname, text));
      if (src) continue;
      const script = element.children.filter(isTag).find(({ name }) => name === 'script');
      if (!script) continue;
      const inline = clinicFile(page.name, textOf(script));
      // The place in the script's text means nothing in the page.
      files.set(`${page.name}#${files.size}`, { ...inline, at: script, page });
    }
  }
  return [...files.values()];
}

export function clinicFile(name: string, text: string): ClinicFile {
  const file: ClinicFile = { name, text, at: { line: 1, column: 1 } };
  try {
    const data: unknown = JSON.parse(text);
    if (!data || typeof data !== 'object' || Array.isArray(data)) return file;
    return { ...file, facts: data as Facts };
  } catch (error) {
    const broken = placeOf(String((error as Error).message), text);
    return { ...file, broken, at: broken };
  }
}

/** "… at position 17": the only thing that engines say of the place. At the end where they do not. */
function placeOf(message: string, text: string): Spot {
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
