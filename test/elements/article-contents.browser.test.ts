// What a visitor and an author meet in article-contents. What holds for every element is in test/contract, the
// ids that headings get in test/foundation/heading-ids.
import '../../src/testing.js';
import '../../src/elements/article-contents/define.js';
import '../../src/locales/on-demand.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { ArticleContents } from '../../src/elements/article-contents/article-contents.js';
import { click, pause, watchConsole, words } from './support.js';

const THREE = '<h2>Causes</h2><p>…</p><h2>Signs</h2><p>…</p><h2>Rest</h2><p>…</p>';

/** A page as a parser makes it; each paragraph fills most of a screen. */
async function page(markup: string): Promise<ArticleContents> {
  const place = await fixture<HTMLElement>(html`<main></main>`);
  place.innerHTML = markup;
  for (const paragraph of place.querySelectorAll('p')) paragraph.style.minBlockSize = '70vh';
  const element = place.querySelector('article-contents')!;
  await element.updateComplete;
  return element;
}
const inArticle = (children: string, attributes = '', inside = ''): Promise<ArticleContents> =>
  page(
    `<article><h1>Hips</h1><article-contents ${attributes}>${inside}</article-contents>${children}</article>`,
  );

const links = (element: ArticleContents): HTMLAnchorElement[] =>
  [...element.querySelectorAll('a')].filter(({ offsetParent }) => offsetParent);
const shown = (element: ArticleContents): string[] =>
  links(element).map((link) => `${words(link)} ${decodeURI(link.getAttribute('href')!)}`);
const current = (element: ArticleContents): string[] =>
  [...element.querySelectorAll('[aria-current="location"]')].map(words);
const listOf = (element: ArticleContents, count: number): Promise<void> =>
  waitUntil(() => links(element).length === count, `${count} links, not ${links(element).length}`);
const isRead = (element: ArticleContents, section: string): Promise<void> =>
  waitUntil(
    () => current(element).join() === section,
    `"${section}" is current, not "${current(element).join()}"`,
  );
const heading = (text: string): HTMLHeadingElement =>
  [...document.querySelectorAll<HTMLHeadingElement>('h2, h3')].find(
    (each) => words(each) === text,
  )!;
/** Time for what the browser tells observers. */
const frames = async (): Promise<void> => {
  for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
};
/** Scrolls the page; WebKit takes the first time back where the page has just been made. */
async function scroll(to: number): Promise<void> {
  scrollTo(0, to);
  await frames();
  scrollTo(0, to);
  await frames();
}

