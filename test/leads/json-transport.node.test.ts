import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { LEAD_LIMITS, type Lead } from '../../src/leads/lead.js';
import { json } from '../../src/leads/transports/json.js';
import { MOST_READ, retryAfter } from '../../src/leads/transports/reply.js';
import type { Parcel, Reply } from '../../src/leads/transports/transport.js';
import { ID, OTHER, parcelOf, withFields } from './transport-support.js';

const LEAD = withFields({ name: 'Ñandú “Ann”', message: 'My knee\nhurts. 😀' });
const parcel = (action: string, more: Partial<Parcel> = {}): Parcel =>
  parcelOf(action, { lead: LEAD, ...more });
const RECEIPT = { ok: true, id: ID, receipt: 'A-17' };

const reply = (status: number, body: BodyInit | null, headers: HeadersInit = {}): Promise<Reply> =>
  json.reply(LEAD, new Response(body, { status, headers }));
const said = (status: number, body: unknown, headers: HeadersInit = {}): Promise<Reply> =>
  reply(status, JSON.stringify(body), headers);

describe('the request', () => {
  const page = globalThis as { location?: unknown };
  afterEach(() => {
    delete page.location;
  });

  it('is a POST of the lead as JSON to the address that was given', async () => {
    const request = json.request(parcel('https://clinic.example/lead?site=1'));
    assert.equal(request.method, 'POST');
    assert.equal(request.url, 'https://clinic.example/lead?site=1');
    assert.equal(request.headers.get('content-type'), 'application/json');
    assert.equal(request.credentials, 'same-origin');
    assert.equal(request.cache, 'no-store');
    assert.equal(request.keepalive, false);
    assert.deepEqual(await request.json(), JSON.parse(JSON.stringify(LEAD)));
  });

  it('names the id in a header on the same site only, where that costs no preflight', () => {
    page.location = new URL('https://clinic.example/contact/');
    const header = (address: string) =>
      json.request(parcel(address)).headers.get('idempotency-key');
    assert.equal(header('https://clinic.example/lead'), `"${ID}"`);
    assert.equal(header('https://leads.example/lead'), null);
    assert.equal(header('https://clinic.example:8443/lead'), null);
    delete page.location;
    assert.equal(header('https://clinic.example/lead'), null);
  });
});

describe('a token', () => {
  it('goes along in the body, where it costs no preflight, and only if there is one', async () => {
    const request = json.request(parcel('https://clinic.example/lead', { token: 'n0nce' }));
    assert.deepEqual(await request.json(), { ...LEAD, token: 'n0nce' });
    assert.ok(
      !('token' in ((await json.request(parcel('https://clinic.example/lead')).json()) as object)),
      'no token where none was fetched',
    );
  });
});

