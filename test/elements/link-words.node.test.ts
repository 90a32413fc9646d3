import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { arrowAt, saysNewTab } from '../../src/elements/action-link/link-words.js';

describe('the words of a link', () => {
  it('end before an arrow that the author typed', () => {
    const arrows = ['→', ' →', '  »', '\u00A0›', ' ->', ' =>', ' >', '➜', ' ➡️', ' ↗', '← ', ' «'];
    for (const arrow of arrows) assert.equal(arrowAt(`Begin${arrow}`), 5, JSON.stringify(arrow));
  });

  it('have no arrow in the middle, and an arrow alone is the name', () => {
    const none = ['Begin', 'A → B', '→', ' » ', '', 'more than 6 weeks', '5 - 6', '<b'];
    for (const text of none) assert.equal(arrowAt(text), -1, JSON.stringify(text));
  });

  it('are never cut: what is before the arrow is kept, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const at = arrowAt(text);
        return (
          at === -1 || (text.slice(0, at).trim() !== '' && /^\s*\S{1,2}\s*$/u.test(text.slice(at)))
        );
      }),
    );
  });

  it('may say themselves that a new tab opens', () => {
    for (const text of ['Book (opens in new window)', 'Reservar (ventana nueva)', 'In a New Tab'])
      assert.ok(saysNewTab(text), text);
    for (const text of ['Book a new appointment', 'Newtab', 'What is new'])
      assert.ok(!saysNewTab(text), text);
  });
});
