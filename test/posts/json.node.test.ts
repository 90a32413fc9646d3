import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { PostsError, type Post } from '../../src/posts/post.js';
import { parseJson, postsFromJson } from '../../src/posts/sources/json.js';
import { postsFromScript } from '../../src/posts/load.js';
import { SITE } from './reading.js';

const read = (value: unknown): Post[] | undefined => postsFromJson(value, `${SITE}/api/posts.json`);
const one = (entry: unknown): Post | undefined => read([entry])?.[0];

describe('a JSON Feed', () => {
  // The names are those of https://www.jsonfeed.org/version/1.1/
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Riverbend',
    home_page_url: `${SITE}/`,
    language: 'en-US',
    items: [
      {
        id: '2',
        url: `${SITE}/two/`,
        title: 'Two &amp; a half',
        summary: 'Short.',
        content_html: '<p>Long.</p>',
        image: `${SITE}/2.jpg`,
        date_published: '2026-03-04T09:30:00-06:00',
        date_modified: '2026-03-05T09:30:00-06:00',
        tags: ['knee', 'rest'],
        language: 'es',
      },
      { id: 1, external_url: 'https://b.example/one', title: 'One', content_text: 'Text < 3.' },
      { id: 3, url: `${SITE}/three/`, content_text: 'A note without a title.' },
    ],
  };

  it('is read with all that a card shows', () => {
    assert.deepEqual(read(feed), [
      {
        id: '2',
        url: `${SITE}/two/`,
        title: 'Two & a half',
        excerpt: 'Short.',
        image: { url: `${SITE}/2.jpg`, alt: '' },
        published: '2026-03-04T09:30:00-06:00',
        updated: '2026-03-05T09:30:00-06:00',
        tags: ['knee', 'rest'],
        language: 'es',
      },
      {
        id: '1',
        url: 'https://b.example/one',
        title: 'One',
        excerpt: 'Text < 3.',
        language: 'en-US',
      },
    ]);
  });
});

