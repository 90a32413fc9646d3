import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, find, within, wordsOf } from './support.js';

interface Args {
  phone?: string;
  label?: string;
  sticky?: boolean;
}

const linkOf = (canvas: HTMLElement): HTMLAnchorElement => find(find(canvas, 'call-cta'), 'a');

/** A number is shown in one way and dialled in another. */
const dials = async (canvas: HTMLElement, text: string, href: string): Promise<void> => {
  await find(canvas, 'call-cta').updateComplete;
  const link = linkOf(canvas);
  expect(wordsOf(link) === text, `The link reads ${wordsOf(link)} instead of ${text}`);
  const written = link.getAttribute('href');
  expect(written === href, `The link dials ${written} instead of ${href}`);
};

const meta: Meta<Args> = {
  title: 'Elements/call-cta',
  component: 'call-cta',
  parameters: {
    guide: `
**The number is a real link** between the tags, in your page and not inside the element. It dials without
script, call-tracking services find and swap it, and search engines read it.

**Write it as people do:** \`(210) 555-0142\`, \`1-800-555-0142\`, \`+44 20 7946 0123\`, with \`ext. 7\` where
there is one. What is dialled is made from it. A number that no phone could dial is shown as plain text.

**The loudest thing on the page, once.** One block in the text, and perhaps one \`sticky\` bar for phones.
A sticky bar is the last child of the page’s main content; on a wide screen it is an ordinary block.
`,
  },
  render: ({ phone, label, sticky }) =>
    html`<call-cta
      phone=${phone ?? nothing}
      label=${label ?? nothing}
      ?sticky=${sticky}
    ></call-cta>`,
};
export default meta;

type Story = StoryObj<Args>;

/** One tag with the number and a few words above it. */
export const Attributes: Story = {
  args: { phone: '(210) 555-0142', label: 'Talk to a nurse' },
  play: ({ canvasElement }) => dials(canvasElement, '(210) 555-0142', 'tel:+12105550142'),
};

/** The number alone. */
export const NumberOnly: Story = {
  args: { phone: '210.555.0142' },
  play: ({ canvasElement }) => dials(canvasElement, '(210) 555-0142', 'tel:+12105550142'),
};

/** Your own link; the element only frames it. */
export const AuthoredNumber: Story = {
  render: () =>
    html`<call-cta label="New patients">
      <a href="tel:+12105550142">(210) 555-0142</a>
    </call-cta>`,
  play: ({ canvasElement }) => dials(canvasElement, '(210) 555-0142', 'tel:+12105550142'),
};

/** Words instead of the number. Visitors at a desk then cannot copy it down; better to show it. */
export const AuthoredWords: Story = {
  render: () => html`<call-cta><a href="tel:+12105550142">Call the clinic</a></call-cta>`,
};

/** More words about calling, around the link. */
export const WithHours: Story = {
  render: () =>
    html`<call-cta label="Talk to a nurse">
      <a href="tel:+12105550142">(210) 555-0142</a>
      <small>Monday to Friday, 8 am to 5 pm</small>
    </call-cta>`,
};

/** A long label wraps; the number never does. */
export const LongLabel: Story = {
  args: {
    phone: '(210) 555-0142',
    label:
      'Questions about your surgery date, your insurance or how to prepare? Our care coordinators answer from eight to five',
  },
};

/** With an extension. */
export const Extension: Story = {
  args: { phone: '(210) 555-0142 ext. 7', label: 'Billing' },
  play: ({ canvasElement }) =>
    dials(canvasElement, '(210) 555-0142 ext. 7', 'tel:+12105550142;ext=7'),
};

/** From abroad: written with a plus, shown as written. */
export const International: Story = {
  args: { phone: '+44 20 7946 0123', label: 'From the United Kingdom' },
  play: ({ canvasElement }) => dials(canvasElement, '+44 20 7946 0123', 'tel:+442079460123'),
};

/** An emergency number is dialled as it is. */
export const Emergency: Story = {
  args: { phone: '911', label: 'If you think this is an emergency' },
  play: ({ canvasElement }) => dials(canvasElement, '911', 'tel:911'),
};

