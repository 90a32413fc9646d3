import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { importQuestionnaire, type ImportNote } from '../../src/guidance/import-questionnaire.js';
import { parseTree } from '../../src/guidance/parse-tree.js';
import type { Answer, Answers, ChoiceQuestion, Tree } from '../../src/guidance/tree.js';
import { walk } from '../../src/guidance/walk.js';
import walking from './fixtures/walking-questionnaire.json' with { type: 'json' };

type Json = Record<string, unknown>;

/** What a clinician fills in, at the least. */
function filledIn(draft: Json): Json {
  const text = (words: string) => ({ [(draft['languages'] as string[])[0]!]: words });
  return {
    ...draft,
    disclaimer: text('This guide is for education.'),
    reviewedBy: { name: 'Ines Marlow', credentials: 'MD' },
    reviewedOn: '2026-11-02',
    outcomes: {
      'to-be-written': {
        level: 'routine',
        heading: text('Book a visit'),
        body: text('Call us.'),
        actions: [{ kind: 'call', number: 'clinic' }],
      },
    },
  };
}

function treeOf(questionnaire: unknown): Tree {
  const { tree, problems } = parseTree(filledIn(importQuestionnaire(questionnaire).draft));
  assert.deepEqual(problems, []);
  return tree!;
}

const questionnaire = (...item: Json[]): Json => ({
  resourceType: 'Questionnaire',
  title: 'A questionnaire',
  status: 'draft',
  item,
});

const yesOrNo = (linkId: string, more: Json = {}): Json => ({
  linkId,
  type: 'boolean',
  text: `Question ${linkId}?`,
  required: true,
  ...more,
});

const notes = (report: ImportNote[]): string[] =>
  report.map(({ code, linkId }) => (linkId ? `${linkId}: ${code}` : code));

