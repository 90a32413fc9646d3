import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { leadFromFormEntries, type Lead } from '../../src/leads/lead.js';
import { form } from '../../src/leads/transports/form.js';
import {
  answer,
  Endpoint,
  formOf,
  ID,
  LEAD,
  needingPreflight,
  neverDeceived,
  OTHER,
  parcelOf,
  withFields,
} from './transport-support.js';

const CONTEXT = { id: OTHER, now: new Date('2020-01-01T00:00:00.000Z'), page: { url: '' } };
const RECEIPT = { ok: true, id: ID, receipt: 'A-17' };

/** The lead that a server makes of a request, as one would compare it. */
async function readBack(lead: Lead): Promise<unknown> {
  const data = await form.request(parcelOf('https://clinic.example/lead', { lead })).formData();
  const check = leadFromFormEntries(data as unknown as Iterable<[string, string | Blob]>, CONTEXT);
  assert.ok(check.ok, `refused: ${JSON.stringify(!check.ok && check.errors)}`);
  return JSON.parse(JSON.stringify(check.lead));
}

describe('a lead as a form post', () => {
  const endpoint = new Endpoint();

  it('arrives as the same lead, and its files beside it', async () => {
    endpoint.answer = answer(201, RECEIPT);
    const lead = withFields(
      { ...LEAD.fields, topic: ['knee', 'hip'] },
      { supersedes: [OTHER, '11111111-1111-4111-8111-111111111111'] },
    );
    const scan = new File(['%PDF'], 'scan.pdf', { type: 'application/pdf' });
    const { reply, arrived } = await endpoint.deliver(form, '/lead', {
      lead,
      files: [['scan', scan]],
    });
    assert.deepEqual(reply, { kind: 'accepted', receipt: 'A-17' });
    const entries = await formOf(arrived);
    const check = leadFromFormEntries(entries, CONTEXT);
    assert.ok(check.ok, 'a lead');
    assert.deepEqual(JSON.parse(JSON.stringify(check.lead)), lead);
    const [, file] = entries.find(([name]) => name === 'scan')!;
    assert.ok(file instanceof File, 'a file');
    assert.deepEqual(
      [file.name, file.type, await file.text()],
      ['scan.pdf', 'application/pdf', '%PDF'],
    );
  });

  it('needs no preflight, asks for JSON and shows the page to its own site only', async () => {
    endpoint.answer = answer(201, RECEIPT);
    const { arrived } = await endpoint.deliver(form, '/lead');
    assert.deepEqual(needingPreflight(arrived), []);
    assert.equal(arrived.headers.accept, 'application/json');
    assert.equal(form.request(parcelOf(`${endpoint.home}/lead`)).referrerPolicy, 'same-origin');
  });

  it('holds the answers under their own names, for servers that know nothing of leads', async () => {
    endpoint.answer = answer(201, RECEIPT);
    const { arrived } = await endpoint.deliver(form, '/lead');
    const fields = (await formOf(arrived)).filter(([name]) => !name.startsWith('_clinic_'));
    assert.deepEqual(Object.fromEntries(fields), LEAD.fields);
  });

  it('puts attribution under the names that the page gives, too', async () => {
    const { arrived } = await endpoint.deliver(form, '/lead', {
      attributionNames: { utm_source: 'source', 'consent-newsletter': 'news' },
    });
    const fields = Object.fromEntries(await formOf(arrived));
    assert.equal(fields['source'], 'google');
    assert.equal(fields['news'], 'no, 2026-03-01T09:29:00.000Z: Send me news.');
    assert.deepEqual(JSON.parse(String(fields['_clinic_attribution'])), LEAD.attribution);
  });

  it('carries a token where one was fetched', async () => {
    const { arrived } = await endpoint.deliver(form, '/lead', { token: 'n0nce' });
    assert.equal(Object.fromEntries(await formOf(arrived))['_clinic_token'], 'n0nce');
  });

  it('takes no answer of the visitor for one of its own inputs', async () => {
    const lead = withFields({ message: 'x', _clinic_form: 'other', _clinic_id: OTHER });
    assert.deepEqual(await readBack(lead), { ...lead, fields: { message: 'x' } });
  });

  const page = globalThis as { location?: unknown };
  afterEach(() => {
    delete page.location;
  });

  it('names the id in a header on the same site only, where that costs no preflight', () => {
    page.location = new URL('https://clinic.example/contact/');
    const header = (address: string) =>
      form.request(parcelOf(address)).headers.get('idempotency-key');
    assert.equal(header('https://clinic.example/lead'), `"${ID}"`);
    assert.equal(header('https://leads.example/lead'), null);
  });

  it('may be posted by the browser itself: hidden inputs hold what is no answer', () => {
    const hidden = [...form.formFields!(parcelOf('https://clinic.example/lead'))];
    const visible = Object.entries(LEAD.fields) as [string, string][];
    // The trap is in the form itself.
    const check = leadFromFormEntries(
      [...visible, ['_clinic_ref', ''], ...hidden] as [string, string][],
      CONTEXT,
    );
    assert.ok(check.ok, 'a lead');
    assert.deepEqual(JSON.parse(JSON.stringify(check.lead)), LEAD);
  });

  it('says of a page, a redirect and another lead that it is no receipt', async () => {
    for (const said of [
      answer(200, '<h1>Thank you</h1>'),
      answer(200, { ...RECEIPT, id: OTHER }),
      answer(200, { success: true }),
    ])
      assert.equal((await endpoint.replyTo(form, said)).kind, 'unclear');
    const redirect = await endpoint.replyTo(form, (response, { path }) =>
      path === '/lead'
        ? void response.writeHead(303, { location: '/thanks' }).end()
        : answer(200, RECEIPT)(response, { path } as never),
    );
    assert.equal(redirect.kind, 'unclear');
  });

  it('brings errors to their fields, as text', async () => {
    const said = answer(422, { ok: false, errors: { email: ['<em>Which</em> one?'] } });
    assert.deepEqual(await endpoint.replyTo(form, said), {
      kind: 'rejected',
      errors: [{ field: 'email', message: 'Which one?' }],
    });
  });

  it('waits when the endpoint is busy', async () => {
    assert.deepEqual(await endpoint.replyTo(form, answer(429, '', { 'retry-after': '7' })), {
      kind: 'busy',
      after: 7000,
    });
  });

  it('is never deceived', async () => {
    await neverDeceived(
      form,
      {
        ok: fc.constantFrom<unknown>(true, 'true', 1),
        id: fc.constantFrom(ID, OTHER),
        receipt: fc.oneof(fc.string(), fc.integer()),
      },
      ({ ok, id, receipt }) => ok === true && id === ID && typeof receipt === 'string',
    );
  });
});

