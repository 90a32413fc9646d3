// How a visitor came, from page to page of a clinic's site. Each page is a frame with an address of its own.
import { expect, waitUntil } from '@open-wc/testing';
import type { ContactForm } from '../../src/elements/contact-form/contact-form.js';
import { attributionOf } from '../../src/elements/contact-form/form-attribution.js';
import type { Lead } from '../../src/leads/lead.js';
import type { Parcel, Transport } from '../../src/leads/transports/transport.js';
import { STORAGE_KEY } from '../../src/leads/attribution/tracker.js';

type Page = Window & typeof globalThis & { dataLayer: unknown };
type Door = typeof import('../../src/attribution.js');

const FORM = '/src/elements/contact-form/define.ts';
const DOOR = '/src/attribution.ts';
const AD = 'utm_source=google&utm_medium=cpc&utm_campaign=spring&gclid=Cj0KCQiA';

/** What scripts of a page did with what outlives it. */
let touched: string[] = [];
let sent: Lead[] = [];

/** Notes every use of storage in a page, and answers its form in place of the network. */
function watch(page: Page): void {
  const { prototype } = page.Storage;
  for (const method of ['getItem', 'setItem', 'removeItem', 'clear', 'key'] as const) {
    const original = prototype[method] as (...args: string[]) => string | null;
    Reflect.set(prototype, method, function (this: Storage, ...args: string[]) {
      touched.push(`${method} ${args.join(' ')}`);
      return original.apply(this, args);
    });
  }
  Object.defineProperty(page.document, 'cookie', {
    get: () => (touched.push('reads a cookie'), ''),
    set: () => touched.push('writes a cookie'),
  });
  page.IDBFactory.prototype.open = () => {
    throw new Error(`a database: ${touched.push('opens a database')}`);
  };
  page.fetch = async (input, init) => {
    const lead = (await new page.Request(input, init).json()) as Lead;
    sent.push(lead);
    return page.Response.json({ ok: true, id: lead.id, receipt: 'A-17' }, { status: 201 });
  };
}

const frames: HTMLIFrameElement[] = [];

