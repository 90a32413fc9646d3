// @ts-check
/** The example clinic's whole server, as one Hono app: website, lead endpoint, inbox. */
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { serveStatic } from '@hono/node-server/serve-static';
import { createInbox } from './inbox.js';
import { createLeadApi } from './lead-api.js';
import { StoreUnavailableError } from './lead-store.js';
import { ProofOfWork } from './proof-of-work.js';
import { createStaticSite } from './static-site.js';
import { printStructuredData } from './structured-data.js';

/** @import { Clinic } from './lead-api.js' */
/** @import { LeadStore } from './lead-store.js' */

const HERE = fileURLToPath(new URL('.', import.meta.url));

/**
 * The strictest policy under which every element must work.
 * `lit-html` is the one Trusted Types policy that Lit makes.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** A fictional clinic, with a number from the block that is kept for fiction. */
const FERNHOLLOW = {
  name: 'Fernhollow Spine Clinic',
  phone: '(210) 555-0142',
  phoneHref: 'tel:+12105550142',
};

/**
 * @param {object} options
 * @param {LeadStore} options.store
 * @param {string} options.pagesDir the site's pages
 * @param {string} options.assetsDir the site's style sheet and pictures
 * @param {string} options.distDir the library, built
 * @param {string} options.fontsDir where npm put the font packages (figtree, newsreader)
 * @param {Clinic} [options.clinic]
 * @param {ProofOfWork} [options.proofOfWork]
 * @param {AbortSignal} [options.closing] ends the inbox's event streams
 * @returns {Hono}
 */
export function createApp({
  store,
  clinic = FERNHOLLOW,
  proofOfWork = new ProofOfWork(),
  closing,
  ...folders
}) {
  const app = new Hono();

  app.use(compress());
  app.use(async (c, next) => {
    await next();
    c.header('content-security-policy', CONTENT_SECURITY_POLICY);
    c.header('referrer-policy', 'same-origin');
    c.header('x-content-type-options', 'nosniff');
  });

  app.onError((error, c) => {
    // A message may quote what a visitor wrote; the place in the code does not.
    const place = error.stack?.split('\n').find((line) => line.startsWith('    at ')) ?? '';
    console.error(`${c.req.method} ${c.req.path} failed: ${error.name}${place.replace(/ +/, ' ')}`);
    c.header('cache-control', 'no-store');
    const errors = [{ message: `Something is wrong on our side. Please call ${clinic.phone}.` }];
    if (!(error instanceof StoreUnavailableError)) return c.json({ ok: false, errors }, 500);
    c.header('retry-after', '1');
    return c.json({ ok: false, errors }, 503);
  });

  app.route('/api/leads', createLeadApi({ store, proofOfWork, clinic }));
  app.route('/inbox', createInbox({ store, clinicName: clinic.name, closing }));
  app.get('/inbox/', (c) => c.redirect('/inbox', 301));
  for (const file of ['/inbox.css', '/inbox-client.js', '/lead-card.js']) {
    app.get(file, serveStatic({ root: HERE }));
  }
  app.route(
    '/',
    createStaticSite({
      ...folders,
      finish: (html, address) => printStructuredData(html, address, folders.assetsDir),
    }),
  );
  return app;
}
