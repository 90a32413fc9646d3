import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Post } from '../../src/posts/post.js';
import { postsFromFeed } from '../../src/posts/sources/markup.js';
import { fixture, fromFeed, reading, SITE } from './reading.js';

const real = (name: string): Post[] => {
  const posts = fromFeed(fixture(`feeds/wordpress-${name}.xml`));
  assert.ok(posts, `${name} is a feed`);
  return posts;
};

/** The first post of an RSS 2.0 feed with this in its one item. */
const item = (parts: string, around = ''): Post | undefined =>
  fromFeed(
    `<?xml version="1.0"?><rss version="2.0" ${around}><channel><title>Feed</title><link>${SITE}</link>` +
      `<item>${parts}</item></channel></rss>`,
  )?.[0];
const NAMED = '<title>A</title><link>/a/</link>';

/** The first entry of an Atom feed. */
const entry = (parts: string, feed = ''): Post | undefined =>
  fromFeed(
    `<feed xmlns="http://www.w3.org/2005/Atom" ${feed}><title>Feed</title><entry>${parts}</entry></feed>`,
  )?.[0];
const ENTRY = '<title>A</title><link href="/a/"/>';

describe('a real WordPress’s feeds', () => {
  it('say their ten newest posts, the same in RSS, Atom and RDF', () => {
    const [rss, atom, rdf] = ['rss', 'atom', 'rdf'].map(real);
    assert.equal(rss!.length, 10);
    const of = (posts: Post[]) =>
      posts.map(({ title, url, excerpt, categories, published }) => ({
        ...{ title, url, excerpt, categories, day: published!.slice(0, 19) },
      }));
    assert.deepEqual(of(atom!), of(rss!));
    assert.deepEqual(of(rdf!), of(rss!));
  });

  it('are read with all that they say', () => {
    assert.deepEqual(real('rss')[0], {
      id: 'http://127.0.0.1:8089/treatments/acupuncture-for-low-back-pain/',
      url: 'http://127.0.0.1:8089/treatments/acupuncture-for-low-back-pain/',
      title: 'Acupuncture for low-back pain: what it’s like, and what it can’t do',
      excerpt:
        "Most people feel a dull ache rather than a sting. Here's how a first session goes, who tends to benefit & who doesn't.",
      published: '2025-12-03T14:15:00+00:00',
      categories: [
        'Acupuncture & dry needling',
        'Treatments',
        'acupuncture',
        'chronic pain',
        'first visit',
      ],
      language: 'en-US',
    });
    assert.equal(real('atom')[0]!.updated, '2025-12-03T14:15:00Z');
  });

  it('show no entity and no tag', () => {
    for (const name of ['rss', 'atom', 'rdf', 'category', 'search'])
      for (const { title, excerpt } of real(name))
        assert.doesNotMatch(`${title} ${excerpt}`, /&#?\w+;|<\/?\w/, title);
  });

  it('of a category and of a search are feeds too; of a category that is not there, empty', () => {
    assert.equal(real('category').length, 1);
    assert.equal(real('search').length, 2);
    assert.deepEqual(fromFeed(fixture('wordpress-rest/feed-404.xml')), []);
  });
});

describe('a title', () => {
  for (const [what, xml, title] of [
    ['plain', 'Knees', 'Knees'],
    ['with entities of XML', 'Fish &amp; Chips &lt;3', 'Fish & Chips <3'],
    ['with numbers', 'it&#8217;s &#x2014; so', 'it’s — so'],
    ['as HTML in CDATA', '<![CDATA[it&#8217;s &amp; <em>more</em>]]>', 'it’s & more'],
    ['as escaped HTML', 'Don&amp;#8217;t &lt;em&gt;wait&lt;/em&gt;', 'Don’t wait'],
    ['with names that only HTML knows', 'Caf&eacute;&nbsp;au lait', 'Café au lait'],
    ['escaped twice in its HTML', '<![CDATA[&amp;lt;b&amp;gt;]]>', '&lt;b&gt;'],
    ['in two sections', '<![CDATA[a ]]> &amp; <![CDATA[b]]>', 'a & b'],
    ['with bare tags', 'A <b>bold</b> word', 'A bold word'],
    ['on two lines', '\n  A\n  b\t', 'A b'],
    ['with characters that nobody sees', 'pay\u200Bpal \u202Egnp.exe\u2069', 'paypal gnp.exe'],
    ['as script', '<![CDATA[<script>alert(1)</script>Hello]]>', 'Hello'],
  ] as const) {
    it(`${what} is read once and shown as words`, () => {
      assert.equal(item(`<title>${xml}</title><link>/a/</link>`)!.title, title);
      assert.equal(entry(`<title type="html">${xml}</title><link href="/a/"/>`)!.title, title);
    });
  }

  it('in XHTML is read', () => {
    const title =
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>bold</em> &lt;b&gt;</div></title>';
    assert.equal(entry(`${title}<link href="/a/"/>`)!.title, 'A bold <b>');
  });

  it('that is missing or empty leaves the entry out', () => {
    for (const title of ['', '<title/>', '<title> </title>', '<title><![CDATA[<img>]]></title>'])
      assert.equal(item(`${title}<link>/a/</link>`), undefined, title);
  });

  it('of a picture or a podcast is none of the article', () => {
    const media = '<media:title>Wrong</media:title><title>Right</title><link>/a/</link>';
    assert.equal(item(media)!.title, 'Right');
    const podcast = '<itunes:title>Ep. 5</itunes:title><itunes:summary>Wrong</itunes:summary>';
    const { title, excerpt } = item(
      `${podcast}<title>Right</title><link>/a/</link><description>Too</description>`,
    )!;
    assert.deepEqual([title, excerpt], ['Right', 'Too']);
  });
});

describe('a link', () => {
  for (const [what, parts, url] of [
    ['absolute', '<link>https://b.example/x</link>', 'https://b.example/x'],
    ['relative, from the feed’s address', '<link>x/</link>', `${SITE}/feed/x/`],
    ['with white space', '<link>\n /x/ </link>', `${SITE}/x/`],
    ['in CDATA', '<link><![CDATA[/x/?a=1&b=2]]></link>', `${SITE}/x/?a=1&b=2`],
    ['with &amp;', '<link>/x/?a=1&amp;b=2</link>', `${SITE}/x/?a=1&b=2`],
    ['beside an Atom link', '<atom:link href="/y/" rel="self"/><link>/x/</link>', `${SITE}/x/`],
    ['only as permanent guid', '<guid>https://b.example/x</guid>', 'https://b.example/x'],
    ['only as Atom link', '<atom:link href="/x/"/>', `${SITE}/x/`],
  ] as const) {
    it(`${what} is followed`, () => {
      assert.equal(item(`<title>A</title>${parts}`)!.url, url);
    });
  }

  it('is no guid that says it is none, and nothing that runs', () => {
    for (const parts of [
      '<guid isPermaLink="false">https://b.example/x</guid>',
      '<link>javascript:alert(1)</link>',
      '<link>java\nscript:alert(1)</link>',
      '<link>data:text/html,x</link>',
      '<link>https://user@b.example/</link>',
      '<guid>post-12</guid>',
      '<link/>',
      '',
    ])
      assert.equal(item(`<title>A</title>${parts}`), undefined, parts);
  });

  it('of Atom is the alternate one', () => {
    const links = '<link rel="self" href="/s"/><link rel="replies" href="/r"/>';
    assert.equal(
      entry(`<title>A</title>${links}<link rel="alternate" href="/a"/>`)!.url,
      `${SITE}/a`,
    );
    assert.equal(entry(`<title>A</title>${links}`), undefined);
    const json = '<link rel="alternate" type="application/json" href="/a.json"/>';
    const page = '<link rel="alternate" type="text/html" href="/a"/>';
    assert.equal(entry(`<title>A</title>${json}${page}`)!.url, `${SITE}/a`);
    assert.equal(entry(`<title>A</title>${json}`)!.url, `${SITE}/a.json`);
  });

  it('of Atom starts from xml:base, of the entry and of the feed', () => {
    const parts = '<title>A</title><link href="x"/>';
    assert.equal(entry(parts, 'xml:base="https://b.example/c/"')!.url, 'https://b.example/c/x');
    const inner = fromFeed(
      `<feed xml:base="https://b.example/c/"><entry xml:base="d/">${parts}</entry></feed>`,
    )![0]!;
    assert.equal(inner.url, 'https://b.example/c/d/x');
    assert.equal(entry(parts, 'xml:base="javascript:alert(1)//"')!.url, `${SITE}/feed/x`);
  });
});

describe('a picture', () => {
  const url = (parts: string) => item(NAMED + parts)!.image?.url;

  it('is what the feed names', () => {
    assert.equal(url('<media:content url="/m.jpg" medium="image"/>'), `${SITE}/m.jpg`);
    assert.equal(url('<media:content url="/m.jpg" type="image/jpeg"/>'), `${SITE}/m.jpg`);
    assert.equal(url('<media:thumbnail url="/t.jpg"/>'), `${SITE}/t.jpg`);
    assert.equal(url('<enclosure url="/e.png" type="image/png" length="1"/>'), `${SITE}/e.png`);
    assert.equal(
      url('<media:group><media:content url="/g.jpg" type="image/webp"/></media:group>'),
      `${SITE}/g.jpg`,
    );
  });

  it('is the large one before the small one, and before one in the text', () => {
    const text = '<description>&lt;img src="/d.jpg"&gt;</description>';
    const small = '<media:thumbnail url="/t.jpg"/>';
    const large = '<media:content url="/m.jpg" medium="image" width="900" height="600"/>';
    assert.deepEqual(item(NAMED + text + small + large)!.image, {
      url: `${SITE}/m.jpg`,
      alt: '',
      width: 900,
      height: 600,
    });
    assert.equal(url(text + small), `${SITE}/t.jpg`);
    assert.equal(url(text), `${SITE}/d.jpg`);
  });

  it('is the first one of the text, with its own words', () => {
    const html =
      '<p>Hi</p><img src="/pixel.gif" width="1" height="1"><img src="/k.jpg" alt="A knee" width="60" height="40"><img src="/2.jpg">';
    for (const name of ['description', 'content:encoded'])
      assert.deepEqual(item(`${NAMED}<${name}><![CDATA[${html}]]></${name}>`)!.image, {
        ...{ url: `${SITE}/k.jpg`, alt: 'A knee', width: 60, height: 40 },
      });
    const { image } = entry(
      `${ENTRY}<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><img src="x.jpg" alt="X"/></div></content>`,
      'xml:base="https://b.example/"',
    )!;
    assert.deepEqual(image, { url: 'https://b.example/x.jpg', alt: 'X' });
  });

  it('in a text is the site’s own: another may be there to count readers', () => {
    const text = (src: string) =>
      item(`${NAMED}<description>&lt;img src="${src}"&gt;&lt;img src="/own.jpg"&gt;</description>`)!
        .image!.url;
    const own = `${SITE}/own.jpg`;
    assert.equal(text('https://evil.test/pixel.gif?u=1'), own);
    assert.equal(text('https://evilclinic.example/a.jpg'), own);
    assert.equal(text('https://cdn.clinic.example/a.jpg'), 'https://cdn.clinic.example/a.jpg');
    // Of a feed that another host serves, the site is where its links lead.
    const served = fromFeed(
      `<rss><item><title>A</title><link>https://www.b.example/a</link><description>&lt;img src="https://img.b.example/1.jpg"&gt;</description></item></rss>`,
    )![0]!;
    assert.equal(served.image!.url, 'https://img.b.example/1.jpg');
    assert.equal(
      item(`${NAMED}<media:content url="https://cdn.test/m.jpg" medium="image"/>`)!.image!.url,
      'https://cdn.test/m.jpg',
    );
  });

  it('is no sound, no film, and nothing that is not on the web', () => {
    for (const parts of [
      '<enclosure url="/a.mp3" type="audio/mpeg"/>',
      '<media:content url="/a.mp4" type="video/mp4"/>',
      '<media:content url="javascript:alert(1)" medium="image"/>',
      '<description>&lt;img src="data:image/png;base64,x"&gt;</description>',
      '<description>&lt;img src="javascript:alert(1)"&gt;</description>',
      '<description>&lt;img&gt;</description>',
      '<media:content url="/a.html"/>',
    ])
      assert.equal(url(parts), undefined, parts);
  });

  it('is told by its name where the feed says no type', () => {
    assert.equal(url('<media:content url="/m.JPG?w=900" width="900"/>'), `${SITE}/m.JPG?w=900`);
    assert.equal(url('<enclosure url="/e.webp" length="1"/>'), `${SITE}/e.webp`);
  });

  it('is not the author’s portrait, which WordPress.com names first', () => {
    const portrait =
      '<media:content url="https://1.gravatar.com/avatar/0?s=96" medium="image"><media:title>Ana</media:title></media:content>';
    assert.equal(url(`${portrait}<media:content url="/m.jpg" medium="image"/>`), `${SITE}/m.jpg`);
    assert.equal(url(portrait), undefined);
  });
});

describe('the rest of an entry', () => {
  it('is its summary, or else its content, as words', () => {
    const content = '<content:encoded><![CDATA[<p>One.</p><p>Two.</p>]]></content:encoded>';
    assert.equal(item(NAMED + content)!.excerpt, 'One. Two.');
    assert.equal(
      item(`${NAMED}${content}<description>Short &amp;amp; sweet</description>`)!.excerpt,
      'Short & sweet',
    );
    assert.equal(item(`${NAMED}<description/>${content}`)!.excerpt, 'One. Two.');
    assert.equal(entry(`${ENTRY}<summary>S</summary><content>C</content>`)!.excerpt, 'S');
    for (const empty of [' ', '&lt;img src="/a.jpg"&gt;', '&lt;p&gt;&amp;nbsp;&lt;/p&gt;'])
      assert.equal(
        item(`${NAMED}<description>${empty}</description>${content}`)!.excerpt,
        'One. Two.',
      );
  });

  it('has no "The post … appeared first on …", which a plugin puts below every excerpt', () => {
    const footer = `<p>The post <a href="/a/">A</a> appeared first on <a href="${SITE}">Clinic</a>.</p>`;
    const { excerpt } = item(
      `${NAMED}<description><![CDATA[<p>Walk a little. [&#8230;]</p>\n${footer}]]></description>`,
    )!;
    assert.equal(excerpt, 'Walk a little. […]');
  });

  it('is its dates, as they are written', () => {
    assert.equal(
      item(`${NAMED}<pubDate>Wed, 04 Mar 2026 23:30:00 -0800</pubDate>`)!.published,
      '2026-03-04T23:30:00-08:00',
    );
    assert.equal(item(`${NAMED}<dc:date>2026-03-04</dc:date>`)!.published, '2026-03-04');
    assert.equal(item(`${NAMED}<pubDate>soon</pubDate>`)!.published, undefined);
    const { published, updated } = entry(`${ENTRY}<updated>2026-03-05T00:00:00Z</updated>`)!;
    assert.deepEqual([published, updated], [undefined, '2026-03-05T00:00:00Z']);
  });

  it('is its subjects, each once', () => {
    const categories =
      '<category>Knee &amp;amp; hip</category><category><![CDATA[Knee & hip]]></category><category/><category domain="x">Rest</category>';
    assert.deepEqual(item(NAMED + categories)!.categories, ['Knee & hip', 'Rest']);
    assert.deepEqual(
      entry(`${ENTRY}<category term="knee" label="Knees"/><category term="hip"/>`)!.categories,
      ['Knees', 'hip'],
    );
  });

  it('is its language, or the feed’s', () => {
    assert.equal(entry(ENTRY, 'xml:lang="es"')!.language, 'es');
    assert.equal(
      fromFeed(`<feed xml:lang="en"><entry xml:lang="es-MX">${ENTRY}</entry></feed>`)![0]!.language,
      'es-MX',
    );
  });
});

describe('a feed that is not as it should be', () => {
  it('under prefixes of its own is read', () => {
    const posts = fromFeed(
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>A</a:title><a:link href="/a/"/></a:entry></a:feed>`,
    );
    assert.deepEqual(
      posts!.map(({ url }) => url),
      [`${SITE}/a/`],
    );
  });

  it('has other prefixes for what it takes from elsewhere', () => {
    const { excerpt, image } = item(
      `${NAMED}<m:content url="/m.jpg" medium="image"/><c:encoded>Words</c:encoded>`,
      'xmlns:m="http://search.yahoo.com/mrss/" xmlns:c="http://purl.org/rss/1.0/modules/content/"',
    )!;
    assert.deepEqual([excerpt, image?.url], ['Words', `${SITE}/m.jpg`]);
    const rdf = `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><item>${NAMED}</item></r:RDF>`;
    assert.equal(fromFeed(rdf)!.length, 1);
  });

  it('cut short keeps what has come', () => {
    const whole = fixture('feeds/wordpress-rss.xml');
    assert.equal(fromFeed(whole.slice(0, whole.length / 2))!.length, 4);
  });

  it('after a warning of PHP, a byte order mark or white space is read', () => {
    for (const before of ['<br />\n<b>Warning</b>: x in <b>y</b>\n', '\uFEFF', '\n\n '])
      assert.equal(fromFeed(before + fixture('feeds/wordpress-rss.xml'))!.length, 10);
  });

  it('of 1,000 entries gives the first 200', () => {
    const items = Array.from(
      { length: 1000 },
      (_, i) => `<item><title>${i}</title><link>/${i}</link></item>`,
    );
    const posts = fromFeed(`<rss><channel>${items.join('')}</channel></rss>`)!;
    assert.deepEqual([posts.length, posts[199]!.title], [200, '199']);
  });

  it('defines no entity and loads nothing', () => {
    const lol = Array.from(
      { length: 9 },
      (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
    );
    const { title, excerpt } = fromFeed(
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${lol.join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]>` +
        '<rss><channel><item><title>T &l9; &x;</title><link>/a/</link><description>&l9;&x;</description></item></channel></rss>',
    )![0]!;
    assert.deepEqual([title, excerpt], ['T &l9; &x;', '&l9;&x;']);
  });

  it('is none where it is something else', () => {
    for (const text of [
      '',
      'x',
      '{}',
      '<html><body><p>Log in</p></body></html>',
      '<urlset/>',
      '<opml/>',
      '<rss><channel><item><description>Entries without titles</description></item></channel></rss>',
    ])
      assert.equal(postsFromFeed(text, SITE, reading), undefined, text);
  });
});
