import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import type { ProviderCard } from '../src/index.js';
import { knowing } from './clinic-facts.js';
import { expect, find, until, within, wordsOf } from './support.js';

interface Args {
  provider?: string;
  name?: string;
  'heading-level'?: number;
  href?: string;
  credentials?: string;
  'job-title'?: string;
  specialties?: string;
  languages?: string;
  accepting?: string;
  locations?: string;
  npi?: string;
  image?: string;
  'image-alt'?: string;
  phone?: string;
  'book-href'?: string;
  children?: TemplateResult;
  width?: string;
}

const PORTRAIT = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 500"><rect width="400" height="500" fill="#bcd8d4"/><path d="M60 500c0-110 60-160 140-160s140 50 140 160Z" fill="#14626b"/><circle cx="200" cy="210" r="86" fill="#f0d9c4"/><path d="M110 220c-8-90 40-130 92-130s96 40 88 130c-20-60-50-70-90-70s-70 20-90 70Z" fill="#3b2b23"/></svg>',
)}`;
const ANA: Args = {
  name: 'Ana Ruiz',
  credentials: 'MD, FAAOS',
  'job-title': 'Orthopedic spine surgeon',
  specialties: 'Lumbar stenosis, Minimally invasive surgery',
  languages: 'en es',
  accepting: 'yes',
  locations: 'Fernhollow North, Fernhollow River Walk',
  href: 'https://fernhollow.example/team/ana-ruiz/',
  phone: '(210) 555-0142',
  'book-href': 'https://fernhollow.example/book/ana-ruiz/',
};

/** The card, once what is made of attributes is there. */
const made = async (canvas: HTMLElement): Promise<ProviderCard> => {
  const element = find(canvas, 'provider-card');
  await until(() => element.matches(':state(made)') && element.querySelector('h3'), 'the name');
  return element;
};

const meta: Meta<Args> = {
  title: 'Elements/provider-card',
  component: 'provider-card',
  parameters: {
    guide: `
**Who, and how to see them.** A picture, the name with credentials, what they do, and two ways to act: book and
call. The name leads to their own page; the card itself is no link, because there is more than one thing to do.

