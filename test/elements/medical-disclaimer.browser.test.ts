// What a visitor and an author meet in medical-disclaimer. Whose number is which is in test/calls; what holds for every element is in test/contract.
import '../../src/testing.js';
import '../../src/elements/medical-disclaimer/define.js';
import '../../src/locales/on-demand.js';
import { sendKeys } from '@web/test-runner-commands';
import { expect, waitUntil } from '@open-wc/testing';
import { numberBook } from '../../src/calls/number-book.js';
import type { ClinicFacts } from '../../src/clinic/facts.js';
import { publishFacts } from '../../src/clinic/load-facts.js';
import { pageFacts } from '../../src/clinic/page-facts.js';
import type { MedicalDisclaimer } from '../../src/elements/medical-disclaimer/medical-disclaimer.js';
import { LightWalker, OpenRootWalker } from '../support/number-walkers.js';
import { parsed, watchConsole, watchLinks, words } from './support.js';

const make = (markup: string): Promise<MedicalDisclaimer> =>
  parsed<MedicalDisclaimer>(markup, 'medical-disclaimer');
const lines = (element: Element): string[] =>
  [...element.children].map((child) => `${child.localName} ${words(child)}`);
const numbers = (element: Element): string[] =>
  [...element.querySelectorAll('a')].map((link) => `${words(link)} ${link.getAttribute('href')}`);

