// Whatever an address says: posts of the right types with harmless addresses, a PostsError, or nothing.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { excerptOf } from '../../src/posts/excerpt.js';
import { articleKey, PostsError, type Post } from '../../src/posts/post.js';
import { parseJson, postsFromJson } from '../../src/posts/sources/json.js';
import { wordpressPosts } from '../../src/posts/sources/wordpress.js';
import { fixture, fromFeed, fromHtml, SITE } from './reading.js';

interface Hostile {
  id: string;
  sink: string;
  payload: string;
}
const { payloads } = JSON.parse(fixture('xss-strings.json')) as { payloads: Hostile[] };

const UNSEEN = /[\p{Cc}\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;

function assertPost(post: Post): void {
  const { id, url, title, excerpt, image, published, updated, categories, tags, language } = post;
  assert.match(url, /^https?:\/\/[^/@\s"<>]+\/[^\s"<>]*$/);
  assert.ok(title, 'a title');
  for (const text of [
    title,
    excerpt ?? '',
    image?.alt ?? '',
    ...(categories ?? []),
    ...(tags ?? []),
  ]) {
    assert.equal(typeof text, 'string');
    assert.doesNotMatch(text, UNSEEN);
    assert.equal(text, text.trim());
  }
  if (id !== undefined) assert.equal(typeof id, 'string');
  for (const date of [published, updated])
    if (date !== undefined) assert.match(date, /^\d{4}-\d\d-\d\d(?:T[\d:]+(?:Z|[+-]\d\d:\d\d)?)?$/);
  if (language !== undefined) assert.match(language, /^[a-z\d-]+$/i);
  if (!image) return;
  assert.match(image.url, /^(?:https?:\/\/|data:image\/)/);
  for (const size of image.srcset?.split(', ') ?? [])
    assert.match(size, /^https?:\/\/[^\s"<>,]+ [\d.]+[wx]$/);
  for (const pixels of [image.width, image.height])
    if (pixels !== undefined) assert.ok(Number.isInteger(pixels) && pixels > 0, String(pixels));
}

/** Reads a text in every way, as far as a card shows it. */
function readAll(text: string): Post[] {
  const posts = [
    ...(fromFeed(text) ?? []),
    ...(fromHtml(text) ?? []),
    ...(fromHtml(text, 'x') ?? []),
  ];
  try {
    const body = parseJson(text);
    posts.push(...(postsFromJson(body, SITE) ?? []), ...(wordpressPosts(body, SITE) ?? []));
  } catch (error) {
    assert.ok(error instanceof PostsError, String(error));
  }
  for (const post of posts) {
    assertPost(post);
    excerptOf(post.excerpt, 160, post);
    articleKey(post.url);
  }
  return posts;
}

const piece = fc.oneof(
  fc.constantFrom(...payloads.map(({ payload }) => payload.slice(0, 300))),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '\u202E',
    '\u200B',
    '\0',
    '\ud800',
    '&',
    '&#x202e;',
    '&amp;lt;',
    ']]>',
    '<![CDATA[',
    '"',
    "'",
  ),
  fc.constantFrom(
    'https://clinic.example/a',
    '/a',
    'a b',
    '2026-03-04',
    'Wed, 04 Mar 2026 00:00:00 GMT',
    'en',
  ),
);
const content = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''));
const attributes = fc
  .dictionary(
    fc.constantFrom(
      'href',
      'src',
      'url',
      'type',
      'rel',
      'srcset',
      'width',
      'id',
      'class',
      'datetime',
      'lang',
      'xml:base',
      'xml:lang',
      'medium',
      'term',
      'label',
      'isPermaLink',
      'data-src',
      '__proto__',
      'constructor',
    ),
    fc.oneof(piece, fc.constantFrom('image/png', 'image', 'alternate', 'category tag', 'x', '600')),
    { maxKeys: 4 },
  )
  .map((values) =>
    Object.entries(values)
      .map(([name, value]) => ` ${name}="${value.replace(/"/g, '&quot;')}"`)
      .join(''),
  );

