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

describe('a slot that an editor put something round', () => {
  it('is found in it', async () => {
    const cta = await parsed(
      '<call-cta><p><a slot="closed" href="/contact/">Write</a></p></call-cta>',
      'call-cta',
    );
    expect(cta.querySelector(':scope > a')).to.have.property('slot', 'closed');
  });

  it('of another element in it stays where it is', async () => {
    const place = await parsed(
      '<open-hours><div><call-cta><b slot="closed">Write</b><i slot="note">N</i></call-cta></div></open-hours>',
      'open-hours',
    );
    expect(place.querySelector('call-cta > b')).to.have.property('slot', 'closed');
  });
});

describe('curly quotes', () => {
  const given = (element: Element) =>
    Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

  it('round attributes are taken off, and words that they lost come back', async () => {
    const link = await parsed(
      '<action-link href=“/check/” label=“Check your back now” variant=“card”></action-link>',
      'action-link',
    );
    expect(given(link)).to.deep.equal({
      href: '/check/',
      label: 'Check your back now',
      variant: 'card',
    });
    expect(link.querySelector('a')!.textContent).to.equal('Check your back now');
  });

  it('that were entities do the same', async () => {
    const cta = await parsed(
      '<call-cta phone=&#8221;(614) 555-0142&#8243; label=&#8220;Talk to us&#8221;></call-cta>',
      'call-cta',
    );
    expect(given(cta)).to.deep.equal({ phone: '(614) 555-0142', label: 'Talk to us' });
    expect(cta.querySelector('a')!.getAttribute('href')).to.equal('tel:+16145550142');
  });

  it('that belong to a text stay', async () => {
    const banner = await parsed(
      '<site-banner kind="info" message="“Best clinic in town”"></site-banner>',
      'site-banner',
    );
    expect(given(banner)).to.include({ message: '“Best clinic in town”' });
  });
});

