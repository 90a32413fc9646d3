import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it, mock } from 'node:test';
import { createChallenge, verifySolution, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import fc from 'fast-check';
import { checkLead, LEAD_LIMITS } from '../../src/leads/lead.js';
import { proveWork } from '../../src/leads/proof.js';

const SECRET = 'a secret of the test';

/** A challenge as a server's own ALTCHA makes it; its derivation is Node's, not the browser's. */
const challengeOf = (options: Partial<Parameters<typeof createChallenge>[0]> = {}) =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 10,
    counter: 12,
    deriveKey,
    hmacSignatureSecret: SECRET,
    ...options,
  });

const verified = async (payload: string): Promise<boolean> => {
  const { challenge, solution } = JSON.parse(atob(payload)) as Parameters<typeof verifySolution>[0];
  const result = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: SECRET,
  });
  return result.verified;
};

describe('proveWork', () => {
  let server: Server;
  let address: URL;
  let answer: RequestListener;

  const never = new AbortController().signal;
  const says =
    (status: number, body: string, type = 'application/json'): RequestListener =>
    (_request, response) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    };
  const gives = (challenge: unknown): RequestListener => says(200, JSON.stringify(challenge));

  before(async () => {
    server = createServer((request, response) => answer(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/challenge`);
  });
  afterEach(() => mock.timers.reset());
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('gives what a server verifies, and a lead can carry, whatever challenge the server made', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          algorithm: fc.constantFrom('PBKDF2/SHA-256', 'PBKDF2/SHA-384', 'PBKDF2/SHA-512'),
          cost: fc.integer({ min: 1, max: 200 }),
          counter: fc.nat(40),
          keyLength: fc.integer({ min: 4, max: 64 }),
          expiresAt: fc.option(fc.integer({ min: 4_000_000_000, max: 4_100_000_000 }), {
            nil: undefined,
          }),
          data: fc.option(
            fc.dictionary(fc.stringMatching(/^\w{1,9}$/), fc.oneof(fc.integer(), fc.boolean()), {
              maxKeys: 3,
            }),
            { nil: undefined },
          ),
        }),
        async (options) => {
          answer = gives(await challengeOf(options));
          const { payload, expiresAt } = await proveWork(address, never);
          assert.equal(expiresAt, options.expiresAt ? options.expiresAt * 1000 : Infinity);
          assert.ok(await verified(payload), 'the server believes it');
          const check = checkLead({
            id: '3f1c9a52-7b0e-4d55-9f0a-2c6d3e8b1a77',
            fields: { message: 'Hello' },
            signals: { proof: payload },
            page: { url: '' },
            submittedAt: '2026-03-01T09:30:00.000Z',
          });
          assert.equal(check.ok && check.lead.signals.proof, payload);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('searches for a key where the server does not know the answer itself', async () => {
    answer = gives(await challengeOf({ counter: undefined, keyPrefix: '0' }));
    assert.ok(await verified((await proveWork(address, never)).payload), 'the server believes it');
  });

  it('sends no cookie and nothing but the request', async () => {
    const challenge = await challengeOf();
    let seen: { method?: string; cookie?: string; body: string } | undefined;
    answer = (request, response) => {
      seen = { method: request.method, cookie: request.headers.cookie, body: request.url ?? '' };
      gives(challenge)(request, response);
    };
    await proveWork(address, never);
    assert.deepEqual(seen, { method: 'GET', cookie: undefined, body: '/challenge' });
  });

  it('ends without a proof where the host misbehaves', async () => {
    const good = await challengeOf();
    const { parameters } = good;
    const changed = (more: Record<string, unknown>): Challenge =>
      ({ ...good, parameters: { ...parameters, ...more } }) as Challenge;
    const rows: Record<string, RequestListener> = {
      'an error': says(500, JSON.stringify(good)),
      'not found': says(404, ''),
      'a page': says(200, '<!doctype html><title>Log in</title>', 'text/html'),
      nothing: says(200, ''),
      null: gives(null),
      'a list': gives([good]),
      'version 1': gives({ algorithm: 'SHA-256', challenge: 'ab', salt: 'cd', signature: 'ef' }),
      'no signature': gives({ parameters }),
      'a memory-hard algorithm': gives(changed({ algorithm: 'ARGON2ID' })),
      'work for a week': gives(changed({ cost: 1e9 })),
      'work for nothing': gives(changed({ cost: 0 })),
      'a key of a gigabyte': gives(changed({ keyLength: 1e9 })),
      'no prefix': gives(changed({ keyPrefix: '' })),
      'a prefix of no digits': gives(changed({ keyPrefix: 'zz' })),
      'a broken salt': gives(changed({ salt: 'abc' })),
      'an end that is no time': gives(changed({ expiresAt: 'soon' })),
      'more than a lead may carry': gives(
        changed({ data: { note: 'x'.repeat(LEAD_LIMITS.proof) } }),
      ),
      'a challenge of a megabyte': gives(changed({ data: { note: 'x'.repeat(1_000_000) } })),
      'a cut answer': (_request, response) => {
        response.writeHead(200, { 'content-length': '500' }).write('{"parameters":');
        setTimeout(() => response.destroy(), 5);
      },
      'a closed connection': (request) => request.socket.destroy(),
    };
    for (const [name, row] of Object.entries(rows)) {
      answer = row;
      await assert.rejects(proveWork(address, never), name);
    }
  });

  it('never takes any other JSON for a challenge', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        answer = gives(value);
        await assert.rejects(proveWork(address, never), 'no proof');
      }),
      { numRuns: 100 },
    );
  });

  it('gives up a host that never answers after 10 seconds', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const asked = new Promise<void>((resolve) => (answer = () => resolve()));
    const proof = proveWork(address, never);
    await asked;
    mock.timers.tick(9_999);
    const first = await Promise.race([
      proof.catch(() => 'gave up'),
      new Promise((resolve) => setImmediate(() => resolve('waits'))),
    ]);
    assert.equal(first, 'waits');
    mock.timers.tick(1);
    await assert.rejects(proof, 'it gave up');
  });

  it('stops when it is told to: before, while it asks, and while it works', async () => {
    let asked = 0;
    const endless = await challengeOf({ counter: undefined, keyPrefix: 'f'.repeat(32) });
    const abort = new AbortController();
    answer = (request, response) => {
      asked += 1;
      if (asked === 1) abort.abort();
      else gives(endless)(request, response);
    };
    await assert.rejects(proveWork(address, AbortSignal.abort()), 'before');
    assert.equal(asked, 0);
    await assert.rejects(proveWork(address, abort.signal), 'while it asks');
    const later = new AbortController();
    const working = proveWork(address, later.signal);
    setTimeout(() => later.abort(), 50);
    await assert.rejects(working, 'while it works');
    assert.equal(asked, 2);
  });
});
