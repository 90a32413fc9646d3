import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import type { OpenHours } from '../src/index.js';
import { atTime, expect, find, framed, until, within, wordsOf } from './support.js';

interface Args {
  hours?: string;
  timeZone?: string;
  holidays?: string;
  heading?: string;
  headingLevel?: number;
  start?: 'monday' | 'sunday' | 'today';
  compact?: boolean;
  children?: TemplateResult;
}

const USUAL = 'Mo-Fr 08:00-17:00; Sa 09:00-12:00';
const HOLIDAYS =
  '2026-11-26/2026-11-27 closed Thanksgiving; 12-24 08:00-12:00 Christmas Eve; 12-25 closed Christmas Day';
const WEDNESDAY = '2026-03-04';

/** The element, once its table is there. */
const table = async (canvas: HTMLElement): Promise<OpenHours> => {
  const element = find(canvas, 'open-hours');
  await until(() => within(element, 'table'), 'the table');
  return element;
};

/** A line of the table as it is read out. */
const line = (element: OpenHours, day: string): string => {
  const rows = [...element.renderRoot.querySelectorAll('tr')].map(wordsOf);
  const row = rows.find((words) => words.startsWith(day));
  expect(row, `There is no ${day} in ${rows.join('; ')}`);
  return row;
};

const meta: Meta<Args> = {
  title: 'Elements/open-hours',
  component: 'open-hours',
  parameters: {
    ...framed('32rem'),
    guide: `
**One source for the hours:** give the same \`hours\`, \`time-zone\` and \`holidays\` as in \`call-cta\`, and the week,
today and “Open now” agree everywhere. Write the hours between the tags as well, in your own words: that is what
search engines read, and what shows without script.

In a narrow column or a footer, take \`compact\`. What must stay in sight below the table, such as whom to call on
holidays, goes into \`slot="note"\`.
`,
  },
  args: { hours: USUAL, timeZone: 'America/Chicago', heading: 'Opening hours' },
  render: ({ hours, timeZone, holidays, heading, headingLevel, start, compact, children }) =>
    html`<open-hours
      hours=${hours ?? nothing}
      time-zone=${timeZone ?? nothing}
      holidays=${holidays ?? nothing}
      heading=${heading ?? nothing}
      heading-level=${headingLevel ?? nothing}
      start=${start ?? nothing}
      ?compact=${compact}
      >${children}</open-hours
    >`,
};
export default meta;

type Story = StoryObj<Args>;

/** The usual week, with the author’s own words for search engines and for pages without script. */
export const UsualWeek: Story = {
  args: {
    children: html`<p>Monday to Friday 8 AM to 5 PM, Saturday 9 AM to noon.</p>`,
  },
  beforeEach: atTime(`${WEDNESDAY}T15:00-06:00`),
  play: async ({ canvasElement }) => {
    const element = await table(canvasElement);
    const today = line(element, 'Wednesday');
    expect(/Today.*8 AM.*5 PM/.test(today), `Today reads ${today}`);
    expect(
      !find(canvasElement, 'open-hours').querySelector('p')!.checkVisibility(),
      'Once is enough',
    );
  },
};

/** From attributes alone. */
export const NoChildren: Story = {
  beforeEach: atTime(`${WEDNESDAY}T15:00-06:00`),
};

/** Nobody is there today. */
export const TodayClosed: Story = {
  beforeEach: atTime('2026-03-08T15:00-05:00'),
  play: async ({ canvasElement }) => {
    const today = line(await table(canvasElement), 'Sunday');
    expect(today === 'Sunday Today Closed', `Today reads ${today}`);
  },
};

/** Closed over lunch. */
export const SplitDays: Story = {
  args: { hours: 'Mo,Tu,Th 08:00-12:00,13:00-17:00; We 08:30-12:30; Fr 08:00-12:00,13:00-15:30' },
  beforeEach: atTime('2026-03-03T12:20-06:00'),
};

/** An urgent care, open past midnight. */
export const Overnight: Story = {
  args: { hours: 'Mo-Th 10:00-22:00; Fr-Sa 22:00-02:00', heading: 'Urgent care' },
  beforeEach: atTime('2026-02-28T23:30-06:00'),
};

/** Always open. */
export const DayAndNight: Story = {
  args: { hours: '24/7', heading: 'Emergency room' },
  beforeEach: atTime(`${WEDNESDAY}T03:00-06:00`),
};

