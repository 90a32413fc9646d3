import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sayWith } from '../../src/foundation/made-child.js';

describe('sayWith', () => {
  // Anything but a text stands for itself.
  const link = { a: 'link' } as unknown as Node;
  const time = { a: 'time' } as unknown as Node;
  const said = (parts: (Node | string)[]) => parts.filter((part) => part !== '');

  it('puts nodes where a language has its values', () => {
    const english = (name: string, day: string) => `Reviewed by ${name} on ${day}.`;
    const other = (name: string, day: string) => `${day}: ${name}`;
    assert.deepEqual(said(sayWith(english, link, time)), ['Reviewed by ', link, ' on ', time, '.']);
    assert.deepEqual(said(sayWith(other, link, time)), [time, ': ', link]);
  });

  it('takes texts for texts, and tells a language what is missing', () => {
    const by = (name: string, day: string) =>
      `Reviewed${name && ` by ${name}`}${day && ` on ${day}`}`;
    assert.equal(sayWith(by, 'Ann', '').join(''), 'Reviewed by Ann');
    assert.deepEqual(said(sayWith(by, '', time)), ['Reviewed on ', time]);
  });
});
