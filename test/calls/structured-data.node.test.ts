import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { numbersInJsonLd } from '../../src/calls/ledger/structured-data.js';

describe('the numbers of a JSON-LD script', () => {
  it('are found wherever they stand, in their order', () => {
    const data = [
      { '@graph': [{ telephone: 'A' }, { department: [{ telephone: ['B', 'C'] }] }] },
      { contactPoint: { telephone: { '@value': 'D' }, faxNumber: 'E' } },
      { telephone: 2105550142 },
      { name: 'telephone', url: 'tel:F' },
    ];
    assert.deepEqual(numbersInJsonLd(JSON.stringify(data)), [
      'A',
      'B',
      'C',
      'D',
      'E',
      '2105550142',
    ]);
  });

  it('are undefined where it is no JSON, and none where it says nothing', () => {
    assert.equal(numbersInJsonLd('{"telephone":"A",}'), undefined);
    assert.equal(numbersInJsonLd('<!-- -->'), undefined);
    for (const json of ['null', '1', '"telephone"', '[]', '{"telephone":null}'])
      assert.deepEqual(numbersInJsonLd(json), [], json);
  });

  it('are found in very deep and very wide data', () => {
    const depth = 2000;
    const deep = `${'{"a":'.repeat(depth)}{"telephone":"A"}${'}'.repeat(depth)}`;
    assert.deepEqual(numbersInJsonLd(deep), ['A']);
    const wide = Array.from({ length: 300_000 }, () => ({}));
    assert.deepEqual(numbersInJsonLd(JSON.stringify([...wide, { telephone: 'B' }])), ['B']);
  });

  it('never throw, whatever stands there', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    const keys = fc.constantFrom('telephone', 'faxNumber', '@graph', '@value', '__proto__', 'x');
    const hostile = fc.oneof(
      fc.string(),
      fc.dictionary(keys, value).map((o) => JSON.stringify(o)),
    );
    fc.assert(
      fc.property(hostile, (json) => {
        const found = numbersInJsonLd(json);
        assert.ok(!found || found.every((one) => typeof one === 'string'), 'texts, or nothing');
      }),
      { numRuns: 2000 },
    );
  });
});
