// What becomes of the words and objects in `fields`.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  parseFields,
  type ContactField,
  type ContactFields,
} from '../../src/elements/contact-form/fields.js';
import { usualFields } from '../../src/elements/contact-form/usual-fields.js';
import { problemsOfFields } from '../../src/elements/contact-form/form-questions.js';

const fieldsOf = (fields: unknown, lists = {}): ContactField[] =>
  parseFields(fields as ContactFields, lists).flatMap((step) => step.fields);
const one = (fields: unknown, lists = {}): ContactField => {
  const [field] = fieldsOf(fields, lists);
  assert.ok(field, 'there is a field');
  return field;
};
const names = (fields: unknown): string[] => fieldsOf(fields).map(({ name }) => name);
const steps = (fields: unknown): string[] =>
  parseFields(fields as ContactFields).map(
    ({ title, fields }) => `${title}: ${fields.map(({ name }) => name).join(' ')}`,
  );

describe('the usual questions', () => {
  const asked = (fields: unknown, lenient = false) =>
    usualFields(fields as ContactFields, lenient)?.map(({ name, type, required }) =>
      [name, type, required ? '' : '?'].join(' ').trim(),
    );

  it('are known without later code, and so are lines of text that only have a name', () => {
    assert.deepEqual(asked('name, email? best_time name'), [
      'name text',
      'email email ?',
      'best_time text',
    ]);
    assert.deepEqual(asked(undefined), [
      'name text',
      'email email',
      'phone tel ?',
      'message textarea',
    ]);
    assert.deepEqual(asked(' 9bad '), asked(undefined), 'better the usual ones than none');
  });

  it('are those whose preset says the same as the code that knows all of them', () => {
    for (const name of ['name', 'email', 'phone', 'message', 'best_time']) {
      const [usual] = usualFields(name) ?? [];
      const { type, autocomplete, preset, required } = one(name);
      assert.deepEqual(
        [usual?.type, usual?.autocomplete, usual?.preset, usual?.required],
        [type, autocomplete, preset, required],
        name,
      );
    }
  });

  it('leave every other question that has a name to that code', () => {
    const presets =
      'first-name last-name reason location date time contact-method new-patient insurance zip consent consent-contact consent-sms consent-call consent-newsletter';
    for (const name of presets.split(' ')) {
      assert.equal(one(name, { reason: 'a', location: 'b' }).preset, true, name);
      assert.equal(asked(name), undefined, name);
    }
    assert.equal(asked('name | message'), undefined);
    assert.equal(asked([{ name: 'knee' }]), undefined);
  });

  it('stand in for all of them where that code did not load, but for consents', () => {
    assert.deepEqual(asked(['name', { name: 'knee', type: 'radio' }, { step: 'x' }], true), [
      'name text',
      'knee text',
    ]);
    assert.deepEqual(asked('name | reason? consent-sms', true), ['name text', 'reason text ?']);
  });
});

describe('fields as text', () => {
  it('are asked in their order, once, and by default the usual four', () => {
    assert.deepEqual(names(' phone, email  name phone'), ['phone', 'email', 'name']);
    for (const nothing of [undefined, null, '', '  '])
      assert.deepEqual(names(nothing), ['name', 'email', 'phone', 'message']);
  });

  it('may stay empty with a question mark', () => {
    assert.deepEqual(
      fieldsOf('name email? phone*').map(({ required }) => required),
      [true, false, true],
    );
  });

  it('have a type, and what a browser fills in', () => {
    const known = fieldsOf(
      'name first-name last-name email phone message reason location date time contact-method new-patient insurance zip',
    );
    assert.deepEqual(
      known.map(({ type, autocomplete = '' }) => `${type} ${autocomplete}`.trim()),
      [
        ...[
          'text name',
          'text given-name',
          'text family-name',
          'email email',
          'tel tel',
          'textarea',
        ],
        ...[
          'text',
          'text',
          'date',
          'select off',
          'radio off',
          'radio off',
          'text',
          'text postal-code',
        ],
      ],
    );
  });

  it('do not know the date of birth, which would make every message a patient’s record', () => {
    assert.equal(one('birth-date').type, 'text');
    assert.equal(one('birth-date').preset, false);
  });

  it('offer reasons and places where there are some', () => {
    assert.equal(one('reason').type, 'text');
    const { type, options } = one('reason', { reason: ' Back pain ,Neck pain' });
    assert.equal(type, 'select');
    assert.deepEqual(options, [
      { value: 'Back pain', label: 'Back pain' },
      { value: 'Neck pain', label: 'Neck pain' },
    ]);
    assert.deepEqual(
      one('location', { location: 'Boerne, TX; San Antonio, TX;' }).options.map(
        (o) => typeof o !== 'string' && o.label,
      ),
      ['Boerne, TX', 'San Antonio, TX'],
    );
  });

  it('begin a step with a bar', () => {
    assert.deepEqual(steps('name phone | reason message'), [': name phone', ': reason message']);
    assert.deepEqual(steps('|name||phone?|'), [': name', ': phone']);
  });

  it('are boxes where they are consents, which nobody has to give but where a star says so', () => {
    const all = fieldsOf('consent consent-contact consent-sms* consent-call? consent-newsletter');
    assert.deepEqual(
      all.map(({ type, consent, required }) => [type, consent, required]),
      [
        ['checkbox', 'consent', false],
        ['checkbox', 'contact', false],
        ['checkbox', 'sms', true],
        ['checkbox', 'call', false],
        ['checkbox', 'newsletter', false],
      ],
    );
  });

  it('take what is no name for nothing', () => {
    assert.deepEqual(names('9bad <i> “name” email constructor __proto__'), [
      'email',
      'constructor',
    ]);
    assert.equal(one('constructor').preset, false);
  });
});

