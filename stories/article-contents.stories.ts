import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import type { ArticleContents } from '../src/index.js';
import { expect, find, framed, until, within, wordsOf } from './support.js';

interface Args {
  heading?: string;
  headingLevel?: number;
  target?: string;
  depth?: number;
  min?: number;
  sticky?: boolean;
  collapsible?: boolean;
  children?: TemplateResult;
  article?: TemplateResult;
}

const words = (count: number): TemplateResult[] =>
  Array.from(
    { length: count },
    () =>
      html`<p>
        Pain that runs from the lower back down one leg often begins at a nerve. Walking a little,
        several times a day, helps most people more than lying down does.
      </p>`,
  );

const sections = html`
  <h2>What it feels like</h2>
  ${words(2)}
  <h3>In the leg</h3>
  ${words(1)}
  <h3>In the hip</h3>
  ${words(1)}
  <h2>What to write down</h2>
  ${words(2)}
  <h2>What happens at a visit</h2>
  ${words(3)}
`;

/** The links that are shown, in their order. */
const links = (element: ArticleContents): HTMLAnchorElement[] =>
  [...element.querySelectorAll('a')].filter((link) => link.checkVisibility());

const list = (canvas: HTMLElement, count: number): Promise<HTMLAnchorElement[]> =>
  until(() => {
    const found = links(find(canvas, 'article-contents'));
    return found.length === count && found;
  }, `${count} links`);

const meta: Meta<Args> = {
  title: 'Elements/article-contents',
  component: 'article-contents',
  parameters: {
    ...framed('32rem'),
    guide: `
**Beside the article** on a wide screen it stays in sight (\`sticky\`); on a phone it is one line that opens
(\`collapsible\`), so that the article stays on the first screen. Use it from about three sections on.

Write the list between the tags as well where it stands above the article on a wide screen, so that nothing moves
when it comes. A page with a header that stays at the top sets \`--clinic-sticky-offset\` to its height on \`:root\`.
`,
  },
  args: { article: sections },
  render: ({ heading, headingLevel, target, depth, min, sticky, collapsible, children, article }) =>
    html`<article>
      <h1>Is it sciatica, or is it the hip?</h1>
      <article-contents
        heading=${heading ?? nothing}
        heading-level=${headingLevel ?? nothing}
        target=${target ?? nothing}
        depth=${depth ?? nothing}
        min=${min ?? nothing}
        ?sticky=${sticky}
        ?collapsible=${collapsible}
        >${children ?? nothing}</article-contents
      >
      ${article}
    </article>`,
};
export default meta;

type Story = StoryObj<Args>;

/** The author’s own list, for pages without script and so that nothing moves. */
export const AuthorsList: Story = {
  args: {
    children: html`<ul>
      <li><a href="#feels">How it feels</a></li>
      <li><a href="#notes">What to write down</a></li>
      <li><a href="#visit">Your visit</a></li>
    </ul>`,
    article: html`
      <h2 id="feels">What it feels like</h2>
      ${words(2)}
      <h2 id="notes">What to write down</h2>
      ${words(2)}
      <h2 id="visit">What happens at a visit</h2>
      ${words(2)}
    `,
  },
  play: async ({ canvasElement }) => {
    const shown = (await list(canvasElement, 3)).map(wordsOf);
    expect(shown[0] === 'How it feels', `The author’s words stay, not ${shown[0]}`);
  },
};

/** One tag, one line: the list is made of the headings. */
export const NoChildren: Story = {
  play: async ({ canvasElement }) => {
    const [first] = await list(canvasElement, 3);
    expect(first!.getAttribute('href') === '#what-it-feels-like', 'The heading got an id');
    const heading = within(find(canvasElement, 'article-contents'), 'h2');
    expect(wordsOf(heading) === 'On this page', 'It says what it is');
  },
};

/** Two levels of headings. */
export const TwoLevels: Story = {
  args: { depth: 3 },
  play: async ({ canvasElement }) => {
    const shown = await list(canvasElement, 5);
    expect(shown[1]!.closest('ol ol'), 'The leg is part of what it feels like');
  },
};

/** The section that is being read is marked. */
export const Reading: Story = {
  play: async ({ canvasElement }) => {
    const [, second] = await list(canvasElement, 3);
    second!.click();
    await until(() => second!.matches('[aria-current="location"]'), 'the mark');
  },
};

