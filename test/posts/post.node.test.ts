import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { articleKey, PostsError, selectPosts, type Post } from '../../src/posts/post.js';

const HOME = 'https://clinic.example';
const post = (url: string, id?: string): Post => ({ id, url, title: url });

describe('articleKey', () => {
  const same = [
    `${HOME}/knee/`,
    `${HOME}/knee`,
    `http://clinic.example/knee/`,
    `${HOME}:443/knee/`,
    `https://CLINIC.example/Knee/`,
    `${HOME}/knee/#exercises`,
    `${HOME}/knee/index.html`,
    `${HOME}/knee/?utm_source=letter&utm_medium=mail`,
    `${HOME}/knee/?fbclid=x&gclid=y&gbraid=z&wbraid=w&msclkid=v`,
    `${HOME}/knee/?mc_cid=a&mc_eid=b&_gl=1*c&ref=home`,
    `${HOME}/knee/?UTM_Source=letter`,
    `${HOME}/knee/?gad_source=1&srsltid=x&_ga=2&dclid=y&ttclid=z`,
    `${HOME}/knee/?_hsenc=a&_hsmi=b&hsa_cam=c&mkt_tok=d&igshid=e`,
    `${HOME}/knee/?replytocom=12#respond`,
    `${HOME}/knee/index.php`,
    `${HOME}/knee//`,
    `https://www.clinic.example/knee/`,
  ];
  for (const address of same) {
    it(`knows ${address} as the article about knees`, () => {
      assert.equal(articleKey(address), articleKey(same[0]!));
    });
  }

  const others = [
    `${HOME}/knee/?page=2`,
    `${HOME}/?p=7`,
    `${HOME}/knee/exercises/`,
    `https://other.example/knee/`,
    `https://www2.clinic.example/knee/`,
    `${HOME}/knee/?reference=1`,
    `${HOME}:8443/knee/`,
  ];
  it('tells other articles apart', () => {
    const keys = [same[0]!, ...others].map(articleKey);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('does not care for the order of the query', () => {
    assert.equal(articleKey(`${HOME}/?b=2&a=1`), articleKey(`${HOME}/?a=1&utm_x=1&b=2`));
    assert.notEqual(articleKey(`${HOME}/?p=1`), articleKey(`${HOME}/?p=2`));
  });
});

describe('selectPosts', () => {
  const posts = [
    post(`${HOME}/a/`),
    post(`${HOME}/b/`),
    post(`${HOME}/a/?utm_source=x`),
    post(`${HOME}/c/`),
  ];

  it('leaves out the page itself and doubles, and keeps the order', () => {
    const urls = (list: Post[]) => list.map(({ url }) => url);
    assert.deepEqual(urls(selectPosts(posts, [], 9)), [`${HOME}/a/`, `${HOME}/b/`, `${HOME}/c/`]);
    assert.deepEqual(urls(selectPosts(posts, [`${HOME}/b#x`], 9)), [`${HOME}/a/`, `${HOME}/c/`]);
    assert.deepEqual(urls(selectPosts(posts, [`${HOME}/a`, `${HOME}/c`], 9)), [`${HOME}/b/`]);
    assert.deepEqual(selectPosts([], [HOME], 3), []);
  });

  it('takes no more than it needs', () => {
    let read = 0;
    const endless = function* () {
      for (;;) yield post(`${HOME}/${read++}`);
    };
    assert.equal(selectPosts(endless(), [], 3).length, 3);
    assert.equal(read, 3);
  });

  it('holds to its promises on any list', () => {
    const address = fc
      .tuple(
        fc.constantFrom('a', 'b', 'c', 'd', 'A'),
        fc.constantFrom('', '/', '/?utm_source=x', '?p=1', '?p=2', '#top', '/index.html'),
      )
      .map(([path, rest]) => `${HOME}/${path}${rest}`);
    fc.assert(
      fc.property(
        fc.array(address),
        fc.array(address),
        fc.integer({ min: 1, max: 6 }),
        (list, own, limit) => {
          const all = list.map((url, index) => post(url, String(index)));
          const picked = selectPosts(all, own, limit);
          const keys = picked.map(({ url }) => articleKey(url));
          const wanted = new Set(list.map(articleKey));
          for (const key of own.map(articleKey)) wanted.delete(key);
          assert.equal(picked.length, Math.min(limit, wanted.size));
          assert.equal(new Set(keys).size, keys.length);
          for (const key of keys) assert.ok(wanted.has(key), key);
          const order = picked.map((each) => all.indexOf(each));
          assert.deepEqual(
            order,
            [...order].sort((a, b) => a - b),
          );
          // Of doubles the first is taken.
          for (const each of picked)
            assert.equal(
              all.find(({ url }) => articleKey(url) === articleKey(each.url)),
              each,
            );
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('PostsError', () => {
  it('says a code and a status, and no more', () => {
    const error = new PostsError('http', 503);
    assert.deepEqual(
      [error.name, error.code, error.status, error.message],
      ['PostsError', 'http', 503, 'http 503'],
    );
    assert.equal(new PostsError('timeout').message, 'timeout');
  });
});
