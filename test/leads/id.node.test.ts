import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { newLeadId } from '../../src/leads/id.js';
import { checkLead } from '../../src/leads/lead.js';

const VERSION_4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

describe("a lead's id", () => {
  const { randomUUID } = crypto;
  afterEach(() => {
    crypto.randomUUID = randomUUID;
  });

  for (const [where, prepare] of [
    ['on a secure page', () => {}],
    [
      'on a plain http page, where crypto.randomUUID is missing',
      () => Object.assign(crypto, { randomUUID: undefined }),
    ],
  ] as const) {
    it(`is a random UUID that a receiver takes, ${where}`, () => {
      prepare();
      const ids = Array.from({ length: 2000 }, newLeadId);
      for (const id of ids) assert.match(id, VERSION_4);
      assert.equal(new Set(ids).size, ids.length);
      const { ok } = checkLead({
        id: ids[0],
        fields: { message: 'x' },
        page: { url: '' },
        submittedAt: '2026-03-01T09:30:00.000Z',
      });
      assert.equal(ok, true);
    });

    it(`is random in every place that is not fixed, ${where}`, () => {
      prepare();
      const ids = Array.from({ length: 400 }, newLeadId);
      for (let place = 0; place < 36; place++) {
        const letters = new Set(ids.map((id) => id[place])).size;
        const expected = [8, 13, 18, 23, 14].includes(place) ? 1 : place === 19 ? 4 : 16;
        assert.equal(letters, expected, `place ${place}`);
      }
    });
  }
});
