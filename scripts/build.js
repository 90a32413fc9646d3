// @ts-check
// Builds everything that is published, into dist/, and custom-elements.json beside it.
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { build, runnerImport } from 'vite';
import { bundleForPages, minifyCss } from './lib/bundle.js';
import { run } from './lib/run.js';

/** @typedef {import('lit').CSSResult} CSSResult */

/**
 * The theme, the light styles and what holds before upgrade, as one sheet for a page's head: the look
 * and the room of every element before the script runs.
 */
async function buildPageStyles() {
  const tags = await readdir('src/elements');
  const { module: foundation } = await runnerImport('./src/foundation/host-rules.ts');
  const { hostRules } = /** @type {{ hostRules: (...tags: string[]) => string }} */ (foundation);
  const sheets = [hostRules(...tags)];
  for (const tag of tags) {
    const { module } = await runnerImport(`./src/elements/${tag}/${tag}.styles.ts`);
    const { lightStyles, pageStyles } = /** @type {Record<string, CSSResult | undefined>} */ (
      module
    );
    sheets.push(lightStyles?.cssText ?? '', pageStyles?.cssText ?? '');
  }
  const code = await minifyCss(sheets.join('\n'), 'clinic-elements.css');
  await writeFile('dist/clinic-elements.css', `/*! clinic-elements, MIT */\n${code}\n`);
}

await build({ logLevel: 'warn' });
await bundleForPages('dist/cdn');
await buildPageStyles();
await run('tsc', ['-p', 'tsconfig.build.json']);
await run('cem', ['analyze', '--config', 'custom-elements-manifest.config.js', '--quiet']);
await run('prettier', ['--write', '--log-level=warn', 'custom-elements.json']);
// The schemas are read by servers in any language, and by editors.
await cp('src/leads/lead.schema.json', 'dist/lead.schema.json');
await cp('src/clinic/clinic.schema.json', 'dist/clinic.schema.json');
await cp('src/guidance/guidance.schema.json', 'dist/guidance.schema.json');
await cp('src/guidance/trees', 'dist/trees', { recursive: true });
const files = await readdir('dist', { recursive: true });
console.log(
  `dist: ${files.length} files, version ${JSON.parse(await readFile('package.json', 'utf8')).version}`,
);