describe('<medical-disclaimer>', () => {
  let spy: ReturnType<typeof watchConsole>;
  beforeEach(() => (spy = watchConsole()));
  afterEach(() => spy.restore());

  it('in one line says that it is no advice and whom to call, as ordinary children', async () => {
    const element = await make('<medical-disclaimer country="US"></medical-disclaimer>');
    expect(lines(element)).to.have.length(2);
    expect(lines(element)[0]).to.match(/^p This page is general information, not medical advice\./);
    expect(lines(element)[1]).to.equal('p If this may be an emergency, call 911 now.');
    expect(numbers(element)).to.deep.equal(['911 tel:911']);
    expect(spy.lines).to.be.empty;
  });

  it('has words for a form and for a checker, a heading, and the crisis line', async () => {
    const element = await make(
      '<medical-disclaimer country="US" kind="form" heading="Good to know" heading-level="4" crisis-line></medical-disclaimer>',
    );
    const [heading, own, emergency, crisis] = lines(element);
    expect(heading).to.equal('h4 Good to know');
    expect(own).to.include('This form is not for emergencies');
    expect(emergency).to.include('911');
    expect(crisis).to.equal('p In a mental health crisis, call or text 988, day or night.');
    element.kind = 'checker';
    element.crisisLine = false;
    await element.updateComplete;
    expect(lines(element)).to.have.length(3);
    expect(lines(element)[1]).to.include('cannot tell what you have');
  });

  it('the author’s words take the place of its own, and the emergency line is added', async () => {
    const element = await make(
      '<medical-disclaimer country="US"><h3>Please note</h3><p>Talk to your doctor first.</p></medical-disclaimer>',
    );
    expect(lines(element)).to.deep.equal([
      'h3 Please note',
      'p Talk to your doctor first.',
      'p If this may be an emergency, call 911 now.',
    ]);
    const bare = await make(
      '<medical-disclaimer country="US">Talk to your doctor.</medical-disclaimer>',
    );
    expect(words(bare)).to.match(/^Talk to your doctor\. ?If this/);
    const headed = await make(
      '<medical-disclaimer country="US" heading="Not shown"><h3>Please note</h3></medical-disclaimer>',
    );
    expect(lines(headed)).to.include('h3 Please note').and.not.include('h3 Not shown');
    expect(words(headed)).to.include('not medical advice');
  });

  it('but not where they name the number themselves', async () => {
    for (const said of ['Call <a href="tel:911">911</a>.', 'In an emergency dial 9-1-1.']) {
      const element = await make(
        `<medical-disclaimer country="US"><p>${said}</p></medical-disclaimer>`,
      );
      expect(element.innerHTML).to.equal(`<p>${said}</p>`);
    }
    const other = await make(
      '<medical-disclaimer country="US"><p>Call (210) 555-0911.</p></medical-disclaimer>',
    );
    expect(numbers(other)).to.deep.equal(['911 tel:911']);
  });

  it('words that come later, or go, are followed; a saved copy says it once', async () => {
    const element = await make('<medical-disclaimer country="US"></medical-disclaimer>');
    const copy = await make(element.outerHTML);
    expect(copy.outerHTML).to.equal(element.outerHTML);
    copy.insertAdjacentHTML('beforeend', '<p id="own">Call 911 first.</p>');
    await waitUntil(() => lines(copy).length === 1);
    copy.querySelector('#own')!.remove();
    await waitUntil(() => lines(copy).length === 2);
  });

  it('dials what people there dial: by country, else by the page’s language', async () => {
    const places: [lang: string, attributes: string, number: string][] = [
      ['en-US', '', '911'],
      ['en-GB', '', '999'],
      ['en-AU', '', '000'],
      ['es-US', 'country="gb"', '999'],
      ['fr-FR', 'country="CA"', '911'],
      ['en', 'country="DE"', '112'],
      ['en', 'emergency-number="9-1-1"', '911'],
      ['en-GB', 'emergency-number="112"', '112'],
    ];
    for (const [lang, attributes, number] of places) {
      const element = await make(
        `<div lang="${lang}"><medical-disclaimer ${attributes}></medical-disclaimer></div>`,
      );
      expect(numbers(element), `${lang} ${attributes}`).to.deep.equal([`${number} tel:${number}`]);
    }
    expect(spy.lines).to.be.empty;
  });

  it('dials what people dial where the clinic is, before what its page’s language says', async () => {
    const inCountry = (...countries: string[]): ClinicFacts => ({
      places: countries.map((country, id) => ({ id: `p${id}`, address: { country } })),
    });
    const cases: [facts: ClinicFacts, attributes: string, number: string][] = [
      [inCountry('US', 'US'), '', '911'],
      [{ emergencyNumber: '112', ...inCountry('GB') }, '', '112'],
      [{ emergencyNumber: '911' }, 'country="AU"', '000'],
      [{ emergencyNumber: '911' }, 'emergency-number="112"', '112'],
      [inCountry('US', 'MX'), '', '999'],
      [{}, '', '999'],
    ];
    const element = await make('<div lang="en-GB"><medical-disclaimer></medical-disclaimer></div>');
    expect(numbers(element), 'painted without').to.deep.equal(['999 tel:999']);
    try {
      for (const [facts, attributes, number] of cases) {
        publishFacts(facts);
        await element.updateComplete;
        const other = await make(
          `<div lang="en-GB"><medical-disclaimer ${attributes}></medical-disclaimer></div>`,
        );
        const now = attributes ? other : element;
        expect(numbers(now), JSON.stringify(facts)).to.deep.equal([`${number} tel:${number}`]);
      }
    } finally {
      publishFacts(undefined);
    }
    expect(spy.lines).to.be.empty;
  });

  it('misses no country while the clinic’s facts are on their way', async () => {
    pageFacts.expected = true;
    const element = await make(
      '<div lang="en"><medical-disclaimer crisis-line></medical-disclaimer></div>',
    );
    try {
      expect(spy.lines).to.be.empty;
      publishFacts({ places: [{ id: 'a', address: { country: 'US' } }] });
      await element.updateComplete;
      expect(numbers(element)).to.deep.equal(['911 tel:911', '988 tel:988']);
      expect(spy.lines).to.be.empty;
    } finally {
      // A page says a thing once: the next test is to hear it.
      element.remove();
      pageFacts.expected = false;
      publishFacts(undefined);
    }
  });

  it('never says a number that may be wrong, and tells the author what to give', async () => {
    for (const [lang, attributes] of [
      ['en', ''],
      ['pt-BR', ''],
      ['en-US', 'country="ZZ"'],
    ]) {
      const element = await make(
        `<div lang="${lang}"><medical-disclaimer ${attributes}></medical-disclaimer></div>`,
      );
      expect(lines(element)[1], `${lang} ${attributes}`).to.equal(
        'p If this may be an emergency, call your local emergency number now.',
      );
    }
    expect(spy.lines.join()).to.include('Give "country"');
    publishFacts({ places: [{ id: 'far', address: { country: 'ZZ' } }] });
    const far = await make('<div lang="en-US"><medical-disclaimer></medical-disclaimer></div>');
    publishFacts(undefined);
    expect(numbers(far), 'rather none than that of the language').to.be.empty;
    const wrong = await make(
      '<medical-disclaimer country="US" emergency-number="(210) 555-0142"></medical-disclaimer>',
    );
    expect(numbers(wrong), 'a clinic’s number is no emergency number').to.deep.equal([
      '911 tel:911',
    ]);
    const abroad = await make('<medical-disclaimer country="GB" crisis-line></medical-disclaimer>');
    expect(words(abroad)).to.not.include('988');
    expect(spy.lines.join()).to.include('"emergency-number"').and.include('crisis line');
  });

  it('speaks the page’s language', async () => {
    const element = await make('<div lang="es-US"><medical-disclaimer></medical-disclaimer></div>');
    await waitUntil(() => words(element).includes('llame ahora al 911'));
    expect(numbers(element)).to.deep.equal(['911 tel:911']);
  });

  it('no call-tracking script exchanges the number', async () => {
    const element = await make(
      '<p><medical-disclaimer country="US" crisis-line></medical-disclaimer> <a id="clinic" href="tel:+12105550142">(210) 555-0142</a></p>',
    );
    const before = element.innerHTML;
    for (const Walker of [LightWalker, OpenRootWalker]) {
      const walker = new Walker({ own: '2105550142', shown: '8305550199' });
      walker.start();
      walker.stop();
    }
    const clinic = element.ownerDocument.querySelector('#clinic');
    expect(words(clinic), 'the scripts were at work').to.equal('(830) 555-0199');
    expect(element.innerHTML).to.equal(before);
    // Whoever enters every link of a page into the number book enters this one too.
    const link = element.querySelector('a')!;
    const leave = numberBook().add(link);
    expect(numberBook().swap('911', '+1 830 555 0199', 'test')).to.be.false;
    link.href = 'tel:+18305550199';
    await waitUntil(() => link.getAttribute('href') === 'tel:911');
    leave?.();
  });

  it('its number is dialled with the keyboard', async () => {
    const element = await make('<medical-disclaimer country="US"></medical-disclaimer>');
    const links = watchLinks();
    try {
      element.querySelector('a')!.focus();
      await sendKeys({ press: 'Enter' });
      expect(links.followed.map(({ href }) => href)).to.deep.equal(['tel:911']);
    } finally {
      links.restore();
    }
  });
});
