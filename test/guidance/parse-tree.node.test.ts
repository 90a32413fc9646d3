import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import schema from '../../src/guidance/guidance.schema.json' with { type: 'json' };
import {
  parseTree,
  TREE_LIMITS,
  TREE_PROBLEMS,
  type TreeProblemCode,
} from '../../src/guidance/parse-tree.js';
import { BODY_REGIONS, LEVELS } from '../../src/guidance/tree.js';
import { walk } from '../../src/guidance/walk.js';
import knee from './fixtures/knee.json' with { type: 'json' };

const fitsSchema = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

type Path = readonly (string | number)[];
type Fields = Record<string | number, unknown>;

/** The knee tree with one value put in at a path; `undefined` takes it out. */
function knees(path: Path, value: unknown): unknown {
  const file = structuredClone(knee) as unknown as Fields;
  let at = file;
  for (const key of path.slice(0, -1)) at = at[key] as Fields;
  if (value === undefined) delete at[path.at(-1)!];
  else at[path.at(-1)!] = value;
  return file;
}

const told = (file: unknown) => parseTree(file).problems.map(({ code, path }) => [code, path]);

describe('A tree that is well', () => {
  it('is read whole, in the order of its file', () => {
    const { tree, problems } = parseTree(knee);
    assert.deepEqual(problems, []);
    assert.ok(tree, 'it is there');
    assert.deepEqual([...tree.questions.keys()], ['where', 'signs', 'fall', 'weeks']);
    assert.equal(tree.intro?.['en'], 'A few questions.\n\nNothing is kept.');
    assert.deepEqual(tree.questions.get('weeks')?.next, [{ goto: 'rules' }]);
    assert.equal(tree.sources.get('guide')?.publisher, 'Example Press');
    assert.equal(tree.reviewMonths, 18);
  });

  it('may have plain texts where it has one language', () => {
    const texts = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(texts);
      if (typeof value !== 'object' || value === null) return value;
      if ('en' in value && 'es' in value) return value.en;
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, texts(one)]));
    };
    const file = { ...(texts(knee) as object), languages: undefined };
    const { tree, problems } = parseTree(JSON.parse(JSON.stringify(file)));
    assert.deepEqual(problems, []);
    assert.deepEqual(tree?.title, { en: 'Where to go with a sore knee' });
    assert.ok(fitsSchema(JSON.parse(JSON.stringify(file))), JSON.stringify(fitsSchema.errors));
  });

  it('may carry what is the author’s own, and loses what nobody sees in its words', () => {
    const file = knees(['x-ticket'], 7);
    assert.deepEqual(told(file), []);
    const hidden = parseTree(knees(['title', 'en'], 'Sore\u202E\u200B  knee\n\n\n \nor\u00A0not'));
    assert.equal(hidden.tree?.title['en'], 'Sore knee\n\nor not');
  });
});

