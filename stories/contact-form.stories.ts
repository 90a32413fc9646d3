import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import {
  accepting,
  ANSWERS,
  boxOf,
  clickSend,
  filledAndSent,
  focusIn,
} from './contact-form-support.js';
import { knowing } from './clinic-facts.js';
import { Scrubber } from '../src/leads/attribution/conditions.js';
import { touchOf } from '../src/leads/attribution/touch.js';
import type { ContactForm } from '../src/elements/contact-form/contact-form.js';
import type { ContactFields } from '../src/elements/contact-form/fields.js';
import { answering, expect, find, json, never, until, within, wordsOf } from './support.js';

interface Args {
  action?: string;
  clinic?: string;
  'consent-text'?: string;
  fields?: string;
  heading?: string;
  'heading-level'?: number;
  locations?: string;
  name?: string;
  phone?: string;
  reasons?: string;
  'success-url'?: string;
  thanks?: string;
  'without-privacy-note'?: boolean;
}

const attributes = (args: Args) =>
  html`<contact-form
    action=${args.action ?? nothing}
    clinic=${args.clinic ?? nothing}
    consent-text=${args['consent-text'] ?? nothing}
    fields=${args.fields ?? nothing}
    heading=${args.heading ?? nothing}
    heading-level=${args['heading-level'] ?? nothing}
    locations=${args.locations ?? nothing}
    name=${args.name ?? nothing}
    phone=${args.phone ?? nothing}
    reasons=${args.reasons ?? nothing}
    success-url=${args['success-url'] ?? nothing}
    thanks=${args.thanks ?? nothing}
    ?without-privacy-note=${args['without-privacy-note'] ?? false}
  ></contact-form>`;

const meta: Meta<Args> = {
  title: 'Elements/contact-form',
  component: 'contact-form',
  parameters: {
    guide: `
**Two kinds.** Without a form inside, the element makes one from \`fields\`, and no other script of the page
can read what is typed in it. With your own \`<form>\` inside, that form stays yours, works without script,
and gets clear errors, one send at a time and a second try on a bad network.

**Where messages go.** To \`action\`, as JSON by POST, and nowhere else. The server has to answer with a
receipt that names the message’s id; until it does, nobody is told that a message has arrived.

**When it fails.** What was written stays. Give \`phone\`: the last step is always a number to call.

**Questions by name.** \`fields="name phone? message"\` asks them in that order; \`?\` marks what may stay
empty. Known are \`name first-name last-name email phone message reason location date time contact-method
new-patient insurance zip\` and the consents \`consent consent-contact consent-sms consent-call
consent-newsletter\`. \`reasons="Back pain, Neck pain"\` and \`locations\` say what there is to choose. A
\`|\` begins a step. Other questions, conditions and titles of steps come by property:

\`\`\`js
form.fields = [
  { step: 'About you' },
  'name phone contact-method',
  { name: 'best-time', label: 'When can we call?', showWhen: { field: 'contact-method', is: 'phone' } },
  { step: 'Your visit' },
  { name: 'knee', label: 'Which knee?', type: 'radio', options: ['Left', 'Right', 'Both'], required: true },
  'message? consent-sms',
];
\`\`\`

**Consents.** Never ticked beforehand, one box for each purpose, never a condition for sending (unless you
write \`consent*\`). Give \`clinic\`, the name of who asks. Each box arrives with its words, the time, and
their SHA-256, ticked or not. A box of your own form is kept in the same way with \`data-consent="research"\`.

**What you can look at.** Before sending, on this page. What follows (errors, sending, could not confirm,
refused, thank you) are stories of their own in the list, because each moves the keyboard’s focus.
`,
  },
  render: attributes,
};
export default meta;

type Story = StoryObj<Args>;

