// What a visitor and an author meet in site-banner. What holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/site-banner/define.js';
import { expect, fixture, html } from '@open-wc/testing';
import type { SiteBanner } from '../../src/elements/site-banner/site-banner.js';

const labelOf = (element: SiteBanner): string | null | undefined =>
  element.renderRoot.querySelector('[part="label"]')?.textContent;

describe('<site-banner>', () => {
  it('shows its label above the words of the author', async () => {
    const element = await fixture<SiteBanner>(
      html`<site-banner label="Good to know"><p id="words">Walk every day.</p></site-banner>`,
    );
    const words = element.querySelector('#words')!;
    expect(labelOf(element)).to.equal('Good to know');
    expect(words.assignedSlot, 'the author’s words are shown').to.exist;
    expect(words.getBoundingClientRect().top).to.be.greaterThan(
      element.getBoundingClientRect().top,
    );
  });

  it('shows no label where none is given, or only white space', async () => {
    const element = await fixture<SiteBanner>(
      html`<site-banner><p>Walk every day.</p></site-banner>`,
    );
    expect(labelOf(element)).to.equal(undefined);
    element.label = ' \n ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal(undefined);
  });

  it('follows its label', async () => {
    const element = await fixture<SiteBanner>(html`<site-banner></site-banner>`);
    element.label = '  Good\n to know ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal('Good to know');
  });
});
