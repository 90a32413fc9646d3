// Whatever a call-tracking script does to a number, at whatever time: every place on the page shows, dials
// and says the same one. Without src/testing.js: the elements' roots are closed here, as on a clinic's page.
import '../../src/all.js';
import { expect } from '@open-wc/testing';
import { getSnapshotConfig, readFile, writeFile } from '@web/test-runner-commands';
import { html, LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { loadNumberBook } from '../../src/calls/call-link.js';
import { LightWalker, OpenRootWalker, type Replaced } from '../support/number-walkers.js';
import { freshNumbers, linksTo, settle, strays, type Numbered } from '../support/shown-numbers.js';

const WALKERS = { A: LightWalker, B: OpenRootWalker };
type Walker = keyof typeof WALKERS;

/** A way to have a number on the page. */
interface Subject {
  name: string;
  markup: (number: Numbered) => string;
  /** How many links to it there are in the page; one by default. */
  links?: number;
  /** Its link is out of sight on purpose. */
  hidden?: true;
  /** What stands in the page without being in the book: only a script that sees it changes it. */
  plain?: true;
  /** Brings it to where its number shows. */
  act?: (subject: Element) => Promise<void>;
}

const link = ({ href, text }: Numbered, words = text): string => `<a href="${href}">${words}</a>`;
const dotted = ({ text }: Numbered): string => text.replace(/\D+/g, '.').slice(1);
const fields = '<label>Email <input name="email"></label><button>Send</button>';

/** The endpoint is gone: what is left is to call. */
async function failToSend(subject: Element): Promise<void> {
  const real = globalThis.fetch;
  globalThis.fetch = () => Promise.resolve(new Response('', { status: 404 }));
  try {
    const form = subject.querySelector('contact-form')!;
    form.prefill({ name: 'Ada', email: 'ada@example.com', message: 'Hello', phone: '2105550187' });
    await form.submit();
  } finally {
    globalThis.fetch = real;
  }
}

const SUBJECTS: Subject[] = [
  {
    name: 'call-cta: attribute',
    markup: ({ text }) => `<call-cta phone="${text}" label="Talk to a nurse"></call-cta>`,
  },
  {
    name: 'call-cta: link',
    markup: (number) => `<call-cta label="Talk to a nurse">${link(number)}</call-cta>`,
  },
  {
    name: 'call-cta: attribute and link',
    markup: (number) => `<call-cta phone="${number.text}">${link(number)}</call-cta>`,
  },
  {
    name: 'call-cta: link in a paragraph',
    markup: (number) => `<call-cta><p>${link(number)}</p></call-cta>`,
  },
  {
    name: 'call-cta: link with words',
    markup: (number) => `<call-cta>${link(number, 'Call the clinic')}</call-cta>`,
  },
  {
    name: 'call-cta: number among words, named',
    markup: ({ href, text }) =>
      `<call-cta><a href="${href}" aria-label="Call ${text}" title="Call ${text}"><b>Call</b> ${text} now</a></call-cta>`,
  },
  {
    name: 'call-cta: sticky bar',
    markup: ({ text }) => `<call-cta sticky phone="${text}" label="Questions?"></call-cta>`,
  },
  {
    name: 'call-cta: another link while closed',
    markup: (number) =>
      `<call-cta phone="${number.text}"><p slot="closed">Leave a message: ${link(number)}</p></call-cta>`,
    links: 2,
  },
  {
    name: 'call-cta: with a link for text messages',
    markup: ({ text }) => `<call-cta phone="${text}" sms></call-cta>`,
    links: 2,
  },
  {
    name: 'phone-number: text',
    markup: ({ text }) => `<p>Call <phone-number>${text}</phone-number> by noon.</p>`,
  },
  {
    name: 'phone-number: text with dots',
    markup: (number) => `<p>Call <phone-number>${dotted(number)}</phone-number> by noon.</p>`,
  },
  {
    name: 'phone-number: text with no-break spaces',
    markup: ({ text }) =>
      `<p>Call <phone-number>${text.replace(' ', '&nbsp;')}</phone-number> by noon.</p>`,
  },
  {
    name: 'phone-number: link',
    markup: (number) => `<p>Call <phone-number>${link(number)}</phone-number> by noon.</p>`,
  },
  {
    name: 'phone-number: attribute',
    markup: ({ text }) => `<p>Call <phone-number phone="${text}"></phone-number> by noon.</p>`,
  },
  {
    name: 'contact-form: link until its own form is there',
    markup: (number) =>
      `<contact-form phone="${number.text}" action="/gone">${link(number)}</contact-form>`,
    hidden: true,
    plain: true,
  },
  {
    name: 'contact-form: author’s form, number in it and after it',
    markup: (number) =>
      `<contact-form phone="${number.text}"><form action="/gone" method="post">${fields}
        <p>Or call ${link(number)}</p></form><p>Rather talk? ${link(number)}</p></contact-form>`,
    links: 2,
    plain: true,
  },
  {
    name: 'contact-form: own form that could not send',
    markup: ({ text }) => `<contact-form phone="${text}" action="/gone"></contact-form>`,
    act: failToSend,
  },
  {
    name: 'contact-form: author’s form that could not send',
    markup: ({ text }) =>
      `<contact-form phone="${text}"><form action="/gone" method="post">${fields}</form></contact-form>`,
    act: failToSend,
  },
  {
    name: 'article-card: number in its text, and a phone-number',
    markup: (number) =>
      `<article-card><h3><a href="/a">Sleep</a></h3><p>Ask at ${number.text} or ${link(number)}, or
        <phone-number>${number.text}</phone-number>.</p></article-card>`,
    links: 2,
    plain: true,
  },
  {
    name: 'related-posts: cards with a number',
    markup: (number) =>
      `<related-posts heading="More"><article-card><h3><a href="/a">Sleep</a></h3><p>Ask at
        ${link(number)}.</p></article-card></related-posts>`,
    plain: true,
  },
  {
    name: 'related-posts: a list of links',
    markup: (number) =>
      `<related-posts heading="More"><ul><li><a href="/a">Walk</a></li><li>${link(number)}</li></ul></related-posts>`,
    plain: true,
  },
];

/** The other elements of the page that show the same number. */
const witnesses = ({ text }: Numbered): string => `
  <call-cta sticky phone="${text}" label="Call us"></call-cta>
  <call-cta phone="${text}" sms label="Call or text"></call-cta>
  <p>Call <phone-number>${text}</phone-number>, or <phone-number phone="${text}"></phone-number>.</p>
  <contact-form phone="${text}" action="/gone"></contact-form>`;
const WITNESSES = 5;

/** A page with a subject and witnesses, and a script that swaps its number. */
class Page {
  readonly own: Numbered;
  readonly shown: Numbered;
  readonly root: Element;
  readonly subject: Element;
  readonly script: LightWalker | OpenRootWalker;
  readonly #markup: string;

  constructor(
    readonly what: Subject,
    walker: Walker,
  ) {
    ({ own: this.own, shown: this.shown } = freshNumbers());
    const numbers: Replaced = { own: this.own.digits, shown: this.shown.digits };
    this.script = new WALKERS[walker](numbers);
    this.#markup = what.markup(this.own);
    // Tags without a class yet: this document has no registry.
    const { body } = document.implementation.createHTMLDocument();
    body.innerHTML = `<main><div>${this.#markup}</div>${witnesses(this.own)}</main>`;
    this.root = body.firstElementChild!;
    this.subject = this.root.firstElementChild!;
  }

  /** The elements upgrade and render. */
  async appear(): Promise<void> {
    document.body.append(this.root);
    await settle();
  }

  async swap(): Promise<void> {
    this.script.start();
    await settle();
  }

  /** Everything renders again, with other words. */
  async renderAgain(): Promise<void> {
    for (const element of this.root.querySelectorAll<LitElement>(':defined')) {
      if (!(element instanceof LitElement)) continue;
      for (const name of ['label', 'heading'])
        if (element.hasAttribute(name)) element.setAttribute(name, 'Other words');
      element.requestUpdate();
    }
    await settle();
  }

  leave(): void {
    this.script.stop();
    this.root.remove();
  }
}

/** When the script comes, and what happens to the element besides. */
const TIMES: Record<string, (page: Page) => Promise<void>> = {
  async 'before upgrade'(page) {
    page.script.walk(page.root);
    document.body.append(page.root);
    // In time for what the elements add, but not for the page itself.
    page.script.observe();
    await settle();
  },
  async 'after upgrade'(page) {
    await page.appear();
    await page.swap();
  },
  async 'element comes later'(page) {
    page.subject.remove();
    await page.appear();
    await page.swap();
    page.root.prepend(page.subject);
  },
  async 'between two renderings'(page) {
    await page.appear();
    await page.renderAgain();
    await page.swap();
    await page.renderAgain();
  },
  async 'element is moved'(page) {
    await page.appear();
    await page.swap();
    const section = document.createElement('section');
    page.root.append(section);
    section.append(page.subject);
  },
  async 'element was away meanwhile'(page) {
    await page.appear();
    page.subject.remove();
    await page.swap();
    page.root.append(page.subject);
  },
  async 'taken out and put back'(page) {
    await page.appear();
    await page.swap();
    page.subject.remove();
    await settle();
    page.root.prepend(page.subject);
  },
  async 'saved copy'(page) {
    await page.appear();
    await page.swap();
    page.script.stop();
    const saved = page.subject.innerHTML;
    page.subject.innerHTML = saved;
  },
};

const results = new Map<string, Record<Walker, string>>();
const note = (row: string, column: string, walker: Walker, cell: string): void => {
  const key = `${row}|${column}`;
  results.set(key, { ...(results.get(key) ?? { A: '', B: '' }), [walker]: cell });
};

describe('a number that a call-tracking script swaps', () => {
  before(() => loadNumberBook());

  for (const subject of SUBJECTS) {
    for (const [time, happen] of Object.entries(TIMES)) {
      for (const walker of Object.keys(WALKERS) as Walker[]) {
        it(`${subject.name}; ${time}; walker ${walker}`, async () => {
          const page = new Page(subject, walker);
          note(subject.name, time, walker, 'wrong');
          try {
            await happen(page);
            await settle();
            await subject.act?.(page.subject);
            expect(await strays(page.root, page.own, page.shown)).to.deep.equal([]);
            const links = linksTo(page.subject, page.shown);
            expect(links, 'its links, none doubled').to.have.length(subject.links ?? 1);
            if (!subject.hidden)
              expect(
                links.every((each) => each.checkVisibility()),
                'in sight',
              ).to.equal(true);
            const others = linksTo(page.root, page.shown).filter((each) => !links.includes(each));
            expect(others, 'the other elements’ links').to.have.length(WITNESSES);
            note(subject.name, time, walker, 'ok');
          } finally {
            page.leave();
          }
        });
      }
    }
  }

  for (const subject of SUBJECTS.filter(({ plain }) => !plain)) {
    it(`${subject.name}: every other element follows, though the script saw only this one`, async () => {
      const page = new Page(subject, 'A');
      try {
        await page.appear();
        await subject.act?.(page.subject);
        page.script.walk(page.subject);
        expect(page.script.writes, 'what the script found').to.be.greaterThan(0);
        await settle();
        expect(await strays(page.root, page.own, page.shown)).to.deep.equal([]);
      } finally {
        page.leave();
      }
    });

    it(`${subject.name}: follows, though the script saw only another one`, async () => {
      const page = new Page(subject, 'A');
      try {
        await page.appear();
        await subject.act?.(page.subject);
        page.script.walk(page.root.querySelector(':scope > call-cta')!);
        await settle();
        expect(await strays(page.root, page.own, page.shown)).to.deep.equal([]);
      } finally {
        page.leave();
      }
    });
  }
});
