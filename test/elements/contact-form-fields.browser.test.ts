// What a visitor and an author meet in the form that contact-form makes: its questions, steps, conditions,
// consents, and the help with typing.
import '../../src/testing.js';
import '../../src/elements/contact-form/define.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { pageFacts } from '../../src/clinic/page-facts.js';
import type { ContactForm } from '../../src/elements/contact-form/contact-form.js';
import type { ContactFailedEvent } from '../../src/elements/contact-form/events.js';
import type { ContactFields } from '../../src/elements/contact-form/fields.js';
import type { Lead } from '../../src/leads/lead.js';
import { click, Network, pause, stringsIn, type, watchConsole, words } from './support.js';
import type { Answer, Call } from './support.js';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const leadOf = ({ text }: Call): Lead => JSON.parse(text) as Lead;
const receipt: Answer = (call) =>
  Response.json({ ok: true, id: leadOf(call).id, receipt: 'A-17' }, { status: 201 });

const formOf = (element: ContactForm): HTMLFormElement =>
  element.querySelector('form') ?? element.renderRoot.querySelector('form')!;
const all = <Found extends Element = HTMLElement>(
  element: ContactForm,
  selector: string,
): Found[] => [...formOf(element).querySelectorAll<Found>(selector)];
const field = <Found extends Control = HTMLInputElement>(
  element: ContactForm,
  name: string,
): Found => formOf(element).querySelector<Found>(`[name="${name}"]`)!;
const box = (element: ContactForm, name: string, value: string): HTMLInputElement =>
  formOf(element).querySelector<HTMLInputElement>(`[name="${name}"][value="${value}"]`)!;
const sendButton = (element: ContactForm): HTMLButtonElement =>
  formOf(element).querySelector<HTMLButtonElement>('button[type="submit"], button:not([type])')!;
const backButton = (element: ContactForm): HTMLButtonElement | null =>
  formOf(element).querySelector('[part="back"]');
const summary = (element: ContactForm): HTMLElement | null =>
  formOf(element).querySelector('[data-clinic="summary"]');
const problems = (element: ContactForm): string[] =>
  [...(summary(element)?.querySelectorAll('li') ?? [])].map(words);
const focused = (element: ContactForm): Element | null =>
  element.querySelector('form')
    ? document.activeElement
    : (element.renderRoot as ShadowRoot).activeElement;
/** In words: a failed comparison of our elements cannot be reported, they hold circles. */
const nameOf = (node: Element | null): string =>
  node
    ? [
        node.localName,
        node.getAttribute('name') ?? node.getAttribute('data-clinic') ?? node.getAttribute('part'),
        (node as HTMLInputElement).value,
      ]
        .filter(Boolean)
        .join(' ')
    : 'nothing';
