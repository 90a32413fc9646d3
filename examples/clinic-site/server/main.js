// @ts-check
/**
 * Starts the example clinic.
 *
 * PORT (default 4400; 0 takes a free one), HOST (default 127.0.0.1) and DATA_DIR (default
 * `.data/clinic-site` in the repository) change where; PAGES_DIR, ASSETS_DIR and DIST_DIR, what.
 * CHALLENGE_SECRET signs challenges for proof of work; by default it is made at each start.
 */
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { createApp } from './app.js';
import { LeadStore } from './lead-store.js';
import { ProofOfWork } from './proof-of-work.js';

const SHUTDOWN_PATIENCE_MS = 5_000;
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** @param {string} relative to this file */
const fromHere = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const { PORT, HOST, DATA_DIR, PAGES_DIR, ASSETS_DIR, DIST_DIR, CHALLENGE_SECRET } = process.env;
const port = Number(PORT || 4400);
const host = HOST || '127.0.0.1';

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT must be a whole number from 0 to 65535, not "${PORT}".`);
  process.exit(1);
}

const store = new LeadStore({ folder: DATA_DIR || fromHere('../../../.data/clinic-site') });
const closing = new AbortController();
const app = createApp({
  store,
  closing: closing.signal,
  proofOfWork: new ProofOfWork({ secret: CHALLENGE_SECRET || undefined }),
  pagesDir: PAGES_DIR || fromHere('../pages'),
  assetsDir: ASSETS_DIR || fromHere('../assets'),
  distDir: DIST_DIR || fromHere('../../../dist'),
  fontsDir: fromHere('../../../node_modules/@fontsource-variable'),
});

const server = serve({ fetch: app.fetch, port, hostname: host }, (address) => {
  const isLoopback = LOOPBACK.includes(host);
  const shownHost = isLoopback || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const site = `http://${shownHost}:${address.port}/`;
  console.log(`Example clinic: ${site} · lead inbox: ${site}inbox`);
  if (!isLoopback) {
    console.warn('The inbox has no log-in: everyone who reaches this address can read the leads.');
  }
});

server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  const reason =
    error.code === 'EADDRINUSE'
      ? `Port ${port} is taken. Stop the other server, or choose a port: PORT=${port + 1} npm start`
      : `The server cannot start: ${error.message}`;
  console.error(reason);
  process.exit(1);
});

let isStopping = false;
async function stop() {
  if (isStopping) return;
  isStopping = true;
  closing.abort();
  const giveUp = setTimeout(() => process.exit(1), SHUTDOWN_PATIENCE_MS);
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection whose answer has just ended would otherwise be kept for seconds.
  const sweep = setInterval(
    () => 'closeIdleConnections' in server && server.closeIdleConnections(),
    50,
  );
  await closed;
  clearInterval(sweep);
  await store.close();
  clearTimeout(giveUp);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
