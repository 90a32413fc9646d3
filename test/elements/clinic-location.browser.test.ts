// What a visitor and an author meet in clinic-location. Addresses, maps and facts themselves are in test/clinic.
import '../../src/testing.js';
import '../../src/elements/clinic-location/define.js';
import '../../src/locales/on-demand.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { numberBook } from '../../src/calls/number-book.js';
import { publishFacts } from '../../src/clinic/load-facts.js';
import type { ClinicFacts } from '../../src/clinic/facts.js';
import type { ClinicLocation } from '../../src/elements/clinic-location/clinic-location.js';
import { click, parsed, watchConsole, watchLinks, words } from './support.js';

const FULL = `name="North" street="12 Live Oak Avenue" locality="San Antonio" region="TX" postal-code="78205"
  phone="(210) 555-0142" fax="(210) 555-0143" parking="Behind the building."
  hours="Mo-Fr 08:00-17:00" time-zone="America/Chicago"`;
const FACTS: ClinicFacts = {
  phone: '(210) 555-0150',
  timeZone: 'America/Chicago',
  hours: 'Mo-Fr 08:00-17:00',
  places: [
    {
      id: 'north',
      name: 'Fernhollow North',
      url: 'locations/north/',
      address: { street: '1 Main Street', locality: 'Austin', region: 'TX', postalCode: '78701' },
      parking: 'In the garage.',
    },
  ],
};

const part = (element: ClinicLocation, name: string): HTMLElement | null =>
  element.querySelector(`:scope > [data-clinic-made="${name}"]`);
const parts = (element: ClinicLocation): string[] =>
  [...element.children].map((child) => child.getAttribute('data-clinic-made') ?? child.localName);
const inRoot = <Found extends HTMLElement>(element: ClinicLocation, selector: string) =>
  element.renderRoot.querySelector<Found>(selector);

/** What is read of a node: blocks on lines of their own. */
const read = (node: HTMLElement | null): string => node!.innerText.replace(/\s+/g, ' ').trim();

/** An element with what it makes of its attributes. */
async function made(attributes: string, children = ''): Promise<ClinicLocation> {
  const element = await parsed<ClinicLocation>(
    `<clinic-location ${attributes}>${children}</clinic-location>`,
    'clinic-location',
  );
  await waitUntil(() => element.matches(':state(made)'), 'its parts');
  return element;
}

