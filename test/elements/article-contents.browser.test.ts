// What a visitor and an author meet in article-contents. What holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/article-contents/define.js';
import { expect, fixture, html } from '@open-wc/testing';
import type { ArticleContents } from '../../src/elements/article-contents/article-contents.js';

const labelOf = (element: ArticleContents): string | null | undefined =>
  element.renderRoot.querySelector('[part="label"]')?.textContent;

describe('<article-contents>', () => {
  it('shows its label above the words of the author', async () => {
    const element = await fixture<ArticleContents>(
      html`<article-contents label="Good to know"
        ><p id="words">Walk every day.</p></article-contents
      >`,
    );
    const words = element.querySelector('#words')!;
    expect(labelOf(element)).to.equal('Good to know');
    expect(words.assignedSlot, 'the author’s words are shown').to.exist;
    expect(words.getBoundingClientRect().top).to.be.greaterThan(
      element.getBoundingClientRect().top,
    );
  });

  it('shows no label where none is given, or only white space', async () => {
    const element = await fixture<ArticleContents>(
      html`<article-contents><p>Walk every day.</p></article-contents>`,
    );
    expect(labelOf(element)).to.equal(undefined);
    element.label = ' \n ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal(undefined);
  });

  it('follows its label', async () => {
    const element = await fixture<ArticleContents>(html`<article-contents></article-contents>`);
    element.label = '  Good\n to know ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal('Good to know');
  });
});
