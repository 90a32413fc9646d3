// Proof of work, as a visitor and a clinic meet it: nobody notices it, and no message waits for it long.
import '../../src/testing.js';
import '../../src/elements/contact-form/define.js';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { ContactForm } from '../../src/elements/contact-form/contact-form.js';
import { FormProof, PROOF_PATIENCE } from '../../src/elements/contact-form/form-proof.js';
import type { Lead } from '../../src/leads/lead.js';
import { click, Network, never, pause, type, watchConsole, type Answer } from './support.js';

const SECRET = 'a secret of the test';

const challenge = (more: Partial<Parameters<typeof createChallenge>[0]> = {}) =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 100,
    counter: 20,
    deriveKey,
    hmacSignatureSecret: SECRET,
    ...more,
  });
/** Cannot be solved: its prefix is longer than luck. */
const endless = () => challenge({ counter: undefined, keyPrefix: 'f'.repeat(32) });
const given = async (): Promise<Response> => Response.json(await challenge());

const verified = async (proof: string | undefined): Promise<boolean> => {
  const payload = JSON.parse(atob(proof ?? '')) as Parameters<typeof verifySolution>[0];
  const result = await verifySolution({ ...payload, deriveKey, hmacSignatureSecret: SECRET });
  return result.verified;
};

const leadOf = (text: string): Lead => JSON.parse(text) as Lead;
const WRITTEN = 'My knee hurts.';

