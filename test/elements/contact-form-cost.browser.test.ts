// What a contact form costs a page, in counts: nodes, requests, renders, listeners. Times are in bench/.
import '../../src/testing.js';
import '../../src/elements/contact-form/define.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { ContactForm } from '../../src/elements/contact-form/contact-form.js';
import { TRAP_INPUT } from '../../src/leads/lead.js';
import { click, Network, pause, type } from './support.js';

const own = (): Promise<ContactForm> =>
  fixture<ContactForm>(html`<contact-form action="/lead"></contact-form>`);
const authored = (): Promise<ContactForm> =>
  fixture<ContactForm>(html`
    <contact-form>
      <form action="/lead" method="post">
        <p><label for="c-name">Your name</label><input id="c-name" name="name" required /></p>
        <p>
          <label for="c-email">Email</label>
          <input id="c-email" name="email" type="email" required />
        </p>
        <p>
          <label for="c-message">Message</label>
          <textarea id="c-message" name="message" required></textarea>
        </p>
        <button>Send</button>
      </form>
    </contact-form>
  `);

const formOf = (element: ContactForm): HTMLFormElement =>
  element.querySelector('form') ?? element.renderRoot.querySelector('form')!;
const field = (element: ContactForm, name: string): HTMLInputElement =>
  formOf(element).querySelector<HTMLInputElement>(`[name="${name}"]`)!;

/** Until the code that sends has taken the form over, and what that caused is done. */
async function takenOver(element: ContactForm): Promise<void> {
  await waitUntil(() => field(element, TRAP_INPUT), 'the sender did not take the form over');
  await settled(element);
}

async function settled(element: ContactForm): Promise<void> {
  await pause(50);
  await element.updateComplete;
}

/** Counts an element's renders from now on. */
function watchUpdates(element: ContactForm): { count: number } {
  const watched = element as unknown as { performUpdate(): void };
  const seen = { count: 0 };
  const { performUpdate } = watched;
  watched.performUpdate = function () {
    seen.count++;
    performUpdate.call(this);
  };
  return seen;
}

/** What has changed in an element and in its root since. */
function watchNodes(element: ContactForm): () => string[] {
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => void changes.push(...records));
  const what = { attributes: true, characterData: true, childList: true, subtree: true };
  for (const root of [element, element.renderRoot]) observer.observe(root, what);
  return () =>
    [...changes, ...observer.takeRecords()].map(
      ({ type, target, attributeName }) => `${type} ${target.nodeName} ${attributeName ?? ''}`,
    );
}

const PAGE = new Set<EventTarget>([window, document, document.documentElement, document.body]);

/** A listener that is there. */
interface Heard {
  target: EventTarget;
  type: string;
  listener: unknown;
  passive: boolean;
}

/** Follows which listeners are there, of those that are added from now on. */
function watchListeners(): { heard: Heard[]; restore(): void } {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const heard: Heard[] = [];
  const find = (target: EventTarget, type: string, listener: unknown) =>
    heard.findIndex((h) => h.target === target && h.type === type && h.listener === listener);
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    // A bare addEventListener() is the window's.
    const target = this ?? window;
    const passive = typeof options === 'object' && options?.passive === true;
    if (find(target, type, listener) < 0) heard.push({ target, type, listener, passive });
    addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    const index = find(target, type, listener);
    if (index >= 0) heard.splice(index, 1);
    removeEventListener.call(target, type, listener, options);
  };
  return {
    heard,
    restore() {
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
    },
  };
}

