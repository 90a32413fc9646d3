import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const src = fileURLToPath(new URL('./src/', import.meta.url));

/**
 * The npm package: one module a source file, readable, dependencies outside.
 * scripts/build.js adds the rest: the bundles for pages without a build step (scripts/lib/bundle.js),
 * the page style sheet, declarations and the manifest.
 */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    lib: {
      // What the package's `exports` point at.
      entry: {
        index: `${src}index.ts`,
        all: `${src}all.ts`,
        attribution: `${src}attribution.ts`,
        autoload: `${src}autoload.ts`,
        hydrate: `${src}hydrate.ts`,
        'structured-data': `${src}structured-data.ts`,
        testing: `${src}testing.ts`,
        'cli/clinic-elements': `${src}cli/clinic-elements.ts`,
        calls: `${src}calls.ts`,
        guidance: `${src}guidance.ts`,
        'leads/index': `${src}leads/index.ts`,
        'locales/es': `${src}locales/es.ts`,
        ...Object.fromEntries(
          readdirSync(`${src}elements`).map((tag) => [
            `elements/${tag}/define`,
            `${src}elements/${tag}/define.ts`,
          ]),
        ),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [
        /^(?:lit|@lit-labs)(?:\/|$)/,
        'htmlparser2',
        // Of the command line: Node's own, and what reads a page as a browser would.
        /^node:/,
        /^parse5/,
        '@humanwhocodes/momoa',
        'css-select',
        'linkedom',
        'domhandler',
        'fastest-levenshtein',
      ],
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});