/** The element’s own form with its four usual questions. Send it: the story’s server says yes. */
export const OwnForm: Story = {
  args: {
    action: '/leads/own',
    heading: 'Ask us anything',
    phone: '(210) 555-0142',
  },
  beforeEach: answering('/leads/own', accepting),
};

/** Without a single attribute but the address. */
export const Bare: Story = {
  args: { action: '/leads/bare' },
  beforeEach: answering('/leads/bare', accepting),
};

/** Questions of your choice; `?` marks those that may stay empty. Any other name becomes a line of text. */
export const ChosenFields: Story = {
  args: {
    action: '/leads/chosen',
    heading: 'We call you back',
    fields: 'name phone best_time? message?',
  },
  beforeEach: answering('/leads/chosen', accepting),
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await form.updateComplete;
    const labels = [...form.renderRoot.querySelectorAll('[part="field"] > label')].map(wordsOf);
    expect(
      labels.join(', ') === 'Full name, Phone, Best time (optional), How can we help? (optional)',
      `The labels are ${labels.join(', ')}`,
    );
  },
};

/** Every question that has a name here, but for the consents. */
export const EveryQuestion: Story = {
  args: {
    action: '/leads/questions',
    fields:
      'first-name last-name email phone contact-method new-patient location reason date time zip insurance? message?',
    locations: 'Boerne, Fredericksburg, San Antonio',
    reasons: 'Back pain, Neck pain, Hip or knee, Something else',
    heading: 'Ask for an appointment',
  },
  beforeEach: answering('/leads/questions', accepting),
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await form.updateComplete;
    const fields = form.renderRoot.querySelectorAll('[part="field"]');
    expect(fields.length === 13, `There are ${fields.length} questions`);
  },
};

/** The same without attributes for the choices: lines of text. And without the line about medical details. */
export const WithoutPrivacyNote: Story = {
  args: {
    action: '/leads/no-note',
    fields: 'name reason message',
    'without-privacy-note': true,
  },
  beforeEach: answering('/leads/no-note', accepting),
};

/** The clinic’s name, its places and its privacy policy out of the page’s facts: neither `clinic` nor `locations` is given. */
export const FromTheFacts: Story = {
  args: {
    action: '/leads/facts',
    heading: 'Ask for an appointment',
    fields: 'name phone location message? consent-contact',
  },
  beforeEach: () => {
    const forget = knowing()();
    const leave = answering('/leads/facts', accepting)();
    return () => (leave(), forget());
  },
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await form.updateComplete;
    const words = wordsOf(form.renderRoot.querySelector('[part="form"]'));
    expect(/Fernhollow River Walk/.test(words), 'The places are offered');
    expect(/that Fernhollow Spine & Joint may/.test(words), 'The consent names the clinic');
  },
};

/** One box for each purpose. The words name the clinic, because `clinic` does. */
export const Consents: Story = {
  args: {
    action: '/leads/consents',
    clinic: 'Fernhollow Spine Clinic',
    heading: 'We call you back',
    fields: 'name phone consent consent-contact consent-sms consent-call consent-newsletter',
    'consent-text': 'I have read the privacy notice and agree that you keep what I write.',
  },
  beforeEach: answering('/leads/consents', accepting),
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await form.updateComplete;
    const boxes = form.renderRoot.querySelectorAll<HTMLInputElement>('[type="checkbox"]');
    expect(boxes.length === 5 && [...boxes].every((box) => !box.checked), 'No box is ticked');
  },
};

const withFields = (action: string, fields: ContactFields, more: Args = {}) =>
  html`<contact-form
    action=${action}
    heading=${more.heading ?? nothing}
    phone="(210) 555-0142"
    clinic="Fernhollow Spine Clinic"
    .fields=${fields}
  ></contact-form>`;

