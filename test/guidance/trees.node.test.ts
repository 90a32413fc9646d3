import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import schema from '../../src/guidance/guidance.schema.json' with { type: 'json' };
import { parseTree } from '../../src/guidance/parse-tree.js';
import backPain from '../../src/guidance/trees/back-pain.json' with { type: 'json' };
import neckPain from '../../src/guidance/trees/neck-pain.json' with { type: 'json' };
import type { Answer, Answers, Question, Tree } from '../../src/guidance/tree.js';
import { targetsOf, walk } from '../../src/guidance/walk.js';

function read(file: unknown): Tree {
  const { tree, problems } = parseTree(file);
  assert.deepEqual(problems, []);
  return tree!;
}

const PAGES = new URL('../../examples/clinic-site/pages/', import.meta.url);

/** Somebody whose pain came a week ago, with nothing else. */
const nothingElse: Answers = {
  alarm: ['none'],
  nerves: ['none'],
  injury: 'no',
  age: 45,
  unwell: ['none'],
  history: ['none'],
  duration: 'days',
  coping: 'little',
};
const back: Answers = { ...nothingElse, where: 'lower-back', leg: 'stays', sitting: 'eases' };
const neck: Answers = { ...nothingElse, where: 'neck', arm: 'stays' };

type Vignette = [story: string, answers: Answers, outcome: string];

const BACK: Vignette[] = [
  ['is numb between the legs since this morning, at 45', { nerves: ['saddle'] }, 'call-now'],
  [
    'cannot start to pee, and has a stiff back for years',
    { nerves: ['bladder'], duration: 'long' },
    'call-now',
  ],
  [
    'lost control of the bowels, and hurts below the knee',
    { where: 'lower-leg', nerves: ['bowel'] },
    'call-now',
  ],
  ['has new weakness in both legs', { where: 'thigh', nerves: ['both-legs'] }, 'call-now'],
  ['notices a change in sexual feeling with the back pain', { nerves: ['sexual'] }, 'call-now'],
  ['trips over a foot that grows weaker by the day', { nerves: ['weaker-leg'] }, 'call-now'],
  [
    'has pressure in the chest and pain between the shoulder blades',
    { where: 'upper-back', alarm: ['chest'] },
    'call-now',
  ],
  [
    'felt something tear in the back and is close to fainting',
    { alarm: ['tearing', 'faint'] },
    'call-now',
  ],
  ['was in a car crash', { injury: 'major' }, 'keep-still'],
  ['has a fever and injects drugs', { unwell: ['fever'], history: ['injecting'] }, 'call-now'],
  [
    'has a fever and takes a medicine that weakens the defences',
    { unwell: ['fever'], history: ['immune', 'cancer'] },
    'call-now',
  ],
  ['has a fever and nothing else', { unwell: ['fever'] }, 'today'],
  ['has one weak foot for a month, no worse', { nerves: ['weak-leg'], duration: 'weeks' }, 'today'],
  ['had breast cancer ten years ago', { history: ['cancer'] }, 'today'],
  ['lost weight without trying', { unwell: ['weight', 'night'] }, 'today'],
  ['has one swollen, warm calf', { where: 'lower-leg', unwell: ['swollen'] }, 'today'],
  ['finds a new lump beside the spine', { unwell: ['shape'] }, 'today'],
  ['slipped on the ice at 78', { injury: 'minor', age: 78 }, 'today'],
  ['slipped on the ice at 65', { injury: 'minor', age: 65 }, 'today'],
  [
    'lifted a box at 40, with thin bones',
    { injury: 'minor', age: 40, history: ['bones'] },
    'today',
  ],
  [
    'fell on the stairs and takes a blood thinner',
    { injury: 'minor', age: 50, history: ['thinners'] },
    'today',
  ],
  ['lifted a box at 64, and limps along', { injury: 'minor', age: 64 }, 'read-back'],
  ['can hardly get up', { coping: 'down' }, 'call-soon'],
  ['wakes at night in any position', { unwell: ['night'] }, 'call-soon'],
  ['has taken steroid tablets for a year', { history: ['steroids'] }, 'call-soon'],
  ['is pregnant', { history: ['pregnant'] }, 'pregnancy'],
  [
    'has heavy legs on a walk, at ease on a bench',
    { where: 'thigh', leg: 'walking-legs', duration: 'long' },
    'visit-walking',
  ],
  [
    'has heavy legs on a walk, and no bench helps',
    { where: 'thigh', leg: 'walking-legs', sitting: 'same' },
    'call-soon',
  ],
  [
    'has had pain down to the calf for four weeks',
    { where: 'buttock', leg: 'below-knee', duration: 'weeks' },
    'visit-leg',
  ],
  ['has had a sore hip for four months', { where: 'hip', duration: 'long' }, 'visit-leg'],
  ['has had a sore hip for three days', { where: 'hip' }, 'read-leg'],
  ['has had a sore back for two months', { duration: 'months' }, 'visit'],
  ['cannot work because of the back', { coping: 'much' }, 'visit'],
  ['has had a sore back since the weekend', {}, 'read-back'],
];

