// What elements make of the clinic's facts, where their author did not say a number or hours.
import '../../src/testing.js';
import '../../src/elements/call-cta/define.js';
import '../../src/elements/clinic-info/define.js';
import '../../src/elements/contact-form/define.js';
import '../../src/elements/open-hours/define.js';
import '../../src/elements/phone-number/define.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { numberBook } from '../../src/calls/number-book.js';
import { pageFacts } from '../../src/clinic/page-facts.js';
import { publishFacts } from '../../src/clinic/load-facts.js';
import type { ClinicFacts } from '../../src/clinic/facts.js';
import type { CallCta } from '../../src/elements/call-cta/call-cta.js';
import {
  lightStyles as ctaLight,
  pageStyles as ctaPage,
} from '../../src/elements/call-cta/call-cta.styles.js';
import type { ClinicInfo } from '../../src/elements/clinic-info/clinic-info.js';
import type { ContactForm } from '../../src/elements/contact-form/contact-form.js';
import type { OpenHours } from '../../src/elements/open-hours/open-hours.js';
import { pageStyles as hoursPage } from '../../src/elements/open-hours/open-hours.styles.js';
import { pageStyles as numberPage } from '../../src/elements/phone-number/phone-number.styles.js';
import { click, Network, type, watchConsole, words } from './support.js';

/** A clinic that is always open, but for its second place, which never is. */
const FACTS: ClinicFacts = {
  phone: '(210) 555-0142',
  timeZone: 'America/Chicago',
  hours: '24/7',
  places: [
    { id: 'north', name: 'North', phone: '(210) 555-0199', hours: 'Mo-Su closed' },
    { id: 'south', name: 'South', hours: 'Mo-Fr 09:00-16:00' },
  ],
};

async function page(markup: string): Promise<HTMLElement> {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  holder.innerHTML = markup;
  await updated(holder);
  return holder;
}
async function updated(holder: ParentNode): Promise<void> {
  for (const element of holder.querySelectorAll<CallCta>('*')) await element.updateComplete;
}
/** Says the facts, as `clinic-info` does, and waits until everybody has followed. */
async function say(facts: ClinicFacts | undefined, holder: ParentNode): Promise<void> {
  publishFacts(facts);
  await updated(holder);
}
const find = <E extends HTMLElement>(holder: ParentNode, selector: string): E =>
  holder.querySelector<E>(selector)!;
const links = (holder: Element): string[] =>
  [...holder.querySelectorAll('a')].map((link) => `${link.getAttribute('href')} ${words(link)}`);
const state = (cta: CallCta): string => words(cta.renderRoot.querySelector('[part="state"] b'));
const isMade = (hours: OpenHours): boolean => !!hours.renderRoot.querySelector('table');

const CLINIC = 'tel:+12105550142 (210) 555-0142';
const NORTH = 'tel:+12105550199 (210) 555-0199';

