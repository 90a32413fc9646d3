// What a visitor and an author meet in an article card.
import '../../src/testing.js';
import '../../src/elements/article-card/define.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ArticleCard } from '../../src/elements/article-card/article-card.js';
import { click, clickAt, parsed, pause, watchConsole, watchLinks, words } from './support.js';

const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="60" height="40"/%3E';
const HREF = '/articles/sleeping/';
const there = (path: string) => new URL(path, document.baseURI).href;

/** A child that the card made of its attributes. */
const part = (card: ArticleCard, name: string): HTMLElement | null =>
  card.querySelector<HTMLElement>(
    name === 'link'
      ? ':scope > [data-clinic-made="heading"] a'
      : `:scope > [data-clinic-made="${name}"]`,
  );

/** Everything given as attributes. */
async function made(attributes: Record<string, string> = {}): Promise<ArticleCard> {
  const card = document.createElement('article-card');
  const all = {
    href: HREF,
    heading: 'Sleeping with back pain',
    excerpt: 'A pillow under the knees helps.',
    image: PICTURE,
    'image-alt': 'A pillow',
    published: '2026-03-04',
    category: 'Recovery',
    ...attributes,
  };
  for (const [name, value] of Object.entries(all)) card.setAttribute(name, value);
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.style.inlineSize = '22rem';
  place.append(card);
  await waitUntil(() => part(card, 'heading'));
  await card.updateComplete;
  return card;
}

/** Whether a button of the mouse can be pressed: WebKit's driver makes a click of the first one of it. */
async function presses(button: 'middle' | 'right'): Promise<boolean> {
  const place = await fixture<HTMLElement>(html`<p>Beside the card</p>`);
  let pressed = -1;
  place.addEventListener('auxclick', (event) => (pressed = event.button), { once: true });
  place.addEventListener('contextmenu', (event) => event.preventDefault());
  const { left, top } = place.getBoundingClientRect();
  const position: [number, number] = [Math.round(left + 5), Math.round(top + 5)];
  await sendMouse({ type: 'click', button, position });
  return pressed === (button === 'middle' ? 1 : 2);
}

/** Drags with the mouse from a point of an element: the address that is carried away. */
async function drag(element: HTMLElement, dx: number, dy: number): Promise<string | undefined> {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  let carried: string | undefined;
  const start = (event: DragEvent) => {
    carried = event.dataTransfer?.getData('text/uri-list');
    event.preventDefault();
  };
  document.addEventListener('dragstart', start, { once: true });
  const { left, top } = element.getBoundingClientRect();
  const [x, y] = [Math.round(left + dx), Math.round(top + dy)];
  await sendMouse({ type: 'move', position: [x, y] });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [x + 20, y + 10] });
  await sendMouse({ type: 'move', position: [x + 40, y + 20] });
  await sendMouse({ type: 'up' });
  document.removeEventListener('dragstart', start);
  return carried;
}

const written = (): Promise<ArticleCard> =>
  fixture<ArticleCard>(html`
    <article-card style="max-inline-size: 22rem">
      <img src=${PICTURE} alt="" width="60" height="40" />
      <h3><a href=${HREF}>Sleeping with back pain</a></h3>
      <p>A pillow under the knees helps. <a href="/authors/ann/">By Ann</a></p>
      <time datetime="2026-03-04">March 4, 2026</time>
    </article-card>
  `);

