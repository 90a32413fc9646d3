// The import rules catch what they are for. Each rule has its plant: a module that breaks it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Sources by path within src/. */
type Tree = Record<string, string>;

/** A small house in good order, with everything that is allowed and looks as if it were not. */
const HOUSE: Tree = {
  'all.ts': `import './locales/on-demand.js'; import './elements/call-cta/define.js';`,
  'autoload.ts': `void import('./elements/related-posts/define.js'); void import('./locales/on-demand.js');`,
  'index.ts': `export * from './elements/call-cta/call-cta.js'; export { post } from './posts/post.js';`,
  'testing.ts': `import './foundation/base.js';`,
  'hydrate.ts': `import 'lit'; import './foundation/base.js';`,
  'foundation/base.ts': `import 'lit'; import './locale.js'; import './text.js'; export class Base {}`,
  'foundation/locale.ts': `export const register = () => {};`,
  'foundation/text.ts': `export const text = '';`,
  'foundation/unclaimed.ts': `import './text.js'; export const isUnclaimed = () => true;`,
  'calls/number.ts': `import '../foundation/text.js'; export const number = 1;`,
  'posts/post.ts': `import './excerpt.js'; export const post = {};`,
  'posts/excerpt.ts': `import '../foundation/text.js'; export const excerpt = '';`,
  'locales/on-demand.ts': `import '../foundation/locale.js'; void import('./messages/es.js');`,
  'locales/en/call-cta.ts': `import type { CallCta } from '../../elements/call-cta/call-cta.js'; export type A = CallCta;`,
  'locales/messages/es.ts': `import type { A } from '../en/call-cta.js'; export type B = A;`,
  'locales/es.ts': `import './messages/es.js'; import '../foundation/locale.js';`,
  'elements/article-card/article-card.ts': `import 'lit'; import type { Made } from './made.js'; export type C = Made;`,
  // Types may go round.
  'elements/article-card/made.ts': `import type { C } from './article-card.js'; export type Made = C | 1;`,
  'elements/article-card/define.ts': `import '../../foundation/unclaimed.js'; import './article-card.js';`,
  'elements/related-posts/related-posts.ts': `import { C } from '../article-card/article-card.js'; import '../../posts/post.js'; export const d: C = 1;`,
  'elements/related-posts/define.ts': `import '../article-card/define.js'; import '../../foundation/unclaimed.js'; import './related-posts.js';`,
  'elements/call-cta/call-cta.ts': `import '../../calls/number.js'; import '../../foundation/base.js'; import '../../locales/en/call-cta.js'; export class CallCta {}`,
  'elements/call-cta/define.ts': `import '../../foundation/unclaimed.js'; import './call-cta.js';`,
  'cli/tool.ts': `import 'node:fs'; import 'parse5'; import '../calls/number.js'; import '../foundation/text.js';`,
};