const EVERY_TYPE: ContactFields = [
  'name',
  { name: 'website', label: 'Your practice’s website', type: 'url' },
  { name: 'visits', label: 'How many visits so far?', type: 'number', min: 0, max: 40 },
  { name: 'since', label: 'Since when?', type: 'month', hint: 'The month is enough.' },
  {
    name: 'hour',
    label: 'When can you come?',
    type: 'time',
    min: '08:00',
    max: '18:00',
    step: 900,
  },
  {
    name: 'knee',
    label: 'Which knee is it about?',
    type: 'radio',
    options: ['Left', 'Right', 'Both'],
    required: true,
    hint: 'As you see it, looking down.',
  },
  {
    name: 'days',
    label: 'Which days suit you?',
    type: 'checkboxes',
    options: ['Monday', 'Wednesday', 'Friday'],
    required: true,
  },
  { name: 'referral', label: 'Your referral', type: 'file', accept: 'application/pdf,image/*' },
  { name: 'more', label: 'Anything else?', type: 'textarea', maxLength: 600 },
  { name: 'source', type: 'hidden', value: 'knee-page' },
  {
    name: 'research',
    label: 'Fernhollow Spine Clinic may ask me to take part in a study.',
    consent: 'research',
    links: [
      { text: 'About our studies', href: '/studies/' },
      { text: 'Privacy policy', href: '/privacy/' },
    ],
  },
];

/** Questions of your own, by property: every type of input. */
export const YourOwnQuestions: Story = {
  beforeEach: answering('/leads/types', accepting),
  render: () => withFields('/leads/types', EVERY_TYPE, { heading: 'Before your visit' }),
};

/** The same with errors. */
export const YourOwnQuestionsWithErrors: Story = {
  tags: ['!autodocs'],
  beforeEach: answering('/leads/types-errors', accepting),
  render: () => withFields('/leads/types-errors', EVERY_TYPE, { heading: 'Before your visit' }),
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await form.updateComplete;
    await form.submit();
    const problems = [...(boxOf(form)?.querySelectorAll('li') ?? [])].map(wordsOf);
    expect(problems.length === 3, `The problems are ${problems.join(' / ')}`);
  },
};

const STEPS: ContactFields = [
  { step: 'About you' },
  'name phone',
  { step: 'Your visit' },
  'new-patient date? time?',
  { step: 'Your question' },
  'message consent-sms',
];

/** Whether the code that turns steps is there. */
const ready = async (canvas: HTMLElement): Promise<ContactForm> => {
  const form = find(canvas, 'contact-form');
  await form.updateComplete;
  within(form, 'input')?.focus();
  await until(() => within(form, '[data-clinic="trap"]'), 'the code that checks');
  return form;
};

/** The heading of the step that shows. */
const stepOf = (form: ContactForm): string =>
  wordsOf(within(form, '[part="step"]:not([hidden]) > legend'));

const turned = async (form: ContactForm, to: string): Promise<void> => {
  clickSend(form);
  await until(() => stepOf(form) === to, `the step "${to}"`);
};

/** One thing at a time. The first step. */
export const Steps: Story = {
  beforeEach: answering('/leads/steps', accepting),
  render: () => withFields('/leads/steps', STEPS, { heading: 'Ask for an appointment' }),
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await form.updateComplete;
    expect(stepOf(form) === 'Step 1 of 3 About you', `The step is ${stepOf(form)}`);
    expect(wordsOf(within(form, '[part="submit"]')) === 'Continue', 'It does not send yet');
  },
};

/** The second step, with the way back. */
export const SecondStep: Story = {
  tags: ['!autodocs'],
  beforeEach: answering('/leads/second', accepting),
  render: () => withFields('/leads/second', STEPS, { heading: 'Ask for an appointment' }),
  play: async ({ canvasElement }) => {
    const form = await ready(canvasElement);
    form.prefill({ name: 'Rosa Delgado', phone: '(210) 555-0142' });
    await turned(form, 'Step 2 of 3 Your visit');
    expect(focusIn(form) === within(form, '[part="step"]:not([hidden])'), 'It has the focus');
  },
};

