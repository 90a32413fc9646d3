import { clinicFilesOf, type ClinicFile } from './clinic-file.js';
import { readManifest, type Manifest } from './manifest.js';
import type { Page } from './page.js';

/** What is known of a site beside the page that is looked at. */
export interface Site {
  pages: readonly Page[];
  /** Pages that could not be read, and why. */
  unread: readonly Unread[];
  manifest: Manifest;
  /** The clinic's facts, as a file of the site or `--clinic` says them. */
  clinics: readonly ClinicFile[];
  /** Milliseconds since 1970. */
  now: number;
  /** Whether an address of the site leads somewhere; undefined where nobody knows. */
  has(url: URL): boolean | undefined;
  /** The page that an address leads to, where it is one of `pages`. */
  pageAt(url: URL): Page | undefined;
  /** The text of another file of the site; undefined where it is not at hand. */
  read(url: URL): string | undefined;
}

/** A page that could not be read. */
export interface Unread {
  name: string;
  why: string;
}

/** What a folder or a crawl gives. */
export type Source = Pick<Site, 'pages' | 'unread' | 'has' | 'pageAt' | 'read'>;

/** What the rules look at. */
export function siteOf(
  source: Source,
  { clinic, now }: { clinic?: ClinicFile; now: number },
): Site {
  return {
    ...source,
    now,
    manifest: readManifest(),
    clinics: [...(clinic ? [clinic] : []), ...clinicFilesOf(source)],
  };
}
