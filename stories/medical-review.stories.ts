import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { atTime, expect, find, framed, until, wordsOf } from './support.js';

interface Args {
  reviewer?: string;
  credentials?: string;
  'reviewer-href'?: string;
  'reviewer-type'?: 'person' | 'organization';
  reviewed?: string;
  modified?: string;
  'policy-href'?: string;
  'stale-after'?: string;
}

const SITE = 'https://fernhollow.example';

const meta: Meta<Args> = {
  title: 'Elements/medical-review',
  component: 'medical-review',
  parameters: {
    guide: `
**Put it under the title**, or inside \`article-hero\`. It says who answers for the medical facts, and when that
person last looked at them.

**Your own sentence** is best: with a link to the reviewer, and \`<time datetime="2026-03-04">\` for the day. It
stays as it is. From attributes the element makes the same sentence, as ordinary children.

**It never says what is not true.** A day that does not exist, or has not come, is left out and the console
says why. In your own sentence it stays, and the console says so.

**It grows old.** After 24 months, or \`stale-after\`, the review is still told of, but the console warns,
\`:state(stale)\` is set and \`review-stale\` fires, for a report to the editors. Visitors see no alarm. A text
that was changed after its review is warned of too; a review after the last change covers it, and both days are shown.
`,
  },
  argTypes: {
    'reviewer-type': {
      control: 'select',
      options: ['person', 'organization'],
      table: { type: { summary: 'person | organization' } },
    },
  },
  beforeEach: atTime('2026-11-25T12:00Z'),
  render: (args) =>
    html`<medical-review
      reviewer=${args.reviewer ?? nothing}
      credentials=${args.credentials ?? nothing}
      reviewer-href=${args['reviewer-href'] ?? nothing}
      reviewer-type=${args['reviewer-type'] ?? nothing}
      reviewed=${args.reviewed ?? nothing}
      modified=${args.modified ?? nothing}
      policy-href=${args['policy-href'] ?? nothing}
      stale-after=${args['stale-after'] ?? nothing}
    ></medical-review>`,
};
export default meta;

type Story = StoryObj<Args>;

/** A story that shows a sentence and fails where it reads otherwise. */
const saying = (args: Args, sentence: string): Story => ({
  args,
  play: async ({ canvasElement }) => {
    const review = find(canvasElement, 'medical-review');
    await until(() => wordsOf(review) === sentence, `“${sentence}”, not “${wordsOf(review)}”`);
  },
});

const BY_DOCTOR: Args = {
  reviewer: 'Ines Okafor',
  credentials: 'MD, FAAOS',
  'reviewer-href': `${SITE}/people/ines-okafor/`,
  reviewed: '2026-03-04',
};

/** One tag with attributes. */
export const Attributes: Story = saying(
  { ...BY_DOCTOR, modified: '2026-02-18', 'policy-href': `${SITE}/how-we-review/` },
  'Medically reviewed by Ines Okafor, MD, FAAOS on March 4, 2026Updated February 18, 2026 · How we review',
);

/** The sentence as an author writes it. */
export const Children: Story = {
  render: () =>
    html`<medical-review>
      <p>
        Medically reviewed by <a href="${SITE}/people/ines-okafor/">Ines Okafor, MD</a> on
        <time datetime="2026-03-04">March 4, 2026</time>
      </p>
    </medical-review>`,
  play: async ({ canvasElement }) => {
    const review = find(canvasElement, 'medical-review');
    await review.updateComplete;
    expect(review.children.length === 1, 'Nothing is added to the author’s sentence');
  },
};

/** Loose words, as a shortcode leaves them. */
export const LooseText: Story = {
  render: () =>
    html`<medical-review
      >Medically reviewed by <a href="${SITE}/about/">Fernhollow Spine Clinic</a> on
      <time datetime="2026-03-04">March 4, 2026</time></medical-review
    >`,
};

/** The clinic as the reviewer. */
export const ByTheClinic: Story = saying(
  {
    reviewer: 'Fernhollow Spine Clinic',
    'reviewer-type': 'organization',
    'reviewer-href': `${SITE}/about/`,
    reviewed: '2026-03-04',
  },
  'Medically reviewed by Fernhollow Spine Clinic on March 4, 2026',
);