describe('a list of JSON', () => {
  for (const [where, value] of [
    ['bare', [{ url: '/a/', title: 'A' }]],
    ['in "posts"', { posts: [{ url: '/a/', title: 'A' }] }],
    ['in "items"', { total: 1, items: [{ url: '/a/', title: 'A' }] }],
    ['in "articles"', { articles: [{ url: '/a/', title: 'A' }] }],
    ['in "data"', { data: [{ url: '/a/', title: 'A' }] }],
    ['in "data.posts"', { data: { posts: [{ url: '/a/', title: 'A' }] } }],
  ] as const) {
    it(`${where} is found`, () => {
      assert.deepEqual(read(value), [{ url: `${SITE}/a/`, title: 'A', excerpt: '' }]);
    });
  }

  it('is none where there is no list', () => {
    for (const value of [
      null,
      undefined,
      7,
      'x',
      {},
      { posts: 7 },
      { data: { status: 404 } },
      { length: 1, 0: {} },
    ])
      assert.equal(read(value), undefined, JSON.stringify(value));
  });

  for (const names of [
    ...['url', 'link', 'href', 'permalink'].map((url) => ({ url, title: 'title' })),
    ...['title', 'heading', 'headline', 'name'].map((title) => ({ url: 'url', title })),
  ]) {
    it(`may call an address "${names.url}" and a title "${names.title}"`, () => {
      assert.deepEqual(one({ [names.url]: '/a/', [names.title]: 'A' }), {
        ...{ url: `${SITE}/a/`, title: 'A', excerpt: '' },
      });
    });
  }

  it('may say a picture as text, as an object or as a list', () => {
    const image = (value: unknown) => one({ url: '/a/', title: 'A', image: value })!.image;
    assert.deepEqual(image('/k.jpg'), { url: `${SITE}/k.jpg`, alt: '' });
    for (const name of ['url', 'src', 'href'])
      assert.deepEqual(
        image({
          ...{ [name]: '/k.jpg', alt: '<b>A</b> knee &amp; hip', width: 600, height: '400' },
          srcset: '/k.jpg 600w, /l.jpg 1200w',
        }),
        {
          ...{ url: `${SITE}/k.jpg`, alt: 'A knee & hip', width: 600, height: 400 },
          srcset: `${SITE}/k.jpg 600w, ${SITE}/l.jpg 1200w`,
        },
      );
    assert.deepEqual(image([{ url: '/k.jpg' }, '/2.jpg']), { url: `${SITE}/k.jpg`, alt: '' });
    for (const none of ['javascript:alert(1)', '', 7, {}, [], [[]], { url: {} }])
      assert.equal(image(none), undefined, JSON.stringify(none));
  });

  it('may say its subjects as text, as a list or as objects', () => {
    const { categories, tags } = one({
      ...{ url: '/a/', title: 'A', category: 'Knee, hip &amp; spine', keywords: 'rest, ice ,' },
    })!;
    assert.deepEqual(categories, ['Knee, hip & spine']);
    assert.deepEqual(tags, ['rest', 'ice']);
    assert.deepEqual(
      one({ url: '/a/', title: 'A', categories: ['x', { name: 'y' }, 7, null, ''], tags: [] }),
      { url: `${SITE}/a/`, title: 'A', excerpt: '', categories: ['x', 'y'] },
    );
  });

  it('of nothing that a card could show is none', () => {
    assert.equal(read([{ foo: 1 }, { slug: 'a', title: 'A' }]), undefined);
    assert.equal(read(['/a/', '/b/']), undefined);
    assert.equal(read([{ foo: 1 }, { url: '/a/', title: 'A' }])!.length, 1);
    assert.deepEqual(read({ posts: [] }), []);
  });

  // As their APIs answer.
  for (const [system, body, wanted] of [
    [
      'Ghost',
      { posts: [{ title: 'A', url: '/a/', feature_image: '/i.jpg', feature_image_alt: 'Knee' }] },
      { image: { url: `${SITE}/i.jpg`, alt: 'Knee' } },
    ],
    [
      'Strapi',
      {
        data: [
          {
            id: 4,
            attributes: {
              title: 'A',
              url: '/a/',
              publishedAt: '2026-03-04T09:30:00.000Z',
              cover: {
                data: { attributes: { url: '/i.jpg', alternativeText: 'Knee', width: 600 } },
              },
            },
          },
        ],
      },
      {
        id: '4',
        published: '2026-03-04T09:30:00Z',
        image: { url: `${SITE}/i.jpg`, alt: 'Knee', width: 600 },
      },
    ],
    [
      'Squarespace',
      {
        items: [
          { title: 'A', fullUrl: '/a/', assetUrl: '/i.jpg', publishOn: 1772616600000, tags: ['x'] },
        ],
      },
      { image: { url: `${SITE}/i.jpg`, alt: '' }, published: '2026-03-04T09:30:00Z', tags: ['x'] },
    ],
    [
      'WPGraphQL',
      {
        data: {
          posts: {
            edges: [
              {
                node: {
                  title: 'A',
                  uri: '/a/',
                  featuredImage: { node: { sourceUrl: '/i.jpg', altText: 'Knee' } },
                },
              },
            ],
          },
        },
      },
      { image: { url: `${SITE}/i.jpg`, alt: 'Knee' } },
    ],
    [
      'Sanity',
      {
        result: [{ title: 'A', url: '/a/', mainImage: { alt: 'Knee', asset: { url: '/i.jpg' } } }],
      },
      { image: { url: `${SITE}/i.jpg`, alt: 'Knee' } },
    ],
    [
      'Drupal (JSON:API)',
      {
        jsonapi: { version: '1.0' },
        data: [
          {
            type: 'node--article',
            id: '3f8a',
            links: { self: { href: 'https://cms.example/jsonapi/node/article/3f8a' } },
            attributes: {
              title: 'A',
              langcode: 'es',
              created: '2026-03-04T09:30:00+00:00',
              changed: '2026-04-05T10:00:00+00:00',
              path: { alias: '/a/', pid: 7, langcode: 'es' },
              body: {
                value: '<p>Whole</p>',
                processed: '<p>Whole</p>',
                summary: 'Knees <b>bend</b>',
              },
            },
            relationships: {
              uid: { data: { type: 'user--user', id: 'u1' } },
              field_category: { data: { type: 'taxonomy_term--category', id: 't1' } },
              field_tags: {
                data: [
                  { type: 'taxonomy_term--tags', id: 't1' },
                  { type: 'taxonomy_term--tags', id: 'not-included' },
                ],
              },
              field_image: { data: { type: 'media--image', id: 'm1' } },
            },
          },
        ],
        included: [
          { type: 'taxonomy_term--category', id: 't1', attributes: { name: 'Recovery' } },
          { type: 'taxonomy_term--tags', id: 't1', attributes: { name: 'sleep' } },
          {
            type: 'media--image',
            id: 'm1',
            attributes: { name: 'knee.jpg' },
            relationships: {
              field_media_image: {
                data: {
                  type: 'file--file',
                  id: 'f1',
                  meta: { alt: 'Knee', width: 600, height: 400 },
                },
              },
            },
          },
          {
            type: 'file--file',
            id: 'f1',
            attributes: {
              filename: 'knee.jpg',
              uri: { value: 'public://knee.jpg', url: '/i.jpg' },
            },
          },
        ],
      },
      {
        id: '3f8a',
        language: 'es',
        excerpt: 'Knees bend',
        published: '2026-03-04T09:30:00+00:00',
        updated: '2026-04-05T10:00:00+00:00',
        categories: ['Recovery'],
        tags: ['sleep'],
        image: { url: `${SITE}/i.jpg`, alt: 'Knee', width: 600, height: 400 },
      },
    ],
    [
      'Drupal without what belongs to it',
      {
        data: [
          {
            attributes: { title: 'A', path: { alias: '/a/' }, body: { processed: '<p>Knees</p>' } },
            relationships: {
              field_image: { data: { type: 'file--file', id: 'f1', meta: { alt: 'Knee' } } },
              field_tags: { data: [{ type: 'taxonomy_term--tags', id: 't1' }] },
            },
          },
        ],
      },
      { excerpt: 'Knees' },
    ],
  ] as const) {
    it(`of ${system} is read`, () => {
      assert.deepEqual(read(body), [{ url: `${SITE}/a/`, title: 'A', excerpt: '', ...wanted }]);
    });
  }

  it('leaves out entries without a title or a usable address', () => {
    for (const entry of [
      null,
      7,
      'x',
      [],
      {},
      { url: '/a/' },
      { title: 'A' },
      { title: 'A', url: 'javascript:alert(1)' },
      { title: { a: 1 }, url: '/a/' },
      { title: ['A'], url: '/a/' },
      { title: 'A', url: { toString: 'x' } },
    ])
      assert.equal(one(entry), undefined, JSON.stringify(entry));
  });

  it('takes nothing from a prototype, and leaves it alone', () => {
    const body = JSON.parse(
      '[{"__proto__":{"url":"/a/","title":"A","polluted":1},"constructor":{"prototype":{"polluted":1}}}]',
    ) as unknown;
    assert.equal(read(body), undefined);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('gives the first 200', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({ url: `/${i}`, title: String(i) }));
    assert.equal(read(many)!.length, 200);
  });
});

