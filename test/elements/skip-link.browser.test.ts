// What a visitor and an author meet in skip-link: with real keys, in whole pages. What holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/skip-link/define.js';
import '../../src/locales/on-demand.js';
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SkipLink } from '../../src/elements/skip-link/skip-link.js';
import { pause, watchConsole, words } from './support.js';

const HEADER = '<header><a href="/">Home</a> <a href="/contact/">Contact</a></header>';
const MAIN = '<main><h1>Knee pain</h1><p><a id="first" href="/walk/">Walk</a></p></main>';
const FIELD = '<input id="before" aria-label="before" />';

describe('<skip-link>', () => {
  let page: HTMLElement;
  let spy: ReturnType<typeof watchConsole>;

  beforeEach(() => {
    spy = watchConsole();
    page = document.createElement('div');
    document.body.prepend(page);
  });
  afterEach(() => {
    page.remove();
    spy.restore();
    history.replaceState(null, '', location.pathname + location.search);
  });

  /** A page as its server sends it, once the link has looked round in it. */
  async function open(link: string, rest = HEADER + MAIN): Promise<SkipLink> {
    page.innerHTML = link + rest;
    const element = page.querySelector('skip-link')!;
    await element.updateComplete;
    await import('../../src/elements/skip-link/page-parts.js');
    await pause(20);
    await element.updateComplete;
    return element;
  }
  const linkIn = (element: SkipLink): HTMLAnchorElement => element.querySelector('a')!;
  const isSeen = (element: SkipLink): boolean =>
    getComputedStyle(element).clipPath === 'none' && element.getClientRects().length > 0;
  const main = (): HTMLElement => page.querySelector('main, [role="main"]')!;

  /** The first press of Tab on the page. */
  async function tabInto(element: SkipLink): Promise<void> {
    // From a field before it: where Tab starts on a page that nobody has touched, engines do not agree.
    element.insertAdjacentHTML('beforebegin', FIELD);
    page.querySelector<HTMLElement>('#before')!.focus();
    linkIn(element).focus();
    await pause(0);
  }

  it('shows the author’s link while it has the focus, and moves nothing', async () => {
    const element = await open('<skip-link><a href="#main">Skip the menu</a></skip-link>');
    const before = page.querySelector('header')!.getBoundingClientRect().top;
    expect(isSeen(element)).to.be.false;
    await tabInto(element);
    page.querySelector('#before')!.remove();
    linkIn(element).focus();
    expect(isSeen(element)).to.be.true;
    expect(words(element)).to.equal('Skip the menu');
    expect(element.querySelectorAll('a')).to.have.length(1);
    expect(page.querySelector('header')!.getBoundingClientRect().top).to.equal(before);
    const { left, top, height } = linkIn(element).getBoundingClientRect();
    expect(left, 'within the screen').to.be.at.least(0);
    expect(top).to.be.within(0, 30);
    expect(height, 'a target of 44 px').to.be.at.least(44);
    linkIn(element).blur();
    expect(isSeen(element)).to.be.false;
  });

  it('is the first stop of the Tab key, which goes past it at the next press', async () => {
    const element = await open('<skip-link></skip-link>');
    element.insertAdjacentHTML('beforebegin', FIELD);
    page.querySelector<HTMLElement>('#before')!.focus();
    await sendKeys({ press: 'Tab' });
    // WebKit's Tab passes links over unless its user asks for them.
    if (document.activeElement !== linkIn(element)) linkIn(element).focus();
    expect(isSeen(element)).to.be.true;
    await sendKeys({ press: 'Tab' });
    expect(isSeen(element)).to.be.false;
  });

  it('Enter moves the focus to the main part, and Tab goes on from there', async () => {
    const element = await open('<skip-link><a href="#main">Skip</a></skip-link>');
    await tabInto(element);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => document.activeElement === main(), 'the focus moves');
    expect(main().getAttribute('tabindex')).to.equal('-1');
    expect(location.hash).to.equal('#main');
    main()
      .querySelector<HTMLElement>('#first')!
      .insertAdjacentHTML('beforebegin', '<input id="in" aria-label="in" />');
    await sendKeys({ press: 'Tab' });
    expect((document.activeElement as HTMLElement).id).to.equal('in');
    expect(main().hasAttribute('tabindex'), 'nothing is left behind').to.be.false;
  });

  it('leaves a tabindex of the author’s, and what can have the focus by itself', async () => {
    const element = await open(
      '<skip-link target="main"></skip-link>',
      `${HEADER}<main id="main" tabindex="-1"><h1>Knee pain</h1></main>`,
    );
    linkIn(element).click();
    await waitUntil(() => document.activeElement === main(), 'the focus moves');
    main().blur();
    expect(main().getAttribute('tabindex')).to.equal('-1');
  });

  it('keeps the focus where it is while another window has it', async () => {
    const element = await open('<skip-link></skip-link>');
    linkIn(element).click();
    await pause(50);
    // What a browser dispatches when the visitor goes to another window.
    main().dispatchEvent(new FocusEvent('blur'));
    expect(main().getAttribute('tabindex')).to.equal('-1');
    expect(document.activeElement).to.equal(main());
  });

  it('with nothing in it says so itself, in the page’s language, and leads to main', async () => {
    const english = await open('<skip-link></skip-link>');
    expect(words(english)).to.equal('Skip to main content');
    expect(linkIn(english).getAttribute('href')).to.equal('#main');
    expect(main().id, 'so that the address is a real one').to.equal('main');
    const spanish = await open('<div lang="es"><skip-link></skip-link></div>');
    await waitUntil(() => words(spanish) === 'Saltar al contenido principal');
    const labelled = await open('<skip-link label=" To the  article "></skip-link>');
    expect(words(labelled)).to.equal('To the article');
    expect(spy.lines).to.be.empty;
  });

  it('words without a link become one', async () => {
    const element = await open('<skip-link>Skip to <b>content</b></skip-link>');
    expect(words(linkIn(element))).to.equal('Skip to content');
    linkIn(element).click();
    await waitUntil(() => document.activeElement === main(), 'the focus moves');
  });

  it('the author’s link wins when it comes later, and a saved copy has one link', async () => {
    const element = await open('<skip-link></skip-link>');
    const copy = await open(element.outerHTML);
    expect(copy.querySelectorAll('a')).to.have.length(1);
    copy.insertAdjacentHTML('beforeend', '<a href="#main">Skip the menu</a>');
    await waitUntil(() => copy.querySelectorAll('a').length === 1);
    expect(words(copy)).to.equal('Skip the menu');
  });

  const places: [what: string, link: string, rest: string, there: string][] = [
    ['main, where the link names nothing', '<a href="#content">Skip</a>', MAIN, 'main'],
    [
      'main, which has another id',
      '<a href="#content">Skip</a>',
      '<main id="page">…</main>',
      'main',
    ],
    ['role="main"', '', '<div role="main">…</div>', '[role=main]'],
    ['the first h1', '', '<div><h1>Knee pain</h1><h1>Two</h1></div>', 'h1'],
    ['what the link names', '<a href="#b%C3%BCro">Skip</a>', `<p id="büro">Here</p>${MAIN}`, 'p'],
  ];
  for (const [what, link, rest, there] of places) {
    it(`leads to ${what}`, async () => {
      const element = await open(`<skip-link>${link}</skip-link>`, HEADER + rest);
      linkIn(element).click();
      const target = page.querySelector(there);
      await waitUntil(() => document.activeElement === target, 'the focus moves');
      expect(document.getElementById(decodeURIComponent(linkIn(element).hash.slice(1)))).to.equal(
        target,
      );
      expect(spy.lines).to.be.empty;
    });
  }

  it('leads to a main part that comes after it has looked', async () => {
    const element = await open('<skip-link></skip-link>', HEADER);
    page.insertAdjacentHTML('beforeend', '<main id="late">…</main>');
    linkIn(element).focus();
    expect(linkIn(element).getAttribute('href')).to.equal('#late');
  });

  it('stays on the page where a base would lead away from it', async () => {
    const base = document.head.appendChild(document.createElement('base'));
    base.href = '/elsewhere/';
    try {
      const element = await open('<skip-link><a href="#main">Skip</a></skip-link>');
      const before = location.href;
      linkIn(element).click();
      await waitUntil(() => document.activeElement === main(), 'the focus moves');
      expect(location.href).to.equal(before);
    } finally {
      base.remove();
    }
  });

  it('leaves a click with a modifier key, or that the page took, alone', async () => {
    const element = await open('<skip-link><a href="#main">Skip</a></skip-link>');
    const click = (init: MouseEventInit): void => {
      const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
      page.addEventListener('click', (late) => late.preventDefault(), { once: true });
      linkIn(element).dispatchEvent(event);
    };
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey']) {
      click({ [key]: true });
      expect(document.activeElement).to.not.equal(main());
    }
    linkIn(element).addEventListener('click', (event) => event.preventDefault());
    click({});
    expect(document.activeElement).to.not.equal(main());
  });

  describe('steps aside', () => {
    const themes: [what: string, link: string][] = [
      ['a WordPress theme’s', '<a class="skip-link screen-reader-text" href="#primary">Skip</a>'],
      ['a plain one', '<a href="#content">Skip to content</a>'],
      [
        'one that leads to the heading',
        '<a class="visually-hidden-focusable" href="#title">Skip</a>',
      ],
      ['one round the main part', '<a href="#wrap">Skip</a>'],
    ];
    const BODY =
      '<div id="wrap"><main id="content"><div id="primary"><h1 id="title">Knee</h1></div></main></div>';
    for (const [what, link] of themes) {
      it(`for ${what}: out of sight and out of the way of the Tab key`, async () => {
        const element = await open('<skip-link></skip-link>', link + HEADER + BODY);
        expect(element.matches(':state(aside)')).to.be.true;
        linkIn(element).focus();
        expect(document.activeElement).to.not.equal(linkIn(element));
        expect(spy.lines, 'it is no fault').to.be.empty;
      });
    }

    const others: [what: string, html: string][] = [
      ['a menu on a page of one piece', '<a href="#title">Knee</a>'],
      [
        'a link to the toolbar',
        '<a class="screen-reader-shortcut" href="#bar">Toolbar</a><p id="bar">…</p>',
      ],
      [
        'one that is not rendered',
        '<a class="skip-link" href="#content" style="display: none">Skip</a>',
      ],
      ['one that leads nowhere', '<a class="skip-link" href="#nothing">Skip</a>'],
      ['one that comes late', `${'<a href="/x/">Menu</a>'.repeat(6)}<a href="#content">Up</a>`],
    ];
    for (const [what, html] of others) {
      it(`not for ${what}`, async () => {
        const element = await open('<skip-link></skip-link>', html + BODY);
        expect(element.matches(':state(aside)')).to.be.false;
      });
    }
  });

  it('tells the author that it stands late, and that its target is not there', async () => {
    page.innerHTML = `${'<a href="/x/">Menu</a>'.repeat(6)}<skip-link target="mian"></skip-link><main id="main">…</main>`;
    await waitUntil(() => spy.lines.length === 2);
    expect(spy.lines[0]).to.include('Write it first in the body');
    expect(spy.lines[1]).to.include('"target"');
  });

  it('stands at the right on a right-to-left page', async () => {
    const element = await open('<div dir="rtl"><skip-link></skip-link></div>');
    linkIn(element).focus();
    expect(element.getBoundingClientRect().right).to.be.closeTo(
      document.documentElement.clientWidth - 8,
      1,
    );
  });
});
