import { parse, type ValueNode } from '@humanwhocodes/momoa';
import type { Spot } from './finding.js';
import { keyOf, textOf, within, type Page } from './page.js';
import type { Source } from './site.js';

/** A `clinic.json`: a file that pages name, one that the command was given, or JSON in a page. */
export interface ClinicFile {
  /** What findings call it: its address or path. */
  name: string;
  /** The page that it stands in. */
  page?: Page;
  /** What it says, where it is an object. */
  facts?: Facts;
  /** Where it is no JSON. */
  broken?: Spot;
  /** Where a value begins: `places[0].hours`; as near as can be said. */
  spotOf(path: string): Spot;
}

/** The clinic's facts, before anybody has checked them. */
export type Facts = Readonly<Record<string, unknown>>;

const START: Spot = { line: 1, column: 1 };

/** Every `clinic.json` that pages name or hold. One that cannot be had is told by the rule. */
export function clinicFilesOf({ pages, read }: Source): ClinicFile[] {
  const files = new Map<string, ClinicFile>();
  for (const page of pages) {
    for (const element of page.select('clinic-info')) {
      const { src } = element.attribs;
      const url = src ? page.resolve(src) : undefined;
      const text = url && read(url);
      if (url && text !== undefined) files.set(keyOf(url), clinicFile(url.pathname, text));
      // It holds until the file is there, and where it does not come.
      const script = within(element, 'script[type="application/json"]');
      if (!script || !textOf(script).trim()) continue;
      const { startLine: line = 1, startCol: column = 1 } =
        script.children[0]?.sourceCodeLocation ?? {};
      const inline = clinicFile(page.name, textOf(script), { line, column });
      files.set(`${page.name}#${files.size}`, { ...inline, page });
    }
  }
  return [...files.values()];
}

/** @param start - where the text begins in a page */
export function clinicFile(name: string, text: string, start = START): ClinicFile {
  const within = ({ line, column }: Spot): Spot => ({
    line: line + start.line - 1,
    column: line === 1 ? column + start.column - 1 : column,
  });
  try {
    const { body } = parse(text);
    const data: unknown = JSON.parse(text);
    const isFacts = data && typeof data === 'object' && !Array.isArray(data);
    return {
      name,
      facts: isFacts ? (data as Facts) : undefined,
      spotOf: (path) => within(spotIn(body, path)),
    };
  } catch (error) {
    const { line = 1, column = 1 } = error as Partial<Spot>;
    const broken = within({ line, column });
    return { name, broken, spotOf: () => broken };
  }
}

function spotIn(body: ValueNode, path: string): Spot {
  let at = body;
  for (const [step] of path.matchAll(/[^.[\]]+/g)) {
    const next: ValueNode | undefined =
      at.type === 'Object'
        ? at.members.find(({ name }) => ('value' in name ? name.value : name.name) === step)?.value
        : at.type === 'Array'
          ? at.elements[Number(step)]?.value
          : undefined;
    if (!next) break;
    at = next;
  }
  return at.loc.start;
}
