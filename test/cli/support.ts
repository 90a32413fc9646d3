// Sites in memory for the rules of `clinic-elements check`.
import { checkSite } from '../../src/cli/check/check.js';
import { clinicFile } from '../../src/cli/check/clinic-file.js';
import { Page } from '../../src/cli/check/page.js';
import { siteOf } from '../../src/cli/check/site.js';
import type { Finding } from '../../src/cli/check/finding.js';

/** The day of every test. */
export const TODAY = Date.parse('2026-11-25T12:00Z');

const BASE = 'https://clinic.example/';

export interface SiteOptions {
  /** What `--clinic` names. */
  clinic?: object | string;
  /** Other files of the site, by path. */
  files?: Record<string, string>;
}

/** What is found in pages, by their paths. */
export function check(
  pages: Record<string, string>,
  { clinic, files = {} }: SiteOptions = {},
): Finding[] {
  const read = (url: URL) => files[url.pathname.slice(1)];
  const list = Object.entries(pages).map(
    ([name, html]) => new Page(name, new URL(name, BASE), html),
  );
  const paths = new Set(list.map(({ url }) => url.pathname));
  const has = (url: URL) =>
    url.origin === new URL(BASE).origin
      ? paths.has(url.pathname) || read(url) !== undefined
      : undefined;
  const pageAt = ({ origin, pathname }: URL) =>
    list.find(({ url }) => url.origin === origin && url.pathname === pathname);
  const text = typeof clinic === 'object' ? JSON.stringify(clinic) : clinic;
  return checkSite(
    siteOf(
      { pages: list, unread: [], read, has, pageAt },
      { now: TODAY, clinic: text === undefined ? undefined : clinicFile('clinic.json', text) },
    ),
  );
}

/** A page in good order around some markup. */
export const pageWith = (body: string, head = ''): string =>
  `<!doctype html>
<html lang="en">
<head><title>Page</title>${head}
<script type="module" src="https://clinic.example.net/clinic-elements.js"></script></head>
<body><h1>Page</h1>
${body}
</body></html>`;

/** What is found in one page: `rule` or, for a warning, `rule (warning)`. */
export const found = (html: string, options?: SiteOptions): string[] =>
  check({ 'index.html': html }, options).map(told);

export const told = ({ rule, severity }: Finding): string =>
  severity === 'warning' ? `${rule} (warning)` : rule;
