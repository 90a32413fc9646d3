// What is asked of a WordPress, against what a real one said to just that.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PostsError, type Post } from '../../src/posts/post.js';
import {
  loadWordPress,
  type GetJson,
  type WordPressQuery,
} from '../../src/posts/sources/wordpress.js';
import { fixture } from './reading.js';

const SITE = 'http://127.0.0.1:8191';
const recorded = JSON.parse(fixture('wordpress-rest/queries.json')) as Record<
  string,
  { status: number; body: unknown }
>;

/** An address as the recording has it: decoded, without what every request asks for. */
function keyOf(url: URL): string {
  const shown = new URL(url);
  for (const name of ['_fields', '_embed']) shown.searchParams.delete(name);
  const query = [...shown.searchParams].map((pair) => pair.join('='));
  return `${shown.pathname}?${query.join('&')}`;
}

/** Loads from the recording, and tells what was asked for. */
async function load(
  src: string,
  query: WordPressQuery,
): Promise<{ posts: Post[]; asked: string[] }> {
  const asked: string[] = [];
  const get: GetJson = (url) => {
    const key = keyOf(url);
    asked.push(key);
    const answer = recorded[key];
    assert.ok(answer, `nothing recorded for ${key}`);
    if (answer.status !== 200) return Promise.reject(new PostsError('http', answer.status));
    return Promise.resolve({ body: answer.body, url: url.href });
  };
  return { posts: await loadWordPress(new URL(src, SITE), query, get), asked };
}
const ids = (posts: Post[]) => posts.map(({ id }) => Number(id));

describe('a real WordPress', () => {
  it('is asked for a category by its slug, with its children, and without a post', async () => {
    const query = { count: 4, categories: ['treatments', 'nonesuch'], exclude: ['4'] };
    const { posts, asked } = await load('/wp-json/wp/v2/posts', query);
    assert.deepEqual(ids(posts), [6, 8, 15, 19]);
    assert.deepEqual(asked, [
      '/wp-json/wp/v2/categories?slug=treatments,nonesuch&per_page=100',
      '/wp-json/wp/v2/posts?per_page=4&categories[terms]=3&categories[include_children]=true&exclude=4',
    ]);
  });

  it('with plain permalinks is asked for everything by rest_route', async () => {
    const query = { count: 2, enough: 2, categories: ['treatments'], tags: ['walking'] };
    const { posts, asked } = await load('/?rest_route=/', query);
    assert.deepEqual(ids(posts), [6]);
    assert.deepEqual(asked, [
      '/?rest_route=/wp/v2/categories&slug=treatments&per_page=100',
      '/?rest_route=/wp/v2/tags&slug=walking&per_page=100',
      '/?rest_route=/wp/v2/posts&per_page=2&categories[terms]=3&categories[include_children]=true&tags=18',
    ]);
  });

  it('is not asked for posts of a category that it does not know: it would bring all', async () => {
    const { posts, asked } = await load('/wp-json/wp/v2/posts', {
      count: 4,
      categories: ['nonesuch'],
    });
    assert.deepEqual(posts, []);
    assert.deepEqual(asked, ['/wp-json/wp/v2/categories?slug=nonesuch&per_page=100']);
  });

  it('is asked for the next page where exclusions and protection leave too few', async () => {
    const query = {
      count: 3,
      enough: 3,
      exclude: [`${SITE}/recovery/walking-after-decompression/?utm_source=x`],
    };
    const { posts, asked } = await load('/wp-json/wp/v2/posts?orderby=title&order=desc', query);
    assert.equal(asked.length, 2);
    assert.ok(posts.length >= 3, String(posts.length));
    assert.ok(
      !posts.some(({ url }) => url.includes('walking-after')),
      'the page itself is left out',
    );
  });

  it('is believed when it says that there is no further page', async () => {
    const { posts, asked } = await load('/wp-json/wp/v2/posts?orderby=date', {
      count: 13,
      enough: 13,
    });
    assert.equal(asked.length, 2);
    // Thirteen, one of them protected.
    assert.equal(posts.length, 12);
  });
});

