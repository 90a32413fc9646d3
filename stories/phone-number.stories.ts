import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, find, wordsOf } from './support.js';

interface Args {
  phone?: string;
  noSwap?: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/phone-number',
  component: 'phone-number',
  parameters: {
    guide: `
**Put it around every number in your text.** The number becomes a link that dials, is never broken over two
lines, and shows the same number as the call button, the bar and the form, also after a call-tracking
script has rewritten one of them.

**Write the number between the tags**, so that it reads without script. \`phone\` is for templates that have
the number as a value.

**\`no-swap\`** where the clinic’s own number must stay: a legal notice, a fax line, the number for patients
who are already known.
`,
  },
  render: ({ phone, noSwap }) =>
    html`<p style="max-inline-size: 36rem">
      If the pain keeps you awake, call
      <phone-number phone=${phone ?? nothing} ?no-swap=${noSwap}></phone-number> and ask for a
      nurse.
    </p>`,
};
export default meta;

type Story = StoryObj<Args>;

const dials = async (canvas: HTMLElement, text: string, href: string): Promise<void> => {
  const element = find(canvas, 'phone-number');
  await element.updateComplete;
  const link = find(element, 'a');
  expect(wordsOf(link) === text, `It reads ${wordsOf(link)} instead of ${text}`);
  expect(link.getAttribute('href') === href, `It dials ${link.getAttribute('href')}`);
};

/** From a template that has the number as a value. */
export const Attributes: Story = {
  args: { phone: '210.555.0142' },
  play: ({ canvasElement }) => dials(canvasElement, '(210) 555-0142', 'tel:+12105550142'),
};

/** The usual way: the number between the tags. */
export const InRunningText: Story = {
  render: () =>
    html`<p style="max-inline-size: 36rem">
      Call <phone-number>(210) 555-0142</phone-number> between eight and five. After hours,
      <phone-number>(210) 555-0177</phone-number> reaches the nurse on call.
    </p>`,
  play: ({ canvasElement }) => dials(canvasElement, '(210) 555-0142', 'tel:+12105550142'),
};

/** Your own link, with words of your own. */
export const AuthoredLink: Story = {
  render: () =>
    html`<p>
      Questions? Ask <phone-number><a href="tel:+12105550142">our front desk</a></phone-number
      >.
    </p>`,
};

/** The clinic’s own number, whatever a call-tracking script makes of it. */
export const OwnNumberStays: Story = { args: { phone: '(210) 555-0142', noSwap: true } };

/** An emergency number is dialled as it is. */
export const Emergency: Story = {
  render: () =>
    html`<p>
      If you think this is an emergency, call <phone-number>911</phone-number>. For a crisis of the
      mind, call or text <phone-number>988</phone-number>.
    </p>`,
  play: ({ canvasElement }) => dials(canvasElement, '911', 'tel:911'),
};

/** No phone could dial this: it is shown as it is written, and the console says what to mend. */
export const InvalidPhone: Story = { args: { phone: '555-01' } };

/** In a page that reads from right to left: a number is always read from the left. */
export const RightToLeft: Story = {
  render: () =>
    html`<p dir="rtl" lang="ar">
      اتصل بنا على <phone-number>(210) 555-0142</phone-number> اليوم.
    </p>`,
};

/** On a narrow screen the number goes to the next line in one piece. */
export const Narrow: Story = {
  render: () =>
    html`<p style="max-inline-size: 13rem">
      Call us any weekday at <phone-number>(210) 555-0142 ext. 7</phone-number> before noon.
    </p>`,
};
