import {
  charactersIn,
  elementsIn,
  findMarkup,
  markupWithin,
  textOf,
  type Markup,
} from '../../foundation/markup.js';
import { safeEndpoint } from '../../foundation/safe-url.js';
import { visibleText } from '../../foundation/text.js';
import type { LoadedPosts, Post, PostImage } from '../post.js';
import { defined, imageOf, isOwn, isPicture, languageTag, MOST_POSTS, namesOf } from './fields.js';
import type { Reading } from './reading.js';

/* What makes a difference, by usual prefix; Atom within RSS, and all under a prefix of its own, says the same as
   without. What a podcast's directory wants to know is not read. */
const PREFIXED = /^(?:content|dc|media|rdf|itunes):/;
const VOCABULARIES: [prefix: string, uri: RegExp][] = [
  ['content', /\/rss\/1\.0\/modules\/content/],
  ['dc', /\/dc\/elements\//],
  ['media', /\/mrss/],
  ['rdf', /22-rdf-syntax-ns#$/],
];

/**
 * The posts of a feed: RSS 2.0, 0.9x, RSS 1.0 (RDF) or Atom 1.0, also where it is not well-formed.
 * Titles and descriptions are HTML, as feed readers take them, whether escaped, in CDATA or bare.
 * Entries without a title or a usable link are left out; a feed of nothing else is none.
 *
 * @param base - the feed's address; `xml:base` goes on from there
 * @returns undefined where it is no feed
 */
export function postsFromFeed(
  text: string,
  base: string,
  reading: Reading,
): LoadedPosts | undefined {
  const root = reading.parseMarkup(text, true);
  nameParts(root);
  const feed = findMarkup(root, ({ name }) => /^(?:rss|feed|rdf:RDF)$/.test(name));
  if (!feed) return undefined;
  const channel = partsOf(feed, 'channel')[0] ?? feed;
  const home = baseOf(channel, baseOf(feed, base));
  const language =
    valueOf(channel, 'language', 'dc:language') || feed.attributes['xml:lang'] || undefined;
  // RSS 1.0 has its items beside the channel.
  const entries = [...new Set([channel, feed])].flatMap((node) => partsOf(node, 'item', 'entry'));
  const posts = entries
    .slice(0, MOST_POSTS)
    .flatMap((entry) => postFrom(entry, home, language, reading) ?? []);
  if (entries.length && !posts.length) return undefined;
  return { source: feed.name === 'feed' ? 'atom' : 'rss', posts };
}

/** As they are usually written, whatever prefix a feed has for a vocabulary. */
function nameParts(root: Markup): void {
  const usual = new Map<string, string>();
  for (const node of markupWithin(root)) {
    for (const [name, uri] of Object.entries(node.attributes)) {
      const [known] =
        VOCABULARIES.find((each) => name.startsWith('xmlns:') && each[1].test(uri)) ?? [];
      if (known) usual.set(name.slice(6), known);
    }
    const name = node.name.replace(/^[^:]+/, (prefix) => usual.get(prefix) ?? prefix);
    node.name = PREFIXED.test(name) ? name : name.replace(/^.*:/, '');
  }
}

function postFrom(
  entry: Markup,
  home: string,
  language: string | undefined,
  reading: Reading,
): Post | undefined {
  const base = baseOf(entry, home);
  const title = textOf(htmlIn(said(entry, 'title', 'dc:title', 'media:title'), reading));
  const url = linkOf(entry, base);
  if (!title || !url) return undefined;
  return defined<Post>({
    id: valueOf(entry, 'guid', 'id') || undefined,
    url,
    title,
    excerpt: excerptFrom(entry, url, reading),
    image: pictureOf(entry, url, base, reading),
    published: reading.isoDate(valueOf(entry, 'pubDate', 'published', 'dc:date', 'issued')),
    updated: reading.isoDate(valueOf(entry, 'updated', 'modified')),
    categories: namesOf(
      partsOf(entry, 'category', 'dc:subject').map((node) =>
        reading.plainText(node.attributes.label || node.attributes.term || charactersIn(node)),
      ),
    ),
    language: languageTag(entry.attributes['xml:lang'] ?? language),
  });
}

/** Of the first that has words: some hold a picture and nothing else. */
function excerptFrom(entry: Markup, url: string, reading: Reading): string {
  for (const node of partsOf(entry, 'summary', 'description', 'content:encoded', 'content')) {
    const words = reading.excerptIn(htmlIn(node, reading), url);
    if (words) return words;
  }
  return '';
}

/** Atom's `link` has its address in an attribute; a `guid` is one unless it says that it is none. */
function linkOf(entry: Markup, base: string): string | undefined {
  const links = partsOf(entry, 'link');
  const alternates = links.filter(({ attributes: { rel = 'alternate' } }) => rel === 'alternate');
  const pages = alternates.filter(({ attributes: { type = 'html' } }) => /html/i.test(type));
  const guid = partsOf(entry, 'guid').filter(
    ({ attributes }) => attributes.isPermaLink !== 'false',
  );
  return [
    ...links.map(charactersIn),
    ...[...pages, ...alternates].map(({ attributes }) => attributes.href),
    // Many a feed that has mere ids in there does not say so.
    ...guid.map(charactersIn).filter((id) => /^\s*https?:/i.test(id)),
    entry.attributes['rdf:about'],
  ]
    .map((address) => safeEndpoint(address || '', base))
    .find(Boolean);
}

/** What the feed names as picture, else the first of the site's own in its text; from the web only. */
function pictureOf(
  entry: Markup,
  url: string,
  base: string,
  reading: Reading,
): PostImage | undefined {
  const named = [entry, ...partsOf(entry, 'media:group')]
    // What is small stands last.
    .flatMap((node) => partsOf(node, 'media:content', 'enclosure', 'media:thumbnail'))
    .filter(isPictureFile)
    .map(({ attributes }) => ({ ...attributes, src: attributes.url }));
  for (const fields of named) {
    const image = safeEndpoint(fields.src, base) && imageOf(fields, base);
    if (image) return image;
  }
  for (const text of partsOf(entry, 'description', 'summary', 'content:encoded', 'content')) {
    const isOwnPicture = (node: Markup) => {
      const src = isPicture(node) && safeEndpoint(node.attributes.src, base);
      return !!src && isOwn(src, url, base);
    };
    const found = findMarkup(htmlIn(text, reading), isOwnPicture);
    if (found) return imageOf({ ...found.attributes, srcset: '' }, base);
  }
  return undefined;
}

/** By what it says of itself, else by its name; WordPress.com names the author's portrait, at a third party, too. */
function isPictureFile({ name, attributes: { type, medium, url = '' } }: Markup): boolean {
  if (/\bgravatar\.com\//.test(url)) return false;
  const kind = type || medium || (/\.(?:avif|gif|jpe?g|png|webp)(?:\?|$)/i.test(url) && 'image');
  return name === 'media:thumbnail' || /^image/i.test(kind || '');
}

/** HTML as text is read once more; XHTML, and HTML that somebody forgot to escape, are there already. */
function htmlIn(node: Markup | undefined, { parseMarkup }: Reading): Markup {
  if (node && elementsIn(node).length) return node;
  return parseMarkup(node ? charactersIn(node) : '');
}

/** The parts with these names, in the order of the names. */
function partsOf(node: Markup, ...names: string[]): Markup[] {
  const parts = elementsIn(node);
  return names.flatMap((wanted) => parts.filter(({ name }) => name === wanted));
}

/** The first of them that says something. */
function said(node: Markup, ...names: string[]): Markup | undefined {
  return partsOf(node, ...names).find(({ children }) => children.length);
}

function valueOf(node: Markup, ...names: string[]): string {
  const found = said(node, ...names);
  return found ? visibleText(charactersIn(found)) : '';
}

function baseOf({ attributes }: Markup, base: string): string {
  return safeEndpoint(attributes['xml:base'], base) ?? base;
}