describe('fields by property', () => {
  it('mix words, questions of one’s own, and steps with titles', () => {
    const fields = [
      { step: 'About you' },
      'name phone?',
      { step: 'Your knee' },
      {
        name: 'knee',
        label: 'Which knee?',
        type: 'radio',
        options: ['Left', 'Right'],
        required: true,
      },
    ];
    assert.deepEqual(steps(fields), ['About you: name phone', 'Your knee: knee']);
    assert.equal(fieldsOf(fields)[2]!.required, true);
  });

  it('say only what is different about a question that is known', () => {
    const { type, label, required, autocomplete, preset } = one([
      { name: 'email', label: 'Work email' },
    ]);
    assert.deepEqual(
      [type, label, required, autocomplete, preset],
      ['email', 'Work email', false, 'email', true],
    );
    assert.equal(one([{ name: 'reason', options: ['Knee'] }]).type, 'select');
    assert.equal(one([{ name: 'reason', type: 'radio', options: ['Knee'] }]).type, 'radio');
  });

  it('tell the step of a number from a step of the form', () => {
    assert.deepEqual(steps([{ name: 'size', type: 'number', step: 5 }]), [': size']);
  });

  it('keep the case of a name, which an endpoint may want', () => {
    assert.deepEqual(names([{ name: 'firstName' }, { name: 'entry.17' }]), [
      'firstName',
      'entry.17',
    ]);
  });

  it('take choices as text or as a value with words', () => {
    const { options } = one([
      { name: 'a', options: ['x', { value: '1', label: 'One' }, null, ''] },
    ]);
    assert.deepEqual(options, [
      { value: 'x', label: 'x' },
      { value: '1', label: 'One' },
    ]);
  });

  it('take choices from elsewhere, whatever these are called, and miss none that came that way', () => {
    const places = ['North; old town', 'River, west'];
    const radio: ContactFields = [{ name: 'location', type: 'radio' }];
    const [step] = parseFields(radio, { location: places });
    assert.deepEqual(
      step?.fields[0]?.options,
      places.map((value) => ({ value, label: value })),
    );
    assert.deepEqual(problemsOfFields(radio, step?.fields), []);
    assert.match(problemsOfFields(radio)[0] ?? '', /left out/);
  });

  it('take a list that an editor left empty for none', () => {
    const [step] = parseFields('reason location', { reason: '', location: ' ' });
    assert.deepEqual(
      step?.fields.map(({ type }) => type),
      ['text', 'text'],
    );
  });

  it('leave out what cannot be asked, and say why and what to do', () => {
    const bad = [
      { label: 'No name' },
      { name: '1st' },
      { name: 'empty', type: 'select' },
      { name: 'odd', type: 'colour' },
      'name',
      { name: 'name' },
      { name: 'after', showWhen: { field: 'nowhere', is: 'x' } },
      { name: 'fine', showWhen: { field: 'name', is: 'x' } },
      null,
    ];
    assert.deepEqual(names(bad), ['odd', 'name', 'after', 'fine']);
    const problems = problemsOfFields(bad as ContactFields);
    assert.deepEqual(
      problems.map((problem) => /"(.*?)" (.*?)[:;]/.exec(problem)?.slice(1, 3).join(' ')),
      [
        'undefined is left out',
        '1st is left out',
        'empty is left out',
        'odd becomes a line of text',
        'name is there twice',
        'after is always asked',
        'undefined is left out',
      ],
    );
  });

  it('bear anything that JSON can say, short of what cannot be written as text', () => {
    const anything = fc
      .jsonValue()
      .filter((value) => !/"(?:toString|valueOf)"/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          anything,
          fc.array(
            fc.oneof(
              fc.string(),
              anything,
              fc.record(
                {
                  name: anything,
                  type: anything,
                  options: anything,
                  step: anything,
                  showWhen: anything,
                },
                { requiredKeys: [] },
              ),
            ),
          ),
        ),
        (fields) => {
          for (const { name, type } of fieldsOf(fields)) {
            assert.match(name, /^[a-z][\w.-]*$/i, 'a name that HTML can bear');
            assert.ok(type, 'a type');
          }
          problemsOfFields(fields as ContactFields);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