/** Each is one fault, with what is told of it. */
const FAULTS: [says: string, path: Path, value: unknown, code: TreeProblemCode, place?: string][] =
  [
    ['another format', ['format'], 2, 'format-unknown'],
    ['no reviewer', ['reviewedBy'], undefined, 'reviewer-missing'],
    ['a reviewer without a name', ['reviewedBy', 'name'], undefined, 'field-missing'],
    ['no day of review', ['reviewedOn'], undefined, 'review-date-missing'],
    ['a day that no month has', ['reviewedOn'], '2026-02-30', 'review-date-invalid'],
    ['no disclaimer', ['disclaimer'], undefined, 'disclaimer-missing'],
    ['an empty disclaimer', ['disclaimer', 'en'], ' \u200B ', 'text-missing'],
    ['no version', ['version'], undefined, 'field-missing'],
    ['a misspelt red flag', ['questions', 'signs', 'options', 0, 'redflag'], 'x', 'field-unknown'],
    ['a number in quotes', ['reviewMonths'], '12', 'field-invalid'],
    ['a yes in quotes', ['example'], 'yes', 'field-invalid'],
    ['a language that is none', ['languages'], ['en', 'Español!'], 'language-invalid'],
    ['a language twice', ['languages'], ['en', 'en'], 'language-invalid'],
    ['a text in a language that is not declared', ['title', 'fr'], 'Où aller', 'field-unknown'],
    ['no text in the first language', ['title', 'en'], undefined, 'text-missing'],
    ['an endless text', ['title', 'en'], 'x'.repeat(3001), 'too-long'],
    ['a first question that is not there', ['start'], 'hip', 'start-unknown'],
    [
      'a way to nowhere',
      ['questions', 'fall', 'next'],
      'hip',
      'target-unknown',
      'questions.fall.next',
    ],
    ['an option to nowhere', ['questions', 'where', 'options', 2, 'goto'], 'hip', 'target-unknown'],
    ['no way on', ['questions', 'fall', 'next'], undefined, 'field-missing'],
    ['no branch', ['questions', 'fall', 'next'], [], 'branch-open'],
    [
      'a last branch with a condition',
      ['questions', 'signs', 'next', 1, 'when'],
      'signs has "fever"',
      'branch-open',
    ],
    [
      'a branch that no one reaches',
      ['questions', 'signs', 'next', 0, 'when'],
      undefined,
      'branch-dead',
    ],
    ['a circle', ['questions', 'weeks', 'next'], 'signs', 'circle'],
    [
      'a question and an outcome of one name',
      ['outcomes', 'fall'],
      knee.outcomes.book,
      'id-duplicate',
    ],
    ['two options of one name', ['questions', 'fall', 'options', 1, 'id'], 'yes', 'id-duplicate'],
    [
      'one option',
      ['questions', 'fall', 'options'],
      [knee.questions.fall.options[1]],
      'field-missing',
    ],
    [
      'a way from one of several',
      ['questions', 'signs', 'options', 1, 'goto'],
      'rules',
      'option-misplaced',
    ],
    [
      '"alone" where only one can be chosen',
      ['questions', 'fall', 'options', 1, 'exclusive'],
      true,
      'option-misplaced',
    ],
    [
      'a region without a picture',
      ['questions', 'fall', 'options', 1, 'region'],
      'knee',
      'option-misplaced',
    ],
    [
      'a region that no body has',
      ['questions', 'where', 'options', 0, 'region'],
      'wing',
      'field-invalid',
    ],
    ['the largest below the least', ['questions', 'weeks', 'max'], -1, 'range-invalid'],
    ['a kind that nobody knows', ['questions', 'fall', 'kind'], 'yes-no', 'field-invalid'],
    ['an id with a space', ['start'], 'the start', 'id-invalid'],
    [
      'a question named like a word of conditions',
      ['questions', 'count'],
      knee.questions.weeks,
      'id-invalid',
    ],
    ['a condition that says nothing', ['rules', 1, 'when'], 'weeks >=', 'expression-invalid'],
    ['a condition that would be code', ['rules', 1, 'when'], 'alert(1)', 'expression-invalid'],
    [
      'a condition on a question that is not there',
      ['rules', 1, 'when'],
      'months >= 6',
      'expression-unknown',
    ],
    [
      'a condition on an option that is not there',
      ['rules', 0, 'when'],
      'fall == "maybe"',
      'expression-unknown',
    ],
    [
      'a condition on a flag that is not there',
      ['rules', 0, 'when'],
      'flag(hot)',
      'expression-unknown',
    ],
    [
      'a comparison that the kind does not know',
      ['rules', 0, 'when'],
      'signs == "fever"',
      'expression-kind',
    ],
    [
      'a red flag that is not there',
      ['questions', 'signs', 'options', 2, 'redFlag'],
      'bone',
      'flag-unknown',
    ],
    [
      'a red flag that leads to a visit next month',
      ['redFlags', 'clot', 'outcome'],
      'book',
      'flag-too-low',
    ],
    [
      'an emergency that is only urgent',
      ['redFlags', 'open-wound', 'outcome'],
      'today',
      'flag-too-low',
    ],
    ['a rule to nowhere', ['rules', 1, 'outcome'], 'hip', 'outcome-unknown'],
    ['no outcome where no rule holds', ['otherwise'], undefined, 'otherwise-missing'],
    ['a source that is not there', ['redFlags', 'clot', 'sources', 0], 'book', 'source-unknown'],
    ['a source twice', ['sources', 1], knee.sources[0], 'id-duplicate'],
    [
      'a link that runs code',
      ['outcomes', 'at-home', 'actions', 0, 'href'],
      'javascript:alert(1)',
      'link-unsafe',
    ],
    [
      'reading that runs code',
      ['outcomes', 'at-home', 'related', 0, 'href'],
      ' java\nscript:x',
      'link-unsafe',
    ],
    [
      'a call to another number',
      ['outcomes', 'today', 'actions', 0, 'number'],
      '+12105550142',
      'field-invalid',
    ],
    [
      'more branches than a person could check',
      ['questions', 'signs', 'next'],
      Array(61).fill({ when: 'fall == "no"', goto: 'weeks' }),
      'too-many',
    ],
  ];

describe('A tree is refused for', () => {
  for (const [says, path, value, code, place] of FAULTS)
    it(says, () => {
      const found = told(knees(path, value));
      assert.ok(
        found.some(([found_, where]) => found_ === code && (!place || where === place)),
        JSON.stringify(found),
      );
      assert.equal(parseTree(knees(path, value)).tree, undefined);
    });

  it('being none', () => {
    for (const file of [null, undefined, 'tree', 7, [], [knee]])
      assert.deepEqual(told(file), [['not-a-tree', '']]);
  });

  it('its faults alone: each is told in words, with its place', () => {
    for (const [says, path, value] of FAULTS)
      for (const { message, path: place } of parseTree(knees(path, value)).problems) {
        assert.match(message, /^.{10,300}[.?)]$/s, says);
        assert.ok(!/undefined|NaN|\[object/.test(message + place), `${says}: ${place} ${message}`);
      }
  });
});

