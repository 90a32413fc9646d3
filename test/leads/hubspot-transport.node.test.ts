import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hubspot } from '../../src/leads/transports/hubspot.js';
import { answer, Endpoint, LEAD, neverDeceived, withFields } from './transport-support.js';

const PATH = '/submissions/v3/integration/submit/1234567/00000000-0000-4000-8000-000000000000';
const AT = '2026-03-01T09:29:00.000Z';

/** An answer with errors, as HubSpot writes it. */
const refused = (errors: unknown, status = 400) =>
  answer(status, {
    status: 'error',
    message: 'The request is not valid',
    correlationId: '11111111-1111-4111-8111-111111111111',
    errors,
  });

describe('HubSpot', () => {
  const endpoint = new Endpoint();

  it('is not asked to fold equal ids, nor to take files', () => {
    assert.ok(!hubspot.foldsEqualIds, 'no repeating');
    assert.ok(!hubspot.carriesFiles, 'its form API takes none');
    assert.ok(!hubspot.formFields, 'nor an ordinary post');
  });

  it('gets names and values, several choices as one, and nothing that is empty', async () => {
    endpoint.answer = answer(200, { inlineMessage: 'Thanks.' });
    const { arrived } = await endpoint.deliver(hubspot, PATH, {
      lead: withFields({
        firstname: 'Ann',
        '0-1/email': 'ann@example.com',
        '0-2/name': 'Example Ltd',
        reach: ['Phone', 'Email'],
        age: '',
      }),
      attributionNames: { utm_source: 'lead_source', 'consent-newsletter': 'news' },
    });
    assert.equal(arrived.path, PATH);
    assert.equal(arrived.headers['content-type'], 'application/json');
    assert.deepEqual(JSON.parse(arrived.body.toString()), {
      fields: [
        { name: 'firstname', value: 'Ann' },
        { objectTypeId: '0-1', name: 'email', value: 'ann@example.com' },
        { objectTypeId: '0-2', name: 'name', value: 'Example Ltd' },
        { name: 'reach', value: 'Phone;Email' },
        { name: 'lead_source', value: 'google' },
        { name: 'news', value: `no, ${AT}: Send me news.` },
      ],
      // No cookie of HubSpot's, no IP address.
      context: { pageUri: 'https://clinic.example/knee/', pageName: 'Knees' },
    });
  });

  it('gets no attribution that the page has no name for, and no page that is not known', async () => {
    endpoint.answer = answer(200, { inlineMessage: 'Thanks.' });
    const { arrived } = await endpoint.deliver(hubspot, PATH, {
      lead: withFields({ email: 'ann@example.com' }, { page: { url: '' } }),
    });
    assert.deepEqual(JSON.parse(arrived.body.toString()), {
      fields: [{ name: 'email', value: 'ann@example.com' }],
      context: {},
    });
  });

  it('gets the consent to process data, and to subscriptions by their number', async () => {
    endpoint.answer = answer(200, { inlineMessage: 'Thanks.' });
    const consents = [
      { purpose: 'processing', text: 'You may keep this.', given: true, at: AT },
      { purpose: '7001', text: 'Send me news.', given: false, at: AT },
      { purpose: 'sms', text: 'Text me.', given: true, at: AT },
    ];
    const { arrived } = await endpoint.deliver(hubspot, PATH, { lead: { ...LEAD, consents } });
    const { legalConsentOptions } = JSON.parse(arrived.body.toString()) as Record<string, unknown>;
    assert.deepEqual(legalConsentOptions, {
      consent: {
        consentToProcess: true,
        text: 'You may keep this.',
        communications: [{ value: false, subscriptionTypeId: 7001, text: 'Send me news.' }],
      },
    });
  });

  it('thanks in HTML, which becomes text, or with a page', async () => {
    const inline = answer(200, { inlineMessage: '<p>Thanks for <em>writing</em>.</p>' });
    assert.deepEqual(await endpoint.replyTo(hubspot, inline), {
      kind: 'accepted',
      receipt: '',
      message: 'Thanks for writing.',
    });
    const redirect = answer(200, { redirectUri: 'https://clinic.example/thanks/' });
    assert.deepEqual(await endpoint.replyTo(hubspot, redirect), {
      kind: 'accepted',
      receipt: '',
      message: '',
      next: 'https://clinic.example/thanks/',
    });
  });

  it('names the field inside the message', async () => {
    const said = refused([
      {
        message: "Error in 'fields.email'. Invalid email address 'x@y' &amp; such",
        errorType: 'INVALID_EMAIL',
      },
      {
        message: "Error in 'fields.firstname'. Required field 'firstname' is missing",
        errorType: 'REQUIRED_FIELD',
      },
      { message: "Error in 'fields.name'. Too <b>long</b>", errorType: 'INPUT_TOO_LARGE' },
    ]);
    const lead = withFields({ email: 'x@y', '0-2/name': 'Example', surname: 'x' });
    assert.deepEqual(await endpoint.replyTo(hubspot, said, lead), {
      kind: 'rejected',
      errors: [
        { field: 'email', message: "Invalid email address 'x@y' & such" },
        { field: 'firstname', message: "Required field 'firstname' is missing" },
        { field: '0-2/name', message: 'Too long' },
      ],
    });
  });

  it('fails where only the clinic can mend it', async () => {
    for (const error of [
      { message: 'The form has its captcha on', errorType: 'FORM_HAS_RECAPTCHA_ENABLED' },
      { message: 'No consent', errorType: 'MISSING_PROCESSING_CONSENT' },
      {
        message: "Error in 'fields.knee'. The field is not in the form",
        errorType: 'FIELD_NOT_IN_FORM_DEFINITION',
      },
      null,
      'x',
      { errorType: 'INVALID_EMAIL' },
    ])
      assert.deepEqual(await endpoint.replyTo(hubspot, refused([error])), { kind: 'failed' });
    assert.deepEqual(await endpoint.replyTo(hubspot, refused('x')), { kind: 'failed' });
    assert.deepEqual(await endpoint.replyTo(hubspot, refused([], 404)), { kind: 'failed' });
  });

  it('may be busy: 50 requests in 10 seconds are too many', async () => {
    assert.deepEqual(await endpoint.replyTo(hubspot, refused([], 429)), {
      kind: 'busy',
      after: undefined,
    });
  });

  it('is not believed without its word', async () => {
    for (const said of [
      answer(200, {}),
      answer(200, { inlineMessage: true }),
      answer(200, '<h1>Log in</h1>'),
      answer(502, { inlineMessage: 'Thanks.' }),
    ])
      assert.equal((await endpoint.replyTo(hubspot, said)).kind, 'unclear');
  });

  it('never deceives', async () => {
    await neverDeceived(
      hubspot,
      {
        inlineMessage: fc.oneof(fc.string(), fc.jsonValue()),
        redirectUri: fc.oneof(fc.webUrl(), fc.jsonValue()),
        errors: fc.array(
          fc.oneof(
            fc.jsonValue(),
            fc.record({
              errorType: fc.constantFrom<unknown>('INVALID_EMAIL', 7),
              message: fc.constantFrom<unknown>("Error in 'fields.email'. No", 'No', 7),
            }),
          ),
        ),
      },
      ({ inlineMessage, redirectUri }) =>
        typeof inlineMessage === 'string' || typeof redirectUri === 'string',
    );
  });
});
