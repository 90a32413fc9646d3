// What a visitor and an author meet in a form that the author wrote: as it is, as an editor leaves it, and
// moved into the closed root.
import '../../src/testing.js';
import '../../src/elements/contact-form/define.js';
import '../../src/locales/es.js';
import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import { ContactForm } from '../../src/elements/contact-form/contact-form.js';
import type { ContactFailedEvent } from '../../src/elements/contact-form/events.js';
import { TRAP_INPUT, type Lead } from '../../src/leads/lead.js';
import { axeViolations } from '../support/axe.js';
import { storiesOf } from '../support/stories.js';
import { click, Network, parsed, pause, stringsIn, type, watchConsole, words } from './support.js';
import type { Answer } from './support.js';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const CHROMIUM = 'userAgentData' in navigator;

const receipt: Answer = ({ text, headers }) => {
  const id = headers.get('idempotency-key')?.replaceAll('"', '') ?? (JSON.parse(text) as Lead).id;
  return Response.json({ ok: true, id, receipt: 'A-17' }, { status: 201 });
};

const make = (markup: string): Promise<ContactForm> => parsed<ContactForm>(markup, 'contact-form');
const root = (element: ContactForm): ParentNode =>
  element.querySelector('form') ? element : element.renderRoot;
const formOf = (element: ContactForm): HTMLFormElement => root(element).querySelector('form')!;
const find = <E extends Element = HTMLElement>(element: ContactForm, selector: string): E =>
  root(element).querySelector<E>(selector)!;
const field = (element: ContactForm, name: string): Control =>
  find<Control>(element, `[name="${name}"]`);
const names = (element: ContactForm): string[] =>
  [...formOf(element).elements]
    .map((control) => (control as Control).name)
    .filter((name) => name && name !== TRAP_INPUT);
const SEND = 'button:not([type]), [type="submit"], [type="image"]';
const buttons = (element: ContactForm): HTMLElement[] => [
  ...root(element).querySelectorAll<HTMLElement>(SEND),
];
const summary = (element: ContactForm): HTMLElement | null =>
  find(element, ':is([data-clinic="summary"], [data-clinic="notice"])');
const problems = (element: ContactForm): string[] =>
  [...(summary(element)?.querySelectorAll('li') ?? [])].map(words);
const errors = (element: ContactForm): HTMLElement[] => [
  ...root(element).querySelectorAll<HTMLElement>('[data-clinic="error"]'),
];
const description = (control: Element): string =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((id) => words((control.getRootNode() as Document).getElementById(id)))
    .join(' | ');
const focused = (element: ContactForm): Element | null =>
  document.activeElement === element
    ? (element.renderRoot as ShadowRoot).activeElement
    : document.activeElement;

/** The next outcome that the form tells the page. */
const outcome = (element: ContactForm): Promise<string> =>
  new Promise((resolve) => {
    const tell = (event: Event) => resolve((event as ContactFailedEvent).reason ?? 'sent');
    for (const name of ['contact-sent', 'contact-failed'])
      element.addEventListener(name, tell, { once: true });
  });

/** Until the author's form is where it belongs. */
const taken = (element: ContactForm): Promise<void> =>
  waitUntil(
    () =>
      element.shielded
        ? element.renderRoot.querySelector('form:not([part])')
        : element.querySelector('form'),
    'no form',
  );

async function bare(inside: string, attributes = ''): Promise<ContactForm> {
  const element = await make(`<contact-form action="/lead" ${attributes}>${inside}</contact-form>`);
  await taken(element);
  await element.updateComplete;
  return element;
}

const withForm = (inside: string, attributes = '', form = 'action="/lead" method="post"') =>
  make(`<contact-form ${attributes}><form ${form}>${inside}</form></contact-form>`);

const BARE = `<label for="b-name">Your name</label> <input id="b-name" class="own" name="name" required>
  <label>Email <input type="email" name="email" required></label>`;

