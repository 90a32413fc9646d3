import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import * as door from '../../src/leads/index.js';
import {
  checkLead,
  isReceiptFor,
  LEAD_LIMITS,
  leadFromFormEntries,
  rejectionFor,
  safeFieldName,
  type Lead,
  type LeadCheck,
} from '../../src/leads/lead.js';
import schema from '../../src/leads/lead.schema.json' with { type: 'json' };

const ID = '3f1c9a52-7b0e-4d55-9f0a-2c6d3e8b1a77';
const OTHER_ID = '0b9e7c1d-5a34-4e21-8c66-9d2f4b7a1e03';
const NOW = new Date('2026-03-01T09:30:00.000Z');

const smallest = () => ({
  id: ID,
  fields: { message: 'My knee hurts.' } as Record<string, unknown>,
  page: { url: 'https://clinic.example/knee/' },
  submittedAt: NOW.toISOString(),
});

function accepted(check: LeadCheck): Lead {
  assert.ok(check.ok, `refused: ${JSON.stringify(!check.ok && check.errors)}`);
  return check.lead;
}

function problemPaths(check: LeadCheck): string[] {
  assert.ok(!check.ok, 'accepted');
  return check.errors.map((problem) => problem.path);
}

const withField = (name: string, value: unknown) => ({
  ...smallest(),
  fields: Object.fromEntries([
    ['message', 'Hello'],
    [name, value],
  ]),
});

// addFormats is a CommonJS default export: its types and its runtime shape differ.
const ajv = new Ajv2020({ strict: true });
(addFormats as unknown as (instance: Ajv2020) => void)(ajv);
const fitsSchema = ajv.compile(schema);

/** The one thing that the schema cannot say. Mirrors the documentation, not the code. */
function holdsTooMuchText(value: unknown): boolean {
  let total = 0;
  const add = (part: unknown): void => {
    if (typeof part === 'string') total += part.length;
    else if (Array.isArray(part)) part.forEach(add);
    else if (typeof part === 'object' && part !== null) {
      for (const [key, inner] of Object.entries(part)) {
        total += key.length;
        add(inner);
      }
    }
  };
  add(value);
  return total > LEAD_LIMITS.total;
}

const safeName = fc
  .oneof(
    fc.constantFrom(
      'name',
      'email',
      'your-name',
      'topics[]',
      'input_1.3',
      'Téléphone',
      '姓名',
      'to',
    ),
    fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_ .:[\]()/-]{0,30}$/),
  )
  .filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    '=1+1',
    'a\r\nBcc: b@c.example',
    '<script>x</script>',
    '\u0000\u0007',
    '\ud800',
    '',
  ),
);
const time = fc
  .date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const id = fc.uuid({ version: [1, 4, 7] });

const validLead = fc
  .record(
    {
      id,
      supersedes: fc.array(id, { maxLength: LEAD_LIMITS.supersedes }),
      form: safeName,
      fields: fc
        .dictionary(safeName, fc.oneof(text, fc.array(text, { maxLength: 5 })), { maxKeys: 8 })
        .map((fields) => ({ ...fields, message: 'x' })),
      consents: fc.array(
        fc.record(
          {
            purpose: safeName,
            text,
            given: fc.boolean(),
            at: time,
            sha256: fc.string({
              unit: fc.constantFrom(...'0123456789abcdef'),
              minLength: 64,
              maxLength: 64,
            }),
          },
          { requiredKeys: ['purpose', 'text', 'given', 'at'] },
        ),
        { maxLength: 3 },
      ),
      attribution: fc.dictionary(safeName, text, { maxKeys: 5 }),
      signals: fc.record(
        {
          trap: fc.boolean(),
          seconds: fc.nat(LEAD_LIMITS.signal),
          interactions: fc.nat(LEAD_LIMITS.signal),
          proof: text,
        },
        { requiredKeys: [] },
      ),
      page: fc.record(
        { url: fc.oneof(fc.webUrl(), fc.constant('')), title: text, language: text },
        { requiredKeys: ['url'] },
      ),
      submittedAt: time,
    },
    { requiredKeys: ['id', 'fields', 'page', 'submittedAt'] },
  )
  // As it comes off the wire.
  .map((lead) => JSON.parse(JSON.stringify(lead)) as Record<string, unknown>);

