import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  languageOf,
  localeOf,
  messagesAt,
  onLocaleChange,
  registerLocale,
  setLocaleSource,
} from '../../src/foundation/locale.js';
import { es } from '../../src/locales/messages/es.js';
import { articleCard } from '../../src/locales/en/article-card.js';
import { contactForm } from '../../src/locales/en/contact-form.js';
import { contactFormSending } from '../../src/locales/en/contact-form-sending.js';
import { relatedPosts } from '../../src/locales/en/related-posts.js';

/** As much of an element as the language of a place needs. */
function at(lang: string | null | undefined, host?: Element): Element {
  const holder = lang === undefined ? null : { getAttribute: () => lang };
  return {
    closest: () => holder,
    getRootNode: () => (host ? { host } : {}),
  } as unknown as Element;
}

describe('the language of a place', () => {
  it('is the nearest lang', () => {
    assert.equal(languageOf(at('es-MX')), 'es-MX');
  });

  it('is found through shadow roots', () => {
    assert.equal(languageOf(at(undefined, at(undefined, at('fr')))), 'fr');
  });

  it('is English where nobody says, and where somebody says nothing', () => {
    assert.equal(languageOf(at(undefined)), 'en');
    assert.equal(languageOf(at('')), 'en');
  });

  it('is English on a server, where a node has no surroundings', () => {
    assert.equal(languageOf({} as Element), 'en');
  });
});

describe('words', () => {
  const english = { call: 'Call', hello: (name: string) => `Hello ${name}` };

  it('are English where a language is not there', () => {
    assert.deepEqual(messagesAt(at('xx'), 'callCta', english), english);
  });

  it('are those of the language, with English in the gaps', () => {
    registerLocale('pt', { callCta: { call: 'Ligar' } });
    const words = messagesAt(at('pt'), 'callCta', english);
    assert.equal(words.call, 'Ligar');
    assert.equal(words.hello('Rosa'), 'Hello Rosa');
  });

  it('serve a kind of the language, in any letter case, unless it has its own', () => {
    registerLocale('de', { callCta: { call: 'Anrufen' } });
    registerLocale('de-CH', { callCta: { call: 'Aalüte' } });
    assert.equal(messagesAt(at('DE-at'), 'callCta', english).call, 'Anrufen');
    assert.equal(messagesAt(at('de-ch'), 'callCta', english).call, 'Aalüte');
  });

  it('of several elements add up', () => {
    registerLocale('it', { one: { a: 'A' } });
    registerLocale('it', { two: { b: 'B' } });
    assert.deepEqual(localeOf('it'), { one: { a: 'A' }, two: { b: 'B' } });
  });

  it('are told of when they come, until the listener leaves', () => {
    let told = 0;
    const stop = onLocaleChange(() => told++);
    registerLocale('nl', {});
    stop();
    registerLocale('nl', {});
    assert.equal(told, 1);
  });

  it('are asked for by language, without the region', () => {
    const asked: string[] = [];
    setLocaleSource((language) => asked.push(language));
    assert.equal(localeOf('sv-FI'), undefined);
    assert.equal(localeOf(''), undefined);
    localeOf('nl');
    setLocaleSource(() => {});
    assert.deepEqual(asked, ['sv', '']);
  });

  it('never come from an object’s prototype', () => {
    registerLocale('__proto__', { callCta: { call: 'x' } });
    for (const name of ['constructor', 'toString', 'hasOwnProperty'])
      assert.equal(localeOf(name), undefined);
    assert.equal(({} as Record<string, unknown>).callCta, undefined);
  });
});

describe('Spanish', () => {
  const source = { articleCard, contactForm, contactFormSending, relatedPosts };
  type Words = Record<string, string | ((...values: (string | number)[]) => string)>;

  for (const [element, english] of Object.entries(source)) {
    it(`says everything that ${element} says in English, and says it in Spanish`, () => {
      const spanish = es[element as keyof typeof es] as unknown as Words;
      assert.deepEqual(Object.keys(spanish).sort(), Object.keys(english).sort());
      for (const [key, word] of Object.entries(english as unknown as Words)) {
        const values = ['Uno', 'Dos'];
        const say = (each: Words[string]) => (typeof each === 'function' ? each(...values) : each);
        const said = say(spanish[key]!);
        assert.ok(said.trim(), `${key} says something`);
        assert.notEqual(said, say(word), key);
        // Each value that goes into the English goes into the Spanish.
        for (const value of values)
          assert.equal(said.includes(value), say(word).includes(value), key);
      }
    });
  }
});
