// What a visitor and an author meet in phone-number. What holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/phone-number/define.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { CallStartEvent } from '../../src/calls/call-start.js';
import { numberBook } from '../../src/calls/number-book.js';
import type { PhoneNumber } from '../../src/elements/phone-number/phone-number.js';
import { pause, watchConsole, watchLinks } from './support.js';

/** How the element's links read and dial. */
const linksOf = (element: Element): string[] =>
  [...element.querySelectorAll('a')].map(
    (link) => `${link.getAttribute('href')} ${link.textContent}`,
  );
const NUMBER = 'tel:+12105550142 (210) 555-0142';

describe('<phone-number>', () => {
  let spy: ReturnType<typeof watchConsole>;
  beforeEach(() => (spy = watchConsole()));
  afterEach(() => spy.restore());

  it('a number that is written as text becomes a link, and its text node stays', async () => {
    const host = document.createElement('p');
    host.append('Call ', document.createElement('phone-number'), ' today.');
    const [element, text] = [
      host.querySelector('phone-number')!,
      document.createTextNode('(210) 555-0142'),
    ];
    element.append(text);
    document.body.append(host);
    await element.updateComplete;
    expect(linksOf(element)).to.deep.equal([NUMBER]);
    expect(text.isConnected && text.parentElement?.localName).to.equal('a');
    expect(host.textContent).to.equal('Call (210) 555-0142 today.');
    expect(spy.lines).to.be.empty;
    host.remove();
  });

  for (const [what, written] of [
    ['a paragraph', '<p>(210) 555-0142</p>'],
    ['line breaks', '<br>(210) 555-0142<br>'],
    ['bold letters and a comment', '<!-- front desk --><strong>(210) 555-0142</strong>'],
  ] as const)
    it(`a number is a link in its sentence also where an editor put ${what} round it`, async () => {
      const host = await fixture<HTMLElement>(
        html`<p>Call <phone-number></phone-number> today.</p>`,
      );
      const element = host.querySelector('phone-number')!;
      element.innerHTML = written;
      await element.updateComplete;
      await pause(0);
      expect(linksOf(element)).to.deep.equal([NUMBER]);
      // All on one line.
      expect(host.offsetHeight).to.be.lessThan(1.9 * element.querySelector('a')!.offsetHeight);
    });

  it('a link that the author wrote is left as it is', async () => {
    const element = await fixture<PhoneNumber>(
      html`<phone-number><a id="mine" href="tel:+12105550142">our front desk</a></phone-number>`,
    );
    expect(linksOf(element)).to.deep.equal(['tel:+12105550142 our front desk']);
    expect(element.querySelector('#mine')).to.exist;
  });

  it('a number given as an attribute is shown and dialled', async () => {
    const element = await fixture<PhoneNumber>(
      html`<phone-number phone="210.555.0142"></phone-number>`,
    );
    expect(linksOf(element)).to.deep.equal([NUMBER]);
    element.phone = '(210) 555-0177';
    await element.updateComplete;
    expect(linksOf(element)).to.deep.equal(['tel:+12105550177 (210) 555-0177']);
  });

  it('a number is read as people of its country write it', async () => {
    const element = await fixture<PhoneNumber>(
      html`<phone-number phone="020 7946 0123" country="GB"></phone-number>`,
    );
    expect(element.textContent, 'until the plans of other countries are there').to.equal(
      '020 7946 0123',
    );
    await waitUntil(() => linksOf(element).length, 'it is a link');
    expect(linksOf(element)).to.deep.equal(['tel:+442079460123 020 7946 0123']);
    element.phone = '030 23125 432';
    element.country = 'de';
    await element.updateComplete;
    expect(linksOf(element)).to.deep.equal(['tel:+493023125432 030 23125432']);
    expect(spy.lines).to.be.empty;
  });

  it('words that are no number stay words, and an attribute that is none is shown and told of', async () => {
    const words = await fixture<PhoneNumber>(html`<phone-number>call us</phone-number>`);
    expect(linksOf(words)).to.deep.equal([]);
    expect(words.textContent).to.equal('call us');
    const bad = await fixture<PhoneNumber>(html`<phone-number phone="555-01"></phone-number>`);
    expect(bad.textContent).to.equal('555-01');
    expect(spy.lines.join()).to.contain('(210) 555-0142');
  });

  it('text that a framework renders anew is a link again', async () => {
    const element = await fixture<PhoneNumber>(html`<phone-number>(210) 555-0142</phone-number>`);
    element.textContent = '(210) 555-0177';
    await pause(20);
    expect(linksOf(element)).to.deep.equal(['tel:+12105550177 (210) 555-0177']);
  });

  it('every place on the page follows what a script makes of one of them', async () => {
    const page = await fixture(
      html`<div>
        <phone-number>(210) 555-0161</phone-number>
        <phone-number phone="210-555-0161"></phone-number>
        <phone-number no-swap phone="210-555-0161"></phone-number>
      </div>`,
    );
    const numbers = [...page.querySelectorAll('phone-number')];
    await pause(100);
    (numbers[0]!.querySelector('a')!.firstChild as Text).data = '(830) 555-0199';
    await pause(30);
    const tracked = 'tel:+18305550199 (830) 555-0199';
    const own = 'tel:+12105550161 (210) 555-0161';
    expect(numbers.flatMap(linksOf)).to.deep.equal([tracked, tracked, own]);
    // A place that comes late, and one whose author changes it.
    const late = document.createElement('phone-number');
    late.textContent = '(210) 555-0161';
    page.append(late);
    numbers[1]!.phone = '(210) 555-0177';
    await pause(30);
    expect([late, numbers[1]!].flatMap(linksOf)).to.deep.equal([
      tracked,
      'tel:+12105550177 (210) 555-0177',
    ]);
    numbers[1]!.phone = '(210) 555-0161';
    numbers[2]!.noSwap = false;
    await pause(30);
    expect([numbers[1]!, numbers[2]!].flatMap(linksOf)).to.deep.equal([tracked, tracked]);
  });

  it('an element that leaves the page leaves the book, and comes back into it', async () => {
    const element = await fixture<PhoneNumber>(html`<phone-number>(210) 555-0162</phone-number>`);
    const held = () =>
      numberBook()
        .links()
        .filter(({ own }) => own.href.endsWith('0162')).length;
    await waitUntil(() => held() === 1, 'it is in the book');
    const { parentElement } = element;
    element.remove();
    expect(held()).to.equal(0);
    parentElement!.append(element);
    await waitUntil(() => held() === 1, 'it is in the book again');
    expect(linksOf(element)).to.deep.equal(['tel:+12105550162 (210) 555-0162']);
  });

  it('a vendor that the page names says which number is shown, and none that it does not name', async () => {
    const page = await fixture(
      html`<div>
        <phone-number>(210) 555-0163</phone-number>
        <phone-number phone="(210) 555-0163" tracking="event" no-swap></phone-number>
      </div>`,
    );
    const numbers = [...page.querySelectorAll('phone-number')];
    const say = async () => {
      document.dispatchEvent(
        new CustomEvent('number-swap', {
          detail: { number: '+12105550163', trackingNumber: '+18305550197' },
        }),
      );
      await pause(20);
    };
    const own = 'tel:+12105550163 (210) 555-0163';
    await pause(300);
    await say();
    expect(numbers.flatMap(linksOf)).to.deep.equal([own, own]);
    numbers[0]!.tracking = 'event';
    // Until its code is there, nobody listens.
    for (let turn = 0; turn < 100 && linksOf(numbers[0]!)[0] === own; turn++) await say();
    expect(numbers.flatMap(linksOf)).to.deep.equal(['tel:+18305550197 (830) 555-0197', own]);
  });

  it('one intent to call is one event, without the number in it', async () => {
    const links = watchLinks();
    const heard: CallStartEvent[] = [];
    const hear = (event: Event) => heard.push(event as CallStartEvent);
    document.addEventListener('call-start', hear);
    const element = await fixture<PhoneNumber>(html`<phone-number>(210) 555-0142</phone-number>`);
    const link = element.querySelector('a')!;
    link.click();
    link.click();
    expect(heard.map(({ placement, open }) => ({ placement, open }))).to.deep.equal([
      { placement: 'inline', open: undefined },
    ]);
    await pause(1050);
    link.click();
    expect(heard).to.have.length(2);
    document.removeEventListener('call-start', hear);
    links.restore();
  });
});