/** Modules that break a rule, with what the check must say of each. */
const PLANTS: [rule: string, file: string, code: string][] = [
  ['doors-are-the-top', 'posts/plant-door.ts', `import '../index.js';`],
  ['doors-are-the-top', 'elements/call-cta/plant-door.ts', `import '../../testing.js';`],
  ['only-doors-register', 'index-plant.ts', `import './elements/call-cta/define.js';`],
  ['only-doors-register', 'elements/call-cta/plant-define.ts', `import './define.js';`],
  ['define-only-registers', 'elements/plant-cta/define.ts', `import '../../posts/post.js';`],
  [
    'elements-are-strangers',
    'elements/call-cta/plant-stranger.ts',
    `import type { C } from '../article-card/article-card.js'; export type D = C;`,
  ],
  [
    'elements-are-strangers',
    'elements/related-posts/plant-inside.ts',
    `import '../article-card/made.js';`,
  ],
  [
    'elements-are-strangers',
    'elements/article-card/plant-back.ts',
    `import '../related-posts/related-posts.js';`,
  ],
  [
    'elements-speak-english',
    'elements/call-cta/plant-words.ts',
    `void import('../../locales/messages/es.js');`,
  ],
  ['rooms-are-strangers', 'posts/plant-room.ts', `import '../calls/number.js';`],
  [
    'rooms-know-no-element',
    'calls/plant-element.ts',
    `import type { CallCta } from '../elements/call-cta/call-cta.js'; export type E = CallCta;`,
  ],
  ['rooms-know-no-element', 'calls/plant-words.ts', `import '../locales/en/call-cta.js';`],
  ['foundation-is-the-ground', 'foundation/plant-up.ts', `import '../posts/post.js';`],
  [
    'foundation-is-the-ground',
    'foundation/plant-type.ts',
    `import type { A } from '../locales/en/call-cta.js'; export type F = A;`,
  ],
  ['locales-are-words', 'locales/messages/plant.ts', `import '../../foundation/base.js';`],
  ['only-elements-know-lit', 'leads/plant-lit.ts', `import { html } from 'lit'; void html;`],
  [
    'only-elements-know-lit',
    'posts/plant-lit-type.ts',
    `import type { CSSResult } from 'lit'; export type G = CSSResult;`,
  ],
  [
    'only-elements-know-lit',
    'guidance/plant-directive.ts',
    `import 'lit/directives/class-map.js';`,
  ],
  ['no-dev-dependency', 'leads/plant-dev.ts', `import 'fast-check';`],
  ['nothing-of-node', 'leads/plant-node.ts', `import { join } from 'node:path'; void join;`],
  ['command-line-is-a-door', 'posts/plant-tool.ts', `import '../cli/tool.js';`],
  ['command-line-has-no-screen', 'cli/plant-words.ts', `import '../locales/on-demand.js';`],
  ['command-line-reaches-no-lit', 'cli/plant-lit.ts', `import '../foundation/base.js';`],
  [
    'pages-are-parsed-on-computers',
    'elements/call-cta/plant-parser.ts',
    `import '../../calls/plant-parser.js';`,
  ],
  ['stays-in-src', 'leads/plant-out.ts', `import '../../scripts/tool.js';`],
  ['resolves', 'leads/plant-missing.ts', `import './nowhere.js';`],
  ['no-cycle', 'clinic/plant-one.ts', `import './plant-two.js'; export const one = 1;`],
  ['no-orphan', 'clinic/plant-orphan.ts', `export const alone = true;`],
];

let folder: string;

function plant(name: string, tree: Tree): string {
  const house = join(folder, name);
  for (const [file, code] of Object.entries(tree)) {
    const path = join(house, 'src', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${code}\n`);
  }
  mkdirSync(join(house, 'scripts'));
  writeFileSync(join(house, 'scripts/tool.js'), 'export {};\n');
  const packageJson = {
    dependencies: { lit: '*', parse5: '*' },
    devDependencies: { 'fast-check': '*' },
  };
  writeFileSync(join(house, 'package.json'), JSON.stringify(packageJson));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction');
  return house;
}

function check(house: string): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/check-imports.js'), house],
    { encoding: 'utf8', timeout: 300_000 },
  );
  return { code: status, output: stdout + stderr };
}

before(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'import-rules-')));
});

after(() => rmSync(folder, { recursive: true, force: true }));

describe('import rules', () => {
  it('let a house in good order pass', () => {
    const { code, output } = check(plant('in-order', HOUSE));
    assert.match(output, /^24 modules, \d+ imports, 0 violations$/m);
    assert.equal(code, 0, output);
  });

  it('fail where they saw next to nothing', () => {
    const { code, output } = check(plant('empty', { 'all.ts': `import './foundation/x.js';` }));
    assert.match(output, /Only 1 modules were seen/);
    assert.equal(code, 1, output);
  });

  it('have a plant each', () => {
    const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
      forbidden: { name: string }[];
    };
    const names = new Set(forbidden.map(({ name }) => name));
    assert.deepEqual(new Set(PLANTS.map(([rule]) => rule)), names);
  });

  describe('name what breaks them', () => {
    let output: string;

    before(() => {
      const planted = Object.fromEntries(PLANTS.map(([, file, code]) => [file, code]));
      const partner = {
        'clinic/plant-two.ts': `import './plant-one.js'; export const two = 2;`,
        'calls/plant-parser.ts': `import 'parse5'; import '../foundation/text.js';`,
      };
      const result = check(plant('planted', { ...HOUSE, ...planted, ...partner }));
      assert.equal(result.code, 1, result.output);
      ({ output } = result);
    });

    for (const [rule, file] of PLANTS) {
      it(`${rule}: ${file}`, () => {
        const lines = output.split('\n');
        assert.ok(
          lines.some((line) => line.startsWith(`${rule}: src/${file}`)),
          `the check does not name it:\n${output}`,
        );
      });
    }

    it('and nothing else', () => {
      const planted = PLANTS.map(([, file]) => `src/${file}`);
      const others = output
        .split('\n')
        .filter((line) => /^[a-z-]+: src\//.test(line))
        .filter((line) => !planted.some((file) => line.includes(file)));
      assert.deepEqual(others, []);
    });
  });
});
