import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';
import { globSync } from 'tinyglobby';
import { readFileSync, writeFileSync } from 'node:fs';

/** Describes what is published: dist paths instead of src ones, the tag of each class, no inner members. */
const published = () => {
  const toDist = (path) => path?.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js');
  const isInner = ({ name, privacy, static: isStatic, description = '', ...member }) =>
    isStatic ||
    privacy === 'private' ||
    privacy === 'protected' ||
    /^#|Callback$|^_/.test(name) ||
    [
      'createRenderRoot',
      'finalizeStyles',
      'render',
      'updated',
      'willUpdate',
      'firstUpdated',
    ].includes(name) ||
    /@internal/.test(JSON.stringify(member) + description);
  return {
    name: 'published',
    analyzePhase({ ts, node, moduleDoc }) {
      // The analyzer drops @internal; note which members carry it.
      if (!ts.isClassDeclaration(node)) return;
      const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name?.getText());
      const internal = node.members
        .filter((member) => ts.getJSDocTags(member).some((tag) => tag.tagName.text === 'internal'))
        .map((member) => member.name?.getText());
      if (declaration && internal.length) {
        declaration.members = declaration.members?.filter(({ name }) => !internal.includes(name));
        declaration.attributes = declaration.attributes?.filter(
          ({ fieldName }) => !internal.includes(fieldName),
        );
      }
    },
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.schemaVersion = '2.1.0';
      // Folders are read in another order on every computer.
      customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
      const tags = new Map();
      for (const module of customElementsManifest.modules) {
        for (const { kind, name, declaration } of module.exports ?? []) {
          if (kind === 'custom-element-definition') tags.set(declaration.name, name);
        }
      }
      for (const module of customElementsManifest.modules) {
        module.path = toDist(module.path);
        for (const { declaration } of module.exports ?? []) {
          if (declaration?.module) declaration.module = toDist(declaration.module);
        }
        for (const declaration of module.declarations ?? []) {
          if (tags.has(declaration.name)) {
            declaration.tagName = tags.get(declaration.name);
            declaration.customElement = true;
          }
          if (declaration.superclass?.module) {
            declaration.superclass.module = toDist(declaration.superclass.module);
          }
          declaration.members = declaration.members?.filter((member) => !isInner(member));
          // Beside what `@fires` says, the analyzer lists each dispatchEvent call that it meets.
          declaration.events = declaration.events?.filter(({ description }) => description);
        }
      }
    },
  };
};

/**
 * The values that an attribute takes instead of the name of their type: `'vertical' | 'horizontal' | 'compact'`.
 * In `parsedType`, where editors and `clinic-elements check` look for them.
 */
const values = () => {
  /** Members of the unions of texts in src/, as they are written, by the name of the type. */
  const unions = new Map();
  const textsOf = (type) =>
    /^'.*'$/.test(type)
      ? [type]
      : unions.get(type)?.flatMap((member) => textsOf(member) ?? [undefined]);
  return {
    name: 'values',
    initialize({ ts }) {
      for (const file of globSync('src/**/*.ts')) {
        const source = ts.createSourceFile(
          file,
          readFileSync(file, 'utf8'),
          ts.ScriptTarget.Latest,
        );
        for (const { kind, name, type } of source.statements) {
          if (kind !== ts.SyntaxKind.TypeAliasDeclaration || !type.types) continue;
          unions.set(
            name.text,
            type.types.map((member) => member.getText(source)),
          );
        }
      }
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const attributes = modules
        .flatMap(({ declarations }) => declarations ?? [])
        .flatMap(({ attributes }) => attributes ?? []);
      for (const attribute of attributes) {
        const [name, undefinable] = attribute.type?.text.split(' | ') ?? [];
        const texts = [undefined, 'undefined'].includes(undefinable) ? textsOf(name) : undefined;
        if (!texts?.every(Boolean)) continue;
        attribute.parsedType = {
          text: [...texts, ...(undefinable ? [undefinable] : [])].join(' | '),
        };
      }
    },
  };
};

/** The JSX types name our event classes, and import only the elements': put that right. */
const jsxEvents = () => ({
  name: 'jsx-events',
  packageLinkPhase({ customElementsManifest }) {
    const events = customElementsManifest.modules
      .flatMap(({ declarations }) => declarations ?? [])
      .flatMap((declaration) => declaration.events ?? [])
      .map(({ type }) => type.text);
    const names = [...new Set(events)].sort().join(', ');
    const text = readFileSync('dist/jsx.d.ts', 'utf8');
    writeFileSync('dist/jsx.d.ts', `import type { ${names} } from './index.js';\n${text}`);
  },
});

export default {
  globs: ['src/elements/**/*.ts'],
  // What an element is made of inside is not its face.
  exclude: ['**/*.styles.ts', '**/fields.ts', '**/form-*.ts'],
  outdir: '.',
  litelement: true,
  plugins: [
    published(),
    values(),
    customElementVsCodePlugin({ outdir: 'dist', typesSrc: 'parsedType' }),
    customElementJetBrainsPlugin({ outdir: 'dist', packageJson: false, typesSrc: 'parsedType' }),
    jsxTypesPlugin({
      outdir: 'dist',
      fileName: 'jsx.d.ts',
      componentTypePath: (_name, tag) => `./elements/${tag}/${tag}.js`,
      stronglyTypedEvents: true,
    }),
    jsxEvents(),
  ],
};
