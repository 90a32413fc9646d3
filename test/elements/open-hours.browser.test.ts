// What a visitor and an author meet in open-hours. What holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/open-hours/define.js';
import { expect, fixture, html } from '@open-wc/testing';
import type { OpenHours } from '../../src/elements/open-hours/open-hours.js';

const labelOf = (element: OpenHours): string | null | undefined =>
  element.renderRoot.querySelector('[part="label"]')?.textContent;

describe('<open-hours>', () => {
  it('shows its label above the words of the author', async () => {
    const element = await fixture<OpenHours>(
      html`<open-hours label="Good to know"><p id="words">Walk every day.</p></open-hours>`,
    );
    const words = element.querySelector('#words')!;
    expect(labelOf(element)).to.equal('Good to know');
    expect(words.assignedSlot, 'the author’s words are shown').to.exist;
    expect(words.getBoundingClientRect().top).to.be.greaterThan(
      element.getBoundingClientRect().top,
    );
  });

  it('shows no label where none is given, or only white space', async () => {
    const element = await fixture<OpenHours>(html`<open-hours><p>Walk every day.</p></open-hours>`);
    expect(labelOf(element)).to.equal(undefined);
    element.label = ' \n ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal(undefined);
  });

  it('follows its label', async () => {
    const element = await fixture<OpenHours>(html`<open-hours></open-hours>`);
    element.label = '  Good\n to know ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal('Good to know');
  });
});