describe('<article-card>', () => {
  let links: ReturnType<typeof watchLinks>;
  let spy: ReturnType<typeof watchConsole>;

  beforeEach(() => {
    links = watchLinks();
    spy = watchConsole();
  });
  afterEach(() => {
    links.restore();
    spy.restore();
    getSelection()?.removeAllRanges();
  });

  describe('is one target', () => {
    it('a visitor may click any of the parts that an author wrote', async () => {
      const card = await written();
      for (const selector of ['h3 a', 'img', 'p', 'time']) {
        links.followed.length = 0;
        const target = card.querySelector(selector)!;
        if (selector === 'p') {
          const { left, top } = target.getBoundingClientRect();
          await clickAt(left + 5, top + 8);
        } else await click(target);
        expect(
          links.followed.map(({ href }) => href),
          selector,
        ).to.deep.equal([there(HREF)]);
      }
    });

    it('a visitor may click any of the parts made from attributes', async () => {
      const card = await made({ reviewed: '' });
      for (const name of ['link', 'image', 'excerpt', 'category', 'meta']) {
        links.followed.length = 0;
        await click(part(card, name)!);
        expect(
          links.followed.map(({ href }) => href),
          name,
        ).to.deep.equal([there(HREF)]);
      }
    });

    it('a visitor may click beside the words, at the very edge', async () => {
      for (const card of [await written(), await made()]) {
        card.scrollIntoView({ block: 'center', behavior: 'instant' });
        links.followed.length = 0;
        const { right, bottom } = card.getBoundingClientRect();
        await clickAt(right - 6, bottom - 6);
        expect(links.followed.map(({ href }) => href)).to.deep.equal([there(HREF)]);
        card.remove();
      }
    });

    it('a click with Ctrl, Meta or Shift on the words is one on the link', async () => {
      for (const card of [await written(), await made()]) {
        const text = part(card, 'excerpt') ?? card.querySelector('p')!;
        for (const key of ['ctrlKey', 'metaKey', 'shiftKey'] as const) {
          links.followed.length = 0;
          const init = { bubbles: true, cancelable: true, composed: true, [key]: true };
          text.dispatchEvent(new MouseEvent('click', init));
          expect(links.followed).to.have.length(1);
          for (const each of ['ctrlKey', 'metaKey', 'shiftKey'] as const)
            expect(links.followed[0]![each], `${key} ${each}`).to.equal(each === key);
        }
      }
    });

    it('a click with the middle button on the words opens a tab', async function () {
      if (!(await presses('middle'))) this.skip();
      for (const card of [await written(), await made()]) {
        const text = part(card, 'excerpt') ?? card.querySelector('p')!;
        text.scrollIntoView({ block: 'center', behavior: 'instant' });
        links.followed.length = 0;
        const { left, top } = text.getBoundingClientRect();
        const position: [number, number] = [Math.round(left + 5), Math.round(top + 8)];
        await sendMouse({ type: 'click', button: 'middle', position });
        // A browser opens a tab for Ctrl, on a Mac for Command.
        expect(links.followed).to.deep.equal([
          { href: there(HREF), ctrlKey: true, metaKey: true, shiftKey: false },
        ]);
        card.remove();
      }
    });

    it('a click with the right button follows nothing', async function () {
      if (!(await presses('right'))) this.skip();
      for (const card of [await written(), await made()]) {
        const text = part(card, 'excerpt') ?? card.querySelector('p')!;
        let menus = 0;
        const menu = (event: Event) => {
          menus++;
          event.preventDefault();
        };
        document.addEventListener('contextmenu', menu, { once: true });
        text.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top } = text.getBoundingClientRect();
        const position: [number, number] = [Math.round(left + 5), Math.round(top + 8)];
        await sendMouse({ type: 'click', button: 'right', position });
        document.removeEventListener('contextmenu', menu);
        expect(menus, 'the menu came').to.equal(1);
        expect(links.followed).to.be.empty;
        card.remove();
      }
    });

    it('its link can be dragged from anywhere on the card', async () => {
      // On the picture; elsewhere the second time, or it would be a double click.
      for (const [make, x] of [
        [made, 100],
        [written, 160],
      ] as const) {
        const card = await make();
        expect(await drag(card, x, 60), make.name).to.equal(there(HREF));
        card.remove();
      }
    });

    it('a page that took a click over keeps it', async () => {
      const card = await written();
      const text = card.querySelector('p')!;
      text.addEventListener('click', (event) => event.preventDefault());
      text.click();
      expect(links.followed).to.be.empty;
    });

    it('a visitor may select words with the mouse without leaving', async () => {
      for (const card of [await written(), await made()]) {
        const text = part(card, 'excerpt') ?? card.querySelector('p')!;
        text.scrollIntoView({ block: 'center', behavior: 'instant' });
        links.followed.length = 0;
        const { left, top } = text.getBoundingClientRect();
        const y = Math.round(top + 10);
        await sendMouse({ type: 'move', position: [Math.round(left + 2), y] });
        await sendMouse({ type: 'down' });
        await sendMouse({ type: 'move', position: [Math.round(left + 90), y] });
        await sendMouse({ type: 'up' });
        await pause(50);
        expect(String(getSelection()), 'something was selected').to.not.equal('');
        expect(links.followed).to.be.empty;
        // Once it is gone, as a click beside the card makes it go, a click follows again.
        const beside = document.createElement('p');
        beside.textContent = 'Beside the card';
        card.after(beside);
        const { left: x, bottom } = beside.getBoundingClientRect();
        await clickAt(x + 2, bottom - 8);
        await waitUntil(() => !String(getSelection()), `still "${String(getSelection())}"`);
        await clickAt(left + 5, y);
        expect(links.followed.map(({ href }) => href)).to.deep.equal([there(HREF)]);
        card.remove();
      }
    });

    it('links and buttons in the words keep their own work', async () => {
      const card = await written();
      await click(card.querySelector('p a')!);
      expect(links.followed.map(({ href }) => href)).to.deep.equal([there('/authors/ann/')]);
      links.followed.length = 0;
      const button = document.createElement('button');
      button.textContent = 'Save';
      let saved = 0;
      button.addEventListener('click', () => saved++);
      card.querySelector('p')!.append(button);
      await click(button);
      expect(saved).to.equal(1);
      expect(links.followed).to.be.empty;
    });

    it('so do other elements, whatever stands in their closed roots', async () => {
      const card = await written();
      const tag = `closed-button-${crypto.randomUUID()}`;
      let pressed = 0;
      customElements.define(
        tag,
        class extends HTMLElement {
          constructor() {
            super();
            const button = document.createElement('button');
            button.textContent = 'Listen';
            button.addEventListener('click', () => pressed++);
            this.attachShadow({ mode: 'closed' }).append(button);
          }
        },
      );
      const other = document.createElement(tag);
      card.querySelector('p')!.append(other);
      await click(other);
      expect(pressed).to.equal(1);
      expect(links.followed).to.be.empty;
    });

    it('a phone number in the words dials, and does no more', async () => {
      await import('../../src/elements/phone-number/define.js');
      const card = await written();
      card.querySelector('p')!.innerHTML = 'Call <phone-number>(210) 555-0142</phone-number>.';
      const link = await waitUntil(() => card.querySelector('phone-number a')).then(() =>
        card.querySelector('phone-number a')!,
      );
      await click(link);
      expect(links.followed.map(({ href }) => href)).to.deep.equal(['tel:+12105550142']);
    });

    it('a visitor with a keyboard meets one link on each card', async () => {
      for (const make of [
        made,
        () =>
          parsed<ArticleCard>(
            `
        <article-card><img src='${PICTURE}' alt=""><a href="${HREF}">Sleeping</a>
        <p>A pillow helps.</p><time datetime="2026-03-04">4 March</time></article-card>`,
            'article-card',
          ),
      ]) {
        const card = await make();
        const before = document.createElement('button');
        const after = document.createElement('button');
        card.before(before);
        card.after(after);
        before.focus();
        await sendKeys({ press: 'Tab' });
        expect(document.activeElement?.localName).to.equal('a');
        await sendKeys({ press: 'Enter' });
        expect(links.followed.map(({ href }) => href)).to.deep.equal([there(HREF)]);
        await sendKeys({ press: 'Tab' });
        expect(document.activeElement === after, 'then the card is over').to.be.true;
        links.followed.length = 0;
      }
    });

    it('a visitor with a keyboard sees where they are', async () => {
      for (const card of [await written(), await made()]) {
        const link = card.querySelector<HTMLElement>('h3 a') ?? part(card, 'link')!;
        link.focus();
        await sendKeys({ press: 'Shift' });
        const rings = [
          getComputedStyle(card),
          getComputedStyle(link),
          getComputedStyle(link, '::after'),
        ].filter(
          ({ outlineStyle, outlineWidth }) =>
            outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2,
        );
        expect(rings).to.have.length(1);
      }
    });

    it('without a link it follows nothing and breaks nothing', async () => {
      const card = await fixture<ArticleCard>(html`<article-card><p>Soon here.</p></article-card>`);
      await click(card.querySelector('p')!);
      expect(links.followed).to.be.empty;
      expect(spy.lines).to.be.empty;
    });
  });

  describe('takes what an author wrote, in any order', () => {
    const parts = [
      `<h3><a href="${HREF}">Sleeping</a></h3>`,
      `<img src='${PICTURE}' alt="" width="60" height="40">`,
      '<p>A pillow helps.</p>',
      '<time datetime="2026-03-04">4 March</time>',
    ];
    const orders = parts.flatMap((_, index) => {
      const turned = [...parts.slice(index), ...parts.slice(0, index)];
      return [turned, [...turned].reverse()];
    });

    it('a visitor sees the picture first and every part once', async () => {
      for (const order of orders) {
        const card = await parsed<ArticleCard>(
          `<article-card>${order.join('\n')}</article-card>`,
          'article-card',
        );
        const tops = [...card.children].map((node) => node.getBoundingClientRect());
        const picture = card.querySelector('img')!.getBoundingClientRect();
        expect(Math.min(...tops.map(({ top }) => top)), order.join()).to.equal(picture.top);
        expect(picture.width, 'from edge to edge').to.be.closeTo(
          card.getBoundingClientRect().width,
          3,
        );
        expect(card.querySelectorAll('[data-clinic-made]'), 'nothing doubled').to.be.empty;
        card.remove();
      }
    });

    // Answers of a real WordPress 6.1.9 to posts written in the classic editor (its picture replaced).
    const mangled: [what: string, markup: string][] = [
      [
        'on one line',
        `<article-card><a href="${HREF}">Sleeping</a><img loading="lazy" decoding="async" src='${PICTURE}' alt="Needles" width="1200" height="800"><time datetime="2025-12-03">3 December 2025</time></article-card>`,
      ],
      [
        'on several lines',
        `<article-card>\n  <a href="${HREF}">Sleeping</a><br />\n  <img decoding="async" src='${PICTURE}' alt="Needles"><br />\n  <time datetime="2025-12-03">3 December 2025</time></p>\n<p>Most people feel a dull ache &#8212; not a sting.</p>\n</article-card>`,
      ],
      [
        'with blank lines',
        `<article-card>\n<p>  <a href="${HREF}">Sleeping</a></p>\n<p>  <img decoding="async" src='${PICTURE}' alt="Needles"></p>\n<p>  <time datetime="2025-12-03">3 December 2025</time></p>\n</article-card>`,
      ],
      [
        'in a paragraph of the author’s',
        `<p><article-card><a href="${HREF}">Sleeping</a><br><img src='${PICTURE}' alt=""></article-card></p>`,
      ],
    ];
    for (const [what, markup] of mangled) {
      it(`a card as WordPress leaves it, written ${what}, is still one card`, async () => {
        const card = await parsed<ArticleCard>(markup, 'article-card');
        card.scrollIntoView({ block: 'center', behavior: 'instant' });
        const picture = card.querySelector('img')!;
        const title = card.querySelector('a')!;
        expect(picture.getBoundingClientRect().top).to.be.lessThan(
          title.getBoundingClientRect().top,
        );
        expect(picture.getBoundingClientRect().width).to.be.closeTo(
          card.getBoundingClientRect().width,
          3,
        );
        // Stray line breaks and empty paragraphs take no room.
        for (const stray of card.querySelectorAll(':scope > br, p:empty'))
          expect(getComputedStyle(stray).display, stray.localName).to.equal('none');
        for (const target of card.querySelectorAll('img, time, a')) {
          links.followed.length = 0;
          await click(target);
          expect(
            links.followed.map(({ href }) => href),
            target.localName,
          ).to.deep.equal([there(HREF)]);
        }
      });

      it(`such a card, written ${what}, is a target up to its edge`, async () => {
        const card = await parsed<ArticleCard>(markup, 'article-card');
        card.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { right, bottom } = card.getBoundingClientRect();
        await clickAt(right - 6, bottom - 6);
        expect(links.followed.map(({ href }) => href)).to.deep.equal([there(HREF)]);
      });
    }

    it('an emoji, of which WordPress makes a picture, is none of the card’s', async () => {
      const emoji = `<img src='${PICTURE}' alt="🙂" class="emoji" width="16" height="16">`;
      const card = await parsed<ArticleCard>(
        `<article-card image='${PICTURE}'><h3><a href="${HREF}">Sleeping ${emoji}</a></h3></article-card>`,
        'article-card',
      );
      await waitUntil(() => part(card, 'image'), 'the picture of the attribute did not come');
      expect(card.querySelector('.emoji')!.getBoundingClientRect().width).to.equal(16);
      const bare = await parsed<ArticleCard>(
        `<article-card><h3><a href="${HREF}">Sleeping</a></h3><p>${emoji}</p></article-card>`,
        'article-card',
      );
      expect(getComputedStyle(bare, '::before').content, 'one is drawn').to.not.equal('none');
      expect(bare.querySelector('p')!.getBoundingClientRect().height).to.be.lessThan(60);
    });

    it('a heading in the author’s level stays', async () => {
      const card = await written();
      expect(words(card.querySelector('h3'))).to.equal('Sleeping with back pain');
      expect(card.querySelectorAll('h2, h3, h4')).to.have.length(1);
    });

    it('a card without a picture has a drawn one, and a compact card none', async () => {
      const card = await parsed<ArticleCard>(
        `<article-card><a href="${HREF}">Sleeping</a></article-card>`,
        'article-card',
      );
      const drawn = getComputedStyle(card, '::before');
      expect(drawn.content).to.not.equal('none');
      expect(parseFloat(drawn.height)).to.be.greaterThan(100);
      card.layout = 'compact';
      await card.updateComplete;
      const none = getComputedStyle(card, '::before');
      expect(['none', 'normal'].includes(none.content) || none.display === 'none').to.be.true;
    });
  });

  describe('made from attributes', () => {
    it('a visitor sees category, linked heading, words and date', async () => {
      const card = await made();
      expect(words(part(card, 'category'))).to.equal('Recovery');
      const heading = part(card, 'heading')!;
      expect(heading.localName).to.equal('h3');
      expect(words(heading)).to.equal('Sleeping with back pain');
      expect(part(card, 'link')!.getAttribute('href')).to.equal(there(HREF));
      expect(words(part(card, 'excerpt'))).to.equal('A pillow under the knees helps.');
      const time = part(card, 'meta') as HTMLTimeElement;
      expect([time.dateTime, words(time)]).to.deep.equal(['2026-03-04', 'March 4, 2026']);
      const image = part(card, 'image') as HTMLImageElement;
      expect([image.alt, image.src, image.loading]).to.deep.equal(['A pillow', PICTURE, 'lazy']);
      expect(spy.lines).to.be.empty;
    });

    it('the browser may choose among sizes of a picture', async () => {
      const card = await made({
        'image-srcset': `/pictures/rest.svg 320w, javascript:alert(1) 640w, /pictures/walk.svg 960w`,
      });
      const image = part(card, 'image') as HTMLImageElement;
      expect(image.srcset).to.equal(
        `${there('/pictures/rest.svg')} 320w, ${there('/pictures/walk.svg')} 960w`,
      );
      expect(image.sizes).to.equal('auto, (min-width: 48rem) 20rem, 100vw');
      card.layout = 'horizontal';
      await card.updateComplete;
      expect(image.sizes).to.equal('auto, (min-width: 48rem) 13rem, 40vw');
      card.imageSizes = '50vw';
      await card.updateComplete;
      expect(image.sizes).to.equal('50vw');
      card.imageSrcset = 'nothing to load, /really wide';
      card.requestUpdate();
      await card.updateComplete;
      expect(part(card, 'image')!.hasAttribute('sizes'), 'no set, no sizes').to.be.false;
    });

    it('where a size of a picture is not there, the picture itself is shown', async () => {
      const card = await made({ 'image-srcset': 'data:image/png;base64,AAAA 1x' });
      const image = () => part(card, 'image') as HTMLImageElement | null;
      await waitUntil(() => image()?.currentSrc === PICTURE, 'the picture did not come');
      expect(image()!.hasAttribute('srcset')).to.be.false;
    });

    it('a picture of any shape fills the same room, undistorted', async () => {
      for (const [width, height] of [
        [1, 1],
        [400, 1600],
        [4000, 300],
        [0, 0],
      ]) {
        const size = width ? `width="${width}" height="${height}"` : '';
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="9" height="9"/></svg>`;
        const card = await made({ image: `data:image/svg+xml,${encodeURIComponent(svg)}` });
        const image = part(card, 'image') as HTMLImageElement;
        await image.decode();
        const box = image.getBoundingClientRect();
        expect(box.width / box.height, `${width} x ${height}`).to.be.closeTo(1.5, 0.02);
        expect(getComputedStyle(image).objectFit).to.equal('cover');
        expect(card.scrollWidth).to.be.at.most(card.clientWidth);
        card.remove();
      }
    });

    it('the picture is decoration unless the author says what it shows', async () => {
      const card = await made();
      card.imageAlt = undefined;
      await card.updateComplete;
      expect(part(card, 'image')!.getAttribute('alt')).to.equal('');
    });

    it('an author may choose the level of the heading, from 2 to 6', async () => {
      for (const [given, level] of [
        ['2', 'h2'],
        ['6', 'h6'],
        ['1', 'h3'],
        ['7', 'h3'],
        ['', 'h3'],
        ['three', 'h3'],
        ['2.5', 'h3'],
      ] as const) {
        const card = await made({ 'heading-level': given });
        expect(part(card, 'heading')!.localName, given).to.equal(level);
        card.remove();
      }
    });

    it('a review is shown with its reviewer, and before the day of publication', async () => {
      const card = await made({ reviewed: '2026-05-06', reviewer: 'Asha Menon, MD' });
      expect(words(part(card, 'meta'))).to.equal('Reviewed by Asha Menon, MD on May 6, 2026');
      card.reviewer = '';
      await card.updateComplete;
      expect(words(part(card, 'meta'))).to.equal('Reviewed May 6, 2026');
    });

    it('says the day in the language of the page', async () => {
      const card = await made();
      card.lang = 'es';
      card.requestUpdate();
      await card.updateComplete;
      expect(words(part(card, 'meta'))).to.equal('4 de marzo de 2026');
    });

    it('everything is plain text', async () => {
      const card = await made({
        heading: '<img src=x onerror="window.hit=1"> &amp; more',
        excerpt: '<b>bold</b>',
        category: '<i>',
      });
      expect(words(part(card, 'heading'))).to.equal(
        '<img src=x onerror="window.hit=1"> &amp; more',
      );
      expect(words(part(card, 'excerpt'))).to.equal('<b>bold</b>');
      expect(card.querySelectorAll('b, i')).to.be.empty;
    });

    it('a change of an attribute shows at once', async () => {
      const card = await made();
      card.setAttribute('heading', 'Walking');
      card.setAttribute('href', '/walking/');
      card.removeAttribute('excerpt');
      await card.updateComplete;
      expect(words(part(card, 'link'))).to.equal('Walking');
      expect(part(card, 'link')!.getAttribute('href')).to.equal(there('/walking/'));
      expect(!part(card, 'excerpt'), 'nothing is left of it').to.be.true;
    });

    it('the parts are children like any other: to scripts, search engines and reader modes', async () => {
      const card = await made();
      expect([...card.children].map(({ localName }) => localName)).to.deep.equal([
        'img',
        'p',
        'h3',
        'p',
        'time',
      ]);
      expect(card.textContent).to.contain('Sleeping with back pain');
      expect(card.querySelector<HTMLAnchorElement>('h3 a')!.href).to.equal(there(HREF));
    });

    it('a part that changes stays the same one, so that its picture is not loaded again', async () => {
      const card = await made();
      const before = ['image', 'heading', 'link', 'excerpt', 'meta'].map((name) =>
        part(card, name),
      );
      card.layout = 'horizontal';
      card.imageSrcset = `${there('/pictures/rest.svg')} 320w`;
      card.excerpt = 'Two pillows help more.';
      card.published = '2026-03-05';
      await card.updateComplete;
      const after = ['image', 'heading', 'link', 'excerpt', 'meta'].map((name) => part(card, name));
      expect(after.map((node, index) => node === before[index])).to.not.include(false);
      expect(words(part(card, 'excerpt'))).to.equal('Two pillows help more.');
    });

    it('a copy of the page saved with the parts in it has each of them once, and takes them on', async () => {
      const card = await made();
      const saved = card.outerHTML;
      const copy = await parsed<ArticleCard>(saved, 'article-card');
      await copy.updateComplete;
      await pause(20);
      expect(copy.outerHTML).to.equal(saved);
      copy.heading = 'Walking';
      await copy.updateComplete;
      expect([...copy.querySelectorAll('h3')].map(words)).to.deep.equal(['Walking']);
    });

    it('what a translator made of a part is not undone by a change of another', async () => {
      const card = await made();
      const link = part(card, 'link')!;
      link.innerHTML = '<font>Dormir con dolor de espalda</font>';
      card.excerpt = 'Two pillows help more.';
      await card.updateComplete;
      expect(words(part(card, 'link'))).to.equal('Dormir con dolor de espalda');
    });
  });

  describe('where both are given, the child wins', () => {
    const cases: [child: string, loser: string][] = [
      [`<h3><a href="/other/">Other</a></h3>`, 'heading'],
      [`<a href="/other/">Other</a>`, 'heading'],
      [`<img src='${PICTURE}' alt="mine">`, 'image'],
      [`<picture><img src='${PICTURE}' alt="mine"></picture>`, 'image'],
      ['<p>My words.</p>', 'excerpt'],
      ['<time datetime="2020-01-01">long ago</time>', 'meta'],
    ];
    for (const [child, loser] of cases) {
      it(`${child.slice(0, 40)} over ${loser}`, async () => {
        const card = await made();
        expect(part(card, loser), 'there before').to.exist;
        card.insertAdjacentHTML('beforeend', child);
        await waitUntil(() => !part(card, loser), `${loser} stayed beside the child`);
        for (const other of ['heading', 'image', 'excerpt', 'meta', 'category'].filter(
          (name) => name !== loser,
        ))
          expect(part(card, other), other).to.exist;
        expect((card.lastElementChild as HTMLElement).checkVisibility()).to.be.true;
      });
    }

    it('an empty paragraph, as editors leave it, does not count as words', async () => {
      const card = await made();
      card.insertAdjacentHTML('beforeend', '<p></p><br>');
      await pause(20);
      expect(words(part(card, 'excerpt'))).to.equal('A pillow under the knees helps.');
    });

    it('a child taken away again gives the attribute its place back', async () => {
      const card = await made();
      card.insertAdjacentHTML('beforeend', '<p>My words.</p>');
      await waitUntil(() => !part(card, 'excerpt'));
      card.querySelector('p:not([data-clinic-made])')!.remove();
      await waitUntil(() => part(card, 'excerpt'));
    });
  });

  describe('what cannot be used is said once and left out', () => {
    it('a bad date', async () => {
      for (const [index, bad] of ['yesterday', '2026-02-30', '04/03/2026', '2026-3-4'].entries()) {
        spy.lines.length = 0;
        const card = await made({ published: bad });
        const again = await made({ published: `${bad}!` });
        expect(part(card, 'meta'), bad).to.be.null;
        expect(part(again, 'meta'), bad).to.be.null;
        expect(words(part(card, 'heading')), 'the rest is there').to.contain('Sleeping');
        // One line for all cards of a page.
        expect(spy.lines.length).to.equal(index ? 0 : 1);
        if (!index) expect(spy.lines[0]).to.match(/article-card.*published.*2026-03-04/);
      }
    });

    it('a review that lies in the future', async () => {
      const card = await made({ reviewed: '2999-01-01', reviewer: 'Dr. Who' });
      expect(words(part(card, 'meta')), 'the day of publication instead').to.equal('March 4, 2026');
      expect(spy.lines.join()).to.match(/reviewed.*future/);
    });

    it('an address that could run code', async () => {
      const bads = [
        'javascript:alert(1)',
        ' JaVa\tScript:alert(1)',
        'data:text/html,<script>alert(1)</script>',
        'vbscript:x',
        'https://clinic.example@evil.example/',
        'blob:https://clinic.example/1',
      ];
      for (const [index, bad] of bads.entries()) {
        spy.lines.length = 0;
        const card = await made({ href: bad });
        expect(!part(card, 'link'), bad).to.be.true;
        expect(words(part(card, 'heading')), bad).to.equal('Sleeping with back pain');
        expect(spy.lines.length, bad).to.equal(index ? 0 : 1);
        await click(part(card, 'excerpt')!);
        expect(links.followed).to.be.empty;
        card.remove();
      }
    });

    it('a picture address that is none', async () => {
      const card = await made({ image: 'javascript:alert(1)' });
      expect(card.querySelector('img'), 'no picture').to.not.exist;
      expect(words(part(card, 'image'))).to.equal('A pillow');
      expect(part(card, 'image')!.getBoundingClientRect().height).to.be.greaterThan(100);
      expect(spy.lines.filter((line) => line.includes('"image"'))).to.have.length(1);
    });

    it('a picture that does not arrive gives way to a drawn one of the same size', async () => {
      const card = await made();
      const { height, width } = part(card, 'image')!.getBoundingClientRect();
      card.image = 'data:image/png;base64,AAAA';
      card.imageAlt = '';
      await waitUntil(() => !part(card, 'image'), 'the picture stayed');
      const drawn = getComputedStyle(card, '::before');
      expect(drawn.content).to.not.equal('none');
      expect(parseFloat(drawn.height)).to.be.closeTo(height, 1);
      expect(parseFloat(drawn.width)).to.be.closeTo(width, 1);
      card.image = PICTURE;
      await waitUntil(() => part(card, 'image'), 'a picture that can be loaded is shown again');
    });
  });

  it('where a picture does not arrive, what it would have shown is there to read', async () => {
    const card = await made({ image: 'data:image/png;base64,BBBB' });
    await waitUntil(() => !card.querySelector('img'), 'the picture stayed');
    const shown = part(card, 'image')!;
    expect(words(shown)).to.equal('A pillow');
    const { width, height } = shown.getBoundingClientRect();
    expect(width / height).to.be.closeTo(1.5, 0.02);
    card.imageAlt = '';
    await card.updateComplete;
    expect(part(card, 'image'), 'else a drawn one').to.not.exist;
    expect(getComputedStyle(card, '::before').content).to.not.equal('none');
  });

  it('words in a link round the whole card stay in the card', async () => {
    const holder = await fixture<HTMLElement>(
      html`<div style="inline-size: 300px">
        <article-card>
          <a href="/heat/">
            <img src=${PICTURE} alt="" />
            <h3>Heat or ice?</h3>
            <p>Your choice.</p>
          </a>
        </article-card>
      </div>`,
    );
    const card = holder.querySelector('article-card')!;
    await card.querySelector('img')!.decode();
    const bottom = card.querySelector('p')!.getBoundingClientRect().bottom;
    expect(bottom).to.be.lessThan(card.getBoundingClientRect().bottom);
  });

  it('room for the picture is there before it has loaded', async () => {
    const card = await made({ image: '/never-there.png' });
    const { width, height } = part(card, 'image')!.getBoundingClientRect();
    expect(width / height).to.be.closeTo(1.5, 0.02);
  });

  it('three layouts stand as they say', async () => {
    const card = await made();
    card.parentElement!.style.inlineSize = '40rem';
    const box = (name: string) => part(card, name)!.getBoundingClientRect();
    expect(box('image').bottom).to.be.at.most(box('heading').top);
    card.layout = 'horizontal';
    await card.updateComplete;
    expect(box('image').right).to.be.at.most(box('heading').left);
    card.layout = 'compact';
    await card.updateComplete;
    expect(part(card, 'image')?.checkVisibility() ?? false).to.be.false;
    expect(words(part(card, 'heading'))).to.contain('Sleeping');
  });

  it('a horizontal card stands upright where it has no room', async () => {
    const authored = await written();
    authored.style.maxInlineSize = 'none';
    const oneLine = await made({ layout: 'horizontal' });
    const bare = await parsed<ArticleCard>(
      `<article-card layout="horizontal"><a href="${HREF}">Sleeping</a> Loose words.</article-card>`,
      'article-card',
    );
    authored.layout = 'horizontal';
    await authored.updateComplete;
    for (const card of [authored, oneLine, bare]) {
      const place = card.parentElement!;
      const picture = () =>
        (card.querySelector('img') ?? part(card, 'image'))?.getBoundingClientRect();
      const title = () => (card.querySelector('a') ?? part(card, 'link')!).getBoundingClientRect();
      place.style.inlineSize = '36rem';
      const wide = card.getBoundingClientRect();
      const beside = picture();
      if (beside) {
        expect(beside.right).to.be.at.most(title().left);
        expect(beside.height).to.be.closeTo(wide.height, 3);
      }
      expect(title().left - wide.left, 'clear of the picture').to.be.at.least(wide.width * 0.34);
      place.style.inlineSize = '19rem';
      const narrow = card.getBoundingClientRect();
      const above = picture();
      if (above) {
        expect(above.bottom).to.be.at.most(title().top);
        expect(above.width).to.be.closeTo(narrow.width, 3);
      }
      expect(title().left - narrow.left, 'the whole width for the words').to.be.at.most(24);
      expect(card.scrollWidth).to.be.at.most(card.clientWidth);
    }
  });

  it('horizontal cards side by side share the room and do not push', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.style.cssText = 'display: grid; grid-template-columns: 1fr 1fr; inline-size: 20rem';
    const card = `<article-card layout="horizontal"><a href="${HREF}">Sleeping with back pain</a></article-card>`;
    place.innerHTML = card + card;
    const widths = [...place.children].map((child) => child.getBoundingClientRect().width);
    expect(widths[0]).to.be.closeTo(160, 1);
    expect(widths[1]).to.be.closeTo(160, 1);
  });

  describe('in a long list', () => {
    async function list(count: number): Promise<ArticleCard[]> {
      const place = await fixture<HTMLElement>(html`<div></div>`);
      place.style.cssText = 'display: grid; gap: 1rem; inline-size: 22rem; padding: 1rem';
      for (let index = 0; index < count; index++) {
        const card = document.createElement('article-card');
        card.setAttribute('heading', `Part ${index}`);
        card.setAttribute('href', HREF);
        place.append(card);
      }
      const cards = [...place.querySelectorAll('article-card')];
      await waitUntil(() => cards.every((card) => part(card, 'heading')));
      await Promise.all(cards.map((card) => card.updateComplete));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return cards;
    }
    const skips = CSS.supports('overflow-clip-margin', '6px');

    it('cards far off the screen cost no layout, but the first ones are measurable', async function () {
      if (!skips) return this.skip(); // without room for focus rings no card is skipped
      const cards = await list(60);
      const rendered = (card: ArticleCard) =>
        part(card, 'heading')!.checkVisibility({ contentVisibilityAuto: true });
      expect(cards.slice(0, 12).every(rendered)).to.be.true;
      expect(rendered(cards[59]!), 'the last is skipped').to.be.false;
      cards[59]!.scrollIntoView({ behavior: 'instant' });
      await waitUntil(() => rendered(cards[59]!), 'it is rendered when it is reached');
    });

    it('a visitor with a keyboard reaches the last card, and sees all of its ring', async () => {
      const cards = await list(30);
      const last = cards[29]!;
      part(last, 'link')!.focus();
      await waitUntil(
        () => last.getBoundingClientRect().top < innerHeight,
        'it came to the screen',
      );
      expect(document.activeElement === part(last, 'link'), 'its link has the focus').to.be.true;
      const { contentVisibility, overflowClipMargin } = getComputedStyle(last);
      if (contentVisibility === 'auto')
        // A ring of 3px, 2px away.
        expect(parseFloat(overflowClipMargin), overflowClipMargin).to.be.at.least(5);
    });

    it('a page may take it back', async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('article-card { content-visibility: visible }');
      document.adoptedStyleSheets.push(sheet);
      const cards = await list(30);
      const visible = part(cards[29]!, 'heading')!.checkVisibility({ contentVisibilityAuto: true });
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
      expect(visible).to.be.true;
    });
  });
});
