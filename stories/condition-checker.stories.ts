import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, find, within, wordsOf } from './support.js';

interface Args {
  label?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/condition-checker',
  component: 'condition-checker',
  parameters: {
    guide: `
**What a designer should know first**, in a sentence. Then when to use it, when something else is better,
and what to write in it.
`,
  },
  render: ({ label }) =>
    html`<condition-checker label=${label ?? nothing}
      ><p>Words of the page’s author.</p></condition-checker
    >`,
};
export default meta;

type Story = StoryObj<Args>;

/** With everything that it can show. */
export const Attributes: Story = {
  args: { label: 'A few words above' },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'condition-checker');
    await element.updateComplete;
    const label = wordsOf(within(element, '[part="label"]'));
    expect(label === 'A few words above', `The label reads ${label}`);
  },
};

/** The author’s words alone. */
export const ChildrenOnly: Story = {
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'condition-checker');
    await element.updateComplete;
    expect(!within(element, '[part="label"]'), 'There is no label');
    expect(wordsOf(element) === 'Words of the page’s author.', 'The author’s words are there');
  },
};

/** A long label wraps. */
export const LongLabel: Story = {
  args: {
    label:
      'More words than anybody planned for, as they come out of an editor on the day before a clinic opens',
  },
};

/** As an editor leaves it. */
export const AsAnEditorLeavesIt: Story = {
  render: () =>
    html`<condition-checker label=" A few  words above "
      ><br />
      <p>Words of the page’s author.</p>
      <p></p>
      <br
    /></condition-checker>`,
};
