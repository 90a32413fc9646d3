import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import {
  answering,
  expect,
  find,
  json,
  never,
  offline,
  until,
  within,
  wordsOf,
} from './support.js';
import { wordpress } from './wordpress-posts.js';

interface Args {
  src?: string;
  limit?: number;
  heading?: string;
  'heading-level'?: number;
  exclude?: string;
  order?: 'relevance' | 'date';
  layout?: 'vertical' | 'horizontal' | 'compact';
  eager?: boolean;
}

const ARTICLES = 'https://fernhollow.example/articles';

const links = html`
  <a href="${ARTICLES}/sleeping-with-back-pain/">Sleeping with back pain: positions that help</a>
  <a href="${ARTICLES}/walking-with-stenosis/">Walking with spinal stenosis</a>
  <a href="${ARTICLES}/your-first-visit/">Your first visit: what to bring</a>
`;

const shown = async (canvas: HTMLElement, count: number): Promise<void> => {
  const posts = find(canvas, 'related-posts');
  await until(
    () => (posts.renderRoot as ParentNode).querySelectorAll('article-card').length === count,
    `${count} fetched cards`,
  );
};

const meta: Meta<Args> = {
  title: 'Elements/related-posts',
  component: 'related-posts',
  parameters: {
    guide: `
**Where the posts come from.** From you, as cards, links or a list between the tags, or as JSON in a script
child; or from an address, with \`src\`: a WordPress (\`src="/"\` is enough), an RSS, Atom or JSON feed, a JSON
file, or another page with links. What it is, the element tells by itself. Only what is public is asked for,
without cookies, and once on a page however many lists ask.

**Which come first.** Those most like the page, by its words; with \`order="date"\` the newest. \`pinned\` ones
stand before them.

**When it asks.** When the list comes near the screen; its room is kept, so that nothing jumps. Write
\`eager\` where it is at the top of a page.

**When there is nothing.** Children are what shows until posts arrive, and what stays when none do: give it
two or three links you would be happy with. With neither, the whole element takes no room, heading
included.

**How many side by side.** As many as fit with at least \`--related-posts-card-width\` each.
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
    html`<related-posts
      src=${args.src ?? nothing}
      limit=${args.limit ?? nothing}
      heading=${args.heading ?? nothing}
      heading-level=${args['heading-level'] ?? nothing}
      exclude=${args.exclude ?? nothing}
      order=${args.order ?? nothing}
      layout=${args.layout ?? nothing}
      ?eager=${args.eager}
    ></related-posts>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Your own cards, made from children or from attributes. */
export const Cards: Story = {
  args: { heading: 'Read next' },
  render: ({ heading, layout, 'heading-level': level }) =>
    html`<related-posts
      heading=${heading ?? nothing}
      heading-level=${level ?? nothing}
      layout=${layout ?? nothing}
    >
      <article-card>
        <img src="/pictures/rest.svg" alt="" width="600" height="400" />
        <h3><a href="${ARTICLES}/sleeping-with-back-pain/">Sleeping with back pain</a></h3>
        <p>A pillow under the knees takes the strain off your lower back.</p>
      </article-card>
      <article-card
        href="${ARTICLES}/walking-with-stenosis/"
        heading="Walking with spinal stenosis"
        excerpt="Short walks with planned rests do more for you than one long one."
        image="/pictures/walk.svg"
      ></article-card>
      <article-card>
        <a href="${ARTICLES}/your-first-visit/">Your first visit: what to bring</a>
        <p>Your pictures, your list of medicines, and somebody to listen with you.</p>
      </article-card>
    </related-posts>`,
};

/** The newest posts of a WordPress. */
export const WordPress: Story = {
  name: 'WordPress',
  args: {
    src: '/newest/wp-json/wp/v2/posts',
    limit: 3,
    heading: 'Related reading',
    order: 'date',
    eager: true,
  },
  beforeEach: answering('/newest/', wordpress()),
  play: async ({ canvasElement }) => {
    await shown(canvasElement, 3);
    const posts = find(canvasElement, 'related-posts');
    const [, second] = (posts.renderRoot as ParentNode).querySelectorAll('article-card');
    const title = await until(() => second!.querySelector('h3'), 'the second title');
    expect(
      wordsOf(title) === 'Walking with spinal stenosis – how far is far enough?',
      'WordPress’s entities are read',
    );
  },
};

/** Plain links, one after the other. */
export const Links: Story = {
  render: () => html`<related-posts>${links}</related-posts>`,
};

/** A list, as an editor makes it, with a heading of the author’s own. */
export const List: Story = {
  render: () =>
    html`<related-posts>
      <h2>Read next</h2>
      <ul>
        <li>
          <a href="${ARTICLES}/sleeping-with-back-pain/"
            >Sleeping with back pain: positions that help</a
          >
        </li>
        <li><a href="${ARTICLES}/walking-with-stenosis/">Walking with spinal stenosis</a></li>
        <li><a href="${ARTICLES}/your-first-visit/">Your first visit: what to bring</a></li>
      </ul>
    </related-posts>`,
};

/** Posts on their way: their room is kept. */
export const Loading: Story = {
  args: { src: '/silent/wp-json/wp/v2/posts', eager: true },
  beforeEach: answering('/silent/', never),
  play: async ({ canvasElement }) => {
    const posts = find(canvasElement, 'related-posts');
    await until(() => posts.matches(':state(loading)'), 'the state "loading"');
    expect(
      posts.renderRoot.querySelectorAll('[aria-hidden] li').length === 3,
      'There is a place for each post',
    );
  },
};

/** Posts on their way, with links to read meanwhile. */
export const LoadingWithLinks: Story = {
  args: { src: '/silent-too/wp-json/wp/v2/posts', eager: true },
  beforeEach: answering('/silent-too/', never),
  render: ({ src }) => html`<related-posts src=${src!} eager>${links}</related-posts>`,
};

/** The server does not answer: the links that stand inside stay. */
export const FailedWithLinks: Story = {
  args: { src: '/broken/wp-json/wp/v2/posts', eager: true },
  beforeEach: answering('/broken/', offline),
  render: ({ src }) => html`<related-posts src=${src!} eager>${links}</related-posts>`,
  play: async ({ canvasElement }) => {
    const posts = find(canvasElement, 'related-posts');
    await until(() => posts.matches(':state(failed)'), 'the state "failed"');
    expect(find(posts, 'a').offsetHeight > 0, 'The links are still to be seen');
  },
};

/** The server does not answer and nothing stands inside: no heading over an empty place. */
export const FailedEmpty: Story = {
  args: { src: '/forbidden/wp-json/wp/v2/posts', eager: true },
  beforeEach: answering('/forbidden/', () => json({ code: 'rest_forbidden' }, 401)),
  render: (args, context) =>
    html`<p>The article ends here.</p>
      ${meta.render!(args, context as never)}
      <p>The page’s footer begins here.</p>`,
  play: async ({ canvasElement }) => {
    const posts = find(canvasElement, 'related-posts');
    await until(() => posts.matches(':state(failed)'), 'the state "failed"');
    expect(!within(posts, 'h2'), 'There is no heading');
  },
};

/** A WordPress without posts, or with none but this page. */
export const Empty: Story = {
  args: { src: '/empty/wp-json/wp/v2/posts', eager: true },
  beforeEach: answering('/empty/', () => json([])),
  render: FailedEmpty.render,
  play: async ({ canvasElement }) => {
    const posts = find(canvasElement, 'related-posts');
    await until(() => !within(posts, 'ul') && !within(posts, 'h2'), 'nothing at all');
  },
};

const FEED = `<rss version="2.0"><channel><title>Fernhollow</title>
  <item><title>Parking behind the building</title><link>${ARTICLES}/parking/</link>
    <description>Where to leave the car, and which door is open.</description></item>
  <item><title>Sciatica &amp; sleep: four positions</title><link>${ARTICLES}/sleep/</link>
    <description>&lt;p&gt;A pillow between the knees, and three more.&lt;/p&gt;</description>
    <pubDate>Wed, 04 Mar 2026 09:00:00 -0600</pubDate></item>
  <item><title>What sciatica is, and what it is not</title><link>${ARTICLES}/what/</link>
    <description>The nerve, the disc and the pain down the leg.</description></item>
</channel></rss>`;

/** From a feed: of three posts, the two that are most like a page on sciatica. */
export const Feed: Story = {
  args: { src: '/feed-of-three/', limit: 2, eager: true },
  beforeEach: answering(
    '/feed-of-three/',
    () => new Response(FEED, { headers: { 'content-type': 'application/rss+xml' } }),
  ),
  render: (args, context) =>
    html`<h1 style="font-size: 1.5rem">Sciatica: when the leg hurts and the back is to blame</h1>
      ${meta.render!(args, context as never)}`,
  play: async ({ canvasElement }) => {
    await shown(canvasElement, 2);
    const posts = find(canvasElement, 'related-posts');
    const titles = [...(posts.renderRoot as ParentNode).querySelectorAll('article-card')];
    expect(
      titles.every(({ heading }) => /sciatica/i.test(heading ?? '')),
      'Both are about the page’s subject',
    );
  },
};

/** Posts that stand in the page as JSON need no request. */
export const Json: Story = {
  render: () =>
    html`<related-posts eager>
      <script type="application/json">
        [
          {
            "url": "https://fernhollow.example/articles/sleep/",
            "title": "How to sleep when your back hurts"
          },
          {
            "url": "https://fernhollow.example/articles/visit/",
            "title": "Your first visit, step by step"
          }
        ]
      </script>
      ${links}
    </related-posts>`,
  play: ({ canvasElement }) => shown(canvasElement, 2),
};

/** The network is gone, and there are no links of yours: it says so, and asks again on demand. */
export const FailedForNow: Story = {
  args: { src: '/gone/wp-json/wp/v2/posts', eager: true },
  beforeEach: answering('/gone/', offline),
  play: async ({ canvasElement }) => {
    const posts = find(canvasElement, 'related-posts');
    await until(() => within(posts, '[part="failure"] button'), 'a way to try again');
  },
};

/** A single post: one card, not stretched over the page. */
export const OneCard: Story = {
  args: { src: '/one/wp-json/wp/v2/posts', eager: true },
  beforeEach: answering('/one/', wordpress(1)),
  play: ({ canvasElement }) => shown(canvasElement, 1),
};

/** Two posts. */
export const TwoCards: Story = {
  args: { src: '/two/wp-json/wp/v2/posts', eager: true },
  beforeEach: answering('/two/', wordpress(2)),
  play: ({ canvasElement }) => shown(canvasElement, 2),
};

/** Seven posts, some without a picture. */
export const SevenCards: Story = {
  args: { src: '/seven/wp-json/wp/v2/posts', limit: 7, heading: 'All articles', eager: true },
  beforeEach: answering('/seven/', wordpress()),
  play: ({ canvasElement }) => shown(canvasElement, 7),
};

/** Pictures beside the words. */
export const Horizontal: Story = {
  args: { src: '/beside/wp-json/wp/v2/posts', limit: 4, layout: 'horizontal', eager: true },
  beforeEach: answering('/beside/', wordpress()),
  play: ({ canvasElement }) => shown(canvasElement, 4),
};

/** Words alone, for the end of a long page. */
export const Compact: Story = {
  args: { src: '/compact/wp-json/wp/v2/posts', limit: 4, layout: 'compact', eager: true },
  beforeEach: answering('/compact/', wordpress()),
  play: ({ canvasElement }) => shown(canvasElement, 4),
};

/** In a sidebar. */
export const InASidebar: Story = {
  args: { src: '/sidebar/wp-json/wp/v2/posts', layout: 'compact', heading: 'More', eager: true },
  beforeEach: answering('/sidebar/', wordpress()),
  render: (args, context) =>
    html`<div style="max-inline-size: 17rem">${meta.render!(args, context as never)}</div>`,
  play: ({ canvasElement }) => shown(canvasElement, 3),
};

/** In Spanish, the heading comes from the element. */
export const Spanish: Story = {
  render: () =>
    html`<div lang="es">
      <related-posts>
        <a href="${ARTICLES}/es/dormir/">Dormir con dolor de espalda</a>
        <a href="${ARTICLES}/es/primera-visita/">Su primera visita: qué traer</a>
      </related-posts>
    </div>`,
  play: async ({ canvasElement }) => {
    const posts = find(canvasElement, 'related-posts');
    await until(() => wordsOf(within(posts, 'h2')) === 'Lecturas relacionadas', 'Spanish words');
  },
};
