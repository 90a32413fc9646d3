import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { kneeTree } from '../../stories/checker-trees.js';
import { answeredQuestions, handoverText } from '../../src/guidance/answer-text.js';
import { parseTree } from '../../src/guidance/parse-tree.js';
import type { Answer } from '../../src/guidance/tree.js';
import { answer, back, begin, change, progressOf, type Visit } from '../../src/guidance/visit.js';
import { walk } from '../../src/guidance/walk.js';

const tree = parseTree(kneeTree()).tree!;
const after = (...answers: Answer[]): Visit =>
  answers.reduce<Visit>((visit, given) => answer(tree, visit, given), begin(tree));
const outcome = ({ answers }: Visit) => walk(tree, answers).outcome?.id;

describe('a visit', () => {
  it('asks one question after the other, up to the outcome', () => {
    assert.equal(begin(tree).at, 'where');
    assert.equal(after('knee').at, 'signs');
    assert.equal(after('knee', ['none'], 45).at, 'weeks');
    const visit = after('knee', ['swollen'], 45, null);
    assert.equal(visit.at, undefined);
    assert.equal(outcome(visit), 'soon');
  });

  it('ends at once where an answer is a sign of an emergency', () => {
    const visit = after('knee', ['crooked']);
    assert.equal(visit.at, undefined);
    assert.equal(outcome(visit), 'now');
  });

  it('goes on where a sign is urgent, and says so at the end', () => {
    assert.equal(after('knee', ['hot']).at, 'age');
    assert.equal(outcome(after('knee', ['hot'], 45, 'months')), 'today');
  });

  it('goes back through every question, and forward with every answer', () => {
    let visit: Visit | undefined = after('knee', ['none'], 45, 'days');
    const { answers } = visit;
    const seen: (string | undefined)[] = [];
    while ((visit = back(tree, visit))) seen.push(visit.at);
    assert.deepEqual(seen, ['weeks', 'age', 'signs', 'where']);
    visit = { answers, at: 'where', changing: false };
    // The next question is shown with its answer, and not passed over.
    visit = answer(tree, visit, 'thigh');
    assert.equal(visit.at, 'signs');
    assert.deepEqual(visit.answers.signs, ['none']);
  });

  it('shows the emergency again, whatever is changed before it', () => {
    const emergency = after('knee', ['crooked']);
    const first = back(tree, back(tree, emergency)!)!;
    assert.equal(first.at, 'where');
    assert.equal(answer(tree, first, 'foot').at, undefined);
  });

  it('leads from a changed answer straight to the outcome', () => {
    const visit = change(after('knee', ['none'], 45, 'days'), 'signs');
    assert.equal(visit.at, 'signs');
    const changed = answer(tree, visit, ['swollen']);
    assert.equal(changed.at, undefined);
    assert.equal(outcome(changed), 'soon');
  });

  it('leads from a changed answer to what has not been asked yet', () => {
    const visit = change(after('knee', ['crooked']), 'signs');
    assert.equal(answer(tree, visit, ['none']).at, 'age');
  });

  it('counts the questions, and promises never more than before', () => {
    assert.deepEqual(progressOf(tree, begin(tree)), { number: 1, more: 3 });
    assert.deepEqual(progressOf(tree, after('knee', ['none'], 45)), { number: 4, more: 0 });
    // From behind, with all answered, it is as it was on the way there.
    const all = after('knee', ['none'], 45, 'days');
    assert.deepEqual(progressOf(tree, change(all, 'signs')), { number: 2, more: 2 });
  });

  it('never goes back in its progress while somebody goes on', () => {
    const answers = {
      where: fc.constantFrom('knee', 'foot'),
      signs: fc.subarray(['hot', 'swollen'], { minLength: 1 }),
      age: fc.integer({ min: 16, max: 110 }),
      weeks: fc.constantFrom('days', null),
    };
    fc.assert(
      fc.property(fc.record(answers), (given) => {
        let visit = begin(tree);
        let before = 0;
        while (visit.at !== undefined) {
          const { number, more } = progressOf(tree, visit);
          const share = number / (number + more);
          assert.ok(share > before, `${share} comes after ${before}`);
          before = share;
          visit = answer(tree, visit, given[visit.at as keyof typeof given]);
        }
      }),
    );
  });
});

describe('what is handed over', () => {
  const words = { version: (version: string) => `version ${version}`, skipped: 'Skipped' };
  const { answers } = after('knee', ['hot', 'swollen'], 45, null);

  it('names the guide, its version, and each question with its answers', () => {
    assert.equal(
      handoverText(tree, answers, 'en-US', words),
      `Sore knee: where to turn (version 1.2.0)

Where does it hurt most?
– Knee

Is any of this so?
– It is hot, and I have a fever
– It is swollen

How old are you?
– 45 years

For how long has it hurt?
– Skipped`,
    );
  });

  it('is in the visitor’s language', () => {
    const text = handoverText(tree, answers, 'es-MX', words);
    assert.match(text, /¿Cuántos años tiene\?\n– 45 años/);
  });

  it('holds nothing that is not on the way', () => {
    const off = { ...answers, signs: ['crooked'] };
    const asked = answeredQuestions(tree, off, 'en').map(({ id }) => id);
    assert.deepEqual(asked, ['where', 'signs']);
  });
});
