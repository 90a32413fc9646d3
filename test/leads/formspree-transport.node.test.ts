import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formspree } from '../../src/leads/transports/formspree.js';
import {
  answer,
  Endpoint,
  formOf,
  LEAD,
  needingPreflight,
  neverDeceived,
  parcelOf,
  withFields,
} from './transport-support.js';

/** An answer with errors, as Formspree writes it. */
const refused = (errors: unknown, status = 422) =>
  answer(status, { error: 'Validation errors', errors });

describe('Formspree', () => {
  const endpoint = new Endpoint();

  it('is not asked to fold equal ids', () => {
    assert.ok(!formspree.foldsEqualIds, 'no repeating');
    assert.ok(formspree.carriesFiles, 'files go along');
  });

  it('gets answers, files, attribution and consents, and is asked for JSON without a preflight', async () => {
    endpoint.answer = answer(200, { ok: true, next: '/thanks?language=en' });
    const { reply, arrived } = await endpoint.deliver(formspree, '/f/abcdwxyz', {
      lead: withFields({ email: 'ann@example.com', reach: ['Phone', 'Email'] }),
      files: [['scan', new File(['%PDF'], 'scan.pdf')]],
      attributionNames: { utm_source: 'source' },
    });
    // Its own thank-you page is of no use.
    assert.deepEqual(reply, { kind: 'accepted', receipt: '' });
    assert.equal(arrived.headers.accept, 'application/json');
    assert.deepEqual(needingPreflight(arrived), []);
    const words = (await formOf(arrived)).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value.name,
    ]);
    assert.deepEqual(words, [
      ['email', 'ann@example.com'],
      ['reach', 'Phone'],
      ['reach', 'Email'],
      ['source', 'google'],
      ['consent-newsletter', 'no, 2026-03-01T09:29:00.000Z: Send me news.'],
      ['scan', 'scan.pdf'],
    ]);
  });

  it('learns the site and not the page from the request', () => {
    const request = formspree.request(parcelOf('https://formspree.io/f/abcdwxyz'));
    assert.equal(request.referrerPolicy, 'strict-origin');
  });

  it('never gets its trap filled by us, however robotic the visitor was', async () => {
    const lead = { ...LEAD, signals: { trap: true, seconds: 0, interactions: 0 } };
    const { arrived } = await endpoint.deliver(formspree, '/f/abcdwxyz', { lead });
    const names = (await formOf(arrived)).map(([name]) => name);
    assert.deepEqual(names, ['name', 'email', 'message', 'utm_source', 'consent-newsletter']);
    const native = [...formspree.formFields!(parcelOf('https://formspree.io/f/x', { lead }))];
    assert.deepEqual(
      native.map(([name]) => name),
      ['utm_source', 'consent-newsletter'],
    );
  });

  it('may send the visitor on to a page of the clinic', async () => {
    const next = async (page: unknown) =>
      endpoint.replyTo(formspree, answer(200, { ok: true, next: page }));
    assert.deepEqual(await next('https://clinic.example/thanks/'), {
      kind: 'accepted',
      receipt: '',
      next: 'https://clinic.example/thanks/',
    });
    for (const none of ['https://formspree.io/thanks', 'javascript:alert(1)', '', 7, null])
      assert.deepEqual(await next(none), { kind: 'accepted', receipt: '' }, String(none));
  });

  it('names fields, or says of the message as a whole what can be mended', async () => {
    const said = refused([
      { code: 'TYPE_EMAIL', field: 'email', message: 'should be an <i>email</i>' },
      { code: 'REQUIRED_FIELD_MISSING', field: 'name', message: 'is required' },
      { code: 'FILES_TOO_BIG', field: null, message: 'Files are too big.' },
      { code: 'BLOCKED', message: 'Form is blocked' },
    ]);
    assert.deepEqual(await endpoint.replyTo(formspree, said), {
      kind: 'rejected',
      errors: [
        { field: 'email', message: 'should be an email' },
        { field: 'name', message: 'is required' },
        { field: undefined, message: 'Files are too big.' },
      ],
    });
  });

  it('fails where only the clinic can mend it', async () => {
    for (const [status, code] of [
      [404, 'FORM_NOT_FOUND'],
      [400, 'INACTIVE'],
      [422, 'BLOCKED'],
      [400, 'PROJECT_NOT_FOUND'],
    ] as const) {
      const said = refused([{ code, message: 'No.' }], status);
      assert.deepEqual(await endpoint.replyTo(formspree, said), { kind: 'failed' }, code);
    }
    assert.deepEqual(await endpoint.replyTo(formspree, refused([], 403)), { kind: 'denied' });
    for (const odd of ['x', [null, 7, {}], { a: 1 }])
      assert.deepEqual(await endpoint.replyTo(formspree, refused(odd)), { kind: 'failed' });
  });

  it('may be busy', async () => {
    const said = answer(429, { error: 'Too many' }, { 'retry-after': '9' });
    assert.deepEqual(await endpoint.replyTo(formspree, said), { kind: 'busy', after: 9000 });
  });

  it('is not believed without its word', async () => {
    for (const said of [
      answer(200, {}),
      answer(200, { ok: 'true' }),
      answer(200, { next: 'https://clinic.example/thanks/' }),
      answer(200, '<h1>Thanks!</h1>'),
      answer(500, { ok: true }),
    ])
      assert.equal((await endpoint.replyTo(formspree, said)).kind, 'unclear');
    const captcha = await endpoint.replyTo(formspree, (response, arrived) =>
      arrived.path === '/lead'
        ? void response.writeHead(302, { location: '/captcha' }).end()
        : answer(200, { ok: true })(response, arrived),
    );
    assert.equal(captcha.kind, 'unclear');
  });

  it('never deceives', async () => {
    await neverDeceived(
      formspree,
      {
        ok: fc.constantFrom<unknown>(true, true, 'true', false),
        next: fc.oneof(fc.webUrl(), fc.string(), fc.jsonValue()),
        errors: fc.array(
          fc.oneof(
            fc.jsonValue(),
            fc.dictionary(fc.constantFrom('code', 'field', 'message'), fc.jsonValue()),
          ),
        ),
      },
      ({ ok }) => ok === true,
    );
  });
});
