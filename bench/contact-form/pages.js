// @ts-check
// The contenders' pages: a landing page with the form first, and an article below it.
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ENDPOINT = '/api/leads';

const FORM = `<form action="${ENDPOINT}" method="post">
  <div><label for="name">Your name</label><input id="name" name="name" autocomplete="name" required></div>
  <div><label for="email">Email</label><input id="email" name="email" type="email" autocomplete="email" required></div>
  <div><label for="phone">Phone</label><input id="phone" name="phone" type="tel" autocomplete="tel" required></div>
  <div><label for="best_time">Best time</label><input id="best_time" name="best_time"></div>
  <div><label for="message">Message</label><textarea id="message" name="message" rows="4" required></textarea></div>
  <button type="submit">Send</button>
</form>`;

const OURS = `<link rel="stylesheet" href="/clinic-elements.css">
<script type="module" src="/cdn/clinic-elements.js"></script>`;

/** Each asks the same five questions, four of which must be answered, and posts to the same endpoint. */
export const CONTENDERS = [
  {
    id: 'plain',
    title: 'plain HTML',
    head: '<link rel="stylesheet" href="/plain/plain.css">',
    form: FORM,
  },
  {
    id: 'own',
    title: 'contact-form, own form',
    head: OURS,
    form: `<contact-form action="${ENDPOINT}" fields="name email phone best_time? message"></contact-form>`,
  },
  {
    id: 'authored',
    title: "contact-form, author's form",
    head: OURS,
    form: `<contact-form>${FORM}</contact-form>`,
  },
  {
    id: 'lit',
    title: 'naive Lit',
    head: '<script type="module" src="/lit/lit-form.js"></script>',
    form: `<lit-form action="${ENDPOINT}"></lit-form>`,
  },
];

const PARAGRAPH =
  'Most backs settle within six weeks, whatever is done for them, and most people can go on working. ' +
  'Keep moving as far as it lets you, and change how you sit often. Call us when a leg grows weak, when ' +
  'it does not let you sleep, or when you are simply worried: somebody will listen and tell you what to do.';

/** @param {{ title: string, head: string, form: string }} contender */
const page = ({ title, head, form }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${head}
</head>
<body>
<main>
<h1>Ask for an appointment</h1>
${form}
${`<h2>When the back hurts</h2>\n<p>${PARAGRAPH}</p>\n`.repeat(30)}</main>
</body>
</html>
`;

/**
 * Writes the contenders' pages, and what they load that is not ours.
 *
 * @param {string} folder
 */
export async function writePages(folder) {
  /** @param {string} path @param {string} text */
  const write = async (path, text) => {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  for (const contender of CONTENDERS) await write(`${contender.id}/index.html`, page(contender));
  // Where a measurement starts from, and where the endpoint leads to.
  for (const id of ['blank', 'thank-you'])
    await write(`${id}/index.html`, `<!doctype html><title>${id}</title>`);
  await cp(join(HERE, 'plain.css'), join(folder, 'plain/plain.css'));
  await build({
    entryPoints: [join(HERE, 'lit-form.js')],
    outfile: join(folder, 'lit/lit-form.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
  });
}