/** A step is checked before the next one comes. */
export const StepWithErrors: Story = {
  tags: ['!autodocs'],
  beforeEach: answering('/leads/step-errors', accepting),
  render: () => withFields('/leads/step-errors', STEPS, { heading: 'Ask for an appointment' }),
  play: async ({ canvasElement }) => {
    const form = await ready(canvasElement);
    form.prefill({ name: 'Rosa Delgado' });
    clickSend(form);
    await until(() => boxOf(form), 'the problems');
    expect(stepOf(form) === 'Step 1 of 3 About you', `The step is ${stepOf(form)}`);
  },
};

/** Only the last step sends. */
export const LastStep: Story = {
  tags: ['!autodocs'],
  beforeEach: answering('/leads/last', accepting),
  render: () => withFields('/leads/last', STEPS, { heading: 'Ask for an appointment' }),
  play: async ({ canvasElement }) => {
    const form = await ready(canvasElement);
    form.prefill({ name: 'Rosa Delgado', phone: '(210) 555-0142', 'new-patient': 'yes' });
    await turned(form, 'Step 2 of 3 Your visit');
    await turned(form, 'Step 3 of 3 Your question');
    expect(wordsOf(within(form, '[part="submit"]')) === 'Send message', 'Now it sends');
  },
};

const CONDITIONS: ContactFields = [
  'name contact-method phone?',
  {
    name: 'best-time',
    label: 'When can we call you?',
    type: 'select',
    options: ['Before noon', 'After noon'],
    required: true,
    showWhen: { field: 'contact-method', is: 'phone' },
  },
  {
    name: 'texting',
    label: 'Does this phone get text messages?',
    type: 'radio',
    options: ['Yes', 'No'],
    showWhen: { field: 'contact-method', is: ['phone', 'text'] },
  },
  { name: 'email', required: true, showWhen: { field: 'contact-method', is: 'email' } },
];

/** Some questions wait for an answer. */
export const Conditions: Story = {
  beforeEach: answering('/leads/conditions', accepting),
  render: () => withFields('/leads/conditions', CONDITIONS),
};

/** The questions that follow from "Phone". */
export const ConditionMet: Story = {
  tags: ['!autodocs'],
  beforeEach: answering('/leads/condition-met', accepting),
  render: () => withFields('/leads/condition-met', CONDITIONS),
  play: async ({ canvasElement }) => {
    const form = await ready(canvasElement);
    within(form, '[value="phone"]')?.click();
    const shown = [...form.renderRoot.querySelectorAll('[part="field"]:not([hidden])')];
    expect(shown.length === 5, `There are ${shown.length} questions`);
  },
};

/** A slip in the address: a question, and a button that mends it. */
export const EmailTypo: Story = {
  tags: ['!autodocs'],
  args: { action: '/leads/typo' },
  beforeEach: answering('/leads/typo', accepting),
  play: async ({ canvasElement }) => {
    const form = await ready(canvasElement);
    const email = within<HTMLInputElement>(form, '[name="email"]')!;
    email.value = 'rosa.delgado@gmial.com';
    email.dispatchEvent(new Event('change', { bubbles: true }));
    const offer = await until(
      () => within(form, '[data-clinic="suggestion"] button'),
      'the question',
    );
    expect(wordsOf(offer) === 'Did you mean rosa.delgado@gmail.com?', wordsOf(offer));
  },
};

/** On the smallest phone that is still about. */
export const Narrow: Story = {
  args: { ...OwnForm.args, action: '/leads/narrow' },
  beforeEach: answering('/leads/narrow', accepting),
  render: (args) => html`<div style="inline-size: 18rem">${attributes(args)}</div>`,
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await form.updateComplete;
    expect(form.scrollWidth <= form.clientWidth, 'Nothing sticks out of the form');
  },
};

