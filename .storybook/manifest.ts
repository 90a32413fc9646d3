import type { ArgTypes, Parameters } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };

/** What the manifest says of one thing of an element: an attribute, an event, a part. */
interface Entry {
  kind?: string;
  name?: string;
  description?: string;
  default?: string;
  type?: { text?: string };
  parameters?: { name: string; type?: { text?: string } }[];
  return?: { type?: { text?: string } };
}

interface Declaration {
  tagName?: string;
  description?: string;
  members?: Entry[];
  attributes?: Entry[];
  events?: Entry[];
  slots?: Entry[];
  cssParts?: Entry[];
  cssProperties?: Entry[];
  cssStates?: Entry[];
}

const declarations = (manifest.modules as { declarations?: Declaration[] }[]).flatMap(
  (module) => module.declarations ?? [],
);

const declarationOf = (tag: string): Declaration | undefined =>
  declarations.find(({ tagName }) => tagName === tag);

/** Every event that an element of this library sends. */
export const eventNames = [
  ...new Set(declarations.flatMap(({ events = [] }) => events.map(({ name }) => name!))),
];

function row(category: string, entry: Entry, name: string, type = 'unknown'): ArgTypes[string] {
  return {
    name,
    description: entry.description,
    control: false,
    table: {
      category,
      type: { summary: type },
      defaultValue: entry.default
        ? { summary: entry.default.replace(/^'(.*)'$/, '$1') }
        : undefined,
    },
  };
}

function attribute(entry: Entry): ArgTypes[string] {
  const type = (entry.type?.text ?? 'string').replace(/\s*\|\s*undefined$/, '');
  const described = row('Attributes', entry, entry.name!, type);
  if (type === 'boolean') return { ...described, control: { type: 'boolean' } };
  if (type === 'number') return { ...described, control: { type: 'number', min: 1 } };
  return { ...described, control: { type: 'text' } };
}

function method(entry: Entry): ArgTypes[string] {
  const parameters = entry.parameters ?? [];
  const listed = parameters.map(({ name, type }) => `${name}: ${type?.text ?? 'unknown'}`);
  return row(
    'Methods',
    entry,
    `${entry.name}(${listed.join(', ')})`,
    entry.return?.type?.text ?? 'void',
  );
}

/**
 * The rows of an element's table. Storybook's own reading of a manifest leaves out states, methods and
 * the unnamed slot, lists each property beside its attribute, and lets a part hide an attribute of the
 * same name; here each kind has keys of its own.
 */
export function extractArgTypes(tag: string): ArgTypes | null {
  const declaration = declarationOf(tag);
  if (!declaration) return null;
  const rows: ArgTypes = {};
  const add = (kind: string, entries: Entry[] | undefined, make: (entry: Entry) => object) => {
    for (const entry of entries ?? []) rows[`${kind}${entry.name ?? ''}`] = make(entry);
  };
  add('', declaration.attributes, attribute);
  add('slot:', declaration.slots, (slot) =>
    row('Children', slot, slot.name || '(children)', 'HTML'),
  );
  add('event:', declaration.events, (event) => row('Events', event, event.name!, event.type?.text));
  add(
    'method:',
    declaration.members?.filter(({ kind }) => kind === 'method'),
    method,
  );
  add('part:', declaration.cssParts, (part) =>
    row('CSS parts', part, `::part(${part.name})`, 'part'),
  );
  add('property:', declaration.cssProperties, (property) =>
    row('CSS properties', property, property.name!, 'CSS value'),
  );
  add('state:', declaration.cssStates, (state) =>
    row('CSS states', state, `:state(${state.name})`, 'state'),
  );
  return rows;
}

/** The element's purpose from its class, then what the stories file adds in its `guide` parameter. */
export function extractComponentDescription(
  tag: string,
  context?: { parameters?: Parameters },
): string {
  const guide = context?.parameters?.guide as string | undefined;
  return [declarationOf(tag)?.description, guide].filter(Boolean).join('\n\n');
}
