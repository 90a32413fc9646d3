import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { ContactForm } from '../src/elements/contact-form/contact-form.js';
import type { Lead } from '../src/leads/lead.js';
import { answering, expect, find, json, until, wordsOf } from './support.js';

/** A server that has the message and says so. */
const accepting = async (request: Request): Promise<Response> => {
  const { id } = (await request.json()) as Lead;
  return json({ ok: true, id, receipt: 'FH-7K3Q-92' }, 201);
};

const meta: Meta = {
  title: 'Elements/contact-form/Authored forms',
  parameters: {
    guide: `
**Your form stays yours.** Nodes, ids, classes and listeners are the same; without script it is posted by the
browser. The element adds a summary of what is wrong, words beside each field, and one send at a time.

**What is wrong is said in words** for every constraint of HTML, in the page’s language, and never repeats
what was typed. Yours come first: \`data-error-required\` where nothing was entered, \`data-error\` for
anything else (on a field, or on a fieldset for its radio buttons or boxes), \`title\` beside a \`pattern\`,
\`setCustomValidity\` in a script. \`novalidate\` on the form leaves the check to your server.

**If an editor drops the form**, labels and inputs inside \`<contact-form action="…">\` get it back.

**\`shielded\`** moves the form out of reach of the page’s other scripts. Your style sheet does not reach it
there, and neither does a label or a description that stands outside the form.
`,
  },
};
export default meta;

type Story = StoryObj;

/** A story of what happens after Send: it takes the focus, so it is not shown on the docs page. */
const AFTER_SEND = ['!autodocs'];

const everyControl = (start: string): TemplateResult =>
  html`<form method="post" action="/leads/${start}">
    <p>
      <label for="${start}-name">Full name</label>
      <input id="${start}-name" name="name" autocomplete="name" required />
    </p>
    <p>
      <label for="${start}-email">Email</label>
      <input id="${start}-email" name="email" type="email" autocomplete="email" required />
    </p>
    <p>
      <label for="${start}-phone">Phone</label>
      <input id="${start}-phone" name="phone" type="tel" autocomplete="tel" required />
    </p>
    <p>
      <label for="${start}-zip">ZIP code</label>
      <input
        id="${start}-zip"
        name="zip"
        autocomplete="postal-code"
        pattern="[0-9]{5}"
        title="It has five digits."
        value="782"
      />
    </p>
    <p>
      <label for="${start}-web">Your employer’s website</label>
      <input id="${start}-web" name="web" type="url" value="clinic" />
    </p>
    <p>
      <label for="${start}-reason">What is it about?</label>
      <select id="${start}-reason" name="reason" required>
        <option value="">Please choose</option>
        <option>A new appointment</option>
        <option>A bill</option>
      </select>
    </p>
    <fieldset>
      <legend>Have you been here before?</legend>
      <label><input type="radio" name="returning" value="yes" required /> Yes</label>
      <label><input type="radio" name="returning" value="no" /> No, this is my first time</label>
    </fieldset>
    <fieldset data-error="Choose the part of the day that suits you">
      <legend>When may we call?</legend>
      <ul>
        <li>
          <input id="${start}-am" type="checkbox" name="when" value="am" required /><label
            for="${start}-am"
            >In the morning</label
          >
        </li>
        <li>
          <input id="${start}-pm" type="checkbox" name="when" value="pm" required /><label
            for="${start}-pm"
            >In the evening</label
          >
        </li>
      </ul>
    </fieldset>
    <p>
      <label for="${start}-day">Which day suits you?</label>
      <input id="${start}-day" name="day" type="date" min="2031-05-04" value="2026-01-01" />
    </p>
    <p>
      <label for="${start}-time">At what time?</label>
      <input id="${start}-time" name="time" type="time" min="08:30" max="17:00" value="07:15" />
    </p>
    <p>
      <label for="${start}-people">How many people come with you?</label>
      <input id="${start}-people" name="people" type="number" min="0" max="4" value="12" />
    </p>
    <p>
      <label for="${start}-photo">A photo of your referral</label>
      <input id="${start}-photo" name="photo" type="file" accept="image/*" required />
    </p>
    <p>
      <label for="${start}-more">Anything else?</label>
      <textarea id="${start}-more" name="message" rows="3" required></textarea>
    </p>
    <p>
      <label
        ><input type="checkbox" name="agree" value="yes" required /> You may call me back, as the
        <a href="#privacy">privacy policy</a> says. I can take this back at any time.</label
      >
    </p>
    <button type="submit">Ask for an appointment</button>
  </form>`;

/** Every kind of control. */
export const EveryControl: Story = {
  beforeEach: answering('/leads/authored-every', accepting),
  render: () => html`<contact-form>${everyControl('authored-every')}</contact-form>`,
};

const showErrors = async (canvas: HTMLElement): Promise<string[]> => {
  const form: ContactForm = find(canvas, 'contact-form');
  await form.updateComplete;
  await until(() => form.querySelector('form') ?? form.renderRoot.querySelector('form'), 'a form');
  await form.submit();
  const place = form.querySelector('form') ? form : form.renderRoot;
  return [...place.querySelectorAll('[data-clinic="summary"] li')].map(wordsOf);
};

/** The same, with something wrong with each. */
export const EveryError: Story = {
  tags: AFTER_SEND,
  beforeEach: answering('/leads/authored-errors', accepting),
  render: () => html`<contact-form>${everyControl('authored-errors')}</contact-form>`,
  play: async ({ canvasElement }) => {
    const problems = await showErrors(canvasElement);
    expect(problems.length === 14, `There are ${problems.length}: ${problems.join(' / ')}`);
  },
};

