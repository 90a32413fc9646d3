// Call-tracking scripts, frameworks and measurement that meet at one number; and what none of them changes.
// Without src/testing.js: the elements' roots are closed here, as on a clinic's page.
import '../../src/all.js';
import { expect, waitUntil } from '@open-wc/testing';
import { ArticleCard } from '../../src/index.js';
import { loadNumberBook } from '../../src/calls/call-link.js';
import { dotted, link, SUBJECTS, WITNESSES, witnesses } from '../support/number-places.js';
import {
  LightWalker,
  OpenRootWalker,
  type NumberWalker,
  type Replaced,
} from '../support/number-walkers.js';
import { freshNumbers, linksTo, settle, strays, type Numbered } from '../support/shown-numbers.js';

const EVERYTHING = {
  childList: true,
  subtree: true,
  attributes: true,
  characterData: true,
} as const;

describe('a number on a page', () => {
  let own: Numbered;
  let shown: Numbered;
  let root: HTMLElement;
  const scripts: NumberWalker[] = [];
  const stops: (() => void)[] = [];

  const script = (
    from: Numbered,
    to: Numbered,
    Walker: new (numbers: Replaced) => NumberWalker = LightWalker,
  ) => {
    const made = new Walker({ own: from.digits, shown: to.digits });
    scripts.push(made);
    return made;
  };
  const show = async (markup: string) => {
    root.innerHTML = markup;
    await settle();
  };
  const find = (selector: string) => root.querySelector<HTMLElement>(selector)!;
  const says = (selector: string) => {
    const { href, textContent } = find(`${selector} a`) as HTMLAnchorElement;
    return [href, textContent];
  };
  const allShow = async (number: Numbered, old = own) => {
    await settle();
    expect(await strays(root, old, number)).to.deep.equal([]);
    for (const each of linksTo(root, number)) expect(each.textContent!.trim()).to.not.equal('');
  };

  before(() => loadNumberBook());
  beforeEach(() => {
    ({ own, shown } = freshNumbers());
    root = document.body.appendChild(document.createElement('main'));
  });
  afterEach(() => {
    for (const each of scripts.splice(0)) each.stop();
    for (const stop of stops.splice(0)) stop();
    root.remove();
  });

  describe('and two call-tracking scripts that want different ones', () => {
    const second = () => freshNumbers().shown;
    const arrive = {
      'both there before the elements': async (first: NumberWalker, other: NumberWalker) => {
        const { body } = document.implementation.createHTMLDocument();
        body.append(root);
        root.innerHTML = witnesses(own);
        first.walk(root);
        other.walk(root);
        document.body.append(root);
        first.observe();
        other.observe();
      },
      'both there after them': async (first: NumberWalker, other: NumberWalker) => {
        await show(witnesses(own));
        first.start();
        other.start();
      },
      'one before, one after': async (first: NumberWalker, other: NumberWalker) => {
        first.start();
        await show(witnesses(own));
        other.start();
      },
      'and elements that come when both look': async (first: NumberWalker, other: NumberWalker) => {
        first.start();
        other.start();
        await show(witnesses(own));
        root.insertAdjacentHTML('beforeend', `<call-cta phone="${own.text}"></call-cta>`);
      },
    };
    const wants = {
      'each another number': (other: Numbered) => [
        script(own, shown),
        script(own, other, OpenRootWalker),
      ],
      'the one what the other one put there': (other: Numbered) => [
        script(own, shown),
        script(shown, other, OpenRootWalker),
      ],
      'the one the clinic’s own back': () => [
        script(own, shown),
        script(shown, own, OpenRootWalker),
      ],
    };

    for (const [when, start] of Object.entries(arrive)) {
      for (const [what, want] of Object.entries(wants)) {
        it(`${when}, ${what}: it comes to rest, and every place says the same`, async () => {
          let changes = 0;
          const counter = new MutationObserver((records) => (changes += records.length));
          counter.observe(document.body, EVERYTHING);
          stops.push(() => counter.disconnect());
          const [first, other] = want(second());
          await start(first!, other!);
          // A form near the screen makes its own part of it meanwhile.
          for (let until = -1, round = 0; until !== changes && round < 20; round++) {
            until = changes;
            await settle();
            if (round === 19) expect(changes, 'nothing moves any more').to.equal(until);
          }
          // Making the elements is about 30 of them.
          expect(changes).to.be.lessThan(100);
          const number = (await loadNumberBook())!.shown(own.text)!;
          const hrefs = new Set(
            [...root.querySelectorAll('a[href^="tel:"]')].map((each) => each.getAttribute('href')),
          );
          expect([...hrefs]).to.deep.equal([number.href]);
          const texts = new Set(
            [...root.querySelectorAll('a[href^="tel:"]')].map(({ textContent }) => textContent),
          );
          expect([...texts]).to.deep.equal([number.text]);
        });
      }
    }
  });

  describe('that is to stay', () => {
    for (const when of ['before', 'after']) {
      it(`with no-swap it stays, and the others are swapped (script ${when} upgrade)`, async () => {
        const { body } = document.implementation.createHTMLDocument();
        body.append(root);
        root.innerHTML = `<call-cta no-swap phone="${own.text}">${link(own)}</call-cta>
          <p>Or <phone-number no-swap phone="${own.text}">${own.text}</phone-number></p>
          <div>${witnesses(own)}</div>`;
        const walker = script(own, shown);
        if (when === 'before') walker.walk(root);
        document.body.append(root);
        walker.observe();
        await settle();
        walker.start();
        await settle();
        for (const selector of ['[no-swap]', 'phone-number[no-swap]'])
          expect(says(selector)).to.deep.equal([own.href, own.text]);
        expect(linksTo(root, own)).to.have.length(2);
        expect(linksTo(root, shown)).to.have.length(WITNESSES);
      });
    }

    it('an emergency number stays where the clinic’s is swapped, and when a script writes over it', async () => {
      await show(`<call-cta phone="911"></call-cta> <phone-number>988</phone-number>
        <phone-number><a href="tel:911">Call 911</a></phone-number><div>${witnesses(own)}</div>`);
      script(own, shown).start();
      await settle();
      for (const each of root.querySelectorAll<HTMLAnchorElement>(
        'a[href="tel:911"], a[href="tel:988"]',
      )) {
        each.lastChild!.nodeValue = shown.text;
        each.href = shown.href;
      }
      await settle();
      expect(says('call-cta')).to.deep.equal(['tel:911', '911']);
      expect(says('phone-number')).to.deep.equal(['tel:988', '988']);
      expect(says('phone-number + phone-number')).to.deep.equal(['tel:911', '911']);
      await allShow(shown);
    });

    for (const [what, text] of [
      ['nothing', ''],
      ['an emergency number', '911'],
      ['half a number', '(830) 555-01'],
      ['words of its own', 'Loading…'],
    ]) {
      it(`a script that writes ${what} in its place takes it from nobody`, async () => {
        await show(witnesses(own));
        for (const each of root.querySelectorAll('call-cta a, phone-number a'))
          each.firstChild!.nodeValue = text!;
        await settle();
        for (const each of root.querySelectorAll('call-cta, phone-number')) {
          const number = each.querySelector('a')!;
          expect(number.getAttribute('href')).to.equal(own.href);
          expect(number.checkVisibility(), 'in sight').to.equal(true);
          expect(number.getBoundingClientRect().width, 'to be pressed').to.be.greaterThan(20);
          if (text !== 'Loading…') expect(number.textContent).to.equal(own.text);
        }
      });
    }
  });

  describe('that a framework wrote', () => {
    const places = {
      'call-cta': () => `<call-cta>${link(own)}</call-cta>`,
      'a paragraph in call-cta': () => `<call-cta><p>${link(own)}</p></call-cta>`,
      'phone-number': () => `<p>Call <phone-number>${link(own)}</phone-number></p>`,
    };
    const renders = {
      'writes its text and address again in place': (made: HTMLAnchorElement) => {
        made.firstChild!.nodeValue = own.text;
        made.setAttribute('href', own.href);
      },
      'writes its text again in place': (made: HTMLAnchorElement) => {
        made.firstChild!.nodeValue = own.text;
      },
      'puts a new text into it': (made: HTMLAnchorElement) => {
        made.replaceChildren(own.text);
      },
      'puts a new link in its place': (made: HTMLAnchorElement) => {
        const next = document.createElement('a');
        next.href = own.href;
        next.textContent = own.text;
        made.replaceWith(next);
      },
    };

    for (const [where, markup] of Object.entries(places)) {
      for (const [what, render] of Object.entries(renders)) {
        for (const looks of [true, false]) {
          it(`in ${where}, stays swapped when it ${what}${looks ? '' : ', though no script looks any more'}`, async () => {
            await show(`${markup()}<div>${witnesses(own)}</div>`);
            const walker = script(own, shown);
            walker.start();
            await settle();
            if (!looks) walker.stop();
            const made = root.querySelector('a')!;
            render(made);
            await allShow(shown);
            expect(linksTo(root, shown)).to.have.length(WITNESSES + 1);
          });
        }
      }
    }
  });

  describe('that cross-domain measurement decorates', () => {
    for (const when of ['before upgrade', 'before the swap', 'after the swap']) {
      it(`dials the number and no query, decorated ${when}`, async () => {
        const decorate = () => {
          for (const each of root.querySelectorAll('a[href^="tel:"]'))
            each.setAttribute('href', `${each.getAttribute('href')}?_gl=1*1a2b3c*_ga*5550100`);
        };
        const { body } = document.implementation.createHTMLDocument();
        body.append(root);
        root.innerHTML = `<call-cta>${link(own)}</call-cta><phone-number>${link(own)}</phone-number>${witnesses(own)}`;
        if (when === 'before upgrade') decorate();
        document.body.append(root);
        await settle();
        if (when === 'before the swap') decorate();
        await settle();
        script(own, shown, OpenRootWalker).start();
        await settle();
        if (when === 'after the swap') decorate();
        await allShow(shown);
        expect(linksTo(root, shown)).to.have.length(WITNESSES + 2);
      });
    }
  });

  it('in words that an element makes children of is swapped like the author’s', async () => {
    await ArticleCard.prepare();
    await show(
      `<article-card href="/a" heading="Sleep" excerpt="Ask at ${own.text}."></article-card>`,
    );
    await waitUntil(() => root.querySelector('[data-clinic-made="excerpt"]'));
    script(own, shown).start();
    await settle();
    expect(await strays(root, own, shown)).to.deep.equal([]);
    expect(root.querySelector('article-card')!.textContent).to.contain(shown.text);
  });

  describe('that no script gets at stays the clinic’s own', () => {
    it('in words that an element makes from an attribute', async () => {
      await show(`<call-cta label="Call ${own.text}"></call-cta>
        <contact-form heading="Or call ${dotted(own)}"></contact-form>`);
      script(own, shown).start();
      script(own, shown, OpenRootWalker).start();
      await settle();
      // Two places, none swapped, and none of them dials.
      const left = (await strays(root, own, shown)).filter((line) => line.startsWith('the text'));
      expect(left).to.have.length(2);
      expect(linksTo(root, own)).to.deep.equal([]);
    });

    it('in a shielded form, but for a phone-number', async () => {
      await show(`<contact-form shielded action="/gone" phone="${own.text}"><form method="post">
        <label>Email <input name="email"></label><button>Send</button>
        <p>Call ${link(own, 'the desk')} or <phone-number>${own.text}</phone-number></p>
        </form></contact-form>`);
      await waitUntil(() => !root.querySelector('form'), 'the form is in the root');
      script(own, shown).start();
      script(own, shown, OpenRootWalker).start();
      // The form's own link for scripts comes with the code that sends.
      await waitUntil(() => root.querySelector('[data-clinic="number"]'));
      await settle();
      const links = [...linksTo(root, own), ...linksTo(root, shown)];
      expect(links.map(({ textContent }) => textContent)).to.deep.equal(['the desk', shown.text]);
    });
  });
});

