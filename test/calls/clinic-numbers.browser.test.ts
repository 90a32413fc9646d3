// What clinicNumbers() says of a page: every number, where it stands, and what is wrong about it.
import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import {
  clinicNumbers,
  summarise,
  type ClinicNumber,
  type ClinicNumbersOptions,
} from '../../src/calls/clinic-numbers.js';
import { clinicNumbers as fromDoor } from '../../src/calls.js';
import { publishFacts } from '../../src/clinic/load-facts.js';
import { createNumberBook, type NumberBook } from '../../src/calls/number-book.js';
import { click, type } from '../elements/support.js';

const OWN = ['(210) 555-0142', '(210) 555-0143', '1-800-555-SPIN'];

/** A part of a page, from its markup. */
async function page(markup: string): Promise<HTMLElement> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.innerHTML = markup;
  return place;
}

const list = (root: HTMLElement, options: ClinicNumbersOptions = {}): ClinicNumber[] =>
  clinicNumbers({ root, own: OWN, book: createNumberBook(), ...options });

const codes = (numbers: ClinicNumber[]): string[] =>
  numbers.flatMap(({ problems }) => problems.map(({ code }) => code));

const places = (numbers: ClinicNumber[]): string[] =>
  numbers.map(({ where, number }) => `${where} ${number}`);

/** The names of what is wrong in a part of a page. */
const faults = async (markup: string, options?: ClinicNumbersOptions): Promise<string[]> =>
  codes(list(await page(markup), options));

/** A host with a root, around whatever stands between its tags. */
function withRoot(host: Element, mode: ShadowRootMode, markup: string): ShadowRoot {
  const root = host.attachShadow({ mode });
  root.innerHTML = markup;
  return root;
}

const CLEAN = `
  <h1>Back pain</h1>
  <p>Since 2010–2015 we saw 12,000 people; 78216-1234 is our ZIP code.</p>
  <p>Call <a href="tel:+12105550142">(210) 555-0142</a> or <a href="tel:+12105550142">call the desk</a>.</p>
  <p>Billing: <a href="tel:+12105550143;ext=7" aria-label="Billing, (210) 555-0143">(210)&nbsp;555-0143</a></p>
  <p>Text <a href="sms:+12105550142?body=Hello">210.555.0142</a> or
    <a href="https://wa.me/12105550142?text=Hello">WhatsApp</a>. Fax: (210) 555-0144.</p>
  <p>In an emergency call <a href="tel:911">911</a>, in a crisis <a href="tel:988">Call 988</a>.</p>
  <img alt="A nurse at the desk, (210) 555-0142">
  <meta itemprop="telephone" content="+1-210-555-0142">
  <script type="application/ld+json">{ "@graph": [
    { "@type": "WebPage", "name": "Back pain" },
    { "@type": "MedicalClinic", "telephone": "+1-210-555-0142", "faxNumber": "+1-210-555-0144",
      "contactPoint": [{ "@type": "ContactPoint", "telephone": ["+1 210 555 0143"] }] }
  ] }</script>`;

