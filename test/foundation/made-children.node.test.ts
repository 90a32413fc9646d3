import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { made, sayWith, type MadeContent } from '../../src/foundation/made-child.js';

describe('sayWith', () => {
  const link = made('a', { href: '/ann/' }, 'Ann');
  const time = made('time', { datetime: '2026-03-04' }, 'March 4');
  const said = (parts: MadeContent[]) => parts.filter((part) => part !== '');

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
