import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../command.js';
import { readText } from '../read-text.js';
import { Page, TooDeepError } from './page.js';
import type { Source, Unread } from './site.js';

/* Folders that are no part of a site. */
const PASSED_OVER = /^(?:node_modules|\..*)$/;

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
  const isFolder = statSync(whole).isDirectory();
  const root = isFolder ? whole : dirname(whole);
  const files = isFolder ? htmlFiles(root) : [basename(whole)];
  if (!files.length) throw new UsageError(`There is no HTML file in ${path}.`);
  const pages: Page[] = [];
  const unread: Unread[] = [];
  for (const name of files) {
    const address = name.replace(/(?:^|(?<=\/))index\.html?$/i, '');
    try {
      const url = new URL(address.split('/').map(encodeURIComponent).join('/'), base);
      pages.push(new Page(name, url, readText(join(root, name))));
    } catch (error) {
      if (!(error instanceof TooDeepError)) throw error;
      unread.push({ name, why: 'its tags are nested deeper than a browser would follow' });
    }
  }

  /** The file at an address of the site, undefined where it is another site's. */
  function fileOf({ origin, pathname }: URL): string | undefined {
    if (origin !== base.origin || !pathname.startsWith(base.pathname)) return undefined;
    const inside = join(root, decoded(pathname.slice(base.pathname.length)));
    return inside === root || inside.startsWith(root.replace(/\/?$/, sep)) ? inside : undefined;
  }

  return {
    pages,
    unread,
    has(url) {
      const file = fileOf(url);
      // Of a single file, nobody knows where the site begins.
      if (file === undefined || !isFolder) return undefined;
      if (served.some((prefix) => url.pathname.startsWith(prefix))) return undefined;
      // Hosts serve /contact from contact.html, too.
      return ['', '.html', '/index.html', '/index.htm'].some((end) => isFile(file + end));
    },
    read(url) {
      const file = isFolder ? fileOf(url) : undefined;
      return file !== undefined && isFile(file) ? readText(file) : undefined;
    },
  };
}

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** With `/` between folders, sorted. */
function htmlFiles(root: string): string[] {
  const found: string[] = [];
  const todo = [root];
  for (let folder; (folder = todo.pop()) !== undefined;) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!PASSED_OVER.test(entry.name)) todo.push(path);
      } else if (/\.html?$/i.test(entry.name)) {
        found.push(relative(root, path).split(sep).join('/'));
      }
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
