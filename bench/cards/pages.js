// @ts-check
// The contenders' pages: the same thousand articles, each as a card.
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));

export const CARDS = 1000;
/** How many stand in each list of `related-posts`. */
const IN_LIST = 100;

const TOPICS = ['Sleeping', 'Walking', 'Sitting', 'Lifting', 'Driving', 'Working', 'Swimming'];
const WHERE = [
  'with back pain',
  'after a spinal operation',
  'with a slipped disc',
  'with sciatica',
];
const ADVICE = [
  'A pillow under the knees, or between them, takes the strain off your lower back.',
  'Short walks with planned rests do more for you than one long one.',
  'Most backs settle within six weeks, whatever is done for them, and most people can go on working.',
];
/* A GIF of one point: a drawing would be work for the main thread, as a photograph is not. */
const PICTURE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** @typedef {{ href: string, heading: string, image: string, excerpt: string, published: string, day: string }} Article */

/** @type {Article[]} */
const ARTICLES = Array.from({ length: CARDS }, (_, index) => {
  const of = (/** @type {string[]} */ list) => list[index % list.length] ?? '';
  const date = new Date(Date.UTC(2020, 0, 1 + index * 2));
  return {
    href: `/articles/${index}/`,
    heading: `${of(TOPICS)} ${of(WHERE)}: what helps, part ${index}`,
    // A picture of its own: what is in memory is not loaded lazily.
    image: `/picture.gif?${index}`,
    excerpt: of(ADVICE),
    published: date.toISOString().slice(0, 10),
    day: date.toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' }),
  };
});

const parts = (/** @type {Article} */ { href, heading, image, excerpt, published, day }) =>
  `<img src="${image}" alt="" loading="lazy" width="600" height="400">` +
  `<h3><a href="${href}">${heading}</a></h3><p>${excerpt}</p><time datetime="${published}">${day}</time>`;

const attributes = (/** @type {Article} */ { href, heading, image, excerpt, published }) =>
  `href="${href}" heading="${heading}" image="${image}" excerpt="${excerpt}" published="${published}"`;

const plain = () => ARTICLES.map((article) => `<article>${parts(article)}</article>`).join('\n');

const authored = (/** @type {Article[]} */ articles) =>
  articles.map((article) => `<article-card>${parts(article)}</article-card>`).join('\n');

const lists = () =>
  Array.from({ length: CARDS / IN_LIST }, (_, index) => {
    const articles = ARTICLES.slice(index * IN_LIST, (index + 1) * IN_LIST);
    return `<related-posts heading="Part ${index}">${authored(articles)}</related-posts>`;
  }).join('\n');

const PLAIN = '<link rel="stylesheet" href="/plain/plain.css">';
const OURS = `<link rel="stylesheet" href="/clinic-elements.css">
<script type="module" src="/cdn/autoload.js"></script>`;

/** @type {{ id: string, title: string, head: string, kind?: string, body: () => string }[]} */
export const CONTENDERS = [
  { id: 'plain', title: 'plain HTML', head: PLAIN, body: plain },
  {
    id: 'skipped',
    title: 'plain HTML, `content-visibility`',
    head: PLAIN,
    kind: 'skipped',
    body: plain,
  },
  {
    id: 'vanilla',
    title: 'hand-written element',
    head: '<script type="module" src="/vanilla/vanilla-card.js"></script>',
    body: () =>
      ARTICLES.map((article) => `<vanilla-card ${attributes(article)}></vanilla-card>`).join('\n'),
  },
  { id: 'authored', title: 'article-card, children', head: OURS, body: () => authored(ARTICLES) },
  {
    id: 'one-line',
    title: 'article-card, one line',
    head: OURS,
    body: () =>
      ARTICLES.map((article) => `<article-card ${attributes(article)}></article-card>`).join('\n'),
  },
  {
    id: 'lists',
    title: `related-posts, ${CARDS / IN_LIST} of ${IN_LIST}`,
    head: OURS,
    kind: 'lists',
    body: lists,
  },
];

/** @param {typeof CONTENDERS[number]} contender */
const page = ({ title, head, kind = '', body }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/page.css">
${head}
</head>
<body>
<main class="${kind}">
${body()}
</main>
</body>
</html>
`;

const PAGE = `body { margin: 1rem; font: 1rem/1.5 sans-serif; }
main:not(.lists) { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.5rem; }
`;

/**
 * Writes the contenders' pages, and what they load that is not ours.
 *
 * @param {string} folder
 */
export async function writePages(folder) {
  /** @param {string} path @param {string | Buffer} content */
  const write = async (path, content) => {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  };
  for (const contender of CONTENDERS) await write(`${contender.id}/index.html`, page(contender));
  await write('blank/index.html', '<!doctype html><title>blank</title>');
  await write('page.css', PAGE);
  await write('picture.gif', PICTURE);
  await cp(join(HERE, 'plain.css'), join(folder, 'plain/plain.css'));
  await cp(join(HERE, 'vanilla-card.js'), join(folder, 'vanilla/vanilla-card.js'));
}