/** Values that sit just on either side of a rule. */
const nearMiss = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    ...[null, '', ' ', '\u00a0', 0, -1, 1.5, 1e9, 1e9 + 1, true, [], {}, [null], [['x']], { a: 1 }],
    ...[ID, ID.toUpperCase(), `urn:uuid:${ID}`, '00000000-0000-0000-0000-000000000000'],
    ...['2026-02-29T00:00:00Z', '2028-02-29T00:00:00Z', '2026-01-01T24:00:00Z'],
    ...['2026-01-01T23:59:60Z', '2026-01-01T00:00:00+01:00', '2026-01-01', '0000-02-29T00:00:00Z'],
    ...[
      'javascript:alert(1)',
      'https://',
      'http://x',
      'https://a b',
      '//x',
      'HTTPS://x',
      'ftp://x',
    ],
    ...['https://x\n', 'constructor', '__proto__', 'a\nb', '<b>', 'a'.repeat(100), 'a'.repeat(101)],
    ...['𝒳'.repeat(100), '𝒳'.repeat(101), '🦵'.repeat(1000), '🦵'.repeat(1001)],
    ...['x'.repeat(LEAD_LIMITS.value), 'x'.repeat(LEAD_LIMITS.value + 1)],
    Array<string>(50).fill('x'),
    Array<string>(51).fill('x'),
    Array<null>(30).fill(null),
  ),
);

/** A place in a lead, and what to put there; `undefined` takes it away. */
const mutation = fc.record({
  path: fc.oneof(
    fc.constantFrom(
      ...['id', 'supersedes', 'form', 'fields', 'consents', 'attribution', 'signals', 'page'],
      ...['submittedAt', 'fields.message', 'fields.other', 'fields.message.0', 'fields.topics'],
      ...['consents.0', 'consents.0.purpose', 'consents.0.text', 'consents.0.given'],
      ...[
        'consents.0.at',
        'consents.0.sha256',
        'supersedes.0',
        'attribution.utm_source',
        'signals.trap',
        'signals.seconds',
      ],
      ...[
        'signals.interactions',
        'signals.proof',
        'page.url',
        'page.title',
        'page.language',
        'unknown',
      ],
      ...['page.unknown', 'signals.unknown', 'fields.__proto__', 'fields.constructor'],
      ...['attribution.prototype', 'fields.', 'fields.<b>', '__proto__'],
    ),
    fc.string({ maxLength: 4 }).map((name) => `fields.${name}`),
  ),
  value: fc.oneof(
    { weight: 4, arbitrary: nearMiss },
    { weight: 1, arbitrary: fc.constant(undefined) },
  ),
});

