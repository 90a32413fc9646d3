import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseTree } from '../../src/guidance/parse-tree.js';
import { atLeast, textIn, type Answer, type Answers, type Tree } from '../../src/guidance/tree.js';
import { fits, walk } from '../../src/guidance/walk.js';
import knee from './fixtures/knee.json' with { type: 'json' };

const tree = parseTree(knee).tree!;

const ends = (answers: Answers, of: Tree = tree) => walk(of, answers).outcome?.id;

/** The knee tree with other fields. */
function kneesWith(change: (file: typeof knee) => void): Tree {
  const file = structuredClone(knee);
  change(file);
  const { tree: changed, problems } = parseTree(file);
  assert.deepEqual(problems, []);
  return changed!;
}

describe('A walk', () => {
  it('begins with the first question', () => {
    assert.deepEqual(walk(tree, {}), { path: ['where'], question: 'where', flags: [], left: 4 });
  });

  it('asks one question after another, by the first branch that holds', () => {
    assert.equal(walk(tree, { where: 'knee' }).question, 'signs');
    assert.equal(walk(tree, { where: 'knee', signs: ['none'] }).question, 'weeks');
    assert.equal(walk(tree, { where: 'knee', signs: ['fever'] }).question, 'fall');
  });

  it('counts the most questions that can come', () => {
    assert.equal(walk(tree, { where: 'knee' }).left, 3);
    assert.equal(walk(tree, { where: 'knee', signs: ['none'] }).left, 1);
  });

  it('ends where an option leads to an outcome', () => {
    assert.deepEqual(walk(tree, { where: 'elsewhere' }).outcome, {
      id: 'other-place',
      decision: { by: 'goto', question: 'where' },
    });
  });

  it('ends by the first rule that holds, or where none does', () => {
    const by = (answers: Answers) => walk(tree, answers).outcome;
    const rest = { where: 'knee', signs: ['fever'] };
    assert.deepEqual(by({ ...rest, fall: 'yes', weeks: 9 }), {
      id: 'today',
      decision: { by: 'rule', rule: 0 },
    });
    assert.deepEqual(by({ where: 'knee', signs: ['none'], weeks: 6 })?.decision, {
      by: 'rule',
      rule: 1,
    });
    assert.deepEqual(by({ where: 'knee', signs: ['none'], weeks: 5 }), {
      id: 'at-home',
      decision: { by: 'otherwise' },
    });
  });

  it('passes over a question that may be passed over', () => {
    assert.equal(walk(tree, { where: 'knee', signs: ['swollen'], fall: null }).question, 'weeks');
    assert.equal(walk(tree, { where: 'knee', signs: null }).question, 'signs');
  });

  it('passes over answers off the way, and has them when they are on it again', () => {
    const answers = { where: 'knee', signs: ['none'], fall: 'yes', weeks: 2 };
    assert.equal(ends(answers), 'at-home');
    assert.equal(ends({ ...answers, signs: ['swollen'] }), 'today');
  });

  it('stops at an answer that its question cannot have', () => {
    for (const signs of [
      [],
      ['cough'],
      ['fever', 'none'],
      ['fever', 'fever'],
      'fever',
      3,
      ['__proto__'],
    ] as Answer[])
      assert.equal(walk(tree, { where: 'knee', signs }).question, 'signs', JSON.stringify(signs));
    for (const weeks of [-1, 101, 2.5, NaN, Infinity, '6', ['6']] as Answer[])
      assert.equal(
        walk(tree, { where: 'knee', signs: ['none'], weeks }).question,
        'weeks',
        String(weeks),
      );
    assert.equal(walk(tree, Object.create({ where: 'knee' }) as Answers).question, 'where');
  });

  it('takes tenths where a question has them', () => {
    const tenths = kneesWith(({ questions }) => (questions.weeks.step = 0.1));
    assert.equal(ends({ where: 'knee', signs: ['none'], weeks: 0.3 }, tenths), 'at-home');
    assert.equal(ends({ where: 'knee', signs: ['none'], weeks: 0.35 }, tenths), undefined);
  });
});

