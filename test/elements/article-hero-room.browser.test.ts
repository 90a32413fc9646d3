// Nothing moves when an article's hero is upgraded, whether its author wrote children or attributes.
import '../../src/testing.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { lightStyles, pageStyles } from '../../src/elements/article-hero/article-hero.styles.js';
import { hostRules } from '../../src/foundation/host-rules.js';

const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%2260%22 height=%2240%22/%3E';
const IMG = `<img src="${PICTURE}" alt="A person walking along a path" width="60" height="40">`;
const WORDS = `<p><a rel="tag" href="/r/">Recovery</a></p><h1>Walking with spinal stenosis: how far is far enough?</h1><p>By Ann, <time datetime="2026-03-04">March 4</time></p>`;
const LINE = `heading="Walking with spinal stenosis: how far is far enough?" image="${PICTURE}" image-alt="A person walking along a path"`;

const HEROES: [attributes: string, children: string][] = [
  ['', IMG + WORDS],
  ['', WORDS + IMG],
  ['', `<figure>${IMG}<figcaption>A path</figcaption></figure>${WORDS}`],
  ['', `<p>${IMG}</p><br><p></p><header>${WORDS}</header>`],
  ['', WORDS],
  [LINE, ''],
  [`${LINE} category="Recovery" author="Ann Lee" published="2026-03-04"`, ''],
  [`${LINE} category="Recovery" category-href="/r/" author="Ann Lee"`, ''],
  ['heading="Walking again" published="2026-03-04"', ''],
];
const markup = (layout: string) =>
  HEROES.map(
    ([attributes, children]) =>
      `<article-hero layout="${layout}" ${attributes}>${children}</article-hero><p class="after">After</p>`,
  ).join('');

describe('the room of an <article-hero>', () => {
  const sheet = new CSSStyleSheet();

  before(() => {
    // As clinic-elements.css has it.
    const theme = hostRules('article-hero');
    sheet.replaceSync(theme + lightStyles.cssText + pageStyles.cssText);
    document.adoptedStyleSheets.push(sheet);
  });
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  // One test: an element is defined once.
  it('is there before the script, to the pixel', async () => {
    const places: HTMLElement[] = [];
    for (const layout of ['vertical', 'horizontal', 'cover'])
      for (const width of [20, 44, 64]) {
        const place = await fixture<HTMLElement>(html`<div></div>`);
        place.style.inlineSize = `${width}rem`;
        place.dataset.name = `${layout} ${width}rem`;
        place.innerHTML = markup(layout);
        places.push(place);
      }
    const images = places.flatMap((place) => [...place.querySelectorAll('img')]);
    await Promise.all(images.map((image) => image.decode()));
    const boxes = () =>
      places.map((place) => {
        const { top } = place.getBoundingClientRect();
        const shown = place.querySelectorAll(
          '.after, img:not(figure[data-clinic-made] img), h1, time',
        );
        const authored = [...shown].filter((each) => !each.closest('[data-clinic-made]'));
        return authored.map((each) => {
          const box = each.getBoundingClientRect();
          const name = `${place.dataset.name} ${each.localName}`;
          return `${name} ${Math.round(box.x)} ${Math.round(box.y - top)} ${Math.round(box.width)}×${Math.round(box.height)}`;
        });
      });
    const before = boxes();
    await import('../../src/elements/article-hero/define.js');
    const lines = places.flatMap((place) => [...place.querySelectorAll('article-hero[heading]')]);
    await waitUntil(() => lines.every((hero) => hero.querySelector('h1')), 'all parts are made');
    await Promise.all([...document.images].map((image) => image.decode()));
    expect(boxes()).to.deep.equal(before);
    const pictures = places.flatMap((place) => [...place.querySelectorAll('img')]);
    expect(pictures.length, 'the one-line pictures are there').to.be.greaterThan(images.length);
  });
});
