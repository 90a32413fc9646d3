import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actionsOf, needsOf } from '../../src/guidance/outcome-actions.js';
import type { Action, Level, Outcome } from '../../src/guidance/tree.js';

const text = { en: 'x' };
const emergency: Action = { kind: 'call', number: 'emergency', text };
const clinic: Action = { kind: 'call', number: 'clinic' };
const link: Action = { kind: 'link', href: '/er/', text };
const form: Action = { kind: 'form' };
const outcome = (level: Level, ...actions: Action[]): Outcome => ({
  level,
  heading: text,
  body: text,
  actions,
  related: [],
});

describe('What can be done at an outcome', () => {
  it('begins with the call in an emergency, written or not, and has it once', () => {
    const call = { kind: 'call', number: 'emergency' };
    assert.deepEqual(actionsOf(outcome('emergency')), [call]);
    assert.deepEqual(actionsOf(outcome('emergency', link, emergency)), [call, link]);
  });

  it('is in the author’s order everywhere else', () => {
    for (const level of ['urgent', 'soon', 'routine', 'self'] as const)
      assert.deepEqual(actionsOf(outcome(level, link, emergency)), [link, emergency], level);
  });
});

describe('What outcomes need of a page', () => {
  it('is the clinic’s number and a form, where one offers them', () => {
    assert.deepEqual(needsOf([outcome('soon', link), outcome('emergency', emergency)]), {
      clinicNumber: false,
      form: false,
    });
    assert.deepEqual(needsOf([outcome('soon', clinic), outcome('self', form)]), {
      clinicNumber: true,
      form: true,
    });
  });
});
