import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { before, beforeEach, describe, it } from 'node:test';
import initSqlJs, { type SqlJsStatic, type SqlValue } from 'sql.js';
import type worker from '../../examples/worker/worker.js';
import type { LeadRejection, Receipt } from '../../src/leads/lead.js';
import { buildDoors, REPOSITORY } from './support.js';

type Environment = Parameters<typeof worker.fetch>[1];
type Statement = ReturnType<Environment['DB']['prepare']>;

/** What the worker uses of Cloudflare D1, over SQLite in memory. */
class Database {
  readonly #sqlite;
  isDown = false;

  constructor(sql: SqlJsStatic, schema: string) {
    this.#sqlite = new sql.Database();
    this.#sqlite.run(schema);
  }

  prepare(sql: string): Statement & { all(): Record<string, unknown>[] } {
    return this.#statement(sql, []);
  }

  async batch(statements: Statement[]): Promise<void> {
    await Promise.resolve();
    this.#sqlite.run('BEGIN');
    try {
      for (const statement of statements) (statement as ReturnType<Database['prepare']>).all();
      this.#sqlite.run('COMMIT');
    } catch (error) {
      this.#sqlite.run('ROLLBACK');
      throw error;
    }
  }

  rows(table: string): Record<string, unknown>[] {
    return this.prepare(`SELECT * FROM ${table}`).all();
  }

  #statement(sql: string, values: SqlValue[]): ReturnType<Database['prepare']> {
    const all = () => {
      if (this.isDown) throw new Error(`D1_ERROR: no such table: leads; ${values.join()}`);
      const prepared = this.#sqlite.prepare(sql, values);
      const rows: Record<string, unknown>[] = [];
      while (prepared.step()) rows.push(prepared.getAsObject());
      prepared.free();
      return rows;
    };
    return {
      bind: (...more) => {
        assert.ok(!more.includes(undefined as never), 'D1 takes no undefined');
        return this.#statement(sql, more);
      },
      first: async () => {
        await Promise.resolve();
        return all()[0] ?? null;
      },
      all,
    };
  }
}

const SITE = 'https://clinic.example';
const ENDPOINT = 'https://api.clinic.example/leads';

const newLead = (message = randomUUID() as string) => ({
  id: randomUUID() as string,
  fields: { name: 'Ana', message },
  page: { url: `${SITE}/knee/` },
  submittedAt: new Date().toISOString(),
});

