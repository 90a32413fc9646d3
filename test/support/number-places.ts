import type { Numbered } from './shown-numbers.js';

/** A way to have a number on the page. */
export interface Subject {
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

export const link = ({ href, text }: Numbered, words = text): string =>
  `<a href="${href}">${words}</a>`;
export const dotted = ({ text }: Numbered): string => text.replace(/\D+/g, '.').slice(1);
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

export const SUBJECTS: Subject[] = [
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
    name: 'call-cta: number over several text nodes',
    markup: ({ href, text }) =>
      `<call-cta><a href="${href}">${text.replace('-', '<!-- -->-')}</a></call-cta>`,
  },
  {
    name: 'call-cta: separators that scripts cannot read',
    markup: ({ href, text }) =>
      `<call-cta><a href="${href}">${text.replace(' ', '&#x202f;').replace('-', '&#x2011;')}</a></call-cta>`,
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
    name: 'phone-number: text with two spaces',
    markup: ({ text }) =>
      `<p>Call <phone-number>${text.replace(' ', '  ')}</phone-number> by noon.</p>`,
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
export const witnesses = ({ text }: Numbered): string => `
  <call-cta sticky phone="${text}" label="Call us"></call-cta>
  <call-cta phone="${text}" sms label="Call or text"></call-cta>
  <p>Call <phone-number>${text}</phone-number>, or <phone-number phone="${text}"></phone-number>.</p>
  <contact-form phone="${text}" action="/gone"></contact-form>`;
/** How many links to the number that makes. */
export const WITNESSES = 5;