describe('<article-contents>', () => {
  const { innerWidth: width, innerHeight: height } = window;
  const address = location.href;
  let spy: ReturnType<typeof watchConsole>;

  beforeEach(() => {
    spy = watchConsole();
    scrollTo(0, 0);
  });
  afterEach(async () => {
    spy.restore();
    history.replaceState(null, '', address);
    if (innerWidth !== width) await setViewport({ width, height });
  });

  describe('the list', () => {
    it('links to the article’s headings, in their order, below a heading of its own', async () => {
      const element = await inArticle(THREE);
      await listOf(element, 3);
      expect(shown(element)).to.deep.equal(['Causes #causes', 'Signs #signs', 'Rest #rest']);
      expect(words(element.renderRoot.querySelector('h2'))).to.equal('On this page');
      expect(heading('Signs').id).to.equal('signs');
      expect(spy.lines).to.be.empty;
    });

    it('is made of ordinary children, in a list', async () => {
      const element = await inArticle(THREE);
      await listOf(element, 3);
      expect(element.querySelectorAll(':scope > ol[role="list"] > li > a')).to.have.length(3);
    });

    it('is a landmark with a name', async () => {
      const element = await inArticle(THREE, 'heading="In this article"');
      const { internals } = element as unknown as { internals: ElementInternals };
      expect([internals.role, internals.ariaLabel]).to.deep.equal([
        'navigation',
        'In this article',
      ]);
      const within = await inArticle(THREE, '', '<nav aria-label="On this page"></nav>');
      const { internals: none } = within as unknown as { internals: ElementInternals };
      expect(none.role, 'the author’s nav is one').to.equal(null);
    });

    it('takes the author’s heading for its own, wherever it stands', async () => {
      const element = await inArticle(THREE, '', '<h3>In this article</h3>');
      await listOf(element, 3);
      const authored = element.querySelector('h3')!;
      expect(authored.assignedSlot?.name).to.equal('heading');
      const { internals } = element as unknown as { internals: ElementInternals };
      expect(internals.ariaLabel).to.equal('In this article');
    });

    it('keeps an author’s id: on the heading, within it, or on the section that it begins', async () => {
      const element = await inArticle(`
        <h2 id="why">Causes</h2>
        <h2><span id="toc-2"></span>Signs</h2>
        <section id="rest"><div><h2>What helps</h2></div><h2>When</h2></section>`);
      await listOf(element, 4);
      expect(shown(element)).to.deep.equal([
        'Causes #why',
        'Signs #toc-2',
        'What helps #rest',
        'When #when',
      ]);
    });

    it('goes as deep as it is asked to', async () => {
      const element = await inArticle(
        '<h3>Before</h3><h2>Causes</h2><h3>Nerves</h3><h4>Root</h4><h3>Joints</h3><h2>Rest</h2>',
        'depth="3"',
      );
      await listOf(element, 5);
      const outline = [...element.querySelectorAll('a')].map(
        (link) => `${'  '.repeat(link.closest('ol ol') ? 1 : 0)}${words(link)}`,
      );
      expect(outline).to.deep.equal(['Before', 'Causes', '  Nerves', '  Joints', 'Rest']);
      element.depth = 2;
      await listOf(element, 2);
    });

    it('leaves out what is no section of the article', async () => {
      const element = await inArticle(`${THREE}
        <aside><h2>Aside</h2></aside><nav><h2>Nav</h2></nav><footer><h2>Foot</h2></footer>
        <article-card><h2>Card</h2></article-card><related-posts><h2>More</h2></related-posts>
        <call-cta><h2>Call</h2></call-cta><contact-form><h2>Write</h2></contact-form>
        <div hidden><h2>Hidden</h2></div><details><summary><h2>Question</h2></summary></details>
        <blockquote><h2>Quoted</h2></blockquote><article><h2>A comment</h2></article>
        <h2></h2><h2> &nbsp;</h2><h2><img alt=""></h2>`);
      await listOf(element, 3);
      await pause(50);
      expect(links(element)).to.have.length(3);
    });

    it('reads headings as people do', async () => {
      const element = await inArticle(`
        <h2>Sciatica <em>or</em>\n hip?</h2>
        <h2>Two<br>lines</h2>
        <h2>Rest <a href="#rest" class="anchor">¶</a></h2>
        <h2>Walk <span aria-hidden="true">🦴</span></h2>
        <h2><img src="data:," alt="A nerve"></h2>
        <h2 lang="ar" dir="rtl">متى تتصل بنا</h2>`);
      await listOf(element, 6);
      expect(links(element).map(words)).to.deep.equal([
        'Sciatica or hip?',
        'Two lines',
        'Rest',
        'Walk',
        'A nerve',
        'متى تتصل بنا',
      ]);
      const { lang, dir } = links(element).at(-1)!.querySelector('bdi')!;
      expect([lang, dir]).to.deep.equal(['ar', 'rtl']);
    });

    it('shows markup in a heading’s words as words', async () => {
      const element = await inArticle(`${THREE}<h2>&lt;img src=x onerror=alert(1)&gt;</h2>`);
      await listOf(element, 4);
      expect(element.querySelector('img')).to.equal(null);
      expect(shown(element)[3]).to.equal('<img src=x onerror=alert(1)> #img-src-x-onerror-alert-1');
    });

    it('is not shown where there are fewer sections than are worth it', async () => {
      const element = await inArticle('<h2>Causes</h2>');
      await waitUntil(() => !element.offsetHeight, 'it goes');
      element.min = 1;
      await listOf(element, 1);
      expect(element.offsetHeight).to.be.greaterThan(40);
    });

    it('does with a hundred sections', async () => {
      const hundred = Array.from({ length: 100 }, (_, index) => `<h2>Part ${index}</h2>`);
      const element = await inArticle(hundred.join(''));
      await listOf(element, 100);
      expect(shown(element)[99]).to.equal('Part 99 #part-99');
    });

    it('leads to this page where the page has a base address', async () => {
      const base = document.createElement('base');
      base.href = '/elsewhere/';
      document.head.append(base);
      try {
        const element = await inArticle(THREE);
        await listOf(element, 3);
        expect(links(element)[0]!.href).to.equal(`${address.split('#')[0]}#causes`);
      } finally {
        base.remove();
      }
    });

    it('leads to ids that an author wrote with spaces and signs', async () => {
      const element = await inArticle('<h2 id="a b">A</h2><h2 id="100%">B</h2><p>…</p><p>…</p>');
      await listOf(element, 2);
      for (const [index, id] of ['a b', '100%'].entries()) {
        await click(links(element)[index]!);
        expect(document.querySelector(':target')?.id).to.equal(id);
      }
    });

    it('says its heading in the page’s language', async () => {
      const element = await page(
        `<article lang="es"><article-contents></article-contents>${THREE}</article>`,
      );
      await waitUntil(() => words(element.renderRoot) === 'En esta página', 'Spanish');
    });
  });

  describe('the article', () => {
    it('is found beside it: the one in main, or the one with the title', async () => {
      const beside = await page(`<article-contents></article-contents>
        <article><h2>One</h2><h2>Two</h2></article>`);
      await listOf(beside, 2);
      const titled = await page(`<article-contents></article-contents>
        <article><h2>A teaser</h2><h2>Another</h2><h2>And another</h2></article>
        <article><h1>Hips</h1><h2>One</h2><h2>Two</h2></article>`);
      await listOf(titled, 2);
    });

    it('is main where there is none', async () => {
      const element = await page('<article-contents></article-contents><h2>One</h2><h2>Two</h2>');
      await listOf(element, 2);
    });

    it('is what `target` names, by id or selector, now or later', async () => {
      const element = await page(`<article-contents target="words"></article-contents>
        <h2>Not this</h2><div id="words"><h2>One</h2><h2>Two</h2></div>
        <div class="more"><h2>A</h2><h2>B</h2><h2>C</h2></div>`);
      await listOf(element, 2);
      element.target = '.more';
      await listOf(element, 3);
      element.target = '#later';
      await waitUntil(() => !element.offsetHeight, 'it goes');
      expect(spy.lines).to.deep.equal([
        '<article-contents>: "target" finds nothing on the page: give an id or a selector.',
      ]);
      element.insertAdjacentHTML('afterend', '<div id="later"><h2>X</h2><h2>Y</h2></div>');
      await listOf(element, 2);
      expect(shown(element)[0]).to.equal('X #x');
    });

    it('may be put in the place of another', async () => {
      const element = await page(`<article-contents></article-contents>
        <article><h2>One</h2><h2>Two</h2></article>`);
      await listOf(element, 2);
      const other = document.createElement('article');
      other.innerHTML = '<h2>A</h2><h2>B</h2><h2>C</h2>';
      document.querySelector('main article')!.replaceWith(other);
      await listOf(element, 3);
    });
  });

  describe('headings that change', () => {
    it('are followed: added, removed, renamed, hidden, given an id', async () => {
      const element = await inArticle(THREE);
      await listOf(element, 3);
      const article = element.closest('article')!;
      const added = document.createElement('section');
      added.innerHTML = '<h2>Signs</h2>';
      article.append(added);
      await listOf(element, 4);
      expect(shown(element)[3]).to.equal('Signs #signs-2');
      heading('Causes').firstChild!.nodeValue = 'Where it comes from';
      await waitUntil(() => shown(element)[0] === 'Where it comes from #causes', 'its new words');
      heading('Rest').id = 'my-own';
      await waitUntil(() => shown(element)[2] === 'Rest #my-own', 'its new id');
      added.hidden = true;
      await listOf(element, 3);
      heading('Where it comes from').remove();
      await listOf(element, 2);
    });

    it('are followed after the element was moved, and left alone once it is gone', async () => {
      const element = await inArticle(THREE);
      await listOf(element, 3);
      const article = element.closest('article')!;
      article.append(element);
      await element.updateComplete;
      await pause(20);
      article.insertAdjacentHTML('afterbegin', '<h2>First</h2>');
      await listOf(element, 4);
      element.remove();
      article.insertAdjacentHTML('afterbegin', '<h2>Zero</h2>');
      await pause(50);
      expect(heading('Zero').id).to.equal('');
    });

    it('cost nothing while other things change', async () => {
      const element = await inArticle(THREE);
      await listOf(element, 3);
      await frames();
      let updates = 0;
      element.requestUpdate = () => void updates++;
      const [paragraph] = element.closest('article')!.querySelectorAll('p');
      for (let change = 0; change < 5; change++) {
        paragraph!.textContent = `New words ${change}`;
        paragraph!.insertAdjacentHTML('afterend', '<div><b>And a box</b></div>');
        paragraph!.before('Bare words');
        await pause(5);
      }
      expect(updates).to.equal(0);
      heading('Rest').textContent = 'Walk';
      await waitUntil(() => updates === 1, 'one look for one change');
    });

    it('keep the keyboard where it is in the list', async () => {
      const element = await inArticle(THREE);
      await listOf(element, 3);
      links(element)[1]!.focus();
      heading('Causes').textContent = 'Origins';
      await waitUntil(() => words(links(element)[0]) === 'Origins', 'the new words');
      expect(words(document.activeElement)).to.equal('Signs');
    });
  });

  describe('an author’s list', () => {
    const list = (...ids: string[]): string =>
      `<ul>${ids.map((id) => `<li><a href="#${id}">My ${id}</a></li>`).join('')}</ul>`;

    it('stays, with its words, where it says as much', async () => {
      const element = await inArticle(THREE, '', list('causes', 'signs', 'rest'));
      await waitUntil(() => heading('Rest').id, 'ids');
      expect(shown(element)).to.deep.equal([
        'My causes #causes',
        'My signs #signs',
        'My rest #rest',
      ]);
      expect(element.querySelectorAll('ol, [hidden]')).to.be.empty;
    });

    it('stays where it says more than headings do', async () => {
      const element = await inArticle(
        `${THREE}<figure id="figure"></figure>`,
        '',
        list('causes', 'figure'),
      );
      await waitUntil(() => heading('Rest').id, 'ids');
      expect(shown(element)).to.have.length(2);
    });

    it('stays where it leads to another page too', async () => {
      const more = '<p><a href="/more/">More</a></p>';
      const element = await inArticle(THREE, '', list('causes') + more);
      await waitUntil(() => heading('Rest').id, 'ids');
      expect(shown(element)).to.deep.equal(['My causes #causes', 'More /more/']);
    });

    it('steps back where the article has more sections, and comes back', async () => {
      const element = await inArticle(THREE, '', list('causes', 'gone'));
      await listOf(element, 3);
      expect(shown(element)[0]).to.equal('Causes #causes');
      heading('Signs').remove();
      heading('Rest').remove();
      await listOf(element, 2);
      expect(shown(element)[0]).to.equal('My causes #causes');
      expect(element.querySelectorAll('ol, [hidden]')).to.be.empty;
    });

    it('stays where the article is not there', async () => {
      const element = await page(
        `<article-contents target="nowhere">${list('causes')}</article-contents>`,
      );
      await pause(50);
      expect(links(element)).to.have.length(1);
    });

    it('may come after the element, as a parser brings it', async () => {
      const element = await inArticle(THREE);
      await listOf(element, 3);
      element.insertAdjacentHTML('afterbegin', list('causes', 'signs', 'rest'));
      await waitUntil(
        () => links(element).length === 3 && words(links(element)[0]) === 'My causes',
      );
    });

    it('is there once in a saved copy of the page', async () => {
      const element = await inArticle(THREE, '', list('causes'));
      await listOf(element, 3);
      const { outerHTML } = element;
      const saved = element.closest('article')!.outerHTML;
      element.closest('main')!.remove();
      const copy = await page(saved);
      await pause(50);
      await listOf(copy, 3);
      expect(copy.outerHTML).to.equal(outerHTML);
    });
  });

  describe('a link to a section', () => {
    it('opened before there were ids leads there all the same, and the keyboard goes on there', async () => {
      history.replaceState(null, '', '#rest');
      const element = await inArticle(`${THREE}<p><a href="/next/">Next</a></p>`);
      await waitUntil(() => scrollY > 0, 'the page scrolls');
      expect(heading('Rest').getBoundingClientRect().top).to.be.within(0, 40);
      expect(document.activeElement).to.equal(heading('Rest'));
      await sendKeys({ press: 'Tab' });
      expect(words(document.activeElement)).to.equal('Next');
      expect(heading('Rest').hasAttribute('tabindex')).to.be.false;
      expect(element.isConnected).to.be.true;
    });

    it('is found by its words in any script', async () => {
      history.replaceState(null, '', `#${encodeURIComponent('qué-es')}`);
      await inArticle('<h2>Uno</h2><p>…</p><p>…</p><h2>¿Qué es?</h2><p>…</p><p>…</p>');
      await waitUntil(() => document.activeElement === heading('¿Qué es?'), 'the section');
    });

    it('leaves a visitor alone who has begun to read, or to write', async () => {
      history.replaceState(null, '', '#rest');
      const element = await page(
        `<article><input>${THREE}<article-contents></article-contents></article>`,
      );
      // As early as a visitor can be.
      document.querySelector('input')!.focus({ preventScroll: true });
      await listOf(element, 3);
      expect([scrollY, document.activeElement?.localName]).to.deep.equal([0, 'input']);
    });

    it('leaves a visitor alone who has scrolled', async () => {
      history.replaceState(null, '', '#rest');
      const place = await fixture<HTMLElement>(html`<main></main>`);
      place.innerHTML = `<article>${THREE}</article>`;
      for (const paragraph of place.querySelectorAll('p')) paragraph.style.minBlockSize = '70vh';
      await scroll(100);
      place.querySelector('article')!.append(document.createElement('article-contents'));
      await waitUntil(() => heading('Rest').id, 'ids');
      await frames();
      expect(scrollY).to.equal(100);
    });

    it('clears what the page keeps at the top of the screen', async () => {
      document.documentElement.style.setProperty('--clinic-sticky-offset', '90px');
      try {
        const element = await inArticle(THREE);
        await listOf(element, 3);
        await click(links(element)[1]!);
        await waitUntil(() => scrollY > 0, 'the page scrolls');
        await waitUntil(
          () => Math.abs(heading('Signs').getBoundingClientRect().top - 90) < 2,
          'the heading stands below',
        );
        expect(location.hash).to.equal('#signs');
      } finally {
        document.documentElement.style.removeProperty('--clinic-sticky-offset');
      }
    });
  });

  describe('the section that is being read', () => {
    const LONG = `<p>Intro</p>${THREE}<h2>Visit</h2><p>…</p><h2>Call</h2><h2>End</h2>`;

    it('is marked as the visitor scrolls; none before the first', async () => {
      const element = await inArticle(LONG);
      await listOf(element, 6);
      await frames();
      expect(current(element)).to.be.empty;
      for (const section of ['Causes', 'Signs', 'Causes']) {
        heading(section).scrollIntoView({ behavior: 'instant' });
        await isRead(element, section);
      }
      scrollTo(0, 0);
      await isRead(element, '');
    });

    it('is the last at the end of the page, although it never comes up the screen', async () => {
      const element = await inArticle(LONG);
      await listOf(element, 6);
      await scroll(document.documentElement.scrollHeight);
      await isRead(element, 'End');
      scrollBy(0, -300);
      await waitUntil(() => current(element).join() !== 'End', 'another');
      expect(current(element)).to.have.length(1);
    });

    it('is the one that was clicked, even where it cannot come up the screen', async () => {
      const element = await inArticle(LONG);
      await listOf(element, 6);
      await frames();
      const call = links(element)[4]!;
      await click(call);
      expect(words(call), 'the link').to.equal('Call');
      expect(current(element), 'at once').to.deep.equal(['Call']);
      await pause(300);
      await frames();
      expect(current(element), 'and later').to.deep.equal(['Call']);
      heading('Causes').scrollIntoView({ behavior: 'instant' });
      await isRead(element, 'Causes');
    });

    it('is not what was opened in another tab', async () => {
      const element = await inArticle(LONG);
      await listOf(element, 6);
      await frames();
      const [, second] = links(element);
      second!.addEventListener('click', (event) => event.preventDefault());
      second!.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }),
      );
      expect(current(element)).to.be.empty;
    });

    it('is marked in an author’s list, in whatever order that is', async () => {
      const element = await inArticle(
        LONG.replace('<h2>Visit</h2>', '').replace('<h2>Call</h2>', ''),
        '',
        `<ul><li><a href="#end">End</a><li><a href="#signs">Signs</a>
          <li><a href="#rest">Rest</a><li><a href="#causes">Causes</a></ul>`,
      );
      await waitUntil(() => heading('Rest').id, 'ids');
      for (const section of ['Signs', 'Rest', 'Causes']) {
        heading(section).scrollIntoView({ behavior: 'instant' });
        await isRead(element, section);
      }
    });

    it('is none where the page is shorter than the screen', async () => {
      const element = await inArticle('<h2>One</h2><h2>Two</h2><h2>Three</h2>');
      await listOf(element, 3);
      await frames();
      expect(current(element).join()).to.not.equal('Three');
    });

    it('is not said in the console, the title or the address', async () => {
      const element = await inArticle(LONG);
      await listOf(element, 6);
      const { title, href } = { title: document.title, href: location.href };
      heading('Signs').scrollIntoView({ behavior: 'instant' });
      await isRead(element, 'Signs');
      expect([document.title, location.href]).to.deep.equal([title, href]);
      expect(spy.lines).to.be.empty;
    });
  });

  describe('on a wide screen', () => {
    beforeEach(async function () {
      await setViewport({ width: 1280, height: 600 }).catch(() => undefined);
      if (innerWidth < 1024) this.skip();
    });

    /* A pointer over the list would hold it. */
    beforeEach(() => sendMouse({ type: 'move', position: [innerWidth - 2, innerHeight - 2] }));

    const many = Array.from({ length: 60 }, (_, at) => `<h2>Part ${at}</h2><p>…</p>`).join('');

    it('stays in sight with `sticky`, and keeps the current link there without taking the focus', async () => {
      const element = await inArticle(many, 'sticky');
      await listOf(element, 60);
      expect(element.scrollHeight).to.be.greaterThan(element.clientHeight);
      heading('Part 50').scrollIntoView({ behavior: 'instant' });
      await isRead(element, 'Part 50');
      const box = element.getBoundingClientRect();
      const link = links(element)[50]!.getBoundingClientRect();
      expect(box.top).to.be.within(0, 40);
      expect(box.bottom).to.be.at.most(innerHeight);
      expect(link.top).to.be.at.least(box.top);
      expect(link.bottom).to.be.at.most(box.bottom);
      expect(document.activeElement).to.equal(document.body);
    });

    it('does not scroll away from somebody who is in it', async () => {
      const element = await inArticle(many, 'sticky');
      await listOf(element, 60);
      links(element)[0]!.focus();
      heading('Part 50').scrollIntoView({ behavior: 'instant' });
      await isRead(element, 'Part 50');
      expect(element.scrollTop).to.equal(0);
    });

    it('is open with `collapsible`', async () => {
      const element = await inArticle(THREE, 'collapsible');
      await listOf(element, 3);
      expect(element.renderRoot.querySelector('details')!.open).to.be.true;
    });
  });

  describe('on a narrow screen', () => {
    beforeEach(async function () {
      await setViewport({ width: 360, height: 640 }).catch(() => undefined);
      if (innerWidth >= 1024) this.skip();
    });

    it('is one line with `collapsible`, which the keyboard opens', async () => {
      const element = await inArticle(THREE, 'collapsible');
      await waitUntil(() => heading('Rest').id, 'ids');
      const closed = element.offsetHeight;
      expect(closed).to.be.within(40, 60);
      const summary = element.renderRoot.querySelector('summary')!;
      summary.focus();
      await sendKeys({ press: 'Enter' });
      await listOf(element, 3);
      expect(element.offsetHeight).to.be.greaterThan(closed + 60);
    });

    it('does not stick', async () => {
      const element = await inArticle(THREE, 'sticky');
      await listOf(element, 3);
      expect(getComputedStyle(element).position).to.equal('static');
    });
  });

  it('is not printed', async function () {
    const element = await inArticle(THREE);
    await listOf(element, 3);
    await emulateMedia({ media: 'print' }).catch(() => this.skip());
    try {
      expect(getComputedStyle(element).display).to.equal('none');
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });
});
