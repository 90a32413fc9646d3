import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { atTime, expect, find, framed, until, within } from './support.js';

interface Args {
  kind?: 'info' | 'closure' | 'emergency';
  message?: string;
  label?: string;
  starts?: string;
  ends?: string;
  timeZone?: string;
  dismissable?: boolean;
  bannerId?: string;
  remember?: boolean;
  children?: TemplateResult;
}

const THANKSGIVING = {
  kind: 'closure',
  starts: '2026-11-23',
  ends: '2026-11-27',
  timeZone: 'America/Chicago',
  children: html`<p>
    We are closed on Thursday and Friday for Thanksgiving. <a href="#hours">Holiday hours</a>
  </p>`,
} as const;

const meta: Meta<Args> = {
  title: 'Elements/site-banner',
  component: 'site-banner',
  parameters: {
    guide: `
**One sentence and one link**, above the header. \`info\` for news, \`closure\` when the clinic is closed, \`emergency\`
for what cannot wait; the last is loud, so keep it rare.

Give \`starts\` and \`ends\`, and print only current banners from your CMS: without script all of them show, and one
that is over leaves its room once, when the script comes. Only dismissable banners that visitors have read need a
button.
`,
  },
  render: (args) =>
    html`<site-banner
        kind=${args.kind ?? nothing}
        message=${args.message ?? nothing}
        label=${args.label ?? nothing}
        starts=${args.starts ?? nothing}
        ends=${args.ends ?? nothing}
        time-zone=${args.timeZone ?? nothing}
        banner-id=${args.bannerId ?? nothing}
        ?dismissable=${args.dismissable}
        ?remember=${args.remember}
        >${args.children}</site-banner
      >
      <p>The page begins here.</p>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Something new. */
export const Info: Story = {
  args: {
    children: html`<p>Flu shots are here. <a href="#flu">Walk in on any weekday</a></p>`,
  },
};

/** The clinic is closed for a few days. */
export const Closure: Story = {
  parameters: framed('10rem'),
  beforeEach: atTime('2026-11-25T10:00-06:00'),
  args: THANKSGIVING,
  play: async ({ canvasElement }) => {
    const words = find(canvasElement, 'site-banner').querySelector('p')!;
    await until(() => words.checkVisibility(), 'the announcement');
  },
};

/** What cannot wait. */
export const Emergency: Story = {
  args: {
    kind: 'emergency',
    children: html`<p>
      The clinic is closed today because of flooding. For urgent care call
      <a href="tel:+12105550142">(210) 555-0142</a>.
    </p>`,
  },
};

/** With a button that dismisses it. */
export const Dismissable: Story = {
  args: { ...Info.args, dismissable: true, bannerId: 'story-dismissable' },
};

/** A dismissable emergency. */
export const DismissableEmergency: Story = {
  args: { ...Emergency.args, dismissable: true, bannerId: 'story-emergency' },
};

/** After the button was pressed. */
export const Dismissed: Story = {
  args: { ...Info.args, dismissable: true, bannerId: 'story-dismissed' },
  play: async ({ canvasElement }) => {
    const banner = find(canvasElement, 'site-banner');
    await banner.updateComplete;
    within(banner, 'button')?.click();
    await banner.updateComplete;
    expect(!banner.querySelector('p')!.checkVisibility(), 'It is out of sight');
    expect(banner.querySelector('a'), 'Its words stay in the page');
  },
};

/** In one line. */
export const OneLine: Story = { args: { message: 'We have moved to the second floor.' } };

/** Before it starts: it takes no room. */
export const NotYet: Story = {
  parameters: framed('8rem'),
  beforeEach: atTime('2026-11-20T10:00-06:00'),
  args: THANKSGIVING,
  play: async ({ canvasElement }) => {
    const words = find(canvasElement, 'site-banner').querySelector('p')!;
    await until(() => !words.checkVisibility(), 'that it makes way');
  },
};

/** After it has ended. */
export const Over: Story = {
  parameters: framed('8rem'),
  beforeEach: atTime('2026-11-28T00:00-06:00'),
  args: THANKSGIVING,
  play: NotYet.play!,
};

/** Dates the wrong way round hide nothing; the console says so. */
export const ReversedDates: Story = {
  args: { ...THANKSGIVING, starts: '2026-11-27', ends: '2026-11-23' },
};

/** More words than anybody planned for, with a heading. */
export const LongWords: Story = {
  args: {
    kind: 'closure',
    dismissable: true,
    bannerId: 'story-long',
    children: html`<h2>Shorter hours between Christmas and New Year</h2>
      <p>
        From December 28 to January 2 the front desk is open from 10 AM to 2 PM. Messages that
        arrive after noon are answered on the next working day.
        <a href="#hours">All holiday hours</a>
      </p>`,
  },
};

/** In a page that reads from right to left. */
export const RightToLeft: Story = {
  args: { ...Info.args, dismissable: true, bannerId: 'story-rtl' },
  render: (args, context) => html`<div dir="rtl">${meta.render!(args, context)}</div>`,
};

/** As an editor leaves it. */
export const AsAnEditorLeavesIt: Story = {
  args: {
    children: html`<br />Flu shots are here.
      <p></p>
      <br />`,
  },
};
