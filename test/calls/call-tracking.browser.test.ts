// Call tracking on a real page, with scripts that behave as vendors' are known to.
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { createNumberBook, type NumberBook } from '../../src/calls/number-book.js';
import { useCallTracking } from '../../src/calls/tracking/call-tracking.js';
import { Network, pause, watchConsole } from '../elements/support.js';

const OWN = '(210) 555-0142';
const TRACKED = '(830) 555-0199';
const page = globalThis as unknown as Record<string, unknown>;

/** Text and dialling links of a subtree: what vendors change. */
function swapIn(root: Node, own: string, tracked: string): void {
  const parts = (digits: string) => /^(\d{3})(\d{3})(\d{4})$/.exec(digits)!.slice(1);
  const [area, exchange, line] = parts(own);
  const pattern = new RegExp(
    `(\\(?)${area}(\\)?[-. \\u00a0]?)${exchange}([-. \\u00a0]?)${line}`,
    'g',
  );
  const [nextArea, nextExchange, nextLine] = parts(tracked);
  const swap = (text: string) =>
    text.replace(pattern, `$1${nextArea}$2${nextExchange}$3${nextLine}`);
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      if (swap(node.data) !== node.data) node.data = swap(node.data);
      return;
    }
    if (!(node instanceof Element) || node.hasAttribute('data-calltrk-noswap')) return;
    const href = node.getAttribute('href');
    if (href && /^(?:tel|sms):/i.test(href) && swap(href) !== href)
      node.setAttribute('href', swap(href));
    node.childNodes.forEach(walk);
  };
  walk(root);
}

/**
 * A script like CallRail's: looks at the whole page when it comes and at whatever is added, answers a
 * question after a while, empties the list that it was given and keeps one callback.
 */
class CallRail {
  readonly asked: string[][] = [];
  readonly observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach((node) => this.swap(node));
  });
  #callback?: (answer: Record<string, string>) => void;

  constructor(
    private readonly numbers: Record<string, string>,
    walks: boolean,
  ) {
    if (!walks) return;
    this.swap();
    this.observer.observe(document.body, { childList: true, subtree: true });
  }
  swap = (node: Node = document.body): void => {
    for (const [own, tracked] of Object.entries(this.numbers)) swapIn(node, own, tracked);
  };
  getSwapNumbers = (
    numbers: string[],
    callback: (answer: Record<string, string>) => void,
  ): void => {
    const asked = numbers.splice(0);
    this.asked.push(asked);
    this.#callback = callback;
    setTimeout(() => {
      const found = asked.filter((number) => this.numbers[number]);
      this.#callback?.(Object.fromEntries(found.map((own) => [own, this.numbers[own]!])));
    }, 20);
  };
}