describe('importing a FHIR Questionnaire', () => {
  const { draft, report } = importQuestionnaire(walking);
  const tree = treeOf(walking);

  it('takes over the title, version, publisher and address', () => {
    assert.equal(tree.id, 'walking-check');
    assert.equal(tree.version, '2.1');
    assert.deepEqual(tree.title, {
      en: 'Before your walking visit',
      es: 'Antes de su visita',
    });
    assert.deepEqual(
      [...tree.sources.values()],
      [
        {
          title: 'Before your walking visit',
          publisher: 'Fernhollow Spine Clinic',
          url: 'https://fernhollow.example/fhir/Questionnaire/walking',
        },
      ],
    );
  });

  it('is refused until somebody has written what a Questionnaire does not have', () => {
    const paths = parseTree(draft).problems.map(({ path }) => path);
    assert.deepEqual(paths, [
      'disclaimer.en',
      'reviewedBy.name',
      'reviewedOn',
      'outcomes.to-be-written.heading.en',
      'outcomes.to-be-written.body.en',
    ]);
    assert.ok(
      report.some(({ code }) => code === 'fill-in'),
      'the report says so',
    );
  });

  it('does not take a review of the questions for one of the tree', () => {
    assert.equal(draft['reviewedOn'], '');
    const note = report.find(({ code }) => code === 'review-date');
    assert.match(note?.message ?? '', /2026-02-10/);
  });

  it('tells, by item, what was not taken over', () => {
    assert.deepEqual(notes(report), [
      '2.1: asked-once',
      '3: extension-left-out',
      '4: free-text-left-out',
      '4: initial-left-out',
      '6: question-left-out',
      '7: question-left-out',
      '7: condition-left-out',
      '8: question-left-out',
      '9: question-left-out',
      '10: question-left-out',
      '11: question-left-out',
      '12: extension-left-out',
      '12: condition-left-out',
      '12: initial-left-out',
      '13: condition-left-out',
      '14: asked-once',
      '15: question-left-out',
      '16: range-guessed',
      '17: display-left-out',
      'translation-missing',
      'review-date',
      'copyright',
      'fill-in',
    ]);
  });

  it('offers yes and no, in each language', () => {
    const { options } = tree.questions.get('question-1') as ChoiceQuestion;
    assert.deepEqual(
      options.map(({ id, text }) => [id, text['en'], text['es']]),
      [
        ['yes', 'Yes', 'Sí'],
        ['no', 'No', 'No'],
      ],
    );
  });

  it('takes answers from a value set that it contains, several where it repeats', () => {
    const question = tree.questions.get('question-2-1') as ChoiceQuestion;
    assert.equal(question.kind, 'many');
    assert.deepEqual(
      question.options.map(({ id, text }) => [id, text['es']]),
      [
        ['left', 'Izquierda'],
        ['right', 'Derecha'],
      ],
    );
  });

  it('lets what stands alone stand alone', () => {
    const { options } = tree.questions.get('question-4') as ChoiceQuestion;
    assert.deepEqual(
      options.map(({ id, exclusive }) => [id, exclusive]),
      [
        ['sit', false],
        ['lean', false],
        ['nothing', true],
      ],
    );
  });

  it('takes over the range, step and unit of a number', () => {
    const { kind, unit, ...minutes } = tree.questions.get('question-2-2') as never as Json;
    assert.deepEqual([kind, unit], ['number', { en: 'minutes', es: 'minutos' }]);
    assert.deepEqual([minutes['min'], minutes['max'], minutes['step']], [0, 240, 1]);
    assert.equal((tree.questions.get('question-5') as never as Json)['step'], 0.1);
  });

  it('makes a display the intro or the help of the question beside it, and a group’s text help', () => {
    assert.deepEqual(tree.intro, { en: 'This takes two minutes.', es: 'Son dos minutos.' });
    assert.equal(
      tree.questions.get('question-2-1')!.help?.['en'],
      'About the last four weeks\n\nChoose both if both hurt.',
    );
    assert.equal(tree.questions.get('question-2-2')!.help?.['en'], 'About the last four weeks');
    const helped = treeOf(
      questionnaire(
        yesOrNo('a'),
        { linkId: 'b', type: 'display', text: 'Think back.' },
        yesOrNo('c'),
      ),
    );
    assert.equal(helped.questions.get('a')!.help, undefined);
    assert.equal(helped.questions.get('c')!.help?.['en'], 'Think back.');
  });

  it('gives no display to a question that is asked when it does not show', () => {
    const given = importQuestionnaire(
      questionnaire(
        yesOrNo('a'),
        {
          linkId: 'b',
          type: 'group',
          enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }],
          item: [{ linkId: 'b.1', type: 'display', text: 'Sit down first.' }],
        },
        yesOrNo('c'),
      ),
    );
    assert.deepEqual(notes(given.report), ['b.1: display-left-out', 'fill-in']);
    assert.equal(JSON.stringify(given.draft).includes('Sit down first'), false);
  });

  it('lets a question that is not required be passed over', () => {
    assert.equal(tree.questions.get('question-1')!.optional, false);
    assert.equal(tree.questions.get('question-16')!.optional, true);
  });

  it('asks a group’s questions where the group is enabled', () => {
    const answers: Answers = { 'question-1': 'no', 'question-2-2': 3 };
    assert.deepEqual(walk(tree, answers).path, ['question-1', 'question-5']);
    assert.deepEqual(walk(tree, { 'question-1': 'yes' }).path, ['question-1', 'question-2-1']);
  });

  it('asks what is nested in a question once that has an answer', () => {
    const passed: Answers = { 'question-1': 'yes', 'question-2-1': null };
    assert.equal(walk(tree, passed).question, 'question-2-2');
    const answered: Answers = { 'question-1': 'yes', 'question-2-1': ['left'] };
    assert.equal(walk(tree, answered).question, 'question-2-1-1');
  });

  it('compares answers that are numbers', () => {
    const answers: Answers = {
      'question-1': 'yes',
      'question-2-1': null,
      'question-2-2': 9,
      'question-3': 'option-0',
    };
    assert.equal(walk(tree, answers).question, 'question-7-1');
    assert.equal(walk(tree, { ...answers, 'question-3': 'option-2' }).question, 'question-4');
    assert.equal(walk(tree, { ...answers, 'question-2-2': 10 }).question, 'question-7-1');
  });

  it('rather asks than passes over where a condition cannot be said', () => {
    const unsayable: Json[] = [
      { question: 'nowhere', operator: '=', answerBoolean: true },
      { question: 'c', operator: '=', answerBoolean: true },
      { question: 'a', operator: '~', answerBoolean: true },
      { question: 'a', operator: '>', answerBoolean: true },
      { question: 'a', operator: '=', answerDate: '2026-01-01' },
      { question: 'a', operator: '=', answerCoding: { code: 'maybe' } },
      { question: 'a', operator: 'exists', answerString: 'yes' },
    ];
    for (const condition of unsayable) {
      const given = questionnaire(
        yesOrNo('a'),
        yesOrNo('b', { enableWhen: [condition] }),
        yesOrNo('c'),
      );
      const words = JSON.stringify(condition);
      assert.equal(walk(treeOf(given), { a: 'no' }).question, 'b', words);
      assert.deepEqual(
        notes(importQuestionnaire(given).report),
        ['b: condition-left-out', 'fill-in'],
        words,
      );
    }
  });

  it('does not compare two units', () => {
    const height = {
      linkId: 'height',
      type: 'quantity',
      text: 'How tall are you?',
      required: true,
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-unit',
          valueCoding: { code: 'cm', display: 'centimetres' },
        },
        { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 50 },
        { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 250 },
        { url: 'http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces', valueInteger: 0 },
      ],
    };
    const when = (answerQuantity: Json) =>
      questionnaire(
        height,
        yesOrNo('b', { enableWhen: [{ question: 'height', operator: '>', answerQuantity }] }),
      );
    const same = when({ value: 150, code: 'cm' });
    assert.deepEqual(notes(importQuestionnaire(same).report), ['fill-in']);
    assert.equal(walk(treeOf(same), { height: 150 }).question, undefined);
    assert.equal(walk(treeOf(same), { height: 151 }).question, 'b');
    const other = when({ value: 60, code: '[in_i]' });
    assert.deepEqual(notes(importQuestionnaire(other).report), [
      'b: condition-left-out',
      'fill-in',
    ]);
    assert.equal(walk(treeOf(other), { height: 50 }).question, 'b');
  });

  it('asks all of a long run of conditions that is more than a tree branches', () => {
    const many = Array.from({ length: 130 }, (_, index) =>
      yesOrNo(`q${index}`, {
        enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }],
      }),
    );
    const given = questionnaire(yesOrNo('a'), ...many);
    assert.equal(walk(treeOf(given), { a: 'no' }).question, 'q59');
    assert.deepEqual(notes(importQuestionnaire(given).report), [
      'q59: condition-left-out',
      'q119: condition-left-out',
      'fill-in',
    ]);
  });

  it('finds ids that a tree can have, and keeps those of the Questionnaire beside them', () => {
    const { draft: given } = importQuestionnaire(
      questionnaire(...['rules', '1.1', '1-1', 'to-be-written', 'über'].map((id) => yesOrNo(id))),
    );
    const ids = Object.entries(given['questions'] as Record<string, Json>);
    assert.deepEqual(
      ids.map(([id, one]) => [id, one['x-linkId']]),
      [
        ['rules-2', 'rules'],
        ['question-1-1', '1.1'],
        ['question-1-1-2', '1-1'],
        ['to-be-written-2', 'to-be-written'],
        ['ber', 'über'],
      ],
    );
  });

  it('leaves out what it cannot understand, with all inside', () => {
    const nested = (depth: number): Json =>
      depth ? { linkId: `g${depth}`, type: 'group', item: [nested(depth - 1)] } : yesOrNo('deep');
    const { draft: given, report: told } = importQuestionnaire(
      questionnaire(
        yesOrNo('a', { modifierExtension: [{ url: 'https://example.org/not' }] }),
        yesOrNo('b', { item: [yesOrNo('b.1', { readOnly: true, item: [yesOrNo('b.1.1')] })] }),
        nested(40),
        yesOrNo('b'),
      ),
    );
    assert.deepEqual(notes(told), [
      'a: question-left-out',
      'b.1: question-left-out',
      'g9: too-deep',
      'b: link-id',
      'fill-in',
    ]);
    assert.deepEqual(Object.keys(given['questions'] as Json), ['b', 'b-2']);
  });

  it('takes the answers of an expanded value set, but none that a rule picks', () => {
    const sets = [
      { expansion: { contains: [{ abstract: true, contains: [{ code: 'x' }, { code: 'y' }] }] } },
      { compose: { include: [{ system: 'https://codes.example', filter: [{ value: 'x' }] }] } },
      { compose: { include: [{ concept: [{ code: 'x' }, { code: 'y' }] }], exclude: [{}] } },
    ];
    const given = sets.map((set) =>
      importQuestionnaire({
        ...questionnaire({ linkId: 'a', type: 'choice', text: 'A?', answerValueSet: '#set' }),
        contained: [{ resourceType: 'ValueSet', id: 'set', ...set }],
      }),
    );
    assert.deepEqual(
      given.map(({ draft: { questions } }) =>
        Object.values(questions as Record<string, { options: Json[] }>).flatMap(({ options }) =>
          options.map(({ id }) => id),
        ),
      ),
      [['x', 'y'], [], []],
    );
    for (const { report: told } of given.slice(1))
      assert.equal(notes(told)[0], 'a: question-left-out');
  });

  it('asks where several conditions do not say whether all must hold, once any does', () => {
    const when = [true, false].map((answerBoolean, index) => ({
      question: 'ab'[index],
      operator: '=',
      answerBoolean,
    }));
    const given = questionnaire(yesOrNo('a'), yesOrNo('b'), yesOrNo('c', { enableWhen: when }));
    assert.deepEqual(notes(importQuestionnaire(given).report), [
      'c: condition-left-out',
      'fill-in',
    ]);
    assert.equal(walk(treeOf(given), { a: 'no', b: 'no' }).question, 'c');
    assert.equal(walk(treeOf(given), { a: 'no', b: 'yes' }).question, undefined);
  });

  it('knows one language in two spellings', () => {
    const translated = (text: string, lang: string): Json => ({
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/translation',
          extension: [
            { url: 'lang', valueCode: lang },
            { url: 'content', valueString: text },
          ],
        },
      ],
    });
    const given = questionnaire(
      yesOrNo('a', { _text: translated('¿A?', 'es') }),
      yesOrNo('b', { _text: translated('¿B?', 'ES') }),
      yesOrNo('c', { _text: translated('C ?', 'not a language') }),
    );
    assert.equal(treeOf(given).languages.length, 2);
  });

  it('says of what is no Questionnaire that it is none', () => {
    for (const value of [null, 'text', [], {}, { resourceType: 'Patient' }])
      assert.deepEqual(notes(importQuestionnaire(value).report), [
        'not-a-questionnaire',
        'questions-missing',
        'text-missing',
        'fill-in',
      ]);
  });

  it('never throws, and gives what JSON can hold', () => {
    const words = fc.constantFrom('a', 'b', '1', 'choice', 'integer', 'group', 'display', '=', '>');
    const keys = [
      'linkId',
      'type',
      'text',
      'item',
      'enableWhen',
      'question',
      'operator',
      'extension',
    ];
    keys.push(
      'answerOption',
      'answerCoding',
      'valueCoding',
      'url',
      'code',
      'contained',
      'answerQuantity',
    );
    const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
      anything: fc.oneof(
        { depthSize: 'small' },
        words,
        fc.constantFrom(null, 0, 1.5, true, ''),
        fc.array(tie('anything'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...keys), tie('anything'), { maxKeys: 8 }),
      ),
    }));
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 6 }), (item) => {
        const { draft: given } = importQuestionnaire({ resourceType: 'Questionnaire', item });
        assert.deepEqual(JSON.parse(JSON.stringify(given)), given);
      }),
      { numRuns: 1000 },
    );
  });
});