/** Something is missing: a list that takes the focus and leads to each field, and words beside each. */
export const WithErrors: Story = {
  tags: ['!autodocs'],
  args: { ...OwnForm.args, action: '/leads/errors' },
  beforeEach: answering('/leads/errors', accepting),
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await form.updateComplete;
    form.prefill({ name: 'Rosa Delgado', email: 'rosa.delgado@' });
    await form.submit();
    const box = boxOf(form);
    expect(box && focusIn(form) === box, 'The list of problems has the focus');
    const problems = [...box.querySelectorAll('li')].map(wordsOf);
    expect(
      problems.join(' / ') ===
        'Enter an email address like name@example.com / Tell us how we can help',
      `The problems are ${problems.join(' / ')}`,
    );
    expect(
      within<HTMLInputElement>(form, '[name="name"]')?.value === 'Rosa Delgado',
      'What was typed is still there',
    );
  },
};

/** A message on its way. (The story’s server never answers; the form gives up after a minute.) */
export const Sending: Story = {
  tags: ['!autodocs'],
  args: { ...OwnForm.args, action: '/leads/sending' },
  beforeEach: answering('/leads/sending', never),
  play: async ({ canvasElement }) => {
    const form = await filledAndSent(canvasElement);
    await until(() => form.matches(':state(sending)'), 'the state "sending"');
    expect(wordsOf(within(form, '[role="status"]')) === 'Sending your message…', 'It says so');
  },
};

/** The server has it: its reference, and an empty form behind. */
export const ThankYou: Story = {
  tags: ['!autodocs'],
  args: { ...OwnForm.args, action: '/leads/thanks' },
  beforeEach: answering('/leads/thanks', accepting),
  play: async ({ canvasElement }) => {
    const form = await filledAndSent(canvasElement);
    const thanks = await until(() => within(form, '[part="thanks"]'), 'the thanks');
    expect(wordsOf(thanks).includes('FH-7K3Q-92'), 'The reference is shown');
    expect(form.matches(':state(sent)'), 'The state is "sent"');
  },
};

/** With words of your own. */
export const ThankYouInYourWords: Story = {
  tags: ['!autodocs'],
  args: {
    ...OwnForm.args,
    action: '/leads/own-thanks',
    thanks: 'A nurse reads every message and calls you within one working day, before 6 pm.',
  },
  beforeEach: answering('/leads/own-thanks', accepting),
  play: async ({ canvasElement }) => {
    const form = await filledAndSent(canvasElement);
    await until(() => within(form, '[part="thanks"]'), 'the thanks');
  },
};

/** The server is too busy to say: the message may have arrived, and it is safe to send it again. */
export const CouldNotConfirm: Story = {
  tags: ['!autodocs'],
  args: { ...OwnForm.args, action: '/leads/unconfirmed' },
  beforeEach: answering('/leads/unconfirmed', () =>
    // Longer than anybody is asked to wait, so the form does not try again by itself.
    json({ ok: false }, 503, { 'retry-after': '120' }),
  ),
  play: async ({ canvasElement }) => {
    const form = await filledAndSent(canvasElement);
    const box = await until(() => boxOf(form), 'the message');
    expect(wordsOf(box).includes('could not confirm'), 'It does not say that it was sent');
    expect(box.querySelector('a')?.href === 'tel:+12105550142', 'There is a number to call');
  },
};

/** The server wants an answer changed. */
export const ServerRejects: Story = {
  tags: ['!autodocs'],
  args: { ...OwnForm.args, action: '/leads/rejected' },
  beforeEach: answering('/leads/rejected', () =>
    json(
      {
        ok: false,
        errors: [{ field: 'email', message: 'We cannot reach example.com. Is it spelled right?' }],
      },
      422,
    ),
  ),
  play: async ({ canvasElement }) => {
    const form = await filledAndSent(canvasElement);
    await until(() => within(form, '[name="email"][aria-invalid="true"]'), 'the marked field');
  },
};

