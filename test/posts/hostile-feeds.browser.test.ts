// Every string that enters by a feed, a card or a link: no effect here, and an effect in a naive page beside it.
import '../../src/testing.js';
import '../../src/elements/related-posts/define.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { RelatedPosts } from '../../src/elements/related-posts/related-posts.js';
import { Network, pause, watchConsole } from '../elements/support.js';

interface Hostile {
  id: string;
  sink: string;
  payload: string;
  benign: boolean;
  /** What it did in a naive page, in Chromium. */
  liveInNaiveSink: string[];
  expectText?: string;
}

/* By itself, or by the touch of a visitor: whatever runs calls this. */
declare global {
  interface Window {
    __xss?: () => void;
  }
}

const SITE = 'https://clinic.example';
const FORMATS = ['wordpress', 'json', 'json-feed', 'rss', 'atom', 'html'] as const;
type Format = (typeof FORMATS)[number];

/** One post with the string in its words, and one with it where addresses, dates and codes are. */
interface Said {
  url: string;
  title: string;
  words: string;
  image: string;
  alt: string;
  date: string;
  language: string;
}
const posts = ({ id, sink, payload }: Hostile): Said[] => [
  {
    url: `${SITE}/${id}/`,
    title: payload,
    words: payload,
    image: '',
    alt: payload,
    date: '2026-03-04',
    language: 'en',
  },
  {
    url: payload,
    title: `Title ${id}`,
    words: `Words ${id}`,
    // A feed may name a picture at any host: that is no attack.
    image: sink === 'feed.image' || /script:/i.test(payload) ? payload : '',
    alt: '',
    date: payload,
    language: payload,
  },
];

const xml = (text: string): string =>
  text.replace(/\0/g, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const DOCUMENTS: Record<Format, (said: Said[]) => string> = {
  wordpress: (said) =>
    JSON.stringify(
      said.map(({ url, title, words, image, alt, date }) => ({
        link: url,
        date,
        title: { rendered: title },
        excerpt: { rendered: `<p>${words}</p>`, protected: false },
        _embedded: {
          'wp:featuredmedia': [
            {
              source_url: image,
              alt_text: alt,
              media_details: {
                sizes: {
                  a: { width: 900, source_url: image },
                  b: { width: 300, source_url: image },
                },
              },
            },
          ],
          'wp:term': [[{ taxonomy: 'category', name: words }]],
        },
      })),
    ),
  json: (said) =>
    JSON.stringify(
      said.map(({ words, ...more }) => ({
        ...more,
        excerpt: words,
        categories: [words],
        tags: words,
        image: { url: more.image, alt: more.alt, srcset: `${more.image} 1x, ${more.image} 2x` },
      })),
    ),
  'json-feed': (said) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: said.map(({ url, title, words, image, date, language }) => ({
        ...{ id: url, url, title, content_html: words, tags: [words], image, language },
        date_published: date,
      })),
    }),
  rss: (said) =>
    `<rss version="2.0"><channel>${said
      .map(
        ({ url, title, words, image, date, language }) =>
          `<item xml:lang="${xml(language)}"><title>${xml(title)}</title><link>${xml(url)}</link>
          <description>${xml(words)}</description><category>${xml(words)}</category>
          <pubDate>${xml(date)}</pubDate><media:content medium="image" url="${xml(image)}"/></item>`,
      )
      .join('')}</channel></rss>`,
  atom: (said) =>
    `<feed xmlns="http://www.w3.org/2005/Atom">${said
      .map(
        ({ url, title, words, image, date, language }) =>
          `<entry xml:lang="${xml(language)}"><title type="html">${xml(title)}</title><link href="${xml(url)}"/>
          <content type="html">${xml(words)}</content><category term="${xml(words)}"/>
          <published>${xml(date)}</published><link rel="enclosure" type="image/png" href="${xml(image)}"/></entry>`,
      )
      .join('')}</feed>`,
  // Here the words are parsed with the page: what the strings open goes on to its end.
  html: (said) =>
    `<!doctype html><html><body><main>${said
      .map(
        ({ url, title, words, image, alt, date, language }) =>
          `<article lang="${xml(language)}"><h2><a href="${xml(url)}">${title}</a></h2>
          <img src="${xml(image)}" alt="${xml(alt)}"><time datetime="${xml(date)}"></time>
          <a rel="category" href="/c">${words}</a><p>${words}</p></article>`,
      )
      .join('')}</main></body></html>`,
};
const ADDRESS: Record<Format, string> = {
  wordpress: '/wp-json/wp/v2/posts',
  json: '/posts.json',
  'json-feed': '/feed.json',
  rss: '/feed/',
  atom: '/feed/atom/',
  html: '/blog/',
};