**Languages are tags.** \`languages="en es"\` reads “English, Spanish” on an English page and “inglés, español” on
a Spanish one. Names that you write yourself stay as they are.

**New patients.** \`accepting\` is \`yes\`, \`no\`, \`waitlist\` or \`referral\`. Leave it out rather than let it grow
old: nothing is said then.

**In a narrow column** the picture stands above the words, in a wide one beside them. Without a picture there are
the initials.
`,
  },
  argTypes: {
    accepting: {
      control: 'select',
      options: ['yes', 'no', 'waitlist', 'referral'],
      table: { type: { summary: 'yes | no | waitlist | referral' } },
    },
  },
  render: (args) =>
    html`<div style="max-inline-size: ${args.width ?? '22rem'}">
      <provider-card
        provider=${args.provider ?? nothing}
        name=${args.name ?? nothing}
        heading-level=${args['heading-level'] ?? nothing}
        href=${args.href ?? nothing}
        credentials=${args.credentials ?? nothing}
        job-title=${args['job-title'] ?? nothing}
        specialties=${args.specialties ?? nothing}
        languages=${args.languages ?? nothing}
        accepting=${args.accepting ?? nothing}
        locations=${args.locations ?? nothing}
        npi=${args.npi ?? nothing}
        image=${args.image ?? nothing}
        image-alt=${args['image-alt'] ?? nothing}
        phone=${args.phone ?? nothing}
        book-href=${args['book-href'] ?? nothing}
        >${args.children ?? ''}</provider-card
      >
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Everything that attributes can say. */
export const Attributes: Story = {
  args: { ...ANA, image: PORTRAIT, npi: '1234567893' },
  play: async ({ canvasElement }) => {
    const element = await made(canvasElement);
    expect(wordsOf(element.querySelector('h3')) === 'Ana Ruiz, MD, FAAOS', 'It has the name');
    const languages = wordsOf(element.querySelector('dl'));
    expect(languages.includes('English, Spanish'), `It reads ${languages}`);
    expect(wordsOf(element).includes('Accepting new patients'), 'It says so in words');
  },
};

/** The same in a wide column. */
export const Wide: Story = { args: { ...ANA, image: PORTRAIT, width: '44rem' } };

/** The author’s own words. */
export const AuthoredChildren: Story = {
  args: {
    width: '44rem',
    children: html`<img src=${PORTRAIT} alt="Ana Ruiz" width="400" height="500" />
      <h3><a href="https://fernhollow.example/team/ana-ruiz/">Ana Ruiz, MD</a></h3>
      <p>Orthopedic spine surgeon. Speaks English and Spanish.</p>
      <p>
        She treats narrowed spinal canals, and operates as little as possible. Call her nurse at
        <a href="tel:+12105550142">(210) 555-0142</a>.
      </p>`,
  },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'provider-card');
    await element.updateComplete;
    expect(!element.querySelector('[data-clinic-made]'), 'Nothing is added to what is there');
  },
};

/** From the clinic’s facts. */
export const FromFacts: Story = {
  args: { provider: 'ana-ruiz', width: '44rem' },
  beforeEach: knowing(),
  play: async ({ canvasElement }) => {
    const element = await made(canvasElement);
    expect(wordsOf(element).includes('Fernhollow North, Fernhollow River Walk'), 'It says where');
  },
};

/** A team. */
export const Team: Story = {
  render: () =>
    html`<div
      style="display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); gap: 1.5rem"
    >
      <provider-card
        name="Ana Ruiz"
        credentials="MD"
        job-title="Orthopedic spine surgeon"
        accepting="yes"
        languages="en es"
        image=${PORTRAIT}
        book-href="https://fernhollow.example/book/ana-ruiz/"
      ></provider-card>
      <provider-card
        name="Dr. Tom Okafor"
        job-title="Physical therapist"
        accepting="waitlist"
        languages="en, yo"
        phone="(210) 555-0142"
      ></provider-card>
      <provider-card
        name="Mei Lin"
        credentials="NP"
        job-title="Pain medicine"
        accepting="referral"
        languages="en, zh-Hant"
        phone="(210) 555-0142"
      ></provider-card>
    </div>`,
};

/** New patients are not taken now. */
export const NotAccepting: Story = { args: { ...ANA, accepting: 'no' } };

/** There is a waitlist. */
export const Waitlist: Story = { args: { ...ANA, accepting: 'waitlist', width: '44rem' } };

/** As little as there is to know. */
export const NameOnly: Story = { args: { name: 'Dr. Tom Okafor' } };

/** Long words, in a narrow column. */
export const LongWords: Story = {
  args: {
    ...ANA,
    name: 'Wolfeschlegelsteinhausenbergerdorff-Montgomery-Featherstonehaugh de la Cruz y Fernández',
    'job-title':
      'Medical director of interdisciplinary musculoskeletal rehabilitation and ambulatory spine surgery',
    specialties:
      'Oberflächenelektromyographie, Otorhinolaryngology and its neighbours, Minimally invasive surgery',
    languages: 'en, es, fr, de, zh-Hant, American Sign Language',
    width: '18rem',
  },
};

/** Nothing here can be used as it is; what can be read is shown, and the console says what to mend. */
export const BadInput: Story = {
  args: {
    name: 'Ana Ruiz',
    phone: '555-01',
    href: 'javascript:alert(1)',
    image: 'javascript:alert(2)',
    'book-href': 'javascript:alert(3)',
    accepting: 'maybe',
    npi: '1234567890',
    languages: 'en, xx, “Spanish”',
  },
  play: async ({ canvasElement }) => {
    const element = await made(canvasElement);
    expect(!element.querySelector('a'), 'There is no link');
    expect(!wordsOf(element).includes('1234567890'), 'A wrong identifier is not printed');
  },
};

/** A picture that is not there: the initials are. */
export const BrokenPicture: Story = {
  args: { ...ANA, image: 'data:image/png;base64,AAAA' },
  play: async ({ canvasElement }) => {
    const element = await made(canvasElement);
    const initials = await until(() => within(element, '.initials'), 'the initials');
    expect(wordsOf(initials) === 'AR', `They read ${wordsOf(initials)}`);
  },
};

/** In Spanish. */
export const InSpanish: Story = {
  args: { ...ANA, width: '44rem' },
  render: (args, context) => html`<div lang="es-US">${meta.render!(args, context)}</div>`,
};

/** On a page that reads from right to left. */
export const RightToLeft: Story = {
  args: { ...ANA, width: '44rem', image: PORTRAIT },
  render: (args, context) => html`<div dir="rtl">${meta.render!(args, context)}</div>`,
};

/** As an editor leaves it. */
export const AsAnEditorLeavesIt: Story = {
  args: {
    children: html`<br />
      <p><img src=${PORTRAIT} alt="" width="400" height="500" /></p>
      <h3><a href="https://fernhollow.example/team/ana-ruiz/">Ana Ruiz, MD</a></h3>
      <p></p>
      <p>Orthopedic spine surgeon<br /></p>
      <br />`,
  },
};
