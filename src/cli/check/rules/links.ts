import type { Element } from 'domhandler';
import { safeSrcset } from '../../../foundation/safe-srcset.js';
import { entriesOf, isToldWith, type ClinicFile, type Facts } from '../clinic-file.js';
import type { Check, Fault } from '../finding.js';
import { madeIdsOf } from '../made-ids.js';
import type { Page } from '../page.js';
import type { Site } from '../site.js';
import { isLeftBehind } from './elements.js';

/* What a browser follows or fetches, by selector. */
const ADDRESSES: readonly (readonly [selector: string, attribute: string])[] = [
  ['a[href], area[href]', 'href'],
  [
    ['stylesheet', 'icon', 'preload', 'modulepreload', 'manifest', 'canonical', 'prev', 'next']
      .map((rel) => `link[rel~="${rel}" i][href]`)
      .join(),
    'href',
  ],
  [
    ['script', 'img', 'source', 'video', 'audio', 'iframe', 'embed', 'track']
      .map((tag) => `${tag}[src]`)
      .join(),
    'src',
  ],
  ['input[type="image" i][src]', 'src'],
  ['object[data]', 'data'],
  ['video[poster]', 'poster'],
];
/* In the attributes of our elements. */
const LINKS = /^(?:.+-)?href$/;
const FILES = /^(?:image|(?:.+-)?src)$/;
/* What a clinic.json has addresses in. */
const FACTS = ['url', 'logo', 'image', 'directions', 'map', 'booking'];
const FACTS_LINKS = ['contact', 'booking', 'privacy', 'reviewPolicy'];