describe('<contact-form challenge-url>', () => {
  let network: Network;
  let challenges: (url: URL) => Response | Promise<Response>;
  let said: ReturnType<typeof watchConsole>;
  let endpoint: Answer;

  const asked = () => network.calls.filter(({ url }) => url.pathname === '/challenge');
  const leads = () => network.calls.filter(({ method }) => method === 'POST');
  const receipt: Answer = ({ text }) =>
    Response.json({ ok: true, id: leadOf(text).id, receipt: 'A-17' }, { status: 201 });

  beforeEach(() => {
    challenges = given;
    endpoint = receipt;
    network = new Network((call, index) =>
      call.url.pathname === '/challenge' ? challenges(call.url) : endpoint(call, index),
    );
    said = watchConsole();
  });
  afterEach(() => {
    said.restore();
    network.restore();
  });

  const own = () =>
    fixture<ContactForm>(
      html`<contact-form
        action="/lead"
        fields="message"
        challenge-url="/challenge"
      ></contact-form>`,
    );
  const authored = () =>
    fixture<ContactForm>(html`
      <contact-form action="/lead" challenge-url="/challenge">
        <form method="post">
          <label for="p-message">Message</label><input id="p-message" name="message" required />
          <label for="p-matches">Matches</label><input id="p-matches" name="matches" />
          <button>Send</button>
        </form>
      </contact-form>
    `);

  const part = <E extends HTMLElement>(element: ContactForm, selector: string): E =>
    (element.querySelector<E>(selector) ?? element.renderRoot.querySelector<E>(selector))!;
  const message = (element: ContactForm) => part<HTMLInputElement>(element, '[name="message"]');
  const sendButton = (element: ContactForm) =>
    part<HTMLButtonElement>(element, 'button:is([type="submit"], :not([type]))');

  async function writeAndSend(element: ContactForm): Promise<Lead> {
    const sent = oneEvent(element, 'contact-sent');
    await type(message(element), WRITTEN);
    await click(sendButton(element));
    await sent;
    return leadOf(leads().at(-1)!.text);
  }

  for (const [kind, make] of [
    ['its own form', own],
    ["the author's form", authored],
  ] as const) {
    describe(`with ${kind}`, () => {
      it('fetches nothing before the visitor is in the form', async () => {
        const element = await make();
        element.scrollIntoView();
        await waitUntil(() => part(element, '[data-clinic="status"]'), 'the sending code is there');
        await pause(100);
        expect(network.calls).to.be.empty;
        message(element).focus();
        await waitUntil(() => asked().length === 1, 'the challenge is asked for');
      });

      it('sends a proof that the server believes, and says nothing of it', async () => {
        const element = await make();
        const { signals } = await writeAndSend(element);
        expect(await verified(signals.proof)).to.be.true;
        expect(asked()).to.have.length(1);
        expect(said.lines).to.be.empty;
      });
    });
  }

  it('asks for nothing where the page does not', async () => {
    const element = await fixture<ContactForm>(
      html`<contact-form action="/lead" fields="message"></contact-form>`,
    );
    const { signals } = await writeAndSend(element);
    expect(signals).not.to.have.property('proof');
    expect(asked()).to.be.empty;
  });

  it('works for a visitor who was in the form before the code was there', async () => {
    const element = await own();
    message(element).focus();
    await waitUntil(() => asked().length === 1, 'the challenge is asked for');
  });

  it('asks for a challenge without cookies, and with nothing of what was written', async () => {
    const element = await own();
    await writeAndSend(element);
    const [call] = asked();
    expect([call!.method, call!.url.search, call!.text]).to.deep.equal(['GET', '', '']);
  });

  it('has a new proof for a second message, and the same one for a message sent again', async () => {
    const element = await own();
    endpoint = () => new Response('', { status: 503, headers: { 'retry-after': '3600' } });
    const failed = oneEvent(element, 'contact-failed');
    await type(message(element), WRITTEN);
    await click(sendButton(element));
    await failed;
    endpoint = receipt;
    const sent = oneEvent(element, 'contact-sent');
    await click(sendButton(element));
    await sent;
    element.reset();
    await element.updateComplete;
    await writeAndSend(element);
    const proofs = leads().map(({ text }) => leadOf(text).signals.proof);
    expect(proofs).to.have.length(3);
    expect(proofs[1], 'sent again').to.equal(proofs[0]);
    expect(proofs[2], 'the second message').not.to.equal(proofs[1]);
    expect(await verified(proofs[2])).to.be.true;
    expect(asked()).to.have.length(2);
  });

  it('has a new proof for a message that was edited after an unknown end', async () => {
    const element = await own();
    endpoint = () => new Response('', { status: 503, headers: { 'retry-after': '3600' } });
    const failed = oneEvent(element, 'contact-failed');
    await type(message(element), WRITTEN);
    await click(sendButton(element));
    await failed;
    endpoint = receipt;
    await writeAndSend(element);
    const [first, second] = leads().map(({ text }) => leadOf(text));
    expect(second!.supersedes).to.deep.equal([first!.id]);
    expect(second!.signals.proof).not.to.equal(first!.signals.proof);
  });

  it('asks again where the challenge has ended while the visitor wrote', async () => {
    let round = 0;
    challenges = async () =>
      Response.json(await challenge({ expiresAt: round++ ? 4_000_000_000 : 1_000_000_000 }));
    const element = await own();
    const { signals } = await writeAndSend(element);
    expect(await verified(signals.proof)).to.be.true;
    expect(asked().length).to.be.greaterThan(1);
  });

  describe('sends the message all the same, without a proof,', () => {
    const rows: [string, () => Response | Promise<Response>][] = [
      ['where the host is down', () => Promise.reject(new TypeError('Failed to fetch'))],
      ['where the host is broken', () => new Response('', { status: 500 })],
      ['where a page comes instead', () => new Response('<!doctype html><p>Log in')],
      ['where the challenge is of another kind', () => Response.json({ salt: 'a' })],
      ['where the host never answers', never],
      ['where the work is not done in time', async () => Response.json(await endless())],
    ];
    const lines: string[] = [];
    for (const [name, answer] of rows) {
      it(name, async () => {
        challenges = answer;
        const element = await own();
        const { fields, signals } = await writeAndSend(element);
        expect(fields['message']).to.equal(WRITTEN);
        expect(signals).not.to.have.property('proof');
        expect(part(element, '[part="thanks"]')).to.exist;
        lines.push(...said.lines);
      });
    }

    it('and tells the developer once what is wrong with the address', () => {
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(/^<contact-form>: .*"challenge-url" must answer with/);
    });

    it('where the address is none', async () => {
      const element = await fixture<ContactForm>(
        html`<contact-form
          action="/lead"
          fields="message"
          challenge-url="javascript:alert(1)"
        ></contact-form>`,
      );
      const { signals } = await writeAndSend(element);
      expect(signals).not.to.have.property('proof');
      expect(network.calls).to.have.length(1);
    });

    it('and shows that it is on its way while it waits', async () => {
      challenges = never;
      const element = await own();
      const sent = oneEvent(element, 'contact-sent');
      await type(message(element), WRITTEN);
      await click(sendButton(element));
      await waitUntil(() => element.matches(':state(sending)'), 'it shows');
      expect(leads()).to.be.empty;
      expect(sendButton(element).getAttribute('aria-disabled')).to.equal('true');
      expect(part(element, '[data-clinic="status"]').textContent).to.equal('Sending your message…');
      await click(sendButton(element));
      await sent;
      expect(leads(), 'a second press is the same').to.have.length(1);
    });

    it('at once, and so that it outlives the page, when the visitor leaves meanwhile', async () => {
      challenges = never;
      endpoint = never;
      const element = await own();
      await type(message(element), WRITTEN);
      await click(sendButton(element));
      await waitUntil(() => element.matches(':state(sending)'), 'it waits');
      const recorded = globalThis.fetch;
      let outlives = false;
      globalThis.fetch = (input, init) => {
        outlives = init?.keepalive ?? false;
        return recorded(input, init);
      };
      // As the browser does: nothing but this event, and what follows from it at once.
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      await pause(0);
      expect(outlives).to.be.true;
      await waitUntil(() => leads().length, 'it is sent');
      expect(leadOf(leads().at(-1)!.text).fields['message']).to.equal(WRITTEN);
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      element.reset();
    });
  });

  it('does without where the code that works does not load', async () => {
    const warnings: string[] = [];
    const proof = new FormProof({
      address: () => new URL('/challenge', location.href),
      load: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
      warn: (line) => void warnings.push(line),
    });
    expect(await proof.read('answers', PROOF_PATIENCE)).to.be.undefined;
    expect(warnings).to.have.length(1);
  });

  it('sends nothing that the page cleared while it waited', async () => {
    challenges = never;
    const element = await own();
    await type(message(element), WRITTEN);
    await click(sendButton(element));
    await waitUntil(() => element.matches(':state(sending)'), 'it waits');
    element.reset();
    await pause(PROOF_PATIENCE + 100);
    expect(leads()).to.be.empty;
    expect(element.matches(':state(sending)')).to.be.false;
  });

  it('stops the work when the element leaves the page', async () => {
    challenges = async () => Response.json(await endless());
    const element = await own();
    let steps = 0;
    const { deriveBits } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.deriveBits = function (...args) {
      steps += 1;
      return deriveBits.apply(this, args);
    };
    try {
      message(element).focus();
      await waitUntil(() => steps > 3, 'it works');
      element.remove();
      await pause(50);
      const then = steps;
      await pause(200);
      expect(steps, 'nothing more is done').to.equal(then);
      expect(said.lines).to.be.empty;
    } finally {
      SubtleCrypto.prototype.deriveBits = deriveBits;
    }
  });

  it('lets other things run while it works, even where the browser does each step at once', async () => {
    challenges = async () => Response.json(await endless());
    const element = await own();
    let steps = 0;
    let inOneGo = 0;
    let most = 0;
    const { deriveBits } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.deriveBits = () => {
      steps += 1;
      inOneGo += 1;
      most = Math.max(most, inOneGo);
      setTimeout(() => (inOneGo = 0));
      // About the time that a step takes; as long as nothing else is done, nobody can write.
      for (const end = performance.now() + 2; performance.now() < end;);
      return Promise.resolve(new ArrayBuffer(32));
    };
    try {
      message(element).focus();
      await waitUntil(() => steps > 200, 'it works', { timeout: 5_000 });
      expect(most, 'steps in one go; 100 with the pauses of the library alone').to.be.below(50);
    } finally {
      SubtleCrypto.prototype.deriveBits = deriveBits;
      element.remove();
    }
  });

  it('works under the strictest policy, from the built library', async () => {
    const frame = document.createElement('iframe');
    frame.src = '/strict-page';
    frame.width = '800';
    frame.height = '600';
    document.body.append(frame);
    await oneEvent(frame, 'load');
    const page = frame.contentWindow as Window &
      typeof globalThis & {
        violations: string[];
        consoleLines: string[];
      };
    await page.customElements.whenDefined('contact-form');
    // The policy holds for the page's own requests; only what answers is ours.
    let posted = '';
    page.fetch = async (input, init) => {
      const request = new page.Request(input, init);
      if (new URL(request.url).pathname === '/challenge') return given();
      posted = await request.text();
      return receipt({ text: posted } as Parameters<Answer>[0], 0);
    };
    const form = page.document.createElement('form');
    form.method = 'post';
    const input = page.document.createElement('input');
    input.name = 'message';
    input.value = WRITTEN;
    const button = page.document.createElement('button');
    button.textContent = 'Send';
    form.append(input, button);
    const element = page.document.createElement('contact-form');
    element.setAttribute('action', '/lead');
    element.setAttribute('challenge-url', '/challenge');
    element.append(form);
    page.document.body.append(element);
    const sent = oneEvent(element, 'contact-sent');
    frame.contentWindow!.focus();
    input.focus();
    button.click();
    await sent;
    expect(await verified(leadOf(posted).signals.proof)).to.be.true;
    expect(page.violations).to.be.empty;
    expect(page.consoleLines).to.be.empty;
    const names = page.performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname);
    expect(names.some((name) => /\/chunks\/proof-[\w-]+\.js$/.test(name))).to.be.true;
    frame.remove();
  });
});
