// What stands below a one-line card does not move, from before the script to the last made part.
import '../../src/testing.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { ArticleCard } from '../../src/elements/article-card/article-card.js';
import { lightStyles, pageStyles } from '../../src/elements/article-card/article-card.styles.js';
import { hostRules } from '../../src/foundation/host-rules.js';

const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%2260%22 height=%2240%22/%3E';
const TITLE = 'heading="Sleeping with back pain: positions that help" href="/sleeping/"';
const TEXT =
  'excerpt="A pillow under the knees, or between them, takes the strain off your lower back. Try one change for three nights before you try the next."';
const IMAGE = `image="${PICTURE}"`;
const DAY = 'published="2026-03-04"';

const CARDS: Record<string, string> = {
  'everything given': `${TITLE} ${TEXT} ${IMAGE} ${DAY} category="Recovery"`,
  'no picture': `${TITLE} ${TEXT} ${DAY}`,
  'no day': `${TITLE} ${TEXT} ${IMAGE}`,
  'no text': `${TITLE} ${IMAGE} ${DAY}`,
  'a title alone': TITLE,
  'no link': `heading="Sleeping" ${TEXT}`,
  'reviewed, by nobody named': `${TITLE} ${TEXT} reviewed="2026-03-04"`,
  'text cut off after two lines': `style="--article-card-excerpt-lines: 2" ${TITLE} ${TEXT} ${DAY}`,
  'text shorter than where it is cut off': `style="--article-card-excerpt-lines: 9" ${TITLE} ${TEXT} ${DAY}`,
  compact: `layout="compact" ${TITLE} ${TEXT} ${IMAGE} ${DAY} category="Recovery"`,
  horizontal: `layout="horizontal" ${TITLE} ${TEXT} ${IMAGE} ${DAY} category="Recovery"`,
};
const markup = (tag: string) =>
  Object.values(CARDS)
    .map((attributes) => `<${tag} ${attributes}></${tag}><p>What comes after.</p>`)
    .join('');

describe('the room of a one-line <article-card>', () => {
  const sheet = new CSSStyleSheet();

  before(() => {
    // As clinic-elements.css has it.
    const theme = hostRules('article-card');
    sheet.replaceSync(theme + lightStyles.cssText + pageStyles.cssText);
    document.adoptedStyleSheets.push(sheet);
  });
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  // One test: an element is defined once.
  it('is there before the script, to the pixel', async () => {
    const shifts: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    });
    // Only Chromium counts shifts.
    const counts = PerformanceObserver.supportedEntryTypes.includes('layout-shift');
    const places = new Map<number, HTMLElement>();
    for (const width of [17, 22, 34]) {
      const place = await fixture<HTMLElement>(html`<div></div>`);
      place.style.inlineSize = `${width}rem`;
      place.innerHTML = markup('article-card');
      places.set(width, place);
    }
    const cards = [...document.querySelectorAll<ArticleCard>('article-card')];
    const heights = () => cards.map((card) => card.getBoundingClientRect().height);
    const frames = async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    };
    await frames();
    if (counts) observer.observe({ type: 'layout-shift' });
    const before = heights();

    await import('../../src/elements/article-card/define.js');
    await new Promise(requestAnimationFrame);
    const upgraded = heights();
    await waitUntil(() =>
      cards.every((card) => card.querySelector('[data-clinic-made="heading"]')),
    );
    await Promise.all(cards.map((card) => card.updateComplete));
    await frames();
    const made = heights();
    const names = [...places.keys()].flatMap((width) =>
      Object.keys(CARDS).map((name) => `${name}, ${width}rem`),
    );
    for (const [index, name] of names.entries()) {
      expect(before[index], name).to.be.greaterThan(60);
      expect(upgraded[index], `${name}: upgraded`).to.be.closeTo(before[index]!, 0.5);
      expect(made[index], `${name}: made`).to.be.closeTo(before[index]!, 0.5);
    }
    if (!counts) return;
    const still = shifts.reduce((sum, shift) => sum + shift, 0);
    // It does see what moves.
    cards[0]!.style.paddingBlockStart = '200px';
    await waitUntil(() => shifts.some((shift) => shift > 0.001), 'a shift that is one');
    observer.disconnect();
    expect(still).to.be.lessThan(0.001);
  });
});
