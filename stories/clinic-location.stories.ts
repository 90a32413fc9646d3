import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import type { ClinicLocation } from '../src/index.js';
import { knowing } from './clinic-facts.js';
import { atTime, expect, find, framed, until, within, wordsOf } from './support.js';

interface Args {
  place?: string;
  name?: string;
  'heading-level'?: number;
  href?: string;
  street?: string;
  locality?: string;
  region?: string;
  'postal-code'?: string;
  country?: string;
  phone?: string;
  fax?: string;
  tty?: string;
  email?: string;
  hours?: string;
  'time-zone'?: string;
  holidays?: string;
  image?: string;
  'image-alt'?: string;
  parking?: string;
  transit?: string;
  accessibility?: string;
  'directions-href'?: string;
  'map-src'?: string;
  children?: TemplateResult;
  width?: string;
}

const NORTH: Args = {
  name: 'Fernhollow North',
  street: '1200 Live Oak Avenue',
  locality: 'San Antonio',
  region: 'TX',
  'postal-code': '78205',
  phone: '(210) 555-0142',
};
const FULL: Args = {
  ...NORTH,
  hours: 'Mo-Fr 08:00-17:00; Sa 09:00-12:00',
  'time-zone': 'America/Chicago',
  fax: '(210) 555-0143',
  tty: '711',
  parking: 'Free in the garage behind the building.',
  transit: 'Bus 14 to Live Oak and Fourth.',
  accessibility: 'Step-free entrance on Fourth Street.',
  image: '/pictures/walk.svg',
  'image-alt': 'The entrance on Fourth Street',
};
const noon = atTime('2026-03-04T12:00-06:00');
const both =
  (...starts: (() => () => void)[]) =>
  () => {
    const ends = starts.map((start) => start());
    return () => ends.forEach((end) => end());
  };

/** The location, once what is made of attributes is there. */
const made = async (canvas: HTMLElement): Promise<ClinicLocation> => {
  const element = find(canvas, 'clinic-location');
  await until(() => element.querySelector('address'), 'the address');
  return element;
};

