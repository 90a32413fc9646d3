// What a visitor and an author meet in a contact form.
import '../../src/testing.js';
import '../../src/elements/contact-form/define.js';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ContactForm } from '../../src/elements/contact-form/contact-form.js';
import type {
  ContactFailedEvent,
  ContactSentEvent,
  ContactSubmitEvent,
} from '../../src/elements/contact-form/events.js';
import { checkLead, TRAP_INPUT, type Lead } from '../../src/leads/lead.js';
import { click, Network, pause, stringsIn, type, watchConsole } from './support.js';
import type { Answer, Call } from './support.js';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const ANSWERS = {
  name: 'Rosa Delgado',
  email: 'rosa@example.com',
  phone: '210 555 0142',
  message: 'My knee hurts.\nMornings suit me.',
};
const MISSING = {
  name: 'Enter your full name',
  email: 'Enter an email address',
  message: 'Tell us how we can help',
};

const leadOf = ({ text }: Call): Lead => JSON.parse(text) as Lead;
const receipt: Answer = (call) =>
  Response.json({ ok: true, id: leadOf(call).id, receipt: 'A-17' }, { status: 201 });
/** Asks for more patience than a visitor has, so that nothing is tried again. */
const busy: Answer = () => new Response('', { status: 503, headers: { 'retry-after': '3600' } });
const json = (status: number, body: unknown): Answer => {
  return () => Response.json(body, { status, headers: { 'retry-after': '3600' } });
};

const formOf = (element: ContactForm): HTMLFormElement =>
  element.querySelector('form') ?? element.renderRoot.querySelector('form')!;
const field = (element: ContactForm, name: string): Control =>
  formOf(element).querySelector<Control>(`[name="${name}"]`)!;
const sendButton = (element: ContactForm): HTMLButtonElement =>
  formOf(element).querySelector<HTMLButtonElement>('button:not([type="button"])')!;
const summary = (element: ContactForm): HTMLElement | null =>
  formOf(element)?.querySelector<HTMLElement>(
    ':scope > :is([data-clinic="summary"], [data-clinic="notice"])',
  ) ?? null;
const thanks = (element: ContactForm): HTMLElement | null =>
  element.renderRoot.querySelector<HTMLElement>('[part="thanks"]');
const trap = (element: ContactForm): HTMLInputElement | null =>
  formOf(element).querySelector<HTMLInputElement>(`[name="${TRAP_INPUT}"]`);
const values = (element: ContactForm): Record<string, string> =>
  Object.fromEntries(Object.keys(ANSWERS).map((name) => [name, field(element, name).value]));
/** Where the cursor is, inside our own root too. */
const focused = (element: ContactForm): Element | null =>
  document.activeElement === element && element.renderRoot instanceof ShadowRoot
    ? element.renderRoot.activeElement
    : document.activeElement;
const words = (node: Element | null): string =>
  node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
/** The words that a screen reader adds to a field's name. */
const description = (control: Control): string =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((id) => {
      const root = control.getRootNode() as Document | ShadowRoot;
      return root.getElementById(id)?.textContent?.trim() ?? `nothing has the id ${id}`;
    })
    .join(' | ');

const own = (): Promise<ContactForm> =>
  fixture<ContactForm>(html`<contact-form action="/lead" phone="(210) 555-0142"></contact-form>`);
const authored = (): Promise<ContactForm> =>
  fixture<ContactForm>(html`
    <contact-form phone="(210) 555-0142">
      <form action="/lead" method="post">
        <p><label for="a-name">Your name</label><input id="a-name" name="name" required /></p>
        <p>
          <label for="a-email">Email</label>
          <span id="a-hint">We answer here.</span>
          <input id="a-email" name="email" type="email" aria-describedby="a-hint" required />
        </p>
        <p><label for="a-phone">Phone</label><input id="a-phone" name="phone" type="tel" /></p>
        <p>
          <label for="a-message">Message</label>
          <textarea id="a-message" name="message" required></textarea>
        </p>
        <button>Send</button>
      </form>
    </contact-form>
  `);

/** In words: a failed comparison of our elements cannot be reported, they hold circles. */
const nameOf = (node: EventTarget | null): string =>
  node instanceof Element
    ? `${node.localName} ${node.getAttribute('name') ?? node.getAttribute('data-clinic') ?? node.getAttribute('part') ?? node.id}`
    : String(node);
function expectFocus(element: ContactForm, node: Element | null, message?: string): void {
  const there = focused(element);
  expect(nameOf(there), message).to.equal(nameOf(node));
  expect(there === node, `${message ?? ''} the very node ${nameOf(node)}`).to.be.true;
}

/** The next outcome that the form tells the page. */
function outcome(element: ContactForm): Promise<string> {
  return new Promise((resolve) => {
    element.addEventListener('contact-sent', () => resolve('sent'), { once: true });
    element.addEventListener(
      'contact-failed',
      (event) => resolve((event as ContactFailedEvent).reason),
      { once: true },
    );
  });
}

async function fillAndSend(element: ContactForm): Promise<string> {
  element.prefill(ANSWERS);
  const told = outcome(element);
  await click(sendButton(element));
  return told;
}