const NECK: Vignette[] = [
  ['has chest pressure and an ache in the jaw', { alarm: ['chest'] }, 'call-now'],
  ['slurs the words since an hour ago', { alarm: ['side'] }, 'call-now'],
  ['has a drooping eyelid and pain on one side of the neck', { alarm: ['senses'] }, 'call-now'],
  ['has the worst headache of a lifetime', { where: 'head', alarm: ['thunder'] }, 'call-now'],
  ['cannot swallow', { alarm: ['throat'] }, 'call-now'],
  ['dived into shallow water', { injury: 'major' }, 'keep-still'],
  ['has tingling hands since a small bump with the car', { injury: 'tingling' }, 'keep-still'],
  ['fell from standing at 70 and can turn the head', { injury: 'minor', age: 70 }, 'keep-still'],
  [
    'fell from standing at 50, with rheumatoid arthritis',
    { injury: 'minor', age: 50, history: ['arthritis'] },
    'keep-still',
  ],
  ['cannot turn the head since a knock, at 30', { injury: 'locked', age: 30 }, 'today'],
  [
    'had a knock at 30 and takes a blood thinner',
    { injury: 'minor', age: 30, history: ['thinners'] },
    'today',
  ],
  ['had a knock at 30, and nothing else', { injury: 'minor', age: 30 }, 'read'],
  ['has a fever, and light hurts', { unwell: ['fever', 'headache'] }, 'call-now'],
  ['has a fever and cannot bring chin to chest', { unwell: ['chin', 'fever'] }, 'call-now'],
  ['is drowsy and confused', { unwell: ['confused'] }, 'call-now'],
  ['has dark spots that do not fade', { unwell: ['rash'] }, 'call-now'],
  [
    'has a fever after an operation on the neck',
    { unwell: ['fever'], history: ['recent'] },
    'call-now',
  ],
  ['has a fever and nothing else', { unwell: ['fever'] }, 'today'],
  ['has numb hands and feet since yesterday', { nerves: ['limbs'] }, 'call-now'],
  ['has new trouble with the bladder', { nerves: ['bladder', 'walking'] }, 'call-now'],
  ['cannot do up buttons any more', { nerves: ['hands'], duration: 'long' }, 'today'],
  ['walks unsteadily', { nerves: ['walking'] }, 'today'],
  ['has one weak arm', { where: 'arm', nerves: ['weak-arm'], arm: 'below-elbow' }, 'today'],
  ['had cancer', { history: ['cancer'] }, 'today'],
  ['lost weight without trying', { unwell: ['weight'] }, 'today'],
  ['has a bad headache with the neck pain', { unwell: ['headache'] }, 'call-soon'],
  ['tingles in both hands', { where: 'hand', arm: 'both-arms' }, 'call-soon'],
  [
    'has had pain down to the thumb for three weeks',
    { where: 'arm', arm: 'below-elbow', duration: 'weeks' },
    'visit',
  ],
  ['has had a stiff neck for half a year', { duration: 'long' }, 'visit'],
  ['cannot sleep because of the neck', { coping: 'much' }, 'visit'],
  ['woke up with a stiff neck', {}, 'read'],
];

const TREES = [
  { name: 'back pain', file: backPain, tree: read(backPain), nothing: back, vignettes: BACK },
  { name: 'neck pain', file: neckPain, tree: read(neckPain), nothing: neck, vignettes: NECK },
];

/** Any answer that a question can have. */
function answerTo(question: Question): fc.Arbitrary<Answer> {
  if (question.kind === 'number') return fc.integer({ min: question.min, max: question.max });
  const ids = question.options.map(({ id }) => id);
  if (question.kind !== 'many') return fc.constantFrom(...ids);
  const alone = question.options.filter(({ exclusive }) => exclusive).map(({ id }) => id);
  return fc.oneof(
    fc.constantFrom(...alone.map((id) => [id])),
    fc.subarray(
      ids.filter((id) => !alone.includes(id)),
      { minLength: 1 },
    ),
  );
}

const answersTo = (tree: Tree) =>
  fc.record(Object.fromEntries([...tree.questions].map(([id, one]) => [id, answerTo(one)])));

