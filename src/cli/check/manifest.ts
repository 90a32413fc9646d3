import { readFileSync } from 'node:fs';

/** The elements that there are, by tag, as the package's `custom-elements.json` says. */
export type Manifest = ReadonlyMap<string, ElementFacts>;

export interface ElementFacts {
  /** By name. */
  attributes: ReadonlyMap<string, AttributeFacts>;
}

export interface AttributeFacts {
  kind: 'boolean' | 'number' | 'text';
  /** The only values that it takes. */
  values?: readonly string[];
  default?: string;
}

/** The part of a custom elements manifest that is read. */
interface ManifestFile {
  modules: {
    declarations?: {
      tagName?: string;
      attributes?: {
        name: string;
        type?: { text: string };
        parsedType?: { text: string };
        default?: string;
      }[];
    }[];
  }[];
}

/** The package's own: it lies beside `dist/` as well as beside `src/`. */
export function readManifest(
  file: URL = new URL('../../../custom-elements.json', import.meta.url),
): Manifest {
  const { modules } = JSON.parse(readFileSync(file, 'utf8')) as ManifestFile;
  const elements = new Map<string, ElementFacts>();
  for (const { tagName, attributes = [] } of modules.flatMap((one) => one.declarations ?? [])) {
    if (!tagName) continue;
    const facts = attributes.map(
      ({ name, type, parsedType, default: value }) =>
        [name, { ...readType(parsedType?.text ?? type?.text ?? ''), default: value }] as const,
    );
    elements.set(tagName, { attributes: new Map(facts) });
  }
  return elements;
}

/** A type as TypeScript writes it: `boolean`, `number | undefined`, `'relevance' | 'date'`. */
function readType(text: string): AttributeFacts {
  const types = text.split(/\s*\|\s*/).filter((type) => type && type !== 'undefined');
  const values = types.map((type) => /^'(.*)'$/.exec(type)?.[1]);
  if (values.length && values.every((value) => value !== undefined))
    return { kind: 'text', values };
  const [only, more] = types;
  return { kind: !more && (only === 'boolean' || only === 'number') ? only : 'text' };
}