describe('what a <contact-form> costs', () => {
  let network: Network;
  beforeEach(() => {
    network = new Network(
      () => new Response('', { status: 503, headers: { 'retry-after': '3600' } }),
    );
  });
  afterEach(() => network.restore());

  it('a form of its own with four questions is at most 32 elements, the sender’s own included', async () => {
    const element = await own();
    await takenOver(element);
    const count = element.renderRoot.querySelectorAll('*').length;
    expect(count).to.be.greaterThan(10);
    expect(count).to.be.at.most(32);
  });

  for (const [kind, make] of [
    ['its own form', own],
    ["the author's form", authored],
  ] as const) {
    describe(`with ${kind}`, () => {
      it('nothing is asked of the network before somebody sends', async () => {
        const element = await make();
        await takenOver(element);
        await type(field(element, 'name'), 'Rosa');
        await settled(element);
        expect(network.calls).to.be.empty;
      });

      it('being taken over by the sender renders nothing anew', async () => {
        const element = await make();
        const updates = watchUpdates(element);
        await takenOver(element);
        expect(updates.count).to.equal(0);
      });

      it('a key press renders nothing and changes no node: only the field knows', async () => {
        const element = await make();
        await takenOver(element);
        await click(field(element, 'name'));
        const updates = watchUpdates(element);
        const changes = watchNodes(element);
        await type(field(element, 'name'), 'Rosa');
        await type(field(element, 'email'), 'rosa@');
        await type(field(element, 'message'), 'My knee hurts.');
        await settled(element);
        expect(updates.count).to.equal(0);
        expect(changes()).to.deep.equal([]);
      });

      it('errors at every field render nothing: they are put beside the fields in place', async () => {
        const element = await make();
        await takenOver(element);
        const updates = watchUpdates(element);
        await element.submit();
        await settled(element);
        expect(formOf(element).querySelectorAll('[data-clinic="error"]').length).to.equal(3);
        expect(updates.count).to.equal(0);
      });

      it('a key press in a field that stays wrong in the same way changes no node', async () => {
        const element = await make();
        await element.submit();
        await type(field(element, 'email'), 'rosa');
        const updates = watchUpdates(element);
        const changes = watchNodes(element);
        await type(field(element, 'email'), '.delgado');
        await settled(element);
        expect(changes()).to.deep.equal([]);
        expect(updates.count).to.equal(0);
      });

      it('scrolling never waits for it, and the page’s own events pass it by, until something is on its way', async () => {
        const listeners = watchListeners();
        try {
          const element = await make();
          await takenOver(element);
          const ofThePage = () =>
            listeners.heard.filter(({ target }) => PAGE.has(target)).map(({ type }) => type);
          expect(listeners.heard.length, 'listeners are seen').to.be.greaterThan(3);
          expect(ofThePage(), 'before').to.deep.equal([]);
          const blocking = listeners.heard.filter(
            ({ type, passive }) => /^(?:touch|wheel|mousewheel|scroll)/.test(type) && !passive,
          );
          expect(blocking.map(({ type }) => type)).to.deep.equal([]);

          let answer: (response: Response) => void = () => {};
          network.answer = () => new Promise((resolve) => (answer = resolve));
          element.prefill({ name: 'Rosa', email: 'rosa@example.com', message: 'My knee.' });
          const sent = element.submit();
          await waitUntil(() => network.calls.length, 'nothing was sent');
          expect(ofThePage(), 'meanwhile').to.include('pagehide');
          answer(Response.json({ ok: false, errors: [{ message: 'No.' }] }, { status: 422 }));
          await sent;
          expect(ofThePage(), 'afterwards').to.deep.equal([]);
        } finally {
          listeners.restore();
        }
      });
    });
  }

  it('a page loads one script for it, and a second one when the form comes near', async () => {
    const frame = await fixture<HTMLIFrameElement>(
      html`<iframe width="600" height="400" src="/strict-page"></iframe>`,
    );
    const page = frame.contentWindow!;
    await waitUntil(
      () => page.customElements.get('contact-form'),
      'dist/ is missing: node scripts/build.js',
    );
    const loaded = () =>
      page.performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.startsWith('/dist/'))
        .map((path) => path.replace('/dist/', '').replace(/(chunks\/.*)-.{8}\.js$/, '$1.js'))
        .sort();
    const element = page.document.createElement('contact-form') as ContactForm;
    element.action = '/lead';
    const above = page.document.createElement('div');
    above.style.blockSize = '3000px';
    page.document.body.append(above, element);
    await element.updateComplete;
    await pause(200);
    expect(loaded()).to.deep.equal(['cdn/clinic-elements.js', 'clinic-elements.css']);
    above.style.blockSize = '0';
    const withSender = [
      'cdn/chunks/form-sender.js',
      'cdn/clinic-elements.js',
      'clinic-elements.css',
    ];
    await waitUntil(() => loaded().length >= withSender.length, 'the sender was not loaded');
    await pause(200);
    expect(loaded()).to.deep.equal(withSender);
  });
});
