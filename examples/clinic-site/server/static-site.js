// @ts-check
/** The clinic's website as files: pages, pictures, fonts, the library, and posts as WordPress gives them. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';

/** @import { Context, MiddlewareHandler } from 'hono' */

const FONTS = ['figtree', 'newsreader'];

/**
 * @param {object} options
 * @param {string} options.pagesDir folders with an index.html each, 404.html, wp-json/wp/v2/posts.json
 * @param {string} options.assetsDir
 * @param {string} options.distDir what the library's build wrote
 * @param {string} options.fontsDir where npm put the font packages
 * @param {(html: string, address: URL) => Promise<string>} [options.finish] what is done to a page before it is sent
 * @returns {Hono}
 */
export function createStaticSite({ pagesDir, assetsDir, distDir, fontsDir, finish }) {
  const site = new Hono();

  // A part of a file has no digest of its own.
  const revalidate = etag();
  site.use((c, next) => (c.req.header('range') ? next() : revalidate(c, next)));
  site.use(async (c, next) => {
    await next();
    // Names carry no version, so a browser must ask; the answer is mostly 304.
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-cache');
  });
  if (finish) site.use(finishPages(finish));

  site.get('/cdn/*', serveStatic({ root: distDir }));
  site.get('/clinic-elements.css', serveStatic({ root: distDir }));
  site.get('/assets/*', folder('/assets', assetsDir));
  for (const font of FONTS) {
    site.get(`/fonts/${font}/*`, folder(`/fonts/${font}`, path.join(fontsDir, font, 'files')));
  }
  site.get('/wp-json/wp/v2/posts', (c) => wordPressPosts(c, pagesDir));
  site.get('*', addTrailingSlash(pagesDir), serveStatic({ root: pagesDir }));
  site.all('*', async (c) => {
    const page = await readFile(path.join(pagesDir, '404.html'), 'utf8').catch(() => undefined);
    return page === undefined ? c.text('Not found', 404) : c.html(page, 404);
  });
  return site;
}

/**
 * @param {string} prefix of the URL
 * @param {string} root
 */
const folder = (prefix, root) =>
  serveStatic({ root, rewriteRequestPath: (requested) => requested.slice(prefix.length) });

/**
 * Sends `/knee` to `/knee/`, on which the page's relative links rest.
 * @param {string} pagesDir
 * @returns {MiddlewareHandler}
 */
const addTrailingSlash = (pagesDir) => async (c, next) => {
  const requested = c.req.path;
  // Plain names only: `//host` in a Location would lead off the site.
  const isPlain = /^(?:\/[\p{L}\p{N}_-][\p{L}\p{N}_.-]*)+$/u.test(requested);
  if (isPlain && existsSync(path.join(pagesDir, requested, 'index.html'))) {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`${pathname}/${search}`, 301);
  }
  return next();
};

/**
 * @param {(html: string, address: URL) => Promise<string>} finish
 * @returns {MiddlewareHandler}
 */
const finishPages = (finish) => async (c, next) => {
  await next();
  const isPage = c.res.headers.get('content-type')?.startsWith('text/html');
  if (!isPage || c.res.status === 206) return;
  const page = await finish(await c.res.text(), new URL(c.req.url));
  c.res = new Response(page, c.res);
  c.res.headers.delete('content-length');
};

/**
 * The posts as a WordPress site's REST API would list them.
 * https://developer.wordpress.org/rest-api/reference/posts/
 * @param {Context} c
 * @param {string} pagesDir
 */
async function wordPressPosts(c, pagesDir) {
  const file = path.join(pagesDir, 'wp-json/wp/v2/posts.json');
  /** @type {{ id: number }[]} */
  const posts = JSON.parse(await readFile(file, 'utf8').catch(() => '[]'));
  const perPage = Number(c.req.query('per_page') ?? 10);
  const excluded = (c.req.queries('exclude') ?? c.req.queries('exclude[]') ?? [])
    .flatMap((list) => list.split(','))
    .map(Number);
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > 100) {
    const message = 'Invalid parameter(s): per_page';
    return c.json({ code: 'rest_invalid_param', message, data: { status: 400 } }, 400);
  }
  const found = posts.filter(({ id }) => !excluded.includes(id));
  c.header('x-wp-total', String(found.length));
  c.header('x-wp-totalpages', String(Math.ceil(found.length / perPage)));
  return c.json(found.slice(0, perPage));
}
