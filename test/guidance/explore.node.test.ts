// What the linter tries, against every answer that there is: the proof is only as good as that.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { explore, type Exploration } from '../../src/guidance/explore.js';
import { holds } from '../../src/guidance/expression.js';
import { parseTree } from '../../src/guidance/parse-tree.js';
import { representatives } from '../../src/guidance/representatives.js';
import {
  atLeast,
  optionsOf,
  type Answer,
  type Answers,
  type Tree,
} from '../../src/guidance/tree.js';
import { fits, walk, type Walk } from '../../src/guidance/walk.js';
import { anyAnswer, everyAnswer, goodTree, randomTree, type RawTree } from './trees.js';

function read(raw: RawTree): Tree {
  const { tree, problems } = parseTree(raw);
  assert.ok(tree, JSON.stringify(problems));
  return tree;
}

const edited = (edit: (raw: RawTree) => void): Tree => {
  const raw = goodTree();
  edit(raw);
  return read(raw);
};

const endingsOf = ({ endings }: Exploration): string[] =>
  endings.map(({ outcome, decision }) => JSON.stringify([outcome, decision])).sort();

/** Each way that these answers make, one by one. */
function everyWay(tree: Tree, answersTo: (question: string) => readonly Answer[]) {
  const ends: { answers: Answers; walked: Walk }[] = [];
  const go = (answers: Answers, question: string): void => {
    for (const answer of answersTo(question)) {
      const all = { ...answers, [question]: answer };
      const walked = walk(tree, all);
      if (walked.outcome) ends.push({ answers: all, walked });
      else go(all, walked.question!);
    }
  };
  go({}, tree.start);
  return ends;
}