describe('a receipt', () => {
  it('is a 2xx that names this lead', async () => {
    for (const status of [200, 201, 202])
      assert.deepEqual(await said(status, RECEIPT), { kind: 'accepted', receipt: 'A-17' });
    assert.deepEqual(await said(200, { ...RECEIPT, more: [1] }), {
      kind: 'accepted',
      receipt: 'A-17',
    });
    assert.deepEqual(await said(200, { ...RECEIPT, receipt: '' }), {
      kind: 'accepted',
      receipt: '',
    });
  });

  it('may come with any content type', async () => {
    const body = JSON.stringify(RECEIPT);
    assert.equal((await reply(200, body, { 'content-type': 'text/html' })).kind, 'accepted');
  });

  it('is none when it was redirected', async () => {
    const response = Response.json(RECEIPT);
    Object.defineProperty(response, 'redirected', { value: true });
    assert.equal((await json.reply(LEAD, response)).kind, 'unclear');
  });

  const nots: [what: string, body: string | null][] = [
    ['names another lead', JSON.stringify({ ...RECEIPT, id: OTHER })],
    ['names no lead', JSON.stringify({ ok: true, receipt: 'A-17' })],
    ['has no reference', JSON.stringify({ ok: true, id: ID })],
    ['has a reference that is no text', JSON.stringify({ ...RECEIPT, receipt: 17 })],
    ['says "true" and not true', JSON.stringify({ ...RECEIPT, ok: 'true' })],
    ['says 1', JSON.stringify({ ...RECEIPT, ok: 1 })],
    ['names the lead in capitals', JSON.stringify({ ...RECEIPT, id: ID.toUpperCase() })],
    ['is a list', JSON.stringify([RECEIPT])],
    ['is within something else', JSON.stringify({ data: RECEIPT })],
    ['is cut short', JSON.stringify(RECEIPT).slice(0, -1)],
    ['is HTML', '<!doctype html><title>Welcome to Airport Wi-Fi</title>'],
    ['is JSON in HTML', `<pre>${JSON.stringify(RECEIPT)}</pre>`],
    ['is text', 'OK'],
    ['is empty', ''],
    ['is null', 'null'],
    ['comes by way of a prototype', `{"__proto__":${JSON.stringify(RECEIPT)}}`],
  ];
  for (const [what, body] of nots) {
    it(`is none when it ${what}: it may have arrived, and is asked about again`, async () => {
      assert.deepEqual(await reply(200, body), { kind: 'unclear', after: undefined });
      assert.deepEqual(await reply(201, body), { kind: 'unclear', after: undefined });
    });
  }

  it('is none when it says no: the lead was not taken, as it stands', async () => {
    assert.deepEqual(await said(200, { ...RECEIPT, ok: false }), { kind: 'rejected', errors: [] });
    assert.deepEqual(
      await said(200, { ok: false, errors: [{ field: 'email', message: 'No mail gets there.' }] }),
      { kind: 'rejected', errors: [{ field: 'email', message: 'No mail gets there.' }] },
    );
  });

  it('is none with a status that has no body', async () => {
    for (const status of [204, 205])
      assert.deepEqual(await reply(status, null), { kind: 'unclear', after: undefined });
  });

  it('is none with any other status', async () => {
    for (const status of [
      302, 304, 400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 504,
    ]) {
      const body = status === 304 ? null : JSON.stringify(RECEIPT);
      assert.notEqual((await reply(status, body)).kind, 'accepted', String(status));
    }
  });
});

describe('an answer that asks for other answers', () => {
  it('names fields, or the message as a whole', async () => {
    const errors = [{ field: 'email', message: 'No mail gets there.' }, { message: 'Call us.' }];
    assert.deepEqual(await said(422, { ok: false, errors }), {
      kind: 'rejected',
      errors: [
        { field: 'email', message: 'No mail gets there.' },
        { field: undefined, message: 'Call us.' },
      ],
    });
  });

  it('may list messages by field name, several for one', async () => {
    const errors = { email: 'No mail gets there.', phone: ['Too short.', 'No area code.'], x: 7 };
    assert.deepEqual(await said(422, { errors }), {
      kind: 'rejected',
      errors: [
        { field: 'email', message: 'No mail gets there.' },
        { field: 'phone', message: 'Too short.' },
        { field: 'phone', message: 'No area code.' },
      ],
    });
  });

  it('may come with a 400 as well', async () => {
    assert.equal((await said(400, { errors: { email: 'No mail gets there.' } })).kind, 'rejected');
  });

  it('may be HTML, and becomes text', async () => {
    const errors = [
      { field: 'email', message: '<b>Email</b>: it doesn&#8217;t work<script>alert(1)</script>.' },
      { message: 'At most 5 < 6.' },
    ];
    assert.deepEqual(await said(422, { errors }), {
      kind: 'rejected',
      errors: [
        { field: 'email', message: 'Email: it doesn’t work.' },
        { field: undefined, message: 'At most 5 < 6.' },
      ],
    });
  });

  it('is read as far as it makes sense', async () => {
    const errors = [
      null,
      7,
      'x',
      {},
      { field: 'a' },
      { field: 7, message: 'Seven.' },
      { field: 'b', message: 8 },
      [],
    ];
    assert.deepEqual(await said(422, { errors }), {
      kind: 'rejected',
      errors: [{ field: undefined, message: 'Seven.' }],
    });
  });

  it('without a word of what is wrong is a failure: nothing that a visitor could mend', async () => {
    for (const body of [
      {},
      { errors: [] },
      { errors: {} },
      { errors: { email: 7 } },
      { errors: 'email' },
      null,
      'x',
      [],
      { errors: [{}] },
    ])
      assert.deepEqual(await said(422, body), { kind: 'failed' }, JSON.stringify(body));
    assert.deepEqual(await reply(422, '<h1>Unprocessable</h1>'), { kind: 'failed' });
    assert.deepEqual(await reply(422, ''), { kind: 'failed' });
  });
});

