// What a visitor and an author meet in article-hero. What holds for every element is in test/contract, that
// nothing moves in article-hero-room.
import '../../src/testing.js';
import '../../src/elements/article-hero/define.js';
import { expect, waitUntil } from '@open-wc/testing';
import type { ArticleHero } from '../../src/elements/article-hero/article-hero.js';
import { registerLocale } from '../../src/foundation/locale.js';
import { es } from '../../src/locales/messages/es.js';
import { parsed, pause, watchConsole, words } from './support.js';

const PICTURE =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='60' height='40'/%3E";
const GIF = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const BROKEN = 'data:image/png;base64,AAAA';
const TITLE = 'Walking with spinal stenosis';
const ALT = 'A person walking along a path';
const IMG = `<img src="${PICTURE}" alt="${ALT}" width="60" height="40">`;

const hero = (attributes: string, children = ''): Promise<ArticleHero> =>
  parsed<ArticleHero>(`<article-hero ${attributes}>${children}</article-hero>`, 'article-hero');

/** One whose parts are made. */
async function made(attributes: string, children = ''): Promise<ArticleHero> {
  const element = await hero(attributes, children);
  await waitUntil(() => element.querySelector('[data-clinic-made]'), 'parts are made');
  return element;
}

const html = (element: Element): string =>
  element.outerHTML.replace(/ data-clinic-made="\w+"/g, '');

