import assert from 'node:assert/strict';
import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before } from 'node:test';
import fc from 'fast-check';
import type { Lead } from '../../src/leads/lead.js';
import type { Parcel, Reply, Transport } from '../../src/leads/transports/transport.js';

export const ID = '3f1c9a52-7b0e-4d55-9f0a-2c6d3e8b1a77';
export const OTHER = '0b9e7c1d-5a34-4e21-8c66-9d2f4b7a1e03';

/** A lead with something in every place. */
export const LEAD: Lead = {
  id: ID,
  form: 'contact',
  fields: { name: 'Ñandú “Ann”', email: 'ann@example.com', message: 'My knee hurts. 😀' },
  consents: [
    {
      purpose: 'newsletter',
      text: 'Send me news.',
      given: false,
      at: '2026-03-01T09:29:00.000Z',
    },
  ],
  attribution: { utm_source: 'google', utm_campaign: '' },
  signals: { trap: true, seconds: 40, interactions: 12 },
  page: { url: 'https://clinic.example/knee/', title: 'Knees', language: 'en' },
  submittedAt: '2026-03-01T09:30:00.000Z',
};

export const withFields = (fields: Lead['fields'], more: Partial<Lead> = {}): Lead => ({
  ...LEAD,
  ...more,
  fields,
});

export const parcelOf = (action: string | URL, more: Partial<Parcel> = {}): Parcel => ({
  lead: LEAD,
  files: [],
  action: new URL(action),
  attributionNames: {},
  ...more,
});

/** A request as a server gets it. */
export interface Arrived {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export type Answer = (response: ServerResponse, arrived: Arrived) => void;

/** Answers with JSON, or with a text as it is. */
export const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response
      .writeHead(status, {
        'content-type': typeof body === 'string' ? 'text/html' : 'application/json',
        ...headers,
      })
      .end(typeof body === 'string' ? body : JSON.stringify(body));

/** A server that answers as it is told, and remembers what it was sent. */
export class Endpoint {
  readonly arrived: Arrived[] = [];
  answer: Answer = answer(200, {});
  #server!: Server;
  home = '';

  /** Runs while the tests of the suite around it do. */
  constructor() {
    before(async () => {
      this.#server = createServer((request, response) => {
        const parts: Buffer[] = [];
        request.on('data', (part: Buffer) => parts.push(part));
        request.on('end', () => {
          const { method = '', url = '', headers } = request;
          const arrived = { method, path: url, headers, body: Buffer.concat(parts) };
          this.arrived.push(arrived);
          this.answer(response, arrived);
        });
      });
      await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
      this.home = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    });
    after(() => {
      this.#server.closeAllConnections();
      this.#server.close();
    });
  }

  /** Sends a lead to a path of this server and reads the answer. */
  async deliver(
    transport: Transport,
    path: string,
    more: Partial<Parcel> = {},
  ): Promise<{ reply: Reply; arrived: Arrived }> {
    this.arrived.length = 0;
    const parcel = parcelOf(new URL(path, this.home), more);
    const response = await fetch(transport.request(parcel));
    const reply = await transport.reply(parcel.lead, response);
    return { reply, arrived: this.arrived[0]! };
  }

  /** The same where only the reply matters. */
  async replyTo(transport: Transport, said: Answer, lead: Lead = LEAD): Promise<Reply> {
    this.answer = said;
    return (await this.deliver(transport, '/lead', { lead })).reply;
  }
}

/** What came as `multipart/form-data` or urlencoded, as any server reads it. */
export async function formOf({ headers, body }: Arrived): Promise<[string, FormDataEntryValue][]> {
  const type = headers['content-type'] ?? '';
  const data = await new Response(new Uint8Array(body), {
    headers: { 'content-type': type },
  }).formData();
  return [...data];
}

type PhpFields = Record<string, string | string[]>;

/** The same as PHP reads it: the last of equal names wins, but for `name[]`; a dot in a name is no dot. */
export async function phpOf(arrived: Arrived): Promise<PhpFields> {
  assert.match(arrived.headers['content-type'] ?? '', /^multipart\/form-data; boundary=/);
  const fields: PhpFields = {};
  for (const [name, value] of await formOf(arrived)) {
    const words = typeof value === 'string' ? value : `file ${value.name} of ${value.size}`;
    const key = name.replace(/\[\]$/, '').replace(/[. ]/g, '_');
    fields[key] = name.endsWith('[]') ? [fields[key] ?? [], words].flat() : words;
  }
  return fields;
}

/** Headers that another site would have to allow by name first. */
export function needingPreflight({ headers, method }: Arrived): string[] {
  assert.equal(method, 'POST');
  const type = headers['content-type']?.split(';')[0] ?? '';
  const plain = ['multipart/form-data', 'application/x-www-form-urlencoded', 'text/plain'];
  // What a browser or Node sets by itself, and what any page may set.
  const free =
    /^(?:accept|accept-encoding|accept-language|cache-control|connection|content-length|host|pragma|sec-.*|user-agent)$/;
  return [
    ...(plain.includes(type) ? [] : [type]),
    ...Object.keys(headers).filter((name) => name !== 'content-type' && !free.test(name)),
  ];
}

/** An answer of any kind that a server, or somebody in between, may give; some look like the vendor's. */
export function anyAnswer(likely: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Response> {
  const likelyBody = fc.record(likely, { requiredKeys: [] }).map((said) => JSON.stringify(said));
  const body = fc.oneof(
    { arbitrary: likelyBody, weight: 6 },
    { arbitrary: fc.json(), weight: 1 },
    { arbitrary: fc.string(), weight: 1 },
    { arbitrary: fc.uint8Array({ maxLength: 50 }), weight: 1 },
  );
  const status = fc.oneof(
    fc.constant(200),
    fc.constantFrom(
      ...[201, 204, 304, 400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 520],
    ),
  );
  const redirected = fc.constantFrom(false, false, false, true);
  return fc.tuple(status, body, redirected).map(([code, said, moved]) => {
    const response = new Response(code === 204 || code === 304 ? null : said, { status: code });
    Object.defineProperty(response, 'redirected', { value: moved });
    return response;
  });
}

/** Whatever is said, `reply` gives one of its answers, and takes as accepted only what `isReceipt` does. */
export async function neverDeceived(
  transport: Transport,
  likely: Record<string, fc.Arbitrary<unknown>>,
  isReceipt: (said: Record<string, unknown>) => boolean,
  lead: Lead = LEAD,
): Promise<void> {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(anyAnswer(likely), async (response) => {
      const { ok, redirected } = response;
      const copy = await response.clone().text();
      const reply = await transport.reply(lead, response);
      if (reply.kind === 'rejected') {
        assert.ok(reply.errors.length > 0, 'something to mend');
        for (const { field, message } of reply.errors) {
          assert.equal(typeof message, 'string');
          assert.ok(field === undefined || typeof field === 'string', 'a name or none');
        }
      } else {
        assert.ok(
          ['accepted', 'busy', 'unclear', 'denied', 'failed'].includes(reply.kind),
          reply.kind,
        );
      }
      if (reply.kind !== 'accepted') return;
      accepted++;
      assert.ok(ok && !redirected, 'a 2xx that was not redirected');
      assert.ok(isReceipt(JSON.parse(copy) as Record<string, unknown>), copy);
    }),
    { numRuns: 1000 },
  );
  assert.ok(accepted > 0, 'a receipt was among the answers');
}
