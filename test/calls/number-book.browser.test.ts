// What becomes of a number on the page when scripts rewrite it.
import { expect, fixture, html } from '@open-wc/testing';
import { createNumberBook, numberBook, type NumberBook } from '../../src/calls/number-book.js';

const OWN = '(210) 555-0142';
const TRACKED = '(830) 555-0199';

/** Long enough for every observer to have answered every other. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 30));

interface Page {
  [name: string]: HTMLAnchorElement;
}

describe('the number book', () => {
  let book: NumberBook;
  let clock: number;
  let page: Page;
  const leave: (() => void)[] = [];
  const enter = (name: string, own?: string, noSwap = false) =>
    leave.push(book.add(page[name]!, own, { noSwap })!);

  beforeEach(async () => {
    clock = 1_000_000;
    book = createNumberBook(() => clock);
    const root = await fixture(
      html`<div>
        <a id="first" href="tel:+12105550142">(210) 555-0142</a>
        <a id="second" href="tel:+12105550142" aria-label="Call (210) 555-0142 now"
          ><b>Call</b> 210.555.0142 today</a
        >
        <a id="words" href="tel:+12105550142">Call the clinic</a>
        <a id="text" href="sms:+12105550142">Text (210) 555-0142</a>
        <a id="other" href="tel:+12105550177">(210) 555-0177</a>
        <a id="emergency" href="tel:911">911</a>
      </div>`,
    );
    page = Object.fromEntries([...root.querySelectorAll('a')].map((link) => [link.id, link]));
    for (const name of Object.keys(page)) enter(name);
  });

  afterEach(() => {
    for (const out of leave.splice(0)) out?.();
  });

  const says = (name: string) => [
    page[name]!.getAttribute('href'),
    page[name]!.textContent!.replace(/\s+/g, ' ').trim(),
  ];
  const swapped = () => {
    expect(says('first')).to.deep.equal(['tel:+18305550199', TRACKED]);
    expect(says('second')).to.deep.equal(['tel:+18305550199', 'Call 830.555.0199 today']);
    expect(page.second!.getAttribute('aria-label')).to.equal('Call (830) 555-0199 now');
    expect(says('words')).to.deep.equal(['tel:+18305550199', 'Call the clinic']);
    expect(says('text')).to.deep.equal(['sms:+18305550199', 'Text (830) 555-0199']);
    expect(says('other')).to.deep.equal(['tel:+12105550177', '(210) 555-0177']);
    expect(says('emergency')).to.deep.equal(['tel:911', '911']);
  };

  it('a script that rewrites the text of one link changes them all, words and sms included', async () => {
    (page.first!.firstChild as Text).data = TRACKED;
    await settle();
    swapped();
    expect(book.swaps().map(({ source }) => source)).to.deep.equal(['page']);
  });

  it('a script that rewrites only what is dialled changes what is read', async () => {
    page.words!.href = 'tel:+18305550199';
    await settle();
    swapped();
  });

  it('a script that puts new text into the link is followed', async () => {
    page.first!.textContent = TRACKED;
    await settle();
    swapped();
  });

  it('an adapter that knows the number changes them all', async () => {
    expect(book.swap(OWN, '830-555-0199', 'callrail')).to.equal(true);
    swapped();
  });

  it('a link that comes late shows what the others show', async () => {
    book.swap(OWN, TRACKED, 'test');
    const late = document.createElement('a');
    late.href = 'tel:+12105550142';
    late.textContent = '210-555-0142';
    leave.push(book.add(late)!);
    expect([late.getAttribute('href'), late.textContent]).to.deep.equal([
      'tel:+18305550199',
      '830-555-0199',
    ]);
  });

  it('a link that was rewritten before it came is taken as rewritten', async () => {
    const late = document.createElement('a');
    late.href = 'tel:+18305550199';
    late.textContent = TRACKED;
    leave.push(book.add(late, OWN)!);
    swapped();
  });

  it('text nodes are kept, and a number that was spread over several is brought together', async () => {
    const split = document.createElement('a');
    split.href = 'tel:+12105550142';
    const parts = ['(210)', ' 555', '-0142 now'].map((part) => document.createTextNode(part));
    split.append(...parts);
    leave.push(book.add(split)!);
    expect(parts.map(({ data }) => data)).to.deep.equal(['(210) 555-0142', '', ' now']);
    book.swap(OWN, TRACKED, 'test');
    expect(parts.map(({ data }) => data)).to.deep.equal([TRACKED, '', ' now']);
    expect([...split.childNodes]).to.deep.equal(parts);
  });

  it('a link that reads one number and dials another dials what it reads, and changes no other', async () => {
    const slip = document.createElement('a');
    slip.href = 'tel:+12105550142';
    slip.textContent = '(210) 555-0143';
    leave.push(book.add(slip)!);
    expect([slip.getAttribute('href'), slip.textContent]).to.deep.equal([
      'tel:+12105550143',
      '(210) 555-0143',
    ]);
    expect(says('first')).to.deep.equal(['tel:+12105550142', OWN]);
    expect(book.swaps()).to.deep.equal([]);
  });

  it('a link that is made the link of another place of the clinic is no swap', async () => {
    enter('other', '(210) 555-0177');
    page.first!.href = 'tel:+12105550177';
    (page.first!.firstChild as Text).data = '(210) 555-0177';
    await settle();
    expect(says('first')).to.deep.equal(['tel:+12105550177', '(210) 555-0177']);
    expect(says('words')[0]).to.equal('tel:+12105550142');
    book.swap('(210) 555-0177', TRACKED, 'test');
    expect(says('first')[1]).to.equal(TRACKED);
  });

  it('an emergency number is not made the number of another place, nor another one an emergency number', async () => {
    enter('other', '(210) 555-0177');
    enter('emergency', '911');
    const late = document.createElement('a');
    late.href = 'tel:988';
    late.textContent = '988';
    leave.push(book.add(late)!);
    late.href = 'tel:+12105550177';
    (late.firstChild as Text).data = '(210) 555-0177';
    page.first!.href = 'tel:911';
    (page.first!.firstChild as Text).data = '911';
    await settle();
    expect([late.getAttribute('href'), late.textContent]).to.deep.equal(['tel:988', '988']);
    expect(says('first')).to.deep.equal(['tel:+12105550142', OWN]);
  });

  it('a link with no-swap is not made the link of another place either', async () => {
    enter('other', '(210) 555-0177');
    enter('first', undefined, true);
    page.first!.href = 'tel:+12105550177';
    (page.first!.firstChild as Text).data = '(210) 555-0177';
    await settle();
    expect(says('first')).to.deep.equal(['tel:+12105550142', OWN]);
  });

  it('a script that goes to and fro between two places does not hold up the page', async () => {
    enter('other', '(210) 555-0177');
    enter('words', OWN);
    let turns = 0;
    const rival = new MutationObserver(() => {
      if (++turns > 10_000) return rival.disconnect();
      const dialled = page.first!.getAttribute('href');
      page.first!.href = dialled === 'tel:+12105550177' ? 'tel:+12105550142' : 'tel:+12105550177';
      rival.takeRecords();
    });
    rival.observe(page.first!, { attributes: true, characterData: true, subtree: true });
    page.first!.href = 'tel:+12105550177';
    await settle();
    rival.disconnect();
    expect(turns).to.be.lessThan(40);
  });

  it('a query that measurement adds to the link is taken off', async () => {
    page.first!.href = 'tel:+12105550142?_gl=1*1234567*_ga*99';
    await settle();
    expect(says('first')).to.deep.equal(['tel:+12105550142', OWN]);
    expect(book.swaps()).to.deep.equal([]);
  });

  for (const [what, number] of [
    ['no number', '(000) 000-0000'],
    ['half a number', '830 555 019'],
    ['an emergency number', '911'],
    ['a crisis line', '988'],
    ['a number that costs the caller', '(900) 555-0199'],
    ['nothing', ''],
  ]) {
    it(`a swap for ${what} is refused: the page goes on showing what it showed`, async () => {
      (page.first!.firstChild as Text).data = number!;
      await settle();
      expect(says('first')).to.deep.equal(['tel:+12105550142', OWN]);
      page.words!.href = `tel:${number!.replace(/\D/g, '')}`;
      await settle();
      expect(says('words')).to.deep.equal(['tel:+12105550142', 'Call the clinic']);
      expect(book.swap(OWN, number!, 'test')).to.equal(false);
      expect(book.swaps()).to.deep.equal([]);
    });
  }

  it('an emergency number stays, whatever a script writes', async () => {
    (page.emergency!.firstChild as Text).data = TRACKED;
    page.emergency!.href = 'tel:+18305550199';
    await settle();
    expect(says('emergency')).to.deep.equal(['tel:911', '911']);
    expect(book.swap('911', TRACKED, 'test')).to.equal(false);
  });

  it('a link with no-swap keeps the clinic’s own number, and says so to CallRail', async () => {
    enter('first', OWN, true);
    expect(page.first!.hasAttribute('data-calltrk-noswap')).to.equal(true);
    (page.first!.firstChild as Text).data = TRACKED;
    page.first!.href = 'tel:+18305550199';
    await settle();
    expect(says('first')).to.deep.equal(['tel:+12105550142', OWN]);
    book.swap(OWN, TRACKED, 'test');
    expect(says('first')).to.deep.equal(['tel:+12105550142', OWN]);
    expect(says('other')[1]).to.equal('(210) 555-0177');
    expect(says('words')[0]).to.equal('tel:+18305550199');
  });

  it('a framework that renders the clinic’s own number again does not undo a swap', async () => {
    book.swap(OWN, TRACKED, 'test');
    (page.first!.firstChild as Text).data = OWN;
    page.first!.href = 'tel:+12105550142';
    await settle();
    swapped();
  });

  it('two scripts that insist do not hold up the page, and what is read is dialled', async () => {
    const [first] = [page.first!.firstChild as Text];
    let answers = 0;
    const vendor = new MutationObserver(() => {
      if (first.data !== TRACKED && ++answers < 10_000) first.data = TRACKED;
    });
    enter('first', OWN, true);
    vendor.observe(page.first!, { characterData: true, subtree: true });
    first.data = TRACKED;
    await settle();
    expect(answers).to.be.lessThan(10);
    vendor.disconnect();
    // Another one that wants its own number back, a different one each time.
    answers = 0;
    let wanted = '';
    const insist = () => {
      if (page.other!.getAttribute('href') === wanted || ++answers > 10_000) return;
      wanted = `tel:+1830555010${answers % 10}`;
      page.other!.setAttribute('href', wanted);
    };
    const rival = new MutationObserver(() => {
      // It never likes what the text has become.
      page.other!.firstChild!.nodeValue = '(210) 555-0177';
      rival.takeRecords();
      insist();
    });
    rival.observe(page.other!, { attributes: true, characterData: true, subtree: true });
    wanted = 'tel:+18305550107';
    page.other!.setAttribute('href', wanted);
    await settle();
    expect(answers).to.be.lessThan(40);
    rival.disconnect();
  });

  it('a script that swaps a second time within the day is followed', async () => {
    for (const [round, last] of [0, 1, 2, 3, 4, 5, 6, 7, 8].entries()) {
      clock += 20_000;
      (page.first!.firstChild as Text).data = `(830) 555-010${last}`;
      await settle();
      expect(says('words')[0], `round ${round}`).to.equal(`tel:+1830555010${last}`);
    }
  });

  it('a listener hears of every change, and of none after it has stopped', () => {
    const heard: string[] = [];
    const stop = book.follow(({ own, shown, source }) =>
      heard.push(`${own.text} ${shown.text} ${source}`),
    );
    book.swap(OWN, TRACKED, 'json');
    book.swap(OWN, TRACKED, 'json');
    stop();
    book.swap(OWN, '(830) 555-0111', 'json');
    expect(heard).to.deep.equal(['(210) 555-0142 (830) 555-0199 json']);
    expect(book.shown('210.555.0142')!.text).to.equal('(830) 555-0111');
    expect(book.shown('(210) 555-0177')!.text).to.equal('(210) 555-0177');
    expect(book.shown('soon')).to.equal(undefined);
  });

  it('a link that has left the book is left alone', async () => {
    for (const out of leave.splice(0)) out();
    (page.first!.firstChild as Text).data = TRACKED;
    await settle();
    expect(says('first')).to.deep.equal(['tel:+12105550142', TRACKED]);
    expect(book.links()).to.deep.equal([]);
  });

  it('there is one for the page, and what a page keeps under its name is not broken by it', () => {
    const [first, second] = [numberBook(), numberBook()];
    expect(first === second).to.equal(true);
    const key = Symbol.for('clinic-elements.numbers');
    const holder = globalThis as Record<symbol, unknown>;
    const before = holder[key];
    holder[key] = { protocol: 7 };
    expect(numberBook().protocol).to.equal(1);
    expect(holder[key]).to.deep.equal({ protocol: 7 });
    holder[key] = before;
  });
});
