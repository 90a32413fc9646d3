import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, find, until, wordsOf } from './support.js';

interface Args {
  heading?: string;
  'heading-level'?: number;
  image?: string;
  'image-alt'?: string;
  'image-width'?: number;
  'image-height'?: number;
  'image-srcset'?: string;
  'image-sizes'?: string;
  focal?: string;
  caption?: string;
  credit?: string;
  category?: string;
  'category-href'?: string;
  author?: string;
  'author-href'?: string;
  published?: string;
  modified?: string;
  layout?: 'vertical' | 'horizontal' | 'cover';
}

const SITE = 'https://fernhollow.example';
const NO_PICTURE = 'data:image/png;base64,AAAA';
const WALKING = 'Walking with spinal stenosis: how far is far enough?';

/** Level 2, because a story stands in a page that has its h1. */
const LEVEL = 2;

/* Light below, dark above, and a figure at one side: what a focal point is for. */
const BUSY = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"><rect width="900" height="600" fill="#10202c"/><rect y="600" width="900" height="600" fill="#fdfdf6"/><path d="M0 600h900" stroke="#e0b" stroke-width="40" stroke-dasharray="60 30"/><circle cx="180" cy="300" r="120" fill="#f4cf95"/></svg>',
)}`;

const authored = (layout: Args['layout'] = 'vertical') =>
  html`<article-hero layout=${layout}>
    <img
      src="/pictures/walk.svg"
      alt="A person walking along a path between trees"
      width="600"
      height="400"
      fetchpriority="high"
    />
    <p><a rel="tag" href="${SITE}/recovery/">Recovery</a></p>
    <h2>${WALKING}</h2>
    <p>Short walks with planned rests do more for you than one long one.</p>
    <p>
      By <a rel="author" href="${SITE}/people/ines-okafor/">Ines Okafor, MD</a>,
      <time datetime="2026-02-18">February 18, 2026</time>
    </p>
  </article-hero>`;

const meta: Meta<Args> = {
  title: 'Elements/article-hero',
  component: 'article-hero',
  parameters: {
    guide: `
**The picture is yours.** Write it as a child, with \`alt\`, \`width\`, \`height\` and \`fetchpriority="high"\`,
without \`loading="lazy"\`: it loads before any script, and the element never touches it. From \`image\` alone
the picture comes when the script does.

**Two ways to write it.** Ordinary children in any order, or attributes on one tag; a child wins over the
attribute that says the same. A link with \`rel="tag"\` is the category, a paragraph with \`time\` or a link
with \`rel="author"\` is the byline. Whatever else stands between the tags stands with the words.

**Its picture** is cut to its room, 3:2 or, above a wide title, 2:1. \`focal="30% 40%"\` says what must stay
in sight. \`--article-hero-ratio\` changes the shape.

**Three layouts.** \`horizontal\` needs about 46rem for both sides and stands upright in less. \`cover\` puts the
words on a panel of their own over the picture, so that they can be read whatever the picture is like.
`,
  },
  argTypes: {
    layout: {
      control: 'select',
      options: ['vertical', 'horizontal', 'cover'],
      table: { type: { summary: 'vertical | horizontal | cover' } },
    },
  },
  render: (args) =>
    html`<article-hero
      heading=${args.heading ?? nothing}
      heading-level=${args['heading-level'] ?? LEVEL}
      image=${args.image ?? nothing}
      image-alt=${args['image-alt'] ?? nothing}
      image-width=${args['image-width'] ?? nothing}
      image-height=${args['image-height'] ?? nothing}
      image-srcset=${args['image-srcset'] ?? nothing}
      image-sizes=${args['image-sizes'] ?? nothing}
      focal=${args.focal ?? nothing}
      caption=${args.caption ?? nothing}
      credit=${args.credit ?? nothing}
      category=${args.category ?? nothing}
      category-href=${args['category-href'] ?? nothing}
      author=${args.author ?? nothing}
      author-href=${args['author-href'] ?? nothing}
      published=${args.published ?? nothing}
      modified=${args.modified ?? nothing}
      layout=${args.layout ?? nothing}
    ></article-hero>`,
};
export default meta;

type Story = StoryObj<Args>;

/** One tag with attributes. What it makes of them are ordinary children of the page. */
export const Attributes: Story = {
  args: {
    heading: WALKING,
    image: '/pictures/walk.svg',
    'image-alt': 'A person walking along a path between trees',
    'image-width': 600,
    'image-height': 400,
    category: 'Recovery',
    'category-href': `${SITE}/recovery/`,
    author: 'Ines Okafor, MD',
    'author-href': `${SITE}/people/ines-okafor/`,
    published: '2026-02-18',
    modified: '2026-05-06',
  },
  play: async ({ canvasElement }) => {
    const hero = find(canvasElement, 'article-hero');
    const title = await until(() => hero.querySelector('h2'), 'the title');
    expect(wordsOf(title) === WALKING, 'The title is a heading of the page');
    const byline = wordsOf(hero.querySelector('p:has(time)'));
    expect(
      byline === 'By Ines Okafor, MD · February 18, 2026 · Updated May 6, 2026',
      `The byline says ${byline}`,
    );
  },
};

