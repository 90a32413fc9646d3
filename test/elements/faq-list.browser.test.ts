// What a visitor and an author meet in faq-list. What holds for every element is in test/contract, the ids that
// questions get in test/foundation/heading-ids.
import '../../src/testing.js';
import '../../src/elements/faq-list/define.js';
import '../../src/locales/on-demand.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { FaqItem, FaqList } from '../../src/elements/faq-list/faq-list.js';
import { lightStyles, pageStyles } from '../../src/elements/faq-list/faq-list.styles.js';
import { heightBefore, heightOf } from './before-script.js';
import { click, pause, watchConsole, words } from './support.js';

const THREE = `
  <details><summary>Do I need a referral?</summary><p>No.</p></details>
  <details><summary>What should I bring?</summary><p id="bring">A list.</p></details>
  <details><summary>Is there parking?</summary>Yes.</details>`;

/** A list as a parser makes it, below what fills `above` screens, once its questions have ids. */
async function list(children: string, attributes = '', above = 0): Promise<FaqList> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.innerHTML = `<div></div><faq-list ${attributes}>${children}</faq-list><div></div>`;
  const [before, after] = place.querySelectorAll('div');
  before!.style.blockSize = `${above * 100}vh`;
  after!.style.blockSize = '150vh';
  const element = place.querySelector('faq-list')!;
  await element.updateComplete;
  return element;
}
async function ready(children: string, attributes = '', above = 0): Promise<FaqList> {
  const element = await list(children, attributes, above);
  await waitUntil(() => questions(element)[0]?.id, 'an id');
  await element.updateComplete;
  return element;
}

const questions = (element: FaqList): HTMLDetailsElement[] => [
  ...element.querySelectorAll<HTMLDetailsElement>('details:not(details details)'),
];
const open = (element: FaqList): string[] =>
  questions(element)
    .filter((details) => details.open)
    .map((details) => words(details.querySelector('summary')));
const all = (element: FaqList): HTMLButtonElement | null =>
  element.renderRoot.querySelector('button');
/** Question by question, as `words: answer`. */
const told = (element: FaqList): string[] =>
  questions(element).map((details) => {
    const [summary, ...answer] = details.children;
    return `${words(summary)}: ${answer.map(words).join(' / ')}`;
  });

