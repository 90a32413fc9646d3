import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordpressOf } from '../../src/posts/sources/markup.js';
import { fixture, fromHtml, reading, SITE } from './reading.js';

const titles = (html: string, id?: string): string[] | undefined =>
  fromHtml(html, id)?.map(({ title }) => title);
const urls = (html: string, id?: string): string[] | undefined =>
  fromHtml(html, id)?.map(({ url }) => url.replace(SITE, ''));

describe('a real WordPress’s archive', () => {
  for (const theme of ['block', 'classic']) {
    it(`in a ${theme} theme gives its posts, with pictures, words and days`, () => {
      const posts = fromHtml(fixture(`pages/wordpress-${theme}-theme.html`))!;
      assert.deepEqual(
        posts.map(({ title }) => title),
        [
          'Acupuncture for low-back pain: what it’s like, and what it can’t do',
          'Recovering from a foraminotomy, week by week',
          'Interlaminar spacers: a small device for a narrow canal',
          'Dry needling vs. acupuncture: same needle, different map',
          'Epidural injections & diabetes: plan for the sugar spike',
        ],
      );
      for (const { excerpt, image, published, url, language } of posts) {
        assert.ok(excerpt!.length > 40, excerpt);
        assert.match(image!.url, /spine-\d\.jpg$/);
        assert.match(image!.srcset!, / 768w/);
        assert.match(published!, /^2025-\d\d-\d\dT\d\d:\d\d:00-0[56]:00$/);
        assert.match(url, /^http:\/\/127\.0\.0\.1:8191\//);
        assert.equal(language, 'en-US');
      }
    });
  }

  it('in a classic theme tells categories from tags', () => {
    const [first] = fromHtml(fixture('pages/wordpress-classic-theme.html'))!;
    assert.deepEqual(first!.categories, ['Acupuncture & dry needling', 'Treatments']);
    assert.deepEqual(first!.tags, ['acupuncture', 'chronic pain', 'first visit']);
  });
});

describe('another page', () => {
  it('gives the articles of its headings, each with what stands around it', () => {
    const posts = fromHtml(`<main><h1>Blog</h1><div class="grid">
      <div class="card"><a href="/1/"><img src="/1.jpg" alt="One’s knee" width="600" height="400"></a>
        <div><h2><a href="/1/">One &amp; <em>only</em></a></h2><p class="meta"><time datetime="2026-03-04">March 4</time></p>
        <p>About one.</p><p><a href="/1/">Read on</a></p><a rel="category tag" href="/c/">Knees &amp;amp; &lt;b&gt;</a></div></div>
      <div class="card"><a href="/2/"><h2>Two</h2><p>About two.</p></a></div>
    </div></main>`);
    assert.deepEqual(posts, [
      {
        url: `${SITE}/1/`,
        title: 'One & only',
        excerpt: 'About one.',
        image: { url: `${SITE}/1.jpg`, alt: 'One’s knee', width: 600, height: 400 },
        published: '2026-03-04',
        categories: ['Knees &amp; <b>'],
      },
      { url: `${SITE}/2/`, title: 'Two', excerpt: 'About two.' },
    ]);
  });

  it('gives a heading with several links once', () => {
    const heading =
      '<h3><a href="/c" rel="category tag">News:</a> <a href="/1">One</a> by <a href="/ana">Ana</a></h3>';
    assert.deepEqual(urls(`<div>${heading}<p>About one.</p></div><h3><a href="/2">Two</a></h3>`), [
      '/1',
      '/2',
    ]);
  });

  it('gives bare headings with what follows each of them', () => {
    const posts =
      fromHtml(`<main><h2><a href="/1">One</a></h2><p>About one.</p><h2><a href="/2">Two</a></h2>
      <div><img src="/2.jpg"><p>About two.</p></div><h2>Contact</h2><p>Call us.</p><h3><a href="/3">Three</a></h3></main>`)!;
    assert.deepEqual(
      posts.map(({ title, excerpt, image }) => [title, excerpt, image?.url]),
      [
        ['One', 'About one.', undefined],
        ['Two', 'About two.', `${SITE}/2.jpg`],
        ['Three', undefined, undefined],
      ],
    );
  });

  it('without headings gives its articles, else the items of its lists, else its links', () => {
    const article = '<article><a href="/1"><img src="/1.jpg"></a><a href="/1">One</a></article>';
    const items =
      '<ul><li><a href="/2">Two</a> <time datetime="2026-01-02">x</time><li><a href="/3">Three</a></ul>';
    const links = '<p><a href="/4">Four</a> and <a href="/5">five</a></p>';
    assert.deepEqual(titles(article + items + links), ['One']);
    assert.deepEqual(titles(items + links), ['Two', 'Three']);
    assert.deepEqual(titles(links), ['Four', 'five']);
    assert.equal(fromHtml(items)![0]!.published, '2026-01-02');
    assert.equal(fromHtml(article)![0]!.image!.url, `${SITE}/1.jpg`);
  });

  it('gives headings that are no links with the one link below each', () => {
    const card = (n: number) =>
      `<div class="card"><a href="/${n}"><img src="/${n}.jpg"></a><h3>Title ${n}</h3><p>About ${n}. <a href="/${n}">Read more</a></p><a rel="category tag" href="/c">News</a></div>`;
    for (const html of [
      `<h2>Latest</h2><div>${card(1)}${card(2)}</div><ul><li><a href="/page/2">Older</a></ul>`,
      card(1) + card(2),
    ])
      assert.deepEqual(
        fromHtml(html)!.map(({ url, title, excerpt, image }) => [url, title, excerpt, image?.url]),
        [1, 2].map((n) => [`${SITE}/${n}`, `Title ${n}`, `About ${n}.`, `${SITE}/${n}.jpg`]),
      );
    const flat = (n: number) => `<h2>Title ${n}</h2><p>About.</p><p><a href="/${n}">More</a></p>`;
    assert.deepEqual(titles(flat(1) + flat(2)), ['Title 1', 'Title 2']);
    // The heading of a list is not the title of what is in it.
    const lists = ['Knees', 'Hips'].map(
      (name) =>
        `<h2>${name}</h2><ul><li><a href="/${name}1">${name} 1</a><li><a href="/${name}2">${name} 2</a></ul>`,
    );
    assert.deepEqual(titles(lists.join('')), ['Knees 1', 'Knees 2', 'Hips 1', 'Hips 2']);
  });

  it('calls no article "Read more"', () => {
    const more = (n: number) => `<p>About ${n}. <a href="/${n}">Read more</a></p>`;
    assert.equal(titles(more(1) + more(2)), undefined);
    assert.deepEqual(titles(`${more(1)}${more(2)}<a href="/3">Three</a>`), ['Three']);
  });

  it('gives no way back to itself or home', () => {
    const back = '<h1><a href="/blog/">Blog</a></h1><h2><a href="/">Home</a></h2>';
    assert.deepEqual(titles(`${back}<h2><a href="/1">One</a></h2>`), ['One']);
    assert.equal(titles('<h1>Not found</h1><p>Sorry. <a href="/">Home</a></p>'), undefined);
    assert.deepEqual(urls('<a href="/?p=7">Seven</a>'), ['/?p=7']);
  });

  it('that wants a password is none', () => {
    const login =
      '<body><h1><a href="https://cms.example/">Powered by a CMS</a></h1><form><input type="password"></form><p><a href="/lost">Lost your password?</a></p></body>';
    assert.equal(titles(login), undefined);
    // Of one heading of the first level, its link is the site's; an article may have one of its own.
    const site = '<h1><a href="https://friend.example/">Clinic</a></h1>';
    assert.deepEqual(titles(`${site}<h2><a href="/1">One</a></h2>`), ['One']);
    assert.deepEqual(titles('<article><h1><a href="/1">One</a></h1></article>'), ['One']);
  });

  it('is looked into where all of it stands in a form, as ASP.NET has it', () => {
    const page = (inside: string) => `<body><form action="./">${inside}</form></body>`;
    assert.deepEqual(titles(page('<div><h2><a href="/1">One</a></h2></div>')), ['One']);
    assert.equal(titles(page('<input><a href="/lost">Forgot your password?</a>')), undefined);
  });

  it('has words that are neither its writer, its day nor its subject', () => {
    const article = (first: string) =>
      fromHtml(`<article><h2><a href="/1">One</a></h2>${first}<p>About one.</p></article>`)![0]!;
    for (const first of [
      '<p class="entry-meta">By Ana</p>',
      '<p class="byline">By Ana</p>',
      '<p><span>Mar 4, 2026</span> | <a href="/c" rel="category tag">News</a></p>',
    ])
      assert.equal(article(first).excerpt, 'About one.', first);
  });

  it('takes nothing from its navigation, its asides and forms, its head and foot', () => {
    const link = (name: string) => `<h2><a href="/${name}">${name}</a></h2>`;
    const frame =
      `<header>${link('head')}</header><nav>${link('nav')}</nav><aside>${link('aside')}</aside>` +
      `<form>${link('form')}</form><template>${link('t')}</template><div hidden>${link('h')}</div>` +
      `<footer>${link('foot')}</footer><div role="banner">${link('b')}</div>` +
      `<div role="navigation">${link('n')}</div><div role="dialog">${link('d')}</div>` +
      `<main hidden>${link('m')}</main>`;
    assert.equal(titles(frame), undefined);
    assert.deepEqual(titles(`${frame}<section>${link('a')}</section>`), ['a']);
    // An article has a head of its own.
    assert.deepEqual(titles(`${frame}<article><header>${link('a')}</header></article>`), ['a']);
    assert.deepEqual(titles(`${link('out')}<main><header>${link('in')}</header></main>`), ['in']);
    assert.deepEqual(titles(`${link('out')}<div role="main">${link('in')}</div>`), ['in']);
  });

  it('is looked into where its address says so', () => {
    const html =
      '<main><h2><a href="/m">M</a></h2></main><aside id="latest"><ul><li><a href="/1">One</a></ul></aside>';
    assert.deepEqual(titles(html, 'latest'), ['One']);
    assert.equal(titles(html, 'nonesuch'), undefined);
  });

  it('reads each address once, from its base, and no mere fragment, mail or script', () => {
    const link = (href: string) => `<h3><a href="${href}">T ${href}</a></h3>`;
    assert.deepEqual(
      urls(
        ['a', 'a/', 'a?utm_source=x', '#top', '', 'mailto:a@b.example', 'javascript:x', '/c#d']
          .map(link)
          .join(''),
      ),
      ['/blog/a', '/c#d'],
    );
    assert.deepEqual(urls(`<head><base href="/deep/er/"></head>${link('a')}`), ['/deep/er/a']);
    assert.deepEqual(urls(`<p><base href="https://evil.test/"></p>${link('a')}`), ['/blog/a']);
    assert.deepEqual(urls(`<head><base href="javascript:x"></head>${link('a')}`), ['/blog/a']);
  });

  it('shows the picture that comes late, and no placeholder or pixel', () => {
    const image = (img: string) =>
      fromHtml(`<article><h2><a href="/1">One</a></h2>${img}</article>`)![0]!.image?.url;
    const blank = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    assert.equal(image(`<img src="${blank}" data-src="/1.jpg">`), `${SITE}/1.jpg`);
    assert.equal(image(`<img src="${blank}" data-lazy-src="/1.jpg">`), `${SITE}/1.jpg`);
    assert.equal(
      image(`<img src="${blank}"><noscript><img src="/1.jpg"></noscript>`),
      `${SITE}/1.jpg`,
    );
    assert.equal(
      image('<img src="/p.gif" width="1" height="1"><img src="/1.jpg">'),
      `${SITE}/1.jpg`,
    );
    // A card's picture may come from anywhere, one in a text only from the site.
    const there = 'https://cdn.test/1.jpg';
    assert.equal(image(`<img src="${there}">`), there);
    assert.equal(image(`<p><img src="${there}"></p>`), undefined);
    assert.equal(image('<p><img src="/1.jpg"></p>'), `${SITE}/1.jpg`);
    for (const none of ['', `<img src="${blank}">`, '<img src="javascript:x">', '<img>'])
      assert.equal(image(none), undefined, none);
  });

  it('tells a change from the first day', () => {
    const post = fromHtml(
      '<article><h2><a href="/1">One</a></h2><time class="updated" datetime="2026-03-05"></time>' +
        '<time class="entry-date published" datetime="2026-03-04"></time></article>',
    )![0]!;
    assert.deepEqual([post.published, post.updated], ['2026-03-04', '2026-03-05']);
  });

  it('has the language of the nearest lang', () => {
    const html =
      '<html lang="en"><main><section lang="es"><h2><a href="/1">Uno</a></h2></section><h2><a href="/2">Two</a></h2></main></html>';
    assert.deepEqual(
      fromHtml(html)!.map(({ language }) => language),
      ['es', 'en'],
    );
  });

  it('gives the first 200', () => {
    const links = Array.from({ length: 900 }, (_, i) => `<li><a href="/${i}">${i}</a></li>`);
    assert.equal(fromHtml(links.join(''))!.length, 200);
  });

  it('without links is none', () => {
    for (const html of [
      '',
      'x',
      '<h1>Log in</h1><form><a href="/">x</a></form>',
      '<main></main>',
      '<h2><a href="/x"></a></h2>',
    ])
      assert.equal(fromHtml(html), undefined, html);
  });
});

describe('JSON-LD in a page', () => {
  const script = (value: unknown) =>
    `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
  const article = {
    '@type': ['BlogPosting', 'MedicalWebPage'],
    headline: 'One',
    url: `${SITE}/1/`,
    description: 'About one.',
    image: { '@type': 'ImageObject', url: '/1.jpg', width: 600 },
    datePublished: '2026-03-04',
    dateModified: '2026-03-05',
    articleSection: 'Knees',
    keywords: 'rest, ice',
    inLanguage: 'en',
    author: { '@type': 'Person', name: 'A', url: `${SITE}/a` },
  };
  const said = {
    url: `${SITE}/1/`,
    title: 'One',
    excerpt: 'About one.',
    image: { url: `${SITE}/1.jpg`, alt: '', width: 600 },
    published: '2026-03-04',
    updated: '2026-03-05',
    categories: ['Knees'],
    tags: ['rest', 'ice'],
    language: 'en',
  };

  for (const [where, value] of [
    ['alone', article],
    [
      'in a graph',
      {
        '@context': 'https://schema.org',
        '@graph': [{ '@type': 'WebSite', url: SITE, name: 'x' }, article],
      },
    ],
    ['in a blog', { '@type': 'Blog', blogPost: [article] }],
    [
      'in a list',
      {
        '@type': 'ItemList',
        itemListElement: [{ '@type': 'ListItem', position: 1, item: article }],
      },
    ],
  ] as const) {
    it(`${where} is read where the page shows no links`, () => {
      assert.deepEqual(fromHtml(`<head>${script(value)}</head><p>x`), [said]);
    });
  }

  it('adds to what the page shows, and does not replace it', () => {
    const posts = fromHtml(
      `<head>${script(article)}</head><main><h2><a href="/1">Shown</a></h2><p>Seen.</p></main>`,
    )!;
    assert.deepEqual(posts, [{ ...said, url: `${SITE}/1`, title: 'Shown', excerpt: 'Seen.' }]);
  });

  it('is a list of links too, but not the way to the page', () => {
    const items = [{ '@type': 'ListItem', position: 1, url: '/1', name: 'One' }];
    assert.deepEqual(titles(script({ '@type': 'ItemList', itemListElement: items })), ['One']);
    assert.equal(titles(script({ '@type': 'BreadcrumbList', itemListElement: items })), undefined);
  });

  it('that does not parse, or is hostile, does no harm', () => {
    for (const text of [
      '{',
      '[[[',
      'x',
      '['.repeat(99),
      '{"__proto__":{"@type":"Article","url":"/p","headline":"P"}}',
    ])
      assert.deepEqual(titles(`${script(text)}<a href="/1">One</a>`), ['One']);
    assert.equal(({} as Record<string, unknown>)['headline'], undefined);
  });
});

describe('a front page that names its WordPress', () => {
  const page = (href: string) =>
    `<html><head><link rel='https://api.w.org/' href='${href}' /></head></html>`;
  const of = (href: string, address: string) =>
    wordpressOf(page(href), SITE + address, reading)?.href;

  it('leads to it', () => {
    assert.equal(of(`${SITE}/blog/wp-json/`, '/blog/'), `${SITE}/blog/wp-json/`);
    assert.equal(of('/index.php?rest_route=/', '/'), `${SITE}/index.php?rest_route=/`);
    assert.equal(of('/blog/?rest_route=/', '/blog/'), `${SITE}/blog/?rest_route=/`);
    assert.equal(of('/index.php/wp-json/', '/'), `${SITE}/index.php/wp-json/`);
  });

  it('does not where it is another page of the site, or another site', () => {
    assert.equal(of('/wp-json/', '/category/knees/'), undefined);
    assert.equal(of('https://evil.test/wp-json/', '/'), undefined);
    assert.equal(of('javascript:x', '/'), undefined);
    assert.equal(wordpressOf('<p>x', `${SITE}/`, reading), undefined);
  });
});