// What follows makes Questionnaires, and answers them as the specification says.

interface Made {
  linkId: string;
  type: 'group' | 'boolean' | 'choice' | 'scored' | 'integer' | 'decimal';
  repeats: boolean;
  required: boolean;
  parent?: Made;
  enableWhen: { question: Made; operator: string; answer: unknown }[];
  behavior: 'all' | 'any';
}

const CODES = ['none', 'a little', 'much'];
const isChoice = ({ type }: Made) => type === 'choice' || type === 'scored';

/** The `answer[x]` or `value[x]` of a type. */
function typed(prefix: string, { type }: Made, value: unknown): Json {
  if (type === 'choice')
    return {
      [`${prefix}Coding`]: { system: 'https://codes.example', code: value, display: value },
    };
  const name = { boolean: 'Boolean', scored: 'Integer', integer: 'Integer', decimal: 'Decimal' };
  return { [`${prefix}${name[type as keyof typeof name]}`]: value };
}

/** A value that a question can have, by a number. */
function valueOf({ type }: Made, pick: number): unknown {
  if (type === 'boolean') return pick % 2 === 0;
  if (type === 'choice') return CODES[pick % 3];
  if (type === 'decimal') return (pick % 51) / 10;
  return pick % (type === 'scored' ? 3 : 6);
}

