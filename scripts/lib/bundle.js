// @ts-check
// Bundles for pages without a build step: minified, dependencies inside.
import { basename, join } from 'node:path';
import { transform } from 'esbuild';
import { minifyHTMLLiterals } from 'minify-literals';
import { build, runnerImport } from 'vite';
import { root } from './run.js';

/** @typedef {import('vite').Rolldown.OutputChunk} OutputChunk */

const src = join(root, 'src/');

/**
 * What an element loads when it is first needed. Each becomes a file that imports nothing but, when it is
 * first needed, files of this list, because importing from the page's script would load that a second time
 * under another address: WordPress and others write it with `?ver=…`, and a second Lit is refused by
 * `trusted-types lit-html`. What is imported stands before what imports it.
 */
const LATER = [
  'foundation/plain-text',
  'foundation/editor-marks',
  'calls/number-book',
  'elements/call-cta/call-hours',
  'elements/call-cta/call-bar',
  'elements/open-hours/hours-table',
  'elements/article-contents/contents',
  'elements/faq-list/questions',
  'elements/site-banner/banner-dates',
  'elements/skip-link/page-parts',
  'elements/clinic-location/location-parts',
  'elements/clinic-location/location-map',
  'elements/provider-card/provider-parts',
  'leads/transports/vendors',
  'elements/article-card/card-parts',
  'elements/article-hero/hero-parts',
  'elements/medical-review/review-desk',
  'elements/contact-form/authored-form',
  'elements/contact-form/questions',
  'elements/contact-form/form-sender',
  'elements/condition-checker/body-picture',
  'elements/condition-checker/checker',
  'clinic/load-facts',
  'leads/attribution/attribution',
  'leads/proof',
  'calls/tracking/call-tracking',
  'calls/schema-org',
  'clinic/structured-data',
  'calls/international',
  'posts/sources/markup',
  'posts/relevance',
  'posts/related',
  'locales/messages/es',
];

/**
 * Minifies a style sheet.
 *
 * @param {string} css
 * @param {string} origin - for the message
 * @throws where it is not valid CSS: a browser would pass over the rule in silence
 */
export async function minifyCss(css, origin) {
  const { code, warnings } = await transform(css, { loader: 'css', minify: true });
  const [first] = warnings;
  if (first) throw new Error(`${origin}: ${first.text} at "${first.location?.lineText.trim()}"`);
  return code.trim();
}

/**
 * The module of a style sheet in short. A sheet is put together first: its pieces are no CSS by themselves.
 *
 * @param {string} id - the file, `.sheet.ts` with strings or `.styles.ts` with Lit's sheets
 */
async function minifySheets(id) {
  const { module } = await runnerImport(id);
  if (id.endsWith('.sheet.ts')) {
    const exports = Object.entries(/** @type {Record<string, string>} */ (module)).map(
      async ([name, css]) => `export const ${name} = ${JSON.stringify(await minifyCss(css, id))};`,
    );
    return (await Promise.all(exports)).join('\n');
  }
  // What holds before upgrade is for the page's own sheet.
  const sheets = Object.entries(
    /** @type {Record<string, import('lit').CSSResult>} */ (module),
  ).filter(([name]) => name !== 'pageStyles');
  const exports = sheets.map(async ([name, { cssText }]) => {
    const css = await minifyCss(cssText, id);
    return `export const ${name} = css\`${css.replace(/[\\`$]/g, '\\$&')}\`;`;
  });
  return `import { css } from 'lit';\n${(await Promise.all(exports)).join('\n')}`;
}

/**
 * What came of each file: dozens of bundles are made of the same ones.
 *
 * @type {Map<string, Promise<{ code: string, map: string | null } | null>>}
 */
const minified = new Map();

/**
 * Minifies templates and style sheets.
 *
 * @returns {import('vite').Plugin}
 */