const focus = (element: ContactForm): string => nameOf(focused(element));
/** The words that a screen reader adds to a control's or a group's name. */
const description = (node: Element): string =>
  (node.getAttribute('aria-describedby') ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((id) => words((node.getRootNode() as ShadowRoot).getElementById(id)))
    .join(' | ');
const labels = (element: ContactForm): string[] =>
  all(element, ':is(div > label, fieldset > legend):is([part="field"]:not([hidden]) > *)').map(
    words,
  );

/** Waits for the code that checks. */
async function ready(element: ContactForm): Promise<ContactForm> {
  await waitUntil(() => formOf(element).querySelector('[data-clinic="trap"]'));
  return element;
}
async function asking(fields: ContactFields): Promise<ContactForm> {
  return ready(
    await fixture<ContactForm>(
      html`<contact-form
        action="/lead"
        clinic="Fernhollow Spine Clinic"
        .fields=${fields}
      ></contact-form>`,
    ),
  );
}

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
async function send(element: ContactForm): Promise<string> {
  const told = outcome(element);
  await click(sendButton(element));
  return told;
}

describe('the form that <contact-form> makes', () => {
  let network: Network;
  beforeEach(() => {
    network = new Network(receipt);
  });
  afterEach(() => {
    network.restore();
  });
  const lead = (): Lead => leadOf(network.calls.at(-1)!);

  describe('questions by name', () => {
    it('are labelled, and tell browsers and keyboards what they are about', async () => {
      const element = await asking(
        'name first-name last-name email phone location date time insurance zip message? reason?',
      );
      const told = all<Control>(element, '[part="field"] :is(input, select, textarea)').map(
        (control) =>
          [
            words(control.labels![0]),
            control.type,
            control.autocomplete,
            control.inputMode,
            control.getAttribute('enterkeyhint') ?? '',
            (control as HTMLInputElement).maxLength,
          ].join(', '),
      );
      expect(told).to.deep.equal([
        'Full name, text, name, , next, 500',
        'First name, text, given-name, , next, 500',
        'Last name, text, family-name, , next, 500',
        'Email, email, email, , next, 254',
        'Phone, tel, tel, , next, 40',
        'Location, text, off, , next, 500',
        'Preferred day, date, off, , , -1',
        'Preferred time, select-one, , , , ',
        'Insurance, text, off, , next, 500',
        'ZIP code, text, postal-code, numeric, next, 10',
        'How can we help? (optional), textarea, , , , 4000',
        'Reason for your visit (optional), text, off, , send, 500',
      ]);
    });

    it('are not sent to spelling services', async () => {
      const element = await asking('name message');
      for (const control of [field(element, 'name'), field(element, 'message')]) {
        expect(control.spellcheck).to.be.false;
        expect(control.closest('[writingsuggestions="false"]')).to.exist;
      }
    });

    it('ask for no medical details, unless the author does not want that said', async () => {
      const element = await asking('message reason location');
      const said = 'Please do not include medical details.';
      expect(description(field(element, 'message'))).to.equal(said);
      expect(description(field(element, 'reason'))).to.equal(said);
      expect(description(field(element, 'location'))).to.equal('');
      element.withoutPrivacyNote = true;
      await element.updateComplete;
      expect(description(field(element, 'message'))).to.equal('');
      expect(words(formOf(element))).to.not.contain(said);
    });

    it('offer reasons and places to choose from', async () => {
      const element = await fixture<ContactForm>(
        html`<contact-form
          action="/lead"
          fields="reason location"
          reasons="Back pain, Neck pain"
          locations="Boerne, TX; San Antonio, TX"
        ></contact-form>`,
      );
      const choices = (name: string) =>
        [...field<HTMLSelectElement>(element, name).options].map(words).join(' / ');
      expect(choices('reason')).to.equal('Please choose / Back pain / Neck pain');
      expect(choices('location')).to.equal('Please choose / Boerne, TX / San Antonio, TX');
      expect(description(field(element, 'reason'))).to.equal('');
      expect(await send(element)).to.equal('invalid');
      expect(problems(element)).to.deep.equal([
        'Choose “Reason for your visit”',
        'Choose “Location”',
      ]);
    });

    it('offer no day that is over', async () => {
      const element = await asking('date');
      const now = new Date();
      const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
        .map((part) => String(part).padStart(2, '0'))
        .join('-');
      expect(field(element, 'date').min).to.equal(today);
      field(element, 'date').value = '2020-01-01';
      expect(await send(element)).to.equal('invalid');
      field(element, 'date').value = today;
      expect(await send(element)).to.equal('sent');
    });

    it('send what was chosen in words that do not depend on the language', async () => {
      const element = await asking('time contact-method new-patient');
      element.setAttribute('lang', 'en');
      expect(labels(element)).to.deep.equal([
        'Preferred time',
        'How should we contact you?',
        'Is this your first visit?',
      ]);
      field<HTMLSelectElement>(element, 'time').focus();
      field<HTMLSelectElement>(element, 'time').value = 'evening';
      await click(box(element, 'contact-method', 'text').closest('label')!);
      await click(box(element, 'new-patient', 'no').closest('label')!);
      expect(await send(element)).to.equal('sent');
      expect(lead().fields).to.deep.equal({
        time: 'evening',
        'contact-method': 'text',
        'new-patient': 'no',
      });
    });

    it('are reached by Tab in their order, and choices by the arrow keys', async () => {
      const element = await asking('name contact-method phone? message?');
      field(element, 'name').focus();
      const way: string[] = [focus(element)];
      for (const press of ['Tab', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Tab', 'Tab', 'Tab']) {
        // A group without an answer takes the focus at its first choice; Space chooses it.
        await sendKeys({ press });
        way.push(focus(element));
      }
      expect(way).to.deep.equal([
        'input name',
        'input contact-method phone',
        'input contact-method email',
        'input contact-method text',
        'input contact-method email',
        'input phone',
        'textarea message',
        'button submit',
      ]);
      expect(box(element, 'contact-method', 'email').checked).to.be.true;
    });

    it('have rows that are targets from edge to edge, high enough for a thumb', async () => {
      const element = await asking('contact-method consent-contact');
      const width = formOf(element).getBoundingClientRect().width;
      for (const row of all(element, '[part="field"] label:has(input)')) {
        const { width: wide, height } = row.getBoundingClientRect();
        expect(Math.round(wide), words(row)).to.equal(Math.round(width));
        expect(height, words(row)).to.be.at.least(44);
      }
    });

    it('have their room before there is a form', async () => {
      const sheet = new CSSStyleSheet();
      const { pageStyles } = await import('../../src/elements/contact-form/contact-form.styles.js');
      sheet.replaceSync(pageStyles.cssText);
      document.adoptedStyleSheets.push(sheet);
      try {
        for (const [fields, more] of [
          ['name email phone? message', {}],
          ['first-name last-name location insurance zip date time', {}],
          ['contact-method new-patient', {}],
          ['reason? message', {}],
          ['reason message', { reasons: 'A, B' }],
          ['reason message', { 'without-privacy-note': '' }],
          ['name', { heading: 'Write to us' }],
          // Of longer consents, the fewest lines: how many there are depends on the font.
          ['consent consent-contact*', {}],
        ] as const) {
          const element = document.createElement('contact-form');
          element.setAttribute('fields', fields);
          for (const [name, value] of Object.entries(more)) element.setAttribute(name, value);
          const place = await fixture<HTMLElement>(html`<div style="inline-size: 40rem"></div>`);
          place.append(element);
          await element.updateComplete;
          const room = parseFloat(getComputedStyle(element).minHeight);
          element.style.minHeight = '0';
          const height = element.getBoundingClientRect().height;
          expect(room, `${fields} ${JSON.stringify(more)}`).to.be.closeTo(height, 1);
        }
      } finally {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
      }
    });
  });

  describe('questions by property', () => {
    const KNEE = {
      name: 'knee',
      label: 'Which knee?',
      type: 'radio',
      options: ['Left', { value: 'R', label: 'Right' }],
      required: true,
      hint: 'Looking down.',
    } as const;

    it('are asked as the author says', async () => {
      const element = await asking([
        'name',
        { name: 'size', type: 'number', min: 1, max: 9, step: 2, label: 'Size' },
        { name: 'start', type: 'month', hint: 'Roughly.' },
        { name: 'hour', type: 'time', min: '08:00', step: 900 },
        { name: 'site', type: 'url', inputMode: 'url' },
        { name: 'when', type: 'date', max: 'today' },
        KNEE,
        { name: 'paper', type: 'file', accept: 'application/pdf', multiple: true },
        { name: 'more', type: 'textarea', maxLength: 60 },
      ]);
      expect(labels(element)).to.deep.equal([
        'Full name',
        'Size (optional)',
        'Start (optional)',
        'Hour (optional)',
        'Site (optional)',
        'When (optional)',
        'Which knee?',
        'Paper (optional)',
        'More (optional)',
      ]);
      const size = field(element, 'size');
      expect([size.type, size.min, size.max, size.step]).to.deep.equal(['number', '1', '9', '2']);
      expect([field(element, 'hour').min, field(element, 'hour').step]).to.deep.equal([
        '08:00',
        '900',
      ]);
      expect(field(element, 'site').inputMode).to.equal('url');
      expect(field(element, 'when').max).to.match(/^\d{4}-\d\d-\d\d$/);
      expect(description(field(element, 'start'))).to.equal('Roughly.');
      expect([field(element, 'paper').accept, field(element, 'paper').multiple]).to.deep.equal([
        'application/pdf',
        true,
      ]);
      expect(field(element, 'more').maxLength).to.equal(60);
    });

    it('stand in a group with a name and a description where there is something to choose', async () => {
      const element = await asking([KNEE]);
      const [group] = all<HTMLFieldSetElement>(element, 'fieldset');
      expect(words(group!.querySelector('legend'))).to.equal('Which knee?');
      expect(description(group!)).to.equal('Looking down.');
      expect(
        all<HTMLInputElement>(element, 'input[type="radio"]').map((radio) =>
          words(radio.labels![0]),
        ),
      ).to.deep.equal(['Left', 'Right']);
      await click(box(element, 'knee', 'R').labels![0]!);
      expect(await send(element)).to.equal('sent');
      expect(lead().fields).to.deep.equal({ knee: 'R' });
    });

    it('may allow several answers, and want at least one', async () => {
      const element = await asking([
        {
          name: 'days',
          label: 'Which days?',
          type: 'checkboxes',
          options: ['Mon', 'Tue', 'Wed'],
          required: true,
        },
      ]);
      expect(await send(element)).to.equal('invalid');
      expect(problems(element)).to.deep.equal(['Choose “Which days?”']);
      expect(box(element, 'days', 'Mon').getAttribute('aria-invalid')).to.equal('true');
      await click(box(element, 'days', 'Tue').labels![0]!);
      expect(summary(element), 'whichever box is ticked').to.be.null;
      await click(box(element, 'days', 'Wed').labels![0]!);
      expect(await send(element)).to.equal('sent');
      expect(lead().fields).to.deep.equal({ days: ['Tue', 'Wed'] });
    });

    it('send what a hidden field holds', async () => {
      const element = await asking([
        'name',
        { name: 'source', type: 'hidden', value: 'knee-page' },
      ]);
      await type(field(element, 'name'), 'Rosa');
      expect(await send(element)).to.equal('sent');
      expect(lead().fields).to.deep.equal({ name: 'Rosa', source: 'knee-page' });
    });

    it('that cannot be asked are left out, and the author is told once why', async () => {
      const spy = watchConsole();
      try {
        const element = await asking([
          'name',
          { name: 'none', type: 'select' },
          { name: 'odd', type: 'colour' as 'text' },
        ]);
        expect(labels(element)).to.deep.equal(['Full name', 'Odd (optional)']);
        expect(field(element, 'odd').type).to.equal('text');
        element.requestUpdate();
        await element.updateComplete;
      } finally {
        spy.restore();
      }
      expect(spy.lines.filter((line) => line.includes('"none"'))).to.have.length(1);
      expect(spy.lines.filter((line) => line.includes('"odd"'))).to.have.length(1);
    });

    it('may change, with the limits of the new ones', async () => {
      const element = await asking([{ name: 'a', type: 'number', min: 3 }]);
      element.fields = [{ name: 'b', maxLength: 7 }];
      await element.updateComplete;
      await waitUntil(() => field(element, 'b').maxLength === 7);
      expect(field(element, 'b').hasAttribute('min')).to.be.false;
    });

    it('may have the names of a form’s own members', async () => {
      const element = await asking(
        'submit reset elements action method addEventListener dispatchEvent matches getRootNode append',
      );
      for (const control of all<HTMLInputElement>(element, '[part="field"] input'))
        control.value = `${control.name}!`;
      expect(await send(element)).to.equal('sent');
      expect(lead().fields.addeventlistener).to.equal('addeventlistener!');
    });
  });

  describe('in steps', () => {
    const STEPS: ContactFields = [
      { step: 'About you' },
      'name email',
      { step: 'Your visit' },
      'new-patient zip?',
      { step: 'Your question' },
      'message consent-contact',
    ];
    const step = (element: ContactForm): string =>
      all(element, '[part="step"]:not([hidden])')
        .map((group) => words(group.querySelector('legend')))
        .join(' + ');
    const FIRST = 'Step 1 of 3 About you';
    const SECOND = 'Step 2 of 3 Your visit';
    const THIRD = 'Step 3 of 3 Your question';
    const reached = (element: ContactForm, name: string): Promise<void> =>
      waitUntil(() => step(element) === name, `the step ${name}`);
    const PERSON = { name: 'Rosa Delgado', email: 'rosa@example.com', 'new-patient': 'yes' };

    it('show one at a time, with what comes next on the button', async () => {
      const element = await asking(STEPS);
      expect(step(element)).to.equal(FIRST);
      expect(words(sendButton(element))).to.equal('Continue');
      expect(backButton(element)).to.be.null;
      element.prefill(PERSON);
      await click(sendButton(element));
      await reached(element, SECOND);
      expect(words(sendButton(element))).to.equal('Continue');
      expect(words(backButton(element))).to.equal('Back');
      await click(sendButton(element));
      await reached(element, THIRD);
      expect(words(sendButton(element))).to.equal('Send message');
      expect(network.calls.length).to.equal(0);
    });

    it('go on with Enter, and the focus goes to the group that bears the step’s name', async () => {
      const element = await asking(STEPS);
      await type(field(element, 'name'), 'Rosa Delgado');
      await type(field(element, 'email'), 'rosa@example.com');
      await sendKeys({ press: 'Enter' });
      await reached(element, SECOND);
      const group = focused(element);
      expect(nameOf(group)).to.equal('fieldset step');
      expect(words(group!.querySelector('legend'))).to.equal(SECOND);
      await sendKeys({ press: 'Tab' });
      expect(focus(element)).to.equal('input new-patient yes');
    });

    it('are checked one at a time, with the usual summary', async () => {
      const element = await asking(STEPS);
      await type(field(element, 'name'), 'Rosa Delgado');
      await click(sendButton(element));
      await waitUntil(() => summary(element));
      expect(problems(element)).to.deep.equal(['Enter an email address']);
      expect(step(element)).to.equal(FIRST);
      expect(focus(element)).to.equal('div summary');
      await type(field(element, 'email'), 'rosa@example.com');
      await sendKeys({ press: 'Enter' });
      await reached(element, SECOND);
      expect(summary(element)).to.be.null;
    });

    it('lose nothing on the way back', async () => {
      const element = await asking(STEPS);
      element.prefill(PERSON);
      await click(sendButton(element));
      await reached(element, SECOND);
      await type(field(element, 'zip'), '78006');
      await click(backButton(element)!);
      await reached(element, FIRST);
      expect(nameOf(focused(element))).to.equal('fieldset step');
      expect(field(element, 'name').value).to.equal('Rosa Delgado');
      await click(sendButton(element));
      await reached(element, SECOND);
      expect(field(element, 'zip').value).to.equal('78006');
      expect(box(element, 'new-patient', 'yes').checked).to.be.true;
    });

    async function atTheEnd(): Promise<ContactForm> {
      const element = await asking(STEPS);
      element.prefill({ ...PERSON, message: 'My knee.' });
      await click(sendButton(element));
      await reached(element, SECOND);
      await click(sendButton(element));
      await reached(element, THIRD);
      return element;
    }

    it('are sent together, once, from the last', async () => {
      const element = await atTheEnd();
      expect(await send(element)).to.equal('sent');
      expect(network.calls.length).to.equal(1);
      expect(lead().fields).to.deep.equal({ ...PERSON, zip: '', message: 'My knee.' });
      element.reset();
      await element.updateComplete;
      expect(step(element), 'a new message begins at the beginning').to.equal(FIRST);
    });

    it('come back where the server finds something wrong in them', async () => {
      const element = await atTheEnd();
      network.answer = () =>
        Response.json(
          {
            ok: false,
            errors: [
              { field: 'email', message: 'We cannot reach this address.' },
              { field: 'message', message: 'Say a little more.' },
            ],
          },
          { status: 422 },
        );
      expect(await send(element)).to.equal('rejected');
      await reached(element, FIRST);
      expect(problems(element)).to.deep.equal([
        'We cannot reach this address.',
        'Say a little more.',
      ]);
      expect(focus(element)).to.equal('div summary');
      await click(summary(element)!.querySelectorAll('a')[1]!);
      await reached(element, THIRD);
      expect(focus(element), 'a line of the summary leads to another step').to.equal(
        'textarea message My knee.',
      );
      await click(summary(element)!.querySelectorAll('a')[0]!);
      await reached(element, FIRST);
      expect(focus(element)).to.equal('input email rosa@example.com');
    });

    it('come back where a script sends before they are answered', async () => {
      const element = await asking(STEPS);
      element.prefill({ name: 'Rosa', email: 'rosa@example.com' });
      await element.submit();
      await reached(element, SECOND);
      expect(problems(element)).to.deep.equal([
        'Choose “Is this your first visit?”',
        'Tell us how we can help',
      ]);
    });

    it('leave out a step in which nothing is asked', async () => {
      const element = await asking([
        'contact-method',
        { step: 'Texting' },
        { name: 'provider', showWhen: { field: 'contact-method', is: 'text' } },
        { step: 'More' },
        'message',
      ]);
      await click(box(element, 'contact-method', 'email').labels![0]!);
      await click(sendButton(element));
      await reached(element, 'Step 3 of 3 More');
      await click(backButton(element)!);
      await reached(element, 'Step 1 of 3');
      await click(box(element, 'contact-method', 'text').labels![0]!);
      await click(sendButton(element));
      await reached(element, 'Step 2 of 3 Texting');
    });

    it('go on where somebody was quicker than the code that turns them', async () => {
      const element = await fixture<ContactForm>(
        html`<contact-form action="/lead" fields="name | message"></contact-form>`,
      );
      element.prefill({ name: 'Rosa' });
      sendButton(element).click();
      await reached(element, 'Step 2 of 2');
      expect(network.calls.length).to.equal(0);
    });

    it('stand one below the other where that code cannot be had, ready to be sent', async () => {
      const element = await asking([
        ...STEPS,
        { name: 'where', required: true, showWhen: { field: 'name', is: 'x' } },
      ]);
      // What the element does itself when the code does not load.
      element.step = -1;
      await element.updateComplete;
      expect(step(element)).to.equal([FIRST, SECOND, THIRD].join(' + '));
      expect(words(sendButton(element))).to.equal('Send message');
      expect(backButton(element)).to.be.null;
      expect(field(element, 'where').required, 'it may not apply').to.be.false;
      element.prefill({ ...PERSON, message: 'My knee.' });
      expect(await send(element)).to.equal('sent');
    });
  });

  describe('on conditions', () => {
    const FIELDS: ContactFields = [
      'contact-method',
      {
        name: 'hour',
        required: true,
        showWhen: { field: 'contact-method', is: ['phone', 'text'] },
      },
      {
        name: 'why',
        type: 'radio',
        options: ['a', 'b'],
        required: true,
        showWhen: { field: 'hour', is: 'night' },
      },
    ];
    const ASKED = ['How should we contact you?'];

    it('a question is there when its answer is, and keeps what was written', async () => {
      const element = await asking(FIELDS);
      expect(labels(element)).to.deep.equal(ASKED);
      await click(box(element, 'contact-method', 'phone').labels![0]!);
      expect(labels(element)).to.deep.equal([...ASKED, 'Hour']);
      await type(field(element, 'hour'), 'night');
      expect(labels(element)).to.deep.equal([...ASKED, 'Hour', 'Why']);
      await click(box(element, 'contact-method', 'email').labels![0]!);
      expect(labels(element), 'and what follows from it goes too').to.deep.equal(ASKED);
      await click(box(element, 'contact-method', 'text').labels![0]!);
      expect(labels(element)).to.deep.equal([...ASKED, 'Hour', 'Why']);
      expect(field(element, 'hour').value).to.equal('night');
    });

    it('a question that is not asked is neither checked nor sent nor reached', async () => {
      const element = await asking(FIELDS);
      await click(box(element, 'contact-method', 'phone').labels![0]!);
      await type(field(element, 'hour'), 'noon');
      await click(box(element, 'contact-method', 'email').labels![0]!);
      await sendKeys({ press: 'Tab' });
      expect(focus(element)).to.equal('button submit');
      expect(await send(element)).to.equal('sent');
      expect(lead().fields).to.deep.equal({ 'contact-method': 'email' });
    });

    it('a question that is asked is checked like any other', async () => {
      const element = await asking(FIELDS);
      await click(box(element, 'contact-method', 'phone').labels![0]!);
      expect(await send(element)).to.equal('invalid');
      expect(problems(element)).to.deep.equal(['Fill in “Hour”']);
    });

    it('questions follow what the page fills in, and a reset', async () => {
      const element = await asking(FIELDS);
      element.prefill({ 'contact-method': 'phone' });
      expect(labels(element)).to.deep.equal([...ASKED, 'Hour']);
      element.reset();
      await waitUntil(() => labels(element).length === 1);
    });
  });

  describe('consents', () => {
    const digest = async (text: string): Promise<string> =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('');

    it('are boxes that nobody has ticked and nobody has to tick', async () => {
      const element = await asking(
        'name consent consent-contact consent-sms consent-call consent-newsletter',
      );
      const boxes = all<HTMLInputElement>(element, '[type="checkbox"]');
      expect(boxes.map(({ checked, required }) => checked || required)).to.deep.equal(
        Array(5).fill(false),
      );
      element.prefill({ name: 'Rosa', 'consent-sms': 'yes' });
      expect(
        boxes.some(({ checked }) => checked),
        'not even by the page',
      ).to.be.false;
      expect(await send(element)).to.equal('sent');
      expect(lead().consents.map(({ purpose, given }) => `${purpose} ${given}`)).to.deep.equal([
        'consent false',
        'contact false',
        'sms false',
        'call false',
        'newsletter false',
      ]);
    });

    it('to texts and calls say who, how often, what it costs, how to stop, and that care does not depend on it', async () => {
      const element = await asking('consent-sms consent-call');
      const [sms, call] = all(element, 'label').map(words);
      for (const part of [
        /Fernhollow Spine Clinic/,
        /automated/,
        /frequency varies/,
        /data rates may apply/,
        /STOP/,
        /HELP/,
        /Not a condition of care/,
      ])
        expect(sms).to.match(part);
      for (const part of [
        /Fernhollow Spine Clinic/,
        /automated or recorded/,
        /frequency varies/,
        /stop at any time/,
        /Not a condition of care/,
      ])
        expect(call).to.match(part);
    });

    it('that name nobody are pointed out to the author', async () => {
      const spy = watchConsole();
      try {
        await ready(
          await fixture<ContactForm>(
            html`<contact-form action="/lead" fields="consent-sms"></contact-form>`,
          ),
        );
      } finally {
        spy.restore();
      }
      expect(spy.lines.join('\n')).to.contain('give "clinic"');
    });

    it('arrive with the words as they were read, when, and their digest; and beside the answers', async () => {
      const element = await fixture<ContactForm>(
        html`<contact-form
          action="/lead"
          clinic="Fernhollow Spine Clinic"
          consent-text=" I agree to the  privacy policy. "
          fields="name consent* consent-newsletter"
        ></contact-form>`,
      );
      await ready(element);
      await type(field(element, 'name'), 'Rosa');
      expect(await send(element), 'the author wants this one').to.equal('invalid');
      expect(problems(element)).to.have.length(1);
      const before = new Date().toISOString();
      await click(field(element, 'consent').labels![0]!);
      const after = new Date().toISOString();
      await pause(20);
      expect(await send(element)).to.equal('sent');
      const [given, withheld] = lead().consents;
      expect(given!.text).to.equal('I agree to the privacy policy.');
      expect(given).to.include({ purpose: 'consent', given: true });
      expect(given!.at >= before && given!.at <= after, 'when it was ticked').to.be.true;
      expect(given!.sha256).to.equal(await digest(given!.text));
      expect(withheld).to.include({ purpose: 'newsletter', given: false, at: lead().submittedAt });
      expect(withheld!.text).to.equal(
        'I agree to get news from Fernhollow Spine Clinic by email. I can stop it at any time.',
      );
      expect(withheld!.sha256).to.equal(await digest(withheld!.text));
      expect(lead().fields).to.deep.equal({ name: 'Rosa', consent: 'yes' });
    });

    it('may link to what they speak of, without leaving what was written', async () => {
      const element = await asking([
        {
          name: 'policy',
          label: 'I have read the policy.',
          consent: 'policy',
          links: [
            { text: 'Privacy policy', href: '/privacy' },
            { text: 'Bad', href: 'javascript:alert(1)' },
          ],
        },
      ]);
      const links = all<HTMLAnchorElement>(element, '[part="field"] a');
      expect(links.map((link) => [words(link), link.target, link.pathname])).to.deep.equal([
        ['Privacy policy (opens in a new tab)', '_blank', '/privacy'],
      ]);
      await click(field(element, 'policy'));
      expect(await send(element)).to.equal('sent');
      expect(lead().consents[0]!.text).to.equal('I have read the policy.');
    });

    it('stand beside a note with the clinic’s privacy policy, once the facts are there', async () => {
      const { facts, expected } = pageFacts;
      pageFacts.expected = true;
      try {
        const element = await asking(['message?', { name: 'knee', hint: 'Which one?' }]);
        const links = () =>
          all<HTMLAnchorElement>(element, 'a').map((link) => [
            words(link.parentElement),
            link.target,
            link.pathname,
          ]);
        expect(links()).to.deep.equal([]);
        pageFacts.facts = { links: { privacy: new URL('/privacy/', document.baseURI).href } };
        pageFacts.expected = false;
        for (const follower of [...pageFacts.followers]) follower.requestUpdate();
        await waitUntil(() => links().length, 'the link is there');
        const note = 'Please do not include medical details. Privacy policy (opens in a new tab)';
        expect(links()).to.deep.equal([[note, '_blank', '/privacy/']]);
        expect(description(field(element, 'message'))).to.equal(note);
        element.fields = ['name', 'message?'];
        await waitUntil(() => field(element, 'name') && links().length, 'it stays, and is one');
        expect(links()).to.have.length(1);
      } finally {
        Object.assign(pageFacts, { facts, expected });
      }
    });

    it('that were not asked are not there', async () => {
      const element = await asking([
        'contact-method',
        { name: 'consent-sms', showWhen: { field: 'contact-method', is: 'text' } },
      ]);
      await click(box(element, 'contact-method', 'email').labels![0]!);
      expect(await send(element)).to.equal('sent');
      expect(lead().consents).to.deep.equal([]);
    });

    it('of an author’s own form are kept in the same way', async () => {
      const element = await fixture<ContactForm>(html`
        <contact-form>
          <form action="/lead" method="post">
            <label>Name <input name="name" value="Rosa" /></label>
            <label>
              <input type="checkbox" name="agree" value="1" data-consent="research" />
              Ask me about
              <em>studies</em>.
            </label>
            <input type="checkbox" name="other" data-consent aria-label="Other" />
            <input type="checkbox" name="plain" checked />
            <button>Send</button>
          </form>
        </contact-form>
      `);
      await ready(element);
      await click(field(element, 'agree'));
      expect(await send(element)).to.equal('sent');
      expect(
        lead().consents.map(({ purpose, text, given }) => [purpose, text, given]),
      ).to.deep.equal([
        ['research', 'Ask me about studies.', true],
        ['other', 'Other', false],
      ]);
      expect(lead().fields).to.deep.equal({ name: 'Rosa', agree: '1', plain: 'on' });
    });
  });

  describe('help with typing', () => {
    const caret = (input: HTMLInputElement): string =>
      `${input.value.slice(0, input.selectionStart!)}|${input.value.slice(input.selectionStart!)}`;

    it('puts the signs into a phone number, and the cursor stays where it is', async () => {
      const element = await asking('phone');
      const phone = field(element, 'phone');
      await type(phone, '2105550142');
      expect(caret(phone)).to.equal('(210) 555-0142|');
      for (let keys = 0; keys < 5; keys++) await sendKeys({ press: 'ArrowLeft' });
      expect(caret(phone)).to.equal('(210) 555|-0142');
      await sendKeys({ press: 'Backspace' });
      expect(caret(phone)).to.equal('(210) 55|-0142');
      await sendKeys({ type: '9' });
      expect(caret(phone)).to.equal('(210) 559|-0142');
      expect(await send(element)).to.equal('sent');
      expect(lead().fields).to.deep.equal({ phone: '(210) 559-0142' });
    });

    it('leaves alone how somebody else writes a number', async () => {
      const element = await asking('phone');
      await type(field(element, 'phone'), '+44 20 7946 0018 x7');
      expect(field(element, 'phone').value).to.equal('+44 20 7946 0018 x7');
    });

    it('leaves an author’s form alone', async () => {
      const element = await fixture<ContactForm>(html`
        <contact-form>
          <form action="/lead" method="post">
            <label>Phone <input name="phone" type="tel" /></label>
            <label>Email <input name="email" type="email" /></label>
            <button>Send</button>
          </form>
        </contact-form>
      `);
      await ready(element);
      await type(field(element, 'phone'), '2105550142');
      await type(field(element, 'email'), 'rosa@gmial.com');
      await sendKeys({ press: 'Tab' });
      expect(field(element, 'phone').value).to.equal('2105550142');
      expect(words(formOf(element))).to.not.contain('gmail');
    });

    const offer = (element: ContactForm): HTMLButtonElement | null =>
      formOf(element).querySelector('[data-clinic="suggestion"] button');

    /** Shift and Tab, to the question. */
    async function backwards(element: ContactForm): Promise<void> {
      try {
        await sendKeys({ down: 'Shift' });
        await sendKeys({ press: 'Tab' });
        await sendKeys({ up: 'Shift' });
      } catch {
        offer(element)!.focus(); // WebKitGTK's driver cannot hold a key
      }
    }

    async function slip(fields = 'email name?'): Promise<ContactForm> {
      const element = await asking(fields);
      await type(field(element, 'email'), 'Rosa@gmial.com');
      expect(offer(element), 'not while it is typed').to.be.null;
      await sendKeys({ press: 'Tab' });
      await waitUntil(() => offer(element));
      return element;
    }

    it('asks about a slip in an address, in a live region, and changes nothing by itself', async () => {
      const element = await slip();
      expect(words(offer(element))).to.equal('Did you mean Rosa@gmail.com?');
      expect(offer(element)!.closest('[aria-live="polite"]')).to.exist;
      expect(field(element, 'email').value).to.equal('Rosa@gmial.com');
      expect(focus(element), 'the visitor goes on').to.equal('input name');
    });

    it('mends it by a button that keys reach, and the focus goes back to the field', async () => {
      const element = await slip();
      await backwards(element);
      expect(words(focused(element))).to.equal('Did you mean Rosa@gmail.com?');
      await sendKeys({ press: 'Enter' });
      expect(field(element, 'email').value).to.equal('Rosa@gmail.com');
      expect(focus(element)).to.equal('input email Rosa@gmail.com');
      expect(offer(element)).to.be.null;
      expect(network.calls.length, 'it does not send').to.equal(0);
    });

    it('goes with Escape, for good, and with the next key in the field', async () => {
      const element = await slip();
      await backwards(element);
      await sendKeys({ press: 'Escape' });
      expect(offer(element)).to.be.null;
      expect(focus(element)).to.equal('input email Rosa@gmial.com');
      await sendKeys({ press: 'End' });
      await sendKeys({ type: 'x' });
      await sendKeys({ press: 'Backspace' });
      await sendKeys({ press: 'Tab' });
      await pause(30);
      expect(offer(element), 'the visitor has said no').to.be.null;
      await type(field(element, 'email'), 'm');
      await sendKeys({ press: 'Tab' });
      await waitUntil(() => offer(element));
      field(element, 'email').focus();
      await sendKeys({ press: 'End' });
      await sendKeys({ press: 'Backspace' });
      expect(offer(element)).to.be.null;
    });

    it('never moves the send button from under a finger', async () => {
      const element = await asking('email');
      await type(field(element, 'email'), 'rosa@gmial.com');
      expect(await send(element), 'the click arrived').to.equal('sent');
      expect(lead().fields).to.deep.equal({ email: 'rosa@gmial.com' });
    });

    it('tells no event what was typed', async () => {
      const dispatched: Event[] = [];
      const { dispatchEvent } = EventTarget.prototype;
      EventTarget.prototype.dispatchEvent = function (event) {
        dispatched.push(event);
        return dispatchEvent.call(this, event);
      };
      try {
        const element = await slip();
        await click(offer(element)!);
        expect(await send(element)).to.equal('sent');
      } finally {
        EventTarget.prototype.dispatchEvent = dispatchEvent;
      }
      const told = dispatched.filter((event) => event.type !== 'contact-submit');
      expect(told.map(({ type }) => type)).to.include.members(['input', 'contact-sent']);
      expect(told.map(stringsIn).join('\n')).to.not.match(/rosa|gmail|gmial/i);
    });

    it('goes to the next field where the key on the screen says "next"', async () => {
      const { matchMedia } = window;
      window.matchMedia = (query) =>
        query === '(pointer: coarse)' ? ({ matches: true } as MediaQueryList) : matchMedia(query);
      try {
        const element = await asking('name email');
        await type(field(element, 'name'), 'Rosa');
        await sendKeys({ press: 'Enter' });
        expect(focus(element)).to.equal('input email');
        await sendKeys({ type: 'rosa@example.com' });
        const told = outcome(element);
        await sendKeys({ press: 'Enter' });
        expect(await told).to.equal('sent');
      } finally {
        window.matchMedia = matchMedia;
      }
    });
  });
});