describe('<article-hero>', () => {
  let spy: ReturnType<typeof watchConsole>;
  beforeEach(() => (spy = watchConsole()));
  afterEach(() => spy.restore());

  describe('the author’s picture', () => {
    it('stays the very same, where it stands, with no attribute more or less', async () => {
      const element = await made(
        `focal="10% 20%" layout="horizontal" heading="${TITLE}" caption="A path"`,
        `<p>Words</p>${IMG}`,
      );
      const image = element.querySelector('img')!;
      expect(image.outerHTML).to.equal(IMG);
      expect(image.previousElementSibling?.textContent).to.equal('Words');
      expect(element.querySelectorAll('img').length).to.equal(1);
      expect(element.hasAttribute('style'), 'a policy may forbid style attributes').to.be.false;
    });

    it('shows the point that `focal` names, and its middle without', async () => {
      const element = await hero('focal=" 10%  20% "', IMG);
      const image = element.querySelector('img')!;
      const position = () => getComputedStyle(image).objectPosition;
      expect(position()).to.equal('10% 20%');
      element.focal = '30% 0%';
      await element.updateComplete;
      expect(position()).to.equal('30% 0%');
      element.focal = undefined;
      await element.updateComplete;
      expect(position()).to.equal('50% 50%');
    });

    it('keeps its room, and says so by a state, when it cannot be loaded', async () => {
      const element = await hero('', `<img src="${BROKEN}" alt="${ALT}" width="60" height="40">`);
      const image = element.querySelector('img')!;
      await waitUntil(() => element.matches(':state(broken)'));
      const { width, height } = image.getBoundingClientRect();
      expect(width / height).to.be.closeTo(1.5, 0.01);
      image.src = PICTURE;
      await waitUntil(() => !element.matches(':state(broken)'), 'it is there after all');
    });

    it('is the first; a portrait in the byline keeps its size', async () => {
      const face = `<img class="face" src="${PICTURE}" alt="" width="24" height="24">`;
      const element = await hero('', `${IMG}<h1>${TITLE}</h1><p>${face} By Ann</p>`);
      expect(element.querySelector('.face')!.getBoundingClientRect().width).to.equal(24);
    });

    it('is used instead of `image`, without a second request', async () => {
      const element = await made(`image="/not-asked-for.png" heading="${TITLE}"`, IMG);
      await pause(50);
      expect(element.querySelectorAll('img').length).to.equal(1);
      const asked = performance.getEntriesByType('resource').map(({ name }) => name);
      expect(asked.filter((name) => name.includes('not-asked-for'))).to.be.empty;
    });
  });

  describe('from attributes alone', () => {
    it('makes ordinary children, in the order in which they are read', async () => {
      const element = await made(
        `heading="  ${TITLE} " image="${PICTURE}" image-alt="${ALT}" image-width="60" image-height="40"
         caption="A path" credit="Photo: J. Rivera" category="Recovery" category-href="/r/"
         author="Ann Lee" author-href="/ann/" published="2026-03-04" modified="2026-05-06"`,
      );
      const [figure, category, heading, byline] = [...element.children];
      expect(html(figure!)).to.equal(
        `<figure><img fetchpriority="high" loading="eager" width="60" height="40" src="${PICTURE}" alt="${ALT}">` +
          '<figcaption>A path <small>Photo: J. Rivera</small></figcaption></figure>',
      );
      const at = (path: string) => new URL(path, document.baseURI).href;
      expect(html(category!)).to.equal(`<p><a href="${at('/r/')}" rel="tag">Recovery</a></p>`);
      expect(html(heading!)).to.equal(`<h1>${TITLE}</h1>`);
      expect(html(byline!)).to.equal(
        `<p>By <a href="${at('/ann/')}" rel="author">Ann Lee</a> · ` +
          '<time datetime="2026-03-04">March 4, 2026</time> · ' +
          'Updated <time datetime="2026-05-06">May 6, 2026</time></p>',
      );
      expect(element.children.length).to.equal(4);
    });

    it('takes the heading’s level from `heading-level`, and h1 where that is none', async () => {
      for (const [level, tag] of [
        ['2', 'h2'],
        ['6', 'h6'],
        ['7', 'h1'],
        ['x', 'h1'],
      ] as const) {
        const element = await made(`heading="${TITLE}" heading-level="${level}"`);
        expect(element.firstElementChild!.localName, level).to.equal(tag);
      }
    });

    it('gives several sizes to the browser, and leaves out what could run', async () => {
      const element = await made(
        `image="${PICTURE}" image-alt="" image-srcset="${GIF} 640w, javascript:alert(1) 320w, ${GIF} 1280w"`,
      );
      const image = element.querySelector('img')!;
      expect(image.srcset).to.equal(`${GIF} 640w, ${GIF} 1280w`);
      expect(image.sizes).to.not.equal('');
      expect([...image.attributes].findIndex(({ name }) => name === 'srcset')).to.be.lessThan(
        [...image.attributes].findIndex(({ name }) => name === 'src'),
      );
    });

    it('keeps a child until something about it changes', async () => {
      const element = await made(`heading="${TITLE}" image="${BROKEN}" image-alt="${ALT}"`);
      const image = element.querySelector('img')!;
      const heading = element.querySelector('h1')!;
      await waitUntil(() => element.matches(':state(broken)'));
      // As a translator does.
      heading.textContent = 'Caminar';
      element.category = 'Recovery';
      await element.updateComplete;
      expect(element.querySelector('img'), 'not asked for once more').to.equal(image);
      expect(element.querySelector('h1')!.textContent).to.equal('Caminar');
      expect(words(element.querySelector('p')), 'in its place').to.equal('Recovery');
      expect(element.querySelector('p')!.nextElementSibling).to.equal(heading);
      element.heading = 'Lifting';
      await element.updateComplete;
      expect(words(element.querySelector('h1'))).to.equal('Lifting');
      element.heading = element.image = element.category = undefined;
      await element.updateComplete;
      expect(element.children.length).to.equal(0);
    });

    it('yields to children that come later', async () => {
      const element = await made(`heading="${TITLE}" author="Ann" category="Recovery"`);
      const late = document.createElement('h1');
      late.textContent = 'From the author';
      element.append(late);
      await waitUntil(() => element.querySelectorAll('h1').length === 1);
      expect(words(element.querySelector('h1'))).to.equal('From the author');
    });

    it('adds only what the children do not say', async () => {
      const element = await made(
        `heading="No" category="No" author="No" published="2020-01-01" caption="A path"`,
        `<figure>${IMG}</figure><p><a rel="tag" href="/r/">Recovery</a></p><h1>${TITLE}</h1><address>Ann</address>`,
      );
      expect(words(element)).to.equal(`A pathRecovery${TITLE}Ann`);
      expect(element.querySelector('figure > figcaption')).to.exist;
    });

    it('keeps one caption in the author’s figure, in whatever block an editor put that', async () => {
      const element = await made(
        `heading="${TITLE}" caption="A path"`,
        `<div class="wp-block-image"><figure>${IMG}</figure></div>`,
      );
      element.caption = 'A path by the river';
      await element.updateComplete;
      element.heading = 'Lifting';
      await element.updateComplete;
      expect([...element.querySelectorAll('figcaption')].map(words)).to.deep.equal([
        'A path by the river',
      ]);
    });

    it('shows no day that does not exist or has not come, and no change before publication', async () => {
      const byline = async (attributes: string) =>
        words((await made(`author="Ann" ${attributes}`)).querySelector('p'));
      expect(await byline('published="2026-02-30"')).to.equal('By Ann');
      expect(await byline('published="2999-01-01" modified="2999-01-02"')).to.equal('By Ann');
      expect(await byline('published="2026-03-04" modified="2026-03-04"')).to.equal(
        'By Ann · March 4, 2026',
      );
      expect(await byline('modified="2026-03-04"')).to.equal('By Ann · Updated March 4, 2026');
      expect(spy.lines.join('\n')).to.match(/"published" must be a date/);
      expect(spy.lines.join('\n')).to.match(/"modified" lies in the future/);
    });

    it('links to no address that could run code', async () => {
      const element = await made(
        'author="Ann" author-href="javascript:alert(1)" category="Recovery" category-href="data:text/html,x" image="ftp://example.com/x"',
      );
      expect(element.querySelector('a, img')).to.equal(null);
      for (const name of ['author-href', 'category-href', 'image'])
        expect(spy.lines.join('\n')).to.include(`"${name}" must be`);
    });

    it('speaks the page’s language, with the name where that language has it', async () => {
      registerLocale('es', es);
      const element = await parsed<ArticleHero>(
        '<div lang="es"><article-hero author="Ana" published="2026-03-04" modified="2026-05-06"></article-hero></div>',
        'article-hero',
      );
      await waitUntil(() => element.querySelector('p'));
      expect(words(element)).to.equal(
        'Por Ana · 4 de marzo de 2026 · Actualizado el 6 de mayo de 2026',
      );
    });
  });

  describe('layouts', () => {
    const wide = async (layout: string, width: string) => {
      const element = await hero(`layout="${layout}"`, `<h1>${TITLE}</h1>${IMG}<p>Words</p>`);
      element.parentElement!.style.inlineSize = width;
      const box = (selector: string) => element.querySelector(selector)!.getBoundingClientRect();
      return { host: element.getBoundingClientRect(), img: box('img'), h1: box('h1'), p: box('p') };
    };

    it('the picture stands above the words, wherever it is written', async () => {
      const { img, h1, p } = await wide('vertical', '60rem');
      expect(img.bottom).to.be.lessThan(h1.top);
      expect(h1.bottom).to.be.lessThan(p.top);
    });

    it('beside them where there is room, the words in its middle; above them elsewhere', async () => {
      const { host, img, h1, p } = await wide('horizontal', '50rem');
      expect(h1.right).to.be.lessThan(img.left);
      expect(img.right).to.be.closeTo(host.right, 1);
      expect((h1.top + p.bottom) / 2).to.be.closeTo((img.top + img.bottom) / 2, 2);
      const narrow = await wide('horizontal', '40rem');
      expect(narrow.img.bottom).to.be.lessThan(narrow.h1.top);
    });

    it('behind them, the words on a panel without a hole', async () => {
      const { host, img } = await wide('cover', '60rem');
      expect(img.height).to.be.closeTo(host.height, 1);
      const panel = getComputedStyle(document.querySelector('article-hero')!, '::after');
      expect(panel.backgroundColor).to.match(/^rgb\(|^oklch\([^/]+\)$/);
    });
  });

  describe('tells the page’s developer, once', () => {
    const shown = (image: string, attributes = '') => {
      spy.lines.length = 0;
      return hero(attributes, `<h1>${TITLE}</h1>${image}`);
    };
    const isTold = async (what: RegExp, image: string, attributes?: string) => {
      await shown(image, attributes);
      await waitUntil(() => spy.lines.length, `told of ${what.source}`);
      expect(spy.lines.join('\n')).to.match(what);
    };
    const isToldNothing = async (image: string) => {
      await shown(image);
      await pause(100);
      expect(spy.lines).to.be.empty;
    };

    it('what delays the picture, moves the page, or cannot be listened to', async () => {
      const sized = `src="${PICTURE}" width="60" height="40"`;
      await isTold(/loading="lazy"/, `<img ${sized} alt="${ALT}" loading="lazy">`);
      await isTold(/no width and height/, `<img src="${PICTURE}" alt="${ALT}">`);
      await isTold(/alt is missing/, `<img ${sized}>`);
      await isTold(/a file’s name/, `<img ${sized} alt="IMG_1234">`);
      await isTold(/repeats the title/, `<img ${sized} alt="${TITLE}.">`);
      await isTold(/longer/, `<img ${sized} alt="${'Walk on and on '.repeat(11)}">`);
      // Once.
      await isToldNothing(`<img ${sized}>`);
    });

    it('nothing about a picture that is as it should be', async () => {
      await isToldNothing(IMG);
      await isToldNothing(`<img src="${PICTURE}" alt="" width="60" height="40">`);
    });

    it('what `focal` should have been', async () => {
      await isTold(/two percentages/, IMG, 'focal="top left"');
    });
  });
});