function mutate(lead: unknown, { path, value }: { path: string; value: unknown }): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(lead));
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let parent = copy;
  for (const key of keys) {
    if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, key)) return copy;
    parent = (parent as Record<string, unknown>)[key];
  }
  if (typeof parent !== 'object' || parent === null) return copy;
  if (value === undefined) delete (parent as Record<string, unknown>)[last];
  else {
    Object.defineProperty(parent, last, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return JSON.parse(JSON.stringify(copy));
}

describe('checkLead', () => {
  it('accepts the smallest lead and fills in what was left out', () => {
    const lead = accepted(checkLead(smallest()));
    assert.deepEqual(JSON.parse(JSON.stringify(lead)), {
      id: ID,
      form: 'contact',
      fields: { message: 'My knee hurts.' },
      consents: [],
      attribution: {},
      signals: {},
      page: { url: 'https://clinic.example/knee/' },
      submittedAt: '2026-03-01T09:30:00.000Z',
    });
  });

  it('accepts a full lead as it is', () => {
    const full = {
      ...smallest(),
      supersedes: [OTHER_ID],
      form: 'callback',
      fields: { name: 'Ana Šťastný 李 🦵', 'topics[]': ['knee', ''], toString: 'a field like any' },
      consents: [
        {
          purpose: 'contact',
          text: 'You may call me.',
          given: true,
          at: NOW.toISOString(),
          sha256: createHash('sha256').update('You may call me.').digest('hex'),
        },
      ],
      attribution: { utm_source: 'newsletter' },
      signals: { trap: false, seconds: 41, interactions: 120, proof: 'eyJjaGFsbGVuZ2UiOnt9fQ==' },
      page: { url: 'https://clinic.example/', title: 'Knee', language: 'en' },
    };
    assert.deepEqual(JSON.parse(JSON.stringify(accepted(checkLead(full)))), full);
  });

  it('passes values byte for byte, whatever a receiver must neutralise later', () => {
    for (const value of [
      '=HYPERLINK("https://evil.test","x")',
      'a@b.example\r\nBcc: x@evil.test',
      '<script>alert(1)</script>',
      ' \t padded \n',
      '\u0000\u0007\u202e',
      'lone \ud800 surrogate',
    ]) {
      assert.equal(accepted(checkLead(withField('extra', value))).fields['extra'], value);
    }
  });

  it('drops keys that it does not know, at the top and further in', () => {
    const lead = accepted(
      checkLead({
        ...smallest(),
        admin: true,
        page: { url: '', referrer: 'https://elsewhere.example' },
        signals: { score: 9 },
      }),
    );
    assert.equal('admin' in lead, false);
    assert.deepEqual(lead.page, { url: '' });
    assert.deepEqual(lead.signals, {});
  });

  it('makes a copy that shares nothing with what it was given', () => {
    const given = { ...smallest(), consents: [], attribution: { a: 'b' } };
    const lead = accepted(checkLead(given));
    given.fields['message'] = 'changed';
    given.attribution.a = 'changed';
    assert.equal(lead.fields['message'], 'My knee hurts.');
    assert.equal(lead.attribution['a'], 'b');
    assert.notEqual(lead.page, given.page);
  });

  it('refuses names that reach a prototype, and pollutes none', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const hostile: unknown = JSON.parse(
        `{"id":"${ID}","fields":{"message":"x","${name}":"polluted"},` +
          `"attribution":{"${name}":"polluted"},"__proto__":{"polluted":"yes"},` +
          `"page":{"url":"","__proto__":{"title":"polluted"}},` +
          `"submittedAt":"2026-03-01T09:30:00Z"}`,
      );
      assert.deepEqual(problemPaths(checkLead(hostile)), [
        `/fields/${name}`,
        `/attribution/${name}`,
      ]);
    }
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    const lead = accepted(checkLead(smallest()));
    assert.equal(lead.fields['toString'], undefined, 'a name that was not sent is not there');
  });

  it('does not take inherited properties for data', () => {
    assert.equal(checkLead(Object.create(smallest())).ok, false);
  });

  it('refuses names with markup, line breaks, quotes or nothing in them', () => {
    for (const name of ['', ' a', '<b>', 'a\nb', 'a"b', "a'b", '-a', '\u0000', '\ud800']) {
      assert.equal(checkLead(withField(name, 'x')).ok, false, JSON.stringify(name));
    }
  });

  it('needs at least one answer that is not blank', () => {
    for (const fields of [
      {},
      { a: '' },
      { a: ' \n\t\u00a0' },
      { a: [] },
      { a: ['', ' '], b: '' },
    ]) {
      assert.deepEqual(problemPaths(checkLead({ ...smallest(), fields })), ['/fields']);
    }
    accepted(checkLead({ ...smallest(), fields: { a: ['', 'x'] } }));
  });

  it('refuses an id that is not a random-looking UUID in lower case', () => {
    for (const bad of [
      ...['', 'x', ID.toUpperCase(), `{${ID}}`, `urn:uuid:${ID}`, 7, null, `${ID}\n`],
      ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ]) {
      assert.deepEqual(problemPaths(checkLead({ ...smallest(), id: bad })), ['/id']);
    }
  });

  it('refuses times that are not real, or not in UTC', () => {
    for (const bad of [
      ...['2026-02-30T10:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01T10:00:60Z', '2026-01-01'],
      ...['2026-01-01T10:00:00', '2026-01-01T10:00:00+01:00', 'yesterday', '', 0],
    ]) {
      assert.deepEqual(problemPaths(checkLead({ ...smallest(), submittedAt: bad })), [
        '/submittedAt',
      ]);
    }
  });

  it('refuses a page that is neither http nor unknown', () => {
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      '/knee',
      'https://',
      'about:blank',
    ]) {
      assert.deepEqual(problemPaths(checkLead({ ...smallest(), page: { url: bad } })), [
        '/page/url',
      ]);
    }
  });

  it('holds each limit exactly', () => {
    const many = (count: number, value: unknown) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, value]));
    const consent = { purpose: 'contact', text: '', given: true, at: NOW.toISOString() };
    const cases: [string, (size: number) => unknown, number][] = [
      ['fields', (size) => ({ ...smallest(), fields: many(size, 'x') }), LEAD_LIMITS.fields],
      ['name', (size) => withField('n'.repeat(size), 'x'), LEAD_LIMITS.name],
      ['value', (size) => withField('long', 'x'.repeat(size)), LEAD_LIMITS.value],
      ['value in emoji', (size) => withField('long', '🦵'.repeat(size)), LEAD_LIMITS.value],
      ['values', (size) => withField('list', Array(size).fill('x')), LEAD_LIMITS.values],
      [
        'consents',
        (size) => ({ ...smallest(), consents: Array(size).fill(consent) }),
        LEAD_LIMITS.consents,
      ],
      [
        'supersedes',
        (size) => ({ ...smallest(), supersedes: Array(size).fill(OTHER_ID) }),
        LEAD_LIMITS.supersedes,
      ],
      [
        'attribution',
        (size) => ({ ...smallest(), attribution: many(size, 'x') }),
        LEAD_LIMITS.attribution,
      ],
      [
        'url',
        (size) => ({ ...smallest(), page: { url: 'https://a/'.padEnd(size, 'x') } }),
        LEAD_LIMITS.url,
      ],
      ['seconds', (size) => ({ ...smallest(), signals: { seconds: size } }), LEAD_LIMITS.signal],
      [
        'proof',
        (size) => ({ ...smallest(), signals: { proof: 'x'.repeat(size) } }),
        LEAD_LIMITS.proof,
      ],
    ];
    for (const [what, make, limit] of cases) {
      assert.ok(checkLead(make(limit)).ok, `${what}: the limit itself is allowed`);
      assert.ok(!checkLead(make(limit + 1)).ok, `${what}: one more is not`);
    }
  });

  it('limits all text together', () => {
    const six = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`f${index}`, 'x'.repeat(66_000)]),
    );
    accepted(checkLead({ ...smallest(), fields: six }));
    assert.deepEqual(
      problemPaths(checkLead({ ...smallest(), fields: { ...six, last: 'x'.repeat(9_000) } })),
      [''],
    );
  });

  it('reports a bounded number of problems, and never the values', () => {
    const check = checkLead({
      ...smallest(),
      fields: Object.fromEntries(
        Array.from({ length: 5_000 }, (_, index) => [`<secret${index}>`, { deep: 'secret' }]),
      ),
    });
    assert.ok(!check.ok, 'accepted');
    assert.equal(check.errors.length, 20);
    assert.doesNotMatch(check.errors.map((problem) => problem.message).join(), /secret/);
  });

  it('stays quick on a hostile megabyte', () => {
    const started = performance.now();
    for (const hostile of [
      withField('a', ' '.repeat(1_000_000)),
      { ...smallest(), page: { url: `https://${'a/'.repeat(500_000)} ` } },
      {
        ...smallest(),
        fields: Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [i, ''])),
      },
      { ...smallest(), id: '0'.repeat(1_000_000) },
      withField('n '.repeat(500_000), 'x'),
    ]) {
      assert.equal(checkLead(hostile).ok, false);
    }
    assert.ok(performance.now() - started < 1_000, 'took more than a second');
  });

  it('never throws, on any JSON value or stranger', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.anything({ withNullPrototype: true, withBigInt: true })),
        (input) => typeof checkLead(input).ok === 'boolean',
      ),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(
        validLead,
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        (lead, mutations) => {
          const check = checkLead(mutations.reduce(mutate, lead));
          return check.ok || check.errors.length > 0;
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('accepts what it produced, unchanged', () => {
    fc.assert(
      fc.property(validLead, (input) => {
        const lead = accepted(checkLead(input));
        assert.deepEqual(accepted(checkLead(lead)), lead);
        assert.deepEqual(accepted(checkLead(JSON.parse(JSON.stringify(lead)))), lead);
      }),
    );
  });
});

