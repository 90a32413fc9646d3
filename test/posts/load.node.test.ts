import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { loadPosts, postsFromScript, type PostsQuery } from '../../src/posts/load.js';
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
  ): Promise<Post[]> =>
    loadPosts({ src, base: `${home}/articles/knee/`, count: 4, signal }).then(({ posts }) => posts);
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
      ['/articles/knee/posts.php', '/wp-json/wp/v2/posts'],
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
    ['JSON cut short', LIST.slice(0, -40)],
    ['a PHP warning alone', '<br />\n<b>Warning</b>: Undefined array key [0] {x}\n'],
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

  for (const [what, body] of [
    ['a byte order mark before the JSON', `\uFEFF${LIST}`],
    [
      'PHP’s warnings before the JSON',
      `<br />\n<b>Warning</b>:  Undefined array key [0] in <b>/x.php</b> on line <b>7</b><br />\n${LIST}`,
    ],
    ['a warning in plain text before the JSON', `\nNotice: x in /x.php on line 7\n${LIST}`],
    ['a comment of a cache behind the JSON', `${LIST}\n<!-- cached by [a cache] {x} -->`],
  ] as const) {
    it(`${what} does no harm`, async () => {
      handler = answering(body);
      assert.equal((await load()).length, 3);
    });
  }

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

  describe('with a time limit of ten seconds', () => {
    it('a server that never answers, and one that never ends, are both given up', async ({
      mock,
    }) => {
      const asked: string[] = [];
      const bothAsked = new Promise<void>((resolve) => {
        handler = (request, response) => {
          if (request.url!.includes('body')) response.writeHead(200).write('[');
          if (asked.push(request.url!) === 2) resolve();
        };
      });
      mock.timers.enable({ apis: ['setTimeout'] });
      let given = 0;
      const both = Promise.all(
        ['/wp-json/wp/v2/hangs', '/wp-json/wp/v2/body'].map(async (src) => {
          await failsWith('timeout', undefined, src);
          given++;
        }),
      );
      await bothAsked;
      mock.timers.tick(9_999);
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(given, 0, 'there is still time');
      mock.timers.tick(1);
      await both;
    });
  });

  describe('tells what a source says', () => {
    const feed = (name: string) => fixture(`../feeds/wordpress-${name}.xml`);
    const loaded = async (
      body: string | Buffer,
      more: Partial<PostsQuery> = {},
      type = 'text/plain',
    ): Promise<[source: string, count: number]> => {
      handler = answering(body, 200, type);
      const { posts, source } = await loadPosts({
        ...{ src: '/some/where', base: `${home}/`, count: 4, signal: new AbortController().signal },
        ...more,
      });
      return [source, posts.length];
    };
    const jsonFeed =
      '{"version":"https://jsonfeed.org/version/1.1","items":[{"url":"/a","title":"A"}]}';
    const page = '<!doctype html><html><body><h2><a href="/a">A</a></h2></body></html>';

    it('from the body, whatever the type', async () => {
      assert.deepEqual(await loaded(feed('rss')), ['rss', 10]);
      assert.deepEqual(await loaded(feed('rdf')), ['rss', 10]);
      const licence = `<!-- ${'all rights reserved '.repeat(500)} -->`;
      assert.deepEqual(await loaded(licence + feed('rss').replace(/^<\?.*?\?>/, '')), ['rss', 10]);
      assert.deepEqual(await loaded(feed('atom')), ['atom', 10]);
      assert.deepEqual(await loaded(jsonFeed), ['json-feed', 1]);
      assert.deepEqual(await loaded('[{"url":"/a","title":"A"}]'), ['json', 1]);
      assert.deepEqual(await loaded(LIST), ['wordpress', 3]);
      const warned = `<br />\n<b>Notice</b>:  x in <b>/x.php</b> on line <b>7</b><br />\n${LIST}`;
      assert.deepEqual(await loaded(warned, {}, 'text/html'), ['wordpress', 3]);
      assert.deepEqual(await loaded(page), ['html', 1]);
      assert.deepEqual(await loaded('<h2><a href="/a">A</a></h2>'), ['html', 1]);
    });

    it('from the type, where the body could be anything', async () => {
      const odd = '<x:y xmlns:x="a"/>'.repeat(400) + feed('rss');
      assert.deepEqual(await loaded(odd, {}, 'application/rss+xml'), ['rss', 10]);
    });

    it('from the author', async () => {
      for (const source of ['rss', 'atom'] as const)
        assert.deepEqual(await loaded(feed('atom'), { source }), ['atom', 10]);
      assert.deepEqual(await loaded(jsonFeed, { source: 'json' }), ['json-feed', 1]);
      assert.deepEqual(await loaded(page, { source: 'html' }), ['html', 1]);
      await loaded('[]', { source: 'wordpress', src: '/blog' });
      assert.equal(new URL(requests.at(-1)!.url!, home).pathname, '/blog/wp-json/wp/v2/posts');
    });

    for (const [source, body, code] of [
      ['rss', page, 'not-posts'],
      ['atom', '[]', 'not-posts'],
      ['json', page, 'not-json'],
      ['json', '{}', 'not-posts'],
      ['json-feed', '[]', 'not-posts'],
      ['html', 'x', 'not-posts'],
      ['wordpress', page, 'not-json'],
      ['auto', '', 'not-posts'],
      ['auto', 'OK', 'not-posts'],
      ['auto', '{"error":"x"}', 'not-posts'],
      ['auto', '{"error":', 'not-json'],
    ] as const) {
      it(`${JSON.stringify(body.slice(0, 20))} is no ${source}: ${code}`, async () => {
        await assert.rejects(loaded(body, { source }), (error: unknown) => {
          assert.ok(error instanceof PostsError, String(error));
          assert.equal(error.code, code);
          return true;
        });
      });
    }

    it('a site’s root is asked as a WordPress, and read as a page where it is none', async () => {
      handler = ({ url }, response) =>
        url === '/'
          ? answering(page, 200, 'text/html')(requests[0]!, response)
          : response.writeHead(404).end('x');
      const query = { src: '/', base: home, count: 4, signal: new AbortController().signal };
      assert.equal((await loadPosts(query)).source, 'html');
      assert.deepEqual(
        requests.map(({ url }) => url!.split('?')[0]),
        ['/wp-json/wp/v2/posts', '/'],
      );
      requests = [];
      handler = answering('x', 503);
      await failsWith('http', 503, '/');
      assert.equal(requests.length, 1, 'a site in trouble is left alone');
    });

    it('another plugin’s route is asked as it is', async () => {
      for (const src of ['/wp-json/acme/v1/posts?x=1', '/?rest_route=/acme/v1/posts'])
        assert.deepEqual(await loaded('{"posts":[{"url":"/a","title":"A"}]}', { src }), [
          'json',
          1,
        ]);
      assert.deepEqual(
        requests.map(({ url }) => url),
        ['/wp-json/acme/v1/posts?x=1', '/?rest_route=/acme/v1/posts'],
      );
    });

    it('a front page that names its WordPress leads there', async () => {
      handler = ({ url }, response) =>
        answering(
          url!.startsWith('/blog/?rest_route')
            ? LIST
            : '<html><link rel="https://api.w.org/" href="/blog/?rest_route=/"></html>',
          200,
          'text/html',
        )(requests[0]!, response);
      const query = { src: '/blog/', base: home, count: 4, signal: new AbortController().signal };
      const { posts, source } = await loadPosts(query);
      assert.deepEqual([source, posts.length], ['wordpress', 3]);
    });

    it('a front page whose WordPress tells nobody is read as a page', async () => {
      for (const src of ['/', '/blog/']) {
        const named = `<link rel="https://api.w.org/" href="${src}wp-json/"><h2><a href="/1">One</a></h2>`;
        handler = ({ url }, response) =>
          url === src
            ? response.writeHead(200, { 'content-type': 'text/html' }).end(named)
            : response.writeHead(401).end('{"code":"rest_disabled"}');
        const query = { src, base: home, count: 4, signal: new AbortController().signal };
        const { posts, source } = await loadPosts(query);
        assert.deepEqual([source, posts.length], ['html', 1], src);
      }
    });

    it('a fragment names the element of a page to look into', async () => {
      const body = `${page}<aside id="la test"><a href="/b">B</a></aside>`;
      handler = answering(body, 200, 'text/html');
      assert.deepEqual(
        (await load('/blog/#la%20test')).map(({ title }) => title),
        ['B'],
      );
      await failsWith('not-posts', undefined, '/blog/#nonesuch');
      assert.ok(!requests[0]!.url!.includes('#'), 'and is not sent');
    });

    it('shows the beginning of a title that is a whole text, and no category of that kind', async () => {
      const text = 'Walk a little. '.repeat(5000);
      const body = JSON.stringify([{ url: '/a', title: text, categories: [text, 'Knee'] }]);
      handler = answering(body);
      const [post] = await load('/posts.json');
      assert.match(post!.title, /^Walk a little\. .{100,150} …$/);
      assert.deepEqual(post!.categories, ['Knee']);
    });

    it('leaves out ids and addresses', async () => {
      const exclude = [`${home}/b/?utm_source=x`, 'c'];
      const posts = ['a', 'b', 'c', 'd'].map((id) => ({ id, url: `/${id}`, title: id }));
      assert.deepEqual(await loaded(JSON.stringify(posts), { exclude }), ['json', 2]);
    });

    it('keeps to categories and tags by name or slug, where the source says any', async () => {
      const posts = [
        { url: '/1', title: '1', categories: ['Recovery & rehab'] },
        { url: '/2', title: '2', tags: ['Ciática'] },
        { url: '/3', title: '3', categories: ['Knee'] },
      ];
      const body = JSON.stringify(posts);
      assert.deepEqual(await loaded(body, { categories: ['recovery-rehab'] }), ['json', 1]);
      assert.deepEqual(await loaded(body, { categories: ['Recovery & Rehab', 'knee'] }), [
        'json',
        2,
      ]);
      assert.deepEqual(await loaded(body, { tags: ['ciatica'] }), ['json', 1]);
      // A category and a tag: both, as a WordPress understands it.
      assert.deepEqual(await loaded(body, { categories: ['knee'], tags: ['ciatica'] }), [
        'json',
        0,
      ]);
      assert.deepEqual(await loaded(body, { categories: ['nonesuch'] }), ['json', 0]);
      assert.deepEqual(await loaded(page, { categories: ['nonesuch'] }), ['html', 1]);
    });

    it('reads what is not written in UTF-8 as it says', async () => {
      const text = (declared: string) =>
        `${declared}<rss><channel><item><title>Ciática</title><link>/a</link></item></channel></rss>`;
      const latin = (xml: string) => Buffer.from(xml, 'latin1');
      const titleOf = async (body: Buffer, type: string) => {
        handler = answering(body, 200, type);
        return (await load('/feed'))[0]!.title;
      };
      const declared = text('<?xml version="1.0" encoding="ISO-8859-1"?>');
      assert.equal(await titleOf(latin(declared), 'text/xml'), 'Ciática');
      assert.equal(await titleOf(latin(text('')), 'text/xml; charset=iso-8859-1'), 'Ciática');
      assert.equal(await titleOf(Buffer.from(text('')), 'text/xml; charset=nonesuch'), 'Ciática');
      assert.equal(await titleOf(Buffer.from(text('')), 'text/xml'), 'Ciática');
      // Shift_JIS has bytes that no text in UTF-8 has; ISO-2022-JP has none but ASCII's.
      const japanese = (encoding: string, title: number[]) =>
        Buffer.concat([
          Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><rss><item><title>`),
          Buffer.from(title),
          Buffer.from('</title><link>/a</link></item></rss>'),
        ]);
      const jis = [0x1b, 0x24, 0x42, 0x39, 0x78, 0x1b, 0x28, 0x42];
      assert.equal(await titleOf(japanese('Shift_JIS', [0x8d, 0x98]), 'text/xml'), '腰');
      assert.equal(await titleOf(japanese('ISO-2022-JP', jis), 'text/xml'), '腰');
    });

    it('reads UTF-8 as such, whatever the server or the declaration calls it', async () => {
      const text = (declared: string) =>
        `${declared}<rss><channel><item><title>Ciática</title><link>/a</link></item></channel></rss>`;
      for (const [declared, type] of [
        ['', 'text/xml; charset=ISO-8859-1'],
        ['<?xml version="1.0" encoding="utf-16"?>', 'text/xml'],
        ['\uFEFF<?xml version="1.0" encoding="windows-1252"?>', 'text/xml; charset=windows-1252'],
      ] as const) {
        handler = answering(text(declared), 200, type);
        assert.equal((await load('/feed'))[0]!.title, 'Ciática', declared + type);
      }
    });

    it('one broken letter breaks no other', async () => {
      const bytes = Buffer.from(
        '[{"url":"/a","title":"Ciática \u{1F9B4}"},{"url":"/b","title":"Ñ"}]',
      );
      const at = bytes.indexOf(0xf0);
      const broken = Buffer.concat([bytes.subarray(0, at + 2), bytes.subarray(at + 4)]);
      for (const type of ['application/json', 'application/json; charset=utf-8']) {
        handler = answering(broken, 200, type);
        assert.deepEqual(
          (await load('/posts.json')).map(({ title }) => title),
          ['Ciática \uFFFD', 'Ñ'],
        );
      }
    });

    it('sends no request for a script of the page', () => {
      requests = [];
      const { posts } = postsFromScript('[{"url":"a","title":"A"}]', `${home}/x/`);
      assert.equal(posts[0]!.url, `${home}/x/a`);
      assert.equal(requests.length, 0);
    });
  });

  it('a slow answer within the limit is waited for', async () => {
    handler = (request, response) => setTimeout(() => answering(LIST)(request, response), 1500);
    assert.equal((await load()).length, 3);
  });
});