describe('a WordPress of many pages', () => {
  const page = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      ...{ id: from + i, link: `${SITE}/${from + i}/`, title: { rendered: `${from + i}` } },
    }));
  async function count(
    query: Partial<WordPressQuery>,
    answer: (url: URL, index: number) => unknown,
    src = '/',
  ) {
    let index = 0;
    const get: GetJson = (url) =>
      Promise.resolve().then(() => ({ body: answer(url, index++), url: url.href }));
    const posts = await loadWordPress(new URL(src, SITE), { count: 3, ...query }, get);
    return [index, posts.length];
  }

  it('is asked for three pages at most', async () => {
    const exclude = Array.from({ length: 30 }, (_, i) => `${SITE}/${i}/`);
    assert.deepEqual(await count({ exclude, enough: 3 }, (_, i) => page(i * 3, 3)), [3, 0]);
  });

  it('is asked once where its page is not full, where there is enough, and where an offset is given', async () => {
    assert.deepEqual(await count({ enough: 3 }, () => page(0, 2)), [1, 2]);
    assert.deepEqual(await count({ enough: 3 }, () => page(0, 3)), [1, 3]);
    assert.deepEqual(await count({}, () => page(0, 3)), [1, 3]);
    assert.deepEqual(
      await count({ enough: 9 }, () => page(0, 3), '/wp-json/wp/v2/posts?offset=3'),
      [1, 3],
    );
  });

  it('goes on from the page that the author asked for', async () => {
    const asked: (string | null)[] = [];
    await count(
      { enough: 9 },
      (url) => {
        asked.push(url.searchParams.get('page'));
        return page(asked.length * 3, 3);
      },
      '/wp-json/wp/v2/posts?page=4',
    );
    assert.deepEqual(asked, ['4', '5', '6']);
  });

  it('keeps what there is when a further page fails', async () => {
    for (const error of [new PostsError('http', 500), new TypeError('Failed to fetch')]) {
      const failing = (_: URL, index: number) => {
        if (index) throw error;
        return page(0, 3);
      };
      assert.deepEqual(await count({ enough: 5 }, failing), [2, 3]);
    }
  });

  it('is asked by ids as they are, and by what its address says already', async () => {
    const asked: URLSearchParams[] = [];
    const note = (url: URL) => {
      asked.push(url.searchParams);
      return [];
    };
    await count({ categories: ['4', '5'], tags: ['6'] }, note);
    await count(
      { categories: ['4'], tags: ['6'], exclude: ['1'] },
      note,
      '/wp-json/wp/v2/posts?categories=9&tags=8&exclude=7',
    );
    assert.deepEqual(
      asked.map((query) =>
        ['categories[terms]', 'categories', 'tags', 'exclude'].map((name) => query.get(name)),
      ),
      [
        ['4,5', null, '6', null],
        [null, '9', '8', '7'],
      ],
    );
  });

  it('is asked for a category by its name, whose spaces would make two slugs of it', async () => {
    const asked: string[] = [];
    const note = (url: URL) => {
      asked.push(`${url.pathname} ${url.searchParams.get('slug')}`);
      return [];
    };
    await count({ categories: ['Recovery & rehab', 'Knee'] }, note);
    assert.deepEqual(asked, ['/wp-json/wp/v2/categories Recovery-&-rehab,Knee']);
    asked.length = 0;
    // Of a site at WordPress.com, whose name stands in its route.
    await count({ tags: ['knee'] }, note, '/wp/v2/sites/clinic.example/posts');
    assert.deepEqual(asked, ['/wp/v2/sites/clinic.example/tags knee']);
  });

  it('is asked for posts by their ids and addresses, and gives those alone', async () => {
    const asked: string[] = [];
    const answer = ({ searchParams }: URL) => {
      asked.push(['include', 'slug', 'page', 'categories'].map((n) => searchParams.get(n)).join());
      const link = (path: string, id: number) => ({
        id,
        link: SITE + path,
        title: { rendered: 'A' },
      });
      return searchParams.has('slug')
        ? [
            link('/recovery/walking/', 5),
            link('/hips/walking/', 6),
            link('/%E8%85%B0%E7%97%9B/', 8),
          ]
        : [link('/seven/', 7)];
    };
    const named = ['7', `${SITE}/recovery/walking/?utm_source=x`, `${SITE}/%E8%85%B0%E7%97%9B/`];
    const posts = await loadWordPress(
      new URL('/wp-json/wp/v2/posts?page=2', SITE),
      { count: 3, categories: ['4'], named },
      (url) => Promise.resolve({ body: answer(url), url: url.href }),
    );
    assert.deepEqual(ids(posts), [7, 5, 8]);
    assert.deepEqual(asked, ['7,,,', ',walking,%E8%85%B0%E7%97%9B,,']);
  });

  it('whose list of categories is none is told', async () => {
    await assert.rejects(
      count({ categories: ['x'] }, () => ({ code: 'rest_no_route' })),
      (error: unknown) => error instanceof PostsError && error.code === 'not-posts',
    );
  });
});

describe('a WordPress’s picture', () => {
  const image = (sizes: object, full: object = { width: 1200, height: 800 }) =>
    loadWordPress(new URL(SITE), { count: 1 }, (url) =>
      Promise.resolve({
        body: [
          {
            link: '/a/',
            title: { rendered: 'A' },
            _embedded: {
              'wp:featuredmedia': [{ source_url: '/full.jpg', media_details: { ...full, sizes } }],
            },
          },
        ],
        url: url.href,
      }),
    ).then(([post]) => post!.image!);

  it('comes in the sizes of its own shape, without the square and without a theme’s crops', async () => {
    const { url, srcset, width, height } = await image({
      thumbnail: { width: 150, height: 150, source_url: '/150.jpg' },
      medium: { width: 300, height: 200, source_url: '/300.jpg' },
      medium_large: { width: 768, height: 512, source_url: '/768.jpg' },
      hero: { width: 900, height: 300, source_url: '/crop.jpg' },
      bad: { width: 1000, height: 667, source_url: 'javascript:alert(1)' },
    });
    assert.deepEqual([url, width, height], [`${SITE}/768.jpg`, 768, 512]);
    assert.equal(srcset, `${SITE}/300.jpg 300w, ${SITE}/768.jpg 768w, ${SITE}/full.jpg 1200w`);
  });

  it('in one size has no srcset', async () => {
    assert.deepEqual(await image({}), {
      url: `${SITE}/full.jpg`,
      alt: '',
      width: 1200,
      height: 800,
    });
    assert.deepEqual(await image({}, {}), { url: `${SITE}/full.jpg`, alt: '' });
  });
});