describe('the clinic’s facts', () => {
  let spy: ReturnType<typeof watchConsole>;
  beforeEach(() => (spy = watchConsole()));
  afterEach(() => {
    spy.restore();
    publishFacts(undefined);
  });

  it('come out of a clinic-info, and fill whatever lacks them', async () => {
    const holder = await page(`
      <clinic-info><script type="application/json">${JSON.stringify(FACTS)}</script></clinic-info>
      <call-cta></call-cta><phone-number></phone-number><open-hours></open-hours>`);
    const cta = find<CallCta>(holder, 'call-cta');
    await waitUntil(() => state(cta), 'hours');
    expect(links(cta)).to.deep.equal([CLINIC]);
    expect(state(cta)).to.equal('Open now');
    expect(links(find(holder, 'phone-number'))).to.deep.equal([CLINIC]);
    await waitUntil(() => isMade(find<OpenHours>(holder, 'open-hours')), 'the table');
    expect(spy.lines).to.be.empty;
  });

  it('are not waited for: everything is painted without', async () => {
    const holder = await page(
      '<call-cta label="Call us"></call-cta><phone-number></phone-number><open-hours heading="Hours"></open-hours>',
    );
    const cta = find<CallCta>(holder, 'call-cta');
    expect(words(cta.renderRoot)).to.contain('Call us');
    expect(links(holder)).to.be.empty;
    await say(FACTS, holder);
    expect(links(holder)).to.deep.equal([CLINIC, CLINIC]);
  });

  it('are the place’s where an element names one, and the clinic’s for what the place leaves out', async () => {
    const holder = await page(`
      <call-cta place="north"></call-cta><call-cta place="south"></call-cta>
      <phone-number place="north"></phone-number>`);
    await say(FACTS, holder);
    const [north, south] = holder.querySelectorAll<CallCta>('call-cta');
    expect(links(holder)).to.deep.equal([NORTH, CLINIC, NORTH]);
    await waitUntil(() => state(north!) && state(south!), 'hours');
    expect(state(north!)).to.equal('Closed now');
    north!.place = 'south';
    await north!.updateComplete;
    expect(links(north!)).to.deep.equal([CLINIC]);
  });

  it('are those of the only place where the clinic says none', async () => {
    const holder = await page('<call-cta></call-cta>');
    await say(
      { places: [{ id: 'a', phone: '(210) 555-0199', hours: '24/7', timeZone: 'UTC' }] },
      holder,
    );
    const cta = find<CallCta>(holder, 'call-cta');
    expect(links(cta)).to.deep.equal([NORTH]);
    await waitUntil(() => state(cta) === 'Open now', 'hours');
  });

  it('of a place that there is not are the clinic’s number and no hours; the developer is told', async () => {
    const holder = await page(
      '<call-cta place="nroth"></call-cta><phone-number place="nroth"></phone-number>',
    );
    await say(FACTS, holder);
    expect(links(holder)).to.deep.equal([CLINIC, CLINIC]);
    expect(find<CallCta>(holder, 'call-cta').renderRoot.querySelector('[part="state"]')).to.equal(
      null,
    );
    expect(spy.lines).to.have.length(1);
    expect(spy.lines[0]).to.contain('"nroth"');
  });

  describe('give way', () => {
    it('to attributes', async () => {
      publishFacts(FACTS);
      const holder = await page(`
        <call-cta phone="210 555 0177" hours="Mo-Su closed"></call-cta>
        <phone-number phone="210 555 0177"></phone-number>`);
      expect(links(holder)).to.deep.equal(Array(2).fill('tel:+12105550177 (210) 555-0177'));
      const cta = find<CallCta>(holder, 'call-cta');
      // The time zone is the clinic's.
      await waitUntil(() => state(cta) === 'Closed now', 'hours');
      expect(spy.lines).to.be.empty;
    });

    it('to an empty “hours”: such a button says nothing of them', async () => {
      const holder = await page('<call-cta hours=""></call-cta>');
      await say(FACTS, holder);
      const cta = find<CallCta>(holder, 'call-cta');
      expect(links(cta)).to.deep.equal([CLINIC]);
      expect(cta.renderRoot.querySelector('[part="state"]')).to.equal(null);
    });

    it('to the author’s link, whichever comes first, and whatever the clinic’s number becomes', async () => {
      const own = '<a href="tel:+12105550177">Nurse line</a>';
      const holder = await page(
        `<call-cta>${own}</call-cta><call-cta></call-cta><phone-number>${own}</phone-number>`,
      );
      await say(FACTS, holder);
      const [, second] = holder.querySelectorAll<CallCta>('call-cta');
      expect(links(second!)).to.deep.equal([CLINIC]);
      second!.insertAdjacentHTML('beforeend', own);
      await waitUntil(() => links(second!).length === 1, 'one link');
      await say({ phone: '(210) 555-0177' }, holder);
      await say({ phone: '(210) 555-0199' }, holder);
      expect(links(holder)).to.deep.equal(Array(3).fill('tel:+12105550177 Nurse line'));
    });

    it('to a number in words, and to words', async () => {
      const holder = await page(
        '<phone-number>210-555-0177</phone-number><phone-number>the front desk</phone-number>',
      );
      await say(FACTS, holder);
      expect(words(holder)).to.equal('210-555-0177the front desk');
      expect(links(holder)).to.deep.equal(['tel:+12105550177 210-555-0177']);
    });

    it('to hours in the author’s words, unless “place” asks for the facts', async () => {
      const holder = await page('<open-hours><h2>Hours</h2><p>By appointment</p></open-hours>');
      await say(FACTS, holder);
      const hours = find<OpenHours>(holder, 'open-hours');
      // Would be there by now.
      await import('../../src/elements/open-hours/hours-table.js');
      await hours.updateComplete;
      expect(isMade(hours)).to.be.false;
      expect(hours.matches(':state(made)')).to.be.false;
      hours.place = 'south';
      await waitUntil(() => isMade(hours), 'the table');
    });
  });

  it('that say no hours leave no empty panel with a heading, but the author’s words', async () => {
    const holder = await page(`<open-hours heading="Hours"></open-hours>
      <open-hours><p slot="note">Call on holidays</p></open-hours>`);
    for (const facts of [undefined, {}, { timeZone: 'UTC', hours: [{}] }] as ClinicFacts[]) {
      await say(facts, holder);
      const [bare, noted] = holder.querySelectorAll('open-hours');
      await waitUntil(() => bare!.matches(':state(empty)'), 'it is empty');
      expect(bare!.getBoundingClientRect().height).to.equal(0);
      expect(noted!.getBoundingClientRect().height).to.be.greaterThan(20);
    }
    await say(FACTS, holder);
    await waitUntil(() => isMade(find<OpenHours>(holder, 'open-hours')), 'the table');
    expect(find(holder, 'open-hours').getBoundingClientRect().height).to.be.greaterThan(200);
  });

  it('are waited for where hours lack a time zone: only then is it missed', async () => {
    let answer: (response: Response) => void = () => {};
    const network = new Network(() => new Promise((resolve) => (answer = resolve)));
    try {
      for (const facts of [{ timeZone: 'America/Chicago' }, {}]) {
        const holder =
          await page(`<clinic-info src="/clinic.json?zone=${JSON.stringify(facts)}"></clinic-info>
          <call-cta hours="24/7"></call-cta><open-hours hours="24/7"></open-hours>`);
        await waitUntil(() => network.calls.length, 'asked');
        await import('../../src/elements/call-cta/call-hours.js');
        await import('../../src/elements/open-hours/hours-table.js');
        await updated(holder);
        expect(spy.lines).to.be.empty;
        network.calls.length = 0;
        answer(Response.json(facts));
        if ('timeZone' in facts) {
          await waitUntil(() => state(find<CallCta>(holder, 'call-cta')) === 'Open now', 'hours');
          await waitUntil(() => isMade(find<OpenHours>(holder, 'open-hours')), 'the table');
          expect(spy.lines).to.be.empty;
          holder.remove();
          publishFacts(undefined);
        } else {
          await waitUntil(() => spy.lines.length === 2, 'told');
          for (const line of spy.lines) expect(line).to.contain('time zone');
        }
      }
    } finally {
      network.restore();
    }
  });

  it('that do not come are waited for no longer', async () => {
    let answer: (response: Response) => void = () => {};
    const network = new Network(() => new Promise((resolve) => (answer = resolve)));
    try {
      const ways: ((holder: HTMLElement) => void)[] = [
        () => answer(new Response('', { status: 500 })),
        (holder) => find(holder, 'clinic-info').remove(),
      ];
      for (const [index, end] of ways.entries()) {
        const holder = await page(`<clinic-info src="/clinic.json?never=${index}"></clinic-info>
          <open-hours hours="24/7"></open-hours>`);
        await waitUntil(() => network.calls.length, 'asked');
        network.calls.length = 0;
        await import('../../src/elements/open-hours/hours-table.js');
        await updated(holder);
        // Its table could be there any moment, in the clinic's zone.
        const keepsRoom = () =>
          !!find<OpenHours>(holder, 'open-hours').renderRoot.querySelector('.room');
        expect(keepsRoom(), 'waits').to.be.true;
        end(holder);
        await waitUntil(() => !keepsRoom(), 'it goes on without');
        expect(words(find<OpenHours>(holder, 'open-hours').renderRoot)).to.contain('24/7');
        holder.remove();
      }
    } finally {
      network.restore();
    }
  });

  it('are the hours below the author’s heading', async () => {
    const holder = await page('<open-hours><h3>When we are there</h3></open-hours>');
    await say(FACTS, holder);
    await waitUntil(() => isMade(find<OpenHours>(holder, 'open-hours')), 'the table');
  });

  it('go through the number book, so that a tracking number shows everywhere', async () => {
    const holder = await page('<call-cta></call-cta><phone-number></phone-number>');
    await say({ phone: '(210) 555-0151' }, holder);
    await waitUntil(() => numberBook().links().length === 2, 'in the book');
    expect(
      numberBook()
        .links()
        .map(({ own }) => own.text),
    ).to.deep.equal(Array(2).fill('(210) 555-0151'));
    numberBook().swap('(210) 555-0151', '(830) 555-0199', 'test');
    expect(links(holder)).to.deep.equal(Array(2).fill('tel:+18305550199 (830) 555-0199'));
    numberBook().swap('(210) 555-0151', '(210) 555-0151', 'test');
  });

  it('are the clinic’s own number for WhatsApp while a tracking number shows', async () => {
    const holder = await page('<call-cta whatsapp></call-cta>');
    await say({ phone: '(210) 555-0152' }, holder);
    await waitUntil(() => numberBook().links().length === 1, 'in the book');
    numberBook().swap('(210) 555-0152', '(830) 555-0198', 'test');
    await updated(holder);
    const cta = find<CallCta>(holder, 'call-cta');
    expect(links(cta)).to.deep.equal(['tel:+18305550198 (830) 555-0198']);
    const link = cta.renderRoot.querySelector('[part="whatsapp"]')!;
    expect(link.getAttribute('href')).to.equal('https://wa.me/12105550152');
    numberBook().swap('(210) 555-0152', '(210) 555-0152', 'test');
  });

  it('may change, and everything follows, in the same link', async () => {
    const holder = await page(
      '<call-cta></call-cta><phone-number></phone-number><open-hours></open-hours>',
    );
    await say(FACTS, holder);
    const before = [...holder.querySelectorAll('a')];
    const hours = find<OpenHours>(holder, 'open-hours');
    await waitUntil(() => isMade(hours) && state(find<CallCta>(holder, 'call-cta')), 'hours');
    await say({ ...FACTS, phone: '(210) 555-0199', hours: 'Mo-Su closed' }, holder);
    expect(links(holder)).to.deep.equal([NORTH, NORTH]);
    expect([...holder.querySelectorAll('a')]).to.deep.equal(before);
    await waitUntil(() => state(find<CallCta>(holder, 'call-cta')) === 'Closed now', 'closed');
    await say({}, holder);
    expect(links(holder)).to.be.empty;
    expect(isMade(hours)).to.be.false;
  });

  it('reach an element that was away while they changed', async () => {
    const holder = await page('<call-cta></call-cta>');
    const cta = find<CallCta>(holder, 'call-cta');
    cta.remove();
    await say(FACTS, holder);
    expect(links(cta)).to.be.empty;
    holder.append(cta);
    await updated(holder);
    expect(links(cta)).to.deep.equal([CLINIC]);
  });

  it('keep no element that has left the page', async () => {
    const holder = await page('<call-cta></call-cta>');
    const cta = find<CallCta>(holder, 'call-cta');
    expect([...pageFacts.followers]).to.include(cta);
    cta.remove();
    expect([...pageFacts.followers]).not.to.include(cta);
  });

  it('are not doubled in a saved copy of the page', async () => {
    const holder = await page('<call-cta></call-cta><phone-number></phone-number>');
    await say(FACTS, holder);
    const saved = holder.innerHTML;
    publishFacts(undefined);
    const copy = await page(saved);
    expect(links(copy), 'what was saved shows at once').to.deep.equal([CLINIC, CLINIC]);
    await say({ phone: '(210) 555-0199' }, copy);
    expect(links(copy)).to.deep.equal([NORTH, NORTH]);
  });

  it('that no phone could dial are shown as text, and the developer is told', async () => {
    const holder = await page('<call-cta></call-cta>');
    await say({ phone: '555-0142' }, holder);
    expect(words(holder)).to.equal('555-0142');
    expect(links(holder)).to.be.empty;
    expect(spy.lines[0]).to.contain('no number that can be dialled');
  });

  it('name the number to call when a form cannot send', async () => {
    const network = new Network(() => new Response('', { status: 404 }));
    try {
      const holder = await page('<contact-form action="/lead" place="north"></contact-form>');
      const form = find<ContactForm>(holder, 'contact-form');
      await say(FACTS, holder);
      form.prefill({ name: 'Rosa', email: 'rosa@example.com', message: 'Hello' });
      await form.submit();
      const call = form.renderRoot.querySelector<HTMLAnchorElement>('[role="alert"] a')!;
      expect(`${call.getAttribute('href')} ${words(call)}`).to.equal(NORTH);
      await waitUntil(
        () =>
          numberBook()
            .links()
            .some(({ link }) => link === call),
        'in the book',
      );
    } finally {
      network.restore();
    }
  });

  describe('in a form', () => {
    const NAMED: ClinicFacts = {
      name: 'Fernhollow Spine Clinic',
      places: [
        { id: 'north', name: 'North, by the park' },
        { id: 'river', address: { locality: 'Boerne' } },
        { id: 'south', name: 'South' },
        { id: 'nowhere' },
      ],
    };
    const asking = async (attributes: string): Promise<ContactForm> => {
      const holder = await page(`<contact-form action="/lead" ${attributes}></contact-form>`);
      return find<ContactForm>(holder, 'contact-form');
    };
    const control = (form: ContactForm, name: string) =>
      form.renderRoot.querySelector<HTMLInputElement & HTMLSelectElement>(`[name="${name}"]`)!;
    const choices = (form: ContactForm): string[] =>
      [...(control(form, 'location').options ?? [])].map(words);
    const agreed = (form: ContactForm): string => words(control(form, 'consent').labels![0]!);
    const OFFERED = ['Please choose', 'North, by the park', 'Boerne', 'South'];

    it('are its consents’ name of the clinic, and the places to choose from', async () => {
      const form = await asking('fields="name consent location"');
      expect(agreed(form)).to.contain('this clinic may');
      expect(control(form, 'location').type, 'painted without').to.equal('text');
      await say(NAMED, document);
      expect(agreed(form)).to.contain('Fernhollow Spine Clinic may');
      expect(choices(form)).to.deep.equal(OFFERED);
      await say({ ...NAMED, name: 'Moved', places: [{ id: 'a', name: 'A' }] }, document);
      expect(agreed(form)).to.contain('Moved may');
      expect(choices(form)).to.deep.equal(['Please choose', 'A']);
      await say(undefined, document);
      expect(agreed(form)).to.contain('this clinic may');
      expect(control(form, 'location').type).to.equal('text');
      expect(spy.lines).to.be.empty;
    });

    it('give way to what its author says, but not to attributes that an editor left empty', async () => {
      publishFacts(NAMED);
      const form = await asking('fields="consent location" clinic="Ours" locations="East, West"');
      expect(agreed(form)).to.contain('Ours may');
      expect(choices(form)).to.deep.equal(['Please choose', 'East', 'West']);
      const empty = await asking('fields="consent location" clinic="" locations=" "');
      expect(agreed(empty)).to.contain('Fernhollow Spine Clinic may');
      expect(choices(empty)).to.deep.equal(OFFERED);
    });

    it('touch no answer: what is written, chosen or agreed to stays as it was', async () => {
      const form = await asking('fields="name consent location"');
      const line = control(form, 'location');
      const box = control(form, 'consent');
      const before = agreed(form);
      await type(line, 'Near the park');
      await click(box);
      await say(NAMED, document);
      expect(control(form, 'location')).to.equal(line);
      expect(line.value).to.equal('Near the park');
      expect(box.checked).to.be.true;
      expect(agreed(form), 'nobody agreed to other words').to.equal(before);
      box.blur();
      form.reset();
      await form.updateComplete;
      expect(choices(form)).to.deep.equal(OFFERED);
      expect(agreed(form)).to.contain('Fernhollow Spine Clinic may');
      control(form, 'location').value = 'Boerne';
      await say({ places: [{ id: 'a', name: 'A' }] }, document);
      expect(control(form, 'location').value).to.equal('Boerne');
      expect(choices(form)).to.deep.equal(OFFERED);
    });

    it('take nothing from under a visitor who is there, or has been told of a mistake', async () => {
      const form = await asking('fields="name location"');
      const line = control(form, 'location');
      line.focus();
      await say(NAMED, document);
      expect(control(form, 'location')).to.equal(line);
      expect(line.matches(':focus')).to.be.true;
      line.blur();
      await say(undefined, document);
      await form.submit();
      const wrong = form.renderRoot.querySelectorAll('[data-clinic="summary"] li').length;
      expect(wrong).to.equal(2);
      await say(NAMED, document);
      expect(control(form, 'location')).to.equal(line);
      expect(line.getAttribute('aria-invalid')).to.equal('true');
    });

    it('name who asks in a consent to text messages; only without them it is missed', async () => {
      let answer: (response: Response) => void = () => {};
      const network = new Network(() => new Promise((resolve) => (answer = resolve)));
      try {
        for (const facts of [NAMED, {}]) {
          const holder =
            await page(`<clinic-info src="/clinic.json?consent=${String('name' in facts)}"></clinic-info>
            <contact-form action="/lead" fields="consent-sms"></contact-form>`);
          await waitUntil(() => network.calls.length, 'asked');
          network.calls.length = 0;
          const form = find<ContactForm>(holder, 'contact-form');
          await waitUntil(() => form.renderRoot.querySelector('[data-clinic="trap"]'), 'checked');
          expect(spy.lines).to.be.empty;
          answer(Response.json(facts));
          const info = find<ClinicInfo>(holder, 'clinic-info');
          await waitUntil(() => info.matches(':state(settled)'), 'settled');
          if (facts === NAMED) {
            expect(words(form.renderRoot)).to.contain('from Fernhollow Spine Clinic about');
            // Would have been told by now.
            await new Promise((resolve) => setTimeout(resolve));
            expect(spy.lines).to.be.empty;
          } else await waitUntil(() => spy.lines.join().includes('who asks'), 'told');
          holder.remove();
          publishFacts(undefined);
        }
      } finally {
        network.restore();
      }
    });
  });

  it('move nothing: their room is there from the start, with clinic-elements.css', async () => {
    const style = document.createElement('style');
    style.textContent = [ctaLight, ctaPage, hoursPage, numberPage]
      .map(({ cssText }) => cssText)
      .join('');
    document.head.append(style);
    let answer: (response: Response) => void = () => {};
    const network = new Network(() => new Promise((resolve) => (answer = resolve)));
    try {
      for (const cta of ['', 'label="Call us"', 'phone="(210) 555-0142"']) {
        const holder = await page(`
          <clinic-info src="/clinic.json?room=${encodeURIComponent(cta)}"></clinic-info>
          <call-cta ${cta}></call-cta>
          <p>Call <phone-number></phone-number> now.</p>
          <open-hours></open-hours>`);
        const info = find<ClinicInfo>(holder, 'clinic-info');
        await waitUntil(() => network.calls.length, 'asked');
        const label = find<CallCta>(holder, 'call-cta').renderRoot.querySelector('[part="label"]');
        const heights = () =>
          [...holder.children]
            .map((child) => Math.round(child.getBoundingClientRect().height))
            .concat(Math.round(label?.getBoundingClientRect().top ?? 0));
        const before = heights();
        network.calls.length = 0;
        answer(Response.json(FACTS));
        await waitUntil(() => info.matches(':state(settled)'), 'settled');
        await waitUntil(() => isMade(find<OpenHours>(holder, 'open-hours')), 'the table');
        await waitUntil(() => state(find<CallCta>(holder, 'call-cta')), 'hours');
        await updated(holder);
        expect(heights(), cta).to.deep.equal(before);
        info.remove();
        publishFacts(undefined);
      }
    } finally {
      network.restore();
      style.remove();
    }
  });
});