/** The server does not take messages at all. */
export const Failed: Story = {
  tags: ['!autodocs'],
  args: { ...OwnForm.args, action: '/leads/failed' },
  beforeEach: answering('/leads/failed', () => json({ ok: false }, 404)),
  play: async ({ canvasElement }) => {
    const form = await filledAndSent(canvasElement);
    const box = await until(() => boxOf(form), 'the message');
    expect(box.querySelector('a')?.href === 'tel:+12105550142', 'There is a number to call');
    expect(
      within<HTMLTextAreaElement>(form, 'textarea')?.value === ANSWERS.message,
      'What was typed is still there',
    );
  },
};

const authored = html`<form method="post" action="/leads/authored">
  <p>
    <label for="author-name">Your name</label>
    <input id="author-name" name="name" autocomplete="name" required />
  </p>
  <p>
    <label for="author-email">Email</label>
    <input id="author-email" name="email" type="email" autocomplete="email" required />
  </p>
  <p>
    <label for="author-message">Message</label>
    <textarea id="author-message" name="message" rows="4" required></textarea>
  </p>
  <button>Send</button>
</form>`;

/** Your own form, in your own words. */
export const AuthoredForm: Story = {
  beforeEach: answering('/leads/authored', accepting),
  render: () =>
    html`<contact-form heading="Write to us" phone="(210) 555-0142">${authored}</contact-form>`,
};

/** Your own form with something missing. */
export const AuthoredWithErrors: Story = {
  tags: ['!autodocs'],
  beforeEach: answering('/leads/authored', accepting),
  render: AuthoredForm.render,
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await form.updateComplete;
    form.prefill({ name: 'Rosa Delgado' });
    await form.submit();
    expect(boxOf(form) === document.activeElement, 'The list of problems has the focus');
    expect(
      canvasElement.querySelectorAll('[data-clinic="error"]').length === 2,
      'There are words beside both fields',
    );
  },
};

/** Words around your form, and a form as an editor leaves it. */
export const AsAnEditorLeavesIt: Story = {
  beforeEach: answering('/leads/editor', accepting),
  render: () =>
    html`<contact-form>
      <h2>Write to us</h2>
      <p>A nurse reads every message. We answer within one working day.</p>
      <form method="post" action="/leads/editor">
        <p>
          <label
            >Name<br />
            <input name="name" autocomplete="name" required
          /></label>
        </p>
        <p>
          <label
            >Email<br />
            <input name="email" type="email" autocomplete="email" required
          /></label>
        </p>
        <p></p>
        <p><input type="submit" value="Send" /></p>
      </form>
    </contact-form>`,
};

/** In Spanish. */
export const Spanish: Story = {
  args: {
    action: '/leads/es',
    heading: 'Escríbanos',
    phone: '(210) 555-0142',
  },
  beforeEach: answering('/leads/es', accepting),
  render: (args) => html`<div lang="es">${attributes(args)}</div>`,
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await until(() => wordsOf(within(form, 'button')) === 'Enviar mensaje', 'Spanish words');
  },
};

/** In Spanish, with errors. */
export const SpanishWithErrors: Story = {
  tags: ['!autodocs'],
  args: { ...Spanish.args, action: '/leads/es-errors' },
  beforeEach: answering('/leads/es-errors', accepting),
  render: Spanish.render,
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await until(() => wordsOf(within(form, 'button')) === 'Enviar mensaje', 'Spanish words');
    await form.submit();
    expect(wordsOf(boxOf(form)).startsWith('Hay un problema'), 'The problems are in Spanish');
  },
};

