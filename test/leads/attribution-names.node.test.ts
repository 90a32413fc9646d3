// What a form asks for, and what its endpoint calls it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { attributionFor } from '../../src/leads/attribution/attribution.js';
import { namesIn } from '../../src/leads/attribution/names.js';
import { ALL_NAMES, STANDARD_NAMES } from '../../src/leads/attribution/tracker.js';
import { checkLead, LEAD_LIMITS } from '../../src/leads/lead.js';

describe('a form asks', () => {
  it('for the standard set with nothing', () => {
    for (const wish of ['', '  ', {}])
      assert.deepEqual(namesIn(wish), {
        names: STANDARD_NAMES,
        endpointNames: {},
        problems: [],
      });
  });

  it('for names, each with what the endpoint calls it', () => {
    const wanted = {
      names: ['utm_source', 'ScCid', 'page'],
      endpointNames: { utm_source: 'input_12', page: 'fields[page]=1' },
      problems: [],
    };
    assert.deepEqual(namesIn(' utm_source=input_12,\n SCCID page=fields[page]=1 '), wanted);
    assert.deepEqual(
      namesIn({ utm_source: 'input_12', ScCid: '', page: 'fields[page]=1' }),
      wanted,
    );
  });

  it('and is told which names there are not', () => {
    const { names, problems } = namesIn('utm_source utm_sauce=x __proto__ constructor');
    assert.deepEqual(names, ['utm_source']);
    assert.equal(problems.length, 3);
    assert.match(problems[0]!, /"utm_sauce"/);
  });

  it('in the words of HubSpot, by name or by transport', () => {
    for (const { names, endpointNames } of [namesIn('hubspot'), namesIn('', 'hubspot')]) {
      assert.deepEqual(names, STANDARD_NAMES);
      assert.equal(endpointNames.gclid, 'hs_google_click_id');
      assert.equal(endpointNames.fbclid, 'hs_facebook_click_id');
      assert.equal(endpointNames.utm_source, 'utm_source');
    }
    assert.deepEqual(namesIn('gclid utm_term=keyword', 'hubspot').endpointNames, {
      gclid: 'hs_google_click_id',
      utm_term: 'keyword',
    });
  });

  it('only for what is mapped, where each account has names of its own', () => {
    for (const system of ['gravity-forms', 'salesforce']) {
      assert.deepEqual(namesIn('utm_source=input_12', system), {
        names: ['utm_source'],
        endpointNames: { utm_source: 'input_12' },
        problems: [],
      });
      const { names, problems } = namesIn(`${system} utm_source=00N5f00000AbCdE gclid`);
      assert.deepEqual(names, ['utm_source']);
      assert.match(problems[0]!, new RegExp(system));
      assert.deepEqual(namesIn('', system).names, []);
    }
  });

  it('in any words without throwing', () => {
    const odd = fc.oneof(fc.string(), fc.dictionary(fc.string(), fc.string()), fc.anything());
    fc.assert(
      fc.property(odd, fc.string(), (wish, transport) => {
        const { names } = namesIn(wish as string, transport);
        assert.ok(
          names.every((name) => ALL_NAMES.includes(name)),
          'names are ours',
        );
      }),
    );
  });
});

it('a lead has room for everything at its longest', () => {
  assert.ok(ALL_NAMES.length <= LEAD_LIMITS.attribution, `names: ${ALL_NAMES.length}`);
  const checked = checkLead({
    id: '3f1c9a52-7b0e-4d55-9f0a-2c6d3e8b1a77',
    fields: { name: 'Rosa' },
    attribution: Object.fromEntries(ALL_NAMES.map((name) => [name, 'x'.repeat(200)])),
    page: { url: '' },
    submittedAt: '2026-11-25T09:30:00.000Z',
  });
  assert.ok(checked.ok, 'the lead is one');
});

it('without a page there is nothing to say, and nothing fails', async () => {
  assert.deepEqual(attributionFor('', undefined, assert.fail).values, {});
  const door = await import('../../src/attribution.js');
  door.setAttributionConsent('granted');
  door.configureAttribution({ scrub: false });
  door.clearAttribution();
  assert.deepEqual(door.readAttribution(), {});
});
