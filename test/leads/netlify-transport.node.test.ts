import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { netlify } from '../../src/leads/transports/netlify.js';
import {
  anyAnswer,
  answer,
  Endpoint,
  formOf,
  LEAD,
  needingPreflight,
  parcelOf,
  withFields,
} from './transport-support.js';

const NETLIFY = { 'x-nf-request-id': '01EXAMPLE' };
const PAGE = '<!doctype html><title>Thank you</title>';

describe('Netlify Forms', () => {
  const endpoint = new Endpoint();

  it('is not asked to fold equal ids', () => {
    assert.ok(!netlify.foldsEqualIds, 'no repeating');
    assert.ok(netlify.carriesFiles, 'files go along');
  });

  it('gets the form’s name and the answers, urlencoded', async () => {
    endpoint.answer = answer(200, PAGE, NETLIFY);
    const { reply, arrived } = await endpoint.deliver(netlify, '/');
    assert.deepEqual(reply, { kind: 'accepted', receipt: '' });
    assert.match(arrived.headers['content-type']!, /^application\/x-www-form-urlencoded\b/);
    assert.deepEqual(needingPreflight(arrived), []);
    assert.deepEqual(await formOf(arrived), [
      ['form-name', 'contact'],
      ...Object.entries(LEAD.fields),
      ['utm_source', 'google'],
      ['consent-newsletter', 'no, 2026-03-01T09:29:00.000Z: Send me news.'],
    ]);
  });

  it('gets a multipart body where there are files', async () => {
    endpoint.answer = answer(200, PAGE, NETLIFY);
    const { arrived } = await endpoint.deliver(netlify, '/', {
      files: [['scan', new File(['%PDF'], 'scan.pdf')]],
    });
    const fields = Object.fromEntries(await formOf(arrived));
    assert.equal((fields['scan'] as File).name, 'scan.pdf');
    assert.equal(fields['form-name'], 'contact');
  });

  it('leaves the form’s name to the author’s own hidden input', async () => {
    const lead = withFields({ 'form-name': 'knees', message: 'x' });
    const { arrived } = await endpoint.deliver(netlify, '/', { lead });
    const names = (await formOf(arrived)).filter(([name]) => name === 'form-name');
    assert.deepEqual(names, [['form-name', 'knees']]);
    assert.deepEqual([...netlify.formFields!(parcelOf('https://clinic.example/'))][0], [
      'form-name',
      'contact',
    ]);
  });

  it('is believed by its own header alone: its page could be anybody’s', async () => {
    for (const [said, kind] of [
      [answer(200, PAGE, NETLIFY), 'accepted'],
      [answer(200, PAGE.padEnd(300_000), NETLIFY), 'accepted'],
      [answer(200, PAGE), 'unclear'],
      [answer(200, { ok: true }), 'unclear'],
      [answer(202, PAGE, NETLIFY), 'unclear'],
      [answer(404, PAGE, NETLIFY), 'failed'],
      [answer(405, PAGE, NETLIFY), 'failed'],
      [answer(500, PAGE, NETLIFY), 'unclear'],
      [answer(429, PAGE, NETLIFY), 'busy'],
    ] as const)
      assert.equal((await endpoint.replyTo(netlify, said)).kind, kind);
  });

  it('is not believed after a redirect', async () => {
    for (const status of [200, 404]) {
      const reply = await endpoint.replyTo(netlify, (response, arrived) =>
        arrived.path === '/lead'
          ? void response.writeHead(303, { location: '/thanks/' }).end()
          : answer(status, PAGE, NETLIFY)(response, arrived),
      );
      assert.equal(reply.kind, 'unclear', String(status));
    }
  });

  it('never deceives, whatever the page says', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswer({ ok: fc.constant(true) }), async (response) => {
        const { kind } = await netlify.reply(LEAD, response);
        assert.ok(['busy', 'unclear', 'denied', 'failed'].includes(kind), kind);
      }),
    );
  });
});
