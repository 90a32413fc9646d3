import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Control } from '../../src/elements/contact-form/form-controls.js';
import { messageFor } from '../../src/elements/contact-form/validity.js';
import { contactFormSending as english } from '../../src/locales/en/contact-form-sending.js';
import { es } from '../../src/locales/messages/es.js';

type Flag = Exclude<keyof ValidityState, 'valid'>;

interface Given {
  type?: string;
  flags: Flag[];
  attributes?: Record<string, string>;
  [property: string]: unknown;
}

/** A control as far as a message may look at it: whoever reads what was typed gets an error. */
function control({ type = 'text', flags, attributes = {}, ...rest }: Given): Control {
  const fake = {
    type,
    name: 'preferred_day',
    form: null,
    labels: null,
    title: '',
    min: '',
    max: '',
    step: '',
    minLength: -1,
    maxLength: -1,
    multiple: false,
    validationMessage: 'The words of the author',
    validity: Object.fromEntries(flags.map((flag) => [flag, true])),
    closest: () => null,
    getAttribute: (name: string) => attributes[name] ?? null,
    ...rest,
  };
  for (const typed of ['value', 'valueAsNumber', 'valueAsDate', 'files', 'checked']) {
    Object.defineProperty(fake, typed, {
      get: () => assert.fail(`a message was made from "${typed}"`),
    });
  }
  return fake as unknown as Control;
}

const say = (given: Given, language = 'en'): string =>
  messageFor([control(given)], language === 'es' ? es.contactFormSending : english, language)
    // Intl puts narrow and other no-break spaces into times.
    .replace(/\s/g, ' ')
    // What stands between a day and a time differs from one version of its data to the next.
    .replace(/(?<=\d{4})(?: at| a las|,) (?=\d+:\d)/, ' ');

const LABEL = '“Preferred day”';

