// What a visitor and an author meet in provider-card. Names, identifiers and facts themselves are in test/clinic.
import '../../src/testing.js';
import '../../src/elements/provider-card/define.js';
import '../../src/locales/on-demand.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { numberBook } from '../../src/calls/number-book.js';
import { publishFacts } from '../../src/clinic/load-facts.js';
import type { ClinicFacts } from '../../src/clinic/facts.js';
import type { ProviderCard } from '../../src/elements/provider-card/provider-card.js';
import { click, parsed, watchConsole, watchLinks, words } from './support.js';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
const FULL = `name="Ana Ruiz" credentials="MD, FAAOS" job-title="Spine surgeon" accepting="yes"
  specialties="Stenosis, Fractures" languages="en es" locations="North, River Walk" npi="1234567893"
  href="/team/ana-ruiz/" phone="(210) 555-0142" book-href="/book/ana-ruiz/"`;
const FACTS: ClinicFacts = {
  phone: '(210) 555-0150',
  links: { booking: 'book/' },
  places: [{ id: 'north', name: 'Fernhollow North', url: 'locations/north/' }],
  clinicians: [
    {
      id: 'ana',
      name: 'Ana Ruiz',
      credentials: 'MD',
      jobTitle: 'Spine surgeon',
      languages: ['en', 'es'],
      accepting: 'waitlist',
      places: ['north'],
    },
  ],
};

const part = (element: ProviderCard, name: string): HTMLElement | null =>
  element.querySelector(`:scope > [data-clinic-made="${name}"]`);
const parts = (element: ProviderCard): string[] =>
  [...element.children].map((child) => child.getAttribute('data-clinic-made') ?? child.localName);
const initials = (element: ProviderCard): string =>
  words(element.renderRoot.querySelector('.initials'));

/** A card with what it makes of its attributes. */
async function made(attributes: string, children = ''): Promise<ProviderCard> {
  const element = await parsed<ProviderCard>(
    `<provider-card ${attributes}>${children}</provider-card>`,
    'provider-card',
  );
  await waitUntil(() => element.matches(':state(made)'), 'its parts');
  await element.updateComplete;
  return element;
}