describe('<faq-list>', () => {
  const address = location.href;
  let spy: ReturnType<typeof watchConsole>;

  beforeEach(() => {
    spy = watchConsole();
    scrollTo(0, 0);
  });
  afterEach(() => {
    spy.restore();
    history.replaceState(null, '', address);
  });

  describe('questions', () => {
    it('open and close by a click and by keys, as the browser has it', async () => {
      const element = await ready(THREE);
      const [first, second] = element.querySelectorAll('summary');
      await click(first!);
      expect(open(element)).to.deep.equal(['Do I need a referral?']);
      first!.focus();
      await sendKeys({ press: ' ' });
      expect(open(element)).to.be.empty;
      second!.focus();
      await sendKeys({ press: 'Enter' });
      expect(open(element)).to.deep.equal(['What should I bring?']);
      expect(spy.lines).to.be.empty;
    });

    it('have ids made of their words, but where they have one', async () => {
      const element = await ready(`${THREE}
        <details id="mine"><summary>Mine</summary></details>
        <details><summary><h3 id="theirs">Theirs</h3></summary></details>
        <details><summary>Is there parking?</summary></details>`);
      expect(questions(element).map(({ id }) => id)).to.deep.equal([
        'do-i-need-a-referral',
        'what-should-i-bring',
        'is-there-parking',
        'mine',
        '',
        'is-there-parking-2',
      ]);
    });

    it('that come later have ids too, inside a box as well', async () => {
      const element = await ready(`<div>${THREE}</div>`);
      element.firstElementChild!.insertAdjacentHTML(
        'beforeend',
        '<details><summary>Who?</summary></details>',
      );
      await waitUntil(() => element.querySelector('#who'), 'an id');
    });

    it('stay the same elements, with their words', async () => {
      const element = await list(THREE);
      const before = [...element.children];
      await waitUntil(() => questions(element)[0]!.id, 'an id');
      expect([...element.children]).to.deep.equal(before);
    });

    it('may fold by themselves in an answer, and are not counted', async () => {
      const element = await ready(`
        <details><summary>A</summary><details><summary>B</summary></details></details>
        <details><summary>C</summary></details>`);
      expect(all(element)).to.equal(null);
      expect(element.querySelector('details details')!.id).to.equal('');
    });

    it('are not the worse for what an editor leaves', async () => {
      const element = await ready(
        `<br><p></p>${THREE.replaceAll('</details>', '</details><p> </p><br>')}`,
      );
      const boxes = questions(element).map((details) => details.getBoundingClientRect());
      expect(boxes[1]!.top - boxes[0]!.bottom).to.be.below(1);
      expect(boxes[2]!.top - boxes[1]!.bottom).to.be.below(1);
    });
  });

  describe('the heading', () => {
    const heading = (element: FaqList): string[] =>
      [...element.renderRoot.querySelectorAll('h2, h3, h4')].map(
        (each) => `${each.localName} ${words(each)}`,
      );

    it('comes from `heading`, at its level', async () => {
      const element = await ready(THREE, 'heading="Common questions" heading-level="3"');
      expect(heading(element)).to.deep.equal(['h3 Common questions']);
    });

    it('is the author’s where one stands above all questions', async () => {
      const element = await ready(`<h2>Before your visit</h2>${THREE}`, 'heading="Other"');
      expect(element.querySelector('h2')!.assignedSlot!.name).to.equal('heading');
      const shown = element.renderRoot.querySelector('.heading');
      expect(shown?.getClientRects().length, 'the attribute’s gives way').to.equal(0);
    });

    it('is none of those above groups of questions', async () => {
      const element = await ready(`<h3>Before</h3>${THREE}<h3>After</h3>${THREE}`);
      expect(element.querySelectorAll('[slot]')).to.be.empty;
    });

    it('within a question stays there', async () => {
      const element = await ready('<details><summary><h3>Why?</h3></summary>Because.</details>');
      expect(element.querySelector('summary > h3')).to.exist;
    });
  });

  describe('the button for all', () => {
    it('opens all and closes all, and says which', async () => {
      const element = await ready(THREE);
      expect(words(all(element))).to.equal('Expand all');
      await click(all(element)!);
      expect(open(element)).to.have.length(3);
      await waitUntil(() => words(all(element)) === 'Collapse all', 'the other words');
      await click(all(element)!);
      expect(open(element)).to.be.empty;
      await waitUntil(() => words(all(element)) === 'Expand all', 'the first words');
    });

    it('says what is left to do when the visitor has opened all', async () => {
      const element = await ready(THREE);
      for (const summary of element.querySelectorAll('summary')) await click(summary);
      await waitUntil(() => words(all(element)) === 'Collapse all', 'the other words');
    });

    it('is there from three questions on', async () => {
      const element = await ready(THREE);
      expect(all(element)).to.exist;
      questions(element)[2]!.remove();
      await waitUntil(() => !all(element), 'it goes');
    });

    it('is not there where only one can be open', async () => {
      const element = await ready(THREE, 'open-one');
      await pause(20);
      expect(all(element)).to.equal(null);
      const authored = await ready(THREE.replaceAll('<details', '<details name="mine"'));
      expect(all(authored)).to.equal(null);
    });

    it('moves nothing when it comes', async () => {
      const element = await ready(THREE, 'heading="Common questions"');
      const top = () => questions(element)[0]!.getBoundingClientRect().top;
      const before = top();
      element.openOne = true;
      await waitUntil(() => !all(element), 'it goes');
      expect(top()).to.be.closeTo(before, 1);
    });

    it('speaks Spanish', async () => {
      const element = await ready(THREE, 'lang="es"');
      await waitUntil(() => words(all(element)) === 'Abrir todas', 'Spanish');
    });
  });

  describe('with `open-one`', () => {
    it('opening one closes the other', async () => {
      const element = await ready(THREE, 'open-one');
      const [first, second] = element.querySelectorAll('summary');
      await click(first!);
      await click(second!);
      await waitUntil(() => open(element).join() === 'What should I bring?', 'one is open');
    });

    it('leaves another list alone, and an author’s group', async () => {
      const element = await ready(THREE.replace('<details', '<details name="mine"'), 'open-one');
      const names = questions(element).map(({ name }) => name);
      expect(names[0]).to.equal('mine');
      expect(names[1]).to.equal(names[2]);
      const other = await ready(THREE, 'open-one');
      expect(questions(other)[1]!.name).to.not.equal(names[1]);
      element.openOne = false;
      await waitUntil(() => !questions(element)[1]!.name, 'the group is dissolved');
      expect(questions(element)[0]!.name).to.equal('mine');
    });
  });

  describe('a link', () => {
    it('to a question opens it, when the page opens', async () => {
      history.replaceState(null, '', '#is-there-parking');
      const element = await ready(THREE, '', 2);
      await waitUntil(() => open(element).join() === 'Is there parking?', 'it opens');
      const { top } = questions(element)[2]!.getBoundingClientRect();
      expect(top).to.be.within(0, 40);
      expect(words(document.activeElement)).to.equal('Is there parking?');
    });

    it('into an answer opens its question, when it is followed', async () => {
      const element = await ready(`${THREE}<p><a href="#bring">What to bring</a></p>`, '', 2);
      await click(element.querySelector('a')!);
      await waitUntil(() => open(element).join() === 'What should I bring?', 'it opens');
      await waitUntil(() => {
        const { top, bottom } = element.querySelector('#bring')!.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }, 'the words are in sight');
    });

    it('into an answer within an answer opens both', async () => {
      const element = await ready(`<details><summary>A</summary>
        <details><summary>B</summary><p id="deep">C</p></details></details>`);
      location.hash = 'deep';
      await waitUntil(() => element.querySelectorAll('[open]').length === 2, 'both open');
    });

    it('to anything else opens nothing', async () => {
      history.replaceState(null, '', '#%');
      const element = await ready(THREE);
      location.hash = 'elsewhere';
      await pause(50);
      expect(open(element)).to.be.empty;
      expect(spy.lines).to.be.empty;
    });

    it('opens its question and leaves a visitor alone who is writing', async () => {
      history.replaceState(null, '', '#is-there-parking');
      const element = await list(`<input>${THREE}`);
      element.querySelector('input')!.focus({ preventScroll: true });
      await waitUntil(() => open(element).length === 1, 'it opens');
      expect(document.activeElement!.localName).to.equal('input');
    });
  });

  describe('other markup becomes questions', () => {
    it('headings with an answer below each', async () => {
      const element = await ready(`<h2>Common questions</h2><p>Ask away.</p>
        <h3>Why?</h3><p>Because.</p>Bare words<h4>Still why</h4><p>And so.</p>
        <h3>How?</h3><ul><li>So.</li></ul>`);
      expect(told(element)).to.deep.equal(['Why?: Because. / Still why / And so.', 'How?: So.']);
      expect(words(questions(element)[0])).to.include('Bare words');
      expect(element.querySelector('summary > h3'), 'they stay headings').to.exist;
      expect(element.querySelector(':scope > h2, :scope > p'), 'above the first').to.exist;
    });

    it('terms and descriptions', async () => {
      const element = await ready(`<dl>
        <dt id="why">Why?</dt><dd>Because.</dd><dd><p>And so.</p></dd>
        <div><dt>How?</dt><dt>How else?</dt><dd id="so">So.</dd></div></dl>`);
      expect(told(element)).to.deep.equal(['Why?: Because. / And so.', 'How? How else?: So.']);
      expect(questions(element).map(({ id }) => id)).to.deep.equal(['why', 'how-how-else']);
      expect(element.querySelector('#so')).to.exist;
      expect(element.querySelector('dl')).to.equal(null);
    });

    it('the author’s own nodes, with what listens to them', async () => {
      const element = await list(
        '<h3>Why?</h3><p><button>Press</button></p><h3>How?</h3><p>So.</p>',
      );
      const button = element.querySelector('button')!;
      let presses = 0;
      button.addEventListener('click', () => presses++);
      await waitUntil(() => questions(element).length === 2, 'questions');
      await click(button);
      expect(presses).to.equal(1);
    });

    it('open where they are on the screen, closed below it', async () => {
      const plain = '<h3>Why?</h3><p>Because.</p><h3>How?</h3><p>So.</p>';
      expect(open(await ready(plain))).to.have.length(2);
      expect(open(await ready(plain, '', 2))).to.be.empty;
    });

    it('once: a saved copy is what it was', async () => {
      const element = await ready('<h3>Why?</h3><p>Because.</p><h3>How?</h3><p>So.</p>');
      const { outerHTML } = element;
      element.parentElement!.remove();
      const place = await fixture<HTMLElement>(html`<div></div>`);
      place.innerHTML = outerHTML;
      await pause(50);
      expect(place.innerHTML).to.equal(outerHTML);
    });

    it('not a single heading with words below it: that is the list’s', async () => {
      const element = await list('<h2>Questions</h2><p>Call us.</p>');
      await pause(50);
      expect(questions(element)).to.be.empty;
      expect(element.querySelector('h2')!.assignedSlot!.name).to.equal('heading');
    });
  });

  describe('questions as data', () => {
    const items: FaqItem[] = [
      { question: ' Why? ', answer: 'Because.\n\nAnd <b>so</b>.' },
      { question: '<img src=x onerror=alert(1)>', answer: 'So.' },
    ];

    it('from `items` become children, in plain text', async () => {
      const element = await list('', 'heading-level="3"');
      element.items = items;
      await waitUntil(() => questions(element).length === 2, 'questions');
      expect(told(element)).to.deep.equal([
        'Why?: Because. / And <b>so</b>.',
        '<img src=x onerror=alert(1)>: So.',
      ]);
      expect(element.querySelectorAll('summary > h4')).to.have.length(2);
      expect(element.querySelector('img, b')).to.equal(null);
    });

    it('from a script child, or JSON in the attribute', async () => {
      const json = JSON.stringify(items.slice(0, 1));
      const inScript = await ready(`<script type="application/json">${json}</script>`);
      expect(told(inScript)).to.have.length(1);
      const inAttribute = await ready('', `items='${json.replace("'", '&#39;')}'`);
      expect(told(inAttribute)).to.have.length(1);
    });

    it('follow what is given, beside the author’s own', async () => {
      const element = await ready(THREE);
      element.items = items;
      await waitUntil(() => questions(element).length === 5, 'all');
      element.items = items.slice(0, 1);
      await waitUntil(() => questions(element).length === 4, 'one less');
      element.items = undefined;
      await waitUntil(() => questions(element).length === 3, 'the author’s');
    });

    it('stay open, and there once, when nothing about them changes', async () => {
      const element = await list('');
      element.items = items;
      await waitUntil(() => questions(element).length === 2, 'questions');
      const [first] = questions(element);
      first!.open = true;
      element.items = [...items];
      await pause(50);
      expect(questions(element)[0]).to.equal(first);
      expect(first!.open).to.be.true;
    });

    it('are there once in a saved copy, which keeps them without data', async () => {
      const element = await list('');
      element.items = items;
      await waitUntil(() => questions(element).length === 2, 'questions');
      const copy = await list(element.innerHTML);
      await pause(50);
      expect(questions(copy)).to.have.length(2);
      copy.items = items;
      await pause(50);
      expect(questions(copy)).to.have.length(2);
    });

    const broken: [what: string, given: unknown][] = [
      ['no JSON', '[{"question'],
      ['no list', '{}'],
      ['no answer', '[{"question": "Why?"}]'],
      ['no objects', '[null, 1, "x"]'],
      ['numbers', [{ question: 1, answer: 2 }]],
    ];
    for (const [what, given] of broken) {
      it(`that cannot be read (${what}) leave the children, and the developer is told`, async () => {
        const element = await ready(THREE);
        element.items = given as string;
        await element.updateComplete;
        await pause(20);
        expect(questions(element)).to.have.length(3);
        // Once for the page: a test before this one may have said it.
        const said = '<faq-list>: questions must be JSON like [{"question": "…", "answer": "…"}].';
        expect(spy.lines.every((line) => line === said)).to.be.true;
      });
    }
  });

  describe('nothing moves when it comes:', () => {
    const terms = THREE.replace(
      /<details><summary>(.*?)<\/summary>(.*?)<\/details>/g,
      '<dt>$1</dt><dd>$2</dd>',
    );
    const cases: [what: string, attributes: string, inside: string][] = [
      ['questions', '', THREE],
      ['with a heading', 'heading="Questions"', THREE],
      ['with the author’s heading', '', `<h2>Questions</h2>${THREE}`],
      ['one at a time', 'open-one', THREE],
      ['one at a time, with a heading', 'open-one heading="Questions"', THREE],
      ['terms', 'heading="Questions"', `<dl>${terms}</dl>`],
    ];
    for (const [what, attributes, inside] of cases) {
      it(what, async () => {
        const markup = `<faq-list ${attributes}>${inside}</faq-list><p id="after">After</p>`;
        const before = await heightBefore(markup, 'faq-list', 500, [lightStyles, pageStyles]);
        const place = await fixture<HTMLElement>(html`<div></div>`);
        place.style.inlineSize = '500px';
        place.innerHTML = markup;
        await waitUntil(() => place.querySelector('details')?.id, 'the questions');
        expect(heightOf(place, 'faq-list')).to.be.closeTo(before, 1);
      });
    }
  });

  describe('on paper', () => {
    it('all answers are there, and the button is not', async function () {
      const element = await ready(THREE);
      if (!CSS.supports('selector(::details-content)')) this.skip();
      expect(element.querySelector('#bring')!.checkVisibility({ contentVisibilityAuto: true })).to
        .be.false;
      await emulateMedia({ media: 'print' }).catch(() => this.skip());
      try {
        expect(element.querySelector('#bring')!.getBoundingClientRect().height).to.be.greaterThan(
          5,
        );
        expect(element.querySelector('#bring')!.checkVisibility()).to.be.true;
        expect(all(element)!.getClientRects()).to.have.length(0);
      } finally {
        await emulateMedia({ media: 'screen' });
      }
      expect(open(element), 'and on the screen nothing has opened').to.be.empty;
    });

    it('they are there where a style sheet cannot do that, and closed again afterwards', async () => {
      // In a browser of which it says so.
      const { supports } = CSS;
      CSS.supports = (...asked: string[]) =>
        !asked.join().includes('::details-content') &&
        (supports as (...asked: string[]) => boolean).apply(CSS, asked);
      const element = await ready(THREE, 'open-one').finally(() => (CSS.supports = supports));
      questions(element)[1]!.open = true;
      dispatchEvent(new Event('beforeprint'));
      expect(open(element)).to.have.length(3);
      dispatchEvent(new Event('afterprint'));
      expect(open(element)).to.deep.equal(['What should I bring?']);
      expect(questions(element)[0]!.name).to.equal(questions(element)[2]!.name);
    });
  });
});
