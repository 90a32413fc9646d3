// What a visitor and an author meet in condition-checker. What holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/condition-checker/define.js';
import { expect, fixture, html } from '@open-wc/testing';
import type { ConditionChecker } from '../../src/elements/condition-checker/condition-checker.js';

const labelOf = (element: ConditionChecker): string | null | undefined =>
  element.renderRoot.querySelector('[part="label"]')?.textContent;

describe('<condition-checker>', () => {
  it('shows its label above the words of the author', async () => {
    const element = await fixture<ConditionChecker>(
      html`<condition-checker label="Good to know"
        ><p id="words">Walk every day.</p></condition-checker
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
    const element = await fixture<ConditionChecker>(
      html`<condition-checker><p>Walk every day.</p></condition-checker>`,
    );
    expect(labelOf(element)).to.equal(undefined);
    element.label = ' \n ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal(undefined);
  });

  it('follows its label', async () => {
    const element = await fixture<ConditionChecker>(html`<condition-checker></condition-checker>`);
    element.label = '  Good\n to know ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal('Good to know');
  });
});
