import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Lead } from '../../src/leads/lead.js';
import { contactForm7 } from '../../src/leads/transports/contact-form-7.js';
import type { Parcel, Reply } from '../../src/leads/transports/transport.js';
import {
  answer,
  Endpoint,
  LEAD,
  needingPreflight,
  neverDeceived,
  phpOf,
  withFields,
} from './transport-support.js';

interface Exchange {
  name: string;
  url?: string;
  sent?: Record<string, string | string[]>;
  encoding?: string;
  http: number;
  headers?: Record<string, string>;
  answer?: {
    status?: string;
    message?: string;
    invalid_fields?: { field: string; message: string }[];
  };
}

const captured = ['cf7-5.7.7-wp-6.1.9', 'cf7-6.1.6-wp-7.1'].map((version) => {
  const { exchanges } = JSON.parse(
    readFileSync(new URL(`../fixtures/cf7/${version}.json`, import.meta.url), 'utf8'),
  ) as { exchanges: Exchange[] };
  return { version, exchanges };
});

/** The message that a form with these answers makes; a file is told as `(file x.exe 6 bytes)`. */
function messageOf(sent: Record<string, string | string[]>): Pick<Parcel, 'lead' | 'files'> {
  const fields: Lead['fields'] = {};
  const files: [string, File][] = [];
  for (const [name, value] of Object.entries(sent)) {
    const [, file, size] = /^\(file (\S+) (\d+) bytes\)$/.exec(String(value)) ?? [];
    if (file) files.push([name, new File(['x'.repeat(Number(size))], file)]);
    else fields[name] = value;
  }
  return { lead: withFields(fields, { attribution: {}, consents: [] }), files };
}

/** What each answer means, as the plugin documents it. */
function meaningOf({ http, answer: said = {} }: Exchange): Partial<Reply> {
  if (http === 401 || http === 403) return { kind: 'denied' };
  if (http !== 200) return { kind: 'failed' };
  const { status, message = '', invalid_fields = [] } = said;
  if (status === 'mail_sent') return { kind: 'accepted', receipt: '', message };
  if (status === 'acceptance_missing') return { kind: 'rejected', errors: [{ message }] };
  if (status !== 'validation_failed') return { kind: 'failed' };
  return {
    kind: 'rejected',
    errors: invalid_fields.map((error) => ({ field: error.field, message: error.message })),
  };
}

describe('Contact Form 7, as it answered', () => {
  const endpoint = new Endpoint();
  for (const { version, exchanges } of captured) {
    const posts = exchanges.filter(
      ({ sent, encoding }) => sent && encoding?.startsWith('multipart'),
    );

    it(`${version}: there are exchanges of every kind`, () => {
      const kinds = new Set(posts.map((exchange) => exchange.answer?.status ?? exchange.http));
      const expected = ['mail_sent', 'validation_failed', 'acceptance_missing', 403, 404];
      for (const kind of expected) assert.ok(kinds.has(kind), `${kind} is among them`);
    });

    for (const exchange of posts) {
      it(`${version}: ${exchange.name}`, async () => {
        const { sent = {}, url = '', http, headers } = exchange;
        endpoint.answer = answer(http, exchange.answer, headers);
        const { reply, arrived } = await endpoint.deliver(contactForm7, url, messageOf(sent));
        assert.deepEqual(reply, meaningOf(exchange));
        assert.deepEqual(needingPreflight(arrived), []);
        const expected = Object.fromEntries(
          Object.entries(sent).map(([name, value]) => [
            name.replace('[]', ''),
            name.endsWith('[]')
              ? [value].flat()
              : String(value).replace(/^\(file (\S+) (\d+) bytes\)$/, 'file $1 of $2'),
          ]),
        );
        assert.deepEqual(await phpOf(arrived), {
          // 6.1.6 refuses what has none; the transport always sends one.
          _wpcf7_unit_tag: expected['_wpcf7_unit_tag'] ?? `wpcf7-f${/\d+/.exec(url.slice(40))}-o1`,
          ...expected,
        });
      });
    }

    for (const status of ['spam', 'mail_failed']) {
      it(`${version}: "${status}" is not sent, and trying again later is of no use`, async () => {
        const exchange = exchanges.find(({ answer: said }) => said?.status === status);
        assert.ok(exchange, 'was captured');
        const said = answer(exchange.http, exchange.answer);
        assert.deepEqual(await endpoint.replyTo(contactForm7, said), { kind: 'failed' });
      });
    }
  }
});

