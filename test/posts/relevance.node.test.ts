import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  rankByRelevance,
  type Candidate,
  type PageProfile,
  type RelevanceOptions,
} from '../../src/posts/relevance.js';

const SITE = 'https://clinic.example';
const page = (more: Partial<PageProfile> = {}): PageProfile => ({
  title: '',
  headings: [],
  text: '',
  categories: [],
  tags: [],
  language: 'en',
  url: `${SITE}/page/`,
  ...more,
});
const post = (id: string, title: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  url: `${SITE}/${id}/`,
  title,
  ...more,
});
const ids = (posts: Candidate[], of: PageProfile, options?: RelevanceOptions) =>
  rankByRelevance(posts, of, options).map(({ id }) => id);

const BLOG = [
  post('parking', 'Parking at the new building', { published: '2026-11-01' }),
  post('sleep', 'Which pillow for a sore neck?', { published: '2026-10-01' }),
  post('disc', 'What a herniated disc is', {
    excerpt: 'The ring tears and presses on a nerve.',
    published: '2024-03-01',
  }),
  post('knee', 'Running with sore knees', { published: '2025-05-01' }),
];

describe('rankByRelevance', () => {
  it('puts first what the page is about, not what is new', () => {
    assert.equal(ids(BLOG, page({ title: 'Surgery for herniated discs' }))[0], 'disc');
    assert.equal(ids(BLOG, page({ title: 'Choosing a pillow' }))[0], 'sleep');
    assert.equal(ids(BLOG, page({ text: 'A nerve that is pressed by the ring.' }))[0], 'disc');
    assert.equal(ids(BLOG, page({ headings: ['Where to park: parking fees'] }))[0], 'parking');
  });

  it('finds other forms of a word, and other words for a thing', () => {
    const posts = [
      post('bill', 'Understanding your bill'),
      post('operate', 'Before you are operated on'),
      post('diet', 'Eating for strong bones'),
    ];
    assert.equal(ids(posts, page({ title: 'After the operation' }))[0], 'operate');
    assert.equal(ids(posts, page({ title: 'What surgery costs' })).at(-1), 'diet');
    assert.equal(ids(posts, page({ title: 'Does insurance pay?' }))[0], 'bill');
    assert.equal(ids(posts, page({ title: 'Obesity' }))[0], 'diet');
  });

  it('does so in Spanish, with accents and without', () => {
    const posts = [
      post('facturas', 'Entender sus facturas'),
      post('operarse', 'Antes de operarse de la espalda'),
      post('sueno', 'Dormir con dolor'),
    ];
    const spanish = (title: string) => page({ title, language: 'es-MX' });
    assert.equal(ids(posts, spanish('Después de la operación'))[0], 'operarse');
    assert.equal(ids(posts, spanish('La cirugía'))[0], 'operarse');
    assert.equal(ids(posts, spanish('El sueño y la almohada'))[0], 'sueno');
    assert.equal(ids(posts, spanish('¿Qué paga el SEGURO?'))[0], 'facturas');
  });

  it('is not led by words that stand in every text', () => {
    const posts = [
      post('filler', 'What you should know about how to do it with your own'),
      post('spine', 'Spine'),
    ];
    const title = 'What you should know about how to do it with your spine';
    assert.equal(ids(posts, page({ title }))[0], 'spine');
  });

  it('works in languages that it has no words of, with spaces or without', () => {
    for (const [language, title, alike, other] of [
      [
        'de',
        'Rückenschmerzen nach dem Schlafen',
        'Was gegen den Rückenschmerz hilft',
        'Neues Gebäude',
      ],
      ['ja', '腰痛と睡眠', '腰痛の治療', '駐車場のご案内'],
      ['th', 'อาการปวดหลังเรื้อรัง', 'การรักษาอาการปวดหลัง', 'ที่จอดรถใหม่'],
      ['ko', '허리 통증', '허리통증에 좋은 운동', '주차 안내'],
      ['ar', 'ألم الظهر المزمن', 'علاج ألم الظهر', 'موقف السيارات الجديد'],
      ['he', 'כאבי גב', 'איך מטפלים בכאבי גב', 'חניה חדשה'],
    ] as const) {
      const posts = [post('other', other, { published: '2026-01-01' }), post('alike', alike)];
      assert.equal(ids(posts, page({ title, language }))[0], 'alike', language);
    }
  });

  it('counts categories and tags', () => {
    const posts = [
      post('a', 'One', { published: '2026-01-01' }),
      post('b', 'Two', { categories: ['Neck'] }),
      post('c', 'Three', { tags: ['whiplash'] }),
    ];
    assert.equal(ids(posts, page({ categories: ['Neck'] }))[0], 'b');
    assert.equal(ids(posts, page({ tags: ['Whiplash'] }))[0], 'c');
  });

  it('lets a long text not drown its title', () => {
    // One word in sixty, forty times.
    const filler = Array.from({ length: 59 }, (_, at) => `word${at}`).join(' ');
    const text = `${filler} telephone `.repeat(40);
    const posts = [post('phone', 'Telephone hours'), post('hip', 'A new hip')];
    assert.equal(ids(posts, page({ title: 'Hip', headings: ['Hip'], text }))[0], 'hip');
  });

  it('puts the newest first where nothing is alike, and keeps the order where nothing is dated', () => {
    assert.deepEqual(ids(BLOG, page({ title: 'Xylophone' })), ['parking', 'sleep', 'knee', 'disc']);
    const undated = BLOG.map(({ id, title }) => post(id!, title));
    assert.deepEqual(ids(undated, page()), ['parking', 'sleep', 'disc', 'knee']);
    const mixed = [post('no-day', 'One'), post('day', 'Two', { published: '2020-01-01' })];
    assert.deepEqual(ids(mixed, page()), ['day', 'no-day']);
  });

  it('puts posts in another language behind, and those that do not say with the rest', () => {
    const posts = [
      post('es', 'Hernia discal', { language: 'es', published: '2026-01-01' }),
      post('old-es', 'Disc', { language: 'es_MX', published: '2020-01-01' }),
      post('gb', 'Parking', { language: 'en-GB' }),
      post('none', 'Disc'),
    ];
    assert.deepEqual(ids(posts, page({ title: 'Disc', language: 'en-US' })), [
      'none',
      'gb',
      'es',
      'old-es',
    ]);
    assert.equal(ids(posts, page({ title: 'Disc', language: '' }))[0], 'old-es');
  });

  it('puts pins first, in their order, by id or by any address of the post', () => {
    const of = page({ title: 'Herniated disc' });
    assert.deepEqual(
      ids(BLOG, of, { pins: ['knee', `${SITE}/parking?utm_source=x`] }).slice(0, 3),
      ['knee', 'parking', 'disc'],
    );
    assert.deepEqual(ids(BLOG, of, { pins: ['../sleep/', 'nobody'] })[0], 'sleep');
    const spanish = [...BLOG, post('es', 'Disco', { language: 'es' })];
    assert.equal(ids(spanish, of, { pins: ['es'] })[0], 'es');
  });

  it('leaves out what is excluded, even if it is pinned, and nothing else', () => {
    const of = page({ title: 'Herniated disc' });
    const options = { pins: ['disc'], exclude: ['disc', `${SITE}/knee/#top`, 'https://['] };
    assert.deepEqual(ids(BLOG, of, options), ['parking', 'sleep']);
  });

  it('puts the page itself last', () => {
    const of = page({ title: 'Disc', url: `${SITE}/disc/?fbclid=1` });
    assert.equal(ids(BLOG, of).at(-1), 'disc');
  });

  const word = fc.constantFrom(
    'hip',
    'disc',
    'surgery',
    'operation',
    'the',
    'cadera',
    '腰痛',
    '👩‍⚕️',
    'l5',
    '',
  );
  const text = fc.array(word, { maxLength: 8 }).map((list) => list.join(' '));
  const candidates = fc
    .array(
      fc.record({
        title: text,
        excerpt: fc.option(text, { nil: undefined }),
        categories: fc.option(fc.array(word, { maxLength: 2 }), { nil: undefined }),
        tags: fc.option(fc.array(word, { maxLength: 2 }), { nil: undefined }),
        language: fc.constantFrom(undefined, '', 'en', 'es-US'),
      }),
      { maxLength: 12 },
    )
    // Each a day of its own, so that no two are equal.
    .map((list) =>
      list.map((each, at) =>
        post(`p${at}`, each.title, { ...each, published: `2026-01-${String(at + 10)}` }),
      ),
    );
  const profile = fc
    .record({
      title: text,
      headings: fc.array(text),
      text,
      categories: fc.array(word),
      tags: fc.array(word),
    })
    .map(page);

  it('loses and doubles nothing, changes nothing it was given, and does not care for the order', () => {
    fc.assert(
      fc.property(candidates, profile, fc.infiniteStream(fc.nat()), (posts, of, chance) => {
        const before = JSON.stringify(posts);
        const ranked = ids(posts, of);
        assert.deepEqual([...ranked].sort(), posts.map(({ id }) => id).sort());
        assert.equal(JSON.stringify(posts), before);
        const shuffled = posts
          .map((each) => ({ each, key: chance.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        assert.deepEqual(ids(shuffled, of), ranked);
      }),
      { numRuns: 500 },
    );
  });

  it('bears any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const posts = [post(a, b, { tags: [a], language: b, published: a }), post('x', a)];
        const of = page({ title: a, text: b, language: a, url: a });
        assert.equal(rankByRelevance(posts, of, { pins: [b], exclude: [] }).length, 2);
      }),
    );
  });
});
