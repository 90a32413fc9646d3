// What a visitor sees of a phone number while typing it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  formatPhoneTyping,
  formatPhoneWhole,
  groupDigits,
  type Typed,
} from '../../src/calls/phone-typing.js';

const RUNS = { numRuns: 10_000 };
const EMPTY: Typed = { value: '', caret: 0 };

/** A field as `(210|) 555`: the bar is the cursor. */
const field = (shown: string): Typed => ({
  value: shown.replace('|', ''),
  caret: shown.includes('|') ? shown.indexOf('|') : shown.length,
});
const shown = ({ value, caret }: Typed): string => `${value.slice(0, caret)}|${value.slice(caret)}`;
const digits = (text: string): string => text.replace(/\D/g, '');

/** What the browser makes of a key, before anybody helps. */
const put = ({ value, caret }: Typed, text: string): Typed => ({
  value: value.slice(0, caret) + text + value.slice(caret),
  caret: caret + text.length,
});
const rubOut = ({ value, caret }: Typed): Typed =>
  caret
    ? { value: value.slice(0, caret - 1) + value.slice(caret), caret: caret - 1 }
    : { value, caret };

const type = (start: Typed, text: string): Typed =>
  [...text].reduce(
    (typed, data) => formatPhoneTyping(put(typed, data), { inputType: 'insertText', data }),
    start,
  );
const backspace = (start: Typed): Typed =>
  formatPhoneTyping(rubOut(start), { inputType: 'deleteContentBackward', data: null });
const paste = (start: Typed, data: string): Typed =>
  formatPhoneTyping(put(start, data), { inputType: 'insertFromPaste', data });

describe('a phone number, while it is typed', () => {
  it('gets its signs as it grows, a local one as well', () => {
    const steps = [...'2105550142'].map((_, index, all) => all.slice(0, index + 1).join(''));
    assert.deepEqual(
      steps.map((step) => type(EMPTY, step).value),
      [
        ...['2', '21', '210', '210-5', '210-55', '210-555', '210-5550'],
        ...['(210) 555-01', '(210) 555-014', '(210) 555-0142'],
      ],
    );
  });

  it('keeps a leading 1', () => {
    assert.equal(type(EMPTY, '12105550142').value, '1 (210) 555-0142');
    assert.equal(type(EMPTY, '1').value, '1');
    assert.equal(type(EMPTY, '1210').value, '1 210');
  });

  it('keeps the cursor where somebody mends a digit', () => {
    assert.equal(shown(type(field('(210) |55-0142'), '5')), '(210) 5|55-0142');
    assert.equal(shown(type(field('(21|) 555-0142'), '0')), '(210|) 555-0142');
    assert.equal(shown(type(field('|105550142'), '2')), '(2|10) 555-0142');
  });

  it('deletes as any field does, over a sign too, and goes on from there', () => {
    assert.equal(shown(backspace(field('(210) 555-|0142'))), '(210) 555|0142');
    assert.equal(shown(backspace(backspace(field('(210) 555-|0142')))), '(210) 55|0142');
    let typed = field('(210) 555-0142');
    for (let keys = 0; keys < 14; keys++) typed = backspace(typed);
    assert.deepEqual(typed, EMPTY);
    assert.equal(type(backspace(field('(210) 555-0143')), '2').value, '(210) 555-0142');
  });

  for (const own of [
    ...['210.555.0142', '(210)555-0142', '210 555 0142', '+1 210 555 0142', '+44 20 7946 0018'],
    ...[
      '1-800-555-SPINE',
      '210-555-0142 x7',
      '(210) 555-0142 ext. 7',
      '011 44 20 7946 0018',
      '0142',
    ],
  ]) {
    it(`leaves somebody's own way alone: ${own}`, () => {
      assert.equal(type(EMPTY, own).value, own);
    });
  }

  it('leaves alone what is too long to be one', () => {
    assert.equal(type(field('(210) 555-0142'), '9').value, '(210) 555-01429');
  });

  it('puts signs into pasted digits, and leaves other pasted numbers alone', () => {
    assert.equal(shown(paste(EMPTY, '2105550142')), '(210) 555-0142|');
    for (const own of ['+442079460018', '+12105550142', '210.555.0142', '210-555-0142 x7'])
      assert.equal(paste(EMPTY, own).value, own);
  });

  it('does not touch what is being composed, undone or filled in', () => {
    const typed = field('2105550142');
    for (const change of [
      { inputType: 'insertCompositionText', data: '2' },
      { inputType: 'insertText', data: '2', isComposing: true },
      { inputType: 'historyUndo', data: null },
      { inputType: 'insertReplacementText', data: '2105550142' },
      {},
    ])
      assert.deepEqual(formatPhoneTyping(typed, change), typed);
  });

  it('has its signs in the end, however it came', () => {
    assert.equal(formatPhoneWhole('2105550142'), '(210) 555-0142');
    assert.equal(formatPhoneWhole('12105550142'), '1 (210) 555-0142');
    for (const own of ['', '5550142', '+12105550142', '210.555.0142', '0105550142', 'no phone'])
      assert.equal(formatPhoneWhole(own), own);
  });

  it('never changes, adds or loses a digit, nor moves the cursor past one', () => {
    const key = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'0123456789').map((data) => ({ data })) },
      { weight: 2, arbitrary: fc.constantFrom(...'()- .+xX*#é٣').map((data) => ({ data })) },
      { weight: 2, arbitrary: fc.constant({ back: true }) },
      { weight: 2, arbitrary: fc.nat(20).map((caret) => ({ caret })) },
      {
        weight: 1,
        arbitrary: fc.string({ maxLength: 14 }).map((data) => ({ data, pasted: true })),
      },
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), (keys) => {
        let typed = EMPTY;
        for (const press of keys) {
          if ('caret' in press) {
            typed = { ...typed, caret: Math.min(press.caret, typed.value.length) };
            continue;
          }
          const raw = 'back' in press ? rubOut(typed) : put(typed, press.data);
          typed = formatPhoneTyping(raw, {
            inputType:
              'back' in press
                ? 'deleteContentBackward'
                : 'pasted' in press
                  ? 'insertFromPaste'
                  : 'insertText',
            data: 'back' in press ? null : press.data,
          });
          assert.equal(digits(typed.value), digits(raw.value), 'the digits');
          assert.equal(
            digits(typed.value.slice(0, typed.caret)),
            digits(raw.value.slice(0, raw.caret)),
            'the digits before the cursor',
          );
        }
      }),
      RUNS,
    );
  });

  it('is, typed straight on, what the whole number is written like', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1?[2-9]\d{9}$/), (number) => {
        const { value, caret } = type(EMPTY, number);
        assert.equal(value, groupDigits(number), 'the value');
        assert.equal(caret, value.length, 'the cursor is at the end');
      }),
      RUNS,
    );
  });
});