const meta: Meta<Args> = {
  title: 'Elements/clinic-location',
  component: 'clinic-location',
  parameters: {
    ...framed('44rem'),
    guide: `
**Write it, or name it.** The address between the tags reads without script and is what search engines see. Or
give attributes; or \`place="north"\`, and everything comes from the clinic’s facts.

**Hours stand beside the address** where there is room for both, and below it elsewhere. They are an \`open-hours\`
of its own: give the same \`hours\` and \`time-zone\` as there.

**No map before it is asked for.** With \`map-src\` there is a button, and a sentence that says which site the map
comes from. Until a visitor presses it, that site learns nothing. “Directions” is a link, and asks nobody either.

**What patients ask on the phone** goes into \`parking\`, \`transit\` and \`accessibility\`: a sentence each.
`,
  },
  render: (args) =>
    html`<div style="max-inline-size: ${args.width ?? '26rem'}">
      <clinic-location
        place=${args.place ?? nothing}
        name=${args.name ?? nothing}
        heading-level=${args['heading-level'] ?? nothing}
        href=${args.href ?? nothing}
        street=${args.street ?? nothing}
        locality=${args.locality ?? nothing}
        region=${args.region ?? nothing}
        postal-code=${args['postal-code'] ?? nothing}
        country=${args.country ?? nothing}
        phone=${args.phone ?? nothing}
        fax=${args.fax ?? nothing}
        tty=${args.tty ?? nothing}
        email=${args.email ?? nothing}
        hours=${args.hours ?? nothing}
        time-zone=${args['time-zone'] ?? nothing}
        holidays=${args.holidays ?? nothing}
        image=${args.image ?? nothing}
        image-alt=${args['image-alt'] ?? nothing}
        parking=${args.parking ?? nothing}
        transit=${args.transit ?? nothing}
        accessibility=${args.accessibility ?? nothing}
        directions-href=${args['directions-href'] ?? nothing}
        map-src=${args['map-src'] ?? nothing}
        >${args.children ?? ''}</clinic-location
      >
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Everything that attributes can say. */
export const Attributes: Story = {
  args: FULL,
  beforeEach: noon,
  play: async ({ canvasElement }) => {
    const element = await made(canvasElement);
    const address = wordsOf(element.querySelector('address'));
    expect(/1200 Live Oak Avenue ?San Antonio, TX 78205/.test(address), `It reads ${address}`);
    const link = element.querySelector('a[href="tel:+12105550142"]');
    expect(wordsOf(link) === '(210) 555-0142', 'The number dials what it shows');
  },
};

/** The same in a wide column: the hours stand beside the rest. */
export const Wide: Story = { args: { ...FULL, width: '56rem' }, beforeEach: noon };

/** The author’s own words; the hours are an element of their own. */
export const AuthoredChildren: Story = {
  args: {
    width: '56rem',
    children: html`<img src="/pictures/walk.svg" alt="The entrance" width="600" height="400" />
      <h3>Fernhollow North</h3>
      <address>
        1200 Live Oak Avenue, third floor<br />
        San Antonio, TX 78205
      </address>
      <p>
        Call <a href="tel:+12105550142">(210) 555-0142</a>, or
        <a href="https://www.openstreetmap.org/directions">find the way</a>.
      </p>
      <p>There is a garage behind the building.</p>
      <open-hours
        heading="Hours"
        heading-level="4"
        hours="Mo-Fr 08:00-17:00"
        time-zone="America/Chicago"
        compact
      >
        <p>Monday to Friday, 8 to 5</p>
      </open-hours>`,
  },
  beforeEach: noon,
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'clinic-location');
    await element.updateComplete;
    expect(!element.querySelector('[data-clinic-made]'), 'Nothing is added to what is there');
  },
};

/** From the clinic’s facts; the number and the hours are the clinic’s. */
export const FromFacts: Story = {
  args: { place: 'north', width: '56rem' },
  beforeEach: both(knowing(), noon),
  play: async ({ canvasElement }) => {
    const element = await made(canvasElement);
    expect(wordsOf(element.querySelector('h3')) === 'Fernhollow North', 'It has its name');
    expect(element.querySelector('a[href="tel:+12105550142"]'), 'It has the clinic’s number');
  },
};

/** Several places beside each other. */
export const SeveralPlaces: Story = {
  beforeEach: both(knowing(), noon),
  render: () =>
    html`<div
      style="display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 1.5rem; align-items: start"
    >
      <clinic-location place="north"></clinic-location>
      <clinic-location place="river"></clinic-location>
    </div>`,
};

/** A map that comes when it is asked for. */
export const WithMap: Story = {
  args: { ...NORTH, 'map-src': 'https://www.maps.example/embed?place=fernhollow' },
  play: async ({ canvasElement }) => {
    const element = await made(canvasElement);
    expect(!within(element, 'iframe'), 'There is no frame yet');
    const note = wordsOf(within(element, '.map p'));
    expect(note.includes('maps.example'), `It says where the map comes from: ${note}`);
  },
};

/** As little as there is to know. */
export const NameAndNumber: Story = {
  args: { name: 'Fernhollow River Walk', phone: '(830) 555-0177' },
};

/** An address as it is written in Britain. */
export const British: Story = {
  args: {
    name: 'Fernhollow Leeds',
    street: '8 Mill Lane',
    locality: 'Leeds',
    'postal-code': 'LS1 4DY',
    country: 'GB',
    phone: '+44 20 7946 0123',
  },
};

/** The heading leads to the place’s own page. */
export const LinkedName: Story = {
  args: {
    ...NORTH,
    href: 'https://fernhollow.example/locations/north/',
    email: 'north@fernhollow.example',
  },
};

/** Long words, in a narrow column. */
export const LongWords: Story = {
  args: {
    ...FULL,
    name: 'Fernhollow Interdisciplinary Musculoskeletal Rehabilitation and Ambulatory Surgery Centre at the River Walk',
    street: '120000 Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Boulevard West',
    parking:
      'In the garage behind the building until 6 PM on weekdays, and afterwards on the street; patients who cannot walk far may stop at the door, where somebody meets them.',
    width: '18rem',
  },
  beforeEach: noon,
};

/** Nothing here can be used as it is; what can be read is shown, and the console says what to mend. */
export const BadInput: Story = {
  args: {
    name: 'Fernhollow North',
    phone: '555-01',
    href: 'javascript:alert(1)',
    image: 'javascript:alert(2)',
    'directions-href': 'javascript:alert(3)',
    'map-src': 'http://maps.example/embed',
    hours: 'weekdays, by appointment',
    locality: 'San Antonio',
  },
  play: async ({ canvasElement }) => {
    const element = await made(canvasElement);
    expect(!element.querySelector('a'), 'There is no link');
    expect(wordsOf(element).includes('555-01'), 'The number can still be read');
  },
};

/** A picture that is not there. */
export const BrokenPicture: Story = { args: { ...NORTH, image: 'data:image/png;base64,AAAA' } };

/** In Spanish. */
export const InSpanish: Story = {
  args: { ...FULL, 'map-src': 'https://www.maps.example/embed' },
  beforeEach: noon,
  render: (args, context) => html`<div lang="es-US">${meta.render!(args, context)}</div>`,
};

/** On a page that reads from right to left. */
export const RightToLeft: Story = {
  args: { ...FULL, width: '56rem' },
  beforeEach: noon,
  render: (args, context) => html`<div dir="rtl">${meta.render!(args, context)}</div>`,
};

/** As an editor leaves it. */
export const AsAnEditorLeavesIt: Story = {
  args: {
    children: html`<br />
      <p><img src="/pictures/walk.svg" alt="" width="600" height="400" /></p>
      <h3>Fernhollow North</h3>
      <p></p>
      <p>1200 Live Oak Avenue<br />San Antonio, TX 78205<br /></p>
      <p><a href="tel:+12105550142">(210) 555-0142</a></p>
      <br />`,
  },
};