const spec = fc.record({
  type: fc.constantFrom<Made['type']>('group', 'boolean', 'choice', 'scored', 'integer', 'decimal'),
  repeats: fc.boolean(),
  required: fc.boolean(),
  behavior: fc.constantFrom<Made['behavior']>('all', 'any'),
  up: fc.nat({ max: 4 }),
  conditions: fc.array(fc.record({ target: fc.nat(), operator: fc.nat(), pick: fc.nat() }), {
    maxLength: 3,
  }),
});

/** Items in the order of the document, each inside the one before or inside one around that. */
const made = fc.array(spec, { minLength: 1, maxLength: 14 }).map((specs) => {
  const all: Made[] = [];
  for (const [index, { type, repeats, required, behavior, up, conditions }] of specs.entries()) {
    let parent = all.at(-1);
    for (let step = 0; step < up && parent; step++) parent = parent.parent;
    const questions = all.filter((one) => one.type !== 'group');
    const enableWhen = conditions.flatMap(({ target, operator, pick }) => {
      const question = questions[target % (questions.length || 1)];
      if (!question) return [];
      const orders = question.type === 'boolean' || question.type === 'choice';
      const operators = ['=', '!=', 'exists', ...(orders ? [] : ['>', '<', '>=', '<='])];
      const chosen = operators[operator % operators.length]!;
      const answer = chosen === 'exists' ? pick % 2 === 0 : valueOf(question, pick);
      // What no answer of a choice fulfils is told and asked; see above.
      if (question.type === 'scored' && !CODES.some((_, value) => compare(value, chosen, answer)))
        return [];
      return [{ question, operator: chosen, answer }];
    });
    const linkId = `${index + 1}.${type}`;
    const own = { linkId, type, repeats: repeats && (type === 'choice' || type === 'scored') };
    all.push({ ...own, required, parent, enableWhen, behavior });
  }
  return all;
});

