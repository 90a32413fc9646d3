import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import type { ClinicFacts } from '../src/index.js';
import { pageStyles as callCtaRoom } from '../src/elements/call-cta/call-cta.styles.js';
import { pageStyles as openHoursRoom } from '../src/elements/open-hours/open-hours.styles.js';
import { pageStyles as phoneNumberRoom } from '../src/elements/phone-number/phone-number.styles.js';
import {
  answering,
  atTime,
  expect,
  find,
  framed,
  json,
  never,
  until,
  within,
  wordsOf,
} from './support.js';

interface Args {
  src?: string;
  facts?: ClinicFacts;
  /** The page below it. */
  page?: TemplateResult;
}

const FACTS: ClinicFacts = {
  name: 'Fernhollow Spine Clinic',
  phone: '(210) 555-0142',
  timeZone: 'America/Chicago',
  hours: 'Mo-Th 08:00-17:00; Fr 08:00-15:00',
  holidays: '2026-03-06 closed Staff day',
  places: [
    { id: 'fernhollow-lane', name: 'Fernhollow Lane' },
    { id: 'mill-road', name: 'Mill Road', phone: '(210) 555-0199', hours: 'Tu,Th 09:00-16:00' },
  ],
};

/** A page whose elements say nothing of numbers and hours. */
const PAGE = html`<article style="max-inline-size: 40rem">
  <call-cta label="Talk to our nurse line"></call-cta>
  <p>
    Our front desk is at <phone-number></phone-number>, the one on Mill Road at
    <phone-number place="mill-road"></phone-number>.
  </p>
  <open-hours heading="Opening hours" compact></open-hours>
</article>`;

const meta: Meta<Args> = {
  title: 'Elements/clinic-info',
  component: 'clinic-info',
  beforeEach: atTime('2026-03-04T15:00-06:00'),
  parameters: {
    ...framed('40rem'),
    guide: `
**One file says what fifty pages repeat.** Number, hours, holidays and places stand in \`clinic.json\`; every page
has one \`<clinic-info src="/clinic.json">\`, first in its body. A call button, a number in a sentence, the hours and a
form’s message then need no attributes, and next year’s holidays are one edit.

**What you write wins.** A link, a number or hours on an element stay as they are. Write the number itself where a
page must dial without script.

**Nothing waits for it.** The page paints without, its room is kept, and the facts fill in. There is nothing to see
of the element itself.
`,
  },
  args: { facts: FACTS, page: PAGE },
  render: ({ src, facts, page }) =>
    html`<clinic-info src=${src ?? nothing} .facts=${src ? undefined : facts}></clinic-info
      >${page}`,
};
export default meta;

type Story = StoryObj<Args>;

const call = (canvas: HTMLElement): string => wordsOf(canvas.querySelector('call-cta a'));

/** From a file. */
export const Attributes: Story = {
  beforeEach: answering('/story/clinic.json', () => json(FACTS)),
  args: { src: '/story/clinic.json' },
  play: async ({ canvasElement }) => {
    await until(() => call(canvasElement) === '(210) 555-0142', 'the clinic’s number');
    const places = canvasElement.querySelectorAll('phone-number');
    expect(wordsOf(places[1]) === '(210) 555-0199', `Mill Road has ${wordsOf(places[1])}`);
    const hours = find(canvasElement, 'open-hours');
    await until(() => within(hours, 'table'), 'the table');
  },
};

/** The facts in the page itself: no request. */
export const InThePage: Story = {
  render: () =>
    html`<clinic-info
        ><script type="application/json">
          { "phone": "(210) 555-0142", "timeZone": "America/Chicago", "hours": "24/7" }
        </script></clinic-info
      >${PAGE}`,
  play: async ({ canvasElement }) => {
    await until(() => call(canvasElement) === '(210) 555-0142', 'the clinic’s number');
  },
};

/** The file is on its way: the page is there, and, with `clinic-elements.css`, its room is kept. */
export const OnItsWay: Story = {
  beforeEach: answering('/story/slow.json', never),
  render: () =>
    html`<style>
        ${[callCtaRoom, openHoursRoom, phoneNumberRoom].map(({ cssText }) => cssText)}
      </style>
      <clinic-info src="/story/slow.json"></clinic-info>${PAGE}`,
};

/** The facts change while the page is there: all follow, in the same links. */
export const ChangingLive: Story = {
  render: () => {
    const change = (facts: ClinicFacts) => (event: Event) => {
      const canvas = (event.target as Element).closest('#storybook-root, .docs-story, body')!;
      find(canvas, 'clinic-info').facts = facts;
    };
    const other = { ...FACTS, phone: '(210) 555-0177', hours: 'Mo-Fr 07:00-18:00' };
    return html`<clinic-info .facts=${FACTS}></clinic-info>
      <style>
        /* WebKitGTK draws its own button light in the dark, with light words. */
        .choice {
          background: Canvas;
          color: CanvasText;
        }
      </style>
      <p>
        <button class="choice" @click=${change(FACTS)}>The usual facts</button>
        <button class="choice" @click=${change(other)}>Another number, longer hours</button>
      </p>
      ${PAGE}`;
  },
  play: async ({ canvasElement }) => {
    await until(() => call(canvasElement) === '(210) 555-0142', 'the usual number');
    const [usual, other] = canvasElement.querySelectorAll('button');
    other!.click();
    await until(() => call(canvasElement) === '(210) 555-0177', 'the other number');
    usual!.click();
    await until(() => call(canvasElement) === '(210) 555-0142', 'the usual number again');
  },
};

/** What the author wrote stays. */
export const WhatYouWriteWins: Story = {
  args: {
    page: html`<call-cta label="Billing" hours=""
        ><a href="tel:+12105550177">(210) 555-0177</a></call-cta
      >
      <call-cta label="Nurse line" hours="Mo-Su 00:00-24:00" phone="(210) 555-0188"></call-cta>
      <p>Or our front desk: <phone-number></phone-number>.</p>`,
  },
  play: async ({ canvasElement }) => {
    await until(() => wordsOf(canvasElement.querySelector('phone-number a')), 'the number');
    expect(call(canvasElement) === '(210) 555-0177', `Billing has ${call(canvasElement)}`);
  },
};

/** A broken file: the console says where; elements show what they have. */
export const BrokenJson: Story = {
  beforeEach: answering('/story/broken.json', () => new Response('{ "phone": "(210) 555-0142", }')),
  args: {
    src: '/story/broken.json',
    page: html`<call-cta label="Talk to our nurse line" phone="(210) 555-0188"></call-cta>
      <open-hours heading="Opening hours"><p>Monday to Friday, 8 to 5.</p></open-hours>`,
  },
  play: async ({ canvasElement }) => {
    await until(() => find(canvasElement, 'clinic-info').matches(':state(settled)'), 'the end');
    expect(call(canvasElement) === '(210) 555-0188', 'The number stays');
  },
};

/** A file of which one part is wrong: the rest is used, and hours that cannot be read are not replaced. */
export const PartlyWrong: Story = {
  beforeEach: answering('/story/partly.json', () =>
    json({ ...FACTS, hours: 8, places: [{ name: 'No id' }, ...FACTS.places!] }),
  ),
  args: { src: '/story/partly.json' },
  play: async ({ canvasElement }) => {
    // A story before it may have left its facts to the page until these are there.
    await until(() => find(canvasElement, 'clinic-info').matches(':state(settled)'), 'the end');
    await until(() => call(canvasElement) === '(210) 555-0142', 'the clinic’s number');
    await until(() => !within(find(canvasElement, 'open-hours'), 'table'), 'no table');
  },
};