for (const { name, file, tree, nothing, vignettes } of TREES) {
  describe(`the worked tree for ${name}`, () => {
    it('is an example of a named reviewer, and valid by the schema', () => {
      assert.equal(tree.example, true);
      assert.match(tree.reviewedBy.name, /Ines Marlow/);
      const ajv = new Ajv2020({ allErrors: true, strict: true });
      addFormats.default(ajv);
      const valid = ajv.validate(schema, file);
      assert.ok(valid, ajv.errorsText());
    });

    for (const [story, answers, outcome] of vignettes)
      it(`leads who ${story} to “${outcome}”`, () => {
        assert.equal(walk(tree, { ...nothing, ...answers }).outcome?.id, outcome);
      });

    it('has a story for each outcome and each red flag', () => {
      const walks = vignettes.map(([, answers]) => walk(tree, { ...nothing, ...answers }));
      const outcomes = new Set(walks.map(({ outcome }) => outcome!.id));
      assert.deepEqual(
        [...tree.outcomes.keys()].filter((id) => !outcomes.has(id)),
        [],
      );
      const flags = new Set(walks.flatMap((one) => one.flags));
      assert.deepEqual(
        [...tree.redFlags.keys()].filter((id) => !flags.has(id)),
        [],
      );
    });

    it('asks most people eight questions, and nobody more than twelve', () => {
      assert.equal(walk(tree, nothing).path.length, 8);
      assert.ok(walk(tree, {}).left <= 12, `${walk(tree, {}).left} questions at most`);
    });

    it('asks each question about red flags before any end', () => {
      const asking = [...tree.questions].filter(
        ([, one]) => one.kind !== 'number' && one.options.some(({ redFlag }) => redFlag),
      );
      assert.ok(asking.length >= 4, 'red flags are asked about');
      for (const [id] of asking) {
        // Whoever is never asked this one, whatever else is answered, gets to no end.
        const seen = new Set([id]);
        const visit = (target: string): void => {
          assert.ok(tree.questions.has(target), `an end can be reached without “${id}”`);
          if (seen.has(target)) return;
          seen.add(target);
          targetsOf(tree.questions.get(target)!).forEach(visit);
        };
        visit(tree.start);
      }
    });

    it('asks what cannot wait right after where it hurts', () => {
      const { path } = walk(tree, nothing);
      const emergencies = (id: string): boolean => {
        const one = tree.questions.get(id)!;
        return (
          one.kind === 'many' &&
          one.options.some(({ redFlag }) => tree.redFlags.get(redFlag!)?.level === 'emergency')
        );
      };
      assert.ok(emergencies(path[1]!), 'the second question asks for emergencies');
      const last = Math.max(...path.flatMap((id, index) => (emergencies(id) ? index : [])));
      assert.ok(last < path.indexOf('duration'), 'they come before what is not urgent');
    });

    it('lets no answer take a red flag back', () => {
      fc.assert(
        fc.property(answersTo(tree), (answers) => {
          const { path, outcome } = walk(tree, answers);
          const chosen = path.flatMap((id) => {
            const one = tree.questions.get(id)!;
            const answer = [answers[id]].flat();
            return one.kind === 'number'
              ? []
              : one.options.filter((option) => answer.includes(option.id));
          });
          const levels = chosen.flatMap(({ redFlag }) => tree.redFlags.get(redFlag!)?.level ?? []);
          const { level } = tree.outcomes.get(outcome!.id)!;
          if (levels.includes('emergency')) assert.equal(level, 'emergency');
          else if (levels.length) assert.match(level, /^(?:emergency|urgent)$/);
        }),
        { numRuns: 2000 },
      );
    });

    it('has every text in English and Spanish', () => {
      let texts = 0;
      const check = (value: unknown, path: string): void => {
        if (typeof value !== 'object' || value === null) return;
        if ('en' in value || 'es' in value) {
          const { en = '', es = '' } = value as Record<string, string>;
          texts++;
          assert.ok(en && es && en !== es, `${path}: ${en} / ${es}`);
        } else for (const [key, one] of Object.entries(value)) check(one, `${path}.${key}`);
      };
      check(file, name);
      assert.ok(texts > 100, `${texts} texts`);
    });

    it('gives a source for each red flag, and uses each source', () => {
      const cited = new Set<string>();
      for (const [id, { sources }] of tree.redFlags) {
        assert.ok(sources.length, `${id} has a source`);
        for (const source of sources) cited.add(source);
      }
      for (const { sources } of tree.rules) for (const source of sources) cited.add(source);
      assert.deepEqual([...cited].sort(), [...tree.sources.keys()].sort());
    });

    it('calls the emergency number first where it is an emergency, and always says whom to call', () => {
      for (const [id, { level, actions }] of tree.outcomes) {
        const call = actions.find(({ kind }) => kind === 'call');
        assert.ok(call, `${id} says whom to call`);
        if (level !== 'emergency') continue;
        assert.deepEqual(actions[0], { kind: 'call', number: 'emergency' }, id);
      }
    });

    it('links to pages that the example site has', () => {
      for (const [id, { actions, related }] of tree.outcomes) {
        const links = actions.filter((action) => action.kind === 'link');
        for (const { href } of [...links, ...related])
          assert.ok(existsSync(new URL(`.${href}index.html`, PAGES)), `${id}: ${href}`);
      }
    });
  });
}

describe('docs/guidance.md', () => {
  const words = readFileSync(new URL('../../docs/guidance.md', import.meta.url), 'utf8');

  it('has an example that is a tree', () => {
    const tree = read(JSON.parse(/```json\n([^]*?)```/.exec(words)![1]!));
    assert.equal(walk(tree, { signs: ['hot'] }).outcome?.id, 'call-now');
    assert.equal(walk(tree, { signs: ['none'], weeks: 6 }).outcome?.id, 'visit');
  });

  it('names each source of the worked trees', () => {
    for (const { name, tree } of TREES)
      for (const { url } of tree.sources.values())
        assert.ok(words.includes(`](${url})`), `${name}: ${url}`);
  });
});