describe('A red flag', () => {
  it('that is an emergency ends the walk at once', () => {
    assert.deepEqual(walk(tree, { where: 'knee', signs: ['bone'] }), {
      path: ['where', 'signs'],
      outcome: { id: 'call-now', decision: { by: 'redFlag', flag: 'open-wound' } },
      flags: ['open-wound'],
      left: 0,
    });
  });

  it('may be a combination', () => {
    assert.equal(ends({ where: 'knee', signs: ['swollen', 'fever'] }), 'call-now');
    assert.equal(ends({ where: 'knee', signs: ['swollen'] }), undefined);
  });

  it('that is urgent waits for the rest: an emergency may come', () => {
    assert.equal(walk(tree, { where: 'calf' }).question, 'signs');
    assert.equal(ends({ where: 'calf', signs: ['bone'] }), 'call-now');
  });

  it('that is urgent outranks a milder outcome, by rule or by target', () => {
    const rest = { signs: ['none'], fall: 'no', weeks: 30 };
    assert.equal(ends({ where: 'knee', ...rest }), 'book');
    assert.deepEqual(walk(tree, { where: 'calf', ...rest }).outcome, {
      id: 'today',
      decision: { by: 'redFlag', flag: 'clot' },
    });
    const direct = kneesWith(({ questions }) =>
      Object.assign(questions.where.options[1]!, { goto: 'at-home' }),
    );
    assert.equal(ends({ where: 'calf' }, direct), 'today');
  });

  it('leaves an outcome that is as severe', () => {
    const other = kneesWith(({ outcomes, redFlags }) => {
      Object.assign(outcomes, { clinic: outcomes.today });
      redFlags.clot.outcome = 'clinic';
    });
    assert.equal(ends({ where: 'calf', signs: ['fever'], fall: 'no', weeks: 1 }, other), 'today');
  });

  it('once raised stays, though its condition holds no more', () => {
    const early = kneesWith(({ redFlags }) =>
      Object.assign(redFlags, {
        early: { ...redFlags.clot, when: 'where == "knee" and not answered(weeks)' },
      }),
    );
    assert.deepEqual(walk(early, { where: 'knee', signs: ['none'], weeks: 1 }).flags, ['early']);
  });
});

describe('Whatever is answered', () => {
  const answer = fc.oneof(
    fc.constantFrom('knee', 'calf', 'elsewhere', 'yes', 'no', null),
    fc.subarray(['fever', 'swollen', 'bone', 'none']),
    fc.integer({ min: -5, max: 120 }),
    fc.string(),
  );
  const answers = fc.dictionary(fc.constantFrom('where', 'signs', 'fall', 'weeks', 'x'), answer, {
    noNullPrototype: true,
  });

  it('a walk asks or ends, never both, never twice the same', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { path, question, outcome, flags, left } = walk(tree, given);
        assert.equal(Number(!!question) + Number(!!outcome), 1);
        assert.equal(new Set(path).size, path.length);
        assert.equal(question ? left > 0 && path.at(-1) === question : left === 0, true);
        for (const flag of outcome ? flags : []) {
          const { level } = tree.outcomes.get(outcome!.id)!;
          assert.ok(atLeast(level, tree.redFlags.get(flag)!.level), `${flag}: ${level}`);
        }
      }),
    );
  });

  it('neither tree nor answers change, and the same comes again', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const before = structuredClone(given);
        assert.deepEqual(walk(tree, given), walk(tree, before));
        assert.deepEqual(given, before);
      }),
    );
  });

  it('fits says what a question can have', () => {
    const weeks = tree.questions.get('weeks')!;
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), (number) =>
        assert.equal(fits(weeks, number), number >= 0 && number <= 100),
      ),
    );
  });
});

describe('A text', () => {
  it('is in the language asked for, a kind of it, or the first', () => {
    const text = { en: 'Knee', 'es-MX': 'Rodilla' };
    assert.equal(textIn(text, 'ES-mx'), 'Rodilla');
    assert.equal(textIn(text, 'es'), 'Rodilla');
    assert.equal(textIn(text, 'fr'), 'Knee');
    assert.equal(textIn({}, 'en'), '');
  });
});
