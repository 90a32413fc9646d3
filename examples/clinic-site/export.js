// @ts-check
/**
 * Writes the example clinic's site into a folder, as its server shows it: for a host of plain files, and for
 * `clinic-elements check`. The lead endpoint and the inbox need the server.
 *
 *     node examples/clinic-site/export.js FOLDER
 */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { printStructuredData } from './server/structured-data.js';

/** Where the site will be served, as its pages' canonical addresses say. */
const HOME = 'https://fernhollow.example/';

/** @param {string} relative to this file */
const fromHere = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** What lies where on the site: static-site.js serves the same. */
const PARTS = /** @type {const} */ ([
  ['pages', '.'],
  ['assets', 'assets'],
  ['../../dist/cdn', 'cdn'],
  ['../../dist/clinic-elements.css', 'clinic-elements.css'],
  ['../../node_modules/@fontsource-variable/figtree/files', 'fonts/figtree'],
  ['../../node_modules/@fontsource-variable/newsreader/files', 'fonts/newsreader'],
]);

/** @param {string} folder is made where it is missing */
export async function exportSite(folder) {
  await mkdir(folder, { recursive: true });
  for (const [from, to] of PARTS) {
    await cp(fromHere(from), path.join(folder, to), { recursive: true });
  }
  for (const file of await readdir(fromHere('pages'), { recursive: true })) {
    if (!file.endsWith('.html')) continue;
    const page = path.join(folder, file);
    const address = new URL(file.replaceAll(path.sep, '/').replace(/index\.html$/, ''), HOME);
    const html = await readFile(page, 'utf8');
    await writeFile(page, await printStructuredData(html, address, fromHere('assets')));
  }
}

const [, script = '', folder] = process.argv;
if (import.meta.url === pathToFileURL(script).href) {
  if (folder) await exportSite(folder);
  else {
    console.error('Name the folder to write to.');
    process.exitCode = 1;
  }
}