describe('call tracking', () => {
  let book: NumberBook;
  let stops: (() => void)[];
  let said: ReturnType<typeof watchConsole>;
  let errors: unknown[];
  let texts: Set<string>;
  let watcher: MutationObserver;
  const note = (event: Event) => errors.push(event);

  beforeEach(() => {
    book = createNumberBook();
    stops = [];
    said = watchConsole();
    errors = [];
    texts = new Set();
    watcher = new MutationObserver(() => {
      for (const { link } of book.links()) {
        texts.add(link.textContent ?? '');
        if (link.isConnected) expect(link.checkVisibility({ visibilityProperty: true })).to.be.true;
      }
    });
    watcher.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
  });
  afterEach(() => {
    for (const stop of stops) stop();
    watcher.disconnect();
    said.restore();
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    for (const name of ['CallTrk', '__ctm', 'gtag']) delete page[name];
    expect(errors, 'errors that reached the page').to.be.empty;
    // Nothing is ever hidden: every text that a link had was a whole number.
    for (const text of texts) expect(text).to.match(/\(\d{3}\) 555-\d{4}/);
  });

  /** A link of the page in its book, as an element puts it there. */
  async function link(
    own: string = OWN,
    { noSwap = false, name = '' } = {},
  ): Promise<HTMLAnchorElement> {
    const href = `tel:+1${own.replace(/\D/g, '')}`;
    const made = await fixture<HTMLAnchorElement>(html`<a href=${href}>${own}</a>`);
    if (name) made.setAttribute('aria-label', name);
    stops.push(book.add(made, own, { noSwap })!);
    return made;
  }
  function use(
    kind: string,
    options: { id?: string; src?: string; numbers?: string[] } = {},
  ): () => void {
    const stop = useCallTracking(kind, { numbers: [OWN], ...options }, book);
    stops.push(stop);
    return stop;
  }
  const state = (made: HTMLAnchorElement) => [made.textContent, made.getAttribute('href')];
  const own = [OWN, 'tel:+12105550142'];
  const tracked = [TRACKED, 'tel:+18305550199'];
  const becomesTracked = (made: HTMLAnchorElement) =>
    waitUntil(() => made.textContent === TRACKED, `it shows ${made.textContent}`);

  for (const walks of [true, false]) {
    describe(`by CallRail, whose script ${walks ? 'walks the page as well' : 'only answers'}`, () => {
      let script: CallRail;
      const install = () =>
        (page.CallTrk = script = new CallRail({ '2105550142': '8305550199' }, walks));
      afterEach(() => script.observer.disconnect());

      it('text, target and accessible name of every link follow, and those that come later', async () => {
        install();
        const [first, second] = [await link(OWN, { name: `Call ${OWN}` }), await link()];
        use('callrail');
        use('callrail');
        await becomesTracked(first);
        const later = await link();
        await becomesTracked(later);
        await pause(60);
        for (const made of [first, second, later]) expect(state(made)).to.deep.equal(tracked);
        expect(first.getAttribute('aria-label')).to.equal(`Call ${TRACKED}`);
        expect(script.asked).to.deep.equal([['2105550142']]);
        expect(said.lines).to.be.empty;
      });

      it('a link with no-swap and one of another number stay as they are', async () => {
        install();
        const [kept, other, swapped] = [
          await link(OWN, { noSwap: true }),
          await link('(210) 555-0150'),
          await link(),
        ];
        use('callrail');
        await becomesTracked(swapped);
        await pause(60);
        expect(state(kept)).to.deep.equal(own);
        expect(state(other)).to.deep.equal(['(210) 555-0150', 'tel:+12105550150']);
      });

      it('the script may come after the page', async () => {
        const made = await link();
        use('callrail');
        await pause(50);
        expect(state(made)).to.deep.equal(own);
        install();
        await becomesTracked(made);
        expect(state(made)).to.deep.equal(tracked);
      });

      it('does not end in two scripts that answer each other', async () => {
        install();
        const made = await link();
        let changes = 0;
        const counter = new MutationObserver((records) => (changes += records.length));
        counter.observe(made, { subtree: true, characterData: true, attributes: true });
        use('callrail');
        await becomesTracked(made);
        await pause(100);
        counter.disconnect();
        expect(changes).to.be.at.most(4);
        expect(state(made)).to.deep.equal(tracked);
      });
    });
  }

  it('by CallRail is over for an element that went before the answer', async () => {
    page.CallTrk = new CallRail({ '2105550142': '8305550199' }, false);
    const made = await link();
    use('callrail')();
    await pause(60);
    expect(state(made)).to.deep.equal(own);
  });

  it('by an older script of CallRail’s, which only swaps, changes the link that it is given', async () => {
    const given: unknown[] = [];
    page.CallTrk = {
      swap(node: Node) {
        given.push(node);
        swapIn(node, '2105550142', '8305550199');
      },
    };
    const [made, kept] = [await link(), await link(OWN, { noSwap: true })];
    use('callrail');
    await becomesTracked(made);
    expect(state(made)).to.deep.equal(tracked);
    expect(state(kept)).to.deep.equal(own);
    expect(given).to.deep.equal([made]);
  });

  describe('by CallTrackingMetrics', () => {
    let given: Node[];
    /** A script like theirs: looks at the page once, and again where it is told to. */
    function install(): void {
      const runNow = (node: Node = document.body) => {
        given.push(node);
        swapIn(node, '2105550142', '8305550199');
      };
      page.__ctm = { main: { runNow } };
      runNow();
    }
    beforeEach(() => {
      given = [];
    });

    it('a link that came after the script’s own look is looked at, and the others follow', async () => {
      install();
      given = [];
      const [first, kept] = [
        await link(OWN, { name: `Call ${OWN}` }),
        await link(OWN, { noSwap: true }),
      ];
      expect(state(first)).to.deep.equal(own);
      use('call-tracking-metrics');
      await becomesTracked(first);
      expect(state(first)).to.deep.equal(tracked);
      expect(first.getAttribute('aria-label')).to.equal(`Call ${TRACKED}`);
      const later = await link();
      expect(state(later)).to.deep.equal(tracked);
      use('call-tracking-metrics');
      expect(state(kept)).to.deep.equal(own);
      expect(given, 'each link once, and nothing else').to.deep.equal([first, later]);
    });

    it('the script may come after the page', async () => {
      const made = await link();
      use('call-tracking-metrics');
      await pause(50);
      install();
      given = [];
      await becomesTracked(made);
      expect(state(made)).to.deep.equal(tracked);
    });

    it('a script that writes an emergency code is refused', async () => {
      page.__ctm = {
        main: {
          runNow(node: HTMLAnchorElement) {
            node.href = 'tel:911';
            node.textContent = '911';
          },
        },
      };
      const made = await link();
      watcher.disconnect();
      use('call-tracking-metrics');
      await waitUntil(() => made.textContent === OWN);
      expect(state(made)).to.deep.equal(own);
    });
  });

  describe('by Google', () => {
    const id = 'AW-123456789/AbCdEf';
    interface Config {
      phone_conversion_number: string;
      phone_conversion_callback(formatted: string, mobile: string): void;
    }
    /** The page's snippet, which only notes commands until the library comes. */
    function snippet(): IArguments[] {
      const layer: IArguments[] = [];
      page.gtag = function () {
        // eslint-disable-next-line prefer-rest-params -- as the snippet does
        layer.push(arguments);
      };
      return layer;
    }
    function library(layer: IArguments[]): void {
      for (const [command, to, config] of layer as unknown as [string, string, Config][]) {
        expect([command, to, config.phone_conversion_number]).to.deep.equal(['config', id, OWN]);
        setTimeout(() => config.phone_conversion_callback(TRACKED, '+18305550199'), 10);
      }
    }

    it('a visitor who came by an ad sees and dials the forwarding number', async () => {
      const layer = snippet();
      const [first, second] = [await link(), await link()];
      use('google', { id });
      use('google', { id });
      await pause(20);
      expect(state(first)).to.deep.equal(own);
      library(layer);
      await becomesTracked(first);
      expect([state(first), state(second)]).to.deep.equal([tracked, tracked]);
      expect(layer).to.have.length(1);
    });

    it('any other visitor sees the clinic’s own, and so does one whose page has no gtag', async () => {
      const made = await link();
      use('google', { id });
      snippet();
      await pause(50);
      expect(state(made)).to.deep.equal(own);
      expect(said.lines).to.be.empty;
      expect(document.querySelector('script[src*="googletagmanager"]')).to.equal(null);
    });
  });

  describe('by a JSON endpoint', () => {
    let network: Network;
    beforeEach(() => {
      network = new Network(() => Response.json({ '+12105550142': '+18305550199' }));
    });
    afterEach(() => network.restore());

    it('all links follow one answer', async () => {
      const [first, second] = [await link(), await link()];
      use('json', { src: '/numbers.json' });
      use('json', { src: new URL('/numbers.json', location.href).href });
      await becomesTracked(first);
      expect([state(first), state(second)]).to.deep.equal([tracked, tracked]);
      expect(network.calls.map(({ url, method, text }) => [url.href, method, text])).to.deep.equal([
        [`${location.origin}/numbers.json`, 'GET', ''],
      ]);
    });

    it('the request tells another site no more than this one’s origin', async () => {
      let sent: Request | undefined;
      globalThis.fetch = (input, init) => {
        sent = new Request(input, init);
        return Promise.resolve(Response.json({}));
      };
      await link();
      use('json', { src: 'https://vendor.example/numbers?site=7' });
      await waitUntil(() => sent, 'the request');
      expect([sent!.referrerPolicy, sent!.credentials, sent!.cache, sent!.method]).to.deep.equal([
        'strict-origin',
        'same-origin',
        'no-store',
        'GET',
      ]);
      expect([...sent!.headers]).to.be.empty;
      expect(said.lines).to.be.empty;
    });

    it('an answer that is too long, even without an end, changes nothing', async () => {
      let cancelled = false;
      network.answer = () =>
        new Response(
          new ReadableStream({
            pull: (controller) => controller.enqueue(new Uint8Array(16_384).fill(32)),
            cancel: () => void (cancelled = true),
          }),
        );
      const made = await link();
      use('json', { src: '/numbers.json' });
      await waitUntil(() => said.lines.length);
      expect(said.lines).to.have.length(1);
      expect(said.lines[0]).to.contain('tracking-src');
      expect(state(made)).to.deep.equal(own);
      await waitUntil(() => cancelled);
    });

    it('an answer after the element went changes nothing', async () => {
      const made = await link();
      use('json', { src: '/numbers.json' })();
      await waitUntil(() => network.calls.length, 'the request');
      await pause(30);
      expect(network.calls).to.have.length(1);
      expect(state(made)).to.deep.equal(own);
    });
  });

  describe('by an event', () => {
    const say = (detail: unknown, on: EventTarget = document) =>
      on.dispatchEvent(new CustomEvent('number-swap', { detail, bubbles: true }));

    it('all links follow what a script of the page says', async () => {
      const [first, second] = [await link(), await link()];
      use('event');
      say({ number: OWN, trackingNumber: TRACKED }, first.parentElement!);
      expect([state(first), state(second)]).to.deep.equal([tracked, tracked]);
    });

    it('nothing of what else an event may be throws or changes anything', async () => {
      const made = await link();
      use('event');
      document.dispatchEvent(new Event('number-swap'));
      for (const detail of [
        null,
        OWN,
        { number: OWN },
        { number: OWN, trackingNumber: '911' },
        { number: OWN, trackingNumber: { toString: () => TRACKED } },
        new Proxy(
          {},
          {
            get: () => {
              throw new Error('hostile');
            },
          },
        ),
      ])
        say(detail);
      expect(state(made)).to.deep.equal(own);
    });

    it('after the end nobody listens', async () => {
      const heard: string[] = [];
      const { addEventListener: add, removeEventListener: remove } = document;
      document.addEventListener = (...given: Parameters<typeof add>) => {
        heard.push(`+${given[0]}`);
        add.apply(document, given);
      };
      document.removeEventListener = (...given: Parameters<typeof remove>) => {
        heard.push(`-${given[0]}`);
        remove.apply(document, given);
      };
      const made = await link();
      try {
        use('event')();
      } finally {
        // Back to what every document has.
        delete (document as Partial<Document>).addEventListener;
        delete (document as Partial<Document>).removeEventListener;
      }
      expect(heard).to.deep.equal(['+number-swap', '-number-swap']);
      say({ number: OWN, trackingNumber: TRACKED });
      expect(state(made)).to.deep.equal(own);
    });
  });

  it('by two vendors at once: the last word holds, everywhere', async () => {
    page.CallTrk = new CallRail({ '2105550142': '8305550199' }, false);
    const [first, second] = [await link(), await link()];
    use('callrail');
    use('event');
    await becomesTracked(first);
    document.dispatchEvent(
      new CustomEvent('number-swap', {
        detail: { number: OWN, trackingNumber: '(830) 555-0177' },
      }),
    );
    for (const made of [first, second])
      expect(state(made)).to.deep.equal(['(830) 555-0177', 'tel:+18305550177']);
  });
});
