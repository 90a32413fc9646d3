// What WordPress's editors and other tools do to our tags, and what a visitor has of it in the end: pairs of what
// was typed and what a real WordPress served; those of page-tools.json are written after what such tools are known
// to do.
import '../../src/all.js';
import { expect } from '@open-wc/testing';
import { getSnapshotConfig, readFile, writeFile } from '@web/test-runner-commands';
import { judge, VERDICTS, type EditorPair, type Verdict } from '../support/editor-verdict.js';
import { watchConsole } from './support.js';

const PAIRS: EditorPair[] = [];
for (const file of ['wordpress-editors.json', 'wordpress-editors-more.json', 'page-tools.json']) {
  const response = await fetch(new URL(`../fixtures/${file}`, import.meta.url));
  PAIRS.push(...((await response.json()) as EditorPair[]));
}

const snippets = new Map<string, EditorPair[]>();
for (const pair of PAIRS) {
  const key = JSON.stringify([pair.name, pair.input]);
  snippets.set(key, [...(snippets.get(key) ?? []), pair]);
}

/* The ways through WordPress, in the order of the table. */
const WAYS = [
  'Custom HTML block',
  'Convert to blocks',
  'Shortcode block',
  'Text tab',
  'Classic block',
  'Paragraph block',
  'Visual tab, tags known',
  'Visual tab',
  'author, tags allowed',
  'author',
  'pasted',
];

/* Tools that come after an editor, whose work is to leave no trace that a visitor could notice. */
const TOOLS = [
  'page builder',
  'pasted from a document',
  'script filter',
  'link plug-in',
  'picture plug-in',
  'minifier',
  'translator',
  'never closed',
];

/* Where more is lost than an element could keep, and why. */
const LOST: Record<string, string> = {
  'P-block-comment-in-classic': 'the block editor drops what is written round its own comments',
  'contact-form: fields on lines': 'an author may write no fields, and gets a whole form instead',
  'contact-form: form with a div round it': 'the same',
};

const { log } = console;
const table = new Map<string, Map<string, Verdict>>();

function note({ name, where }: EditorPair, verdict: Verdict): void {
  const row = table.get(name) ?? new Map<string, Verdict>();
  for (const way of where) {
    const before = row.get(way) ?? VERDICTS[0];
    row.set(way, VERDICTS.indexOf(verdict) > VERDICTS.indexOf(before) ? verdict : before);
  }
  table.set(name, row);
}

describe('what an editor left of a tag', () => {
  // Warnings about what an editor left are right, and tested elsewhere.
  let quiet: ReturnType<typeof watchConsole>;
  beforeEach(() => (quiet = watchConsole()));
  afterEach(() => quiet.restore());

  before(async function () {
    this.timeout(60_000); // what loads later is compiled for the first time
    await Promise.all([import('../../src/foundation/editor-marks.js'), judge(PAIRS.slice(0, 1))]);
  });

  for (const pairs of snippets.values()) {
    const [{ name }] = pairs as [EditorPair];
    it(name, async () => {
      const judged = await judge(pairs);
      const wrong = judged.flatMap(({ verdict, whole, tags, missing, changes }, at) => {
        const pair = pairs[at]!;
        note(pair, verdict);
        const right = pair.where.every((way) => TOOLS.includes(way))
          ? ['works']
          : whole
            ? ['works', '-']
            : ['works', 'words remain', '-', 'gone', 'as text'];
        if (right.includes(verdict)) return [];
        return [{ ...pair, verdict, whole, tags, missing, changes }];
      });
      if (name in LOST) expect(wrong, 'it is not lost any more').not.to.deep.equal([]);
      else expect(wrong).to.deep.equal([]);
    });
  }
  it('docs/editors.md shows these verdicts', async () => {
    const path = { path: '../../docs/editors.md' };
    const tables = [summary(), verdicts(WAYS), verdicts(TOOLS)];
    log(tables.join('\n\n'));
    const [before, after] = ((await readFile(path)) ?? '').split(/(?=^## Verdicts)/m);
    const TABLE = /(?:^\|.*\n?)+/gm;
    const shown = after?.match(TABLE)?.map((found) => found.trim());
    const { updateSnapshots } = await getSnapshotConfig();
    if (!updateSnapshots) {
      expect(shown, 'write it with --update-snapshots').to.deep.equal(tables);
      return;
    }
    const written = after!.replace(TABLE, () => `${tables.shift()!}\n`);
    await writeFile({ ...path, content: before! + written });
  });
});

/** How often each verdict was given, by way. */
function summary(): string {
  const rows = [...WAYS, ...TOOLS].map((way) => {
    const given = [...table.values()].flatMap((row) => row.get(way) ?? []);
    return [way, ...VERDICTS.map((verdict) => given.filter((each) => each === verdict).length)];
  });
  return markdown([['', ...VERDICTS], ...rows]);
}

/** What became of each snippet; the worst verdict where a way had several results. */
function verdicts(ways: string[]): string {
  const rows = [...table]
    .filter(([, row]) => ways.some((way) => row.has(way)))
    .map(([name, row]) => [name, ...ways.map((way) => row.get(way) ?? '')]);
  return markdown([['', ...ways], ...rows]);
}

/** As Prettier would write it. */
function markdown(rows: (string | number)[][]): string {
  const lines = rows.map((row) => row.map(String));
  const widths = lines[0]!.map((_, at) => Math.max(3, ...lines.map((line) => line[at]!.length)));
  const [head, ...body] = lines.map((line) => line.map((cell, at) => cell.padEnd(widths[at]!)));
  return [head!, widths.map((width) => '-'.repeat(width)), ...body]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');
}