/** A holiday in this week, and those of the next four weeks. */
export const HolidayThisWeek: Story = {
  args: { holidays: HOLIDAYS },
  beforeEach: atTime('2026-11-26T10:00-06:00'),
  play: async ({ canvasElement }) => {
    const element = await table(canvasElement);
    const today = line(element, 'Thursday');
    expect(/Today Nov 26 · Thanksgiving Closed/.test(today), `Today reads ${today}`);
  },
};

/** Holidays ahead, in a list of their own. */
export const HolidaysAhead: Story = {
  args: {
    holidays: `${HOLIDAYS}; 2026-12-28/2027-01-02 10:00-14:00 Between the years`,
  },
  beforeEach: atTime('2026-12-14T10:00-06:00'),
  play: async ({ canvasElement }) => {
    const element = await table(canvasElement);
    const eve = line(element, 'Christmas Eve');
    expect(/December 24 8 AM.*12 PM/.test(eve), `Christmas Eve reads ${eve}`);
    expect(wordsOf(within(element, '.holidays h3')) === 'Holidays', 'They have a heading');
  },
};

/** Days in a row with the same hours in one line. */
export const Compact: Story = {
  args: { compact: true },
  beforeEach: atTime(`${WEDNESDAY}T15:00-06:00`),
};

/** Compact, in a week with a holiday. */
export const CompactWithHoliday: Story = {
  args: { compact: true, holidays: HOLIDAYS },
  beforeEach: atTime('2026-11-25T10:00-06:00'),
};

/** Today comes first. */
export const StartToday: Story = {
  args: { start: 'today' },
  beforeEach: atTime(`${WEDNESDAY}T15:00-06:00`),
};

/** The week begins on Monday. */
export const StartMonday: Story = {
  args: { start: 'monday' },
  beforeEach: atTime(`${WEDNESDAY}T15:00-06:00`),
};

/** In Spanish, as spoken in the United States. */
export const InSpanish: Story = {
  args: {
    heading: 'Horario',
    holidays: '2026-11-26/2026-11-27 closed Día de Acción de Gracias; 12-25 closed Navidad',
  },
  beforeEach: atTime('2026-11-26T10:00-06:00'),
  render: (args, context) => html`<div lang="es-US">${meta.render!(args, context)}</div>`,
};

/** In a page that reads from right to left. */
export const RightToLeft: Story = {
  args: { holidays: HOLIDAYS },
  beforeEach: atTime('2026-11-26T10:00-06:00'),
  render: (args, context) => html`<div dir="rtl">${meta.render!(args, context)}</div>`,
};

/** A note that stays below the table. */
export const WithNote: Story = {
  args: {
    children: html`<p>Monday to Friday 8 AM to 5 PM.</p>
      <p slot="note">
        On holidays a nurse answers at <a href="tel:+12105550142">(210) 555-0142</a>.
      </p>`,
  },
  beforeEach: atTime(`${WEDNESDAY}T19:30-06:00`),
};

/** Hours that cannot be read: the author’s words stay, and the console says what to write. */
export const UnreadableHours: Story = {
  args: {
    hours: 'weekdays, by appointment',
    children: html`<table>
      <tr>
        <th scope="row">Weekdays</th>
        <td>by appointment</td>
      </tr>
    </table>`,
  },
  beforeEach: atTime(`${WEDNESDAY}T10:00-06:00`),
};

/** Hours that cannot be read, and no children: as they were written. */
export const UnreadableAndAlone: Story = {
  args: { hours: 'Weekdays, by appointment' },
  beforeEach: atTime(`${WEDNESDAY}T10:00-06:00`),
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'open-hours');
    await until(() => within(element, '.written'), 'the hours');
    expect(wordsOf(element.renderRoot).endsWith('Weekdays, by appointment'), 'They are there');
  },
};

/** Long words, and a heading of the author’s. */
export const LongWords: Story = {
  args: {
    heading: undefined,
    holidays:
      '2026-11-26 08:00-12:00 The day before the long weekend of the staff’s yearly training',
    children: html`<h2>When somebody is at the front desk of the clinic and at the laboratory</h2>
      <p>Monday to Friday 8 AM to 5 PM.</p>`,
  },
  beforeEach: atTime('2026-11-26T10:00-06:00'),
};

/** As an editor leaves it. */
export const AsAnEditorLeavesIt: Story = {
  args: {
    heading: ' Opening  hours ',
    children: html`<br />
      <p></p>
      <p>Weekdays 8 to 5.</p>
      <br />`,
  },
  beforeEach: atTime(`${WEDNESDAY}T15:00-06:00`),
};
