// What a visitor and an author meet in medical-disclaimer. What holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/medical-disclaimer/define.js';
import { expect, fixture, html } from '@open-wc/testing';
import type { MedicalDisclaimer } from '../../src/elements/medical-disclaimer/medical-disclaimer.js';

const labelOf = (element: MedicalDisclaimer): string | null | undefined =>
  element.renderRoot.querySelector('[part="label"]')?.textContent;

describe('<medical-disclaimer>', () => {
  it('shows its label above the words of the author', async () => {
    const element = await fixture<MedicalDisclaimer>(
      html`<medical-disclaimer label="Good to know"
        ><p id="words">Walk every day.</p></medical-disclaimer
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
    const element = await fixture<MedicalDisclaimer>(
      html`<medical-disclaimer><p>Walk every day.</p></medical-disclaimer>`,
    );
    expect(labelOf(element)).to.equal(undefined);
    element.label = ' \n ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal(undefined);
  });

  it('follows its label', async () => {
    const element = await fixture<MedicalDisclaimer>(
      html`<medical-disclaimer></medical-disclaimer>`,
    );
    element.label = '  Good\n to know ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal('Good to know');
  });
});