describe('clinicNumbers()', () => {
  let book: NumberBook;
  beforeEach(() => (book = createNumberBook()));
  afterEach(fixtureCleanup);

  describe('with the page’s clinic.json', () => {
    afterEach(() => publishFacts(undefined));
    const FACTS = {
      phone: '(210) 555-0142',
      fax: '(210) 555-0144',
      trackedPhones: ['(830) 555-0199'],
      places: [{ id: 'north', phone: '(210) 555-0143' }],
    };

    it('knows the clinic’s numbers, its places’ and its fax', async () => {
      publishFacts(FACTS);
      const root = await page(CLEAN);
      expect(codes(fromDoor({ root, book }))).to.deep.equal([]);
      publishFacts({ phone: '(210) 555-0142' });
      expect(codes(fromDoor({ root, book }))).to.contain('unknown-number');
    });

    it('finds a link that says a number of nobody’s, though an element keeps it', async () => {
      const root = await page('<a href="tel:+12105550177">(210) 555-0177</a>');
      const leave = book.add(root.querySelector('a')!)!;
      expect(codes(fromDoor({ root, book }))).to.deep.equal([]);
      publishFacts(FACTS);
      expect(codes(fromDoor({ root, book }))).to.deep.equal(['unknown-number']);
      leave();
    });

    it('knows a tracking number that a saved page shows', async () => {
      const root = await page(`<a href="tel:+18305550199">(830) 555-0199</a>
        <script type="application/ld+json">{ "telephone": "+1 830 555 0199" }</script>`);
      publishFacts(FACTS);
      const numbers = fromDoor({ root, book });
      expect(numbers.map(({ tracked, own }) => [tracked, own])).to.deep.equal([
        [true, undefined],
        [true, undefined],
      ]);
      expect(codes(numbers)).to.deep.equal(['tracked-in-structured-data']);
      expect(summarise(numbers)[0]!.tracked).to.equal('yes');
      publishFacts({ phone: '(210) 555-0142', trackedPhones: FACTS.trackedPhones });
      const [first] = fromDoor({ root, book });
      expect(first).to.include({ tracked: true, own: '+12105550142' });
    });

    it('believes who asks more than the file', async () => {
      publishFacts(FACTS);
      const root = await page('<a href="tel:+12105550177">(210) 555-0177</a>');
      expect(codes(fromDoor({ root, book, own: ['(210) 555-0177'] }))).to.deep.equal([]);
    });
  });

  describe('on a page without faults', () => {
    it('lists every number with its place, in the order of the page, and no problem', async () => {
      const numbers = list(await page(CLEAN), { own: [...OWN, '(210) 555-0144'] });
      expect(places(numbers)).to.deep.equal([
        'link +12105550142',
        'link +12105550142',
        'link +12105550143;ext=7',
        'link +12105550142',
        'link +12105550142',
        'link 911',
        'link 988',
        'attribute +12105550142',
        'meta +12105550142',
        'structured-data +12105550142',
        'structured-data +12105550144',
        'structured-data +12105550143',
      ]);
      expect(codes(numbers)).to.deep.equal([]);
    });

    it('says what is seen, the node that holds it, and the clinic’s number behind it', async () => {
      const place = await page(CLEAN);
      const [first, words] = list(place);
      expect(first!.text).to.equal('(210) 555-0142');
      expect(first!.node === place.querySelector('a')).to.be.true;
      expect(first!.own).to.equal('+12105550142');
      expect(first!.tracked).to.be.false;
      expect(words!.text).to.equal('call the desk');
    });

    it('takes what is wrong only where the clinic’s numbers can be known', async () => {
      const stranger = '<a href="tel:+13125550177">(312) 555-0177</a>';
      expect(await faults(stranger, { own: [] })).to.deep.equal([]);
      expect(await faults(stranger)).to.deep.equal(['unknown-number']);
    });

    it('knows the clinic’s numbers by its JSON-LD and by the number book', async () => {
      const stranger = '<a href="tel:+13125550177">(312) 555-0177</a>';
      const data = `<script type="application/ld+json">{"telephone":"+12105550142"}</script>`;
      expect(await faults(stranger + data, { own: [] })).to.deep.equal(['unknown-number']);
      const place = await page(`<a href="tel:+12105550142">Call us</a>${stranger}`);
      book.add(place.querySelector('a')!);
      expect(codes(list(place, { own: [], book }))).to.deep.equal(['unknown-number']);
    });

    it('gives rows for the console, with the problems in words', async () => {
      const place = await page(`<a href="tel:+12105550142">(210) 555-0143</a>`);
      expect(summarise(list(place))).to.deep.equal([
        {
          shown: '(210) 555-0143',
          dials: '+12105550142',
          where: 'link',
          tracked: '',
          problems:
            'The link shows (210) 555-0143 and dials (210) 555-0142. Give text and href the same number.',
        },
      ]);
    });

    it('can be sent and stored but for the node, and every message is a sentence', async () => {
      const place = await page(`${CLEAN}<p>312-555-0177 <a href="tel:55">55</a></p>`);
      for (const { node, ...rest } of list(place)) {
        expect(node).to.be.instanceOf(Node);
        expect(structuredClone(rest)).to.deep.equal(rest);
        for (const { message } of rest.problems) expect(message).to.match(/^[A-Z\d(“<].*[.>]$/);
      }
    });
  });

  describe('finds by name', () => {
    const PLANTED: [what: string, markup: string, ...codes: string[]][] = [
      [
        'a link that shows one number and dials another',
        '<a href="tel:+12105550142">(210) 555-0143</a>',
        'link-text-mismatch',
      ],
      [
        'a link with two numbers in it',
        '<a href="tel:+12105550142">(210) 555-0142 or (210) 555-0143</a>',
        'link-text-mismatch',
      ],
      [
        'an extension that is shown and not dialled',
        '<a href="tel:+12105550142">(210) 555-0142 ext. 7</a>',
        'link-text-mismatch',
      ],
      [
        'a WhatsApp link to another number than it shows',
        '<a href="https://wa.me/12105550143">(210) 555-0142</a>',
        'link-text-mismatch',
      ],
      [
        'a label that says another number',
        '<a href="tel:+12105550142" aria-label="Call (210) 555-0143">(210) 555-0142</a>',
        'name-mismatch',
      ],
      [
        'a title that says another number',
        '<a href="tel:+12105550142" title="(210) 555-0143">Call us</a>',
        'name-mismatch',
      ],
      [
        'a picture in a link whose text says another number',
        '<a href="tel:+12105550142"><img alt="(210) 555-0143"></a>',
        'name-mismatch',
      ],
      ['an address that no phone can dial', '<a href="tel:555-01">555-01</a>', 'not-dialable'],
      [
        'another number in an unusual form',
        '<a href="tel:+12105550142">2105550143</a>',
        'link-text-mismatch',
      ],
      ['an address without a number', '<a href="tel:">Call us</a>', 'not-dialable'],
      [
        'an address that cross-domain measurement added to',
        '<a href="tel:+12105550142?_gl=1*1x2">(210) 555-0142</a>',
        'decorated-href',
      ],
      ['a number that cannot be tapped', '<p>Call (210) 555-0142 today.</p>', 'not-a-link'],
      [
        'a number in a link that leads elsewhere',
        '<p><a href="/contact">(210) 555-0142</a></p>',
        'not-a-link',
      ],
      [
        'a number over several text nodes',
        '<a href="tel:+12105550142">(<b>210</b>) 555-0142</a>',
        'unreadable-for-tracking',
      ],
      [
        'a number with two spaces',
        '<a href="tel:+12105550142">(210)  555-0142</a>',
        'unreadable-for-tracking',
      ],
      [
        'a number that runs over two lines of the source',
        '<a href="tel:+12105550142">(210)\n      555-0142</a>',
        'unreadable-for-tracking',
      ],
      [
        'a narrow no-break space',
        '<a href="tel:+12105550142">(210)\u202F555-0142</a>',
        'unreadable-for-tracking',
      ],
      [
        'a no-break hyphen',
        '<a href="tel:+12105550142">210\u2011555\u20110142</a>',
        'unreadable-for-tracking',
      ],
      [
        'an invisible mark within a number',
        '<a href="tel:+12105550142">210-555\u200B-0142</a>',
        'unreadable-for-tracking',
      ],
      [
        'a number that is not the clinic’s',
        '<a href="tel:+13125550177">(312) 555-0177</a>',
        'unknown-number',
      ],
      [
        'somebody else’s number in JSON-LD',
        '<script type="application/ld+json">{"telephone":"312-555-0177"}</script>',
        'unknown-number',
      ],
      [
        'a number in JSON-LD that is none',
        '<script type="application/ld+json">{"contactPoint":{"telephone":"555-01"}}</script>',
        'not-dialable',
      ],
      [
        'a number in microdata that is none',
        '<meta itemprop="telephone" content="call us">',
        'not-dialable',
      ],
      [
        'JSON-LD that is no JSON',
        '<script type="application/ld+json">{"telephone":"+12105550142",}</script>',
        'malformed-structured-data',
      ],
      [
        'an emergency number that leads to the clinic',
        '<a href="tel:+12105550142">Call 911</a>',
        'emergency-linked-elsewhere',
      ],
      [
        'an emergency number alone that leads to the clinic',
        '<a href="tel:+12105550142">9-1-1</a>',
        'emergency-linked-elsewhere',
      ],
      [
        'a crisis line that dials another',
        '<a href="tel:911">Call or text 988.</a>',
        'emergency-linked-elsewhere',
      ],
    ];
    for (const [what, markup, ...expected] of PLANTED) {
      it(what, async () => expect(await faults(markup)).to.deep.equal(expected));
    }

    it('a tracking number in JSON-LD and in microdata', async () => {
      book.swap('(210) 555-0142', '(830) 555-0199', 'callrail');
      const place = await page(`
        <script type="application/ld+json">{"telephone":"(830) 555-0199"}</script>
        <p itemprop="telephone"><a href="tel:+18305550199">(830) 555-0199</a></p>
        <meta itemprop="telephone" content="+18305550199">`);
      for (const own of [OWN, []]) {
        const numbers = list(place, { book, own });
        expect(codes(numbers)).to.deep.equal(Array(3).fill('tracked-in-structured-data'));
        expect(numbers[0]!.problems[0]!.message).to.include('(210) 555-0142');
      }
      // The clinic may have lent that number to its call tracking.
      const lent = list(place, { book, own: [...OWN, '(830) 555-0199'] });
      expect(codes(lent)).to.deep.equal([]);
    });

    it('a number that was not replaced where the rest of the page was', async () => {
      const place = await page(`
        <a href="tel:+12105550142">(210) 555-0142</a>
        <p data-calltrk-noswap><a href="tel:+12105550142">(210) 555-0142</a></p>
        <p>Or <a href="tel:+12105550142">(210) 555-0142</a></p>
        <img alt="Call (210) 555-0142">
        <a href="https://wa.me/12105550142">WhatsApp</a>`);
      book.add(place.querySelector('a')!);
      book.swap('(210) 555-0142', '(830) 555-0199', 'callrail');
      const numbers = list(place, { book });
      expect(numbers.map(({ tracked }) => tracked)).to.deep.equal([
        ...[true, false, false, false, false],
      ]);
      expect(numbers.map((one) => codes([one]).join())).to.deep.equal([
        ...['', '', 'not-swapped', 'not-swapped', ''],
      ]);
      expect(numbers[0]).to.include({ number: '+18305550199', own: '+12105550142' });
      expect(summarise(numbers)[0]!.tracked).to.equal('in place of +12105550142');
    });

    it('a number in running text that stands in place of the clinic’s', async () => {
      book.swap('(210) 555-0142', '(830) 555-0199', 'callrail');
      const [number] = list(await page('<p>Call (830) 555-0199.</p>'), { book });
      expect(number).to.include({ tracked: true, own: '+12105550142', where: 'text' });
      expect(codes([number!])).to.deep.equal(['not-a-link']);
    });

    it('an emergency number whose link a script insists on changing', async () => {
      const place = await page('<a href="tel:911">911</a>');
      const link = place.querySelector('a')!;
      const leave = book.add(link)!;
      for (let times = 0; times < 7; times++) {
        link.href = 'tel:+18305550199';
        link.textContent = '(830) 555-0199';
        await Promise.resolve();
      }
      const [number] = list(place, { book });
      expect(number).to.include({ number: '+18305550199', own: '911', tracked: true });
      expect(codes([number!])).to.deep.equal(['emergency-swapped']);
      leave();
    });

    it('a number between the tags of an element with an open root', async () => {
      const place = await page(
        '<x-card><p><a href="tel:+12105550142">(210) 555-0142</a></p></x-card>',
      );
      withRoot(place.firstElementChild!, 'open', '<slot></slot>');
      expect(codes(list(place))).to.deep.equal(['hidden-by-open-root']);
      const opened = (host: Element) => host.localName === 'x-card';
      expect(codes(list(place, { opened }))).to.deep.equal([]);
    });

    it('a number in an open root, in links and text', async () => {
      const place = await page('<x-card></x-card>');
      withRoot(
        place.firstElementChild!,
        'open',
        '<a href="tel:+12105550142">(210) 555-0142</a><p>Desk (210) 555-0143</p>',
      );
      expect(codes(list(place))).to.deep.equal([
        ...['inside-open-root', 'not-a-link', 'inside-open-root'],
      ]);
    });

    it('nothing where the root is closed', async () => {
      const place = await page(
        '<x-card><a href="tel:+12105550142">(210) 555-0142</a></x-card><a href="tel:+12105550143">Billing</a>',
      );
      withRoot(place.firstElementChild!, 'closed', '<slot></slot><p>(210) 555-0177</p>');
      const numbers = list(place);
      expect(places(numbers)).to.deep.equal(['link +12105550142', 'link +12105550143']);
      expect(codes(numbers)).to.deep.equal([]);
    });
  });

  describe('does not cry wolf', () => {
    for (const [what, markup] of [
      ['words in a link', '<a href="tel:+12105550142">Talk to a nurse</a>'],
      ['a number that a phone dials as it is', '<a href="tel:(210)%20555-0142">210-555-0142</a>'],
      [
        'an extension that is dialled and not shown',
        '<a href="tel:+12105550142;ext=7">(210) 555-0142</a>',
      ],
      ['911 as a part of a number', '<a href="tel:+12105550142">(210) 555-0142, unit 911-988</a>'],
      ['a price', '<a href="tel:+12105550142">Call: a check-up is $988, not $911.50</a>'],
      ['911 and 988 in a link to one of them', '<a href="tel:988">988, or 911</a>'],
      ['a link to what to do before 911', '<a href="/emergency">When to call 911</a>'],
      [
        'direction marks around a number',
        '<a href="tel:+12105550142">\u202A(210) 555-0142\u202C</a>',
      ],
      [
        'comments of a framework',
        '<a href="tel:+12105550142"><!--?lit$-->(210) 555-0142<!----></a>',
      ],
      ['an empty JSON-LD script', '<script type="application/ld+json"> </script>'],
      ['other JSON', '<script type="application/json">{"telephone":"312-555-0177",}</script>'],
      ['a fax number', '<p>Fax: (210) 555-0143</p>'],
      ['a number in letters', '<a href="tel:+18005557746">1-800-555-SPIN</a>'],
      ['two paragraphs', '<p>Room 210</p><p>555-0142</p>'],
    ] as const) {
      it(what, async () => expect(await faults(markup)).to.deep.equal([]));
    }
  });

  describe('looks', () => {
    it('into open roots within open roots, in the order of the page', async () => {
      const place = await page('<x-a><a href="tel:+12105550143">Billing</a></x-a>');
      const outer = withRoot(place.firstElementChild!, 'open', '<x-b></x-b><slot></slot>');
      withRoot(outer.firstElementChild!, 'open', '<a href="tel:+12105550142">Desk</a>');
      expect(places(list(place))).to.deep.equal(['link +12105550142', 'link +12105550143']);
    });

    it('into closed roots for the links that the number book keeps', async () => {
      const place = await page('<p>A</p><x-a></x-a><a href="tel:+12105550143">Billing</a>');
      const outer = withRoot(place.querySelector('x-a')!, 'closed', '<x-b></x-b>');
      const inner = withRoot(
        outer.firstElementChild!,
        'closed',
        '<a href="tel:+12105550142">(210) 555-0142</a><a href="tel:+13125550177">Other</a>',
      );
      book.add(inner.querySelector('a')!);
      const numbers = list(place, { book });
      expect(places(numbers)).to.deep.equal(['link +12105550142', 'link +12105550143']);
      expect(numbers[0]!.visible).to.be.true;
      expect(codes(numbers)).to.deep.equal([]);
    });

    it('at no link of the book outside the root, nor at one that left the page', async () => {
      const place = await page('<a href="tel:+12105550142">Desk</a><div><p>Text</p></div>');
      const [link, part] = [place.querySelector('a')!, place.querySelector('div')!];
      book.add(link);
      expect(list(part, { book })).to.deep.equal([]);
      link.remove();
      expect(list(place, { book })).to.deep.equal([]);
    });

    it('at forms whose fields are named as what it reads', async () => {
      const names = ['lastChild', 'localName', 'shadowRoot', 'getAttribute', 'hasAttribute'].concat(
        ...['closest', 'hasAttributes', 'checkVisibility', 'parentNode', 'nodeType'],
        ...['parentElement', 'previousSibling', 'getRootNode', 'getClientRects', 'textContent'],
      );
      const link = '<a href="tel:+12105550143">Billing</a>';
      const place = await page(`${link}<form aria-label="(210) 555-0143">Call (210) 555-0142
        ${names.map((name) => `<input name="${name}">`).join('')}</form>`);
      const inForm = ['attribute +12105550143', 'text +12105550142'];
      expect(places(list(place))).to.deep.equal(['link +12105550143', ...inForm]);
      expect(list(place).every(({ visible }) => visible)).to.be.true;
      expect(places(list(place.querySelector('form')!))).to.deep.equal(inForm);
    });

    it('at the page’s head', () => {
      const meta = document.createElement('meta');
      meta.name = 'description';
      meta.content = 'Call (312) 555-0177 for back pain.';
      const { title } = document;
      document.title = 'Back pain, (210) 555-0142';
      document.head.append(meta);
      const numbers = clinicNumbers({ own: OWN, book });
      meta.remove();
      document.title = title;
      expect(places(numbers).toSorted()).to.deep.equal(['meta +12105550142', 'meta +13125550177']);
      expect(numbers.some(({ visible }) => visible)).to.be.false;
      expect(codes(numbers)).to.deep.equal(['unknown-number']);
    });

    it('at a number across tags that leave it in one line', async () => {
      const [number] = list(await page('<p>Call <b>(210)</b> <i>555-</i><!-- -->0142</p>'));
      expect(number).to.include({ text: '(210) 555-0142', number: '+12105550142' });
      expect(codes([number!])).to.deep.equal(['not-a-link', 'unreadable-for-tracking']);
    });

    it('never at scripts, styles, templates and what shows without script', async () => {
      const place = await page(`
        <script type="text/plain">(210) 555-0142</script>
        <style>/* (210) 555-0142 */</style>
        <template><a href="tel:+12105550142">(210) 555-0142</a></template>
        <noscript>(210) 555-0142</noscript>
        <!-- (210) 555-0142 -->
        <iframe title="A map"></iframe>`);
      expect(list(place)).to.deep.equal([]);
    });

    it('at what is hidden too, and says so', async () => {
      const link = '<a href="tel:+12105550142">(210) 555-0142</a>';
      const place = await page(`
        <p>${link}</p>
        <p style="display: contents">${link}</p>
        <p hidden>${link}</p>
        <p style="visibility: hidden">${link}</p>
        <p style="visibility: hidden"><b style="visibility: visible">${link}</b></p>
        <div style="display: none"><p style="display: contents">Call (210) 555-0142</p></div>
        <p style="display: contents">Call (210) 555-0142</p>
        <p style="margin-block-start: 300vh">${link}</p>`);
      expect(list(place).map(({ visible }) => visible)).to.deep.equal([
        ...[true, true, false, false, true, false, true, true],
      ]);
    });
  });

  describe('never lists what a visitor typed', () => {
    it('in fields, editors and what repeats them', async () => {
      const place = await page(`
        <form>
          <label>Phone <input type="tel" name="phone" placeholder="(210) 555-0177"></label>
          <label>Message <textarea></textarea></label>
          <label>Text <input type="text" value="(210) 555-0178" title="(210) 555-0178"></label>
          <select><option>(210) 555-0179</option></select>
          <output>We call you at (210) 555-0170</output>
          <div class="editor" contenteditable>Call</div>
          <div role="textbox" tabindex="0">(210) 555-0171 <b>(210) 555-0172</b></div>
        </form>
        <a href="tel:+12105550142">(210) 555-0142</a>`);
      await type(place.querySelector('input')!, '(210) 555-0161');
      await type(place.querySelector('textarea')!, 'Call me: (210) 555-0162');
      const editor = place.querySelector<HTMLElement>('.editor')!;
      await click(editor);
      await type(editor, ' (210) 555-0163');
      expect(editor.textContent).to.include('(210) 555-0163');
      // As frameworks write a field’s default.
      place.querySelector('textarea')!.append('(210) 555-0164');
      expect(places(list(place))).to.deep.equal(['link +12105550142']);
      // Not even when asked about the editor itself.
      expect(list(editor)).to.deep.equal([]);
      const inner = document.createElement('p');
      inner.textContent = '(210) 555-0165';
      editor.append(inner);
      expect(list(inner)).to.deep.equal([]);
    });
  });

  it('changes nothing on the page', async () => {
    const place = await page(CLEAN);
    const before = place.outerHTML;
    let records = 0;
    const observer = new MutationObserver((list) => (records += list.length));
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    list(place);
    records += observer.takeRecords().length;
    observer.disconnect();
    expect(records).to.equal(0);
    expect(place.outerHTML).to.equal(before);
  });

  it('asks for styles only where there is a number, however large and deep the page', async () => {
    const place = await page('');
    // Laying out such a page would be the browser’s work, and takes WebKit seconds.
    place.hidden = true;
    const wide = document.createDocumentFragment();
    for (let index = 0; index < 50_000; index++) {
      const line = document.createElement(index % 2 ? 'p' : 'span');
      line.textContent = index % 10_000 ? `Line ${index}` : 'Call (210) 555-0142';
      wide.append(line);
    }
    place.append(wide);
    // Deeper than a recursion could go, and not in the page: a browser lays out by recursion.
    const top = document.createElement('div');
    let deep: Element = top;
    for (let depth = 0; depth < 8_000; depth++) {
      const inner = document.createElement('div');
      deep.append(inner);
      deep = inner;
    }
    deep.append('Call (210) 555-0143');
    const real = window.getComputedStyle;
    let asked = 0;
    window.getComputedStyle = (...args) => (asked++, real.apply(window, args));
    try {
      expect(list(place)).to.have.length(5);
      expect(places(list(top))).to.deep.equal(['text +12105550143']);
    } finally {
      window.getComputedStyle = real;
    }
    expect(asked).to.be.within(6, 18);
  });
});
