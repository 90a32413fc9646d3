import type { Element } from 'domhandler';
import { safeSrcset } from '../../../foundation/safe-srcset.js';
import type { Check } from '../finding.js';
import { madeIdsOf } from '../made-ids.js';
import type { Page } from '../page.js';
import type { Site } from '../site.js';

/* What a browser follows or fetches, by selector. */
const ADDRESSES: readonly (readonly [selector: string, attribute: string])[] = [
  ['a[href], area[href]', 'href'],
  [
    'link[rel~="stylesheet" i][href], link[rel~="icon" i][href], link[rel~="preload" i][href], link[rel~="modulepreload" i][href], link[rel~="manifest" i][href]',
    'href',
  ],
  ['script[src], img[src], source[src], video[src], audio[src], iframe[src], embed[src]', 'src'],
  ['video[poster]', 'poster'],
];

/** Links that lead nowhere, as far as the site's own pages and files say. */
export const links: Check = {
  rules: [
    {
      id: 'broken-link',
      severity: 'error',
      about: 'a link, picture or file of the site that is not there',
    },
  ],
  *check(page, site) {
    for (const { element, attribute, address } of addressesOf(page, site)) {
      const url = page.resolve(address);
      if (!url) {
        yield {
          rule: 'broken-link',
          at: [element, attribute],
          message: `“${address.slice(0, 80)}” is no address.`,
          remedy: 'Write a path like /contact/, or a whole address with https://.',
        };
        continue;
      }
      if (!/^https?:$/.test(url.protocol)) continue;
      if (site.has(url) === false) {
        yield {
          rule: 'broken-link',
          at: [element, attribute],
          message: `Nothing is at ${address.slice(0, 80)}.`,
          remedy: 'Correct the address, or put the page or file there.',
        };
      } else if (element.name === 'a' && url.hash.length > 1) {
        const target = isSamePage(url, page) ? page : site.pageAt(url);
        if (target && !hasTarget(target, url.hash.slice(1))) {
          yield {
            rule: 'broken-link',
            at: [element, attribute],
            message: `${target === page ? 'The page' : `${url.pathname}`} has no element with the id “${readable(url.hash.slice(1))}”.`,
            remedy: 'Give the target this id, or correct the link.',
          };
        }
      }
    }
  },
};

interface Address {
  element: Element;
  attribute: string;
  address: string;
}

function addressesOf(page: Page, { manifest }: Site): Address[] {
  const found = ADDRESSES.flatMap(([selector, attribute]) =>
    page.select(selector).map((element) => ({ element, attribute })),
  );
  const sets = page.select('img[srcset], source[srcset]').flatMap((element) =>
    candidatesOf(element.attribs.srcset!).map((address) => ({
      element,
      attribute: 'srcset',
      address,
    })),
  );
  const own = page.elements.flatMap((element) =>
    // `src` and `action` are for a server to answer.
    [...(manifest.get(element.name)?.attributes.keys() ?? [])]
      .filter((name) => /^(?:image|(?:.+-)?href)$/.test(name) && element.attribs[name])
      .map((attribute) => ({ element, attribute })),
  );
  return [
    ...[...found, ...own].map((one) => ({
      ...one,
      address: one.element.attribs[one.attribute]!.trim(),
    })),
    ...sets,
  ].filter(
    ({ address }) => address && !/^(?:javascript|data|mailto|tel|sms|blob|about):/i.test(address),
  );
}

/** The addresses in a `srcset`. */
const candidatesOf = (srcset: string): string[] =>
  (safeSrcset(srcset)?.split(', ') ?? []).map((candidate) => candidate.split(' ')[0]!);

const isSamePage = (url: URL, page: Page): boolean =>
  url.origin === page.url.origin && url.pathname === page.url.pathname;

/** `#top` is always there, and `#:~:text=` finds words. */
function hasTarget(page: Page, hash: string): boolean {
  const [id = ''] = hash.split(':~:');
  if (!id || /^top$/i.test(id)) return true;
  const isIn = (ids: ReadonlySet<string>) => ids.has(id) || ids.has(readable(id));
  return isIn(page.targets) || isIn(madeIdsOf(page));
}

function readable(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