function toFhir(all: readonly Made[], parent?: Made): Json[] {
  return all
    .filter((one) => one.parent === parent)
    .map((one) => {
      const { linkId, type, repeats, required, enableWhen, behavior } = one;
      const extension = [
        { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 },
        { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 5 },
        { url: 'http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces', valueInteger: 1 },
      ];
      const inside = toFhir(all, one);
      return {
        linkId,
        type: isChoice(one) ? 'choice' : type,
        text: linkId,
        ...(type !== 'group' && { required }),
        ...(repeats && { repeats }),
        ...(isChoice(one) && {
          answerOption: CODES.map((code, index) =>
            typed('value', one, type === 'choice' ? code : index),
          ),
        }),
        ...(/integer|decimal/.test(type) && { extension }),
        ...(enableWhen.length && {
          enableWhen: enableWhen.map(({ question, operator, answer }) => ({
            question: question.linkId,
            operator,
            ...(operator === 'exists'
              ? { answerBoolean: answer }
              : typed('answer', question, answer)),
          })),
          enableBehavior: behavior,
        }),
        ...(inside.length && { item: inside }),
      };
    });
}

function compare(value: unknown, operator: string, answer: unknown): boolean {
  switch (operator) {
    case '>':
      return (value as number) > (answer as number);
    case '<':
      return (value as number) < (answer as number);
    case '>=':
      return (value as number) >= (answer as number);
    case '<=':
      return (value as number) <= (answer as number);
    default:
      return value === answer;
  }
}

