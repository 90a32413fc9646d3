import '../../src/testing.js';
import '../../src/all.js';
import { aTimeout, expect } from '@open-wc/testing';

/** The page as the browser reads it, once our elements have had their turn. */
async function page(
  markup: string,
  before = (main: HTMLElement): unknown => main,
): Promise<HTMLElement> {
  const main = document.createElement('main');
  main.innerHTML = markup;
  before(main);
  document.body.append(main);
  pages.push(main);
  // Who looks for torn children is loaded first.
  await import('../../src/foundation/editor-marks.js');
  await aTimeout(0);
  return main;
}

const pages: HTMLElement[] = [];
afterEach(() => pages.splice(0).forEach((main) => main.remove()));

/** What stands in an element and what beside it, in words. */
const words = (element: Element | null) => element?.textContent.trim().replace(/\s+/g, ' ');

describe('children that WordPress tore out of an element', () => {
  it('are put back up to the empty paragraph that stands for the end tag', async () => {
    const main = await page(
      '<p><call-cta phone="614 555 0142"></p>\n<p>Call <b>us</b></p>\n<p></call-cta></p>\n<p>The article goes on.</p>',
    );
    expect(words(main.querySelector('call-cta'))).to.contain('Call us');
    expect(main.lastElementChild).to.have.property('textContent', 'The article goes on.');
  });

  it('are put back up to the line that stood before the end tag', async () => {
    const main = await page(
      '<p><clinic-location></p>\n<h3>North</h3>\n<p><a href="tel:+16145550142">(614) 555-0142</a><br />\n</clinic-location></p>\n<p>The article goes on.<br />\nAnd on.</p>',
    );
    expect(words(main.querySelector('clinic-location'))).to.contain('North (614) 555-0142');
    expect(words(main.lastElementChild)).to.equal('The article goes on. And on.');
  });

  it('a hero gets the page’s title back', async () => {
    const main = await page(
      '<p><article-hero><h1>Heat or ice?</h1></article-hero></p>\n<p>The article goes on.</p>',
    );
    expect(words(main.querySelector('article-hero > h1'))).to.equal('Heat or ice?');
  });

  it('a form keeps what was typed, and works in its place', async () => {
    const main = await page(
      '<p><contact-form action="/x"></p>\n<form><label>Name <input name="name"></label><button>Send</button></form>\n<p></contact-form></p>',
      (typed) => (typed.querySelector('input')!.value = 'Ann'),
    );
    expect(main.querySelector<HTMLInputElement>('contact-form input')!.value).to.equal('Ann');
  });

  it('each card of a list gets its own', async () => {
    const main = await page(
      '<p><related-posts><br />\n<article-card><a href="/a/">One</a></p>\n<p>First.</p>\n</article-card>\n<article-card><a href="/b/">Two</a></p>\n<p>Second.</p>\n</article-card>\n</related-posts></p>',
    );
    const cards = [...main.querySelectorAll('related-posts > article-card')];
    expect(cards.map(words)).to.deep.equal(['One First.', 'Two Second.']);
  });

  it('two in a row each get their own', async () => {
    const main = await page(
      '<p><call-cta phone="614 555 0142"></call-cta></p>\n<p><related-posts></p>\n<ul><li><a href="/a/">One</a></li></ul>\n<p></related-posts></p>',
    );
    expect(main.querySelector('related-posts ul')).to.not.equal(null);
    expect(main.querySelector('call-cta related-posts')).to.equal(null);
  });

  const left: [why: string, markup: string][] = [
    [
      'an empty paragraph is a block of its own',
      '<p><call-cta></call-cta></p>\n<p>Text</p>\n\n<p></p>',
    ],
    [
      'an author left an empty line, which is no empty paragraph',
      '<p><related-posts src="/no-posts.json"></related-posts></p>\n<p>Text</p>\n<p>&nbsp;</p>',
    ],
    [
      'a card has all that it needs',
      '<p><article-card href="/a/" heading="One"></article-card></p>\n<p>Text</p>\n<p><article-card href="/b/" heading="Two"></article-card></p>\n<p></p>',
    ],
    ['no empty paragraph follows', '<p><call-cta></call-cta></p>\n<p>Text</p>'],
    [
      'a break is in the middle of a paragraph, or the author’s own',
      '<p><call-cta></call-cta></p>\n<p>Text</p>\n<p>One<br>\nTwo<br></p>',
    ],
    [
      'the title follows, and it is no hero',
      '<p><call-cta></call-cta></p>\n<h1>Title</h1>\n<p>Text</p>\n<p></p>',
    ],
    ['words stand between', '<p><call-cta></call-cta></p>\n<p>Text</p> and <p></p>'],
    ['the element has words already', '<p><call-cta>Call</call-cta></p>\n<p>Text</p>\n<p></p>'],
    ['the paragraph has other words', '<p>Or <call-cta></call-cta></p>\n<p>Text</p>\n<p></p>'],
    ['the paragraph is somebody’s', '<p class="x"><call-cta></call-cta></p>\n<p>Text</p>\n<p></p>'],
    [
      'a frame would start again',
      '<p><call-cta></call-cta></p>\n<p>Text</p><iframe></iframe>\n<p></p>',
    ],
    [
      'the empty paragraph is that of another element',
      '<p><call-cta phone="614 555 0142"></call-cta></p>\n<p>Text</p>\n<p><related-posts></p>\n<ul><li><a href="/a/">One</a></li></ul>\n<p></related-posts></p>',
    ],
    [
      'a list has all of its cards',
      '<p><related-posts><article-card><a href="/a/">One</a></article-card></related-posts></p>\n<p>Text</p>\n<p></p>',
    ],
  ];
  for (const [why, markup] of left) {
    it(`what follows an element stays where it is when ${why}`, async () => {
      const main = await page(markup);
      const text = [...main.querySelectorAll('p')].find((p) => words(p) === 'Text')!;
      expect(text.parentElement).to.equal(main);
    });
  }
});
