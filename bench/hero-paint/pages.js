// @ts-check
// The contenders' pages: one article, its picture, and what a clinic puts around them.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const TITLE = 'Walking with spinal stenosis: how far is far enough?';
const ALT = 'A person walking along a path between trees';

const CHILDREN = `<article-hero>
  <img src="/picture.png" alt="${ALT}" width="720" height="480" fetchpriority="high">
  <p><a rel="tag" href="/recovery/">Recovery</a></p>
  <h1>${TITLE}</h1>
  <p>By <a rel="author" href="/ann/">Ann Lee</a>, <time datetime="2026-02-18">February 18, 2026</time></p>
</article-hero>`;
const ONE_LINE = `<article-hero heading="${TITLE}" image="/picture.png" image-alt="${ALT}" image-width="720" image-height="480" category="Recovery" category-href="/recovery/" author="Ann Lee" author-href="/ann/" published="2026-02-18"></article-hero>`;

const PARAGRAPH =
  '<p>Short walks with planned rests do more for you than one long one. Start with what you can do without pain, and add a little every other day.</p>';
const REST = `<medical-review><p>Medically reviewed by <a href="/ines/">Ines Okafor, MD</a> on <time datetime="2026-03-04">March 4, 2026</time></p></medical-review>
${PARAGRAPH.repeat(12)}
<call-cta label="Talk to a nurse"><a href="tel:+12105550142">(210) 555-0142</a></call-cta>
<related-posts heading="Read on"><ul><li><a href="/sleep/">Sleeping with back pain</a></li><li><a href="/lift/">Lifting</a></li></ul></related-posts>
<contact-form action="/leads" heading="Write to us" fields="name email message"></contact-form>`;

const script = (/** @type {string} */ file) => `<script type="module" src="/cdn/${file}"></script>`;

/** @type {{ id: string, title: string, script: string, hero: string }[]} */
export const CONTENDERS = [
  { id: 'plain', title: 'no script', script: '', hero: CHILDREN },
  {
    id: 'all',
    title: '`clinic-elements.js`',
    script: script('clinic-elements.js'),
    hero: CHILDREN,
  },
  { id: 'autoload', title: '`autoload.js`', script: script('autoload.js'), hero: CHILDREN },
  {
    id: 'one-line',
    title: '`clinic-elements.js`, hero in one line',
    script: script('clinic-elements.js'),
    hero: ONE_LINE,
  },
];

/** @param {typeof CONTENDERS[number]} contender */
const page = (contender) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE}</title>
<link rel="stylesheet" href="/clinic-elements.css">
<link rel="stylesheet" href="/page.css">
${contender.script}
</head>
<body>
<main>
${contender.hero}
${REST}
</main>
</body>
</html>
`;

/** A picture as heavy as a photograph of its size: noise, which nothing compresses. */
function picture(width = 360, height = 240) {
  // The same for every visit: a generator instead of chance.
  let seed = 1;
  const noise = () => (seed = (seed * 48271) % 0x7fffffff) & 0xff;
  const rows = Buffer.alloc((width + 1) * height, 0);
  for (let at = 0; at < rows.length; at++) if (at % (width + 1)) rows[at] = noise();
  const chunk = (/** @type {string} */ type, /** @type {Buffer} */ data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits of grey.
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

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
  await write('page.css', 'body { margin: 1rem; font: 1rem/1.5 sans-serif; }\n');
  await write('picture.png', picture());
}