/** A tree of elements with these names, by and large well-formed. */
const markup = (names: string[]) =>
  fc.letrec<{ node: string; nodes: string }>((tie) => ({
    nodes: fc
      .array(tie('node'), { maxLength: 5, depthIdentifier: 'markup' })
      .map((nodes) => nodes.join('')),
    node: fc.oneof(
      { depthIdentifier: 'markup', maxDepth: 5 },
      content,
      content.map((text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')),
      content.map((text) => `<![CDATA[${text}]]>`),
      fc
        .tuple(fc.constantFrom(...names), attributes, tie('nodes'), fc.boolean())
        .map(
          ([name, given, inner, closed]) =>
            `<${name}${given}>${inner}${closed ? `</${name}>` : ''}`,
        ),
    ),
  })).nodes;

describe('whatever an address says', () => {
  it('a feed gives posts or none', () => {
    let seen = 0;
    const names = [
      'title',
      'link',
      'guid',
      'description',
      'content:encoded',
      'summary',
      'content',
      'category',
      'pubDate',
      'dc:date',
      'updated',
      'media:content',
      'media:group',
      'media:thumbnail',
      'enclosure',
      'img',
      'x:y',
      'p',
    ];
    const entry = fc
      .tuple(markup(names), content, piece)
      .map(
        ([parts, title, link]) =>
          `<item>${parts}<title><![CDATA[${title}]]></title><link>${link.replace(/[<&]/g, '')}</link></item>`,
      );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 3 }), attributes, (items, given) => {
        seen += readAll(`<rss${given}><channel>${items.join('')}</channel></rss>`).length;
      }),
      { numRuns: 1500 },
    );
    assert.ok(seen > 300, `${seen} posts were looked at`);
  });

  it('an Atom feed gives posts or none', () => {
    let seen = 0;
    const names = [
      'title',
      'link',
      'id',
      'summary',
      'content',
      'category',
      'published',
      'updated',
      'div',
      'img',
      'a:link',
    ];
    fc.assert(
      fc.property(markup(names), attributes, content, (parts, given, title) => {
        const safe = title.replace(/&/g, '&amp;').replace(/</g, '&lt;');
        seen += readAll(
          `<feed${given}><entry><title type="html">${safe}</title><link href="/a"/>${parts}</entry></feed>`,
        ).length;
      }),
      { numRuns: 1500 },
    );
    assert.ok(seen > 300, `${seen} posts were looked at`);
  });

  it('a page gives posts or none', () => {
    let seen = 0;
    const names = [
      'main',
      'article',
      'h2',
      'h3',
      'a',
      'p',
      'img',
      'time',
      'ul',
      'li',
      'div',
      'nav',
      'script',
      'noscript',
      'base',
      'template',
      'section',
    ];
    fc.assert(
      fc.property(markup(names), attributes, (parts, given) => {
        seen += readAll(
          `<div>${parts}</div><h2><a${given}>Title</a></h2><h2><a href="/t">T</a></h2>`,
        ).length;
      }),
      { numRuns: 1500 },
    );
    assert.ok(seen > 300, `${seen} posts were looked at`);
  });

  it('JSON gives posts or none', () => {
    let seen = 0;
    const names = [
      'url',
      'link',
      'href',
      'title',
      'heading',
      'excerpt',
      'summary',
      'image',
      'src',
      'srcset',
      'width',
      'alt',
      'date',
      'published',
      'categories',
      'tags',
      'name',
      'language',
      'id',
      'rendered',
      'posts',
      'items',
      'data',
      '__proto__',
      'constructor',
      'toString',
      'length',
    ];
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.oneof(content, fc.constantFrom(null, true, 0, -1, 1e21, 'https://clinic.example/a')),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, content), { maxLength: 3 }), (entries) => {
        const list = entries.map(([more, title]) => ({
          ...{ url: '/a', title },
          ...(typeof more === 'object' ? more : {}),
        }));
        seen += readAll(JSON.stringify(list)).length;
      }),
      { numRuns: 1500 },
    );
    assert.ok(seen > 300, `${seen} posts were looked at`);
    assert.deepEqual(Object.keys(Object.prototype), []);
  });

  it('any text at all does', () => {
    fc.assert(
      fc.property(
        fc.oneof(content, markup(['rss', 'item', 'feed', 'entry', 'a', 'html', 'rdf:RDF'])),
        (text) => {
          readAll(text);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('every string that has hurt somebody', () => {
  const escape = (text: string) =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

  it('is words, or a harmless address, in every field of every source', () => {
    assert.ok(payloads.length >= 90, 'the corpus is there');
    for (const { payload } of payloads) {
      const xml = escape(payload);
      const html = `<main><h2><a href="${xml}">${xml}</a></h2><h2 lang="${xml}"><a href="/b">${payload}</a></h2>
        <img src="${xml}" alt="${xml}" srcset="${xml} 1x, /b 2x" width="${xml}"><time datetime="${xml}"></time><p>${payload}</p></main>`;
      const fields = Object.fromEntries(
        ['excerpt', 'date', 'categories', 'tags', 'language', 'id'].map((name) => [name, payload]),
      );
      const entries = [
        {
          ...fields,
          url: '/a',
          title: payload,
          image: { url: payload, alt: payload, srcset: `${payload} 1x` },
        },
        { ...fields, url: payload, title: 'A', image: payload },
      ];
      const rss = `<rss><channel><language>${xml}</language><item><title>${xml}</title><link>/a</link><guid>${xml}</guid>
        <description>${xml}</description><category>${xml}</category><pubDate>${xml}</pubDate><media:content medium="image" url="${xml}"/></item>
        <item><title>A</title><link>${xml}</link></item></channel></rss>`;
      for (const text of [html, JSON.stringify(entries), rss, payload]) readAll(text);
    }
  });
});

describe('a megabyte made to take long', () => {
  const MEGABYTE = 1_000_000;
  const fill = (unit: string) => unit.repeat(Math.floor(MEGABYTE / unit.length));
  for (const [what, text] of [
    ['opens only', fill('<a>')],
    [
      'opens and closes what is not open',
      fill('<a>').slice(0, 500_000) + fill('</b>').slice(0, 500_000),
    ],
    ['has attributes without end', `<rss ${fill('a="b" ')}`],
    [
      'has namespaces without end',
      `<rss ${Array.from({ length: 30_000 }, (_, i) => `xmlns:a${i}="x"`).join(' ')}>${'<b:c/>'.repeat(50_000)}`,
    ],
    ['is half tags', fill('<')],
    ['is entities', fill('&amp')],
    ['is comments', fill('<!--')],
    ['is CDATA', fill('<![CDATA[')],
    ['is items', `<rss><channel>${fill('<item><title>A</title><link>/a</link></item>')}`],
    ['is headings', fill('<h2><a href="javascript:x">A</a></h2>')],
    ['is nested links and headings', fill('<h2><a href="/x">')],
    ['is links in nested headings', '<h2>'.repeat(250) + fill('<a href="/x">x</a>')],
    ['is headings before a link', `${fill('<h2>x</h2>')}<a href="/x">x</a>`],
    [
      'is links to its own article',
      `<rss><item><title>A</title><link>/a</link><description><![CDATA[${fill('<p><a href="/a">a</a><a href="/b">b</a>')}]]></description></item></rss>`,
    ],
    ['is nested lists', fill('<ul><li><a href="x:y">A</a>')],
    ['is articles in articles', fill('<article><a href="x:y">A</a>')],
    ['is one srcset', `<h2><a href="/a">A</a></h2><img src="/a" srcset="${fill('a 1x,')}">`],
    ['is joiners and controls', `<h2><a href="/a">${fill('\u200D\u202E')}</a></h2>`],
    [
      'is digits',
      `<rss><item><pubDate>${fill('9')}</pubDate><title>A</title><link>/a</link></item></rss>`,
    ],
    ['is brackets', fill('[')],
    [
      'is names in brackets',
      `<rss>${`<item><title>A</title><link>/a</link><description>[${'a'.repeat(20_000)}</description></item>`.repeat(49)}`,
    ],
    ['is an address of slashes', `<h2><a href="https://a.example${fill('/')}x">A</a></h2>`],
    ['is quotation marks', fill('"\\')],
    ['is strings', `[${fill('"a",')}1]`],
    [
      'is posts related to what is related to much',
      JSON.stringify({
        data: Array.from({ length: 200 }, (_, i) => ({
          attributes: { title: 'A', url: `/${i}` },
          relationships: { tags: { data: Array.from({ length: 100 }, () => ({ id: 1 })) } },
        })),
        included: [
          {
            id: 1,
            relationships: { tags: { data: Array.from({ length: 70_000 }, () => ({ id: 1 })) } },
          },
        ],
      }),
    ],
    ['is wpautop’s', fill('</p>\n<p>')],
    ['is white space', fill(' ')],
  ] as const) {
    it(`that ${what} is read or given up in time`, () => {
      const start = process.cpuUsage();
      readAll(text);
      const { user, system } = process.cpuUsage(start);
      // Quadratic time would be minutes: this leaves room for a slow machine.
      assert.ok(user + system < 15e6, `${Math.round((user + system) / 1000)} ms of processor time`);
    });
  }
});
