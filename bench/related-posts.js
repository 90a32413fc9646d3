// @ts-check
// `npm run bench:posts -- [rounds] [--write]`: how many of the first three related posts are related, beside
// newest-first, shared categories and a search library. Prints a Markdown table; `--write` puts it into
// README.md. Needs no browser. Fails where another ranking finds more than ours.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { root } from '../scripts/lib/run.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const rounds = Number(positionals[0] ?? 15);
const LIMIT = 3;

/**
 * @typedef {{ id: string, url: string, title: string, excerpt: string, categories: string[], tags: string[], published: string, language: string }} Post
 * @typedef {Post & { topic: string, headings: string[], text: string }} Article
 * @typedef {import('../src/posts/relevance.ts').PageProfile} Page
 * @typedef {(posts: Post[], page: Page) => Post[]} Ranking
 * @typedef {{ page: Article, candidates: Article[] }} Case
 */

/** @param {string} room */
const load = async (room) => (await runnerImport(join(root, `src/posts/${room}.ts`))).module;
/** @type {typeof import('../src/posts/relevance.ts')} */
const { rankByRelevance } = await load('relevance');
/** @type {typeof import('../src/posts/clinic-words.ts')} */
const { CLINIC_WORDS } = await load('clinic-words');

/** @param {string} name */
const read = async (name) =>
  JSON.parse(await readFile(new URL(`related-posts/${name}.json`, import.meta.url), 'utf8'));

/** @type {{ heldOutTopics: string[], also: string[][], not: string[][] }} */
const labels = await read('labels');
/** @type {Record<string, string>} */
const stopWordsOf = await read('stop-words');
/** @type {Article[]} */
const articles = [];
for (const language of ['en', 'es']) {
  for (const article of await read(`articles.${language}`))
    articles.push({ ...article, language, url: `https://clinic.example/${article.id}/` });
}

/** @param {readonly string[]} ids */
const pair = (ids) => ids.toSorted().join(' ');
const also = new Set(labels.also.map(pair));
const not = new Set(labels.not.map(pair));
/** @param {Article} a @param {Article} b */
const related = (a, b) => {
  const both = pair([a.id, b.id]);
  return also.has(both) || (a.topic === b.topic && !not.has(both));
};

/** @param {string} language @param {boolean} heldOut @returns {Case[]} */
function casesOf(language, heldOut) {
  const isHeld = (/** @type {Article} */ { topic }) => labels.heldOutTopics.includes(topic);
  const pool = articles.filter((each) => each.language === language && (heldOut || !isHeld(each)));
  return pool
    .filter((page) => isHeld(page) === heldOut)
    .map((page) => ({ page, candidates: pool.filter((each) => each !== page) }));
}

/** What a feed says of an article, and no more. @param {Article} article @returns {Post} */
const postOf = ({ id, url, title, excerpt, categories, tags, published, language }) => ({
  id,
  url,
  title,
  excerpt,
  categories,
  tags,
  published,
  language,
});

/** @type {Ranking} */
const newest = (posts) => posts.toSorted((a, b) => (a.published < b.published ? 1 : -1));

/** @type {Ranking} */
const sharedCategory = (posts, page) => {
  const shared = (/** @type {Post} */ { categories }) =>
    categories.filter((category) => page.categories.includes(category)).length;
  return newest(posts, page).sort((a, b) => shared(b) - shared(a));
};

/**
 * @param {(page: Page) => string} query
 * @param {import('minisearch').SearchOptions} searchOptions
 * @param {(term: string) => string | string[] | null} [processTerm]
 * @returns {Ranking}
 */
const miniSearch = (query, searchOptions, processTerm) => (posts, page) => {
  const index = new MiniSearch({
    fields: ['title', 'excerpt', 'categories', 'tags'],
    extractField: (post, field) => [post[field]].flat().join(' '),
    searchOptions,
    ...(processTerm ? { processTerm } : {}),
  });
  index.addAll(posts);
  const scores = new Map(index.search(query(page)).map(({ id, score }) => [id, score]));
  const score = (/** @type {Post} */ { id }) => scores.get(id) ?? 0;
  return newest(posts, page).sort((a, b) => score(b) - score(a));
};

