// What a visitor meets in a call button that knows its hours, has other ways to write, or is a bar.
import '../../src/testing.js';
import '../../src/elements/call-cta/define.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { CallStartEvent } from '../../src/calls/call-start.js';
import { numberBook } from '../../src/calls/number-book.js';
import type { CallCta } from '../../src/elements/call-cta/call-cta.js';
import { registerLocale } from '../../src/foundation/locale.js';
import { es } from '../../src/locales/messages/es.js';
import { click, parsed, pause, watchConsole, watchLinks, words } from './support.js';

const within = (cta: CallCta, selector: string) =>
  cta.renderRoot.querySelector<HTMLElement>(selector);
/** The lines that say whether the clinic is open. */
const stateOf = (cta: CallCta): string[] =>
  [...(within(cta, '[part="state"]')?.children ?? [])].map((line) =>
    // A visitor elsewhere reads the zone behind the time.
    words(line)
      .replace(/ (?:C[SD]T|GMT-\d)$/, '')
      .replace('p. m.', 'p.m.'),
  );
const shows = (cta: CallCta, selector: string): boolean =>
  cta.querySelector(selector)!.checkVisibility({ visibilityProperty: true });

describe('<call-cta> with hours', () => {
  const { now } = Date;
  let spy: ReturnType<typeof watchConsole>;
  const clock = (time: string) => (Date.now = () => Date.parse(time));
  /** Time passes while the page sleeps; somebody comes back to it. */
  const comesBack = async (time: string) => {
    clock(time);
    dispatchEvent(new Event('focus'));
    await pause(20);
  };
  const made = async (
    attributes: string,
    children = '<a slot="closed" href="#form">Send a message</a>',
  ): Promise<CallCta> => {
    const cta = await parsed<CallCta>(
      `<call-cta phone="(210) 555-0142" time-zone="America/Chicago" ${attributes}>${children}</call-cta>`,
      'call-cta',
    );
    await waitUntil(() => stateOf(cta).length, 'its hours are read');
    return cta;
  };
  const USUAL = 'hours="Mo-Fr 08:00-17:00"';

  beforeEach(() => {
    spy = watchConsole();
    clock('2026-03-04T15:00-06:00');
  });
  afterEach(() => {
    Date.now = now;
    spy.restore();
  });

  it('says that it is open and until when; what is for closed hours is out of sight and reach', async () => {
    const cta = await made(USUAL);
    expect(stateOf(cta)).to.deep.equal(['Open now', 'Until 5 PM']);
    expect(shows(cta, '[slot="closed"]')).to.equal(false);
    expect(spy.lines).to.be.empty;
  });

  it('can be read from the moment that it opens or closes: no colour fades', async () => {
    clock('2026-03-04T03:00-06:00');
    const cta = await made(USUAL);
    const link = cta.querySelector<HTMLElement>('a[href^="tel:"]')!;
    const faded: string[] = [];
    link.addEventListener('transitionrun', (event) => faded.push(event.propertyName));
    const grounds = [];
    for (const time of ['2026-03-04T15:00-06:00', '2026-03-04T19:00-06:00']) {
      grounds.push(getComputedStyle(link).backgroundColor);
      await comesBack(time);
      // Where something fades, a frame says so.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    }
    expect(grounds[0], 'open and closed look different').to.not.equal(grounds[1]);
    expect(faded).to.deep.equal([]);
  });

  it('changes by itself in place: nothing moves, and the link is the very same', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const cta = await made(
      `${USUAL} label="Talk to a nurse" holidays="2026-03-05 closed Founders’ Day"`,
    );
    page.append(cta, Object.assign(document.createElement('p'), { textContent: 'Next' }));
    await pause(100);
    const link = cta.querySelector('a:not([slot])')!;
    const places = () =>
      [link, page.lastElementChild!].map((node) => {
        const { top, height } = node.getBoundingClientRect();
        return [top, height];
      });
    const before = places();
    for (const [time, ...said] of [
      ['2026-03-04T17:00-06:00', 'Closed now', 'Opens Friday at 8 AM'],
      ['2026-03-05T10:00-06:00', 'Closed for Founders’ Day', 'Opens tomorrow at 8 AM'],
      ['2026-03-06T07:00-06:00', 'Opening soon', 'Opens at 8 AM'],
      ['2026-03-06T08:00-06:00', 'Open now', 'Until 5 PM'],
    ] as const) {
      await comesBack(time);
      expect(stateOf(cta)).to.deep.equal(said);
      expect(shows(cta, '[slot="closed"]'), time).to.equal(said[0] !== 'Open now');
      expect(places(), time).to.deep.equal(before);
    }
    expect(cta.querySelector('a:not([slot])') === link).to.equal(true);
    expect(link.textContent).to.equal('(210) 555-0142');
  });

  it('nothing moves when the state comes after the first paint', async () => {
    const cta = document.createElement('call-cta');
    cta.innerHTML = '<a href="tel:+12105550142">(210) 555-0142</a>';
    cta.setAttribute('hours', 'Mo-Fr 08:00-17:00');
    cta.setAttribute('time-zone', 'America/Chicago');
    document.body.append(cta);
    await cta.updateComplete;
    const { top } = cta.firstElementChild!.getBoundingClientRect();
    expect(stateOf(cta)).to.deep.equal([]);
    await waitUntil(() => stateOf(cta).length, 'its hours are read');
    expect(stateOf(cta)[0]).to.equal('Open now');
    expect(cta.firstElementChild!.getBoundingClientRect().top).to.equal(top);
    cta.remove();
  });

  it('a call tells whether the clinic was open, and nothing about hours without any', async () => {
    const links = watchLinks();
    const heard: (boolean | undefined)[] = [];
    const hear = (event: CallStartEvent) => heard.push(event.open);
    document.addEventListener('call-start', hear);
    const cta = await made(USUAL);
    await click(cta.querySelector('[href^=tel]')!);
    await comesBack('2026-03-04T20:00-06:00');
    await pause(1050);
    await click(cta.querySelector('[href^=tel]')!);
    cta.hours = undefined;
    await pause(1050);
    await click(cta.querySelector('[href^=tel]')!);
    document.removeEventListener('call-start', hear);
    links.restore();
    expect(heard).to.deep.equal([true, false, undefined]);
  });

  it('hours that nobody can read leave the number as it is, and say what to write', async () => {
    for (const [attributes, remedy] of [
      ['hours="by appointment"', /Mo-Fr 08:00-17:00/],
      ['hours="Mo-Fr 08:00-17:00" time-zone="Texas"', /America\/Chicago/],
    ] as const) {
      const cta = await parsed<CallCta>(
        `<call-cta phone="(210) 555-0142" ${attributes}><i slot="closed">Write</i></call-cta>`,
        'call-cta',
      );
      await waitUntil(() => spy.lines.length, 'the developer is told');
      await cta.updateComplete;
      expect(stateOf(cta)).to.deep.equal([]);
      expect(cta.querySelector('a')!.textContent).to.equal('(210) 555-0142');
      expect(shows(cta, '[slot="closed"]')).to.equal(true);
      expect(spy.lines.splice(0).join()).to.match(remedy);
    }
  });

  it('hours that are half readable never say closed: it may be open then', async () => {
    const cta = await parsed<CallCta>(
      '<call-cta phone="(210) 555-0142" time-zone="America/Chicago" hours="Mo-Fr 08:00-12:00; evenings too"></call-cta>',
      'call-cta',
    );
    await pause(150);
    expect(stateOf(cta)).to.deep.equal([]);
    await comesBack('2026-03-05T09:00-06:00');
    await waitUntil(() => stateOf(cta).length, 'its hours are read');
    expect(stateOf(cta)[0]).to.equal('Open now');
  });

  it('hours as schema.org objects, by property', async () => {
    const cta = await fixture<CallCta>(
      html`<call-cta
        phone="(210) 555-0142"
        time-zone="America/Chicago"
        .hours=${[{ dayOfWeek: 'Wednesday', opens: '14:00', closes: '16:30' }]}
      ></call-cta>`,
    );
    await waitUntil(() => stateOf(cta).length, 'its hours are read');
    expect(stateOf(cta)).to.deep.equal(['Open now', 'Until 4:30 PM']);
  });

  it('speaks the language of the page', async () => {
    registerLocale('es', es);
    const cta = await made(`${USUAL} lang="es-US"`);
    expect(stateOf(cta)).to.deep.equal(['Abierto ahora', 'Hasta las 5 p.m.']);
    expect(words(within(cta, '[part="copy"]')!)).to.equal('Copiar el número');
  });

  it('an element that has left the page keeps no clock, and is right when it comes back', async () => {
    const cta = await made(USUAL);
    const { parentElement } = cta;
    cta.remove();
    await comesBack('2026-03-04T20:00-06:00');
    expect(stateOf(cta)[0]).to.equal('Open now');
    parentElement!.append(cta);
    await waitUntil(() => stateOf(cta)[0] !== 'Open now', 'it looks at the clock');
    expect(stateOf(cta)[0]).to.equal('Closed now');
  });
});