describe('<contact-form> with a form of the author’s', () => {
  let network: Network;
  const posted: string[] = [];
  const keepPage = (event: Event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    posted.push('the browser posted a form');
  };
  before(() => window.addEventListener('submit', keepPage));
  after(() => window.removeEventListener('submit', keepPage));
  beforeEach(() => {
    network = new Network(receipt);
  });
  afterEach(() => {
    network.restore();
    fixtureCleanup();
  });

  const sentFields = (call = 0): Lead['fields'] =>
    (JSON.parse(network.calls[call]!.text) as Lead).fields;

  describe('labels and inputs whose form an editor dropped', () => {
    it('a visitor can fill them in and send them', async () => {
      const element = await bare(BARE);
      await type(field(element, 'name'), 'Rosa');
      await type(field(element, 'email'), 'rosa@example.com');
      const told = outcome(element);
      await sendKeys({ press: 'Enter' });
      expect(await told).to.equal('sent');
      expect(sentFields()).to.deep.equal({ name: 'Rosa', email: 'rosa@example.com' });
      expect(network.calls[0]!.url.pathname).to.equal('/lead');
    });

    it('the form round them would be posted to the same place without our code', async () => {
      const { method, action } = formOf(await bare(BARE));
      expect([method, new URL(action).pathname]).to.deep.equal(['post', '/lead']);
    });

    it('they are told what is missing', async () => {
      const element = await bare(BARE);
      await element.submit();
      expect(problems(element)).to.deep.equal(['Enter your full name', 'Enter an email address']);
    });

    it('they stay the very nodes, with ids, classes, listeners, values and order', async () => {
      const place = document.createElement('div');
      place.innerHTML = `<contact-form action="/lead"><h2>Write to us</h2><p>We answer soon.</p>
        ${BARE}<p>Not for emergencies.</p><textarea name="message" aria-label="Message"></textarea>
        <button>Go</button><p>Or call.</p></contact-form>`;
      const element = place.querySelector<ContactForm>('contact-form')!;
      const nodes = [...element.querySelectorAll('*')];
      const heard: string[] = [];
      const input = element.querySelector<HTMLInputElement>('#b-name')!;
      input.addEventListener('input', () => heard.push('input'));
      input.value = 'Ro';
      document.body.append(place);
      await taken(element);
      const after = [...element.querySelectorAll('*')].filter((node) => node.localName !== 'form');
      expect(after.filter((node) => !node.closest('[data-clinic]'))).to.deep.equal(nodes);
      expect([...element.children].map((child) => child.localName)).to.deep.equal([
        ...['h2', 'p', 'form', 'p'],
      ]);
      expect(words(formOf(element))).to.contain('Not for emergencies.');
      expect([input.className, input.value]).to.deep.equal(['own', 'Ro']);
      await type(input, 's');
      expect(heard).to.deep.equal(['input']);
      place.remove();
    });

    it('a button is added where there is none, in the language of the page', async () => {
      expect(buttons(await bare(BARE)).map(words)).to.deep.equal(['Send message']);
      const spanish = await bare(BARE, 'lang="es"');
      expect(buttons(spanish).map(words)).to.deep.equal(['Enviar mensaje']);
      spanish.lang = 'en';
      spanish.requestUpdate();
      await spanish.updateComplete;
      expect(buttons(spanish).map(words)).to.deep.equal(['Send message']);
    });

    for (const button of [
      '<button name="b">Go</button>',
      '<button type="submit" name="b">Go</button>',
      '<input type="submit" name="b" value="Go">',
      '<p><input type="image" name="b" alt="Go" width="40" height="40" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></p>',
    ]) {
      it(`none is added beside ${button.slice(0, 32)}`, async () => {
        const element = await bare(BARE + button);
        expect(buttons(element).map((each) => each.getAttribute('name'))).to.deep.equal(['b']);
        element.prefill({ name: 'Rosa', email: 'rosa@example.com' });
        const told = outcome(element);
        await click(buttons(element)[0]!);
        expect(await told).to.equal('sent');
      });
    }

    const left: [what: string, inside: string][] = [
      ['in a paragraph', `<p>${BARE}</p>`],
      [
        'in paragraphs with line breaks',
        `<p></p>\n<p>${BARE.replace('<input', '<br><input')}</p><br>\n<p></p>`,
      ],
      ['in capital letters', BARE.replace(/label|input/g, (tag) => tag.toUpperCase())],
      [
        'with curly quotes in attributes',
        BARE.replace('class="own"', 'class=”own” title=“Your name”'),
      ],
      ['with empty attributes', BARE.replaceAll('required', 'required=""')],
      ['deep in boxes', `<div><div>${BARE}</div></div>`],
      [
        'in columns',
        BARE.replace(/<label>/, '</div><div>$&')
          .replace(/^/, '<div>')
          .concat('</div>'),
      ],
    ];
    for (const [what, inside] of left) {
      it(`works ${what}`, async () => {
        const element = await bare(inside);
        expect(element.querySelectorAll('form')).to.have.length(1);
        expect(names(element)).to.deep.equal(['name', 'email']);
        expect(buttons(element)).to.have.length(1);
        element.prefill({ name: 'Rosa', email: 'rosa@example.com' });
        await element.submit();
        expect(sentFields()).to.deep.equal({ name: 'Rosa', email: 'rosa@example.com' });
      });
    }

    it('works when the element is in a paragraph, as WordPress puts it', async () => {
      const element = await make(`<p><contact-form action="/lead">${BARE}</contact-form></p>`);
      await taken(element);
      expect(names(element)).to.deep.equal(['name', 'email']);
    });

    it('comes piece by piece from a slow network: one form, in order, and the author’s button', async () => {
      const element = await make('<contact-form action="/lead"></contact-form>');
      const pieces = document.createElement('div');
      pieces.innerHTML = `${BARE}<p>Between</p><input name="phone" aria-label="Phone"><button id="go">Go</button><p>Behind</p>`;
      for (const piece of [...pieces.childNodes]) {
        element.append(piece);
        await pause(10);
      }
      await taken(element);
      await element.updateComplete;
      expect(element.querySelectorAll('form')).to.have.length(1);
      expect(names(element)).to.deep.equal(['name', 'email', 'phone']);
      expect(buttons(element).map((each) => each.id)).to.deep.equal(['go']);
      expect(words(element)).to.match(/^Your name Email Between ?Go.*Behind$/);
    });

    it('a saved copy of the page has one form, one button, one trap', async () => {
      const first = await bare(BARE);
      await first.submit();
      const saved = first.outerHTML;
      first.remove();
      const element = await make(saved);
      await element.submit();
      for (const selector of ['form', SEND, '[data-clinic="trap"]', '[data-clinic="summary"]']) {
        expect(element.querySelectorAll(selector), selector).to.have.length(1);
      }
      expect(problems(element)).to.deep.equal(['Enter your full name', 'Enter an email address']);
      expect(names(element)).to.deep.equal(['name', 'email']);
    });

    for (const [what, inside] of [
      ['a phone link', '<a href="tel:+12105550142">(210) 555-0142</a>'],
      ['a hidden field', '<input type="hidden" name="page" value="knee">'],
      ['a button', '<p>Write to us</p><button>Open</button>'],
      ['a label', '<label>Write to us</label>'],
      ['fields of another element', '<x-search><input name="q" aria-label="Search"></x-search>'],
      ['fields of another form', '<input form="elsewhere" name="q" aria-label="Search">'],
    ] as const) {
      it(`${what} is no form: the element makes its own`, async () => {
        const element = await make(`<contact-form action="/lead">${inside}</contact-form>`);
        await pause(50);
        await element.updateComplete;
        expect(element.querySelector('form')).to.be.null;
        expect(element.renderRoot.querySelector('form')?.checkVisibility()).to.be.true;
        expect(element.innerHTML).to.equal(inside.replaceAll(/<input ([^>]*)>/g, '<input $1>'));
      });
    }

    it('what another element or form owns between them is left as it is', async () => {
      const element = await bare(
        `${BARE}<x-search><input name="q" aria-label="Search"></x-search>
        <input form="elsewhere" name="other" aria-label="Other"><button>Go</button>`,
      );
      expect(names(element)).to.include.members(['name', 'email']);
      expect(names(element)).to.not.include('other');
    });

    it('in a form of the page they stay that form’s, and its author is told', async () => {
      const spy = watchConsole();
      const place = document.createElement('form');
      place.innerHTML = `<contact-form action="/lead">${BARE}</contact-form>`;
      document.body.append(place);
      const element = place.querySelector<ContactForm>('contact-form')!;
      await waitUntil(() => spy.lines.length, 'no warning');
      spy.restore();
      await element.updateComplete;
      expect(spy.lines.join()).to.contain('it stands in a form');
      expect(place.querySelectorAll('form')).to.be.empty;
      expect(element.renderRoot.querySelector('form')).to.be.null;
      expect(element.querySelector<Control>('[name="name"]')!.form === place).to.be.true;
      expect(element.querySelector('[name="name"]')!.checkVisibility()).to.be.true;
      place.remove();
    });

    it('the cursor stays where somebody types already', async () => {
      // Shown before the element is upgraded, as it is when the script is late.
      const place = document.createElement('div');
      place.innerHTML = `<late-contact-form action="/lead">${BARE}</late-contact-form>`;
      document.body.append(place);
      const input = place.querySelector('input')!;
      await type(input, 'Ro');
      customElements.define('late-contact-form', class extends ContactForm {});
      const element = place.firstElementChild as ContactForm;
      await taken(element);
      await element.updateComplete;
      await sendKeys({ type: 'sa' });
      expect(input.value).to.equal('Rosa');
      place.remove();
    });
  });

  describe('what is wrong', () => {
    it('is said for every kind of control, and one question is one problem', async () => {
      const element = await withForm(`
        <p><label for="w-name">Full name</label><input id="w-name" name="full_name" required></p>
        <p><label for="w-day">Day</label><input id="w-day" name="day" type="date" required></p>
        <p><label for="w-time">Time</label><input id="w-time" name="time" type="time" required></p>
        <p><label for="w-age">Age</label><input id="w-age" name="age" type="number" required></p>
        <p><label for="w-file">Photo</label><input id="w-file" name="photo" type="file" required></p>
        <p><label for="w-topic">Topic</label><select id="w-topic" name="topic" required><option value="">Choose</option><option>Knee</option></select></p>
        <fieldset><legend>Been here?</legend>
          <label><input type="radio" name="been" value="yes" required> Yes</label>
          <label><input type="radio" name="been" value="no"> No</label></fieldset>
        <fieldset><legend>What hurts?</legend><ul>
          <li><label><input type="checkbox" name="what" value="knee" required> Knee</label></li>
          <li><label><input type="checkbox" name="what" value="hip" required> Hip</label></li></ul></fieldset>
        <label><input type="checkbox" name="agree" required> I agree to <a href="/p">the policy</a>.</label>
        <button>Send</button>`);
      await element.submit();
      expect(problems(element)).to.deep.equal([
        'Fill in “Full name”',
        'Enter a complete date for “Day”',
        'Enter a complete time for “Time”',
        'Enter a number for “Age”',
        'Choose a file for “Photo”',
        'Choose “Topic”',
        'Choose “Been here?”',
        'Tick “What hurts?”',
        'Tick “I agree to the policy.”',
      ]);
      expect(errors(element).map(words)).to.deep.equal(problems(element));
      // Each line leads to its control, the first of a group.
      for (const name of ['full_name', 'day', 'photo', 'topic', 'been', 'what', 'agree']) {
        const control = field(element, name);
        await click(summary(element)!.querySelector(`a[href="#${control.id}"]`)!);
        expect(focused(element) === control, name).to.be.true;
      }
      // Every member of a group says it.
      for (const input of element.querySelectorAll('[name="been"], [name="what"]')) {
        expect(input.getAttribute('aria-invalid')).to.equal('true');
        expect(description(input)).to.match(/^(?:Choose|Tick) “(?:Been here|What hurts)\?”$/);
      }
      // Before the group, and never within a list or label.
      for (const error of errors(element)) {
        expect(error.closest('label, ul')).to.be.null;
        expect(error.getBoundingClientRect().height).to.be.greaterThan(10);
      }
      const hurts = errors(element).find((error) => words(error).includes('hurts'))!;
      expect(hurts.previousElementSibling?.localName).to.equal('legend');
    });

    it('one answer mends a group, for all its members', async () => {
      const element = await withForm(`
        <input type="radio" id="r-a" name="call_back" value="a" required><label for="r-a">Mornings</label>
        <input type="radio" id="r-b" name="call_back" value="b"><label for="r-b">Evenings</label>
        <button>Send</button>`);
      await element.submit();
      expect(problems(element), 'without a fieldset, by its name').to.deep.equal([
        'Choose “Call back”',
      ]);
      await click(find(element, '#r-b'));
      expect(summary(element)).to.be.null;
      expect(errors(element)).to.be.empty;
      expect(element.querySelector('[aria-invalid], [aria-describedby]')).to.be.null;
    });

    it('is said in the page’s language', async () => {
      const element = await withForm(
        `<label for="s-day">Día</label><input id="s-day" type="date" name="day" min="2031-05-04" value="2026-01-01">
        <button>Enviar</button>`,
        'lang="es"',
      );
      await element.submit();
      expect(problems(element)).to.deep.equal(['«Día» debe ser 4 de mayo de 2031 o después']);
    });

    it('never repeats what was typed', async () => {
      const element = await withForm(`
        <input name="mail" type="email" aria-label="Mail"><input name="web" type="url" aria-label="Web">
        <input name="zip" pattern="[0-9]{5}" title="Five digits." aria-label="ZIP">
        <input name="short" minlength="30" aria-label="Short">
        <input name="count" type="number" max="4" aria-label="Count">
        <input name="half" type="number" step="0.5" aria-label="Half"><button>Send</button>`);
      for (const [name, text] of [
        ['mail', 'qzx1'],
        ['web', 'qzx2'],
        ['zip', 'qzx3'],
        ['short', 'qzx4'],
        ['count', '7733'],
        ['half', '77.33'],
      ] as const)
        await type(field(element, name), text);
      await element.submit();
      expect(problems(element)).to.deep.equal([
        'Enter an email address like name@example.com',
        'Enter a web address like https://example.com',
        'Check “ZIP”. Five digits.',
        '“Short” needs at least 30 characters',
        '“Count” must be 4 or less',
        '“Half” goes in steps of 0.5',
      ]);
      expect(document.body.textContent).to.not.match(/qzx|77\.?33/);
      expect(field(element, 'short').value).to.equal('qzx4');
    });

    it('is said in the author’s words, by attribute, on a fieldset, or in a listener for `invalid`', async () => {
      const element = await withForm(`
        <input name="a" required data-error-required="We need your town." aria-label="Town">
        <fieldset data-error="Pick one of the two."><legend>Which</legend>
          <label><input type="radio" name="b" value="1" required> One</label>
          <label><input type="radio" name="b" value="2"> Two</label></fieldset>
        <input name="c" required aria-label="C"><button>Send</button>`);
      const late = field(element, 'c') as HTMLInputElement;
      late.addEventListener('invalid', () => late.setCustomValidity('Say anything.'));
      late.addEventListener('input', () => late.setCustomValidity(''));
      await element.submit();
      expect(problems(element)).to.deep.equal([
        'We need your town.',
        'Pick one of the two.',
        'Say anything.',
      ]);
      await type(late, 'x');
      expect(problems(element)).to.have.length(2);
    });

    it('two answers that must be the same are both mended by either', async () => {
      const element = await withForm(
        `<input name="one" aria-label="One"><input name="two" aria-label="Two"><button>Send</button>`,
      );
      const [one, two] = [field(element, 'one'), field(element, 'two')];
      const compare = () =>
        two.setCustomValidity(one.value === two.value ? '' : 'These two are not the same.');
      for (const each of [one, two]) each.addEventListener('input', compare);
      await type(one, 'a');
      await type(two, 'b');
      await element.submit();
      expect(problems(element)).to.deep.equal(['These two are not the same.']);
      await type(one, '');
      await sendKeys({ press: 'Backspace' });
      await sendKeys({ type: 'b' });
      expect(summary(element)).to.be.null;
    });

    it('in a field that stands elsewhere and names the form', async () => {
      const element = await withForm(
        '<button>Send</button>',
        '',
        'id="far-form" action="/lead" method="post"',
      );
      const far = document.createElement('input');
      far.name = 'town';
      far.required = true;
      far.setAttribute('form', 'far-form');
      far.setAttribute('aria-label', 'Town');
      element.before(far);
      await element.submit();
      expect(problems(element)).to.deep.equal(['Fill in “Town”']);
      await click(summary(element)!.querySelector('a')!);
      expect(document.activeElement === far).to.be.true;
      await sendKeys({ type: 'San' });
      expect(summary(element)).to.be.null;
      expect(far.hasAttribute('aria-invalid')).to.be.false;
      await element.submit();
      expect(sentFields()).to.deep.equal({ town: 'San' });
    });

    it('is no matter for what is disabled, read-only or hidden', async () => {
      const element = await withForm(`
        <fieldset disabled><input name="a" required aria-label="A" value=""></fieldset>
        <input name="b" required readonly aria-label="B"><input type="hidden" name="c" value="kept">
        <button>Send</button>`);
      await element.submit();
      expect(sentFields()).to.deep.equal({ b: '', c: 'kept' });
    });

    it('in a folded part of the form opens it', async () => {
      const element = await withForm(`
        <details><summary>More</summary><details><summary>Still more</summary>
          <input name="a" required aria-label="A"></details></details><button>Send</button>`);
      await element.submit();
      expect(field(element, 'a').checkVisibility()).to.be.true;
      await click(summary(element)!.querySelector('a')!);
      expect(focused(element) === field(element, 'a')).to.be.true;
    });

    it('in a part that the author hides is said in the summary, without a link to nowhere', async () => {
      const element = await withForm(`
        <div hidden><label>Town <input name="a" required></label></div><button>Send</button>`);
      await element.submit();
      expect(problems(element)).to.deep.equal(['Fill in “Town”']);
      expect(summary(element)!.querySelector('a')).to.be.null;
      expect(focused(element) === summary(element)).to.be.true;
      field(element, 'a').value = 'San Antonio';
      field(element, 'a').dispatchEvent(new Event('change', { bubbles: true }));
      expect(summary(element)).to.be.null;
    });

    it('keeps an author’s own descriptions, and goes with a reset button', async () => {
      const element = await withForm(`
        <p><label for="d">Town</label><input id="d" name="a" required aria-describedby="d-hint"><span id="d-hint">Or ZIP</span></p>
        <button>Send</button><button type="reset">Clear</button>`);
      await element.submit();
      expect(description(field(element, 'a'))).to.equal('Fill in “Town” | Or ZIP');
      await click(find(element, '[type="reset"]'));
      expect(summary(element)).to.be.null;
      expect(description(field(element, 'a'))).to.equal('Or ZIP');
    });

    it('an author’s own `novalidate` leaves the check to the server, whose objections show', async () => {
      const element = await withForm(
        '<label>Town <input name="town" required></label><label>Why <input name="why"></label><button>Send</button>',
        '',
        'novalidate action="/lead" method="post"',
      );
      network.answer = () =>
        Response.json(
          { ok: false, errors: [{ field: 'town', message: 'Where?' }] },
          { status: 422 },
        );
      await type(field(element, 'why'), 'knee');
      const told = outcome(element);
      await click(buttons(element)[0]!);
      expect(await told).to.equal('rejected');
      expect(problems(element)).to.deep.equal(['Where?']);
      await type(field(element, 'town'), 'S');
      expect(summary(element)).to.be.null;
    });

    it('a name in the accessibility tree has no error in it, the description has', async function () {
      // The snapshot is Chromium's.
      if (!CHROMIUM) this.skip();
      const element = await bare(
        `${BARE}<fieldset><legend>Been here?</legend><label><input type="radio" name="been" value="y" required> Yes</label></fieldset>`,
      );
      await element.submit();
      interface Node {
        role: string;
        name: string;
        description?: string;
        invalid?: string;
        required?: boolean;
        children?: Node[];
      }
      const all: Node[] = [];
      const walk = (node: Node) => {
        all.push(node);
        node.children?.forEach(walk);
      };
      walk((await a11ySnapshot({})) as unknown as Node);
      const controls = all.filter(({ role }) => /textbox|radio|button/.test(role));
      expect(
        controls.map(({ role, name, description, invalid, required }) => [
          role,
          name,
          description,
          invalid,
          required,
        ]),
      ).to.deep.equal([
        ['textbox', 'Your name', 'Enter your full name', 'true', true],
        ['textbox', 'Email', 'Enter an email address', 'true', true],
        ['radio', 'Yes', 'Choose “Been here?”', 'true', undefined],
        ['button', 'Send message', undefined, undefined, undefined],
      ]);
    });
  });

  describe('sending', () => {
    it('the pressed button says its name, value and address', async () => {
      const element = await withForm(
        `<input name="a" aria-label="A" value="x"><button name="go" value="one">One</button>
        <button name="go" value="two" formaction="/other">Two</button>`,
      );
      const told = outcome(element);
      await click(buttons(element)[1]!);
      expect(await told).to.equal('sent');
      expect(sentFields()).to.deep.equal({ a: 'x', go: 'two' });
      expect(network.calls[0]!.url.pathname).to.equal('/other');
    });

    it('every kind of send button shows that a message is on its way', async () => {
      let answer: (response: Response) => void = () => {};
      network.answer = () => new Promise((resolve) => (answer = resolve));
      const element = await withForm(
        `<input name="a" aria-label="A" value="x"><button>One</button><input type="submit" value="Two">
        <input type="image" alt="Three" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><button type="button">No</button>`,
      );
      await click(buttons(element)[1]!);
      await waitUntil(() => network.calls.length);
      const busy = () => element.querySelectorAll('[aria-disabled="true"]').length;
      expect(busy()).to.equal(3);
      const told = outcome(element);
      answer(await receipt(network.calls[0]!, 0));
      expect(await told).to.equal('sent');
      expect(busy()).to.equal(0);
    });

    it('by keyboard alone: Tab, arrows, Space, Enter', async () => {
      const element = await bare(`${BARE}
        <fieldset><legend>When?</legend><label><input type="radio" name="when" value="am" required> Mornings</label>
        <label><input type="radio" name="when" value="pm"> Evenings</label></fieldset>
        <label><input type="checkbox" name="agree" required> I agree</label>`);
      field(element, 'name').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => problems(element).length === 4, 'not four problems');
      expect(focused(element) === summary(element)).to.be.true;
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await sendKeys({ type: 'Rosa' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'rosa@example.com' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: ' ' });
      expect(summary(element)).to.be.null;
      await sendKeys({ press: 'Tab' });
      const told = outcome(element);
      await sendKeys({ press: 'Enter' });
      expect(await told).to.equal('sent');
      expect(sentFields()).to.deep.equal({
        ...{ name: 'Rosa', email: 'rosa@example.com', when: 'pm', agree: 'on' },
      });
    });
  });

  describe('shielded', () => {
    const AROUND = (form: string, attributes = 'shielded') =>
      `<contact-form ${attributes}><h2>Before</h2>${form}<p id="behind">Behind</p></contact-form>`;
    const FORM = `<form action="/lead" method="post" class="own">${BARE}<button>Send it</button></form>`;

    it('the form is out of the page’s reach, and works: same nodes, labels, order and references', async () => {
      const place = document.createElement('div');
      place.innerHTML = AROUND(FORM);
      const form = place.querySelector('form')!;
      const nodes = [...form.querySelectorAll('*')];
      document.body.append(place);
      const element = place.querySelector<ContactForm>('contact-form')!;
      await taken(element);
      expect(element.querySelector('form')).to.be.null;
      expect([...document.forms].includes(form)).to.be.false;
      expect(form.getRootNode() === element.renderRoot).to.be.true;
      const there = [...form.querySelectorAll('*')].filter(
        (node) => !node.closest('[data-clinic]'),
      );
      expect(there).to.deep.equal(nodes);
      expect(words(field(element, 'name').labels![0]!)).to.equal('Your name');
      await click(field(element, 'name').labels![0]!);
      expect(focused(element) === field(element, 'name')).to.be.true;
      await sendKeys({ type: 'Rosa' });
      await element.submit();
      expect(problems(element)).to.deep.equal(['Enter an email address']);
      await type(field(element, 'email'), 'rosa@example.com');
      expect(summary(element)).to.be.null;
      const told = outcome(element);
      await click(buttons(element)[0]!);
      expect(await told).to.equal('sent');
      expect(sentFields()).to.deep.equal({ name: 'Rosa', email: 'rosa@example.com' });
      expect(form.checkVisibility(), 'the thank-you stands in its place').to.be.false;
      expect(element.querySelector('h2')!.checkVisibility()).to.be.false;
      element.reset();
      await element.updateComplete;
      expect(form.checkVisibility()).to.be.true;
      place.remove();
    });

    it('what stands before and behind it still does, and has our look', async () => {
      const element = await make(AROUND(FORM));
      await taken(element);
      const [before, form, behind] = [
        element.querySelector('h2')!,
        formOf(element),
        element.querySelector('p')!,
      ].map((node) => node.getBoundingClientRect());
      expect(before!.bottom).to.be.at.most(form!.top);
      expect(form!.bottom).to.be.at.most(behind!.top);
      expect(field(element, 'name').getBoundingClientRect().height).to.be.at.least(44);
    });

    it('a form that comes later, and fields without one, are moved too', async () => {
      const element = await make('<contact-form shielded action="/lead"></contact-form>');
      expect(element.renderRoot.querySelector('[part="form"]')).to.exist;
      element.insertAdjacentHTML('beforeend', FORM);
      await waitUntil(() => element.renderRoot.querySelector('form.own'), 'the form');
      expect(element.renderRoot.querySelectorAll('form')).to.have.length(1);
      const loose = await bare(BARE, 'shielded');
      expect(loose.querySelector('form, input')).to.be.null;
      expect(names(loose)).to.deep.equal(['name', 'email']);
      expect(words(buttons(loose)[0])).to.equal('Send message');
      loose.insertAdjacentHTML('beforeend', '<input name="late" aria-label="Late">');
      await waitUntil(() => names(loose).includes('late'), 'a field that comes later still');
    });

    it('is for good: without the attribute it stays where it is', async () => {
      const element = await make(AROUND(FORM));
      await taken(element);
      element.shielded = false;
      await element.updateComplete;
      expect(element.querySelector('form')).to.be.null;
      expect(formOf(element).checkVisibility()).to.be.true;
    });

    it('given later, it moves the form with what was typed, and the cursor stays', async () => {
      const element = await make(AROUND(FORM, ''));
      const input = field(element, 'name');
      await type(input, 'Ro');
      element.shielded = true;
      await taken(element);
      await element.updateComplete;
      expect(focused(element) === input).to.be.true;
      await sendKeys({ type: 'sa' });
      expect(input.value).to.equal('Rosa');
    });

    it('a form with fields elsewhere would lose them: it is not moved, and its author is told', async () => {
      const spy = watchConsole();
      const element = await make(
        `<contact-form shielded><form id="wide" action="/lead"><button>Go</button></form>
        <input form="wide" name="far" aria-label="Far" value="x"></contact-form>`,
      );
      await waitUntil(() => spy.lines.length, 'no warning');
      spy.restore();
      expect(spy.lines.join()).to.contain('"shielded" cannot move');
      expect(element.querySelector('form')).to.exist;
      await element.submit();
      expect(sentFields()).to.deep.equal({ far: 'x' });
    });

    it('a listener on the page hears keys, and reads no field', async () => {
      class ClosedShield extends ContactForm {
        static override shadowRootOptions: ShadowRootInit = { mode: 'closed' };
      }
      if (!customElements.get('closed-shield'))
        customElements.define('closed-shield', ClosedShield);
      const place = document.createElement('div');
      place.innerHTML = `<closed-shield shielded>${FORM}</closed-shield>`;
      const element = place.firstElementChild as ContactForm;
      const heard: { type: string; text: string; own: string; inside: boolean }[] = [];
      const hear = (event: Event) => {
        const { key, data } = event as KeyboardEvent & InputEvent;
        heard.push({
          type: event.type,
          text: stringsIn(event),
          own: key ?? data ?? '',
          inside: event
            .composedPath()
            .some((node) => node instanceof Node && node.getRootNode() === element.renderRoot),
        });
      };
      const types = [
        ...['beforeinput', 'input', 'change', 'keydown', 'keyup', 'submit', 'formdata', 'invalid'],
        ...['focusin', 'paste', 'pointerdown', 'click', 'selectionchange', 'reset'],
      ];
      for (const each of types) window.addEventListener(each, hear, true);
      try {
        document.body.append(place);
        await taken(element);
        heard.length = 0;
        field(element, 'name').focus();
        await sendKeys({ type: 'Quinn' });
        await sendKeys({ press: 'Tab' });
        await sendKeys({ type: 'q@example.com' });
        const told = outcome(element);
        await click(buttons(element)[0]!);
        expect(await told).to.equal('sent');
      } finally {
        for (const each of types) window.removeEventListener(each, hear, true);
        place.remove();
      }
      expect(
        heard.some(({ inside }) => inside),
        'a node of the root is seen',
      ).to.be.false;
      const types_ = new Set(heard.map((each) => each.type));
      expect([...types_]).to.not.include.members(['change']);
      for (const hidden of ['change', 'submit', 'formdata', 'invalid', 'reset'])
        expect(types_.has(hidden), hidden).to.be.false;
      // What does get out, one key or one piece of text at a time: `key` and `data`.
      expect([...types_]).to.include.members(['keydown', 'keyup', 'beforeinput', 'input']);
      for (const { type: kind, text, own } of heard) {
        expect(text, kind).to.not.contain('Quinn');
        expect(own.length, `${kind} says ${own}`).to.be.at.most('Shift'.length);
      }
    });
  });

  describe('recorders and form collectors', () => {
    const ASKED = ['data-hs-do-not-collect', 'data-calltrk-nosubmit', 'data-clarity-mask'];
    const CLASS = 'ph-no-capture';

    it('are asked to pass over every form; an author’s classes and attributes stay', async () => {
      const light = await withForm(
        BARE,
        '',
        'class="mine" data-clarity-mask="false" action="/lead" method="post"',
      );
      await light.submit();
      expect(formOf(light).className).to.equal('mine');
      expect(formOf(light).getAttribute('data-clarity-mask')).to.equal('false');
      expect(formOf(light).getAttribute('data-dd-privacy')).to.equal('hidden');
      const own = await make('<contact-form action="/lead"></contact-form>');
      await own.submit();
      const moved = await make(
        `<contact-form shielded><form class="mine" action="/lead">${BARE}</form></contact-form>`,
      );
      await taken(moved);
      await moved.submit();
      for (const element of [own, moved]) {
        for (const name of ASKED) expect(formOf(element).hasAttribute(name), name).to.be.true;
        expect(formOf(element).classList.contains(CLASS)).to.be.true;
      }
      expect(formOf(moved).classList.contains('mine')).to.be.true;
    });
  });

  describe('its stories', () => {
    it('have no axe violation, in light and dark', async function () {
      this.timeout(120_000);
      network.restore();
      const found: string[] = [];
      const stories = await storiesOf('contact-form-authored');
      for (const story of stories) {
        for (const scheme of ['light', 'dark']) {
          document.documentElement.style.cssText = `color-scheme: ${scheme}; background: Canvas`;
          const lines = await story.mount().then(axeViolations);
          found.push(...lines.map((line) => `${story.name} (${scheme}): ${line}`));
          await story.unmount();
        }
      }
      document.documentElement.style.cssText = '';
      expect(stories.length).to.be.greaterThan(5);
      expect(found.join('\n')).to.equal('');
    });
  });

  describe('in all of these tests', () => {
    it('the browser never posted a form by itself', () => {
      expect(posted.join('\n')).to.equal('');
    });
  });
});