describe('what is wrong with a control, in words', () => {
  const rows: [what: string, given: Given, en: string, es: string][] = [
    ...['text', 'search', 'tel', 'email', 'url', 'password', 'textarea'].map(
      (type): [string, Given, string, string] => [
        `nothing in a field of type ${type}`,
        { type, flags: ['valueMissing'] },
        `Fill in ${LABEL}`,
        'Complete «Preferred day»',
      ],
    ),
    [
      'nothing in a field of a usual name',
      { name: 'email', type: 'email', flags: ['valueMissing'] },
      'Enter an email address',
      'Escriba un correo electrónico',
    ],
    ...['radio', 'select-one', 'select-multiple'].map((type): [string, Given, string, string] => [
      `nothing chosen (${type})`,
      { type, flags: ['valueMissing'] },
      `Choose ${LABEL}`,
      'Elija «Preferred day»',
    ]),
    [
      'a box not ticked',
      { type: 'checkbox', flags: ['valueMissing'] },
      `Tick ${LABEL}`,
      'Marque «Preferred day»',
    ],
    [
      'no file',
      { type: 'file', flags: ['valueMissing'] },
      `Choose a file for ${LABEL}`,
      'Elija un archivo para «Preferred day»',
    ],
    ...['date', 'datetime-local', 'month', 'week'].map((type): [string, Given, string, string] => [
      `no ${type}`,
      { type, flags: ['valueMissing'] },
      `Enter a complete date for ${LABEL}`,
      'Escriba una fecha completa para «Preferred day»',
    ]),
    [
      'half a date, which is missing too',
      { type: 'date', flags: ['valueMissing', 'badInput'] },
      `Enter a complete date for ${LABEL}`,
      'Escriba una fecha completa para «Preferred day»',
    ],
    [
      'half a time',
      { type: 'time', flags: ['badInput'] },
      `Enter a complete time for ${LABEL}`,
      'Escriba una hora completa para «Preferred day»',
    ],
    [
      'no number',
      { type: 'number', flags: ['valueMissing'] },
      `Enter a number for ${LABEL}`,
      'Escriba un número para «Preferred day»',
    ],
    [
      'letters for a number',
      { type: 'number', flags: ['badInput'] },
      `Enter a number for ${LABEL}`,
      'Escriba un número para «Preferred day»',
    ],
    [
      'no email address',
      { type: 'email', flags: ['typeMismatch'] },
      'Enter an email address like name@example.com',
      'Escriba un correo como nombre@example.com',
    ],
    [
      'one of several email addresses is none',
      { type: 'email', multiple: true, flags: ['typeMismatch'] },
      'Enter email addresses like name@example.com, with commas between them',
      'Escriba correos como nombre@example.com, separados por comas',
    ],
    [
      'no web address',
      { type: 'url', flags: ['typeMismatch'] },
      'Enter a web address like https://example.com',
      'Escriba una dirección web como https://example.com',
    ],
    [
      'a pattern that the author explains',
      { title: 'Five digits.', flags: ['patternMismatch'] },
      `Check ${LABEL}. Five digits.`,
      'Revise «Preferred day». Five digits.',
    ],
    [
      'a pattern that nobody explains',
      { flags: ['patternMismatch'] },
      `Check ${LABEL}.`,
      'Revise «Preferred day».',
    ],
    [
      'too few characters',
      { minLength: 10, flags: ['tooShort'] },
      `${LABEL} needs at least 10 characters`,
      '«Preferred day» necesita al menos 10 caracteres',
    ],
    [
      'too many characters',
      { maxLength: 40, flags: ['tooLong'] },
      `${LABEL} can have at most 40 characters`,
      '«Preferred day» admite como máximo 40 caracteres',
    ],
    [
      'too small a number',
      { type: 'number', min: '1500.5', flags: ['rangeUnderflow'] },
      `${LABEL} must be 1,500.5 or more`,
      '«Preferred day» debe ser 1500,5 o más',
    ],
    [
      'too large a number',
      { type: 'number', max: '20000', flags: ['rangeOverflow'] },
      `${LABEL} must be 20,000 or less`,
      '«Preferred day» debe ser 20.000 o menos',
    ],
    [
      'too early a date',
      { type: 'date', min: '2026-03-04', flags: ['rangeUnderflow'] },
      `${LABEL} must be March 4, 2026 or later`,
      '«Preferred day» debe ser 4 de marzo de 2026 o después',
    ],
    [
      'too late a date',
      { type: 'date', max: '2026-12-31', flags: ['rangeOverflow'] },
      `${LABEL} must be December 31, 2026 or earlier`,
      '«Preferred day» debe ser 31 de diciembre de 2026 o antes',
    ],
    [
      'too late a month',
      { type: 'month', max: '2026-12', flags: ['rangeOverflow'] },
      `${LABEL} must be December 2026 or earlier`,
      '«Preferred day» debe ser diciembre de 2026 o antes',
    ],
    [
      'too early a moment',
      { type: 'datetime-local', min: '2026-03-04T08:30', flags: ['rangeUnderflow'] },
      `${LABEL} must be March 4, 2026 8:30 AM or later`,
      '«Preferred day» debe ser 4 de marzo de 2026 8:30 o después',
    ],
    [
      'too early a time of day',
      { type: 'time', min: '08:30', flags: ['rangeUnderflow'] },
      `${LABEL} must be 8:30 AM or later`,
      '«Preferred day» debe ser 8:30 o después',
    ],
    [
      'a time outside a range over midnight',
      { type: 'time', min: '22:00', max: '06:00', flags: ['rangeUnderflow', 'rangeOverflow'] },
      `${LABEL} must be between 10:00 PM and 6:00 AM`,
      '«Preferred day» debe estar entre 22:00 y 6:00',
    ],
    [
      'a broken number',
      { type: 'number', flags: ['stepMismatch'] },
      `${LABEL} must be a whole number`,
      '«Preferred day» debe ser un número entero',
    ],
    [
      'a number between the steps',
      { type: 'number', min: '1', step: '0.5', flags: ['stepMismatch'] },
      `${LABEL} goes in steps of 0.5, starting at 1`,
      '«Preferred day» va en pasos de 0,5, a partir de 1',
    ],
    [
      'a time between the steps',
      { type: 'time', min: '09:00', step: '900', flags: ['stepMismatch'] },
      `${LABEL} goes in steps of 15 minutes, starting at 9:00 AM`,
      '«Preferred day» va en pasos de 15 minutos, a partir de 9:00',
    ],
    [
      'a day between the steps',
      { type: 'date', step: '7', flags: ['stepMismatch'] },
      `${LABEL} goes in steps of 7 days`,
      '«Preferred day» va en pasos de 7 días',
    ],
  ];
  for (const [what, given, en, spanish] of rows) {
    it(what, () => {
      assert.equal(say(given), en);
      assert.equal(say(given, 'es'), spanish);
    });
  }

  it("the author's own words come first", () => {
    const attributes = { 'data-error': 'Ask the desk.', 'data-error-required': 'We need a day.' };
    assert.equal(say({ attributes, flags: ['valueMissing'] }), 'We need a day.');
    assert.equal(say({ attributes, flags: ['patternMismatch'], title: 'T' }), 'Ask the desk.');
    assert.equal(
      say({ attributes: { 'data-error': 'Ask the desk.' }, flags: ['valueMissing'] }),
      'Ask the desk.',
    );
    assert.equal(
      say({
        attributes: { 'data-error-required': 'We need a day.' },
        type: 'date',
        flags: ['valueMissing', 'badInput'],
      }),
      `Enter a complete date for ${LABEL}`,
      'half a date is not nothing',
    );
    assert.equal(
      say({ attributes, flags: ['customError', 'valueMissing'] }),
      'The words of the author',
    );
  });

  it('a field without label is called by its placeholder, or its name in words', () => {
    const flags: Flag[] = ['valueMissing'];
    assert.equal(say({ flags, attributes: { placeholder: 'Your town *' } }), 'Fill in “Your town”');
    assert.equal(say({ flags, name: 'your-topics[]' }), 'Fill in “Your topics”');
    assert.equal(
      say({ flags, attributes: { 'aria-label': 'Town', placeholder: 'San…' } }),
      'Fill in “Town”',
    );
  });

  it('the words of a long consent are cut at a word', () => {
    const consent = 'I agree that the clinic calls me back about what I have written here, '.repeat(
      4,
    );
    const message = say({
      type: 'checkbox',
      flags: ['valueMissing'],
      attributes: { 'aria-label': consent },
    });
    assert.match(message, /^Tick “I agree that .{20,70}\w…”$/);
  });

  it('bears any limit, step, language and label, and never looks at what was typed', () => {
    const flag = fc.constantFrom<Flag>(
      'badInput',
      'patternMismatch',
      'rangeOverflow',
      'rangeUnderflow',
      'stepMismatch',
      'tooLong',
      'tooShort',
      'typeMismatch',
      'valueMissing',
    );
    const types = ['text', 'email', 'url', 'number', 'range', 'date', 'time', 'month', 'week'];
    const limit = fc.oneof(
      fc.string(),
      fc.constantFrom('2026-02-31', '25:61', '1e999', '-0', 'any'),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(flag, { minLength: 1 }),
        fc.constantFrom(...types, 'datetime-local', 'radio', 'checkbox', 'file', 'textarea'),
        fc.record({ min: limit, max: limit, step: limit, name: fc.string(), title: fc.string() }),
        fc.oneof(fc.string(), fc.constantFrom('en_US', 'es-MX', 'ar', '')),
        (flags, type, given, language) => {
          const message = messageFor([control({ type, flags, ...given })], english, language);
          assert.equal(typeof message, 'string');
          assert.ok(message.trim().length > 0, 'something is said');
        },
      ),
      { numRuns: 3000 },
    );
  });
});