describe('a page of its own, with the library as one file', () => {
  interface Frame {
    page: Document;
    own: Numbered;
    shown: Numbered;
    load: () => Promise<void>;
  }

  async function open(markup?: string): Promise<Frame> {
    const { own, shown } = freshNumbers();
    const frame = document.createElement('iframe');
    frame.src = '/test/fixtures/blank-page.html';
    frame.width = '900';
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const page = frame.contentDocument!;
    const places = SUBJECTS.map((subject) => `<div>${subject.markup(own)}</div>`);
    page.body.innerHTML = markup ?? `${places.join('')}${witnesses(own)}`;
    const load = () =>
      new Promise<void>((resolve, reject) => {
        const script = page.createElement('script');
        script.type = 'module';
        script.src = '/dist/cdn/clinic-elements.js';
        script.addEventListener('load', () => {
          // What a form loads when somebody comes near it.
          for (const form of page.querySelectorAll('contact-form'))
            form.dispatchEvent(new Event('focusin'));
          resolve();
        });
        script.addEventListener('error', () => reject(new Error('build the library first')));
        page.head.append(script);
      });
    return { page, own, shown, load };
  }

  afterEach(() => document.querySelector('iframe')!.remove());

  /** All of them, once the code that loads later has come. */
  async function allShow(page: Document, own: Numbered, shown: Numbered): Promise<void> {
    const left = () => strays(page.body, own, shown);
    const ready = async () =>
      !!page.querySelector('[data-clinic="number"]') &&
      !(await left()).length &&
      linksTo(page.body, shown).length >= LINKS;
    await waitUntil(ready, 'all the same').catch(() => {});
    // So that forms are in the book too.
    expect(page.querySelectorAll('[data-clinic="number"]')).to.have.length(FORMS);
    expect(await left()).to.deep.equal([]);
    expect(linksTo(page.body, shown)).to.have.length(LINKS);
  }
  const FORMS = 5;
  // Notices only show when a form could not send.
  const LINKS =
    WITNESSES + SUBJECTS.filter(({ act }) => !act).reduce((sum, { links = 1 }) => sum + links, 0);

  for (const Walker of [LightWalker, OpenRootWalker]) {
    it(`the script is first (${Walker.name})`, async () => {
      const { page, own, shown, load } = await open();
      const walker = new Walker({ own: own.digits, shown: shown.digits });
      walker.start(page.body);
      await load();
      await allShow(page, own, shown);
      walker.stop();
    });

    it(`the library is first (${Walker.name})`, async () => {
      const { page, own, shown, load } = await open();
      const walker = new Walker({ own: own.digits, shown: shown.digits });
      await load();
      walker.start(page.body);
      await allShow(page, own, shown);
      walker.stop();
    });

    it(`another visitor gets a copy of the page that was saved when it was swapped (${Walker.name})`, async () => {
      const first = await open();
      const { own, shown } = first;
      const walker = new Walker({ own: own.digits, shown: shown.digits });
      await first.load();
      walker.start(first.page.body);
      await allShow(first.page, own, shown);
      walker.stop();
      const saved = first.page.body.innerHTML;
      document.querySelector('iframe')!.remove();
      const { page, load } = await open(saved);
      await load();
      await allShow(page, own, shown);
    });
  }
});
