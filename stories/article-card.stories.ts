import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, find, until, wordsOf } from './support.js';

interface Args {
  href?: string;
  heading?: string;
  'heading-level'?: number;
  excerpt?: string;
  image?: string;
  'image-alt'?: string;
  'image-srcset'?: string;
  'image-sizes'?: string;
  published?: string;
  reviewed?: string;
  reviewer?: string;
  category?: string;
  layout?: 'vertical' | 'horizontal' | 'compact';
}

const SLEEP = 'https://fernhollow.example/articles/sleeping-with-back-pain/';
const WALK = 'https://fernhollow.example/articles/walking-with-stenosis/';
const NO_PICTURE = 'data:image/png;base64,AAAA';

const column = (content: unknown, width = '22rem') =>
  html`<div style="max-inline-size: ${width}">${content}</div>`;

const meta: Meta<Args> = {
  title: 'Elements/article-card',
  component: 'article-card',
  parameters: {
    guide: `
**Two ways to write it.** In a template, give everything as attributes on one tag. In an editor, put a link,
a picture and a paragraph between the tags, in any order. A child always wins over the attribute that says
the same.

**One link.** The whole card can be clicked, but there is one real link in it: the title. Screen readers
hear the title once, \`Ctrl\`-click opens a tab, and text can still be selected.

**Its place.** A card fills the column it stands in. Put several into \`related-posts\`, or into a grid of
your own. A card with \`layout="horizontal"\` in less than about 20rem stands upright.

**Its cost.** From the thirteenth card of a list on, a card is laid out and painted when it comes near the
screen. \`article-card { content-visibility: visible }\` in your own style sheet takes that back.

**Its picture.** Any shape will do: it is cut to 3:2, around its middle. Give \`image-srcset\` where you have
several sizes.

**Its look.** Colours come from \`--clinic-brand\`; see [Brand](?path=/docs/guides-brand--docs).
`,
  },
  argTypes: {
    layout: {
      control: 'select',
      options: ['vertical', 'horizontal', 'compact'],
      table: { type: { summary: 'vertical | horizontal | compact' } },
    },
  },
  render: (args) =>
    column(
      html`<article-card
        href=${args.href ?? nothing}
        heading=${args.heading ?? nothing}
        heading-level=${args['heading-level'] ?? nothing}
        excerpt=${args.excerpt ?? nothing}
        image=${args.image ?? nothing}
        image-alt=${args['image-alt'] ?? nothing}
        image-srcset=${args['image-srcset'] ?? nothing}
        image-sizes=${args['image-sizes'] ?? nothing}
        published=${args.published ?? nothing}
        reviewed=${args.reviewed ?? nothing}
        reviewer=${args.reviewer ?? nothing}
        category=${args.category ?? nothing}
        layout=${args.layout ?? nothing}
      ></article-card>`,
      args.layout === 'horizontal' ? '38rem' : '22rem',
    ),
};
export default meta;

type Story = StoryObj<Args>;

/** One tag with attributes: the form for templates. Change anything in the table below. */
export const Attributes: Story = {
  args: {
    href: SLEEP,
    heading: 'Sleeping with back pain: positions that help',
    excerpt:
      'A pillow under the knees, or between them, takes the strain off your lower back. Try one change for three nights before you try the next.',
    image: '/pictures/rest.svg',
    published: '2026-03-04',
    category: 'Recovery',
  },
  play: async ({ canvasElement }) => {
    const card = find(canvasElement, 'article-card');
    const link = await until(
      () => card.querySelector<HTMLAnchorElement>('h3 a'),
      'the title’s link',
    );
    expect(link.href === SLEEP, 'The title is a link to the article');
    expect(wordsOf(card.querySelector('time')) === 'March 4, 2026', 'The date is written out');
  },
};

/** A link in a heading, a picture, a paragraph and a date as ordinary children, in any order. */
export const Children: Story = {
  render: () =>
    column(
      html`<article-card>
        <h3><a href=${WALK}>Walking with spinal stenosis: how far is far enough?</a></h3>
        <img
          src="/pictures/walk.svg"
          alt="A person walking along a path between trees"
          width="600"
          height="400"
        />
        <p>Short walks with planned rests do more for you than one long one.</p>
        <time datetime="2026-02-18">February 18, 2026</time>
      </article-card>`,
    ),
  play: async ({ canvasElement }) => {
    const card = find(canvasElement, 'article-card');
    await card.updateComplete;
    expect(!card.querySelector('[data-clinic-made]'), 'Nothing of the author’s is made twice');
  },
};