describe('<clinic-location>', () => {
  let spy: ReturnType<typeof watchConsole>;
  beforeEach(() => {
    spy = watchConsole();
  });
  afterEach(() => {
    spy.restore();
    publishFacts(undefined);
  });

  describe('from attributes', () => {
    it('is ordinary words in the page: heading, address, number, notes, hours', async () => {
      const element = await made(FULL);
      expect(parts(element)).to.deep.equal(['heading', 'address', 'actions', 'notes', 'hours']);
      expect(words(element.querySelector('h3'))).to.equal('North');
      const address = element.querySelector('address')!;
      expect(address.innerText.split('\n')).to.deep.equal([
        '12 Live Oak Avenue',
        'San Antonio, TX 78205',
      ]);
      const call = element.querySelector<HTMLAnchorElement>('a[href="tel:+12105550142"]');
      expect(words(call)).to.equal('(210) 555-0142');
      expect(read(part(element, 'notes'))).to.equal(
        'Fax (210) 555-0143 Parking Behind the building.',
      );
      expect(spy.lines).to.be.empty;
    });

    it('shows whether it is open now, one heading below its own', async () => {
      const element = await made(`${FULL} heading-level="4"`);
      const hours = element.querySelector('open-hours')!;
      await waitUntil(() => hours.renderRoot.querySelector('table'), 'the hours');
      expect(hours.renderRoot.querySelector('.state b')).to.exist;
      expect(words(hours.renderRoot.querySelector('h5'))).to.equal('Hours');
    });

    it('takes hours as objects too', async () => {
      const element = await made('name="North" time-zone="America/Chicago"');
      element.hours = [{ dayOfWeek: 'Monday', opens: '09:00', closes: '12:00' }];
      await waitUntil(
        () => element.querySelector('open-hours')?.renderRoot?.querySelector('table'),
        'the hours',
      );
      expect(words(element.querySelector('open-hours')!.renderRoot as Node)).to.match(/9 AM/);
    });

    it('follows its attributes, and keeps what stays the same', async () => {
      const element = await made(FULL);
      const call = element.querySelector<HTMLElement>('a[href^="tel:"]');
      element.street = '8 Mill Lane\nThird floor';
      element.fax = '';
      await element.updateComplete;
      element.street += '\nLeft door';
      await element.updateComplete;
      expect(read(element.querySelector('address'))).to.equal(
        '8 Mill Lane Third floor Left door San Antonio, TX 78205',
      );
      expect(read(part(element, 'notes'))).to.equal('Parking Behind the building.');
      expect(element.querySelector('a[href^="tel:"]')).to.equal(call);
      // As a call-tracking script does, which holds on to its node.
      call!.append(' (main line)');
      element.directionsHref = '/way/';
      await element.updateComplete;
      const actions = part(element, 'actions');
      expect(actions!.querySelector('a[href$="/way/"]')).to.exist;
      expect(actions!.querySelector('a[href^="tel:"]')).to.equal(call);
      expect(read(call)).to.match(/\(main line\)$/);
      element.directionsHref = undefined;
      element.name = element.phone = element.parking = element.hours = undefined;
      element.street = element.locality = element.region = element.postalCode = undefined;
      await element.updateComplete;
      expect(element.children).to.have.length(0);
      expect(getComputedStyle(element).display, 'an empty frame is not shown').to.equal('none');
    });

    it('says everything in the page’s language', async () => {
      const place = await fixture<HTMLElement>(
        html`<div lang="es">
          <clinic-location name="Norte" parking="Detrás." fax="1"></clinic-location>
        </div>`,
      );
      await waitUntil(() => words(place).includes('Estacionamiento'), 'Spanish words');
      expect(read(place)).to.equal('Norte Fax 1 Estacionamiento Detrás.');
    });

    it('shows a number that cannot be dialled as text, and says what to mend', async () => {
      const element = await made('name="North" phone="555-01"');
      expect(words(part(element, 'actions'))).to.equal('555-01');
      expect(element.querySelector('a')).to.be.null;
      expect(spy.lines.join('\n')).to.match(/"phone" is no number/);
    });

    it('takes out a picture that does not load', async () => {
      const element = await made(
        'name="North" image="data:image/png;base64,AAAA" image-alt="Door"',
      );
      await waitUntil(() => !element.querySelector('img'), 'the picture to go');
      expect(parts(element)).to.deep.equal(['heading']);
    });
  });

  describe('with children', () => {
    it('leaves the author’s own as they are, and adds nothing to them', async () => {
      const element = await parsed<ClinicLocation>(
        `<clinic-location><h2>North</h2><address>12 Live Oak</address>
          <p>Call <a href="tel:+12105550142">(210) 555-0142</a></p></clinic-location>`,
        'clinic-location',
      );
      await element.updateComplete;
      expect(parts(element)).to.deep.equal(['h2', 'address', 'p']);
      expect(spy.lines).to.be.empty;
    });

    it('lets each win over its attribute, wherever it stands, and adds the rest in order', async () => {
      const element = await made(
        FULL,
        `<p>Ring twice.</p><h2>Our <em>north</em> door</h2>
         <div><a href="tel:+18305550177">(830) 555-0177</a></div>`,
      );
      expect(parts(element)).to.deep.equal([
        'p',
        'h2',
        'address',
        'actions',
        'div',
        'notes',
        'hours',
      ]);
      expect(element.querySelectorAll('a[href^="tel:"]')).to.have.length(1);
      expect(words(element.querySelector('h2'))).to.equal('Our north door');
      const directions = element.querySelector('[data-clinic-made="actions"] a')!;
      expect(directions.getAttribute('aria-label')).to.equal('Directions to Our north door');
    });

    it('lets an author’s own hours, notes and map stand', async () => {
      const element = await made(
        FULL,
        `<table><tr><td>By appointment</td></tr></table><dl><dt>Dogs</dt><dd>welcome</dd></dl>
         <a href="https://maps.example/north">Map</a>`,
      );
      expect(parts(element)).to.deep.equal(['heading', 'address', 'actions', 'table', 'dl', 'a']);
      expect(words(part(element, 'actions'))).to.equal('(210) 555-0142');
    });

    it('makes room for children that are parsed later', async () => {
      const element = await made(FULL);
      const heading = document.createElement('h2');
      heading.textContent = 'North, for real';
      const note = document.createElement('p');
      note.textContent = 'Ring twice.';
      element.append(heading, note);
      await element.updateComplete;
      await waitUntil(() => !part(element, 'heading'), 'the made heading to go');
      expect(parts(element)).to.deep.equal(['h2', 'address', 'actions', 'p', 'notes', 'hours']);
      heading.remove();
      await waitUntil(() => part(element, 'heading'), 'its own heading');
      expect(parts(element)[0]).to.equal('heading');
    });

    it('renders a saved copy once, with what has changed since', async () => {
      const element = await made(FULL);
      const copy = element.outerHTML.replace('name="North"', 'name="Northgate"');
      const again = await parsed<ClinicLocation>(copy, 'clinic-location');
      await again.updateComplete;
      expect(parts(again)).to.deep.equal(parts(element));
      expect(words(again)).to.equal(words(element).replaceAll('North', 'Northgate'));
    });
  });

  describe('from the clinic’s facts', () => {
    it('shows a place by its id, and what the clinic says for all places', async () => {
      publishFacts(FACTS, 'https://fernhollow.example/clinic.json');
      const element = await made('place="north"');
      expect(parts(element)).to.deep.equal(['heading', 'address', 'actions', 'notes', 'hours']);
      expect(element.querySelector('h3 a')!.getAttribute('href')).to.equal(
        'https://fernhollow.example/locations/north/',
      );
      expect(element.querySelector('a[href="tel:+15125550150"], a[href="tel:+12105550150"]')).to
        .exist;
      expect(element.querySelector('open-hours')!.getAttribute('time-zone')).to.equal(
        'America/Chicago',
      );
    });

    it('lets attributes win, and never mixes two addresses', async () => {
      publishFacts(FACTS);
      const element = await made('place="north" locality="Dallas" name="Dallas"');
      expect(words(element.querySelector('h3'))).to.equal('Dallas');
      expect(words(element.querySelector('address'))).to.equal('Dallas');
    });

    it('leaves out the notes of the facts where the author wrote something', async () => {
      publishFacts(FACTS);
      const element = await made(
        'place="north" transit="Bus 14."',
        '<p>Park behind the house.</p>',
      );
      expect(read(part(element, 'notes'))).to.equal('Public transit Bus 14.');
    });

    it('appears when the facts do, and follows them', async () => {
      const element = await parsed<ClinicLocation>(
        '<clinic-location place="north"></clinic-location>',
        'clinic-location',
      );
      expect(getComputedStyle(element).display).to.equal('none');
      expect(spy.lines, 'facts may be on their way').to.be.empty;
      publishFacts(FACTS);
      await waitUntil(() => words(element).includes('Fernhollow North'), 'the place');
      publishFacts({ places: [{ id: 'north', name: 'Moved' }] });
      await waitUntil(() => words(element) === 'Moved', 'the news');
    });

    it('says so where there is no such place', async () => {
      publishFacts(FACTS);
      await parsed('<clinic-location place="nroth"></clinic-location>', 'clinic-location');
      expect(spy.lines.join('\n')).to.match(/"place" names none/);
    });
  });

  describe('the number', () => {
    it('shows and dials what a call-tracking script shows elsewhere, made or authored', async () => {
      const element = await made(FULL);
      const other = await parsed<ClinicLocation>(
        '<clinic-location><p>Call <a href="tel:+12105550142">(210) 555-0142</a></p></clinic-location>',
        'clinic-location',
      );
      const book = numberBook();
      await waitUntil(() => book.links().length >= 2, 'both links in the book');
      book.swap('(210) 555-0142', '(830) 555-0199', 'test');
      for (const each of [element, other]) {
        const link = each.querySelector('a[href^="tel:"]')!;
        expect(link.getAttribute('href')).to.equal('tel:+18305550199');
        expect(words(link)).to.equal('(830) 555-0199');
      }
      element.parking = 'Elsewhere.';
      await element.updateComplete;
      expect(words(element.querySelector('a[href^="tel:"]')), 'and keeps it').to.equal(
        '(830) 555-0199',
      );
      element.remove();
      other.remove();
      expect(book.links().filter(({ link }) => !link.isConnected)).to.be.empty;
      book.swap('(210) 555-0142', '(210) 555-0142', 'test');
    });

    it('tells analytics once that a visitor calls, and no more', async () => {
      const element = await made(FULL);
      const links = watchLinks();
      const events: Event[] = [];
      element.parentElement!.addEventListener('call-start', (event) => events.push(event));
      element.parentElement!.addEventListener('directions-open', (event) => events.push(event));
      await click(element.querySelector('a[href^="tel:"]')!);
      links.restore();
      expect(events.map(({ type }) => type)).to.deep.equal(['call-start']);
    });
  });

  describe('directions', () => {
    it('are a link to the address, which says nothing of the page', async () => {
      const element = await made(FULL);
      const link = element.querySelector<HTMLAnchorElement>('[aria-label="Directions to North"]')!;
      expect(new URL(link.href).searchParams.get('destination')).to.equal(
        '12 Live Oak Avenue, San Antonio, TX 78205',
      );
      expect(link.rel).to.equal('noreferrer');
      const events: Event[] = [];
      element.parentElement!.addEventListener('directions-open', (event) => events.push(event));
      const links = watchLinks();
      await click(link);
      links.restore();
      expect(links.followed.map(({ href }) => href)).to.deep.equal([link.href]);
      expect(events).to.have.length(1);
    });

    it('are the author’s own page where one is given', async () => {
      const element = await made(`${FULL} directions-href="/how-to-find-us/"`);
      const link = element.querySelector<HTMLAnchorElement>('[aria-label^="Directions"]')!;
      expect(new URL(link.href).pathname).to.equal('/how-to-find-us/');
    });

    it('are told of from an author’s own link to a map too', async () => {
      const element = await parsed<ClinicLocation>(
        '<clinic-location><a href="https://www.openstreetmap.org/directions">The way</a></clinic-location>',
        'clinic-location',
      );
      let told = 0;
      element.addEventListener('directions-open', () => told++);
      const links = watchLinks();
      await click(element.querySelector('a')!);
      links.restore();
      expect(told).to.equal(1);
    });
  });

  describe('the map', () => {
    /* A name that never answers (RFC 6761). */
    const SRC = 'https://maps.invalid/embed';
    /* By key: Firefox swallows the first click after a frame that had the focus is gone with its test. */
    const open = (element: ClinicLocation): Promise<void> => {
      inRoot(element, 'button')!.focus();
      return sendKeys({ press: 'Enter' });
    };

    it('is not asked for before a visitor reads whose it is and presses a key', async () => {
      const element = await made(`${FULL} map-src="${SRC}"`);
      expect(inRoot(element, 'iframe')).to.be.null;
      expect(words(inRoot(element, '.map p'))).to.equal(
        'The map comes from maps.invalid, which then sees your internet address.',
      );
      const room = inRoot(element, '.map')!.getBoundingClientRect().height;
      let told = 0;
      element.addEventListener('map-open', () => told++);
      await open(element);
      await waitUntil(() => inRoot(element, 'iframe'), 'the map');
      const frame = inRoot<HTMLIFrameElement>(element, 'iframe')!;
      expect(told).to.equal(1);
      expect(frame.src).to.equal(SRC);
      expect(frame.title).to.equal('Map: North');
      expect(frame.referrerPolicy).to.equal('no-referrer');
      expect(frame.sandbox.contains('allow-top-navigation')).to.be.false;
      expect((element.renderRoot as ShadowRoot).activeElement).to.equal(frame);
      expect(inRoot(element, '.map')!.getBoundingClientRect().height).to.be.closeTo(room, 1);
    });

    it('that the page’s policy forbids says so, and the way there is still a link', async () => {
      const element = await made(`${FULL} map-src="${SRC}"`);
      await open(element);
      await waitUntil(() => inRoot(element, 'iframe'), 'the frame');
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          effectiveDirective: 'frame-src',
          violatedDirective: 'frame-src',
          blockedURI: SRC,
          documentURI: location.href,
          originalPolicy: "frame-src 'none'",
          disposition: 'enforce',
          statusCode: 200,
        }),
      );
      await waitUntil(() => !inRoot(element, 'iframe'), 'the frame to go');
      await element.updateComplete;
      expect(words(inRoot(element, '[role="status"]'))).to.equal('The map did not load.');
      const focused = (element.renderRoot as ShadowRoot).activeElement;
      expect(words(focused), 'the focus is where it is said').to.equal('The map did not load.');
      expect(element.querySelector('[aria-label^="Directions"]')).to.exist;
    });

    it('must be https, and is left out otherwise', async () => {
      const element = await made('name="North" map-src="http://maps.invalid/embed"');
      expect(inRoot(element, '.map')).to.be.null;
      expect(spy.lines.join('\n')).to.match(/must have an https address/);
    });
  });
});
