// @ts-check
// Browser tests: `npx wtr` runs all of them in Chromium; BROWSERS=chromium,firefox,webkit chooses.
import { readdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import puppeteer from 'puppeteer-core';
import { chromiumPath, chromiumFlags, firefoxPath } from './scripts/lib/browsers.js';
import { webkitLauncher } from './scripts/lib/webkit-launcher.js';

/** @type {Record<string, () => any>} */
const launchers = {
  chromium: () =>
    chromeLauncher({
      // One more than there are cores: a page waits for frames, timers and keys half of its time.
      concurrency: Number(process.env.TESTS_AT_ONCE ?? availableParallelism() + 1),
      // A window of its own for every page: in a hidden tab requestAnimationFrame never fires.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
      launchOptions: { executablePath: chromiumPath(), args: chromiumFlags },
    }),
  // Over WebDriver BiDi, which puppeteer-core speaks itself. One page at a time: Firefox throttles the
  // timers of background tabs.
  firefox: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      createPage: async ({ browser }) => tolerant(await browser.newPage()),
      launchOptions: { browser: 'firefox', executablePath: firefoxPath() },
    }),
  webkit: () => webkitLauncher(),
};

/**
 * Firefox before 144 cannot turn the screen, which puppeteer asks for with every size; the size itself is set.
 *
 * @template {import('puppeteer-core').Page} P
 * @param {P} page
 * @returns {P}
 */
function tolerant(page) {
  const setViewport = page.setViewport.bind(page);
  page.setViewport = (viewport) =>
    setViewport(viewport).catch((error) => {
      if (!String(error).includes('setScreenOrientationOverride')) throw error;
    });
  return page;
}

/** Closes the run with one plain line: 'N passed, N failed, N skipped'. */
const totals = () => ({
  /** @param {{ sessions: import('@web/test-runner').TestSession[] }} results */
  onTestRunFinished({ sessions }) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    /** @param {import('@web/test-runner').TestSuiteResult | undefined} suite */
    const walk = (suite) => {
      for (const test of suite?.tests ?? [])
        count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
      for (const child of suite?.suites ?? []) walk(child);
    };
    for (const session of sessions) {
      walk(session.testResults);
      // A file that could not be imported has no tests, only errors.
      if (
        !session.passed &&
        !session.testResults?.tests.length &&
        !session.testResults?.suites.length
      )
        count.failed++;
    }
    console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  },
});

/** `executeServerCommand('forced-colors', on)`: Chromium only; false where it cannot be done. */
const forcedColors = () => {
  // Each page's own debugging session: what one sets, another cannot take back.
  const sessions = new Map();
  return {
    name: 'forced-colors',
    /** @param {{ command: string, payload?: unknown, session: any }} call */
    async executeCommand({ command, payload, session }) {
      if (command !== 'forced-colors') return undefined;
      if (session.browser.name !== 'Chrome') return false;
      if (!sessions.has(session.id)) {
        sessions.set(session.id, await session.browser.getPage(session.id).createCDPSession());
      }
      await sessions.get(session.id).send('Emulation.setEmulatedMedia', {
        features: payload ? [{ name: 'forced-colors', value: 'active' }] : [],
      });
      return true;
    },
  };
};

/**
 * A page under the strictest policy that the design promises to work under. The library's own bundle is
 * the only script but for one that collects violations.
 */
export const STRICT_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

const strictPage = () => ({
  name: 'strict-page',
  /** @param {{ path: string }} context */
  serve({ path }) {
    if (path !== '/strict-page') return undefined;
    return {
      type: 'html',
      headers: { 'content-security-policy': STRICT_CSP },
      body: `<!doctype html><html lang="en"><head><title>Strict</title>
        <script src="/test/support/violations.js"></script>
        <link rel="stylesheet" href="/dist/clinic-elements.css">
        <script type="module" src="/dist/cdn/clinic-elements.js"></script>
        </head><body></body></html>`,
    };
  },
});

/** Which files hold stories: a browser cannot look into a folder. */
const storyFiles = () => ({
  name: 'story-files',
  /** @param {{ path: string }} context */
  async serve({ path }) {
    if (path !== '/story-files.json') return undefined;
    const files = await readdir(new URL('stories', import.meta.url));
    return {
      type: 'json',
      body: JSON.stringify(files.filter((file) => /\.stories\.ts$/.test(file))),
    };
  },
});

/** The stories' pictures, where Storybook serves them. */
const storyPictures = () => ({
  name: 'story-pictures',
  /** @param {{ path: string }} context */
  async serve({ path }) {
    if (!path.startsWith('/pictures/')) return undefined;
    const file = new URL(`stories/assets/${path.slice('/pictures/'.length)}`, import.meta.url);
    return { type: 'svg', body: await readFile(file, 'utf8') };
  },
});

/** Gives tests `waitUntil` with more patience than its own second. */
const patience = () => ({
  name: 'patience',
  /** @param {{ source: string, context: { path: string } }} asked */
  resolveImport({ source, context }) {
    const own = '/test/support/testing.ts';
    return source === '@open-wc/testing' && context.path !== own ? own : undefined;
  },
});

/** JSON as a module, for the manifest. */
const jsonModules = () => ({
  name: 'json-modules',
  resolveMimeType: (/** @type {{ path: string }} */ { path }) =>
    path.endsWith('.json.js') ? 'js' : undefined,
  /** @param {{ path: string }} context */
  async serve({ path }) {
    if (!path.endsWith('.json.js')) return undefined;
    const file = fileURLToPath(new URL(`.${path.slice(0, -3)}`, import.meta.url));
    return { type: 'js', body: `export default ${await readFile(file, 'utf8')}` };
  },
});

const browsers = (process.env.BROWSERS ?? 'chromium').split(',').map((name) => launchers[name]?.());

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: process.env.FILES?.split(',') ?? 'test/**/*.browser.test.ts',
  nodeResolve: true,
  concurrentBrowsers: 2,
  browsers,
  plugins: [
    strictPage(),
    patience(),
    jsonModules(),
    storyFiles(),
    storyPictures(),
    forcedColors(),
    a11ySnapshotPlugin(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), totals()],
  testsFinishTimeout: Number(process.env.FINISH_TIMEOUT ?? 900_000),
  testFramework: { config: { timeout: 60_000 } },
  filterBrowserLogs: ({ args }) =>
    !(typeof args[0] === 'string' && args[0].startsWith('Lit is in dev mode')),
};