describe('the worker', () => {
  let fetchWorker: typeof worker.fetch;
  let sql: SqlJsStatic;
  let schema: string;
  let database: Database;

  before(async () => {
    await buildDoors();
    // Not before dist is there.
    const { default: example } = await import('../../examples/worker/worker.js');
    fetchWorker = (request, env) => example.fetch(request, env);
    sql = await initSqlJs();
    schema = await readFile(path.join(REPOSITORY, 'examples/worker/schema.sql'), 'utf8');
  });
  beforeEach(() => {
    database = new Database(sql, schema);
  });

  const send = (init: RequestInit): Promise<Response> =>
    fetchWorker(new Request(ENDPOINT, { method: 'POST', ...init } as RequestInit), {
      DB: database,
      SITE,
      THANKS: '/thank-you/',
    });
  const postJson = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    send({
      headers: { 'content-type': 'application/json', origin: SITE, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const postForm = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    send({
      headers: { accept: 'text/html,*/*;q=0.8', origin: SITE, ...headers },
      body: new URLSearchParams(fields),
    });
  const receiptOf = async (response: Response) => (await response.json()) as Receipt;
  const stored = () => database.rows('inbox');
  const leads = () =>
    stored().map(({ lead }) => JSON.parse(String(lead)) as ReturnType<typeof newLead>);

  it('stores a lead as it is, and answers with a receipt that the site may read', async () => {
    const lead = newLead('=1+1 <script>x</script>\r\n"quoted" Šťastný 李 🦵');
    const response = await postJson(lead);
    assert.equal(response.status, 201);
    assert.equal(response.headers.get('access-control-allow-origin'), SITE);
    const receipt = await receiptOf(response);
    assert.deepEqual([receipt.ok, receipt.id], [true, lead.id]);
    assert.match(receipt.receipt, /^\w{4}-\w{4}$/);
    assert.deepEqual(leads()[0]?.fields, lead.fields);
  });

  it('keeps the first of equal ids, and gives its answer each time, however many come at once', async () => {
    const lead = newLead();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        postJson({ ...lead, fields: { message: `try ${index}` } }).then(receiptOf),
      ),
    );
    assert.equal(new Set(answers.map(({ receipt }) => receipt)).size, 1);
    assert.deepEqual(
      leads().map(({ fields }) => fields.message),
      ['try 0'],
    );
  });

  it('keeps apart what two visitors wrote in the same words', async () => {
    await postJson(newLead('Please call.'));
    await postJson(newLead('Please call.'));
    assert.equal(stored().length, 2);
  });

  it('marks what the visitor edited and sent again, also where it arrives late', async () => {
    const [first, second, third] = [newLead(), newLead(), newLead()];
    await postJson(first);
    await postJson({ ...third, supersedes: [first.id, second.id] });
    await postJson(second);
    const replacedBy = Object.fromEntries(stored().map((row) => [row['id'], row['replaced_by']]));
    assert.deepEqual(replacedBy, { [first.id]: third.id, [second.id]: third.id, [third.id]: null });
  });

  it('names the field that is wrong, and stores nothing', async () => {
    const response = await postJson({ ...newLead(), fields: { message: 'x'.repeat(100_001) } });
    assert.equal(response.status, 422);
    const { ok, errors } = (await response.json()) as LeadRejection;
    assert.deepEqual([ok, errors[0]?.field], [false, 'message']);
    assert.equal(stored().length, 0);
  });

  it('refuses what is no lead, too much, or from another site', async () => {
    const lead = newLead();
    const rows: [string, number, Promise<Response>][] = [
      ['no JSON', 400, postJson('{"id":')],
      ['JSON of something else', 422, postJson([])],
      ['another type', 415, postJson(lead, { 'content-type': 'text/plain' })],
      ['another site', 403, postJson(lead, { origin: 'https://evil.example' })],
      ['an origin without a name', 403, postJson(lead, { origin: 'null' })],
      ['300,000 bytes', 413, postJson('x'.repeat(300_000))],
      ['a GET', 405, send({ method: 'GET' })],
      [
        'a broken form',
        400,
        send({ headers: { 'content-type': 'multipart/form-data' }, body: 'x' }),
      ],
    ];
    for (const [name, status, answer] of rows) assert.equal((await answer).status, status, name);
    assert.equal(stored().length, 0);
  });

  it('answers the question that browsers ask before they send to another origin', async () => {
    const preflight = (origin: string) => send({ method: 'OPTIONS', headers: { origin } });
    const ours = await preflight(SITE);
    assert.equal(ours.status, 204);
    assert.equal(ours.headers.get('access-control-allow-headers'), 'content-type');
    assert.equal((await preflight('https://evil.example')).status, 403);
  });

  it('takes a form sent without script once, and leads on to the thank-you page', async () => {
    const referer = `${SITE}/knee/?utm_term=secret`;
    for (let click = 0; click < 2; click += 1) {
      const response = await postForm({ name: 'Ana', message: 'Please call.' }, { referer });
      assert.equal(response.status, 303);
      assert.equal(response.headers.get('location'), `${SITE}/thank-you/`);
    }
    assert.deepEqual(
      leads().map(({ fields, page }) => [fields.message, page.url]),
      [['Please call.', `${SITE}/knee/`]],
    );
  });

  it('takes a form and the script’s lead with the same id for one', async () => {
    const lead = newLead('Please call.');
    await postJson(lead);
    await postForm({ ...lead.fields, _clinic_id: lead.id });
    assert.equal(stored().length, 1);
  });

  it('loses nobody whose page came from a cache with somebody else’s id', async () => {
    const _clinic_id = randomUUID();
    for (const message of ['One.', 'Two.', 'Two.']) await postForm({ message, _clinic_id });
    assert.deepEqual(
      leads()
        .map(({ fields }) => fields.message)
        .sort(),
      ['One.', 'Two.'],
    );
  });

  it('tells a person without script what is wrong, in words', async () => {
    const response = await postForm({ message: ' ' });
    assert.equal(response.status, 422);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain/);
    assert.match(await response.text(), /^Your message has not been sent yet\./);
  });

  it('asks to come again where the database is down, and logs nothing of the lead', async (context) => {
    const logged: string[] = [];
    context.mock.method(console, 'error', (...words: unknown[]) => logged.push(words.join(' ')));
    database.isDown = true;
    const response = await postJson(newLead('a secret'));
    assert.deepEqual([response.status, response.headers.get('retry-after')], [503, '1']);
    assert.deepEqual(logged, ['A lead could not be stored: Error']);
  });
});
