// @ts-check
import { existsSync } from 'node:fs';

const isRoot = process.getuid?.() === 0;

/** @param {(string | undefined)[]} paths */
const firstThatExists = (...paths) => paths.find((path) => path && existsSync(path));

/** Chromium or Chrome on this computer; CHROME_PATH comes first. */
export const chromiumPath = () =>
  firstThatExists(
    process.env.CHROME_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  );

/** Firefox on this computer; FIREFOX_PATH comes first. */
export const firefoxPath = () =>
  firstThatExists(
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  );

/** WebKitGTK's driver on this computer. */
export const webkitPath = () => firstThatExists('/usr/bin/WebKitWebDriver');

/** Quiet, and without the sandbox that Chromium refuses to build as root. */
export const chromiumFlags = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
