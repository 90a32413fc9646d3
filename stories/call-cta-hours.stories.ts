import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { atTime, expect, find, framed, until, within, wordsOf } from './support.js';

interface Args {
  hours?: string;
  timeZone?: string;
  holidays?: string;
  label?: string;
}

const USUAL = 'Mo-Fr 08:00-17:00; Sa 09:00-12:00';
const WEDNESDAY = '2026-03-04';

/** What the element says of its hours, once it says something. */
const states = async (canvas: HTMLElement, headline: string, detail: string): Promise<void> => {
  const call = find(canvas, 'call-cta');
  const part = await until(() => {
    const state = within(call, '[part="state"]');
    return state && wordsOf(state) ? state : null;
  }, 'the state');
  const [first, second] = [...part.children].map((line) => wordsOf(line));
  expect(first === headline, `It says “${first}” instead of “${headline}”`);
  // A visitor elsewhere reads the zone behind the time.
  expect(second?.startsWith(detail), `It says “${second}” instead of “${detail}”`);
};

const meta: Meta<Args> = {
  title: 'Elements/call-cta/Opening hours',
  component: 'call-cta',
  tags: ['!autodocs'],
  parameters: framed('15rem'),
  args: { hours: USUAL, timeZone: 'America/Chicago', label: 'Talk to a nurse' },
  render: ({ hours, timeZone, holidays, label }) =>
    html`<call-cta
      phone="(210) 555-0142"
      label=${label ?? nothing}
      hours=${hours ?? nothing}
      time-zone=${timeZone ?? nothing}
      holidays=${holidays ?? nothing}
      ><a slot="closed" href="#contact">Send us a message</a></call-cta
    >`,
};
export default meta;

type Story = StoryObj<Args>;

/** Somebody answers, and until when. */
export const Open: Story = {
  beforeEach: atTime(`${WEDNESDAY}T15:00-06:00`),
  play: ({ canvasElement }) => states(canvasElement, 'Open now', 'Until 5 PM'),
};

/** The last hour before opening. */
export const OpeningSoon: Story = {
  beforeEach: atTime(`${WEDNESDAY}T07:20-06:00`),
  play: ({ canvasElement }) => states(canvasElement, 'Opening soon', 'Opens at 8 AM'),
};

/** Nobody answers: the number stays, quieter, and what to do instead comes forward. */
export const Closed: Story = {
  beforeEach: atTime(`${WEDNESDAY}T19:30-06:00`),
  play: ({ canvasElement }) => states(canvasElement, 'Closed now', 'Opens tomorrow at 8 AM'),
};

/** Over a weekend, the day is named. */
export const ClosedUntilMonday: Story = {
  beforeEach: atTime('2026-03-07T14:00-06:00'),
  play: ({ canvasElement }) => states(canvasElement, 'Closed now', 'Opens Monday at 8 AM'),
};

/** A holiday says its name. */
export const Holiday: Story = {
  args: { holidays: '2026-11-26/2026-11-27 closed Thanksgiving; 12-25 closed Christmas Day' },
  beforeEach: atTime('2026-11-26T10:00-06:00'),
  play: ({ canvasElement }) =>
    states(canvasElement, 'Closed for Thanksgiving', 'Opens Saturday at 9 AM'),
};

/** A day with other hours. */
export const ShortDay: Story = {
  args: { holidays: '2026-12-24 08:00-12:00 Christmas Eve' },
  beforeEach: atTime('2026-12-24T10:00-06:00'),
  play: ({ canvasElement }) => states(canvasElement, 'Open on Christmas Eve', 'Until 12 PM'),
};

/** Somebody always answers. */
export const DayAndNight: Story = {
  args: { hours: '24/7' },
  beforeEach: atTime(`${WEDNESDAY}T03:00-06:00`),
  play: ({ canvasElement }) => states(canvasElement, 'Open now', 'Day and night'),
};

/** In Spanish, where the hour decides the article. */
export const InSpanish: Story = {
  args: { label: 'Hable con una enfermera', hours: 'Mo-Fr 08:00-13:00' },
  beforeEach: atTime(`${WEDNESDAY}T10:00-06:00`),
  render: (args, context) => html`<div lang="es">${meta.render!(args, context)}</div>`,
};

/** Hours that cannot be read: the number is as good as ever, and the console says what to write. */
export const UnreadableHours: Story = {
  args: { hours: 'by appointment' },
  beforeEach: atTime(`${WEDNESDAY}T10:00-06:00`),
};

/** Other ways to write. */
export const TextAndWhatsApp: Story = {
  beforeEach: atTime(`${WEDNESDAY}T15:00-06:00`),
  render: () =>
    html`<call-cta
      phone="(210) 555-0142"
      label="Call or write to us"
      hours=${USUAL}
      time-zone="America/Chicago"
      sms
      whatsapp="+1 210 555 0143"
    ></call-cta>`,
};

/** In a page that reads from right to left. */
export const RightToLeft: Story = {
  beforeEach: atTime(`${WEDNESDAY}T19:30-06:00`),
  render: (args, context) => html`<div dir="rtl" lang="ar">${meta.render!(args, context)}</div>`,
};

/** The bar at the bottom of a phone's screen, while the clinic is closed. */
export const StickyClosed: Story = {
  parameters: { ...framed('30rem'), layout: 'fullscreen' },
  globals: { viewport: { value: 'phone', isRotated: false } },
  beforeEach: atTime(`${WEDNESDAY}T19:30-06:00`),
  render: () =>
    html`<main>
      <div style="padding: 1rem 1.25rem 40rem"><h1>Living with a bad back</h1></div>
      <call-cta
        sticky
        phone="(210) 555-0142"
        label="Talk to a nurse"
        hours=${USUAL}
        time-zone="America/Chicago"
      ></call-cta>
    </main>`,
};
