import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../command.js';
import { readText } from '../read-text.js';
import { htmlFrom } from './html-from.js';
import { Page, TooDeepError } from './page.js';
import type { Source, Unread } from './site.js';

/* Folders that are no part of a site. */
const PASSED_OVER = /^(?:node_modules|\..*)$/;
/* What hosts serve at an address: /contact may be contact.html or contact/index.html. */
const ENDS = ['', '.html', '/index.html', '/index.htm'];

/**
 * Reads the pages of a built site from a folder, or one page from a file.
 *
 * @param base - where the folder's root will be served
 * @param served - paths that a server answers without a file
 * @throws UsageError
 */
export function readFolder(path: string, base: URL, served: readonly string[]): Source {
  const whole = resolve(path);
  if (!existsSync(whole)) throw new UsageError(`There is no file or folder ${path}.`);
  const isWhole = isFolder(whole);
  if (!isWhole && /\.json$/i.test(path))
    throw new UsageError(`${path} is no page. Facts are given with --clinic.`);
  const root = isWhole ? whole : dirname(whole);
  const files = isWhole ? htmlFiles(root) : [basename(whole)];
  if (!files.length) throw new UsageError(`There is no HTML file in ${path}.`);
  const pages = new Map<string, Page>();
  const unread: Unread[] = [];
  for (const name of files) {
    try {
      const html = htmlFrom(readFileSync(join(root, name)));
      if (html.trim()) pages.set(name, new Page(name, addressOf(name, base), html));
      else unread.push({ name, why: 'it is empty' });
    } catch (error) {
      unread.push({ name, why: reason(error) });
    }
  }

  /** The file that is served at an address of the site, undefined where there is none. */
  function fileAt({ origin, pathname }: URL): string | undefined {
    if (origin !== base.origin || !pathname.startsWith(base.pathname)) return undefined;
    const inside = join(root, decoded(pathname.slice(base.pathname.length)));
    if (inside !== root && !inside.startsWith(root.replace(/\/?$/, sep))) return undefined;
    return ENDS.map((end) => inside + end).find(isFile);
  }

  return {
    pages: [...pages.values()],
    unread,
    has(url) {
      const isOfSite = url.origin === base.origin && url.pathname.startsWith(base.pathname);
      // Of a single file, nobody knows where the site begins.
      if (!isOfSite || !isWhole) return undefined;
      if (served.some((prefix) => url.pathname.startsWith(prefix))) return undefined;
      return fileAt(url) !== undefined;
    },
    pageAt(url) {
      const file = fileAt(url);
      return file === undefined ? undefined : pages.get(nameIn(root, file));
    },
    read(url) {
      const file = isWhole ? fileAt(url) : undefined;
      return file === undefined ? undefined : readText(file);
    },
  };
}

/** Of a page, by its file. */
function addressOf(name: string, base: URL): URL {
  const path = name.replace(/(?:^|(?<=\/))index\.html?$/i, '');
  return new URL(path.split('/').map(encodeURIComponent).join('/'), base);
}

function reason(error: unknown): string {
  if (error instanceof TooDeepError) return error.message;
  return `its file cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
}

/** A file's path in a folder, with `/` between folders. */
const nameIn = (root: string, file: string): string => relative(root, file).split(sep).join('/');

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Sorted. A link to a folder is followed, as a server does, but to no folder a second time. */
function htmlFiles(root: string): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const todo = [root];
  // After the folders themselves, whose names are what pages are known by.
  const linked: string[] = [];
  for (let folder; (folder = todo.pop() ?? linked.pop()) !== undefined;) {
    const real = realpathSync(folder);
    if (seen.has(real)) continue;
    seen.add(real);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const isLink = entry.isSymbolicLink() && isFolder(path);
      if (entry.isDirectory() || isLink) {
        if (!PASSED_OVER.test(entry.name)) (isLink ? linked : todo).push(path);
      } else if (/\.html?$/i.test(entry.name)) found.push(nameIn(root, path));
    }
  }
  return found.sort();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\0', '');
  } catch {
    return path;
  }
}
