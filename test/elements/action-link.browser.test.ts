// What a visitor and an author meet in action-link. Which arrows are known is in link-words.node.test.ts; what holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/action-link/define.js';
import '../../src/locales/on-demand.js';
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ActionLink } from '../../src/elements/action-link/action-link.js';
import { click, parsed, watchConsole, watchLinks, words } from './support.js';

const make = (markup: string): Promise<ActionLink> => parsed<ActionLink>(markup, 'action-link');
const linkIn = (element: Element): HTMLAnchorElement => element.querySelector('a')!;

/** What is seen and read out of a link: without what is hidden. */
function told(node: Element): string {
  const copy = node.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[hidden]')) hidden.remove();
  return words(copy);
}
const arrowOf = (element: Element): CSSStyleDeclaration =>
  getComputedStyle(linkIn(element), '::after');

describe('<action-link>', () => {
  let spy: ReturnType<typeof watchConsole>;
  let links: ReturnType<typeof watchLinks>;
  beforeEach(() => {
    spy = watchConsole();
    links = watchLinks();
  });
  afterEach(() => {
    spy.restore();
    links.restore();
  });

  it('leaves the author’s link as it is, and draws an arrow behind it', async () => {
    const element = await make(
      '<action-link><a href="/check/">Condition checker</a></action-link>',
    );
    expect(element.innerHTML).to.equal('<a href="/check/">Condition checker</a>');
    expect(arrowOf(element).clipPath).to.match(/^polygon/);
    expect(arrowOf(element).content).to.equal('""');
    await click(linkIn(element));
    expect(new URL(links.followed[0]!.href).pathname).to.equal('/check/');
    linkIn(element).focus();
    await sendKeys({ press: 'Enter' });
    expect(links.followed).to.have.length(2);
    expect(linkIn(element).getBoundingClientRect().height).to.be.at.least(44);
    expect(spy.lines).to.be.empty;
  });

  it('makes the link from one line, as an ordinary child, with a second line', async () => {
    const element = await make(
      '<action-link href="/check/" label=" Condition  checker " description="Two minutes"></action-link>',
    );
    expect(linkIn(element).getAttribute('href')).to.equal('/check/');
    expect(words(linkIn(element))).to.equal('Condition checker');
    expect(
      [...element.children].map((child) => `${child.localName} ${words(child)}`),
    ).to.deep.equal(['a Condition checker', 'p Two minutes']);
    const copy = await make(element.outerHTML);
    expect(copy.innerHTML, 'a saved copy').to.equal(element.innerHTML);
  });

  it('puts a link round the author’s words, and follows its attributes', async () => {
    const element = await make(
      '<action-link href="/check/">Condition <b>checker</b></action-link>',
    );
    expect(linkIn(element).innerHTML).to.equal('Condition <b>checker</b>');
    element.href = '/elsewhere/';
    element.target = '_blank';
    await element.updateComplete;
    expect(linkIn(element).getAttribute('href')).to.equal('/elsewhere/');
    expect(linkIn(element).rel).to.equal('noopener');
    element.href = element.target = undefined;
    await element.updateComplete;
    expect(linkIn(element).outerHTML).to.match(
      /^<a data-clinic-made="link" rel="noopener">Condition/,
    );
  });

  it('of a heading and a text, the heading is the link', async () => {
    const element = await make(
      '<action-link href="/check/" variant="card"><h3>Condition checker</h3><p>Two minutes</p></action-link>',
    );
    expect(words(linkIn(element))).to.equal('Condition checker');
    expect(linkIn(element).parentElement!.localName).to.equal('h3');
    element.description = 'More';
    await element.updateComplete;
    expect(element.querySelectorAll('a')).to.have.length(1);
  });

  it('an arrow that the author typed is neither doubled nor read out, and stays in the page', async () => {
    for (const markup of [
      '<a href="/check/">Condition checker →</a>',
      '<a href="/check/">Condition checker <span>»</span> </a>',
      '<a href="/check/">Condition <b>checker →</b></a>',
    ]) {
      const element = await make(`<action-link>${markup}</action-link>`);
      expect(told(linkIn(element)), markup).to.equal('Condition checker');
      expect(words(linkIn(element))).to.match(/[→»]$/);
      const before = element.innerHTML;
      element.requestUpdate();
      await element.updateComplete;
      expect(element.innerHTML, 'once').to.equal(before);
    }
    const labelled = await make('<action-link href="/check/" label="Check →"></action-link>');
    expect(told(labelled)).to.equal('Check');
    const alone = await make('<action-link><a href="/check/">→</a></action-link>');
    expect(told(alone), 'all the name it has').to.equal('→');
  });

  it('so is one that a framework writes later', async () => {
    const element = await make('<action-link><a href="/check/">Check</a></action-link>');
    (linkIn(element).firstChild as Text).data = 'Start the check →';
    await waitUntil(() => told(linkIn(element)) === 'Start the check');
  });

  it('says that a new tab opens, in the page’s language, where the author does not', async () => {
    const element = await make(
      '<action-link><a href="https://portal.example/" target="_blank" rel="nofollow">Portal</a></action-link>',
    );
    expect(told(linkIn(element))).to.equal('Portal (opens in a new tab)');
    expect(linkIn(element).rel).to.equal('nofollow noopener');
    const { width } = element.querySelector('[data-clinic-made="tab"]')!.getBoundingClientRect();
    expect(width, 'the arrow says it to those who see').to.be.at.most(1);
    linkIn(element).removeAttribute('target');
    await waitUntil(() => told(linkIn(element)) === 'Portal');
    const own = await make(
      '<action-link><a href="https://portal.example/" target="_blank">Portal (new window)</a></action-link>',
    );
    expect(told(linkIn(own))).to.equal('Portal (new window)');
    const spanish = await make(
      '<div lang="es"><action-link><a href="/x/" target="_blank">Portal</a></action-link></div>',
    );
    await waitUntil(() => told(linkIn(spanish)) === 'Portal (se abre en una pestaña nueva)');
  });

  it('refuses an address that could run code: the words stay, and the author is told', async () => {
    for (const markup of [
      '<action-link href="javascript:alert(1)" label="Check"></action-link>',
      '<action-link href="javascript:alert(1)">Check</action-link>',
      '<action-link href=" data:text/html,x">Check</action-link>',
    ]) {
      const element = await make(markup);
      expect(words(element)).to.equal('Check');
      expect(element.querySelector('a')).to.equal(null);
    }
    expect(spy.lines).to.have.length(1);
    expect(spy.lines[0]).to.include('"href" must be');
  });

  it('a link that comes later takes the place of the words of label', async () => {
    const element = await make('<action-link href="/check/" label="Check"></action-link>');
    element.insertAdjacentHTML('beforeend', '<a href="/own/">My own</a>');
    await waitUntil(() => words(element) === 'My own');
  });

  it('a card is a target as a whole', async () => {
    const element = await make(
      '<action-link variant="card"><a href="/check/">Check</a><p>Eight questions, two minutes</p></action-link>',
    );
    await click(element.querySelector('p')!);
    expect(links.followed).to.have.length(1);
  });

  it('on a right-to-left page the arrow points the other way', async () => {
    const element = await make(
      '<div dir="rtl"><action-link><a href="/check/">Check</a></action-link></div>',
    );
    expect(arrowOf(element).scale).to.equal('-1 1');
    const { left, width } = linkIn(element).getBoundingClientRect();
    expect(left + width).to.be.closeTo(element.getBoundingClientRect().right, 1);
  });

  it('the arrow stands behind the last word and never alone on a line', async () => {
    const element = await make('<action-link><a href="/check/">Check</a></action-link>');
    element.style.inlineSize = 'min-content';
    element.style.display = 'inline-block';
    expect(linkIn(element).getBoundingClientRect().height).to.be.at.most(46);
  });
});
