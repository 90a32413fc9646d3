// What a visitor and an author meet in a list of related posts.
import '../../src/testing.js';
import '../../src/elements/related-posts/define.js';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { PostsErrorEvent, PostsLoadEvent } from '../../src/elements/related-posts/events.js';
import type { RelatedPosts } from '../../src/elements/related-posts/related-posts.js';
import { Network, never, pause, stringsIn, watchConsole, words, type Answer } from './support.js';

interface Entry {
  id: number;
  link: string;
  date: string;
  title: { rendered: string };
  excerpt: { rendered: string; protected: boolean };
  content?: { protected: boolean };
  _embedded?: unknown;
}

const SITE = 'https://clinic.example';
const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="60" height="40"/%3E';

/** A post as WordPress's REST API says it. */
const entry = (id: number, more: Partial<Entry> = {}): Entry => ({
  id,
  link: `${SITE}/post-${id}/`,
  date: '2026-03-04T09:30:00',
  title: { rendered: `Post ${id}` },
  excerpt: { rendered: `<p>About ${id}.</p>\n`, protected: false },
  ...more,
});
const answering =
  (entries: unknown): Answer =>
  () =>
    Response.json(entries);
const many = (count: number) => Array.from({ length: count }, (_, index) => entry(index + 1));

const cards = (element: RelatedPosts) => [...element.renderRoot.querySelectorAll('article-card')];
const titles = (element: RelatedPosts): string[] => cards(element).map(({ heading }) => heading!);
const heading = (element: RelatedPosts): HTMLElement | null =>
  element.renderRoot.querySelector<HTMLElement>('[part="heading"]');
/** What assistive technology is told the element is. */
const role = (element: RelatedPosts): [role: string | null, name: string | null] => {
  const { internals } = element as unknown as { internals: ElementInternals };
  return [internals.role, internals.ariaLabel];
};

/** An address that no test has asked before: answers are kept. */
const fresh = (): string => `/wp-json/wp/v2/posts?test=${++asked}`;
let asked = 0;

const make = (attributes: Record<string, string> = {}, children = ''): Promise<RelatedPosts> =>
  place({ src: fresh(), eager: '', ...attributes }, children);

async function place(attributes: Record<string, string>, children = ''): Promise<RelatedPosts> {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement('related-posts');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.innerHTML = children;
  holder.append(element);
  await element.updateComplete;
  return element;
}

/** Waits until it has come to an end with its posts, well or badly. */
async function settled(element: RelatedPosts): Promise<void> {
  await waitUntil(() => element.progress !== 'waiting', 'still waiting', { timeout: 5000 });
  await element.updateComplete;
}

