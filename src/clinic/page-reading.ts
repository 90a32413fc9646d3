import { PageWords, type PageReader } from './page-words.js';

/** A person or an organization, in the page's words. */
export interface NameWords {
  /** Behind the name there may still be credentials: `Jane Doe, MD`. */
  name: string;
  credentials?: string;
  /** Absolute. */
  href?: string;
  type?: 'person' | 'organization';
}

/** A `<clinic-location>`: which of the clinic's places it is, or what it says of one. */
export interface LocationWords {
  place?: string;
  name?: string;
  street?: string;
  locality?: string;
  region?: string;
  postalCode?: string;
  country?: string;
  /** An address of the author's own, in one line. */
  address?: string;
  href?: string;
  phone?: string;
  hours?: string;
  holidays?: string;
  timeZone?: string;
  image?: string;
}

/** A `<provider-card>`. */
export interface ProviderWords extends Partial<NameWords> {
  provider?: string;
  jobTitle?: string;
  image?: string;
}

/** What a page says about its medical review. Dates as they are written. */
export interface ReviewWords {
  reviewer?: NameWords;
  reviewed?: string;
  modified?: string;
}

/** What a page shows, as far as structured data can say it. Texts as readers see them, addresses absolute. */
export interface PageDescription {
  /** The canonical address, else the page's own without what only tracking needs. */
  url?: string;
  /** BCP 47. */
  language?: string;
  title?: string;
  /** It is an article, and not a page such as the one for contact. */
  article: boolean;
  image?: string;
  /** Dates as they are written; whether they are any is decided later. */
  published?: string;
  modified?: string;
  author?: NameWords;
  /** Absent where the page does not speak of one. */
  review?: ReviewWords;
  /** From the home page down; the last may be the page itself, without an address. */
  breadcrumbs: { name: string; href?: string }[];
  locations: LocationWords[];
  providers: ProviderWords[];
  /** What other scripts on the page say in JSON-LD. */
  others: unknown[];
}

/** The id of the script that holds the clinic's graph. */
export const GRAPH_ID = 'clinic-graph';

/* "By" and the like in front of a name, in the languages that the elements speak. */
const BY = /^(?:(?:written|medically reviewed|reviewed) by|by|(?:escrito|revisado) por|por):?\s+/i;
const REVIEWED_BY =
  /(?:reviewed|checked|approved|verified) by:?\s+(.+?)(?:,?\s+on)?[\s,:–—-]*$|revisad[oa] por:?\s+(.+?)(?:,?\s+el)?[\s,:–—-]*$/i;
const MODIFIED_WORDS = /updat|modif|chang|actualiz/i;
const REVIEWED_WORDS = /review|revisad/i;
/* However it is marked: schema.org, hAtom, microformats2. */
const MODIFIED =
  'time:is([itemprop~="dateModified"], .updated, .dt-updated, .updated *, .dt-updated *)';
const CRUMBS =
  'nav[aria-label*="breadcrumb" i], nav[aria-label*="migas" i], [class*="breadcrumb" i]';
const AUTHOR =
  '[rel~="author"], [itemprop="author"], address, [class*="author" i], [class*="byline" i]';
/* No search engine reads more of any of these from a page, nor so long a script. */
const MOST = 50;
const LONGEST_JSON = 500_000;

/**
 * Reads what a page shows: `<article-hero>`, `<medical-review>`, `<clinic-location>`, `<provider-card>`,
 * breadcrumbs, the canonical address and the language; and what its author says in Open Graph where the page
 * does not show it. What an element makes of its attributes when it upgrades is passed over, so it changes nothing.
 * A phone number is never taken from what is shown: a call-tracking script may have written it.
 *
 * @param address - the page's own address, where it is known: for a page without a canonical one
 */
export function readPage<Node>(reader: PageReader<Node>, address?: string): PageDescription {
  const page = new PageWords(reader, address);
  const [hero] = page.all('article-hero');
  const [review] = page.all('medical-review').map((element) => readReview(page, element));
  const isArticle = page.meta('og:type') === 'article';
  const graphs = (name: string) => (isArticle ? page.meta(name) : undefined);
  const dates = hero && readDates(page, hero, 'published', REVIEWED_WORDS);
  const language = page.attribute(reader.select('html')[0], 'lang');
  const title =
    (hero && (page.text(page.heading(hero)) ?? page.attribute(hero, 'heading'))) ??
    page
      .all('h1')
      .map((heading) => page.text(heading))
      .find(Boolean) ??
    page.meta('og:title');
  return {
    url: page.url,
    language: /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(language ?? '') ? language : undefined,
    title,
    article: !!title && (!!hero || isArticle),
    image: (hero && page.picture(hero)) ?? page.address(page.meta('og:image')),
    published: dates?.first ?? graphs('article:published_time'),
    modified: dates?.modified ?? review?.modified ?? graphs('article:modified_time'),
    author: hero && readAuthor(page, hero),
    review,
    breadcrumbs: readBreadcrumbs(page),
    locations: page
      .all('clinic-location')
      .slice(0, MOST)
      .map((at) => readLocation(page, at)),
    providers: page
      .all('provider-card')
      .slice(0, MOST)
      .map((at) => readProvider(page, at)),
    others: readOthers(reader),
  };
}

