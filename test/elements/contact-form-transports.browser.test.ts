// What a visitor and an author meet where a contact form speaks to somebody else's endpoint.
import '../../src/testing.js';
import '../../src/elements/contact-form/define.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { ContactForm } from '../../src/elements/contact-form/contact-form.js';
import type { ContactFailedEvent } from '../../src/elements/contact-form/events.js';
import type { Lead } from '../../src/leads/lead.js';
import type { Transport } from '../../src/leads/transports/transport.js';
import { click, Network, watchConsole, words } from './support.js';
import type { Answer, Call } from './support.js';

type Control = HTMLInputElement | HTMLTextAreaElement;

const CF7 = 'https://wp.example/wp-json/contact-form-7/v1/contact-forms/814/feedback';
const GRAVITY = 'https://wp.example/wp-json/gf/v2/forms/3/submissions';
const HUBSPOT =
  'https://api.hsforms.com/submissions/v3/integration/submit/1234567/00000000-0000-4000-8000-000000000000';
const FORMSPREE = 'https://formspree.io/f/abcdwxyz';
const SALESFORCE = 'https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8';

const json =
  (status: number, body: unknown, headers: HeadersInit = {}): Answer =>
  () =>
    Response.json(body, { status, headers });

/** An author's form with the names that the endpoint wants. */
function authored(
  action: string,
  names: { name: string; email: string; message: string },
  transport?: string,
): Promise<ContactForm> {
  const field = (label: string, name: string): TemplateResult =>
    html`<p>
      <label>${label} <input name=${name} /></label>
    </p>`;
  return fixture<ContactForm>(html`
    <contact-form phone="(210) 555-0142" transport=${transport ?? ''}>
      <form action=${action} method="post">
        ${field('Your name', names.name)} ${field('Email', names.email)}
        ${field('Message', names.message)}
        <button>Send</button>
      </form>
    </contact-form>
  `);
}

const field = (element: ContactForm, name: string): Control =>
  element.querySelector<Control>(`[name="${name}"]`)!;
/** What stands beside a field and is read with it. */
const messageAt = (element: ContactForm, name: string): string =>
  (field(element, name).getAttribute('aria-describedby') ?? '')
    .split(/\s+/)
    .map((id) => (id ? words(document.getElementById(id)) : ''))
    .join(' ');
const thanks = (element: ContactForm): HTMLElement | null =>
  element.renderRoot.querySelector<HTMLElement>('[part="thanks"]');
const notice = (element: ContactForm): string =>
  words(element.querySelector('[data-clinic="notice"], [data-clinic="summary"]'));

async function fillAndSend(
  element: ContactForm,
  values: Record<string, string>,
): Promise<'sent' | string> {
  element.prefill(values);
  const told = new Promise<string>((resolve) => {
    element.addEventListener('contact-sent', () => resolve('sent'), { once: true });
    element.addEventListener(
      'contact-failed',
      (event) => resolve((event as ContactFailedEvent).reason),
      { once: true },
    );
  });
  await click(element.querySelector('button')!);
  return told;
}

const formOf = async ({ text, headers }: Call): Promise<Record<string, FormDataEntryValue>> =>
  Object.fromEntries(
    await new Response(text, {
      headers: { 'content-type': headers.get('content-type') ?? '' },
    }).formData(),
  );