/** Older than 24 months: it took place, and is told of as it was. Visitors see no alarm. */
export const Stale: Story = {
  ...saying(
    { ...BY_DOCTOR, reviewed: '2023-03-04' },
    'Medically reviewed by Ines Okafor, MD, FAAOS on March 4, 2023',
  ),
  parameters: framed('8rem'),
};

/** A day that has not come is not said. */
export const Future: Story = {
  ...saying(
    { ...BY_DOCTOR, reviewed: '2026-12-24' },
    'Medically reviewed by Ines Okafor, MD, FAAOS',
  ),
  parameters: framed('8rem'),
};

/** Nor is one that does not exist, or would have to be guessed. */
export const InvalidData: Story = saying(
  {
    ...BY_DOCTOR,
    'reviewer-href': 'javascript:alert(1)',
    reviewed: '3/4/26',
    modified: '2026-02-30',
    'stale-after': 'two years',
  },
  'Medically reviewed by Ines Okafor, MD, FAAOS',
);

/** No name: only the day. */
export const DayOnly: Story = saying(
  { reviewed: '2026-03-04' },
  'Medically reviewed on March 4, 2026',
);

/** Names that do not end. */
export const LongWords: Story = {
  args: {
    ...Attributes.args,
    reviewer: 'Professor Ines Maria Okafor-Lindqvist-Montgomery of the Lower Valley',
    credentials: 'MD, PhD, FAAOS, fellow of several societies whose names are longer than this one',
    modified: '2026-02-18',
    'policy-href': `${SITE}/how-we-review/`,
  },
};

/** As an editor leaves it. */
export const AsAnEditorLeavesIt: Story = {
  render: () =>
    html`<medical-review
      ><br />
      <p></p>
      <p>
        Medically reviewed by <a href="${SITE}/people/ines-okafor/">Ines Okafor, MD</a> on
        <time datetime="2026-03-04">March 4, 2026</time>.<br />
        Updated <time class="updated" datetime="2026-02-18">February 18, 2026</time>.
      </p>
      <p>&nbsp;</p>
    </medical-review>`,
};

/** Inside the top of an article. */
export const InHero: Story = {
  render: () =>
    html`<article-hero layout="horizontal">
      <img src="/pictures/rest.svg" alt="A bed under a window" width="600" height="400" />
      <p><a rel="tag" href="${SITE}/sleep/">Sleep</a></p>
      <h2>Sleeping with back pain: positions that help</h2>
      <p>By <a rel="author" href="${SITE}/people/leo-marsh/">Leo Marsh</a></p>
      <medical-review>
        Medically reviewed by <a href="${SITE}/people/ines-okafor/">Ines Okafor, MD</a> on
        <time datetime="2026-03-04">March 4, 2026</time>
      </medical-review>
    </article-hero>`,
};

/** In a page that reads from right to left. */
export const RightToLeft: Story = {
  render: () =>
    html`<div dir="rtl" lang="ar">
      <medical-review>
        <p>
          راجعته طبيًا <a href="${SITE}/people/ines-okafor/">د. إيناس أوكافور</a> في
          <time datetime="2026-03-04">4 مارس 2026</time>
        </p>
      </medical-review>
    </div>`,
};

/** The element’s own words follow the page’s language. */
export const Spanish: Story = {
  render: () =>
    html`<div lang="es">
      <medical-review
        reviewer="Dra. Inés Okafor"
        credentials="MD"
        reviewed="2026-03-04"
        modified="2026-02-18"
        policy-href="${SITE}/es/revision/"
      ></medical-review>
    </div>`,
  play: async ({ canvasElement }) => {
    const review = find(canvasElement, 'medical-review');
    await until(
      () =>
        wordsOf(review) ===
        'Revisado médicamente por Dra. Inés Okafor, MD el 4 de marzo de 2026Actualizado el 18 de febrero de 2026 · Cómo revisamos',
      'the sentence in Spanish',
    );
  },
};
