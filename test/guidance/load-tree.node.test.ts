import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { kneeTree } from '../../stories/checker-trees.js';
import { loadTree, treeFrom, TreeError } from '../../src/guidance/load-tree.js';

const BASE = 'https://clinic.example/articles/knee/';
const real = globalThis.fetch;

/** Answers one request with this, and says what was asked. */
function answering(answer: (signal: AbortSignal) => Response | Promise<Response>): RequestInit[] {
  const asked: RequestInit[] = [];
  globalThis.fetch = async (_, init) => {
    asked.push(init!);
    return answer(init!.signal!);
  };
  return asked;
}

const load = (src = '/knee.json', signal = new AbortController().signal) =>
  loadTree(src, BASE, signal);
const isCode = (code: string, status?: number) => (error: unknown) =>
  error instanceof TreeError && error.code === code && error.status === status;
const forever = (signal: AbortSignal) =>
  new Promise<Response>((_, fail) =>
    signal.addEventListener('abort', () => fail(new DOMException('Aborted', 'AbortError'))),
  );

describe('loadTree', () => {
  afterEach(() => {
    globalThis.fetch = real;
    mock.timers.reset();
  });

  it('gives the tree, and sends no cookie', async () => {
    const asked = answering(() => Response.json(kneeTree()));
    assert.equal((await load()).id, 'sore-knee');
    assert.equal(asked[0]?.credentials, 'omit');
  });

  it('says why there is none', async () => {
    answering(() => new Response('', { status: 404 }));
    await assert.rejects(load(), isCode('http', 404));
    answering(() => new Response('<html>'));
    await assert.rejects(load(), isCode('not-json'));
    answering(() => Response.json([]));
    await assert.rejects(load(), isCode('not-a-tree'));
    answering(() => new Response(' '.repeat(1_000_001)));
    await assert.rejects(load(), isCode('too-large'));
    answering(() => Promise.reject(new TypeError('Failed to fetch')));
    await assert.rejects(load(), isCode('network'));
  });

  it('asks no address that is none', async () => {
    const asked = answering(() => Response.json(kneeTree()));
    for (const src of ['javascript:alert(1)', 'data:application/json,{}', 'https://a:b@c.example/'])
      await assert.rejects(load(src), isCode('bad-address'), src);
    assert.equal(asked.length, 0);
  });

  it('waits ten seconds', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    answering(forever);
    const loading = load();
    mock.timers.tick(10_000);
    await assert.rejects(loading, isCode('timeout'));
  });

  it('ends when nobody waits any more', async () => {
    answering(forever);
    const abort = new AbortController();
    const loading = load('/knee.json', abort.signal);
    abort.abort();
    await assert.rejects(loading, { name: 'AbortError' });
  });

  it('refuses a tree without a reviewer, a day or a disclaimer, and says so', () => {
    for (const lack of ['reviewedBy', 'reviewedOn', 'disclaimer']) {
      const text = JSON.stringify(kneeTree({ [lack]: undefined }));
      assert.throws(
        () => treeFrom(text),
        ({ code, problems }: TreeError) =>
          code === 'not-a-tree' && problems.some(({ message }) => message),
        lack,
      );
    }
  });
});