/** Links that lead nowhere, as far as the site's own pages and files say. */
export const links: Check = {
  rules: [
    {
      id: 'broken-link',
      severity: 'error',
      about: 'a link, picture or file of the site that is not there',
    },
    {
      id: 'broken-reference',
      severity: 'error',
      about: 'a label, or a name or description for screen readers, that leads nowhere',
    },
  ],
  *check(page, site) {
    for (const { element, attribute, address } of addressesOf(page, site)) {
      const isLink = element.name !== 'link' && LINKS.test(attribute);
      const fault = faultOf(address, page.base, { page, site, isLink });
      if (fault) yield { at: [element, attribute], ...fault };
    }
    yield* brokenTargets(page);
    yield* brokenReferences(page);
    for (const file of site.clinics)
      if (isToldWith(page, file, site)) yield* brokenFacts(file, page, site);
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
  const own = page.elements.flatMap((element) =>
    [...(manifest.get(element.name)?.attributes.keys() ?? [])]
      .filter((name) => element.attribs[name] && isAddress(element, name))
      .map((attribute) => ({ element, attribute })),
  );
  const sets = page.elements.flatMap((element) =>
    ['srcset', 'image-srcset', 'imagesrcset'].flatMap((attribute) =>
      candidatesOf(element.attribs[attribute]).map((address) => ({ element, attribute, address })),
    ),
  );
  return [
    ...[...found, ...own].map((one) => ({
      ...one,
      address: one.element.attribs[one.attribute]!.trim(),
    })),
    ...sets,
  ].filter(({ address }) => address && !ELSEWHERE.test(address));
}

const ELSEWHERE = /^(?:javascript|data|mailto|tel|sms|blob|about):/i;

/** `action`, and a `src` without a file's name, are for a server to answer; a clinic.json has a rule of its own. */
function isAddress({ name, attribs }: Element, attribute: string): boolean {
  if (LINKS.test(attribute) || attribute === 'image') return true;
  const isFile = /\.\w+(?:[?#]|$)/.test(attribs[attribute]!.replace(/^https?:\/\/[^/]*/i, ''));
  return FILES.test(attribute) && isFile && name !== 'clinic-info';
}

/** The addresses in a `srcset`. */
const candidatesOf = (srcset: string | undefined): string[] =>
  (safeSrcset(srcset)?.split(', ') ?? []).map((candidate) => candidate.split(' ')[0]!);

interface Where {
  page: Page;
  site: Site;
  /** Whether a visitor follows it, to a place in a page. */
  isLink: boolean;
}

/** What is wrong with an address, if anything is. */
function faultOf(
  address: string,
  base: URL,
  { page, site, isLink }: Where,
): Pick<Fault, 'rule' | 'message' | 'remedy'> | undefined {
  const url = URL.canParse(address, base.href) ? new URL(address, base) : undefined;
  const shown = address.slice(0, 80);
  if (!url)
    return {
      rule: 'broken-link',
      message: `“${shown}” is no address.`,
      remedy: 'Write a path like /contact/, or a whole address with https://.',
    };
  if (!/^https?:$/.test(url.protocol)) return undefined;
  if (site.has(url) === false)
    return {
      rule: 'broken-link',
      message: `Nothing is at ${shown}.`,
      remedy: 'Correct the address, or put the page or file there.',
    };
  const target = isLink && url.hash.length > 1 ? site.pageAt(url) : undefined;
  return !target || hasTarget(target, url.hash.slice(1))
    ? undefined
    : noTarget(target === page ? 'The page' : url.pathname, url.hash.slice(1));
}

const noTarget = (where: string, hash: string) => ({
  rule: 'broken-link',
  message: `${where} has no element with the id “${readable(hash)}”.`,
  remedy: 'Give the target this id, or correct the link.',
});

/** Elements that name a part of the page otherwise than by a link. */
function* brokenTargets(page: Page): Iterable<Fault> {
  for (const element of page.select('skip-link[target], article-contents[target]')) {
    const target = element.attribs.target!.trim();
    if (!target || isLeftBehind(target) || hasTarget(page, target.replace(/^#/, ''))) continue;
    if (element.name === 'article-contents' && finds(page, target)) continue;
    yield { at: [element, 'target'], ...noTarget('The page', target.replace(/^#/, '')) };
  }
}

/* What names other elements by their ids. */
const REFERENCES: readonly (readonly [selector: string, attribute: string])[] = [
  ['label[for]', 'for'],
  ['[aria-labelledby]', 'aria-labelledby'],
  ['[aria-describedby]', 'aria-describedby'],
  ['button[form], input[form], select[form], textarea[form]', 'form'],
];

/** Fields without their labels, and what else screen readers would not find. */
function* brokenReferences(page: Page): Iterable<Fault> {
  for (const [selector, attribute] of REFERENCES) {
    for (const element of page.select(selector)) {
      const ids = element.attribs[attribute]!.split(/\s+/);
      const missing = ids.find((id) => id && !isLeftBehind(id) && !hasId(page, id));
      if (!missing) continue;
      yield {
        rule: 'broken-reference',
        at: [element, attribute],
        message: `${attribute} names “${missing.slice(0, 60)}”, an id that no element of the page has.`,
        remedy: `Give that element the id, or correct ${attribute}.`,
      };
    }
  }
}

const hasId = (page: Page, id: string): boolean => page.targets.has(id) || madeIdsOf(page).has(id);

/** Whether a selector of CSS, which an author wrote, finds something. */
function finds(page: Page, selector: string): boolean {
  try {
    return page.select(selector).length > 0;
  } catch {
    return false;
  }
}

/** The addresses in a clinic.json. */
function* brokenFacts(
  { name, facts = {}, base, spotOf }: ClinicFile,
  page: Page,
  site: Site,
): Iterable<Fault> {
  const links = (facts.links ?? {}) as Facts;
  const entries = (['places', 'clinicians'] as const).flatMap((list) =>
    entriesOf(facts[list]).map(([index, entry]) => [`${list}[${index}].`, entry, FACTS] as const),
  );
  for (const [prefix, part, keys] of [
    ['', facts, FACTS] as const,
    ['links.', links, FACTS_LINKS] as const,
    ...entries,
  ]) {
    for (const key of keys) {
      const address = part[key];
      if (typeof address !== 'string' || !address.trim() || ELSEWHERE.test(address)) continue;
      const fault = faultOf(address.trim(), base ?? page.url, { page, site, isLink: true });
      const path = prefix + key;
      if (fault)
        yield { ...fault, page: name, at: spotOf(path), message: `${path}: ${fault.message}` };
    }
  }
}

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