describe('<related-posts>', () => {
  let network: Network;
  let spy: ReturnType<typeof watchConsole>;

  beforeEach(() => {
    network = new Network(answering(many(10)));
    spy = watchConsole();
  });
  afterEach(() => {
    network.restore();
    spy.restore();
    document.querySelector('link[rel="canonical"]')?.remove();
  });

  describe('from a WordPress', () => {
    it('a visitor sees the newest posts as cards in a labelled list', async () => {
      network.answer = answering([
        entry(1, {
          title: { rendered: 'What it&#8217;s like &amp; what it <em>can&#8217;t</em> do' },
          excerpt: {
            rendered: '<p>A dull ache &#8212; not a sting [&hellip;]</p>',
            protected: false,
          },
          _embedded: {
            'wp:featuredmedia': [{ source_url: PICTURE, alt_text: 'Needles', media_details: {} }],
            'wp:term': [[{ taxonomy: 'category', name: 'Pain &amp; care' }]],
          },
        }),
        entry(2),
      ]);
      const element = await make();
      await settled(element);
      const list = element.renderRoot.querySelector('ul')!;
      expect(list.getAttribute('role')).to.equal('list');
      expect(list.querySelectorAll(':scope > li > article-card')).to.have.length(2);
      const [first] = cards(element);
      expect({
        heading: first!.heading,
        excerpt: first!.excerpt,
        href: first!.href,
        image: first!.image,
        imageAlt: first!.imageAlt,
        published: first!.published,
        category: first!.category,
      }).to.deep.equal({
        heading: 'What it’s like & what it can’t do',
        excerpt: 'A dull ache — not a sting…',
        href: `${SITE}/post-1/`,
        image: PICTURE,
        imageAlt: 'Needles',
        published: '2026-03-04T09:30:00',
        category: 'Pain & care',
      });
      await waitUntil(() => first!.querySelector('h3'));
      expect(words(first!.querySelector('h3 a'))).to.equal('What it’s like & what it can’t do');
      expect(words(heading(element))).to.equal('Related reading');
      expect(role(element)).to.deep.equal(['region', 'Related reading']);
      expect(spy.lines).to.be.empty;
    });

    it('asks for what a card shows, once, without cookies', async () => {
      const seen: RequestInit[] = [];
      const { fetch } = globalThis;
      globalThis.fetch = (input, init) => {
        seen.push(init ?? {});
        return fetch(input, init);
      };
      const element = await make({ limit: '4', exclude: '7 https://clinic.example/x/' });
      await settled(element);
      globalThis.fetch = fetch;
      expect(network.calls.length).to.equal(1);
      const { url, method } = network.calls[0]!;
      expect(method).to.equal('GET');
      expect(url.origin + url.pathname).to.equal(`${location.origin}/wp-json/wp/v2/posts`);
      expect(url.searchParams.get('per_page'), 'enough to choose from').to.equal('24');
      expect(url.searchParams.get('_embed')).to.equal('wp:featuredmedia,wp:term');
      expect(url.searchParams.get('_fields')).to.contain('title').and.to.not.contain('content');
      expect(seen[0]!.credentials).to.equal('omit');
    });

    it('shows as many as the author wants, three by default', async () => {
      for (const [limit, count] of [
        ['', 3],
        ['1', 1],
        ['5', 5],
        ['0', 3],
        ['-2', 3],
        ['many', 3],
        ['2.5', 3],
        ['100', 3],
      ] as const) {
        const element = await make(limit ? { limit } : {});
        await settled(element);
        expect(cards(element).length, limit).to.equal(count);
      }
    });

    it('leaves out the page itself, by its address with any tracking', async () => {
      const page = new URL(location.href);
      page.searchParams.set('utm_source', 'letter');
      page.hash = 'top';
      network.answer = answering([entry(1, { link: page.href }), entry(2)]);
      const element = await make();
      await settled(element);
      expect(titles(element)).to.deep.equal(['Post 2']);
    });

    it('leaves out the page itself, by its canonical address', async () => {
      const canonical = document.createElement('link');
      canonical.rel = 'canonical';
      canonical.href = `${SITE}/post-2`;
      document.head.append(canonical);
      network.answer = answering([
        entry(1),
        entry(2, { link: `${SITE}/post-2/?utm_campaign=x&fbclid=y#more` }),
        entry(3),
      ]);
      const element = await make();
      await settled(element);
      expect(titles(element)).to.deep.equal(['Post 1', 'Post 3']);
    });

    it('leaves out the page itself, by the address that it is shared under', async () => {
      const shared = document.createElement('meta');
      shared.setAttribute('property', 'og:url');
      shared.content = `${SITE.replace('//', '//www.')}/post-1/`;
      document.head.append(shared);
      try {
        const element = await make();
        await settled(element);
        expect(titles(element)).to.deep.equal(['Post 2', 'Post 3', 'Post 4']);
      } finally {
        shared.remove();
      }
    });

    it('shows more, or leaves out others, when the author changes that, and asks no more', async () => {
      const element = await make();
      await settled(element);
      element.limit = 4;
      element.exclude = '1';
      await element.updateComplete;
      await pause(0);
      await settled(element);
      expect(titles(element)).to.deep.equal(['Post 2', 'Post 3', 'Post 4', 'Post 5']);
      expect(network.calls).to.have.length(1);
    });

    it('leaves out what the author names, by id or by address', async () => {
      network.answer = answering(many(5));
      const element = await make({ exclude: `2, ${SITE}/post-4/?utm_medium=mail  99`, limit: '5' });
      await settled(element);
      expect(titles(element)).to.deep.equal(['Post 1', 'Post 3', 'Post 5']);
    });

    it('shows one article once, whatever its addresses', async () => {
      network.answer = answering([
        entry(1),
        entry(2, { link: `${SITE}/post-1` }),
        entry(3, { link: `${SITE}/post-1/?gclid=abc` }),
        entry(4, { link: `${SITE}/post-1/index.html` }),
        entry(5),
      ]);
      const element = await make();
      await settled(element);
      expect(titles(element)).to.deep.equal(['Post 1', 'Post 5']);
    });

    it('never shows a protected post, one without a title, or one that would run code', async () => {
      network.answer = answering([
        entry(1, { excerpt: { rendered: 'secret', protected: true } }),
        entry(2, { content: { protected: true } }),
        entry(3, { title: { rendered: ' <b></b> ' } }),
        entry(4, { link: 'javascript:alert(1)' }),
        entry(5, { title: { rendered: '<img src=x onerror="window.hit=1">Five' } }),
      ]);
      const element = await make();
      await settled(element);
      expect(titles(element)).to.deep.equal(['Five']);
    });

    it('a broken picture leaves a drawn one', async () => {
      network.answer = answering([
        entry(1, {
          _embedded: { 'wp:featuredmedia': [{ source_url: 'data:image/png;base64,AAAA' }] },
        }),
      ]);
      const element = await make();
      await settled(element);
      const [card] = cards(element);
      await waitUntil(() => card!.querySelector('h3') && !card!.querySelector('img'));
      expect(getComputedStyle(card!, '::before').content).to.not.equal('none');
    });
  });

  describe('while posts are on their way', () => {
    it('a visitor sees room for as many, and a screen reader is told', async () => {
      network.answer = never;
      const element = await make({ limit: '2' });
      await waitUntil(() => network.calls.length);
      const [status, list] = [
        element.renderRoot.querySelector('[role="status"]'),
        element.renderRoot.querySelector('ul')!,
      ];
      expect(words(status)).to.equal('Loading related reading');
      expect(list.getAttribute('aria-hidden')).to.equal('true');
      expect(list.children).to.have.length(2);
      expect(list.getBoundingClientRect().height).to.be.greaterThan(100);
      expect(words(heading(element))).to.equal('Related reading');
      expect(element.matches(':state(loading)')).to.be.true;
    });

    it('nothing jumps: what stands below is where it was when the posts are there', async () => {
      let answer: (response: Response) => void = () => {};
      network.answer = () => new Promise((resolve) => (answer = resolve));
      const element = await make();
      const below = document.createElement('p');
      below.textContent = 'Below';
      element.after(below);
      await waitUntil(() => network.calls.length);
      await pause(50);
      const { top } = below.getBoundingClientRect();
      answer(Response.json(many(3)));
      await settled(element);
      await waitUntil(() => cards(element)[0]?.querySelector('h3'));
      await pause(100);
      expect(below.getBoundingClientRect().top).to.be.closeTo(top, 2);
    });

    it('asks when it comes near the screen, and not before', async () => {
      const element = await place({ src: fresh() });
      element.remove();
      network.calls.length = 0;
      const far = document.createElement('div');
      far.style.blockSize = '6000px';
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      holder.append(far, element);
      await pause(300);
      expect(network.calls.length).to.equal(0);
      element.scrollIntoView({ behavior: 'instant' });
      await waitUntil(() => network.calls.length === 1);
      await settled(element);
      expect(cards(element).length).to.equal(3);
      scrollTo(0, 0);
    });

    it('asks at once where the author is eager', async () => {
      const far = document.createElement('div');
      far.style.blockSize = '6000px';
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      const element = document.createElement('related-posts');
      element.src = fresh();
      element.eager = true;
      holder.append(far, element);
      await waitUntil(() => network.calls.length === 1);
    });

    it('taken from the page, it lets the request go and tells nothing; put back, it asks again', async () => {
      network.answer = never;
      const element = await make();
      const heard: string[] = [];
      for (const name of ['posts-load', 'posts-error'])
        element.addEventListener(name, () => heard.push(name));
      await waitUntil(() => network.calls.length === 1);
      const holder = element.parentElement!;
      element.remove();
      expect(network.calls[0]!.signal!.aborted).to.be.true;
      await pause(50);
      expect(heard).to.be.empty;
      expect(spy.lines).to.be.empty;
      network.answer = answering(many(3));
      holder.append(element);
      await settled(element);
      expect(network.calls.length).to.equal(2);
      expect(cards(element).length).to.equal(3);
      expect(heard).to.deep.equal(['posts-load']);
    });

    it('taken away before it could ask, it never asks', async () => {
      const element = await make();
      element.remove();
      await pause(200);
      expect(network.calls.filter(({ signal }) => !signal?.aborted).length).to.equal(0);
    });

    it('moved about the page with its posts, it does not ask again', async () => {
      const element = await make();
      await settled(element);
      const other = document.createElement('section');
      element.parentElement!.append(other);
      other.append(element);
      await pause(100);
      expect(network.calls.length).to.equal(1);
      expect(cards(element).length).to.equal(3);
    });

    it('a new address wins over an answer that comes late', async () => {
      let late: (response: Response) => void = () => {};
      network.answer = ({ url }) =>
        url.pathname.includes('old')
          ? new Promise((resolve) => (late = resolve))
          : Response.json([entry(9)]);
      const element = await make({ src: '/old/wp-json/wp/v2/posts' });
      await waitUntil(() => network.calls.length === 1);
      element.src = '/new/wp-json/wp/v2/posts';
      await waitUntil(() => cards(element).length === 1);
      expect(network.calls[0]!.signal!.aborted).to.be.true;
      late(Response.json(many(3)));
      await pause(50);
      expect(titles(element)).to.deep.equal(['Post 9']);
    });
  });

  describe('when posts cannot be had', () => {
    const failures: [code: string, answer: Answer, status?: number, src?: string][] = [
      ['network', () => Promise.reject(new TypeError('Failed to fetch'))],
      ['http', () => new Response('Not here', { status: 404 }), 404],
      ['http', () => Response.json({ code: 'rest_forbidden' }, { status: 401 }), 401],
      ['not-json', () => new Response('<!doctype html><p>Log in</p>')],
      ['not-json', () => new Response('')],
      ['not-posts', answering({ code: 'rest_no_route', data: { status: 404 } })],
      ['too-large', () => new Response(`[${' '.repeat(1_000_001)}]`)],
      ['bad-address', never, undefined, 'javascript:alert(1)'],
      ['bad-address', never, undefined, 'ftp://clinic.example/'],
    ];
    for (const [index, [code, answer, status, src]] of failures.entries()) {
      it(`the author's own links stay, and the page is told "${code}" (${index})`, async () => {
        network.answer = answer;
        const holder = await fixture<HTMLElement>(html`<div></div>`);
        const element = document.createElement('related-posts');
        element.src = src ?? fresh();
        element.eager = true;
        element.innerHTML = '<a href="/one/">One</a><a href="/two/">Two</a>';
        const told = oneEvent(holder, 'posts-error') as Promise<PostsErrorEvent>;
        holder.append(element);
        const event = await told;
        await element.updateComplete;
        expect([event.code, event.status]).to.deep.equal([code, status]);
        expect([event.bubbles, event.composed]).to.deep.equal([true, true]);
        expect(
          [...element.querySelectorAll('a')].map((link) => link.checkVisibility()),
        ).to.deep.equal([true, true]);
        expect(cards(element).length).to.equal(0);
        expect(element.matches(':state(failed)')).to.be.true;
        expect(element.matches(':state(loading)')).to.be.false;
        expect(words(heading(element))).to.equal('Related reading');
        expect(role(element)).to.deep.equal(['region', 'Related reading']);
        expect(element.renderRoot.querySelector('[aria-hidden], [role="status"]')).to.be.null;
      });
    }

    it('with no links of the author’s either, it takes no room and is no region', async () => {
      network.answer = answering({ code: 'rest_no_route' });
      const element = await make();
      await settled(element);
      expect(element.getBoundingClientRect().height).to.equal(0);
      expect(role(element)[0]).to.equal(null);
      expect(heading(element)).to.be.null;
    });

    it('where there are no links either, it says so and asks again when the visitor wants', async () => {
      network.answer = () => new Response('', { status: 502 });
      const element = await make();
      await settled(element);
      const failure = element.renderRoot.querySelector('[part="failure"]')!;
      expect(words(failure)).to.equal('Related reading could not be loaded. Try again');
      expect(words(heading(element))).to.equal('Related reading');
      network.answer = answering(many(2));
      failure.querySelector('button')!.click();
      await settled(element);
      expect(titles(element)).to.deep.equal(['Post 1', 'Post 2']);
      expect(element.renderRoot.querySelector('[part="failure"]')).to.be.null;
    });

    it('asks again by itself when the network is back', async () => {
      network.answer = () => Promise.reject(new TypeError('offline'));
      const element = await make();
      await settled(element);
      network.answer = answering(many(1));
      dispatchEvent(new Event('online'));
      await waitUntil(() => cards(element).length === 1);
    });

    it('an empty answer is no failure: the author’s links stay', async () => {
      network.answer = answering([]);
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      const element = document.createElement('related-posts');
      element.src = fresh();
      element.eager = true;
      element.innerHTML = '<a href="/one/">One</a>';
      const told = oneEvent(element, 'posts-load') as Promise<PostsLoadEvent>;
      holder.append(element);
      expect((await told).count).to.equal(0);
      expect(element.querySelector('a')!.checkVisibility()).to.be.true;
      expect(element.matches(':state(failed)')).to.be.false;
    });

    it('the author is told once, with the code and no more', async () => {
      network.answer = () => new Response('secret body', { status: 503 });
      const one = await make();
      const other = await make();
      await settled(one);
      await settled(other);
      expect(spy.lines.filter((line) => line.includes('503'))).to.have.length(1);
      expect(spy.lines.join()).to.not.contain('secret');
    });
  });

  describe('of many posts', () => {
    const about = (id: number, title: string, more: Partial<Entry> = {}): Entry =>
      entry(id, { title: { rendered: title }, ...more });
    const FEED = [
      about(1, 'Parking behind the building'),
      about(2, 'Our new front desk'),
      about(3, 'Sciatica: how the nerve hurts', { date: '2025-01-02T09:00:00' }),
      about(4, 'Insurance cards and what they say'),
      about(5, 'Exercises for sciatica pain in the leg', { date: '2024-01-02T09:00:00' }),
    ];
    let heading: HTMLHeadingElement;
    beforeEach(() => {
      network.answer = answering(FEED);
      heading = Object.assign(document.createElement('h1'), {
        textContent: 'Sciatica: when leg pain comes from the back',
      });
      document.body.prepend(heading);
    });
    afterEach(() => heading.remove());

    it('those most like the page come first', async () => {
      const element = await make({ limit: '2' });
      await settled(element);
      expect(titles(element).sort()).to.deep.equal([
        'Exercises for sciatica pain in the leg',
        'Sciatica: how the nerve hurts',
      ]);
    });

    it('or the newest, with those before them that the author pinned', async () => {
      const element = await make({ limit: '3', order: 'date', pinned: '4 /not/there/' });
      await settled(element);
      expect(titles(element)).to.deep.equal([
        'Insurance cards and what they say',
        'Parking behind the building',
        'Our new front desk',
      ]);
    });

    it('with a pinned one that is older than all that a list asks for', async () => {
      const old = entry(901, { link: `${SITE}/old/`, date: '2019-01-01T09:00:00' });
      network.answer = ({ url }) => Response.json(url.searchParams.has('slug') ? [old] : FEED);
      const element = await make({ limit: '2', order: 'date', pinned: `${SITE}/old/` });
      await settled(element);
      expect(titles(element)).to.deep.equal(['Post 901', 'Parking behind the building']);
      network.answer = ({ url }) =>
        url.searchParams.has('include') ? new Response('', { status: 500 }) : Response.json(FEED);
      const other = await make({ limit: '1', order: 'date', pinned: '902' });
      await settled(other);
      expect(titles(other), 'without it where it is not to be had').to.deep.equal([
        'Parking behind the building',
      ]);
    });

    it('each in its own language, where that is not the page’s', async () => {
      const { lang } = document.documentElement;
      document.documentElement.lang = 'en-GB';
      try {
        const list = [
          { url: '/a/', title: 'Rodilla', language: 'es' },
          { url: '/b/', title: 'Knee', language: 'en' },
          { url: '/c/', title: 'آلام الركبة', language: 'ar' },
        ];
        const element = await place(
          { eager: '' },
          `<script type="application/json">${JSON.stringify(list)}</script>`,
        );
        await settled(element);
        expect(cards(element).map(({ lang }) => lang)).to.deep.equal(['es', '', 'ar']);
        await waitUntil(() => cards(element).every((card) => card.textContent), 'words are there');
        const directions = cards(element).map((card) => getComputedStyle(card).direction);
        expect(directions, 'and its own direction').to.deep.equal(['ltr', 'ltr', 'rtl']);
      } finally {
        document.documentElement.lang = lang;
      }
    });

    it('two lists that ask for the same make one request, and each shows what it wants', async () => {
      const src = fresh();
      const [one, other] = await Promise.all([
        make({ src, limit: '1', order: 'date' }),
        make({ src, limit: '4', order: 'date', exclude: '1' }),
      ]);
      await settled(one);
      await settled(other);
      expect(network.calls).to.have.length(1);
      expect(titles(one)).to.deep.equal(['Parking behind the building']);
      expect(titles(other)).to.have.length(4);
      const later = await make({ src, limit: '1' });
      await settled(later);
      expect(network.calls, 'what is there already is not asked for again').to.have.length(1);
    });

    it('one that goes away does not take the answer from the other', async () => {
      const src = fresh();
      const [one, other] = [await make({ src }), await make({ src })];
      await waitUntil(() => network.calls.length === 1);
      one.remove();
      await settled(other);
      expect(cards(other)).to.have.length(3);
    });

    it('posts that stand in the page as JSON need no request', async () => {
      const element = await place(
        { eager: '' },
        '<script type="application/json">[{"url":"/a/","title":"One &amp; only"},{"url":"/b/","title":"Two"}]</script><a href="/all/">All</a>',
      );
      await settled(element);
      expect(titles(element)).to.deep.equal(['One & only', 'Two']);
      expect(network.calls).to.be.empty;
    });
  });

  it('posts that come into it as JSON later, or are put back, are shown as well', async () => {
    const element = await place({ eager: '' });
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify([{ title: 'Late', url: '/late/' }]);
    element.append(script);
    await waitUntil(() => titles(element).length);
    expect(titles(element)).to.deep.equal(['Late']);
  });

  it('analytics hear how many posts there are, not which', async () => {
    network.answer = answering([entry(1, { title: { rendered: 'HIV test results' } }), entry(2)]);
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    const told = oneEvent(holder, 'posts-load') as Promise<PostsLoadEvent>;
    const element = document.createElement('related-posts');
    element.src = fresh();
    element.eager = true;
    holder.append(element);
    const event = await told;
    expect([event.count, event.bubbles, event.composed]).to.deep.equal([2, true, true]);
    expect(stringsIn(event)).to.not.match(/HIV|clinic\.example|About/);
    expect(cards(element).length, 'the posts are shown by then').to.equal(2);
  });

  describe("with an author's own children", () => {
    const LINKS = '<a href="/one/">One</a><a href="/two/">Two</a>';

    it('they are the posts, and nothing is asked for', async () => {
      const element = await place({}, LINKS);
      await pause(100);
      expect(network.calls.length).to.equal(0);
      expect([...element.children].every((child) => child.checkVisibility())).to.be.true;
      expect(words(heading(element))).to.equal('Related reading');
      expect(role(element)).to.deep.equal(['region', 'Related reading']);
    });

    it('a list of them is still a list to a screen reader, without its bullets', async () => {
      const element = await place({}, '<ul><li><a href="/one/">One</a></li></ul>');
      const list = element.querySelector('ul')!;
      expect(getComputedStyle(list).listStyleType).to.equal('none');
      expect(list.getAttribute('role'), 'VoiceOver wants it said').to.equal('list');
    });

    it('a heading given by attribute names the list', async () => {
      const element = await place({ heading: 'Read  next', 'heading-level': '3' }, LINKS);
      expect(heading(element)!.localName).to.equal('h3');
      expect(words(heading(element))).to.equal('Read next');
      expect(role(element)).to.deep.equal(['region', 'Read next']);
    });

    it('a heading that the author wrote names the list and is not doubled', async () => {
      const element = await place({}, `<h2>More about knees</h2>${LINKS}`);
      expect(heading(element)).to.be.null;
      expect(role(element)).to.deep.equal(['region', 'More about knees']);
      expect(element.querySelector('h2')!.checkVisibility()).to.be.true;
    });

    it('a heading that the author wrote still heads the posts that were fetched', async () => {
      const element = await make({}, `<h2>More about knees</h2>${LINKS}`);
      await settled(element);
      expect(cards(element).length).to.equal(3);
      const shown = [element.querySelector<HTMLElement>('h2')!, heading(element)]
        .filter((node) => node?.checkVisibility())
        .map((node) => words(node));
      expect(shown).to.deep.equal(['More about knees']);
      expect(element.querySelector('a')!.checkVisibility(), 'replaced').to.be.false;
    });

    it('with nothing inside it takes no room; a link put in later brings the heading', async () => {
      const element = await place({}, ' <br><p></p> ');
      expect(heading(element)).to.be.null;
      expect(role(element)[0]).to.equal(null);
      element.innerHTML = LINKS;
      await waitUntil(() => heading(element));
      expect(role(element)[0]).to.equal('region');
    });
  });

  it('headings of cards are one below the list’s', async () => {
    for (const [level, list, card] of [
      ['2', 'H2', 'H3'],
      ['4', 'H4', 'H5'],
      ['6', 'H6', 'H6'],
      ['9', 'H2', 'H3'],
    ] as const) {
      const element = await make({ 'heading-level': level, limit: '1' });
      await settled(element);
      const first = cards(element)[0]!;
      await waitUntil(() => first.querySelector('[data-clinic-made="heading"]'));
      expect(heading(element)!.tagName, level).to.equal(list);
      expect(first.querySelector('[data-clinic-made="heading"]')!.tagName, level).to.equal(card);
    }
  });

  it('passes its layout on to the cards', async () => {
    const element = await make({ layout: 'compact' });
    await settled(element);
    expect(cards(element).map(({ layout }) => layout)).to.deep.equal(Array(3).fill('compact'));
  });
});
