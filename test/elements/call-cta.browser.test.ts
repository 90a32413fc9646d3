// What a visitor and an author meet in a call button.
import '../../src/testing.js';
import '../../src/elements/call-cta/define.js';
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { CallCta } from '../../src/elements/call-cta/call-cta.js';
import type { CallStartEvent } from '../../src/calls/call-start.js';
import { click, parsed, pause, stringsIn, watchConsole, watchLinks, words } from './support.js';

const linkOf = (cta: CallCta): HTMLAnchorElement | null => cta.querySelector('a');
const linksOf = (cta: CallCta): string[] =>
  [...cta.querySelectorAll('a')].map((link) => `${link.getAttribute('href')} ${words(link)}`);
const made = (phone: string, label = ''): Promise<CallCta> =>
  fixture<CallCta>(html`<call-cta phone=${phone} label=${label}></call-cta>`);

describe('<call-cta>', () => {
  let links: ReturnType<typeof watchLinks>;
  let spy: ReturnType<typeof watchConsole>;
  let calls: CallStartEvent[];
  const hear = (event: Event) => calls.push(event as CallStartEvent);

  beforeEach(() => {
    links = watchLinks();
    spy = watchConsole();
    calls = [];
    document.addEventListener('call-start', hear);
  });
  afterEach(() => {
    links.restore();
    spy.restore();
    document.removeEventListener('call-start', hear);
  });

  describe('made from a number', () => {
    it('a visitor sees the number as people write it, and dials the same', async () => {
      for (const [phone, text, href] of [
        ['2105550142', '(210) 555-0142', 'tel:+12105550142'],
        ['(210) 555-0142', '(210) 555-0142', 'tel:+12105550142'],
        ['+1 210.555.0142 x7', '(210) 555-0142 ext. 7', 'tel:+12105550142;ext=7'],
        ['911', '911', 'tel:911'],
        ['988', '988', 'tel:988'],
        ['+44 20 7946 0123', '+44 20 7946 0123', 'tel:+442079460123'],
      ] as const) {
        const cta = await made(phone);
        expect(words(linkOf(cta)), phone).to.equal(text);
        expect(linkOf(cta)!.getAttribute('href'), phone).to.equal(href);
      }
      expect(spy.lines).to.be.empty;
    });

    it('the number is one text node in an ordinary link of the page', async () => {
      const cta = await made('(210) 555-0142');
      const link = linkOf(cta)!;
      expect(link.parentElement === cta).to.be.true;
      expect([...link.childNodes].map(({ nodeType }) => nodeType)).to.deep.equal([Node.TEXT_NODE]);
      // As call-tracking scripts look for it: text nodes of the document.
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let found = 0;
      while (walker.nextNode()) if (walker.currentNode.nodeValue?.includes('555-0142')) found++;
      expect(found).to.equal(1);
      expect(link.checkVisibility()).to.be.true;
    });

    it('is large enough for a thumb', async () => {
      const { width, height } = linkOf(await made('911'))!.getBoundingClientRect();
      expect(height).to.be.at.least(44);
      expect(width).to.be.at.least(44);
    });

    it('a new number comes into the very same link', async () => {
      const cta = await made('(210) 555-0142');
      const link = linkOf(cta)!;
      link.dataset.tracked = 'yes';
      cta.phone = '+1 512 555 0134';
      await cta.updateComplete;
      expect(linksOf(cta)).to.deep.equal(['tel:+15125550134 (512) 555-0134']);
      expect(linkOf(cta) === link).to.be.true;
      expect(link.childNodes).to.have.length(1);
    });

    it('text and number stay together through any row of changes', async () => {
      const cta = await made('(210) 555-0142');
      for (const [phone, shown] of [
        ['911', ['tel:911 911']],
        ['', []],
        ['(210) 555-0142', ['tel:+12105550142 (210) 555-0142']],
        [' ', []],
        ['+44 20 7946 0123', ['tel:+442079460123 +44 20 7946 0123']],
      ] as const) {
        cta.phone = phone;
        await cta.updateComplete;
        expect(linksOf(cta), phone).to.deep.equal(shown);
        if (!shown.length) expect(words(cta), phone).to.equal('');
      }
      cta.removeAttribute('phone');
      await cta.updateComplete;
      expect(linksOf(cta)).to.be.empty;
    });

    it('moving it about the page adds no second link', async () => {
      const cta = await made('(210) 555-0142');
      const place = document.createElement('section');
      cta.parentElement!.append(place);
      place.append(cta);
      cta.requestUpdate();
      await cta.updateComplete;
      expect(linksOf(cta)).to.have.length(1);
    });

    it('a number that nobody can dial is shown as text, and the author is told', async () => {
      const cta = await made('Ask at the desk');
      expect(words(cta)).to.equal('Ask at the desk');
      expect(linkOf(cta)).to.be.null;
      expect(spy.lines).to.have.length(1);
      expect(spy.lines[0]).to.match(/call-cta.*phone.*\(210\) 555-0142/);
      await made('*21*2105550142#');
      expect(spy.lines, 'once for all').to.have.length(1);
    });

    it('a mended number takes the place of the text', async () => {
      const cta = await made('Ask at the desk');
      cta.phone = 'At the desk, ask';
      await cta.updateComplete;
      expect(words(cta)).to.equal('At the desk, ask');
      cta.phone = '(210) 555-0142';
      await cta.updateComplete;
      expect(words(cta)).to.equal('(210) 555-0142');
      expect(linksOf(cta)).to.have.length(1);
    });

    it('never makes a link that forwards calls or runs code', async () => {
      for (const phone of [
        '*21*9005550100#',
        '**04*1234#',
        'javascript:alert(1)',
        '210,,,9005550100',
      ]) {
        const cta = await made(phone);
        expect(linkOf(cta), phone).to.be.null;
        expect(words(cta), phone).to.equal(phone);
      }
    });
  });

  describe("with an author's link", () => {
    const authored = (): Promise<CallCta> =>
      parsed<CallCta>(
        '<call-cta phone="(512) 555-0134" label="Talk to a nurse"><a href="tel:+12105550142"><b>Call</b> 210 555 0142</a></call-cta>',
        'call-cta',
      );

    it('the link stays as it was written', async () => {
      const cta = await authored();
      expect(cta.innerHTML).to.equal('<a href="tel:+12105550142"><b>Call</b> 210 555 0142</a>');
      cta.phone = '911';
      await cta.updateComplete;
      expect(cta.innerHTML).to.equal('<a href="tel:+12105550142"><b>Call</b> 210 555 0142</a>');
    });

    it('a link in a paragraph, or in capitals, counts too', async () => {
      for (const markup of [
        '<call-cta phone="911"><p><a href="tel:+12105550142">Call</a></p></call-cta>',
        '<call-cta phone="911"><br><A HREF="TEL:+12105550142">Call</A><p></p></call-cta>',
      ]) {
        const cta = await parsed<CallCta>(markup, 'call-cta');
        expect(cta.querySelectorAll('a')).to.have.length(1);
        await click(linkOf(cta)!);
        expect(calls.splice(0)).to.have.length(1);
        expect(linkOf(cta)!.getBoundingClientRect().height).to.be.at.least(44);
      }
    });

    it('a link that arrives after the element is the only one', async () => {
      const cta = await made('(210) 555-0142');
      const link = document.createElement('a');
      link.href = 'tel:+12105550142';
      link.textContent = 'Call us: 210 555 0142';
      cta.append(link);
      await pause(20);
      await cta.updateComplete;
      expect(linksOf(cta)).to.deep.equal(['tel:+12105550142 Call us: 210 555 0142']);
    });

    it('a number that a tracking script put in stays', async () => {
      const cta = await made('(210) 555-0173');
      const link = linkOf(cta)!;
      link.href = 'tel:+18005550199';
      link.firstChild!.nodeValue = '(800) 555-0199';
      cta.label = 'Call';
      cta.requestUpdate();
      await cta.updateComplete;
      expect(linksOf(cta)).to.deep.equal(['tel:+18005550199 (800) 555-0199']);
    });

    it('a saved copy of the page keeps one link, and follows its number', async () => {
      const first = await made('(210) 555-0142', 'Talk to a nurse');
      const cta = await parsed<CallCta>(first.outerHTML, 'call-cta');
      expect(linksOf(cta)).to.deep.equal(['tel:+12105550142 (210) 555-0142']);
      const link = linkOf(cta);
      cta.phone = '911';
      await cta.updateComplete;
      expect(linksOf(cta)).to.deep.equal(['tel:911 911']);
      expect(linkOf(cta) === link).to.be.true;
    });
  });

  it('as WordPress leaves it, in a paragraph, it works', async () => {
    const cta = await parsed<CallCta>(
      '<p><call-cta phone="+15125550134" label="Call the clinic"></call-cta></p>',
      'call-cta',
    );
    expect(linksOf(cta)).to.deep.equal(['tel:+15125550134 (512) 555-0134']);
  });

  it('a visitor sees the label above the number, and none where there is none', async () => {
    const cta = await made('911', '  Talk \n to a nurse ');
    const label = cta.renderRoot.querySelector('[part="label"]')!;
    expect(words(label)).to.equal('Talk to a nurse');
    expect(label.getBoundingClientRect().bottom).to.be.at.most(
      linkOf(cta)!.getBoundingClientRect().top,
    );
    cta.label = '';
    await cta.updateComplete;
    expect(cta.renderRoot.querySelector('[part="label"]')).to.be.null;
  });

  describe('call-start', () => {
    it('tells that somebody chose to call, and where; not whom, nor who', async () => {
      const cta = await made('(210) 555-0142', 'Talk to a nurse');
      await click(linkOf(cta)!);
      expect(calls).to.have.length(1);
      const [event] = calls;
      expect([event!.placement, event!.bubbles, event!.composed]).to.deep.equal([
        'block',
        true,
        true,
      ]);
      expect(event!.target === cta).to.be.true;
      expect(stringsIn(event!)).to.not.match(/555|nurse/);
      expect(
        links.followed.map(({ href }) => href),
        'and the phone does dial',
      ).to.deep.equal(['tel:+12105550142']);
    });

    it('says "bar" where the button is the bar at the bottom', async () => {
      const cta = await made('(210) 555-0142');
      cta.sticky = true;
      await cta.updateComplete;
      await click(linkOf(cta)!);
      expect(calls.map(({ placement }) => placement)).to.deep.equal(['bar']);
    });

    it('is told for the keyboard and for words inside the link, once each', async () => {
      const cta = await parsed<CallCta>(
        '<call-cta><a href="tel:911"><span>Call</span> 911</a> <a href="/map">Map</a> <b>or come</b></call-cta>',
        'call-cta',
      );
      linkOf(cta)!.focus();
      await sendKeys({ press: 'Enter' });
      expect(calls).to.have.length(1);
      await pause(1050);
      await click(cta.querySelector('span')!);
      expect(calls).to.have.length(2);
      await click(cta.querySelector('[href="/map"]')!);
      await click(cta.querySelector('b')!);
      expect(calls, 'other links and words are no call').to.have.length(2);
    });
  });

  it('on a phone, a sticky button is a bar at the bottom of the screen', async function () {
    const { innerWidth, innerHeight } = window;
    const narrow = await setViewport({ width: 390, height: 700 }).then(
      () => window.innerWidth <= 400,
      () => false,
    );
    // WebKitGTK's window has a least width, and no command to narrow it.
    if (!narrow) this.skip();
    try {
      const page = await fixture<HTMLElement>(
        html`<div>
          <p style="block-size: 3000px">Long text</p>
          <call-cta phone="(210) 555-0142" label="Talk to a nurse" sticky></call-cta>
        </div>`,
      );
      scrollTo(0, 300);
      await pause(50);
      const { bottom, left, right } = page.querySelector('call-cta')!.getBoundingClientRect();
      expect(bottom).to.be.closeTo(window.innerHeight, 1);
      expect(right - left).to.be.greaterThan(300);
      const link = page.querySelector('a')!.getBoundingClientRect();
      expect(link.height).to.be.at.least(44);
      expect(link.right).to.be.at.most(window.innerWidth);
    } finally {
      await setViewport({ width: innerWidth, height: innerHeight });
    }
  });
});