describe('hostile strings from a feed', () => {
  let all: Hostile[];
  let hostile: Hostile[];
  let network: Network;
  let fired: string[];
  let spy: ReturnType<typeof watchConsole>;
  const note = (event: ErrorEvent | PromiseRejectionEvent) =>
    fired.push(`uncaught: ${'message' in event ? event.message : String(event.reason)}`);

  before(async () => {
    const answer = await fetch('/test/fixtures/xss-strings.json');
    ({ payloads: all } = (await answer.json()) as { payloads: Hostile[] });
    hostile = all.filter(({ sink }) => /^(?:feed|attr\.heading|host)\b/.test(sink));
    expect(hostile.length).to.equal(58);
  });
  beforeEach(() => {
    fired = [];
    window.__xss = () => void fired.push('exec');
    window.addEventListener('error', note);
    window.addEventListener('unhandledrejection', note);
    network = new Network(() => new Response('[]'));
    spy = watchConsole();
  });
  afterEach(() => {
    spy.restore();
    network.restore();
    window.removeEventListener('error', note);
    window.removeEventListener('unhandledrejection', note);
    delete window.__xss;
  });

  /** Touches all that a visitor could touch, as far as it goes without leaving the page. */
  function touch(root: ParentNode): void {
    for (const node of root.querySelectorAll('*')) {
      for (const type of ['mouseover', 'focus', 'mousedown'])
        node.dispatchEvent(new Event(type, { bubbles: type !== 'focus' }));
      if ('renderRoot' in node) touch(node.renderRoot as ShadowRoot);
    }
  }

  const PARTS = /^(?:a|article-card|div|h[2-6]|img|li|p|slot|style|time|ul)$/;

  /** Nothing but what a card is made of, and no address but harmless ones. */
  function assertHarmless(root: ParentNode): void {
    for (const node of root.querySelectorAll('*')) {
      expect(node.localName).to.match(PARTS);
      for (const { name, value } of node.attributes) {
        expect(name).not.to.match(/^on|^srcdoc$|^style$/);
        if (name === 'href') expect(new URL(value, SITE).protocol).to.match(/^https?:$/);
        if (/^(?:src|image)$/.test(name)) expect(value).to.match(/^(?:https?:\/\/|data:image\/)/);
        if (/^(?:src|image)$/.test(name)) expect(new URL(value).host).not.to.equal('evil.test');
      }
      if ('renderRoot' in node) assertHarmless(node.renderRoot as ShadowRoot);
    }
  }

  let asked = 0;
  async function listOf(address: string): Promise<RelatedPosts> {
    // Answers are kept: each time another address.
    const url = new URL(address, location.href);
    url.searchParams.set('test', String(++asked));
    const src = url.href;
    const list = await fixture<RelatedPosts>(
      html`<related-posts src=${src} eager limit="24"></related-posts>`,
    );
    await waitUntil(() => list.progress !== 'waiting', 'posts are there', { timeout: 10_000 });
    await list.updateComplete;
    return list;
  }
  const cardsIn = (list: RelatedPosts) => [...list.renderRoot.querySelectorAll('article-card')];
  const shown = (card: Element | undefined): string =>
    card!.querySelector('[data-clinic-made="heading"]')!.textContent;

  for (const format of FORMATS) {
    it(`in ${format} have no effect`, async () => {
      let count = 0;
      const size = format === 'html' ? 1 : 12;
      for (let start = 0; start < hostile.length; start += size) {
        const group = hostile.slice(start, start + size);
        network.answer = () => new Response(DOCUMENTS[format](group.flatMap(posts)));
        const list = await listOf(ADDRESS[format]);
        const cards = cardsIn(list);
        await Promise.all(cards.map((card) => card.updateComplete));
        count += cards.length;
        assertHarmless(list.renderRoot);
        touch(list.renderRoot);
        for (const { id, expectText } of group) {
          const card = cards.find(({ href }) => href === `${SITE}/${id}/`);
          if (expectText !== undefined) expect(shown(card), id).to.equal(expectText);
        }
      }
      await pause(300);
      expect(fired).to.deep.equal([]);
      expect(Object.keys(Object.prototype)).to.deep.equal([]);
      expect(network.calls.map(({ url }) => url.host).filter((host) => host !== location.host)).to
        .be.empty;
      // All that have words left, or an address: the strings came through.
      expect(count).to.be.above(hostile.length);
    });
  }

  it('as a whole document have no effect', async () => {
    for (const { payload } of all) {
      network.answer = () => new Response(payload);
      for (const src of [ADDRESS.wordpress, ADDRESS.json]) {
        const list = await listOf(src);
        assertHarmless(list.renderRoot);
        touch(list.renderRoot);
        list.remove();
      }
    }
    await pause(300);
    expect(fired).to.deep.equal([]);
    expect(Object.keys(Object.prototype)).to.deep.equal([]);
  });

  it('in an article-card’s attributes have no effect', async () => {
    for (const { payload } of hostile) {
      const words = document.createElement('article-card');
      const addresses = document.createElement('article-card');
      for (const name of ['heading', 'excerpt', 'image-alt', 'category', 'reviewer'])
        words.setAttribute(name, payload);
      words.setAttribute('href', '/a/');
      words.setAttribute('reviewed', '2026-03-04');
      for (const name of ['href', 'image', 'published', 'reviewed', 'layout'])
        addresses.setAttribute(name, payload);
      addresses.setAttribute('heading', 'Title');
      const place = await fixture<HTMLElement>(html`<div></div>`);
      place.append(words, addresses);
      await (words.constructor as unknown as { prepare(): Promise<void> }).prepare();
      await Promise.all([words.updateComplete, addresses.updateComplete]);
      // The attributes are the author's own: what they make is looked at.
      for (const card of [words, addresses]) {
        for (const link of card.querySelectorAll('a'))
          expect(link.protocol).to.match(/^(?:https?|mailto|tel|sms):$/);
        for (const picture of card.querySelectorAll('img'))
          expect(picture.src).to.match(/^(?:https?:\/\/|data:image\/)/);
        expect(card.querySelector('script, iframe, object, base, link, form')).to.be.null;
        touch(card);
      }
      place.remove();
    }
    await pause(300);
    expect(fired).to.deep.equal([]);
  });

  describe('in a naive page', () => {
    /** What a string does to a page that takes it for HTML, or an address for an address. */
    async function effects({ sink, payload }: Hostile): Promise<string[]> {
      const found = new Set<string>();
      const frame = document.createElement('iframe');
      // Firefox puts another document in the place of an empty frame's first one.
      frame.srcdoc = '<!doctype html><p></p>';
      document.body.append(frame);
      await new Promise((resolve) => (frame.onload = resolve));
      const page = frame.contentWindow as Window & typeof globalThis;
      const { document: naive } = page;
      page.__xss = () => found.add('exec');
      page.addEventListener('error', () => found.add('uncaught'));
      try {
        const place = naive.createElement('div');
        naive.body.append(place);
        // As jQuery's html() does: scripts are made anew, because innerHTML leaves them dead.
        const show = (markup: string) => {
          place.innerHTML = markup;
          for (const { content } of place.querySelectorAll('template')) place.append(content);
          for (const dead of place.querySelectorAll('script')) {
            const live = naive.createElement('script');
            live.textContent = dead.textContent;
            dead.replaceWith(live);
          }
        };
        const look = () => {
          for (const node of place.querySelectorAll('*')) {
            const { localName, attributes } = node;
            if (!/^(?:a|b|div|em|i|img|p|template|svg|math)$/.test(localName))
              found.add(`dom:${localName}`);
            for (const { name, value } of attributes) {
              if (name.startsWith('on')) found.add('dom:on');
              if (name === 'href' && /^(?!https?:)/.test((node as HTMLAnchorElement).protocol))
                found.add('dom:href');
              if (/^(?:href|src)$/.test(name) && /evil\.test/.test(new URL(value, SITE).host))
                found.add('net');
              if (name === 'src' && /^(?!https?:)/.test(new URL(value, SITE).protocol))
                found.add('dom:src');
            }
          }
        };
        const press = () => {
          for (const node of place.querySelectorAll<HTMLElement>('*')) {
            for (const type of ['mouseover', 'focus']) node.dispatchEvent(new page.Event(type));
            if (/^javascript:/.test((node as HTMLAnchorElement).protocol)) node.click();
          }
        };
        const shows: (() => void)[] =
          sink === 'feed.link'
            ? [() => show(`<a href="${payload}">x</a>`)]
            : sink === 'feed.image'
              ? [() => show(`<img src="${payload}">`)]
              : sink === 'feed.imageFocal'
                ? [() => show(`<p style="object-position:${payload})"></p>`)]
                : [
                    () => show(payload),
                    () => show(`<p title="${payload}"></p>`),
                    // Entities are decoded, and the result is taken for HTML.
                    () => show(decoded(payload)),
                    () => show(decoded(decoded(payload))),
                  ];
        if (sink === 'feed.json')
          shows.push(() => {
            const body = JSON.parse(payload) as { title: { rendered: string }; link: string }[];
            for (const entry of body) {
              merge({}, entry, page);
              show(`<a href="${entry.link}">${String(entry.title.rendered)}</a>`);
            }
          });
        for (const run of shows) {
          try {
            run();
          } catch {
            found.add('uncaught');
          }
          look();
          press();
          // Pictures fail, frames load.
          await pause(250);
        }
        if (/evil\.test/.test(place.innerHTML) && sink === 'feed.imageFocal') found.add('net');
        if ('polluted' in page.Object.prototype) found.add('proto');
      } finally {
        frame.remove();
      }
      return [...found];
    }

    function decoded(text: string): string {
      const area = document.createElement('textarea');
      area.innerHTML = text;
      return area.value;
    }

    /** As a deep merge of options does, and as it should not. */
    function merge(
      target: Record<string, unknown>,
      source: object,
      page: Window & typeof globalThis,
    ): void {
      for (const [name, value] of Object.entries(source)) {
        if (value && typeof value === 'object') {
          const at = name === 'constructor' ? page.Object : ((target[name] ??= {}) as object);
          merge(at as Record<string, unknown>, value as object, page);
        } else if (target) target[name] = value;
      }
    }

    it('at least four fifths of them have an effect, and of those that run script, run', async () => {
      const attacks = hostile.filter(({ benign, sink }) => !benign && sink !== 'host.markup');
      const seen = new Map<string, string[]>();
      await Promise.all(attacks.map(async (each) => seen.set(each.id, await effects(each))));
      const without = attacks.filter(({ id }) => !seen.get(id)!.length).map(({ id }) => id);
      const running = attacks.filter(({ liveInNaiveSink }) => liveInNaiveSink.includes('exec'));
      const dead = running.filter(({ id }) => !seen.get(id)!.includes('exec')).map(({ id }) => id);
      spy.restore();
      console.log(
        `naive page: ${attacks.length - without.length} of ${attacks.length} have an effect (not ${without.join(' ')}); ` +
          `${running.length - dead.length} of ${running.length} run script (not ${dead.join(' ')})`,
      );
      expect(running.length).to.be.above(20);
      expect(without.length / attacks.length).to.be.at.most(0.2);
      expect(dead.length / running.length).to.be.at.most(0.2);
    });
  });
});