/** The least that an editor can write: a link. */
export const BareLink: Story = {
  render: () =>
    column(html`<article-card><a href=${SLEEP}>Sleeping with back pain</a></article-card>`),
};

/** The picture beside the words, for a list in a wide column. */
export const Horizontal: Story = {
  args: { ...Attributes.args, layout: 'horizontal' },
};

/** Where there is no room beside the words, the picture stands above them. */
export const HorizontalInNarrowPlaces: Story = {
  render: () =>
    html`<div style="display: grid; gap: 1.5rem; max-inline-size: 18rem">
      <article-card
        layout="horizontal"
        href=${SLEEP}
        heading="Sleeping with back pain: positions that help"
        image="/pictures/rest.svg"
        published="2026-03-04"
      ></article-card>
      <article-card layout="horizontal">
        <img src="/pictures/walk.svg" alt="" width="600" height="400" />
        <h3><a href=${WALK}>Walking with spinal stenosis</a></h3>
        <p>Short walks with planned rests do more for you than one long one.</p>
      </article-card>
    </div>`,
};

/** The same from children. */
export const HorizontalChildren: Story = {
  render: () =>
    column(
      html`<article-card layout="horizontal">
        <img src="/pictures/walk.svg" alt="" width="600" height="400" />
        <h3><a href=${WALK}>Walking with spinal stenosis: how far is far enough?</a></h3>
        <p>Short walks with planned rests do more for you than one long one.</p>
        <time datetime="2026-02-18">February 18, 2026</time>
      </article-card>`,
      '38rem',
    ),
};

/** Without a picture, for a sidebar or a dense list. */
export const Compact: Story = {
  args: { ...Attributes.args, layout: 'compact' },
};

/** No picture given: a calm drawn shape in the brand’s colour keeps the cards of a row alike. */
export const NoPicture: Story = {
  args: { ...Attributes.args, image: undefined },
};

/** The picture’s address leads nowhere: the drawn shape takes its place. */
export const BrokenPicture: Story = {
  args: { ...Attributes.args, image: NO_PICTURE },
  play: async ({ canvasElement }) => {
    const card = find(canvasElement, 'article-card');
    await until(
      () => card.querySelector('h3') && !card.querySelector('img'),
      'the card without a picture',
    );
    expect(getComputedStyle(card, '::before').content !== 'none', 'One is drawn in its place');
  },
};

/** The same where `image-alt` says what the picture would have shown. */
export const BrokenPictureWithWords: Story = {
  args: {
    ...BrokenPicture.args,
    'image-alt': 'A person lying on their side, a pillow between the knees',
  },
  play: async ({ canvasElement }) => {
    const card = find(canvasElement, 'article-card');
    await until(() => card.querySelector('p[data-clinic-made="image"]'), 'the words');
  },
};

/** Several sizes of one picture: the browser takes the one that fits. */
export const PictureSizes: Story = {
  args: {
    ...Attributes.args,
    'image-srcset': '/pictures/rest.svg 320w, /pictures/rest.svg 640w, /pictures/rest.svg 1280w',
  },
  play: async ({ canvasElement }) => {
    const card = find(canvasElement, 'article-card');
    const image = await until(() => card.querySelector<HTMLImageElement>('img'), 'the picture');
    expect(image.sizes.startsWith('auto'), 'The browser finds out how wide it is shown');
  },
};

/** Tall, flat and tiny pictures: each fills the same room. */
export const OddPictures: Story = {
  render: () =>
    html`<div
      style="display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr))"
    >
      ${[
        ['Tall', 300, 1200],
        ['Flat', 1200, 200],
        ['Tiny', 2, 2],
      ].map(
        ([name, width, height]) =>
          html`<article-card
            href=${SLEEP}
            heading="${name}: ${width} × ${height}"
            image="data:image/svg+xml,${encodeURIComponent(
              `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#bcd8d4"/><circle cx="50%" cy="50%" r="6%" fill="#14626b"/></svg>`,
            )}"
          ></article-card>`,
      )}
    </div>`,
};

/** No text and no day: as little as a feed may know. */
export const TitleOnly: Story = {
  args: { href: SLEEP, heading: 'Sleeping with back pain: positions that help' },
};