describe('a tag that was never closed', () => {
  const AFTER =
    '\n<p>Text after it.</p>\n<h2>Next</h2>\n<p>More, at <a href="/more/">length</a>.</p>';

  for (const tag of [
    '<clinic-info src="/clinic.json" />',
    '<skip-link />',
    '<skip-link target="main">',
    '<contact-form action="/leads" fields="name email" />',
    '<open-hours hours="Mo-Fr 08:00-17:00" time-zone="America/New_York" />',
    '<site-banner message="Closed on Friday" dismissable />',
    '<medical-disclaimer country="US" />',
    '<medical-review reviewer="Asha Menon" credentials="MD" reviewed="2026-03-04" />',
    '<action-link href="/check/" label="Check" />',
    '<related-posts src="/no-posts.json" />',
    '<call-cta phone="(210) 555-0142" label="Call us" sticky />',
    '<call-cta><a href="tel:+12105550142">(210) 555-0142</a>',
    '<article-card href="/heat/" heading="Heat or ice?" />',
  ]) {
    it(`leaves the page to the page: ${tag}`, async () => {
      const name = /[a-z-]+/.exec(tag)![0];
      const element = await parsed(tag + AFTER, name);
      await aTimeout(0);
      const page = element.parentElement!;
      const own = [...page.querySelectorAll(':scope > :is(p, h2)')];
      expect(own.map(({ textContent }) => textContent)).to.deep.equal([
        'Text after it.',
        'Next',
        'More, at length.',
      ]);
      expect(shown(page, ':scope > :is(p, h2)')).to.deep.equal([true, true, true]);
    });
  }

  it('keeps the words and the link that it began with', async () => {
    const link = await parsed(`<skip-link><a href="#main">To the article</a>${AFTER}`, 'skip-link');
    expect(link.textContent.trim()).to.equal('To the article');
    expect(link.parentElement!.querySelector(':scope > h2')).not.to.equal(null);
  });

  it('leaves a number its button, and what its author wrote about it', async () => {
    const one = await parsed(
      `<call-cta phone="(210) 555-0142" label="Call us" />${AFTER}`,
      'call-cta',
    );
    await aTimeout(0);
    expect(one.querySelector('a')?.getAttribute('href')).to.equal('tel:+12105550142');
    expect(one.textContent.trim()).to.equal('(210) 555-0142');
    for (const markup of [
      '<call-cta>\n<p>Ask for the nurse line.</p>\n<p><a href="tel:+12105550142">(210) 555-0142</a></p>\n</call-cta>',
      '<call-cta phone="(210) 555-0142" label="Call us">\n<p>Ask for the nurse line.</p>\n</call-cta>',
      '<call-cta phone="(210) 555-0142">\n<p slot="closed"><a href="/contact/">Write to us</a></p>\n</call-cta>',
    ]) {
      const cta = await parsed(markup, 'call-cta');
      await aTimeout(0);
      expect(cta.nextSibling, markup).to.equal(null);
    }
  });

  it('leaves a list of posts the links that its author wrote for it', async () => {
    const LINKS = '\n<p><a href="/heat/">Heat or ice?</a></p>\n<p>– <a href="/knee/">Knees</a></p>';
    for (const markup of [
      `<related-posts src="/no-posts.json">${LINKS}</related-posts>`,
      `<related-posts src="/no-posts.json">\n<p>Read on:</p>\n<ul><li><a href="/heat/">Heat or ice?</a></li></ul></related-posts>`,
      `<related-posts src="/no-posts.json"><p>Read <a href="/heat/">on</a></p></related-posts>`,
    ]) {
      const list = await parsed(markup, 'related-posts');
      await aTimeout(0);
      expect(list.nextSibling).to.equal(null);
    }
  });

  it('is not seen in one that was closed', async () => {
    const form = await parsed(
      `<contact-form action="/leads">${AFTER}</contact-form><p>The page</p>`,
      'contact-form',
    );
    expect(form.querySelectorAll('p')).to.have.length(2);
  });

  it('keeps what an author wrote into a card that is the last thing in its box', async () => {
    const card = await parsed(
      '<article-card>\n<h3><a href="/a/">One</a></h3>\n<p>\nWords.\n</p>\n<p>More words.</p>\n<p><a href="/a/">Read on</a></p></article-card>',
      'article-card',
    );
    expect(card.querySelectorAll('p')).to.have.length(3);
  });

  it('leaves a card in a box of the page in its box', async () => {
    const card = await parsed(
      '<article-card href="/a/" heading="One" />\n<p>Text after it.</p>\n<div><article-card href="/b/" heading="Two"></article-card></div>',
      'article-card',
    );
    const page = card.parentElement!;
    expect([...page.children].map(({ localName }) => localName).slice(0, 3)).to.deep.equal([
      'article-card',
      'p',
      'div',
    ]);
    expect(page.querySelectorAll(':scope > div > article-card')).to.have.length(1);
  });

  it('shows no JSON whose script was taken', async () => {
    const info = await parsed('<clinic-info>\n<p>{"name": "Fernhollow"}</p>', 'clinic-info');
    expect(shown(info, '*')).to.deep.equal([false]);
  });
});

describe('JSON whose script was taken', () => {
  const POSTS = '[{"title": "Heat or ice?", "url": "/heat/"}]';

  it('is read, and a link behind it stays', async () => {
    const list = await parsed(
      `<related-posts>\n${POSTS}<br>\n<a href="/articles/">All articles</a></related-posts>`,
      'related-posts',
    );
    expect(list.querySelector('[type="application/json"]')!.textContent.trim()).to.equal(POSTS);
    expect(list.textContent.replace(POSTS, '').trim()).to.equal('All articles');
  });

  for (const words of [
    '[1] Smith and others',
    '{Posts} to come]',
    `${POSTS.slice(0, -1)}<b>!</b>]`,
  ])
    it(`is no text that only looks like it: ${words}`, async () => {
      const list = await parsed(`<related-posts>\n${words}</related-posts>`, 'related-posts');
      expect(list.innerHTML.trim()).to.equal(words);
    });
});

describe('an emoji that WordPress made a picture of', () => {
  const EMOJI = '<img class="emoji" alt="👋" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">';

  it('is no portrait and no picture of the article', async () => {
    const card = await parsed(
      `<provider-card name="Asha Menon" accepting="yes"><h3>${EMOJI} Asha Menon</h3></provider-card>`,
      'provider-card',
    );
    expect(card.querySelector('h3')!.getBoundingClientRect().height).to.be.below(80);
    const hero = await parsed(
      `<article-hero image="data:image/gif;base64,R0lGODlhAQABAAAAACw="><h1>${EMOJI} Hello</h1></article-hero>`,
      'article-hero',
    );
    for (let turn = 0; turn < 50 && !hero.querySelector(':scope > img'); turn++) await aTimeout(20);
    expect(hero.querySelector(':scope > img')).not.to.equal(null);
  });
});
