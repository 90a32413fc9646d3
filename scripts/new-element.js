// @ts-check
// `npm run new -- some-tag`: a new element with its story and test, entered wherever elements are listed.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './lib/run.js';
import { elementFiles } from './templates/element.js';

/** Names with a hyphen that HTML keeps for itself: SVG and MathML had them first. */
const RESERVED = [
  'annotation-xml',
  'color-profile',
  'font-face',
  'font-face-format',
  'font-face-name',
  'font-face-src',
  'font-face-uri',
  'missing-glyph',
];

/** @typedef {{ exports: Record<string, string | { types?: string, default?: string }> }} PackageJson */
/** @typedef {{ first: Record<string, number> }} SizeBudget */

/** @param {string} path - within the repository */
const read = (path) => readFile(join(root, path), 'utf8');

/** @param {string} tag */
const classNameOf = (tag) => tag.replace(/(?:^|-)([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/**
 * @param {string | undefined} tag
 * @param {PackageJson} packageJson
 * @returns {string | undefined} why the name cannot be used, and what to do
 */
function objectionTo(tag, packageJson) {
  if (!tag) return 'Name the new element: npm run new -- article-hero';
  if (/[A-Z]/.test(tag)) return `"${tag}" must be in lower case: ${tag.toLowerCase()}.`;
  if (!/^[a-z]/.test(tag)) return `"${tag}" must begin with a letter from a to z.`;
  if (/[^a-z0-9-]/.test(tag)) {
    return `"${tag}" may hold letters from a to z, digits and hyphens: ${tag.replace(/[^a-z0-9]+/g, '-')}.`;
  }
  if (!tag.includes('-')) return `"${tag}" must be two words: ${tag}-card, article-${tag}.`;
  if (/--|-$/.test(tag)) return `"${tag}" has a hyphen without a word behind it.`;
  if (/-\d/.test(tag)) return `"${tag}" has a word that begins with a digit.`;
  if (RESERVED.includes(tag)) return `"${tag}" is reserved by HTML.`;
  if (classNameOf(tag) in globalThis) {
    return `"${tag}" would have the class ${classNameOf(tag)}, which browsers have already.`;
  }
  if (existsSync(join(root, 'src/elements', tag))) {
    return `"${tag}" is there already: src/elements/${tag}/.`;
  }
  if (`./${tag}` in packageJson.exports) {
    return `"${tag}" is taken: package.json exports "./${tag}".`;
  }
  return undefined;
}

/**
 * Puts an entry among its like, in the order of the tags.
 *
 * @param {string} file - for the message
 * @param {string} text
 * @param {RegExp} entries - global; finds each entry, its tag in the first group
 * @param {string} tag
 * @param {string} entry
 */
function insertSorted(file, text, entries, tag, entry) {
  const found = [...text.matchAll(entries)];
  const last = found.at(-1);
  if (!last) throw new Error(`${file} lists no element where this script looks for one`);
  const next = found.find(([, other = '']) => other > tag);
  const at = next ? next.index : last.index + last[0].length;
  return text.slice(0, at) + entry + text.slice(at);
}

/**
 * The same for an object's keys.
 *
 * @template Value
 * @param {Record<string, Value>} object
 * @param {(value: Value) => boolean} isLike - whether an entry is one of an element
 * @param {string} key
 * @param {Value} value
 * @returns {Record<string, Value>}
 */
function withKey(object, isLike, key, value) {
  const entries = Object.entries(object);
  const next = entries.findIndex(([other, its]) => isLike(its) && other > key);
  const last = entries.findLastIndex(([, its]) => isLike(its));
  entries.splice(next < 0 ? last + 1 : next, 0, [key, value]);
  return Object.fromEntries(entries);
}

/** @param {unknown} value - broken into lines, which the formatter then keeps */
const inJson = (value) => JSON.stringify(value, null, 2);

const tag = process.argv[2];
const packageJson = /** @type {PackageJson} */ (JSON.parse(await read('package.json')));
const objection = objectionTo(tag, packageJson);
if (!tag || objection) {
  console.error(objection);
  process.exit(1);
}
const className = classNameOf(tag);
const dist = `./dist/elements/${tag}/define`;
const budget = /** @type {SizeBudget} */ (JSON.parse(await read('size-budget.json')));
const { all, ...single } = budget.first;

/** @type {Record<string, string>} */
const made = elementFiles(tag, className);
for (const path of Object.keys(made)) {
  if (existsSync(join(root, path))) {
    console.error(`${path} is there already; move it out of the way first.`);
    process.exit(1);
  }
}

/** @type {Record<string, string>} */
const changed = {
  'src/all.ts': insertSorted(
    'src/all.ts',
    await read('src/all.ts'),
    /^import '\.\/elements\/([a-z0-9-]+)\/define\.js';\n/gm,
    tag,
    `import './elements/${tag}/define.js';\n`,
  ),
  'src/autoload.ts': insertSorted(
    'src/autoload.ts',
    await read('src/autoload.ts'),
    /^ {2}'([a-z0-9-]+)': \(\) =>\s+import\('[^']+'\),\n/gm,
    tag,
    `  '${tag}': () => import('./elements/${tag}/define.js'),\n`,
  ),
  'src/index.ts': insertSorted(
    'src/index.ts',
    await read('src/index.ts'),
    /^export (?:type )?\{[^}]*\} from '\.\/elements\/([a-z0-9-]+)\/[^']+';\n/gm,
    tag,
    `export { ${className} } from './elements/${tag}/${tag}.js';\n`,
  ),
  'package.json': inJson({
    ...packageJson,
    exports: withKey(
      packageJson.exports,
      (target) => typeof target === 'object' && /\/define\.js$/.test(target.default ?? ''),
      `./${tag}`,
      { types: `${dist}.d.ts`, default: `${dist}.js` },
    ),
  }),
  'size-budget.json': inJson({
    ...budget,
    // As little as the smallest so far. Raise it when what it does is worth it.
    first: {
      ...withKey(single, () => true, tag, Math.min(...Object.values(single))),
      ...(all === undefined ? {} : { all }),
    },
  }),
};

for (const [path, text] of Object.entries({ ...made, ...changed })) {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

const list = (/** @type {string[]} */ paths) => paths.map((path) => `  ${path}`).join('\n');
console.log(`<${tag}> is made:
${list(Object.keys(made))}
and entered in:
${list(Object.keys(changed))}

Next:
  1. npm run build                 describes it in custom-elements.json
  2. npm run storybook             shows it; its story is what designers and the contract test look at
  3. FILES=test/elements/${tag}.browser.test.ts,test/contract/contract.browser.test.ts npx wtr
Then replace every sentence in the class's comment, the story and the test: they are its documentation.
Words that it says by itself go to src/locales/en/${tag}.ts and src/locales/messages/es.ts.`);