describe('Contact Form 7', () => {
  const endpoint = new Endpoint();
  const sent = { status: 'mail_sent', message: 'Thank <b>you</b> &amp; good-bye.' };

  it('is not asked to fold equal ids: the same twice is two letters', () => {
    assert.ok(!contactForm7.foldsEqualIds, 'no repeating');
    assert.ok(contactForm7.carriesFiles, 'files go along');
  });

  it('is addressed with or without /feedback, with pretty addresses or without', async () => {
    endpoint.answer = answer(200, sent);
    for (const [written, used, tag] of [
      ['/wp-json/contact-form-7/v1/contact-forms/7/feedback', undefined, 7],
      [
        '/wp-json/contact-form-7/v1/contact-forms/7',
        '/wp-json/contact-form-7/v1/contact-forms/7/feedback',
        7,
      ],
      [
        '/sub/wp-json/contact-form-7/v1/contact-forms/12/?lang=es',
        '/sub/wp-json/contact-form-7/v1/contact-forms/12/feedback?lang=es',
        12,
      ],
      [
        '/?rest_route=/contact-form-7/v1/contact-forms/9/feedback',
        '/?rest_route=%2Fcontact-form-7%2Fv1%2Fcontact-forms%2F9%2Ffeedback',
        9,
      ],
      ['/our/own/feedback', undefined, 0],
    ] as const) {
      const { reply, arrived } = await endpoint.deliver(contactForm7, written);
      assert.equal(arrived.path, used ?? written);
      assert.equal((await phpOf(arrived))['_wpcf7_unit_tag'], `wpcf7-f${tag}-o1`);
      assert.equal(reply.kind, 'accepted');
    }
  });

  it('gets several answers to one question as a list, whatever the field is called', async () => {
    const lead = withFields({ message: 'x', reach: ['Phone', 'Email'], 'days[]': ['Mon', 'Tue'] });
    const { arrived } = await endpoint.deliver(contactForm7, '/contact-forms/7', { lead });
    const fields = await phpOf(arrived);
    assert.deepEqual(fields['reach'], ['Phone', 'Email']);
    assert.deepEqual(fields['days'], ['Mon', 'Tue']);
  });

  it('gets attribution and consents as plain fields, or under the names that the page gives', async () => {
    const { arrived } = await endpoint.deliver(contactForm7, '/contact-forms/7', {
      attributionNames: { utm_source: 'lead-source' },
    });
    const fields = await phpOf(arrived);
    assert.equal(fields['lead-source'], 'google');
    assert.equal(fields['consent-newsletter'], 'no, 2026-03-01T09:29:00.000Z: Send me news.');
    assert.ok(!('utm_source' in fields), 'under one name only');
  });

  it('gets no word of the trap and the signals', async () => {
    const { arrived } = await endpoint.deliver(contactForm7, '/contact-forms/7');
    assert.deepEqual(Object.keys(await phpOf(arrived)).sort(), [
      ...['_wpcf7_unit_tag', 'consent-newsletter', 'email', 'message', 'name', 'utm_source'],
    ]);
  });

  it('fills a hidden field that the form has for it, and overwrites no answer', async () => {
    const names = { utm_source: 'source', utm_campaign: 'name', utm_term: 'toString' };
    const attribution = { utm_source: 'google', utm_campaign: 'knees' };
    const lead = withFields({ name: 'Ann', source: '' }, { attribution, consents: [] });
    const { arrived } = await endpoint.deliver(contactForm7, '/contact-forms/7', {
      lead,
      attributionNames: names,
    });
    const { source, name } = await phpOf(arrived);
    assert.deepEqual([source, name], ['google', 'Ann']);
  });

  it('gets a fresh nonce in the body, and never as a header', async () => {
    const { arrived } = await endpoint.deliver(contactForm7, '/contact-forms/7', { token: 'f00' });
    assert.equal((await phpOf(arrived))['_wpnonce'], 'f00');
    assert.deepEqual(needingPreflight(arrived), []);
    const { arrived: without } = await endpoint.deliver(contactForm7, '/contact-forms/7');
    assert.ok(!('_wpnonce' in (await phpOf(without))), 'none without one');
  });

  it('thanks in HTML, which becomes text', async () => {
    assert.deepEqual(await endpoint.replyTo(contactForm7, answer(200, sent)), {
      kind: 'accepted',
      receipt: '',
      message: 'Thank you & good-bye.',
    });
  });

  it('may say no without a field, or for a plugin’s reason', async () => {
    for (const status of ['validation_failed', 'aborted']) {
      const said = answer(200, { status, message: '<p>Not on Sundays.</p>', invalid_fields: [] });
      assert.deepEqual(await endpoint.replyTo(contactForm7, said), {
        kind: 'rejected',
        errors: [{ message: 'Not on Sundays.' }],
      });
    }
  });

  it('is not believed without its word', async () => {
    for (const said of [
      answer(200, '<h1>Log in</h1>'),
      answer(200, { status: 'payment_required' }),
      answer(200, { message: 'Thank you for your message. It has been sent.' }),
      answer(500, { status: 'mail_sent' }),
      answer(200, '{"status":"mail_sent"'),
    ])
      assert.equal((await endpoint.replyTo(contactForm7, said)).kind, 'unclear');
    const moved = await endpoint.replyTo(contactForm7, (response, arrived) =>
      arrived.path === '/lead'
        ? void response.writeHead(302, { location: '/login' }).end()
        : answer(200, sent)(response, arrived),
    );
    assert.equal(moved.kind, 'unclear');
  });

  it('may be busy', async () => {
    const said = answer(429, 'Too many requests', { 'retry-after': '30' });
    assert.deepEqual(await endpoint.replyTo(contactForm7, said), { kind: 'busy', after: 30_000 });
  });

  it('never deceives', async () => {
    await neverDeceived(
      contactForm7,
      {
        status: fc.constantFrom<unknown>(
          ...['mail_sent', 'validation_failed', 'spam', 'aborted', 'acceptance_missing', true],
        ),
        message: fc.oneof(fc.string(), fc.jsonValue()),
        invalid_fields: fc.array(
          fc.oneof(
            fc.jsonValue(),
            fc.dictionary(fc.constantFrom('field', 'message'), fc.jsonValue()),
          ),
        ),
      },
      ({ status }) => status === 'mail_sent',
      LEAD,
    );
  });
});