/** Without an address the title is plain text. */
export const WithoutLink: Story = {
  args: { ...Attributes.args, href: undefined },
  play: async ({ canvasElement }) => {
    const card = find(canvasElement, 'article-card');
    await until(() => card.querySelector('h3'), 'the title');
    expect(!card.querySelector('a'), 'There is no link');
  },
};

/** A broken picture among the children: the words of its `alt` stand where it should be. */
export const BrokenChildPicture: Story = {
  render: () =>
    column(
      html`<article-card>
        <img src=${NO_PICTURE} alt="A person walking along a path between trees" />
        <h3><a href=${WALK}>Walking with spinal stenosis</a></h3>
        <p>Short walks with planned rests do more for you than one long one.</p>
      </article-card>`,
    ),
};

/** A title and a text that do not end. */
export const LongWords: Story = {
  args: {
    ...Attributes.args,
    heading:
      'What to ask before a minimally invasive lumbar decompression, how long recovery really takes, and why two people with the same pictures may be given different advice',
    excerpt:
      'There is no single answer, and a good surgeon will say so. Ask what happens if you wait, what happens if you do not, who will do the operation and how many they have done, who looks after you at night, and when you may drive, lift and work again.',
  },
  play: async ({ canvasElement }) => {
    const card = find(canvasElement, 'article-card');
    await until(() => card.querySelector('h3'), 'the title');
  },
};

/** A word longer than the card is wide breaks instead of pushing the page sideways. */
export const UnbrokenWord: Story = {
  args: {
    ...Attributes.args,
    heading: 'Spondylolisthesis-Pseudohypoparathyroidism-Electroencephalography',
    excerpt: 'fernhollow.example/articles/2026/03/04/spondylolisthesis_in_plain_words_for_patients',
  },
  render: (args, context) => column(meta.render!(args, context as never), '15rem'),
  play: async ({ canvasElement }) => {
    const card = find(canvasElement, 'article-card');
    await until(() => card.querySelector('h3'), 'the title');
    expect(card.scrollWidth <= card.clientWidth, 'Nothing sticks out of the card');
  },
};

/** A link of the text’s own stays clickable beside the card’s. */
export const LinkInText: Story = {
  render: () =>
    column(
      html`<article-card>
        <img src="/pictures/spine.svg" alt="" width="600" height="400" />
        <h3><a href=${SLEEP}>Sciatica or hip?</a></h3>
        <p>
          Five questions that tell them apart, by
          <a href="https://fernhollow.example/people/ines-okafor/">Dr. Ines Okafor</a>.
        </p>
      </article-card>`,
    ),
};

/** Who checked the article, and when. It takes the place of the date of publication. */
export const ReviewedBy: Story = {
  args: {
    ...Attributes.args,
    image: '/pictures/spine.svg',
    reviewed: '2026-02-20',
    reviewer: 'Ines Okafor, MD',
  },
  play: async ({ canvasElement }) => {
    const card = find(canvasElement, 'article-card');
    const time = await until(() => card.querySelector('time'), 'the day');
    expect(
      wordsOf(time) === 'Reviewed by Ines Okafor, MD on February 20, 2026',
      'The reviewer and the day are named',
    );
  },
};

/** Reviewed, without a name. */
export const Reviewed: Story = {
  args: { ...ReviewedBy.args, reviewer: undefined },
};

/**
 * A date that does not exist and an address that would run code: the title stays as plain text, the date
 * is left out, and the console says once what to mend.
 */
export const InvalidData: Story = {
  args: {
    ...Attributes.args,
    href: 'javascript:alert(1)',
    published: '2026-02-30',
    image: 'ftp://fernhollow.example/walk.jpg',
  },
  play: async ({ canvasElement }) => {
    const card = find(canvasElement, 'article-card');
    await until(() => card.querySelector('h3'), 'the title');
    expect(!card.querySelector('a'), 'There is no link');
    expect(!card.querySelector('time'), 'There is no date');
  },
};

/** Line breaks and empty paragraphs that an editor put in take no room. */
export const AsAnEditorLeavesIt: Story = {
  render: () =>
    column(
      html`<article-card>
        <br />
        <img src="/pictures/rest.svg" alt="" /><br />
        <a href=${SLEEP}>Sleeping with back pain: positions that help</a><br />
        <p></p>
        <p>A pillow under the knees takes the strain off your lower back.</p>
        <p></p>
        <br />
      </article-card>`,
    ),
};

