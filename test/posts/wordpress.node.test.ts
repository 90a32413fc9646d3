import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Post } from '../../src/posts/post.js';
import { wordpressPosts, wordpressRequest } from '../../src/posts/sources/wordpress.js';

const folder = new URL('../fixtures/wordpress-rest/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const answer = (name: string): unknown => JSON.parse(text(`${name}.json`));
const answers = answer('answers') as Record<string, { status: number }>;

const SITE = 'http://127.0.0.1:8089';
const read = (name: string): Post[] => {
  const posts = wordpressPosts(answer(name), `${SITE}/wp-json/wp/v2/posts`);
  assert.ok(posts, `${name} is a list of posts`);
  return posts;
};
/** A single post's answer, as it would stand in a list. */
const readOne = (name: string): Post | undefined =>
  wordpressPosts([answer(name)], `${SITE}/wp-json/wp/v2/posts`)![0];

interface Hostile {
  id: string;
  sink: string;
  payload: string;
  expectText?: string;
}
const corpus = (
  JSON.parse(readFileSync(new URL('../fixtures/xss-strings.json', import.meta.url), 'utf8')) as {
    payloads: Hostile[];
  }
).payloads;

describe('what is asked of a WordPress', () => {
  const asked = (src: string, count = 4) => wordpressRequest(new URL(src), count);

  for (const [src, path] of [
    ['https://clinic.example', '/wp-json/wp/v2/posts'],
    ['https://clinic.example/', '/wp-json/wp/v2/posts'],
    ['https://clinic.example/blog/', '/blog/wp-json/wp/v2/posts'],
    ['https://clinic.example/blog', '/blog/wp-json/wp/v2/posts'],
    ['https://clinic.example/wp-json', '/wp-json/wp/v2/posts'],
    ['https://clinic.example/wp-json/', '/wp-json/wp/v2/posts'],
    ['https://clinic.example/wp-json/wp/v2', '/wp-json/wp/v2/posts'],
    ['https://clinic.example/wp-json/wp/v2/', '/wp-json/wp/v2/posts'],
    ['https://clinic.example/wp-json/wp/v2/posts', '/wp-json/wp/v2/posts'],
    ['https://clinic.example/wp-json/wp/v2/pages?x=1', '/wp-json/wp/v2/pages'],
    ['https://clinic.example/api/wp/v2/treatment/', '/api/wp/v2/treatment/'],
    ['https://clinic.example/index.php/wp-json/wp/v2/posts', '/index.php/wp-json/wp/v2/posts'],
    ['https://clinic.example/index.php', '/index.php/wp-json/wp/v2/posts'],
  ] as const) {
    it(`${src} is asked at ${path}`, () => {
      assert.equal(asked(src).pathname, path);
      assert.equal(asked(src).origin, 'https://clinic.example');
    });
  }

  it('a site with plain permalinks keeps its rest_route', () => {
    const url = asked('https://clinic.example/?rest_route=/wp/v2/posts&categories=4');
    assert.equal(url.pathname, '/');
    assert.equal(url.searchParams.get('rest_route'), '/wp/v2/posts');
    assert.equal(url.searchParams.get('categories'), '4');
    assert.equal(url.searchParams.get('per_page'), '4');
  });

  it('only what a card shows is asked for', () => {
    const { searchParams } = asked('https://clinic.example', 7);
    assert.equal(searchParams.get('per_page'), '7');
    assert.equal(searchParams.get('_embed'), 'wp:featuredmedia,wp:term');
    const fields = searchParams.get('_fields')!.split(',');
    // A real WordPress 6.1.9 sends no `_embedded` without the `_links` (see posts-embed-fields-without-links).
    for (const field of [
      'title',
      'excerpt',
      'link',
      'date',
      '_links.wp:featuredmedia',
      '_embedded.wp:featuredmedia',
    ])
      assert.ok(fields.includes(field), field);
    assert.ok(!fields.includes('content'), 'no article is fetched whole');
  });

  it('what the author asks for is kept', () => {
    const { searchParams, hash } = asked(
      'https://clinic.example/wp-json/wp/v2/posts?per_page=2&_fields=id,link,title&orderby=title&categories=4,5&_embed=author#x',
    );
    assert.equal(searchParams.get('per_page'), '2');
    assert.equal(searchParams.get('_fields'), 'id,link,title');
    assert.equal(searchParams.get('orderby'), 'title');
    assert.equal(searchParams.get('categories'), '4,5');
    assert.equal(hash, '');
    // But not a third party's avatars.
    assert.equal(searchParams.get('_embed'), 'wp:featuredmedia,wp:term');
  });

  it('the address that was given is left alone', () => {
    const src = new URL('https://clinic.example/#top');
    wordpressRequest(src, 3);
    assert.equal(src.href, 'https://clinic.example/#top');
  });
});

describe('a real WordPress’s posts', () => {
  it('are read with everything that a card shows', () => {
    assert.deepEqual(readOne('post-one'), {
      id: '5',
      url: `${SITE}/treatments/acupuncture-for-low-back-pain/`,
      title: 'Acupuncture for low-back pain: what it’s like, and what it can’t do',
      excerpt:
        'Most people feel a dull ache rather than a sting. Here’s how a first session goes, who tends to benefit & who doesn’t.',
      image: readOne('post-one')!.image,
      published: '2025-12-03T08:15:00',
      updated: '2025-12-03T08:15:00',
      categories: ['Acupuncture & dry needling', 'Treatments'],
      tags: ['acupuncture', 'chronic pain', 'first visit'],
    });
    const { image, categories } = readOne('post-one')!;
    assert.match(image!.url, /^http:\/\/127\.0\.0\.1:8089\/wp-content\/uploads\/\S+\.jpg$/);
    assert.ok(image!.alt.length > 0, 'the picture is described');
    assert.ok(categories!.length > 0, 'categories are named');
    for (const name of categories!) assert.doesNotMatch(name, /&\w+;|[<>]/);
  });

  it('are read alike however much of them was asked for', () => {
    const [whole, some, selected] = [
      'posts-embed-3',
      'posts-embed-fields',
      'posts-embed-selective',
    ].map((name) => read(name));
    assert.equal(whole!.length, 3);
    for (const other of [some!, selected!]) {
      assert.deepEqual(
        other.map(({ id, url, title, excerpt, image }) => ({ id, url, title, excerpt, image })),
        whole!.map(({ id, url, title, excerpt, image }) => ({ id, url, title, excerpt, image })),
      );
    }
  });

  it('are read from the whole site: every one but the protected', () => {
    const posts = read('posts-embed-all');
    assert.equal((answer('posts-embed-all') as unknown[]).length, 13);
    assert.equal(posts.length, 12);
    assert.deepEqual(
      posts.map(({ id }) => id),
      ['5', '7', '9', '11', '13', '15', '16', '18', '20', '22', '24', '26'],
    );
    for (const { title, excerpt } of posts) {
      assert.doesNotMatch(`${title}${excerpt}`, /&#?\w+;|<\w/);
      assert.ok(title.length > 5, title);
    }
    const pictures = posts.filter(({ image }) => image).map(({ id }) => id);
    // 15 has none, 20's is forbidden, 26's was deleted.
    assert.deepEqual(pictures, ['5', '7', '9', '11', '13', '16', '18', '22', '24']);
  });

  it('show a picture of the size of a card, and never the square crop', () => {
    for (const raw of answer('posts-embed-all') as Record<string, never>[]) {
      const post = wordpressPosts([raw], SITE)![0];
      const media = (raw['_embedded']?.['wp:featuredmedia'] as Media[] | undefined)?.[0];
      if (!post?.image || !media?.source_url) continue;
      const { sizes } = media.media_details;
      const size = Object.entries(sizes).find(([, each]) => each.source_url === post.image!.url);
      const widest = Math.max(
        media.media_details.width,
        ...Object.values(sizes).map(({ width }) => width),
      );
      assert.notEqual(size?.[0], 'thumbnail');
      const width = size?.[1].width ?? media.media_details.width;
      assert.ok(width >= 768 || width === widest, `${post.id}: ${width} wide`);
      const better = Object.entries(sizes).filter(
        ([name, each]) => name !== 'thumbnail' && each.width >= 768 && each.width < width,
      );
      assert.deepEqual(better, [], `${post.id}: no smaller one would do`);
    }
  });

  interface Media {
    source_url: string;
    media_details: { width: number; sizes: Record<string, { width: number; source_url: string }> };
  }

  it('a picture smaller than a card is shown as it is', () => {
    const { image } = readOne('post-image-small')!;
    assert.match(image!.url, /\.jpe?g$/);
    assert.equal(image!.alt, '');
  });

  it('a missing, forbidden or deleted picture is no picture', () => {
    for (const name of ['post-no-image', 'post-image-hidden', 'post-image-gone'])
      assert.equal(readOne(name)!.image, undefined, name);
  });

  it('markup in a title is left out, a dash and a quotation mark are not', () => {
    assert.equal(
      readOne('post-author-gone')!.title,
      'Sleeping with spinal stenosis: pillows, sides & a surprising recliner',
    );
    assert.equal(
      readOne('post-no-image')!.title,
      'Walking after lumbar decompression — how far, how soon?',
    );
    assert.equal(
      readOne('post-image-gone')!.title,
      'We’ve moved: new Riverbend entrance from 3 March',
    );
    assert.deepEqual(readOne('post-author-gone')!.categories, [
      'Recovery & rehab',
      'Spinal stenosis',
    ]);
    assert.equal(read('posts-slug').length, 0, 'without its title a post is none');
  });

  it('a protected post is not shown', () => {
    assert.equal(readOne('post-password'), undefined);
  });

  it('posts that were asked for in part are read in part', () => {
    assert.equal(read('posts-fields').length, 3);
    for (const post of read('posts-fields')) {
      assert.equal(post.image, undefined);
      assert.equal(post.categories, undefined);
    }
    // Without links there is nowhere to go.
    assert.deepEqual(read('posts-embed-fields-without-links'), []);
    assert.deepEqual(read('posts-embed-fields-nested'), []);
    assert.deepEqual(read('rest-route-query'), []);
    assert.deepEqual(read('posts-lang-es'), []);
  });

  it('an excerpt ends before the link that a theme puts there', () => {
    const link = `${SITE}/knee/`;
    const more = `<a href="${link}" class="more-link">Continue reading<span class="screen-reader-text"> “Knee”</span></a>`;
    const [post] = wordpressPosts(
      [
        {
          link,
          title: { rendered: 'Knee' },
          excerpt: { rendered: `<p>Walk a little&hellip; ${more}</p>` },
        },
      ],
      SITE,
    )!;
    assert.equal(post!.excerpt, 'Walk a little…');
  });

  it('a post’s language is known where Polylang tells it', () => {
    const post = (lang: unknown) => ({ link: '/a/', title: { rendered: 'A' }, lang });
    assert.deepEqual(
      wordpressPosts(['es', 'pt-br', false, undefined].map(post), SITE)!.map((p) => p.language),
      ['es', 'pt-br', undefined, undefined],
    );
  });

  it('a featured file that is no picture is not shown as one', () => {
    const featured = {
      source_url: '/leaflet.pdf',
      media_type: 'file',
      mime_type: 'application/pdf',
    };
    const [post] = wordpressPosts(
      [{ link: '/a/', title: { rendered: 'A' }, _embedded: { 'wp:featuredmedia': [featured] } }],
      SITE,
    )!;
    assert.equal(post!.image, undefined);
  });

  it('a list without any is a list', () => {
    assert.deepEqual(read('posts-empty-filter'), []);
    assert.deepEqual(read('posts-search-none'), []);
  });

  it('pages are posts too', () => {
    const pages = read('pages');
    assert.ok(pages.length > 0, 'there are pages');
    assert.ok(
      pages.every(({ url }) => url.startsWith(SITE)),
      'with addresses',
    );
  });

  it('an error is no list, whatever its kind', () => {
    const errors = Object.keys(answers).filter((name) => answers[name]!.status >= 400);
    assert.equal(errors.length, 14);
    for (const name of errors) assert.equal(wordpressPosts(answer(name), SITE), undefined, name);
  });

  it('an envelope and a single post are no list', () => {
    for (const name of ['envelope', 'post-one'])
      assert.equal(wordpressPosts(answer(name), SITE), undefined, name);
  });
});

describe('an answer that is not WordPress’s', () => {
  const post = (more: Record<string, unknown>) => ({
    id: 1,
    link: 'https://clinic.example/a/',
    title: { rendered: 'Title' },
    excerpt: { rendered: 'Words', protected: false },
    ...more,
  });
  const one = (more: Record<string, unknown>) =>
    wordpressPosts([post(more)], 'https://clinic.example/')![0];

  it('with relative links is read from where it came', () => {
    assert.equal(one({ link: '/b/' })!.url, 'https://clinic.example/b/');
    assert.equal(
      one({ _embedded: { 'wp:featuredmedia': [{ source_url: '/a.jpg' }] } })!.image!.url,
      'https://clinic.example/a.jpg',
    );
  });

  it('with a bare title is read', () => {
    assert.equal(one({ title: 'Fish &amp; chips' })!.title, 'Fish & chips');
  });

  it('of the wrong types is left out, in part or whole', () => {
    for (const odd of [null, undefined, 7, true, [], {}, 'x', ['x'], [[]], { rendered: 7 }]) {
      assert.equal(one({ link: odd === 'x' ? null : odd }), undefined);
      const without = one({ title: odd });
      if (odd !== 'x') assert.equal(without, undefined);
      assert.ok(one({ excerpt: odd }), 'an excerpt may be missing');
      assert.ok(one({ _embedded: odd }), 'pictures may be missing');
      assert.ok(one({ _embedded: { 'wp:featuredmedia': odd, 'wp:term': odd } }), 'or odd');
      assert.equal(typeof (one({ date: odd })!.published ?? ''), 'string');
    }
  });

  it('that is protected in any part is not shown', () => {
    for (const more of [
      { excerpt: { rendered: '', protected: true } },
      { content: { rendered: '', protected: true } },
    ])
      assert.equal(one(more), undefined, JSON.stringify(more));
    assert.ok(one({ content: { rendered: 'x', protected: false } }), 'an open one is');
  });

  it('with a large square crop still shows the whole picture', () => {
    const media = {
      source_url: '/full.jpg',
      media_details: {
        width: 2400,
        sizes: {
          thumbnail: { width: 800, height: 800, source_url: '/square.jpg' },
          medium: { width: 300, source_url: '/small.jpg' },
          large: { width: '1024', source_url: '/large.jpg' },
          odd: { width: 900, source_url: 'javascript:alert(1)' },
        },
      },
    };
    const { image } = one({ _embedded: { 'wp:featuredmedia': [media] } })!;
    assert.equal(image!.url, 'https://clinic.example/large.jpg');
  });

  it('with an entry that cannot be made text loses that entry’s oddity only', () => {
    const odd: unknown = JSON.parse('{"toString":1,"valueOf":1}');
    const sizes = { odd: { width: odd, source_url: '/b.jpg' } };
    const media = { source_url: '/a.jpg', media_details: { sizes } };
    assert.equal(one({ id: odd })!.title, 'Title');
    const { image } = one({ _embedded: { 'wp:featuredmedia': [media] } })!;
    assert.equal(image!.url, 'https://clinic.example/a.jpg');
    assert.equal(one({ id: undefined })!.id, undefined, 'no id is no id');
  });

  it('of any shape never throws', () => {
    const keys = [
      'id',
      'link',
      'title',
      'excerpt',
      'date',
      '_embedded',
      'rendered',
      'protected',
      'content',
    ];
    const inner = [
      'wp:featuredmedia',
      'wp:term',
      'source_url',
      'media_details',
      'sizes',
      'width',
      '__proto__',
      'toString',
      'valueOf',
      'taxonomy',
      'name',
      'alt_text',
    ];
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(
          null,
          true,
          0,
          900,
          '',
          'category',
          'https://clinic.example/x',
          'javascript:alert(1)',
          '<b>x</b>',
        ),
        fc.array(tie('json'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...keys, ...inner), tie('json'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(fc.array(json, { maxLength: 4 }), json, (entries, anything) => {
        // As JSON brings it: no object without a prototype, and a "__proto__" that is a key.
        const list: unknown = JSON.parse(JSON.stringify(entries));
        const body: unknown = JSON.parse(JSON.stringify(anything));
        wordpressPosts(body, 'https://clinic.example/');
        for (const { url, title, image, categories } of wordpressPosts(
          list,
          'https://clinic.example/',
        )!) {
          assert.match(url, /^https?:/);
          assert.ok(title, 'a title');
          if (image) assert.match(image.url, /^(?:https?:|data:image\/)/);
          for (const name of categories ?? []) assert.equal(typeof name, 'string');
        }
      }),
      { numRuns: 3000 },
    );
  });

  for (const { id, sink, payload, expectText } of corpus) {
    if (sink === 'feed.link') {
      it(`${id}: the link ${JSON.stringify(payload.slice(0, 50))} runs nothing`, () => {
        const found = one({ link: payload });
        if (found) assert.match(new URL(found.url).protocol, /^https?:$/);
        if (/^\W*(?:java\s*script|data|vbscript|blob|filesystem)/i.test(payload))
          assert.equal(found, undefined);
      });
    }
    if (sink === 'feed.image') {
      it(`${id}: the picture ${JSON.stringify(payload.slice(0, 50))} runs nothing`, () => {
        const { image } = one({ _embedded: { 'wp:featuredmedia': [{ source_url: payload }] } })!;
        if (image) assert.match(image.url, /^(?:https:|data:image\/)/);
        // A picture cannot break out of its attribute: it has no quotation mark to do it with.
        if (image) assert.doesNotMatch(image.url, image.url.startsWith('data:') ? /^$/ : /["'<>]/);
      });
    }
    if (sink === 'feed.imageAlt') {
      it(`${id}: the description ${JSON.stringify(payload)} is plain text`, () => {
        const { image } = one({
          _embedded: { 'wp:featuredmedia': [{ source_url: '/a.jpg', alt_text: payload }] },
        })!;
        assert.equal(image!.alt, expectText);
      });
    }
    if (sink === 'feed.json') {
      it(`${id}: the document ${JSON.stringify(payload.slice(0, 50))} changes no prototype`, () => {
        let body: unknown;
        try {
          body = JSON.parse(payload);
        } catch {
          return;
        }
        wordpressPosts(body, 'https://clinic.example/');
        wordpressPosts([body], 'https://clinic.example/');
        assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
      });
    }
  }
});
