// What the WordPress of a fictional clinic answers, with the oddities that real ones have.
import { json } from './support.js';

interface Draft {
  slug: string;
  title: string;
  excerpt: string;
  date: string;
  category: string;
  picture?: { file: string; alt: string };
}

const drafts: Draft[] = [
  {
    slug: 'sleeping-with-back-pain',
    title: 'Sleeping with back pain: positions that help',
    excerpt:
      '<p>A pillow under the knees, or between them, takes the strain off your lower back. Try one change for three nights before you try the next.</p>\n',
    date: '2026-03-04T09:30:00',
    category: 'Recovery',
    picture: { file: 'rest.svg', alt: '' },
  },
  {
    slug: 'walking-with-stenosis',
    title: 'Walking with spinal stenosis &#8211; how far is far enough?',
    excerpt:
      '<p>Short walks with planned rests do more for you than one long one. Here is a plan for the first four weeks [&hellip;]</p>\n',
    date: '2026-02-18T14:00:00',
    category: 'Exercise &amp; movement',
    picture: { file: 'walk.svg', alt: 'A person walking along a path between trees' },
  },
  {
    slug: 'sciatica-or-hip',
    title: 'Sciatica or hip? Five questions that tell them apart',
    excerpt:
      '<p>Pain down the leg can start in the back or in the hip. These questions help you describe it to your doctor.</p>\n',
    date: '2026-01-27T08:00:00',
    category: 'Conditions',
    picture: { file: 'spine.svg', alt: '' },
  },
  {
    slug: 'your-first-visit',
    title: 'Your first visit: what to bring',
    excerpt: '<p>Your pictures, your list of medicines, and somebody to listen with you.</p>\n',
    date: '2025-12-11T10:15:00',
    category: 'Your visit',
  },
  {
    slug: 'first-month-of-therapy',
    title: 'Physical therapy: what the first month looks like',
    excerpt:
      '<p>Two visits a week, ten minutes a day at home, and a better idea of what your back can do.</p>\n',
    date: '2025-11-20T10:15:00',
    category: 'Recovery',
    picture: { file: 'walk.svg', alt: '' },
  },
  {
    slug: 'desk-and-chair',
    title: 'A desk that is kind to your neck',
    excerpt: '<p>Raise the screen, lower the shoulders, and get up every half hour.</p>\n',
    date: '2025-10-02T10:15:00',
    category: 'Everyday life',
  },
  {
    slug: 'when-to-call',
    title: 'Back pain: when to call the same day',
    excerpt: '<p>Numbness, weakness or fever together with back pain should not wait.</p>\n',
    date: '2025-09-14T10:15:00',
    category: 'Conditions',
    picture: { file: 'spine.svg', alt: '' },
  },
];

const postOf = ({ slug, title, excerpt, date, category, picture }: Draft, index: number) => ({
  id: 101 + index,
  link: `https://fernhollow.example/articles/${slug}/`,
  date,
  title: { rendered: title },
  excerpt: { rendered: excerpt, protected: false },
  _embedded: {
    ...(picture && {
      'wp:featuredmedia': [
        {
          source_url: `/pictures/${picture.file}`,
          alt_text: picture.alt,
          media_details: { width: 600, height: 400, sizes: {} },
        },
      ],
    }),
    'wp:term': [[{ id: index, name: category, taxonomy: 'category' }]],
  },
});

/** A WordPress that has `count` posts and gives as many as it is asked for. */
export const wordpress =
  (count = drafts.length) =>
  (request: Request): Response => {
    const asked = Number(new URL(request.url).searchParams.get('per_page')) || 10;
    return json(drafts.slice(0, Math.min(count, asked)).map(postOf));
  };