/** WordPress wraps a picture into a paragraph and often a link. */
export const WrappedPicture: Story = {
  render: () =>
    column(
      html`<article-card>
        <p>
          <a href=${WALK}
            ><img src="/pictures/walk.svg" alt="Walking in the park" width="600" height="400"
          /></a>
        </p>
        <h3><a href=${WALK}>Walking with spinal stenosis</a></h3>
        <p>Short walks with planned rests do more for you than one long one.</p>
      </article-card>`,
    ),
};

/** Words without a paragraph around them, as a shortcode leaves them. */
export const LooseText: Story = {
  render: () =>
    column(
      html`<article-card>
        <img src="/pictures/walk.svg" alt="" width="600" height="400" />
        <a href=${WALK}>Walking with spinal stenosis</a>
        Short walks with planned rests do more for you than one long one.
      </article-card>`,
    ),
};

/** A hundred cards: those far off the screen cost next to nothing. */
export const Hundred: Story = {
  render: () =>
    html`<div
      style="display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr))"
    >
      ${Array.from(
        { length: 100 },
        (_, index) =>
          html`<article-card
            href="${SLEEP}?part=${index + 1}"
            heading="Sleeping with back pain, part ${index + 1}"
            excerpt="A pillow under the knees, or between them, takes the strain off your lower back."
            image="/pictures/${['rest', 'walk', 'spine'][index % 3]}.svg"
            published="2026-03-04"
          ></article-card>`,
      )}
    </div>`,
  play: async ({ canvasElement }) => {
    const cards = canvasElement.querySelectorAll('article-card');
    expect(cards.length === 100, 'All are there');
    await until(() => cards[99]!.querySelector('h3 a'), 'the last card’s link');
  },
};

/** In a page that reads from right to left. */
export const RightToLeft: Story = {
  render: () =>
    html`<div dir="rtl" lang="ar" style="display: grid; gap: 1.5rem; max-inline-size: 38rem">
      <article-card
        href=${SLEEP}
        heading="كيف تنام مع ألم الظهر"
        excerpt="وسادة تحت الركبتين تخفف الضغط عن أسفل الظهر. جرّب تغييرًا واحدًا لثلاث ليالٍ."
        image="/pictures/rest.svg"
        published="2026-03-04"
        category="التعافي"
        style="max-inline-size: 22rem"
      ></article-card>
      <article-card layout="horizontal">
        <img src="/pictures/walk.svg" alt="" width="600" height="400" />
        <h3><a href=${WALK}>المشي مع تضيّق القناة الشوكية</a></h3>
        <p>المشي القصير مع فترات راحة أنفع من المشي الطويل مرة واحدة.</p>
      </article-card>
    </div>`,
};

/** The element’s own words follow the page’s language. */
export const Spanish: Story = {
  render: () =>
    html`<div lang="es" style="max-inline-size: 22rem">
      <article-card
        href=${SLEEP}
        heading="Dormir con dolor de espalda: posturas que ayudan"
        excerpt="Una almohada debajo de las rodillas, o entre ellas, alivia la parte baja de la espalda."
        image="/pictures/rest.svg"
        reviewed="2026-02-20"
        reviewer="Dra. Inés Okafor"
        category="Recuperación"
      ></article-card>
    </div>`,
  play: async ({ canvasElement }) => {
    const card = find(canvasElement, 'article-card');
    await until(
      () =>
        wordsOf(card.querySelector('time')) ===
        'Revisado por Dra. Inés Okafor el 20 de febrero de 2026',
      'the review in Spanish',
    );
  },
};

/** In a page of another style: a look of its own through the public properties, and rules for the children that the card made. */
export const Restyled: Story = {
  render: () =>
    html`<style>
        .restyled article-card {
          --clinic-brand: #7c2d6b;
          --clinic-radius: 0;
          --clinic-shadow: none;
          --article-card-padding: 1rem;
        }
        .restyled article-card > [data-clinic-made='category'] {
          letter-spacing: 0.08em;
          text-transform: uppercase;
        }
      </style>
      <div class="restyled" style="max-inline-size: 22rem; font-family: Georgia, serif">
        <article-card
          href=${SLEEP}
          heading="Sleeping with back pain: positions that help"
          excerpt="A pillow under the knees, or between them, takes the strain off your lower back."
          published="2026-03-04"
          category="Recovery"
        ></article-card>
      </div>`,
};