describe('parseJson', () => {
  const codeOf = (text: string) => {
    try {
      parseJson(text);
      return 'parsed';
    } catch (error) {
      assert.ok(error instanceof PostsError, String(error));
      return error.code;
    }
  };

  it('reads 64 levels and no more, brackets in strings aside', () => {
    assert.equal(codeOf('['.repeat(64) + ']'.repeat(64)), 'parsed');
    assert.equal(codeOf('['.repeat(65) + ']'.repeat(65)), 'too-large');
    assert.equal(codeOf('{"a":'.repeat(65) + '1' + '}'.repeat(65)), 'too-large');
    assert.equal(codeOf('['.repeat(500_000) + ']'.repeat(500_000)), 'too-large');
    assert.equal(codeOf(`["${'[{'.repeat(200)}\\"${'[{'.repeat(200)}"]`), 'parsed');
    assert.equal(codeOf(`[${'[],'.repeat(1000)}1]`), 'parsed');
  });

  it('says what is no JSON', () => {
    for (const text of ['', ' ', '<p>', 'cb([])', 'x [] y', '[] x [] y', '"x', '{"a":}', '\\'])
      assert.equal(codeOf(text), 'not-json', text);
  });
});

describe('a script in a page', () => {
  const WRITTEN = '[\n  { "title": "What\'s wrong?",\n\n    "url": "/a/?x=1&y=2" }\n]';
  const EXPECTED = [{ url: `${SITE}/a/?x=1&y=2`, title: "What's wrong?", excerpt: '' }];

  for (const [where, text] of [
    ['as it was written', WRITTEN],
    ['in the classic editor', `${WRITTEN.replace('\n\n', '</p>\n<p>')}`],
    [
      'in the Classic block',
      `<br />\n${WRITTEN.replace('\n\n', '</p>\n<p>').replace(/\n(?!<)/g, '<br />\n')}<br />\n`,
    ],
    ['with its & encoded', WRITTEN.replace('&', '&#038;').replace('\n\n', '</p>\n<p>')],
  ] as const) {
    it(`${where} is read`, () => {
      const { posts, source } = postsFromScript(text, `${SITE}/blog/`);
      assert.deepEqual(posts, EXPECTED);
      assert.equal(source, 'json');
    });
  }

  it('says what it was read as', () => {
    const feed = '{"version":"https://jsonfeed.org/version/1","items":[{"url":"/a","title":"A"}]}';
    assert.equal(postsFromScript(feed, SITE).source, 'json-feed');
    const rest = JSON.parse(
      readFileSync(
        new URL('../fixtures/wordpress-rest/posts-embed-3.json', import.meta.url),
        'utf8',
      ),
    ) as unknown;
    const { posts, source } = postsFromScript(JSON.stringify(rest), SITE);
    assert.deepEqual([posts.length, source], [3, 'wordpress']);
  });

  it('that holds no posts is told from one that is no JSON', () => {
    const codeOf = (text: string) => {
      try {
        postsFromScript(text, SITE);
        return undefined;
      } catch (error) {
        return (error as PostsError).code;
      }
    };
    assert.equal(codeOf('{"title":"x"}'), 'not-posts');
    assert.equal(codeOf('title: x'), 'not-json');
    assert.equal(codeOf('[]'), undefined);
  });
});
