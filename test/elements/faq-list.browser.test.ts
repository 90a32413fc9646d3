// What a visitor and an author meet in faq-list. What holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/faq-list/define.js';
import { expect, fixture, html } from '@open-wc/testing';
import type { FaqList } from '../../src/elements/faq-list/faq-list.js';

const labelOf = (element: FaqList): string | null | undefined =>
  element.renderRoot.querySelector('[part="label"]')?.textContent;

describe('<faq-list>', () => {
  it('shows its label above the words of the author', async () => {
    const element = await fixture<FaqList>(
      html`<faq-list label="Good to know"><p id="words">Walk every day.</p></faq-list>`,
    );
    const words = element.querySelector('#words')!;
    expect(labelOf(element)).to.equal('Good to know');
    expect(words.assignedSlot, 'the author’s words are shown').to.exist;
    expect(words.getBoundingClientRect().top).to.be.greaterThan(
      element.getBoundingClientRect().top,
    );
  });

  it('shows no label where none is given, or only white space', async () => {
    const element = await fixture<FaqList>(html`<faq-list><p>Walk every day.</p></faq-list>`);
    expect(labelOf(element)).to.equal(undefined);
    element.label = ' \n ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal(undefined);
  });

  it('follows its label', async () => {
    const element = await fixture<FaqList>(html`<faq-list></faq-list>`);
    element.label = '  Good\n to know ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal('Good to know');
  });
});
