// `@open-wc/testing` with more patience: web-test-runner.config.js hands it to every test that imports that.
// Its own `waitUntil` gives up after a second, in which a busy machine may not get round to a page at all.
import * as testing from '@open-wc/testing';

export * from '@open-wc/testing';

/* Below the runner's own limit for a test, which would not say what was waited for. */
const PATIENCE = 30_000;

export const waitUntil: typeof testing.waitUntil = (predicate, message, options) =>
  testing.waitUntil(predicate, message, { interval: 10, timeout: PATIENCE, ...options });