describe('any lead', () => {
  const name = fc
    .oneof(
      fc.constantFrom('name', 'topics[]', 'input_1.3', 'Téléphone', 'toString', 'to'),
      fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_ .:[\]()/-]{0,30}$/),
    )
    .filter((each) => !/^(?:__proto__|constructor|prototype|_clinic_.*)$/.test(each));
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  const time = fc
    .date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const id = fc.uuid({ version: [1, 4, 7] });
  const lead = fc.record(
    {
      id,
      supersedes: fc.array(id, { minLength: 1, maxLength: 20 }),
      form: name,
      fields: fc
        // A form cannot say "a list of one", nor "an empty list".
        .dictionary(name, fc.oneof(text, fc.array(text, { minLength: 2, maxLength: 4 })), {
          maxKeys: 6,
        })
        .map((fields) => ({ ...fields, message: 'x' })),
      consents: fc.array(
        fc.record(
          {
            purpose: name,
            text,
            given: fc.boolean(),
            at: time,
            sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
          },
          { requiredKeys: ['purpose', 'text', 'given', 'at'] },
        ),
        { maxLength: 3 },
      ),
      attribution: fc.dictionary(name, text, { maxKeys: 5 }),
      signals: fc.record(
        { trap: fc.boolean(), seconds: fc.nat(1e9), interactions: fc.nat(1e9) },
        { requiredKeys: [] },
      ),
      page: fc.record(
        { url: fc.oneof(fc.webUrl(), fc.constant('')), title: text, language: text },
        { requiredKeys: ['url'] },
      ),
      submittedAt: time,
    },
    {
      requiredKeys: [
        ...(['id', 'form', 'fields', 'consents', 'attribution'] as const),
        ...(['signals', 'page', 'submittedAt'] as const),
      ],
    },
  );

  /** A form post writes every line break as CR LF. */
  const asPosted = (sent: Lead): unknown => ({
    ...sent,
    fields: Object.fromEntries(
      Object.entries(sent.fields).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.map(posted) : posted(value),
      ]),
    ),
  });
  const posted = (value: string) => value.replace(/\r\n?|\n/g, '\r\n');

  it('is read back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(lead, async (sent) => {
        const plainSent = JSON.parse(JSON.stringify(sent)) as Lead;
        assert.deepEqual(await readBack(sent as Lead), asPosted(plainSent));
      }),
      { numRuns: 300 },
    );
  });
});