describe('<contact-form>', () => {
  let network: Network;
  const random = Math.random;

  before(() => {
    // No waiting between tries. Taken over by the code that sends, which loads after this line.
    Math.random = () => 0;
  });
  after(() => {
    Math.random = random;
  });
  // A form that the browser posts by itself would take the test page away.
  const posted: string[] = [];
  const { submit } = HTMLFormElement.prototype;
  const keepPage = (event: Event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    posted.push(`the browser posted the form: ${title}`);
  };
  let title = '';
  before(() => {
    HTMLFormElement.prototype.submit = () => void posted.push(`posted without script: ${title}`);
    window.addEventListener('submit', keepPage);
  });
  after(() => {
    HTMLFormElement.prototype.submit = submit;
    window.removeEventListener('submit', keepPage);
  });
  beforeEach(function () {
    title = this.currentTest!.title;
    network = new Network(receipt);
  });
  afterEach(() => {
    network.restore();
  });

  for (const [kind, make] of [
    ['its own form', own],
    ["the author's form", authored],
  ] as const) {
    describe(`with ${kind}`, () => {
      it('a visitor who sends nothing is told what is missing, in a summary that takes focus', async () => {
        const element = await make();
        await click(field(element, 'name'));
        await waitUntil(() => trap(element));
        const told = outcome(element);
        await click(sendButton(element));
        expect(await told).to.equal('invalid');
        expect(network.calls.length).to.equal(0);
        const box = summary(element)!;
        expectFocus(element, box);
        expect(words(box.querySelector('[role="alert"] strong'))).to.equal('There is a problem');
        expect([...box.querySelectorAll('li')].map(words)).to.deep.equal(Object.values(MISSING));
      });

      it('a visitor who presses Send before anything else is told the same', async () => {
        const element = await make();
        await click(sendButton(element));
        await waitUntil(() => summary(element), 'no summary');
        expectFocus(element, summary(element));
        expect(network.calls.length).to.equal(0);
      });

      it('each line of the summary leads to its field', async () => {
        const element = await make();
        await element.submit();
        for (const [name, line] of Object.entries(MISSING)) {
          const link = [...summary(element)!.querySelectorAll('a')].find((a) => words(a) === line)!;
          expect(link.getAttribute('href')).to.equal(`#${field(element, name).id}`);
          await click(link);
          expectFocus(element, field(element, name), name);
        }
        expect(location.hash).to.equal('');
      });

      it('each field says what is wrong with it, to the eye and to a screen reader', async () => {
        const element = await make();
        await element.submit();
        for (const [name, line] of Object.entries(MISSING)) {
          const control = field(element, name);
          expect(control.getAttribute('aria-invalid'), name).to.equal('true');
          expect(description(control), name).to.match(new RegExp(`^${line}`));
          const message = formOf(element).querySelector(
            `#${control.getAttribute('aria-describedby')!.split(' ')[0]}`,
          )!;
          const [box, field_] = [message, control].map((node) => node.getBoundingClientRect());
          expect(box!.height, name).to.be.greaterThan(10);
          expect(Math.abs(field_!.top - box!.bottom), `${name}: beside its field`).to.be.lessThan(
            40,
          );
        }
        const phone = field(element, 'phone');
        expect(phone.hasAttribute('aria-invalid')).to.be.false;
      });

      it('a message follows what is typed, and goes when the answer is mended', async () => {
        const element = await make();
        const before = Object.fromEntries(
          Object.keys(ANSWERS).map((name) => [name, description(field(element, name))]),
        );
        await element.submit();
        const email = field(element, 'email');
        await type(email, 'rosa');
        expect(description(email)).to.match(/^Enter an email address like name@example.com/);
        expect(email.getAttribute('aria-invalid')).to.equal('true');
        await sendKeys({ type: '@example.com' });
        expect(email.hasAttribute('aria-invalid')).to.be.false;
        expect(description(email)).to.equal(before.email);
        expect([...summary(element)!.querySelectorAll('li')].map(words)).to.deep.equal([
          MISSING.name,
          MISSING.message,
        ]);
        expectFocus(element, email, 'the cursor stays');
        await type(field(element, 'name'), 'R');
        await type(field(element, 'message'), 'M');
        expect(summary(element), 'nothing is left to mend').to.be.null;
        expect(formOf(element).querySelectorAll('[data-clinic="error"]')).to.be.empty;
        for (const name of Object.keys(ANSWERS)) {
          expect(description(field(element, name)), name).to.equal(before[name]);
        }
        expectFocus(element, field(element, 'message'));
      });

      it('the summary and the field use the same words at all times', async () => {
        const element = await make();
        await element.submit();
        const email = field(element, 'email');
        await type(email, 'rosa');
        const line = [...summary(element)!.querySelectorAll('a')].find(
          (a) => a.hash === `#${email.id}`,
        )!;
        expect(description(email).split(' | ')[0]).to.equal(words(line));
      });

      it('two empty sends leave one message at each field', async () => {
        const element = await make();
        await element.submit();
        await element.submit();
        expect(formOf(element).querySelectorAll('[data-clinic="error"]')).to.have.length(3);
        expect(formOf(element).querySelectorAll('[data-clinic="summary"]')).to.have.length(1);
        expect(description(field(element, 'name'))).to.equal(MISSING.name);
      });

      it('a message that is confirmed is thanked for: the thank-you takes focus, the answers are gone', async () => {
        const element = await make();
        const form = formOf(element);
        element.prefill(ANSWERS);
        const sent = oneEvent(element, 'contact-sent') as Promise<ContactSentEvent>;
        await click(sendButton(element));
        const event = await sent;
        expect(event.receipt).to.equal('A-17');
        expect(event.form).to.equal('contact');
        expect(words(thanks(element))).to.equal(
          'Thank you Your message has arrived. We will be in touch. Your reference is A-17.',
        );
        expectFocus(element, thanks(element));
        expect(element.matches(':state(sent)')).to.be.true;
        expect(form.checkVisibility(), 'the form is out of sight').to.be.false;
        const left = [...form.querySelectorAll<Control>('input, textarea')].map((c) => c.value);
        expect(left.join('')).to.equal('');
        expect(network.calls.length).to.equal(1);
      });

      it('what is sent is a lead: the answers, and no more of the page than its address', async () => {
        const element = await make();
        await click(field(element, 'name'));
        await waitUntil(() => trap(element));
        history.replaceState(null, '', `${location.pathname}${location.search}#secret-part`);
        try {
          await fillAndSend(element);
        } finally {
          history.replaceState(null, '', `${location.pathname}${location.search}`);
        }
        const [call] = network.calls;
        expect(call!.method).to.equal('POST');
        expect(call!.url.href).to.equal(`${location.origin}/lead`);
        const lead = leadOf(call!);
        expect(checkLead(lead).ok).to.be.true;
        expect(lead.fields).to.deep.equal(ANSWERS);
        expect(lead.form).to.equal('contact');
        expect(lead.page.url).to.equal(location.origin + location.pathname);
        expect(lead.signals.trap).to.be.false;
        expect(lead.signals.seconds).to.be.a('number');
        expect(lead.signals.interactions).to.be.greaterThan(0);
        expect(call!.headers.get('idempotency-key')).to.equal(`"${lead.id}"`);
      });

      it('Enter in a field sends too', async () => {
        const element = await make();
        element.prefill(ANSWERS);
        field(element, 'name').focus();
        const told = outcome(element);
        await sendKeys({ press: 'Enter' });
        expect(await told).to.equal('sent');
        expect(network.calls.length).to.equal(1);
      });

      it('an impatient visitor sends once: double click, Enter and more clicks make one request', async () => {
        let answer: (response: Response) => void = () => {};
        network.answer = () => new Promise((resolve) => (answer = resolve));
        const element = await make();
        element.prefill(ANSWERS);
        const told = outcome(element);
        await click(sendButton(element));
        await click(sendButton(element));
        field(element, 'name').focus();
        await sendKeys({ press: 'Enter' });
        await pause(300);
        await click(sendButton(element));
        void element.submit();
        await pause(100);
        expect(network.calls.length).to.equal(1);
        answer(await receipt(network.calls[0]!, 0));
        expect(await told).to.equal('sent');
        await pause(100);
        expect(network.calls.length).to.equal(1);
      });

      it('while a message is on its way the form says so and the button keeps focus', async () => {
        let answer: (response: Response) => void = () => {};
        network.answer = () => new Promise((resolve) => (answer = resolve));
        const element = await make();
        element.prefill(ANSWERS);
        await click(sendButton(element));
        await waitUntil(() => network.calls.length);
        const button = sendButton(element);
        expect(button.getAttribute('aria-disabled')).to.equal('true');
        expect(button.disabled).to.be.false;
        expectFocus(element, button);
        expect(words(formOf(element).querySelector('[role="status"]'))).to.equal(
          'Sending your message…',
        );
        expect(element.matches(':state(sending)')).to.be.true;
        // Not left hanging: it would be tried again in the middle of a later test.
        answer(await receipt(network.calls[0]!, 0));
        await waitUntil(() => thanks(element));
      });

      it('after a failure the button works again and nothing says "sending"', async () => {
        network.answer = busy;
        const element = await make();
        expect(await fillAndSend(element)).to.equal('unconfirmed');
        expect(sendButton(element).hasAttribute('aria-disabled')).to.be.false;
        expect(words(formOf(element).querySelector('[role="status"]'))).to.equal('');
        expect(element.matches(':state(sending)')).to.be.false;
      });

      const failures: [what: string, answer: Answer, told: string][] = [
        [
          'the network is down',
          () => Promise.reject(new TypeError('Failed to fetch')),
          'unconfirmed',
        ],
        ['the server is busy', busy, 'unconfirmed'],
        ['a 200 says nothing', json(200, {}), 'unconfirmed'],
        ['a 200 says no', json(200, { ok: false }), 'rejected'],
        [
          'a 200 confirms another message',
          json(200, { ok: true, id: 'fec4bb1a-6a3c-4a4f-8c3a-2d8d0b2f4f11', receipt: 'B-1' }),
          'unconfirmed',
        ],
        [
          'a 200 has no receipt',
          (call) =>
            Response.json(
              { ok: true, id: leadOf(call).id },
              { headers: { 'retry-after': '3600' } },
            ),
          'unconfirmed',
        ],
        [
          'a captive portal answers',
          () =>
            new Response('<h1>Welcome to Airport Wi-Fi</h1>', {
              headers: { 'content-type': 'text/html', 'retry-after': '3600' },
            }),
          'unconfirmed',
        ],
        [
          'a receipt comes with a 500',
          (call) =>
            Response.json(
              { ok: true, id: leadOf(call).id, receipt: 'X' },
              { status: 500, headers: { 'retry-after': '3600' } },
            ),
          'unconfirmed',
        ],
        ['the address is wrong', json(404, {}), 'failed'],
        ['the server refuses', json(403, {}), 'failed'],
        [
          'the server wants other answers',
          json(422, { errors: [{ field: 'email', message: 'No mail gets there.' }] }),
          'rejected',
        ],
      ];
      for (const [what, answer, told] of failures) {
        it(`when ${what}, a visitor sees what happened, keeps every word and is not thanked`, async function () {
          this.timeout(10_000);
          network.answer = answer;
          const element = await make();
          expect(await fillAndSend(element)).to.equal(told);
          expect(thanks(element)).to.be.null;
          expect(formOf(element).checkVisibility()).to.be.true;
          expect(values(element)).to.deep.equal(ANSWERS);
          const box = summary(element)!;
          expectFocus(element, box);
          expect(box.querySelector('[role="alert"]'), 'announced').to.exist;
          if (told === 'rejected') return;
          expect(words(box)).to.match(
            told === 'failed' ? /has not been sent and is still here/ : /could not confirm/,
          );
          const call = box.querySelector('a')!;
          expect(words(call)).to.equal('(210) 555-0142');
          expect(call.getAttribute('href')).to.equal('tel:+12105550142');
        });
      }

      it('what could not be confirmed is sent again under the same id', async () => {
        network.answer = busy;
        const element = await make();
        await fillAndSend(element);
        network.answer = receipt;
        const told = outcome(element);
        await click(sendButton(element));
        expect(await told).to.equal('sent');
        const [first, second] = network.calls.map(leadOf);
        expect(second!.id).to.equal(first!.id);
        expect(second).to.not.have.property('supersedes');
        expect(second!.fields).to.deep.equal(first!.fields);
      });

      it('an edited message takes the place of the unconfirmed one', async () => {
        network.answer = busy;
        const element = await make();
        await fillAndSend(element);
        await type(field(element, 'name'), '!');
        network.answer = receipt;
        const told = outcome(element);
        await click(sendButton(element));
        expect(await told).to.equal('sent');
        const [first, second] = network.calls.map(leadOf);
        expect(second!.id).to.not.equal(first!.id);
        expect(second!.supersedes).to.deep.equal([first!.id]);
      });

      it('an edited message still takes that place when it is itself sent again', async () => {
        network.answer = busy;
        const element = await make();
        await fillAndSend(element);
        await type(field(element, 'name'), '!');
        let told = outcome(element);
        await click(sendButton(element));
        expect(await told).to.equal('unconfirmed');
        network.answer = receipt;
        told = outcome(element);
        await click(sendButton(element));
        expect(await told).to.equal('sent');
        const [first, second, third] = network.calls.map(leadOf);
        expect(third!.id).to.equal(second!.id);
        expect(third!.supersedes).to.deep.equal([first!.id]);
      });

      it('an edit that the server rejects leaves the place of the first message to the next one', async () => {
        network.answer = busy;
        const element = await make();
        await fillAndSend(element);
        network.answer = json(422, { errors: [{ field: 'name', message: 'Your full name.' }] });
        await type(field(element, 'name'), '!');
        let told = outcome(element);
        await click(sendButton(element));
        expect(await told).to.equal('rejected');
        network.answer = receipt;
        await type(field(element, 'name'), '?');
        told = outcome(element);
        await click(sendButton(element));
        expect(await told).to.equal('sent');
        const [first, second, third] = network.calls.map(leadOf);
        expect(third!.id).to.not.equal(second!.id);
        expect(third!.supersedes).to.deep.equal([first!.id]);
      });

      it('a new message after a confirmed one is a new lead', async () => {
        const element = await make();
        await fillAndSend(element);
        element.reset();
        await element.updateComplete;
        expect(await fillAndSend(element)).to.equal('sent');
        const [first, second] = network.calls.map(leadOf);
        expect(second!.id).to.not.equal(first!.id);
        expect(second).to.not.have.property('supersedes');
      });

      it('a bad network is tried again without the visitor, under one id', async () => {
        network.answer = (call, index) =>
          index < 2 ? Promise.reject(new TypeError('Load failed')) : receipt(call, index);
        const element = await make();
        expect(await fillAndSend(element)).to.equal('sent');
        expect(network.calls.length).to.equal(3);
        expect(new Set(network.calls.map((call) => leadOf(call).id)).size).to.equal(1);
      });

      it("the server's objections stand at the fields that they name", async () => {
        network.answer = json(422, {
          ok: false,
          errors: [
            { field: 'email', message: 'No mail gets there.' },
            { field: 'nonesuch', message: 'Something else is wrong.' },
            { message: 'Call us instead.' },
            { field: 'message', message: '<b>Too short</b>' },
          ],
        });
        const element = await make();
        expect(await fillAndSend(element)).to.equal('rejected');
        expect([...summary(element)!.querySelectorAll('li')].map(words)).to.deep.equal([
          'No mail gets there.',
          'Something else is wrong.',
          'Call us instead.',
          'Too short',
        ]);
        expectFocus(element, summary(element));
        const email = field(element, 'email');
        expect(email.getAttribute('aria-invalid')).to.equal('true');
        expect(description(email)).to.match(/^No mail gets there\./);
        expect(field(element, 'name').hasAttribute('aria-invalid')).to.be.false;
        expect(formOf(element).querySelector('b'), 'text, not markup').to.be.null;
        await type(email, 'x');
        expect(email.hasAttribute('aria-invalid')).to.be.false;
      });

      it('a mended answer is sent as a message of its own', async () => {
        network.answer = json(422, { errors: [{ field: 'name', message: 'Your full name.' }] });
        const element = await make();
        await fillAndSend(element);
        network.answer = receipt;
        await type(field(element, 'name'), '!');
        const told = outcome(element);
        await click(sendButton(element));
        expect(await told).to.equal('sent');
        expect(summary(element)).to.be.null;
        const [first, second] = network.calls.map(leadOf);
        expect(second!.id).to.not.equal(first!.id);
      });

      it('an author may stop a message, and nothing is sent or said', async () => {
        const element = await make();
        let event: ContactSubmitEvent | undefined;
        element.addEventListener('contact-submit', (seen) => {
          event = seen as ContactSubmitEvent;
          seen.preventDefault();
        });
        element.prefill(ANSWERS);
        await element.submit();
        expect(event!.cancelable).to.be.true;
        expect(event!.bubbles).to.be.false;
        expect(event!.composed).to.be.false;
        for (const [name, value] of Object.entries(ANSWERS)) {
          expect(String(event!.data.get(name)).replace(/\r\n/g, '\n'), name).to.equal(value);
        }
        expect(network.calls.length).to.equal(0);
        expect(summary(element)).to.be.null;
        expect(sendButton(element).hasAttribute('aria-disabled')).to.be.false;
      });

      it('the event that carries answers is heard on the element only', async () => {
        const element = await make();
        const heard: string[] = [];
        const places = [window, document, document.body, element.parentElement!, element];
        const hear = (event: Event) => heard.push(String(event.currentTarget));
        for (const place of places) place.addEventListener('contact-submit', hear);
        await fillAndSend(element);
        for (const place of places) place.removeEventListener('contact-submit', hear);
        // A capturing listener above would see it as well; a bubbling one, as analytics use, does not.
        expect(heard).to.deep.equal([String(element)]);
      });

      it('analytics hear of success and failure, by the name of the form and no answer', async () => {
        const heard: Event[] = [];
        const hear = (event: Event) => heard.push(event);
        for (const name of ['contact-sent', 'contact-failed'])
          document.addEventListener(name, hear);
        try {
          const element = await make();
          element.name = 'second-opinion';
          await element.submit();
          network.answer = json(404, {});
          await fillAndSend(element);
          network.answer = receipt;
          await fillAndSend(element);
        } finally {
          for (const name of ['contact-sent', 'contact-failed'])
            document.removeEventListener(name, hear);
        }
        expect(
          heard.map((event) => {
            const { form, reason, receipt } = event as ContactFailedEvent & ContactSentEvent;
            return [event.type, form, reason ?? receipt];
          }),
        ).to.deep.equal([
          ['contact-failed', 'second-opinion', 'invalid'],
          ['contact-failed', 'second-opinion', 'failed'],
          ['contact-sent', 'second-opinion', 'A-17'],
        ]);
        for (const event of heard) {
          expect(event.bubbles && event.composed).to.be.true;
          for (const value of Object.values(ANSWERS)) {
            expect(stringsIn(event)).to.not.contain(value);
          }
        }
      });

      it('the trap is there, out of reach of people and of autofill', async () => {
        const element = await make();
        await click(field(element, 'name'));
        await waitUntil(() => trap(element));
        const input = trap(element)!;
        expect(input.autocomplete).to.equal('new-password');
        expect(input.closest('[inert]')).to.exist;
        expect(input.tabIndex).to.equal(-1);
        const holder = input.closest<HTMLElement>('[data-clinic]')!;
        const { width, height } = holder.getBoundingClientRect();
        expect(
          [width, height].every((size) => size <= 1),
          'a dot at most',
        ).to.be.true;
        expect(getComputedStyle(holder).overflow).to.equal('hidden');
        const { scrollWidth, clientWidth } = document.documentElement;
        expect(scrollWidth, 'the page does not grow by it').to.be.at.most(clientWidth);
        expect(
          getComputedStyle(input).display,
          'cheap robots skip what is not displayed',
        ).to.not.equal('none');
        expect(words(input.closest('label'))).to.equal('Leave this field empty');
        const controls = [...formOf(element).querySelectorAll('input, textarea, button')];
        expect(controls.at(-1), 'last in the form').to.equal(input);
        // Autofill, or a script that focuses it, gets nowhere either.
        input.focus();
        expect(focused(element)).to.not.equal(input);
      });

      it('Tab never comes to the trap', async () => {
        const element = await make();
        await click(field(element, 'name'));
        await waitUntil(() => trap(element));
        const seen: (Element | null)[] = [];
        for (let press = 0; press < 6; press++) {
          seen.push(focused(element));
          await sendKeys({ press: 'Tab' });
        }
        expect(seen.map(nameOf)).to.include(nameOf(field(element, 'phone')));
        expect(seen.map(nameOf)).to.not.include(nameOf(trap(element)));
      });

      it('a message with a filled trap is sent all the same, marked', async () => {
        const element = await make();
        await click(field(element, 'name'));
        await waitUntil(() => trap(element));
        trap(element)!.value = 'https://spam.example';
        expect(await fillAndSend(element)).to.equal('sent');
        const lead = leadOf(network.calls[0]!);
        expect(lead.signals.trap).to.be.true;
        expect(Object.keys(lead.fields)).to.have.members(Object.keys(ANSWERS));
        expect(network.calls[0]!.text).to.not.contain('spam.example');
      });

      it('prefill fills what is there and passes over the rest', async () => {
        const element = await make();
        element.prefill({ name: 'Rosa', nonesuch: 'x', __proto__: 'x', constructor: 'x' });
        expect(values(element)).to.deep.equal({ name: 'Rosa', email: '', phone: '', message: '' });
      });

      it('reset clears answers and messages', async () => {
        network.answer = json(422, { errors: [{ field: 'name', message: 'Your full name.' }] });
        const element = await make();
        await fillAndSend(element);
        element.reset();
        await element.updateComplete;
        await pause(0);
        expect(Object.values(values(element)).join('')).to.equal('');
        expect(summary(element)).to.be.null;
        expect(formOf(element).querySelectorAll('[aria-invalid], [data-clinic="error"]')).to.be
          .empty;
      });

      it('reset after sending shows the form again, and it works as before', async () => {
        const element = await make();
        await fillAndSend(element);
        element.reset();
        await element.updateComplete;
        expect(thanks(element)).to.be.null;
        expect(formOf(element).checkVisibility()).to.be.true;
        expect(element.matches(':state(sent)')).to.be.false;
        // Our messages and not the browser's bubbles.
        await click(sendButton(element));
        await waitUntil(() => summary(element), 'no summary after reset');
        expect([...summary(element)!.querySelectorAll('li')].map(words)).to.deep.equal(
          Object.values(MISSING),
        );
      });

      it('submit() checks, sends, and resolves when the outcome shows', async () => {
        const element = await make();
        await element.submit();
        expect(summary(element)).to.exist;
        element.prefill(ANSWERS);
        await element.submit();
        expect(network.calls.length).to.equal(1);
        await waitUntil(() => thanks(element));
      });

      it("words in Spanish where the page's language is Spanish", async () => {
        await import('../../src/locales/es.js');
        const element = await make();
        element.lang = 'es';
        element.requestUpdate();
        await element.updateComplete;
        await element.submit();
        expect(words(summary(element)!.querySelector('strong'))).to.equal('Hay un problema');
        expect(description(field(element, 'name'))).to.equal('Escriba su nombre completo');
      });

      it('leaves nothing typed behind: not in an event, the address, the title, the console or storage', async function () {
        this.timeout(30_000);
        const canary = {
          name: 'Canarina Qzx1',
          email: 'qzx2@canary.example',
          phone: '210 555 7733',
          message: 'qzx4 knee',
        };
        const dispatched: Event[] = [];
        const { dispatchEvent } = EventTarget.prototype;
        EventTarget.prototype.dispatchEvent = function (event) {
          dispatched.push(event);
          return dispatchEvent.call(this, event);
        };
        const others: string[] = [];
        const { sendBeacon } = navigator;
        navigator.sendBeacon = (url) => !!others.push(`beacon ${String(url)}`);
        const { open } = XMLHttpRequest.prototype;
        XMLHttpRequest.prototype.open = (_: string, url: string | URL) =>
          void others.push(`xhr ${String(url)}`);
        const spy = watchConsole();
        const requestsBefore = performance.getEntriesByType('resource').length;
        const history0 = history.length;
        try {
          const element = await make();
          await element.submit();
          for (const [name, value] of Object.entries(canary))
            await type(field(element, name), value);
          for (const answer of [
            busy,
            json(404, {}),
            json(422, { errors: [{ field: 'email', message: 'No.' }] }),
          ]) {
            network.answer = answer;
            const told = outcome(element);
            await click(sendButton(element));
            await told;
          }
          network.answer = receipt;
          const told = outcome(element);
          await click(sendButton(element));
          expect(await told).to.equal('sent');
          await pause(50);
          // A page script that reads what is left on the page finds nothing either.
          expect(document.documentElement.textContent).to.not.match(/qzx|210 555 7733/i);
          expect(words(element.renderRoot as unknown as Element)).to.not.match(/qzx/i);
        } finally {
          spy.restore();
          EventTarget.prototype.dispatchEvent = dispatchEvent;
          navigator.sendBeacon = sendBeacon;
          XMLHttpRequest.prototype.open = open;
        }
        const ours = dispatched.filter(({ type }) => type.startsWith('contact-'));
        expect(ours.map(({ type }) => type)).to.include.members([
          'contact-submit',
          'contact-sent',
          'contact-failed',
        ]);
        const places = {
          events: dispatched
            .filter(({ type }) => type !== 'contact-submit')
            .map(stringsIn)
            .join('\n'),
          address: location.href,
          referrer: document.referrer,
          title: document.title,
          state: JSON.stringify(history.state) ?? '',
          console: spy.lines.join('\n'),
          local: JSON.stringify({ ...localStorage }),
          session: JSON.stringify({ ...sessionStorage }),
          cookie: document.cookie,
          window: window.name,
          requests: performance
            .getEntriesByType('resource')
            .slice(requestsBefore)
            .map(({ name }) => name)
            .join('\n'),
          'addresses sent to': network.calls.map(({ url }) => url.href).join('\n'),
        };
        for (const [place, text] of Object.entries(places)) {
          expect(decodeURIComponent(text.replace(/%(?![\da-f]{2})/gi, '')), place).to.not.match(
            /qzx|canar|555.?7733/i,
          );
        }
        expect(others).to.be.empty;
        expect(history.length).to.equal(history0);
        expect(network.calls.length).to.equal(4);
        for (const call of network.calls) {
          expect([call.method, call.url.href]).to.deep.equal(['POST', `${location.origin}/lead`]);
          expect(call.text, 'the answers do go to the endpoint').to.contain('qzx4');
        }
      });
    });
  }

  describe('its own form', () => {
    it('a visitor sees labelled fields that a browser can fill in', async () => {
      const element = await own();
      const controls = [...formOf(element).querySelectorAll<Control>('input, textarea')];
      expect(
        controls.map((control) => [
          words(control.labels![0]!),
          control.name,
          control.type,
          control.autocomplete,
          control.required,
        ]),
      ).to.deep.equal([
        ['Full name', 'name', 'text', 'name', true],
        ['Email', 'email', 'email', 'email', true],
        ['Phone (optional)', 'phone', 'tel', 'tel', false],
        ['How can we help?', 'message', 'textarea', '', true],
      ]);
      expect(description(field(element, 'message'))).to.equal(
        'Please do not include medical details.',
      );
      expect(formOf(element).querySelector('[placeholder]')).to.be.null;
      expect(words(sendButton(element))).to.equal('Send message');
    });

    it('a click on a label puts the cursor into its field', async () => {
      const element = await own();
      for (const control of formOf(element).querySelectorAll<Control>('input, textarea')) {
        await click(control.labels![0]!);
        expectFocus(element, control, control.name);
      }
    });

    it('an author chooses the fields, and which of them may stay empty', async () => {
      const element = await fixture<ContactForm>(
        html`<contact-form
          action="/lead"
          fields="email, name? preferred_day name  9bad &lt;i&gt;"
        ></contact-form>`,
      );
      await element.updateComplete;
      const controls = [
        ...formOf(element).querySelectorAll<Control>('[part="field"] :is(input, textarea)'),
      ];
      expect(controls.map((c) => [c.name, words(c.labels![0]!), c.required])).to.deep.equal([
        ['email', 'Email', true],
        ['name', 'Full name (optional)', false],
        ['preferred_day', 'Preferred day', true],
      ]);
      await element.submit();
      expect([...summary(element)!.querySelectorAll('li')].map(words)).to.deep.equal([
        'Enter an email address',
        'Fill in “Preferred day”',
      ]);
    });

    it('an author may give a heading and say thanks in words of their own', async () => {
      const element = await fixture<ContactForm>(
        html`<contact-form
          action="/lead"
          heading="Write to us"
          heading-level="3"
          thanks="We answer within a day."
        ></contact-form>`,
      );
      expect(words(element.renderRoot.querySelector('h3'))).to.equal('Write to us');
      await fillAndSend(element);
      expect(words(thanks(element)!.querySelector('h3'))).to.equal('Thank you');
      expect(words(element.renderRoot as unknown as Element)).to.not.contain('Write to us');
      expect(words(thanks(element))).to.contain('We answer within a day.');
    });

    it('says in words that it is not set up, and sends nothing, without a usable action', async () => {
      for (const action of [
        '',
        'javascript:alert(1)',
        'data:text/html,x',
        'ftp://clinic.example/',
      ]) {
        const spy = watchConsole();
        const element = await fixture<ContactForm>(
          html`<contact-form action=${action} phone="(210) 555-0142"></contact-form>`,
        );
        const told = await fillAndSend(element);
        spy.restore();
        expect(told, action).to.equal('failed');
        expect(network.calls, action).to.be.empty;
        expect(words(summary(element)), action).to.contain('has not been sent and is still here');
        expect(formOf(element).getAttribute('action'), action).to.equal(null);
        expect(values(element)).to.deep.equal(ANSWERS);
        expect(spy.lines.length, 'one warning for all').to.be.at.most(1);
      }
    });

    it('a number that cannot be dialled is offered as text', async () => {
      network.answer = busy;
      const element = await fixture<ContactForm>(
        html`<contact-form action="/lead" phone="ask at the desk"></contact-form>`,
      );
      await fillAndSend(element);
      expect(words(summary(element))).to.contain('You can also call ask at the desk');
      expect(summary(element)!.querySelector('a')).to.be.null;
    });

    it('says nothing of a call where no number was given', async () => {
      network.answer = busy;
      const element = await fixture<ContactForm>(
        html`<contact-form action="/lead"></contact-form>`,
      );
      await fillAndSend(element);
      expect(words(summary(element))).to.not.contain('call');
    });

    it('goes to a page of the same site after sending, and to no other', async () => {
      const spy = watchConsole();
      const element = await fixture<ContactForm>(
        html`<contact-form action="/lead" success-url="https://evil.example/"></contact-form>`,
      );
      await fillAndSend(element);
      await pause(50);
      spy.restore();
      expect(spy.lines.join()).to.contain('success-url');
      expect(thanks(element)).to.exist;

      const local = await fixture<ContactForm>(
        html`<contact-form action="/lead" success-url="#thank-you"></contact-form>`,
      );
      await fillAndSend(local);
      await waitUntil(() => location.hash === '#thank-you');
      history.replaceState(null, '', location.pathname + location.search);
    });

    it('a page script sees only the element: nothing that is typed leaves a closed root', async () => {
      class ClosedForm extends ContactForm {
        static override shadowRootOptions: ShadowRootInit = { mode: 'closed' };
      }
      customElements.define('closed-contact-form', ClosedForm);
      const element = document.createElement('closed-contact-form') as ClosedForm;
      element.action = '/lead';
      element.style.display = 'block';
      const types = [
        ...['beforeinput', 'input', 'keydown', 'keypress', 'keyup', 'change', 'submit', 'formdata'],
        ...['focusin', 'focusout', 'pointerdown', 'click', 'invalid', 'paste', 'select', 'reset'],
        ...[
          'compositionend',
          'contact-submit',
          'contact-sent',
          'contact-failed',
          'selectionchange',
        ],
      ];
      const seen: {
        type: string;
        target: EventTarget | null;
        path: EventTarget[];
        text: string;
      }[] = [];
      const see = (event: Event) =>
        seen.push({
          type: event.type,
          target: event.target,
          path: event.composedPath(),
          text: event instanceof InputEvent ? '' : stringsIn(event),
        });
      for (const place of [window, document]) {
        for (const name of types) place.addEventListener(name, see, true);
      }
      document.body.append(element);
      try {
        await element.updateComplete;
        expect(element.shadowRoot).to.be.null;
        for (const [name, value] of Object.entries(ANSWERS)) {
          if (name === 'message') field(element, name).focus();
          else await click(field(element, name));
          await sendKeys({ type: value.replace('\n', ' ') });
          expect(nameOf(document.activeElement)).to.equal(nameOf(element));
        }
        expect(field(element, 'name').value, 'the visitor did type').to.equal(ANSWERS.name);
        const told = outcome(element);
        await click(sendButton(element));
        expect(await told).to.equal('sent');
      } finally {
        for (const place of [window, document]) {
          for (const name of types) place.removeEventListener(name, see, true);
        }
        element.remove();
      }
      expect(network.calls.length).to.equal(1);
      const heard = new Set(seen.map(({ type }) => type));
      expect([...heard]).to.include.members(['keydown', 'input', 'click', 'contact-sent']);
      expect([...heard]).to.not.include.members(['submit']);
      expect([...heard]).to.not.include.members(['formdata']);
      expect([...heard]).to.not.include.members(['change']);
      for (const { type, target, path, text } of seen) {
        if (target instanceof Element && target.localName === 'closed-contact-form') {
          expect(nameOf(path[0] ?? null), type).to.equal(nameOf(element));
        }
        for (const node of path) {
          const inside =
            node instanceof Node && (node.getRootNode() === element.renderRoot || false);
          expect(inside, `${type} shows the inside`).to.be.false;
        }
        if (type.startsWith('contact-')) {
          for (const value of type === 'contact-submit' ? [] : Object.values(ANSWERS)) {
            expect(text, type).to.not.contain(value);
          }
        }
      }
      expect(getSelection()?.toString() ?? '').to.not.contain('knee');
    });

    it('shows the author’s other children until the form is there, and not beside it', async () => {
      const element = await fixture<ContactForm>(
        html`<contact-form action="/lead"><p>Write to desk@clinic.example</p></contact-form>`,
      );
      expect(element.querySelector('p')!.checkVisibility()).to.be.false;
      expect(formOf(element).checkVisibility()).to.be.true;
    });
  });

  describe("the author's form", () => {
    it('stays where it is: same nodes, same labels, in the page', async () => {
      const markup = document.createElement('div');
      markup.innerHTML = `<contact-form><form action="/lead" method="post">
        <label>Name <input name="name"></label><button>Go</button></form></contact-form>`;
      const form = markup.querySelector('form')!;
      const input = markup.querySelector('input')!;
      document.body.append(markup);
      const element = markup.querySelector<ContactForm>('contact-form')!;
      await element.updateComplete;
      await type(input, 'Rosa');
      const told = outcome(element);
      await click(markup.querySelector('button')!);
      expect(await told).to.equal('sent');
      expect(element.querySelector('form') === form).to.be.true;
      expect(form.elements.namedItem('name') === input).to.be.true;
      expect(leadOf(network.calls[0]!).fields).to.deep.equal({ name: 'Rosa' });
      markup.remove();
    });

    it("the element's action wins over the form's", async () => {
      const element = await authored();
      element.action = '/better';
      await fillAndSend(element);
      expect(network.calls[0]!.url.pathname).to.equal('/better');
    });

    it('works whatever its fields are called', async () => {
      const names = [
        ...['action', 'submit', 'elements', 'method', 'reset', 'attributes', 'noValidate', 'id'],
        ...['children', 'parentNode', 'append', 'prepend', 'querySelectorAll', 'addEventListener'],
        ...['getAttribute', 'dispatchEvent', 'length', 'nodeName', 'ownerDocument', 'remove'],
        ...[
          'getRootNode',
          'closest',
          'matches',
          'requestSubmit',
          'reportValidity',
          'name',
          'toString',
        ],
        ...['__proto__', 'constructor', 'hasOwnProperty'],
      ];
      const failing: string[] = [];
      for (const name of names) {
        const element = await fixture<ContactForm>(html`
          <contact-form>
            <form action="/lead" method="post">
              <label for="odd">Odd</label><input id="odd" name=${name} required />
              <label for="even">Even</label><input id="even" name="message" required />
              <button>Send</button>
            </form>
          </contact-form>
        `);
        network.calls.length = 0;
        try {
          const form = element.querySelector('form')!;
          const find = (selector: string) =>
            Element.prototype.querySelector.call(form, selector) as HTMLElement | null;
          (find('#even') as HTMLInputElement).focus();
          await pause(20);
          await Promise.race([element.submit(), pause(5000)]);
          if (!find('[data-clinic="summary"]')) failing.push(`${name}: no summary`);
          (find('#odd') as HTMLInputElement).value = 'odd answer';
          (find('#even') as HTMLInputElement).value = 'even answer';
          const told = outcome(element);
          (find('button') as HTMLButtonElement).click();
          const end = await Promise.race([told, pause(10_000).then(() => 'nothing happened')]);
          if (end !== 'sent') failing.push(`${name}: ${end}`);
          if (network.calls[0]?.url.pathname !== '/lead') failing.push(`${name}: wrong address`);
          if (!network.calls[0]?.text.includes('odd answer')) failing.push(`${name}: no answer`);
        } catch (error) {
          failing.push(`${name}: ${String(error)}`);
        }
        element.remove();
      }
      expect(failing.join('\n')).to.equal('');
    });

    it('a listener of the author’s that takes the submit over keeps it', async () => {
      const element = await authored();
      element.prefill(ANSWERS);
      element.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
      await click(sendButton(element));
      await pause(100);
      expect(network.calls.length).to.equal(0);
    });

    it('asks about a group of radio buttons once, and is content with one choice', async () => {
      const element = await fixture<ContactForm>(html`
        <contact-form action="/lead">
          <form>
            <fieldset>
              <legend>How shall we answer?</legend>
              <label><input type="radio" name="by" value="mail" required /> By email</label>
              <label><input type="radio" name="by" value="phone" required /> By phone</label>
            </fieldset>
            <label><input type="checkbox" name="agree" required /> I agree</label>
            <label for="topic">Topic</label>
            <select id="topic" name="topic" required>
              <option value="">Choose</option>
              <option>Knee</option>
            </select>
            <button>Send</button>
          </form>
        </contact-form>
      `);
      await element.submit();
      expect([...summary(element)!.querySelectorAll('li')].map(words)).to.deep.equal([
        'Choose “How shall we answer?”',
        'Tick “I agree”',
        'Choose “Topic”',
      ]);
      const [mail, phone] = element.querySelectorAll<HTMLInputElement>('[name="by"]');
      await click(phone!);
      expect(mail!.hasAttribute('aria-invalid')).to.be.false;
      await click(field(element, 'agree'));
      const topic = field(element, 'topic') as HTMLSelectElement;
      topic.value = 'Knee';
      topic.dispatchEvent(new Event('change', { bubbles: true }));
      expect(summary(element)).to.be.null;
      expect(await Promise.race([element.submit().then(() => outcome(element)), pause(50)])).to.be
        .undefined;
      expect(leadOf(network.calls[0]!).fields).to.deep.equal({
        by: 'phone',
        agree: 'on',
        topic: 'Knee',
      });
    });

    it('an error is never part of the name of a field whose label is around it', async () => {
      const element = await fixture<ContactForm>(html`
        <contact-form action="/lead">
          <form>
            <label>Your name <input name="name" required /></label>
            <button>Send</button>
          </form>
        </contact-form>
      `);
      await element.submit();
      const name = field(element, 'name');
      expect(words(name.labels![0]!)).to.equal('Your name');
      expect(description(name)).to.equal(MISSING.name);
    });

    it('several answers to one question are sent as a list', async () => {
      const element = await fixture<ContactForm>(html`
        <contact-form action="/lead">
          <form>
            <label><input type="checkbox" name="topic" value="knee" checked /> Knee</label>
            <label><input type="checkbox" name="topic" value="hip" checked /> Hip</label>
            <label><input type="checkbox" name="topic" value="back" /> Back</label>
            <button name="go" value="now">Send</button>
          </form>
        </contact-form>
      `);
      const told = outcome(element);
      await click(sendButton(element));
      expect(await told).to.equal('sent');
      expect(leadOf(network.calls[0]!).fields).to.deep.equal({
        topic: ['knee', 'hip'],
        go: 'now',
      });
    });

    it('prefill chooses among radio buttons and ticks boxes; it never changes what they stand for', async () => {
      const element = await fixture<ContactForm>(html`
        <contact-form action="/lead">
          <form>
            <label><input type="radio" name="by" value="mail" /> By email</label>
            <label><input type="radio" name="by" value="phone" /> By phone</label>
            <label><input type="checkbox" name="news" value="yes" /> News</label>
            <select name="topic" aria-label="Topic">
              <option>Knee</option>
              <option>Hip</option>
            </select>
            <button name="go" value="now">Send</button>
          </form>
        </contact-form>
      `);
      element.prefill({ by: 'phone', news: 'yes', topic: 'Hip', go: 'changed' });
      const [mail, phone] = element.querySelectorAll<HTMLInputElement>('[name="by"]');
      expect([mail!.value, phone!.value]).to.deep.equal(['mail', 'phone']);
      expect([mail!.checked, phone!.checked]).to.deep.equal([false, true]);
      const news = field(element, 'news') as HTMLInputElement;
      expect([news.value, news.checked]).to.deep.equal(['yes', true]);
      expect(field(element, 'topic').value).to.equal('Hip');
      expect(sendButton(element).value).to.equal('now');
    });

    it('prefill does not stumble over a field for files', async () => {
      const element = await fixture<ContactForm>(html`
        <contact-form action="/lead">
          <form>
            <input type="file" name="scan" aria-label="Scan" />
            <input name="name" aria-label="Name" /><button>Send</button>
          </form>
        </contact-form>
      `);
      expect(() => element.prefill({ scan: 'scan.pdf', name: 'Rosa' })).to.not.throw();
      expect(field(element, 'name').value).to.equal('Rosa');
    });

    it('a form that a script puts in later is taken in hand like any other', async () => {
      const element = await fixture<ContactForm>(
        html`<contact-form action="/lead"></contact-form>`,
      );
      expect(formOf(element).getRootNode() === element.renderRoot).to.be.true;
      await click(field(element, 'name'));
      const form = document.createElement('form');
      const input = document.createElement('input');
      input.name = 'message';
      input.required = true;
      input.setAttribute('aria-label', 'Message');
      const button = document.createElement('button');
      button.textContent = 'Send';
      form.append(input, button);
      element.append(form);
      await waitUntil(() => !element.renderRoot.querySelector('form'));
      await click(button);
      await waitUntil(() => summary(element), 'no summary in the new form');
      expect([...summary(element)!.querySelectorAll('li')].map(words)).to.deep.equal([
        MISSING.message,
      ]);
      await type(input, 'Hello');
      const told = outcome(element);
      await click(button);
      expect(await told).to.equal('sent');
      expect(leadOf(network.calls[0]!).fields).to.deep.equal({ message: 'Hello' });
    });

    it('a saved copy of a page with messages on it starts clean', async () => {
      const first = await authored();
      await first.submit();
      const copy = document.createElement('div');
      copy.innerHTML = first.outerHTML;
      first.remove();
      document.body.append(copy);
      const element = copy.querySelector<ContactForm>('contact-form')!;
      await element.updateComplete;
      await type(field(element, 'name'), 'R');
      await waitUntil(() => trap(element));
      await pause(50);
      const form = formOf(element);
      expect(form.querySelectorAll(`[name="${TRAP_INPUT}"]`)).to.have.length(1);
      expect(form.querySelectorAll('[data-clinic="status"]')).to.have.length(1);
      expect(form.querySelectorAll('[data-clinic="summary"], [data-clinic="error"]')).to.be.empty;
      expect(form.querySelectorAll('[aria-invalid]')).to.be.empty;
      expect(description(field(element, 'email')), 'no description that is gone').to.equal(
        'We answer here.',
      );
      copy.remove();
    });

    it('a button that asks for no check is not checked', async () => {
      const element = await fixture<ContactForm>(html`
        <contact-form action="/lead">
          <form>
            <input name="name" required aria-label="Name" value="" />
            <input name="message" aria-label="Message" value="Call me" />
            <button formnovalidate>Send</button>
          </form>
        </contact-form>
      `);
      const told = outcome(element);
      await click(sendButton(element));
      expect(await told).to.equal('sent');
    });

    it("an author's own rule is said in the author's words", async () => {
      const element = await authored();
      element.prefill(ANSWERS);
      (field(element, 'phone') as HTMLInputElement).setCustomValidity('We need ten digits.');
      await element.submit();
      expect([...summary(element)!.querySelectorAll('li')].map(words)).to.deep.equal([
        'We need ten digits.',
      ]);
    });

    it('what an element sends after it was moved in the page is the same', async () => {
      const element = await authored();
      element.prefill(ANSWERS);
      const place = document.createElement('section');
      document.body.append(place);
      place.append(element);
      await element.updateComplete;
      const told = outcome(element);
      await click(sendButton(element));
      expect(await told).to.equal('sent');
      expect(network.calls.length).to.equal(1);
      place.remove();
    });
  });

  // A suite of its own: mocha runs a suite's own tests before the suites within it.
  describe('in all of these tests', () => {
    it('the browser never posted a form by itself', () => {
      expect(posted.join('\n')).to.equal('');
    });
  });
});