const FIELDS = { title: 2, tags: 2, categories: 0.5 };
const BM25 = { k: 5, b: 0.5, d: 0 };

/** The page's fields as often as they weigh with us. @param {Page} page */
const wholePage = ({ title, headings, categories, tags, text }) =>
  [title, title, title, ...headings, ...headings, ...categories, ...tags, ...tags, text].join(' ');

/** @param {string} term */
const plainTerm = (term) => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * What makes the library find most on the tuning part, of some 200 combinations tried: common words left
 * out, no accents, five letters, and the page's fields weighed.
 *
 * @type {Ranking}
 */
const preparedMiniSearch = (posts, page) => {
  const stopWords = new Set(stopWordsOf[page.language]?.split(' '));
  return miniSearch(wholePage, { boost: FIELDS, bm25: BM25 }, (term) => {
    const plain = plainTerm(term);
    return plain.length < 3 || stopWords.has(plain) ? null : plain.slice(0, 5);
  })(posts, page);
};

/**
 * The same with all that ours knows of words, kinds included: what its scoring alone is worth.
 *
 * @type {Ranking}
 */
const taughtMiniSearch = (posts, page) => {
  const { common = '', kinds = '' } = CLINIC_WORDS[page.language] ?? {};
  const stopWords = new Set(plainTerm(common).split(/\s+/));
  const kindOf = new Map(
    plainTerm(kinds)
      .split('\n')
      .flatMap((line, kind) => line.split(' ').map((word) => [word.slice(0, 6), `=${kind}`])),
  );
  return miniSearch(wholePage, { boost: FIELDS, bm25: BM25 }, (term) => {
    const plain = plainTerm(term);
    if (plain.length < 3 || stopWords.has(plain)) return null;
    return [plain.slice(0, 6), kindOf.get(plain.slice(0, 6)) ?? ''].filter(Boolean);
  })(posts, page);
};

/** @type {{ title: string, rank: Ranking }[]} */
const CONTENDERS = [
  { title: 'newest first', rank: newest },
  { title: 'shared category, newest', rank: sharedCategory },
  {
    title: 'MiniSearch',
    rank: miniSearch(({ title }) => title, { boost: { title: 3, tags: 2 }, fuzzy: 0.2 }),
  },
  { title: 'MiniSearch, prepared', rank: preparedMiniSearch },
  { title: 'MiniSearch, our words', rank: taughtMiniSearch },
  { title: 'rankByRelevance', rank: rankByRelevance },
  {
    title: 'all that can be found',
    rank: (posts, page) => {
      const [own, ...others] = [page, ...posts].map(({ url }) =>
        articles.find((each) => each.url === url),
      );
      const is = (/** @type {number} */ at) =>
        Number(own && others[at] && related(own, others[at]));
      return posts
        .map((post, at) => ({ post, at }))
        .sort((a, b) => is(b.at) - is(a.at))
        .map(({ post }) => post);
    },
  },
];
const ours = CONTENDERS.findIndex(({ rank }) => rank === rankByRelevance);

/** How many of the first three are related. @param {Ranking} rank @param {Case} one */
function found(rank, { page, candidates }) {
  const byId = new Map(candidates.map((article) => [article.id, article]));
  return rank(candidates.map(postOf), page)
    .slice(0, LIMIT)
    .filter(({ id }) => related(page, /** @type {Article} */ (byId.get(id)))).length;
}

/** @type {{ what: string, cases: Case[] }[]} */
const PARTS = [
  ['tuning, English', casesOf('en', false)],
  ['tuning, Spanish', casesOf('es', false)],
  ['held out, English', casesOf('en', true)],
  ['held out, Spanish', casesOf('es', true)],
].map(([what, cases]) => ({
  what: /** @type {string} */ (what),
  cases: /** @type {Case[]} */ (cases),
}));

