import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform as transformWithEsbuild } from 'esbuild';
import type { CSSResult } from 'lit';
import { minifyHTMLLiterals } from 'minify-literals';
import { defineConfig, runnerImport, type Plugin } from 'vite';

const src = fileURLToPath(new URL('./src/', import.meta.url));

const elements = readdirSync(`${src}elements`);

/** What the package's `exports` point at. */
const doors = {
  index: `${src}index.ts`,
  all: `${src}all.ts`,
  autoload: `${src}autoload.ts`,
  testing: `${src}testing.ts`,
  'leads/index': `${src}leads/index.ts`,
  'locales/es': `${src}locales/es.ts`,
  ...Object.fromEntries(
    elements.map((tag) => [`elements/${tag}/define`, `${src}elements/${tag}/define.ts`]),
  ),
};

/**
 * Minifies templates and style sheets, for the bundles only: consumers of the npm build run their own
 * tools. A sheet is put together first, because its pieces are no CSS by themselves.
 */
const minifyLiterals = (): Plugin => ({
  name: 'minify-literals',
  async transform(code, id) {
    if (!id.startsWith(src)) return null;
    if (id.endsWith('.styles.ts')) {
      const { module } = await runnerImport<Record<string, CSSResult>>(id);
      const sheets = Object.entries(module).map(async ([name, { cssText }]) => {
        const css = await transformWithEsbuild(cssText, { loader: 'css', minify: true });
        return `export const ${name} = css${'`'}${css.code.trim().replace(/[\\`$]/g, '\\$&')}${'`'};`;
      });
      return {
        code: `import { css } from 'lit';\n${(await Promise.all(sheets)).join('\n')}`,
        map: null,
      };
    }
    return await minifyHTMLLiterals(code, { fileName: id });
  },
});

/** One bundled and minified file, with what it needs later in `chunks/`. */
const bundle = (entry: Record<string, string>, outDir: string, shared: boolean) => ({
  publicDir: false as const,
  plugins: [minifyLiterals()],
  build: {
    target: 'es2022',
    outDir,
    emptyOutDir: false,
    sourcemap: true,
    minify: 'oxc' as const,
    license: { fileName: 'LICENSES.md' },
    lib: { entry, formats: ['es' as const] },
    rolldownOptions: {
      // What later chunks share with the entry stays in the entry: one request before first paint.
      preserveEntrySignatures: false as const,
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        // lib mode alone leaves the white space in; this takes it out.
        minify: true,
        comments: { legal: false, annotation: false, jsdoc: false },
        // banner would be minified away
        postBanner: '/*! clinic-elements: MIT; bundles others’ work, see LICENSES.md */',
        ...(shared
          ? { codeSplitting: { groups: [{ name: 'lit', test: /node_modules[\\/](?:@lit|lit)/ }] } }
          : {}),
      },
    },
  },
});

/**
 * `vite build` writes the npm package: one module a source file, dependencies outside.
 * `--mode cdn` writes the one script with everything, `--mode autoload` the one that loads by tag, and
 * `--mode size` (with SIZE_ENTRY and SIZE_DIR) one element with all it needs, for the size report.
 */
export default defineConfig(({ mode }) => {
  if (mode === 'cdn') return bundle({ 'clinic-elements': doors.all }, 'dist/cdn', false);
  if (mode === 'autoload') return bundle({ autoload: doors.autoload }, 'dist/cdn', true);
  if (mode === 'size') {
    return bundle({ entry: process.env.SIZE_ENTRY! }, process.env.SIZE_DIR!, false);
  }
  return {
    publicDir: false,
    build: {
      target: 'es2022',
      outDir: 'dist',
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      lib: { entry: doors, formats: ['es'] },
      rolldownOptions: {
        external: [/^lit(\/|$)/, 'htmlparser2'],
        output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
      },
    },
  };
});