describe('other answers', () => {
  for (const status of [401, 403]) {
    it(`${status} wants to know who asks: a fresh token may help`, async () => {
      assert.deepEqual(await reply(status, 'No', { 'retry-after': '1' }), { kind: 'denied' });
    });
  }

  for (const status of [400, 404, 405, 410, 413, 414, 415, 431]) {
    it(`${status} is final: the same request will not fare better`, async () => {
      assert.deepEqual(await reply(status, 'No', { 'retry-after': '1' }), { kind: 'failed' });
    });
  }

  it('one of these after a redirect says nothing of the lead', async () => {
    for (const status of [404, 405, 410]) {
      const response = new Response('No', { status });
      Object.defineProperty(response, 'redirected', { value: true });
      assert.equal((await json.reply(LEAD, response)).kind, 'unclear', String(status));
    }
  });

  for (const [kind, statuses] of [
    ['busy', [429, 503]],
    ['unclear', [408, 409, 425, 500, 502, 504, 507, 520]],
  ] as const) {
    for (const status of statuses) {
      it(`${status} is ${kind}, and may be tried again not before the time that it names`, async () => {
        assert.deepEqual(await reply(status, ''), { kind, after: undefined });
        assert.deepEqual(await reply(status, '', { 'retry-after': '12' }), {
          kind,
          after: 12_000,
        });
      });
    }
  }

  it('429 may name a date', async () => {
    const date = new Date(Date.now() + 30_000).toUTCString();
    const answer = await reply(429, '', { 'retry-after': date });
    assert.equal(answer.kind, 'busy');
    const after = (answer as { after?: number }).after!;
    assert.ok(after > 28_000 && after <= 30_000, `${after} ms`);
  });
});