describe('the published schema', () => {
  it('accepts every valid lead, and every lead that checkLead made', () => {
    fc.assert(
      fc.property(validLead, (input) => {
        assert.ok(fitsSchema(input), JSON.stringify(fitsSchema.errors));
        const made: unknown = JSON.parse(JSON.stringify(accepted(checkLead(input))));
        assert.ok(fitsSchema(made), JSON.stringify(fitsSchema.errors));
      }),
    );
  });

  // The only allowed difference is the total, which JSON Schema cannot count.
  it('agrees with checkLead on damaged leads, but for the total length of the text', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        validLead,
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        (lead, mutations) => {
          const damaged = mutations.reduce(mutate, lead);
          const check = checkLead(damaged);
          if (!check.ok) refused += 1;
          if (check.ok !== fitsSchema(damaged)) {
            assert.ok(
              !check.ok && holdsTooMuchText(damaged),
              JSON.stringify([check, fitsSchema.errors]),
            );
          }
        },
      ),
      { numRuns: 5_000 },
    );
    assert.ok(refused > 1_000, `only ${refused} of the damaged leads were really damaged`);
  });

  it('states the limits that the code states', () => {
    const { properties, $defs } = schema;
    assert.equal(properties.fields.maxProperties, LEAD_LIMITS.fields);
    assert.equal(properties.fields.additionalProperties.anyOf[1]?.maxItems, LEAD_LIMITS.values);
    assert.equal($defs.answer.maxLength, LEAD_LIMITS.value);
    assert.equal($defs.name.maxLength, LEAD_LIMITS.name);
    assert.equal($defs.count.maximum, LEAD_LIMITS.signal);
    assert.equal(properties.consents.maxItems, LEAD_LIMITS.consents);
    assert.equal(properties.consents.items.properties.text.maxLength, LEAD_LIMITS.consentText);
    assert.equal(properties.attribution.maxProperties, LEAD_LIMITS.attribution);
    assert.equal(
      properties.attribution.additionalProperties.maxLength,
      LEAD_LIMITS.attributionValue,
    );
    assert.equal(properties.signals.properties.proof.maxLength, LEAD_LIMITS.proof);
    assert.equal(properties.page.properties.url.maxLength, LEAD_LIMITS.url);
    assert.equal(properties.page.properties.title.maxLength, LEAD_LIMITS.title);
    assert.match(schema.description, new RegExp(LEAD_LIMITS.total.toLocaleString('en')));
  });
});

