import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorLines, lackLines, reviewError } from '../../src/elements/condition-checker/advice.js';
import { dayOf } from '../../src/foundation/dates.js';
import { parseTree } from '../../src/guidance/parse-tree.js';
import { kneeTree } from '../../stories/checker-trees.js';

const due = dayOf('2026-09-01')!;
const tree = parseTree(kneeTree()).tree!;
const page = { emergency: '911', clinic: {}, form: {} };

describe('A tree’s review', () => {
  it('stops a guide before its day, and after its last where the author wants that', () => {
    assert.equal(reviewError({ state: 'good', due }, 'stop'), undefined);
    assert.equal(reviewError({ state: 'future', due }, 'warn'), 'not-reviewed');
    assert.equal(reviewError({ state: 'expired', due }, 'stop'), 'expired');
    assert.equal(reviewError({ state: 'expired', due }, 'warn'), undefined);
  });
});

describe('What a console is told of a guide that cannot start', () => {
  it('has the status and a remedy', () => {
    assert.deepEqual(errorLines('http', 404), [
      'no tree (http 404); the children stay: the address does not answer as it should.',
    ]);
    assert.match(errorLines('not-json').join(), /commas and quotes/);
  });

  it('has ten problems at most, each with its place', () => {
    const problems = Array.from({ length: 30 }, (_, index) => ({
      code: 'field-missing' as const,
      path: index ? `rules[${index}]` : '',
      message: 'Is missing.',
    }));
    const lines = errorLines('not-a-tree', undefined, problems);
    assert.equal(lines.length, 11);
    assert.equal(lines[0], 'the tree: Is missing.');
    assert.equal(lines[1], 'rules[1]: Is missing.');
    assert.match(lines[10] ?? '', /^no tree \(not-a-tree\)/);
  });
});

describe('What a page lacks for a guide', () => {
  it('is nothing where all is there', () => {
    assert.deepEqual(lackLines(tree, page), []);
  });

  it('is said with the remedy', () => {
    const lacking = (name: keyof typeof page) => lackLines(tree, { ...page, [name]: undefined });
    assert.match(lacking('emergency').join(), /Give "country"/);
    assert.match(lacking('clinic').join(), /Give "phone"/);
    assert.match(lacking('form').join(), /Put one on the page/);
  });

  it('is no clinic’s number and no form where no outcome asks for one', () => {
    const outcomes = new Map([['now', tree.outcomes.get('now')!]]);
    const alone = { ...page, clinic: undefined, form: undefined };
    assert.deepEqual(lackLines({ ...tree, outcomes }, alone), []);
  });
});