describe('<call-cta> and other ways to reach the number', () => {
  it('copies the number that is shown, or selects it where there is no clipboard', async () => {
    const cta = await fixture<CallCta>(html`<call-cta phone="(210) 555-0151"></call-cta>`);
    const copied: string[] = [];
    const clipboard = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
    const give = (value: unknown) =>
      Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
    try {
      give({ writeText: (text: string) => (copied.push(text), Promise.resolve()) });
      await pause(50);
      numberBook().swap('(210) 555-0151', '(830) 555-0199', 'test');
      await cta.updateComplete;
      const button = within(cta, '[part="copy"]')!;
      button.click();
      await waitUntil(() => words(button) === 'Copied', 'it says that it is copied');
      expect(copied).to.deep.equal(['(830) 555-0199']);
      give(undefined);
      button.click();
      await waitUntil(() => String(getSelection()), 'the number is selected');
      expect(String(getSelection())).to.equal('(830) 555-0199');
    } finally {
      delete (navigator as { clipboard?: unknown }).clipboard;
      expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')).to.deep.equal(
        clipboard,
      );
    }
  });

  it('text and WhatsApp links go to their own number, or follow the one that is shown', async () => {
    const cta = await fixture<CallCta>(
      html`<call-cta phone="(210) 555-0152" sms whatsapp="+44 20 7946 0123"></call-cta>`,
    );
    const hrefs = () =>
      ['sms', 'whatsapp'].map((part) => within(cta, `[part="${part}"]`)!.getAttribute('href'));
    expect(hrefs()).to.deep.equal(['sms:+12105550152', 'https://wa.me/442079460123']);
    await pause(50);
    numberBook().swap('(210) 555-0152', '(830) 555-0198', 'test');
    await cta.updateComplete;
    expect(hrefs()).to.deep.equal(['sms:+18305550198', 'https://wa.me/442079460123']);
    const spy = watchConsole();
    cta.sms = 'soon';
    await cta.updateComplete;
    expect(within(cta, '[part="sms"]')).to.equal(null);
    expect(spy.lines.join()).to.contain('"sms"');
    spy.restore();
  });
});