/** Picture, category, title, a few words and byline as ordinary children. */
export const Children: Story = {
  render: () => authored(),
  play: async ({ canvasElement }) => {
    const hero = find(canvasElement, 'article-hero');
    await hero.updateComplete;
    expect(hero.querySelectorAll('img, h2, time').length === 3, 'Nothing is made twice');
  },
};

/** Beside the words where there is room. */
export const Horizontal: Story = { args: { ...Attributes.args, layout: 'horizontal' } };

/** The same from children. */
export const HorizontalChildren: Story = { render: () => authored('horizontal') };

/** In less than about 46rem the picture stands above. */
export const HorizontalInNarrowPlaces: Story = {
  render: () => html`<div style="max-inline-size: 24rem">${authored('horizontal')}</div>`,
};

/** The words on a panel over the picture. */
export const Cover: Story = { args: { ...Attributes.args, layout: 'cover' } };

/** The same from children, with a caption. */
export const CoverFigure: Story = {
  render: () =>
    html`<article-hero layout="cover">
      <figure>
        <img src="/pictures/rest.svg" alt="A bed under a window" width="600" height="400" />
        <figcaption>Between the knees, not under them. <small>Drawing: L. Marsh</small></figcaption>
      </figure>
      <p><a rel="tag" href="${SITE}/sleep/">Sleep</a></p>
      <h2>Sleeping with back pain</h2>
      <p>
        By <a rel="author" href="${SITE}/people/ines-okafor/">Ines Okafor, MD</a>,
        <time datetime="2026-02-18">February 18, 2026</time>
      </p>
    </article-hero>`,
};

/** A picture that is black above, white below and loud between: the words stand on a surface of the theme. */
export const CoverOnAnyPicture: Story = {
  args: {
    ...Cover.args,
    image: BUSY,
    'image-alt': 'A light circle over a dark field, a white field below',
    focal: '20% 25%',
    caption: 'The line in the middle is loud on purpose.',
  },
};

/** Caption and credit under the picture, made from attributes. */
export const Caption: Story = {
  args: {
    ...Attributes.args,
    caption: 'Rest on a bench before you need to, and not after.',
    credit: 'Drawing: L. Marsh',
  },
};

/** Beside the words the caption stays with its picture. */
export const CaptionHorizontal: Story = { args: { ...Caption.args, layout: 'horizontal' } };

/** Words for a picture among the children, from attributes. */
export const CaptionOfChild: Story = {
  render: () =>
    html`<article-hero caption="Rest on a bench before you need to." credit="Drawing: L. Marsh">
      <img
        src="/pictures/walk.svg"
        alt="A person walking along a path between trees"
        width="600"
        height="400"
      />
      <h2>${WALKING}</h2>
    </article-hero>`,
};

/** What `focal` names stays in sight when the picture is cut. */
export const FocalPoint: Story = {
  args: {
    ...Attributes.args,
    image: BUSY,
    'image-alt': 'A light circle over a dark field, a white field below',
    focal: '20% 25%',
  },
};

/** A title alone. */
export const TitleOnly: Story = { args: { heading: WALKING } };

/** No picture: no room is kept for one. */
export const NoPicture: Story = { args: { ...Attributes.args, image: undefined } };

/** `cover` without a picture is a plain title. */
export const CoverWithoutPicture: Story = { args: { ...NoPicture.args, layout: 'cover' } };

/** The picture cannot be loaded: the drawn shape, and the words that stand for it. */
export const BrokenPicture: Story = {
  args: { ...Attributes.args, image: NO_PICTURE },
  play: async ({ canvasElement }) => {
    const hero = find(canvasElement, 'article-hero');
    await until(() => hero.matches(':state(broken)'), 'the state');
  },
};

/** The same for a picture among the children that is decoration. */
export const BrokenChildPicture: Story = {
  render: () =>
    html`<article-hero>
      <img src=${NO_PICTURE} alt="" width="600" height="400" />
      <h2>${WALKING}</h2>
    </article-hero>`,
};

/** A title that does not end, in every layout. */
export const LongWords: Story = {
  args: {
    ...Attributes.args,
    heading:
      'What to ask before a minimally invasive lumbar decompression, how long recovery really takes, and why two people with the same pictures may be given different advice',
    author: 'Prof. Dr. Ines Maria Okafor-Lindqvist-Montgomery, MD, PhD, FAAOS',
  },
};