describe('leadFromFormEntries', () => {
  const context = { now: NOW, id: ID, page: { url: 'https://clinic.example/contact/' } };
  const from = (entries: [string, string | Blob][]) =>
    accepted(leadFromFormEntries(entries, context));

  it('makes a lead of a plain form', () => {
    const lead = from([
      ['name', 'Ana'],
      ['message', 'Hello\r\nthere'],
    ]);
    assert.deepEqual({ ...lead.fields }, { name: 'Ana', message: 'Hello\r\nthere' });
    assert.equal(lead.id, ID);
    assert.equal(lead.form, 'contact');
    assert.equal(lead.submittedAt, NOW.toISOString());
    assert.deepEqual(lead.page, context.page);
    assert.deepEqual(lead.signals, {});
  });

  it('reads FormData and URLSearchParams alike', () => {
    const data = new FormData();
    data.append('a', '1');
    data.append('a', '2');
    const parameters = new URLSearchParams('a=1&a=2');
    assert.deepEqual(
      accepted(leadFromFormEntries(data as unknown as Iterable<[string, string | Blob]>, context)),
      accepted(leadFromFormEntries(parameters, context)),
    );
  });

  it('gathers a repeated name into a list, in order', () => {
    assert.deepEqual(
      from([
        ['topic', 'knee'],
        ['name', 'Ana'],
        ['topic', ''],
        ['topic', 'hip'],
      ]).fields['topic'],
      ['knee', '', 'hip'],
    );
  });

  it('ignores files', () => {
    const lead = from([
      ['message', 'x'],
      ['scan', new Blob(['data'])],
    ]);
    assert.deepEqual(Object.keys(lead.fields), ['message']);
  });

  it('keeps its own inputs out of the fields', () => {
    const lead = from([
      ['_clinic_id', ` ${OTHER_ID.toUpperCase()} `],
      ['_clinic_form', 'callback'],
      ['_clinic_ref', ''],
      ['_clinic_future', 'x'],
      ['_charset_', 'UTF-8'],
      ['message', 'x'],
    ]);
    assert.equal(lead.id, OTHER_ID);
    assert.equal(lead.form, 'callback');
    assert.deepEqual(lead.signals, { trap: false });
    assert.deepEqual(Object.keys(lead.fields), ['_charset_', 'message']);
  });

  it('takes a filled trap as a signal and nothing more', () => {
    const lead = from([
      ['_clinic_ref', 'https://spam.example'],
      ['_clinic_ref', ''],
      ['message', 'x'],
    ]);
    assert.deepEqual(lead.signals, { trap: true });
    assert.equal(lead.fields['message'], 'x');
  });

  it('reads what the transport "form" writes beside the answers', () => {
    const consents = [
      { purpose: 'sms', text: 'Text me.', given: true, at: '2026-03-01T09:29:00.000Z' },
    ];
    const lead = from([
      ['message', 'x'],
      ['_clinic_supersedes', `${OTHER_ID} ${ID}`],
      ['_clinic_consents', JSON.stringify(consents)],
      ['_clinic_attribution', '{"utm_source":"google"}'],
      ['_clinic_signals', '{"seconds":40}'],
      ['_clinic_page', '{"url":"https://clinic.example/knee/"}'],
      ['_clinic_submitted_at', '2026-02-28T09:30:00.000Z'],
      ['_clinic_ref', ''],
    ]);
    assert.deepEqual(JSON.parse(JSON.stringify(lead)), {
      id: ID,
      supersedes: [OTHER_ID, ID],
      form: 'contact',
      fields: { message: 'x' },
      consents,
      attribution: { utm_source: 'google' },
      signals: { trap: false, seconds: 40 },
      page: { url: 'https://clinic.example/knee/' },
      submittedAt: '2026-02-28T09:30:00.000Z',
    });
  });

  it('counts the trap if the form or the signals say that it was filled', () => {
    for (const [ref, signals] of [
      ['x', '{}'],
      ['x', '{"trap":false}'],
      ['', '{"trap":true}'],
    ] as const) {
      const lead = from([
        ['message', 'x'],
        ['_clinic_ref', ref],
        ['_clinic_signals', signals],
      ]);
      assert.equal(lead.signals.trap, true, `${ref} ${signals}`);
    }
  });

  it('loses no answer to what came beside it, whatever that is', () => {
    const beside = fc.tuple(
      fc.constantFrom(
        ...['supersedes', 'consents', 'attribution', 'signals', 'page', 'submitted_at', 'id'],
      ),
      fc.oneof(fc.json(), fc.string(), fc.constantFrom('{"__proto__":{"trap":true}}', '[{}]')),
    );
    fc.assert(
      fc.property(fc.array(beside, { maxLength: 8 }), (pairs) => {
        const lead = from([
          ['message', 'Hello'],
          ...pairs.map(([name, value]) => [`_clinic_${name}`, value] as [string, string]),
        ]);
        assert.deepEqual({ ...lead.fields }, { message: 'Hello' });
        assert.ok(fitsSchema(JSON.parse(JSON.stringify(lead))), 'fits the schema');
      }),
    );
  });

  it('falls back to the fresh id when the page’s id is not one', () => {
    for (const bad of ['', 'constant', '00000000-0000-0000-0000-000000000000']) {
      assert.equal(
        from([
          ['_clinic_id', bad],
          ['message', 'x'],
        ]).id,
        ID,
      );
    }
  });

  it('says what is wrong with an empty form', () => {
    assert.deepEqual(problemPaths(leadFromFormEntries([['name', ' ']], context)), ['/fields']);
    assert.deepEqual(problemPaths(leadFromFormEntries([], context)), ['/fields']);
  });

  it('leaves the page unknown where nobody said', () => {
    const lead = accepted(leadFromFormEntries([['a', 'b']], { now: NOW, id: ID }));
    assert.deepEqual(lead.page, { url: '' });
  });

  it('loses no answer to an author’s choice of names', () => {
    const lead = from([
      ['__proto__', 'one'],
      ['constructor', 'two'],
      ["What's wrong?", 'three'],
      ['', 'four'],
    ]);
    assert.deepEqual(
      { ...lead.fields },
      { ___proto__: 'one', _constructor: 'two', 'What_s wrong_': 'three', _: 'four' },
    );
  });

  it('accepts any names, keeps every answer and never throws', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 150 }),
      fc.constantFrom('__proto__'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, text), { maxLength: 20 }), (entries) => {
        const own = entries.filter(([key]) => !key.startsWith('_clinic_'));
        const lead = from([...own, ['message', 'x']]);
        assert.deepEqual(
          Object.values(lead.fields).flat().sort(),
          [...own.map(([, value]) => value), 'x'].sort(),
        );
      }),
    );
  });
});