describe('<call-cta sticky> on a phone', () => {
  const { innerWidth, innerHeight } = window;
  let page: HTMLElement;
  let cta: CallCta;
  let narrow: boolean;

  beforeEach(async function () {
    narrow = await setViewport({ width: 390, height: 700 }).then(
      () => window.innerWidth <= 400,
      () => false,
    );
    // WebKitGTK's window has a least width, and no command to narrow it.
    if (!narrow) return this.skip();
    page = await fixture<HTMLElement>(
      html`<div>
        <label>Search <input /></label>
        <p style="block-size: 3000px">Long text</p>
        <contact-form style="display: block; block-size: 300px">The form</contact-form>
        <p style="block-size: 2000px">Long text</p>
        <call-cta phone="(210) 555-0142" label="Talk to a nurse" sticky></call-cta>
      </div>`,
    );
    cta = page.querySelector('call-cta')!;
    scrollTo(0, 0);
    await pause(100);
  });
  afterEach(async () => {
    if (narrow) await setViewport({ width: innerWidth, height: innerHeight });
  });

  const isShown = async (): Promise<boolean> => {
    // A look at what lies there, and the bar's way out.
    await pause(700);
    return cta.querySelector('a')!.checkVisibility({ visibilityProperty: true });
  };

  it('leaves while the form is on the screen, and comes back after it', async () => {
    expect(await isShown()).to.equal(true);
    page.querySelector('contact-form')!.scrollIntoView();
    expect(await isShown()).to.equal(false);
    scrollTo(0, 400);
    expect(await isShown()).to.equal(true);
  });

  it('leaves while somebody writes', async () => {
    const input = page.querySelector('input')!;
    input.focus();
    expect(await isShown()).to.equal(false);
    input.blur();
    expect(await isShown()).to.equal(true);
  });

  it('makes room for a banner, not for a round button in the corner', async () => {
    const banner = document.createElement('div');
    banner.style.cssText = 'position: fixed; inset: auto 0 0 0; block-size: 200px; z-index: 1';
    banner.innerHTML = '<button>Accept</button>';
    document.body.append(banner);
    expect(await isShown()).to.equal(false);
    const { x, y } = banner.querySelector('button')!.getBoundingClientRect();
    expect(document.elementFromPoint(x + 2, y + 2)).to.equal(banner.querySelector('button'));
    banner.style.inlineSize = '60px';
    scrollBy(0, 50);
    expect(await isShown()).to.equal(true);
    banner.remove();
  });

  it('stays while the focus is on it', async () => {
    cta.querySelector('a')!.focus({ preventScroll: true });
    page.querySelector('contact-form')!.scrollIntoView();
    expect(await isShown()).to.equal(true);
  });
});
