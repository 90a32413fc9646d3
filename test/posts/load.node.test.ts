import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { loadPosts } from '../../src/posts/load.js';
import { PostsError, type Post, type PostsErrorCode } from '../../src/posts/post.js';

const folder = new URL('../fixtures/wordpress-rest/', import.meta.url);
const fixture = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
interface Answer {
  status: number;
  contentType: string;
}
const answers = JSON.parse(fixture('answers.json')) as Record<string, Answer>;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

describe('loadPosts, from a real server', () => {
  let server: Server;
  let home: string;
  let handler: Handler;
  let requests: IncomingMessage[];

  before(async () => {
    server = createServer((request, response) => {
      requests.push(request);
      handler(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    requests = [];
  });

  const load = (
    src = '/wp-json/wp/v2/posts',
    signal = new AbortController().signal,
  ): Promise<Post[]> => loadPosts({ src, base: `${home}/articles/knee/`, count: 4, signal });
  const answering =
    (body: string | Buffer, status = 200, type = 'application/json'): Handler =>
    (_, response) =>
      response.writeHead(status, { 'content-type': type }).end(body);
  async function failsWith(code: PostsErrorCode, status?: number, src?: string): Promise<void> {
    await assert.rejects(load(src), (error: unknown) => {
      assert.ok(error instanceof PostsError, String(error));
      assert.deepEqual([error.code, error.status], [code, status]);
      return true;
    });
  }
  const LIST = fixture('posts-embed-fields.json');

  it('gives the posts, with excerpts of a card’s length', async () => {
    handler = answering(fixture('posts-embed-all.json'));
    const posts = await load();
    assert.equal(posts.length, 12);
    for (const { excerpt } of posts) assert.ok(excerpt!.length <= 161, excerpt);
    const long = posts.find(({ id }) => id === '11')!;
    assert.match(long.excerpt!, /^Groin pain points to the hip; .* Think disc\. …$/);
  });

  it('asks once, politely, with no cookie and no header of its own', async () => {
    handler = answering('[]');
    await load();
    assert.equal(requests.length, 1);
    const [{ method, url, headers }] = requests as [IncomingMessage];
    assert.equal(method, 'GET');
    const { pathname, searchParams } = new URL(url!, home);
    assert.equal(pathname, '/wp-json/wp/v2/posts');
    assert.equal(searchParams.get('per_page'), '4');
    for (const name of ['cookie', 'authorization', 'x-wp-nonce', 'x-requested-with'])
      assert.equal(headers[name], undefined, name);
  });

  it('asks without the cookies that a visitor may have', async () => {
    handler = answering('[]');
    const { fetch } = globalThis;
    const asked: (RequestInit | undefined)[] = [];
    globalThis.fetch = (input, init) => {
      asked.push(init);
      return fetch(input, init);
    };
    try {
      await load();
    } finally {
      globalThis.fetch = fetch;
    }
    assert.deepEqual(
      asked.map((init) => init?.credentials),
      ['omit'],
    );
  });

  it('reads a relative address from the page, and a site’s root from its root', async () => {
    handler = answering('[]');
    await load('posts.php?x=1');
    await load('/');
    assert.deepEqual(
      requests.map(({ url }) => new URL(url!, home).pathname),
      ['/articles/knee/posts.php/wp-json/wp/v2/posts', '/wp-json/wp/v2/posts'],
    );
  });

  it('asks a site with plain permalinks by rest_route', async () => {
    handler = answering(fixture('rest-route-query.json'));
    assert.deepEqual(await load('/?rest_route=/wp/v2/posts'), []);
    const { pathname, searchParams } = new URL(requests[0]!.url!, home);
    assert.equal(pathname, '/');
    assert.equal(searchParams.get('rest_route'), '/wp/v2/posts');
  });

  for (const [name, { status, contentType }] of Object.entries(answers)) {
    it(`understands a real WordPress’s ${name} (${status})`, async () => {
      handler = answering(fixture(`${name}.json`), status, contentType);
      if (status >= 400) return failsWith('http', status);
      if (name === 'jsonp') return failsWith('not-json');
      const body: unknown = JSON.parse(fixture(`${name}.json`));
      if (!Array.isArray(body)) return failsWith('not-posts');
      assert.ok(Array.isArray(await load()), 'a list');
    });
  }

  it('an empty list is no failure', async () => {
    handler = answering('[]');
    assert.deepEqual(await load(), []);
  });

  for (const [what, body] of [
    ['nothing', ''],
    ['a log-in page', '<!doctype html><title>Log in</title>'],
    ['a feed', fixture('feed-404.xml')],
    ['a PHP warning before the JSON', '<br />\n<b>Warning</b>: Undefined variable\n[]'],
    ['JSON cut short', LIST.slice(0, -40)],
    ['something after the JSON', '[]<!-- cached by W3 -->'],
  ] as const) {
    it(`${what} is not JSON, even with status 200 and the right content type`, async () => {
      handler = answering(body);
      await failsWith('not-json');
    });
  }

  for (const body of [
    '{}',
    'null',
    '"x"',
    '7',
    '{"code":"rest_no_route"}',
    '{"0":{},"length":1}',
  ]) {
    it(`${body} is no list of posts`, async () => {
      handler = answering(body);
      await failsWith('not-posts');
    });
  }

  it('a byte order mark before the JSON does no harm', async () => {
    handler = answering(`\uFEFF${LIST}`);
    assert.equal((await load()).length, 3);
  });

  it('letters that are cut between two packets are whole again', async () => {
    const bytes = Buffer.from(
      JSON.stringify([
        { id: 1, link: '/a/', title: { rendered: 'Ñandú – 痛み 😀' }, excerpt: { rendered: '' } },
      ]),
    );
    handler = (_, response) => {
      response.writeHead(200);
      let index = 0;
      const next = () => {
        if (index === bytes.length) return void response.end();
        response.write(bytes.subarray(index, ++index), () => setImmediate(next));
      };
      next();
    };
    assert.equal((await load())[0]!.title, 'Ñandú – 痛み 😀');
  });

  for (const status of [400, 401, 403, 404, 410, 429, 500, 502, 503]) {
    it(`status ${status} is told as such`, async () => {
      handler = answering('[]', status);
      await failsWith('http', status);
    });
  }

  it('what is too large is not read to its end', async () => {
    let sent = 0;
    let closed: () => void;
    const left = new Promise<void>((resolve) => (closed = resolve));
    handler = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('[');
      const chunk = ' '.repeat(64 * 1024);
      const more = () => {
        if (response.destroyed) return;
        sent += chunk.length;
        response.write(chunk, () => setImmediate(more));
      };
      response.on('close', () => closed());
      more();
    };
    await failsWith('too-large');
    await left;
    assert.ok(sent < 20_000_000, `${sent} bytes were sent before the client left`);
  });

  it('just under a million characters are read, just over are not', async () => {
    handler = answering(`[${' '.repeat(999_998)}]`);
    assert.deepEqual(await load(), []);
    handler = answering(`[${' '.repeat(999_999)}]`);
    await failsWith('too-large');
  });

  it('a body that ends too soon is a network fault', async () => {
    handler = (_, response) => {
      response.writeHead(200, { 'content-length': '5000' }).write(LIST.slice(0, 500));
      setTimeout(() => response.destroy(), 50);
    };
    await failsWith('network');
  });

  it('a connection that breaks before the answer is a network fault', async () => {
    handler = (request) => request.socket.destroy();
    await failsWith('network');
  });

  it('a server that is not there is a network fault', async () => {
    // Port 1 on this machine: nothing listens.
    await failsWith('network', undefined, 'http://127.0.0.1:1/wp-json/wp/v2/posts');
  });

  it('a redirect is followed, and relative links are read from where it led', async () => {
    handler = (request, response) => {
      if (request.url!.startsWith('/wp-json'))
        response.writeHead(301, { location: '/blog/wp-json/wp/v2/posts' }).end();
      else answering('[{"id":1,"link":"../../../a/","title":{"rendered":"A"}}]')(request, response);
    };
    assert.equal((await load())[0]!.url, `${home}/blog/a/`);
  });

  it('a redirect to a log-in page is not JSON; one in a circle is a network fault', async () => {
    handler = (request, response) => {
      if (request.url!.startsWith('/login')) answering('<h1>Log in</h1>')(request, response);
      else response.writeHead(302, { location: '/login' }).end();
    };
    await failsWith('not-json');
    handler = (_, response) => response.writeHead(302, { location: '/again' }).end();
    await failsWith('network');
  });

  for (const src of [
    'javascript:alert(1)',
    'ftp://clinic.example/',
    '',
    ' ',
    'data:application/json,[]',
    'https://a@b.example/',
  ]) {
    it(`the address ${JSON.stringify(src)} is refused without a request`, async () => {
      await failsWith('bad-address', undefined, src);
      assert.equal(requests.length, 0);
    });
  }

  describe('when it is no longer wanted', () => {
    const isAbort = (error: unknown) => {
      assert.ok(!(error instanceof PostsError), String(error));
      assert.equal((error as Error).name, 'AbortError');
      return true;
    };

    it('a request that hangs is let go', async () => {
      const arrived = new Promise<IncomingMessage>((resolve) => (handler = resolve));
      const abort = new AbortController();
      const loading = load(undefined, abort.signal);
      const closed = arrived.then(
        (request) => new Promise((resolve) => request.on('close', resolve)),
      );
      await arrived;
      abort.abort();
      await assert.rejects(loading, isAbort);
      await closed;
    });

    it('a body that hangs is let go', async () => {
      const abort = new AbortController();
      handler = (_, response) => {
        response.writeHead(200).write('[');
        setTimeout(() => abort.abort(), 50);
      };
      await assert.rejects(load(undefined, abort.signal), isAbort);
    });

    it('an aborted signal asks for nothing', async () => {
      handler = answering('[]');
      const abort = new AbortController();
      abort.abort();
      await assert.rejects(load(undefined, abort.signal), isAbort);
      assert.equal(requests.length, 0);
    });

    it('it leaves no listener and no timer behind', async () => {
      handler = answering('[]');
      const { signal } = new AbortController();
      const counts = { add: 0, remove: 0 };
      const { addEventListener, removeEventListener } = signal;
      signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
        counts.add++;
        addEventListener.apply(signal, args);
      };
      signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
        counts.remove++;
        removeEventListener.apply(signal, args);
      };
      await load(undefined, signal);
      assert.equal(counts.add, counts.remove);
    });
  });

  describe('with a time limit of ten seconds', { concurrency: true }, () => {
    it('a server that never answers, and one that never ends, are both given up', async () => {
      handler = (request, response) => {
        if (request.url!.includes('body')) response.writeHead(200).write('[');
      };
      const start = performance.now();
      await Promise.all([
        failsWith('timeout', undefined, '/wp-json/wp/v2/hangs'),
        failsWith('timeout', undefined, '/wp-json/wp/v2/body'),
      ]);
      const time = performance.now() - start;
      assert.ok(time > 9_500 && time < 12_000, `after ${Math.round(time)} ms`);
    });
  });

  it('a slow answer within the limit is waited for', async () => {
    handler = (request, response) => setTimeout(() => answering(LIST)(request, response), 1500);
    assert.equal((await load()).length, 3);
  });
});