/**
 * The questions that are enabled, by the specification: an item that is disabled disables all inside it and
 * counts as not valued; `=` and its like hold where any answer fits, `!=` where none is equal; what is nested
 * in a question stands within its answer.
 */
function enabledQuestions(all: readonly Made[], values: ReadonlyMap<Made, unknown[]>): string[] {
  const enabled = new Set<Made>();
  const given = (one: Made) => (enabled.has(one) ? (values.get(one) ?? []) : []);
  for (const one of all) {
    const { parent, enableWhen, behavior } = one;
    if (parent && !enabled.has(parent)) continue;
    if (parent && parent.type !== 'group' && !given(parent).length) continue;
    const holds = ({ question, operator, answer }: Made['enableWhen'][number]): boolean => {
      const answers = given(question);
      if (operator === 'exists') return answers.length > 0 === answer;
      if (operator === '!=') return !answers.includes(answer);
      return answers.some((value) => compare(value, operator, answer));
    };
    const fulfilled = behavior === 'all' ? enableWhen.every(holds) : enableWhen.some(holds);
    if (!enableWhen.length || fulfilled) enabled.add(one);
  }
  return all.filter((one) => one.type !== 'group' && enabled.has(one)).map(({ linkId }) => linkId);
}

/** An answer of the tree, by the same numbers. */
function answerOf(
  one: Made,
  picks: readonly number[],
  tree: Tree,
  id: string,
): [unknown[], Answer] {
  if (!one.required && picks[0]! % 4 === 0) return [[], null];
  const chosen = one.repeats ? [...new Set(picks.map((pick) => pick % 3))] : [picks[0]!];
  const values = chosen.map((pick) => valueOf(one, pick));
  if (one.type === 'boolean') return [values, values[0] ? 'yes' : 'no'];
  if (!isChoice(one)) return [values, values[0] as number];
  const { options } = tree.questions.get(id) as ChoiceQuestion;
  const ids = chosen.map((pick) => options[pick % 3]!.id);
  return [values, one.repeats ? ids : ids[0]!];
}

describe('any Questionnaire of groups, choices and numbers', () => {
  const picks = fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), {
    minLength: 14,
    maxLength: 14,
  });

  it('becomes a tree that asks just what the specification enables', () => {
    let skipped = 0;
    fc.assert(
      fc.property(
        made.filter((all) => all.some(({ type }) => type !== 'group')),
        fc.array(picks, { minLength: 3, maxLength: 3 }),
        (all, rounds) => {
          const file = questionnaire(...toFhir(all));
          const { draft, report } = importQuestionnaire(file);
          // What is nested in several answers is asked once, and told.
          const codes = new Set(report.map(({ code }) => code));
          assert.deepEqual(
            [...codes].filter((code) => code !== 'asked-once'),
            ['fill-in'],
          );
          assert.deepEqual(JSON.parse(JSON.stringify(draft)), draft);
          const questions = draft['questions'] as Record<string, Json>;
          const ids = new Map(Object.entries(questions).map(([id, one]) => [one['x-linkId'], id]));
          const tree = treeOf(file);
          for (const round of rounds) {
            const values = new Map<Made, unknown[]>();
            const answers: Record<string, Answer> = {};
            for (const [index, one] of all.entries()) {
              const id = ids.get(one.linkId);
              if (id === undefined) continue;
              const [given, answer] = answerOf(one, round[index]!, tree, id);
              values.set(one, given);
              answers[id] = answer;
            }
            const expected = enabledQuestions(all, values);
            skipped += ids.size - expected.length;
            const { path, outcome } = walk(tree, answers);
            assert.deepEqual(
              path.map((id) => questions[id]!['x-linkId']),
              expected,
            );
            assert.equal(outcome?.id, 'to-be-written');
          }
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(skipped > 500, `${skipped} questions were passed over`);
  });
});