const bare = (start: string): TemplateResult =>
  html`<h2>Write to us</h2>
    <p>A nurse reads every message. We answer within one working day.</p>
    <label for="${start}-name">Name</label><br />
    <input id="${start}-name" name="name" autocomplete="name" required /><br />
    <label for="${start}-email">Email</label><br />
    <input id="${start}-email" name="email" type="email" autocomplete="email" required />
    <p></p>
    <p>
      <label for="${start}-message">Message</label><br />
      <textarea id="${start}-message" name="message" rows="4" required></textarea>
    </p>
    <label><input type="checkbox" name="agree" required /> You may call me back</label>
    <p>Please do not include medical details.</p>`;

/** What is left when an editor has dropped the form and the button: both are put back. */
export const FormDroppedByAnEditor: Story = {
  beforeEach: answering('/leads/bare-fields', accepting),
  render: () =>
    html`<contact-form action="/leads/bare-fields">${bare('bare-fields')}</contact-form>`,
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    const button = await until(() => form.querySelector('form > button'), 'the button');
    expect(wordsOf(button) === 'Send message', 'The form has a button');
  },
};

/** The same with errors. */
export const FormDroppedWithErrors: Story = {
  tags: AFTER_SEND,
  beforeEach: answering('/leads/bare-errors', accepting),
  render: () =>
    html`<contact-form action="/leads/bare-errors">${bare('bare-errors')}</contact-form>`,
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await until(() => form.querySelector('form'), 'the form');
    const problems = await showErrors(canvasElement);
    expect(problems.length === 4, `There are ${problems.length}: ${problems.join(' / ')}`);
  },
};

const around = (start: string): TemplateResult =>
  html`<h2>Write to us</h2>
    <p>What you write here is out of reach of the page’s other scripts.</p>
    <form method="post" action="/leads/${start}">
      <p>
        <label for="${start}-name">Full name</label>
        <input id="${start}-name" name="name" autocomplete="name" required />
      </p>
      <p>
        <label for="${start}-message">How can we help?</label>
        <textarea id="${start}-message" name="message" rows="4" required></textarea>
      </p>
      <p>
        <label
          ><input type="checkbox" name="agree" value="yes" required /> You may call me back, as the
          <a href="#privacy">privacy policy</a> says</label
        >
      </p>
      <button>Send</button>
    </form>
    <p>Or call us at (210) 555-0142.</p>`;

/** Moved into the closed root; what stands around it stays in the page. */
export const Shielded: Story = {
  beforeEach: answering('/leads/shielded-form', accepting),
  render: () => html`<contact-form shielded>${around('shielded-form')}</contact-form>`,
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await until(() => !form.querySelector('form'), 'the form to be moved');
    await until(
      () => form.renderRoot.querySelector('[data-clinic="trap"]'),
      'the form to be taken in hand',
    );
  },
};

/** The same with errors. */
export const ShieldedWithErrors: Story = {
  tags: AFTER_SEND,
  beforeEach: answering('/leads/shielded-errors', accepting),
  render: () => html`<contact-form shielded>${around('shielded-errors')}</contact-form>`,
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await until(() => !form.querySelector('form'), 'the form to be moved');
    const problems = await showErrors(canvasElement);
    expect(problems.length === 3, `There are ${problems.length}: ${problems.join(' / ')}`);
  },
};

/** In Spanish, with errors. */
export const SpanishWithErrors: Story = {
  tags: AFTER_SEND,
  beforeEach: answering('/leads/authored-es', accepting),
  render: () =>
    html`<div lang="es">
      <contact-form action="/leads/authored-es">
        <h2>Pida una cita</h2>
        <label for="aes-name">Nombre</label>
        <input id="aes-name" name="name" autocomplete="name" required />
        <label for="aes-day">Día</label>
        <input id="aes-day" name="day" type="date" min="2031-05-04" value="2026-01-01" />
        <label for="aes-people">Acompañantes</label>
        <input id="aes-people" name="people" type="number" max="4" value="12" />
        <label><input type="checkbox" name="agree" required /> Pueden llamarme</label>
      </contact-form>
    </div>`,
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await until(() => wordsOf(form.querySelector('form > button')) === 'Enviar mensaje', 'Spanish');
    const problems = await showErrors(canvasElement);
    expect(
      problems[1] === '«Día» debe ser 4 de mayo de 2031 o después',
      `The problems are ${problems.join(' / ')}`,
    );
  },
};

/** From right to left, with errors, in a language without words of its own here. */
export const RightToLeftWithErrors: Story = {
  tags: AFTER_SEND,
  beforeEach: answering('/leads/authored-rtl', accepting),
  render: () =>
    html`<div dir="rtl" lang="ar">
      <contact-form>
        <form method="post" action="/leads/authored-rtl">
          <p>
            <label for="artl-name">الاسم الكامل</label>
            <input id="artl-name" name="name" autocomplete="name" required />
          </p>
          <fieldset>
            <legend>متى نتصل بك؟</legend>
            <label><input type="radio" name="when" value="am" required /> صباحًا</label>
            <label><input type="radio" name="when" value="pm" /> مساءً</label>
          </fieldset>
          <label
            ><input type="checkbox" name="agree" required /> أوافق على أن تتصل بي العيادة</label
          >
          <button>إرسال</button>
        </form>
      </contact-form>
    </div>`,
  play: async ({ canvasElement }) => {
    const problems = await showErrors(canvasElement);
    expect(problems.length === 3, `There are ${problems.length}: ${problems.join(' / ')}`);
  },
};