/** A page with the contents beside the article, as a theme lays it out. */
const besideArticle = ({ depth, collapsible, article }: Args): TemplateResult =>
  html`<style>
      @media (min-width: 64rem) {
        .story-beside {
          display: grid;
          grid-template-columns: minmax(0, 40rem) 16rem;
          gap: 4rem;
        }
        .story-beside > article-contents {
          grid-area: 1 / 2;
          margin: 0;
        }
        .story-beside > div {
          grid-area: 1 / 1;
        }
      }
    </style>
    <article class="story-beside">
      <article-contents
        depth=${depth ?? nothing}
        sticky
        ?collapsible=${collapsible}
      ></article-contents>
      <div>
        <h1>Is it sciatica, or is it the hip?</h1>
        ${article}
      </div>
    </article>`;

/** Beside the article on a wide screen, where it stays in sight; on a narrow one a line that opens. */
export const Beside: Story = {
  args: { depth: 3, collapsible: true, article: html`${sections}${sections}` },
  render: besideArticle,
};

/** On a narrow screen one line, which opens. */
export const Collapsible: Story = {
  args: { collapsible: true, sticky: true },
};

/** The list says more than the author’s, in which a section is missing. */
export const OutdatedList: Story = {
  args: {
    children: html`<ul>
      <li><a href="#what-it-feels-like">How it feels</a></li>
      <li><a href="#gone">A section that is gone</a></li>
    </ul>`,
  },
  play: async ({ canvasElement }) => {
    await list(canvasElement, 3);
    const before = find(canvasElement, 'article-contents').querySelector('ul')!;
    expect(!before.checkVisibility(), 'The author’s list steps back');
  },
};

/** With a heading of the author’s. */
export const AuthorsHeading: Story = {
  args: { collapsible: true, children: html`<h2>In this article</h2>` },
};

/** Fifty sections, some with long names: on a wide screen the list scrolls by itself. */
export const ManySections: Story = {
  args: {
    sticky: true,
    article: html`${Array.from(
      { length: 50 },
      (_, index) =>
        html`<h2>
            ${
              index % 5
                ? `Section ${index + 1}`
                : `${index + 1}. A section with a name that somebody wrote who was paid by the word`
            }
          </h2>
          <p>A paragraph.</p>`,
    )}`,
  },
  render: besideArticle,
};

/** Headings as they come: markup, pictures, marks of other plugins, the same words twice, other languages. */
export const HeadingsAsTheyCome: Story = {
  args: {
    article: html`
      <h2>Sciatica <em>or</em> hip? 🦴 <a href="#x" aria-label="Link to this section">#</a></h2>
      ${words(1)}
      <h2>When to call</h2>
      ${words(1)}
      <h2>When to call</h2>
      ${words(1)}
      <h2 lang="es">¿Qué es la ciática?</h2>
      ${words(1)}
      <h2 lang="ar" dir="rtl">متى تتصل بنا</h2>
      ${words(1)}
      <h2>Pneumonoultramicroscopicsilicovolcanoconiosis-und-Bandscheibenvorfallssprechstunde</h2>
      ${words(1)}
      <aside><h2>Not a section</h2></aside>
    `,
  },
  play: async ({ canvasElement }) => {
    const hrefs = (await list(canvasElement, 6)).map((link) => link.getAttribute('href'));
    expect(hrefs[2] === '#when-to-call-2', `The second of two is ${hrefs[2]}`);
  },
};

/** Too few sections: nothing is shown. */
export const TooFew: Story = {
  args: {
    article: html`<h2>Only one</h2>
      ${words(1)}`,
  },
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'article-contents');
    await until(() => !element.checkVisibility(), 'it to go');
  },
};

/** A target that is not there: the console says so, and nothing is shown. */
export const NoSuchTarget: Story = { args: { target: '#nowhere' } };

/** In Spanish. */
export const InSpanish: Story = {
  args: {
    collapsible: true,
    article: html`<h2>Qué se siente</h2>
      ${words(1)}
      <h2>Cuándo llamar</h2>
      ${words(1)}`,
  },
  render: (args, context) => html`<div lang="es">${meta.render!(args, context)}</div>`,
};

/** In a page that reads from right to left. */
export const RightToLeft: Story = {
  args: {
    depth: 3,
    collapsible: true,
    heading: 'في هذه الصفحة',
    article: html`<h2>ما هو عرق النسا؟</h2>
      ${words(1)}
      <h3>في الساق</h3>
      ${words(1)}
      <h2>متى تتصل بنا</h2>
      ${words(1)}`,
  },
  render: (args, context) => html`<div dir="rtl">${meta.render!(args, context)}</div>`,
};

/** As an editor leaves it. */
export const AsAnEditorLeavesIt: Story = {
  args: {
    heading: ' On  this page ',
    children: html`<br />
      <p></p>
      <ul>
        <li><a href="#what-it-feels-like">What it feels like</a><br /></li>
        <li></li>
      </ul>
      <p>&nbsp;</p>`,
  },
};
