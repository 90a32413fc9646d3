// What a visitor and an author meet in phone-number. What holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/phone-number/define.js';
import { expect, fixture, html } from '@open-wc/testing';
import type { PhoneNumber } from '../../src/elements/phone-number/phone-number.js';

const labelOf = (element: PhoneNumber): string | null | undefined =>
  element.renderRoot.querySelector('[part="label"]')?.textContent;

describe('<phone-number>', () => {
  it('shows its label above the words of the author', async () => {
    const element = await fixture<PhoneNumber>(
      html`<phone-number label="Good to know"><p id="words">Walk every day.</p></phone-number>`,
    );
    const words = element.querySelector('#words')!;
    expect(labelOf(element)).to.equal('Good to know');
    expect(words.assignedSlot, 'the author’s words are shown').to.exist;
    expect(words.getBoundingClientRect().top).to.be.greaterThan(
      element.getBoundingClientRect().top,
    );
  });

  it('shows no label where none is given, or only white space', async () => {
    const element = await fixture<PhoneNumber>(
      html`<phone-number><p>Walk every day.</p></phone-number>`,
    );
    expect(labelOf(element)).to.equal(undefined);
    element.label = ' \n ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal(undefined);
  });

  it('follows its label', async () => {
    const element = await fixture<PhoneNumber>(html`<phone-number></phone-number>`);
    element.label = '  Good\n to know ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal('Good to know');
  });
});