describe('<contact-form> and somebody else’s endpoint', () => {
  let network: Network;
  let lines: ReturnType<typeof watchConsole>;
  const { submit } = HTMLFormElement.prototype;
  beforeEach(() => {
    network = new Network(json(500, {}));
    lines = watchConsole();
  });
  afterEach(() => {
    network.restore();
    lines.restore();
    HTMLFormElement.prototype.submit = submit;
  });

  const NAMES = { name: 'your-name', email: 'your-email', message: 'your-message' };
  const VALUES = { 'your-name': 'Rosa', 'your-email': 'rosa@', 'your-message': 'My knee\nhurts.' };

  describe('Contact Form 7', () => {
    it('says at each field what is wrong with it, although the answer is a 200', async () => {
      network.answer = json(200, {
        status: 'validation_failed',
        message: 'One or more fields have an error.',
        invalid_fields: [
          { field: 'your-message', message: 'Say a <em>little</em> more.' },
          { field: 'your-email', message: 'That isn&#8217;t an address.' },
        ],
      });
      const element = await authored(CF7, NAMES);
      expect(await fillAndSend(element, VALUES)).to.equal('rejected');
      expect(messageAt(element, 'your-email')).to.contain('That isn’t an address.');
      expect(messageAt(element, 'your-message')).to.contain('Say a little more.');
      expect(field(element, 'your-name').hasAttribute('aria-invalid')).to.be.false;
      expect(field(element, 'your-email').value, 'nothing is cleared').to.equal('rosa@');
      expect(network.calls.length).to.equal(1);
    });

    it('thanks the visitor with its own words, as text', async () => {
      network.answer = json(200, {
        status: 'mail_sent',
        message: 'Gracias &amp; <b>hasta luego</b>.<script>document.title = "x"</script>',
      });
      const element = await authored(CF7, NAMES);
      expect(await fillAndSend(element, VALUES)).to.equal('sent');
      expect(words(thanks(element))).to.contain('Gracias & hasta luego.');
      const sent = await formOf(network.calls[0]!);
      expect(sent['your-name']).to.equal('Rosa');
      expect(sent['_wpcf7_unit_tag']).to.equal('wpcf7-f814-o1');
      expect(Object.keys(sent).filter((name) => name.startsWith('_clinic'))).to.deep.equal([]);
    });

    it('that cannot send mail is not called sent, and is not asked again', async () => {
      network.answer = json(200, { status: 'mail_failed', message: 'Try again later.' });
      const element = await authored(CF7, NAMES);
      expect(await fillAndSend(element, VALUES)).to.equal('failed');
      expect(notice(element)).to.contain('has not been sent').and.to.contain('(210) 555-0142');
      expect(network.calls.length).to.equal(1);
    });

    it('after an answer of no meaning, warns that a second message may be a second letter', async () => {
      network.answer = () => new Response('<h1>Wi-Fi log-in</h1>');
      const element = await authored(CF7, NAMES);
      expect(await fillAndSend(element, VALUES)).to.equal('unconfirmed');
      expect(notice(element)).to.contain('may get it twice');
      expect(network.calls.length, 'never by itself').to.equal(1);
    });
  });

  describe('Gravity Forms', () => {
    const names = { name: 'input_1.3', email: 'input_2', message: 'input_3' };
    const values = { 'input_1.3': 'Rosa', input_2: 'rosa@', input_3: 'My knee hurts.' };

    it('says at each field what is wrong with it, by the field’s number', async () => {
      network.answer = json(400, {
        is_valid: false,
        validation_messages: { 1: 'Your <strong>first</strong> name.', 2: 'An address, please.' },
      });
      const element = await authored(GRAVITY, names);
      expect(await fillAndSend(element, values)).to.equal('rejected');
      expect(messageAt(element, 'input_1.3')).to.contain('Your first name.');
      expect(messageAt(element, 'input_2')).to.contain('An address, please.');
      expect(field(element, 'input_3').hasAttribute('aria-invalid')).to.be.false;
    });

    it('thanks the visitor with its confirmation, as text', async () => {
      network.answer = json(200, {
        is_valid: true,
        confirmation_type: 'message',
        confirmation_message: '<div class="gform_confirmation"><p>We&#8217;ll call.</p></div>',
      });
      const element = await authored(GRAVITY, names);
      expect(await fillAndSend(element, values)).to.equal('sent');
      expect(words(thanks(element))).to.contain('We’ll call.');
      expect(thanks(element)!.querySelector('.gform_confirmation')).to.equal(null);
    });
  });

  describe('HubSpot', () => {
    const names = { name: 'firstname', email: '0-1/email', message: 'message' };
    const values = { firstname: 'Rosa', '0-1/email': 'rosa@', message: 'My knee hurts.' };

    it('says at its field what is wrong with it, without its way of saying where', async () => {
      network.answer = json(400, {
        status: 'error',
        errors: [
          { message: "Error in 'fields.email'. Invalid email address", errorType: 'INVALID_EMAIL' },
        ],
      });
      const element = await authored(HUBSPOT, names);
      expect(await fillAndSend(element, values)).to.equal('rejected');
      expect(messageAt(element, '0-1/email')).to.contain('Invalid email address');
      expect(notice(element)).not.to.contain('fields.email');
    });

    it('thanks the visitor, and learns no cookie', async () => {
      network.answer = json(200, { inlineMessage: '<p>Thanks for <em>writing</em>.</p>' });
      const element = await authored(HUBSPOT, names);
      expect(await fillAndSend(element, values)).to.equal('sent');
      expect(words(thanks(element))).to.contain('Thanks for writing.');
      const { fields, context } = JSON.parse(network.calls[0]!.text) as {
        fields: unknown[];
        context: object;
      };
      expect(fields).to.deep.equal([
        { name: 'firstname', value: 'Rosa' },
        { objectTypeId: '0-1', name: 'email', value: 'rosa@' },
        { name: 'message', value: 'My knee hurts.' },
      ]);
      expect(context).to.deep.equal({ pageUri: location.origin + location.pathname });
    });
  });

  describe('native', () => {
    /** Keeps the page, and notes what would have been posted. */
    function watchPosts(): { action: string; method: string; fields: [string, string][] }[] {
      const posts: { action: string; method: string; fields: [string, string][] }[] = [];
      HTMLFormElement.prototype.submit = function () {
        const fields = [...new FormData(this)] as [string, string][];
        posts.push({ action: this.action, method: this.method, fields });
      };
      return posts;
    }

    for (const transport of ['native', undefined]) {
      it(`lets the browser post the form with transport=${transport}, and makes no request`, async () => {
        const posts = watchPosts();
        const element = await authored(
          SALESFORCE,
          { name: 'last_name', email: 'email', message: 'description' },
          transport,
        );
        element.prefill({ last_name: 'Delgado', email: 'rosa@example.com', description: 'Knee.' });
        await click(element.querySelector('button')!);
        await waitUntil(() => posts.length, 'posted');
        expect(network.calls).to.deep.equal([]);
        const [{ action, method, fields }] = posts as [(typeof posts)[0]];
        expect(action).to.equal(SALESFORCE);
        expect(method).to.equal('post');
        const { _clinic_id, _clinic_ref, ...rest } = Object.fromEntries(fields);
        expect(rest).to.deep.equal({
          last_name: 'Delgado',
          email: 'rosa@example.com',
          description: 'Knee.',
        });
        expect(_clinic_id).to.match(/^[0-9a-f-]{36}$/);
        expect(_clinic_ref, 'the trap').to.equal('');
      });
    }

    it('checks the form first', async () => {
      const posts = watchPosts();
      const element = await authored(SALESFORCE, NAMES, 'native');
      field(element, 'your-name').required = true;
      expect(await fillAndSend(element, {})).to.equal('invalid');
      expect(posts).to.deep.equal([]);
    });

    it('adds its inputs once, also after the Back button', async () => {
      const posts = watchPosts();
      const element = await authored(SALESFORCE, NAMES, 'native');
      element.prefill({ 'your-name': 'Rosa' });
      for (const times of [1, 2]) {
        await click(element.querySelector('button')!);
        await waitUntil(() => posts.length === times, 'posted');
      }
      const ids = posts[1]!.fields.filter(([name]) => name === '_clinic_id');
      expect(ids.length).to.equal(1);
    });

    it('is not stopped by a field that is called "submit"', async () => {
      const posts = watchPosts();
      const element = await authored(SALESFORCE, { ...NAMES, message: 'submit' }, 'native');
      element.prefill({ submit: 'x' });
      await click(element.querySelector('button')!);
      await waitUntil(() => posts.length, 'posted');
    });
  });

  describe('by the look of the address', () => {
    it('chooses, and tells the author once', async () => {
      network.answer = json(200, { ok: true, next: '/thanks' });
      for (let times = 0; times < 2; times++) {
        const element = await authored(FORMSPREE, NAMES);
        expect(await fillAndSend(element, VALUES)).to.equal('sent');
      }
      expect((await formOf(network.calls[0]!))['your-name']).to.equal('Rosa');
      const told = lines.lines.filter((line) => line.includes('formspree'));
      expect(told.length).to.equal(1);
      expect(told[0]).to.contain('transport="formspree"');
    });

    it('sends JSON where nothing is to be seen, and says nothing', async () => {
      network.answer = (call) => {
        const { id } = JSON.parse(call.text) as Lead;
        return Response.json({ ok: true, id, receipt: 'A-17' });
      };
      const element = await authored('/lead', NAMES);
      expect(await fillAndSend(element, VALUES)).to.equal('sent');
      expect(lines.lines).to.deep.equal([]);
    });

    it('goes on after a name that there is none of, and tells the author', async () => {
      network.answer = json(200, { ok: true });
      const element = await authored(FORMSPREE, NAMES, 'formspre');
      expect(await fillAndSend(element, VALUES)).to.equal('sent');
      expect(lines.lines.join('\n')).to.contain('"transport" is none of auto, json');
    });
  });

  it('learns from which site the visitor comes, and not from which page', async () => {
    const policies: string[] = [];
    const stub = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      policies.push(new Request((input as Request).clone(), init).referrerPolicy);
      return stub(input, init);
    };
    for (const [action, transport] of [
      [CF7, 'contact-form-7'],
      [GRAVITY, 'gravity-forms'],
      [HUBSPOT, 'hubspot'],
      [FORMSPREE, 'formspree'],
    ] as const)
      await fillAndSend(await authored(action, NAMES, transport), VALUES);
    expect(policies).to.deep.equal(Array(4).fill('strict-origin'));
  });

  it('may be spoken to by an object of the page’s own', async () => {
    const own: Transport = {
      request: ({ action, lead }) => new Request(action, { method: 'POST', body: lead.id }),
      reply: async (lead, response) => {
        const text = await response.text();
        return text === `got ${lead.id}`
          ? { kind: 'accepted', receipt: 'B-1', message: 'By the page itself.' }
          : { kind: 'unclear' };
      },
    };
    network.answer = ({ text }) => new Response(`got ${text}`);
    const element = await authored('/own', NAMES);
    element.transport = own;
    expect(await fillAndSend(element, VALUES)).to.equal('sent');
    expect(words(thanks(element)))
      .to.contain('By the page itself.')
      .and.to.contain('B-1');
  });

  it('"form" carries a chosen file, and its receipt names the message', async function () {
    const file = new File(['%PDF'], 'scan.pdf', { type: 'application/pdf' });
    const body = new FormData();
    body.append('scan', file);
    // WebKit sends files and cannot read them back out of a request, which is all that this test sees.
    if (!(await new Response(body).text().catch(() => ''))) this.skip();
    network.answer = async (call) => {
      const { _clinic_id: id } = await formOf(call);
      return Response.json({ ok: true, id, receipt: 'A-18' });
    };
    const element = await fixture<ContactForm>(html`
      <contact-form action="/lead" transport="form">
        <form>
          <label>Message <input name="message" /></label>
          <label>Scan <input type="file" name="scan" /></label>
          <button>Send</button>
        </form>
      </contact-form>
    `);
    const chosen = new DataTransfer();
    chosen.items.add(file);
    (field(element, 'scan') as HTMLInputElement).files = chosen.files;
    expect(await fillAndSend(element, { message: 'See the scan.' })).to.equal('sent');
    const { scan, message } = await formOf(network.calls[0]!);
    expect(message).to.equal('See the scan.');
    expect((scan as File).name).to.equal('scan.pdf');
    expect(await (scan as File).text()).to.equal('%PDF');
  });
});
