import { CLINIC_WORDS } from './clinic-words.js';
import { articleKey, type Post } from './post.js';

/* Both are needed together, and later: see LATER in scripts/lib/bundle.js. */
export { profileOf } from './page-profile.js';

/** A post that may say its language and its tags. */
export type Candidate = Post & { tags?: string[]; language?: string };

/** What a page is about, as far as it says so: see `profileOf`. */
export interface PageProfile {
  title: string;
  /** Its headings below the title. */
  headings: string[];
  /** The article's own words, bounded by whoever collects them. */
  text: string;
  categories: string[];
  tags: string[];
  /** BCP 47; empty where the page does not say. */
  language: string;
  /** Absolute. */
  url: string;
}

export interface RelevanceOptions {
  /** Addresses or ids of posts that come first, in this order. */
  pins?: readonly string[];
  /** Addresses or ids of posts that are left out. */
  exclude?: readonly string[];
}

/* How much a word counts by where it stands. Chosen in bench/related-posts.js, where any of them may be half
   or twice as much at a cost of 0.02 of precision. */
const ON_PAGE = { title: 3, headings: 2, tags: 2, categories: 1, text: 1 };
const IN_POST = { title: 2, tags: 2, excerpt: 1, categories: 0.5 };
/* A text of more words counts as one of so many: it must not drown its title. As long as those measured. */
const TEXT_WORDS = 150;
/* What makes one word of "operate, operation, operating" and of "operar, operación", in any language. */
const STEM = 6;
/* Beyond what matters; keeps sums that differ in the order of adding alone equal. */
const PRECISION = 1e9;

/* Scripts that put no space between words, or write them in one to three signs: pairs of signs are the words. */
const PAIRED =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

/* Articles, prepositions and the like; in Hebrew or Arabic two letters may be a noun. */
const SHORT = /^[\p{scx=Latn}\p{N}]{1,2}$/u;

/** Words by their beginnings, pairs of signs, and kinds (`=7`), with what they weigh. */
type Weights = Map<string, number>;

/**
 * The posts in order of likeness to the page: pinned ones; then those in the page's language, likeliest first,
 * the newer first where equally like; then those in another language, the newest first; then the page itself.
 * Leaves out none but those of `exclude`.
 *
 * Likeness is the words that page and post share (TF-IDF), each weighed by where it stands and by how few of
 * the posts have it. A word of English or Spanish counts once more for what it speaks of, so that
 * "operation" finds "surgery". No request, the same in every browser; the time grows with the number of words.
 */
export function rankByRelevance<P extends Candidate>(
  posts: readonly P[],
  page: PageProfile,
  { pins = [], exclude = [] }: RelevanceOptions = {},
): P[] {
  const named = (post: P, names: readonly string[]) =>
    names.findIndex((name) => isNamed(post, name, page.url));
  const rank = (post: P): number => {
    const pin = named(post, pins);
    if (pin >= 0) return pin - pins.length;
    if (isNamed(post, page.url, page.url)) return 2;
    return speaksAnother(post, page) ? 1 : 0;
  };
  const ranked = posts
    .filter((post) => named(post, exclude) < 0)
    .map((post) => ({ post, rank: rank(post), likeness: 0 }));
  const alike = ranked.filter((each) => each.rank <= 0);
  likenesses(
    alike.map(({ post }) => post),
    page,
  ).forEach((likeness, index) => (alike[index]!.likeness = likeness));
  return ranked
    .sort((a, b) => a.rank - b.rank || b.likeness - a.likeness || newestFirst(a.post, b.post))
    .map(({ post }) => post);
}

/** How like each post is to the page, 0 or more. */
function likenesses(posts: Candidate[], page: PageProfile): number[] {
  const lexicon = lexiconOf(page.language);
  const texts = posts.map((post) => weigh(post, IN_POST, lexicon));
  const spread: Weights = new Map();
  for (const words of texts) for (const word of words.keys()) add(spread, word, 1);
  const wanted = weigh(page, ON_PAGE, lexicon);
  return texts.map((words) => {
    let shared = 0;
    let squares = 0;
    for (const [word, weight] of words) {
      // The rarer, the more it tells.
      const having = spread.get(word)!;
      const rarity = Math.log(1 + (posts.length - having + 0.5) / (having + 0.5));
      shared += weight * (wanted.get(word) ?? 0) * rarity ** 2;
      squares += (weight * rarity) ** 2;
    }
    // By the root of the post's length: by the whole of it, short excerpts would win.
    return squares && Math.round((shared / squares ** 0.25) * PRECISION) / PRECISION;
  });
}

type Fields = Partial<Record<keyof typeof ON_PAGE | keyof typeof IN_POST, string | string[]>>;

function weigh(
  from: Fields,
  fields: Partial<Record<keyof Fields, number>>,
  lexicon: Lexicon,
): Weights {
  const words: Weights = new Map();
  for (const [field, weight] of Object.entries(fields) as [keyof Fields, number][]) {
    const found = wordsOf([from[field] ?? ''].flat().join(' ')).filter(
      (word) => !lexicon.common.has(word),
    );
    const each = field === 'text' ? weight * Math.min(1, TEXT_WORDS / found.length) : weight;
    for (const word of found) {
      const stem = stemOf(word);
      add(words, stem, each);
      const kind = lexicon.kinds.get(stem);
      if (kind) add(words, kind, each);
    }
  }
  return words;
}

interface Lexicon {
  common: Set<string>;
  /** By the beginning of a word. */
  kinds: Map<string, string>;
}

function lexiconOf(language: string): Lexicon {
  const { common = '', kinds = '' } = CLINIC_WORDS[primary(language)] ?? {};
  return {
    common: new Set(wordsOf(common)),
    kinds: new Map(
      kinds
        .split('\n')
        .flatMap((line, kind) => wordsOf(line).map((word) => [stemOf(word), `=${kind}`] as const)),
    ),
  };
}

/** In lower case and without accents; pairs of signs where a script has no spaces. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  return (plain.match(/\p{L}[\p{L}\p{M}\p{N}]*/gu) ?? []).flatMap((word) => {
    if (!PAIRED.test(word)) return SHORT.test(word) ? [] : word;
    const signs = Array.from(word);
    return signs.length > 1 ? signs.slice(1).map((sign, index) => signs[index]! + sign) : word;
  });
}

function stemOf(word: string): string {
  return word.slice(0, STEM);
}

function add(words: Weights, word: string, weight: number): void {
  words.set(word, (words.get(word) ?? 0) + weight);
}

function isNamed(post: Post, name: string, base: string): boolean {
  return post.id === name || (/[/.]/.test(name) && keyOf(post.url, base) === keyOf(name, base));
}

/** As written where it is no address. */
function keyOf(address: string, base: string): string {
  try {
    return articleKey(new URL(address, base).href);
  } catch {
    return address;
  }
}

function speaksAnother({ language = '' }: Candidate, page: PageProfile): boolean {
  const [own, other] = [primary(page.language), primary(language)];
  return !!own && !!other && own !== other;
}

/** `es` of `es-MX` and of what some plugins write, `es_MX`. */
function primary(language: string): string {
  return language.trim().split(/[-_]/, 1)[0]!.toLowerCase();
}

/* ISO 8601 sorts as text; a post without a date comes after those with one. */
function newestFirst({ published: a = '' }: Post, { published: b = '' }: Post): number {
  return a < b ? 1 : a > b ? -1 : 0;
}
