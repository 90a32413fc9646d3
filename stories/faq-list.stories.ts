import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, find, framed, until, within, wordsOf } from './support.js';

interface Args {
  heading?: string;
  headingLevel?: number;
  openOne?: boolean;
  items?: string;
  children?: TemplateResult;
}

const questions = html`
  <details>
    <summary>Do I need a referral?</summary>
    <p>No. Some insurance plans ask for one; the front desk can tell you which.</p>
  </details>
  <details>
    <summary>What should I bring?</summary>
    <ul>
      <li>a list of your medicines</li>
      <li>earlier pictures of your back or hip, on disc or on paper</li>
    </ul>
  </details>
  <details>
    <summary>How long does a first visit take?</summary>
    <p>About 45 minutes. Call <a href="tel:+12105550142">(210) 555-0142</a> to plan yours.</p>
  </details>
`;

const ITEMS = [
  {
    question: 'Do I need a referral?',
    answer: 'No. Some plans ask for one.\n\nCall us about yours.',
  },
  { question: 'Is there parking?', answer: 'Yes, behind the building.' },
  { question: 'Do you speak Spanish?', answer: 'Yes, on every day of the week.' },
];

const meta: Meta<Args> = {
  title: 'Elements/faq-list',
  component: 'faq-list',
  parameters: {
    ...framed('28rem'),
    guide: `
**Questions that people really ask**, in their words. Write each as \`<details>\` with a \`<summary>\`: it opens
without script too, browsers find words in closed answers, and all of them are printed. What everybody must
read does not belong into a closed answer.

A link such as \`/visit/#do-i-need-a-referral\` opens that question.
`,
  },
  args: { heading: 'Common questions', children: questions },
  render: ({ heading, headingLevel, openOne, items, children }) =>
    html`<faq-list
      heading=${heading ?? nothing}
      heading-level=${headingLevel ?? nothing}
      ?open-one=${openOne}
      items=${items ?? nothing}
      >${children ?? nothing}</faq-list
    >`,
};
export default meta;

type Story = StoryObj<Args>;

/** Questions that an author wrote. */
export const Details: Story = {
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'faq-list');
    await until(() => within(element, '[part="all"]'), 'the button');
    await until(() => element.querySelector('#do-i-need-a-referral'), 'ids');
  },
};

/** One is open. */
export const Open: Story = {
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'faq-list');
    element.querySelector('summary')!.click();
    expect(element.querySelector('details')!.open, 'It opens');
    await until(() => element.querySelector('[id]'), 'ids');
  },
};

/** All are open, after a press of the button. */
export const AllOpen: Story = {
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'faq-list');
    const button = await until(
      () => within<HTMLButtonElement>(element, '[part="all"]'),
      'a button',
    );
    if (!element.querySelector('details[open]')) button.click();
    await until(() => wordsOf(button) === 'Collapse all', 'the other word');
    expect(element.querySelectorAll('details[open]').length === 3, 'All are open');
  },
};

/** One at a time: there is no button for all. */
export const OpenOne: Story = {
  args: { openOne: true },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'faq-list');
    await until(() => element.querySelector('[name]'), 'a group');
    expect(!within(element, '[part="all"]'), 'No button');
  },
};

/** With headings of the author’s: one for the list, one in each question. */
export const AuthorsHeadings: Story = {
  args: {
    heading: undefined,
    children: html`<h2>Before your visit</h2>
      <details>
        <summary><h3>Do I need a referral?</h3></summary>
        <p>No.</p>
      </details>
      <details open>
        <summary><h3>What should I bring?</h3></summary>
        <p>A list of your medicines.</p>
      </details>
      <details>
        <summary><h3>Is there parking?</h3></summary>
        <p>Yes.</p>
      </details>`,
  },
};

/** Headings with an answer below each, as an editor writes them. */
export const HeadingsAndWords: Story = {
  args: {
    heading: undefined,
    children: html`<h2>Common questions</h2>
      <h3>Do I need a referral?</h3>
      <p>No.</p>
      <p>Some plans ask for one.</p>
      <h3>What should I bring?</h3>
      <p>A list of your medicines.</p>`,
  },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'faq-list');
    await until(() => element.querySelectorAll('details').length === 2, 'questions');
    expect(element.querySelector('details p'), 'With their answers');
  },
};

/** Terms and descriptions. */
export const Terms: Story = {
  args: {
    children: html`<dl>
      <dt>Do I need a referral?</dt>
      <dd>No.</dd>
      <dt>What should I bring?</dt>
      <dd>A list of your medicines.</dd>
      <dd>Earlier pictures.</dd>
    </dl>`,
  },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'faq-list');
    await until(() => element.querySelectorAll('details').length === 2, 'questions');
  },
};

/** From an attribute alone. */
export const Items: Story = {
  args: { items: JSON.stringify(ITEMS), children: undefined },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'faq-list');
    await until(() => element.querySelectorAll('details h3').length === 3, 'questions');
  },
};

/** Questions that cannot be read: the console says how they are written. */
export const UnreadableItems: Story = {
  args: { items: '[{"question": "Do I', children: html`<p>Call us with any question.</p>` },
};

/** Long words, no button for two, an answer that folds by itself. */
export const LongWords: Story = {
  args: {
    heading: 'Questions that people ask at the front desk of the clinic before their first visit',
    children: html`<details open>
        <summary>
          Does my insurance pay for an outpatient neurostimulation-and-physiotherapy-consultation
          that was planned before the beginning of the year?
        </summary>
        <p>Mostly.</p>
        <details>
          <summary>Which plans?</summary>
          <p>Those in the list at the front desk.</p>
        </details>
      </details>
      <details>
        <summary>Yes?</summary>
        <p>Yes.</p>
      </details>`,
  },
};

/** In Spanish. */
export const InSpanish: Story = {
  args: { heading: 'Preguntas frecuentes' },
  render: (args, context) => html`<div lang="es">${meta.render!(args, context)}</div>`,
};

/** In a page that reads from right to left. */
export const RightToLeft: Story = {
  render: (args, context) => html`<div dir="rtl">${meta.render!(args, context)}</div>`,
};

/** As an editor leaves it. */
export const AsAnEditorLeavesIt: Story = {
  args: {
    heading: ' Common  questions ',
    children: html`<br />
      <p></p>
      <details>
        <summary>Do I need a referral?<br /></summary>
        <p>No.</p>
        <p></p>
      </details>
      <p>&nbsp;</p>
      <details>
        <summary>Is there parking?</summary>
        Yes, behind the building.
      </details>
      <br />`,
  },
};
