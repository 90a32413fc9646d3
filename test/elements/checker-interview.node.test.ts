import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Interview } from '../../src/elements/condition-checker/interview.js';
import { parseTree } from '../../src/guidance/parse-tree.js';
import { kneeTree } from '../../stories/checker-trees.js';

const tree = parseTree(kneeTree()).tree!;

/** At its first question. */
function begun(language = 'en'): Interview {
  const interview = new Interview(tree, () => language);
  interview.begin();
  return interview;
}

/** At the last question, with all before it answered. */
function atTheLast(language?: string): Interview {
  const interview = begun(language);
  interview.choose('knee');
  interview.next();
  interview.choose('swollen');
  interview.next();
  interview.fill('45');
  interview.next();
  return interview;
}

const answersOf = ({ visit }: Interview) => visit?.answers;

describe('An interview', () => {
  it('shows no question before it begins', () => {
    const interview = new Interview(tree, () => 'en');
    assert.equal(interview.visit, undefined);
    assert.equal(interview.question, undefined);
  });

  it('goes from question to question, and leads somewhere', () => {
    const interview = atTheLast();
    assert.equal(interview.visit?.at, 'weeks');
    assert.deepEqual(interview.progress, { number: 4, more: 0 });
    interview.choose('days');
    assert.equal(interview.next(), true);
    assert.equal(interview.question, undefined);
    assert.equal(interview.outcome.level, 'soon');
  });

  it('stays at a question without an answer, and goes on with one', () => {
    const interview = begun();
    assert.equal(interview.next(), false);
    assert.equal(interview.problem, 'empty');
    assert.equal(interview.visit?.at, 'where');
    interview.choose('foot');
    assert.equal(interview.next(), true);
    assert.equal(interview.problem, undefined);
  });

  it('keeps what was written wrong, with what is wrong with it', () => {
    const interview = atTheLast();
    interview.back();
    interview.fill('450');
    assert.equal(interview.next(), false);
    assert.equal(interview.problem, 'range');
    assert.equal(interview.draft, '450');
  });

  it('keeps what was half written on the way back and forth', () => {
    const interview = atTheLast();
    interview.back();
    interview.fill('4');
    interview.back();
    assert.deepEqual(interview.draft, ['swollen']);
    interview.next();
    assert.equal(interview.draft, '4');
  });

  it('passes a question over, whatever was chosen', () => {
    const interview = atTheLast();
    interview.choose('months');
    interview.skip();
    assert.equal(interview.visit?.answers['weeks'], null);
    interview.back();
    assert.deepEqual(interview.draft, []);
  });

  it('ends at once in an emergency', () => {
    const interview = begun();
    interview.choose('knee');
    interview.next();
    interview.choose('crooked');
    interview.next();
    assert.equal(interview.outcome.level, 'emergency');
  });

  it('comes back to the end from an answer that is changed', () => {
    const interview = atTheLast();
    interview.skip();
    interview.change('signs');
    assert.deepEqual(interview.draft, ['swollen']);
    interview.choose('none');
    interview.next();
    assert.equal(interview.question, undefined);
    assert.equal(interview.outcome.level, 'self');
  });

  it('goes back to the start with its answers kept, and begins again with them', () => {
    const interview = begun();
    interview.choose('foot');
    interview.next();
    interview.back();
    interview.back();
    assert.equal(interview.visit, undefined);
    interview.begin();
    assert.deepEqual(interview.draft, ['foot']);
    assert.deepEqual(answersOf(interview), { where: 'foot' });
  });

  it('forgets everything', () => {
    const interview = atTheLast();
    interview.choose('days');
    interview.forget();
    assert.equal(interview.visit, undefined);
    interview.begin();
    assert.deepEqual(interview.draft, []);
    assert.deepEqual(answersOf(interview), {});
  });
});