/** The same beside its picture. */
export const LongWordsHorizontal: Story = { args: { ...LongWords.args, layout: 'horizontal' } };

/** The same on its picture. */
export const LongWordsCover: Story = { args: { ...LongWords.args, layout: 'cover' } };

/** A word that is longer than the line breaks. */
export const UnbrokenWord: Story = {
  args: {
    ...Attributes.args,
    heading: 'Spondylolisthesis-Pseudohypoparathyroidism-Electroencephalography',
  },
  render: (args, context) =>
    html`<div style="max-inline-size: 15rem">${meta.render!(args, context as never)}</div>`,
};

/**
 * A picture that is delayed, has no size and is called by its file’s name; dates that do not exist, or have
 * not come: what is false is not shown, and the console says what to mend.
 */
export const InvalidData: Story = {
  render: () =>
    html`<article-hero
      author="Ines Okafor"
      author-href="javascript:alert(1)"
      published="2026-02-30"
      modified="2999-01-01"
      focal="left-ish"
    >
      <img src="/pictures/walk.svg" alt="walk.svg" loading="lazy" />
      <h2>${WALKING}</h2>
    </article-hero>`,
  play: async ({ canvasElement }) => {
    const hero = find(canvasElement, 'article-hero');
    const byline = await until(() => hero.querySelector('p'), 'the byline');
    expect(wordsOf(byline) === 'By Ines Okafor', 'Only the name is shown');
    expect(!hero.querySelector('a'), 'There is no link');
  },
};

/** What WordPress makes of it: paragraphs round everything, line breaks between. */
export const AsAnEditorLeavesIt: Story = {
  render: () =>
    html`<article-hero>
      <p>
        <img
          src="/pictures/walk.svg"
          alt="A person walking along a path between trees"
          width="600"
          height="400"
        />
      </p>
      <br />
      <p></p>
      <h2>${WALKING}</h2>
      <br />
      <p>By Ines Okafor, <time datetime="2026-02-18">February 18, 2026</time></p>
      <p>&nbsp;</p>
    </article-hero>`,
};

/** One more box round the words. */
export const WordsInABox: Story = {
  render: () =>
    html`<article-hero layout="horizontal">
      <header>
        <p>Recovery</p>
        <h2>${WALKING}</h2>
        <address>By Ines Okafor, MD</address>
      </header>
      <picture
        ><source srcset="/pictures/walk.svg" media="(min-width: 40rem)" />
        <img
          src="/pictures/rest.svg"
          alt="A person walking along a path between trees"
          width="600"
          height="400"
      /></picture>
    </article-hero>`,
};

/** In a page that reads from right to left. */
export const RightToLeft: Story = {
  render: () =>
    html`<div dir="rtl" lang="ar">
      ${(['horizontal', 'cover'] as const).map(
        (layout) =>
          html`<article-hero layout=${layout}>
            <img
              src="/pictures/walk.svg"
              alt="شخص يمشي على طريق بين الأشجار"
              width="600"
              height="400"
            />
            <p><a rel="tag" href="${SITE}/recovery/">التعافي</a></p>
            <h2>المشي مع تضيّق القناة الشوكية</h2>
            <p>د. إيناس أوكافور، <time datetime="2026-02-18">18 فبراير 2026</time></p>
          </article-hero>`,
      )}
    </div>`,
};

/** The element’s own words follow the page’s language. */
export const Spanish: Story = {
  render: () =>
    html`<div lang="es">
      <article-hero
        heading="Caminar con estenosis espinal"
        heading-level="2"
        image="/pictures/walk.svg"
        image-alt="Una persona camina entre árboles"
        category="Recuperación"
        author="Dra. Inés Okafor"
        published="2026-02-18"
        modified="2026-05-06"
      ></article-hero>
    </div>`,
  play: async ({ canvasElement }) => {
    const hero = find(canvasElement, 'article-hero');
    await until(
      () =>
        wordsOf(hero.querySelector('p:has(time)')) ===
        'Por Dra. Inés Okafor · 18 de febrero de 2026 · Actualizado el 6 de mayo de 2026',
      'the byline in Spanish',
    );
  },
};

/** In a page of another style. */
export const Restyled: Story = {
  render: () =>
    html`<style>
        .restyled article-hero {
          --clinic-brand: #7c2d6b;
          --clinic-radius: 0;
          --article-hero-ratio: 21 / 9;
          --article-hero-heading-size: 2rem;
        }
      </style>
      <div class="restyled" style="font-family: Georgia, serif">${authored()}</div>`,
};