describe('safeFieldName', () => {
  it('leaves safe names alone and makes every other name safe', () => {
    assert.equal(safeFieldName('Téléphone (mobile)'), 'Téléphone (mobile)');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeFieldName(name);
        assert.ok(checkLead(withField(safe, 'x')).ok, safe);
        assert.equal(safeFieldName(safe), safe);
      }),
    );
  });
});

describe('isReceiptFor', () => {
  it('believes only a receipt for this very lead', () => {
    assert.equal(isReceiptFor(ID, { ok: true, id: ID, receipt: 'FH-7K3Q-92' }), true);
    for (const body of [
      ...[null, undefined, '', 'ok', true, [], {}, { ok: true }, { ok: true, id: ID }],
      { ok: true, id: OTHER_ID, receipt: 'x' },
      { ok: false, id: ID, receipt: 'x' },
      { ok: 'true', id: ID, receipt: 'x' },
      { ok: true, id: ID, receipt: 7 },
      [{ ok: true, id: ID, receipt: 'x' }],
      Object.create({ ok: true, id: ID, receipt: 'x' }),
    ]) {
      assert.equal(isReceiptFor(ID, body), false, JSON.stringify(body));
    }
    fc.assert(fc.property(fc.anything(), (body) => !isReceiptFor(ID, body)));
  });
});

describe('rejectionFor', () => {
  it('names the field, however its name is spelt', () => {
    const fields = { 'a/b': 7, list: ['x', 7], message: 'x' };
    const check = checkLead({ ...smallest(), fields, page: {} });
    assert.ok(!check.ok, 'accepted');
    const rejection = rejectionFor(check.errors);
    assert.equal(rejection.ok, false);
    assert.deepEqual(
      rejection.errors.map((error) => error.field),
      ['a/b', 'list', undefined],
    );
    for (const error of rejection.errors) assert.match(error.message, /\.$/);
  });
});

describe('the door clinic-elements/leads', () => {
  it('offers every function', () => {
    for (const name of [
      ...['checkLead', 'leadFromFormEntries', 'isReceiptFor', 'rejectionFor', 'safeFieldName'],
    ] as const) {
      assert.equal(typeof door[name as keyof typeof door], 'function', name);
    }
    assert.equal(door.LEAD_LIMITS, LEAD_LIMITS);
  });
});