const minifyLiterals = () => ({
  name: 'minify-literals',
  transform(code, id) {
    if (!id.startsWith(src) || !/\b(?:css|html|svg)`/.test(code)) return null;
    const known = minified.get(id);
    if (known) return known;
    const result = /\.(?:sheet|styles)\.ts$/.test(id)
      ? minifySheets(id).then((code) => ({ code, map: null }))
      : minifyHTMLLiterals(code, { fileName: id }).then(
          (result) => result && { code: result.code, map: result.map?.toString() ?? null },
        );
    minified.set(id, result);
    return result;
  },
});

/**
 * What a message depends on. A browser remembers for as long as the page lives that a module did not load,
 * so a second `import()` of the same address fails at once (Chromium 150, Firefox 140): it is asked for again
 * under another one. Standing alone, such a file may be there twice.
 */
const AGAIN = ['elements/contact-form/form-sender', 'leads/transports/vendors'];

/**
 * Points the imports of LATER at files that are built already. A module that is imported at once, as `load`
 * imports plain-text, comes into the importing file as ever.
 *
 * @param {Map<string, string>} files - file names by module path within src/, without extension
 * @returns {import('vite').Plugin}
 */
const laterElsewhere = (files) => ({
  name: 'later-elsewhere',
  enforce: 'pre',
  async resolveId(specifier, importer, { kind }) {
    if (!importer || !specifier.startsWith('.') || kind !== 'dynamic-import') return null;
    const found = await this.resolve(specifier, importer, { skipSelf: true });
    const file = found && files.get(found.id.replace(src, '').replace(/\.ts$/, ''));
    return file ? { id: file, external: true } : null;
  },
  renderChunk(code) {
    let result = code;
    for (const file of AGAIN.map((path) => files.get(path) ?? '')) {
      for (const quote of file ? [`"`, `'`, '`'] : []) {
        const load = `import(${quote}${file}${quote})`;
        result = result.replaceAll(load, `${load}.catch(() => import("${file}?" + Date.now()))`);
      }
    }
    return result === code ? null : { code: result, map: null };
  },
});

/**
 * Gives autoload.js a copy of its own of a module that its chunks have too. Shared, it would be one more
 * file to wait for before any tag is looked for.
 *
 * @param {string} path - module path within src/, without extension
 * @returns {import('vite').Plugin}
 */
const ownCopy = (path) => ({
  name: 'own-copy',
  enforce: 'pre',
  async resolveId(specifier, importer) {
    if (importer !== `${src}autoload.ts`) return null;
    const found = await this.resolve(specifier, importer, { skipSelf: true });
    return found?.id === `${src}${path}.ts` ? `${found.id}?own` : null;
  },
});

/**
 * Bundles one entry of src/.
 *
 * @param {Record<string, string>} entry - module path within src/, without extension, by output name
 * @param {{ plugins?: import('vite').Plugin[], outDir?: string, hashed?: boolean, groups?: { name: string, test: RegExp }[] }} [options]
 *   `outDir` absent: nothing is written
 * @returns {Promise<OutputChunk[]>}
 */
async function bundle(entry, { plugins = [], outDir, hashed = false, groups } = {}) {
  const names = Object.entries(entry).map(([name, path]) => [name, `${src}${path}.ts`]);
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [...plugins, minifyLiterals()],
    build: {
      write: outDir !== undefined,
      target: 'es2022',
      outDir,
      emptyOutDir: false,
      sourcemap: outDir !== undefined,
      minify: 'oxc',
      license: { fileName: 'LICENSES.md' },
      lib: { entry: Object.fromEntries(names), formats: ['es'] },
      rolldownOptions: {
        output: {
          entryFileNames: hashed ? '[name]-[hash].js' : '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // lib mode alone leaves the white space in; this takes it out.
          minify: /** @type {const} */ (true),
          comments: { legal: false, annotation: false, jsdoc: false },
          // banner would be minified away
          postBanner: '/*! MIT; LICENSES.md */',
          ...(groups ? { codeSplitting: { groups } } : {}),
        },
      },
    },
  });
  const outputs = /** @type {import('vite').Rolldown.RolldownOutput[]} */ ([result].flat());
  return outputs.flatMap(({ output }) => output).filter((file) => file.type === 'chunk');
}

