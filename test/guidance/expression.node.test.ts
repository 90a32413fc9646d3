import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  EXPRESSION_LIMITS,
  ExpressionError,
  expressionText,
  holds,
  leavesOf,
  parseExpression,
  type Expression,
  type Known,
} from '../../src/guidance/expression.js';

const ANSWERS: Record<string, string | string[] | number> = {
  where: 'low-back',
  signs: ['fever', 'numb'],
  weeks: 6,
};
const known: Known = {
  answer: (question) => ANSWERS[question],
  flagged: (flag) => flag === 'cauda-equina',
};
const says = (text: string) => holds(parseExpression(text), known);

describe('A condition', () => {
  for (const text of [
    'where == "low-back"',
    'where != "neck"',
    'where in ("neck", "low-back")',
    "where == 'low-back'",
    'where == “low-back”',
    'signs has "fever" and signs has "numb"',
    'count(signs) == 2',
    'weeks >= 6 and weeks <= 6 and not weeks > 6 and weeks != 5',
    'answered(weeks) and not answered(age)',
    'flag(cauda-equina)',
    'where == "neck" or weeks > 5',
    'where == "neck" and weeks > 9 or weeks == 6',
    'not (where == "neck" or weeks > 9)',
    '  weeks\n  >=  -2.5 ',
  ])
    it(`${text.trim()} holds`, () => assert.equal(says(text), true));

  for (const text of [
    'where == "neck"',
    'where != "low-back"',
    'signs has "cough"',
    'count(signs) > 2',
    'weeks < 6',
    'flag(fracture)',
    'where == "neck" and (weeks > 9 or weeks == 6)',
    'not where == "low-back" and weeks == 6',
  ])
    it(`${text} does not`, () => assert.equal(says(text), false));

  it('about a question that was not answered does not hold, whichever way it asks', () => {
    for (const text of [
      'age > 5',
      'age <= 5',
      'age != 5',
      'sex == "x"',
      'sex != "x"',
      'pills has "x"',
    ])
      assert.equal(says(text), false, text);
  });
});

describe('A text is no condition, and says where it stops being one', () => {
  for (const [text, at, wanted] of [
    ['', 0, /Expected the id of a question, found the end/],
    ['weeks', 5, /Expected "has", "in" or a comparison, found the end/],
    ['weeks >=', 8, /Expected a number, found the end/],
    ['weeks = 6', 5, /"=" has no meaning/],
    ['weeks >= 6 where == "x"', 11, /Expected "and", "or" or the end, found where/],
    ['(weeks >= 6', 11, /Expected \), found the end/],
    ['where in ()', 10, /an option in quotes/],
    ['where >= "x"', 9, /Expected a number/],
    ['not', 3, /id of a question/],
    ['and weeks > 1', 0, /Expected the id of a question, found and/],
    ['answered(and)', 9, /Expected the id of a question/],
    ['count(signs) has "x"', 13, /comparison with a number/],
    ['alert`1`', 5, /"`" has no meaning/],
    ['a.b == 1', 1, /"\." has no meaning/],
    ['where == "x', 8, /has no meaning/],
  ] as const)
    it(JSON.stringify(text), () => {
      assert.throws(
        () => parseExpression(text),
        (error: unknown) =>
          error instanceof ExpressionError && wanted.test(error.message) && error.at === at,
      );
    });

  it('where it is endless or bottomless', () => {
    assert.throws(
      () => parseExpression(`weeks > 1${' or weeks > 1'.repeat(100)}`),
      ExpressionError,
    );
    assert.throws(() => parseExpression(`${'('.repeat(400)}weeks > 1`), ExpressionError);
    const deep = `${'not '.repeat(EXPRESSION_LIMITS.depth + 1)}weeks > 1`;
    assert.throws(() => parseExpression(deep), ExpressionError);
  });

  it('whatever it holds: it is read or refused, and nothing else happens', () => {
    const word = fc.constantFrom(
      ...['and', 'or', 'not', 'in', 'has', '(', ')', ',', '==', '>=', '"x"', '6', 'weeks', 'where'],
      ...['answered', 'count', 'flag', '"', '\\', '__proto__', 'constructor'],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
        ),
        (text) => {
          try {
            assert.equal(typeof holds(parseExpression(text), known), 'boolean');
          } catch (error) {
            assert.ok(error instanceof ExpressionError, String(error));
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

const id = fc
  .stringMatching(/^[a-z][a-z0-9-]{0,6}$/)
  .filter((word) => !/^(?:and|or|not|in|has|answered|flag|count)$/.test(word));
const operator = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.record({ kind: fc.constant('has'), question: id, option: id }),
    fc.record({
      kind: fc.constant('in'),
      question: id,
      options: fc.array(id, { minLength: 2, maxLength: 3 }),
      negated: fc.constant(false),
    }),
    fc.record({
      kind: fc.constant('in'),
      question: id,
      options: fc.tuple(id),
      negated: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('compare'),
      question: id,
      count: fc.boolean(),
      operator,
      value: fc.integer({ min: -99, max: 99 }),
    }),
    fc.record({ kind: fc.constant('answered'), question: id }),
    fc.record({ kind: fc.constant('flag'), flag: id }),
    fc.record({ kind: fc.constant('not'), part: tie('expression') }),
    fc.record({
      kind: fc.constantFrom('and', 'or'),
      parts: fc.array(tie('expression'), { minLength: 2, maxLength: 3 }),
    }),
  ) as fc.Arbitrary<Expression>,
}));

describe('Any condition', () => {
  it('is the same after it was written and read again', () => {
    fc.assert(
      fc.property(expression, (given) => {
        const text = expressionText(given);
        fc.pre(text.length <= EXPRESSION_LIMITS.length);
        assert.deepEqual(parseExpression(text), structuredClone(given), text);
      }),
      { numRuns: 1000 },
    );
  });

  it('names each question and flag that it depends on', () => {
    fc.assert(
      fc.property(expression, (given) => {
        const asked = new Set<string>();
        const spy: Known = {
          answer: (question) => void asked.add(question),
          flagged: (flag) => !!asked.add(`flag ${flag}`) && false,
        };
        holds(given, spy);
        const named = leavesOf(given).map((leaf) =>
          leaf.kind === 'flag' ? `flag ${leaf.flag}` : leaf.question,
        );
        for (const name of asked) assert.ok(named.includes(name), name);
      }),
    );
  });
});