describe('The codes', () => {
  it('are each told of some fault', () => {
    const seen = new Set<string>([...FAULTS.map(([, , , code]) => code), 'not-a-tree']);
    assert.deepEqual(
      Object.keys(TREE_PROBLEMS).filter((code) => !seen.has(code)),
      [],
    );
  });

  it('stand in docs/guidance.md', () => {
    const text = readFileSync(new URL('../../docs/guidance.md', import.meta.url), 'utf8');
    const rows = [...text.matchAll(/^\| `([\w-]+)` +\| (.+?) +\|$/gm)].map(([, ...row]) => row);
    for (const [code, about] of Object.entries(TREE_PROBLEMS))
      assert.deepEqual(
        rows.find(([name]) => name === code),
        [code, about],
      );
  });
});

/** Every place of a file, with its damage. */
const PATHS: Path[] = [];
(function collect(value: unknown, path: Path) {
  if (path.length) PATHS.push(path);
  if (typeof value === 'object' && value !== null)
    for (const key of Object.keys(value))
      collect((value as Fields)[key], [...path, Array.isArray(value) ? Number(key) : key]);
})(knee, []);

const damage = fc.tuple(
  fc.constantFrom(...PATHS),
  fc.oneof(
    fc.constantFrom<unknown>(
      undefined,
      null,
      '',
      ' ',
      0,
      1,
      true,
      [],
      {},
      'x',
      'rules',
      'en',
      '__proto__',
    ),
    fc.constantFrom<unknown>(
      '2026-13-01',
      '2026-01-01',
      'https://a.example/',
      'javascript:x',
      'x'.repeat(301),
    ),
    fc.jsonValue({ maxDepth: 2 }),
  ),
);

/* What the schema cannot say, as its description has it. */
const BEYOND = new Set<TreeProblemCode>([
  ...([
    'id-duplicate',
    'start-unknown',
    'target-unknown',
    'flag-unknown',
    'outcome-unknown',
  ] as const),
  ...([
    'source-unknown',
    'expression-unknown',
    'expression-kind',
    'expression-invalid',
    'circle',
  ] as const),
  ...([
    'branch-open',
    'branch-dead',
    'language-invalid',
    'flag-too-low',
    'otherwise-missing',
  ] as const),
  ...(['range-invalid', 'review-date-invalid', 'text-missing'] as const),
]);

describe('The published schema', () => {
  it('accepts the whole file', () => {
    assert.ok(fitsSchema(knee), JSON.stringify(fitsSchema.errors));
  });

  it('accepts each damaged file that is read', () => {
    let read = 0;
    fc.assert(
      fc.property(damage, ([path, value]) => {
        const file: unknown = JSON.parse(JSON.stringify(knees(path, value)));
        const { tree, problems } = parseTree(file);
        if (!tree) return;
        read++;
        assert.deepEqual(problems, []);
        assert.ok(fitsSchema(file), JSON.stringify([path, value, fitsSchema.errors]));
      }),
      { numRuns: 2000 },
    );
    assert.ok(read > 100, `only ${read} were read`);
  });

  it('refuses what parseTree refuses, but for what it cannot say', () => {
    let refused = 0;
    fc.assert(
      fc.property(damage, ([path, value]) => {
        const file: unknown = JSON.parse(JSON.stringify(knees(path, value)));
        const { problems } = parseTree(file);
        const beyond = problems.some(
          ({ code, message }) => BEYOND.has(code) || message.startsWith('"languages"'),
        );
        if (!problems.length || beyond) return;
        refused++;
        assert.ok(!fitsSchema(file), JSON.stringify([path, value, problems]));
      }),
      { numRuns: 2000 },
    );
    assert.ok(refused > 500, `only ${refused} were refused`);
  });

  it('states the limits and words that the code states', () => {
    const { $defs, properties } = schema;
    assert.equal($defs.id.maxLength, TREE_LIMITS.id);
    assert.equal($defs.line.maxLength, TREE_LIMITS.line);
    assert.equal($defs.words.maxLength, TREE_LIMITS.text);
    assert.equal($defs.url.maxLength, TREE_LIMITS.address);
    for (const name of ['questions', 'redFlags', 'outcomes'] as const)
      assert.equal(properties[name].maxProperties, TREE_LIMITS[name], name);
    for (const name of ['sources', 'rules', 'languages'] as const)
      assert.equal(properties[name].maxItems, TREE_LIMITS[name], name);
    assert.deepEqual($defs.region.enum, [...BODY_REGIONS]);
    assert.deepEqual($defs.outcome.properties.level.enum, [...LEVELS]);
  });
});

describe('Whatever a file holds', () => {
  it('nothing throws, and what is read can be walked', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        let file: unknown = structuredClone(knee);
        for (const [path, value] of damages) {
          let at = file as Fields | undefined;
          for (const key of path.slice(0, -1)) at = at?.[key] as Fields | undefined;
          if (typeof at === 'object' && at !== null) at[path.at(-1)!] = structuredClone(value);
        }
        file = JSON.parse(JSON.stringify(file));
        const { tree } = parseTree(file);
        if (tree) assert.equal(walk(tree, {}).question, tree.start);
      }),
      { numRuns: 1500 },
    );
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseTree(value)));
    fc.assert(
      fc.property(fc.jsonValue(), (value) => void parseTree({ ...knee, questions: value })),
    );
  });
});
