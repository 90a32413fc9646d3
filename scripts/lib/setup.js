// @ts-check
// Installs what a command needs and is missing. Only Node's own modules: it runs before `npm ci`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath, firefoxPath, webkitPath } from './browsers.js';
import { root } from './run.js';

/**
 * @param {string} program
 * @param {string[]} args
 * @returns {boolean} whether it went well
 */
function call(program, args) {
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** @param {string} file */
const timeOf = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** Installs the packages of the lock file, where that was not done since the lock changed. */
export function installPackages() {
  // npm writes this file when an install is complete.
  if (
    timeOf(join(root, 'node_modules/.package-lock.json')) >= timeOf(join(root, 'package-lock.json'))
  )
    return;
  console.log('Installing packages (npm ci)…');
  if (!call('npm', ['ci'])) throw new Error('npm ci failed');
}

/** Builds the library, where a source is newer than what was built last. */
export function buildLibrary() {
  const newest = Math.max(
    ...[
      'src',
      'scripts/lib',
      'scripts/build.js',
      'vite.config.ts',
      'package.json',
      'custom-elements-manifest.config.js',
    ]
      .map((path) => join(root, path))
      .flatMap((path) =>
        statSync(path).isDirectory()
          ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => join(path, file))
          : path,
      )
      .map(timeOf),
  );
  // The last file that the build writes.
  if (timeOf(join(root, 'dist/lead.schema.json')) >= newest) return;
  console.log('Building the library…');
  if (!call(process.execPath, ['scripts/build.js'])) throw new Error('the build failed');
}

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * Installs the browsers that tests run in: Debian's packages where we may, else what each system offers.
 *
 * @returns {string[]} the browsers that can be had, Chromium first
 * @throws where there is no Chromium, which every test needs
 */
export function installBrowsers() {
  const missing = [
    ...(chromiumPath() ? [] : ['chromium']),
    ...(firefoxPath() ? [] : ['firefox-esr']),
    ...(webkitPath() ? [] : ['webkit2gtk-driver']),
    ...(process.env.DISPLAY || existsSync('/usr/bin/Xvfb') ? [] : ['xvfb']),
  ];
  if (missing.length && isRootOnDebian()) {
    console.log(`Installing ${missing.join(', ')}…`);
    process.env.DEBIAN_FRONTEND = 'noninteractive';
    // First the lists: what an old one names is an old browser, or gone.
    call('apt-get', ['update', '-qq']);
    call('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing]);
  } else if (!chromiumPath()) {
    // Where packages are not ours to install, Chromium comes from its own builds into this folder.
    call('npx', [
      '--yes',
      '@puppeteer/browsers',
      'install',
      'chrome@stable',
      '--path',
      '.data/browsers',
    ]);
    const [installed] = readdirSync(join(root, '.data/browsers/chrome'));
    const names = [
      'chrome-linux64/chrome',
      'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'chrome-win64/chrome.exe',
    ];
    process.env.CHROME_PATH = names
      .map((name) => join(root, '.data/browsers/chrome', installed ?? '', name))
      .find((path) => existsSync(path));
  }
  if (!chromiumPath())
    throw new Error('Tests need Chromium or Chrome; set CHROME_PATH to where it is.');
  return ['chromium', ...(firefoxPath() ? ['firefox'] : []), ...(webkitPath() ? ['webkit'] : [])];
}