function readAuthor<Node>(page: PageWords<Node>, hero: Node): NameWords | undefined {
  const [line] = page.all(AUTHOR, hero);
  const link = line && page.link(line);
  return (
    nameIn(page.text(link ?? line), page.href(link)) ?? namedBy(page, hero, 'author', 'author-href')
  );
}

/** Who is named by an element's attributes. */
function namedBy<Node>(
  page: PageWords<Node>,
  element: Node,
  name: string,
  href: string,
): NameWords | undefined {
  const said = page.attribute(element, name);
  return said
    ? {
        name: said,
        credentials: page.attribute(element, 'credentials'),
        href: page.address(page.attribute(element, href)),
      }
    : undefined;
}

function readReview<Node>(page: PageWords<Node>, element: Node): ReviewWords {
  const policy = page.address(page.attribute(element, 'policy-href'));
  const link = page.all('a[href]', element).find((one) => page.href(one) !== policy);
  const before = page.times(element)[0]?.before ?? page.text(element) ?? '';
  const [, english, spanish] = REVIEWED_BY.exec(before) ?? [];
  const reviewer =
    nameIn(page.text(link), page.href(link)) ??
    nameIn(english ?? spanish ?? page.text(page.all('strong, b', element)[0])) ??
    namedBy(page, element, 'reviewer', 'reviewer-href');
  const type = page.attribute(element, 'reviewer-type')?.toLowerCase();
  const isType = type === 'person' || type === 'organization';
  const { first, modified } = readDates(page, element, 'reviewed');
  return {
    reviewer: reviewer && { ...reviewer, ...(isType && { type }) },
    reviewed: first,
    modified,
  };
}

/** The date that an element is about, and when its text was changed. */
function readDates<Node>(
  page: PageWords<Node>,
  element: Node,
  name: string,
  other?: RegExp,
): { first?: string; modified?: string } {
  const marked = new Set(page.all(MODIFIED, element));
  const found: { first?: string; modified?: string } = {};
  for (const { element: time, written, before } of page.times(element)) {
    if (marked.has(time) || MODIFIED_WORDS.test(before)) found.modified ??= written;
    else if (other?.test(before)) continue;
    else if (!found.first) found.first = written;
    else found.modified ??= written;
  }
  return {
    first: found.first ?? page.attribute(element, name),
    modified: found.modified ?? page.attribute(element, 'modified'),
  };
}

function readBreadcrumbs<Node>(page: PageWords<Node>): PageDescription['breadcrumbs'] {
  for (const trail of page.all(CRUMBS)) {
    // A page that says so in microdata has said it.
    const said = page.attribute(trail, 'itemtype') ?? '';
    const microdata = page.all('[itemtype*="BreadcrumbList"]', trail).length;
    if (microdata || said.includes('BreadcrumbList')) return [];
    const items = page.all('li', trail);
    const crumbs = (
      items.length ? items : page.all('a[href], [aria-current="page"], [class*="last" i]', trail)
    )
      .map((item) => {
        const link = page.link(item);
        return { name: page.text(link ?? item) ?? '', href: page.href(link) };
      })
      .filter(({ name }) => /[\p{L}\p{N}]/u.test(name));
    const isWhole = crumbs.slice(0, -1).every(({ href }) => href);
    if (isWhole && crumbs.length > 1 && crumbs.length <= MOST) return crumbs;
  }
  return [];
}

function readLocation<Node>(page: PageWords<Node>, element: Node): LocationWords {
  const said = (name: string) => page.attribute(element, name);
  return {
    place: said('place'),
    name: page.text(page.heading(element)) ?? said('name'),
    street: said('street'),
    locality: said('locality'),
    region: said('region'),
    postalCode: said('postal-code'),
    country: said('country'),
    address: page
      .all('address', element)
      .map((address) => page.lines(address).join(', '))
      .find(Boolean),
    href: page.href(element),
    phone: said('phone'),
    hours: said('hours'),
    holidays: said('holidays'),
    timeZone: said('time-zone'),
    image: page.picture(element),
  };
}

function readProvider<Node>(page: PageWords<Node>, element: Node): ProviderWords {
  const heading = page.heading(element);
  const link = heading && page.link(heading);
  return {
    ...(nameIn(page.text(heading), page.href(link)) ?? namedBy(page, element, 'name', 'href')),
    provider: page.attribute(element, 'provider'),
    jobTitle: page.attribute(element, 'job-title'),
    image: page.picture(element),
  };
}

function readOthers<Node>(reader: PageReader<Node>): unknown[] {
  return reader
    .select('script[type="application/ld+json" i]')
    .filter((script) => reader.attribute(script, 'id') !== GRAPH_ID)
    .slice(0, MOST)
    .flatMap((script) => {
      const json = reader.children(script).filter((child) => typeof child === 'string');
      const text = json.join('');
      try {
        return text.length > LONGEST_JSON ? [] : [JSON.parse(text) as unknown];
      } catch {
        // What cannot be read says nothing.
        return [];
      }
    });
}

/** The name in a byline; undefined where there is more than a name, or less. */
function nameIn(text: string | undefined, href?: string): NameWords | undefined {
  const name = text?.replace(BY, '');
  const isName = name && name.length <= 120 && !/\d/.test(name) && name.split(' ').length <= 12;
  return isName ? { name, ...(href && { href }) } : undefined;
}
