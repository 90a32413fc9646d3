// What a visitor and an author meet in action-link. What holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/action-link/define.js';
import { expect, fixture, html } from '@open-wc/testing';
import type { ActionLink } from '../../src/elements/action-link/action-link.js';

const labelOf = (element: ActionLink): string | null | undefined =>
  element.renderRoot.querySelector('[part="label"]')?.textContent;

describe('<action-link>', () => {
  it('shows its label above the words of the author', async () => {
    const element = await fixture<ActionLink>(
      html`<action-link label="Good to know"><p id="words">Walk every day.</p></action-link>`,
    );
    const words = element.querySelector('#words')!;
    expect(labelOf(element)).to.equal('Good to know');
    expect(words.assignedSlot, 'the author’s words are shown').to.exist;
    expect(words.getBoundingClientRect().top).to.be.greaterThan(
      element.getBoundingClientRect().top,
    );
  });

  it('shows no label where none is given, or only white space', async () => {
    const element = await fixture<ActionLink>(
      html`<action-link><p>Walk every day.</p></action-link>`,
    );
    expect(labelOf(element)).to.equal(undefined);
    element.label = ' \n ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal(undefined);
  });

  it('follows its label', async () => {
    const element = await fixture<ActionLink>(html`<action-link></action-link>`);
    element.label = '  Good\n to know ';
    await element.updateComplete;
    expect(labelOf(element)).to.equal('Good to know');
  });
});
