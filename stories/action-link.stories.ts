import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { expect, find, wordsOf } from './support.js';

interface Args {
  href?: string;
  label?: string;
  description?: string;
  target?: string;
  variant?: 'text' | 'button' | 'card';
  children?: TemplateResult;
}

const meta: Meta<Args> = {
  title: 'Elements/action-link',
  component: 'action-link',
  parameters: {
    guide: `
**The next step, said as a step:** “Condition checker”, “Book a visit”. \`text\` in and below running text; \`button\`
where it is what a section is for; \`card\` where a second line helps to decide. Calling and sending are louder than
any of them, on purpose.

The arrow is drawn. One that an editor typed behind the words is tucked away, and nothing reads “right arrow”.
`,
  },
  render: ({ href, label, description, target, variant, children }) =>
    html`<action-link
      href=${href ?? nothing}
      label=${label ?? nothing}
      description=${description ?? nothing}
      target=${target ?? nothing}
      variant=${variant ?? nothing}
      >${children}</action-link
    >`,
};
export default meta;

type Story = StoryObj<Args>;

/** Words with an arrow, round the author’s link. */
export const Text: Story = {
  args: { children: html`<a href="#check">Condition checker</a>` },
};

/** A button. */
export const Button: Story = {
  args: { variant: 'button', children: html`<a href="#check">Condition checker</a>` },
};

/** A card: all of it is the target of its one link. */
export const Card: Story = {
  args: {
    variant: 'card',
    children: html`<a href="#check">Condition checker</a>
      <p>Eight questions about where it hurts, and where to read on.</p>`,
  },
};

/** From one line. */
export const OneLine: Story = {
  args: { href: '#check', label: 'Condition checker' },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'action-link');
    await element.updateComplete;
    const link = element.querySelector('a');
    expect(wordsOf(link) === 'Condition checker', `The link reads ${wordsOf(link)}`);
  },
};

/** From one line, with a second one. */
export const ButtonWithDescription: Story = {
  args: {
    variant: 'button',
    href: '#visit',
    label: 'Ask for a first visit',
    description: 'We answer within one working day.',
  },
};

/** The same as a card. */
export const CardFromOneLine: Story = {
  args: {
    variant: 'card',
    href: '#check',
    label: 'Condition checker',
    description: 'Eight questions, two minutes. Nothing is sent.',
  },
};

/** An arrow that was typed is not doubled. */
export const TypedArrow: Story = {
  args: { children: html`<a href="#check">Condition checker →</a>` },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'action-link');
    await element.updateComplete;
    expect(element.querySelector('[hidden]')?.textContent?.trim() === '→', 'It is tucked away');
  },
};

/** It opens a new tab: the arrow shows it, and screen readers hear it. */
export const NewTab: Story = {
  args: { children: html`<a href="https://portal.example/" target="_blank">Patient portal</a>` },
};

/** On a right-to-left page the arrow points the other way. */
export const RightToLeft: Story = {
  args: { variant: 'button', children: html`<a href="#check">מתחילים כאן</a>` },
  render: (args, context) => html`<div dir="rtl">${meta.render!(args, context)}</div>`,
};

/** Long words wrap, and the arrow stays with the last one. */
export const LongWords: Story = {
  args: {
    children: html`<a href="#check"
      >Answer a few questions about where it hurts and since when, and find out which articles
      people with such answers read</a
    >`,
  },
};

/** The same as a button. */
export const LongButton: Story = {
  args: { ...LongWords.args, variant: 'button' },
};

/** A heading and a text of the author’s, with `href`: the heading is the link. */
export const CardWithHeading: Story = {
  args: {
    variant: 'card',
    href: '#check',
    children: html`<h3>Condition checker</h3>
      <p>Eight questions, two minutes.</p>`,
  },
};

/** An address that could run code: the words stay, without a link. */
export const RefusedAddress: Story = {
  args: { href: 'javascript:alert(1)', label: 'Condition checker' },
};

/** As an editor leaves it. */
export const AsAnEditorLeavesIt: Story = {
  args: {
    children: html`<br />
      <p><a href="#check">Condition checker</a></p>
      <p></p>
      <br />`,
  },
};