/** Opens a page of the site. `prepare` is done before any script of ours, as a consent tool is. */
async function open(
  query: string,
  scripts: string[],
  prepare: (page: Page) => void = () => {},
): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.width = '800';
  frame.height = '500';
  // As if the visitor had typed the address.
  frame.referrerPolicy = 'no-referrer';
  Reflect.set(window, 'preparePage', (page: Page) => {
    watch(page);
    prepare(page);
  });
  frame.src = `/test/fixtures/blank-page.html?${query}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frames.push(frame);
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow as Page;
  for (const src of scripts) await add(page, src);
  return page;
}

async function add(page: Page, src: string): Promise<void> {
  const script = page.document.createElement('script');
  script.type = 'module';
  script.src = src;
  const loaded = new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => reject(new Error(src)));
  });
  page.document.head.append(script);
  await loaded;
}

const leave = (): void => frames.pop()?.remove();

/** The module as the page itself has it. */
const doorOf = (page: Page): Promise<Door> =>
  (page as unknown as { eval(code: string): Promise<Door> }).eval(`import('${DOOR}')`);

function say(page: Page, answer: 'granted' | 'denied'): void {
  const layer = (page.dataLayer ??= []) as unknown[];
  layer.push({ 0: 'consent', 1: 'update', 2: { ad_storage: answer }, length: 3 });
}
const agreed = (page: Page) => say(page, 'granted');

async function put(page: Page, markup: string): Promise<ContactForm> {
  page.document.body.innerHTML = markup;
  const form = page.document.querySelector('contact-form')!;
  await form.updateComplete;
  return form;
}

/** A visitor fills in the form and sends it. */
async function send(
  page: Page,
  markup = '<contact-form action="/lead" attribution></contact-form>',
): Promise<Record<string, string>> {
  const form = await put(page, markup);
  form.prefill({ name: 'Rosa', email: 'rosa@example.com', message: 'Hello' });
  await form.submit();
  expect(sent, 'leads that arrived').to.have.length(1);
  return sent.pop()!.attribution;
}

const stored = (): string | null => localStorage.getItem(STORAGE_KEY);

describe('where a lead came from', () => {
  beforeEach(() => {
    localStorage.clear();
    touched = [];
    sent = [];
  });
  afterEach(() => {
    while (frames.length) leave();
    localStorage.clear();
  });

  it('is not in it where the form does not ask, and nothing is loaded for it', async () => {
    const page = await open(AD, [FORM], agreed);
    expect(await send(page, '<contact-form action="/lead"></contact-form>')).to.deep.equal({});
    const loaded = page.performance.getEntriesByType('resource').map(({ name }) => name);
    expect(loaded.filter((name) => name.includes('form-sender'))).to.have.length(1);
    expect(loaded.filter((name) => /attribution\/(?!arrival)/.test(name))).to.be.empty;
    expect(touched).to.be.empty;
  });

  it('is in it where the form asks: the campaign and the page, but no click id before consent', async () => {
    const page = await open(AD, [FORM]);
    const address = `${location.origin}/test/fixtures/blank-page.html`;
    expect(await send(page)).to.deep.equal({
      utm_source: 'google',
      utm_medium: 'cpc',
      utm_campaign: 'spring',
      channel: 'paid search',
      landing_page: address,
      page: address,
      viewport: 'tablet',
      ad_consent: 'unknown',
    });
  });

  for (const script of [FORM, DOOR, '/dist/cdn/clinic-elements.js', '/dist/cdn/autoload.js']) {
    it(`is the address with which the visitor came, although an app changed it before a form appeared: ${script}`, async () => {
      const page = await open(AD, [script]);
      page.history.pushState(null, '', '/contact/?utm_source=else');
      if (script === DOOR) await add(page, FORM);
      page.document.body.innerHTML = '<contact-form></contact-form>';
      await waitUntil(() => page.customElements.get('contact-form'), 'no form');
      const attribution = await send(page);
      expect(attribution.utm_source).to.equal('google');
      expect(attribution.landing_page).to.match(/blank-page\.html$/);
      expect(attribution.page).to.equal(`${location.origin}/contact/`);
    });
  }

  it("names the form's page by its title only when it is asked for, without condition words", async () => {
    const page = await open(AD, [FORM]);
    page.document.title = 'Back pain: ask us at rosa';
    expect(
      await send(page, '<contact-form action="/lead" attribution="page_title"></contact-form>'),
    ).to.deep.equal({ page_title: 'Back …: ask us at rosa' });
  });

  it('is what the form names, and the transport learns what the endpoint calls it', async () => {
    const page = await open(AD, [FORM], agreed);
    const parcels: Parcel[] = [];
    const form = await put(page, '<contact-form action="/lead"></contact-form>');
    form.transport = {
      foldsEqualIds: true,
      request(parcel) {
        parcels.push(parcel);
        return new page.Request(parcel.action, {
          method: 'POST',
          body: JSON.stringify(parcel.lead),
        });
      },
      reply: () => Promise.resolve({ kind: 'accepted', receipt: '' }),
    } satisfies Transport;
    form.setAttribute(
      'attribution',
      'utm_source=input_12 gclid=input_13 utm_term=input_14 channel',
    );
    form.prefill({ name: 'Rosa', email: 'rosa@example.com', message: 'Hello' });
    await form.submit();
    expect(parcels[0]!.lead.attribution).to.deep.equal({
      utm_source: 'google',
      gclid: 'Cj0KCQiA',
      channel: 'paid search',
    });
    expect(parcels[0]!.attributionNames).to.deep.equal({
      utm_source: 'input_12',
      gclid: 'input_13',
      utm_term: 'input_14',
    });
  });

  it('can be asked for by property', async () => {
    const page = await open(AD, [FORM]);
    const form = await put(page, '<contact-form action="/lead"></contact-form>');
    form.attribution = { utm_medium: '00N5f00000AbCdE' };
    form.prefill({ name: 'Rosa', email: 'rosa@example.com', message: 'Hello' });
    await form.submit();
    expect(sent[0]!.attribution).to.deep.equal({ utm_medium: 'cpc' });
  });

  for (const [kind, markup] of [
    ['its own form', '<contact-form action="/lead" attribution></contact-form>'],
    [
      "the author's form",
      `<contact-form attribution><form action="/lead" method="post">
        <label>Name <input name="name" required></label><button>Send</button></form></contact-form>`,
    ],
  ] as const) {
    it(`never stands in the page, with ${kind}: no input, no text, no form data`, async () => {
      const page = await open(AD, [FORM], agreed);
      const form = await put(page, markup);
      const seen: string[] = [];
      form.addEventListener('contact-submit', (event) =>
        seen.push(...[...event.data].flat().map(String)),
      );
      form.prefill({ name: 'Rosa', email: 'rosa@example.com', message: 'Hello' });
      const holds = (node: ParentNode) =>
        [...node.querySelectorAll('*')]
          .filter(({ localName }) => localName !== 'contact-form')
          .map((element) => (element.cloneNode() as Element).outerHTML)
          .concat((node as Node).textContent ?? '')
          .join('\n');
      const look = () => {
        const root = form.renderRoot as ShadowRoot;
        expect(holds(form) + holds(root), 'in the page').to.not.match(/spring|Cj0KCQiA|utm_|gclid/);
        expect([...form.querySelectorAll('[type="hidden"]')], 'hidden inputs').to.be.empty;
        expect([...root.querySelectorAll('[type="hidden"]')], 'hidden inputs').to.be.empty;
      };
      look();
      const outcome = form.submit();
      look();
      await outcome;
      look();
      expect(sent[0]!.attribution.gclid).to.equal('Cj0KCQiA');
      expect(seen).to.include('Rosa');
      expect(seen.join('\n')).to.not.match(/spring|Cj0KCQiA|utm_|gclid/);
    });
  }

  it('is left out when the code for it does not come: the message goes without', async () => {
    const tools = { warn: () => {} };
    const form = { attribution: '', transport: undefined } as ContactForm;
    const none = { values: {}, names: {} };
    const fails = () => Promise.reject(new Error('offline'));
    expect(await attributionOf(form, { ...tools, attribution: fails })).to.deep.equal(none);
    const hangs = () => new Promise<never>(() => {});
    expect(await attributionOf(form, { ...tools, attribution: hangs })).to.deep.equal(none);
  });
});

describe('from page to page', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    touched = [];
    sent = [];
  });
  afterEach(() => {
    while (frames.length) leave();
    localStorage.clear();
  });

  it('nothing is read from or written to any storage before consent, on any page', async () => {
    await open(AD, [DOOR]);
    const page = await open('', [DOOR, FORM]);
    const { utm_source, gclid } = await send(page);
    expect([utm_source, gclid]).to.deep.equal([undefined, undefined]);
    expect(touched).to.be.empty;
    expect({ ...localStorage, ...sessionStorage }).to.deep.equal({});
  });

  it('consent given late keeps how the visitor came, and the next page knows it', async () => {
    const landing = await open(`${AD}&session=secret`, [DOOR], (page) => (page.dataLayer = []));
    landing.history.pushState(null, '', '/elsewhere/');
    expect(stored()).to.equal(null);
    say(landing, 'granted');
    expect(stored()).to.contain('Cj0KCQiA').and.not.contain('secret');
    leave();
    const attribution = await send(await open('', [FORM], agreed));
    expect(attribution).to.include({
      utm_source: 'google',
      gclid: 'Cj0KCQiA',
      channel: 'paid search',
      first_utm_source: 'google',
      first_channel: 'paid search',
      visits: '1',
      pages: '2',
      days: '0',
      ad_consent: 'granted',
    });
    expect(attribution.landing_page).to.match(/blank-page\.html$/);
    expect(attribution.first_at).to.match(/^\d{4}-\d\d-\d\dT/);
  });

  it('only one key is used', async () => {
    await send(await open(AD, [DOOR, FORM], agreed));
    expect(Object.keys(localStorage)).to.deep.equal([STORAGE_KEY]);
    expect(new Set(touched.map((line) => line.split(' ')[1]))).to.deep.equal(
      new Set([STORAGE_KEY]),
    );
  });

  it('a no removes what was kept, and click ids are not sent', async () => {
    await open(AD, [DOOR], agreed);
    leave();
    const page = await open('gclid=Another', [DOOR, FORM], agreed);
    expect(stored()).to.contain('Another');
    say(page, 'denied');
    expect(stored()).to.equal(null);
    const attribution = await send(page);
    expect(attribution).to.include({ channel: 'paid search', ad_consent: 'denied' });
    expect(Object.keys(attribution).filter((name) => /gclid|first|visits/.test(name))).to.be.empty;
  });

  it('Global Privacy Control is a no that nothing overrides', async () => {
    await open(AD, [DOOR], agreed);
    leave();
    expect(stored()).to.contain('Cj0KCQiA');
    const page = await open(AD, [DOOR, FORM], (page) => {
      Object.defineProperty(page.navigator, 'globalPrivacyControl', { value: true });
      say(page, 'granted');
    });
    expect(stored()).to.equal(null);
    const { setAttributionConsent } = await doorOf(page);
    setAttributionConsent('granted');
    const attribution = await send(page);
    expect(attribution).to.include({ utm_source: 'google', ad_consent: 'denied' });
    expect(attribution).to.not.have.any.keys('gclid', 'visits', 'first_channel');
    expect(stored()).to.equal(null);
    expect(touched.filter((line) => line.startsWith('setItem'))).to.have.length(1);
  });

  it("the page's own word is enough, and can be taken back", async () => {
    const page = await open(AD, [DOOR]);
    const door = await doorOf(page);
    door.setAttributionConsent('maybe' as 'granted');
    expect(stored()).to.equal(null);
    door.setAttributionConsent('granted');
    expect(door.readAttribution()).to.include({ gclid: 'Cj0KCQiA', visits: '1', pages: '1' });
    expect(stored()).to.not.equal(null);
    door.setAttributionConsent('denied');
    expect(stored()).to.equal(null);
    expect(door.readAttribution()).to.include({ utm_source: 'google' }).and.not.have.key('gclid');
  });

  it('clearing forgets, in storage and in memory, and nothing comes back', async () => {
    const page = await open(AD, [DOOR], agreed);
    const door = await doorOf(page);
    door.clearAttribution();
    say(page, 'granted');
    expect(stored()).to.equal(null);
    expect(Object.keys(door.readAttribution())).to.have.members(['page', 'viewport', 'ad_consent']);
  });

  it('a page that is rendered in advance counts when it is shown', async () => {
    const page = await open(AD, [DOOR], (page) => {
      agreed(page);
      Object.defineProperty(page.document, 'prerendering', { value: true });
    });
    expect(touched).to.be.empty;
    page.document.dispatchEvent(new Event('prerenderingchange'));
    expect(stored()).to.contain('Cj0KCQiA');
  });

  it('the page settles what is its own and what is left out', async () => {
    const page = await open(`${AD}&utm_term=our%20knees`, [DOOR], (page) => {
      agreed(page);
      page.document.head.insertAdjacentHTML(
        'beforeend',
        '<meta name="clinic-attribution" content="own-hosts=pay.example  words=knee,spring paths=none">',
      );
    });
    const door = await doorOf(page);
    expect(door.readAttribution()).to.include({
      utm_campaign: '…',
      utm_term: 'our …',
      landing_page: `${location.origin}/`,
      pages: '1',
    });
    expect(stored()).to.not.match(/knee|spring|fixtures/);
    door.configureAttribution({ scrub: false, paths: 'full' });
    expect(door.readAttribution()).to.include({ utm_campaign: 'spring', pages: '1' });
    expect(stored()).to.match(/spring/);
    for (const odd of [{ words: 'x' }, { ownHosts: [1, null] }, { paths: 7 }])
      door.configureAttribution(odd as object);
    expect(door.readAttribution()).to.include({ pages: '1' });
  });

  for (const [fault, break_] of Object.entries<(page: Page) => void>({
    'is forbidden': (page) =>
      Object.defineProperty(page, 'localStorage', {
        get: () => {
          throw new page.DOMException('no', 'SecurityError');
        },
      }),
    'is full': (page) => {
      page.Storage.prototype.setItem = () => {
        throw new page.DOMException('full', 'QuotaExceededError');
      };
    },
    'holds something else': () => localStorage.setItem(STORAGE_KEY, '{"version":1,"first":7}'),
  })) {
    it(`storage that ${fault} costs no message, and this page's own way is still known`, async () => {
      const errors: unknown[] = [];
      const page = await open(AD, [DOOR, FORM], (page) => {
        page.addEventListener('error', (event) => errors.push(event.error));
        page.addEventListener('unhandledrejection', (event) => errors.push(event.reason));
        break_(page);
        agreed(page);
      });
      expect(await send(page)).to.include({ gclid: 'Cj0KCQiA', visits: '1', pages: '1' });
      say(page, 'denied');
      expect(errors).to.be.empty;
    });
  }

  it('a page counts once, however many scripts of ours it has', async () => {
    const BUNDLES = ['/dist/cdn/attribution.js?ver=1', '/dist/cdn/clinic-elements.js?ver=1'];
    for (const scripts of [
      BUNDLES,
      [...BUNDLES].reverse(),
      [BUNDLES[0]!, '/dist/cdn/autoload.js'],
    ]) {
      localStorage.clear();
      await open(AD, [BUNDLES[0]!, '/dist/cdn/attribution.js?ver=2'], agreed);
      leave();
      const page = await open('', scripts, agreed);
      page.document.body.innerHTML = '<contact-form action="/lead" attribution></contact-form>';
      await waitUntil(() => page.customElements.get('contact-form'), 'no form');
      const attribution = await send(page);
      expect(attribution, scripts.join()).to.include({
        gclid: 'Cj0KCQiA',
        visits: '1',
        pages: '2',
      });
      leave();
    }
  });

  it('no request is made but for the script itself', async () => {
    const beacons: string[] = [];
    const page = await open(AD, ['/dist/cdn/attribution.js'], (page) => {
      page.navigator.sendBeacon = (url) => !!beacons.push(String(url));
      page.XMLHttpRequest.prototype.open = (_: string, url: string | URL) =>
        void beacons.push(String(url));
      agreed(page);
    });
    say(page, 'denied');
    say(page, 'granted');
    const requests = page.performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      // The test server's own.
      .filter((path) => !path.startsWith('/__web-dev-server__'));
    expect(requests).to.deep.equal(['/dist/cdn/attribution.js']);
    expect([...beacons, ...sent]).to.be.empty;
    expect([...page.document.querySelectorAll('img, script:not([src]), iframe')]).to.have.length(1);
  });
});
