import { createRequire } from 'node:module';

/** The elements that there are, by tag, as the package's `custom-elements.json` says. */
export type Manifest = ReadonlyMap<string, ElementFacts>;

/** What is known of an element. */
export interface ElementFacts {
  /** By name. */
  attributes: ReadonlyMap<string, AttributeFacts>;
}

/** What an attribute takes. */
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

/** The package's own. */
export function readManifest(): Manifest {
  const require = createRequire(import.meta.url);
  const { modules } = require('clinic-elements/custom-elements.json') as ManifestFile;
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