describe('exploring a tree', () => {
  it('counts every way, and every way’s end, as one who goes them all', () => {
    fc.assert(
      fc.property(randomTree, (raw) => {
        const tree = read(raw);
        const found = explore(tree);
        fc.pre(found.coverage.paths < 5000);
        const answers = representatives(tree);
        const ends = everyWay(tree, (question) => answers.get(question)!.answers);
        assert.ok(found.coverage.exhaustive, 'it is small');
        assert.equal(found.coverage.paths, ends.length);
        const counts = new Map<string, number>();
        for (const { walked } of ends) {
          const key = JSON.stringify([walked.outcome!.id, walked.outcome!.decision]);
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        for (const { outcome, decision, paths } of found.endings)
          assert.equal(paths, counts.get(JSON.stringify([outcome, decision])));
        assert.equal(found.endings.length, counts.size);
        assert.equal(found.longest.length, Math.max(...ends.map((one) => one.walked.path.length)));
      }),
      { numRuns: 100 },
    );
  });

  it('finds whatever any answer comes to', () => {
    fc.assert(
      fc.property(randomTree, (raw) => {
        const tree = read(raw);
        const found = explore(tree);
        const asked = new Set<string>();
        const raised = new Set<string>();
        const ended = new Set<string>();
        const ways = [...tree.questions.values()].map((one) => everyAnswer(one).length);
        fc.pre(ways.reduce((product, count) => product * count, 1) < 20_000);
        for (const { walked } of everyWay(tree, (id) => everyAnswer(tree.questions.get(id)!))) {
          for (const question of walked.path) asked.add(question);
          for (const flag of walked.flags) raised.add(flag);
          ended.add(JSON.stringify([walked.outcome!.id, walked.outcome!.decision]));
        }
        assert.deepEqual([...found.asked].sort(), [...asked].sort());
        assert.deepEqual([...found.raised].sort(), [...raised].sort());
        assert.deepEqual(endingsOf(found), [...ended].sort());
      }),
      { numRuns: 100 },
    );
  });

  it('gives examples that show what they say', () => {
    fc.assert(
      fc.property(randomTree, (raw) => {
        const tree = read(raw);
        const found = explore(tree);
        for (const { outcome, decision, example } of found.endings)
          assert.deepEqual(walk(tree, example).outcome, { id: outcome, decision });
        assert.equal(walk(tree, found.longest.example).path.length, found.longest.length);
        for (const [flag, { outcome, example }] of found.unasked) {
          assert.equal(walk(tree, example).outcome?.id, outcome);
          const { path } = walk(tree, example);
          const carriers = [...tree.questions].filter(([, question]) =>
            optionsOf(question).some(({ redFlag }) => redFlag === flag),
          );
          assert.ok(!carriers.some(([id]) => path.includes(id)), 'nobody asked');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('tries answers that their questions can have', () => {
    fc.assert(
      fc.property(randomTree, (raw) => {
        const tree = read(raw);
        for (const [id, { answers }] of representatives(tree))
          for (const answer of answers)
            assert.ok(fits(tree.questions.get(id)!, answer), `${id}: ${JSON.stringify(answer)}`);
      }),
      { numRuns: 100 },
    );
  });

  it('tries either side of a number that a condition names', () => {
    const tree = edited((raw) => {
      raw.rules[0].when = 'weeks > 6.2';
    });
    assert.deepEqual(representatives(tree).get('weeks')!.answers, [0, 6, 6.5, 520, null]);
    assert.deepEqual(representatives(tree).get('age')!.answers, [16, 69, 70, 71, 110]);
  });

  it('tries every option, and together those that are told apart', () => {
    const { answers } = representatives(read(goodTree())).get('signs')!;
    const sets = answers.map(String);
    for (const one of ['cold', 'hot', 'fever', 'swollen', 'clicks', 'none'])
      assert.ok(sets.includes(one), one);
    assert.ok(sets.includes('hot,fever'), 'together they are a red flag');
    assert.ok(sets.includes('cold,hot,fever,swollen,clicks'), 'they are counted');
    assert.ok(!sets.some((set) => set.includes('none,') || set.includes(',none')), 'none is alone');
  });

  it('goes ways that meet in one situation once', () => {
    const { paths, walks, exhaustive } = explore(read(goodTree())).coverage;
    assert.ok(exhaustive && walks * 5 < paths, `${walks} walks for ${paths} ways`);
  });

  it('proves a tree of twelve questions with dozens of signs', () => {
    const { coverage } = explore(read(largeTree()));
    assert.ok(coverage.exhaustive, JSON.stringify(coverage));
    assert.ok(coverage.paths > 1e9, `${coverage.paths} ways`);
  });

  it('stops at its limit, and says so', () => {
    const { coverage } = explore(read(largeTree()), { limit: 500 });
    assert.equal(coverage.walks, 500);
    assert.ok(!coverage.exhaustive, 'there were more');
  });

  it('says so where options are too many to be tried together', () => {
    const tree = edited((raw) => {
      const more = Array.from({ length: 13 }, (_, at) => ({
        id: `more${at}`,
        text: { en: `More ${at}`, es: `Más ${at}` },
      }));
      raw.questions.signs.options.unshift(...more);
      raw.rules[0].when = more.map(({ id }) => `signs has "${id}"`).join(' and ');
    });
    const { coverage, endings } = explore(tree);
    assert.ok(!coverage.exhaustive, '2 to the 17 sets are not tried');
    assert.ok(
      endings.some(({ decision }) => decision.by === 'rule' && decision.rule === 0),
      'all together are',
    );
  });
});

/** Much as a long tree of a clinic: signs of several kinds, numbers, and rules that name them all. */
function largeTree(): RawTree {
  const raw = goodTree();
  raw.languages = ['en'];
  const plain = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if ('en' in value) return value.en;
    if (Array.isArray(value)) return value.map(plain);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
  };
  const tree = plain(raw) as RawTree;
  const many = (id: string, next: string, flag?: string) => ({
    kind: 'many',
    text: `Signs ${id}?`,
    options: Array.from({ length: 7 }, (_, at) => ({
      id: `s${at}`,
      text: `Sign ${id} ${at}`,
      ...(flag && at < 4 && { redFlag: `${flag}-${at}` }),
    })),
    next,
  });
  const one = (id: string, next: string) => ({
    ...many(id, next),
    kind: 'one',
  });
  Object.assign(tree.questions, {
    m1: many('m1', 'm2', 'now'),
    m2: many('m2', 'm3', 'soon'),
    m3: many('m3', 'o1'),
    o1: one('o1', 'o2'),
    o2: one('o2', 'o3'),
    o3: one('o3', 'o4'),
    o4: one('o4', 'rules'),
  });
  tree.questions.weeks.next = 'm1';
  for (const at of [0, 1, 2, 3]) {
    const flag = { text: 'A sign', sources: ['signs'] };
    tree.redFlags[`now-${at}`] = { ...flag, level: 'emergency', outcome: 'call-now' };
    tree.redFlags[`soon-${at}`] = { ...flag, level: 'urgent', outcome: 'today' };
    tree.rules.push(
      { when: `m3 has "s${at}" and o${at + 1} == "s${at}"`, outcome: 'see-us' },
      { when: `count(m3) >= ${at + 2} and o${at + 1} in ("s5", "s6")`, outcome: 'today' },
    );
  }
  return tree;
}

describe('exploring does not trust the walker: it finds one that', () => {
  const found = (saboteur: (walked: Walk, tree: Tree, answers: Answers) => Walk) =>
    explore(read(goodTree()), {
      walk: (tree, answers) => saboteur(walk(tree, answers), tree, answers),
    });

  it('forgets a red flag', () => {
    const { swallowed } = found((walked) => ({
      ...walked,
      flags: walked.flags.filter((flag) => flag !== 'hot-joint'),
    }));
    assert.deepEqual([...swallowed.keys()], ['hot-joint']);
    assert.match(swallowed.get('hot-joint')!.message, /does not know of it/);
  });

  it('lets a rule decide over a red flag', () => {
    const { swallowed } = found((walked) =>
      walked.outcome?.id === 'today'
        ? { ...walked, outcome: { id: 'read', decision: { by: 'otherwise' } } }
        : walked,
    );
    assert.deepEqual([...swallowed.keys()].sort(), ['fall-old', 'hot-joint']);
    assert.match(swallowed.get('fall-old')!.message, /Is urgent, and the walk ends in "read"/);
  });

  it('goes on after an emergency', () => {
    const { swallowed } = found((walked) =>
      walked.outcome?.id === 'call-now' && walked.path.length === 2
        ? { path: walked.path, question: 'age', flags: walked.flags, left: 3 }
        : walked,
    );
    assert.match(swallowed.get('no-blood')!.message, /Is an emergency, and the walk goes on/);
  });

  for (const [what, saboteur, message] of [
    [
      'asks the same again',
      (walked: Walk) =>
        walked.question === 'weeks'
          ? { path: walked.path, question: 'age', flags: walked.flags, left: 3 }
          : walked,
      /Leads back to "age"/,
    ],
    [
      'ends nowhere',
      (walked: Walk) =>
        walked.outcome?.id === 'read' ? { path: walked.path, flags: [], left: 0 } : walked,
      /Leads nowhere/,
    ],
    [
      'ends in an outcome that there is not',
      (walked: Walk) =>
        walked.outcome
          ? { ...walked, outcome: { id: 'gone', decision: { by: 'otherwise' as const } } }
          : walked,
      /"gone", which is no outcome/,
    ],
    [
      'throws',
      (walked: Walk) => {
        if (walked.outcome) throw new Error('Out of luck');
        return walked;
      },
      /Out of luck/,
    ],
  ] as const) {
    it(what, () => {
      const { deadEnds } = found(saboteur);
      assert.ok(deadEnds.size, 'there are dead ends');
      for (const one of deadEnds.values()) assert.match(one.message, message);
    });
  }
});

describe('answers of any kind', () => {
  it('end within the number of questions, as high as each red flag that they raise', () => {
    fc.assert(
      fc.property(
        randomTree,
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 40, maxLength: 40 }),
        (raw, numbers) => {
          const tree = read(raw);
          const { coverage, deadEnds, swallowed, endings, unasked } = explore(tree);
          assert.ok(coverage.exhaustive && !deadEnds.size && !swallowed.size, 'nothing was found');
          let drawn = 0;
          const draw = () => numbers[drawn++ % numbers.length]!;
          const answers: Record<string, Answer> = {};
          let walked = walk(tree, answers);
          for (let step = 0; walked.question !== undefined; step++) {
            assert.ok(step < tree.questions.size, 'it ends');
            answers[walked.question] = anyAnswer(tree.questions.get(walked.question)!, draw);
            walked = walk(tree, answers);
          }
          const { id, decision } = walked.outcome!;
          const level = tree.outcomes.get(id)!.level;
          assert.ok(
            endings.some(
              (one) =>
                one.outcome === id && JSON.stringify(one.decision) === JSON.stringify(decision),
            ),
            `the linter knows the end ${id}`,
          );
          for (const [question, answer] of Object.entries(answers)) {
            for (const { id: option, redFlag } of optionsOf(tree.questions.get(question)!)) {
              const isChosen = Array.isArray(answer) ? answer.includes(option) : answer === option;
              if (!isChosen || redFlag === undefined) continue;
              assert.ok(atLeast(level, tree.redFlags.get(redFlag)!.level), `${redFlag} is heard`);
            }
          }
          for (const [flag, { when, level: wanted }] of tree.redFlags) {
            const known = { answer: (one: string) => answers[one] ?? undefined };
            if (when && holds(when, { ...known, flagged: (one) => walked.flags.includes(one) }))
              assert.ok(atLeast(level, wanted), `${flag} is heard`);
          }
          if (atLeast(level, 'urgent')) return;
          for (const [flag, { when }] of tree.redFlags) {
            const carriers = [...tree.questions].filter(([, one]) =>
              optionsOf(one).some(({ redFlag }) => redFlag === flag),
            );
            const isAsked =
              when !== undefined || !carriers.length || carriers.some(([one]) => one in answers);
            assert.ok(
              isAsked || unasked.has(flag),
              `${flag} was asked for, or the linter says that it was not`,
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
