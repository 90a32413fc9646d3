import '../../src/testing.js';
import '../../src/all.js';
import { aTimeout, expect } from '@open-wc/testing';
import { parsed as parse } from '../elements/support.js';

/** As the page is once what tidies, which loads later, has had its turn. */
async function parsed(markup: string, tag: string): Promise<HTMLElement> {
  const element = await parse(markup, tag);
  await import('../../src/foundation/editor-marks.js');
  await aTimeout(0);
  return element;
}

const shown = (element: Element, selector: string) =>
  [...element.querySelectorAll(selector)].map((child) => child.checkVisibility());

describe('what an editor or another library left among the children', () => {
  for (const tag of ['article-card', 'related-posts', 'call-cta', 'open-hours', 'phone-number']) {
    it(`a child with a slot that <${tag}> does not have stays in sight`, async () => {
      const element = await parsed(
        `<${tag}><a slot="title" href="/a/">One</a><b slot="closed">Two</b><i slot="note">Three</i></${tag}>`,
        tag,
      );
      expect(shown(element, 'a, b, i')).to.deep.equal([true, true, true]);
    });

    it(`empty paragraphs in <${tag}> take no room, whatever white space is in them`, async () => {
      const element = await parsed(
        `<${tag}><p>\n</p><p></p><p>&nbsp;<br></p><a href="/a/">One</a><p>Words</p></${tag}>`,
        tag,
      );
      expect(shown(element, 'p')).to.deep.equal([false, false, false, true]);
    });
  }

  it('a slot that the element has is kept', async () => {
    const cta = await parsed('<call-cta><b slot="closed">Write</b></call-cta>', 'call-cta');
    expect(cta.querySelector('b')!.slot).to.equal('closed');
  });

  it('a form that has a field named slot is left alone', async () => {
    const form = await parsed(
      '<contact-form action="/x"><form slot="x"><input name="slot"><input name="removeAttribute"></form></contact-form>',
      'contact-form',
    );
    expect(shown(form, 'input')).to.deep.equal([true, true]);
  });

  it('a paragraph that waits for a script to write into it is left to it', async () => {
    const card = await parsed(
      '<article-card><p id="later"> </p><a href="/a/">One</a></article-card>',
      'article-card',
    );
    const later = card.querySelector<HTMLElement>('#later')!;
    later.textContent = 'Here it is';
    expect(later.checkVisibility()).to.equal(true);
  });
});
