import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { gravityForms } from '../../src/leads/transports/gravity-forms.js';
import {
  answer,
  Endpoint,
  needingPreflight,
  neverDeceived,
  phpOf,
  withFields,
} from './transport-support.js';

const PATH = '/wp-json/gf/v2/forms/3/submissions';
const CONFIRMED = {
  is_valid: true,
  page_number: 0,
  source_page_number: 1,
  confirmation_message:
    "<div id='gform_confirmation_message_3' class='gform_confirmation'>Thanks &amp; <b>bye</b>.</div>",
  confirmation_type: 'message',
};
const LEAD = withFields({
  input_1: 'Ann',
  'input_2.3': 'Ann',
  'input_2.6': 'Example',
  input_5: ['Knee', 'Hip'],
  input_9: '',
  input_12: 'x',
});

describe('Gravity Forms', () => {
  const endpoint = new Endpoint();

  it('is not asked to fold equal ids', () => {
    assert.ok(!gravityForms.foldsEqualIds, 'no repeating');
    assert.ok(gravityForms.carriesFiles, 'files go along');
  });

  it('gets the answers as PHP reads them, without a preflight', async () => {
    endpoint.answer = answer(200, CONFIRMED);
    const file = new File(['%PDF'], 'scan.pdf');
    const { reply, arrived } = await endpoint.deliver(gravityForms, PATH, {
      lead: LEAD,
      files: [['input_7', file]],
      attributionNames: { utm_source: 'input_9', utm_medium: 'input_10' },
      token: 'f00',
    });
    assert.equal(reply.kind, 'accepted');
    assert.equal(arrived.path, PATH);
    assert.deepEqual(needingPreflight(arrived), []);
    assert.deepEqual(await phpOf(arrived), {
      _wpnonce: 'f00',
      input_1: 'Ann',
      input_2_3: 'Ann',
      input_2_6: 'Example',
      input_5: ['Knee', 'Hip'],
      input_9: 'google',
      input_12: 'x',
      input_7: 'file scan.pdf of 4',
    });
  });

  it('thanks in HTML, which becomes text, or with a page', async () => {
    assert.deepEqual(await endpoint.replyTo(gravityForms, answer(200, CONFIRMED)), {
      kind: 'accepted',
      receipt: '',
      message: 'Thanks & bye.',
    });
    const redirect = {
      is_valid: true,
      page_number: 0,
      confirmation_type: 'redirect',
      confirmation_redirect: 'https://clinic.example/thanks/',
    };
    // The header comes with a 200, and nobody follows it.
    const said = answer(200, redirect, { location: 'https://clinic.example/thanks/' });
    assert.deepEqual(await endpoint.replyTo(gravityForms, said), {
      kind: 'accepted',
      receipt: '',
      message: '',
      next: 'https://clinic.example/thanks/',
    });
  });

  it('names the fields that it wants changed by number, which leads to the form’s own names', async () => {
    const said = answer(400, {
      is_valid: false,
      page_number: 1,
      source_page_number: 1,
      validation_messages: {
        1: 'This field is required.',
        2: 'Please enter your <strong>last</strong> name.',
        '2.6': 'Last name is required.',
        '4.1': 'Tick it.',
        7: 'The file is too large.',
        9: 'Nine &#8211; no.',
        form: 'The form as a whole.',
      },
    });
    assert.deepEqual(await endpoint.replyTo(gravityForms, said, LEAD), {
      kind: 'rejected',
      errors: [
        { field: 'input_1', message: 'This field is required.' },
        { field: 'input_2.3', message: 'Please enter your last name.' },
        { field: 'input_7', message: 'The file is too large.' },
        { field: 'input_9', message: 'Nine – no.' },
        { field: 'input_2.6', message: 'Last name is required.' },
        { field: 'input_4_1', message: 'Tick it.' },
        { field: undefined, message: 'The form as a whole.' },
      ],
    });
  });

  it('does not take field 12 for field 1', async () => {
    const said = answer(400, { is_valid: false, validation_messages: { 1: 'Required.' } });
    const lead = withFields({ input_12: 'x', input_11_1: 'y' });
    assert.deepEqual(await endpoint.replyTo(gravityForms, said, lead), {
      kind: 'rejected',
      errors: [{ field: 'input_1', message: 'Required.' }],
    });
  });

  it('has not taken a message that is not valid, whatever the status', async () => {
    for (const status of [200, 400]) {
      const said = answer(status, { ...CONFIRMED, is_valid: false });
      assert.deepEqual(await endpoint.replyTo(gravityForms, said), { kind: 'failed' });
    }
  });

  it('is not believed without a confirmation', async () => {
    for (const said of [
      // A page of several; nothing is kept yet.
      answer(200, { is_valid: true, page_number: 2, source_page_number: 1 }),
      answer(200, { ...CONFIRMED, is_valid: 'true' }),
      answer(200, '<h1>Log in</h1>'),
      answer(500, CONFIRMED),
    ])
      assert.equal((await endpoint.replyTo(gravityForms, said)).kind, 'unclear');
  });

  it('says by its status that there is no such form, that its API is off, that it is busy', async () => {
    const error = (status: number, code: string) =>
      endpoint.replyTo(gravityForms, answer(status, { code, message: 'No.', data: { status } }));
    assert.deepEqual(await error(404, 'rest_no_route'), { kind: 'failed' });
    assert.deepEqual(await error(400, 'gform_invalid'), { kind: 'failed' });
    assert.deepEqual(await error(403, 'rest_cookie_invalid_nonce'), { kind: 'denied' });
    assert.equal((await error(429, 'slow_down')).kind, 'busy');
  });

  it('never deceives', async () => {
    await neverDeceived(
      gravityForms,
      {
        is_valid: fc.constantFrom<unknown>(true, true, false, 1),
        confirmation_type: fc.constantFrom<unknown>('message', 'redirect', 7),
        confirmation_message: fc.oneof(fc.string(), fc.jsonValue()),
        confirmation_redirect: fc.jsonValue(),
        validation_messages: fc.oneof(
          fc.jsonValue(),
          fc.dictionary(fc.constantFrom('1', '2.3', 'x', '__proto__'), fc.jsonValue()),
        ),
      },
      (said) => said['is_valid'] === true && typeof said['confirmation_type'] === 'string',
      LEAD,
    );
  });
});