/** No phone could dial this: it is shown as text, and the console says what to mend. */
export const InvalidPhone: Story = {
  args: { phone: '555-01', label: 'Call us' },
  play: async ({ canvasElement }) => {
    const call = find(canvasElement, 'call-cta');
    await call.updateComplete;
    expect(!call.querySelector('a'), 'There is no link');
    expect(wordsOf(call).includes('555-01'), 'The number is still to be read');
  },
};

/** As an editor leaves it. */
export const AsAnEditorLeavesIt: Story = {
  render: () =>
    html`<call-cta label="Talk to a nurse"
      ><br />
      <p><a href="tel:+12105550142">(210) 555-0142</a></p>
      <p></p>
      <br
    /></call-cta>`,
};

/** Your own colours and corners. */
export const Restyled: Story = {
  render: () =>
    html`<style>
        .restyled-call {
          --call-cta-background: #8a2b12;
          --call-cta-background-hover: #6e210d;
          --call-cta-color: #fff;
          --call-cta-radius: 100vmax;
        }
      </style>
      <call-cta class="restyled-call" phone="(210) 555-0142" label="Same-day line"></call-cta>`,
};

const paragraphs = [
  'Most back pain gets better within a few weeks. Keep moving as well as you can, sleep when you can, and take one thing at a time.',
  'A short walk is better than a long rest. Start with five minutes on level ground, twice a day, and add a minute whenever the day before went well.',
  'Heat helps some people and cold helps others. Neither changes how fast you heal, so choose the one that feels good and stop when it does not.',
  'Lift with something in reach, not at arm’s length, and ask for help with the first heavy thing after a bad week.',
  'If the pain wakes you every night, or if it comes with fever, call us the same day. Numbness between the legs or trouble with your bladder cannot wait: call 911.',
];

/**
 * On a phone, a bar that stays at the bottom of the screen. Look at it at a phone’s width; where the
 * screen is wide, it is an ordinary block at the end of the text.
 */
export const Sticky: Story = {
  parameters: { layout: 'fullscreen', docs: { story: { inline: false, height: '40rem' } } },
  globals: { viewport: { value: 'phone', isRotated: false } },
  render: () =>
    html`<main>
      <div style="max-inline-size: 40rem; margin-inline: auto; padding: 1rem 1.25rem 2rem">
        <h1 style="font-size: 1.728rem; line-height: 1.2">Living with a bad back</h1>
        ${paragraphs.map((text) => html`<p style="font-size: 1.125rem">${text}</p>`)}
        ${paragraphs.map((text) => html`<p style="font-size: 1.125rem">${text}</p>`)}
      </div>
      <call-cta sticky label="Talk to a nurse">
        <a href="tel:+12105550142">(210) 555-0142</a>
      </call-cta>
    </main>`,
  play: async ({ canvasElement }) => {
    const call = find(canvasElement, 'call-cta');
    await call.updateComplete;
    if (innerWidth > 640) return;
    const { bottom } = call.getBoundingClientRect();
    expect(Math.abs(bottom - innerHeight) <= 1, `The bar ends at ${bottom} of ${innerHeight}`);
    expect(getComputedStyle(call).position === 'sticky', 'The bar is sticky');
  },
};

/** The bar with a label that is too long for it. */
export const StickyLongLabel: Story = {
  ...Sticky,
  render: () =>
    html`<main>
      <div style="padding: 1rem 1.25rem 2rem">
        ${paragraphs.map((text) => html`<p>${text}</p>`)}
      </div>
      <call-cta
        sticky
        phone="(210) 555-0142 ext. 7"
        label="Questions before your surgery?"
      ></call-cta>
    </main>`,
};

/** In a page that reads from right to left: a number is always read from the left. */
export const RightToLeft: Story = {
  render: () =>
    html`<div dir="rtl" lang="ar">
      <call-cta phone="(210) 555-0142" label="تحدّث مع ممرضة"></call-cta>
    </div>`,
  play: async ({ canvasElement }) => {
    const call = find(canvasElement, 'call-cta');
    await call.updateComplete;
    expect(wordsOf(within(call, '[part="label"]')) === 'تحدّث مع ممرضة', 'The label is shown');
  },
};