describe('Retry-After', () => {
  const NOW = Date.UTC(2026, 2, 1, 9, 30, 0);

  it('is whole seconds', () => {
    for (const [header, ms] of [
      ['0', 0],
      ['5', 5000],
      [' 5 ', 5000],
      ['0120', 120_000],
      ['3600', 3_600_000],
    ] as const)
      assert.equal(retryAfter(header, NOW), ms, header);
  });

  it('or a date in any of the three forms of HTTP', () => {
    for (const header of [
      'Sun, 01 Mar 2026 09:30:45 GMT',
      'Sunday, 01-Mar-26 09:30:45 GMT',
      'Sun Mar  1 09:30:45 2026 GMT',
    ])
      assert.equal(retryAfter(header, NOW), 45_000, header);
  });

  it('a date that has passed is now', () => {
    assert.equal(retryAfter('Sun, 01 Mar 2020 09:30:45 GMT', NOW), 0);
  });

  it('is nothing where it is absent or makes no sense', () => {
    assert.equal(retryAfter(null, NOW), undefined);
    for (const header of ['', 'soon', 'x5', '5s', '1e3', '0x10', '12 parsecs', '٥'])
      assert.ok(!retryAfter(header, NOW), header);
  });

  it('never asks for longer than it says: garbage is no date', () => {
    // JavaScript reads a year, and so a wait of decades, into much.
    for (const header of ['call us in 2099', '120, 120', 'retry 2050', '2099', '1.5', '-5'])
      assert.ok(
        (retryAfter(header, NOW) ?? 0) <= 2_099_000,
        `${header}: ${retryAfter(header, NOW)}`,
      );
  });

  it('is a wait or nothing, whatever the header', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.integer().map(String), fc.date().map(String)),
        (header) => {
          const ms = retryAfter(header, NOW);
          assert.ok(ms === undefined || ms >= 0, `${header}: ${ms}`);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('whatever a server says', () => {
  const body = fc.oneof(
    fc.json(),
    fc.string(),
    fc
      .record(
        {
          ok: fc.jsonValue(),
          id: fc.oneof(fc.constant(ID), fc.jsonValue()),
          receipt: fc.jsonValue(),
          errors: fc.jsonValue(),
        },
        { requiredKeys: [] },
      )
      .map((each) => JSON.stringify(each)),
    fc
      .record({
        errors: fc.array(
          fc.oneof(
            fc.jsonValue(),
            fc.dictionary(fc.constantFrom('field', 'message'), fc.jsonValue()),
          ),
        ),
      })
      .map((each) => JSON.stringify(each)),
  );

  it('the transport never throws, and accepts only a receipt for this lead', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(200, 201, 404, 409, 422, 429, 500),
        body,
        async (status, text) => {
          const answer = await reply(status, text);
          assert.ok(
            ['accepted', 'rejected', 'busy', 'unclear', 'failed'].includes(answer.kind),
            answer.kind,
          );
          if (answer.kind === 'accepted') {
            const { ok, id, receipt } = JSON.parse(text) as typeof RECEIPT;
            assert.deepEqual([ok, id, receipt, status < 300], [true, ID, answer.receipt, true]);
          }
          if (answer.kind === 'rejected') {
            // In a 2xx, "no" alone is enough; the form has words of its own for it.
            assert.ok(answer.errors.length > 0 || status < 300, 'something to mend');
            for (const { field, message } of answer.errors) {
              assert.equal(typeof message, 'string');
              assert.ok(field === undefined || typeof field === 'string', 'a name or none');
            }
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('a body that breaks off is no receipt', async () => {
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(JSON.stringify(RECEIPT).slice(0, 20)));
        controller.error(new Error('cut'));
      },
    });
    assert.equal((await reply(200, stream)).kind, 'unclear');
  });

  it('a receipt behind 300 kB of something else is none, and reading stops early', async () => {
    let read = 0;
    let cancelled = false;
    const padding = new TextEncoder().encode(' '.repeat(10_000));
    const stream = new ReadableStream({
      pull(controller) {
        read += padding.length;
        if (read <= 300_000) return controller.enqueue(padding);
        controller.enqueue(new TextEncoder().encode(JSON.stringify(RECEIPT)));
        controller.close();
      },
      cancel() {
        cancelled = true;
      },
    });
    assert.equal((await reply(200, stream)).kind, 'unclear');
    assert.ok(read <= MOST_READ + 3 * padding.length, `${read} bytes were asked for`);
    assert.ok(cancelled, 'the rest is not fetched');
  });

  it('a receipt of the greatest size is one', async () => {
    const text = JSON.stringify(RECEIPT);
    const padded = ' '.repeat(MOST_READ - text.length) + text;
    assert.equal((await reply(200, padded)).kind, 'accepted');
    assert.equal((await reply(200, ` ${padded}`)).kind, 'unclear');
  });

  it('a body that was read already is no receipt', async () => {
    const response = Response.json(RECEIPT);
    await response.text();
    assert.equal((await json.reply(LEAD, response)).kind, 'unclear');
  });
});

describe('over a real connection', () => {
  let server: Server;
  let home: string;
  let listener: RequestListener;

  before(async () => {
    server = createServer((request, response) => listener(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const send = async (lead = LEAD) => {
    const response = await fetch(json.request(parcel(`${home}/lead`, { lead })));
    return json.reply(lead, response);
  };

  it('the lead arrives as it was written, letter by letter', async () => {
    let arrived = '';
    listener = (request, response) => {
      request.setEncoding('utf8').on('data', (part: string) => (arrived += part));
      request.on('end', () => response.writeHead(201).end(JSON.stringify(RECEIPT)));
    };
    assert.equal((await send()).kind, 'accepted');
    assert.deepEqual((JSON.parse(arrived) as Lead).fields, LEAD.fields);
    const long = { ...LEAD, fields: { message: '痛'.repeat(LEAD_LIMITS.value) } };
    arrived = '';
    await send(long);
    assert.deepEqual((JSON.parse(arrived) as Lead).fields, long.fields);
  });

  it('a redirect to a page that says yes is no receipt', async () => {
    for (const status of [302, 303, 307, 308]) {
      listener = (request, response) => {
        request.resume();
        if (request.url === '/lead') response.writeHead(status, { location: '/thanks' }).end();
        else response.writeHead(200).end(JSON.stringify(RECEIPT));
      };
      assert.equal((await send()).kind, 'unclear', String(status));
    }
  });

  it('an answer shorter than it says is no receipt', async () => {
    listener = (request, response) => {
      request.resume();
      response.writeHead(200, { 'content-length': '500' }).write(JSON.stringify(RECEIPT));
      setTimeout(() => response.destroy(), 30);
    };
    assert.equal((await send()).kind, 'unclear');
  });

  it('a receipt for the lead of somebody else is none', async () => {
    listener = (request, response) => {
      request.resume();
      response.writeHead(201).end(JSON.stringify({ ...RECEIPT, id: OTHER }));
    };
    assert.equal((await send()).kind, 'unclear');
  });

  it('a page of 300 kB is no receipt', async () => {
    listener = (request, response) => {
      request.resume();
      response.writeHead(200).end(JSON.stringify(RECEIPT) + ' '.repeat(300_000));
    };
    assert.equal((await send()).kind, 'unclear');
  });
});