/**
 * Builds what is loaded later, each file standing alone or beside others that are loaded later.
 *
 * @param {string} [outDir]
 * @returns {Promise<Map<string, OutputChunk>>} by module path within src/
 */
async function bundleLater(outDir) {
  /** @type {Map<string, OutputChunk>} */
  const chunks = new Map();
  for (const path of LATER) {
    const beside = new Map([...chunks].map(([module, { fileName }]) => [module, `./${fileName}`]));
    const [chunk, ...more] = await bundle(
      { [basename(path)]: path },
      { plugins: [laterElsewhere(beside)], outDir, hashed: true },
    );
    const known = new Set(beside.values());
    const strangers = [chunk?.dynamicImports ?? [], more.map(({ fileName }) => fileName)]
      .flat()
      .filter((file) => !known.has(file));
    if (!chunk || more.length || chunk.imports.length || strangers.length) {
      throw new Error(
        `${path} must stand alone when bundled, but imports ${[chunk?.imports ?? [], strangers].flat()}`,
      );
    }
    const lit = chunk.moduleIds.find((id) => /node_modules[\\/](?:@lit|lit)/.test(id));
    if (lit) throw new Error(`${path} brings a second Lit (${lit})`);
    chunks.set(path, chunk);
  }
  return chunks;
}

/**
 * Writes `clinic-elements.js` (everything) and `autoload.js` (by tag) with their chunks, and what stands
 * alone: `attribution.js` (for pages without elements) and `calls.js` (for the console).
 *
 * @param {string} outDir
 */
export async function bundleForPages(outDir) {
  const later = await bundleLater(`${outDir}/chunks`);
  const files = (/** @type {string} */ prefix) =>
    new Map([...later].map(([path, { fileName }]) => [path, `${prefix}${fileName}`]));
  const [all, ...split] = await bundle(
    { 'clinic-elements': 'all' },
    { outDir, plugins: [laterElsewhere(files('./chunks/'))] },
  );
  if (!all || split.length)
    throw new Error(`clinic-elements.js is not one file: ${split.map((c) => c.fileName)}`);
  for (const [name, path] of Object.entries({ attribution: 'attribution', calls: 'calls' })) {
    const alone = await bundle({ [name]: path }, { outDir });
    if (alone.length !== 1) throw new Error(`${name}.js is not one file`);
  }
  const chunks = await bundle(
    { autoload: 'autoload' },
    {
      outDir,
      plugins: [ownCopy('leads/attribution/arrival'), laterElsewhere(files('./'))],
      // One file for what every element shares.
      groups: [
        {
          name: 'core',
          test: /node_modules|src[\\/](?:foundation|calls|posts|clinic[\\/](?:host|page)-|locales[\\/]on-demand)/,
        },
      ],
    },
  );
  const back = chunks.find(({ imports }) => imports.includes('autoload.js'));
  if (back) throw new Error(`${back.fileName} imports autoload.js and would load it twice`);
}

/**
 * What a page loads before an entry has painted, and what it loads later, without writing anything.
 *
 * @param {string[]} paths - module paths within src/, without extension
 * @returns {Promise<{ first: Map<string, string>, later: Map<string, string> }>} code, by module path
 */
export async function bundlesForSize(paths) {
  const later = await bundleLater();
  const files = new Map([...later].map(([module, { fileName }]) => [module, `./${fileName}`]));
  /** @type {Map<string, string>} */
  const first = new Map();
  for (const path of paths) {
    const [entry] = await bundle({ entry: path }, { plugins: [laterElsewhere(files)] });
    first.set(path, entry?.code ?? '');
  }
  return { first, later: new Map([...later].map(([module, { code }]) => [module, code])) };
}