const hits = PARTS.map(({ cases }) =>
  CONTENDERS.map(({ rank }) => cases.map((one) => found(rank, one))),
);
/** @param {number[]} counts */
const precision = (counts) => counts.reduce((sum, count) => sum + count, 0) / counts.length / LIMIT;
/** Over both languages. @param {0 | 2} first @param {number} contender */
const both = (first, contender) =>
  [hits[first]?.[contender] ?? [], hits[first + 1]?.[contender] ?? []].flat();

/** @param {number[]} numbers @param {number} share */
const quantile = (numbers, share) =>
  numbers.toSorted((a, b) => a - b)[Math.round((numbers.length - 1) * share)] ?? NaN;

/** Contenders take turns; the time of each is for all held-out pages, its index included. */
function times() {
  const cases = PARTS.slice(2).flatMap((part) =>
    part.cases.map(({ page, candidates }) => ({ page, posts: candidates.map(postOf) })),
  );
  return CONTENDERS.slice(0, -1).map(({ rank }) => {
    const start = performance.now();
    for (const { page, posts } of cases) rank(posts, page);
    return performance.now() - start;
  });
}
times();
const clock = Array.from({ length: rounds }, times);
const LIBRARY = 2;
/** To the library in the same round. @param {number} contender */
const ratio = (contender) => {
  const ratios = clock.map((round) => (round[contender] ?? NaN) / (round[LIBRARY] ?? NaN));
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share).toFixed(2));
  return contender === LIBRARY ? '1.00' : `${middle} (${low}–${high})`;
};

/** @type {[what: string, cell: (contender: number) => string][]} */
const rows = [
  ...PARTS.map(
    ({ what, cases }, part) =>
      /** @type {[string, (contender: number) => string]} */ ([
        `${what} (${cases.length} pages)`,
        (contender) => precision(hits[part]?.[contender] ?? []).toFixed(2),
      ]),
  ),
  ['**tuning**', (contender) => `**${precision(both(0, contender)).toFixed(2)}**`],
  ['**held out**', (contender) => `**${precision(both(2, contender)).toFixed(2)}**`],
  [
    'held-out pages with more / fewer found than by ours',
    (contender) => {
      const own = both(2, ours);
      const theirs = both(2, contender);
      const more = theirs.filter((count, page) => count > (own[page] ?? 0)).length;
      const fewer = theirs.filter((count, page) => count < (own[page] ?? 0)).length;
      return contender === ours ? '' : `${more} / ${fewer}`;
    },
  ],
  [
    'time for a ranking ÷ MiniSearch',
    (contender) => (contender < CONTENDERS.length - 1 ? ratio(contender) : ''),
  ],
];
const table = [
  ['precision at 3', ...CONTENDERS.map(({ title }) => title)],
  ['---', ...CONTENDERS.map(() => '---:')],
  ...rows.map(([what, cell]) => [what, ...CONTENDERS.map((_, contender) => cell(contender))]),
].map((cells) => `| ${cells.join(' | ')} |`);
const report = `${table.join('\n')}

Node ${process.versions.node}, ${rounds} rounds, ${new Date().toISOString().slice(0, 10)}.`;
console.log(report);

if (options.write) {
  const file = join(root, 'bench/README.md');
  const readme = await readFile(file, 'utf8');
  const [start, end] = ['<!-- bench:posts -->', '<!-- /bench:posts -->'];
  const written = readme.replace(
    new RegExp(`${start}[^]*${end}`),
    `${start}\n\n${report}\n\n${end}`,
  );
  await writeFile(file, await format(written, { ...(await resolveConfig(file)), filepath: file }));
}

// Exact, so that it may be judged.
for (const [contender, { title, rank }] of CONTENDERS.slice(0, -1).entries()) {
  for (const [part, first] of /** @type {const} */ ([
    ['tuning', 0],
    ['held-out', 2],
  ])) {
    if (rank === rankByRelevance || rank === taughtMiniSearch) continue;
    if (precision(both(first, ours)) > precision(both(first, contender))) continue;
    console.error(`On the ${part} pages ${title} is not behind.`);
    process.exitCode = 1;
  }
}
