// A site that is read over the network: which pages are asked for, and what becomes of those that fail.
import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import { afterEach, describe, it } from 'node:test';
import type { AddressInfo } from 'node:net';
import { crawl, type CrawlOptions } from '../../src/cli/check/crawl.js';
import { UsageError } from '../../src/cli/command.js';

type Answer =
  | string
  | { status?: number; headers?: Record<string, string>; body?: string | Buffer | Promise<never> };

const stops: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));

/** A server on this computer, and what it was asked for. */
async function serve(answers: Record<string, Answer>): Promise<{ url: URL; asked: string[] }> {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const found = answers[path] ?? { status: 404, body: 'no' };
    const {
      status = 200,
      headers,
      body = '',
    } = typeof found === 'string' ? { body: found } : found;
    if (body instanceof Promise) return;
    response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
      .end(body);
  };
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  stops.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`), asked };
}

const links = (...hrefs: string[]) => hrefs.map((href) => `<a href="${href}">${href}</a>`).join('');
const read = (url: URL, options: Partial<CrawlOptions> = {}) =>
  crawl(url, { maxPages: 50, delay: 0, ...options });
const paths = (pages: readonly { url: URL }[]) => pages.map(({ url }) => url.pathname);

describe('a crawl', () => {
  it('reads nearest pages first, each once, and only of this origin', async () => {
    const { url, asked } = await serve({
      '/': links(
        '/a',
        '/b#part',
        '/a#again',
        'https://elsewhere.example/',
        'mailto:a@b.example',
        '/',
      ),
      '/a': links('/deep', '/b'),
      '/b': links('/a'),
      '/deep': '',
    });
    const { pages, unread } = await read(url);
    assert.deepEqual(paths(pages), ['/', '/a', '/b', '/deep']);
    assert.deepEqual(asked, ['/', '/a', '/b', '/deep']);
    assert.deepEqual(unread, []);
  });

  it('stops at as many pages as were asked for', async () => {
    const { url, asked } = await serve({
      '/': links('/a', '/b', '/c'),
      '/a': '',
      '/b': '',
      '/c': '',
    });
    assert.equal((await read(url, { maxPages: 2 })).pages.length, 2);
    assert.deepEqual(asked, ['/', '/a']);
  });

  it('knows which addresses lead nowhere, and says nothing of those it did not ask for', async () => {
    const { url } = await serve({
      '/': links('/gone', '/file.pdf', '/late#part'),
      '/file.pdf': { headers: { 'content-type': 'application/pdf' } },
      '/late': '',
    });
    const { has, pages } = await read(url);
    assert.deepEqual(
      pages.map(({ name }) => name),
      [url.href, `${url.href}late`],
    );
    assert.equal(has(new URL('/gone', url)), false);
    assert.equal(has(new URL('/file.pdf#page=2', url)), true);
    assert.equal(has(new URL('/never', url)), undefined);
  });

  it('follows what is sent elsewhere on the site, and not off it', async () => {
    const { url: other, asked } = await serve({ '/x': 'x' });
    const { url } = await serve({
      '/': links('/old', '/off'),
      '/old': { status: 301, headers: { location: '/new' } },
      '/new': links('/old'),
      '/off': { status: 302, headers: { location: new URL('/x', other).href } },
    });
    const { pages, has, pageAt } = await read(url);
    assert.deepEqual(paths(pages), ['/', '/new']);
    assert.equal(pageAt(new URL('/old#part', url)), pages[1], 'its ids are the new page’s');
    assert.equal(has(new URL('/old', url)), true);
    assert.equal(has(new URL('/off', url)), true);
    assert.deepEqual(asked, []);
  });

  it('takes the address that the first page is sent to for the site’s own', async () => {
    const { url: site } = await serve({ '/': links('/a'), '/a': '' });
    const { url } = await serve({ '/': { status: 301, headers: { location: site.href } } });
    const { pages } = await read(url);
    assert.deepEqual(
      pages.map((page) => page.name),
      [site.href, `${site.href}a`],
    );
  });

  it('gives up on a page that is too large, does not answer, turns in circles or has no bottom', async () => {
    const { url } = await serve({
      '/': links('/large', '/silent', '/circle', '/deep', '/good'),
      '/large': 'x'.repeat(5000),
      '/silent': { body: new Promise<never>(() => {}) },
      '/circle': { status: 302, headers: { location: '/circle' } },
      '/deep': '<b>'.repeat(1000),
      '/good': '',
    });
    const { pages, unread } = await read(url, { timeout: 300, mostBytes: 4000 });
    assert.deepEqual(paths(pages), ['/', '/good']);
    assert.deepEqual(
      unread.map(({ name, why }) => [new URL(name).pathname, why]),
      [
        ['/large', 'it is larger than 4000 bytes'],
        ['/silent', 'it does not answer in time'],
        ['/circle', 'it is sent on and on'],
        ['/deep', 'its tags are nested deeper than a browser would follow'],
      ],
    );
  });

  it('fetches the clinic.json that pages name, once', async () => {
    const { url, asked } = await serve({
      '/': `<clinic-info src="/clinic.json"></clinic-info>${links('/a')}`,
      '/a': '<clinic-info src="/clinic.json"></clinic-info>',
      '/clinic.json': { headers: { 'content-type': 'application/json' }, body: '{}' },
    });
    const { read: text } = await read(url);
    assert.equal(text(new URL('/clinic.json', url)), '{}');
    assert.deepEqual(asked, ['/', '/a', '/clinic.json']);
  });

  it('reads a page in the encoding that the server says', async () => {
    const body = Buffer.from('<h1>Ni\xf1os</h1>', 'latin1');
    const { url } = await serve({
      '/': { headers: { 'content-type': 'text/html; charset=ISO-8859-1' }, body },
    });
    const { pages } = await read(url);
    assert.equal(pages[0]!.html, '<h1>Niños</h1>');
  });

  for (const [what, answer] of [
    ['is not there', { status: 404 }],
    ['is no page', { headers: { 'content-type': 'image/png' } }],
  ] as const) {
    it(`cannot begin where the first page ${what}`, async () => {
      const { url } = await serve({ '/': answer });
      await assert.rejects(read(url), UsageError);
    });
  }

  it('cannot begin where nobody answers', async () => {
    const { url } = await serve({});
    await stops.pop()?.();
    await assert.rejects(read(url), /no connection \(ECONNREFUSED\)/);
  });
});