describe('<provider-card>', () => {
  let spy: ReturnType<typeof watchConsole>;
  beforeEach(() => {
    spy = watchConsole();
  });
  afterEach(() => {
    spy.restore();
    publishFacts(undefined);
  });

  describe('from attributes', () => {
    it('is ordinary words in the page', async () => {
      const element = await made(FULL);
      expect(parts(element)).to.deep.equal(['heading', 'job', 'accepting', 'lines', 'actions']);
      expect(words(element.querySelector('h3 > a[href$="/team/ana-ruiz/"]'))).to.equal(
        'Ana Ruiz, MD, FAAOS',
      );
      expect(words(part(element, 'job'))).to.equal('Spine surgeon');
      expect(words(part(element, 'accepting'))).to.equal('Accepting new patients');
      const lines = [...element.querySelectorAll('dl > div')].map((line) =>
        [...line.children].map(words).join(': '),
      );
      expect(lines).to.deep.equal([
        'Specialties: Stenosis, Fractures',
        'Languages: English, Spanish',
        'Locations: North, River Walk',
        'NPI: 1234567893',
      ]);
      expect(spy.lines).to.be.empty;
    });

    it('offers to book and to call, each a link that says with whom', async () => {
      const element = await made(FULL);
      const [book, call] = element.querySelectorAll<HTMLAnchorElement>(
        '[data-clinic-made="actions"] a',
      );
      expect(new URL(book!.href).pathname).to.equal('/book/ana-ruiz/');
      expect(words(book)).to.equal('Book a visit');
      expect(book!.getAttribute('aria-label')).to.equal('Book a visit with Ana Ruiz');
      expect(call!.getAttribute('href')).to.equal('tel:+12105550142');
      for (const link of [book!, call!]) expect(link.offsetHeight).to.be.at.least(44);
    });

    it('is no link itself: a click beside the links goes nowhere', async () => {
      const element = await made(FULL);
      const links = watchLinks();
      await click(part(element, 'job')!);
      links.restore();
      expect(links.followed).to.be.empty;
    });

    for (const [accepting, said] of [
      ['yes', 'Accepting new patients'],
      ['no', 'Not accepting new patients'],
      ['waitlist', 'Waitlist for new patients'],
      ['referral', 'New patients by referral'],
    ])
      it(`says of new patients in words: ${accepting}`, async () => {
        const element = await made(`name="Ana Ruiz" accepting="${accepting}"`);
        expect(words(part(element, 'accepting'))).to.equal(said);
      });

    it('says nothing of new patients where it is not known, or cannot be read', async () => {
      expect(part(await made('name="Ana Ruiz"'), 'accepting')).to.be.null;
      expect(spy.lines).to.be.empty;
      expect(part(await made('name="Ana Ruiz" accepting="Maybe"'), 'accepting')).to.be.null;
      expect(spy.lines.join('\n')).to.match(/"accepting" is yes, no, waitlist or referral/);
    });

    it('prints no identifier that cannot be right', async () => {
      const element = await made('name="Ana Ruiz" npi="1234567890"');
      expect(words(element)).to.equal('Ana Ruiz');
      expect(spy.lines.join('\n')).to.match(/"npi" is no National Provider Identifier/);
    });

    it('shows a picture that is called by the name, unless it is called otherwise', async () => {
      const alt = async (more: string) =>
        (await made(`name="Ana Ruiz" image="${PIXEL}" ${more}`)).querySelector('img')!.alt;
      expect(await alt('')).to.equal('Ana Ruiz');
      expect(await alt('image-alt="Ana at her desk"')).to.equal('Ana at her desk');
      expect(await alt('image-alt=""')).to.equal('');
    });

    it('has initials where there is no picture, and where it did not load', async () => {
      expect(initials(await made('name="Dr. Ana Ruiz"'))).to.equal('AR');
      const broken = await made('name="Tom Okafor" image="data:image/png;base64,AAAA"');
      await waitUntil(() => initials(broken) === 'TO', 'the initials');
      expect(broken.querySelector('img')).to.be.null;
      const there = await made(`name="Ana Ruiz" image="${PIXEL}"`);
      await waitUntil(() => !there.renderRoot.querySelector('.initials'), 'the picture alone');
    });

    it('says everything in the page’s language, and languages too', async () => {
      const place = await fixture<HTMLElement>(
        html`<div lang="es">
          <provider-card name="Ana Ruiz" languages="en es" accepting="no"></provider-card>
        </div>`,
      );
      await waitUntil(() => words(place).includes('Idiomas'), 'Spanish words');
      expect(words(place.querySelector('provider-card'))).to.match(
        /^Ana Ruiz ?No acepta pacientes nuevos ?Idiomas ?inglés,? (?:y )?español$/i,
      );
    });
  });

  describe('with children', () => {
    it('leaves the author’s own as they are, and adds nothing to them', async () => {
      const element = await parsed<ProviderCard>(
        `<provider-card><img src="${PIXEL}" alt="Ana"><h2><a href="/ana/">Ana Ruiz, MD</a></h2>
         <p>Spine surgeon</p><a href="tel:+12105550142">Call</a></provider-card>`,
        'provider-card',
      );
      await element.updateComplete;
      expect(parts(element)).to.deep.equal(['img', 'h2', 'p', 'a']);
      expect(element.renderRoot.querySelector('.initials')).to.be.null;
      expect(spy.lines).to.be.empty;
    });

    it('lets each win over its attribute, and adds the rest in order', async () => {
      const element = await made(
        FULL,
        `<h2>Dr. Ruiz</h2><p>She operates as little as possible.</p>
         <p><a href="/book/ana-ruiz/">See her calendar</a></p>`,
      );
      expect(parts(element)).to.deep.equal([
        'h2',
        'job',
        'accepting',
        'p',
        'p',
        'lines',
        'actions',
      ]);
      expect(words(part(element, 'actions')), 'booking is there already').to.equal(
        '(210) 555-0142',
      );
    });

    it('renders a saved copy once', async () => {
      const element = await made(FULL);
      const again = await parsed<ProviderCard>(element.outerHTML, 'provider-card');
      await again.updateComplete;
      expect(again.outerHTML).to.equal(element.outerHTML);
    });
  });

  describe('from the clinic’s facts', () => {
    it('shows a clinician by their id, where they work and how to book', async () => {
      publishFacts(FACTS, 'https://fernhollow.example/clinic.json');
      const element = await made('provider="ana"');
      expect(words(element.querySelector('h3'))).to.equal('Ana Ruiz, MD');
      expect(words(part(element, 'accepting'))).to.equal('Waitlist for new patients');
      const place = element.querySelector('dl a');
      expect(words(place)).to.equal('Fernhollow North');
      expect(place!.getAttribute('href')).to.equal('https://fernhollow.example/locations/north/');
      expect(element.querySelector('a[href="https://fernhollow.example/book/"]')).to.exist;
      expect(element.querySelector('a[href="tel:+12105550150"]')).to.exist;
    });

    it('leaves the rest to the author’s own words, but for new patients, booking and the number', async () => {
      publishFacts(FACTS);
      const element = await made('provider="ana"', '<h3>Ana Ruiz</h3><p>Surgeon of spines.</p>');
      expect(parts(element)).to.deep.equal(['h3', 'accepting', 'p', 'actions']);
    });

    it('lets attributes win, and follows the facts', async () => {
      publishFacts(FACTS);
      const element = await made('provider="ana" accepting="no"');
      expect(words(part(element, 'accepting'))).to.equal('Not accepting new patients');
      publishFacts({ clinicians: [{ id: 'ana', name: 'Ana Ruiz-Lang' }] });
      await waitUntil(() => words(element.querySelector('h3')) === 'Ana Ruiz-Lang', 'the news');
      expect(initials(element)).to.equal('AL');
    });

    it('says so where there is nobody of that id', async () => {
      publishFacts(FACTS);
      await parsed('<provider-card provider="anna"></provider-card>', 'provider-card');
      expect(spy.lines.join('\n')).to.match(/"provider" names none/);
    });
  });

  it('shows and dials the number that a call-tracking script shows elsewhere', async () => {
    const element = await made(FULL);
    const book = numberBook();
    const link = element.querySelector('a[href^="tel:"]')!;
    await waitUntil(() => book.links().some((each) => each.link === link), 'the link in the book');
    book.swap('(210) 555-0142', '(830) 555-0199', 'test');
    expect(link.getAttribute('href')).to.equal('tel:+18305550199');
    expect(words(link)).to.equal('(830) 555-0199');
    book.swap('(210) 555-0142', '(210) 555-0142', 'test');
  });

  it('an author may say who is taken, with a dot, and the facts do not say it again', async () => {
    publishFacts(FACTS);
    const card = await made(
      'provider="ana"',
      '<h3>Ana Ruiz, MD</h3><p data-accepting="yes">New patients are welcome</p>',
    );
    const said = card.querySelectorAll<HTMLElement>('[data-accepting]');
    expect([...said].map(words)).to.deep.equal(['New patients are welcome']);
    expect(getComputedStyle(said[0]!, '::before').borderRadius).to.equal('50%');
  });

  it('stands upright in a narrow column, and has its picture beside the words in a wide one', async () => {
    const element = await made(`${FULL} image="${PIXEL}"`);
    const [img, heading] = [element.querySelector('img')!, element.querySelector('h3')!];
    const box = (node: Element) => node.getBoundingClientRect();
    expect(box(heading).top).to.be.at.least(box(img).bottom);
    element.parentElement!.style.inlineSize = '40rem';
    expect(box(heading).left).to.be.at.least(box(img).right);
    expect(box(heading).top).to.be.closeTo(box(img).top, 8);
  });
});
