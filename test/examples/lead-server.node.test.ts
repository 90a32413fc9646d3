import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Lead, LeadRejection, Receipt } from '../../src/leads/lead.js';
import { proveWork } from '../../src/leads/proof.js';
import { buildDoors, REPOSITORY } from './support.js';

const MAIN = path.join(REPOSITORY, 'examples/clinic-site/server/main.js');
const RECEIPT = /^FH-[2-9CDFGHJKMNPQRTVWXY]{4}-[2-9]{2}$/;
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
  "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

interface StoredLead {
  number: number;
  receivedAt: string;
  receipt: string;
  lead: Lead;
  proof?: string;
  replacedBy?: string;
}

/** The example server as a process of its own, with its own folders. */
class ExampleServer {
  readonly output: string[] = [];
  readonly #folder: string;
  #process: ChildProcess | undefined;
  #port = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async start(): Promise<ExampleServer> {
    const server = new ExampleServer(await mkdtemp(path.join(tmpdir(), 'clinic-site-')));
    await server.#writeSite();
    await server.launch();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get port(): number {
    return this.#port;
  }

  get dataDir(): string {
    return path.join(this.#folder, 'data');
  }

  /** Starts the process, on the port it had before if it had one. */
  async launch(): Promise<void> {
    const child = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        PORT: String(this.#port),
        DATA_DIR: this.dataDir,
        PAGES_DIR: path.join(this.#folder, 'pages'),
        ASSETS_DIR: path.join(this.#folder, 'assets'),
        DIST_DIR: path.join(this.#folder, 'dist'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    createInterface({ input: child.stderr }).on('line', (line) => this.output.push(line));
    const ready = new Promise<void>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        this.output.push(line);
        const port = /^Example clinic: http:\/\/localhost:(\d+)\//.exec(line)?.[1];
        if (port === undefined) return;
        this.#port = Number(port);
        resolve();
      });
      child.once('exit', () => reject(new Error(`exited early: ${this.output.join('\n')}`)));
    });
    await ready;
  }

  /** As a power cut would: no farewell. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    const child = this.#process;
    assert.ok(child, 'not running');
    const exited = once(child, 'exit');
    child.kill(signal);
    const [code] = (await exited) as [number | null];
    this.#process = undefined;
    return code;
  }

  async remove(): Promise<void> {
    if (this.#process) await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async leads(): Promise<StoredLead[]> {
    const response = await fetch(`${this.url}/inbox/leads.json`);
    return ((await response.json()) as { leads: StoredLead[] }).leads;
  }

  async leadsSaying(message: string): Promise<StoredLead[]> {
    return (await this.leads()).filter(({ lead }) => lead.fields['message'] === message);
  }

  postJson(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}/api/leads`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  postForm(
    fields: Record<string, string> | FormData,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(`${this.url}/api/leads`, {
      method: 'POST',
      redirect: 'manual',
      headers: { accept: 'text/html,*/*;q=0.8', origin: this.url, ...headers },
      body: fields instanceof FormData ? fields : new URLSearchParams(fields),
    });
  }

  /** After a text that is not read to its end, the server closes the connection half a second later. */
  letGoOfUnread(): Promise<void> {
    return pause(800);
  }

  /** A path as it is, which `fetch` would tidy up. */
  async rawGet(target: string): Promise<{ status: number; location: string; body: string }> {
    const call = request({ host: '127.0.0.1', port: this.#port, path: target });
    call.end();
    const [response] = (await once(call, 'response')) as [import('node:http').IncomingMessage];
    let body = '';
    for await (const chunk of response) body += String(chunk);
    return { status: response.statusCode ?? 0, location: response.headers.location ?? '', body };
  }

  async #writeSite(): Promise<void> {
    const posts = Array.from({ length: 12 }, (_, index) => ({ id: index + 1 }));
    const files = {
      'pages/index.html': '<!doctype html><title>Home</title><h1>Fernhollow</h1>',
      'pages/knee/index.html': `<!doctype html><title>Knee</title>${'<p>Long.</p>'.repeat(200)}`,
      'pages/404.html': '<!doctype html><title>Not here</title>',
      'pages/wp-json/wp/v2/posts.json': JSON.stringify(posts),
      'pages/hip/index.html':
        '<!doctype html><html lang="en"><head><title>Hip</title></head><body><clinic-info src="/assets/clinic.json"></clinic-info><h1>Hip $& back</h1></body></html>',
      'assets/clinic.json': '{ "name": "Fernhollow Spine Clinic", "url": "/" }',
      'assets/site.css': 'body { margin: 0 }',
      'assets/mark.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'dist/cdn/clinic-elements.js': 'export const version = 1;',
      'dist/cdn/clinic-elements.js.map': '{}',
      'dist/clinic-elements.css': 'a { color: inherit }',
      'dist/secret.txt': 'not to be served',
    };
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.#folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }
}

const newLead = (message = randomUUID() as string) => ({
  id: randomUUID() as string,
  fields: { name: 'Ana', message } as Record<string, string | string[]>,
  page: { url: 'https://clinic.example/knee/' },
  submittedAt: new Date().toISOString(),
});

async function receiptOf(response: Response): Promise<Receipt> {
  return (await response.json()) as Receipt;
}

async function rejectionOf(response: Response): Promise<LeadRejection> {
  return (await response.json()) as LeadRejection;
}

/** Reads server-sent events until `enough` leads came; returns their messages and the last id. */
async function readEvents(
  url: string,
  enough: number,
  {
    headers = {},
    onReady = () => {},
  }: { headers?: Record<string, string>; onReady?: () => void } = {},
): Promise<{ messages: unknown[]; lastId: string }> {
  const abort = new AbortController();
  const response = await fetch(url, {
    headers,
    signal: AbortSignal.any([abort.signal, AbortSignal.timeout(60_000)]),
  });
  assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
  assert.ok(response.body, 'no event stream');
  const messages: unknown[] = [];
  let lastId = '';
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block.includes('event: ready')) onReady();
      const lines = block.split('\n');
      const data = lines.find((line) => line.startsWith('data: '))?.slice('data: '.length);
      if (!block.includes('event: lead') || data === undefined) continue;
      messages.push((JSON.parse(data) as StoredLead).lead.fields['message']);
      lastId = /^id: (\d+)$/m.exec(block)?.[1] ?? '';
    }
    if (messages.length >= enough) break;
  }
  abort.abort();
  return { messages, lastId };
}

