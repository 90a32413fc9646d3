import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { transportFor } from '../../src/leads/transports/choose.js';
import { json } from '../../src/leads/transports/json.js';
import { native } from '../../src/leads/transports/native.js';
import type { Transport } from '../../src/leads/transports/transport.js';
import { vendors } from '../../src/leads/transports/vendors.js';
import { LEAD, parcelOf } from './transport-support.js';

const ANY = 'https://clinic.example/lead';

async function choose(wanted: unknown, action: string) {
  const warnings: string[] = [];
  const transport = await transportFor(wanted, new URL(action), (said) => warnings.push(said));
  return { transport, warnings };
}

describe('a transport', () => {
  it('is the one that is named, whatever the address', async () => {
    for (const [name, transport] of [
      ...Object.entries(vendors),
      ['json', json],
      ['native', native],
      [' Contact-Form-7 ', vendors['contact-form-7']],
    ] as const) {
      for (const action of [ANY, 'https://formspree.io/f/abcdwxyz']) {
        const chosen = await choose(name, action);
        assert.ok(chosen.transport === transport, `${name} for ${action}`);
        assert.deepEqual(chosen.warnings, []);
      }
    }
  });

  const looks: [action: string, transport: unknown][] = [
    [`${ANY}`, json],
    ['https://clinic.example/', json],
    ['https://clinic.example/contact-forms/', json],
    ['https://clinic.example/blog/formspree.io/', json],
    ['https://formspree.io.example/f/abcdwxyz', json],
    ['https://hsforms.com.example/submissions/v3/integration/submit/1/2', json],
    [
      'https://clinic.example/wp-json/contact-form-7/v1/contact-forms/7/feedback',
      vendors['contact-form-7'],
    ],
    ['https://clinic.example/es/contact-forms/814/feedback/', vendors['contact-form-7']],
    [
      'https://clinic.example/?rest_route=/contact-form-7/v1/contact-forms/7/feedback',
      vendors['contact-form-7'],
    ],
    ['https://clinic.example/wp-json/gf/v2/forms/3/submissions', vendors['gravity-forms']],
    ['https://clinic.example/?rest_route=/gf/v2/forms/3/submissions', vendors['gravity-forms']],
    ['https://clinic.example/wp-json/gf/v2/forms/3/submissions/validation', json],
    [
      'https://api.hsforms.com/submissions/v3/integration/submit/1234567/00000000-0000-4000-8000-000000000000',
      vendors.hubspot,
    ],
    [
      'https://api-eu1.hsforms.com/submissions/v3/integration/submit/1234567/00000000-0000-4000-8000-000000000000',
      vendors.hubspot,
    ],
    ['https://formspree.io/f/abcdwxyz', vendors.formspree],
    ['https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8', native],
    ['https://example.my.salesforce.com/servlet/servlet.WebToCase?orgId=1', native],
  ];
  for (const [action, transport] of looks) {
    it(`is guessed for ${action}, and said where it is not JSON`, async () => {
      for (const wanted of [undefined, null, '', ' ', 'auto', ' AUTO ']) {
        const chosen = await choose(wanted, action);
        assert.ok(chosen.transport === transport, 'the right one');
        assert.equal(chosen.warnings.length, transport === json ? 0 : 1, 'said once');
      }
    });
  }

  it('says its guess in a way that can be copied', async () => {
    const { warnings } = await choose('auto', 'https://formspree.io/f/abcdwxyz');
    assert.match(warnings[0]!, /transport="formspree"/);
  });

  it('with a name that there is none of is guessed, and said', async () => {
    for (const wanted of ['cf7', 'constructor', '__proto__', 'mailto']) {
      const { transport, warnings } = await choose(wanted, ANY);
      assert.ok(transport === json, wanted);
      assert.match(warnings[0]!, /none of auto, json, form, contact-form-7/);
    }
  });

  it('may be the page’s own, with the two functions that it needs', async () => {
    const own: Transport = {
      request: () => new Request(ANY, { method: 'POST' }),
      reply: () => Promise.resolve({ kind: 'unclear' }),
    };
    const { transport, warnings } = await choose(own, ANY);
    assert.ok(transport === own, 'the very object');
    assert.deepEqual(warnings, []);
    for (const half of [{}, { request: own.request }, { request: 'x', reply: 'y' }, []]) {
      const chosen = await choose(half, ANY);
      assert.ok(chosen.transport === json, 'guessed');
      assert.match(chosen.warnings[0]!, /request\(\) and reply\(\)/);
    }
  });
});

describe('a transport whose code does not arrive', () => {
  const gone = () => Promise.reject(new Error('gone'));
  const quiet = () => {};

  it('sends nothing, so that its tries may be repeated, and asks for the code again', async () => {
    let asked = 0;
    let load: () => Promise<{ vendors: typeof vendors }> = gone;
    const late = (await transportFor('formspree', new URL(ANY), quiet, () => {
      asked++;
      return load();
    })) as Transport;
    assert.throws(() => late.request(parcelOf(ANY)), /has not arrived/);
    assert.equal(late.foldsEqualIds, true, 'nothing was sent that could be doubled');
    assert.equal(asked, 2);
    load = () => Promise.resolve({ vendors });
    assert.throws(() => late.request(parcelOf(ANY)), /has not arrived/);
    await new Promise((resolve) => setTimeout(resolve));
    assert.equal(late.request(parcelOf(ANY)).method, 'POST');
    assert.equal(late.foldsEqualIds, false, 'from now on as the vendor does');
    assert.deepEqual(await late.reply(LEAD, Response.json({ ok: true })), {
      kind: 'accepted',
      receipt: '',
    });
  });

  it('does not let files be forgotten', async () => {
    for (const [name, carries] of [
      ['hubspot', false],
      ['form', true],
      ['netlify', true],
    ] as const) {
      const late = (await transportFor(name, new URL(ANY), quiet, gone)) as Transport;
      assert.equal(late.carriesFiles, carries, name);
      assert.equal(!!vendors[name].carriesFiles, carries, name);
    }
  });

  it('does not keep the visitor waiting', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const chosen = transportFor('form', new URL(ANY), quiet, () => new Promise(() => {}));
    t.mock.timers.tick(2000);
    assert.ok('request' in (await chosen), 'a transport that tries later');
  });
});

describe('an ordinary form post', () => {
  it('has the id and what the page has a name for beside the visitor’s own fields', () => {
    const fields = native.formFields(
      parcelOf(ANY, { attributionNames: { utm_source: '00N000000000001' } }),
    );
    assert.deepEqual(
      [...fields],
      [
        ['_clinic_id', LEAD.id],
        ['00N000000000001', 'google'],
      ],
    );
  });
});
