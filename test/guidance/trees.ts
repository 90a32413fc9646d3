// Decision trees for tests: the small good one, and any number of random ones.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { optionsOf, type Answer, type Question } from '../../src/guidance/tree.js';

/** A file as it is before it is read, to be changed by a test. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reaches into it by path
export type RawTree = any;

const file = new URL('fixtures/good-tree.json', import.meta.url);

/** A small tree in good order, with every kind of question. */
export const goodTree = (): RawTree => JSON.parse(readFileSync(file, 'utf8')) as RawTree;

/** The day on which the trees of tests are looked at. */
export const TODAY = '2026-11-26';

type Kind = Question['kind'];
interface Asked {
  id: string;
  kind: Kind;
  options: number;
}

const LEVELS = ['emergency', 'urgent', 'soon', 'routine', 'self'] as const;
const NUMBERS = { min: 0, max: 20 };

/**
 * Trees that can be read, of up to six questions: any kind, any ways forward, red flags by option and by
 * condition, rules, conditions that name whatever there is.
 */
export const randomTree: fc.Arbitrary<RawTree> = fc
  .array(
    fc.record({
      kind: fc.constantFrom<Kind>('one', 'many', 'number', 'region'),
      options: fc.integer({ min: 2, max: 4 }),
      isOptional: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .chain((kinds) => {
    const asked = kinds.map((one, index) => ({ ...one, id: `q${index}` }));
    const condition = conditionOn(asked);
    const outcome = fc.constantFrom(...LEVELS.map((level) => `out-${level}`));
    const question = (index: number) => {
      const { kind, options, isOptional } = asked[index]!;
      const later = asked.slice(index + 1).map(({ id }) => id);
      // Mostly the next one: trees that end at once prove little.
      const target = fc.oneof(
        { weight: 4, arbitrary: fc.constant(later[0] ?? 'rules') },
        { weight: 1, arbitrary: fc.constantFrom(...later, 'rules') },
        { weight: 1, arbitrary: outcome },
      );
      const own: Record<string, fc.Arbitrary<unknown>> = kind === 'many'
        ? { exclusive: fc.boolean() }
        : { goto: target };
      const option = (at: number) =>
        fc.record(
          {
            id: fc.constant(`o${at}`),
            text: fc.constant(`Option ${at}`),
            redFlag: fc.constantFrom('f0', 'f1', 'f2'),
            ...own,
          },
          { requiredKeys: ['id', 'text'] },
        );
      const answers: Record<string, fc.Arbitrary<unknown>> = kind === 'number'
        ? { min: fc.constant(NUMBERS.min), max: fc.constant(NUMBERS.max), step: fc.constant(0.5) }
        : { options: fc.tuple(...Array.from({ length: options }, (_, at) => option(at))) };
      return fc.record({
        kind: fc.constant(kind),
        text: fc.constant(`Question ${index}?`),
        optional: fc.constant(isOptional),
        next: fc
          .tuple(fc.array(fc.record({ when: condition, goto: target }), { maxLength: 2 }), target)
          .map(([branches, goto]) => [...branches, { goto }]),
        ...answers,
      });
    };
    return fc.record({
      questions: fc
        .tuple(...asked.map((_, index) => question(index)))
        .map((all) => Object.fromEntries(all.map((one, index) => [`q${index}`, one]))),
      redFlags: fc
        .tuple(
          redFlag('emergency', condition),
          redFlag('urgent', condition),
          redFlag('urgent', condition),
        )
        .map((flags) => Object.fromEntries(flags.map((one, index) => [`f${index}`, one]))),
      rules: fc.array(fc.record({ when: condition, outcome }), { maxLength: 3 }),
      otherwise: outcome,
    });
  })
  .map((parts) => ({
    ...parts,
    format: 1,
    id: 'random',
    version: '1',
    title: 'Random',
    disclaimer: 'General information only',
    reviewedBy: { name: 'Ines Okafor' },
    reviewedOn: '2026-09-01',
    sources: [{ id: 'source', title: 'A source' }],
    start: 'q0',
    outcomes: Object.fromEntries(
      LEVELS.map((level) => [
        `out-${level}`,
        {
          level,
          heading: level,
          body: 'Words',
          actions: [{ kind: 'call', number: level === 'emergency' ? 'emergency' : 'clinic' }],
        },
      ]),
    ),
  }));

function redFlag(level: 'emergency' | 'urgent', condition: fc.Arbitrary<string>) {
  return fc.record(
    {
      text: fc.constant('A sign'),
      level: fc.constant(level),
      outcome: fc.constant(`out-${level}`),
      sources: fc.constant(['source']),
      when: condition,
    },
    { requiredKeys: ['text', 'level', 'outcome', 'sources'] },
  );
}

/** A condition that these questions can be asked for. */
function conditionOn(asked: readonly Asked[]): fc.Arbitrary<string> {
  const about = ({ id, kind, options }: Asked): fc.Arbitrary<string> => {
    const option = fc.integer({ min: 0, max: options - 1 }).map((at) => `"o${at}"`);
    const operator = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
    const compared = (name: string, max: number) =>
      fc.tuple(operator, fc.integer({ min: 0, max })).map((pair) => `${name} ${pair.join(' ')}`);
    const own: fc.Arbitrary<string>[] =
      kind === 'number'
        ? [compared(id, NUMBERS.max)]
        : kind === 'many'
          ? [option.map((one) => `${id} has ${one}`), compared(`count(${id})`, options)]
          : [
              option.map((one) => `${id} == ${one}`),
              option.map((one) => `${id} != ${one}`),
              fc.tuple(option, option).map((pair) => `${id} in (${pair.join(', ')})`),
            ];
    return fc.oneof(...own, ...own, fc.constant(`answered(${id})`));
  };
  const leaf = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...asked).chain(about) },
    { weight: 1, arbitrary: fc.constantFrom('flag(f1)', 'flag(f2)') },
  );
  return fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      leaf,
      tie('condition').map((one) => `not (${one})`),
      fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `(${a}) and (${b})`),
      fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `(${a}) or (${b})`),
    ),
  })).condition;
}

/** Any answer that a question can have, drawn by numbers from 0 to 1. */
export function anyAnswer(question: Question, draw: () => number): Answer {
  if (question.optional && draw() < 0.2) return null;
  if (question.kind === 'number') {
    const { min, max, step } = question;
    return min + Math.floor(draw() * (Math.floor((max - min) / step) + 1)) * step;
  }
  const options = optionsOf(question);
  const one = options[Math.floor(draw() * options.length)]!;
  if (question.kind !== 'many') return one.id;
  const others = options.filter((other) => other !== one && !other.exclusive && draw() < 0.5);
  return one.exclusive ? [one.id] : [one, ...others].map(({ id }) => id);
}

/** Every answer that a question can have. */
export function everyAnswer(question: Question): Answer[] {
  const passedOver = question.optional ? [null] : [];
  if (question.kind === 'number') {
    const { min, max, step } = question;
    const count = Math.floor((max - min) / step) + 1;
    return [...Array.from({ length: count }, (_, at) => min + at * step), ...passedOver];
  }
  const options = optionsOf(question);
  if (question.kind !== 'many') return [...options.map(({ id }) => id), ...passedOver];
  const sets = options
    .filter(({ exclusive }) => !exclusive)
    .reduce<string[][]>((all, { id }) => [...all, ...all.map((set) => [...set, id])], [[]])
    .filter((set) => set.length);
  const alone = options.filter(({ exclusive }) => exclusive).map(({ id }) => [id]);
  return [...sets, ...alone, ...passedOver];
}