describe('the example clinic’s server', { timeout: 300_000 }, () => {
  let server: ExampleServer;

  before(async () => {
    await buildDoors();
    server = await ExampleServer.start();
  });
  after(() => server.remove());

  describe('a lead sent with script', () => {
    it('is stored and answered with a receipt', async () => {
      const lead = newLead();
      const response = await server.postJson(lead, {
        origin: server.url,
        'idempotency-key': `"${lead.id}"`,
      });
      assert.equal(response.status, 201);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      const receipt = await receiptOf(response);
      assert.deepEqual(Object.keys(receipt), ['ok', 'id', 'receipt']);
      assert.equal(receipt.ok, true);
      assert.equal(receipt.id, lead.id);
      assert.match(receipt.receipt, RECEIPT);
      const [stored] = await server.leads();
      assert.equal(stored?.receipt, receipt.receipt);
      assert.deepEqual(stored?.lead.fields, lead.fields);
    });

    it('arrives byte for byte', async () => {
      const value = '=1+1 <script>x</script>\r\n\u0000 "quoted" Šťastný 李 🦵 \u2028';
      await server.postJson({ ...newLead(), fields: { message: value } });
      assert.equal((await server.leads())[0]?.lead.fields['message'], value);
    });

    it('is stored once however often it comes, and gets the very first answer each time', async () => {
      const lead = newLead();
      const first = await server.postJson(lead);
      const again = await server.postJson({ ...lead, signals: { seconds: 99 } });
      assert.equal(first.status, 201);
      assert.equal(again.status, 200);
      assert.equal(await again.text(), await first.text());
      assert.equal((await server.leadsSaying(String(lead.fields['message']))).length, 1);
    });

    it('is stored once when 50 copies come at the same time', async () => {
      const lead = newLead();
      const responses = await Promise.all(Array.from({ length: 50 }, () => server.postJson(lead)));
      const statuses = responses.map((response) => response.status).sort();
      assert.deepEqual(statuses, [...Array<number>(49).fill(200), 201]);
      const bodies = new Set(await Promise.all(responses.map((response) => response.text())));
      assert.equal(bodies.size, 1);
      assert.equal((await server.leadsSaying(String(lead.fields['message']))).length, 1);
    });

    it('is refused with the field’s name when an answer is wrong', async () => {
      const response = await server.postJson({
        ...newLead(),
        fields: { message: 'x'.repeat(100_001) },
      });
      assert.equal(response.status, 422);
      const rejection = await rejectionOf(response);
      assert.equal(rejection.ok, false);
      assert.equal(rejection.errors[0]?.field, 'message');
    });

    it('is refused when it is not JSON, or not UTF-8', async () => {
      for (const body of ['{"id":', '', 'ok']) {
        const response = await server.postJson(body);
        assert.equal(response.status, 400);
        assert.equal((await rejectionOf(response)).ok, false);
      }
      const broken = await fetch(`${server.url}/api/leads`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: new Uint8Array([0x22, 0xff, 0x22]),
      });
      assert.equal(broken.status, 400);
    });

    it('is refused when the Idempotency-Key header names another lead', async () => {
      const lead = newLead();
      for (const key of [`"${randomUUID()}"`, lead.id, '']) {
        assert.equal((await server.postJson(lead, { 'idempotency-key': key })).status, 400);
      }
      assert.equal((await server.leadsSaying(String(lead.fields['message']))).length, 0);
    });

    it('is refused from another origin', async () => {
      const lead = newLead();
      const { port } = server;
      for (const origin of [
        ...['https://evil.example', 'null', `http://evil.example:${port}`, 'http://127.0.0.1:1'],
      ]) {
        assert.equal((await server.postJson(lead, { origin })).status, 403, origin);
      }
      assert.equal((await server.leadsSaying(String(lead.fields['message']))).length, 0);
    });

    it('is refused when it is too large, with or without a declared length', async () => {
      const large = JSON.stringify({ ...newLead(), padding: 'x'.repeat(270_000) });
      assert.equal((await server.postJson(large)).status, 413);
      const streamed = await fetch(`${server.url}/api/leads`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: new Blob([large]).stream(),
        duplex: 'half',
      } as RequestInit);
      assert.equal(streamed.status, 413);
      await server.letGoOfUnread();
    });

    it('is refused as another type, or by another method', async () => {
      for (const type of ['text/plain', 'application/xml', 'application/jsonp']) {
        assert.equal(
          (await server.postJson(newLead(), { 'content-type': type })).status,
          415,
          type,
        );
      }
      const read = await fetch(`${server.url}/api/leads`);
      assert.equal(read.status, 405);
      assert.equal(read.headers.get('allow'), 'POST');
      const preflight = await fetch(`${server.url}/api/leads`, { method: 'OPTIONS' });
      assert.equal(preflight.headers.get('access-control-allow-origin'), null);
    });
  });

  describe('a form sent without script', () => {
    it('is stored and redirected to the thank-you page', async () => {
      const message = randomUUID();
      const response = await server.postForm(
        { name: 'Ana', message, _clinic_form: 'callback', _clinic_ref: '' },
        { referer: `${server.url}/knee/?utm_source=x` },
      );
      assert.equal(response.status, 303);
      assert.equal(response.headers.get('location'), '/thank-you/');
      assert.equal(response.headers.get('cache-control'), 'no-store');
      const [stored] = await server.leadsSaying(message);
      assert.deepEqual(stored?.lead.fields, { name: 'Ana', message });
      assert.equal(stored?.lead.form, 'callback');
      assert.deepEqual(stored?.lead.signals, { trap: false });
      assert.deepEqual(stored?.lead.page, { url: `${server.url}/knee/?utm_source=x` });
    });

    it('may be multipart; files are left out', async () => {
      const form = new FormData();
      const message = randomUUID();
      form.append('message', message);
      form.append('topic', 'knee');
      form.append('topic', 'hip');
      form.append('scan', new Blob(['data']), 'scan.png');
      assert.equal((await server.postForm(form)).status, 303);
      const [stored] = await server.leadsSaying(message);
      assert.deepEqual(stored?.lead.fields, { message, topic: ['knee', 'hip'] });
    });

    it('is one lead when it is sent twice, even at the same time', async () => {
      const message = randomUUID();
      const responses = await Promise.all(
        [1, 2, 3].map(() => server.postForm({ name: 'Ana', message })),
      );
      assert.deepEqual(
        responses.map((response) => response.status),
        [303, 303, 303],
      );
      assert.equal((await server.leadsSaying(message)).length, 1);
      await server.postForm({ name: 'Another person', message });
      assert.equal((await server.leadsSaying(message)).length, 2);
    });

    it('is one lead with the same message sent with script, when the page gave it that id', async () => {
      // A form post writes line breaks as CR LF.
      const lead = newLead(`${randomUUID()}\nsecond line`);
      const message = String(lead.fields['message']);
      await server.postJson(lead);
      const posted = message.replace('\n', '\r\n');
      const response = await server.postForm({ name: 'Ana', message: posted, _clinic_id: lead.id });
      assert.equal(response.status, 303);
      assert.equal((await server.leadsSaying(message)).length, 1);
      assert.equal((await server.leadsSaying(posted)).length, 0);
    });

    it('loses nobody to a cached page that gives every visitor the same id', async () => {
      const message = randomUUID();
      const cached = randomUUID();
      for (const name of ['Ana', 'Ben', 'Ben']) {
        await server.postForm({ name, message, _clinic_id: cached });
      }
      const names = (await server.leadsSaying(message)).map(({ lead }) => lead.fields['name']);
      assert.deepEqual(names, ['Ben', 'Ana']);
    });

    it('is answered with a readable page when something is wrong', async () => {
      const response = await server.postForm(
        { name: ' ', message: '' },
        { referer: `${server.url}/contact/` },
      );
      assert.equal(response.status, 422);
      assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
      const page = await response.text();
      assert.match(page, /There is a problem/);
      assert.match(page, /every answer is empty/);
      assert.match(page, /href="tel:\+\d+"/);
      assert.match(page, new RegExp(`href="${server.url}/contact/"`));
    });

    it('links back only to this site', async () => {
      const response = await server.postForm({ a: '' }, { referer: 'https://evil.example/' });
      assert.doesNotMatch(await response.text(), /evil\.example/);
    });

    it('gets a page, with the phone, for every refusal', async () => {
      const refused = [
        await server.postForm({ message: 'x' }, { origin: 'https://evil.example' }),
        await server.postForm({ message: 'x'.repeat(270_000) }),
        await server
          .letGoOfUnread()
          .then(() => server.postForm({ message: 'x' }, { 'content-type': 'multipart/form-data' })),
        await server.postForm({ message: 'x' }, { 'content-type': 'text/plain' }),
      ];
      assert.deepEqual(
        refused.map((response) => response.status),
        [403, 413, 400, 415],
      );
      for (const response of refused) assert.match(await response.text(), /href="tel:/);
    });

    it('keeps a filled trap as a mark on the lead', async () => {
      const message = randomUUID();
      const response = await server.postForm({ message, _clinic_ref: 'filled' });
      assert.equal(response.status, 303);
      assert.deepEqual((await server.leadsSaying(message))[0]?.lead.signals, { trap: true });
    });
  });

  describe('the inbox', () => {
    it('says so when it is empty', async () => {
      const fresh = await ExampleServer.start();
      try {
        assert.match(await (await fetch(`${fresh.url}/inbox`)).text(), /No requests yet/);
        assert.deepEqual(await fresh.leads(), []);
      } finally {
        await fresh.remove();
      }
    });

    it('shows leads newest first, and what was sent as text', async () => {
      const hostile = `<script>alert('x')</script>"&${randomUUID()}`;
      const older = newLead();
      await server.postJson(older);
      await server.postJson({
        ...newLead(),
        form: 'callback',
        fields: { message: hostile },
        consents: [
          { purpose: 'contact', text: '<i>Call me</i>', given: true, at: '2026-01-01T00:00:00Z' },
        ],
        attribution: { utm_source: '<b>' },
        signals: { trap: true, seconds: 2 },
        page: { url: 'https://clinic.example/?"><script>', title: '</title><script>' },
      });
      const response = await fetch(`${server.url}/inbox`);
      const page = await response.text();
      assert.equal(response.headers.get('cache-control'), 'no-store');
      const scripts = page.match(/<script[^>]*>/g);
      assert.deepEqual(scripts, ['<script type="module" src="/inbox-client.js">']);
      assert.match(page, /&lt;script&gt;alert\(&#39;x&#39;\)&lt;\/script&gt;&quot;&amp;/);
      assert.doesNotMatch(page, /<[ib]>/);
      assert.match(page, /suspect/);
      assert.match(
        page,
        new RegExp(`alert\\([^]*${String(older.fields['message'])}`),
        'newest first',
      );
    });

    it('marks a message that the visitor edited and sent again, also where it arrives late', async () => {
      const [first, second, third] = [newLead(), newLead(), newLead()];
      await server.postJson(first);
      const edited = { ...third, supersedes: [first.id, second.id] };
      const { receipt } = await receiptOf(await server.postJson(edited));
      await server.postJson(second);
      const replaced = (await server.leads()).filter(({ replacedBy }) => replacedBy === receipt);
      assert.deepEqual(replaced.map(({ lead }) => lead.id).sort(), [first.id, second.id].sort());
      const page = await (await fetch(`${server.url}/inbox`)).text();
      assert.equal(page.split(`replaced by ${receipt}`).length - 1, 2);
    });

    it('pages through many leads', async () => {
      const many = Array.from({ length: 110 }, () => newLead());
      await Promise.all(many.map((lead) => server.postJson(lead)));
      const newest = await (await fetch(`${server.url}/inbox`)).text();
      assert.equal(newest.match(/<article/g)?.length, 100);
      const older = /href="(\/inbox\?before=\d+)"/.exec(newest)?.[1];
      assert.ok(older, 'no link to older leads');
      const next = await (await fetch(`${server.url}${older}`)).text();
      const shown = [...`${newest}${next}`.matchAll(/id="lead-([^"]+)"/g)].map((match) => match[1]);
      assert.equal(new Set(shown).size, shown.length);
      assert.deepEqual(
        many.map((lead) => lead.id).filter((id) => !shown.includes(id)),
        [],
      );
    });

    it('delivers each lead as it arrives', async () => {
      const sent = [newLead(), newLead()];
      let reading: Promise<unknown> = Promise.resolve();
      const { messages } = await readEvents(`${server.url}/inbox/events`, 2, {
        onReady: () => {
          reading = (async () => {
            for (const lead of sent) await server.postJson(lead);
          })();
        },
      });
      await reading;
      assert.deepEqual(
        messages,
        sent.map((lead) => lead.fields['message']),
      );
    });

    it('misses nothing over a reconnection', async () => {
      const [first, second, third] = [newLead(), newLead(), newLead()];
      let posting: Promise<unknown> = Promise.resolve();
      const before = await readEvents(`${server.url}/inbox/events`, 1, {
        onReady: () => {
          posting = server.postJson(first);
        },
      });
      await posting;
      await server.postJson(second);
      await server.kill();
      await server.launch();
      await server.postJson(third);
      // The address still says where the page began; the header wins.
      const after = await readEvents(`${server.url}/inbox/events?after=0`, 2, {
        headers: { 'last-event-id': before.lastId },
      });
      assert.deepEqual(after.messages, [second.fields['message'], third.fields['message']]);
    });

    it('begins where its page ended, and anew when the store is younger than the page', async () => {
      const [newest, previous] = await server.leads();
      assert.ok(newest && previous, 'no leads yet');
      const events = await readEvents(`${server.url}/inbox/events?after=${previous.number}`, 1);
      assert.deepEqual(events.messages, [newest.lead.fields['message']]);
      const oldest = (await server.leads()).at(-1);
      const anew = await readEvents(`${server.url}/inbox/events?after=999999`, 1);
      assert.equal(anew.messages[0], oldest?.lead.fields['message']);
    });

    it('serves its own script and style', async () => {
      for (const [file, type] of [
        ['/inbox.css', 'text/css'],
        ['/inbox-client.js', 'text/javascript'],
        ['/lead-card.js', 'text/javascript'],
      ] as const) {
        const response = await fetch(`${server.url}${file}`);
        assert.equal(response.status, 200, file);
        assert.ok(response.headers.get('content-type')?.startsWith(type), file);
      }
      for (const file of ['/main.js', '/app.js', '/lead-store.js']) {
        assert.equal((await fetch(`${server.url}${file}`)).status, 404, file);
      }
    });
  });

  describe('proof of work', () => {
    const prove = async () => {
      const address = new URL('/api/leads/challenge', server.url);
      return (await proveWork(address, new AbortController().signal)).payload;
    };
    /** Sends a lead with a proof; what the inbox says of it. */
    const verdictOn = async (proof: string | undefined, lead = newLead()): Promise<unknown> => {
      const response = await server.postJson({ ...lead, signals: { proof } });
      assert.ok(response.ok, 'the lead is taken, whatever it proves');
      return (await server.leads()).find((stored) => stored.lead.id === lead.id)?.proof;
    };
    const changed = (proof: string, change: (payload: Payload) => void): string => {
      const payload = JSON.parse(atob(proof)) as Payload;
      change(payload);
      return btoa(JSON.stringify(payload));
    };
    interface Payload {
      challenge: { parameters: Record<string, unknown>; signature: string };
      solution: { counter: number; derivedKey: string };
    }

    it('gives each browser a challenge of its own, which nothing may keep', async () => {
      const answers = await Promise.all(
        [1, 2].map(() => fetch(`${server.url}/api/leads/challenge`)),
      );
      const [one, other] = await Promise.all(answers.map((answer) => answer.text()));
      assert.notEqual(one, other);
      assert.equal(answers[0]?.headers.get('cache-control'), 'no-store');
    });

    it('is verified once the work was done', async () => {
      assert.equal(await verdictOn(await prove()), 'verified');
    });

    it('counts once: for the lead it came with first, however often that one comes', async () => {
      const proof = await prove();
      const lead = newLead();
      assert.equal(await verdictOn(proof, lead), 'verified');
      assert.equal(await verdictOn(proof, lead), 'verified');
      assert.equal(await verdictOn(proof), 'not verified');
    });

    it('is not verified where somebody made it up, and the lead is taken all the same', async () => {
      const proof = await prove();
      for (const [name, forged] of Object.entries({
        'no base64': '€',
        'no JSON': btoa('no'),
        nothing: btoa('null'),
        'no solution': changed(proof, (payload) => Reflect.deleteProperty(payload, 'solution')),
        'another counter': changed(proof, ({ solution }) => (solution.counter += 1)),
        'easier work': changed(proof, ({ challenge }) => (challenge.parameters['cost'] = 1)),
        'more time': changed(proof, ({ challenge }) => (challenge.parameters['expiresAt'] = 9e9)),
        'another signature': changed(proof, ({ challenge }) => (challenge.signature = '00')),
      })) {
        assert.equal(await verdictOn(forged), 'not verified', name);
      }
    });

    it('is named in the inbox beside the other signals', async () => {
      await server.postJson({ ...newLead(), signals: { proof: await prove() } });
      await server.postJson({ ...newLead(), signals: { seconds: 9, proof: 'made up' } });
      await server.postJson(newLead());
      const page = await (await fetch(`${server.url}/inbox`)).text();
      const said = [...page.matchAll(/proof of work: ([a-z ]+)/g)].map(([, verdict]) => verdict);
      assert.deepEqual(said.slice(0, 3), ['none', 'not verified', 'verified']);
      assert.ok(!page.includes('made up'), 'the proof itself is not shown');
    });
  });

  describe('the website', () => {
    it('serves pages by folder, and adds a missing slash', async () => {
      assert.match(await (await fetch(`${server.url}/`)).text(), /Fernhollow/);
      assert.equal((await fetch(`${server.url}/knee/`)).status, 200);
      const moved = await server.rawGet('/knee?utm_source=x');
      assert.equal(moved.status, 301);
      assert.equal(moved.location, '/knee/?utm_source=x');
    });

    it('serves files with their types', async () => {
      for (const [file, type] of [
        ['/cdn/clinic-elements.js', 'text/javascript'],
        ['/cdn/clinic-elements.js.map', 'application/json'],
        ['/clinic-elements.css', 'text/css'],
        ['/assets/site.css', 'text/css'],
        ['/assets/mark.svg', 'image/svg+xml'],
        ['/fonts/figtree/figtree-latin-wght-normal.woff2', 'font/woff2'],
        ['/fonts/newsreader/newsreader-latin-wght-normal.woff2', 'font/woff2'],
      ] as const) {
        const response = await fetch(`${server.url}${file}`);
        assert.equal(response.status, 200, file);
        assert.ok(response.headers.get('content-type')?.startsWith(type), file);
      }
    });

    it('compresses text and answers 304 to what the browser has', async () => {
      const response = await fetch(`${server.url}/knee/`);
      assert.equal(response.headers.get('content-encoding'), 'gzip');
      const tag = response.headers.get('etag');
      assert.ok(tag, 'no ETag');
      const again = await fetch(`${server.url}/knee/`, { headers: { 'if-none-match': tag } });
      assert.equal(again.status, 304);
      assert.equal(again.headers.get('content-security-policy'), POLICY);
    });

    it('prints structured data on pages with the clinic’s facts, and on no other', async () => {
      const read = async (page: string) => (await fetch(`${server.url}${page}`)).text();
      const page = await read('/hip/');
      const [, text = ''] =
        /<script type="application\/ld\+json" id="clinic-graph">(.*)<\/script>\s*<\/head>/.exec(
          page,
        ) ?? [];
      const { '@graph': nodes } = JSON.parse(text) as { '@graph': Record<string, string>[] };
      assert.deepEqual(
        nodes.map((node) => [node['@id'], node['name']]),
        [
          [`${server.url}/#clinic`, 'Fernhollow Spine Clinic'],
          [`${server.url}/hip/#webpage`, 'Hip $& back'],
        ],
      );
      assert.ok(!(await read('/knee/')).includes('clinic-graph'), 'nothing is known there');
    });

    it('lists posts as WordPress does', async () => {
      const list = async (query: string) => {
        const response = await fetch(`${server.url}/wp-json/wp/v2/posts${query}`);
        return ((await response.json()) as { id: number }[]).map((post) => post.id);
      };
      assert.equal((await list('')).length, 10);
      assert.deepEqual(await list('?per_page=3'), [1, 2, 3]);
      assert.deepEqual(await list('?per_page=3&exclude=1,3'), [2, 4, 5]);
      assert.deepEqual(await list('?per_page=2&exclude[]=1&exclude[]=2&_embed'), [3, 4]);
      assert.equal((await fetch(`${server.url}/wp-json/wp/v2/posts?per_page=0`)).status, 400);
    });

    it('answers 404 with the site’s own page', async () => {
      const response = await fetch(`${server.url}/no/such/page`);
      assert.equal(response.status, 404);
      assert.match(await response.text(), /Not here/);
    });

    it('serves nothing outside its folders and redirects nowhere else', async () => {
      for (const target of [
        '/../dist/secret.txt',
        '/assets/../../dist/secret.txt',
        '/assets/..%2f..%2fdist%2fsecret.txt',
        '/assets/%2e%2e/%2e%2e/dist/secret.txt',
        '/assets/..%5c..%5cdist%5csecret.txt',
        '/assets/%252e%252e/dist/secret.txt',
        '/cdn/../secret.txt',
        '/cdn/%2e%2e/secret.txt',
        '/fonts/figtree/../package.json',
        '/secret.txt%00',
        '/assets//etc/passwd',
        '//evil.example/..',
        '//evil.example/%2e%2e',
        '/\\evil.example/..',
      ]) {
        const response = await server.rawGet(target);
        assert.ok(!response.body.includes('not to be served'), target);
        assert.ok(!response.location.includes('evil'), target);
        // `/..` at the front is the front page, by the URL standard.
        assert.ok(
          response.status === 404 ||
            response.status === 400 ||
            response.body.includes('Fernhollow'),
          `${target} ${response.status}`,
        );
      }
    });

    it('sends the security headers with every answer', async () => {
      const answers = await Promise.all([
        ...[
          '/',
          '/no',
          '/knee',
          '/inbox',
          '/inbox/leads.json',
          '/assets/site.css',
          '/api/leads',
        ].map((target) => fetch(`${server.url}${target}`, { redirect: 'manual' })),
        server.postJson(newLead()),
        server.postJson('broken'),
        server.postForm({ message: randomUUID() }),
        server.postForm({ message: 'x'.repeat(270_000) }),
      ]);
      for (const response of answers) {
        assert.equal(response.headers.get('content-security-policy'), POLICY, response.url);
        assert.equal(response.headers.get('referrer-policy'), 'same-origin');
        assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      }
    });
  });

  describe('through crashes and restarts', () => {
    it('gives a repeated id its first answer after kill -9', async () => {
      const lead = newLead();
      const first = await (await server.postJson(lead)).text();
      await server.kill();
      await server.launch();
      const again = await server.postJson(lead);
      assert.equal(again.status, 200);
      assert.equal(await again.text(), first);
    });

    it('keeps every answered lead, once, when it is killed while 100 are being sent', async () => {
      const leads = Array.from({ length: 100 }, () => newLead());
      const receipts = new Map<string, Set<string>>();
      let answered = 0;
      const sendUntilAnswered = async (lead: ReturnType<typeof newLead>): Promise<void> => {
        for (;;) {
          try {
            const response = await server.postJson(lead);
            const { receipt } = await receiptOf(response);
            assert.ok(response.ok, String(response.status));
            receipts.set(lead.id, (receipts.get(lead.id) ?? new Set()).add(receipt));
            answered += 1;
            return;
          } catch {
            await pause(20 + Math.random() * 40);
          }
        }
      };
      // Four at a time, so that some are always in flight.
      const queue = [...leads];
      const sending = Array.from({ length: 4 }, async () => {
        for (let lead = queue.shift(); lead; lead = queue.shift()) await sendUntilAnswered(lead);
      });
      for (const enough of [15, 40, 70]) {
        while (answered < enough) await pause(1);
        await server.kill();
        const seen = answered;
        await server.launch();
        assert.ok(seen < 100, 'killed while leads were on their way');
      }
      await Promise.all(sending);
      // Each once more, as a browser might: the answer must be the one given before the crash.
      await Promise.all(leads.map(sendUntilAnswered));
      const stored = (await server.leads()).filter(({ lead }) => receipts.has(lead.id));
      assert.equal(stored.length, 100);
      assert.deepEqual(
        stored.map(({ lead }) => lead.id).sort(),
        leads.map((lead) => lead.id).sort(),
      );
      for (const { lead, receipt } of stored) {
        assert.deepEqual([...(receipts.get(lead.id) ?? [])], [receipt]);
      }
      const numbers = (await server.leads()).map(({ number }) => number);
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => numbers.length - index),
        'numbered without a gap, newest first',
      );
    });

    it('waits for another process to let go of the data', async () => {
      const lead = newLead();
      await server.postJson(newLead());
      const second = spawn(process.execPath, [MAIN], {
        env: {
          ...process.env,
          PORT: '0',
          DATA_DIR: server.dataDir,
        },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      try {
        const [line] = (await once(createInterface({ input: second.stdout }), 'line')) as [string];
        const url = /http:\/\/localhost:\d+/.exec(line)?.[0];
        const posted = fetch(`${url}/api/leads`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(lead),
        });
        await pause(300);
        await server.kill();
        assert.equal((await posted).status, 201);
      } finally {
        second.kill('SIGKILL');
        await once(second, 'exit');
      }
      await server.launch();
      assert.equal((await server.leads())[0]?.lead.id, lead.id);
    });

    it('stops cleanly when asked, even with the inbox open', async () => {
      const events = await fetch(`${server.url}/inbox/events`);
      const lead = newLead();
      const posted = server.postJson(lead);
      await posted;
      const started = performance.now();
      assert.equal(await server.kill('SIGTERM'), 0);
      assert.ok(performance.now() - started < 3_000, 'took more than 3 seconds');
      await events.body?.cancel().catch(() => undefined);
      await server.launch();
      assert.equal((await server.leads())[0]?.lead.id, lead.id);
    });

    it('says what to do when the port is taken', async () => {
      const taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
      const { port } = taken.address() as AddressInfo;
      const child = spawn(process.execPath, [MAIN], {
        env: { ...process.env, PORT: String(port), DATA_DIR: server.dataDir },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let message = '';
      child.stderr.on('data', (chunk) => (message += String(chunk)));
      const [code] = (await once(child, 'close')) as [number];
      taken.close();
      assert.equal(code, 1);
      assert.match(message, new RegExp(`^Port ${port} is taken\\..*PORT=${port + 1}`));
    });

    it('writes nothing of a lead to its log', async () => {
      const secret = randomUUID();
      await server.postJson(newLead(secret));
      await server.postJson(`{"message":"${secret}"`);
      await server.postJson({ ...newLead(secret), id: secret });
      await server.postForm({ message: secret });
      const lead = newLead(secret);
      await server.postJson(lead);
      await server.postJson({ ...lead, fields: { message: `${secret} changed` } });
      const log = server.output.join('\n');
      assert.match(log, /came again with other answers/);
      assert.equal(log.includes(secret), false, 'a log line quotes a lead');
    });
  });
});