/** Every question and consent in Spanish. */
export const EveryQuestionInSpanish: Story = {
  args: {
    ...EveryQuestion.args,
    action: '/leads/es-questions',
    heading: 'Pida una cita',
    clinic: 'Fernhollow Spine Clinic',
    fields: `${EveryQuestion.args!.fields} consent-contact consent-sms consent-call consent-newsletter`,
    reasons: 'Dolor de espalda, Dolor de cuello, Otra cosa',
  },
  beforeEach: answering('/leads/es-questions', accepting),
  render: Spanish.render,
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await until(() => wordsOf(within(form, 'button')) === 'Enviar mensaje', 'Spanish words');
    const labels = [...form.renderRoot.querySelectorAll('label, legend')].map(wordsOf);
    expect(labels.includes('Código postal'), labels.join(', '));
  },
};

/** The element’s own form from right to left, with words of your own. */
export const StepsRightToLeft: Story = {
  tags: ['!autodocs'],
  beforeEach: answering('/leads/rtl-steps', accepting),
  render: () =>
    html`<div dir="rtl">
      ${withFields(
        '/leads/rtl-steps',
        [
          { step: 'عنك' },
          { name: 'name', label: 'الاسم الكامل', required: true },
          { step: 'زيارتك' },
          { name: 'knee', label: 'أي ركبة؟', type: 'radio', options: ['اليسرى', 'اليمنى'] },
          { name: 'place', label: 'أين؟', options: ['بورن', 'سان أنطونيو'] },
          { name: 'ok', label: 'أوافق على أن تتصلوا بي بخصوص هذا الطلب.', consent: 'contact' },
        ],
        { heading: 'راسلنا' },
      )}
    </div>`,
  play: async ({ canvasElement }) => {
    const form = await ready(canvasElement);
    form.prefill({ name: 'روزا' });
    await turned(form, 'Step 2 of 2 زيارتك');
  },
};

/** In a page that reads from right to left, in a language without words of its own here. */
export const RightToLeft: Story = {
  beforeEach: answering('/leads/rtl', accepting),
  render: () =>
    html`<div dir="rtl" lang="ar">
      <contact-form heading="راسلنا">
        <form method="post" action="/leads/rtl">
          <p>
            <label for="rtl-name">الاسم الكامل</label>
            <input id="rtl-name" name="name" autocomplete="name" required />
          </p>
          <p>
            <label for="rtl-message">كيف يمكننا مساعدتك؟</label>
            <textarea id="rtl-message" name="message" rows="4" required></textarea>
          </p>
          <button>إرسال</button>
        </form>
      </contact-form>
    </div>`,
};

/** How a visitor came, as `attribution` would put it into the lead: worked out here from one address. */
export const WhereItCameFrom: Story = {
  beforeEach: answering('/leads/attribution', accepting),
  render: () => {
    const url =
      'https://clinic.example/articles/herniated-disc/?utm_source=google&utm_medium=cpc' +
      '&utm_term=scoliosis+doctor&utm_content=rosa%40example.com&gclid=Cj0KCQiA&session=8813';
    const referrer = 'https://www.google.com/search?q=scoliosis';
    const rules = { scrubber: new Scrubber(), paths: 'full', ownHosts: [] } as const;
    const { values } = touchOf({ url, referrer, at: 0 }, rules);
    return html`<contact-form
        action="/leads/attribution"
        heading="Write to us"
        attribution
      ></contact-form>
      <h2>A visitor who came by</h2>
      <p>${url}</p>
      <h2>is described in the lead, and nowhere in the page, as</h2>
      <dl>
        ${Object.entries(values).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      <p>The click id <code>gclid</code> goes along only if the visitor agreed to advertising.</p>`;
  },
  play: async ({ canvasElement }) => {
    const form = find(canvasElement, 'contact-form');
    await form.updateComplete;
    const said = wordsOf(canvasElement.querySelector('dl'));
    expect(said.includes('https://clinic.example/articles/…/'), 'The path keeps its shape');
    expect(!/rosa|scoliosis|herniated|session/.test(said), 'What tells too much is left out');
    expect(!within(form, '[type="hidden"]'), 'There is no hidden field');
  },
};
