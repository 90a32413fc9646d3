import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { FactsError, loadFacts, publishFacts } from '../../src/clinic/load-facts.js';
import { pageFacts } from '../../src/clinic/page-facts.js';

const BASE = 'https://clinic.example/articles/knee/';
/** An address that no test has asked before: each is asked for once. */
const fresh = (): string => `/clinic.json?${++asked}`;
let asked = 0;

interface Asked {
  url: string;
  signal: AbortSignal;
  answer(response: Response): void;
  fail(error: Error): void;
}

describe('loadFacts', () => {
  const real = globalThis.fetch;
  let requests: Asked[];
  beforeEach(() => {
    requests = [];
    globalThis.fetch = (input, init) =>
      new Promise((answer, fail) => {
        const { signal } = init as { signal: AbortSignal };
        signal.addEventListener('abort', () => fail(new DOMException('Aborted', 'AbortError')));
        requests.push({ url: String(input), signal, answer, fail });
      });
  });
  afterEach(() => {
    globalThis.fetch = real;
    mock.timers.reset();
  });

  const load = (src: string, signal = new AbortController().signal) => loadFacts(src, BASE, signal);
  const isCode = (code: string) => (error: unknown) =>
    error instanceof FactsError && error.code === code;

  it('gives the facts, and where they came from', async () => {
    const loading = load('/clinic.json');
    requests[0]!.answer(Response.json({ name: 'Fernhollow', url: '/' }));
    const base = 'https://clinic.example/clinic.json';
    const facts = { name: 'Fernhollow', url: 'https://clinic.example/' };
    assert.deepEqual(await loading, { facts, problems: [], base });
  });

  it('asks once for all who want it, now and later', async () => {
    const src = fresh();
    const both = [load(src), load(`https://clinic.example${src}#part`)];
    requests[0]!.answer(Response.json({ name: 'Fernhollow' }));
    for (const { facts } of await Promise.all(both)) assert.equal(facts.name, 'Fernhollow');
    assert.equal((await load(src)).facts.name, 'Fernhollow');
    assert.equal(requests.length, 1);
  });

  it('goes on for the others where one leaves, and ends when the last one does', async () => {
    const src = fresh();
    const [one, other] = [new AbortController(), new AbortController()];
    const first = load(src, one.signal);
    const second = load(src, other.signal);
    one.abort();
    assert.equal(requests[0]!.signal.aborted, false);
    requests[0]!.answer(Response.json({ name: 'Fernhollow' }));
    assert.equal((await second).facts.name, 'Fernhollow');
    await assert.rejects(first, { name: 'AbortError' });

    const alone = new AbortController();
    const left = load(fresh(), alone.signal);
    alone.abort();
    assert.ok(requests[1]!.signal.aborted, 'nobody waits for it');
    await assert.rejects(left, { name: 'AbortError' });
  });

  it('asks again after a failure', async () => {
    const src = fresh();
    const first = load(src);
    requests[0]!.fail(new TypeError('Failed to fetch'));
    await assert.rejects(first, isCode('network'));
    const second = load(src);
    requests[1]!.answer(Response.json({ name: 'Fernhollow' }));
    assert.equal((await second).facts.name, 'Fernhollow');
  });

  it('gives up after ten seconds', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const loading = load(fresh());
    mock.timers.tick(9_999);
    assert.equal(requests[0]!.signal.aborted, false);
    mock.timers.tick(1);
    await assert.rejects(loading, isCode('timeout'));
  });

  it('asks nothing of an address that is none, nor for somebody who has left', async () => {
    for (const src of ['javascript:alert(1)', 'data:application/json,{}', 'https://a@b.example/'])
      await assert.rejects(load(src), isCode('bad-address'), src);
    await assert.rejects(load(fresh(), AbortSignal.abort()), { name: 'AbortError' });
    assert.equal(requests.length, 0);
  });
});

describe('what holds at a place', () => {
  let lines: string[];
  const { warn } = console;
  beforeEach(() => {
    lines = [];
    console.warn = (line: string) => void lines.push(line);
  });
  afterEach(() => {
    console.warn = warn;
    publishFacts(undefined);
  });

  it('is what the place says, and else what the clinic says', () => {
    const north = { id: 'north', hours: '24/7' };
    publishFacts({ name: 'A', phone: '1', hours: 'Mo', places: [north, { id: 'south' }] });
    assert.deepEqual(pageFacts.at!(' north '), { ...north, name: 'A', phone: '1' });
    assert.deepEqual(pageFacts.at!(), { name: 'A', phone: '1', hours: 'Mo' });
    assert.deepEqual(pageFacts.at!(''), pageFacts.at!());
    assert.deepEqual(lines, []);
  });

  it('is for a clinic with one place also what only that place says', () => {
    publishFacts({ phone: '1', places: [{ id: 'north', phone: '2', hours: 'Mo' }] });
    assert.deepEqual(pageFacts.at!(), { id: 'north', phone: '1', hours: 'Mo' });
    assert.equal(pageFacts.at!('north').phone, '2');
  });

  it('is the clinic’s number alone where there is no such place, and the developer is told', () => {
    publishFacts({ name: 'A', phone: '1', hours: '24/7', places: [{ id: 'north' }] });
    assert.deepEqual(pageFacts.at!('nrth'), { phone: '1' });
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /"nrth"/);
  });

  it('is the same object until the facts change: whoever asks may compare', () => {
    publishFacts({ phone: '1' });
    const before = pageFacts.at!();
    assert.equal(pageFacts.at!(), before);
    publishFacts({ phone: '1' });
    assert.notEqual(pageFacts.at!(), before);
  });

  it('is told to all who follow, also to those who leave meanwhile', () => {
    const told: string[] = [];
    const second = { requestUpdate: () => void told.push('second') };
    const first = {
      requestUpdate() {
        told.push('first');
        pageFacts.followers.delete(first);
      },
    };
    pageFacts.followers.add(first).add(second);
    publishFacts({});
    publishFacts({});
    assert.deepEqual(told, ['first', 'second', 'second']);
    pageFacts.followers.delete(second);
  });
});
